/**
 * One person's world made ready for a stream: its steps as rules once, the closure of somebody who holds nothing, and
 * which of this person's capabilities an event speaks of.
 *
 * Somebody nobody has described has the shape of their region (`region-person.ts`): one thing of each usual kind, each
 * at an institution nobody has read, so that archetypes lend all of it. The answer says which was used.
 *
 * What to know to trust it: lent flows count, so the intruder is never thought weaker than what was read allows.
 * Cost: grounding, some tens of milliseconds a person; done once, when the person is first met.
 */
import { type Catalog, catalogueDay, readingsOn } from "../catalog/index.ts";
import { flowName, type Grounded, ground, heldIn, lendingOf, ownerStart } from "../ground/index.ts";
import { at, type InstitutionKind, physics, type ThingKind } from "../model/index.ts";
import type { Person, Thing } from "../person/index.ts";
import { activeWith, nodesOf, openReach, type Reach, stepRunBy } from "../reach/index.ts";
import { type Closures, openClosures } from "./closures.ts";
import type { DetectEvent } from "./event.ts";
import { type Base, baseOf, type Grown, minutesTo, ruleBehind, type Weights } from "./grow.ts";
import { proofWords } from "./kinds.ts";
import { startCostOf } from "./start-cost.ts";

export interface Shape {
  /** The person's, or that of the region's somebody. */
  readonly id: string;
  /** Absent: nobody described this person, and the region's stands in. */
  readonly isOwn: boolean;
  readonly reach: Reach;
  /** The ways that were read, and those lent that are usual in their kind: how near a loss is. */
  readonly weights: Weights;
  /** Of somebody who holds nothing but what anybody may know. */
  readonly base: Base;
  readonly closures: Closures;
  /** With everything that can be lent: what an intruder is not thought unable to do. */
  readonly worst: { readonly weights: Weights; readonly base: Base; readonly closures: Closures };
  /** Nodes of goals that cost money, with the amount where it is known. */
  readonly losses: readonly ShapeLoss[];
  /** What the owner still has when phone and SIM are gone. */
  readonly ownerHas: ReadonlySet<string>;
  /** What an event asked and gave, as nodes; kept, for the same few events come again and again. */
  readonly meant: Map<string, Meant>;
  /** What a proof shows, part by part; kept alike. */
  readonly parts: Map<string, readonly (readonly number[])[]>;
}

export interface ShapeLoss {
  readonly node: number;
  readonly id: string;
  readonly amount: number | undefined;
}

/** What an event speaks of: nodes whoever acted must have had, and nodes they have now. */
export interface Meant {
  readonly asked: readonly number[];
  readonly given: readonly number[];
}

export interface ShapeQuestion {
  readonly catalog: Catalog;
  readonly person: Person;
  readonly isOwn: boolean;
  readonly today: string | undefined;
}

/** A step of an institution that one can see, and one with the things in the hand, in bits of surprise. */
const costOfSeenStep = 4;
const costOfPhysics = 1;

export function shapeOf({ catalog, person, isOwn, today }: ShapeQuestion): Shape {
  const day = person.asOf ?? today ?? catalogueDay(catalog);
  // What is seen of an account names whose it is; a thing in nobody's file is never seen.
  const { loans, aspects } = lendingOf({ readings: readingsOn(catalog, day), person, asOf: day });
  const world = ground({ catalog, person, asOf: day, lend: { loans, aspects } });
  const reach = openReach(world);
  const costOfRule = Float64Array.from(reach.origins, (_, rule) => {
    const step = stepRunBy(reach, rule);
    if (step === undefined || step.kind !== "flow") return 0;
    return step.institution === physics ? costOfPhysics : costOfSeenStep;
  });
  const all = activeWith(reach, []);
  const usual = all.map((isActive, rule) => (isActive === 1 && isUsual(reach, rule) ? 1 : 0));
  const weights: Weights = { rules: reach.rules, active: usual, costOfRule };
  const worst: Weights = { rules: reach.rules, active: all, costOfRule };
  const startCost = new Float64Array(reach.rules.atomCount).fill(Infinity);
  const known: number[] = [];
  for (const [node, meaning] of reach.meanings.entries()) {
    if (meaning.kind !== "atom") continue;
    const cost = startCostOf(at(world.atoms, meaning.atom), world);
    startCost[node] = cost;
    if (cost === 0) known.push(node);
  }
  const base = baseOf(weights, known, startCost);
  const worstBase = baseOf(worst, known, startCost);
  return {
    id: person.id,
    isOwn,
    reach,
    weights,
    base,
    closures: openClosures(weights, base),
    worst: { weights: worst, base: worstBase, closures: openClosures(worst, worstBase) },
    losses: world.goals.flatMap(({ id, amount, partOf }, goal) =>
      partOf.length > 0 || amount === 0 ? [] : [{ node: at(reach.goalNodes, goal), id, amount }],
    ),
    ownerHas: ownerAfterTheft(world),
    meant: new Map(),
    parts: new Map(),
  };
}

/** Read, or lent because half of those of its kind do it; nobody is talked round by a stranger who knows nothing. */
function isUsual({ origins, world }: Reach, rule: number): boolean {
  const origin = at(origins, rule);
  if (origin.kind !== "step" && origin.kind !== "yield") return true;
  const { lent, flow } = at(world.steps, origin.step);
  return (lent === undefined || lent.distance <= 1) && flow.discretion === undefined;
}

/** What the owner of the lost-phone story still has, as texts: phone and SIM are in other hands. */
function ownerAfterTheft(world: Grounded): ReadonlySet<string> {
  const gone = [...world.person.things.values()]
    .filter(({ kind, of }) => of === undefined && (kind === "sim" || kind === "device"))
    .map(({ id }) => `possess(${id})`)
    .filter((text) => world.atomOf.has(text as never));
  return new Set(ownerStart(world, heldIn(world, gone)).map((atom) => at(world.atoms, atom).text));
}

/** The nodes an event speaks of. */
export function meantBy(shape: Shape, event: DetectEvent, catalog: Catalog): Meant {
  const key = `${event.institution} ${event.flow ?? ""} ${event.word} ${event.proofs.join()} ${Object.values(event.things).join()}`;
  const known = shape.meant.get(key);
  if (known !== undefined) return known;
  // Words and proofs are closed lists; the limit is for hostile things and institutions.
  if (shape.meant.size > 4_096) shape.meant.clear();
  const found = findMeant(shape, event, catalog);
  shape.meant.set(key, found);
  return found;
}

/** Part by part what somebody needs to give a proof: one of the nodes. A part of which this world knows nothing is none. */
export function partsOf(
  shape: Shape,
  word: string,
  event: DetectEvent,
  catalog: Catalog,
): readonly (readonly number[])[] {
  const key = `${event.institution} ${word} ${event.group} ${Object.values(event.things).join()}`;
  const known = shape.parts.get(key);
  if (known !== undefined) return known;
  if (shape.parts.size > 4_096) shape.parts.clear();
  const said = proofWords[word];
  const found = (said?.needs ?? said?.shows ?? [])
    .map((pattern) => nodesOfPattern(shape, pattern, event, catalog))
    .filter((nodes) => nodes.length > 0);
  shape.parts.set(key, found);
  return found;
}

function findMeant(shape: Shape, event: DetectEvent, catalog: Catalog): Meant {
  const { reach } = shape;
  const { world } = reach;
  const shown = event.proofs.flatMap((word) => proofWords[word]?.shows ?? []);
  const nodes = (patterns: readonly string[]) =>
    sorted(patterns.flatMap((pattern) => nodesOfPattern(shape, pattern, event, catalog)));
  const asked = nodes([...shown, ...(event.kind?.asks ?? [])]).filter((node) => !isPresence(reach, node));
  if (event.flow === undefined) return { asked, given: nodes(event.kind?.gives ?? []) };
  const named = new Set(Object.values(event.things));
  const steps = world.steps.filter(
    ({ institution, flow }) => institution === event.institution && flow.id === event.flow,
  );
  const fitting = steps.filter(({ things }) =>
    [...things].every(([, thing]) => named.size === 0 || named.has(thing) || !isRival(thing, named)),
  );
  const chosen = fitting.length > 0 ? fitting : steps;
  const given = sorted(
    chosen.flatMap((step) => [
      ...nodesOf(
        reach,
        step.gives.map(({ atom }) => atom),
      ),
    ]),
  );
  // Which of several ways was taken, the proofs say; without them only what every way asks is sure.
  const [first, ...others] = chosen;
  const common = (first?.asks ?? []).filter((atom) => others.every(({ asks }) => asks.includes(atom)));
  const held = common.filter((atom) => at(world.atoms, atom).kind !== "appear-in-person");
  return { asked: sorted([...asked, ...nodesOf(reach, held)]), given };
}

/** Whoever was taken for the owner at one desk is not held to be so at every other: a forged paper is shown anew. */
function isPresence({ meanings, world }: Reach, node: number): boolean {
  const meaning = meanings[node];
  return meaning?.kind === "atom" && at(world.atoms, meaning.atom).kind === "appear-in-person";
}

/** Whether the event names another thing of the same kind. */
const isRival = (thing: string, named: ReadonlySet<string>): boolean => {
  const kind = thing.split(".", 1)[0];
  return [...named].some((other) => other.startsWith(`${kind}.`));
};

const sorted = (nodes: readonly number[]): readonly number[] => [...new Set(nodes)].sort((a, b) => a - b);

/** `pay-with(account,card)` of the things at this institution; what is no word of this world has no node. */
function nodesOfPattern(
  shape: Shape,
  pattern: string,
  event: DetectEvent,
  catalog: Catalog,
): readonly number[] {
  return textsOfPattern(shape, pattern, event, catalog).flatMap((text) => {
    const node = nodeOfText(shape, text);
    return node === undefined ? [] : [node];
  });
}

export function nodeOfText({ reach }: Shape, text: string): number | undefined {
  const atom = reach.world.atomOf.get(text);
  return atom === undefined ? undefined : reach.nodeOfAtom.get(atom);
}

/** The ground texts of a pattern: every choice of this person's things that it may mean at this institution. */
export function textsOfPattern(
  shape: Shape,
  pattern: string,
  event: Pick<DetectEvent, "institution" | "things" | "group">,
  catalog: Catalog,
): readonly string[] {
  const match = /^([a-z-]+)\(([a-z]+)(?:\.([a-z-]+))?(?:,([a-z]+))?\)$/.exec(pattern);
  if (match === null) throw new RangeError(`\`${pattern}\` is no pattern`);
  const [, word = "", first = "", secret, second] = match;
  const firsts = thingsMeant(shape, first as ThingKind, event, catalog);
  const tail = secret === undefined ? "" : `.${secret}`;
  if (second === undefined) return firsts.map((thing) => `${word}(${thing}${tail})`);
  const seconds = thingsMeant(shape, second as ThingKind, event, catalog);
  return firsts.flatMap((one) => seconds.map((two) => `${word}(${one}, ${two})`));
}

/** Which of the person's own things of a kind an event may mean: those it names, those at this institution, else all. */
function thingsMeant(
  { reach }: Shape,
  kind: ThingKind,
  { institution, things, group }: Pick<DetectEvent, "institution" | "things" | "group">,
  catalog: Catalog,
): readonly string[] {
  if (kind === "person") return ["person"];
  const own = [...reach.world.wiring.things.values()].filter(
    (thing) => thing.kind === kind && thing.of === undefined,
  );
  const named = things[kind];
  const exact = own.filter(({ id, name }) => id === named || name === named);
  if (exact.length > 0) return ids(exact);
  const here = own.filter((thing) => thing.institution === institution);
  if (here.length > 0) return ids(here);
  const meant = kindOf(catalog, institution) ?? kindOfGroup[group];
  const alike = own.filter((thing) => {
    const found = kindOf(catalog, thing.institution);
    // Whoever makes phones runs mailboxes too: it may be where this person's is.
    return (
      thing.isNew !== true &&
      found !== undefined &&
      (found === meant || (meant === "vendor" && found === "mail"))
    );
  });
  if (alike.length > 0 && (kind === "account" || kind === "card")) return ids(alike);
  // Accounts and cards elsewhere are not meant; lines, phones, mailboxes and papers are wherever one is.
  return kind === "account" ? [] : ids(own.filter(({ isNew }) => isNew !== true));
}

const counterChannels: ReadonlySet<string> = new Set(["counter", "branch"]);
const countersKept = new WeakMap<Shape, ReadonlySet<string>>();

/**
 * The institutions of this world at which somebody can appear: those with a step at a counter, read or lent. That some way
 * somewhere asks for presence is no counter: whoever asks it in an app or on the phone means a picture or a voice.
 */
function countersOf(shape: Shape): ReadonlySet<string> {
  const known = countersKept.get(shape);
  if (known !== undefined) return known;
  const { steps, atoms } = shape.reach.world;
  const found = new Set(
    steps
      .filter(
        ({ asks, flow }) =>
          flow.channel !== undefined &&
          counterChannels.has(flow.channel) &&
          asks.some((atom) => at(atoms, atom).kind === "appear-in-person"),
      )
      .map(({ institution }) => institution),
  );
  countersKept.set(shape, found);
  return found;
}

/**
 * Whether somebody can appear in person where this happened. An institution this world does not have is like those of
 * its kind; of one of which not even the kind is known nobody can say no.
 */
export function hasCounter(
  shape: Shape,
  { institution, group }: Pick<DetectEvent, "institution" | "group">,
  catalog: Catalog,
): boolean {
  const counters = countersOf(shape);
  if (catalog.institutions.get(institution)?.noCounter !== undefined) return false;
  if (counters.has(institution)) return true;
  const { wiring } = shape.reach.world;
  if ([...wiring.things.values()].some((thing) => thing.institution === institution)) return false;
  const kind = kindOf(catalog, institution) ?? kindOfGroup[group];
  return kind !== undefined && counterKinds.includes(kind) && kindsOfCounters(shape, catalog).has(kind);
}

/** In this order somebody is sent: banks have most counters, and know their customers by their papers. */
const counterKinds: readonly InstitutionKind[] = ["bank", "carrier", "government"];

export function kindsWithCounter(shape: Shape, catalog: Catalog): readonly InstitutionKind[] {
  const found = kindsOfCounters(shape, catalog);
  return counterKinds.filter((kind) => found.has(kind));
}

const kindsOfCounters = (shape: Shape, catalog: Catalog): ReadonlySet<InstitutionKind | undefined> =>
  new Set([...countersOf(shape)].map((institution) => kindOf(catalog, institution)));

const ids = (things: readonly Thing[]): readonly string[] => things.map(({ id }) => id).sort();

const kindOf = (catalog: Catalog, institution: string | undefined): InstitutionKind | undefined =>
  institution === undefined ? undefined : catalog.institutions.get(institution)?.kind;

/** What kind of institution an unknown one most likely is, by what happened there. */
const kindOfGroup: Readonly<Record<string, InstitutionKind>> = {
  line: "carrier",
  "line-service": "carrier",
  device: "vendor",
  pay: "bank",
  "own-move": "bank",
  credit: "lender",
  show: "bank",
};

/** The flows that are left on the shortest way to a loss, and how long it takes. */
export interface Stage {
  readonly loss: string;
  readonly minutes: number;
  readonly steps: number;
  readonly left: readonly string[];
}

const stagesKept = new WeakMap<Grown, { readonly stage: Stage | undefined }>();

/** The nearest loss of a closure; `undefined` where none is within reach. */
export function stageOf(shape: Shape, grown: Grown): Stage | undefined {
  const known = stagesKept.get(grown);
  if (known !== undefined) return known.stage;
  const stage = findStage(shape, grown);
  stagesKept.set(grown, { stage });
  return stage;
}

function findStage(shape: Shape, grown: Grown): Stage | undefined {
  let best: ShapeLoss | undefined;
  let soonest = Infinity;
  for (const loss of shape.losses) {
    const minutes = minutesTo(grown, loss.node);
    if (minutes >= soonest) continue;
    soonest = minutes;
    best = loss;
  }
  if (best === undefined) return undefined;
  const left = wayTo(shape, grown, best.node);
  return { loss: best.id, minutes: soonest, steps: left.length, left };
}

/** The steps behind a node, in the order in which they end, as `institution/flow`. */
function wayTo({ reach, weights }: Shape, grown: Grown, goal: number): readonly string[] {
  const { asksFrom, asks, minutes: own } = weights.rules;
  const seen = new Set<number>([goal]);
  const rules = new Map<number, number>();
  for (const node of seen) {
    const rule = ruleBehind(grown, node);
    if (rule < 0 || rules.has(rule)) continue;
    let ready = 0;
    for (let i = asksFrom[rule]!; i < asksFrom[rule + 1]!; i++) {
      ready = Math.max(ready, minutesTo(grown, asks[i]!));
      seen.add(asks[i]!);
    }
    rules.set(rule, ready + own[rule]!);
  }
  const names = [...rules]
    .sort(([a, endA], [b, endB]) => endA - endB || a - b)
    .flatMap(([rule]) => {
      const step = stepRunBy(reach, rule);
      return step === undefined || step.kind !== "flow" ? [] : [flowName(step)];
    });
  return [...new Set(names)];
}
