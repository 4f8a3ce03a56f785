/**
 * Which things one way of running a flow concerns: variables bound to a person's things.
 *
 * A binding is built up path by path: `card.reserved-line` is bound where `card` is and one step further. Each step
 * carries its guard (measures on which the wiring depends) and what it assumed. A path that leads nowhere leaves no
 * binding: what hangs on a mailbox the person does not have is not a way.
 */
import {
  type Capability,
  type CapabilityPattern,
  capability,
  formatSubjectPath,
  hangsOn,
  type Institution,
  type Range,
  type SubjectPath,
  type ThingKind,
  type When,
} from "../model/index.ts";
import { chosen, type Guard, isPossible, joinGuards, notChosen } from "./guard.ts";
import type { Room } from "./room-left.ts";
import { type Edge, isRunBy, type Wiring } from "./wiring.ts";

export interface Binding {
  /** By path text (`card`, `card.reserved-line`): the thing it stands for. */
  readonly things: ReadonlyMap<string, string>;
  readonly guard: Guard;
  readonly assumed: readonly string[];
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
  /** The account that exists only once somebody opens it, where the flow opens or may use one. */
  readonly newAccount: string | undefined;
  /** How many combinations of things may still be looked at; asked before each is made. */
  readonly room: Room;
}

/** All ways to bind these paths, beginning with what is bound already. None once there is no room left. */
export function bindAll(
  scope: Scope,
  paths: readonly SubjectPath[],
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

export function thingPath({ variable, relations, kind }: SubjectPath): SubjectPath {
  return { variable, relations, kind };
}

/** A capability of the things of a binding; every path must be bound. */
export function boundCapability({ kind, subjects }: CapabilityPattern, binding: Binding): Capability {
  return capability({
    kind,
    things: subjects.map((subject) => thingAt(binding, subject)),
    secret: subjects.find(({ secret }) => secret !== undefined)?.secret,
  });
}

/** The thing a path stands for; a path that is not bound is a fault of ours. */
export function thingAt({ things }: Binding, path: SubjectPath): string {
  const thing = things.get(formatSubjectPath(thingPath(path)));
  if (thing === undefined) throw new Error(`nothing is bound to \`${formatSubjectPath(path)}\``);
  return thing;
}

/** `open`: variables on the way to being bound; one met again is in a circle and is taken from all there are. */
function bindPath(
  scope: Scope,
  binding: Binding,
  path: SubjectPath,
  open: readonly ThingKind[] = [],
): readonly Binding[] {
  let bindings = bindVariable(scope, binding, path.variable, open);
  const walked: string[] = [path.variable];
  for (const relation of path.relations) {
    const from = walked.join(".");
    walked.push(relation);
    const to = walked.join(".");
    bindings = eachWithin(scope, bindings, (each) => {
      if (each.things.has(to)) return [each];
      const here = each.things.get(from);
      if (here === undefined) throw new Error(`nothing is bound to \`${from}\``);
      return scope.wiring.follow(here, relation).flatMap((edge) => extend(each, to, edge));
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
  const { wiring, main, newAccount } = scope;
  const range = scope.ranges.find((each) => each.variable === variable);
  const inner = [...open, variable];
  /** The variable is whatever a path leads to; both are the same thing from then on. */
  const sameAs = (path: SubjectPath, isFit: (edge: Edge) => boolean = () => true) =>
    bindPath(scope, binding, path, inner).flatMap((each) => {
      const found = each.things.get(formatSubjectPath(path));
      return found === undefined || !isFit({ to: found, guard: [] })
        ? []
        : extend(each, variable, { to: found, guard: [] });
    });
  if (range?.account === "new")
    return newAccount === undefined ? [] : extend(binding, variable, { to: newAccount, guard: [] });
  if (range !== undefined && range.over.length > 0 && !open.includes(variable))
    return range.over.flatMap((path) => sameAs(path));

  const all = wiring
    .follow("person", pluralOf(variable))
    .filter(({ to }) => !(range?.account === "own" && wiring.things.get(to)?.isNew === true));
  const isHere = ({ to }: Edge) => isRunBy(wiring, to, scope.institution.id);
  const isProvided = scope.institution.provides.includes(variable);
  const way =
    main === undefined || main === variable || open.includes(main) ? undefined : hangsOn[main]?.[variable];
  if (variable !== main && variable === "card" && scope.asksOfCard)
    return all.flatMap((edge) => extend(binding, variable, edge));
  if (main === undefined || way === undefined)
    return all
      .filter((edge) => !isProvided || isHere(edge))
      .flatMap((edge) => extend(binding, variable, edge));
  // An institution that runs accounts itself means its own, not every wallet the card happens to be in.
  return sameAs(
    { variable: main, relations: way, kind: variable },
    (edge) => variable !== "account" || !isProvided || isHere(edge),
  );
}

const pluralOf = (kind: ThingKind): string => (kind === "mailbox" ? "mailboxes" : `${kind}s`);

function extend(binding: Binding, path: string, { to, guard, assumed }: Edge): readonly Binding[] {
  const known = binding.things.get(path);
  if (known !== undefined) return known === to ? [binding] : [];
  const joined = joinGuards(binding.guard, guard);
  if (!isPossible(joined)) return [];
  return [
    {
      things: new Map([...binding.things, [path, to]]),
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
    const thing = thingAt(binding, subject);
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
                things: each.things,
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
