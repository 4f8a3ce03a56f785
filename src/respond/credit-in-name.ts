/**
 * Something was opened in the owner's name: a loan, a card, a contract. Whoever keeps it is told that it is not theirs; then
 * nothing more is to be lent in that name, by whoever can stop that for all lenders at once.
 */
import type { Grounded } from "../ground/index.ts";
import { compareText } from "../model/index.ts";
import type { Candidate } from "./acts.ts";
import type { Counsel } from "./counsel-kinds.ts";
import { isOfNew } from "./first-by-rule.ts";
import type { SignRead } from "./signs.ts";

export interface CreditQuestion {
  readonly world: Grounded;
  readonly signs: readonly SignRead[];
  readonly candidates: readonly Candidate[];
}

/**
 * Of a place that can be asked to stop what was opened there (`candidates`) that act is told, and no counsel. To have one's
 * own account there frozen is no such act.
 */
export function creditCounsel({ world, signs, candidates }: CreditQuestion): {
  readonly denied: readonly Counsel[];
  /** No more of it is lent. */
  readonly closed: readonly Counsel[];
} {
  const opened = new Set(signs.flatMap(({ sign }) => (sign.sign === "new-account" ? [sign.on] : [])));
  const denied = [...opened].flatMap((on): readonly Counsel[] => {
    const { institutions } = world.catalog;
    const place = institutions.get(on)?.id;
    const isAsked = candidates.some(
      ({ institution, sets }) => institution === place && sets.some((each) => isOfNew(world, each)),
    );
    return place === undefined || isAsked ? [] : [{ kind: "deny-it", institution: place }];
  });
  const isOfCredit = [...opened].some((on) => lends(world, on));
  return { denied, closed: isOfCredit ? [{ kind: "close-credit", to: closersOf(world) }] : [] };
}

const lending: ReadonlySet<string> = new Set(["lender", "bank", "carrier"]);
const lends = ({ catalog }: Grounded, place: string): boolean =>
  lending.has(catalog.institutions.get(place)?.kind ?? "");

/** Who in the region stops all new lending in somebody's name: a rescue that sets what stops it. */
function closersOf({ catalog, person }: Grounded): readonly string[] {
  const { conditions, capabilities } = catalog.vocabulary;
  const stopsLending = (kind: string) =>
    conditions.get(kind)?.stops.some((each) => capabilities.get(each)?.roles.includes("lends") === true) ===
    true;
  return [...catalog.institutions.values()]
    .filter(({ kind, regions }) => kind === "rescue" && regions.includes(person.region ?? ""))
    .filter(({ flows }) => flows.some(({ sets }) => sets.some((each) => stopsLending(each.pattern.kind))))
    .map(({ id }) => id)
    .sort(compareText);
}
