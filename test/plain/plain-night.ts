/**
 * A night, played once more from the notation's words alone.
 *
 * Given what is done (who runs which flow for which things, begun when, over when), it says what comes of it: who has
 * what now, what is set, where the money went, which steps were refused and why. It shares nothing with src/world and
 * was written before that was read. Where a sentence of the notation can be read two ways, the reading stands beside
 * the code; where it is about to change, it is a switch in `Readings`.
 */
import { minutesPerWeek } from "../../src/model/index.ts";
import {
  type Beginning,
  beginning,
  type Change,
  complete,
  isGiven,
  isRefused,
  isWanting,
  lapse,
  leftOf,
  type PlainActor,
  type State,
  type Why,
} from "./plain-state.ts";
import type { PlainStep } from "./plain-steps.ts";

/** When something happens; at one minute what has the lower number is first. */
export interface Moment {
  readonly at: number;
  readonly order: number;
}

/** One thing somebody does. */
export interface Act {
  readonly actor: PlainActor;
  /** `institution/flow`. */
  readonly flow: string;
  readonly things: ReadonlyMap<string, string>;
  readonly asks: readonly string[];
  readonly unless: readonly string[];
  readonly begins: Moment;
  /** The hands are free again; absent: the night ended before. */
  readonly over?: Moment;
  /** What waits falls due; absent: the night ended before, or it was called off. */
  readonly due?: Moment;
  readonly agentGivesWay: boolean;
}

export interface PlainGame extends Beginning {
  readonly acts: readonly Act[];
  readonly horizonMinutes: number;
}

/** What came of an act, and when that was so; `open` where the night ended before. */
export type Outcome =
  | { readonly kind: "done" | "open"; readonly at: number }
  | { readonly kind: "refused"; readonly why: Why; readonly at: number }
  | { readonly kind: "called-off"; readonly by: Act; readonly at: number };

export interface PlainNight {
  readonly changes: readonly Change[];
  readonly outcomes: ReadonlyMap<Act, Outcome>;
  /** In hundredths, by pot: what is left. */
  readonly pots: ReadonlyMap<string, number>;
  readonly speaksOf: ReadonlySet<string>;
}

export function plainNight(game: PlainGame): PlainNight {
  const state = beginning(game);
  const outcomes = new Map<Act, Outcome>();
  const waiting = new Map<Act, PlainStep>();
  for (const { moment, kind, act } of momentsOf(game.acts)) {
    lapse(state, moment.at);
    const known = outcomes.get(act);
    if (known !== undefined && known.kind !== "open") continue;
    const step = stepOf(state, act);
    if (step === undefined) {
      outcomes.set(act, { kind: "refused", why: { kind: "no-such-step" }, at: moment.at });
      continue;
    }
    const why = judged(state, act, step, kind);
    if (why !== undefined) {
      waiting.delete(act);
      outcomes.set(act, { kind: "refused", why, at: moment.at });
    } else if (kind === "begins") outcomes.set(act, { kind: "open", at: moment.at });
    else if (kind === "over" && step.delay !== undefined) waiting.set(act, step);
    else {
      waiting.delete(act);
      outcomes.set(act, { kind: "done", at: moment.at });
      complete(state, act.actor, step, moment.at);
      for (const [other, pending] of waiting) {
        if (!callsOff(step, pending)) continue;
        waiting.delete(other);
        outcomes.set(other, { kind: "called-off", by: act, at: moment.at });
      }
    }
  }
  lapse(state, game.horizonMinutes);
  const { changes, pots, speaksOf } = state;
  return { changes, outcomes, pots: new Map([...pots].map(([pot, { left }]) => [pot, left])), speaksOf };
}

type Phase = "begins" | "over" | "due";
const phases: readonly Phase[] = ["begins", "over", "due"];

interface HappensAt {
  readonly moment: Moment;
  readonly kind: Phase;
  readonly act: Act;
}

function momentsOf(acts: readonly Act[]): readonly HappensAt[] {
  return acts
    .flatMap((act) =>
      phases.flatMap((kind) => {
        const moment = act[kind];
        return moment === undefined ? [] : [{ moment, kind, act }];
      }),
    )
    .sort((a, b) => a.moment.at - b.moment.at || a.moment.order - b.moment.order);
}

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((each) => b.includes(each));

/** The step meant: this flow, this way to meet what it asks, these things. A condition that nobody can set may go unsaid. */
function stepOf({ steps }: State, { flow, asks, unless, things }: Act): PlainStep | undefined {
  const meant = steps.filter(
    (step) =>
      step.flow === flow &&
      isSame(step.asks, asks) &&
      unless.every((each) => step.unless.includes(each)) &&
      [...things].every(([path, thing]) => step.things.get(path)?.includes(thing) !== false),
  );
  const exact = meant.filter(
    (step) => isSame([...step.things.keys()], [...things.keys()]) && isSame(step.unless, unless),
  );
  return exact[0] ?? meant[0];
}

/** Why it cannot be: judged when it begins, when the hands are free, and again when it falls due. */
function judged(state: State, act: Act, step: PlainStep, phase: Phase): Why | undefined {
  if (phase === "begins") return mayBegin(state, act, step);
  const why = isWanting(state, act.actor, step, phase === "over" ? "ends" : "due");
  if (why !== undefined) return why;
  // Of a step whose every gift is refused nothing else comes either: who cannot pay has not bought.
  const isIn = (each: string) =>
    isGiven(state, act.actor, step, each) && !isRefused(state, step, each, step.clears);
  if (step.gives.length > 0 && !step.gives.some((each) => isIn(each))) return { kind: "gives-nothing" };
  return phase === "over" && step.hasAgent && !act.agentGivesWay ? { kind: "agent" } : undefined;
}

function mayBegin(state: State, { actor, begins: { at } }: Act, step: PlainStep): Why | undefined {
  if (!isOpen(state, step, at)) return { kind: "closed" };
  if (isTooOften(state, step, at)) return { kind: "too-often" };
  const why = isWanting(state, actor, step, "begins");
  if (why === undefined && step.atMost.length > 0)
    state.ran.set(effectOf(state, step), [...(state.ran.get(effectOf(state, step)) ?? []), at]);
  return why;
}

/** "`at-most` counts everybody's runs of the flow with the same effect": those of the time before this one. */
function isTooOften(state: State, step: PlainStep, at: number): boolean {
  if (leftOf(state, step, at) <= 0) return true;
  const runs = state.ran.get(effectOf(state, step)) ?? [];
  return step.atMost.some(
    ({ times, perMinutes }) => runs.filter((minute) => minute + perMinutes > at).length >= times,
  );
}

/** To take what nobody asks for and nobody gives changes nothing. */
function effectOf({ speaksOf }: State, { flow, gives, sets, clears, revokes }: PlainStep): string {
  const effects = [
    ...gives.map((each) => `gives ${each}`),
    ...sets.map(({ condition }) => `sets ${condition}`),
    ...clears.map((each) => `clears ${each}`),
    ...revokes.filter((each) => speaksOf.has(each)).map((each) => `revokes ${each}`),
  ];
  return [flow, ...effects.sort()].join("; ");
}

function isOpen({ startsAt }: State, { hours }: PlainStep, at: number): boolean {
  if (hours === undefined) return true;
  if (startsAt === undefined) return hours.length > 0;
  // Minutes are sums of fractions: who waits for the opening arrives when it opens, not a hair before.
  const now = (startsAt + at) % minutesPerWeek;
  return hours.some(([from, to]) => from <= now + 1e-6 && now < to);
}

/** "`delay` ends when `cancelled-by` is run": for the same card, account, line, as far as both speak of one. */
function callsOff({ flow, things }: PlainStep, waiting: PlainStep): boolean {
  return (
    waiting.delay?.cancelledBy === flow &&
    [...waiting.things].every(
      ([path, those]) =>
        path.includes(".") || things.get(path)?.some((thing) => those.includes(thing)) !== false,
    )
  );
}
