/** Every shipped story is run, compared and cross-checked. */
import { expect, test } from "vitest";
import { runStories } from "../../src/testing/index.ts";
import { readShipped } from "../kit/shipped.ts";

test("every shipped story comes out as it is told", () => {
  const { read, stories, people, complaints } = readShipped();
  expect(complaints.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
  const told = read.others.filter(({ kind }) => kind === "story").length;
  expect(stories.length).toBe(told); // None is left out.

  const { results, counts } = runStories(stories);
  const failures = results.flatMap(({ story, questions }) =>
    questions.flatMap(({ name, failures: failed }) =>
      failed.map((failure) => `${story.id}, ${name}: ${failure}`),
    ),
  );
  expect(failures).toEqual([]);

  // A check that reads nothing must not pass.
  expect(counts.stories).toBeGreaterThan(0);
  expect(counts.questions).toBeGreaterThanOrEqual(counts.stories);
  expect(
    results
      .flatMap(({ questions }) => questions)
      .filter(({ comparisons, crossChecks }) => comparisons === 0 || crossChecks === 0),
  ).toEqual([]);
  const { institutions, flows, measures, words, sources } = read.counts;
  console.log(
    `${institutions} institutions, ${flows} flows, ${measures} measures, ${words} words, ${sources} sources, ${people.size} people`,
  );
  console.log(
    `${counts.stories} stories, ${counts.questions} questions, ${counts.comparisons} comparisons, ${counts.crossChecks} cross-checks`,
  );
});
