/**
 * Drafts to steps: capabilities and conditions get their numbers. Which conditions matter is known only here, when all
 * drafts are there: one that nothing sets and nothing lifts stops nothing.
 */
import type { Catalog } from "../catalog/index.ts";
import {
  type Capability,
  type ConditionId,
  compareText,
  conditionId,
  physics,
  stepId,
} from "../model/index.ts";
import type { Person, ThingId } from "../person/index.ts";
import { type AtomTable, atomTable } from "./atom-table.ts";
import type { Choices } from "./choices.ts";
import type { Draft } from "./draft.ts";
import { lossesOf } from "./goals.ts";
import type { Coverage, Giving, GroundCondition, Grounded, Setter, Step } from "./grounded.ts";
import { seenWith, toldAt } from "./seen-with.ts";
import { conditionsThat, partedByStops } from "./stops.ts";
import type { Wiring } from "./wiring.ts";
import { countedAsIs } from "./world-under.ts";

interface NumberQuestion {
  readonly catalog: Catalog;
  readonly person: Person;
  readonly wiring: Wiring;
  readonly choices: Choices;
  readonly drafts: readonly Draft[];
  readonly initial: Person["conditions"];
  /** Flows that were left out whole. */
  readonly cutShort: readonly string[];
  readonly forAnybody: ReadonlySet<string>;
  readonly aspects?: { readonly of: number; readonly read: number };
}

export function numbered(question: NumberQuestion): Grounded {
  const { catalog, person, wiring, choices, drafts, initial, cutShort, forAnybody, aspects } = question;
  const loud = drafts.filter(isLoud);
  const cancellers = new Set(
    drafts.flatMap(({ institution, flow: { delay } }) =>
      delay?.cancelledBy === undefined ? [] : [`${institution}/${delay.cancelledBy}`],
    ),
  );
  const quiet = drafts.filter(
    (draft) =>
      !isLoud(draft) &&
      (draft.revokes.length > 0 ||
        draft.leaves.length > 0 ||
        cancellers.has(`${draft.institution}/${draft.flow.id}`)),
  );
  const conditions = conditionsOf(
    [...loud, ...quiet.filter((draft) => draft.while.length > 0)],
    initial,
    choices,
  );
  const conditionOf = new Map(conditions.map(({ id }, index) => [id, conditionId(index)]));
  const table = atomTable();
  const stops = conditionsThat("stops", catalog.vocabulary, conditions);
  const feared = new Set(person.losses.map(({ goal }) => goal.text));
  const numbering: Numbering = { table, conditionOf, stops, isFeared: ({ text }) => feared.has(text) };
  const outlines = loud.map((draft, index) => outlineOf(draft, index, numbering));
  const isCounted = countedAsIs(choices.all);
  const goals = lossesOf({ catalog, person, wiring, steps: outlines, table, isCounted });
  const silent = quiet.map((draft, i) => outlineOf(draft, loud.length + i, numbering));
  const all = [...loud, ...quiet];
  // Somebody is told though no flow asks for what they see it by, and may lose it as all else: these are met first.
  const told = all.map(({ tells }) =>
    tells.flatMap((thing) => toldAt(thing, { wiring, vocabulary: catalog.vocabulary }).map(table.intern)),
  );
  // So is whoever may answer what is held back until it lapses.
  for (const { sets, leaves } of all)
    if (sets.some(({ expires }) => expires !== undefined))
      for (const { trace, thing } of leaves)
        if (thing !== undefined)
          for (const seen of seenWith({ kind: trace.kind, thing, wiring, vocabulary: catalog.vocabulary }))
            table.intern(seen);
  const steps = [...outlines, ...silent].map(
    (outline, i): Step => ({
      ...outline,
      tells: told[i]!,
      ...undoneBy(all[i]!, { catalog, wiring, table }),
    }),
  );
  return {
    person,
    catalog,
    wiring,
    atoms: table.atoms,
    atomOf: table.atomOf,
    stopsOf: table.atoms.map(stops),
    divertsOf: table.atoms.map(conditionsThat("diverts", catalog.vocabulary, conditions)),
    steps,
    choices: choices.all,
    conditions,
    goals,
    forAnybody,
    coverage: {
      ...judgedOf(catalog, person, outlines),
      cutShort,
      ...(aspects === undefined ? {} : { aspects }),
    },
  };
}

/** Does it give, set or clear anything? What only undoes or is only seen leads nobody anywhere. */
const isLoud = ({ gives, sets, clears }: Draft) => gives.length > 0 || sets.length > 0 || clears.length > 0;

/** Every condition that something sets, lifts or is stopped by, by name. */
function conditionsOf(
  loud: readonly Draft[],
  initial: Person["conditions"],
  choices: Choices,
): readonly GroundCondition[] {
  const found = new Map<string, Capability>();
  const setters = new Map<string, Setter[]>();
  const meet = (condition: Capability) => found.set(condition.text, condition);
  const meetSetter = (condition: Capability, setter: Setter) => {
    meet(condition);
    setters.set(condition.text, [...(setters.get(condition.text) ?? []), setter]);
  };
  for (const { sets, unless, while: wanted, clears } of loud) {
    for (const { condition } of sets) meet(condition);
    for (const condition of [...unless, ...wanted, ...clears]) meet(condition);
  }
  const lasting = (expires: number | undefined) => (expires === undefined ? {} : { expires });
  for (const { condition, expires } of initial) meetSetter(condition, lasting(expires));
  for (const { condition, choice, expires } of choices.sets)
    meetSetter(condition, { choice, ...lasting(expires) });
  return [...found.values()]
    .sort((a, b) => compareText(a.text, b.text))
    .map((condition) => {
      const all = setters.get(condition.text) ?? [];
      return {
        id: condition.text,
        capability: condition,
        setters: all,
        isSetAtStart: all.some(({ choice }) => choice === undefined),
      };
    });
}

interface Numbering {
  readonly table: AtomTable;
  readonly conditionOf: ReadonlyMap<string, ConditionId>;
  readonly stops: (capability: Capability) => readonly ConditionId[];
  /** A condition the person counts as a loss (an erased laptop): whoever sets it has done it. */
  readonly isFeared: (condition: Capability) => boolean;
}

/** All of a step but what it undoes and leaves, for which every atom must be known. */
function outlineOf(draft: Draft, index: number, { table, conditionOf, stops, isFeared }: Numbering): Step {
  const { kind, institution, flow, things, guard, assumed } = draft;
  const known = ({ text }: Capability) => conditionOf.get(text) ?? [];
  const done = draft.sets.flatMap(({ condition }) => (isFeared(condition) ? [condition] : []));
  return {
    id: stepId(index),
    kind,
    institution,
    flow,
    things,
    guard,
    assumed,
    asks: draft.asks.map(table.intern),
    needsClear: draft.unless.flatMap(known),
    needsSet: draft.while.flatMap(known),
    gives: freeFirst(
      [...draft.gives, ...done].map((given) => ({
        atom: table.intern(given),
        // What was moved away is stopped where it is now, not where it was.
        stoppedBy: kind === "moved" ? [] : stops(given),
      })),
    ),
    sets: draft.sets.flatMap(({ condition, expires }) =>
      [known(condition)]
        .flat()
        .map((id) => ({ condition: id, ...(expires === undefined ? {} : { expires }) })),
    ),
    clears: draft.clears.flatMap(known),
    revokes: [],
    leaves: [],
    tells: [],
    isQuiet: !isLoud(draft),
    ...(draft.alsoFor === undefined ? {} : { alsoFor: draft.alsoFor }),
    ...(draft.lent === undefined ? {} : { lent: draft.lent }),
  };
}

/** What nothing can stop first, then what the same conditions may stop, together. */
function freeFirst(gives: readonly Giving[]): readonly Giving[] {
  const { free, stopped } = partedByStops(gives);
  return [{ stoppedBy: [], atoms: free }, ...stopped].flatMap(({ stoppedBy, atoms }) =>
    atoms.map((atom) => ({ atom, stoppedBy })),
  );
}

interface Undoing {
  readonly catalog: Catalog;
  readonly wiring: Wiring;
  readonly table: AtomTable;
}

/** What has no atom is nothing anybody's flow asks or gives: to lose it, or to see a trace by it, changes nothing. */
function undoneBy(
  { revokes, leaves }: Draft,
  { catalog, wiring, table }: Undoing,
): Pick<Step, "revokes" | "leaves"> {
  const { vocabulary } = catalog;
  const known = ({ text }: Capability) => table.atomOf.get(text) ?? [];
  return {
    revokes: revokes.flatMap(({ capability, guard }) =>
      [known(capability)].flat().map((atom) => ({ atom, guard })),
    ),
    leaves: leaves.map(({ trace: { kind, about, from, late }, thing, guard }) => ({
      kind,
      ...(about === undefined ? {} : { about }),
      ...(from === undefined ? {} : { from }),
      ...(late === undefined ? {} : { late }),
      ...(thing === undefined ? {} : { thing }),
      seenBy: thing === undefined ? [] : seenWith({ kind, thing, wiring, vocabulary }).flatMap(known),
      guard,
    })),
  };
}

function judgedOf(
  catalog: Catalog,
  person: Person,
  steps: readonly Step[],
): Pick<Coverage, "judged" | "notJudged"> {
  const touched = new Set(
    steps.flatMap(({ things, institution }) => (institution === physics ? [] : [...things.values()])),
  );
  const judged: ThingId[] = [];
  const notJudged: ThingId[] = [];
  for (const thing of [...person.things.values()].sort((a, b) => compareText(a.id, b.id))) {
    if (thing.institution === undefined || thing.kind === "device" || thing.kind === "mailbox") continue;
    const isKnown = catalog.institutions.has(thing.institution) && touched.has(thing.id);
    (isKnown ? judged : notJudged).push(thing.id);
  }
  return { judged, notJudged };
}
