/**
 * Catalogue and person joined: every flow that can concern this person, as steps over this person's things.
 *
 * A step says what one run of a flow asks, needs clear, gives, sets, clears, takes from others and leaves. What can be
 * reached (`reach`), what happens when (`world`) and what traces mean are readings of the same steps; none of them
 * undoes another. Measures are guards on steps, so a world is grounded once and asked under any selection.
 *
 * What to know to trust it: a flow that concerns more combinations of things than are looked at is left out whole and
 * named in `coverage.cutShort`. Work is counted before it is done (`room-left.ts`). Cost: about 10 µs a step.
 */
import { type Catalog, catalogueDay, isInRegion, type Readings } from "../catalog/index.ts";
import {
  basisStatuses,
  compareText,
  type Flow,
  type Institution,
  isInForce,
  type ThingKind,
} from "../model/index.ts";
import type { Person, Thing } from "../person/index.ts";
import {
  lentFor,
  newThingsAt,
  opensSomething,
  perhapsOpenedAt,
  reachesOthers,
  takesTheirs,
  theirThingsAnywhere,
  theirThingsAt,
} from "./brought.ts";
import { carriedDrafts } from "./carried.ts";
import { type Choices, choicesFor } from "./choices.ts";
import { type Draft, draftsOf, mainVariable, sameSecretDrafts } from "./draft.ts";
import type { Grounded } from "./grounded.ts";
import { type Borrower, borrowersOf, type Lending, lendingOf } from "./lend.ts";
import type { Lent } from "./lent.ts";
import type { Drafted, GroundMemory, Recalled } from "./memory.ts";
import { movedDrafts } from "./moved.ts";
import { capabilityIn } from "./named.ts";
import { numbered } from "./number.ts";
import { type Room, roomFor, type WorldRoom } from "./room-left.ts";
import { type MeasuresByFlow, measuresByFlow, variantsOf } from "./variants.ts";
import { type Wiring, wire } from "./wiring.ts";

export interface GroundQuestion {
  readonly catalog: Catalog;
  readonly person: Person;
  /** Conditions set at the start, beside those of the person file; ground text. */
  readonly conditions?: readonly string[];
  /**
   * What the catalogue's institutions have been read for: what is unread is lent by archetypes. Or what they lend, where
   * it was found before. Absent: nothing is.
   */
  readonly lend?: Readings | Lending | undefined;
  /** Instead of the person's own day. */
  readonly asOf?: string | undefined;
  /** The day it is where the person has none of their own; a door hands it in. Absent: the catalogue's. */
  readonly today?: string | undefined;
  /** What grounding this person before has worked out. Absent: nothing is kept. The answer is the same. */
  readonly memory?: GroundMemory | undefined;
}

/** Every step of this world. */
export function ground(question: GroundQuestion): Grounded {
  const world = groundWithin(question, Infinity);
  if (world === undefined) throw new Error("a world without a limit has no limit to exceed");
  return world;
}

/**
 * The same for those who answer strangers: `undefined` as soon as the world turns out to need more than so many
 * combinations of things, before the work is done.
 */
export function groundWithin(
  {
    catalog,
    person,
    conditions = [],
    today = catalogueDay(catalog),
    asOf = person.asOf ?? today,
    lend,
    memory,
  }: GroundQuestion,
  combinationsMax: number,
): Grounded | undefined {
  const lending = lend === undefined || "loans" in lend ? lend : lendingOf({ readings: lend, person, asOf });
  const concerned = { person, asOf, hasStandIns: lending?.standIns === true };
  const institutions = institutionsFor(catalog, concerned);
  const borrowers = lending === undefined ? [] : borrowersOf(catalog, lending);
  const all = [...institutions, ...borrowers.map(({ institution }) => institution)];
  const hasStandIns = lending?.standIns === true;
  const opened = distinctThings(all.flatMap((institution) => newThingsAt(institution, person, asOf)));
  const perhaps = hasStandIns
    ? institutions.flatMap((institution) => perhapsOpenedAt(institution, { catalog, person, asOf }))
    : [];
  const newThings = distinctThings([...perhaps, ...opened]);
  const noChanges = { attributes: new Map(), moves: new Map() };
  const bare = wire({ person, catalog, newThings, changes: noChanges });
  // Whoever asks of both worlds speaks of the same measures in both.
  const ids = institutionsFor(catalog, { person, asOf, hasStandIns: false }).map(({ id }) => id);
  const choices = choicesFor({ catalog, person, wiring: bare, institutions: ids, asOf });
  const theirs = [...theirThingsAnywhere, ...all.flatMap(theirThingsAt)];
  const wiring = wire({ person, catalog, newThings, theirs, changes: choices.changes });
  const room = roomFor(combinationsMax);
  const read = institutions.map(
    (institution): Lender => ({
      institution,
      lent: new Map(),
      opening:
        newThingsAt(institution, person, asOf).length > 0
          ? undefined
          : (lentOpening(borrowers, institution.id, asOf) ??
            (perhaps.some((thing) => thing.institution === institution.id)
              ? lentFor(catalog, "opened", institution.id)
              : undefined)),
    }),
  );
  // A world that may be cut off in the middle leaves nothing to remember.
  const recalled =
    combinationsMax === Infinity ? memory?.at({ catalog, person, wiring, choices, asOf }) : undefined;
  const { drafts, cutShort } = draftAll({
    recalled,
    lenders: [...read, ...borrowers],
    newThings,
    hasStandIns,
    catalog,
    asOf,
    choices,
    wiring,
    room,
  });
  if (room.isFull) return undefined;
  const named = conditions.map((text) => ({ condition: capabilityIn({ wiring }, text) }));
  const forAnybody = institutions.filter((each) => concernsAnybody(each, concerned)).map(({ id }) => id);
  const initial = [...person.conditions, ...named];
  const number = () =>
    numbered({
      catalog,
      person,
      wiring,
      choices,
      drafts: [
        ...drafts,
        ...movedDrafts(drafts, { vocabulary: catalog.vocabulary, wiring }),
        ...sameSecretDrafts(person, choices.all),
        ...carriedDrafts(person, { vocabulary: catalog.vocabulary, choices: choices.all }),
      ],
      initial,
      cutShort,
      forAnybody: new Set(forAnybody),
      ...(lending === undefined ? {} : { aspects: lending.aspects }),
    });
  const rest = [initial, cutShort, forAnybody, lending?.aspects];
  return recalled === undefined ? number() : recalled.world({ catalog, drafts, rest }, number);
}

const distinctThings = (things: readonly Thing[]): readonly Thing[] => [
  ...new Map(things.map((thing) => [thing.id, thing])).values(),
];

/** Whose flows are drafted: an institution as it was read, or in its archetype's clothes. */
interface Lender extends Borrower {
  /** Why an account can be opened there, where only a lent flow opens one: all that is read about it rests on that. */
  readonly opening?: Lent | undefined;
}

/** Of the lent flows that open an account there, the nearest. */
function lentOpening(borrowers: readonly Borrower[], id: string, asOf: string): Lent | undefined {
  const found = borrowers
    .filter(({ institution }) => institution.id === id)
    .flatMap(({ lent }) => [...lent].flatMap(([flow, why]) => (opensSomething(flow, asOf) ? [why] : [])));
  return found.sort((a, b) => a.distance - b.distance)[0];
}

interface DraftAllQuestion {
  /** What is known of this person's situation; absent: nothing is kept. */
  readonly recalled: Recalled | undefined;
  readonly lenders: readonly Lender[];
  readonly newThings: readonly Thing[];
  readonly hasStandIns: boolean;
  readonly catalog: Catalog;
  readonly asOf: string;
  readonly choices: Choices;
  readonly wiring: Wiring;
  readonly room: WorldRoom;
}

interface AllDrafts {
  readonly drafts: readonly Draft[];
  /** Flows left out whole, as `institution/flow`. */
  readonly cutShort: readonly string[];
}

function draftAll({
  recalled,
  lenders,
  newThings,
  hasStandIns,
  catalog,
  asOf,
  room,
  choices,
  wiring,
}: DraftAllQuestion): AllDrafts {
  const measures = measuresByFlow(choices.measures);
  const drafts: Draft[] = [];
  const cutShort: string[] = [];
  for (const { institution, lent, opening } of lenders) {
    const opened = new Set(
      newThings.filter((thing) => thing.institution === institution.id).map(({ id }) => id),
    );
    const stoodIn = hasStandIns ? lentFor(catalog, "theirs", institution.id) : undefined;
    for (const flow of bestFirst(institution.flows)) {
      if (!isInForce({ from: flow.valid.from, until: flow.valid.until, moment: asOf })) continue;
      // What an archetype lends is a guess already; no second one stands on it.
      const canStandIn = stoodIn !== undefined && !lent.has(flow);
      const why = [lent.get(flow), stoodIn, opening, [...opened]];
      const whyOf = ({ things, standsIn }: Draft) =>
        lent.get(flow) ??
        (standsIn === undefined ? undefined : stoodIn) ??
        ([...things.values()].some((thing) => opened.has(thing)) ? opening : undefined);
      const make = (): Drafted => {
        const own = room.forFlow();
        const made = draftFlow({ institution, flow, hasStandIns: canStandIn, room: own, measures, wiring });
        return own.isFull ? undefined : made.map((draft) => asLent(draft, whyOf(draft)));
      };
      const place = { institution: institution.id, flow: flow.id };
      const made =
        recalled === undefined
          ? make()
          : recalled.drafts(
              {
                institution,
                flow,
                measures: measures.about(place, flow),
                hasStandIns: canStandIn,
                why,
              },
              make,
            );
      if (made === undefined) cutShort.push(`${institution.id}/${flow.id}`);
      else for (const draft of made) drafts.push(draft);
      if (room.isFull) return { drafts, cutShort };
    }
  }
  return { drafts, cutShort };
}

const asLent = (draft: Draft, lent: Lent | undefined): Draft =>
  lent === undefined ? draft : { ...draft, lent };

interface DraftFlowQuestion extends Pick<DraftAllQuestion, "wiring"> {
  readonly measures: MeasuresByFlow;
  readonly institution: Institution;
  readonly flow: Flow;
  readonly hasStandIns: boolean;
  readonly room: Room;
}

/** One flow as it is, and as measures would make it. */
function draftFlow({ institution, flow, measures, ...rest }: DraftFlowQuestion): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const variant of variantsOf(institution, flow, measures)) {
    const made = draftsOf({ institution, variant, ...rest });
    if (!rest.room.take(made.length)) return [];
    for (const draft of made) drafts.push(draft);
  }
  return drafts;
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

/**
 * The institutions that can matter: those that run something of the person's, physics, and those where something can be
 * opened; where things in nobody's file may stand in, all of the region.
 */
function institutionsFor(catalog: Catalog, question: ConcernsQuestion): readonly Institution[] {
  const used = new Set([...question.person.things.values()].map(({ institution }) => institution));
  return [...catalog.institutions.values()]
    .filter((institution) => used.has(institution.id) || concernsAnybody(institution, question))
    .sort((a, b) => compareText(a.id, b.id));
}

interface ConcernsQuestion {
  readonly person: Person;
  readonly asOf: string;
  readonly hasStandIns: boolean;
}

/** Whether anything of an institution is in the person's world, what archetypes and stand-ins lend left aside. */
export const playsPart = (
  institution: Institution,
  { person, catalog }: Pick<GroundQuestion, "person" | "catalog">,
): boolean =>
  [...person.things.values()].some((thing) => thing.institution === institution.id) ||
  concernsAnybody(institution, {
    person,
    asOf: person.asOf ?? catalogueDay(catalog),
    hasStandIns: false,
  });

/**
 * Flows in force that are run on nothing because the person has none of what the institution runs, and nothing says that
 * another's, or a new one, is meant: a number is moved to a carrier by its flow, and the next flow of that carrier is nobody's.
 */
export function idleFlows(
  institution: Institution,
  { person, catalog }: Pick<GroundQuestion, "person" | "catalog">,
): readonly { readonly flow: Flow; readonly kind: ThingKind }[] {
  const asOf = person.asOf ?? catalogueDay(catalog);
  const there = new Set(
    [
      ...[...person.things.values()].filter((thing) => thing.institution === institution.id),
      ...newThingsAt(institution, person, asOf),
    ].map(({ kind }) => kind),
  );
  return institution.flows.flatMap((flow) => {
    const { from, until } = flow.valid;
    const kind = institution.provides.length === 0 ? undefined : mainVariable(institution, flow);
    if (kind === undefined || there.has(kind) || !isInForce({ from, until, moment: asOf })) return [];
    return flow.ranges.some(({ variable }) => variable === kind) ? [] : [{ flow, kind }];
  });
}

/** Whether an institution concerns somebody of the person's region who has nothing there. */
const concernsAnybody = (
  institution: Institution,
  { person, asOf, hasStandIns }: ConcernsQuestion,
): boolean =>
  ((institution.provides.length === 0 ||
    hasStandIns ||
    takesTheirs(institution, asOf) ||
    reachesOthers(institution, asOf)) &&
    !institution.isArchetype &&
    isInRegion(institution, person)) ||
  newThingsAt(institution, person, asOf).length > 0;
