/** P12, over the shipped catalogue: whatever key of whatever is otherwise, what is kept of one side never stands in for the other. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Catalog, readWholeFolder } from "../../src/catalog/index.ts";
import type { Flow } from "../../src/model/index.ts";
import { diff } from "../../src/questions/index.ts";
import { personOf } from "../kit/small-world.ts";

const { catalog: all } = readWholeFolder({ folder: "catalog", from: "", stories: false });
/** Of one country, with what is lent there. */
const shipped: Catalog = {
  ...all,
  institutions: new Map(
    [...all.institutions].filter(
      ([, { regions, isArchetype }]) => isArchetype || regions.length === 0 || regions.includes("cn"),
    ),
  ),
};
const personText = `
person: { id: p, region: cn, currency: CNY }
lines: { l: { carrier: china-telecom-sichuan, sim: { in: d, pin: none } } }
devices: { d: { vendor: huawei, account: h } }
cards: { c: { bank: some-bank, reserved-line: l } }
accounts:
  h: { service: huawei, line: l, devices: [d] }
  a: { service: alipay, line: l, cards: [c], balance: 500 }
  w: { service: wechat-tenpay, line: l, devices: [d], cards: [c], balance: 70 }
  g: { service: sichuan-12333, line: l }
documents: { i: { kind: id-card } }
`;
const concerned = [
  "alipay",
  "wechat-tenpay",
  "huawei",
  "sichuan-12333",
  "china-telecom-sichuan",
  "unionpay-app",
];

/** One key of one thing as another of its kind has it. */
interface Change {
  readonly what: string;
  readonly place: number;
  readonly which: number;
  readonly other: number;
  readonly key: number;
}
const anyChange: fc.Arbitrary<Change> = fc.record({
  what: fc.constantFrom("institution", "flow", "flow", "ask", "ask", "gone", "measure", "aspect", "word"),
  place: fc.nat(),
  which: fc.nat(),
  other: fc.nat(),
  key: fc.nat(),
});
const pick = <T>(list: readonly T[], i: number): T => list[i % list.length]!;

/** One part asked less, or nothing. */
const less = (asks: Flow["asks"], which: number): Flow["asks"] =>
  asks.kind === "all"
    ? { ...asks, parts: asks.parts.filter((_, i) => i !== which % asks.parts.length) }
    : { kind: "all", parts: [] };

function keyed<T extends object>(own: T, theirs: T, key: number, keep: readonly string[]): T {
  const keys = [...new Set([...Object.keys(own), ...Object.keys(theirs)])].filter((k) => !keep.includes(k));
  const name = pick(keys, key);
  return { ...own, [name]: (theirs as Readonly<Record<string, unknown>>)[name] };
}

function withChange(catalog: Catalog, { what, place, which, other, key }: Change): Catalog {
  const institutions = new Map(catalog.institutions);
  const archetypes = [...institutions.values()].filter(({ isArchetype }) => isArchetype).map(({ id }) => id);
  const ids = [...concerned, ...concerned, ...archetypes].filter((id) => institutions.has(id));
  const id = pick(ids, place);
  const own = institutions.get(id)!;
  switch (what) {
    case "institution":
      institutions.set(id, keyed(own, institutions.get(pick(ids, other))!, key, ["id", "isArchetype"]));
      return { ...catalog, institutions };
    case "flow": {
      if (own.flows.length === 0) return catalog;
      const flow = pick(own.flows, which);
      const changed = keyed(flow, pick(own.flows, other), key, ["id"]);
      institutions.set(id, { ...own, flows: own.flows.map((each) => (each === flow ? changed : each)) });
      return { ...catalog, institutions };
    }
    case "ask": {
      if (own.flows.length === 0) return catalog;
      const flow = pick(own.flows, which);
      const changed: Flow = { ...flow, asks: less(flow.asks, other) };
      institutions.set(id, { ...own, flows: own.flows.map((each) => (each === flow ? changed : each)) });
      return { ...catalog, institutions };
    }
    case "gone": {
      institutions.set(id, { ...own, flows: own.flows.filter((_, i) => i !== which % own.flows.length) });
      return { ...catalog, institutions };
    }
    case "measure": {
      const measure = pick(catalog.measures, which);
      const changed = keyed(measure, pick(catalog.measures, other), key, ["id"]);
      return { ...catalog, measures: catalog.measures.map((each) => (each === measure ? changed : each)) };
    }
    case "aspect": {
      const aspects = new Map(catalog.aspects);
      const values = [...aspects.values()];
      const aspect = pick(values, which);
      aspects.set(aspect.id, keyed(aspect, pick(values, other), key, ["id"]));
      return { ...catalog, aspects };
    }
    default: {
      const capabilities = new Map(catalog.vocabulary.capabilities);
      const values = [...capabilities.values()];
      const word = pick(values, which);
      capabilities.set(word.kind, keyed(word, pick(values, other), key, ["kind", "of"]));
      return { ...catalog, vocabulary: { ...catalog.vocabulary, capabilities } };
    }
  }
}

/** As a second reading has it: the same said by other objects. */
const readAgain = (catalog: Catalog): Catalog => structuredClone(catalog);

function answerTo(old: Catalog, now: Catalog, keeps: boolean): string {
  const person = { old: personOf(personText, old), now: personOf(personText, now) };
  return JSON.stringify(
    diff({
      old: { catalog: old, measures: [] },
      now: { catalog: now, measures: [] },
      people: [
        {
          ...person,
          beginnings: [
            ["possess(sim.l)", "possess(device.d)", "know(person.id-number)", "know(card.c.number)"],
            ["receive-sms(line.l)"],
          ],
        },
      ],
      today: "2026-01-01",
      keeps,
      wantsCuts: false,
    }),
  );
}

test("P12 whatever key of the shipped catalogue is otherwise, the answer with what is kept is the answer without", () => {
  let effects = 0;
  fc.assert(
    fc.property(fc.array(anyChange, { minLength: 4, maxLength: 16 }), (changes) => {
      const now = readAgain(changes.reduce(withChange, shipped));
      const kept = answerTo(shipped, now, true);
      effects += JSON.parse(kept).effects.length;
      expect(kept).toBe(answerTo(shipped, now, false));
    }),
    { numRuns: 6 },
  );
  expect(effects).toBeGreaterThan(0); // A law over nothing must not pass.
}, 60_000);
