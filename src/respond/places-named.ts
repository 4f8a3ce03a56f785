/**
 * Whom somebody who described nothing says to be a customer of. A name nobody has read is kept, never dropped: where it
 * tells its kind (`Piraeus Bank`), what is usual for the kind is lent to it under its own name; else it is told as a name.
 */
import { type Catalog, institutionsCalled, kindToldBy } from "../catalog/index.ts";
import { type Institution, type InstitutionKind, idOfUnread, kindOfUnread } from "../model/index.ts";
import { institutionMeant } from "./institution-meant.ts";

export interface PlaceNamed {
  /** As it was written. */
  readonly name: string;
  /** Somebody has read it, or at least knows who it is. */
  readonly institution?: Institution;
  /** What it is by its name alone; absent: the name does not say. */
  readonly kind?: InstitutionKind;
}

/** What places nobody has read are, by what was told of them; by the name as it was written. */
export type KindsTold = ReadonlyMap<string, InstitutionKind>;

/**
 * What a person file has in the place of a name that tells no kind, and means somebody else elsewhere: `AIB (bank)`. So
 * it is lent what is usual for the kind, and is never taken for the namesake.
 */
export const unreadId = (catalog: Catalog, name: string, kind: InstitutionKind): string =>
  kindToldBy(catalog, name) === kind && institutionsCalled(catalog, name).length === 0
    ? name
    : idOfUnread(name, kind);

/** What runs there, of a place of the catalogue and of one that was only told of. */
export const kindOfPlace = (catalog: Catalog, id: string): InstitutionKind | undefined =>
  catalog.institutions.get(id)?.kind ?? kindOfUnread(id) ?? kindToldBy(catalog, id);

/** Whether it stands in a text as a word of its own: `EE` is not in `freeze`; where words have no spaces, anywhere. */
export function isNamedIn(text: string, name: string): boolean {
  const [inside, wanted] = [text.toLowerCase(), name.toLowerCase()];
  const isOfWord = (letter: string | undefined) =>
    letter !== undefined && /[\p{sc=Latin}\p{N}]/u.test(letter);
  for (let at = inside.indexOf(wanted); at >= 0; at = inside.indexOf(wanted, at + 1)) {
    const [before, after] = [inside[at - 1], inside[at + wanted.length]];
    const isCut = isOfWord(before) && isOfWord(wanted[0]);
    const isGoingOn =
      isOfWord(after) && isOfWord(wanted.at(-1)) && !/^s\b/u.test(inside.slice(at + wanted.length));
    if (!isCut && !isGoingOn) return true;
  }
  return false;
}

/** A shorter word begins too many names. */
const firstMin = 4;

/**
 * Whether a text speaks of a place by the name somebody listed: by all of it, or by its first word, written as a name
 * (`my Caixa account`, of `Caixa Geral de Depósitos`), where that is no word for a kind of place.
 */
export function standsFor(catalog: Catalog, text: string, name: string): boolean {
  if (name.length >= 2 && isNamedIn(text, name)) return true;
  const [first = "", ...rest] = name.split(/\s+/);
  return (
    rest.length > 0 &&
    first.length >= firstMin &&
    /^\p{Lu}/u.test(first) &&
    kindToldBy(catalog, first) === undefined &&
    text.split(/[^\p{L}\p{N}]+/u).includes(first)
  );
}

/** More digits than this are a number somebody pasted, and no name. */
const digitsMax = 6;

export function placesNamed(
  catalog: Catalog,
  names: readonly string[],
  region: string | undefined,
  told: KindsTold = new Map(),
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
    const kind =
      standIn?.isArchetype === true ? standIn.kind : (kindToldBy(catalog, name) ?? alike ?? told.get(name));
    return kind === undefined || isNumber ? { name } : { name, kind };
  });
}

/** Whether it is the name of what stands for a kind, and of nobody. */
export const isKindAlone = (catalog: Catalog, name: string): boolean =>
  catalog.institutions.get(name)?.isArchetype === true ||
  institutionsCalled(catalog, name).some(({ isArchetype }) => isArchetype);
