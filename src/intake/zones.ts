/** A clock on a wall as a moment: which offset a zone had at that local time, and whether the hour existed once. */

export interface LocalTime {
  /** ISO 8601 with offset. */
  readonly time: string;
  /** When clocks go back an hour exists twice, when they go on one is missing; else `once`. */
  readonly hour: "once" | "twice" | "never";
}

/** `+08:00`, or the offset a named zone had at that local time; of an hour that exists twice the first. */
export const withOffset = (local: string, zone: string): string => localTime(local, zone).time;

export function localTime(local: string, zone: string): LocalTime {
  if (/^[+-]\d{2}:\d{2}$/.test(zone)) return { time: `${local}${zone}`, hour: "once" };
  const [before, after] = offsetsOf(local.slice(0, 10), zone);
  if (before === after) return { time: local + offsetText(before), hour: "once" };
  const utc = Date.parse(`${local}Z`);
  const fits = [before, after].filter((minutes) => offsetAt(utc - minutes * 60_000, zone) === minutes);
  return {
    time: local + offsetText(fits[0] ?? before),
    hour: fits.length === 2 ? "twice" : fits.length === 0 ? "never" : "once",
  };
}

/** What tables call an offset by letters; of `IST` and `CST` there are several, and they say nothing. */
const byLetters: Readonly<Record<string, string>> = {
  UTC: "+00:00",
  GMT: "+00:00",
  WET: "+00:00",
  BST: "+01:00",
  CET: "+01:00",
  WEST: "+01:00",
  CEST: "+02:00",
  MEZ: "+01:00",
  MESZ: "+02:00",
  EET: "+02:00",
  EEST: "+03:00",
  EST: "-05:00",
  EDT: "-04:00",
  CDT: "-05:00",
  MST: "-07:00",
  MDT: "-06:00",
  PST: "-08:00",
  PDT: "-07:00",
  JST: "+09:00",
  AEST: "+10:00",
  AEDT: "+11:00",
};

/** The zone a cell names: `PDT`, `GMT+01:00`, `Europe/Berlin`; `undefined`: nothing that is known. */
export function zoneNamed(text: string): string | undefined {
  const plain = text.trim();
  const letters = byLetters[plain.toUpperCase()];
  if (letters !== undefined) return letters;
  const told = /^(?:GMT|UTC)?\s?([+-])(\d{1,2}):?(\d{2})?$/i.exec(plain);
  if (told !== null) return `${told[1]}${(told[2] ?? "0").padStart(2, "0")}:${told[3] ?? "00"}`;
  if (!/^[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_+-]+){1,2}$/.test(plain)) return undefined;
  try {
    offsetAt(0, plain);
    return plain;
  } catch {
    return undefined; // No clock of this machine knows it, and the table's own is meant.
  }
}

/** On most days the offset a day before and a day after are the same, and nothing else need be asked. */
function offsetsOf(day: string, zone: string): readonly [number, number] {
  const key = `${zone} ${day}`;
  const kept = ofDay.get(key);
  if (kept !== undefined) return kept;
  const noon = Date.parse(`${day}T12:00:00Z`);
  const found = [offsetAt(noon - 129_600_000, zone), offsetAt(noon + 129_600_000, zone)] as const;
  if (ofDay.size >= daysKept) ofDay.clear();
  ofDay.set(key, found);
  return found;
}

/** Ten years; a memory, not state: the same question gives the same answer. */
const daysKept = 3660;
const ofDay = new Map<string, readonly [number, number]>();
const formats = new Map<string, Intl.DateTimeFormat>();

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function offsetAt(instant: number, zone: string): number {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
    formats.set(zone, format);
  }
  const name = format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  const found = /GMT([+-])(\d{2}):(\d{2})/.exec(name);
  if (found === null) return 0;
  return (found[1] === "-" ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]));
}
