/**
 * The rows of a night's picture: for each side the institutions it acts at, in the order it comes to them, then what was
 * blocked or diverted. Steps of one row that overlap lie on tracks of their own. Where two nights share a screen each side
 * is one row.
 */
import type { BlockTold, NightTold, Side, StepTold } from "./night-told.ts";

export interface Lane {
  /** Absent: all of them. */
  readonly institution?: string;
  readonly tracks: number;
  readonly steps: readonly { readonly step: StepTold; readonly track: number }[];
}

export interface BlockLane {
  readonly condition: string;
  readonly blocks: readonly BlockTold[];
}

export interface Lanes {
  readonly sides: readonly { readonly side: Side; readonly lanes: readonly Lane[] }[];
  readonly blocks: readonly BlockLane[];
}

export function lanesOf({ steps, blocks }: NightTold, { isBrief }: { readonly isBrief: boolean }): Lanes {
  const sides = (["intruder", "owner"] as const).map((side) => {
    const its = steps.filter((step) => step.side === side).sort((a, b) => a.at - b.at || a.id - b.id);
    const lanes = isBrief
      ? its.length === 0
        ? []
        : [onTracks(its)]
      : [...grouped(its, ({ institution }) => institution)].map(([institution, here]) => ({
          institution,
          ...onTracks(here),
        }));
    return { side, lanes };
  });
  return {
    sides: sides.filter(({ lanes }) => lanes.length > 0),
    blocks: [...grouped(blocks, ({ condition }) => condition)].map(([condition, its]) => ({
      condition,
      blocks: its,
    })),
  };
}

/** In the order of their first members. Browsers of some years ago have no `Map.groupBy`. */
export function grouped<Each>(
  all: readonly Each[],
  keyOf: (each: Each) => string,
): ReadonlyMap<string, readonly Each[]> {
  const groups = new Map<string, Each[]>();
  for (const each of all) {
    const known = groups.get(keyOf(each));
    if (known === undefined) groups.set(keyOf(each), [each]);
    else known.push(each);
  }
  return groups;
}

/** A bar is drawn at least this long; two that are closer lie on two tracks. */
const barMinutesMin = 3;

function onTracks(steps: readonly StepTold[]): Lane {
  const free: number[] = [];
  const placed = steps.map((step) => {
    const found = free.findIndex((until) => until <= step.at);
    const track = found < 0 ? free.length : found;
    free[track] = Math.max(step.until, step.at + barMinutesMin);
    return { step, track };
  });
  return { tracks: free.length, steps: placed };
}
