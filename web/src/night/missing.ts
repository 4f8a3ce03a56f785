/** What a step wants at some minute and its actor has not, and what is set that stops it: why it could not work. */
import { atomText, type Stage } from "../../../src/world/index.ts";
import type { Lack, Side } from "./night-told.ts";

/** What is so at some minute. */
export interface Moment {
  readonly has: Readonly<Record<Side, ReadonlySet<string>>>;
  readonly isSet: ReadonlySet<string>;
}

/** A reader compares a few reasons; the first are the ones that count. */
const lacksMax = 4;

/** `unsaid` where nothing is missing any more at this minute. */
export function missingAt(stage: Stage, { has, isSet }: Moment, side: Side, rule: number): readonly Lack[] {
  const { world } = stage;
  const conditionOf = (index: number) => world.conditions[index]?.id ?? "";
  const stoppers = (atom: number) =>
    rowOf(stage.stops, atom)
      .map(conditionOf)
      .filter((id) => isSet.has(id));
  const blocks = new Set(
    rowOf(stage.needsClear, rule)
      .map(conditionOf)
      .filter((id) => isSet.has(id)),
  );
  const missing: string[] = [];
  for (const atom of rowOf(stage.asks, rule)) {
    const text = atomText(world, atom);
    if (has[side].has(text)) continue;
    const why = stoppers(atom);
    for (const each of why) blocks.add(each);
    if (why.length === 0) missing.push(text);
  }
  const given = rowOf(stage.gives, rule);
  if (blocks.size === 0 && missing.length === 0)
    for (const atom of given) for (const each of stoppers(atom)) blocks.add(each);
  const lacks: readonly Lack[] = [
    ...[...blocks].map((what) => ({ kind: "block" as const, what })),
    ...missing.map((what) => ({ kind: "missing" as const, what })),
  ];
  return lacks.length === 0 ? [{ kind: "unsaid" }] : lacks.slice(0, lacksMax);
}

export const rowOf = (
  { from, values }: { readonly from: Int32Array; readonly values: Int32Array },
  row: number,
): readonly number[] => [...values.subarray(from[row], from[row + 1])];
