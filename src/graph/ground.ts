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
import {
  basisStatuses,
  type CapabilityPattern,
  compareText,
  type Flow,
  formatSubjectPath,
  type Institution,
  isInForce,
  type SubjectPath,
  type ThingKind,
  type Trace,
  type TraceKind,
  type Windows,
} from "../model/index.ts";
import type { Person, Thing, ThingId } from "../person/index.ts";
import { type Binding, bindAll, emptyBinding, groundText, type Scope, thingPath, whenAllowed } from "./bind.ts";
import { type Choice, type Choices, choicesFor, type MeasureChoices } from "./choices.ts";
import { lossesOf, type Goal } from "./goals.ts";
import type { Atom, PlainRule } from "./rules.ts";
import { type Variant, variantsOf, waysOf } from "./variants.ts";
import { chosen, type Guard, isPossible, joinGuards, notChosen, wire, type Wiring } from "./wiring.ts";

/** A rule with all that an answer says about it. */
export interface GroundRule extends PlainRule {
  readonly institution: string;
  readonly flow: Flow;
  /** By path (`card`, `card.reserved-line`): the thing meant. */
  readonly things: ReadonlyMap<string, ThingId>;
  /** Measures that must be chosen for this rule to be; a part of its guard. */
  readonly sets: readonly { readonly condition: number; readonly expires?: number }[];
  readonly clears: readonly number[];
  /** What it takes from everybody else; the monotone reading never looks at it. */
  readonly revokes: readonly Revocation[];
  /** What it leaves for somebody to see. */
  readonly leaves: readonly GroundTrace[];
  /** What we took for possible because nobody said. */
  readonly assumed: readonly string[];
  /**
   * Bookkeeping of ours, never a step anybody takes: a condition nobody has set (`nothing-set`), one that lapses
   * (`lapses`), or the second half of a flow whose yield a condition may stop (`relay`).
   */
  readonly isInternal: boolean;
}

/** One capability a flow takes from everybody but whoever ran it. */
export interface Revocation {
  readonly atom: Atom;
  /** Measures on which this depends beside the rule's own guard. */
  readonly guard: Guard;
}

/** A trace of one execution, and who sees it without asking. */
export interface GroundTrace {
  readonly kind: TraceKind;
  readonly about?: string;
  readonly from?: string;
  /** Whose text, screen or statement it is on; absent: it lies with the institution. */
  readonly thing?: ThingId;
  /** Whoever has one of these at that moment sees it; empty: only on request. */
  readonly seenBy: readonly Atom[];
  readonly guard: Guard;
}

/**
 * What only the world needs: flows that give and set nothing (they throw somebody out, or leave a trace). No reach
 * can use them, so they stay out of `rules` and change no answer. Numbers run on: atom `atoms.length` is the first of
 * these atoms, rule `rules.length` the first of these rules.
 */
export interface Quiet {
  readonly atoms: readonly string[];
  readonly rules: readonly GroundRule[];
}

export interface GroundCondition {
  readonly id: string;
  readonly kind: string;
  /** Held by everybody while the condition is not set. */
  readonly cleared: Atom;
  readonly isSetAtStart: boolean;
}

export interface Coverage {
  /** Things whose institution the catalogue knows and has flows for. */
  readonly judged: readonly ThingId[];
  /** Things nobody has read anything about. Never safe. */
  readonly notJudged: readonly ThingId[];
}

export interface Grounded {
  readonly person: Person;
  readonly catalog: Catalog;
  readonly wiring: Wiring;
  /** Capability text by atom. */
  readonly atoms: readonly string[];
  readonly atomOf: ReadonlyMap<string, Atom>;
  readonly rules: readonly GroundRule[];
  readonly choices: readonly Choice[];
  readonly conditions: readonly GroundCondition[];
  readonly goals: readonly Goal[];
  readonly coverage: Coverage;
  readonly quiet: Quiet;
}

export interface GroundQuestion {
  readonly catalog: Catalog;
  readonly person: Person;
  /** Conditions set at the start, beside those of the person file; ground text. */
  readonly conditions?: readonly string[];
  /** Instead of the person's own day. */
  readonly asOf?: string | undefined;
}

export function ground({ catalog, person, conditions = [], asOf = person.asOf }: GroundQuestion): Grounded {
  const institutions = institutionsFor(catalog, person, asOf);
  const newAccounts = institutions.flatMap((institution) => newAccountAt(institution, person, asOf));
  const noChanges = { attributes: new Map(), moves: new Map() };
  const bare = wire({ person, catalog, newAccounts, changes: noChanges });
  const choices = choicesFor({ catalog, person, wiring: bare, institutions: institutions.map(({ id }) => id), asOf });
  const wiring = wire({ person, catalog, newAccounts, changes: choices.changes });

  const drafts: Draft[] = [];
  for (const institution of institutions) {
    const newAccount = newAccounts.find((account) => account.institution === institution.id)?.id;
    for (const flow of bestFirst(institution.flows)) {
      if (!isInForce({ from: flow.valid.from, until: flow.valid.until, moment: asOf })) continue;
      for (const variant of variantsOf(institution, flow, choices.measures)) drafts.push(...draftsOf({ institution, variant, wiring, newAccount }));
    }
  }
  drafts.push(...sameSecretDrafts(person));
  const initial = [...person.conditions, ...conditions.map((condition) => ({ condition }))];
  return finish({ catalog, person, wiring, choices, drafts, initial });
}

/** A rule whose conditions are still text: which of them matter is known only when all rules are there. */
interface Draft {
  readonly institution: string;
  readonly flow: Flow;
  readonly things: ReadonlyMap<string, ThingId>;
  readonly guard: Guard;
  readonly assumed: readonly string[];
  readonly asks: readonly string[];
  readonly gives: readonly string[];
  readonly unless: readonly string[];
  readonly sets: readonly { readonly condition: string; readonly expires?: number }[];
  readonly clears: readonly string[];
  readonly revokes: readonly DraftRevocation[];
  readonly leaves: readonly DraftTrace[];
}

interface DraftRevocation {
  readonly text: string;
  readonly guard: Guard;
}

interface DraftTrace {
  readonly trace: Trace;
  readonly thing?: ThingId;
  readonly guard: Guard;
}

/**
 * Of two ways equally early the first is told: the better founded, without an agent to be talked round, the likely
 * quicker, then by id. The order in which somebody wrote the flows down decides nothing.
 */
function bestFirst(flows: readonly Flow[]): readonly Flow[] {
  const doubt = ({ basis, discretion }: Flow) => 2 * basisStatuses.indexOf(basis.status) + (discretion === undefined ? 0 : 1);
  return [...flows].sort((a, b) => doubt(a) - doubt(b) || a.takes.likely - b.takes.likely || compareText(a.id, b.id));
}

/** The institutions that can matter: those that run something of the person's, physics, and those where an account can be opened. */
function institutionsFor(catalog: Catalog, person: Person, asOf: string | undefined): readonly Institution[] {
  const used = new Set([...person.things.values()].map(({ institution }) => institution));
  return [...catalog.institutions.values()]
    .filter((institution) => used.has(institution.id) || (institution.provides.length === 0 && isInRegion(institution, person)) || newAccountAt(institution, person, asOf).length > 0)
    .sort((a, b) => compareText(a.id, b.id));
}

/** Where nothing is said of either's region, it may matter. */
function isInRegion({ regions }: Institution, { region }: Person): boolean {
  return regions.length === 0 || region === undefined || regions.includes(region);
}

function newAccountAt(institution: Institution, person: Person, asOf: string | undefined): readonly Thing[] {
  const opens = institution.flows.some(
    ({ ranges, valid }) => ranges.some(({ account }) => account === "new") && isInForce({ from: valid.from, until: valid.until, moment: asOf }),
  );
  if (!opens || !isInRegion(institution, person)) return [];
  return [{ id: `account.new-${institution.id}`, kind: "account", name: `new-${institution.id}`, institution: institution.id, attributes: new Map(), relations: new Map(), isNew: true }];
}

interface DraftQuestion {
  readonly institution: Institution;
  readonly variant: Variant;
  readonly wiring: Wiring;
  readonly newAccount: string | undefined;
}

function draftsOf({ institution, variant, wiring, newAccount }: DraftQuestion): readonly Draft[] {
  const { flow, whole, more } = variant;
  const drafts: Draft[] = [];
  const main = mainVariable(institution, whole);
  const waysOfMore = waysOf({ kind: "all", parts: more });
  for (const own of waysOf(flow.asks)) {
    const scope: Scope = { wiring, institution, main, ranges: flow.ranges, asksOfCard: own.some(isOfCard), newAccount };
    const begun = main === undefined ? [emptyBinding] : bindAll(scope, [variablePath(main)]).map((binding) => withItsPerson(binding, wiring.things.get(binding.things.get(main) ?? "")));
    for (const way of waysOfMore.map((each) => [...own, ...each])) {
      const core: SubjectPath[] = [
        ...way.flatMap(({ subjects }) => subjects.map(thingPath)),
        ...flow.when.map(({ subject }) => thingPath(subject)),
      ];
      for (const bound of bindAll(scope, core, begun)) {
        for (const binding of whenAllowed(wiring, bound, flow.when)) {
          const asks = [...new Set(way.map((pattern) => groundText(pattern, binding)))];
          for (const guard of variantGuards(variant, binding)) drafts.push(...headsOf({ institution, flow, scope, binding, asks, guard }));
        }
      }
    }
  }
  return drafts;
}

/** On a helper's thing, the person a flow speaks of is the helper: the carrier asks the husband's ID number for the husband's line. */
function withItsPerson(binding: Binding, thing: Thing | undefined): Binding {
  return thing?.of === undefined ? binding : { ...binding, things: new Map([...binding.things, ["person", `person.${thing.of}`]]) };
}

const variablePath = (kind: ThingKind): SubjectPath => ({ variable: kind, relations: [], kind });
const isOfCard = ({ subjects }: CapabilityPattern) => subjects.some(({ variable }) => variable === "card");

/**
 * The first kind the institution provides that the flow mentions, or where it provides nothing the first the flow
 * mentions; rather one that `for` does not tie to another variable.
 */
function mainVariable(institution: Institution, flow: Flow): ThingKind | undefined {
  const patterns = [...waysOf(flow.asks).flat(), ...flow.gives, ...flow.sets.map(({ pattern }) => pattern), ...flow.clears, ...flow.unless];
  const mentioned = new Set<ThingKind>(patterns.flatMap(({ subjects }) => subjects.map(({ variable }) => variable)));
  for (const { subject } of flow.when) mentioned.add(subject.variable);
  for (const { variable, over, account } of flow.ranges) {
    if (account !== undefined) mentioned.add(variable);
    for (const path of over) mentioned.add(path.variable);
  }
  mentioned.delete("person");
  const isTied = (kind: ThingKind) => flow.ranges.some(({ variable, over }) => variable === kind && over.some((path) => path.variable !== "person"));
  const { provides } = institution;
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
  return choices.filter(({ things }) => [...things].every(([kind, thing]) => (binding.things.get(kind) ?? thing) === thing));
}

interface HeadQuestion {
  readonly institution: Institution;
  readonly flow: Flow;
  readonly scope: Scope;
  readonly binding: Binding;
  readonly asks: readonly string[];
  readonly guard: Guard;
}

/**
 * What one execution gives. A thing that only what is given speaks of (each card on a list) need not be there for the
 * flow to run; whatever depends on further measures, on something assumed or on a condition of its own is a rule of its own.
 */
function headsOf({ institution, flow, scope, binding, asks, guard }: HeadQuestion): readonly Draft[] {
  interface Head {
    readonly gives: string[];
    readonly sets: { condition: string; expires?: number }[];
    readonly clears: string[];
    readonly things: Map<string, ThingId>;
    readonly guard: Guard;
    readonly assumed: readonly string[];
    readonly unless: readonly string[];
  }
  const heads = new Map<string, Head>();
  const headFor = ({ unless, bound }: UnlessWay): Head | undefined => {
    const joined = joinGuards(guard, bound.guard);
    if (!isPossible(joined)) return undefined;
    const assumed = [...new Set(bound.assumed)];
    const key = JSON.stringify([[...joined].sort((a, b) => a - b), assumed, unless]);
    const head = heads.get(key) ?? { gives: [], sets: [], clears: [], things: new Map(), guard: joined, assumed, unless };
    heads.set(key, head);
    for (const [path, thing] of bound.things) if (!head.things.has(path)) head.things.set(path, thing);
    return head;
  };
  const headsFor = (pattern: CapabilityPattern, add: (head: Head, text: string) => void) => {
    for (const { text, bound } of grounds(scope, binding, pattern)) {
      for (const way of unlessWays(scope, bound, flow.unless)) {
        const head = headFor(way);
        if (head !== undefined) add(head, text);
      }
    }
  };
  for (const pattern of flow.gives) headsFor(pattern, ({ gives }, text) => gives.push(text));
  for (const { pattern, expires } of flow.sets) headsFor(pattern, ({ sets }, text) => sets.push({ condition: text, ...(expires === undefined ? {} : { expires }) }));
  for (const pattern of flow.clears) headsFor(pattern, ({ clears }, text) => clears.push(text));
  const undone = undoneBy(flow, scope, binding, guard);
  const isUndoing = undone.revokes.length > 0 || undone.leaves.length > 0;
  if (heads.size === 0 && isUndoing) for (const way of unlessWays(scope, binding, flow.unless)) headFor(way);
  return [...heads.values()].map(({ gives, clears, ...head }) => ({
    ...head,
    ...undone,
    institution: institution.id,
    flow,
    asks,
    gives: [...new Set(gives)].filter((given) => !asks.includes(given)),
    clears: [...new Set(clears)],
  }));
}

/** What one execution takes from others and leaves to be seen. */
function undoneBy(flow: Flow, scope: Scope, binding: Binding, guard: Guard): Pick<Draft, "revokes" | "leaves"> {
  const more = (bound: Binding): Guard => bound.guard.filter((literal) => !guard.includes(literal));
  const revokes = flow.revokes.flatMap((pattern) => grounds(scope, binding, pattern).map(({ text, bound }) => ({ text, guard: more(bound) })));
  const leaves = flow.leaves.flatMap((trace): DraftTrace[] => {
    const { subject } = trace;
    if (subject === undefined) return [{ trace, guard: [] }];
    const path = thingPath(subject);
    return bindAll(scope, [path], [binding]).flatMap((bound) => {
      const thing = bound.things.get(formatSubjectPath(path));
      return thing === undefined ? [] : [{ trace, thing, guard: more(bound) }];
    });
  });
  return { revokes, leaves };
}

interface UnlessWay {
  readonly unless: readonly string[];
  readonly bound: Binding;
}

/**
 * The conditions that would stop it, and for which things. A thing only `unless` speaks of is one way each (a flow
 * stopped for one line runs for the other); where there is no such thing, nothing can stop it.
 */
function unlessWays(scope: Scope, binding: Binding, patterns: readonly CapabilityPattern[]): readonly UnlessWay[] {
  let ways: readonly UnlessWay[] = [{ unless: [], bound: binding }];
  for (const pattern of patterns) {
    ways = ways.flatMap(({ unless, bound }) => {
      const found = grounds(scope, bound, pattern);
      const stopped = found.map((each) => ({ unless: [...new Set([...unless, each.text])], bound: each.bound }));
      const free = noneOf(found.map((each) => each.bound.guard.filter((literal) => !bound.guard.includes(literal))));
      return [...stopped, ...free.map((guard) => ({ unless, bound: { ...bound, guard: joinGuards(bound.guard, guard) } }))];
    });
  }
  return ways;
}

/** The guards under which none of these holds. */
function noneOf(guards: readonly Guard[]): readonly Guard[] {
  let made: readonly Guard[] = [[]];
  for (const guard of guards) made = made.flatMap((each) => guard.map((literal) => joinGuards(each, [-literal]))).filter(isPossible);
  return made;
}

function grounds(scope: Scope, binding: Binding, pattern: CapabilityPattern): readonly { readonly text: string; readonly bound: Binding }[] {
  return bindAll(scope, pattern.subjects.map(thingPath), [binding]).map((bound) => ({ text: groundText(pattern, bound), bound }));
}

/** Whoever knows one of several equal secrets knows them all. */
function sameSecretDrafts({ sameSecret }: Person): readonly Draft[] {
  return sameSecret.flatMap((group) =>
    group.map((secret) => ({
      institution: "things",
      flow: sameSecretFlow,
      things: new Map(),
      guard: [],
      assumed: [],
      asks: [secret],
      gives: group.filter((other) => other !== secret),
      unless: [],
      sets: [],
      clears: [],
      revokes: [],
      leaves: [],
    })),
  );
}

const sameSecretFlow: Flow = {
  id: "same-secret",
  title: { en: "Try the same secret elsewhere", zh: "把同一个密码用在别处" },
  when: [],
  ranges: [],
  asks: { kind: "all", parts: [] },
  unless: [],
  gives: [],
  revokes: [],
  sets: [],
  clears: [],
  takes: { min: 0, likely: 1, max: 2 },
  leaves: [],
  measures: [],
  f3: [],
  attack: [],
  valid: {},
  basis: { status: "reported", seen: "person file", source: "person-file" },
};

interface FinishQuestion {
  readonly catalog: Catalog;
  readonly person: Person;
  readonly wiring: Wiring;
  readonly choices: Choices;
  readonly drafts: readonly Draft[];
  readonly initial: readonly { readonly condition: string; readonly expires?: number }[];
}

/** Text to numbers; conditions to something one must have. */
function finish({ catalog, person, wiring, choices, drafts, initial }: FinishQuestion): Grounded {
  const atoms: string[] = [];
  const atomOf = new Map<string, Atom>();
  const intern = (text: string): Atom => {
    const known = atomOf.get(text);
    if (known !== undefined) return known;
    atoms.push(text);
    atomOf.set(text, atoms.length - 1);
    return atoms.length - 1;
  };

  const settable = new Set([
    ...drafts.filter(isLoud).flatMap(({ sets, unless, clears }) => [...sets.map(({ condition }) => condition), ...unless, ...clears]),
    ...initial.map(({ condition }) => condition),
    ...choices.sets.map(({ condition }) => condition),
  ]);
  const atStart = new Set(initial.map(({ condition }) => condition));
  const conditions: GroundCondition[] = [...settable].sort(compareText).map((id) => ({
    id,
    kind: id.slice(0, id.indexOf("(")),
    cleared: intern(`not ${id}`),
    isSetAtStart: atStart.has(id),
  }));
  const conditionIndex = new Map(conditions.map(({ id }, index) => [id, index]));
  const stoppedBy = stopsOf(catalog, conditions);
  const clearedAtom = (id: string): Atom[] => {
    const index = conditionIndex.get(id);
    return index === undefined ? [] : [conditions[index]?.cleared ?? 0];
  };

  const rules: GroundRule[] = [];
  /** What each rule undoes, as text until all atoms are there. */
  const undoing = new Map<GroundRule, Draft>();
  const quiet: Draft[] = [];
  for (const draft of drafts) {
    const { flow } = draft;
    if (!isLoud(draft)) {
      if (draft.revokes.length > 0 || draft.leaves.length > 0) quiet.push(draft);
      continue;
    }
    const asks = [...draft.asks.map(intern), ...draft.unless.flatMap(clearedAtom)];
    const rule = outlineOf(draft);
    const sets = draft.sets.map(({ condition, expires }) => ({ condition: conditionIndex.get(condition) ?? 0, ...(expires === undefined ? {} : { expires }) }));
    const clears = draft.clears.map((condition) => conditionIndex.get(condition) ?? 0);
    const gives = draft.clears.flatMap(clearedAtom);
    // What a condition stops waits for it behind the flow's own atom; the flow itself is run, and counted, once.
    const stopped = new Map<string, { readonly gives: Atom[]; readonly more: readonly Atom[] }>();
    for (const given of draft.gives) {
      const more = stoppedBy(given);
      const group = stopped.get(more.join(","));
      if (more.length === 0) gives.push(intern(given));
      else if (group === undefined) stopped.set(more.join(","), { gives: [intern(given)], more });
      else group.gives.push(intern(given));
    }
    // A flow can be run while its yield is stopped, and yields once nothing stops it: never later than that.
    if (stopped.size > 0) {
      const done = intern(`done ${rules.length}`);
      gives.push(done);
      for (const group of stopped.values()) {
        rules.push({ ...internalRule, flow: flow.amount === undefined ? relayFlow : { ...relayFlow, amount: flow.amount }, asks: [done, ...group.more], gives: group.gives, minutes: 0, guard: [] });
      }
    }
    if (gives.length === 0 && sets.length === 0) continue;
    const made = { ...rule, asks, gives, sets, clears };
    undoing.set(made, draft);
    rules.push(made);
  }
  for (const { id, cleared } of conditions) {
    const byChoice = choices.sets.filter(({ condition }) => condition === id);
    const internal = { ...internalRule, asks: [], gives: [cleared] };
    if (!atStart.has(id)) rules.push({ ...internal, flow: nothingSetFlow, minutes: 0, guard: [...new Set(byChoice.map(({ choice }) => notChosen(choice)))] });
    const setters = [...initial.filter(({ condition }) => condition === id), ...byChoice];
    for (const { minutes, guard } of lapses(setters)) rules.push({ ...internal, flow: lapseFlow, minutes, guard });
  }
  const goals = lossesOf({ catalog, person, wiring, rules, atoms, atomOf, intern });
  const coverage = coverageOf(catalog, person, rules);
  const silent = quietRules({ drafts: quiet, atomOf, clearedAtom });
  const atomNamed = (text: string) => atomOf.get(text) ?? silent.atomOf.get(text);
  const undo = (rule: GroundRule): GroundRule => {
    const draft = undoing.get(rule) ?? silent.draftOf.get(rule);
    return draft === undefined || (draft.revokes.length === 0 && draft.leaves.length === 0) ? rule : { ...rule, ...undoneAtoms(draft, wiring, atomNamed) };
  };
  return {
    person,
    catalog,
    wiring,
    atoms,
    atomOf,
    rules: rules.map(undo),
    choices: choices.all,
    conditions,
    goals,
    coverage,
    quiet: { atoms: [...silent.atomOf.keys()], rules: [...silent.draftOf.keys()].map(undo) },
  };
}

/** Does it give or set anything? What only undoes or is only seen is no rule of the monotone reading. */
const isLoud = ({ gives, sets, clears }: Draft) => gives.length > 0 || sets.length > 0 || clears.length > 0;

/** What a rule says of itself whatever it asks and gives. */
function outlineOf({ flow, guard, institution, things, assumed }: Draft) {
  const opens = windowsOf(flow.hours);
  return {
    minutes: flow.takes.min + (flow.delay?.takes.min ?? 0),
    cost: flow.takes.min,
    guard,
    ...(opens === undefined ? {} : { opens }),
    institution,
    flow,
    things,
    assumed,
    revokes: [],
    leaves: [],
    isInternal: false,
  };
}

interface QuietQuestion {
  readonly drafts: readonly Draft[];
  readonly atomOf: ReadonlyMap<string, Atom>;
  readonly clearedAtom: (condition: string) => readonly Atom[];
}

/** Rules that give and set nothing; what only they ask gets numbers after all others. */
function quietRules({ drafts, atomOf, clearedAtom }: QuietQuestion): { readonly draftOf: ReadonlyMap<GroundRule, Draft>; readonly atomOf: ReadonlyMap<string, Atom> } {
  const more = new Map<string, Atom>();
  const intern = (text: string): Atom => {
    const known = atomOf.get(text) ?? more.get(text) ?? atomOf.size + more.size;
    if (!atomOf.has(text)) more.set(text, known);
    return known;
  };
  const draftOf = new Map<GroundRule, Draft>();
  for (const draft of drafts) {
    const asks = [...draft.asks.map(intern), ...draft.unless.flatMap(clearedAtom)];
    draftOf.set({ ...outlineOf(draft), asks, gives: [], sets: [], clears: [] }, draft);
  }
  return { draftOf, atomOf: more };
}

/** What has no atom is nothing anybody's flow asks or gives: to lose it, or to see by it, changes nothing. */
function undoneAtoms({ revokes, leaves }: Draft, wiring: Wiring, atomNamed: (text: string) => Atom | undefined): Pick<GroundRule, "revokes" | "leaves"> {
  return {
    revokes: revokes.flatMap(({ text, guard }) => {
      const atom = atomNamed(text);
      return atom === undefined ? [] : [{ atom, guard }];
    }),
    leaves: leaves.map(({ trace: { kind, about, from }, thing, guard }) => ({
      kind,
      ...(about === undefined ? {} : { about }),
      ...(from === undefined ? {} : { from }),
      ...(thing === undefined ? {} : { thing }),
      seenBy: thing === undefined ? [] : seenWith(kind, thing, wiring).flatMap((text) => atomNamed(text) ?? []),
      guard,
    })),
  };
}

/**
 * What one must have to see a trace as it is left: a text reaches whoever receives the line's texts, a notice whoever
 * is in or has a device in hand that is signed in. Records and letters are not seen that night unless asked for.
 */
function seenWith(kind: TraceKind, thing: ThingId, wiring: Wiring): readonly string[] {
  const of = thing.slice(0, thing.indexOf("."));
  const devices = of === "account" ? wiring.follow(thing, "devices").filter(({ guard }) => guard.length === 0) : [];
  const onScreens = [`enter(${thing})`, ...devices.map(({ to }) => `possess(${to})`)];
  switch (kind) {
    case "sms":
      return [`receive-sms(${thing})`];
    case "call":
      return [`receive-call(${thing})`];
    case "mail":
      return [`read-mail(${thing})`];
    case "notice":
      return of === "device" ? [`possess(${thing})`] : onScreens;
    case "kick-off":
      return onScreens;
    case "row":
      return of === "card" ? [`operate(${thing})`] : [`enter(${thing})`];
    case "record":
    case "letter":
      return [];
  }
}

const internalRule = { cost: 0, institution: "", things: new Map<string, ThingId>(), sets: [], clears: [], revokes: [], leaves: [], assumed: [], isInternal: true };
const nothingSetFlow: Flow = { ...sameSecretFlow, id: "nothing-set", title: { en: "Nothing is set", zh: "没有设置" }, takes: { min: 0, likely: 0, max: 0 } };
const relayFlow: Flow = { ...nothingSetFlow, id: "relay" };
const lapseFlow: Flow = { ...nothingSetFlow, id: "lapses", title: { en: "It lapses by itself", zh: "到期自动失效" } };

interface Setter {
  /** Absent: it is set at the start, whatever is chosen. */
  readonly choice?: number;
  readonly expires?: number;
}

/** When a condition lapses by itself: with the last of those that set it, and never while one sets it for good. */
function lapses(setters: readonly Setter[]): readonly { readonly minutes: number; readonly guard: Guard }[] {
  return setters.flatMap((last) => {
    const { expires } = last;
    if (expires === undefined) return [];
    const longer = setters.filter((other) => (other.expires ?? Infinity) > expires);
    if (longer.some(({ choice }) => choice === undefined)) return [];
    const guard = [...(last.choice === undefined ? [] : [chosen(last.choice)]), ...longer.flatMap(({ choice }) => (choice === undefined ? [] : [notChosen(choice)]))];
    return isPossible(guard) ? [{ minutes: expires, guard: [...new Set(guard)] }] : [];
  });
}

/** For a capability: what must not be set while it is to be had. */
function stopsOf(catalog: Catalog, conditions: readonly GroundCondition[]): (given: string) => readonly Atom[] {
  const byCapability = new Map<string, Atom[]>();
  for (const { id, kind, cleared } of conditions) {
    const thing = id.slice(id.indexOf("(") + 1, -1);
    for (const stopped of catalog.vocabulary.conditions.get(kind)?.stops ?? []) {
      const key = `${stopped} ${thing}`;
      byCapability.set(key, [...(byCapability.get(key) ?? []), cleared]);
    }
  }
  return (given) => {
    const open = given.indexOf("(");
    const kind = given.slice(0, open);
    const found = given
      .slice(open + 1, -1)
      .split(", ")
      .flatMap((thing) => byCapability.get(`${kind} ${thing}`) ?? []);
    return [...new Set(found)].sort((a, b) => a - b);
  };
}

function windowsOf(hours: Windows | undefined): Windows | undefined {
  return hours === undefined || (hours.length === 1 && hours[0]?.[0] === 0 && hours[0][1] >= 7 * 24 * 60) ? undefined : hours;
}

function coverageOf(catalog: Catalog, person: Person, rules: readonly GroundRule[]): Coverage {
  const touched = new Set(rules.flatMap(({ things, isInternal, institution }) => (isInternal || institution === "things" ? [] : [...things.values()])));
  const judged: ThingId[] = [];
  const notJudged: ThingId[] = [];
  for (const thing of [...person.things.values()].sort((a, b) => compareText(a.id, b.id))) {
    if (thing.institution === undefined || thing.kind === "device" || thing.kind === "mailbox") continue;
    const isKnown = catalog.institutions.has(thing.institution) && touched.has(thing.id);
    (isKnown ? judged : notJudged).push(thing.id);
  }
  return { judged, notJudged };
}

