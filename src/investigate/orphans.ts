/**
 * Rows of a card over a wallet that stand in no own bill of that wallet: money another account took.
 *
 * Judged only where a bill covers the moment, or the person says there is no account there. Rows are matched one to one, by
 * sum and time; a bill's rows can be deleted, so an orphan alone proves nothing. Cost: linear, with a sort for each bill.
 */
import type { Observation } from "../evidence/index.ts";
import type { Grounded } from "../ground/index.ts";
import type { InstitutionKind } from "../model/index.ts";

/** An own bill of a wallet: which stretch it covers, and what stands in it. */
export interface Bill {
  readonly file: string;
  readonly institution: string;
  readonly from: number;
  readonly to: number;
  readonly rows: readonly Observation[];
}

export interface Orphan {
  readonly observation: Observation;
  readonly institution: string;
  /** The bill it should stand in; absent: the person has no account there at all. */
  readonly absentFrom?: string;
}

export interface OrphansQuestion {
  readonly world: Grounded;
  readonly observations: readonly Observation[];
  readonly bills: readonly Bill[];
  /** Services the person says they have no account at. */
  readonly noneAt: ReadonlySet<string>;
}

/** Two files tell of one payment within so many minutes. */
const sameMinutes = 5;

/** Who keeps an account that pays with other people's cards. */
const payers: ReadonlySet<InstitutionKind> = new Set([
  "wallet",
  "lender",
  "marketplace",
  "clearing",
  "exchange",
]);

export function orphansOf({
  world,
  observations,
  bills,
  noneAt,
}: OrphansQuestion): ReadonlyMap<number, Orphan> {
  const found = new Map<number, Orphan>();
  const taken = new Set<number>();
  const bySum = new Map<string, Observation[]>();
  for (const { institution, rows } of bills)
    for (const row of rows) {
      const key = `${institution} ${row.amount}`;
      bySum.set(key, [...(bySum.get(key) ?? []), row]);
    }
  for (const observation of observations) {
    const { kind, direction, named, amount, from, to, institutions } = observation;
    // Wages, refunds and loans come over wallets too: only what one took out can show that it is another's.
    if (kind !== "row" || direction !== "out") continue;
    for (const institution of named) {
      const isPayer = payers.has(world.catalog.institutions.get(institution)?.kind ?? "other");
      if (!isPayer || institutions.includes(institution)) continue;
      const bill = bills.find(
        (each) => each.institution === institution && each.from <= from && to <= each.to,
      );
      if (bill === undefined && !noneAt.has(institution)) continue;
      const match = bySum
        .get(`${institution} ${amount}`)
        ?.find((row) => !taken.has(row.id) && row.from <= to + sameMinutes && row.to >= from - sameMinutes);
      if (match !== undefined) taken.add(match.id);
      else
        found.set(observation.id, {
          observation,
          institution,
          ...(bill === undefined ? {} : { absentFrom: bill.file }),
        });
    }
  }
  return found;
}
