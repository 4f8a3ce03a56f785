/**
 * One person out of the state with the ids of their events: habits, belief, odd acts, region, and their name wherever it is kept across people. What
 * cannot be told apart any more (that some event fell into the window of a payee, that a device was known) stays.
 *
 * The row is not taken out but blanked and given to nobody, for the rows of others are found by counting.
 */

import { rowLength, rowOf } from "./habits.ts";
import type { State } from "./state.ts";

/** Longer than the name of a person can be. */
const nobody = "-".repeat(256);

export function forget(state: State, person: string, events: readonly string[]): void {
  for (const id of events) state.seen.delete(id);
  const number = state.rows.numberOf.get(person);
  if (number !== undefined) {
    const { values, from } = rowOf(state.rows, person);
    values.fill(0, from, from + rowLength);
    values[from] = 1;
    state.rows.numberOf.delete(person);
    state.rows.numberOf.set(`${nobody}${number}`, number);
  }
  state.trails.delete(person);
  state.regions.delete(person);
  const { bursts, devices } = state.population;
  for (const [word, seen] of bursts)
    bursts.set(
      word,
      seen.filter((each) => each.person !== person),
    );
  for (const [device, people] of devices) {
    if (!people.includes(person)) continue;
    const left = people.filter((each) => each !== person);
    if (left.length === 0) devices.delete(device);
    else devices.set(device, left);
  }
  for (const keys of state.windows.values()) {
    keys.delete(person);
    for (const [key, entries] of keys) {
      if (!entries.some(({ value }) => value === person)) continue;
      keys.set(
        key,
        entries.filter(({ value }) => value !== person),
      );
    }
  }
}
