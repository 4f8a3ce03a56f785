/**
 * Whom a number is: `called 1930`, 打10086一直占线. Looked up among the contacts of the catalogue, for the country it was
 * dialled in, so that no number is known to the code.
 *
 * What to know to trust it: a number that many give out and one line answers (`1930`, which banks print too) is that line's.
 * Of several that are left those somebody uses are meant; where that tells nothing, all of them are named.
 */
import type { Catalog } from "../catalog/index.ts";
import type { Institution, InstitutionKind } from "../model/index.ts";

export interface Dialled {
  /** By id; none: so many have it that naming them says nothing. */
  readonly places: readonly string[];
  /** What all who have the number are. */
  readonly kind: InstitutionKind | undefined;
}

export interface NumberQuestion {
  readonly catalog: Catalog;
  readonly region: string;
  /** Institutions the person uses, by id. */
  readonly known: ReadonlySet<string>;
}

/** More than these nobody asks one by one. */
const namedMax = 3;
/** Who answers for many: a bank that prints their number is not who was called. */
const answering: ReadonlySet<InstitutionKind> = new Set(["rescue", "police"]);

/** Digits as they are written on a card or said: in groups, with a plus or a bracket before them. */
const numbers = /\+?\(?\d[\d() -]*\d/g;
/** What follows a sum. */
const isSum = /^\s*(?:元|块|塊|万|萬|千|人民币|rmb|cny|rupees?|rs|euros?|eur|usd|dollars?|pounds?|gbp)/i;
/** Shorter numbers are hours, days and digits of something else. */
const digitsMin = 3;

/** Whom the first number of a text that is somebody's contact there is; `undefined`: it names no such number. */
export function dialledIn(question: NumberQuestion, text: string): Dialled | undefined {
  for (const match of text.matchAll(numbers)) {
    if (isSum.test(text.slice(match.index + match[0].length))) continue;
    const groups = [match[0], ...match[0].split(/[() -]+/)].map(digitsOf);
    for (const digits of groups) {
      const found = digits.length < digitsMin ? [] : whoHas(question, digits);
      if (found.length > 0) return meantOf(question, found);
    }
  }
  return undefined;
}

const digitsOf = (text: string): string => text.replaceAll(/\D/g, "");

const whoHas = ({ catalog, region }: NumberQuestion, digits: string): readonly Institution[] =>
  [...catalog.institutions.values()].filter(
    ({ isArchetype, regions, contacts }) =>
      !isArchetype &&
      (regions.length === 0 || regions.includes(region)) &&
      contacts.some(({ tel }) => tel !== undefined && digitsOf(tel) === digits),
  );

function meantOf({ known }: NumberQuestion, all: readonly Institution[]): Dialled {
  const lines = all.filter(({ kind }) => answering.has(kind));
  const used = all.filter(({ id }) => known.has(id));
  const meant = lines.length > 0 ? lines : used.length > 0 ? used : all;
  const kinds = new Set(meant.map(({ kind }) => kind));
  const [kind] = kinds.size === 1 ? kinds : [];
  return { places: meant.length > namedMax ? [] : meant.map(({ id }) => id), kind };
}
