/**
 * Steps before they are numbered: one for each way of running a flow, for each binding of its variables, for each set
 * of measures it depends on.
 */
import {
  areDifferent,
  type Capability,
  type CapabilityPattern,
  compareText,
  type Flow,
  type Institution,
  physics,
  type ThingKind,
  type Trace,
} from "../model/index.ts";
import type { Person, Thing, ThingId } from "../person/index.ts";
import {
  type Binding,
  bindAll,
  boundCapability,
  emptyBinding,
  patternWalks,
  type Scope,
  thingAt,
  type Walk,
  walkOf,
  walkToItself,
  whenAllowed,
} from "./bind.ts";
import { isOfTheirs, type StandIn, themselves } from "./brought.ts";
import type { Choice, MeasureChoices } from "./choices.ts";
import type { Step } from "./grounded.ts";
import { chosen, type Guard, guardKey, isPossible, joinGuards, noneOf, notChosen } from "./guard.ts";
import { addThings, type Head, inOneRun } from "./one-run.ts";
import type { Room } from "./room-left.ts";
import { spokenOf } from "./spoken.ts";
import { type Variant, waysOf } from "./variants.ts";
import type { Wiring } from "./wiring.ts";

/** A step whose capabilities and conditions have no numbers yet: which of them matter is known only when all are there. */
export interface Draft
  extends Pick<Step, "kind" | "institution" | "flow" | "things" | "guard" | "assumed" | "lent" | "alsoFor"> {
  /** A thing in nobody's file stands in, and no flow says that it may. */
  readonly standsIn?: StandIn;
  readonly asks: readonly Capability[];
  readonly gives: readonly Capability[];
  readonly unless: readonly Capability[];
  /** Conditions that must be set. */
  readonly while: readonly Capability[];
  readonly sets: readonly { readonly condition: Capability; readonly expires?: number }[];
  readonly clears: readonly Capability[];
  readonly revokes: readonly DraftRevocation[];
  readonly leaves: readonly DraftTrace[];
  /** What is told of it while it waits: the lines, mailboxes and screens it surely goes to. */
  readonly tells: readonly ThingId[];
}

interface DraftRevocation {
  readonly capability: Capability;
  readonly guard: Guard;
}

interface DraftTrace {
  readonly trace: Trace;
  readonly thing?: ThingId;
  readonly guard: Guard;
}

interface DraftQuestion {
  readonly institution: Institution;
  readonly variant: Variant;
  readonly wiring: Wiring;
  readonly hasStandIns: boolean;
  readonly room: Room;
}

/** Every way of running one variant of a flow over this person's things. */
export function draftsOf({
  institution,
  variant,
  wiring,
  hasStandIns,
  room,
}: DraftQuestion): readonly Draft[] {
  const { flow, whole, more } = variant;
  const drafts: Draft[] = [];
  const main = mainVariable(institution, whole);
  const waysOfMore = more.length === 0 ? nothingMore : waysOf({ kind: "all", parts: more });
  const others = [
    ...flow.when.map(({ subject }) => walkOf(subject)),
    ...(flow.while ?? []).flatMap((pattern) => patternWalks(pattern).walks),
  ];
  for (const own of waysOf(flow.asks)) {
    const scope: Scope = {
      wiring,
      institution,
      main,
      ranges: flow.ranges,
      asksOfCard: own.some(isOfCard),
      hasStandIns,
      isAsked: true,
      room,
    };
    const afterwards: Scope = { ...scope, isAsked: false };
    const begun =
      main === undefined
        ? [emptyBinding]
        : bindAll(scope, [walkToItself[main]]).map((binding) =>
            withItsPerson(binding, wiring.things.get(thingAt(binding, walkToItself[main]))),
          );
    for (const way of waysOfMore.map((each) => [...own, ...each])) {
      const core: Walk[] = [...way.flatMap((pattern) => patternWalks(pattern).walks), ...others];
      for (const bound of bindAll(scope, core, begun)) {
        if (!areDifferent(way, (pattern) => boundCapability(pattern, bound).text)) continue;
        for (const binding of whenAllowed(wiring, bound, flow.when)) {
          const asks = distinct(way.map((pattern) => boundCapability(pattern, binding)));
          for (const guard of variantGuards(variant, binding))
            for (const draft of headsOf({ institution, flow, scope: afterwards, binding, asks, guard }))
              drafts.push(...withoutTheirs(wiring, draft));
        }
      }
    }
  }
  return drafts;
}

const nothingMore: readonly (readonly CapabilityPattern[])[] = [[]];

/**
 * What is left of a step once what is theirs alone is left out: what is asked of it they have, nobody else stops it, and
 * what comes of it is no gain. None where nothing of the person's is left in what it does.
 */
function withoutTheirs(wiring: Wiring, draft: Draft): readonly Draft[] {
  if (![...draft.things.values()].some((thing) => wiring.things.get(thing)?.isTheirs === true))
    return [draft];
  const rest = <T>(of: (each: T) => Capability, all: readonly T[]): readonly T[] =>
    all.filter((each) => !isOfTheirs(wiring, of(each)));
  const itself = (each: Capability) => each;
  const left: Draft = {
    ...draft,
    asks: rest(itself, draft.asks),
    unless: rest(itself, draft.unless),
    while: rest(itself, draft.while),
    gives: rest(itself, draft.gives),
    sets: rest(({ condition }) => condition, draft.sets),
    clears: rest(itself, draft.clears),
    revokes: rest(({ capability }) => capability, draft.revokes),
    leaves: draft.leaves.filter(({ thing }) => wiring.things.get(thing ?? "")?.isTheirs !== true),
    tells: draft.tells.filter((thing) => wiring.things.get(thing)?.isTheirs !== true),
  };
  return left.gives.length + left.sets.length + left.clears.length > 0 ? [left] : [];
}

/** On a helper's thing, the person a flow speaks of is the helper: the carrier asks the husband's ID number for the husband's line. */
function withItsPerson(binding: Binding, thing: Thing | undefined): Binding {
  if (thing?.isTheirs === true)
    return { ...binding, things: new Map([...binding.things, ["person", themselves]]) };
  return thing?.of === undefined
    ? binding
    : { ...binding, things: new Map([...binding.things, ["person", `person.${thing.of}`]]) };
}

const isOfCard = ({ subjects }: CapabilityPattern) => subjects.some(({ variable }) => variable === "card");

/**
 * The first kind the institution provides that the flow mentions, or where it provides nothing the first the flow
 * mentions; rather one that `for` does not tie to another variable.
 */
export function mainVariable({ provides }: Pick<Institution, "provides">, flow: Flow): ThingKind | undefined {
  const { mentioned, isTied } = spokenOf(flow);
  const candidates = provides.length > 0 ? provides.filter((kind) => mentioned.has(kind)) : [...mentioned];
  return candidates.find((kind) => !isTied(kind)) ?? candidates[0];
}

/**
 * On which measures this variant stands, for the things of this binding. A measure of several things of which the
 * binding says nothing may be meant for any of them: each is a guard of its own. None where a measure speaks of other things.
 */
function variantGuards({ on, off }: Variant, binding: Binding): readonly Guard[] {
  let guards: readonly Guard[] = [[]];
  const narrow = (options: readonly Guard[]) => {
    guards = guards.flatMap((guard) => options.map((option) => joinGuards(guard, option))).filter(isPossible);
  };
  for (const measure of on) narrow(choicesOn(measure, binding).map(({ index }) => [chosen(index)]));
  for (const measure of off) {
    const fitting = choicesOn(measure, binding);
    if (fitting.length > 0) narrow(fitting.map(({ index }) => [notChosen(index)]));
  }
  return guards.map((guard) => joinGuards(guard, binding.guard)).filter(isPossible);
}

function choicesOn({ choices }: MeasureChoices, binding: Binding): readonly Choice[] {
  return choices.filter(({ things }) =>
    [...things].every(([kind, thing]) => (binding.things.get(kind) ?? thing) === thing),
  );
}

interface HeadQuestion {
  readonly institution: Institution;
  readonly flow: Flow;
  readonly scope: Scope;
  readonly binding: Binding;
  readonly asks: readonly Capability[];
  readonly guard: Guard;
}

/**
 * What one execution gives. A thing that only what is given speaks of (each card on a list) need not be there for the
 * flow to run; whatever depends on further measures, on something assumed or on a condition of its own is a rule of its own.
 */
function headsOf({ institution, flow, scope, binding, asks, guard }: HeadQuestion): readonly Draft[] {
  const heads = new Map<string, Head>();
  const headFor = ({ unless, bound }: UnlessWay): Head | undefined => {
    const joined = joinGuards(guard, bound.guard);
    if (!isPossible(joined)) return undefined;
    const assumed = [...new Set(bound.assumed)].sort(compareText);
    const key = JSON.stringify([guardKey(joined), assumed, unless.map(({ text }) => text), bound.standsIn]);
    const head = heads.get(key) ?? {
      gives: [],
      sets: [],
      clears: [],
      things: new Map(),
      alsoFor: new Map(),
      guard: joined,
      assumed,
      unless,
      ...(bound.standsIn === undefined ? {} : { standsIn: bound.standsIn }),
    };
    heads.set(key, head);
    addThings(head, bound.things);
    return head;
  };
  const headsFor = (pattern: CapabilityPattern, add: (head: Head, found: Capability) => void) => {
    for (const { found, bound } of grounds(scope, binding, pattern)) {
      for (const way of unlessWays(scope, bound, flow.unless)) {
        const head = headFor(way);
        if (head !== undefined) add(head, found);
      }
    }
  };
  for (const pattern of flow.gives) headsFor(pattern, ({ gives }, found) => gives.push(found));
  for (const { pattern, expires } of flow.sets)
    headsFor(pattern, ({ sets }, condition) =>
      sets.push({ condition, ...(expires === undefined ? {} : { expires }) }),
    );
  for (const pattern of flow.clears) headsFor(pattern, ({ clears }, found) => clears.push(found));
  const undone = undoneBy(flow, scope, binding, guard);
  // What gives nothing may still be seen, take something away, or call off what waits.
  if (heads.size === 0) for (const way of unlessWays(scope, binding, flow.unless)) headFor(way);
  const isAsked = new Set(asks.map(({ text }) => text));
  const mayStopItself = flow.sets.length > 0 && flow.gives.length + flow.clears.length > 0;
  const parts = mayStopItself ? inOneRun([...heads.values()]) : [...heads.values()];
  return parts.map(({ gives, clears, alsoFor, ...head }) => ({
    ...head,
    ...(alsoFor.size === 0 ? {} : { alsoFor }),
    ...undone,
    kind: "flow" as const,
    institution: institution.id,
    flow,
    asks,
    while: distinct((flow.while ?? []).map((pattern) => boundCapability(pattern, binding))),
    gives: distinct(gives).filter(({ text }) => !isAsked.has(text)),
    clears: distinct(clears),
  }));
}

/** What one execution takes from others and leaves to be seen. */
function undoneBy(
  flow: Flow,
  scope: Scope,
  binding: Binding,
  guard: Guard,
): Pick<Draft, "revokes" | "leaves" | "tells"> {
  const more = (bound: Binding): Guard => bound.guard.filter((literal) => !guard.includes(literal));
  const revokes = flow.revokes.flatMap((pattern) =>
    grounds(scope, binding, pattern).map(({ found, bound }) => ({ capability: found, guard: more(bound) })),
  );
  const leaves = flow.leaves.flatMap((trace): DraftTrace[] => {
    const { subject } = trace;
    if (subject === undefined) return [{ trace, guard: [] }];
    const walk = walkOf(subject);
    return bindAll(scope, [walk], [binding]).map((bound) => ({
      trace,
      thing: thingAt(bound, walk),
      guard: more(bound),
    }));
  });
  // Where a measure or what nobody said decides where it goes, nobody is sure to be told.
  const tells = (flow.delay?.tells ?? [])
    .map(walkOf)
    .flatMap((walk) =>
      bindAll(scope, [walk], [binding]).flatMap((bound) =>
        more(bound).length > 0 || bound.assumed.length > binding.assumed.length ? [] : [thingAt(bound, walk)],
      ),
    );
  return { revokes, leaves, tells: [...new Set(tells)] };
}

interface UnlessWay {
  readonly unless: readonly Capability[];
  readonly bound: Binding;
}

/**
 * The conditions that would stop it, and for which things. A thing only `unless` speaks of is one way each (a flow
 * stopped for one line runs for the other); where there is no such thing, nothing can stop it.
 */
function unlessWays(
  scope: Scope,
  binding: Binding,
  patterns: readonly CapabilityPattern[],
): readonly UnlessWay[] {
  let ways: readonly UnlessWay[] = [{ unless: [], bound: binding }];
  for (const pattern of patterns) {
    ways = ways.flatMap(({ unless, bound }) => {
      const found = grounds(scope, bound, pattern);
      const stopped = found.map((each) => ({ unless: distinct([...unless, each.found]), bound: each.bound }));
      const free = noneOf(
        found.map((each) => each.bound.guard.filter((literal) => !bound.guard.includes(literal))),
        alternativesMax,
      );
      if (free === undefined) {
        scope.room.take(Infinity);
        return [];
      }
      return [
        ...stopped,
        ...free.map((guard) => ({ unless, bound: { ...bound, guard: joinGuards(bound.guard, guard) } })),
      ];
    });
    if (!scope.room.take(ways.length)) return [];
  }
  return ways;
}

/** Sets of measures under which one flow is stopped by nothing; beyond this nobody has decided anything. */
const alternativesMax = 1_000;

function grounds(
  scope: Scope,
  binding: Binding,
  pattern: CapabilityPattern,
): readonly { readonly found: Capability; readonly bound: Binding }[] {
  return bindAll(scope, patternWalks(pattern).walks, [binding]).map((bound) => ({
    found: boundCapability(pattern, bound),
    bound,
  }));
}

/** Each once, in the order in which they were first met. */
function distinct(capabilities: readonly Capability[]): readonly Capability[] {
  return [...new Map(capabilities.map((each) => [each.text, each])).values()];
}

/** Whoever knows one of several equal secrets knows them all; one that is changed is equal to none. */
export function sameSecretDrafts({ sameSecret }: Person, choices: readonly Choice[]): readonly Draft[] {
  const changedBy = ({ text }: Capability): Guard =>
    choices
      .filter(({ renews = [] }) => renews.some((each) => each.text === text))
      .map(({ index }) => notChosen(index));
  return sameSecret.flatMap((group) =>
    group.flatMap((secret) => {
      const others = group.filter(({ text }) => text !== secret.text);
      const isKept = (other: Capability) => changedBy(other).length === 0;
      const tried = (gives: readonly Capability[], guard: Guard) =>
        draftOfHands({ kind: "same-secret", flow: sameSecretFlow, asks: [secret], gives, guard });
      const still = changedBy(secret);
      return [
        ...(others.some(isKept) ? [tried(others.filter(isKept), still)] : []),
        ...others
          .filter((other) => !isKept(other))
          .map((other) => tried([other], [...new Set([...still, ...changedBy(other)])])),
      ];
    }),
  );
}

/** A step by hand that is nobody's flow: who has what it asks has what it gives, and nothing else comes of it. */
export const draftOfHands = ({
  guard = [],
  ...step
}: Pick<Draft, "kind" | "flow" | "asks" | "gives"> & { readonly guard?: Guard }): Draft => ({
  ...step,
  institution: physics,
  things: new Map(),
  guard,
  assumed: [],
  unless: [],
  while: [],
  sets: [],
  clears: [],
  revokes: [],
  leaves: [],
  tells: [],
});

/** What such a step is called, and how long it takes; it is known from the person's own file. */
export const flowOfHands = (said: Pick<Flow, "id" | "title" | "takes">): Flow => ({
  ...said,
  when: [],
  ranges: [],
  asks: { kind: "all", parts: [] },
  unless: [],
  gives: [],
  revokes: [],
  sets: [],
  clears: [],
  leaves: [],
  measures: [],
  f3: [],
  attack: [],
  valid: {},
  basis: { status: "reported", seen: "person file", source: "person-file" },
});

const sameSecretFlow = flowOfHands({
  id: "same-secret",
  title: { en: "Try the same secret elsewhere", zh: "把同一个密码用在别处" },
  takes: { min: 0, likely: 1, max: 2 },
});
