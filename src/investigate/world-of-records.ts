/**
 * The world records are explained in: the person's, and what is lent where nobody has read.
 *
 * Of half the catalogue's banks nobody has read how money leaves them. A row of such a statement would be left by no flow
 * at all, and a night in which an account was emptied would look like any other. So whoever keeps money, and of whom no
 * flow is read that leaves a row, is lent what is usual for its kind; the steps are marked, cost more and are told as
 * lent. Nothing is lent beside what was read, and nothing of the person's own drawers; save where an institution's own words
 * tell of what no flow of it that was read could have left: a number that moved away from a carrier read for its new SIMs
 * alone. Cost: grounding once more, and the rows once.
 */
import { type Catalog, readingsOn } from "../catalog/index.ts";
import { type Meaning, meaningOf, type Row, signsOfFlow } from "../evidence/index.ts";
import { type Grounded, ground, lendingOf } from "../ground/index.ts";
import { type Flow, type InstitutionKind, isInForce } from "../model/index.ts";
import type { Person } from "../person/index.ts";
import { seldomAMonth } from "./habits.ts";

export interface WorldOfRecordsQuestion {
  readonly catalog: Catalog;
  readonly person: Person;
  /** Of a person of no day of their own. */
  readonly today: string;
  /** What was read of the person's files; absent: nothing is lent for the sake of what it says. */
  readonly rows?: readonly Row[];
}

const keepsMoney: ReadonlySet<InstitutionKind> = new Set(["bank", "wallet", "lender", "exchange"]);
/** Unread here: another way that is read here tells how it is done. */
const unreadHere = 2;

export function worldOfRecords({ catalog, person, today, rows = [] }: WorldOfRecordsQuestion): Grounded {
  const asOf = person.asOf ?? today;
  const isDumb = (id: string): boolean => {
    const known = catalog.institutions.get(id);
    if (known !== undefined && !keepsMoney.has(known.kind)) return known.flows.length === 0;
    const leavesRow = ({ leaves, valid }: Flow) =>
      isInForce({ ...valid, moment: asOf }) && leaves.some(({ kind }) => kind === "row");
    return known?.flows.some(leavesRow) !== true;
  };
  const meaning = meaningOf(catalog);
  const unheard = unheardOf(rows, { catalog, person, meaning });
  const { loans, aspects } = lendingOf({
    readings: readingsOn(catalog, asOf),
    person,
    asOf,
    isLent: ({ institution, flow, distance }) =>
      distance <= unreadHere &&
      (isDumb(institution) ||
        [...signsOfFlow(flow, meaning)].some((sign) => unheard.has(`${institution} ${sign}`))),
  });
  const kindOf = (id: string) => catalog.institutions.get(id)?.kind;
  // A bank with an amount in it is lent a wallet's ways by a verdict; of its rows its own kind tells enough.
  const ofInstitutions = loans.filter(
    ({ institution, archetype }) =>
      institution !== archetype && (kindOf(institution) ?? kindOf(archetype)) === kindOf(archetype),
  );
  return ground({ catalog, person, today, lend: { loans: ofInstitutions, aspects } });
}

/** `institution sign` where an institution of the person's own speaks of what no flow of its own leaves. */
function unheardOf(
  rows: readonly Row[],
  {
    catalog,
    person,
    meaning,
  }: { readonly catalog: Catalog; readonly person: Person; readonly meaning: Meaning },
): ReadonlySet<string> {
  const own = new Set([...person.things.values()].flatMap(({ institution }) => institution ?? []));
  const left = new Map<string, ReadonlySet<string>>();
  const leftBy = (id: string) => {
    const known =
      left.get(id) ??
      new Set(catalog.institutions.get(id)?.flows.flatMap((flow) => [...signsOfFlow(flow, meaning)]));
    left.set(id, known);
    return known;
  };
  const found = new Set<string>();
  const seen = new Set<string>();
  for (const { amount, direction, counterparty = "", description = "", status = "" } of rows) {
    const said = `${counterparty}\n${description} ${status}`;
    if (amount !== undefined || direction === "out" || seen.has(said)) continue;
    seen.add(said);
    const sign = meaning.signIn(`${description} ${status}`);
    if (sign === undefined || sign.aMonth > seldomAMonth) continue;
    for (const id of [...meaning.institutionsOf(counterparty), ...meaning.institutionsIn(description)])
      if (own.has(id) && !leftBy(id).has(sign.id)) found.add(`${id} ${sign.id}`);
  }
  return found;
}
