/** Moments as an incident file writes them, in minutes since 1970, and as they are told back. */
import type { Incident, Moment } from "./incident.ts";

const momentPattern = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** Minutes ahead of UTC, as the text says; absent: it does not say. */
export function offsetOf(text: string): number | undefined {
  const zone = momentPattern.exec(text.split("/")[0]?.trim() ?? "")?.[3];
  if (zone === undefined) return undefined;
  if (zone === "Z") return 0;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return (sign === "-" ? -1 : 1) * (60 * Number(hours) + Number(minutes));
}

/** One moment, or the earliest and the latest joined by a slash; `undefined`: it is none, or runs backwards. */
export function parseMoments(text: string, offset: number): Moment | undefined {
  const parts = text.split("/").map((part) => parseOne(part.trim(), offset));
  const [from, to = from] = parts;
  if (parts.length > 2 || from === undefined || to === undefined || to < from) return undefined;
  return { from, to };
}

function parseOne(text: string, offset: number): number | undefined {
  const match = momentPattern.exec(text);
  if (match === null) return undefined;
  const millis = Date.parse(`${match[1]}T${match[2]}:00Z`);
  if (Number.isNaN(millis)) return undefined;
  return millis / 60_000 - (offsetOf(text) ?? offset);
}

/** The day it is for the person: which rules are in force. */
export const dayOf = ({ at, offset }: Pick<Incident, "at" | "offset">): string =>
  momentText(at.to, offset).slice(0, 10);

/** `2026-11-28T21:30+08:00`. */
export function momentText(minutes: number, offset: number): string {
  const sign = offset < 0 ? "-" : "+";
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, "0");
  const local = new Date((minutes + offset) * 60_000).toISOString().slice(0, 16);
  return `${local}${sign}${two(offset / 60)}:${two(offset % 60)}`;
}
