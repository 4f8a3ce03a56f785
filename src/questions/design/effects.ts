/**
 * What differs between two scenes of one person: losses opened and closed, sooner and later, more and less of it; what is
 * taken over; blocks that fall and hold; what the owner gets back to. Each with the way of the side that allows it.
 *
 * What to know to trust it: asked the other way round each kind is its mirror, with the two sides exchanged.
 */
import { type Capability, compareText, splitCapability } from "../../model/index.ts";
import type { Reach, Way } from "../../reach/index.ts";
import { institutionOf, type OpenedSide, type Scene } from "./scene.ts";

/**
 * `not-ruled-out`: it was ruled out before; `ruled-out`: it was not. Both of losses reached under neither. `gained`: an
 * account or mailbox is taken over that was not, and that is on the way to no loss that is opened; `no-longer-gained`: the
 * other way round. `within-reach`: what a changed flow itself gives, where no more follows from it. `takes-more`: a loss
 * reached under both, and more of it can be taken within a day. `falls`: a block is lifted by whoever holds these, that
 * was not or later; `holds`: it no longer is, or later.
 */
export type EffectKind =
  | "opened"
  | "closed"
  | "sooner"
  | "later"
  | "not-ruled-out"
  | "ruled-out"
  | "gained"
  | "no-longer-gained"
  | "within-reach"
  | "out-of-reach"
  | "takes-more"
  | "takes-less"
  | "falls"
  | "holds"
  | "locked-out"
  | "let-in";

export interface Effect {
  readonly kind: EffectKind;
  readonly person: string;
  readonly held: readonly string[];
  /** The loss, the condition, or what the owner gets back to, as ground text. */
  readonly goal: string;
  /** The word of it: `charge`. */
  readonly capability: string;
  /** Who runs what is lost; absent where nobody does. */
  readonly institution?: string;
  readonly amount?: number;
  /** Of what `takes-more` or less: the most within a day under each; absent: without a limit that is known. */
  readonly beforeAmount?: number;
  readonly afterAmount?: number;
  /** Minutes under each; `null`: not reached. Of what the owner gets back to, both are `null`. */
  readonly beforeMinutes: number | null;
  readonly afterMinutes: number | null;
  /**
   * Of the loss under each, with what nobody has read as weak as the weakest of its kind; `null` of what is no loss, and
   * where it was not asked.
   */
  readonly beforeVerdict: Verdict | null;
  readonly afterVerdict: Verdict | null;
  /** The way of the side that allows it, or allows it sooner; `null` for the owner's. */
  readonly way: Way | null;
  /** Nothing was found from the plain beginnings; it was looked for from stronger ones, or from what the flow itself asks. */
  readonly from?: "a-start" | "what-it-asks";
  /** Of `a-start`: which, by its name in `catalog/starts.yaml`; what is held is what it takes of that. */
  readonly start?: string;
  /** It takes a face or somebody in person at the beginning, which no intruder is taken to have: no part of the word. */
  readonly isBeyond?: boolean;
  /** Indexes into `changes`. Empty: no single part brings it about, and none is on the way. */
  readonly causes: readonly number[];
  /** It falls on another institution than those whose parts bring it about. */
  readonly isElsewhere: boolean;
}

/** What happens to the owner, and not by an intruder. */
export const isOwners = ({ kind }: Pick<RawEffect, "kind">): boolean =>
  kind === "locked-out" || kind === "let-in";

/** The word of a goal of a world it does not stand in. */
const kindOf = (goal: string): string => splitCapability(goal)?.kind ?? goal;

/** The word of a goal, and who runs the thing it is said of. */
export function bearerOf(
  { reach }: OpenedSide,
  goal: string,
): { readonly capability: string; readonly institution?: string } {
  const { world } = reach;
  const atom = world.atomOf.get(goal);
  const capability = atom === undefined ? undefined : world.atoms[atom];
  if (capability === undefined) return { capability: kindOf(goal) };
  const institution = institutionOf(reach, capability);
  return { capability: capability.kind, ...(institution === undefined ? {} : { institution }) };
}

export type RawEffect = Omit<Effect, "causes" | "isElsewhere">;

export interface Between {
  readonly was: Scene;
  readonly is: Scene;
  readonly before: OpenedSide;
  readonly after: OpenedSide;
  readonly held: readonly string[];
  readonly person: string;
  /** What nobody has read is not asked; then the verdicts on what is not reached are left open (`withVerdicts`). */
  readonly leavesPossibleOut?: boolean;
}

export function effectsBetween({
  was,
  is,
  before,
  after,
  held,
  person,
  leavesPossibleOut = false,
}: Between): readonly RawEffect[] {
  const goals = [...new Set([...was.losses.keys(), ...is.losses.keys()])].sort(compareText);
  const wholes = wholesOf([before.reach, after.reach]);
  const effects = goals.flatMap((goal): RawEffect[] => {
    const [old, now] = [was.losses.get(goal), is.losses.get(goal)];
    const [beforeMinutes, afterMinutes] = [old?.minutes ?? null, now?.minutes ?? null];
    if (beforeMinutes === afterMinutes) return [];
    // A part of what is lost whole by then is lost with it: that it is not taken by itself closes nothing.
    const latest = Math.min(beforeMinutes ?? Infinity, afterMinutes ?? Infinity);
    const lesser = (afterMinutes ?? Infinity) < (beforeMinutes ?? Infinity) ? was : is;
    if (wholes(goal).some((whole) => (lesser.losses.get(whole)?.minutes ?? Infinity) <= latest)) return [];
    const on = leavesPossibleOut ? verdictRead : verdictOn;
    const [beforeVerdict, afterVerdict] = [on(was, goal), on(is, goal)];
    const isMore = (afterMinutes ?? Infinity) < (beforeMinutes ?? Infinity);
    const kind =
      beforeMinutes === null ? "opened" : afterMinutes === null ? "closed" : isMore ? "sooner" : "later";
    const amount = (now ?? old)?.goal.amount;
    return [
      {
        kind,
        person,
        held,
        goal,
        ...bearerOf(isMore ? after : before, goal),
        ...(amount === undefined ? {} : { amount }),
        beforeMinutes,
        afterMinutes,
        beforeVerdict,
        afterVerdict,
        way: (isMore ? is : was).wayTo(goal),
      },
    ];
  });
  const owners = (from: Scene, to: Scene, kind: "locked-out" | "let-in", side: OpenedSide) =>
    [...from.owner]
      .filter((goal) => !to.owner.has(goal))
      .sort(compareText)
      .map(
        (goal): RawEffect => ({
          kind,
          person,
          held,
          goal,
          ...bearerOf(side, goal),
          beforeMinutes: null,
          afterMinutes: null,
          beforeVerdict: null,
          afterVerdict: null,
          way: null,
        }),
      );
  return [
    ...effects,
    ...amountsBetween({ was, is, before, after, held, person }),
    ...(leavesPossibleOut ? [] : possibleBetween({ was, is, before, after, held, person })),
    ...takenBetween({ was, is, before, after, held, person }, effects),
    // What a changed flow itself gives, where that was asked about.
    ...hadBetween({ was, is, before, after, held, person }, "also", ["within-reach", "out-of-reach"]),
    ...liftsBetween({ was, is, before, after, held, person }),
    ...owners(was, is, "locked-out", before),
    ...owners(is, was, "let-in", after),
  ];
}

/** Taken over under one of the two alone, and no step of a way told already. */
function takenBetween(between: Between, told: readonly RawEffect[]): readonly RawEffect[] {
  const onTheWay = new Set(told.flatMap(({ way }) => way?.steps.flatMap(({ gives }) => gives) ?? []));
  return hadBetween(between, "taken", ["gained", "no-longer-gained"]).filter(
    ({ goal }) => !onTheWay.has(goal),
  );
}

/** What is had under one of the two alone. */
function hadBetween(
  { was, is, before, after, held, person }: Between,
  what: "taken" | "also",
  [gained, lost]: readonly [EffectKind, EffectKind],
): readonly RawEffect[] {
  const goals = [...new Set([...was[what].keys(), ...is[what].keys()])].sort(compareText);
  return goals.flatMap((goal): RawEffect[] => {
    const [old, now] = [was[what].get(goal), is[what].get(goal)];
    if ((old === undefined) === (now === undefined)) return [];
    const [scene, side] = now === undefined ? [was, before] : [is, after];
    return [
      {
        kind: now === undefined ? lost : gained,
        person,
        held,
        goal,
        ...bearerOf(side, goal),
        beforeMinutes: old ?? null,
        afterMinutes: now ?? null,
        ...noVerdicts,
        way: scene.wayTo(goal),
      },
    ];
  });
}

/** What is the same for every effect that is told of no loss. */
const noVerdicts = { beforeVerdict: null, afterVerdict: null } as const;

const mostOf = ({ mostInADay }: Scene, goal: string): number => mostInADay.get(goal) ?? Infinity;

/** Reached under both, and not the same sum within a day. */
function amountsBetween({ was, is, before, after, held, person }: Between): readonly RawEffect[] {
  const both = [...was.losses.keys()].filter((goal) => is.losses.has(goal)).sort(compareText);
  return both.flatMap((goal): RawEffect[] => {
    const [old, now] = [mostOf(was, goal), mostOf(is, goal)];
    if (old === now) return [];
    const isMore = now > old;
    const amount = (is.losses.get(goal) ?? was.losses.get(goal))?.goal.amount;
    return [
      {
        kind: isMore ? "takes-more" : "takes-less",
        person,
        held,
        goal,
        ...bearerOf(isMore ? after : before, goal),
        ...(amount === undefined ? {} : { amount }),
        ...(old === Infinity ? {} : { beforeAmount: old }),
        ...(now === Infinity ? {} : { afterAmount: now }),
        beforeMinutes: was.losses.get(goal)?.minutes ?? null,
        afterMinutes: is.losses.get(goal)?.minutes ?? null,
        beforeVerdict: "reached",
        afterVerdict: "reached",
        way: (isMore ? is : was).wayTo(goal),
      },
    ];
  });
}

/** Blocks somebody can set, and when whoever holds these can lift them. */
function liftsBetween({ was, is, before, after, held, person }: Between): readonly RawEffect[] {
  const conditions = [...new Set([...was.lifts.keys(), ...is.lifts.keys()])].sort(compareText);
  return conditions.flatMap((goal): RawEffect[] => {
    const [old, now] = [was.lifts.get(goal) ?? Infinity, is.lifts.get(goal) ?? Infinity];
    // A block that is there under one of the two alone falls under neither.
    if (old === now || !was.blocks.has(goal) || !is.blocks.has(goal)) return [];
    const falls = now < old;
    const [scene, { reach }] = falls ? [is, after] : [was, before];
    const { capability } = reach.world.conditions.find(({ id }) => id === goal) ?? {};
    const institution = capability === undefined ? undefined : institutionOf(reach, capability);
    return [
      {
        kind: falls ? "falls" : "holds",
        person,
        held,
        goal,
        capability: capability?.kind ?? kindOf(goal),
        ...(institution === undefined ? {} : { institution }),
        beforeMinutes: old === Infinity ? null : old,
        afterMinutes: now === Infinity ? null : now,
        ...noVerdicts,
        way: scene.wayToLift(goal),
      },
    ];
  });
}

export type Verdict = "reached" | "not-ruled-out" | "ruled-out";

const verdictOn = ({ losses, possible }: Scene, goal: string): Verdict =>
  losses.has(goal) ? "reached" : possible().has(goal) ? "not-ruled-out" : "ruled-out";

/** To know what the unread may hide costs a world of its own, so it is asked of what is told. */
const verdictRead = ({ losses }: Scene, goal: string): Verdict | null =>
  losses.has(goal) ? "reached" : null;

/** The verdicts that were left open, where it is a loss. */
export function withVerdicts<E extends RawEffect>(effect: E, was: Scene, is: Scene): E {
  const { kind, goal } = effect;
  return kind === "opened" || kind === "closed"
    ? { ...effect, beforeVerdict: verdictOn(was, goal), afterVerdict: verdictOn(is, goal) }
    : effect;
}

/** What a loss is a part of, under either. */
function wholesOf(sides: readonly Reach[]): (goal: string) => readonly string[] {
  const of = new Map<string, readonly string[]>();
  for (const { world } of sides)
    for (const { id, partOf } of world.goals) of.set(id, [...new Set([...(of.get(id) ?? []), ...partOf])]);
  return (goal) => of.get(goal) ?? [];
}

/** Of what it is said nobody has read anything there, so that nothing of it was ruled out either. */
function isNotJudged({ reach: { world } }: OpenedSide, { things }: Capability): boolean {
  const { notJudged } = world.coverage;
  return things.some((thing) => notJudged.includes(thing));
}

/** Losses nobody has shown, where what nobody has read makes the difference. */
function possibleBetween({ was, is, before: old, after: now, held, person }: Between): readonly RawEffect[] {
  const [before, after] = [was.possible(), is.possible()];
  const wholes = wholesOf([old.lent().reach, now.lent().reach]);
  const goals = [...new Set([...before.keys(), ...after.keys()])].sort(compareText);
  return goals.flatMap((goal): RawEffect[] => {
    const [beforeVerdict, afterVerdict] = [verdictOn(was, goal), verdictOn(is, goal)];
    if (beforeVerdict === afterVerdict || beforeVerdict === "reached" || afterVerdict === "reached")
      return [];
    const shown = after.get(goal) ?? before.get(goal);
    if (shown === undefined) throw new RangeError(`${goal} is possible under neither`);
    const { capability, institution, amount } = shown;
    if (isNotJudged(after.has(goal) ? old : now, capability)) return [];
    // What may still be lost whole is ruled out in no part.
    const [lesser, scene] = after.has(goal) ? [before, was] : [after, is];
    if (wholes(goal).some((whole) => lesser.has(whole) || scene.losses.has(whole))) return [];
    return [
      {
        kind: after.has(goal) ? "not-ruled-out" : "ruled-out",
        person,
        held,
        goal,
        capability: capability.kind,
        ...(institution === undefined ? {} : { institution }),
        ...(amount === undefined ? {} : { amount }),
        beforeMinutes: null,
        afterMinutes: null,
        beforeVerdict,
        afterVerdict,
        way: shown.wayTo(),
      },
    ];
  });
}

/** What the new catalogue allows an intruder more than the old, and what less: each the mirror of the other at its place. */
export const allowsMore: readonly EffectKind[] = [
  "opened",
  "sooner",
  "takes-more",
  "not-ruled-out",
  "gained",
  "falls",
  "within-reach",
];
export const allowsLess: readonly EffectKind[] = [
  "closed",
  "later",
  "takes-less",
  "ruled-out",
  "no-longer-gained",
  "holds",
  "out-of-reach",
];

/** Whether the effect is one of what the new catalogue allows, or of what the old did. */
export const isOfNow = (kind: EffectKind): boolean => allowsMore.includes(kind) || kind === "let-in";

/** With the part put back, the effect is not there, or not as great. */
export function isUndone(
  { kind, goal, beforeMinutes, afterMinutes, beforeAmount, afterAmount }: RawEffect,
  scene: Scene,
): boolean {
  if (isOwners({ kind })) return !scene.owner.has(goal);
  if (kind === "gained" || kind === "no-longer-gained") return !scene.taken.has(goal);
  if (kind === "not-ruled-out" || kind === "ruled-out") return verdictOn(scene, goal) === "ruled-out";
  if (kind === "within-reach" || kind === "out-of-reach") return !scene.also.has(goal);
  if (kind === "takes-more" || kind === "takes-less")
    return (
      !scene.losses.has(goal) ||
      mostOf(scene, goal) < Math.max(beforeAmount ?? Infinity, afterAmount ?? Infinity)
    );
  const minutes =
    (kind === "falls" || kind === "holds" ? scene.lifts.get(goal) : scene.losses.get(goal)?.minutes) ??
    Infinity;
  return minutes > Math.min(beforeMinutes ?? Infinity, afterMinutes ?? Infinity);
}

/** Those that speak of a loss. */
export const lossKinds: ReadonlySet<EffectKind> = new Set([
  "opened",
  "closed",
  "sooner",
  "later",
  "takes-more",
  "takes-less",
  "not-ruled-out",
  "ruled-out",
]);
