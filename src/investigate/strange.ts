/** What is out of the ordinary though no flow of this person's things leaves it. */
import type { Observation } from "../evidence/index.ts";
import type { Grounded } from "../ground/index.ts";
import { minutesPerDay } from "../model/index.ts";
import { hardlyEverAMonth, rarelyAMonth } from "./habits.ts";

/**
 * No flow of this person's things leaves it, and it is a sign all the same: a code of an office nobody here has anything at, and
 * what an institution of their own says of what hardly anybody does in a year, or rarely where somebody tells of that day.
 */
export function isStrange(
  { kind, institutions, sign, from }: Observation,
  { world, anchors }: { readonly world: Grounded; readonly anchors: readonly number[] },
): boolean {
  const { catalog } = world;
  if (kind !== "sms" && kind !== "mail") return false;
  const own = ownInstitutions(world);
  const isOffice = (id: string) => catalog.institutions.get(id)?.kind === "government";
  if (institutions.length > 0 && institutions.every((id) => isOffice(id) && !own.has(id))) return true;
  const found = catalog.signs.get(sign ?? "");
  if (found === undefined || found.direction !== undefined || !institutions.some((id) => own.has(id)))
    return false;
  const isTold = anchors.some((anchor) => Math.abs(anchor - from) <= minutesPerDay);
  return found.aMonth <= hardlyEverAMonth || (isTold && found.aMonth <= rarelyAMonth);
}

export const ownInstitutions = ({ person }: Grounded): ReadonlySet<string> =>
  new Set([...person.things.values()].flatMap(({ institution }) => institution ?? []));
