/**
 * Somebody who described nothing beforehand: one of each thing that the catalogue's archetypes of the region stand for,
 * on one line in one phone, with everything else unknown. A bound and no portrait; each answer sharpens it.
 */
import type { Catalog, YamlText } from "../catalog/index.ts";
import { type ComplaintPlace, compareText, type Institution } from "../model/index.ts";

export const undescribedId = "somebody";

type Section = Record<string, Record<string, unknown>>;

/** The person as a file would say it, to be read like any other. */
export function nobodyDescribed(catalog: Catalog, region: string, file: string): YamlText {
  const place: ComplaintPlace = { file };
  const archetypes = [...catalog.institutions.values()]
    .filter(
      ({ isArchetype, regions, provides }) =>
        isArchetype && provides.length > 0 && (regions.length === 0 || regions.includes(region)),
    )
    .sort((a, b) => compareText(a.id, b.id));
  const lines: Section = {};
  const cards: Section = {};
  const accounts: Section = {};
  const nearest = nearestOfEachKind(archetypes);
  const hasMail = nearest.some(({ kind }) => kind === "mail");
  for (const { id, kind, provides } of nearest) {
    if (provides.includes("line")) lines["main"] = { carrier: id, sim: { in: "phone" } };
    if (provides.includes("card")) cards[kind] = { bank: id, "reserved-line": "main" };
    if (!provides.includes("account")) continue;
    accounts[kind] = {
      service: id,
      line: "main",
      devices: ["phone"],
      ...(hasMail && kind !== "mail" ? { mailbox: "main" } : {}),
      ...(kind === "wallet" && nearest.some((other) => other.provides.includes("card"))
        ? { cards: ["bank"] }
        : {}),
    };
  }
  const vendor = nearest.find(({ kind }) => kind === "vendor");
  return {
    value: {
      person: {
        id: undescribedId,
        region,
        name: { en: "somebody of whom nothing is known yet", zh: "还什么都不知道的人" },
      },
      lines,
      devices: {
        phone: { kind: "phone", ...(vendor === undefined ? {} : { vendor: vendor.id, account: "vendor" }) },
      },
      cards,
      accounts,
      ...(hasMail ? { mailboxes: { main: { account: "mail" } } } : {}),
      documents: { "id-card": { kind: "id-card" } },
    },
    complaints: [],
    locate: () => place,
  };
}

/** Of each kind the archetype of the region itself, else the one for everywhere. */
function nearestOfEachKind(archetypes: readonly Institution[]): readonly Institution[] {
  const found = new Map<string, Institution>();
  for (const each of archetypes) {
    const known = found.get(each.kind);
    if (known === undefined || (known.regions.length === 0 && each.regions.length > 0))
      found.set(each.kind, each);
  }
  return [...found.values()];
}
