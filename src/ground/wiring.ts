/**
 * How one person's things hang together, with the institutions' defaults and the measures that would change it.
 *
 * A relation leads to *edges*: the thing it leads to, under which measures that is so, and whether we only assume it
 * because the person file says `unknown`. An attribute has a value and the measures that would give it another. So a
 * rule grounded through the wiring knows on which measures it depends, and nothing has to be grounded twice.
 */
import type { Catalog } from "../catalog/index.ts";
import {
  append,
  type ChoiceId,
  compareText,
  type Institution,
  type ThingKind,
  thingTypes,
} from "../model/index.ts";
import { type Person, type Thing, type ThingId, thingsOf } from "../person/index.ts";
import { chosen, type Guard, joinGuards, notChosen } from "./guard.ts";

export interface Edge {
  readonly to: ThingId;
  readonly guard: Guard;
  /** What we take for possible because nobody said: `card.x: reserved-line unknown`. */
  readonly assumed?: string;
}

export interface AttributeChange {
  readonly choice: ChoiceId;
  readonly value: string;
}

export interface RelationMove {
  readonly choice: ChoiceId;
  /** Absent: nothing, the relation is given up. */
  readonly to?: ThingId;
}

/** What measures would do to the wiring, by `thing.attribute` and `thing.relation`. */
export interface WiringChanges {
  readonly attributes: ReadonlyMap<string, readonly AttributeChange[]>;
  readonly moves: ReadonlyMap<string, readonly RelationMove[]>;
}

export interface Wiring {
  readonly things: ReadonlyMap<ThingId, Thing>;
  follow(thing: ThingId, relation: string): readonly Edge[];
  /** The value as it is, before any measure. */
  valueOf(thing: ThingId, attribute: string): string;
  changesOf(thing: ThingId, attribute: string): readonly AttributeChange[];
}

interface Wired {
  readonly person: Person;
  readonly catalog: Catalog;
  /** What is opened in the person's name on the way: theirs like all else. */
  readonly newThings: readonly Thing[];
  /** What whoever runs a flow may come with; nobody's relations lead there. Absent: nothing. */
  readonly theirs?: readonly Thing[];
  readonly changes: WiringChanges;
}

export function wire({ person, catalog, newThings, theirs = [], changes }: Wired): Wiring {
  const things = new Map(person.things);
  for (const thing of [...newThings, ...theirs]) if (!things.has(thing.id)) things.set(thing.id, thing);
  const ofKind = new Map<ThingKind, readonly Thing[]>();
  const listed = (kind: ThingKind): readonly Thing[] => {
    const known = ofKind.get(kind);
    if (known !== undefined) return known;
    const found = [...thingsOf(person, kind), ...newThings.filter((thing) => thing.kind === kind)].sort(
      (a, b) => compareText(a.id, b.id),
    );
    ofKind.set(kind, found);
    return found;
  };

  /** Edges as the file states them, with the measures that move them. */
  function stated(thing: Thing, relation: string): readonly Edge[] {
    const type = thingTypes[thing.kind].relations[relation];
    if (type === undefined || thing.isNew === true) return [];
    const moves = changes.moves.get(`${thing.id}.${relation}`) ?? [];
    const guard = moves.map(({ choice }) => notChosen(choice));
    const targets = thing.relations.get(relation) ?? (type.silent === "unknown" ? "unknown" : []);
    const base: Edge[] =
      targets === "unknown"
        ? listed(type.to)
            .filter((other) => other.isNew !== true && isAmong(other, thing, type))
            .map(({ id }) => ({ to: id, guard, assumed: `${thing.id}: ${relation}` }))
        : targets.map((to) => ({ to, guard }));
    return [
      ...base,
      ...moves.flatMap(({ choice, to }) => (to === undefined ? [] : [{ to, guard: [chosen(choice)] }])),
    ];
  }

  /** For each `kind.relation` that something mirrors: its edges turned round, made once. */
  const turned = new Map<string, ReadonlyMap<ThingId, readonly Edge[]>>();
  function mirrored(name: string): ReadonlyMap<ThingId, readonly Edge[]> {
    const known = turned.get(name);
    if (known !== undefined) return known;
    const [kind = "person", relation = ""] = name.split(".") as [ThingKind, string];
    const back = new Map<ThingId, Edge[]>();
    for (const thing of listed(kind)) {
      for (const { to, ...rest } of edges(thing, relation)) {
        append(back, to, { to: thing.id, ...rest });
      }
    }
    turned.set(name, back);
    return back;
  }

  /** A relation as stated, and the one fact said from the other end: a device whose vendor account this is, is signed in to it. */
  function edges(thing: Thing, relation: string): readonly Edge[] {
    const own = stated(thing, relation);
    if (thing.kind !== "account" || relation !== "devices") return own;
    const through = listed("device").flatMap((device) =>
      stated(device, "account")
        .filter(({ to }) => to === thing.id)
        .map((edge) => ({ ...edge, to: device.id })),
    );
    return [
      ...own,
      ...through.filter(
        ({ to }) =>
          !own.some((edge) => edge.to === to && edge.guard.length === 0 && edge.assumed === undefined),
      ),
    ];
  }

  function follow(id: ThingId, relation: string): readonly Edge[] {
    const thing = things.get(id);
    const type = thing === undefined ? undefined : thingTypes[thing.kind].relations[relation];
    if (thing === undefined || type === undefined) return [];
    if (type.back === "all") return listed(type.to).map(({ id: to }) => ({ to, guard: [] }));
    if (type.back === undefined) return edges(thing, relation);
    if (thing.kind === "line" && relation === "device") return chain(id, ["sim", "device"]);
    if (thing.kind === "device" && relation === "lines") return chain(id, ["sims", "line"]);
    return mirrored(type.back).get(id) ?? [];
  }

  function chain(id: ThingId, relations: readonly string[]): readonly Edge[] {
    let reached: readonly Edge[] = [{ to: id, guard: [] }];
    for (const relation of relations)
      reached = reached.flatMap((edge) => follow(edge.to, relation).map((next) => joinEdges(edge, next)));
    return reached;
  }

  function valueNow(id: ThingId, attribute: string): string {
    const thing = things.get(id);
    if (thing === undefined) return "unknown";
    const own = thing.attributes.get(attribute);
    if (own !== undefined) return own;
    const institution =
      thing.institution === undefined ? undefined : catalog.institutions.get(thing.institution);
    return (
      institution?.defaults.get(thing.kind)?.get(attribute) ?? defaultOf(thing.kind, attribute, institution)
    );
  }

  return {
    things,
    follow,
    valueOf: valueNow,
    changesOf: (id, attribute) => changes.attributes.get(`${id}.${attribute}`) ?? [],
  };
}

/** Does the institution run this thing? A SIM is run by its line's carrier, a mailbox by whoever runs its account; nobody is said to have issued a document. */
export function isRunBy({ things, follow }: Wiring, id: ThingId, institution: string): boolean {
  const thing = things.get(id);
  const through =
    thing?.kind === "sim"
      ? "line"
      : thing?.kind === "mailbox" && thing.institution === undefined
        ? "account"
        : undefined;
  if (through !== undefined)
    return follow(id, through).some(({ to }) => things.get(to)?.institution === institution);
  return thing?.kind === "document" || thing?.institution === institution;
}

function defaultOf(kind: ThingKind, attribute: string, institution: Institution | undefined): string {
  const builtIn = Object.hasOwn(thingTypes[kind].attributes, attribute)
    ? thingTypes[kind].attributes[attribute]
    : undefined;
  if (builtIn !== undefined) return builtIn.values?.[0] ?? "unknown";
  return institution?.settings.get(attribute)?.values[0] ?? "unknown";
}

function joinEdges(first: Edge, second: Edge): Edge {
  const assumed = [first.assumed, second.assumed].filter((each) => each !== undefined).join("; ");
  return {
    to: second.to,
    guard: joinGuards(first.guard, second.guard),
    ...(assumed === "" ? {} : { assumed }),
  };
}

/** Could it be that one, where it is not known which? A SIM is in no computer, and in nobody else's phone. */
function isAmong(
  { of, attributes }: Thing,
  whose: Thing,
  { among }: (typeof thingTypes)[Thing["kind"]]["relations"][string],
): boolean {
  if (among === undefined) return true;
  const value = attributes.get(among.attribute) ?? "unknown";
  return of === whose.of && (value === "unknown" || among.values.includes(value));
}
