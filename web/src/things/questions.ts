/**
 * What is asked about a thing, in the order somebody would tell it, and how an answer is written down. “I don't know” is
 * an answer to each: where silence means it already nothing is written, elsewhere `unknown` is.
 */
import { type ThingKind, thingTypes } from "../../../src/model/index.ts";
import { isPhone } from "./adding.ts";
import {
  type Body,
  bodyOf,
  type EntryKind,
  entryKinds,
  institutionOf,
  type PersonDocument,
  simOf,
  splitId,
  type ThingId,
  targetsOf,
  thingsOf,
} from "./document.ts";
import { connect, say, set, type Target } from "./edit.ts";
import { withoutSim } from "./removing.ts";
import type { Service } from "./services.ts";

interface Asked {
  /** What it is asked of: a line's questions are its SIM's as well. */
  readonly of: ThingId;
  readonly key: string;
  /** Rarely changes anything: folded away at first. */
  readonly isMore: boolean;
}

export interface ChoiceQuestion extends Asked {
  readonly kind: "choice";
  readonly from: "attribute" | "setting";
  /** Without `unknown`. */
  readonly values: readonly string[];
  /** What silence means. */
  readonly silent: string;
  /** Silence means what is usual at this institution, which is this. */
  readonly usual?: string;
}
export interface MoneyQuestion extends Asked {
  readonly kind: "money";
}
export interface TextQuestion extends Asked {
  readonly kind: "text";
}
export interface HangsQuestion extends Asked {
  readonly kind: "hangs";
  readonly to: EntryKind;
  readonly many: boolean;
  readonly silent: "none" | "unknown";
  readonly among: readonly ThingId[];
}
export type Question = ChoiceQuestion | MoneyQuestion | TextQuestion | HangsQuestion;

export type Services = ReadonlyMap<string, Service>;

/** No SIM at all: a number that comes over the internet. It is no value of the SIM's kind but the want of one. */
export const noSim = "no-sim";

export function questionsOf(document: PersonDocument, id: ThingId, services: Services): readonly Question[] {
  const body = bodyOf(document, id);
  if (body === undefined) return [];
  const institution = institutionOf(document, id);
  const service = institution === undefined ? undefined : services.get(institution);
  const ask = asker(document, id, body, service);
  switch (splitId(id).kind) {
    case "device":
      return deviceQuestions(body, ask);
    case "line":
      return lineQuestions(document, id, body, ask, service);
    case "card":
      return cardQuestions(body, ask);
    case "account":
      return accountQuestions(body, ask, service?.kind);
    case "mailbox":
      return [ask.hangs("account"), ask.name(), ask.hangs("domain", "always")];
    case "document":
      return [ask.choice("kind"), ask.hangs("device"), ask.name()];
    default:
      return [];
  }
}

type Ask = ReturnType<typeof asker>;

function asker(document: PersonDocument, id: ThingId, body: Body, service: Service | undefined) {
  const { kind } = splitId(id);
  // What the file says is not folded away, unless it never matters at first sight.
  const more = (key: string, isMore: boolean | "always") => ({
    of: id,
    key,
    isMore: isMore === "always" || (isMore && !(key in body)),
  });
  return {
    choice(
      key: string,
      { isMore = false, among }: { isMore?: boolean; among?: readonly string[] } = {},
    ): ChoiceQuestion {
      const values = among ?? thingTypes[kind].attributes[key]?.values ?? [];
      const usual = service?.defaults.get(kind)?.get(key);
      return {
        kind: "choice",
        from: "attribute",
        ...more(key, isMore),
        values: values.filter((value) => value !== "unknown"),
        silent: among === undefined ? (values[0] ?? "unknown") : "unknown",
        ...(usual === undefined || usual === "unknown" ? {} : { usual }),
      };
    },
    money: (key: string, isMore = false): MoneyQuestion => ({ kind: "money", ...more(key, isMore) }),
    text: (key: string, isMore = true): TextQuestion => ({ kind: "text", of: id, key, isMore }),
    name: (): TextQuestion => ({ kind: "text", of: id, key: "name", isMore: false }),
    hangs(key: string, isMore: boolean | "always" = false): HangsQuestion {
      // Only relations of the table are asked for.
      const { to, many, silent } = thingTypes[kind].relations[key]!;
      const helps = key === "reserved-line" || key === "line";
      const owner = body["of"] as string | undefined;
      const amongNow = (): readonly ThingId[] => {
        const stated = targetsOf(body, key, to);
        const shown = new Set([
          ...thingsOf(document, to as EntryKind, owner),
          ...(helps
            ? Object.keys(document.helpers ?? {}).flatMap((helper) => thingsOf(document, "line", helper))
            : []),
          ...(Array.isArray(stated) ? stated : []),
        ]);
        shown.delete(id);
        // A phone's maker has an account for it; no other account is meant.
        const isMeant = (account: ThingId) =>
          kind !== "device" ||
          body["vendor"] === undefined ||
          stated?.includes(account) === true ||
          bodyOf(document, account)?.["service"] === body["vendor"];
        return [...shown].filter(isMeant);
      };
      return {
        kind: "hangs",
        ...more(key, isMore),
        to: to as EntryKind,
        many,
        silent,
        // Only what is opened is asked: of two hundred accounts each could hang on each other.
        get among() {
          return amongNow();
        },
      };
    },
    settings: (): readonly ChoiceQuestion[] =>
      [...(service?.settings ?? [])]
        .filter(([, setting]) => setting.of === kind)
        .map(([key, { values }]) => ({
          kind: "choice",
          from: "setting",
          of: id,
          key,
          isMore: false,
          values: values.filter((value) => value !== "unknown"),
          silent: values[0] ?? "unknown",
        })),
  };
}

/** What the catalogue asks a system by; others are read as they are written. */
const systems = [
  "ios",
  "android",
  "emui-old",
  "harmonyos",
  "one-ui",
  "hyperos",
  "coloros",
  "macos",
  "windows",
] as const;

function deviceQuestions(body: Body, ask: Ask): readonly Question[] {
  if (body["kind"] === "security-key") return [ask.name(), ask.choice("kind", { isMore: true })];
  return [
    ask.choice("lock"),
    ...(isPhone(body) ? [ask.choice("lock-screen")] : []),
    ...(body["vendor"] === undefined && body["account"] === undefined ? [] : [ask.hangs("account")]),
    ...ask.settings(),
    ask.name(),
    ask.choice("os", { isMore: true, among: [...new Set([...systems, ...textOf(body["os"])])] }),
    { ...ask.choice("kind"), isMore: true },
  ];
}

function lineQuestions(
  document: PersonDocument,
  id: ThingId,
  body: Body,
  ask: Ask,
  service: Service | undefined,
): readonly Question[] {
  const sim = simOf(body);
  const simId = `sim.${splitId(id).name}`;
  const asked = asker(document, simId, sim ?? {}, service);
  const kind: ChoiceQuestion = { ...asked.choice("kind"), values: ["physical", "esim", noSim] };
  if (sim === undefined) return [kind, ...ask.settings(), ask.name()];
  const among = thingsOf(document, "device", body["of"] as string | undefined).filter(
    (device) => bodyOf(document, device)?.["kind"] !== "security-key",
  );
  const phone: HangsQuestion = {
    kind: "hangs",
    of: simId,
    key: "in",
    isMore: false,
    to: "device",
    many: false,
    silent: "none",
    among,
  };
  const hasPin = sim["kind"] !== "esim" || "pin" in sim;
  return [phone, kind, ...(hasPin ? [asked.choice("pin")] : []), ...ask.settings(), ask.name()];
}

function cardQuestions(body: Body, ask: Ask): readonly Question[] {
  const isCredit = body["kind"] === "credit";
  return [
    ask.money(isCredit ? "credit" : "balance"),
    ...((isCredit ? "balance" : "credit") in body ? [ask.money(isCredit ? "balance" : "credit")] : []),
    ask.hangs("reserved-line"),
    ask.choice("seen-by-owner"),
    ...ask.settings(),
    ask.name(),
    { ...ask.text("last4"), isMore: false },
    { ...ask.choice("kind"), isMore: true },
  ];
}

/** Which sums a service of this kind may keep for somebody. */
export const moneyOf: Readonly<Record<string, readonly ("balance" | "credit" | "loan-offer")[]>> = {
  wallet: ["balance", "credit", "loan-offer"],
  bank: ["balance", "loan-offer"],
  lender: ["loan-offer"],
  marketplace: ["balance", "credit"],
  exchange: ["balance"],
};

export const takesCards = (kind: string | undefined): boolean =>
  ["wallet", "marketplace", "lender", "bank", "government", undefined].includes(kind);

const sums = ["balance", "credit", "loan-offer"] as const;

function accountQuestions(body: Body, ask: Ask, kind: string | undefined): readonly Question[] {
  const usual = moneyOf[kind ?? ""] ?? [];
  const step = body["second-factor"];
  return [
    ask.hangs("line"),
    ask.hangs("mailbox"),
    ask.hangs("devices"),
    ask.hangs("cards", !takesCards(kind)),
    ...sums.map((key) => ask.money(key, !usual.includes(key))),
    ask.choice("second-factor"),
    ...(step === "app" || "authenticator" in body ? [ask.hangs("authenticator")] : []),
    ...(step === "passkey" || step === "key" || "passkeys" in body ? [ask.hangs("passkeys")] : []),
    ...ask.settings(),
    ask.name(),
    { ...ask.choice("sign-in-name"), isMore: true },
    { ...ask.choice("liveness"), isMore: true },
    ...["trusted", "recovery", "via", "kept-in", "pays-into"].map((key) => ask.hangs(key, "always")),
  ];
}

const textOf = (value: unknown): readonly string[] =>
  typeof value === "string" && value !== "unknown" ? [value] : [];

/** A sum; of one that a file gives as an interval the most, which is what counts. */
const mostOf = (value: unknown): number | undefined =>
  typeof value === "number"
    ? value
    : typeof value === "object" && value !== null && "to" in value && typeof value.to === "number"
      ? value.to
      : undefined;

/** What is said now: a value, a sum, things, `none`, `unknown`; for a choice `usual` where silence means that. */
export type Answer = string | number | readonly ThingId[];

export function answerTo(document: PersonDocument, question: Question): Answer {
  const body = bodyOf(document, question.of);
  if (body === undefined) return question.kind === "choice" && question.key === "kind" ? noSim : "unknown";
  if (question.kind === "hangs") {
    const targets = targetsOf(body, question.key, question.to) ?? question.silent;
    return Array.isArray(targets) && targets.length === 0 ? "none" : targets;
  }
  const from =
    question.kind === "choice" && question.from === "setting"
      ? ((body["settings"] as Body | undefined) ?? {})
      : body;
  const value = from[question.key];
  if (question.kind === "money") return mostOf(value) ?? "unknown";
  if (question.kind === "text") return value === undefined ? "" : String(value);
  if (value === undefined) return question.usual === undefined ? question.silent : "usual";
  return String(value);
}

export function isOpen(document: PersonDocument, question: Question): boolean {
  return question.kind !== "text" && answerTo(document, question) === "unknown";
}

export function answered(document: PersonDocument, question: Question, answer: Answer): PersonDocument {
  const { of, key } = question;
  switch (question.kind) {
    case "hangs":
      return connect(document, of, key, targetFor(question, answer));
    case "money":
      return say(document, of, key, typeof answer === "number" ? answer : "unknown");
    case "text":
      return say(document, of, key, answer === "" ? undefined : String(answer));
    case "choice":
      return chosen(document, question, String(answer));
  }
}

function targetFor({ silent }: HangsQuestion, answer: Answer): Target {
  if (answer === silent) return undefined;
  if (typeof answer === "number") return undefined;
  return answer;
}

function chosen(document: PersonDocument, question: ChoiceQuestion, answer: string): PersonDocument {
  const { of, key, from, silent, usual } = question;
  if (splitId(of).kind === "sim" && key === "kind" && answer === noSim)
    return withoutSim(document, of.replace(/^sim/, "line"));
  const isSilence =
    answer === "usual" || (usual === undefined && answer === "unknown" && silent === "unknown");
  const isFlag = thingTypes[splitId(of).kind].attributes[key]?.type === "flag";
  const value = isSilence ? undefined : isFlag && answer !== "unknown" ? answer === "true" : answer;
  return from === "setting" ? set(document, of, key, value) : say(document, of, key, value);
}

/** Every question about somebody's own things that stands open at first sight, answered or not. */
export const askedOf = (document: PersonDocument, services: Services): readonly Question[] =>
  entryKinds
    .flatMap((kind) => thingsOf(document, kind))
    .flatMap((id) =>
      questionsOf(document, id, services).filter(({ isMore, kind }) => !isMore && kind !== "text"),
    );

/** Every choice there can be, for the test that each has its words. */
export function everyChoice(
  services: Iterable<Service>,
): readonly { kind: ThingKind; key: string; value: string; from: "attribute" | "setting" }[] {
  const attributes = Object.entries(thingTypes).flatMap(([kind, type]) =>
    Object.entries(type.attributes).flatMap(([key, { values = key === "os" ? systems : [] }]) =>
      values.map((value) => ({ kind: kind as ThingKind, key, value, from: "attribute" as const })),
    ),
  );
  const settings = [...services].flatMap((service) =>
    [...service.settings].flatMap(([key, { of, values }]) =>
      values.map((value) => ({ kind: of, key, value, from: "setting" as const })),
    ),
  );
  return [...attributes, ...settings];
}
