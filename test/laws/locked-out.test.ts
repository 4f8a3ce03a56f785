/** What "locked out?" must obey, of everybody the catalogue and its stories ship, by several losses. */
import { expect, test } from "vitest";
import { type OpenCase, openCase, readQuestion } from "../../src/asking/index.ts";
import type { Catalog } from "../../src/catalog/index.ts";
import type { Person } from "../../src/person/index.ts";
import { type KeyState, keyStates, type LockedOutAnswer } from "../../src/questions/index.ts";
import { readShipped } from "../kit/shipped.ts";

const { catalog, people, stories } = readShipped();

/** Of the people in stories one in so many: each is asked four times, with a world that lends. */
const oneIn = 4;

/** Everybody once, those of stories with the catalogue the story asks. */
const everybody: readonly (readonly [Person, Catalog])[] = [
  ...[...people.values()].map((person) => [person, catalog] as const),
  ...new Map(
    stories
      .filter(({ person }, i) => i % oneIn === 0 && !people.has(person.id))
      .map((story) => [story.person.id, story]),
  )
    .values()
    .map((story) => [story.person, story.catalog] as const),
];

interface Asked {
  readonly name: string;
  readonly answer: LockedOutAnswer;
  readonly opened: OpenCase;
}

/** The only place in this file that knows how it is asked. */
function ask(person: Person, whole: Catalog, lost: readonly string[]): Asked {
  const { asked } = readQuestion({
    catalog: whole,
    person,
    text: { lost },
    placeOf: () => ({ file: "" }),
    today: "2026-11-28",
  });
  if (asked === undefined) throw new Error(`${person.id}: ${lost.join(" ")} is not understood`);
  const opened = openCase({ world: asked.world, lent: asked.lent(), held: [...asked.held, ...asked.leaked] });
  return { name: `${person.id}: ${lost.join(" ")}`, answer: opened.lockedOut([]), opened };
}

/** Each loss with one thing more than the last, of the owner's own things in the hand. */
const cases = everybody.map(([person, whole]) => {
  const inHand = [...person.things.values()]
    .filter(({ kind, of }) => of === undefined && ["device", "sim", "card", "document"].includes(kind))
    .map(({ id }) => id);
  const losses = [[], inHand.slice(0, 1), inHand.slice(0, 2), inHand];
  return losses.map((lost) => ask(person, whole, lost));
});

const rankOf = (state: KeyState) => keyStates.indexOf(state);
const statesOf = ({ keys }: LockedOutAnswer) => new Map(keys.map(({ key, state }) => [key, state]));

test("L1 losing nothing closes nothing", () => {
  let keys = 0;
  for (const [nothing] of cases) {
    const closed = nothing?.answer.keys.filter(({ state }) => state === "closed").map(({ key }) => key);
    expect([nothing?.name, closed]).toEqual([nothing?.name, []]);
    keys += nothing?.answer.keys.length ?? 0;
  }
  expect(keys).toBeGreaterThan(100); // A check that compares nothing must not pass.
});

test("L2 losing more never opens more", () => {
  let farther = 0;
  for (const losses of cases)
    for (const [index, more] of losses.entries()) {
      const less = losses[index - 1];
      if (less === undefined) continue;
      const before = statesOf(less.answer);
      for (const [key, state] of statesOf(more.answer)) {
        const rank = rankOf(before.get(key) ?? "not-judged");
        // What nothing opens today either is not judged, whatever is lost.
        expect([more.name, key, rankOf(state) >= rank]).toEqual([more.name, key, true]);
        farther += rankOf(state) > rank ? 1 : 0;
      }
    }
  expect(farther).toBeGreaterThan(5);
});

test("L3 what a preparation is said to open is open once it is in force, and nothing that was open is shut", () => {
  let opens = 0;
  // Where most is lost most is to be prepared.
  for (const { name, answer, opened } of cases.flatMap((losses) => losses.slice(-1))) {
    const openNow = answer.keys.filter(({ state }) => state === "open").map(({ key }) => key);
    const openUnder = (measures: readonly string[]) =>
      opened
        .lockedOut(measures)
        .keys.filter(({ state }) => state === "open")
        .map(({ key }) => key);
    const selections = [
      ...answer.today.slice(0, 3).map(({ measure, opens: told }) => ({ measures: [measure], told })),
      {
        measures: answer.together,
        told: answer.keys
          .filter(({ key, state }) => state !== "open" && !answer.left.includes(key))
          .map(({ key }) => key),
      },
    ];
    for (const { measures, told } of selections) {
      const then = openUnder(measures);
      expect([name, measures, then]).toEqual([name, measures, [...openNow, ...told].sort()]);
      opens += told.length;
    }
  }
  expect(opens).toBeGreaterThan(10);
});

test("L4 an open way rests on nothing lost, unsaid or unread, and on nobody's good will", () => {
  let steps = 0;
  for (const { name, answer } of cases.flat()) {
    const lost = answer.held.filter((word) => word.startsWith("possess("));
    for (const { key, state, way } of answer.keys) {
      if (state !== "open") continue;
      const given = new Set(way?.steps.flatMap((step) => step.gives) ?? []);
      for (const { basis, assumed, discretion, asks } of way?.steps ?? []) {
        expect([name, key, basis.status === "assumed", assumed, discretion]).toEqual([
          name,
          key,
          false,
          undefined,
          undefined,
        ]);
        expect([name, key, asks.filter((asked) => !given.has(asked) && lost.includes(asked))]).toEqual([
          name,
          key,
          [],
        ]);
        steps += 1;
      }
    }
  }
  expect(steps).toBeGreaterThan(100);
});
