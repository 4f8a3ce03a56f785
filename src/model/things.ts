/**
 * The kinds of thing a person has, and how they hang together.
 *
 * This table is the only place that knows which attributes and relations exist: the person files, the variables of a
 * flow, the JSON Schemas and the "did you mean" all read it. A relation of one (`line.sim`) and a relation of many
 * (`account.cards`) are written alike; a relation `back` is the same fact seen from the other end and is never stated
 * in a file.
 */

export const thingKinds = [
  "person",
  "line",
  "sim",
  "device",
  "card",
  "account",
  "mailbox",
  "document",
] as const;
export type ThingKind = (typeof thingKinds)[number];

export interface AttributeType {
  /** The values it can have; the first is assumed where nothing is said. Absent: free text. */
  readonly values?: readonly string[];
  readonly type: "word" | "text" | "money" | "flag";
  /** Only things with one of these values of another attribute have it, or with none stated. */
  readonly among?: Among;
}

interface Among {
  readonly attribute: string;
  readonly values: readonly string[];
}

export interface RelationType {
  readonly to: ThingKind;
  readonly many: boolean;
  /** The relation this one mirrors, as `kind.relation`; such a relation is derived, never written down. */
  readonly back?: string;
  /** What it means when the person file is silent: nothing there, or we do not know. */
  readonly silent: "none" | "unknown";
  /** Where it is not known which: those of the same owner with one of these values, or with none stated. */
  readonly among?: Among;
}

export interface ThingType {
  /** The name of the section of a person file that holds these things. */
  readonly section: string;
  /** The key that names the institution which runs the thing, where there is one. */
  readonly institutionKey?: string;
  readonly attributes: Readonly<Record<string, AttributeType>>;
  readonly relations: Readonly<Record<string, RelationType>>;
}

const word = (...values: string[]): AttributeType => ({ type: "word", values });
const money: AttributeType = { type: "money" };

/** Whether this attribute of such a thing is a sum of money. */
export const isMoney = (kind: ThingKind, attribute: string): boolean => {
  const attributes: Readonly<Record<string, AttributeType>> = thingTypes[kind].attributes;
  return Object.hasOwn(attributes, attribute) && attributes[attribute]?.type === "money";
};

/** A sum as a measure says it: a number, no less than nothing; `undefined`: it is none. */
export function moneySaid(value: string): number | undefined {
  const sum = value.trim() === "" ? Number.NaN : Number(value);
  return Number.isFinite(sum) && sum >= 0 ? sum : undefined;
}
const flag: AttributeType = { type: "flag", values: ["unknown", "true", "false"] };
const text: AttributeType = { type: "text" };
const one = (to: ThingKind, silent: "none" | "unknown" = "none"): RelationType => ({
  to,
  many: false,
  silent,
});
const many = (to: ThingKind): RelationType => ({ to, many: true, silent: "none" });
const back = (to: ThingKind, mirrored: string): RelationType => ({
  to,
  many: true,
  back: mirrored,
  silent: "none",
});
/** Every thing of a kind hangs on the person; these relations are answered from the list of things. */
const all = (to: ThingKind): RelationType => ({ to, many: true, back: "all", silent: "none" });

/** A security key has no screen: there is nothing to lock, to read on it, or to lock from afar. */
const withScreen: Among = { attribute: "kind", values: ["phone", "tablet", "computer"] };

export const thingTypes: Readonly<Record<ThingKind, ThingType>> = {
  person: {
    section: "person",
    attributes: { region: text, currency: text },
    relations: {
      lines: all("line"),
      sims: all("sim"),
      devices: all("device"),
      cards: all("card"),
      accounts: all("account"),
      mailboxes: all("mailbox"),
      documents: all("document"),
    },
  },
  line: {
    section: "lines",
    institutionKey: "carrier",
    attributes: {},
    relations: {
      sim: { to: "sim", many: false, back: "sim.line", silent: "none" },
      device: { to: "device", many: false, back: "sim.device", silent: "none" },
      accounts: back("account", "account.line"),
      cards: back("card", "card.reserved-line"),
    },
  },
  sim: {
    section: "sims",
    attributes: { pin: word("unknown", "none", "set"), kind: word("physical", "esim", "unknown") },
    relations: {
      line: one("line"),
      // Hardly a SIM lies in a drawer: whoever says nothing has it in a phone.
      device: { ...one("device", "unknown"), among: { attribute: "kind", values: ["phone", "tablet"] } },
    },
  },
  device: {
    section: "devices",
    institutionKey: "vendor",
    attributes: {
      lock: { ...word("unknown", "none", "passcode"), among: withScreen },
      "lock-screen": { ...word("unknown", "shows-codes", "hides-codes"), among: withScreen },
      kind: word("phone", "tablet", "computer", "security-key"),
      os: text,
    },
    relations: {
      account: one("account"),
      lines: back("line", "sim.device"),
      sims: back("sim", "sim.device"),
      accounts: back("account", "account.devices"),
      documents: back("document", "document.device"),
    },
  },
  card: {
    section: "cards",
    institutionKey: "bank",
    attributes: {
      kind: word("debit", "credit", "prepaid"),
      balance: money,
      credit: money,
      "seen-by-owner": flag,
      last4: text,
    },
    relations: { "reserved-line": one("line", "unknown"), accounts: back("account", "account.cards") },
  },
  account: {
    section: "accounts",
    institutionKey: "service",
    attributes: {
      liveness: word("unknown", "none", "photo-beatable", "strong"),
      "second-factor": word("unknown", "none", "sms", "app", "passkey", "key"),
      "sign-in-name": word("unknown", "phone", "mail", "other"),
      balance: money,
      credit: money,
      "loan-offer": money,
    },
    relations: {
      line: one("line"),
      mailbox: one("mailbox"),
      cards: many("card"),
      devices: many("device"),
      trusted: many("device"),
      authenticator: one("device"),
      passkeys: many("device"),
      recovery: one("account"),
      via: one("account"),
      "kept-in": one("account"),
      "pays-into": one("account"),
      kept: back("account", "account.kept-in"),
      mailboxes: back("mailbox", "mailbox.account"),
      domains: back("mailbox", "mailbox.domain"),
      recovers: back("account", "account.recovery"),
      opens: back("account", "account.via"),
    },
  },
  mailbox: {
    section: "mailboxes",
    institutionKey: "provider",
    attributes: {},
    relations: {
      account: one("account"),
      domain: one("account"),
      accounts: back("account", "account.mailbox"),
    },
  },
  document: {
    section: "documents",
    attributes: { kind: word("id-card", "passport", "driving-licence", "recovery-codes", "other") },
    relations: { device: one("device") },
  },
};

/**
 * Where a variable hangs when the flow's main variable is of the given kind and `for` says nothing: with an account,
 * `line` is `account.line`. A pair not listed runs over all the person's things of that kind.
 */
export const hangsOn: Readonly<Partial<Record<ThingKind, Partial<Record<ThingKind, readonly string[]>>>>> = {
  account: {
    line: ["line"],
    mailbox: ["mailbox"],
    device: ["devices"],
    card: ["cards"],
    sim: ["line", "sim"],
  },
  card: {
    line: ["reserved-line"],
    account: ["accounts"],
    sim: ["reserved-line", "sim"],
    device: ["reserved-line", "device"],
  },
  line: { sim: ["sim"], device: ["device"], account: ["accounts"], card: ["cards"] },
  sim: { line: ["line"], device: ["device"], account: ["line", "accounts"], card: ["line", "cards"] },
  device: { account: ["account"], line: ["lines"], sim: ["sims"], document: ["documents"] },
  mailbox: { account: ["account"], line: ["account", "line"], device: ["account", "devices"] },
  document: { device: ["device"] },
};

export const isThingKind = (text: string): text is ThingKind =>
  (thingKinds as readonly string[]).includes(text);

/** Whether such a thing has an attribute at all; one it knows nothing of it does not. */
export function hasAttribute(
  { kind, attributes }: { readonly kind: ThingKind; readonly attributes: ReadonlyMap<string, string> },
  attribute: string,
): boolean {
  const type = thingTypes[kind].attributes[attribute];
  const said = attributes.get(type?.among?.attribute ?? "");
  // Of what kind it is nobody knows: then it may be one that has it.
  return (
    type?.among === undefined || said === undefined || said === "unknown" || type.among.values.includes(said)
  );
}

/** The relations a person file may state for a thing of this kind: those that are not derived. */
export function statedRelations(kind: ThingKind): readonly (readonly [string, RelationType])[] {
  return Object.entries(thingTypes[kind].relations).filter(([, relation]) => relation.back === undefined);
}
