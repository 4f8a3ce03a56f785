/**
 * New things. What follows from what is there already is said at once (the only number, the only phone); what does not,
 * and would open a way in, is said to be unknown until somebody knows. Silence would mean that there is no such way.
 */
import {
  type Body,
  bodyOf,
  type EntryKind,
  entriesOf,
  type PersonDocument,
  type ThingId,
  thingsOf,
  withEntries,
} from "./document.ts";
import { changeBody, withKey } from "./edit.ts";
import { idAmong, idFor } from "./ids.ts";

export interface Added {
  readonly document: PersonDocument;
  readonly id: ThingId;
}

/** What every new thing may say of itself. */
export interface New {
  /** What the person calls it; its id is made from this where it has Latin letters. */
  readonly called?: string | undefined;
  /** The helper it belongs to. */
  readonly of?: string | undefined;
}

export type DeviceKind = "phone" | "tablet" | "computer" | "security-key";

/** The system that comes with a make; where a make has several, nobody knows. */
const systems: Readonly<Record<string, string>> = {
  apple: "ios",
  google: "android",
  samsung: "one-ui",
  xiaomi: "hyperos",
  oppo: "coloros",
  "vivo-phone": "android",
};

export function addDevice(
  document: PersonDocument,
  { kind, vendor, called, of }: New & { readonly kind: DeviceKind; readonly vendor?: string | undefined },
): Added {
  const system = vendor === "apple" && kind === "computer" ? "macos" : systems[vendor ?? ""];
  const os = kind === "security-key" || (kind === "computer" && system !== "macos") ? undefined : system;
  return add(document, "device", [called ?? "", ...(of === undefined ? [] : [`${of}-${kind}`]), kind], {
    ...named(called),
    ...(of === undefined ? {} : { of }),
    ...(vendor === undefined ? {} : { vendor, ...makersAccount(document, vendor, of) }),
    kind,
    ...(os === undefined ? {} : { os }),
  });
}

/** A new phone is signed in to the one account there is at its maker; without one nobody knows yet. */
function makersAccount(document: PersonDocument, vendor: string, of: string | undefined): Body {
  const [first, ...more] = thingsOf(document, "account", of).filter(
    (id) => bodyOf(document, id)?.["service"] === vendor,
  );
  return { account: first !== undefined && more.length === 0 ? nameOf(first) : "unknown" };
}

export function addLine(
  document: PersonDocument,
  { carrier, called, of }: New & { readonly carrier: string },
): Added {
  const phones = thingsOf(document, "device", of).filter((id) => isPhone(bodyOf(document, id)));
  const free = phones.filter((phone) => !simsIn(document).has(phone));
  const [only] = free;
  return add(
    document,
    "line",
    [called ?? "", of ?? (Object.keys(entriesOf(document, "line")).length === 0 ? "main" : "number")],
    {
      ...named(called),
      ...(of === undefined ? {} : { of }),
      carrier,
      sim: { in: free.length === 1 && only !== undefined ? nameOf(only) : "unknown", kind: "unknown" },
    },
  );
}

export type CardKind = "debit" | "credit" | "prepaid";

export function addCard(
  document: PersonDocument,
  { bank, kind, called }: New & { readonly bank: string; readonly kind: CardKind },
): Added {
  return add(document, "card", [called ?? "", `${plain(bank)}-${kind}`], {
    ...named(called),
    bank,
    kind,
    "reserved-line": onlyLine(document),
    [kind === "credit" ? "credit" : "balance"]: "unknown",
  });
}

/** Which of the questions about an account matter, by what its service does. */
export interface AccountFacts {
  readonly takesCards: boolean;
  readonly money: readonly ("balance" | "credit" | "loan-offer")[];
}

export function addAccount(
  document: PersonDocument,
  {
    service,
    called,
    settings,
    facts,
  }: New & {
    readonly service: string;
    readonly settings?: Body | undefined;
    readonly facts: AccountFacts;
  },
): Added {
  const phones = thingsOf(document, "device").filter((id) => isPhone(bodyOf(document, id)));
  const added = add(document, "account", [called ?? "", plain(service)], {
    ...named(called),
    service,
    line: onlyLine(document),
    mailbox: "unknown",
    ...(facts.takesCards ? { cards: "unknown" } : {}),
    devices: phones.length === 1 ? phones.map(nameOf) : "unknown",
    ...Object.fromEntries(facts.money.map((key) => [key, "unknown"])),
    ...(settings === undefined || Object.keys(settings).length === 0 ? {} : { settings }),
  });
  return { ...added, document: knownToMaker(added.document, added.id, service) };
}

/** The account of a phone's maker is the one that phone is signed in to, unless it says another. */
function knownToMaker(document: PersonDocument, id: ThingId, service: string): PersonDocument {
  return thingsOf(document, "device")
    .filter((device) => bodyOf(document, device)?.["vendor"] === service)
    .filter((device) => [undefined, "unknown"].includes(bodyOf(document, device)?.["account"] as undefined))
    .reduce(
      (known, device) => changeBody(known, device, (body) => withKey(body, "account", nameOf(id))),
      document,
    );
}

/** Whoever is in the account reads the mail. */
export function addMailbox(
  document: PersonDocument,
  { account, called }: New & { readonly account: ThingId },
): Added {
  return add(document, "mailbox", [called ?? "", nameOf(account)], {
    ...named(called),
    account: nameOf(account),
  });
}

export type DocumentKind = "id-card" | "passport" | "driving-licence" | "recovery-codes" | "other";

export function addDocument(
  document: PersonDocument,
  { kind, called }: New & { readonly kind: DocumentKind },
): Added {
  return add(document, "document", [called ?? "", kind], { ...named(called), kind, device: "unknown" });
}

export function addHelper(document: PersonDocument, { called }: { readonly called: string }): Added {
  const name = called.trim().slice(0, 200);
  const id = idAmong(Object.keys(document.helpers ?? {}), [name, "helper"]);
  const helper = name === "" ? {} : { name: { en: name, zh: name } };
  return { document: { ...document, helpers: { ...document.helpers, [id]: helper } }, id: `person.${id}` };
}

function add(document: PersonDocument, kind: EntryKind, wanted: readonly string[], body: Body): Added {
  const name = idFor(document, kind, wanted);
  return {
    document: withEntries(document, kind, { ...entriesOf(document, kind), [name]: body }),
    id: `${kind}.${name}`,
  };
}

function named(called: string | undefined): Body {
  const name = called?.trim().slice(0, 200) ?? "";
  return name === "" ? {} : { name };
}

/** The one number the person has; with none or several nobody knows which. */
function onlyLine(document: PersonDocument): string {
  const [first, ...more] = thingsOf(document, "line");
  return first !== undefined && more.length === 0 ? nameOf(first) : "unknown";
}

export const isPhone = (body: Body | undefined): boolean =>
  body !== undefined && (body["kind"] === undefined || body["kind"] === "phone");

/** Phones a SIM is said to be in. */
function simsIn(document: PersonDocument): ReadonlySet<ThingId> {
  const devices = Object.keys(entriesOf(document, "line")).map(
    (name) => bodyOf(document, `sim.${name}`)?.["in"],
  );
  return new Set(
    devices
      .filter((each) => typeof each === "string")
      .map((each) => (each.startsWith("device.") ? each : `device.${each}`)),
  );
}

const nameOf = (id: ThingId): string => id.slice(id.indexOf(".") + 1);
/** A stand-in says what something is: `any-wallet` → `wallet`. */
const plain = (institution: string): string => institution.replace(/^(any|other)-/, "").replace(/-cn$/, "");
