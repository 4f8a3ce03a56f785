/**
 * Catalogue and person joined: every flow that can concern this person, as rules over this person's things.
 *
 * The rules are monotone. A condition that stops a flow (a suspended line) becomes something to be *had*: the rule
 * asks `not suspended(line.main)`, which is there from the start unless the condition is set, and is given by every
 * flow that lifts it. So one closure answers "could ever" with the lifting included, and a measure that sets a
 * condition beforehand is a guard like any other.
 *
 * What to know to trust it: what a flow takes away (a reset throws the others out) and the traces it leaves stand
 * beside each rule for the world, and no question of reach looks at them; reach is an upper bound on the intruder.
 * Flows that do nothing else are kept apart (`quiet`). Cost: about 10 µs a rule.
 */
import type { Catalog } from "../catalog/index.ts";
import { basisStatuses, compareText, type Flow, type Institution, isInForce } from "../model/index.ts";
import type { Person, Thing } from "../person/index.ts";
import { assemble } from "./assemble.ts";
import { choicesFor } from "./choices.ts";
import { type Draft, draftsOf, sameSecretDrafts } from "./draft.ts";
import type { Grounded, GroundQuestion } from "./grounded.ts";
import { variantsOf } from "./variants.ts";
import { wire } from "./wiring.ts";

export function ground({ catalog, person, conditions = [], asOf = person.asOf }: GroundQuestion): Grounded {
  const institutions = institutionsFor(catalog, person, asOf);
  const newAccounts = institutions.flatMap((institution) => newAccountAt(institution, person, asOf));
  const noChanges = { attributes: new Map(), moves: new Map() };
  const bare = wire({ person, catalog, newAccounts, changes: noChanges });
  const choices = choicesFor({
    catalog,
    person,
    wiring: bare,
    institutions: institutions.map(({ id }) => id),
    asOf,
  });
  const wiring = wire({ person, catalog, newAccounts, changes: choices.changes });

  const drafts: Draft[] = [];
  const cutShort = new Set<string>();
  for (const institution of institutions) {
    const newAccount = newAccounts.find((account) => account.institution === institution.id)?.id;
    for (const flow of bestFirst(institution.flows)) {
      if (!isInForce({ from: flow.valid.from, until: flow.valid.until, moment: asOf })) continue;
      for (const variant of variantsOf(institution, flow, choices.measures))
        for (const draft of draftsOf({
          institution,
          variant,
          wiring,
          newAccount,
          onCutShort: () => cutShort.add(`${institution.id}/${flow.id}`),
        }))
          drafts.push(draft);
    }
  }
  drafts.push(...sameSecretDrafts(person));
  const initial = [...person.conditions, ...conditions.map((condition) => ({ condition }))];
  return assemble({ catalog, person, wiring, choices, drafts, initial, cutShort: [...cutShort] });
}

/**
 * Of two ways equally early the first is told: the better founded, without an agent to be talked round, the likely
 * quicker, then by id. The order in which somebody wrote the flows down decides nothing.
 */
function bestFirst(flows: readonly Flow[]): readonly Flow[] {
  const doubt = ({ basis, discretion }: Flow) =>
    2 * basisStatuses.indexOf(basis.status) + (discretion === undefined ? 0 : 1);
  return [...flows].sort(
    (a, b) => doubt(a) - doubt(b) || a.takes.likely - b.takes.likely || compareText(a.id, b.id),
  );
}

/** The institutions that can matter: those that run something of the person's, physics, and those where an account can be opened. */
function institutionsFor(catalog: Catalog, person: Person, asOf: string | undefined): readonly Institution[] {
  const used = new Set([...person.things.values()].map(({ institution }) => institution));
  return [...catalog.institutions.values()]
    .filter(
      (institution) =>
        used.has(institution.id) ||
        (institution.provides.length === 0 && isInRegion(institution, person)) ||
        newAccountAt(institution, person, asOf).length > 0,
    )
    .sort((a, b) => compareText(a.id, b.id));
}

/** Where nothing is said of either's region, it may matter. */
function isInRegion({ regions }: Institution, { region }: Person): boolean {
  return regions.length === 0 || region === undefined || regions.includes(region);
}

function newAccountAt(institution: Institution, person: Person, asOf: string | undefined): readonly Thing[] {
  const opens = institution.flows.some(
    ({ ranges, valid }) =>
      ranges.some(({ account }) => account === "new") &&
      isInForce({ from: valid.from, until: valid.until, moment: asOf }),
  );
  if (!opens || !isInRegion(institution, person)) return [];
  return [
    {
      id: `account.new-${institution.id}`,
      kind: "account",
      name: `new-${institution.id}`,
      institution: institution.id,
      attributes: new Map(),
      relations: new Map(),
      isNew: true,
    },
  ];
}
