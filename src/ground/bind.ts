/**
 * Which things one way of running a flow concerns: variables bound to a person's things.
 *
 * A binding is built up path by path: `card.reserved-line` is bound where `card` is and one step further. Each step
 * carries its guard (measures on which the wiring depends) and what it assumed. A path that leads nowhere leaves no
 * binding: what hangs on a mailbox the person does not have is not a way.
 */
import {
  at,
  type Capability,
  type CapabilityPattern,
  capability,
  firstOfMany,
  hangsOn,
  type Institution,
  physics,
  type Range,
  type SubjectPath,
  type ThingKind,
  thingKinds,
  thingTypes,
  type When,
} from "../model/index.ts";
import { newThing, type StandIn, theirThing, themselves } from "./brought.ts";
import { chosen, type Guard, isPossible, joinGuards, notChosen } from "./guard.ts";
import type { Room } from "./room-left.ts";
import { type Edge, isRunBy, type Wiring } from "./wiring.ts";

export interface Binding {
  /** By path text (`card`, `card.reserved-line`): the thing it stands for. */
  readonly things: ReadonlyMap<string, string>;
  readonly guard: Guard;
  readonly assumed: readonly string[];
  /** A thing in nobody's file stands for one of these, and no flow says that it may. */
  readonly standsIn?: StandIn;
}

export const emptyBinding: Binding = { things: new Map([["person", "person"]]), guard: [], assumed: [] };

/** What decides where a variable runs. */
export interface Scope {
  readonly wiring: Wiring;
  readonly institution: Institution;
  /** The flow's main variable, when it has one. */
  readonly main: ThingKind | undefined;
  readonly ranges: readonly Range[];
  /** The flow itself asks something of the card (what measures ask more left out), so any card of the person may be meant. */
  readonly asksOfCard: boolean;
  /** Whether what no flow says of whose things may be meant counts as possible. */
  readonly hasStandIns: boolean;
  /**
   * What is bound now is what the flow asks: whoever opens something names the number, the phone and the mailbox it goes
   * by. Of what it only gives, or what might stop it, nobody is asked.
   */
  readonly isAsked: boolean;
  /** How many combinations of things may still be looked at; asked before each is made. */
  readonly room: Room;
}

/** All ways to bind these paths, beginning with what is bound already. None once there is no room left. */
export function bindAll(
  scope: Scope,
  paths: readonly Walk[],
  start: readonly Binding[] = [emptyBinding],
): readonly Binding[] {
  let bindings = start;
  for (const path of paths)
    bindings = eachWithin(scope, bindings, (binding) => bindPath(scope, binding, path));
  return bindings;
}

/** What comes of each binding, as long as there is room for it. */
function eachWithin(
  { room }: Scope,
  bindings: readonly Binding[],
  next: (binding: Binding) => readonly Binding[],
): readonly Binding[] {
  const made: Binding[] = [];
  for (const binding of bindings) {
    const found = next(binding);
    if (!room.take(found.length)) return [];
    for (const each of found) made.push(each);
  }
  return made;
}

/** The thing a path leads to, without the secret behind it, made ready for being walked. */
export interface Walk extends Pick<SubjectPath, "variable" | "relations"> {
  /** `card`, `card.reserved-line`: the text of each part of the way, the last that of the thing. */
  readonly texts: readonly string[];
  /** The last of them: what a binding has the thing by. */
  readonly text: string;
}

/** What is a function of its path, worked out once: the same few thousand paths are walked in every world. */
const walksKnown = new WeakMap<SubjectPath, Walk>();

export function walkOf(path: SubjectPath): Walk {
  const known = walksKnown.get(path);
  if (known !== undefined) return known;
  const walk = walkTo(path.variable, path.relations, path.nth);
  walksKnown.set(path, walk);
  return walk;
}

/** Of several things that one relation leads to each has a place of its own, from that relation on. */
function walkTo(variable: ThingKind, relations: readonly string[], nth?: string): Walk {
  const many = nth === undefined ? Infinity : firstOfMany({ variable, relations });
  const texts = [variable, ...relations].map((_, i, all) => {
    const text = all.slice(0, i + 1).join(".");
    return i > many ? `${text}#${nth}` : text;
  });
  return { variable, relations, texts, text: at(texts, texts.length - 1) };
}

/** To the variable itself, by its kind. */
export const walkToItself = Object.fromEntries(
  thingKinds.map((kind) => [kind, walkTo(kind, [])]),
) as Readonly<
  Record<ThingKind, Walk> // One for each kind, as the line says.
>;

/** By main variable, to what hangs on it. */
const walksHanging = new Map(
  Object.entries(hangsOn).map(([main, hanging]) => [
    main,
    new Map(
      Object.entries(hanging).map(([kind, relations]) => [kind, walkTo(main as ThingKind, relations)]), // A key of `hangsOn`.
    ),
  ]),
);

/** A capability pattern with its ways made ready. */
export interface PatternWalks {
  readonly walks: readonly Walk[];
  readonly secret: string | undefined;
}

const patternWalksKnown = new WeakMap<CapabilityPattern, PatternWalks>();

export function patternWalks(pattern: CapabilityPattern): PatternWalks {
  const known = patternWalksKnown.get(pattern);
  if (known !== undefined) return known;
  const { subjects } = pattern;
  const made = {
    walks: subjects.map(walkOf),
    secret: subjects.find(({ secret }) => secret !== undefined)?.secret,
  };
  patternWalksKnown.set(pattern, made);
  return made;
}

/** A capability of the things of a binding; every path must be bound. */
export function boundCapability(pattern: CapabilityPattern, binding: Binding): Capability {
  const { walks, secret } = patternWalks(pattern);
  return capability({ kind: pattern.kind, things: walks.map((walk) => thingAt(binding, walk)), secret });
}

/** The thing a path stands for; a path that is not bound is a fault of ours. */
export function thingAt({ things }: Binding, { text }: Walk): string {
  const thing = things.get(text);
  if (thing === undefined) throw new Error(`nothing is bound to \`${text}\``);
  return thing;
}

/** `open`: variables on the way to being bound; one met again is in a circle and is taken from all there are. */
function bindPath(
  scope: Scope,
  binding: Binding,
  { variable, relations, texts }: Walk,
  open: readonly ThingKind[] = [],
): readonly Binding[] {
  let bindings = bindVariable(scope, binding, variable, open);
  for (const [i, relation] of relations.entries()) {
    const [from, to] = [at(texts, i), at(texts, i + 1)];
    bindings = eachWithin(scope, bindings, (each) => {
      if (each.things.has(to)) return [each];
      const here = each.things.get(from);
      if (here === undefined) throw new Error(`nothing is bound to \`${from}\``);
      return edgesFrom(scope, here, relation).flatMap((edge) => extend(each, to, edge));
    });
  }
  return bindings;
}

function bindVariable(
  scope: Scope,
  binding: Binding,
  variable: ThingKind,
  open: readonly ThingKind[],
): readonly Binding[] {
  if (binding.things.has(variable)) return [binding];
  const { wiring, main, institution } = scope;
  const range = scope.ranges.find((each) => each.variable === variable);
  const inner = [...open, variable];
  /** The variable is whatever a path leads to; both are the same thing from then on. */
  const sameAs = (walk: Walk, isFit: (edge: Edge) => boolean = () => true) =>
    bindPath(scope, binding, walk, inner).flatMap((each) => {
      const found = each.things.get(walk.text);
      return found === undefined || !isFit({ to: found, guard: [] })
        ? []
        : extend(each, variable, { to: found, guard: [] });
    });
  if (range?.whose === "new") {
    const to = newThing(variable, institution);
    return wiring.things.has(to) ? extend(binding, variable, { to, guard: [] }) : [];
  }
  if (range?.whose === "theirs")
    return extend(binding, variable, { to: theirThing(variable, institution), guard: [] });
  if (range !== undefined && range.over.length > 0 && !open.includes(variable))
    return range.over.flatMap((path) => sameAs(walkOf(path)));

  const all = wiring
    .follow("person", pluralOf(variable))
    .filter(({ to }) => !(range?.whose === "own" && wiring.things.get(to)?.isNew === true));
  const theirs =
    scope.hasStandIns && range?.whose !== "own" && institution.id !== physics && variable !== "person"
      ? extend({ ...binding, standsIn: "theirs" }, variable, {
          to: theirThing(variable, institution),
          guard: [],
        })
      : [];
  const isHere = ({ to }: Edge) => isRunBy(wiring, to, scope.institution.id);
  const isProvided = scope.institution.provides.includes(variable);
  const way =
    main === undefined || main === variable || open.includes(main)
      ? undefined
      : walksHanging.get(main)?.get(variable);
  if (variable !== main && variable === "card" && scope.asksOfCard)
    return all.flatMap((edge) => extend(binding, variable, edge));
  if (way === undefined)
    return [
      ...all.filter((edge) => !isProvided || isHere(edge)).flatMap((edge) => extend(binding, variable, edge)),
      ...theirs,
    ];
  // An institution that runs accounts itself means its own, not every wallet the card happens to be in.
  return sameAs(way, (edge) => variable !== "account" || !isProvided || isHere(edge));
}

const pluralOf = (kind: ThingKind): string => (kind === "mailbox" ? "mailboxes" : `${kind}s`);

interface NamedEdge extends Edge {
  readonly standsIn?: StandIn;
}

/** Where a relation leads; of a thing in nobody's file, to what whoever has it may name. */
function edgesFrom(
  { wiring, institution, hasStandIns, isAsked }: Scope,
  here: string,
  relation: string,
): readonly NamedEdge[] {
  const thing = wiring.things.get(here);
  const type = thing === undefined ? undefined : thingTypes[thing.kind].relations[relation];
  // Their facts may be their own; `person.cards` are the person's.
  if (here === themselves) return wiring.follow("person", relation);
  if (thing?.isNew !== true || type === undefined) return wiring.follow(here, relation);
  const theirs = { to: theirThing(type.to, institution), guard: [] };
  if (thing.isTheirs === true) return [theirs];
  // Nobody names at an institution what hands do with a phone.
  if (!isAsked || institution.id === physics || !namedOnOpening.has(type.to)) return [];
  const hers = wiring
    .follow("person", pluralOf(type.to))
    .filter(({ to }) => wiring.things.get(to)?.isNew !== true);
  return hasStandIns ? [...hers, { ...theirs, standsIn: "theirs" }] : hers;
}

/** What somebody who opens an account, a line or a mailbox gives as the way to reach them. */
const namedOnOpening: ReadonlySet<ThingKind> = new Set(["line", "sim", "mailbox", "device"]);

function extend(
  binding: Binding,
  path: string,
  { to, guard, assumed, standsIn }: NamedEdge,
): readonly Binding[] {
  const known = binding.things.get(path);
  if (known !== undefined) return known === to ? [binding] : [];
  const joined = joinGuards(binding.guard, guard);
  if (!isPossible(joined)) return [];
  return [
    {
      ...binding,
      ...(standsIn === undefined ? {} : { standsIn }),
      things: new Map(binding.things).set(path, to),
      guard: joined,
      assumed: assumed === undefined ? binding.assumed : [...binding.assumed, assumed],
    },
  ];
}

/**
 * Keeps the bindings whose attributes allow the flow, and adds the measures on which that depends. A value nobody
 * knows allows it, and is said to be assumed. Where measures in force give an attribute several values, it may have any.
 */
export function whenAllowed(wiring: Wiring, binding: Binding, whens: readonly When[]): readonly Binding[] {
  let bindings: readonly Binding[] = [binding];
  for (const { subject, attribute, values } of whens) {
    const thing = thingAt(binding, walkOf(subject));
    // Whoever comes with a thing of their own comes with one that fits.
    if (wiring.things.get(thing)?.isTheirs === true) continue;
    const isAllowed = (value: string) => value === "unknown" || values.includes(value);
    const option = (value: string, guard: Guard) => ({
      guard,
      ...(value === "unknown" ? { assumed: `${thing}: ${attribute}` } : {}),
    });
    const changes = wiring.changesOf(thing, attribute);
    const allowing = changes.filter((change) => isAllowed(change.value));
    const forbidding = changes.filter((change) => !isAllowed(change.value));
    const value = wiring.valueOf(thing, attribute);
    const options: { readonly guard: Guard; readonly assumed?: string }[] = [];
    if (isAllowed(value))
      options.push(
        option(
          value,
          forbidding.map(({ choice }) => notChosen(choice)),
        ),
      );
    if (!isAllowed(value) || forbidding.length > 0)
      for (const change of allowing) options.push(option(change.value, [chosen(change.choice)]));
    bindings = bindings.flatMap((each) =>
      options.flatMap(({ guard: more, assumed }) => {
        const guard = joinGuards(each.guard, more);
        return isPossible(guard)
          ? [
              {
                ...each,
                guard,
                assumed: assumed === undefined ? each.assumed : [...each.assumed, assumed],
              },
            ]
          : [];
      }),
    );
  }
  return bindings;
}
