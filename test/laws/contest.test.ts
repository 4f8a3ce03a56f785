/** C6: what is made for whoever contests a flow can be sent as it is: it reads, it fails today, it holds once taken. */
import { expect, test } from "vitest";
import type { Catalog } from "../../src/catalog/index.ts";
import { applyPatch, readYaml } from "../../src/catalog/index.ts";
import { contestOf } from "../../src/questions/index.ts";
import { renderContestPatch, renderContestStory } from "../../src/report/index.ts";
import { readStory, runStory } from "../../src/testing/index.ts";
import { readShipped } from "../kit/shipped.ts";

const { catalog, texts } = readShipped();
const day = "2026-11-28";
const textOf = new Map(texts.map(({ file, text }) => [file, text]));
const yamlOf = (institution: string) => {
  const file = catalog.files.get(institution) ?? "";
  const text = textOf.get(file);
  return text === undefined ? undefined : readYaml(text, file);
};

/** One in so many flows, over the whole catalogue. */
const stride = 37;
const all = [...catalog.institutions.values()].flatMap((institution) =>
  institution.flows.map((flow) => ({ institution, flow, day })),
);
const some = all.filter((_, i) => i % stride === 0);

/** Whether the story holds in this catalogue; a story that cannot be read throws. */
function holds(text: string, within: Catalog): boolean {
  const { story, complaints } = readStory(
    readYaml(text, "contest.yaml"),
    "contest.yaml",
    within,
    () => undefined,
  );
  const errors = complaints.filter(({ severity }) => severity === "error");
  if (story === undefined || errors.length > 0) throw new Error(errors.map(String).join("\n"));
  return runStory(story).isPassed;
}

test("C6 the story fails today and holds with the patch", () => {
  const wrong: string[] = [];
  const without = new Map<string, number>();
  for (const contested of some) {
    const name = `${contested.institution.id}/${contested.flow.id}`;
    const patch = readYaml(renderContestPatch(contested, "en"), "contest.patch.yaml");
    const applied = applyPatch({ catalog, yamlOf, patch });
    if (applied.catalog === undefined) {
      wrong.push(`${name}: ${applied.complaints.map(String).join("; ")}`);
      continue;
    }
    const said = contestOf({ catalog, ...contested });
    if (typeof said === "string") {
      without.set(said, (without.get(said) ?? 0) + 1);
      continue;
    }
    const story = renderContestStory(contested, said, "zh");
    if (holds(story, catalog)) wrong.push(`${name}: holds today`);
    if (!holds(story, applied.catalog)) wrong.push(`${name}: fails with its patch`);
  }
  expect(wrong).toEqual([]);
  expect(some.length).toBeGreaterThan(30);
  const told = [...without.values()].reduce((sum, each) => sum + each, 0);
  // Most flows give something of their own; a law of stories that tells none must not pass.
  expect(some.length - told).toBeGreaterThan(some.length / 3);
  expect(without.get("no-such-person") ?? 0).toBeLessThan(some.length / 10);
});
