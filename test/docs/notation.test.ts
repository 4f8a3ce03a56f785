/** Every story and night that docs/reference/notation.md shows whole is read without a complaint and comes out as it is told. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readYaml } from "../../src/catalog/index.ts";
import { readNight, readStory, runNight, runStories } from "../../src/testing/index.ts";
import { defend, intruderPolicies, prepare, simulatePrepared } from "../../src/world/index.ts";
import { readShipped } from "../kit/shipped.ts";
import { catalogOf } from "../kit/small-world.ts";

const page = readFileSync("docs/reference/notation.md", "utf8");
const shownOf = (kind: "story" | "night") =>
  [...page.matchAll(new RegExp(`^\`\`\`yaml\\n(${kind}: [\\s\\S]*?)^\`\`\`$`, "gm"))]
    .map(([, text = ""]) => text)
    // The list of every key is none to run.
    .filter((text) => /^institutions:/m.test(text));
const shown = shownOf("story");

test("the worked examples of the notation are read and come out as they are told", () => {
  const complaints: string[] = [];
  const stories = shown.flatMap((text) => {
    const yaml = readYaml(text, "notation.md");
    const read = readStory(yaml, "notation.md", catalogOf(), () => undefined);
    complaints.push(...[...yaml.complaints, ...read.complaints].map(({ message }) => message));
    return read.story === undefined ? [] : [read.story];
  });
  expect(complaints).toEqual([]);
  const failures = runStories(stories).results.flatMap(({ story, questions }) =>
    questions.flatMap(({ name, failures: failed }) =>
      failed.map((each) => `${story.id}, ${String(name)}: ${each}`),
    ),
  );
  expect(failures).toEqual([]);
  // A check that reads nothing must not pass.
  expect(stories.length).toBe(shown.length);
  expect(stories.length).toBeGreaterThanOrEqual(8);
});

/** The night as it is told, and played by what its owner set out to do. */
function played(text: string) {
  const yaml = readYaml(text, "notation.md");
  const { night, complaints } = readNight(yaml, "notation.md", readShipped().catalog, () => undefined);
  const told = night === undefined ? [] : runNight(night).complaints;
  const sentences = [...yaml.complaints, ...complaints, ...told].map(({ sentence }) => sentence);
  if (night?.defence === undefined) return { sentences, losses: [] };
  const { world, held, startsAt } = night;
  const prepared = prepare({
    world,
    held,
    startsAt,
    horizonMinutes: 16 * 60,
    intruder: intruderPolicies.get("loner")!(),
    owner: defend("told", night.defence),
  });
  return {
    sentences,
    losses: Array.from({ length: 20 }, (_, run) => simulatePrepared(prepared, { seed: 1, run }).loss),
  };
}

test("and so are its nights, and what their owners set out to do", () => {
  const nights = shownOf("night");
  expect(nights.length).toBeGreaterThan(0);
  for (const text of nights) expect(played(text).sentences).toEqual([]);
});

test("who falls asleep after the phone went dead is in time; who slept then is not, unless something wakes them", () => {
  const text = shownOf("night").find((each) => each.includes("woken-by: call")) ?? "";
  const lost = (from: string, to: string) => [...new Set(played(text.replace(from, to)).losses)];
  expect(lost("", "")).toEqual([0]);
  expect(lost('from: "23:30"', 'from: "22:00"')).toEqual([8000]);
  expect(
    lost('from: "23:30", to: "07:00" }, woken-by: call', 'from: "22:00", to: "07:00" }, woken-by: notice'),
  ).toEqual([0]);
});
