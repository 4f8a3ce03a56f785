/** When something was, as a desk reads it. */
import type { Lang } from "../../../src/report/index.ts";
import { languageTag } from "../app/route.ts";

/** The time of the day where the desk is, with the day where it is another. */
export function clock(iso: string, lang: Lang): string {
  const at = new Date(iso);
  const isToday = at.toDateString() === new Date().toDateString();
  // With the month as a word in English: 09/04 is April to some and September to others.
  const month = lang === "zh" ? "2-digit" : "short";
  return at.toLocaleString(lang === "zh" ? languageTag(lang) : "en-GB", {
    ...(isToday ? {} : { year: "numeric", month, day: lang === "zh" ? "2-digit" : "numeric" }),
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
}

/** The same where there is little room: the day without its year, and no day where it is that of all. */
export function shortClock(iso: string, lang: Lang, isOneDay: boolean): string {
  return new Date(iso).toLocaleString(lang === "zh" ? languageTag(lang) : "en-GB", {
    ...(isOneDay ? {} : { month: lang === "zh" ? "numeric" : "short", day: "numeric" }),
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
}

/** A day of the calendar, whatever the zone. */
export const dayOf = (day: string, lang: Lang): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(lang === "zh" ? languageTag(lang) : "en-GB", {
    ...{ year: "numeric", day: "numeric", month: "long", timeZone: "UTC" },
  });

/** The zone times are told in: that of the desk. */
export const zoneHere = (lang: Lang): string =>
  new Intl.DateTimeFormat(languageTag(lang), { timeZoneName: "long" })
    .formatToParts()
    .find(({ type }) => type === "timeZoneName")?.value ?? "";
