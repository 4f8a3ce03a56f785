/**
 * People for a stream: what they use and how they live. Institutions are those of the catalogue in the region, or ones
 * nobody has read; habits are drawn from the seed.
 */
import { type Catalog, isInRegion, readYaml } from "../catalog/index.ts";
import { regionPerson } from "../detect/index.ts";
import type { InstitutionKind } from "../model/index.ts";
import { type Person, readPerson } from "../person/index.ts";
import { chanceOf } from "./chance.ts";
import { town } from "./town.ts";

const regions = ["cn", "us", "gb", "in", "sg", "br"] as const;

export interface Somebody {
  readonly id: string;
  readonly region: string;
  readonly person: Person;
  /** By kind of institution: where this person has something. */
  readonly at: Readonly<Partial<Record<InstitutionKind, readonly string[]>>>;
  readonly life: Life;
  /** The town they live in. */
  readonly home: string;
}

export const lives = ["plain", "night", "helped", "traveller", "renewing", "trader", "household"] as const;
export interface Life {
  readonly kind: (typeof lives)[number];
  /** The middle of the waking day, in hours. */
  readonly noon: number;
  readonly eventsPerDay: number;
  readonly amount: number;
  readonly payees: number;
}

/** A person of this number: every third has institutions nobody has read. */
export function somebody(catalog: Catalog, seed: number, number: number): Somebody {
  const chance = chanceOf(seed, "person", number);
  const region = chance.of(regions) ?? "cn";
  const person =
    number % 3 === 0 ? regionPerson(catalog, region) : typicalPerson(catalog, region, chance.below(4));
  const kinds = lives.flatMap((kind) =>
    Array<Life["kind"]>(kind === "plain" ? 10 : kind === "renewing" || kind === "trader" ? 1 : 2).fill(kind),
  );
  const kind = chance.of(kinds) ?? "plain";
  return {
    id: `p${String(number).padStart(6, "0")}`,
    region,
    person,
    at: institutionsOf(catalog, person),
    life: {
      kind,
      noon: kind === "night" ? 23 + 4 * chance.next() : 13 + 3 * chance.next(),
      eventsPerDay: chance.around(kind === "trader" ? 5 : 2.2, 0.5),
      amount: chance.around(kind === "trader" ? 150 : 30, 0.8),
      payees: 3 + chance.below(9),
    },
    home: town(region, chance),
  };
}

function institutionsOf(catalog: Catalog, person: Person): Somebody["at"] {
  const at: Partial<Record<InstitutionKind, string[]>> = {};
  for (const { institution, of } of person.things.values()) {
    const kind = institution === undefined ? undefined : catalog.institutions.get(institution)?.kind;
    if (kind === undefined || institution === undefined || of !== undefined) continue;
    const list = at[kind] ?? [];
    at[kind] = list;
    if (!list.includes(institution)) list.push(institution);
  }
  return at;
}

/** Kinds somebody in the region usually has something of, with the section of the account. */
const accountKinds: readonly InstitutionKind[] = [
  "vendor",
  "mail",
  "wallet",
  "lender",
  "marketplace",
  "government",
  "exchange",
  "messenger",
];

const typicalKept = new WeakMap<Catalog, Map<string, Person>>();

/** Somebody who uses what the catalogue knows in this region; a handful of different ones. */
function typicalPerson(catalog: Catalog, region: string, variant: number): Person {
  const kept = typicalKept.get(catalog) ?? new Map<string, Person>();
  typicalKept.set(catalog, kept);
  const key = `${region} ${variant}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = makeTypical(catalog, region, variant);
  kept.set(key, made);
  return made;
}

function makeTypical(catalog: Catalog, region: string, variant: number): Person {
  const chance = chanceOf("typical", region, variant);
  const pick = (kind: InstitutionKind, provides: string): string => {
    const known = [...catalog.institutions.values()]
      .filter((each) => each.kind === kind && !each.isArchetype && isInRegion(each, { region }))
      .filter((each) => each.provides.includes(provides as never) && !each.id.startsWith("some-"));
    // Nothing can be done where nobody has read anything, and a name more in the catalogue is no other life.
    const read = known.filter(({ flows }) => flows.length > 0);
    const ids = (read.length > 0 ? read : known).map(({ id }) => id).sort();
    return chance.of(ids) ?? `some-${kind}`;
  };
  const carrier = pick("carrier", "line");
  const bank = pick("bank", "card");
  const vendor = pick("vendor", "account");
  const accounts = accountKinds
    .filter((kind) => kind === "vendor" || kind === "mail" || chance.is(0.75))
    .map((kind) => {
      const service = kind === "vendor" ? vendor : pick(kind, "account");
      const money =
        kind === "lender"
          ? ", loan-offer: 5000"
          : kind === "wallet" || kind === "exchange"
            ? ", balance: 3000"
            : "";
      const cards = kind === "wallet" || kind === "marketplace" ? ", cards: [debit]" : "";
      const mailbox = kind === "mail" ? "" : ", mailbox: post";
      return `  ${kind}: { service: ${service}, line: main, devices: [phone]${mailbox}${cards}${money} }`;
    });
  const text = [
    `person: { id: typical-${region}-${variant}, region: ${region}, name: { en: somebody, zh: 某人 } }`,
    `lines: { main: { carrier: ${carrier}, sim: { in: phone } } }`,
    `devices: { phone: { vendor: ${vendor}, kind: phone, account: vendor } }`,
    `cards: { debit: { bank: ${bank}, kind: debit, reserved-line: main, balance: 8000 }, credit: { bank: ${bank}, kind: credit, reserved-line: main, credit: 4000 } }`,
    "mailboxes: { post: { account: mail } }",
    "accounts:",
    ...accounts,
    "documents: { id-card: { kind: id-card } }",
  ].join("\n");
  const { person, complaints } = readPerson(readYaml(text, "somebody"), catalog);
  if (person === undefined)
    throw new Error(`a typical person cannot be read: ${complaints[0]?.message ?? ""}`);
  return person;
}
