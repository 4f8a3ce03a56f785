/**
 * The day a catalogue speaks of when nobody says another: the newest on which one of its flows was seen to be so. A
 * story, a snapshot and a law are asked of this day and not of the reader's, or they would change with the calendar.
 */
import { isDate } from "../model/index.ts";
import type { Catalog } from "./catalog.ts";

/** Where nothing was ever seen: what has begun is in force, and what has an end is over. */
const endOfDays = "9999-12-31";

export function catalogueDay({ institutions }: Pick<Catalog, "institutions">): string {
  let newest = "";
  for (const { flows } of institutions.values())
    for (const { basis } of flows) if (basis.seen > newest && isDate(basis.seen)) newest = basis.seen;
  return newest === "" ? endOfDays : newest;
}
