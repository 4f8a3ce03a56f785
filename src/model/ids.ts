/**
 * Numbers that stand for things of one grounded world, and cannot be mixed up: a step's number is no atom's. Each is
 * an index into the list of that name, made where the list is made and nowhere else.
 */
declare const of: unique symbol;

/** A capability of one person's things: index into `Grounded.atoms`. */
export type AtomId = number & { readonly [of]: "atom" };
/** One way of running one flow over these things: index into `Grounded.steps`. */
export type StepId = number & { readonly [of]: "step" };
/** A condition on one of these things: index into `Grounded.conditions`. */
export type ConditionId = number & { readonly [of]: "condition" };
/** A decision about a measure: index into `Grounded.choices`. */
export type ChoiceId = number & { readonly [of]: "choice" };
/** Whoever acts in a night: index into its table of actors. */
export type ActorId = number & { readonly [of]: "actor" };
/** One run of a step in one night, numbered in the order of their beginnings. */
export type RunId = number & { readonly [of]: "run" };
/** A loss of this person: index into `Grounded.goals`. */
export type GoalId = number & { readonly [of]: "goal" };
/** Where money lies: index into `Ledger.pots`. */
export type PotId = number & { readonly [of]: "pot" };

/** Ids laid out side by side; a row of them is read by index. */
export type Ids<Id extends number> = Int32Array & { readonly [index: number]: Id };

// The number is an index of a list just made or walked; the cast gives it that list's name.
export const atomId = (index: number): AtomId => index as AtomId;
export const stepId = (index: number): StepId => index as StepId;
export const conditionId = (index: number): ConditionId => index as ConditionId;
export const choiceId = (index: number): ChoiceId => index as ChoiceId;
export const actorId = (index: number): ActorId => index as ActorId;
export const runId = (index: number): RunId => index as RunId;
export const goalId = (index: number): GoalId => index as GoalId;
export const potId = (index: number): PotId => index as PotId;

// What is laid out was ids before; the cast gives them back their name.
export const idsOf = <Id extends number>(ids: readonly Id[]): Ids<Id> => Int32Array.from(ids) as Ids<Id>;

/** The item of this number. A number that is none of the list is a fault of ours. */
export function at<Item>(list: ArrayLike<Item>, id: number): Item {
  const item = list[id];
  if (item === undefined) throw new RangeError(`no such number: ${id} of ${list.length}`);
  return item;
}
