/** Whose statement, text or record a row can be: the cards, accounts and lines of this person that it may speak of. */
import type { TraceKind } from "../model/index.ts";
import type { Thing, ThingId } from "../person/index.ts";
import type { Row } from "./row.ts";

/** What a file is of, by what its source and name say. */
export interface FileMeaning {
  readonly kind: TraceKind;
  readonly institutions: readonly string[];
}

/** By the digits the row or the file's name gives; by what this person has there. */
export function thingsOf(
  row: Row,
  { kind, institutions }: FileMeaning,
  things: readonly Thing[],
): readonly ThingId[] {
  const wanted =
    kind === "row"
      ? ["card", "account"]
      : kind === "mail"
        ? ["mailbox"]
        : kind === "sms" || kind === "call"
          ? ["line"]
          : ["line", "card", "account"];
  const ofKind = things.filter((thing) => wanted.includes(thing.kind));
  const digits = row.card?.replace(/\D/g, "").slice(-4);
  const byDigits = ofKind.filter(
    ({ attributes }) => digits !== undefined && digits.length === 4 && attributes.get("last4") === digits,
  );
  if (byDigits.length > 0) return byDigits.map(({ id }) => id);
  const named = ofKind.filter(({ name, id }) => isNamed(row, id, name));
  if (named.length > 0) return named.map(({ id }) => id);
  const there = ofKind.filter(({ institution }) => institutions.includes(institution ?? ""));
  const fitting = there.filter((thing) => isOfType(row.source, thing));
  return (
    fitting.length > 0 ? fitting : kind === "sms" || kind === "call" || kind === "mail" ? ofKind : there
  ).map(({ id }) => id);
}

/** A card named by its own id: `card.ccb-debit`, as files made from a told night do. */
const isNamed = ({ card }: Row, id: ThingId, name: string): boolean => card === id || card === name;

const isOfType = (source: string, { kind, attributes }: Thing): boolean => {
  const type = attributes.get("kind");
  return kind === "card" && type !== undefined && source.toLowerCase().includes(type);
};
