/**
 * What somebody has answered and logged, as the page keeps it, and as an incident file says it. Nothing here knows a
 * browser; the file that is saved is one `chainbreak respond` reads, and gives the same plan.
 */
import {
  type LogLine,
  type LogWords,
  logKinds,
  logLinesMax,
  momentText,
} from "../../../src/respond/index.ts";

export const whatIsGone = ["phone-and-sim", "phone", "sim", "number", "steered", "nothing", "paid"] as const;
/** One of these, or `told`: it is read from what somebody wrote. */
export type Gone = (typeof whatIsGone)[number] | "told";
export const locksAsked = ["locked", "open", "unknown"] as const;
export type Lock = (typeof locksAsked)[number];
/** What is written in one go; a longer story is told in several notes. */
export const noteLettersMax = 1000;

export interface Answers {
  readonly gone?: Gone;
  readonly lock?: Lock;
  readonly region?: string;
  /** Institutions, by id. */
  readonly uses: readonly string[];
  /** The carrier was asked for, and is named in `uses` or not known. */
  readonly isCarrierAsked?: boolean;
  /** Minutes before the page was first told; absent: nobody has said when it began. */
  readonly sinceMinutes?: number;
  /** Somebody else can call as well. */
  readonly hasHelper: boolean;
}

/** One night as it is kept. */
export interface Kept {
  readonly id: string;
  /** Minutes since 1970 (UTC). */
  readonly begunAt: number;
  readonly answers: Answers;
  readonly log: readonly LogLine[];
  /** What is being typed, by field. */
  readonly drafts: Readonly<Record<string, string>>;
}

export const newKept = (begunAt: number, id: string): Kept => ({
  id,
  begunAt,
  answers: { uses: [], hasHelper: false },
  log: [],
  drafts: {},
});

export type Question = "gone" | "lock" | "where";

/** The question that is still open; `undefined`: there is enough for a plan. */
export function openQuestion({ gone, lock, region, isCarrierAsked }: Answers): Question | undefined {
  if (gone === undefined) return "gone";
  if (lock === undefined && isPhoneGone(gone)) return "lock";
  return region === undefined || isCarrierAsked !== true ? "where" : undefined;
}

/** Whether it matters how the phone was locked. */
export const isPhoneGone = (gone: Gone | undefined): boolean => gone === "phone-and-sim" || gone === "phone";

const things: Readonly<Record<Exclude<Gone, "told">, readonly string[]>> = {
  "phone-and-sim": ["device.phone", "sim.main"],
  phone: ["device.phone"],
  sim: ["sim.main"],
  number: ["line.main"],
  steered: [],
  nothing: [],
  paid: [],
};

/** What is at hand all the same. */
const atHand: Readonly<Record<Gone, readonly string[]>> = {
  "phone-and-sim": [],
  phone: ["sim.main"],
  sim: [],
  number: ["device.phone", "sim.main"],
  steered: ["device.phone", "sim.main"],
  nothing: ["device.phone", "sim.main"],
  paid: ["device.phone", "sim.main"],
  told: [],
};

/** Minutes ahead of UTC. */
export const offsetHere = (now: Date): number => -now.getTimezoneOffset();
export const minutesOf = (now: Date): number => Math.floor(now.getTime() / 60_000);

/** In the shape of an incident file. `now`: minutes since 1970. */
export function incidentFile({ id, begunAt, answers, log }: Kept, now: number, offset: number) {
  const { gone = "phone-and-sim", lock, region, uses, sinceMinutes, hasHelper } = answers;
  const since = sinceMinutes === undefined ? undefined : momentText(begunAt - sinceMinutes, offset);
  return {
    incident: {
      id,
      at: momentText(now, offset),
      ...(since === undefined ? {} : { since }),
      ...(region === undefined ? {} : { region }),
      ...(uses.length === 0 ? {} : { uses }),
      ...(gone === "told" ? {} : { gone: things[gone] }),
      ...(gone === "steered" ? { phone: { steered: true } } : lock === undefined ? {} : { phone: { lock } }),
    },
    signs: [
      ...(gone === "paid" ? [{ at: since ?? momentText(begunAt, offset), sign: "paid" }] : []),
      ...log.flatMap(({ at, kind, word, on }) =>
        kind === "sign" ? [{ at, sign: word, ...(on === undefined ? {} : { on }) }] : [],
      ),
    ],
    done: log.flatMap(({ at, by, kind, word, reference }) =>
      kind === "sign" || kind === "note"
        ? []
        : [{ at, by, action: word, result: kind, ...(reference === undefined ? {} : { reference }) }],
    ),
    notes: log.flatMap(({ at, kind, title }) => (kind === "note" ? [{ at, note: title.en }] : [])),
    helpers: hasHelper ? [{ id: helperId }] : [],
    has: atHand[gone],
  };
}

export const helperId = "helper";

export interface Doable {
  readonly kind: string;
  readonly action: string;
  readonly effects: readonly string[];
  readonly flows: readonly string[];
}

/** How an act is told in `done`: by what it brings about where that is one thing, else by its last flow. */
export const wordOf = ({ kind, action, effects, flows }: Doable): string =>
  kind === "block" && effects.length === 1 ? action : (flows.at(-1) ?? action);

/** Minutes after which something that was refused or not answered is tried again before what is left. */
const tryAgainAfter = 15;

export interface Queue<Act> {
  readonly open: readonly Act[];
  /** Refused or not answered just now; they come again. */
  readonly later: readonly Act[];
}

/** What is still to do of a plan that was made before the last line was written. */
export function queueOf<Act extends Doable>(
  acts: readonly Act[],
  log: readonly Pick<LogWords, "at" | "kind" | "word">[],
  now: number,
): Queue<Act> {
  const lastOf = (act: Act) => log.findLast(({ word, kind }) => word === wordOf(act) && kind !== "sign");
  const isJustTried = (act: Act) => {
    const last = lastOf(act);
    return last !== undefined && now - Date.parse(last.at) / 60_000 < tryAgainAfter;
  };
  const left = acts.filter((act) => lastOf(act)?.kind !== "done");
  return {
    open: left.filter((act) => !isJustTried(act)),
    later: left.filter(isJustTried),
  };
}

/** A saved night is a few thousand letters; more is no night. */
const fileLettersMax = 1_000_000;

/** A night as it was saved, from a file that may be anything; `undefined`: it is none. */
export function readKeptText(text: string): Kept | undefined {
  if (text.length > fileLettersMax) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isKept(value) ? value : undefined;
}

const isText = (value: unknown): value is string =>
  typeof value === "string" && value.length <= noteLettersMax;
const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isBoth = (value: unknown) => isMap(value) && isText(value["en"]) && isText(value["zh"]);
const isMaybe = (value: unknown, is: (value: unknown) => boolean) => value === undefined || is(value);
const isOneOf =
  (words: readonly string[]) =>
  (value: unknown): boolean =>
    words.some((word) => word === value);
const isListOf = (value: unknown, is: (each: unknown) => boolean, max: number) =>
  Array.isArray(value) && value.length <= max && value.every(is);

function isKept(value: unknown): value is Kept {
  if (!isMap(value)) return false;
  const { id, begunAt, answers, log, drafts } = value;
  return (
    isText(id) &&
    Number.isFinite(begunAt) &&
    isAnswers(answers) &&
    isListOf(log, isLine, logLinesMax) &&
    isMap(drafts) &&
    Object.values(drafts).every(isText)
  );
}

function isAnswers(value: unknown): boolean {
  if (!isMap(value)) return false;
  const { gone, lock, region, uses, sinceMinutes, isCarrierAsked, hasHelper } = value;
  return (
    isMaybe(gone, isOneOf([...whatIsGone, "told"])) &&
    isMaybe(lock, isOneOf(locksAsked)) &&
    isMaybe(region, (each) => isText(each) && /^[a-z]{2}$/.test(each)) &&
    isListOf(uses, isText, 200) &&
    isMaybe(sinceMinutes, Number.isFinite) &&
    isMaybe(isCarrierAsked, (each) => typeof each === "boolean") &&
    typeof hasHelper === "boolean"
  );
}

function isLine(value: unknown): boolean {
  if (!isMap(value)) return false;
  const { at, by, kind, word, on, title, with: whom, reference, holdsMinutes, before, mark } = value;
  return (
    [at, by, word, before, mark].every(isText) &&
    Number.isFinite(Date.parse(String(at))) &&
    isOneOf(logKinds)(kind) &&
    isBoth(title) &&
    isMaybe(on, isText) &&
    isMaybe(whom, isBoth) &&
    isMaybe(reference, isText) &&
    isMaybe(holdsMinutes, Number.isFinite)
  );
}
