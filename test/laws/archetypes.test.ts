/**
 * C4: whoever is somewhere nobody has read is no safer with us than anywhere we know. The archetype of a kind, of which
 * nothing is said, stands in for every institution of it: from what a flow asks it reaches what the flow gives, no later.
 */
import { expect, test } from "vitest";
import {
  archetypesOf,
  archetypesOfPerson,
  type Catalog,
  readCatalog,
  whatIsRead,
} from "../../src/catalog/index.ts";
import type { Institution } from "../../src/model/index.ts";
import { dominanceOf, strayArchetypes, withPots } from "../kit/dominance.ts";
import { readShipped } from "../kit/shipped.ts";

const { catalog, texts, people } = readShipped();

/** What no archetype does, with the reason it need not; each must be needed. */
const exceptions: ReadonlyMap<string, string> = new Map([
  ["alipay/claim", "the owner claims back what was lost"],
  ["jd/dispute-baitiao", "the owner claims back what was lost"],
  ["meituan/send-papers-for-a-claim", "the owner claims back what was lost"],
  ["suning-finance/take-back-unspent-goods", "the owner claims back what was lost"],
  ["unionpay-app/claim", "the owner claims back what was lost"],
  ["wechat-tenpay/claim", "the owner claims back what was lost"],
  ["number-lookup-cn/how-many-cards-in-my-name", "it counts lines and opens nothing"],
  ["number-lookup-cn/which-accounts-hang-on-my-number", "it lists accounts and opens nothing"],
  ["wechat-tenpay/clear-accounts-in-my-name", "it lists accounts, so that the owner can close them"],
]);

/** Kinds whose flows are the owner's (a report, a stop) or nobody's: there is nothing to lend to an intruder. */
const withoutArchetype = ["clearing", "other", "police", "rescue"];

/** The one that lends everywhere. */
function archetypeFor(kind: Institution["kind"]): Institution | undefined {
  const [archetype, ...more] = archetypesOf(catalog, kind).filter(({ regions }) => regions.length === 0);
  expect(more.map(({ id }) => id)).toEqual([]);
  return archetype;
}

const others = [...catalog.institutions.values()].filter(({ kind }) => !withoutArchetype.includes(kind));

test("C4 what an institution gives its archetype gives, for no more and no later", () => {
  let compared = 0;
  const undominated = new Map<string, string>();
  const lending = new Map<string, Institution>();
  for (const institution of others) {
    const archetype = archetypeFor(institution.kind);
    if (archetype === undefined) throw new Error(`no archetype for ${institution.id}`);
    if (archetype.id === institution.id) continue;
    const lent = lending.get(archetype.id) ?? withPots(catalog, archetype);
    lending.set(archetype.id, lent);
    const found = dominanceOf(catalog, institution, lent);
    compared += found.compared;
    for (const { flow, asks, gives, minutes, archetypeMinutes } of found.undominated)
      undominated.set(
        flow,
        `${asks.join(", ")} -> ${gives}: ${minutes}, archetype ${archetypeMinutes ?? "never"}`,
      );
  }
  expect(compared).toBeGreaterThan(900); // A check that compares nothing must not pass.
  expect([...undominated].filter(([flow]) => !exceptions.has(flow))).toEqual([]);
  expect([...exceptions.keys()].filter((flow) => !undominated.has(flow))).toEqual([]);
});

test("C4 what an archetype lacks, or does later, is noticed", () => {
  const bank = catalog.institutions.get("nubank");
  const archetype = archetypeFor("bank");
  if (bank === undefined || archetype === undefined) throw new Error("no bank");
  const change = (edit: (flow: Institution["flows"][number]) => readonly Institution["flows"][number][]) =>
    dominanceOf(
      catalog,
      bank,
      withPots(catalog, { ...archetype, flows: archetype.flows.flatMap(edit) }),
    ).undominated.map(({ flow, archetypeMinutes }) => `${flow} ${archetypeMinutes ?? "never"}`);
  expect(change((flow) => [flow])).toEqual([]);
  expect(change((flow) => (flow.id === "see-the-payment-pin" ? [] : [flow]))).toEqual([
    "nubank/see-pin-with-app-password never",
  ]);
  expect(
    change((flow) => [
      flow.id === "see-the-payment-pin" ? { ...flow, takes: { ...flow.takes, min: 2 } } : flow,
    ]),
  ).toEqual(["nubank/see-pin-with-app-password 2"]);
});

test("an archetype is unknown first, belongs flow by flow to one aspect, and is closed at no hour but at a counter", () => {
  const archetypes = [...catalog.institutions.values()].filter(
    ({ isArchetype, regions }) => isArchetype && regions.length === 0,
  );
  expect(archetypes.length).toBeGreaterThan(10);
  const { aspectsOf } = whatIsRead(catalog, "9999-12-31");
  const wrong = archetypes.flatMap((archetype) => [
    ...[...archetype.settings]
      .filter(([, { values }]) => values[0] !== "unknown")
      .map(([name]) => `${archetype.id}: ${name}`),
    ...archetype.flows
      .filter(
        (flow) =>
          aspectsOf(archetype, flow).aspects.length !== 1 ||
          flow.valid.from !== undefined ||
          flow.valid.until !== undefined ||
          (flow.hours !== undefined &&
            flow.channel !== "counter" &&
            flow.hours.some(([from, to]) => from > 0 || to < 7 * 24 * 60)),
      )
      .map((flow) => `${archetype.id}/${flow.id}: ${aspectsOf(archetype, flow).aspects.join(" ")}`),
  ]);
  expect(wrong).toEqual([]);
});

test("an archetype nobody lends acts in no world that does not use it, and opens no account", () => {
  expect(people.size).toBeGreaterThan(4);
  const stray = [...people.values()].flatMap((person) => strayArchetypes(catalog, person));
  expect(stray).toEqual([]);
});

test("every aspect an institution can have is lent by an archetype of its kind, or is the owner's", () => {
  const { aspectsOf } = whatIsRead(catalog, "9999-12-31");
  const lent = (kind: Institution["kind"], aspect: string) =>
    archetypesOf(catalog, kind).some((archetype) =>
      archetype.flows.some((flow) => aspectsOf(archetype, flow).aspects.includes(aspect)),
    );
  const lacking = [...catalog.aspects.values()].flatMap(({ id, kinds, pots, isOwners }) =>
    isOwners
      ? []
      : [...kinds, ...pots.values()].filter((kind) => !lent(kind, id)).map((kind) => `${kind} ${id}`),
  );
  expect(lacking).toEqual([]);
  const own = [...catalog.aspects.values()].filter(
    ({ kinds, standsFor }) => kinds.length === 0 && standsFor === undefined,
  );
  const ownLent = archetypesOfPerson(catalog).flatMap((archetype) =>
    archetype.flows.flatMap((flow) => aspectsOf(archetype, flow).aspects),
  );
  expect(own.map(({ id }) => id).filter((id) => !ownLent.includes(id))).toEqual([]);
  expect(own.length).toBe(2);
});

test("every word of the vocabulary says what asking it rests on", () => {
  const { capabilities, secrets, proofs }: Catalog["vocabulary"] = catalog.vocabulary;
  const words = [
    // What `know` rests on each secret says for itself.
    ...[...capabilities.keys()].filter((kind) => kind !== "know"),
    ...[...secrets].flatMap(([thing, named]) => [...named.keys()].map((secret) => `${thing}.${secret}`)),
  ];
  expect(words.filter((word) => !proofs.has(word))).toEqual([]);
});

test("a word renamed through the whole catalogue changes no reading", () => {
  const renamed = readCatalog(
    texts
      .filter(({ text }) => !/^(person|story|night):/m.test(text))
      .map(({ file, text }) => ({
        file,
        text: text.replace(/\b(enter|receive-sms|show-face|appear-in-person)\b(?=[(:,\]])/g, "$1-renamed"),
      })),
  ).catalog;
  const told = (from: Catalog) =>
    [...whatIsRead(from, "2026-11-22").of].map(([id, readings]) => ({ id, readings: [...readings] }));
  expect(renamed.vocabulary.capabilities.has("enter-renamed")).toBe(true);
  expect(told(renamed)).toEqual(told(catalog));
  expect(told(catalog).flatMap(({ readings }) => readings).length).toBeGreaterThan(900);
});
