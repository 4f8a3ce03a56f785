/** Every story that docs/reference/notation.md shows whole is read without a complaint and comes out as it is told. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readYaml } from "../../src/catalog/index.ts";
import { readStory, runStories } from "../../src/testing/index.ts";
import { catalogOf } from "../kit/small-world.ts";

const shown = [
  ...readFileSync("docs/reference/notation.md", "utf8").matchAll(/^```yaml\n(story: [\s\S]*?)^```$/gm),
]
  .map(([, text = ""]) => text)
  // The list of every key is no story to run.
  .filter((text) => /^institutions:/m.test(text));

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
