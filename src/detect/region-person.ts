/**
 * Somebody of a region of whom nothing is written: one line, one phone, a mailbox, two cards, and an account of each
 * usual kind, each at an institution nobody has read. So all it can do is what archetypes lend: the worst of its kind.
 */
import { type Catalog, readYaml } from "../catalog/index.ts";
import type { Institution, InstitutionKind } from "../model/index.ts";
import { type Person, readPerson } from "../person/index.ts";

const kinds = [
  ["carrier", "line"],
  ["vendor", "vendor"],
  ["mail", "mail"],
  ["bank", "bank"],
  ["wallet", "wallet"],
  ["lender", "lender"],
  ["marketplace", "market"],
  ["government", "government"],
  ["exchange", "exchange"],
  ["messenger", "messenger"],
] as const satisfies readonly (readonly [InstitutionKind, string])[];

/** Where somebody's money usually lies. */
const holdsMoney: ReadonlySet<string> = new Set(["bank", "wallet", "exchange"]);

/** The institution nobody has read, of each kind. */
const unreadId = (kind: string): string => `some-${kind}`;

/** The catalogue with an unread institution of each kind beside those it has. */
export function withUnread(catalog: Catalog): Catalog {
  const institutions = new Map(catalog.institutions);
  for (const [kind] of kinds) {
    const archetype = [...catalog.institutions.values()].find(
      (each) => each.isArchetype && each.kind === kind,
    );
    if (archetype === undefined) continue;
    const unread: Institution = {
      ...archetype,
      id: unreadId(kind),
      isArchetype: false,
      also: [],
      reads: new Map(),
      settings: new Map(),
      defaults: new Map(),
      flows: [],
      measures: [],
    };
    institutions.set(unread.id, unread);
  }
  return { ...catalog, institutions };
}

/** Somebody of this region; `catalog` is one of `withUnread`. */
export function regionPerson(catalog: Catalog, region: string): Person {
  const has = (kind: string) => catalog.institutions.has(unreadId(kind));
  const accounts = kinds
    .filter(([kind]) => kind !== "carrier" && has(kind))
    .map(([kind, name]) => {
      const money =
        kind === "lender" ? "loan-offer: 5000" : holdsMoney.has(kind) ? "balance: 5000" : "balance: 0";
      const isPaying = kind === "wallet" || kind === "bank" || kind === "marketplace";
      const parts = [
        `service: ${unreadId(kind)}`,
        ...(has("carrier") ? ["line: main"] : []),
        ...(has("vendor") ? ["devices: [phone]"] : []),
        ...(kind !== "mail" && has("mail") ? ["mailbox: post"] : []),
        ...(isPaying && has("bank") ? ["cards: [debit]"] : []),
        money,
      ];
      return `  ${name}: { ${parts.join(", ")} }`;
    });
  // A catalogue that lacks a kind has nothing to lend for it: then this person has none of it.
  const reserved = has("carrier") ? ", reserved-line: main" : "";
  const text = [
    `person: { id: somebody-${region}, region: ${region}, name: { en: "somebody", zh: 某人 } }`,
    ...(has("carrier")
      ? [`lines: { main: { carrier: ${unreadId("carrier")}${has("vendor") ? ", sim: { in: phone }" : ""} } }`]
      : []),
    ...(has("vendor")
      ? [`devices: { phone: { vendor: ${unreadId("vendor")}, kind: phone, account: vendor } }`]
      : []),
    ...(has("bank")
      ? [
          "cards:",
          `  debit: { bank: ${unreadId("bank")}, kind: debit${reserved}, balance: 10000 }`,
          `  credit: { bank: ${unreadId("bank")}, kind: credit${reserved}, credit: 5000 }`,
        ]
      : []),
    ...(has("mail") ? ["mailboxes: { post: { account: mail } }"] : []),
    ...(accounts.length > 0 ? ["accounts:", ...accounts] : []),
    "documents: { id-card: { kind: id-card } }",
  ].join("\n");
  const { person, complaints } = readPerson(readYaml(text, "somebody"), catalog);
  if (person === undefined)
    throw new Error(`the region's person cannot be read: ${complaints[0]?.message ?? ""}`);
  return person;
}
