/**
 * Which things one way of running a flow concerns: variables bound to a person's things.
 *
 * A binding is built up path by path: `card.reserved-line` is bound where `card` is and one step further. Each step
 * carries its guard (measures on which the wiring depends) and what it assumed. A path that leads nowhere leaves no
 * binding: what hangs on a mailbox the person does not have is not a way.
 */
import { type CapabilityPattern, formatSubjectPath, hangsOn, type Institution, type Range, type SubjectPath, type ThingKind, type When } from "../model/index.ts";
import { type Edge, type Guard, isPossible, joinEdges, joinGuards, chosen, notChosen, type Wiring } from "./wiring.ts";

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
  /** The flow asks something of the card itself, so any card of the person may be meant. */
  readonly asksOfCard: boolean;
  /** The account that exists only once somebody opens it, where the flow opens or may use one. */
  readonly newAccount: string | undefined;
}

/** A person with thousands of accounts is a population; one flow never means this many things at once. */
export const bindingsMax = 200_000;

/** All ways to bind these paths, beginning with what is bound already. */
export function bindAll(scope: Scope, paths: readonly SubjectPath[], start: readonly Binding[] = [emptyBinding]): readonly Binding[] {
  let bindings = start;
  for (const path of paths) {
    bindings = bindings.flatMap((binding) => bindPath(scope, binding, path));
    if (bindings.length > bindingsMax) return bindings.slice(0, bindingsMax);
  }
  return bindings;
}

export function thingPath({ variable, relations, kind }: SubjectPath): SubjectPath {
  return { variable, relations, kind };
}

/** The ground text of a capability under a binding; every path must be bound. */
export function groundText({ kind, subjects }: CapabilityPattern, binding: Binding): string {
  const words = subjects.map((subject) => {
    const thing = binding.things.get(formatSubjectPath(thingPath(subject))) ?? "";
    return subject.secret === undefined ? thing : `${thing}.${subject.secret}`;
  });
  return `${kind}(${words.join(", ")})`;
}

function bindPath(scope: Scope, binding: Binding, path: SubjectPath): readonly Binding[] {
  let bindings = bindVariable(scope, binding, path.variable);
  const walked: string[] = [path.variable];
  for (const relation of path.relations) {
    const from = walked.join(".");
    walked.push(relation);
    const to = walked.join(".");
    bindings = bindings.flatMap((each) => {
      if (each.things.has(to)) return [each];
      return scope.wiring.follow(each.things.get(from) ?? "", relation).flatMap((edge) => extend(each, to, edge));
    });
  }
  return bindings;
}

function bindVariable(scope: Scope, binding: Binding, variable: ThingKind): readonly Binding[] {
  if (binding.things.has(variable)) return [binding];
  const range = scope.ranges.find((each) => each.variable === variable);
  if (range !== undefined && range.over.length > 0) {
    return range.over.flatMap((path) =>
      bindPath(scope, binding, path).flatMap((each) => {
        const found = each.things.get(formatSubjectPath(path));
        return found === undefined ? [] : extend(each, variable, { to: found, guard: [] });
      }),
    );
  }
  if (variable === scope.main) return mainThings(scope, range).flatMap((edge) => extend(binding, variable, edge));
  const all = () => scope.wiring.follow("person", pluralOf(variable)).flatMap((edge) => extend(binding, variable, edge));
  if (variable === "card" && scope.asksOfCard) return all();
  const way = scope.main === undefined ? undefined : hangsOn[scope.main]?.[variable];
  if (scope.main === undefined || way === undefined) return all();
  return bindVariable(scope, binding, scope.main).flatMap((each) => {
    let edges: readonly Edge[] = [{ to: each.things.get(scope.main ?? "") ?? "", guard: [] }];
    for (const relation of way) edges = edges.flatMap((edge) => scope.wiring.follow(edge.to, relation).map((next) => joinEdges(edge, next)));
    return edges.flatMap((edge) => extend(each, variable, edge));
  });
}

const pluralOf = (kind: ThingKind): string => (kind === "mailbox" ? "mailboxes" : `${kind}s`);

function mainThings({ wiring, institution, main, newAccount }: Scope, range: Range | undefined): readonly Edge[] {
  const every = main === undefined ? [] : wiring.follow("person", pluralOf(main));
  if (institution.provides.length === 0) return every;
  if (main === "account" && range?.account === "new") return newAccount === undefined ? [] : [{ to: newAccount, guard: [] }];
  return every.filter(({ to }) => {
    const thing = wiring.things.get(to);
    return thing?.institution === institution.id && !(range?.account === "own" && thing.isNew === true);
  });
}

function extend(binding: Binding, path: string, { to, guard, assumed }: Edge): readonly Binding[] {
  const known = binding.things.get(path);
  if (known !== undefined) return known === to ? [binding] : [];
  const joined = joinGuards(binding.guard, guard);
  if (!isPossible(joined)) return [];
  return [{ things: new Map([...binding.things, [path, to]]), guard: joined, assumed: assumed === undefined ? binding.assumed : [...binding.assumed, assumed] }];
}

/**
 * Keeps the bindings whose attributes allow the flow, and adds the measures on which that depends. A value nobody
 * knows allows it, and is said to be assumed.
 */
export function whenAllowed(wiring: Wiring, binding: Binding, whens: readonly When[]): readonly Binding[] {
  let bindings: readonly Binding[] = [binding];
  for (const { subject, attribute, values } of whens) {
    const thing = binding.things.get(formatSubjectPath(thingPath(subject))) ?? "";
    const value = wiring.valueOf(thing, attribute);
    const isUnknown = value === "unknown";
    const isAllowed = isUnknown || values.includes(value);
    const changes = wiring.changesOf(thing, attribute);
    const options: { readonly guard: Guard; readonly assumed?: string }[] = [];
    if (isAllowed) {
      const guard = changes.filter((change) => !values.includes(change.value)).map(({ choice }) => notChosen(choice));
      options.push({ guard, ...(isUnknown ? { assumed: `${thing}: ${attribute}` } : {}) });
    }
    for (const change of changes) {
      if (values.includes(change.value) && !isAllowed) options.push({ guard: [chosen(change.choice)] });
    }
    bindings = bindings.flatMap((each) =>
      options.flatMap((option) => {
        const guard = joinGuards(each.guard, option.guard);
        return isPossible(guard) ? [{ things: each.things, guard, assumed: option.assumed === undefined ? each.assumed : [...each.assumed, option.assumed] }] : [];
      }),
    );
  }
  return bindings;
}
