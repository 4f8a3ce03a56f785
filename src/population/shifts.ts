/**
 * The same people under two catalogues: for how many each loss is opened and for how many closed, and the first of those
 * for whom it is, by number. Draws depend on no catalogue (law P6), so bit by bit it is the same person. A share that
 * stays the same may hide that it is others: both are counted.
 */
import { compareText } from "../model/index.ts";
import { countOf, isIn } from "./bits.ts";
import type { WhoLoses } from "./exposed.ts";

export interface Shift {
  readonly goal: string;
  readonly opened: number;
  readonly closed: number;
  /** The number of the first person for whom it is opened; absent where it is opened for nobody. */
  readonly firstOpened?: number;
}

/** Losses that shift for anybody, those opened for most people first. Cost: a pass over the bits. */
export function shiftsBetween(before: WhoLoses, after: WhoLoses): readonly Shift[] {
  const goals = [...new Set([...before.keys(), ...after.keys()])].sort(compareText);
  return goals
    .map((goal): Shift => {
      const [was, is] = [before.get(goal), after.get(goal)];
      const words = Math.max(was?.length ?? 0, is?.length ?? 0);
      const bits = (of: Int32Array | undefined, word: number) => of?.[word] ?? 0; // A loss one side does not know is lost by nobody there.
      const opened = Int32Array.from({ length: words }, (_, i) => bits(is, i) & ~bits(was, i));
      const closed = Int32Array.from({ length: words }, (_, i) => bits(was, i) & ~bits(is, i));
      const first = opened.findIndex((word) => word !== 0);
      const person = first < 0 ? undefined : firstIn(opened, first * 32);
      return {
        goal,
        opened: countOf(opened),
        closed: countOf(closed),
        ...(person === undefined ? {} : { firstOpened: person }),
      };
    })
    .filter(({ opened, closed }) => opened + closed > 0)
    .sort((a, b) => b.opened - a.opened || b.closed - a.closed);
}

function firstIn(bits: Int32Array, from: number): number | undefined {
  for (let person = from; person < from + 32; person++) if (isIn(bits, person)) return person;
  return undefined;
}
