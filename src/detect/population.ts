/**
 * What is seen across people: one word sent for many people at one institution within an hour (a batch that speaks for
 * the institution, not for an intruder), and one device at many identities.
 *
 * Bounded: an hour of the busiest words, and the devices used for other people than their first.
 */
import type { DetectEvent } from "./event.ts";

export interface Population {
  /** By institution and word: the latest people and when. */
  readonly bursts: Map<string, { readonly at: number; readonly person: string }[]>;
  /** By device: the people it acted for, the latest last. */
  readonly devices: Map<number, string[]>;
}

export const noPopulation = (): Population => ({ bursts: new Map(), devices: new Map() });

const burstMinutes = 60;
/** So many different people within the hour are no coincidence, and no gang sends that many without proofs. */
const batchPeople = 30;
const wordsMax = 4_096;
const devicesMax = 100_000;
const peopleOfDeviceMax = 6;

/** Whether this is one of a batch: many people, one word, nobody's device and nobody's proof. */
export function isBatch(population: Population, event: DetectEvent): boolean {
  if (event.device !== undefined || event.proofs.length > 0) return false;
  const key = `${event.institution} ${event.word}`;
  const seen = population.bursts.get(key) ?? [];
  if (!population.bursts.has(key)) {
    dropOldest(population.bursts, wordsMax);
    population.bursts.set(key, seen);
  }
  if (!seen.some(({ person, at }) => person === event.person && Math.abs(at - event.at) <= burstMinutes))
    seen.push({ at: event.at, person: event.person });
  while (seen.length > batchPeople || (seen[0] !== undefined && event.at - seen[0].at > burstMinutes))
    seen.shift();
  return seen.length >= batchPeople;
}

/** For how many people this device has acted, this one included. */
export function peopleOfDevice(population: Population, device: number, person: string): number {
  if (device === 0) return 0;
  const known = population.devices.get(device);
  if (known === undefined) {
    dropOldest(population.devices, devicesMax);
    population.devices.set(device, [person]);
    return 1;
  }
  if (!known.includes(person) && known.length < peopleOfDeviceMax) known.push(person);
  return known.length;
}

function dropOldest<Key>(map: Map<Key, unknown>, most: number): void {
  if (map.size < most) return;
  const [first] = map.keys();
  if (first !== undefined) map.delete(first);
}
