/**
 * What somebody would have in hand when it begins, in words a person would use: the SIM card, the locked phone, the open
 * phone, the whole bag. Kept as capabilities, which is what every question asks; read back from them to be shown.
 */
import { splitCapability } from "../../../src/model/index.ts";
import { isPhone } from "./adding.ts";
import { bodyOf, isThere, type PersonDocument, simOf, splitId, type ThingId, thingsOf } from "./document.ts";

export type Scenario = "sim" | "locked" | "unlocked" | "bag";

export interface Held {
  readonly scenario: Scenario;
  /** The phone, or for the SIM card alone its number. */
  readonly thing: ThingId;
  /** Papers, cards and other devices that were in the same bag. */
  readonly also: readonly ThingId[];
}

/** Undefined: something a file said that none of these says. */
export function readHeld(held: readonly string[]): Held | undefined {
  const words = held.map(splitCapability);
  if (words.some((word) => word === undefined || word.subjects.length !== 1)) return undefined;
  const had = (kind: string) => words.flatMap((word) => (word?.kind === kind ? word.subjects : []));
  const [possessed, open] = [had("possess"), had("unlock")];
  if (possessed.length + open.length !== held.length) return undefined;
  const [first, ...also] = possessed;
  if (first === undefined) return undefined;
  if (open.length > 1 || (open[0] !== undefined && open[0] !== first)) return undefined;
  if (first.startsWith("sim."))
    return also.length > 0 || open.length > 0
      ? undefined
      : { scenario: "sim", thing: `line.${splitId(first).name}`, also: [] };
  if (!first.startsWith("device.")) return undefined;
  if (open.length > 0) return also.length > 0 ? undefined : { scenario: "unlocked", thing: first, also };
  return { scenario: also.length > 0 ? "bag" : "locked", thing: first, also };
}

export function writeHeld({ scenario, thing, also }: Held): readonly string[] {
  if (scenario === "sim") return [`possess(sim.${splitId(thing).name})`];
  if (scenario === "unlocked") return [`possess(${thing})`, `unlock(${thing})`];
  return [thing, ...(scenario === "bag" ? also : [])].map((each) => `possess(${each})`);
}

/** Phones one can lose. */
export const phonesOf = (document: PersonDocument): readonly ThingId[] =>
  thingsOf(document, "device").filter((id) => isPhone(bodyOf(document, id)));

/** Numbers on a card one can take out. */
export const looseSims = (document: PersonDocument): readonly ThingId[] =>
  thingsOf(document, "line").filter((id) => {
    const body = bodyOf(document, id);
    const sim = body === undefined ? undefined : simOf(body);
    return sim !== undefined && sim["kind"] !== "esim";
  });

/** What may lie in the same bag as this phone: papers that are not only in a phone, cards, other devices. */
export const bagOf = (document: PersonDocument, phone: ThingId): readonly ThingId[] => [
  ...thingsOf(document, "document").filter((id) =>
    [undefined, "none", "unknown"].includes(bodyOf(document, id)?.["device"] as undefined),
  ),
  ...thingsOf(document, "card"),
  ...thingsOf(document, "device").filter((id) => id !== phone),
];

/** The locked phone with its SIM card in it; without a phone the SIM card; without either nothing. */
export function usualHeld(document: PersonDocument): readonly string[] {
  const [phone] = phonesOf(document);
  if (phone !== undefined) return writeHeld({ scenario: "locked", thing: phone, also: [] });
  const [line] = looseSims(document);
  return line === undefined ? [] : writeHeld({ scenario: "sim", thing: line, also: [] });
}

/** After a change of the things: what is gone is in nobody's hand, and something is. */
export function heldAfter(
  held: readonly string[],
  before: PersonDocument,
  after: PersonDocument,
): readonly string[] {
  const left = held.filter((word) =>
    (splitCapability(word)?.subjects ?? []).every((each) => isSubjectThere(after, each)),
  );
  const isHand = (word: string) => word.startsWith("possess(");
  // While somebody begins, a SIM card alone becomes the phone it is in as soon as the phone is there.
  const isUsual = JSON.stringify(held) === JSON.stringify(usualHeld(before));
  return isUsual || !left.some(isHand) ? usualHeld(after) : left;
}

function isSubjectThere(document: PersonDocument, subject: string): boolean {
  const [kind = "", name = ""] = subject.split(".");
  return (
    subject === "person" || isThere(document, `${kind}.${name}`) || kind === "person" || /^new-/.test(name)
  );
}

export interface Begin {
  readonly day: string;
  readonly time: string;
}

export const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

export function readBegin(at: string | undefined): Begin | undefined {
  const match = /^(?:([a-z]{3}) )?(\d{1,2}:\d{2})$/.exec(at ?? "");
  return match === null ? undefined : { day: match[1] ?? "mon", time: (match[2] ?? "").padStart(5, "0") };
}

export const writeBegin = ({ day, time }: Begin): string => `${day} ${time}`;
