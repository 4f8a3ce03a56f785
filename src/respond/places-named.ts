/**
 * Whom somebody who described nothing says to be a customer of. A name nobody has read is kept, never dropped: where it
 * tells its kind (`Piraeus Bank`), what is usual for the kind is lent to it under its own name; else it is told as a name.
 */
import { type Catalog, institutionsCalled, kindToldBy } from "../catalog/index.ts";
import type { Institution, InstitutionKind } from "../model/index.ts";
import { institutionMeant } from "./institution-meant.ts";

export interface PlaceNamed {
  /** As it was written. */
  readonly name: string;
  /** Somebody has read it, or at least knows who it is. */
  readonly institution?: Institution;
  /** What it is by its name alone; absent: the name does not say. */
  readonly kind?: InstitutionKind;
}

/** More digits than this are a number somebody pasted, and no name. */
const digitsMax = 6;

export function placesNamed(
  catalog: Catalog,
  names: readonly string[],
  region: string | undefined,
): readonly PlaceNamed[] {
  return [...new Set(names)].map((name): PlaceNamed => {
    const institution = institutionMeant(catalog, name, region);
    if (institution !== undefined && !institution.isArchetype) return { name, institution };
    // Whoever writes `any bank` says that there is a bank, and not which.
    const standIn =
      institution ??
      catalog.institutions.get(name) ??
      institutionsCalled(catalog, name).find(({ isArchetype }) => isArchetype);
    const isNumber = name.replaceAll(/\D/g, "").length > digitsMax;
    // Namesakes elsewhere of one kind tell the kind: HSBC is a bank wherever somebody has one.
    const kinds = new Set(institutionsCalled(catalog, name).map((each) => each.kind));
    const [alike] = kinds.size === 1 ? kinds : [];
    const kind = standIn?.isArchetype === true ? standIn.kind : (kindToldBy(catalog, name) ?? alike);
    return kind === undefined || isNumber ? { name } : { name, kind };
  });
}

/** Whether it is the name of what stands for a kind, and of nobody. */
export const isKindAlone = (catalog: Catalog, name: string): boolean =>
  catalog.institutions.get(name)?.isArchetype === true ||
  institutionsCalled(catalog, name).some(({ isArchetype }) => isArchetype);
