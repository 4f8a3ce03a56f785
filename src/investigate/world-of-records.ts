/**
 * The world records are explained in: the person's, and what is lent where nobody has read.
 *
 * Of half the catalogue's banks nobody has read how money leaves them. A row of such a statement would be left by no flow
 * at all, and a night in which an account was emptied would look like any other. So whoever keeps money, and of whom no
 * flow is read that leaves a row, is lent what is usual for its kind; the steps are marked, cost more and are told as
 * lent. Nothing is lent beside what was read, and nothing of the person's own drawers. Cost: grounding once more.
 */
import { type Catalog, readingsOn } from "../catalog/index.ts";
import { type Grounded, ground, lendingOf } from "../ground/index.ts";
import type { InstitutionKind } from "../model/index.ts";
import type { Person } from "../person/index.ts";

export interface WorldOfRecordsQuestion {
  readonly catalog: Catalog;
  readonly person: Person;
  /** Of a person of no day of their own. */
  readonly today: string;
}

const keepsMoney: ReadonlySet<InstitutionKind> = new Set(["bank", "wallet", "lender", "exchange"]);
/** Unread here: another way that is read here tells how it is done. */
const unreadHere = 2;

export function worldOfRecords({ catalog, person, today }: WorldOfRecordsQuestion): Grounded {
  const asOf = person.asOf ?? today;
  const isDumb = (id: string): boolean => {
    const known = catalog.institutions.get(id);
    if (known !== undefined && !keepsMoney.has(known.kind)) return known.flows.length === 0;
    return known?.flows.some(({ leaves }) => leaves.some(({ kind }) => kind === "row")) !== true;
  };
  const { loans, aspects } = lendingOf({
    readings: readingsOn(catalog, asOf),
    person,
    asOf,
    isLent: ({ institution, distance }) => distance <= unreadHere && isDumb(institution),
  });
  const kindOf = (id: string) => catalog.institutions.get(id)?.kind;
  // A bank with an amount in it is lent a wallet's ways by a verdict; of its rows its own kind tells enough.
  const ofInstitutions = loans.filter(
    ({ institution, archetype }) =>
      institution !== archetype && (kindOf(institution) ?? kindOf(archetype)) === kindOf(archetype),
  );
  return ground({ catalog, person, today, lend: { loans: ofInstitutions, aspects } });
}
