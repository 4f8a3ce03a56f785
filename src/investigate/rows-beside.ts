/**
 * Rows that no story explains and that stand so near to what is not the owner's that they are not called hers: a code of the same
 * bank just before, the first text of a number nobody knows, the message with the link somebody opened, more money to the same
 * payee. Nobody is accused of them. Cost: linear in the rows, and rows times what is not the owner's in half an hour.
 */
import { type Observation, sumsIn } from "../evidence/index.ts";
import { minutesPerDay } from "../model/index.ts";
import type { Because, BecauseCode, RowAnswer } from "./answer.ts";
import { payeeOf } from "./habits.ts";

interface RowJudged {
  readonly observation: Observation;
  readonly actor: RowAnswer["actor"];
  readonly why: Because;
}

export interface BesideQuestion {
  /** Moments somebody told of. */
  readonly anchors: readonly number[];
  /** When somebody says they opened a link. */
  readonly linksOpened: readonly number[];
  /** When somebody says they were lied to. */
  readonly lies: readonly number[];
}

/** A code is used within so many minutes; what is told was as long before. */
export const halfAnHour = 30;

/** By the ids of rows that are called the owner's. */
export function doubtedBeside(
  rows: readonly RowJudged[],
  { anchors, linksOpened, lies }: BesideQuestion,
): ReadonlyMap<number, BecauseCode> {
  const found = new Map<number, BecauseCode>();
  const theirs = rows.filter(({ actor }) => actor === "intruder" || actor === "unknown");
  const ordinary = rows
    .filter(({ actor, why }) => actor === "owner" && why.code === "ordinary")
    .map(({ observation }) => observation);
  const messages = ordinary.filter(isMessage);
  for (const message of openedOf(messages, linksOpened)) found.set(message.id, "opened-link");
  for (const call of callsOfLiars(ordinary, lies, rows)) found.set(call.id, "strange-sender");
  if (theirs.length === 0) return found;
  const odd = theirs.map(({ observation }) => observation);
  for (const message of strangersOf(messages, { odd, anchors, all: rows }))
    found.set(message.id, "strange-sender");
  for (const message of namingStrangers(messages, { found, anchors, all: rows }))
    found.set(message.id, "names-number");
  const paid = odd.filter(({ kind, direction }) => kind === "row" && direction === "out");
  for (const message of ofTheSameSum(messages, paid, rows)) found.set(message.id, "same-money");
  for (const message of messages)
    if (paid.some((row) => isJustBefore(message, row))) found.set(message.id, "nothing-seen");
  for (const row of toTheSame(ordinary, paid)) found.set(row.id, "same-payee");
  return found;
}

const isMessage = ({ kind, direction, from, to }: Observation): boolean =>
  (kind === "sms" || kind === "mail") && direction !== "out" && from === to;

/** Messages that name the sum of a payment that is not hers, and of none of hers, within a day of it: they tell of that one. */
function ofTheSameSum(
  messages: readonly Observation[],
  paid: readonly Observation[],
  all: readonly RowJudged[],
): readonly Observation[] {
  const ownSums = new Set(
    all.flatMap(({ observation: { kind, amount }, actor }) =>
      actor === "owner" && kind === "row" && amount !== undefined ? [amount] : [],
    ),
  );
  const theirs = paid.filter(({ amount }) => amount !== undefined && !ownSums.has(amount));
  return messages.filter((message) => {
    const near = theirs.filter(
      ({ from, to }) => message.from >= from - minutesPerDay && message.from <= to + minutesPerDay,
    );
    if (near.length === 0) return false;
    const said = sumsIn(message.text);
    return near.some(({ amount = Number.NaN }) => said.includes(amount));
  });
}

const isJustBefore = (message: Observation, row: Observation): boolean =>
  row.from === row.to &&
  row.from >= message.from &&
  row.from - message.from <= halfAnHour &&
  message.institutions.some((each) => row.institutions.includes(each));

/** Of each link that was opened, the last message before it that holds one. */
function openedOf(messages: readonly Observation[], linksOpened: readonly number[]): readonly Observation[] {
  const withLink = messages.filter(({ text }) => link.test(text));
  return linksOpened.flatMap((at) => {
    const before = withLink.filter(({ from }) => from <= at && at - from <= minutesPerDay);
    return before.toSorted((a, b) => b.from - a.from).slice(0, 1);
  });
}

const link = /https?:\/\/|\bwww\.|\b[a-z0-9-]+\.[a-z]{2,}\/\S/i;

/** Calls that came when somebody tells they were lied to, of numbers that stand nowhere but around those moments. */
function callsOfLiars(
  ordinary: readonly Observation[],
  lies: readonly number[],
  all: readonly RowJudged[],
): readonly Observation[] {
  const isNear = isNearLie(lies);
  const known = new Set(
    all.flatMap(({ observation }) => (isNear(observation) ? [] : [observation.counterparty])),
  );
  return ordinary.filter((each) => isStrangersCall(each) && isNear(each) && !known.has(each.counterparty));
}

const isStrangersCall = ({ kind, direction, from, to, institutions }: Observation): boolean =>
  kind === "call" && direction !== "out" && from === to && institutions.length === 0;

const isNearLie =
  (lies: readonly number[]) =>
  ({ from }: Observation): boolean =>
    lies.some((lie) => Math.abs(lie - from) <= halfAnHour);

/** A call of nobody who is known when somebody tells they were lied to: that was the liar. */
export const liarsCall = (lies: readonly number[]): ((observation: Observation) => boolean) => {
  const isNear = isNearLie(lies);
  return (each) => isStrangersCall(each) && isNear(each);
};

/** Texts of numbers that wrote only while it happened, and are no institution's. */
function strangersOf(
  messages: readonly Observation[],
  {
    odd,
    anchors,
    all,
  }: {
    readonly odd: readonly Observation[];
    readonly anchors: readonly number[];
    readonly all: readonly RowJudged[];
  },
): readonly Observation[] {
  const dated = odd.filter(({ from, to }) => from === to).map(({ from }) => from);
  // A statement that tells the day alone is timed by what is told of that day.
  const times =
    dated.length > 0
      ? dated
      : anchors.filter((moment) => odd.some(({ from, to }) => from <= moment && moment <= to));
  if (times.length === 0) return [];
  const first = Math.min(...times);
  const told = anchors.filter((at) => at <= first && first - at <= minutesPerDay);
  const from = Math.min(first, ...told) - halfAnHour;
  const to = Math.max(...times);
  const others = new Set(
    all.flatMap(({ observation }) =>
      observation.from < from || observation.from > to ? [observation.counterparty] : [],
    ),
  );
  return messages.filter(
    (message) =>
      message.from >= from &&
      message.from <= to &&
      message.institutions.length === 0 &&
      /^\+?[\d\s()-]{7,}$/.test(message.counterparty) &&
      !others.has(message.counterparty),
  );
}

/**
 * Messages that name, before anything else did, the number that then wrote for the first time or was called when somebody tells
 * of it: who sent them wanted to be called. A number of nine digits at least; an institution's own stands in many texts.
 */
function namingStrangers(
  messages: readonly Observation[],
  {
    found,
    anchors,
    all,
  }: {
    readonly found: ReadonlyMap<number, BecauseCode>;
    readonly anchors: readonly number[];
    readonly all: readonly RowJudged[];
  },
): readonly Observation[] {
  const since = new Map<string, number>();
  const before = new Set<string>();
  for (const { observation } of all) {
    const { id, kind, from, counterparty } = observation;
    const number = endOf(counterparty);
    const isCall = kind === "call" && anchors.some((at) => Math.abs(at - from) <= halfAnHour);
    if (number === undefined || (kind !== "call" && found.get(id) !== "strange-sender" && !isCall)) continue;
    if (isCall || kind !== "call") since.set(number, Math.min(from, since.get(number) ?? from));
    else before.add(number);
  }
  const naming = messages.flatMap((message) =>
    [...message.text.matchAll(writtenNumber)].flatMap(([written]) => {
      const number = endOf(written) ?? "";
      return since.has(number) ? [{ message, number }] : [];
    }),
  );
  for (const { message, number } of naming)
    if (since.get(number)! - message.from > 2 * minutesPerDay) before.add(number);
  return naming.flatMap(({ message, number }) =>
    !before.has(number) && message.from <= since.get(number)! ? [message] : [],
  );
}

const writtenNumber = /\+?\d[\d ()-]{7,18}\d/g;

/** What two ways of writing one number have in common; `undefined`: it is too short to be anybody's alone. */
function endOf(written: string): string | undefined {
  const digits = written.replace(/\D/g, "");
  return digits.length < 9 ? undefined : digits.slice(-9);
}

/** Money to whom only what is not the owner's went, from the day of the first on. */
function toTheSame(ordinary: readonly Observation[], paid: readonly Observation[]): readonly Observation[] {
  const since = new Map<string, number>();
  for (const row of paid) {
    const payee = payeeOf(row);
    if (payee !== undefined) since.set(payee, Math.min(row.from, since.get(payee) ?? row.from));
  }
  const own = ordinary.filter(({ kind, direction }) => kind === "row" && direction === "out");
  for (const row of own) {
    const payee = payeeOf(row);
    if (payee !== undefined && row.to < (since.get(payee) ?? row.to)) since.delete(payee);
  }
  return own.filter((row) => {
    const payee = payeeOf(row);
    return payee !== undefined && row.to >= (since.get(payee) ?? Number.POSITIVE_INFINITY);
  });
}
