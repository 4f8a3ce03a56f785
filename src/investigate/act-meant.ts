/** What somebody of the owner's side says they did or did not do, and which of what was seen they mean by it. */
import type { Observation, Place, TraceIndex } from "../evidence/index.ts";
import { minutesPerDay } from "../model/index.ts";
import type { IsOfEveryWeek } from "./usual-payees.ts";

/** What somebody of the owner's side says they did themselves: a flow, or what it would be a sign of. */
export interface ToldAct {
  readonly from: number;
  readonly to: number;
  readonly by: string;
  readonly flow?: string;
  readonly sign?: string;
  /** It is money that went out. */
  readonly isMoney?: boolean;
  /** It is a message of that moment, whatever it says. */
  readonly isMessage?: boolean;
  readonly institutions: readonly string[];
  /** Sums that are named; empty: none is. */
  readonly sums: readonly number[];
  /** Somebody lied to whoever did it: what was paid is lost, though they paid it themselves. */
  readonly isDeceived?: boolean;
  /** Of a payment that has no other sign than its words: those. */
  readonly says?: string;
  readonly place: Place;
}

/** Minutes between when something was done and when somebody remembers it. */
const remembered = 30;

/** Is this observation what somebody says they did? */
export const isToldAct = (observation: Observation, act: ToldAct, flows: ReadonlySet<string>): boolean => {
  const { from, to, sign, institutions } = observation;
  if (from > act.to + remembered || to < act.from - remembered) return false;
  if (act.flow !== undefined) return flows.has(act.flow);
  if (act.isMoney === true && observation.kind === "row") return isPaid(observation, act);
  return (
    sign !== undefined &&
    sign === act.sign &&
    (act.institutions.length === 0 || institutions.some((each) => act.institutions.includes(each)))
  );
};

/**
 * A payment somebody says they made: of its sum, where one is named; else one that is of the same sign, or, where the sentence is
 * a sign of nothing, shares a word with it.
 */
function isPaid({ direction, amount, text, counterparty, sign }: Observation, act: ToldAct): boolean {
  if (direction !== "out") return false;
  if (act.sums.length > 0) return act.sums.some((sum) => isSum(amount, sum));
  if (act.says === undefined) return sign === act.sign;
  const row = wordsIn(`${counterparty} ${text}`);
  return wordsIn(act.says).some((word) => row.includes(word));
}

const isSum = (amount: number | undefined, sum: number): boolean =>
  Math.abs(sum - (amount ?? Number.NaN)) < 0.005;

/** Words that tell one thing from another; what every payment is called tells none. */
const wordsIn = (text: string): readonly string[] =>
  [...text.toLowerCase().matchAll(/\p{L}{4,}/gu)]
    .map(([word]) => word)
    .filter((word) => !everyPayments.has(word));
const everyPayments: ReadonlySet<string> = new Set(
  "paid payment transfer transferred sent from with account money bank card online mobile that this they them have asked".split(
    " ",
  ),
);

/** Somebody denies what came days before, or what is said of them later. */
const deniedWithin = 3 * minutesPerDay;

/** Is this observation of what somebody says they did not do? */
export const isDenied = (
  { from, to, sign, institutions, named, kind, direction }: Observation,
  act: ToldAct,
): boolean => {
  const within = act.isMessage === true ? remembered : deniedWithin;
  const isMeant =
    act.isMessage === true
      ? kind === "sms" || kind === "mail"
      : // Nobody tells a purchase from a transfer by the words of a statement.
        act.isMoney === true
        ? kind === "row" && direction === "out"
        : sign !== undefined && sign === act.sign;
  return (
    isMeant &&
    from <= act.to + within &&
    to >= act.from - within &&
    (institutions.length === 0 ||
      act.institutions.length === 0 ||
      [...institutions, ...named].some((each) => act.institutions.includes(each)))
  );
};

/**
 * The observations that somebody of the owner's side says were not theirs, by their ids. Whoever names a sum that stands in the
 * files means that payment, and none they say they made themselves; who names none means no shop of every week. Cost: what is denied times the observations.
 */
export function deniedOf(
  observations: readonly Observation[],
  {
    acts,
    denied,
    flowsOf,
    isOfEveryWeek,
  }: {
    readonly acts: readonly ToldAct[];
    readonly denied: readonly ToldAct[];
    readonly flowsOf: (observation: Observation) => ReadonlySet<string>;
    readonly isOfEveryWeek: IsOfEveryWeek;
  },
): ReadonlySet<number> {
  const own = acts.filter(
    ({ flow, isMoney, sums }) => flow !== undefined || (isMoney === true && sums.length > 0),
  );
  const found = new Set<number>();
  for (const act of denied) {
    const meant = observations.filter(
      (each) =>
        isDenied(each, act) &&
        !own.some((other) => isToldAct(each, other, other.flow === undefined ? noFlows : flowsOf(each))),
    );
    const exact = meant.filter(({ amount }) => act.sums.some((sum) => isSum(amount, sum)));
    const strange = meant.filter(
      (each) => !isOfEveryWeek(each, { from: act.from - deniedWithin, to: act.to + deniedWithin }),
    );
    for (const { id } of exact.length > 0 ? exact : strange) found.add(id);
  }
  return found;
}

/** A sum that stands nowhere in the files was rounded, or is none: then the words alone tell what is meant. */
export const settledBy = (
  observations: readonly Observation[],
  acts: readonly ToldAct[],
): readonly ToldAct[] =>
  acts.map((act) =>
    act.isMoney === true && act.sums.length > 0 && !observations.some((each) => isToldAct(each, act, noFlows))
      ? { ...act, sums: [] }
      : act,
  );

const noFlows: ReadonlySet<string> = new Set();

/** The flows that could have left it. */
export const flowsOf = (observation: Observation, index: TraceIndex): ReadonlySet<string> =>
  new Set(index.candidates(observation).map(({ step }) => `${step.institution}/${step.flow.id}`));
