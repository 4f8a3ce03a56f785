/** Whether a step can be taken as things are. */
import type { ActorId, StepId } from "../model/index.ts";
import type { Arena } from "./arena.ts";

/** Whether anything it asks is missing, anything is set that stops it, or is not set that must be. */
export function lacks(arena: Arena, actor: ActorId, step: StepId): boolean {
  const { stage, has, isSet } = arena;
  const { asks, needsClear, needsSet, atomCount } = stage;
  for (let i = asks.from[step]!; i < asks.from[step + 1]!; i++)
    if (has[actor * atomCount + asks.values[i]!] !== 1) return true;
  for (let i = needsClear.from[step]!; i < needsClear.from[step + 1]!; i++)
    if (isSet[needsClear.values[i]!] === 1) return true;
  for (let i = needsSet.from[step]!; i < needsSet.from[step + 1]!; i++)
    if (isSet[needsSet.values[i]!] !== 1) return true;
  return stage.isSameSecret[step] === 1 && isNoLongerSame(arena, step);
}

/** One of two equal secrets has been changed tonight. */
export function isNoLongerSame({ stage: { asks, gives }, isChanged }: Arena, step: StepId): boolean {
  for (let i = asks.from[step]!; i < asks.from[step + 1]!; i++)
    if (isChanged[asks.values[i]!] === 1) return true;
  // One rule gives all the others: it fails only when none of them is left.
  for (let i = gives.from[step]!; i < gives.from[step + 1]!; i++)
    if (isChanged[gives.values[i]!] !== 1) return false;
  return true;
}
