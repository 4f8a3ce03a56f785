/**
 * What may be lost where nobody said how much: an assumed sum in the place of every unknown one, so that a plan can be
 * weighed at all. It ranks; it is never told as somebody's money.
 */
import type { Catalog } from "../catalog/index.ts";
import type { Person, Thing } from "../person/index.ts";

/** Where nothing at all is stated. Only its ratio to other sums matters. */
const assumedUsually = 1_000;

export interface Weighed {
  readonly person: Person;
  /** The sum taken for every unknown one. */
  readonly assumed: number;
  /** `balance card.main`: what nobody stated. */
  readonly unknown: readonly string[];
}

/** The person with every unknown sum filled in by the middle of the stated ones. */
export function withAssumedSums(catalog: Catalog, person: Person): Weighed {
  const lossWords = [...catalog.vocabulary.capabilities.values()].filter(({ loss }) => loss.length > 0);
  const attributesOf = (thing: Thing): readonly string[] => [
    ...new Set(lossWords.flatMap(({ of, loss }) => (of[0]?.includes(thing.kind) === true ? loss : []))),
  ];
  const stated = [...person.things.values()].flatMap((thing) =>
    attributesOf(thing).flatMap((attribute) => {
      const value = Number(thing.attributes.get(attribute));
      return Number.isFinite(value) && value > 0 ? [value] : [];
    }),
  );
  stated.sort((a, b) => a - b);
  const assumed = stated[Math.floor(stated.length / 2)] ?? assumedUsually;
  const unknown: string[] = [];
  const things = new Map(
    [...person.things].map(([id, thing]) => {
      const attributes = new Map(thing.attributes);
      for (const attribute of attributesOf(thing)) {
        const value = attributes.get(attribute);
        if (value !== undefined && value !== "unknown") continue;
        if (isBeside(thing, attribute)) continue;
        attributes.set(attribute, String(assumed));
        unknown.push(`${attribute} ${id}`);
      }
      return [id, { ...thing, attributes }] as const;
    }),
  );
  return { person: { ...person, things }, assumed, unknown };
}

/** A savings card has no credit line, and a credit card no balance. */
function isBeside({ attributes }: Thing, attribute: string): boolean {
  const kind = attributes.get("kind");
  return (kind === "debit" && attribute === "credit") || (kind === "credit" && attribute === "balance");
}
