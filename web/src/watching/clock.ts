/** When something was, as a desk reads it. */
import type { Lang } from "../../../src/report/index.ts";
import { languageTag } from "../app/route.ts";

/** The time of the day where the desk is, with the day where it is another. */
export function clock(iso: string, lang: Lang): string {
  const at = new Date(iso);
  const isToday = at.toDateString() === new Date().toDateString();
  return at.toLocaleString(languageTag(lang), {
    ...(isToday ? {} : { year: "numeric", month: "2-digit", day: "2-digit" }),
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
}
