/** What events are weighed by is what `npm run likelihoods` makes: said by a making short enough for a test. */
import { expect, test } from "vitest";
import { likelihoodsAsked, shortOf } from "../../bench/detect-quality.ts";
import { features, logsOf, madeLikelihoods, storyNames } from "../../src/detect/index.ts";

test("D10 the likelihoods were made by what makes them now: if not, run `npm run likelihoods`", () => {
  expect(madeLikelihoods.made["short"]).toBe(shortOf());
});

test("D10 they are of the people, days and seeds that are asked for, and of every cell of every feature", () => {
  const { seeds, people, days } = likelihoodsAsked;
  expect(madeLikelihoods.made).toMatchObject({ seeds: seeds.join(", "), people, days });
  for (const story of storyNames)
    for (const { name, contexts, cells } of features)
      expect(madeLikelihoods.counts[story][name]?.length, `${story} ${name}`).toBe(contexts * cells);
});

test("D34 what no made life and no made chain ever had speaks for nobody, and what is rare speaks by how rare it is", () => {
  const cells = features[0].contexts * features[0].cells;
  const counted = (...seen: readonly (readonly [cell: number, count: number])[]) => {
    const counts = Array<number>(cells).fill(0);
    for (const [cell, count] of seen) counts[cell] = count;
    return { [features[0].name]: counts };
  };
  const none = counted();
  // Thirty times as many acts were counted of owners as of anybody else; cell 1 was seen once in them, cell 2 in nobody's.
  const logs = logsOf({
    id: "few",
    made: {},
    counts: {
      ...{ normal: counted([0, 12_000], [1, 1], [3, 300]), renewing: none, travelling: none },
      ...{ "other-device": counted([0, 400], [3, 100]), "own-device": none },
    },
  });
  const ratio = (cell: number) => {
    const of = (story: number) => logs.values[story * logs.perStory + cell]! / features[0].weight;
    return Math.exp(of(storyNames.indexOf("other-device")) - of(0));
  };
  expect(ratio(2)).toBeCloseTo(1, 1);
  expect(ratio(1)).toBeGreaterThan(0.3);
  expect(ratio(1)).toBeLessThan(1.5);
  // What was seen often enough is weighed as it was counted: 20 in a hundred against 2.4.
  expect(ratio(3)).toBeGreaterThan(7);
  expect(ratio(3)).toBeLessThan(9);
});
