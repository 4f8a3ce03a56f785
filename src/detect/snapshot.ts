/**
 * The state as text and back: what was stopped goes on as if it had not been. Only numbers and texts, in the order in
 * which they stand; what is kept for speed (closures, shapes) is not part of it and is made anew.
 */

import { noRows, rowLength, rowOf } from "./habits.ts";
import type { State } from "./state.ts";

const form = 6;

export function snapshot(state: State): string {
  const rows = [...state.rows.numberOf.keys()].map((person) => {
    const { values, from } = rowOf(state.rows, person);
    return [person, [...values.subarray(from, from + rowLength)]];
  });
  return JSON.stringify({
    form,
    rows,
    trails: [...state.trails],
    seen: [...state.seen],
    bursts: [...state.population.bursts],
    devices: [...state.population.devices],
    windows: [...state.windows].map(([window, keys]) => [window, [...keys]]),
    regions: [...state.regions],
  });
}

/** Back from a text `snapshot` made; any other is a fault of the caller. */
export function restore(text: string): State {
  const read = JSON.parse(text);
  if (read.form !== form) throw new RangeError("a snapshot of another version");
  const rows = noRows();
  for (const [person, numbers] of read.rows) {
    const { values, from } = rowOf(rows, person);
    values.set(numbers, from);
  }
  return {
    rows,
    trails: new Map(read.trails),
    seen: new Map(read.seen),
    population: { bursts: new Map(read.bursts), devices: new Map(read.devices) },
    windows: new Map(read.windows.map(([window, keys]: [string, []]) => [window, new Map(keys)])),
    regions: new Map(read.regions),
  };
}
