/**
 * Measures made into decisions for one person's world.
 *
 * An institution's measure is one decision; a person's measure that speaks of a thing is one decision for each such
 * thing. A decision has an index: the guards of the rules speak of it by that.
 */
import type { Catalog } from "../catalog/index.ts";
import {
  append,
  type Bilingual,
  type Capability,
  type ChoiceId,
  capability,
  choiceId,
  compareText,
  effortOf,
  hasAttribute,
  isInForce,
  isMoney,
  type Measure,
  type SubjectPath,
  type ThingKind,
} from "../model/index.ts";
import type { Person, Thing, ThingId } from "../person/index.ts";
import { keepElsewhereId, keepElsewhereTitle, thingsCarried } from "./kept-apart.ts";
import {
  type AttributeChange,
  isRunBy,
  type RelationMove,
  type Wiring,
  type WiringChanges,
} from "./wiring.ts";

export interface Choice {
  /** Its place in guards and costs. */
  readonly index: ChoiceId;
  /** `set-sim-pin(sim.main)`, `lift-only-at-counter`; with the institution in front where two share the name. */
  readonly id: string;
  readonly title: Bilingual;
  readonly how?: Bilingual;
  readonly by: "person" | "institution";
  readonly effort: number;
  /** Absent for measures of the person file and for those that bind all institutions. */
  readonly institution?: string;
  /** The things it speaks of. */
  readonly things: ReadonlyMap<ThingKind, ThingId>;
  /**
   * Something one does in the night and cannot live with before it: it blocks a thing the owner uses. What the owner
   * does not think of (`seen-by-owner: false`) can be blocked for good.
   */
  readonly isAct: boolean;
  /** Its sources contradict each other on whether it holds. Absent: they do not. */
  readonly isUnproven?: true;
  /** How much there is to be taken is another sum by it: a credit line that is lowered, a loan that is no larger. Absent: it is not. */
  readonly changesAmount?: true;
  /** Secrets it changes: whoever knows the old one at the start knows nothing. Absent: none. */
  readonly renews?: readonly Capability[];
}

/** May an answer rest on it beforehand? Not on what is done in the night alone, nor on what is disputed, which is told by itself. */
export const isPrevention = ({ isAct, isUnproven }: Pick<Choice, "isAct" | "isUnproven">): boolean =>
  !isAct && isUnproven !== true;

/** The choices that are none; what the question has in force stays. */
export const noPreventionOf = (
  choices: readonly Choice[],
  inForce: readonly ChoiceId[],
): readonly ChoiceId[] =>
  choices.flatMap((choice) => (isPrevention(choice) || inForce.includes(choice.index) ? [] : [choice.index]));

/** A catalogue measure with its decisions: one, or one for each thing it speaks of. */
export interface MeasureChoices {
  readonly measure: Measure;
  /** The institution whose flows it changes; absent: every flow that lists it. */
  readonly institution?: string;
  readonly choices: readonly Choice[];
}

export interface ConditionChoice {
  readonly choice: ChoiceId;
  readonly condition: Capability;
  readonly expires?: number;
}

export interface Choices {
  readonly all: readonly Choice[];
  readonly measures: readonly MeasureChoices[];
  readonly changes: WiringChanges;
  readonly sets: readonly ConditionChoice[];
}

interface Setup {
  readonly catalog: Catalog;
  readonly person: Person;
  /** The wiring as it is; measures reach things over it. */
  readonly wiring: Wiring;
  /** Institutions that matter to this person. */
  readonly institutions: readonly string[];
  /** The day it is; measures nobody could take then are none. */
  readonly asOf: string;
}

export function choicesFor({ catalog, person, wiring, institutions, asOf }: Setup): Choices {
  const all: Choice[] = [];
  const measures: MeasureChoices[] = [];
  const attributes = new Map<string, AttributeChange[]>();
  const moves = new Map<string, RelationMove[]>();
  const sets: ConditionChoice[] = [];
  const sharedNames = namesUsedTwice(catalog, institutions);

  const add = (choice: Omit<Choice, "index">): Choice => {
    const made = { ...choice, index: choiceId(all.length) };
    all.push(made);
    return made;
  };
  const change = (thing: ThingId, attribute: string, value: string, choice: ChoiceId) => {
    const key = `${thing}.${attribute}`;
    if (attributes.get(key)?.some((each) => each.choice === choice && each.value === value) !== true)
      append(attributes, key, { choice, value });
  };

  const decide = (measure: Measure, institution: string | undefined) => {
    if (!isInForce({ from: measure.valid.from, until: measure.valid.until, moment: asOf })) return;
    const paths = [
      ...measure.changes.map(({ subject }) => subject),
      ...[...measure.sets.map(({ pattern }) => pattern), ...measure.renews].flatMap(
        ({ subjects }) => subjects,
      ),
    ];
    const variables = [...new Set(paths.map(({ variable }) => variable))].filter(
      (variable) => variable !== "person",
    );
    const name =
      institution !== undefined && sharedNames.has(measure.id) ? `${institution}/${measure.id}` : measure.id;
    const base = {
      title: measure.title,
      ...(measure.how === undefined ? {} : { how: measure.how }),
      by: measure.by,
      effort: measure.effort,
      ...(institution === undefined ? {} : { institution }),
      ...(measure.basis?.status === "disputed" ? { isUnproven: true as const } : {}),
      ...([...measure.replaces.values()].some(({ amount }) => amount !== undefined) ||
      measure.changes.some(({ subject, attribute }) => isMoney(subject.kind, attribute))
        ? { changesAmount: true as const }
        : {}),
    };
    const isPerThing = measure.by === "person" && !measure.perWorld && variables.length > 0;
    // Nobody can decide anything about an account that does not exist yet, except whoever runs it.
    const bindings = tuples(
      variables.map((variable) =>
        candidates(wiring, variable, institution).filter(
          (thing) =>
            (!isPerThing || thing.isNew !== true) &&
            measure.changes.every(
              ({ subject, attribute }) =>
                subject.variable !== variable ||
                subject.relations.length > 0 ||
                hasAttribute(thing, attribute),
            ),
        ),
      ),
    );
    if (bindings.length === 0) return;
    const thingsOf = (binding: readonly Thing[]) =>
      new Map(variables.map((variable, i) => [variable, binding[i]?.id ?? ""] as const));
    const changedBy = (things: ReadonlyMap<ThingKind, ThingId>): Pick<Choice, "renews"> => {
      const renews = measure.renews.flatMap(({ kind, subjects }) => {
        const secret = subjects.find((subject) => subject.secret !== undefined)?.secret;
        return tuples(subjects.map((subject) => reached(wiring, subject, things))).map((found) =>
          capability({ kind, things: found, secret }),
        );
      });
      return renews.length === 0 ? {} : { renews };
    };
    const all = bindings.flatMap((binding) => changedBy(thingsOf(binding)).renews ?? []);
    const shared = isPerThing
      ? undefined
      : add({
          ...base,
          id: name,
          things: new Map(),
          isAct: false,
          ...(all.length === 0 ? {} : { renews: all }),
        });
    const made: Choice[] = shared === undefined ? [] : [shared];
    for (const binding of bindings) {
      const things = thingsOf(binding);
      const blocked = measure.sets.flatMap(({ pattern, expires }) =>
        tuples(pattern.subjects.map((subject) => reached(wiring, subject, things))).map((subjects) => ({
          condition: capability({ kind: pattern.kind, things: subjects }),
          ...(expires === undefined ? {} : { expires }),
        })),
      );
      const isAct =
        measure.by === "person" && blocked.some(({ condition }) => usesAny(wiring, condition.things));
      const id = `${name}(${[...things.values()].join(", ")})`;
      const choice = shared ?? add({ ...base, id, things, isAct, ...changedBy(things) });
      if (shared === undefined) made.push(choice);
      for (const { subject, attribute, value } of measure.changes) {
        for (const thing of reached(wiring, subject, things)) change(thing, attribute, value, choice.index);
      }
      for (const each of blocked) sets.push({ choice: choice.index, ...each });
    }
    measures.push({ measure, ...(institution === undefined ? {} : { institution }), choices: made });
  };

  for (const measure of byId(catalog.measures)) {
    const isMeant = (id: string) => !hasOwn(catalog, id, measure.id) && isCommonMeant(catalog, id, measure);
    for (const id of isEachOnesOwn(measure) ? institutions.filter(isMeant) : [undefined]) decide(measure, id);
  }
  for (const id of institutions)
    for (const measure of byId(catalog.institutions.get(id)?.measures ?? [])) decide(measure, id);
  for (const measure of byId(person.measures)) {
    const { index } = add({
      id: measure.id,
      title: measure.title,
      ...(measure.how === undefined ? {} : { how: measure.how }),
      by: measure.by,
      effort: measure.effort,
      things: new Map(),
      isAct:
        measure.by === "person" && measure.sets.some(({ condition }) => usesAny(wiring, condition.things)),
      ...(measure.renews.length === 0 ? {} : { renews: measure.renews }),
      ...(measure.changes.some(({ thing, attribute }) => isMoneyOf(wiring, thing, attribute))
        ? { changesAmount: true as const }
        : {}),
    });
    for (const { thing, attribute, value } of measure.changes) change(thing, attribute, value, index);
    for (const { thing, relation, to } of measure.moves)
      append(moves, `${thing}.${relation}`, { choice: index, ...(to === undefined ? {} : { to }) });
    for (const set of measure.sets) sets.push({ choice: index, ...set });
  }
  for (const thing of thingsCarried(person))
    add({
      id: keepElsewhereId(thing),
      title: keepElsewhereTitle,
      by: "person",
      effort: effortOf["low"] ?? 1,
      things: new Map(),
      isAct: false,
    });
  return { all, measures, changes: { attributes, moves }, sets };
}

const isMoneyOf = ({ things }: Wiring, thing: ThingId, attribute: string): boolean => {
  const kind = things.get(thing)?.kind;
  return kind !== undefined && isMoney(kind, attribute);
};

/** Does the owner use one of these? */
function usesAny(wiring: Wiring, things: Iterable<ThingId>): boolean {
  return [...things].some((thing) => wiring.valueOf(thing, "seen-by-owner") !== "false");
}

/** By id: the order of the keys in a file decides nothing. */
const byId = <M extends { readonly id: string }>(measures: readonly M[]): readonly M[] =>
  [...measures].sort((a, b) => compareText(a.id, b.id));
const speaksOfThings = (measure: Measure) =>
  measure.changes.length > 0 || measure.sets.length > 0 || measure.renews.length > 0;

/**
 * Measure ids that two of the institutions use, or one and the common file: only these need the institution in front.
 * Institutions that do not matter to the person do not count, so that adding one renames nothing.
 */
function namesUsedTwice(catalog: Catalog, institutions: readonly string[]): ReadonlySet<string> {
  const owners = new Map<string, number>();
  const count = (id: string) => owners.set(id, (owners.get(id) ?? 0) + 1);
  for (const measure of catalog.measures) {
    if (!isEachOnesOwn(measure)) count(measure.id);
    else
      for (const institution of institutions)
        if (!hasOwn(catalog, institution, measure.id) && isCommonMeant(catalog, institution, measure))
          count(measure.id);
  }
  for (const institution of institutions)
    for (const { id } of catalog.institutions.get(institution)?.measures ?? []) count(id);
  return new Set([...owners].filter(([, uses]) => uses > 1).map(([id]) => id));
}

/** A common measure of an institution is each institution's own decision, unless it binds all of them together. */
const isEachOnesOwn = (measure: Measure) => measure.by === "institution" && !measure.perWorld;
/** What an institution says itself goes before what the common file says under the same name. */
const hasOwn = (catalog: Catalog, institution: string, measure: string) =>
  catalog.institutions.get(institution)?.measures.some(({ id }) => id === measure) === true;

function isCommonMeant(catalog: Catalog, id: string, measure: Measure): boolean {
  const named = new Set([...measure.replaces.keys(), ...measure.removes]);
  return (
    speaksOfThings(measure) ||
    catalog.institutions
      .get(id)
      ?.flows.some(
        (flow) => flow.measures.includes(measure.id) || named.has(flow.id) || named.has(`${id}/${flow.id}`),
      ) === true
  );
}

function candidates(wiring: Wiring, variable: ThingKind, institution: string | undefined): readonly Thing[] {
  const things = [...wiring.things.values()]
    .filter(({ kind }) => kind === variable)
    .sort((a, b) => compareText(a.id, b.id));
  return institution === undefined ? things : things.filter(({ id }) => isRunBy(wiring, id, institution));
}

/** The things a measure speaks of; where nobody knows which thing it is, no measure is sure to reach it. */
function reached(
  wiring: Wiring,
  subject: SubjectPath,
  things: ReadonlyMap<ThingKind, ThingId>,
): readonly ThingId[] {
  let here: readonly ThingId[] = [
    subject.variable === "person" ? "person" : (things.get(subject.variable) ?? ""),
  ];
  for (const relation of subject.relations)
    here = here.flatMap((thing) =>
      wiring.follow(thing, relation).flatMap(({ to, assumed }) => (assumed === undefined ? [to] : [])),
    );
  return [...new Set(here)];
}

/** Every way to take one of each; of no lists there is one way, taking nothing. */
function tuples<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  let made: readonly (readonly T[])[] = [[]];
  for (const list of lists) made = made.flatMap((tuple) => list.map((item) => [...tuple, item]));
  return made;
}

/**
 * The decision meant by what somebody typed: its id, or enough of it that only one fits (`set-sim-pin` where there is
 * one SIM, `lift-only-at-counter` where one institution has it). Otherwise the ids that come near.
 */
export function findChoice(
  choices: readonly Choice[],
  text: string,
): Choice | { readonly fitting: readonly string[] } {
  const wanted = text.replaceAll(/\s+/g, "");
  const exact = choices.find(({ id }) => id.replaceAll(/\s+/g, "") === wanted);
  if (exact !== undefined) return exact;
  const bare = ({ id, institution }: Choice): readonly string[] => {
    const name = id.replace(/\(.*\)$/, "");
    const short = name.slice(name.indexOf("/") + 1);
    return [name, short, ...(institution === undefined ? [] : [`${institution}/${short}`])];
  };
  const instance = (choice: Choice) => /\((.*)\)$/.exec(choice.id)?.[1]?.replaceAll(/\s+/g, "");
  const wantedInstance = /\((.*)\)$/.exec(wanted)?.[1];
  const wantedName = wanted.replace(/\(.*\)$/, "");
  const fitting = choices.filter((choice) => {
    if (!bare(choice).includes(wantedName)) return false;
    if (wantedInstance === undefined) return true;
    const things = instance(choice);
    return (
      things === wantedInstance ||
      things
        ?.split(",")
        .map((thing) => thing.slice(thing.indexOf(".") + 1))
        .join(",") === wantedInstance
    );
  });
  return fitting.length === 1 && fitting[0] !== undefined
    ? fitting[0]
    : { fitting: fitting.map(({ id }) => id) };
}

/** 1 for each of these choices. */
export function chosenOf(
  { choices: all }: { readonly choices: readonly Choice[] },
  choices: Iterable<ChoiceId>,
): Uint8Array {
  const chosen = new Uint8Array(all.length);
  for (const choice of choices) chosen[choice] = 1;
  return chosen;
}
