/**
 * What somebody would have in hand when it begins, in words a person would use: the SIM card, the locked phone, the open
 * phone, the whole bag; and for whoever has no phone, or loses something else: the wallet, the number, the mailbox. Kept
 * as capabilities, which is what every question asks; read back from them to be shown.
 */
import { splitCapability } from "../../../src/model/index.ts";
import { isPhone } from "./adding.ts";
import { bodyOf, isThere, type PersonDocument, simOf, splitId, type ThingId, thingsOf } from "./document.ts";

export type Scenario = "sim" | "locked" | "unlocked" | "bag" | "wallet" | "number" | "mailbox";

export interface Held {
  readonly scenario: Scenario;
  /** The phone, for the SIM card alone its number; of a wallet the first of what is in it. */
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
  if (held.length === 1)
    for (const scenario of ["number", "mailbox"] as const) {
      const [thing] = had(kindOf[scenario]);
      if (thing !== undefined) return { scenario, thing, also: [] };
    }
  if (possessed.length + open.length !== held.length) return undefined;
  const [first, ...also] = possessed;
  if (first === undefined) return undefined;
  if (open.length > 1 || (open[0] !== undefined && open[0] !== first)) return undefined;
  if (first.startsWith("sim."))
    return also.length > 0 || open.length > 0
      ? undefined
      : { scenario: "sim", thing: `line.${splitId(first).name}`, also: [] };
  if (open.length === 0 && possessed.every(isOfWallet)) return { scenario: "wallet", thing: first, also };
  if (!first.startsWith("device.")) return undefined;
  if (open.length > 0) return also.length > 0 ? undefined : { scenario: "unlocked", thing: first, also };
  return { scenario: also.length > 0 ? "bag" : "locked", thing: first, also };
}

/** What one can do with a thing that is taken without a hand on it. */
const kindOf = { number: "control", mailbox: "read-mail" } as const;

const isOfWallet = (id: ThingId) => id.startsWith("card.") || id.startsWith("document.");

export function writeHeld({ scenario, thing, also }: Held): readonly string[] {
  switch (scenario) {
    case "sim":
      return [`possess(sim.${splitId(thing).name})`];
    case "unlocked":
      return [`possess(${thing})`, `unlock(${thing})`];
    case "number":
    case "mailbox":
      return [`${kindOf[scenario]}(${thing})`];
    case "locked":
      return [`possess(${thing})`];
    case "bag":
    case "wallet":
      return [thing, ...also].map((each) => `possess(${each})`);
  }
}

/** Phones one can lose. */
const phonesOf = (document: PersonDocument): readonly ThingId[] =>
  thingsOf(document, "device").filter((id) => isPhone(bodyOf(document, id)));

/** Numbers on a card one can take out. */
const looseSims = (document: PersonDocument): readonly ThingId[] =>
  thingsOf(document, "line").filter((id) => {
    const body = bodyOf(document, id);
    const sim = body === undefined ? undefined : simOf(body);
    return sim !== undefined && sim["kind"] !== "esim";
  });

/** Cards, and papers that are not only in a phone. */
export const walletOf = (document: PersonDocument): readonly ThingId[] => [
  ...thingsOf(document, "document").filter((id) =>
    [undefined, "none", "unknown"].includes(bodyOf(document, id)?.["device"] as undefined),
  ),
  ...thingsOf(document, "card"),
];

/** What may lie in the same bag as this phone: what is in a wallet, and other devices. */
export const bagOf = (document: PersonDocument, phone: ThingId): readonly ThingId[] => [
  ...walletOf(document),
  ...thingsOf(document, "device").filter((id) => id !== phone),
];

/** The things of which one is taken in this scenario. */
export function thingsFor(document: PersonDocument, scenario: Scenario): readonly ThingId[] {
  switch (scenario) {
    case "sim":
      return looseSims(document);
    case "locked":
    case "unlocked":
    case "bag":
      return phonesOf(document);
    case "wallet":
      return walletOf(document);
    case "number":
      return thingsOf(document, "line");
    case "mailbox":
      return thingsOf(document, "mailbox");
  }
}

/**
 * What is lost most often, as far as it is there: the locked phone with its SIM card in it; else the SIM card, else cards
 * and papers, else the number, else the mailbox. Empty: none of these has been entered.
 */
export function usualHeld(document: PersonDocument): readonly string[] {
  for (const scenario of usually) {
    const [thing, ...rest] = thingsFor(document, scenario);
    if (thing !== undefined) return writeHeld({ scenario, thing, also: scenario === "wallet" ? rest : [] });
  }
  return [];
}
const usually = ["locked", "sim", "wallet", "number", "mailbox"] as const;

/** After a change of the things: what is gone is in nobody's hand, and something is. */
export function heldAfter(
  held: readonly string[],
  before: PersonDocument,
  after: PersonDocument,
): readonly string[] {
  const left = held.filter((word) =>
    (splitCapability(word)?.subjects ?? []).every((each) => isSubjectThere(after, each)),
  );
  const isBeginning = (word: string) => beginnings.has(splitCapability(word)?.kind ?? "");
  // While somebody begins, a SIM card alone becomes the phone it is in as soon as the phone is there.
  const isUsual = JSON.stringify(held) === JSON.stringify(usualHeld(before));
  return isUsual || !left.some(isBeginning) ? usualHeld(after) : left;
}
const beginnings: ReadonlySet<string> = new Set(["possess", ...Object.values(kindOf)]);

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
