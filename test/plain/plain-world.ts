/**
 * The notation, said once more.
 *
 * A slow reading of docs/reference/notation.md that shares nothing with src/graph: measures rewrite the flows and the
 * person, every flow is tried with every thing in every place, and what can be run is run until nothing new comes.
 * There are no guards, no wiring, no numbers for words. Each function is one paragraph of the document; where a
 * sentence of it can be read two ways, the reading stands beside the code.
 *
 * Opening hours: "could ever" ignores them, except that a flow which is never open is never run; with `startsAt` a flow
 * waits for the next opening.
 */
import { type Catalog, catalogueDay } from "../../src/catalog/index.ts";
import {
  type Asks,
  type CapabilityPattern,
  type Flow,
  hangsOn,
  type Institution,
  isInForce,
  isMoney,
  type Measure,
  type SubjectPath,
  type ThingKind,
  thingTypes,
  type Windows,
} from "../../src/model/index.ts";
import type { Person, Thing } from "../../src/person/index.ts";

export interface PlainQuestion {
  readonly catalog: Catalog;
  readonly person: Person;
  readonly asOf?: string | undefined;
  readonly held: readonly string[];
  /** Decisions in force, by id. */
  readonly measures?: readonly string[];
  readonly conditions?: readonly string[];
  readonly startsAt?: number | undefined;
  /** The owner asks: whoever changes a secret knows the new one. */
  readonly isOwner?: boolean;
}

// --- the world after the measures --------------------------------------------------------------------------------

export interface PlainWorld {
  readonly catalog: Catalog;
  readonly things: readonly Thing[];
  readonly institutions: readonly Institution[];
  readonly decisions: readonly PlainDecision[];
  readonly inForce: ReadonlySet<string>;
  /** By `thing.attribute` and `thing.relation`: what measures in force put there. */
  readonly attributes: ReadonlyMap<string, readonly string[]>;
  readonly moves: ReadonlyMap<string, readonly string[]>;
  /** Conditions set at the start: for how many minutes, `Infinity` where for good. */
  readonly set: ReadonlyMap<string, number>;
  /** Secrets that measures in force change. */
  readonly renewed: ReadonlySet<string>;
  readonly person: Person;
  readonly asOf: string;
}

export function plainWorld({
  catalog,
  person,
  asOf = person.asOf ?? catalogueDay(catalog),
  measures = [],
  conditions = [],
}: Omit<PlainQuestion, "held">): PlainWorld {
  const opened = [...catalog.institutions.values()].flatMap((institution) =>
    opens(institution, person, asOf).map((kind) => ({ id: institution.id, kind })),
  );
  const things: Thing[] = [...person.things.values()];
  for (const { id, kind } of opened) {
    things.push({
      id: `${kind}.new-${id}`,
      kind,
      name: `new-${id}`,
      institution: id,
      attributes: new Map(),
      relations: new Map(),
      isNew: true,
    });
  }
  // An institution plays a part where it runs something of the person's, where anybody may open an account in the
  // person's name, and where it runs nothing of anybody's (police, physics) and is in the person's region.
  const institutions = [...catalog.institutions.values()].filter(
    (institution) =>
      ((institution.provides.length === 0 || reachesOthers(institution, asOf)) &&
        isHere(institution, person)) ||
      things.some((thing) => thing.institution === institution.id),
  );
  const before: PlainWorld = {
    catalog,
    things,
    institutions,
    decisions: [],
    inForce: new Set(),
    attributes: new Map(),
    moves: new Map(),
    set: new Map(),
    renewed: new Set(),
    person,
    asOf,
  };
  const decisions = plainDecisions(before);
  const inForce = new Set(measures);
  const attributes = new Map<string, string[]>();
  const moves = new Map<string, string[]>();
  const set = new Map<string, number>();
  const setFor = (condition: string, minutes = Infinity) =>
    set.set(condition, Math.max(set.get(condition) ?? 0, minutes));
  for (const { condition, expires } of person.conditions) setFor(condition.text, expires);
  for (const condition of conditions) setFor(condition);
  for (const { id, effects } of decisions) {
    if (!inForce.has(id)) continue;
    for (const { thing, attribute, value } of effects.changes)
      add(attributes, `${thing}.${attribute}`, value);
    for (const { thing, relation, to } of effects.moves) {
      const key = `${thing}.${relation}`;
      // "Or none": the relation is given up, and leads where another measure leads it, if any does.
      if (to === undefined) moves.set(key, moves.get(key) ?? []);
      else add(moves, key, to);
    }
    for (const { condition, expires } of effects.sets) setFor(condition, expires);
  }
  const renewed = new Set(decisions.flatMap(({ id, effects }) => (inForce.has(id) ? effects.renews : [])));
  return { ...before, decisions, inForce, attributes, moves, set, renewed };
}

function add<V>(map: Map<string, V[]>, key: string, value: V): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}

/** "Or where `for` takes from the person what it would run itself": a number is moved here from any carrier. */
const reachesOthers = ({ provides, flows }: Institution, asOf: string) =>
  flows.some((flow) => {
    const own = provides.filter((kind) => mentionedIn(flow).has(kind));
    const isOfThePerson = (kind: ThingKind) =>
      flow.ranges.some(
        ({ variable, over, whose }) =>
          variable === kind &&
          whose === undefined &&
          over.length > 0 &&
          over.every((path) => path.variable === "person"),
      );
    return isInForce({ ...flow.valid, moment: asOf }) && own.length > 0 && own.every(isOfThePerson);
  });

/** Rule 6: "opened only where `regions` contain the person's region"; no regions: everywhere; no region: we do not know. */
function opens(institution: Institution, person: Person, asOf: string): readonly ThingKind[] {
  if (!isHere(institution, person)) return [];
  const inForce = institution.flows.filter(({ valid }) => isInForce({ ...valid, moment: asOf }));
  const kinds = inForce.flatMap(({ ranges }) =>
    ranges.filter(({ whose }) => whose === "new").map(({ variable }) => variable),
  );
  return [...new Set(kinds)];
}

const isHere = ({ regions }: Institution, { region }: Person) =>
  regions.length === 0 || region === undefined || regions.includes(region);

// --- decisions -------------------------------------------------------------------------------------------------------

export interface PlainDecision {
  readonly id: string;
  readonly by: "person" | "institution";
  readonly effort: number;
  /** The catalogue measure behind it; absent for one of the person file. */
  readonly measure?: Measure;
  readonly institution?: string;
  /** The things it speaks of, by kind. */
  readonly things: ReadonlyMap<ThingKind, string>;
  readonly effects: Effects;
}

interface Effects {
  readonly changes: readonly { readonly thing: string; readonly attribute: string; readonly value: string }[];
  readonly moves: readonly { readonly thing: string; readonly relation: string; readonly to?: string }[];
  readonly sets: readonly { readonly condition: string; readonly expires?: number }[];
  readonly renews: readonly string[];
}

export function decisionsOf(question: Omit<PlainQuestion, "held">): readonly PlainDecision[] {
  return plainWorld(question).decisions;
}

/** "A person's measure that speaks of a thing is one decision per thing. An institution's measure is one decision." */
function plainDecisions(world: PlainWorld): readonly PlainDecision[] {
  const { catalog, institutions, person } = world;
  const made: PlainDecision[] = [];
  const owned: { readonly measure: Measure; readonly institution?: string }[] = [];
  for (const measure of catalog.measures) {
    // "`per: world` makes it one decision for all institutions together"; a person's is the person's own anyway.
    if (!isEachOnes(measure)) owned.push({ measure });
    else
      for (const institution of institutions)
        if (canTake(measure, institution)) owned.push({ measure, institution: institution.id });
  }
  for (const { id, measures } of institutions)
    for (const measure of measures) owned.push({ measure, institution: id });

  for (const { measure, institution } of owned) {
    if (!isInForce({ ...measure.valid, moment: world.asOf })) continue;
    const spoken = [
      ...measure.changes.map(({ subject }) => subject),
      ...measure.sets.flatMap(({ pattern }) => pattern.subjects),
      ...measure.renews.flatMap(({ subjects }) => subjects),
    ].map(({ variable }) => variable);
    const kinds = [...new Set(spoken)].filter((kind) => kind !== "person");
    const isEach = measure.by === "person" && !measure.perWorld && kinds.length > 0;
    const meant = (kind: ThingKind) =>
      world.things.filter(
        (thing) =>
          thing.kind === kind &&
          (institution === undefined || runs(world, institution, thing)) &&
          !(isEach && thing.isNew === true),
      );
    const choices = combinations(kinds.map((kind) => meant(kind).map(({ id }) => id)));
    if (choices.length === 0) continue;
    const effects = choices.map((chosen) =>
      effectsOf(world, measure, new Map(kinds.map((kind, i) => [kind, chosen[i] ?? ""]))),
    );
    const name =
      institution !== undefined && isShared(world, measure.id) ? `${institution}/${measure.id}` : measure.id;
    const rest = {
      by: measure.by,
      effort: measure.effort,
      measure,
      ...(institution === undefined ? {} : { institution }),
    };
    if (!isEach) made.push({ id: name, ...rest, things: new Map(), effects: together(effects) });
    else {
      for (const [i, chosen] of choices.entries()) {
        made.push({
          id: `${name}(${chosen.join(", ")})`,
          ...rest,
          things: new Map(kinds.map((kind, j) => [kind, chosen[j] ?? ""])),
          effects: effects[i] ?? together([]),
        });
      }
    }
  }
  for (const { id, by, effort, changes, moves, sets, renews } of person.measures)
    made.push({
      id,
      by,
      effort,
      things: new Map(),
      effects: {
        changes,
        moves,
        sets: sets.map((set) => ({ ...set, condition: set.condition.text })),
        renews: renews.map(({ text }) => text),
      },
    });
  // "Keeping each of them apart is a measure."
  for (const thing of new Set([...person.carried.values()].flat()))
    made.push({
      id: keepElsewhere(thing),
      by: "person",
      effort: 1,
      things: new Map(),
      effects: together([]),
    });
  return made;
}

const keepElsewhere = (thing: string) => `keep-elsewhere(${thing})`;

const isEachOnes = (measure: Measure) => measure.by === "institution" && !measure.perWorld;

/**
 * A common measure each institution takes for itself is for those whose flows it speaks of, by id or with the institution in
 * front, or whose things. "What an institution defines itself goes before the common one of the same name."
 */
function canTake(measure: Measure, { id: institution, flows, measures: own }: Institution): boolean {
  if (own.some(({ id }) => id === measure.id)) return false;
  if (measure.changes.length + measure.sets.length + measure.renews.length > 0) return true;
  const named = [...measure.replaces.keys(), ...measure.removes];
  return flows.some(
    ({ id, measures }) =>
      measures.includes(measure.id) || named.some((each) => each === id || each === `${institution}/${id}`),
  );
}

/** "With the institution in front where two of those that play a part use the name", or one and the common file. */
function isShared({ catalog, institutions }: PlainWorld, id: string): boolean {
  const own = institutions.filter(({ measures }) => measures.some((measure) => measure.id === id)).length;
  const common = catalog.measures
    .filter((measure) => measure.id === id)
    .map((measure) =>
      isEachOnes(measure) ? institutions.filter((institution) => canTake(measure, institution)).length : 1,
    );
  return own + (common[0] ?? 0) > 1;
}

const together = (effects: readonly Effects[]): Effects => ({
  changes: effects.flatMap(({ changes }) => changes),
  moves: effects.flatMap(({ moves }) => moves),
  sets: effects.flatMap(({ sets }) => sets),
  renews: effects.flatMap(({ renews }) => renews),
});

/** What a measure speaks of it finds as the person's things hang together before any measure; what nobody knows it does not find. */
function effectsOf(
  world: PlainWorld,
  { changes, sets, renews }: Measure,
  things: ReadonlyMap<ThingKind, string>,
): Effects {
  const find = ({ variable, relations }: SubjectPath): readonly string[] => {
    let here = [variable === "person" ? "person" : (things.get(variable) ?? "")];
    for (const relation of relations)
      here = here.flatMap((thing) =>
        followed(world, thing, relation)
          .filter(({ guess }) => guess === undefined)
          .map(({ to }) => to),
      );
    return [...new Set(here)];
  };
  return {
    changes: changes.flatMap(({ subject, attribute, value }) =>
      find(subject).map((thing) => ({ thing, attribute, value })),
    ),
    moves: [],
    renews: renews.flatMap(({ kind, subjects }) =>
      combinations(subjects.map(find)).map(
        (found) => `${kind}(${found.join(", ")}.${subjects[0]?.secret ?? ""})`,
      ),
    ),
    sets: sets.flatMap(({ pattern, expires }) =>
      combinations(pattern.subjects.map(find)).map((subjects) => ({
        condition: `${pattern.kind}(${subjects.join(", ")})`,
        ...(expires === undefined ? {} : { expires }),
      })),
    ),
  };
}

// --- things, relations, attributes -------------------------------------------------------------------------------------

interface Followed {
  readonly to: string;
  /** Nobody said so: the relation that is unknown, by whichever end one came (`account.a.line`). */
  readonly guess?: string;
}

const sure = (to: string): Followed => ({ to });
const thingOf = (world: PlainWorld, id: string): Thing | undefined =>
  world.things.find((thing) => thing.id === id);

/**
 * A relation as the person file states it. "What is `unknown` may be any of the things of that kind of the same person"; "a SIM is in a
 * phone or a tablet, or in a device of which nobody says what it is."
 */
function stated(world: PlainWorld, thing: Thing, relation: string): readonly Followed[] {
  const type = thingTypes[thing.kind].relations[relation];
  if (type === undefined || type.back !== undefined || thing.isNew === true) return [];
  const moved = world.moves.get(`${thing.id}.${relation}`);
  if (moved !== undefined) return moved.map(sure);
  const said = thing.relations.get(relation) ?? (type.silent === "unknown" ? "unknown" : []);
  if (said === "unknown")
    return (
      world.things
        .filter(({ kind, isNew }) => kind === type.to && isNew !== true)
        // "A SIM is in no computer, and in nobody else's phone."
        .filter(({ attributes, of }) => {
          if (thing.kind !== "sim" || relation !== "device") return true;
          return (
            of === thing.of && ["unknown", "phone", "tablet"].includes(attributes.get("kind") ?? "unknown")
          );
        })
        .map(({ id }) => ({ to: id, guess: `${thing.id}.${relation}` }))
    );
  return said.map(sure);
}

/** Found once for each world; the world does not change. */
const remembered = new WeakMap<PlainWorld, Map<string, readonly Followed[]>>();

export function followed(world: PlainWorld, id: string, relation: string): readonly Followed[] {
  const known = remembered.get(world) ?? new Map<string, readonly Followed[]>();
  remembered.set(world, known);
  const found = known.get(`${id}.${relation}`) ?? follow(world, id, relation);
  known.set(`${id}.${relation}`, found);
  return found;
}

/** Every relation of the table, those said from the other end included. */
function follow(world: PlainWorld, id: string, relation: string): readonly Followed[] {
  const thing = thingOf(world, id);
  if (thing === undefined) return [];
  const type = thingTypes[thing.kind].relations[relation];
  const every = (kind: ThingKind) => world.things.filter((each) => each.kind === kind);
  const stating = (kind: ThingKind, name: string) =>
    every(kind).flatMap((other) =>
      followed(world, other.id, name)
        .filter(({ to }) => to === id)
        .map((found) => ({ ...found, to: other.id })),
    );
  if (type === undefined) return [];
  if (type.back === "all") return every(type.to).map(({ id: to }) => sure(to));
  // A line is in the device its SIM is in, and the other way round.
  if (thing.kind === "line" && relation === "device")
    return joined(world, followed(world, id, "sim"), "device");
  if (thing.kind === "device" && relation === "lines")
    return joined(world, followed(world, id, "sims"), "line");
  if (type.back !== undefined) {
    const [kind = "", name = ""] = type.back.split(".");
    return stating(kind as ThingKind, name);
  }
  // A device is signed in to its vendor's account; that is the same fact, said at the device.
  if (thing.kind === "account" && relation === "devices") {
    const signedIn = every("device").flatMap((device) =>
      stated(world, device, "account")
        .filter(({ to }) => to === id)
        .map((found) => ({ ...found, to: device.id })),
    );
    return [...stated(world, thing, relation), ...signedIn];
  }
  return stated(world, thing, relation);
}

function joined(world: PlainWorld, first: readonly Followed[], relation: string): readonly Followed[] {
  return first.flatMap(({ to, guess }) =>
    followed(world, to, relation).map((next) => ({ ...(guess === undefined ? {} : { guess }), ...next })),
  );
}

/** Things an institution runs: a SIM is run by its line's carrier, a mailbox without a provider by whoever runs its account. */
function runs(world: PlainWorld, institution: string, thing: Thing): boolean {
  const isOf = (id: string) => thingOf(world, id)?.institution === institution;
  if (thing.kind === "document") return true;
  if (thing.kind === "sim") return followed(world, thing.id, "line").some(({ to }) => isOf(to));
  if (thing.kind === "mailbox" && thing.institution === undefined)
    return followed(world, thing.id, "account").some(({ to }) => isOf(to));
  return thing.institution === institution;
}

/** "The first is assumed where nothing is said"; the institution's defaults and settings come before the table's. */
export function valuesOf(world: PlainWorld, id: string, attribute: string): readonly string[] {
  const changed = world.attributes.get(`${id}.${attribute}`);
  if (changed !== undefined && !isSum(world, id, attribute)) return changed;
  const [before = "unknown"] = valuesAsIs(world, id, attribute);
  if (changed === undefined) return [before];
  // "No measure raises one", and of two that say different sums the greater counts.
  const most = Math.max(...changed.map(Number));
  return [String(before === "unknown" ? most : Math.min(Number(before), most))];
}

/** Whether a measure says a sum: of a flow, or of a thing. */
export const lowersSums = (world: PlainWorld, measure: string): boolean =>
  world.decisions.some(
    ({ id, measure: said, effects }) =>
      id === measure &&
      ([...(said?.replaces.values() ?? [])].some(({ amount }) => amount !== undefined) ||
        effects.changes.some(({ thing, attribute }) => isSum(world, thing, attribute))),
  );

function isSum(world: PlainWorld, id: string, attribute: string): boolean {
  const kind = thingOf(world, id)?.kind;
  return kind !== undefined && isMoney(kind, attribute);
}

function valuesAsIs(world: PlainWorld, id: string, attribute: string): readonly string[] {
  const thing = thingOf(world, id);
  if (thing === undefined) return ["unknown"];
  const institution = world.catalog.institutions.get(thing.institution ?? "");
  const table: { readonly values?: readonly string[] } | undefined = Object.hasOwn(
    thingTypes[thing.kind].attributes,
    attribute,
  )
    ? thingTypes[thing.kind].attributes[attribute]
    : undefined;
  const first = table === undefined ? institution?.settings.get(attribute)?.values[0] : table.values?.[0];
  return [
    thing.attributes.get(attribute) ??
      institution?.defaults.get(thing.kind)?.get(attribute) ??
      first ??
      "unknown",
  ];
}

/** "Every flow that an unknown value might allow is allowed." */
function isAllowed(world: PlainWorld, { when }: Flow, places: Places): boolean {
  return when.every(({ subject, attribute, values }) =>
    valuesOf(world, at(places, subject), attribute).some(
      (value) => value === "unknown" || values.includes(value),
    ),
  );
}

// --- flows after the measures ----------------------------------------------------------------------------------------

interface PlainFlow {
  readonly institution: Institution;
  readonly flow: Flow;
  /** The flow before `gives-less`: which things it concerns is decided by this. */
  readonly whole: Flow;
  readonly more: readonly Asks[];
  /** Is this version the one for these things? */
  readonly isFor: (places: Places) => boolean;
}

/** The flows as the measures in force leave them; for measures of one thing each, a version for each such thing. */
function flowsOf(world: PlainWorld): readonly PlainFlow[] {
  const found: PlainFlow[] = [];
  for (const institution of world.institutions) {
    for (const flow of institution.flows) {
      if (!isInForce({ ...flow.valid, moment: world.asOf })) continue;
      for (const { decisions, isFor } of meant(world, institution, flow)) {
        const inForce = decisions.filter(({ id }) => world.inForce.has(id));
        for (const { flow: changed, whole, more } of rewritten(institution, flow, inForce))
          found.push({ institution, flow: changed, whole, more, isFor });
      }
    }
  }
  return found;
}

/**
 * The decisions that may bear on one flow: of each measure one. A decision about a thing bears on the flow where the
 * flow concerns that thing, or says nothing of that kind of thing; a measure none of whose things the flow concerns plays no part.
 */
function meant(
  world: PlainWorld,
  institution: Institution,
  flow: Flow,
): readonly { readonly decisions: readonly PlainDecision[]; readonly isFor: (places: Places) => boolean }[] {
  const touching = world.decisions.filter((decision) => touches(decision, institution, flow));
  const each = touching
    .filter((first, i) => touching.findIndex((other) => isOneMeasure(first, other)) === i)
    .map((first) => touching.filter((other) => isOneMeasure(first, other)));
  const fits = ({ things }: PlainDecision, places: Places) =>
    [...things].every(([kind, thing]) => (places.get(kind) ?? thing) === thing);
  const options = each.map((decisions) => [
    ...decisions.map((decision) => ({ decision, decisions })),
    { decision: undefined, decisions },
  ]);
  return combinations(options).map((chosen) => ({
    decisions: chosen.flatMap(({ decision }) => decision ?? []),
    isFor: (places) =>
      chosen.every(({ decision, decisions }) =>
        decision === undefined ? !decisions.some((other) => fits(other, places)) : fits(decision, places),
      ),
  }));
}

const isOneMeasure = (a: PlainDecision, b: PlainDecision) =>
  a.measure === b.measure && a.institution === b.institution;

function touches(
  { measure, institution: owner }: PlainDecision,
  institution: Institution,
  flow: Flow,
): boolean {
  return (
    measure !== undefined &&
    (isNamed(measure, owner, institution, flow) || isListed(measure, owner, institution, flow))
  );
}

function isListed(
  measure: Measure,
  owner: string | undefined,
  institution: Institution,
  flow: Flow,
): boolean {
  const hasOwn = institution.measures.some(({ id }) => id === measure.id);
  return (
    flow.measures.includes(measure.id) &&
    (hasOwn ? owner === institution.id : owner === undefined || owner === institution.id)
  );
}

const named = (owner: string | undefined, institution: Institution, flow: Flow) => [
  `${institution.id}/${flow.id}`,
  ...(owner === undefined || owner === institution.id ? [flow.id] : []),
];
const isNamed = (measure: Measure, owner: string | undefined, institution: Institution, flow: Flow) =>
  named(owner, institution, flow).some(
    (name) => measure.replaces.has(name) || measure.removes.includes(name),
  );

/** Replaced first, then what is asked more, given less, later, at fewer hours. Where two replace one key, either may hold. */
function rewritten(
  institution: Institution,
  flow: Flow,
  inForce: readonly PlainDecision[],
): readonly { readonly flow: Flow; readonly whole: Flow; readonly more: readonly Asks[] }[] {
  const measures = inForce.flatMap(({ measure, institution: owner }) =>
    measure === undefined ? [] : [{ measure, owner, names: named(owner, institution, flow) }],
  );
  if (measures.some(({ measure, names }) => names.some((name) => measure.removes.includes(name)))) return [];
  const changes = [...measures]
    .sort((a, b) => (a.measure.id < b.measure.id ? -1 : 1))
    .flatMap(({ measure, names }) => names.flatMap((name) => measure.replaces.get(name) ?? []));
  const orders =
    changes.length === 0
      ? [[]]
      : changes.map((last) => [...changes.filter((change) => change !== last), last]);
  const listed = measures
    .filter(({ measure, owner }) => isListed(measure, owner, institution, flow))
    .map(({ measure }) => measure);
  return orders.map((order) => {
    const replaced: Flow = Object.assign({}, flow, ...order);
    // "No measure raises one."
    const isRaised = flow.amount !== undefined && (replaced.amount ?? 0) > flow.amount;
    const whole: Flow = isRaised ? { ...replaced, amount: flow.amount } : replaced;
    const later = listed.reduce((sum, { delays }) => sum + (delays ?? 0), 0);
    const less = listed.flatMap(({ givesLess }) => givesLess.map(spelt));
    const nights = listed.flatMap(({ onlyHours }) => (onlyHours === undefined ? [] : [onlyHours]));
    const delay =
      later === 0
        ? whole.delay
        : {
            tells: [],
            ...whole.delay,
            takes: {
              min: (whole.delay?.takes.min ?? 0) + later,
              likely: (whole.delay?.takes.likely ?? 0) + later,
              max: (whole.delay?.takes.max ?? 0) + later,
            },
          };
    const hours = [...(whole.hours === undefined ? [] : [whole.hours]), ...nights];
    const changed: Flow = {
      ...whole,
      gives: whole.gives.filter((given) => !less.includes(spelt(given))),
      ...(delay === undefined ? {} : { delay }),
    };
    return {
      flow: hours.length === 0 ? changed : { ...changed, hours: hours.reduce(openInBoth) },
      whole,
      more: listed.flatMap(({ asksMore }) => asksMore),
    };
  });
}

const spelt = ({ kind, subjects }: CapabilityPattern) =>
  `${kind}(${subjects.map(({ variable, relations, secret }) => [variable, ...relations, secret].join(".")).join()})`;
const openInBoth = (a: Windows, b: Windows): Windows =>
  a
    .flatMap(([from, to]) =>
      b.map(([otherFrom, otherTo]) => [Math.max(from, otherFrom), Math.min(to, otherTo)] as const),
    )
    .filter(([from, to]) => from < to);

/** Every way to meet what is asked. */
function alternatives(asks: Asks): readonly (readonly CapabilityPattern[])[] {
  if (asks.kind === "capability") return [[asks.pattern]];
  if (asks.kind === "any") return asks.parts.flatMap(alternatives);
  // "So many different ones of several": a word that may name several things counts for each.
  if (asks.kind === "some")
    return chosenOf(asks.atLeast, asks.parts).flatMap((parts) =>
      combinations(
        parts.map((part, nth) => {
          const isTwice = parts.filter((each) => each === part).length > 1;
          return alternatives(part).map((way) => way.map((each) => chosenAs(each, asks, nth, isTwice)));
        }),
      ).map((chosen) => chosen.flat()),
    );
  return combinations(asks.parts.map(alternatives)).map((parts) => parts.flat());
}

/** A pattern that is one of so many: of which list, and which of it. */
interface Chosen extends CapabilityPattern {
  readonly list?: Asks;
  readonly chosenAs?: number;
}

/** Its many-fold relations are told apart where the same word is chosen twice; what stands in a list of its own stays there. */
function chosenAs(pattern: Chosen, list: Asks, nth: number, isTwice: boolean): Chosen {
  if (pattern.list !== undefined) return pattern;
  const subjects = pattern.subjects.map((path) =>
    isTwice && isManyFold(path) ? { ...path, nth: `${nth} of ${JSON.stringify(list)}` } : path,
  );
  return { ...pattern, subjects, list, chosenAs: nth };
}

const isManyFold = ({ variable, relations }: SubjectPath): boolean => {
  let kind: ThingKind = variable;
  return relations.some((name) => {
    const relation = thingTypes[kind].relations[name];
    kind = relation?.to ?? kind;
    return relation?.many === true;
  });
};

/** Lists of so many parts in their order; one that may name several things as often as wanted. */
function chosenOf(count: number, parts: readonly Asks[]): readonly (readonly Asks[])[] {
  if (count === 0) return [[]];
  return parts.flatMap((part, i) => {
    return chosenOf(count - 1, parts.slice(namesSeveral(part) ? i : i + 1)).map((rest) => [part, ...rest]);
  });
}

const namesSeveral = (part: Asks): boolean =>
  part.kind === "capability"
    ? part.pattern.subjects.some(isManyFold)
    : part.kind === "all" && part.parts.some(namesSeveral);

/** No two of those chosen from one list come to the same. */
function areTwo(asked: readonly Chosen[], places: Places): boolean {
  return [...new Set(asked.map(({ list }) => list))].every((list) => {
    const texts = new Map<number, string>();
    for (const pattern of asked)
      if (list !== undefined && pattern.list === list && pattern.chosenAs !== undefined)
        texts.set(pattern.chosenAs, `${texts.get(pattern.chosenAs) ?? ""} ${said(pattern, places)}`);
    return new Set(texts.values()).size === texts.size;
  });
}

// --- which things a flow concerns --------------------------------------------------------------------------------------

/** What stands where: by path text, `card` and `card.reserved-line`. */
export type Places = ReadonlyMap<string, string>;

const textOf = ({ variable, relations, nth }: SubjectPath) =>
  stepsOfPath(variable, relations, nth).at(-1) ?? "";

/** Of several things one relation leads to each has a place of its own. */
function stepsOfPath(variable: ThingKind, relations: readonly string[], nth?: string): readonly string[] {
  let kind: ThingKind = variable;
  let isMany = false;
  return [variable, ...relations].map((name, i, all) => {
    if (i > 0) {
      const relation = thingTypes[kind].relations[name];
      isMany ||= relation?.many === true;
      kind = relation?.to ?? kind;
    }
    const text = all.slice(0, i + 1).join(".");
    return nth !== undefined && isMany ? `${text}#${nth}` : text;
  });
}
const at = (places: Places, path: SubjectPath) => places.get(textOf(path)) ?? "";

/** What a place must be: one of these things, the same as another place, or what a relation of another place leads to. */
type Must =
  | { readonly place: string; readonly among: readonly string[] }
  | { readonly place: string; readonly same: string }
  | { readonly place: string; readonly from: string; readonly relation: string };

export interface Concern {
  readonly world: PlainWorld;
  readonly institution: Institution;
  readonly flow: Flow;
  readonly main: ThingKind | undefined;
  /** Rule 4: this alternative asks something of the card. */
  readonly asksOfCard: boolean;
  /** The main thing itself is being found: what its own `for` begins at cannot hang on it. */
  readonly isBeginning?: boolean;
  /** What the flow asks is being found: whoever opens something names the number, the phone, the mailbox it goes by. */
  readonly isAsked?: boolean;
}

/** Rule 1: what it speaks of, in this order. */
function mentionedIn(flow: Flow): ReadonlySet<ThingKind> {
  const mentioned = new Set<ThingKind>();
  const mention = (kind: ThingKind) => kind === "person" || mentioned.add(kind);
  const patterns = [
    ...alternatives(flow.asks).flat(),
    ...flow.gives,
    ...flow.sets.map(({ pattern }) => pattern),
    ...flow.clears,
    ...flow.unless,
    ...(flow.while ?? []),
  ];
  for (const { subjects } of patterns) for (const { variable } of subjects) mention(variable);
  for (const kind of flow.when.map(({ subject }) => subject.variable).toSorted()) mention(kind);
  const ranged = new Set<ThingKind>();
  for (const { variable, over, whose } of flow.ranges) {
    if (whose !== undefined) ranged.add(variable);
    for (const path of over) ranged.add(path.variable);
  }
  for (const kind of [...ranged].toSorted()) mention(kind);
  return mentioned;
}

/** Rule 1: rather one that `for` does not tie to another variable. */
function mainOf({ provides }: Institution, flow: Flow): ThingKind | undefined {
  const mentioned = [...mentionedIn(flow)];
  const range = (kind: ThingKind) => flow.ranges.find(({ variable }) => variable === kind);
  const candidates = provides.length === 0 ? mentioned : provides.filter((kind) => mentioned.includes(kind));
  return (
    candidates.find((kind) => range(kind)?.over.every((path) => path.variable === "person") ?? true) ??
    candidates[0]
  );
}

/** Rules 1 to 6: what a variable stands for; several where `for` gives a list of relations. */
function meanings(
  concern: Concern,
  variable: ThingKind,
): readonly { readonly must: Must; readonly path?: SubjectPath; readonly own?: true }[] {
  const { world, institution, flow, main } = concern;
  const range = flow.ranges.find((each) => each.variable === variable);
  const ofKind = world.things.filter(({ kind }) => kind === variable);
  const among = (things: readonly Thing[]) => [
    { must: { place: variable, among: things.map(({ id }) => id) } },
  ];
  if (variable === "person") return among(ofKind);
  if (range?.whose === "new")
    return among(ofKind.filter(({ isNew, institution: at }) => isNew === true && at === institution.id));
  if (range !== undefined && range.over.length > 0)
    return range.over.map((path) => ({ must: { place: variable, same: textOf(path) }, path }));
  const all = ofKind.filter(({ isNew }) => !(range?.whose === "own" && isNew === true));
  const here = institution.provides.includes(variable)
    ? all.filter((thing) => runs(world, institution.id, thing))
    : all;
  if (variable === main) return among(here);
  if (variable === "card" && concern.asksOfCard) return among(all);
  const way = main === undefined || concern.isBeginning === true ? undefined : hangsOn[main]?.[variable];
  if (main === undefined || way === undefined) return among(here);
  const path: SubjectPath = { variable: main, relations: way, kind: variable };
  return [
    {
      must: { place: variable, same: textOf(path) },
      path,
      ...(variable === "account" && institution.provides.includes("account") ? { own: true } : {}),
    },
  ];
}

/** Places, the kind of thing each wants, and what they must be. */
interface Plan {
  readonly places: ReadonlyMap<string, ThingKind>;
  readonly musts: readonly Must[];
  readonly todo: readonly SubjectPath[];
}

/** Every way to put things in the places these paths speak of, beside what stands already. */
export function placings(concern: Concern, paths: readonly SubjectPath[], given: Places): readonly Places[] {
  const plans: Plan[] = [{ places: new Map(), musts: [], todo: paths }];
  const found: Places[] = [];
  for (const plan of plans) {
    const [path, ...todo] = plan.todo;
    if (path === undefined) found.push(...fill(concern, plan, given));
    else if (plan.places.has(path.variable) || given.has(path.variable))
      plans.push({ ...walk(plan, path, given), todo });
    else {
      for (const { must, path: other, own } of meanings(concern, path.variable)) {
        const here = concern.world.things
          .filter((thing) => runs(concern.world, concern.institution.id, thing))
          .map(({ id }) => id);
        const musts = [...plan.musts, must, ...(own === true ? [{ place: path.variable, among: here }] : [])];
        plans.push({
          places: new Map([...plan.places, [path.variable, path.variable]]),
          musts,
          todo: [...(other === undefined ? [] : [other]), path, ...todo],
        });
      }
    }
  }
  return unique(found);
}

/** The places a path leads through. */
function walk(
  { places, musts }: Plan,
  { variable, relations, nth }: SubjectPath,
  given: Places,
): Pick<Plan, "places" | "musts"> {
  const more = new Map(places);
  const all = [...musts];
  let kind: ThingKind = variable;
  let from: string = variable;
  const steps = stepsOfPath(variable, relations, nth);
  for (const [i, relation] of relations.entries()) {
    kind = thingTypes[kind].relations[relation]?.to ?? kind;
    const place = steps[i + 1] ?? "";
    if (!more.has(place) && !given.has(place)) {
      more.set(place, kind);
      all.push({ place, from, relation });
    }
    from = place;
  }
  return { places: more, musts: all };
}

/** All things in all places, kept where every place is what it must be. */
function fill(
  concern: Concern,
  { places, musts }: Pick<Plan, "places" | "musts">,
  given: Places,
): readonly Places[] {
  let filled: readonly Places[] = [given];
  for (const [place, kind] of places) {
    filled = filled.flatMap((each) =>
      concern.world.things
        .filter((thing) => thing.kind === kind)
        .map((thing) => new Map([...each, [place, thing.id]])),
    );
    filled = filled.filter((each) => musts.every((must) => isMet(concern, must, each)));
  }
  return filled;
}

/** A must about places that are not filled yet is met for now. */
function isMet({ world, institution, isAsked }: Concern, must: Must, places: Places): boolean {
  const here = places.get(must.place);
  if (here === undefined) return true;
  if ("among" in must) return must.among.includes(here);
  const other = places.get("same" in must ? must.same : must.from);
  if (other === undefined) return true;
  if ("same" in must) return other === here;
  const thing = thingOf(world, other);
  if (thing?.isNew !== true) return followed(world, other, must.relation).some(({ to }) => to === here);
  // Nothing hangs on what is only opened, but whoever opens it says how to be reached.
  const kind = thingTypes[thing.kind].relations[must.relation]?.to;
  const isNamed = kind !== undefined && ["line", "sim", "mailbox", "device"].includes(kind);
  const named = thingOf(world, here);
  return (
    isAsked === true && institution.id !== "things" && isNamed && named?.kind === kind && named.isNew !== true
  );
}

const unique = (all: readonly Places[]): readonly Places[] => [
  ...new Map(all.map((places) => [JSON.stringify([...places].sort()), places])).values(),
];

export const said = ({ kind, subjects }: CapabilityPattern, places: Places) =>
  `${kind}(${subjects.map((path) => [at(places, path), ...(path.secret === undefined ? [] : [path.secret])].join(".")).join(", ")})`;

// --- running ------------------------------------------------------------------------------------------------------------

/** One flow run once, for certain things: what it takes to run, and one thing that comes of it. */
export interface Deed {
  /** `institution/flow`. */
  readonly flow: string;
  readonly asks: readonly string[];
  /** Conditions that must not be set. */
  readonly unless: readonly string[];
  /** Conditions that must be set. */
  readonly while: readonly string[];
  readonly gives?: string;
  readonly clears?: string;
  readonly minutes: number;
  readonly hours?: Windows;
}

/** Everything anybody could do in this world, could they meet what is asked. */
export function plainDeeds(question: Omit<PlainQuestion, "held">): readonly Deed[] {
  return deedsOf(plainWorld(question));
}

/** Conditions set at the start, for how many minutes. */
export function conditionsSet(question: Omit<PlainQuestion, "held">): ReadonlyMap<string, number> {
  return plainWorld(question).set;
}

/** Conditions that are set at the start, or that somebody can set: an audit takes `while` as met for them. */
export function conditionsThatCanBeSet(question: Omit<PlainQuestion, "held">): ReadonlySet<string> {
  const world = plainWorld(question);
  const set = runsOf(world).flatMap(({ flow, concern, places }) =>
    flow.sets.flatMap(({ pattern }) =>
      outcomes(concern, pattern, places).map(([, there]) => said(pattern, there)),
    ),
  );
  return new Set([...world.set.keys(), ...set]);
}

function deedsOf(world: PlainWorld): readonly Deed[] {
  const deeds: Deed[] = [];
  for (const { institution, flow, concern, asked, places } of runsOf(world)) {
    const run = {
      flow: `${institution.id}/${flow.id}`,
      asks: asked.map((pattern) => said(pattern, places)),
      while: (flow.while ?? []).map((pattern) => said(pattern, places)),
      minutes: flow.takes.min + (flow.delay?.takes.min ?? 0),
      ...(flow.hours === undefined ? {} : { hours: flow.hours }),
    };
    for (const pattern of flow.gives)
      for (const [unless, there] of outcomes(concern, pattern, places))
        deeds.push({ ...run, unless, gives: said(pattern, there) });
    for (const pattern of flow.clears)
      for (const [unless, there] of outcomes(concern, pattern, places))
        deeds.push({ ...run, unless, clears: said(pattern, there) });
  }
  for (const group of sameSecretsIn(world))
    for (const one of group)
      for (const other of group)
        deeds.push({
          flow: "things/same-secret",
          asks: [one.text],
          unless: [],
          while: [],
          gives: other.text,
          minutes: 0,
        });
  for (const bag of bagsOf(world))
    for (const one of bag)
      for (const other of bag)
        deeds.push({
          flow: "things/taken-together",
          asks: [`possess(${one})`],
          unless: [],
          while: [],
          gives: `possess(${other})`,
          minutes: 0,
        });
  return deeds;
}

/** "One that is changed is the same as none." */
export const sameSecretsIn = ({ person, renewed }: Pick<PlainWorld, "person" | "renewed">) =>
  person.sameSecret.map((group) => group.filter(({ text }) => !renewed.has(text)));

/** Of each bag what nobody keeps elsewhere. */
export const bagsOf = ({
  person,
  inForce,
}: Pick<PlainWorld, "person" | "inForce">): readonly (readonly string[])[] =>
  [...person.carried.values()].map((bag) => bag.filter((thing) => !inForce.has(keepElsewhere(thing))));

/**
 * "Whoever takes the rest has it not, and whoever takes it has not the rest. Of what is held the first of a bag counts as
 * taken, the others as taken along."
 */
function takenApart(
  world: Pick<PlainWorld, "person" | "inForce">,
  held: readonly string[],
): readonly string[] {
  const thingOf = (text: string) => (text.startsWith("possess(") ? text.slice(8, -1) : "");
  const along = new Set(
    held.filter((text, i) =>
      [...world.person.carried.values()].some(
        (bag) =>
          bag.includes(thingOf(text)) && held.slice(0, i).some((before) => bag.includes(thingOf(before))),
      ),
    ),
  );
  const isKept = [...along].some((text) => world.inForce.has(keepElsewhere(thingOf(text))));
  const isLeft = held.some((text) => world.inForce.has(keepElsewhere(thingOf(text))));
  if (!isKept && !isLeft) return held;
  const taken = new Set(held.filter((text) => !along.has(text)).map(thingOf));
  for (const _ of held)
    for (const bag of bagsOf(world))
      if (bag.some((thing) => taken.has(thing))) for (const thing of bag) taken.add(thing);
  return held.filter((text) => !along.has(text) || taken.has(thingOf(text)));
}

/** "Whoever knew the old one knows nothing, but what it is the same as and was not changed too." */
export function stillHeld(
  world: Pick<PlainWorld, "person" | "renewed" | "inForce">,
  atFirst: readonly string[],
): readonly string[] {
  const { renewed } = world;
  const { sameSecret } = world.person;
  const held = takenApart(world, atFirst);
  const old = new Set(held.filter((text) => renewed.has(text)));
  for (const _ of sameSecret)
    for (const group of sameSecret)
      if (group.some(({ text }) => old.has(text))) for (const { text } of group) old.add(text);
  return [...new Set([...held, ...old])].filter((text) => !renewed.has(text));
}

/** One way of running one flow, for the things that must be there for it to run. */
export interface Run {
  readonly institution: Institution;
  /** As the measures in force leave it. */
  readonly flow: Flow;
  readonly concern: Concern;
  /** One way to meet what is asked, what measures ask more included. */
  readonly asked: readonly CapabilityPattern[];
  readonly places: Places;
}

export function runsOf(world: PlainWorld): readonly Run[] {
  const runs: Run[] = [];
  for (const { institution, flow, whole, more, isFor } of flowsOf(world)) {
    const main = mainOf(institution, whole);
    for (const own of alternatives(flow.asks)) {
      const asksOfCard = own.some(({ subjects }) => subjects.some(({ variable }) => variable === "card"));
      const concern: Concern = { world, institution, flow, main, asksOfCard };
      for (const extra of combinations(more.map(alternatives))) {
        const asked = [...own, ...extra.flat()];
        const paths = [
          ...asked.flatMap(({ subjects }) => subjects),
          ...flow.when.map(({ subject }) => subject),
          ...(flow.while ?? []).flatMap(({ subjects }) => subjects),
        ];
        for (const places of beginnings(concern).flatMap((begun) =>
          placings({ ...concern, isAsked: true }, paths, begun),
        ))
          if (isFor(places) && areTwo(asked, places) && isAllowed(world, flow, places))
            runs.push({ institution, flow, concern, asked, places });
      }
    }
  }
  return runs;
}

/** Rules 1 and 2: the main thing; "`person` is the person; on a helper's thing it is the helper". */
function beginnings(concern: Concern): readonly Places[] {
  const { world, main } = concern;
  const alone = new Map([["person", "person"]]);
  if (main === undefined) return [alone];
  return placings(
    { ...concern, isBeginning: true, isAsked: true },
    [{ variable: main, relations: [], kind: main }],
    alone,
  ).map((places) => {
    const helper = thingOf(world, places.get(main) ?? "")?.of;
    return helper === undefined ? places : new Map([...places, ["person", `person.${helper}`]]);
  });
}

/** What one given thing concerns, and the conditions that stop it: each thing only `unless` speaks of is one way. */
export function outcomes(
  concern: Concern,
  pattern: CapabilityPattern,
  places: Places,
): readonly (readonly [readonly string[], Places])[] {
  let ways: readonly (readonly [readonly string[], Places])[] = placings(
    concern,
    pattern.subjects,
    places,
  ).map((there) => [[], there]);
  for (const condition of concern.flow.unless) {
    ways = ways.flatMap(([unless, there]) => {
      const found = placings(concern, condition.subjects, there);
      return found.length === 0
        ? [[unless, there] as const]
        : found.map((further) => [[...unless, said(condition, further)], further] as const);
    });
  }
  return ways;
}

/** One of each, in every combination; of nothing there is one. */
function combinations<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  let made: readonly (readonly T[])[] = [[]];
  for (const list of lists) made = made.flatMap((each) => list.map((item) => [...each, item]));
  return made;
}
