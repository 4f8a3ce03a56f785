/**
 * Whom a number is: `called 1930`, 打10086一直占线. Looked up among the contacts of the catalogue, for the country it was
 * dialled in, so that no number is known to the code.
 *
 * What to know to trust it: a number that many give out and one line answers (`1930`, which banks print too) is that line's.
 * Of several that are left those somebody uses are meant; where that tells nothing, all of them are named.
 */
import type { Catalog } from "../catalog/index.ts";
import { append, type Institution, type InstitutionKind } from "../model/index.ts";

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
/** What follows a sum, a stretch of time or a count; and, of an hour, what was done then. */
const isCounted =
  /^\s*(?:元|块|塊|万|萬|千|人民币|次|遍|分钟|分鐘|小时|小時|秒|天|个|個|人|点|點|号楼|房|(?:rmb|cny|rupees?|rs|euros?|eur|usd|dollars?|pounds?|gbp|k|mins?|minutes?|hours?|hrs?|seconds?|days?|times|people|o'clock|hrs)\b|%|[.,:]\d)|^\s*[:,-]?\s*(?:i |we )?(?:called|rang|phoned|tried)\b/i;
/** What stands before a sum, an hour, or the number of something else than a telephone. */
const isOther =
  /(?:[£$€₹¥￥#]|\d[.,:]|\b(?:rs\.?|usd|eur|gbp|inr|paid|sent|lost|took|spent|waited|room|flat|apartment|house|order|bus|route|page|gate|platform|at|since|until|till|by|about|around|over|nearly|another|for)|损失|損失|转走|轉走|转了|轉了|转账|花了|付了|刷了|等了|房间|房間|订单|訂單|第|余额|餘額|少了|尾号|尾號|一共|大约)\s*$/i;
/** `110 000`: thousands, and no two numbers. */
const isThousands = /^\d{1,3}(?: \d{3})+$/;
/** Shorter numbers are hours, days and digits of something else. */
const digitsMin = 3;

/** Whom the first number of a text that is somebody's contact there is; `undefined`: it names no such number. */
export function dialledIn(question: NumberQuestion, text: string): Dialled | undefined {
  for (const match of text.matchAll(numbers)) {
    const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
    if (isCounted.test(after) || isOther.test(before)) continue;
    const parts = isThousands.test(match[0]) ? [] : match[0].split(/[() -]+/);
    const groups = [match[0], ...parts].map(digitsOf);
    for (const digits of groups) {
      const found = digits.length < digitsMin ? [] : whoHas(question, digits);
      if (found.length > 0) return meantOf(question, found);
    }
  }
  return undefined;
}

const digitsOf = (text: string): string => text.replaceAll(/\D/g, "");

const whoHas = ({ catalog, region }: NumberQuestion, digits: string): readonly Institution[] =>
  (numbersOf(catalog.institutions).get(digits) ?? []).filter(
    ({ regions }) => regions.length === 0 || regions.includes(region),
  );

type Institutions = Catalog["institutions"];

/** Of a catalogue that never changes: read once, and forgotten with it. */
const kept = new WeakMap<Institutions, ReadonlyMap<string, readonly Institution[]>>();

function numbersOf(institutions: Institutions): ReadonlyMap<string, readonly Institution[]> {
  const known = kept.get(institutions);
  if (known !== undefined) return known;
  const numbered = new Map<string, Institution[]>();
  for (const institution of institutions.values()) {
    if (institution.isArchetype) continue;
    const own = institution.contacts.flatMap(({ tel }) => (tel === undefined ? [] : [digitsOf(tel)]));
    for (const digits of new Set(own)) append(numbered, digits, institution);
  }
  kept.set(institutions, numbered);
  return numbered;
}

function meantOf({ known }: NumberQuestion, all: readonly Institution[]): Dialled {
  const lines = all.filter(({ kind }) => answering.has(kind));
  const used = all.filter(({ id }) => known.has(id));
  const meant = lines.length > 0 ? lines : used.length > 0 ? used : all;
  const kinds = new Set(meant.map(({ kind }) => kind));
  const [kind] = kinds.size === 1 ? kinds : [];
  return { places: meant.length > namedMax ? [] : meant.map(({ id }) => id), kind };
}
