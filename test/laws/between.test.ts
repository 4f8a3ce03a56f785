/** P9 to P11: the same people under two catalogues, counted one by one, mirrored, and still where nothing was changed. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Catalog, readingsOn, readYaml } from "../../src/catalog/index.ts";
import { closure, earliest } from "../../src/graph/index.ts";
import { ground, heldIn, ownerStart } from "../../src/ground/index.ts";
import { type AtomId, at } from "../../src/model/index.ts";
import {
  type BetweenAnswer,
  between,
  type Moved,
  type Occasion,
  type Population,
  personOf,
  readPopulation,
} from "../../src/population/index.ts";
import {
  activeWith,
  lentRules,
  openReach,
  ownerGoals,
  reachesAtom,
  startNodesOf,
  startOf,
  within,
} from "../../src/reach/index.ts";
import { intruderPolicies, nightsBetween, ownerPolicies, type RaceQuestion } from "../../src/world/index.ts";
import { catalogOf } from "../kit/small-world.ts";

const today = "2026-11-28";
const head = (id: string, provides: string) =>
  `institution: ${id}\nprovides: ${provides}\nbasis: { status: tested, seen: 2020, source: "https://example.org" }\n`;
const telco = `${head("telco", "line")}flows: { move: { when: { sim.pin: none }, for: { sim: person.sims, line: sim.line }, asks: possess(sim), gives: [receive-sms(line)], takes: 5m } }\n`;
const asks = [
  "receive-sms(line)",
  "possess(sim)",
  "enter(account)",
  "know(person.id-number)",
  "show-face(person)",
];
const gives = ["enter(account)", "drain(account)", "spend-credit(account)", "know(person.id-number)"];
const flow = fc.record({
  asks: fc.subarray(asks, { minLength: 1, maxLength: 2 }),
  gives: fc.constantFrom(...gives),
  minutes: fc.integer({ min: 1, max: 9 }),
});
type FlowText = { readonly asks: readonly string[]; readonly gives: string; readonly minutes: number };
const walletOf = (flows: readonly FlowText[]) =>
  `${head("wallet", "account")}flows:\n${flows
    .map(
      ({ asks: asked, gives: given, minutes }, i) =>
        `  f${i}: { asks: [${asked.map((each) => `"${each}"`).join(", ")}], gives: ["${given}"], takes: ${minutes}m }\n`,
    )
    .join("")}`;
const catalogWith = (flows: readonly FlowText[]): Catalog => catalogOf(telco, walletOf(flows));
const anyFlows = fc.array(flow, { minLength: 1, maxLength: 5 });

const text = `population: some
title: { en: some, zh: 一些人 }
template:
  person: { id: some, currency: CNY }
  lines: { l: { carrier: telco, sim: { in: d, pin: unknown } } }
  devices: { d: {} }
  accounts: { a: { service: wallet, line: l, balance: 500, credit: 70 }, b: { service: wallet, line: l, balance: 3 } }
shares:
  sim.l.pin: { values: { set: 0.3, none: 0.7 }, source: range }
  account.a: { has: 0.5, source: range }
  account.b: { has: [0.2, 0.9], source: range }
  group.age: { values: { old: 0.4, young: rest }, source: range }
`;
function populationUnder(catalog: Catalog): Population {
  const { population, complaints } = readPopulation(readYaml(text, "p.yaml"), catalog);
  expect(complaints.filter(({ severity }) => severity === "error").map(String)).toEqual([]);
  if (population === undefined) throw new Error("no population");
  return population;
}

const held = ["possess(sim.l)"];
const people = 70;
const askedOf = (old: Catalog, now: Catalog, seed: number): BetweenAnswer => {
  const side = (catalog: Catalog) => ({ catalog, population: populationUnder(catalog) });
  return between({ old: side(old), now: side(now), people, seed, held, today });
};

/** Who loses anything at all, each grounded and asked alone. */
function losersUnder(catalog: Catalog, seed: number, distance: number): ReadonlySet<number> {
  const population = populationUnder(catalog);
  const loses = (index: number): boolean => {
    const person = personOf({ population, seed, index });
    const own = openReach(ground({ catalog, person, today, lend: readingsOn(catalog, today) }));
    const active = within(activeWith(own, []), lentRules(own), distance);
    const { reached } = closure(own.rules, startOf(own, held), active);
    return own.goalNodes.some((node) => reached[node] === 1);
  };
  return new Set(Array.from({ length: people }, (_, index) => index).filter(loses));
}

const countsOf = ({ before, after, opened, closed }: Moved) =>
  [before, after, opened, closed].map((each) => each.people);

test("P9 what is said to be opened and closed is so, counted person by person", () => {
  let moved = 0;
  fc.assert(
    fc.property(anyFlows, anyFlows, fc.integer({ min: 0, max: 1_000 }), (one, two, seed) => {
      const [old, now] = [catalogWith(one), catalogWith(two)];
      const answer = askedOf(old, now, seed);
      for (const [told, distance] of [
        [answer.any, 0],
        [answer.notRuledOut, 2],
      ] as const) {
        const [was, is] = [losersUnder(old, seed, distance), losersUnder(now, seed, distance)];
        expect(countsOf(told)).toEqual([was.size, is.size, is.difference(was).size, was.difference(is).size]);
        moved += told.opened.people + told.closed.people;
      }
    }),
    { numRuns: 12 },
  );
  expect(moved).toBeGreaterThan(0); // A law over nothing must not pass.
});

test("P9 the other way round it is the mirror, and of equal catalogues nothing moves", () => {
  fc.assert(
    fc.property(anyFlows, anyFlows, (one, two) => {
      const [old, now] = [catalogWith(one), catalogWith(two)];
      const [there, back] = [askedOf(old, now, 3), askedOf(now, old, 3)];
      const [before, after, opened, closed] = countsOf(there.any);
      expect(countsOf(back.any)).toEqual([after, before, closed, opened]);
      expect(back.money.difference.mean).toBeCloseTo(-there.money.difference.mean);
      const none = askedOf(old, old, 3);
      expect([countsOf(none.any).slice(2), countsOf(none.notRuledOut).slice(2)]).toEqual([
        [0, 0],
        [0, 0],
      ]);
      expect(none.money.difference).toEqual({ mean: 0, low: 0, high: 0 });
      // In a group nobody is counted who is not of it.
      const sum = there.groups.reduce((all, { any }) => all + (any?.opened.people ?? 0), 0);
      expect(sum).toBe(there.any.opened.people);
    }),
    { numRuns: 20 },
  );
});

/** What each of them gets at and could use by themselves, each grounded and asked alone. */
function ownersAlone(catalog: Catalog, seed: number, occasion: Occasion) {
  const population = populationUnder(catalog);
  const gone = occasion === "once-lost" ? held : [];
  return Array.from({ length: people }, (_, index) => {
    const person = personOf({ population, seed, index });
    const own = openReach(ground({ catalog, person, today, lend: readingsOn(catalog, today) }));
    const start = startNodesOf(own, ownerStart(own.world, heldIn(own.world, gone)));
    const { reached } = closure(own.rules, start, within(activeWith(own, []), lentRules(own), 0));
    const isHad = reachesAtom(own, reached);
    const texts = (atoms: readonly AtomId[]) => atoms.map((atom) => at(own.world.atoms, atom).text);
    const stepsOf = (service: string) =>
      own.world.steps.filter(
        ({ institution, flow, lent }) => lent === undefined && `${institution}/${flow.id}` === service,
      );
    return {
      gets: new Set(texts(ownerGoals(own.world, isHad))),
      isConcerned: (service: string) => stepsOf(service).length > 0,
      uses: (service: string) => stepsOf(service).some(({ asks: asked }) => asked.every(isHad)),
    };
  });
}

test("P10 what a change takes from owners, and who could use what, is counted person by person", () => {
  let [locked, used] = [0, 0];
  fc.assert(
    fc.property(anyFlows, anyFlows, fc.integer({ min: 0, max: 1_000 }), (one, two, seed) => {
      const [old, now] = [catalogWith(one), catalogWith(two)];
      for (const { occasion, of, things, services } of askedOf(old, now, seed).owners) {
        const [was, is] = [ownersAlone(old, seed, occasion), ownersAlone(now, seed, occasion)];
        expect(of).toBe(people); // The line is everybody's.
        const changed = new Set(things.map(({ thing }) => thing));
        for (const thing of new Set([...was, ...is].flatMap(({ gets: got }) => [...got]))) {
          const lost = was.filter(({ gets: got }, i) => got.has(thing) && !is[i]!.gets.has(thing)).length;
          const won = is.filter(({ gets: got }, i) => got.has(thing) && !was[i]!.gets.has(thing)).length;
          expect(changed.has(thing)).toBe(lost + won > 0);
          const told = things.find((each) => each.thing === thing);
          expect([told?.closed.people ?? 0, told?.opened.people ?? 0]).toEqual([lost, won]);
          locked += lost;
        }
        for (const told of services) {
          const { service } = told;
          const isConcerned = (i: number) => was[i]!.isConcerned(service) || is[i]!.isConcerned(service);
          expect(told.of).toBe(was.filter((_, i) => isConcerned(i)).length);
          expect([told.before.people, told.after.people]).toEqual([
            was.filter(({ uses }) => uses(service)).length,
            is.filter(({ uses }) => uses(service)).length,
          ]);
          used += told.before.people;
        }
      }
    }),
    { numRuns: 20 },
  );
  expect(Math.min(locked, used)).toBeGreaterThan(0); // A law over nothing must not pass.
});

test("P11 how soon something is lost is each one's own earliest time", () => {
  let timed = 0;
  fc.assert(
    fc.property(anyFlows, anyFlows, fc.integer({ min: 0, max: 1_000 }), (one, two, seed) => {
      const catalogs = [catalogWith(one), catalogWith(two)] as const;
      const { soon } = askedOf(...catalogs, seed);
      const [was, is] = catalogs.map((catalog) => {
        const population = populationUnder(catalog);
        return Array.from({ length: people }, (_, index) => {
          const person = personOf({ population, seed, index });
          const own = openReach(ground({ catalog, person, today, lend: readingsOn(catalog, today) }));
          const active = within(activeWith(own, []), lentRules(own), 0);
          const { time } = earliest(own.rules, startOf(own, held), { active });
          return Math.min(...own.goalNodes.map((node) => time[node] ?? Infinity), Infinity);
        });
      });
      expect(soon.people).toBe(people);
      for (const { minutes, before, after } of soon.by) {
        const by = (each: readonly number[] | undefined) => each?.filter((one) => one <= minutes).length;
        expect([minutes, before.people, after.people]).toEqual([minutes, by(was), by(is)]);
        timed += before.people > 0 && before.people < people ? 1 : 0;
      }
    }),
    { numRuns: 12 },
  );
  expect(timed).toBeGreaterThan(0); // A law over nothing must not pass.
});

test("P9 nights of equal worlds are the same nights, and a change of one side moves them alone", () => {
  const nightsOf = (catalog: Catalog, index: number): RaceQuestion => {
    const person = personOf({ population: populationUnder(catalog), seed: 5, index });
    const owner = ownerPolicies.get("nothing");
    const intruder = intruderPolicies.get("gang");
    if (owner === undefined || intruder === undefined) throw new Error("no such policy");
    return {
      world: ground({ catalog, person, today }),
      held,
      horizonMinutes: 600,
      owner: owner(),
      intruder: intruder(),
      seed: 5 + index,
      runs: 4,
    };
  };
  const open = catalogWith([{ asks: ["receive-sms(line)"], gives: "drain(account)", minutes: 5 }]);
  const shut = catalogWith([{ asks: ["show-face(person)"], gives: "drain(account)", minutes: 5 }]);
  const raced = (old: Catalog, now: Catalog) =>
    nightsBetween(
      Array.from({ length: 20 }, (_, i) => ({ before: nightsOf(old, i), after: nightsOf(now, i) })),
      4,
    );
  const still = raced(open, open);
  expect([still.loss.difference, still.loss.ci95, still.worse.value, still.better.value]).toEqual([
    0,
    [0, 0],
    0,
    0,
  ]);
  expect(still.worse.ci95[1]).toBeGreaterThan(0); // Nobody of twenty is not nobody.
  expect(still.pLoss.before).toBeGreaterThan(0);
  const closed = raced(open, shut);
  expect([closed.pLoss.after, closed.worse.value]).toEqual([0, 0]);
  expect(closed.better.value).toBe(closed.pLoss.before); // Whoever loses at all there loses in every night.
  expect(closed.loss.ci95[1]).toBeLessThan(0);
});
