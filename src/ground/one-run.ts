/**
 * What one run comes to, whichever measures are chosen: everything it gives, sets and clears at once.
 *
 * Which things a run concerns may hang on measures (codes moved to another line, a card taken off an account); each part of
 * what comes of it stands on a guard of its own. Where a flow sets what may stop what it gives, parts told apart would let
 * through what the run itself stops; so they are put together for every choice of these measures.
 */
import type { Capability } from "../model/index.ts";
import type { ThingId } from "../person/index.ts";
import type { StandIn } from "./brought.ts";
import { type Guard, isPossible, joinGuards } from "./guard.ts";

/** A part of what one run comes to. */
export interface Head {
  readonly gives: Capability[];
  readonly sets: { condition: Capability; expires?: number }[];
  readonly clears: Capability[];
  readonly things: Map<string, ThingId>;
  readonly alsoFor: Map<string, readonly ThingId[]>;
  readonly guard: Guard;
  readonly assumed: readonly string[];
  readonly unless: readonly Capability[];
  readonly standsIn?: StandIn;
}

/** Puts down which things a part is of: the first of each path, and the others beside it. */
export function addThings({ things, alsoFor }: Head, found: Iterable<readonly [string, ThingId]>): void {
  for (const [path, thing] of found) {
    const first = things.get(path);
    const others = alsoFor.get(path) ?? [];
    if (first === undefined) things.set(path, thing);
    else if (first !== thing && !others.includes(thing)) alsoFor.set(path, [...others, thing]);
  }
}

/** More cells than this, and the parts stay apart: what is told is then sooner than it is, and never later. */
const cellsMax = 64;

/** One part for each choice of the measures on which the parts hang, of those that nothing else tells apart. */
export function inOneRun(heads: readonly Head[]): readonly Head[] {
  const groups = new Map<string, Head[]>();
  for (const head of heads) {
    const { assumed, unless, standsIn } = head;
    const key = JSON.stringify([assumed, unless.map(({ text }) => text), standsIn]);
    groups.set(key, [...(groups.get(key) ?? []), head]);
  }
  return [...groups.values()].flatMap((group) => cellsOf(group) ?? group);
}

interface Cell {
  readonly guard: Guard;
  readonly parts: readonly Head[];
}

function cellsOf(group: readonly Head[]): readonly Head[] | undefined {
  if (group.length < 2) return group;
  let cells: readonly Cell[] = [{ guard: [], parts: [] }];
  for (const head of group) {
    cells = cells.flatMap(({ guard, parts }) => [
      ...possible({ guard: joinGuards(guard, head.guard), parts: [...parts, head] }),
      ...without(head.guard).flatMap((turned) => possible({ guard: joinGuards(guard, turned), parts })),
    ]);
    if (cells.length > cellsMax) return undefined;
  }
  return cells.flatMap(({ guard, parts }) => (parts.length === 0 ? [] : [together(guard, parts)]));
}

const possible = (cell: Cell): readonly Cell[] => (isPossible(cell.guard) ? [cell] : []);

/** The guards under which this one does not hold, no two of them at once. */
const without = (guard: Guard): readonly Guard[] =>
  guard.map((literal, i) => [...guard.slice(0, i), -literal]);

function together(guard: Guard, parts: readonly Head[]): Head {
  const head: Head = {
    ...parts[0]!,
    gives: parts.flatMap(({ gives }) => gives),
    sets: parts.flatMap(({ sets }) => sets),
    clears: parts.flatMap(({ clears }) => clears),
    things: new Map(),
    alsoFor: new Map(),
    guard,
  };
  for (const { things, alsoFor } of parts) {
    addThings(head, things);
    for (const [path, others] of alsoFor)
      addThings(
        head,
        others.map((other) => [path, other] as const),
      );
  }
  return head;
}
