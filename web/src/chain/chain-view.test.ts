/** Which cards are shown: nothing twice, nothing lost, never too many. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { cardsAtFirst } from "../way/fold.ts";
import { cardsMax, type Shown, stages, viewOf } from "./chain-view.ts";
import { anyChain, chainOf } from "./made-up.ts";

const all = (stage: Shown["stage"], opened: readonly string[] = []): Shown => ({
  stage,
  ways: new Set([0]),
  opened,
});

test("at every stage each step is on one card; the way is on all of them, folded to fifteen cards", () => {
  fc.assert(
    fc.property(anyChain({ minLength: 1, maxLength: 60 }), (chain) => {
      const first = viewOf(chain, all("way"));
      expect(first.cards.length).toBeLessThanOrEqual(cardsAtFirst);
      for (const stage of stages) {
        const shown = viewOf(chain, all(stage)).cards.flatMap(({ nodes }) => nodes);
        expect(new Set(shown).size).toBe(shown.length);
        expect(shown).toEqual(expect.arrayContaining([...chain.way]));
        if (stage === "reach") expect(shown.length).toBe(chain.nodes.length);
      }
    }),
  );
});

test("a folded way shows its beginning and its loss, and unfolds", () => {
  const chain = chainOf(
    Array.from({ length: 24 }, (_, i) => ({ institution: "bank", takes: 1, rests: [i - 1], instead: [] })),
  );
  const { cards } = viewOf(chain, all("way"));
  expect(
    cards.map(({ kind, nodes }) => (kind === "step" ? `${nodes[0]}` : `${kind} of ${nodes.length}`)),
  ).toEqual([..."0123456".split(""), "fold of 10", ..."17 18 19 20 21 22 23".split(" ")]);
  const fold = cards.find(({ kind }) => kind === "fold")!;
  expect(viewOf(chain, all("way", [fold.id])).cards.length).toBe(24);
});

/** A long night at many institutions: three thousand steps, a dozen of them the way. */
const large = chainOf(
  Array.from({ length: 3000 }, (_, i) => ({
    institution: `institution-${(i * 7) % 40}`,
    takes: i % 50 === 0 ? 1 : 0,
    rests: i === 2999 ? [2800] : i % 250 === 50 ? [Math.max(0, i - 250)] : [i >> 1],
    instead: [],
  })),
);

test("above five hundred, steps beside the way are gathered by institution and stretch of time; none is lost", () => {
  const { cards, links } = viewOf(large, all("reach"));
  expect(cards.length).toBeLessThanOrEqual(cardsMax);
  expect(cards.flatMap(({ nodes }) => nodes).sort((a, b) => a - b)).toEqual(large.inReach);
  const groups = cards.filter(({ kind }) => kind === "group");
  expect(groups.length).toBeGreaterThan(50);
  for (const { nodes, institution } of groups) {
    expect(new Set(nodes.map((node) => large.nodes[node]?.institution))).toEqual(new Set([institution]));
    expect(nodes.some((node) => large.way.includes(node))).toBe(false);
  }
  for (const { from, to } of links) expect(from).toBeLessThan(to);
});

test("a gathered card opens and the rest stays; however many are opened, there are never too many cards", () => {
  const before = viewOf(large, all("reach"));
  const group = before.cards.find(({ kind }) => kind === "group")!;
  const after = viewOf(large, all("reach", [group.id]));
  expect(
    after.cards.filter(({ kind, nodes }) => kind === "step" && group.nodes.includes(nodes[0]!)).length,
  ).toBe(group.nodes.length);
  const others = (of: typeof before) =>
    of.cards.filter(({ kind, id }) => kind === "group" && id !== group.id);
  expect(others(after)).toEqual(others(before));
  const ids = before.cards.filter(({ kind }) => kind === "group").map(({ id }) => id);
  const crowded = viewOf(large, all("reach", ids));
  expect(crowded.cards.length).toBeLessThanOrEqual(cardsMax);
  expect(crowded.cards.some(({ id }) => id === ids.at(-1))).toBe(false); // The last opened is open.
});

test("a chain of five hundred is shown card by card", () => {
  const chain = chainOf(
    Array.from({ length: 500 }, (_, i) => ({
      institution: `i-${i % 9}`,
      takes: i % 3,
      rests: [i >> 1],
      instead: [],
    })),
  );
  expect(viewOf(chain, all("reach")).cards.every(({ kind }) => kind === "step")).toBe(true);
});
