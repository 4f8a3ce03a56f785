/**
 * The state as texts and back: what was stopped goes on as if it had not been. Only numbers and texts, in the order in
 * which they stand; what is kept for speed (closures, shapes) is not part of it and is made anew.
 *
 * In parts, for a million people are more than one text may hold; none of them is longer than some megabytes.
 */

import { rowLength, rowOf } from "./habits.ts";
import { noState, type State } from "./state.ts";
import type { Kept } from "./windows.ts";

const form = 10;
/** A row is some two hundred characters, an id some forty. */
const rowsInPart = 5_000;
const entriesInPart = 20_000;

export function* snapshot(state: State): Generator<string> {
  yield JSON.stringify({ form });
  yield* parts("rows", rowValues(state), rowsInPart);
  yield* parts("trails", state.trails, entriesInPart);
  yield* parts("seen", state.seen, entriesInPart);
  yield* parts("bursts", state.population.bursts, entriesInPart);
  yield* parts("devices", state.population.devices, entriesInPart);
  yield* parts("regions", state.regions, entriesInPart);
  for (const [window, keys] of state.windows) {
    yield JSON.stringify({ window });
    yield* parts("keys", keys, entriesInPart);
  }
}

function* rowValues({ rows }: State): Generator<readonly [string, readonly number[]]> {
  for (const person of rows.numberOf.keys()) {
    const { values, from } = rowOf(rows, person);
    yield [person, [...values.subarray(from, from + rowLength)]];
  }
}

function* parts(of: string, entries: Iterable<unknown>, most: number): Generator<string> {
  let some: unknown[] = [];
  for (const entry of entries) {
    some.push(entry);
    if (some.length < most) continue;
    yield JSON.stringify({ of, entries: some });
    some = [];
  }
  if (some.length > 0) yield JSON.stringify({ of, entries: some });
}

/** Back from what `snapshot` made, in its order; any other is a fault of the caller. */
export function restore(texts: Iterable<string>): State {
  const state = noState();
  const { population, windows } = state;
  let keys = new Map<string, Kept>();
  let isOurs = false;
  for (const text of texts) {
    const part = JSON.parse(text);
    if (part.form !== undefined) isOurs = part.form === form;
    if (!isOurs) throw new RangeError("a snapshot of another version");
    if (part.form !== undefined) continue;
    if (part.window !== undefined) {
      keys = new Map();
      windows.set(part.window, keys);
      continue;
    }
    if (part.of === "rows") putRows(state, part.entries);
    else {
      const into: Record<string, Map<unknown, unknown>> = {
        trails: state.trails,
        seen: state.seen,
        bursts: population.bursts,
        devices: population.devices,
        regions: state.regions,
        keys,
      };
      const map = into[part.of];
      if (map === undefined) throw new RangeError("a snapshot of another version");
      for (const [key, value] of part.entries) map.set(key, value);
    }
  }
  if (!isOurs) throw new RangeError("no snapshot");
  return state;
}

function putRows({ rows }: State, entries: readonly (readonly [string, readonly number[]])[]): void {
  for (const [person, numbers] of entries) {
    const { values, from } = rowOf(rows, person);
    values.set(numbers, from);
  }
}
