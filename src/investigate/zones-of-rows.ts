/**
 * In which zone an answer tells its times: in that of the person's own records around that moment.
 *
 * A mail is dated in the zone of whoever sent it, and a service's log often in Greenwich: what most of the other files
 * say counts, day by day, for clocks are changed twice a year; where there are none, what somebody tells, then the person's
 * country. Cost: linear in the rows, then a search for each moment.
 */
import { minuteOf, type Row, zoneOf } from "../evidence/index.ts";
import { minutesPerDay } from "../model/index.ts";

export interface Zones {
  /** Minutes east of UTC of days that name no zone. */
  readonly zoneMinutes: number;
  readonly zoneAt: (minute: number) => number;
}

/** `told`: moments somebody of the owner's side tells, as they wrote them. */
export function zonesOf(
  rows: readonly Row[],
  { told, otherwise }: { readonly told: readonly string[]; readonly otherwise: number | undefined },
): Zones {
  const ofDays = new Map<number, Map<number, number>>();
  const all = new Map<number, number>();
  const said = (from: readonly Row[]) =>
    from.flatMap(({ time, zone }) => (time === undefined || zone !== undefined ? [] : [time]));
  const near = said(
    rows.filter(({ source, time }) => !isDatedElsewhere.test(source) && !isCounted(source, time)),
  );
  const theirs = told.filter((at) => (zoneOf(at) ?? 0) !== 0);
  const far = otherwise === undefined ? said(rows) : [];
  for (const time of near.length > 0 ? near : theirs.length > 0 ? theirs : far) {
    const zone = zoneOf(time);
    const minute = minuteOf(time);
    if (zone === undefined || minute === undefined) continue;
    const day = Math.floor(minute / minutesPerDay);
    const counts = ofDays.get(day) ?? new Map<number, number>();
    ofDays.set(day, counts.set(zone, (counts.get(zone) ?? 0) + 1));
    all.set(zone, (all.get(zone) ?? 0) + 1);
  }
  const days = [...ofDays.keys()].sort((a, b) => a - b);
  const zoneOfDay = days.map((day) => mostOf(ofDays.get(day)!)!);
  const zoneMinutes = mostOf(all) ?? otherwise ?? 0;
  return {
    zoneMinutes,
    zoneAt(minute) {
      const nearest = nearestTo(days, minute / minutesPerDay);
      return nearest === undefined ? zoneMinutes : zoneOfDay[nearest]!;
    },
  };
}

/** Files whose moments are told in somebody else's zone. */
const isDatedElsewhere = /mail|mbox|access-log|sign-ins|devices/;

/** A phone counts milliseconds, which are nobody's clock, where its backup does not write the day as it showed it. */
const isCounted = (source: string, time = ""): boolean =>
  source.endsWith("-backup") && /(?:\+00:00|Z)$/.test(time);

function mostOf(counts: ReadonlyMap<number, number>): number | undefined {
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}

/** Index of the day nearest to a moment, both in days; `undefined`: there is none. */
function nearestTo(days: readonly number[], at: number): number | undefined {
  if (days.length === 0) return undefined;
  let from = 0;
  let to = days.length - 1;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (days[middle]! + 0.5 < at) from = middle + 1;
    else to = middle;
  }
  const before = from - 1;
  return before >= 0 && at - (days[before]! + 0.5) < days[from]! + 0.5 - at ? before : from;
}
