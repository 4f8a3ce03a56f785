/** What somebody of the owner's side says they did or did not do, and which of what was seen they mean by it. */
import type { Observation, Place, TraceIndex } from "../evidence/index.ts";
import { minutesPerDay } from "../model/index.ts";
import type { IsOfEveryWeek } from "./usual-payees.ts";
import { ofWordsTold } from "./words-told.ts";

/** What somebody of the owner's side says they did themselves: a flow, or what it would be a sign of. */
export interface ToldAct {
  readonly from: number;
  readonly to: number;
  readonly by: string;
  readonly flow?: string;
  readonly sign?: string;
  /** Whatever else the same deed would be a sign of; of a denial, all it is about. */
  readonly signs?: ReadonlySet<string>;
  /** They no longer got into what is theirs: it says nothing of what came later. */
  readonly isShutOut?: boolean;
  /** It is money that went out. */
  readonly isMoney?: boolean;
  /** It is a message of that moment, whatever it says. */
  readonly isMessage?: boolean;
  readonly institutions: readonly string[];
  /** Sums that are named; empty: none is. */
  readonly sums: readonly number[];
  /** Somebody lied to whoever did it: what was paid is lost, though they paid it themselves. */
  readonly isDeceived?: boolean;
  /** Of a payment: it is known by a name or by nothing. */
  readonly isByName?: boolean;
  /** Of a payment: the words by which it is known. */
  readonly words?: readonly string[];
  /** Of a payment: the rows that are known by its words; absent: none was looked for. */
  readonly known?: ReadonlySet<number>;
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
    isOfSigns(sign, act) &&
    (act.institutions.length === 0 || institutions.some((each) => act.institutions.includes(each)))
  );
};

const isOfSigns = (sign: string | undefined, act: ToldAct): boolean =>
  sign !== undefined && (sign === act.sign || act.signs?.has(sign) === true);

/**
 * A payment somebody says they made: of its sum, where one is named; else one that shares a word with what they say, or, where none
 * does, is of the same sign.
 */
function isPaid({ id, direction, amount, sign }: Observation, act: ToldAct): boolean {
  if (direction !== "out") return false;
  if (act.sums.length > 0) return act.sums.some((sum) => isSum(amount, sum));
  return act.known === undefined ? sign !== undefined && sign === act.sign : act.known.has(id);
}

const isSum = (amount: number | undefined, sum: number): boolean =>
  Math.abs(sum - (amount ?? Number.NaN)) < 0.005;

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
        ? (kind === "row" && direction === "out") || isOfSigns(sign, act)
        : isOfSigns(sign, act) && (act.isShutOut !== true || kind !== "row");
  return (
    isMeant &&
    from <= (act.isShutOut === true ? act.from : act.to + within) &&
    to >= act.from - within &&
    ((institutions.length === 0 && act.isShutOut !== true) ||
      act.institutions.length === 0 ||
      [...institutions, ...named].some((each) => act.institutions.includes(each)))
  );
};

/**
 * The observations that somebody of the owner's side says were not theirs, by their ids. Whoever names a sum that stands in the
 * files means that payment, and none they say they made themselves; who names none means no shop of every week. A name narrows what is
 * strange, and stands for nothing of every week: less would be in doubt then than if nothing had been named. Cost: what is denied times
 * the observations.
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
    ({ flow, isMoney, sums }) => flow !== undefined || isMoney !== true || sums.length > 0,
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
    const byWords = strange.filter(({ id }) => act.known?.has(id));
    const those = exact.length > 0 ? exact : byWords.length > 0 || act.isByName === true ? byWords : strange;
    for (const { id } of those) found.add(id);
  }
  return found;
}

/**
 * What is denied, with the payments its words name. To be locked out by nothing that was seen is to have forgotten how one gets in,
 * and denies nothing.
 */
export function deniedAfterAll(
  observations: readonly Observation[],
  { acts, denied }: { readonly acts: readonly ToldAct[]; readonly denied: readonly ToldAct[] },
): readonly ToldAct[] {
  const payments = paymentsOf(observations);
  const isShutOut = (act: ToldAct) =>
    observations.some((each) => isDenied(each, act) && !acts.some((own) => isToldAct(each, own, noFlows)));
  return denied.flatMap((act) => {
    if (act.isShutOut === true) return isShutOut(act) ? [act] : [];
    return [act.isMoney === true ? { ...act, known: ofWordsTold(payments, act.words) } : act];
  });
}

const paymentsOf = (observations: readonly Observation[]): readonly Observation[] =>
  observations.filter(({ kind, direction }) => kind === "row" && direction === "out");

/**
 * A sum that stands nowhere in the files was rounded, or is none: then the words alone tell what is meant, where they stand in a row of
 * those days.
 */
export function settledBy(
  observations: readonly Observation[],
  acts: readonly ToldAct[],
): readonly ToldAct[] {
  const payments = paymentsOf(observations);
  return acts.map((act) => {
    if (act.isMoney !== true) return act;
    const isThere = (each: ToldAct) => payments.some((row) => isToldAct(row, each, noFlows));
    const { known: _known, ...bySign } = act.sums.length > 0 && !isThere(act) ? { ...act, sums: [] } : act;
    const byWords = { ...bySign, known: ofWordsTold(payments, act.words) };
    return isThere(byWords) ? byWords : bySign;
  });
}

const noFlows: ReadonlySet<string> = new Set();

/** The flows that could have left it. */
export const flowsOf = (observation: Observation, index: TraceIndex): ReadonlySet<string> =>
  new Set(index.candidates(observation).map(({ step }) => `${step.institution}/${step.flow.id}`));
