/**
 * Planted chains: nights of the world's intruders, gang and loner, told as the events institutions would see. What
 * hands do with a phone is seen by nobody, a moved SIM by the carrier.
 *
 * A chain differs in its start (what was stolen or leaked), its pace (a night, days apart, money weeks after), its
 * style (in the owner's hours and amounts, or not), and in small things around it that world flows do not have:
 * failed sign-ins, a raised limit, a payee added first, notices deleted, a call to support. Where the owner is talked to
 * there is no night to play: `told.ts`.
 */
import { type Catalog, catalogueDay, readingsOn } from "../catalog/index.ts";
import { wordOfFlow } from "../detect/index.ts";
import { type Grounded, ground, lendingOf, type Step } from "../ground/index.ts";
import { at, type Capability, physics } from "../model/index.ts";
import type { Person } from "../person/index.ts";
import {
  intruderPolicies,
  ownerPolicies,
  type Prepared,
  prepare,
  simulatePrepared,
  stepAt,
} from "../world/index.ts";
import type { Chance } from "./chance.ts";
import type { StreamEvent } from "./event-text.ts";
import type { Somebody } from "./somebody.ts";
import { toldTo } from "./told.ts";

export const starts = [
  "locked-phone",
  "open-phone",
  "passcode",
  "sim",
  "reissued",
  "texts",
  "mailbox",
  "leaked",
  "leaked-texts",
  "told",
] as const;
export type Start = (typeof starts)[number];
/** Where something is held before anything is done; with what is told on the phone nothing is. */
type Held = Exclude<Start, "told">;
export const paces = ["usual", "slow", "fast", "planted"] as const;
/** `speech`: nobody's money is moved, others are written to in the owner's name. */
export type Pace = (typeof paces)[number] | "speech";

export interface AttackAsked {
  readonly who: Somebody;
  readonly catalog: Catalog;
  readonly number: number;
  readonly from: number;
  readonly chance: Chance;
  readonly mimics: boolean;
  /** Only these starts; absent: all. */
  readonly only?: readonly Start[] | undefined;
}

/** The events of one chain, in order; empty where the world's intruder got nowhere. */
export function attackOf({
  who,
  catalog,
  number,
  from,
  chance,
  mimics,
  only = starts,
}: AttackAsked): readonly StreamEvent[] {
  const start = chance.of(only) ?? "sim";
  if (start === "told") return toldTo({ who, number, from, chance, mimics });
  const pace = chance.is(0.6) ? "usual" : (chance.of(["slow", "fast", "planted"] as const) ?? "usual");
  const policy = chance.is(0.5) ? "gang" : "loner";
  const prepared = preparedFor(catalog, who.person, start, policy);
  if (prepared === undefined) return [];
  const night = simulatePrepared(prepared, { seed: number, run: 0 });
  const { world } = prepared.stage;
  const steps = night.events
    .flatMap((event) =>
      event.kind === "ends" && event.actor === "intruder"
        ? [{ minute: event.at, step: stepAt(world, event.step) }]
        : [],
    )
    .filter(({ step }) => step.kind === "flow");
  const isSpeech = speakers.has(start) && chance.is(speakShare);
  const teller = new Teller({ who, number, chance, mimics, start, pace: isSpeech ? "speech" : pace, from });
  teller.begin();
  if (isSpeech) {
    teller.speak();
    return teller.end();
  }
  for (const { minute, step } of steps) teller.tell(minute, step, world);
  return teller.end();
}

const horizonMinutes = 2_880;
const preparedKept = new WeakMap<Person, Map<string, Prepared | undefined>>();

/** A night ready to be played again; worlds are grounded with what is usual in their kind lent, no more. */
function preparedFor(catalog: Catalog, person: Person, start: Held, policy: string): Prepared | undefined {
  const kept = preparedKept.get(person) ?? new Map<string, Prepared | undefined>();
  preparedKept.set(person, kept);
  const key = `${start} ${policy}`;
  if (kept.has(key)) return kept.get(key);
  const asOf = person.asOf ?? catalogueDay(catalog);
  const all = lendingOf({ readings: readingsOn(catalog, asOf), person, asOf });
  const loans = all.loans.map((loan) => ({
    ...loan,
    lent: new Map([...loan.lent].filter(([, { distance }]) => distance <= 1)),
  }));
  const world = ground({ catalog, person, asOf, lend: { aspects: all.aspects, loans } });
  const held = heldAt(world, start);
  const intruder = intruderPolicies.get(policy)?.();
  const owner = ownerPolicies.get("nothing")?.();
  const made =
    held.length === 0 || intruder === undefined || owner === undefined
      ? undefined
      : prepare({ world, held, horizonMinutes, intruder, owner });
  kept.set(key, made);
  return made;
}

function heldAt(world: Grounded, start: Held): readonly string[] {
  const own = [...world.wiring.things.values()].filter(({ of, isNew }) => of === undefined && isNew !== true);
  const of = (kind: string, ...words: readonly string[]) =>
    own
      .filter((thing) => thing.kind === kind)
      .flatMap(({ id }) => words.map((word) => word.replace("{}", id)));
  const leaked = [
    ...of("account", "know({}.password)"),
    ...of("card", "know({}.number)", "know({}.expiry)", "know({}.cvv)", "know({}.online-password)"),
  ];
  const facts = [
    "know(person.name)",
    "know(person.id-number)",
    "know(person.birth-date)",
    ...of("line", "know({}.number)"),
    ...of("account", "know({}.sign-in-name)"),
    ...of("mailbox", "know({}.address)"),
  ];
  const wanted: Readonly<Record<Held, readonly string[]>> = {
    "locked-phone": [...of("device", "possess({})"), ...of("sim", "possess({})")],
    "open-phone": [...of("device", "possess({})", "unlock({})"), ...of("sim", "possess({})")],
    passcode: [
      ...of("device", "possess({})", "unlock({})", "know({}.passcode)"),
      ...of("sim", "possess({})"),
    ],
    sim: of("sim", "possess({})"),
    reissued: of("line", "control({})", "receive-sms({})", "receive-call({})", "send-sms({})"),
    texts: of("line", "receive-sms({})"),
    mailbox: of("mailbox", "read-mail({})"),
    leaked,
    "leaked-texts": [...leaked, ...of("line", "receive-sms({})")],
  };
  return [...new Set([...wanted[start], ...facts])].filter((text) => world.atomOf.has(text));
}

interface TellerAsked extends Omit<AttackAsked, "catalog" | "only"> {
  readonly start: Held;
  readonly pace: Pace;
}

/** The owner's phone, open in another's hand. */
const isOwnPhone = (start: Start): boolean => start === "open-phone" || start === "passcode";

/** With these somebody can write in the owner's name, to friends or to whoever pays the owner's invoices. */
const speakers: ReadonlySet<Start> = new Set([
  "sim",
  "reissued",
  "texts",
  "mailbox",
  "leaked",
  "leaked-texts",
]);
/** Of all that is reported about half is speech: invoices written in a read mailbox, friends asked for money. */
const speakShare = 0.12;

/** Of card fraud most is goods and vouchers, of taken accounts little. The author's guess. */
const boughtShare = 0.12;

const loud = new Set(["app", "web", undefined]);

class Teller {
  readonly #events: StreamEvent[] = [];
  readonly #asked: TellerAsked;
  readonly #device: string;
  readonly #factor: number;
  #shift = 0;
  #isMoneyNear = false;
  #isRaced = false;

  constructor(asked: TellerAsked) {
    this.#asked = asked;
    this.#device = `x-${asked.chance.below(1_000_000_000)}`;
    this.#factor =
      asked.pace === "fast" ? 1 / 12 : asked.pace === "slow" ? 60 + 300 * asked.chance.next() : 1;
  }

  #put(
    minute: number,
    institution: string | undefined,
    kind: string,
    extra: Partial<StreamEvent> = {},
  ): void {
    if (institution === undefined) return;
    const { who, number, from, start, pace } = this.#asked;
    const truth = isOwnPhone(start) ? "own-device" : "other-device";
    this.#events.push({
      at: from + this.#shift + minute * this.#factor,
      institution,
      kind,
      person: who.id,
      ...extra,
      truth,
      attack: number,
      of: `${start}/${pace}`,
    });
  }

  #first(kind: keyof Somebody["at"]): string | undefined {
    return this.#asked.who.at[kind]?.[0];
  }

  /** What comes before the first flow: how the line, the phone or the person was got hold of. */
  begin(): void {
    const { start, chance, who } = this.#asked;
    const carrier = this.#first("carrier");
    if (start === "reissued") {
      if (chance.is(0.4)) this.#put(-60, carrier, "support-call", { channel: "phone" });
      const how = chance.of([
        { channel: "phone", proofs: ["id-number", "birth-date"] },
        { channel: "web", proofs: ["password"], device: this.#device },
        { channel: "chat", proofs: ["name", "birth-date"] },
        { channel: "app", proofs: ["sms"], device: this.#device },
        // Forged papers and clerks who were paid: half of the cases that came to court or into the papers. Some
        // carriers write that the person was there, for the clerk says so.
        { channel: chance.of(["shop", "store"]) ?? "shop", proofs: ["document-shown"] },
        { channel: chance.of(["shop", "store"]) ?? "store", initiator: "agent" },
        { channel: "counter", proofs: ["appear-in-person", "document-shown"] },
      ]);
      this.#put(
        -20,
        carrier,
        chance.of(["sim-reissued", "esim-transfer", "sim-changed", "number-moved"]) ?? "sim-reissued",
        how,
      );
      if (chance.is(0.4)) this.#put(-15, carrier, "no-service");
    }
    if ((start === "sim" || start === "locked-phone") && chance.is(0.8))
      this.#put(-5, carrier, "device-changed");
    if ((start === "texts" || start === "leaked-texts") && chance.is(0.25)) {
      this.#put(
        -30,
        carrier,
        chance.of(["secondary-number-requested", "call-forwarding-set", "support-call"]) ?? "support-call",
      );
      this.#put(-28, carrier, "secondary-number-consented", { proofs: ["reply-from-line"] });
    }
    if ((start === "leaked" || start === "leaked-texts" || start === "mailbox") && chance.is(0.35))
      this.#talk();
    if (chance.is(0.35))
      for (let i = 0; i < 1 + chance.below(3); i++)
        this.#put(-4 + i / 2, this.#first("bank") ?? who.at.wallet?.[0], "sign-in-failed", this.#hand());
  }

  /** Somebody at a desk is talked to first, with facts that stand in leaked lists. */
  #talk(): void {
    const { chance } = this.#asked;
    const at = this.#first(chance.of(["vendor", "bank", "marketplace", "mail"] as const) ?? "bank");
    const proofs =
      chance.of([["name", "address"], ["name", "birth-date"], ["last-four", "address"], ["id-number"], []]) ??
      [];
    const agent = chance.is(0.5) ? { initiator: "agent" } : {};
    this.#put(-90, at, "support-call", { channel: "phone", ...(proofs.length > 0 ? { proofs } : {}) });
    const word =
      chance.of(["temporary-password-given", "mail-added", "card-added", "password-reset"]) ?? "mail-added";
    this.#put(-80, at, word, { channel: chance.is(0.8) ? "phone" : "chat", proofs, ...agent });
    if (chance.is(0.6)) this.#put(-75, at, "sign-in", { ...this.#hand(), proofs: ["password"] });
  }

  /** The owner notices and stops the line, and whoever has it lifts that again: the founding night, and not it alone. */
  #race(minute: number): void {
    const { chance, start } = this.#asked;
    this.#isRaced = true;
    if (!["sim", "locked-phone", "open-phone", "passcode"].includes(start) || !chance.is(0.25)) return;
    const carrier = this.#first("carrier");
    this.#put(minute - 2, carrier, "line-suspended", { channel: "phone", initiator: "system" });
    this.#put(minute - 1, carrier, "suspension-lifted", {
      channel: chance.of(["phone", "app"]) ?? "phone",
      proofs:
        chance.of([["service-password"], ["id-number", "recent-contacts"], ["id-number"], ["sms"]]) ?? [],
    });
  }

  /** What is done out of spite, or so that nobody looks at the money. */
  #spite(minute: number): void {
    const { chance } = this.#asked;
    if (chance.is(0.5)) this.#put(minute, this.#first("vendor"), "device-erase-command", this.#hand());
    if (chance.is(0.4)) this.#put(minute + 5, this.#first("mail"), "account-deleted", this.#hand());
    if (chance.is(0.6))
      this.#put(minute + 9, this.#first("messenger") ?? this.#first("mail"), "post", this.#hand());
  }

  /** Nothing is paid by the owner at all: the mailbox is read, or the messenger taken, and others are written to. */
  speak(): void {
    const { chance, start, who } = this.#asked;
    const isMail = start === "mailbox" || start === "leaked" || chance.is(0.3);
    const at = isMail ? this.#first("mail") : (who.at.messenger?.[0] ?? this.#first("mail"));
    const web = chance.is(0.6) ? { channel: "web" } : {};
    const proofs = isMail ? ["password"] : ["sms"];
    if (!isMail) {
      this.#put(1, at, "code-sent");
      if (chance.is(0.6)) this.#put(2, at, "device-changed", { ...this.#hand(), proofs });
    } else if (start !== "mailbox" && start !== "leaked") {
      this.#put(1, at, "code-sent");
      this.#put(2, at, "password-reset", { ...this.#hand(), ...web, proofs: ["sms"] });
    }
    this.#put(4, at, "sign-in", { ...this.#hand(), ...web, proofs });
    if (chance.is(isMail ? 0.5 : 0.15)) this.#put(9, at, "mail-added", { ...this.#hand(), ...web });
    // Mailboxes are read for days or weeks before the right invoice comes.
    if (isMail && chance.is(0.6)) this.#shift += 1_440 * (1 + 14 * chance.next());
    if (chance.is(isMail ? 0.6 : 0.2))
      this.#put(15 + 10 * chance.next(), at, "mail-deleted", { ...this.#hand(), ...web });
    this.#put(30 + 10 * chance.next(), at, "post", { ...this.#hand(), ...web, isLoss: true });
  }

  #hand(): Partial<StreamEvent> {
    const { start, who, chance } = this.#asked;
    if (isOwnPhone(start))
      return chance.is(0.9) ? { device: `d-${who.id}-0`, channel: "app", ...this.#where(0.9) } : {};
    return chance.is(0.92) ? { device: this.#device, channel: "app", ...this.#where(0.35) } : {};
  }

  /** Whoever took a phone is in the owner's town for a while; whoever bought a password may be anywhere, and there too. */
  #where(atHome: number): Partial<StreamEvent> {
    const { chance, who, number } = this.#asked;
    if (chance.is(0.5)) return {};
    // One place all along: a hand does not move with every act.
    return { place: (number % 100) / 100 < atHome ? who.home : `gang-${number % 40}` };
  }

  tell(minute: number, step: Step, world: Grounded): void {
    const { chance, pace, who, mimics } = this.#asked;
    const word = wordOfFlow(step.flow);
    if (step.institution === physics) {
      // Whoever has the phone open leaves its SIM where it is: so it was told of all that were snatched.
      if (word === "device-changed" && !(isOwnPhone(this.#asked.start) && chance.is(0.75)))
        this.#put(minute, this.#first("carrier"), "device-changed");
      return;
    }
    const isLoss = step.gives.some(({ atom }) => world.goals.some((goal) => goal.atom === atom));
    if (word !== "device-changed" && !this.#isRaced) this.#race(minute);
    if (isLoss && !this.#isMoneyNear) {
      this.#isMoneyNear = true;
      if (pace === "planted") this.#shift += 1_440 * (10 + 15 * chance.next());
      this.#beforeMoney(minute, step.institution);
      if (chance.is(0.12)) this.#spite(minute + 20);
    }
    if (mimics) this.#shift += 1_440 * chance.next();
    const proofs = [...new Set(step.asks.flatMap((atom) => proofOf(at(world.atoms, atom))))].sort();
    // Whoever has the phone often has the bag, or a picture of the card and the paper in the phone.
    if (isOwnPhone(this.#asked.start) && proofs.length > 0 && chance.is(0.25))
      proofs.push(chance.of(["card-details", "id-number", "birth-date"] as const) ?? "id-number");
    if (proofs.includes("sms")) this.#put(minute - 0.5, step.institution, "code-sent");
    const money = isLoss
      ? {
          payee: this.#payee(),
          amount: who.life.amount * (mimics ? chance.around(1, 0.4) : chance.around(15, 1)),
        }
      : {};
    // On the owner's own phone the apps are known already.
    if (word === "sign-in" && chance.is(isOwnPhone(this.#asked.start) ? 0.05 : 0.3))
      this.#put(minute + 1, step.institution, chance.is(0.7) ? "app-enrolled" : "device-added", {
        ...this.#hand(),
        proofs: proofs.length > 0 ? proofs : ["sms"],
      });
    const isAsOwner = chance.is(0.3) && isLoss;
    const moved = isAsOwner
      ? (chance.of(["payment", "online-purchase", "transfer", "top-up", "charge", "account-debit"]) ??
        "transfer")
      : word;
    this.#put(minute, step.institution, moved, {
      ...(loud.has(step.flow.channel)
        ? this.#hand()
        : { channel: step.flow.channel ?? "app", ...(chance.is(0.4) ? { initiator: "agent" } : {}) }),
      proofs,
      ...money,
      ...(isLoss ? { isLoss: true as const } : {}),
      ...(chance.is(0.4) && !isAsOwner && step.lent === undefined ? { flow: step.flow.id } : {}),
    });
  }

  /** A mule; or gift cards and goods, where the owner has bought before. */
  #payee(): string {
    const { chance, who, number } = this.#asked;
    return chance.is(boughtShare)
      ? `m-${who.id}-${chance.below(who.life.payees)}`
      : `mule-${number % 50}-${chance.below(3)}`;
  }

  #beforeMoney(minute: number, institution: string): void {
    const { chance } = this.#asked;
    if (chance.is(0.3))
      this.#put(minute - 4, institution, "limit-raised", { ...this.#hand(), proofs: ["sms"] });
    if (chance.is(0.3))
      this.#put(minute - 3, institution, "payee-added", { ...this.#hand(), proofs: ["sms"] });
    if (chance.is(0.25)) this.#put(minute - 2, institution, "savings-to-current", this.#hand());
    if (chance.is(0.15)) this.#put(minute - 1, this.#first("mail"), "mail-deleted", this.#hand());
    if (chance.is(0.15)) this.#put(minute - 2.5, institution, "pin-viewed", this.#hand());
    if (chance.is(0.1)) this.#put(minute - 2.2, this.#first("vendor"), "device-erase-command", this.#hand());
  }

  end(): readonly StreamEvent[] {
    const hasLoss = this.#events.some(({ isLoss }) => isLoss === true);
    return hasLoss ? this.#events.sort((a, b) => a.at - b.at) : [];
  }
}

/** What somebody shows when a flow asks this; what it has no word for is shown as nothing. */
function proofOf({ kind, secret }: Capability): readonly string[] {
  const words: Readonly<Record<string, string>> = {
    "receive-sms": "sms",
    "receive-call": "call",
    "hear-voicemail": "call",
    "send-sms": "reply-from-line",
    "read-mail": "email",
    "approve-on": "approval-on-known-device",
    "make-code": "authenticator-code",
    "use-passkey": "passkey",
    "pass-face": "live-face",
    "show-face": "live-face",
    "appear-in-person": "appear-in-person",
  };
  const secrets: Readonly<Record<string, string>> = {
    password: "password",
    "online-password": "password",
    "payment-password": "payment-password",
    passcode: "passcode",
    pin: "card-pin",
    "service-password": "service-password",
    "account-pin": "account-pin",
    "transfer-code": "transfer-code",
    "recovery-code": "backup-code",
    "security-answer": "security-answer",
    "id-number": "id-number",
    "birth-date": "birth-date",
    name: "name",
    address: "address",
    "recent-contacts": "recent-contacts",
    cvv: "card-details",
    expiry: "card-details",
    number: "card-number",
  };
  const word = kind === "know" ? secrets[secret ?? ""] : words[kind];
  return word === undefined || (secret === "number" && kind === "know") ? [] : [word];
}
