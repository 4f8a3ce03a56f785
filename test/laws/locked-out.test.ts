/** What "locked out?" must obey, of everybody the catalogue and its stories ship, by several losses. */
import { expect, test } from "vitest";
import { type OpenCase, openCase, readQuestion } from "../../src/asking/index.ts";
import { aspectTeller, type Catalog } from "../../src/catalog/index.ts";
import { thingTypes } from "../../src/model/index.ts";
import type { Person } from "../../src/person/index.ts";
import { type KeyState, keyStates, type LockedOutAnswer } from "../../src/questions/index.ts";
import { tellLockedOut } from "../../src/report/index.ts";
import { readShipped } from "../kit/shipped.ts";
import { catalogOf, personOf } from "../kit/small-world.ts";

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
  readonly person: Person;
  readonly whole: Catalog;
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
  return { name: `${person.id}: ${lost.join(" ")}`, answer: opened.lockedOut([]), opened, person, whole };
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

test("L3 nothing is told as opened by none of this that something told beside it opens", () => {
  let told = 0;
  for (const { name, answer, person } of cases.flat()) {
    const { today } = tellLockedOut(answer, { catalog, person }, { lang: "en", lost: [] });
    const left = today?.left?.replace(/^[^:]*: |\. Ask those.*$/g, "").split("; ") ?? [];
    const opens = (today?.items ?? []).flatMap((item) => item.opens.replace(/^[^:]*: /, "").split("; "));
    expect([name, left.filter((key) => opens.includes(key))]).toEqual([name, []]);
    told += left.length;
  }
  expect(told).toBeGreaterThan(10);
});

interface Named {
  readonly institution: string;
  readonly flow: string;
}

const aspectsOf = aspectTeller(catalog);

/** Whether a step is that of a kind in general, of which the owner said nothing. */
function isOfTheKindAlone(whole: Catalog, { institution: id, flow: name }: Named): boolean {
  const institution = whole.institutions.get(id);
  const flow = institution?.flows.find((each) => each.id === name);
  if (institution?.isArchetype !== true || flow === undefined) return false;
  if (aspectsOf(institution, flow).aspects.length === 0) return false;
  return flow.when.every(({ subject, attribute }) =>
    Object.hasOwn(thingTypes[subject.kind].attributes, attribute),
  );
}

test("L4 an open way rests on nothing lost, unsaid or unread, and on nobody's good will", () => {
  let steps = 0;
  for (const { name, answer, whole } of cases.flat()) {
    const lost = answer.held.filter((word) => word.startsWith("possess("));
    for (const { key, state, way, whichever } of answer.keys) {
      if (state !== "open") continue;
      // What opens whichever value something has rests on one of these; L5 holds it to each of them.
      const unsaid = whichever.length === 0 ? undefined : whichever;
      const given = new Set(way?.steps.flatMap((step) => step.gives) ?? []);
      for (const step of way?.steps ?? []) {
        const { basis, assumed, discretion, asks } = step;
        expect([name, key, step.flow, isOfTheKindAlone(whole, step)]).toEqual([name, key, step.flow, false]);
        const beside = assumed?.filter((what) => unsaid?.includes(what) !== true) ?? [];
        expect([name, key, basis.status === "assumed", beside, discretion]).toEqual([
          name,
          key,
          false,
          [],
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

/** The same person who says this of it. */
function saying(person: Person, thing: string, attribute: string, value: string): Person {
  const told = person.things.get(thing);
  if (told === undefined) throw new Error(`${person.id} has no ${thing}`);
  const attributes = new Map(told.attributes).set(attribute, value);
  return { ...person, things: new Map(person.things).set(thing, { ...told, attributes }) };
}

test("L5 what opens whichever value something has opens whichever of them is said", () => {
  const catalogue = catalogOf(
    `
institution: post
name: { en: Post, zh: 邮局 }
kind: mail
provides: account
flows:
  plain: { asks: know(line.number), gives: [enter(account)], takes: 1m, when: { account.second-factor: none } }
  slow: { asks: know(line.number), gives: [enter(account)], takes: 9m, when: { account.second-factor: [sms, app, passkey, key] } }
`,
    `
institution: chat
name: { en: Chat, zh: 聊天 }
kind: messenger
provides: account
flows:
  plain: { asks: know(line.number), gives: [enter(account)], takes: 1m, when: { account.second-factor: none } }
  slow: { asks: know(line.number), gives: [enter(account)], takes: 9m, when: { account.second-factor: [sms, app, passkey] } }
`,
  );
  const person = personOf(
    "person: { id: p }\nlines: { l: { carrier: telco, sim: { in: f } } }\ndevices: { f: { kind: phone } }\naccounts: { a: { service: post, line: l }, b: { service: chat, line: l } }",
    catalogue,
  );
  const { keys } = ask(person, catalogue, []).answer;
  const told = (key: string) => {
    const { state, whichever, way } = keys.find((each) => each.key === key)!;
    return [state, whichever, way?.minutes];
  };
  expect(told("enter(account.a)")).toEqual(["open", ["account.a: second-factor"], 9]);
  // One of its values is spoken of by no flow.
  expect(told("enter(account.b)").slice(0, 2)).toEqual(["not-known", []]);
  // Those who are shipped say more of themselves than most people do.
  const silent = personOf(
    `person: { id: silent, region: gb }
lines: { main: { carrier: o2-uk, sim: { in: phone } } }
devices: { phone: { kind: phone, vendor: apple, account: cloud } }
cards: { m: { bank: monzo, kind: debit } }
mailboxes: { post: { account: mail } }
accounts: { cloud: { service: apple, line: main, devices: [phone] }, mail: { service: google, line: main, devices: [phone] }, m: { service: monzo, mailbox: post, line: main, devices: [phone], cards: [m] } }`,
    catalog,
  );
  let said = 0;
  const asked = [
    ...everybody.map(([owner, whole], i) => ({ owner, whole, all: cases[i]!.at(-1)! })),
    { owner: silent, whole: catalog, all: ask(silent, catalog, ["device.phone", "sim.main"]) },
  ];
  for (const { owner, whole, all } of asked) {
    const { answer, name } = all;
    const lost = answer.held.flatMap((word) => /^possess\((.*)\)$/.exec(word)?.[1] ?? []);
    const byUnsaid = Map.groupBy(
      answer.keys.filter(({ whichever }) => whichever.length > 0),
      ({ whichever }) => whichever[0]!,
    );
    for (const [unsaid, opened] of byUnsaid) {
      const [thing = "", attribute = ""] = unsaid.split(": ");
      const { institution, kind } = owner.things.get(thing)!;
      const types = thingTypes[kind].attributes as Record<string, { readonly values?: readonly string[] }>;
      const values =
        types[attribute]?.values ??
        whole.institutions.get(institution ?? "")?.settings.get(attribute)?.values;
      for (const value of values ?? []) {
        if (value === "unknown") continue;
        const then = statesOf(ask(saying(owner, thing, attribute, value), whole, lost).answer);
        for (const { key } of opened)
          expect([name, unsaid, value, key, then.get(key)]).toEqual([name, unsaid, value, key, "open"]);
        said += 1;
      }
    }
  }
  expect(said).toBeGreaterThan(3);
});
