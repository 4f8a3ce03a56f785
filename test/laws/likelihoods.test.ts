/** What events are weighed by is what `npm run likelihoods` makes: said by a making short enough for a test. */
import { expect, test } from "vitest";
import { likelihoodsAsked, shortOf } from "../../bench/detect-quality.ts";
import { features, madeLikelihoods, storyNames } from "../../src/detect/index.ts";

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
