/**
 * Lines between cards that stand one below the other: a rail of tracks at their left, as in the picture of a history.
 * A card's track begins at the card and ends at the last card that rests on it; a track that has ended is free again.
 */

export interface Track {
  readonly from: number;
  readonly to: readonly number[];
  /** Counted from the cards outwards. */
  readonly track: number;
}

export interface Rail {
  readonly tracks: readonly Track[];
  /** How many lie side by side at most. */
  readonly width: number;
}

export function layRail(after: readonly (readonly number[])[]): Rail {
  /** The card at which each track becomes free. */
  const busyUntil: number[] = [];
  const tracks: Track[] = [];
  for (let from = 0; from < after.length; from += 1) {
    const to = after.flatMap((sources, i) => (sources.includes(from) ? [i] : []));
    const last = to.at(-1);
    if (last === undefined) continue;
    // A track that ends at this very card leaves by its upper half, so its lower half is free.
    const free = busyUntil.findIndex((until) => until <= from);
    const track = free < 0 ? busyUntil.length : free;
    busyUntil[track] = last;
    tracks.push({ from, to, track });
  }
  return { tracks, width: busyUntil.length };
}
