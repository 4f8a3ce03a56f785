/**
 * What somebody saw or a file says, as a value: when it happened, what kind of trace it is, whose it may be and what it is
 * a sign of. The inverse of what a flow *leaves*; three questions read it, none has its own copy.
 *
 * Times are minutes since 1970-01-01 UTC, as intervals: a row that names only a day may lie anywhere in it. What is not
 * known is an empty list, which fits everything, and never a guess.
 */
import type { TraceKind } from "../model/index.ts";
import type { ThingId } from "../person/index.ts";

export interface Place {
  readonly file: string;
  readonly sheet?: string;
  readonly row: number;
}

/** The same for the same place, and for no other. */
export const placeKey = ({ file, sheet = "", row }: Place): string => `${file}\n${sheet}\n${row}`;

export interface Observation {
  /** Index in the list it came in. */
  readonly id: number;
  readonly place: Place;
  readonly kind: TraceKind;
  /** When it happened, both ends included. */
  readonly from: number;
  readonly to: number;
  /** Whose file it is or who sent it; empty: nobody says. */
  readonly institutions: readonly string[];
  /** Beside whose file it is in: who else the words name, as the wallet in a bank's row. */
  readonly named: readonly string[];
  /** Whose text, statement or record it can be; empty: any. */
  readonly things: readonly ThingId[];
  /** An id of the catalogue's signs; absent: its words say nothing we know. */
  readonly sign?: string;
  readonly direction?: "in" | "out" | "neutral";
  readonly amount?: number;
  readonly currency?: string;
  readonly counterparty: string;
  readonly text: string;
  /** Somebody's word weighs less than a file's. */
  readonly trust: "file" | "told";
  /** A bank's text, read as the row of a statement that is not there. */
  readonly isText?: true;
  /** By whom it was told, where it was. */
  readonly by?: string;
}

/** Minutes of an ISO moment; `undefined` where it is none. */
export function minuteOf(iso: string): number | undefined {
  const millis = Date.parse(iso);
  return Number.isFinite(millis) ? millis / 60_000 : undefined;
}

/** The moment as a file writes it: ISO 8601 in the zone given, in minutes east of UTC. */
export function momentOf(minute: number, zoneMinutes: number): string {
  const sign = zoneMinutes < 0 ? "-" : "+";
  const two = (value: number) => String(value).padStart(2, "0");
  const size = Math.abs(zoneMinutes);
  const local = new Date(Math.round((minute + zoneMinutes) * 60) * 1000).toISOString().slice(0, 19);
  return `${local}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The zone a moment was written in, in minutes east of UTC; `undefined` where it says none. */
export function zoneOf(iso: string): number | undefined {
  if (/z$/i.test(iso)) return 0;
  const found = /([+-])(\d\d):?(\d\d)$/.exec(iso);
  if (found === null) return undefined;
  const size = Number(found[2]) * 60 + Number(found[3]);
  return found[1] === "-" ? -size : size;
}
