/**
 * Whose records are these, when nobody described them? The country and the institutions they use, as far as the files
 * themselves tell: whose statements and bills they are, whose texts come month after month, which carrier writes.
 *
 * A single code of a service is no sign of using it: that is what an intruder leaves. What counts is a file of its own, or
 * words of it on several days over a fortnight. Cost: linear in the rows.
 */
import type { Catalog } from "../catalog/index.ts";
import { type Meaning, meaningOf, minuteOf, type RecordFile, type Row, zoneOf } from "../evidence/index.ts";
import { compareText, type InstitutionKind, minutesPerDay, regionOfCurrency } from "../model/index.ts";

export interface WhoseRecords {
  /** Absent: nothing in the files says. */
  readonly region?: string;
  /** Ids of institutions. */
  readonly uses: readonly string[];
}

export interface WhoQuestion {
  readonly catalog: Catalog;
  readonly rows: readonly Row[];
  readonly files: readonly Pick<RecordFile, "file" | "source">[];
  /** Where somebody said it. */
  readonly region?: string;
}

/**
 * Everybody is known to the offices of their country, and has a mailbox and an account with the maker of their phone: one
 * message of such a one says which it is.
 */
const named: readonly InstitutionKind[] = ["government", "mail", "vendor"];
/** A service somebody uses writes on several days, and not of one week. */
const daysLeast = 3;
const fortnight = 14 * minutesPerDay;

export function whoseRecords({ catalog, rows, files, region: said }: WhoQuestion): WhoseRecords {
  const meaning = meaningOf(catalog);
  const ofFile = new Map(files.map((file) => [file.file, keepersOf(file, meaning)] as const));
  const region = said ?? regionOf([...ofFile.values()].flat(), rows, catalog);
  const isHere = (id: string): boolean => {
    const regions = catalog.institutions.get(id)?.regions ?? [];
    return regions.length === 0 || region === undefined || regions.includes(region);
  };
  const own = new Set([...ofFile.values()].flatMap((ids) => nearest(ids.filter(isHere))));
  const isOfKind = (id: string, kind: InstitutionKind) => catalog.institutions.get(id)?.kind === kind;
  const days = daysOfWords(rows, {
    meaning,
    isHere,
    isMoney: ({ amount }) => amount !== undefined,
    // A bank that a payment names is the payee's.
    isPayees: (id) => isOfKind(id, "bank"),
  });
  const carriers = [...days].filter(([id]) => isOfKind(id, "carrier"));
  const [carrier] = carriers.toSorted((a, b) => b[1].size - a[1].size || compareText(a[0], b[0]));
  for (const [id, seen] of days) {
    const span = Math.max(...seen) - Math.min(...seen);
    const isUsual = seen.size >= daysLeast && span * minutesPerDay >= fortnight;
    if (named.some((kind) => isOfKind(id, kind)) || (isUsual && !isOfKind(id, "carrier"))) own.add(id);
  }
  if (carrier !== undefined && ![...own].some((id) => isOfKind(id, "carrier"))) own.add(carrier[0]);
  // Where neither a file's keeper nor money tells, those tell whom they use.
  const where = region ?? regionOf([...own], [], catalog);
  return { ...(where === undefined ? {} : { region: where }), uses: [...own].sort(compareText) };
}

/** By the name of the layout, else by the file's own. */
function keepersOf(
  { source, file }: Pick<RecordFile, "file" | "source">,
  meaning: Meaning,
): readonly string[] {
  const bySource = meaning.institutionsIn(source.replaceAll(/[-_/.]/g, " "));
  return bySource.length > 0 ? bySource : meaning.institutionsIn(file.replaceAll(/[-_/.\d]/g, " "));
}

/** Of several a word may mean the first is named by the longest word. */
const nearest = (ids: readonly string[]): readonly string[] => ids.slice(0, 1);

/** Where most of those who keep the files are; else whose money it is. */
function regionOf(ids: readonly string[], rows: readonly Row[], catalog: Catalog): string | undefined {
  const byKeeper = ids.flatMap((id) => {
    const regions = catalog.institutions.get(id)?.regions ?? [];
    return regions.length === 1 ? regions : [];
  });
  const byMoney = rows.flatMap(({ currency }) => regionOfCurrency(currency) ?? []);
  const known = new Set([...catalog.institutions.values()].flatMap(({ regions }) => regions));
  return mostOf(byKeeper) ?? mostOf(byMoney.filter((each) => known.has(each)));
}

function mostOf(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || compareText(a[0], b[0]))[0]?.[0];
}

interface Reading {
  readonly meaning: Meaning;
  readonly isHere: (id: string) => boolean;
  readonly isMoney: (row: Row) => boolean;
  readonly isPayees: (id: string) => boolean;
}

/** On which days somebody's words came: who sends a text, whom a payment names. */
function daysOfWords(
  rows: readonly Row[],
  { meaning, isHere, isMoney, isPayees }: Reading,
): ReadonlyMap<string, ReadonlySet<number>> {
  const days = new Map<string, Set<number>>();
  const memo = new Map<string, readonly string[]>();
  for (const row of rows) {
    if (row.direction === "out" && !isMoney(row)) continue; // What the line itself sent names others.
    const minute = minuteOf(row.time ?? `${row.date ?? ""}T00:00:00Z`);
    if (minute === undefined) continue;
    const words = isMoney(row)
      ? `${row.counterparty ?? ""} ${row.description ?? ""} ${row.channel ?? ""}`
      : `${row.counterparty ?? ""}\n${/[【[]([^】\]]{2,30})[】\]]/.exec(row.description ?? "")?.[1] ?? ""}`;
    const key = `${isMoney(row)} ${words}`;
    const named =
      memo.get(key) ??
      (isMoney(row)
        ? meaning.institutionsIn(words).filter((id) => !isPayees(id))
        : namedBySender(words, meaning)
      ).filter(isHere);
    memo.set(key, named);
    for (const id of nearest(named))
      days.set(id, (days.get(id) ?? new Set()).add(Math.floor(minute / minutesPerDay)));
  }
  return days;
}

function namedBySender(words: string, meaning: Meaning): readonly string[] {
  const [sender = "", signature = ""] = words.split("\n");
  const signed = signature === "" ? [] : meaning.institutionsIn(signature);
  return signed.length > 0 ? signed : meaning.institutionsOf(sender);
}

/** Whose clocks a country lives by; of one with several, those of where most people live. */
const zones: Readonly<Record<string, string>> = {
  ar: "America/Argentina/Buenos_Aires",
  au: "Australia/Sydney",
  br: "America/Sao_Paulo",
  ca: "America/Toronto",
  cn: "Asia/Shanghai",
  de: "Europe/Berlin",
  es: "Europe/Madrid",
  fr: "Europe/Paris",
  gb: "Europe/London",
  hk: "Asia/Hong_Kong",
  id: "Asia/Jakarta",
  in: "Asia/Kolkata",
  it: "Europe/Rome",
  jp: "Asia/Tokyo",
  ke: "Africa/Nairobi",
  kr: "Asia/Seoul",
  mx: "America/Mexico_City",
  my: "Asia/Kuala_Lumpur",
  ng: "Africa/Lagos",
  ph: "Asia/Manila",
  sg: "Asia/Singapore",
  us: "America/New_York",
  za: "Africa/Johannesburg",
};

/** Minutes east of UTC on a day, `2024-09-16`; `undefined`: whose clocks these are nobody says. */
export function zoneOfRegion(region: string | undefined, day: string): number | undefined {
  const timeZone = zones[region ?? ""];
  const noon = new Date(`${day.slice(0, 10)}T12:00:00Z`);
  if (timeZone === undefined || Number.isNaN(noon.getTime())) return undefined;
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" }).formatToParts(
    noon,
  );
  const name = parts.find(({ type }) => type === "timeZoneName")?.value.replace("GMT", "") ?? "";
  return name === "" ? 0 : zoneOf(`T${name}`);
}
