/**
 * What stands in the way of a run: a condition somebody set and nobody cleared, and what the owner has in hand no more.
 */
import type { Step } from "../ground/index.ts";
import { type AtomId, at, type ConditionId } from "../model/index.ts";
import { infinity, type Parts } from "./making.ts";
import { rateOf } from "./prices.ts";

/** Between a run that sets a condition and a later one that it would stop stands one that clears it, seen or not. */
export function conditionsBetween({ question, making, parts, columnOf }: Parts): void {
  const { world, powers } = question;
  const clearers = new Map<ConditionId, Step[]>();
  for (const step of world.steps)
    for (const condition of step.clears)
      if (powers.intruder.has(step.id)) clearers.set(condition, [...(clearers.get(condition) ?? []), step]);
  const seen = parts.flatMap((part, i) => (part.kind === "seen" ? [{ run: part.run, i }] : []));
  const unseenClear = new Map<string, number>();
  for (const setter of seen)
    for (const { condition, expires } of setter.run.step.sets) {
      const stopped = seen.filter(
        ({ run }) =>
          run.from > setter.run.to &&
          run.from < setter.run.to + (expires ?? infinity) &&
          (run.step.needsClear.includes(condition) ||
            run.step.asks.some((atom) => at(world.stopsOf, atom).includes(condition))),
      );
      for (const { run, i } of stopped) {
        const between = seen.filter(
          (other) =>
            other.run.step.clears.includes(condition) &&
            other.run.to >= setter.run.from &&
            other.run.from <= run.to &&
            other.i !== setter.i,
        );
        const key = `${setter.i} ${condition}`;
        const steps = clearers.get(condition) ?? [];
        let unseen = unseenClear.get(key);
        if (unseen === undefined && steps.length > 0) {
          const rate = Math.max(...steps.map((step) => rateOf(step, "intruder", question)));
          unseen = making.column(-Math.log(rate) + 2);
          unseenClear.set(key, unseen);
        }
        making.row(
          [
            [columnOf[setter.i]!, -1],
            [columnOf[i]!, -1],
            ...between.map(({ i: other }) => [columnOf[other]!, 1] as const),
            ...(unseen === undefined ? [] : [[unseen, 1] as const]),
          ],
          -1,
        );
      }
    }
  // A lift wants something to lift.
  for (const lift of seen) {
    const { clears, gives } = lift.run.step;
    if (clears.length === 0 || gives.length > 0) continue;
    const isSet = clears.some((condition) => world.conditions[condition]?.isSetAtStart === true);
    if (isSet) continue;
    const before = seen.filter(
      ({ run }) =>
        run.from <= lift.run.to && run.step.sets.some(({ condition }) => clears.includes(condition)),
    );
    const missed = making.column(3);
    making.row(
      [[columnOf[lift.i]!, -1], [missed, 1], ...before.map(({ i }) => [columnOf[i]!, 1] as const)],
      0,
    );
  }
}

interface Taker {
  readonly i: number;
  readonly atoms: readonly AtomId[];
  /** Absent: when is for the program to say. */
  readonly at?: number;
}

/** What the owner had in hand is not hers any more once somebody took it: no act of hers rests on it later. */
export function ownersUse({
  question,
  making,
  parts,
  columnOf,
  timeOf,
  width,
}: Parts & { readonly width: number }): void {
  const { powers, incident } = question;
  const size = width + 1;
  const takers = parts.flatMap((part, i): readonly Taker[] => {
    // What was read out or shown she has still.
    if (part.kind === "assumed") return question.shared.has(part.atom) ? [] : [{ i, atoms: [part.atom] }];
    if (part.kind === "seen" && part.run.side === "intruder")
      return [{ i, atoms: part.run.step.revokes.map(({ atom }) => atom), at: part.run.from }];
    return [];
  });
  for (const [i, part] of parts.entries()) {
    if (part.kind !== "seen" || part.run.side !== "owner") continue;
    const needs = new Set(
      part.run.step.asks.flatMap((atom) => [atom, ...(powers.ownerHangsOn.get(atom) ?? [])]),
    );
    const back = parts.flatMap((other, k) =>
      other.kind === "seen" &&
      other.run.side === "owner" &&
      other.run.to <= part.run.from &&
      other.run.step.revokes.some(({ atom }) => needs.has(atom))
        ? [k]
        : [],
    );
    for (const taker of takers) {
      if (!taker.atoms.some((atom) => needs.has(atom))) continue;
      const spared = back.map((k) => [columnOf[k]!, 1] as const);
      if (taker.at !== undefined) {
        if (taker.at < part.run.from)
          making.row([[columnOf[i]!, -1], [columnOf[taker.i]!, -1], ...spared], -1);
      } else if (timeOf[taker.i] !== undefined)
        making.row(
          [
            [timeOf[taker.i]!, 1],
            [columnOf[i]!, -size],
            [columnOf[taker.i]!, -size],
            ...spared.map(([column]) => [column, size] as const),
          ],
          part.run.from - incident.from - 2 * size,
        );
    }
  }
}
