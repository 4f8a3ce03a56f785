/**
 * Who could have run what, and which seen runs could have left what was seen.
 *
 * An intruder is taken to be able to know whatever can be known and to hold whatever can be held: the *relaxed* closure.
 * Otherwise a link nobody has read would make all that follows vanish, and nothing would be missed. What needs the
 * person's own face or presence stays the owner's. A seen run is one step by one actor at one observation's moment, with
 * all other observations it left near it.
 */
import type { Candidate, Observation, TraceIndex } from "../evidence/index.ts";
import { agrees, type Grounded, ownerStart, type Step } from "../ground/index.ts";
import { type AtomId, at, atomId, kindsWithRole, physics } from "../model/index.ts";
import type { Surprise } from "./incident.ts";
import { weights } from "./weights.ts";

export type Side = "owner" | "intruder";

export interface SeenRun {
  readonly step: Step;
  readonly side: Side;
  /** Indices into the observations of the incident. */
  readonly covers: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly cost: number;
}

export interface Powers {
  /** Steps an intruder could run at all, by id; the owner's. */
  readonly intruder: ReadonlySet<number>;
  readonly owner: ReadonlySet<number>;
  /** What the owner has without doing anything, and with her hands alone. */
  readonly ownerHas: ReadonlySet<AtomId>;
  /** Atom by atom: the things in the hand without which the owner does not have it. */
  readonly ownerHangsOn: ReadonlyMap<AtomId, readonly AtomId[]>;
  /** What an intruder may have had from the start: secrets, and things that can be taken. */
  readonly assumable: ReadonlyMap<AtomId, number>;
  /** What is had only with something else: a phone taken open is a phone taken. */
  readonly hadWith: ReadonlyMap<AtomId, AtomId>;
}

/** `isKept`: somebody says that what is in their hands never left them. */
export function powersOf(world: Grounded, { isKept = false }: { readonly isKept?: boolean } = {}): Powers {
  const kept = isKept ? weights.assumed.kept : 0;
  const { vocabulary } = world.catalog;
  const nothingChosen = new Uint8Array(world.choices.length);
  const steps = world.steps.filter(({ guard }) => agrees(guard, nothingChosen));
  const inHand = new Set(kindsWithRole(vocabulary, "in-hand"));
  const secret = new Set(kindsWithRole(vocabulary, "secret"));
  const assumable = new Map<AtomId, number>();
  const hadWith = new Map<AtomId, AtomId>();
  for (const [index, { kind, secret: of, things }] of world.atoms.entries()) {
    const atom = atomId(index);
    if (things.some((thing) => world.wiring.things.get(thing)?.isNew === true)) continue;
    if (secret.has(kind)) assumable.set(atom, secretCost(of ?? "", things[0] ?? ""));
    else if (inHand.has(kind) && isOwnThing(world, things[0] ?? ""))
      assumable.set(atom, weights.assumed.position + kept);
    else if (isOpenOne(world, kind, things[0] ?? "")) {
      const [inHandKind = ""] = inHand;
      const held = world.atomOf.get(`${inHandKind}(${things[0]})`);
      if (held === undefined) continue;
      assumable.set(atom, weights.assumed.open + kept);
      hadWith.set(atom, held);
    }
  }
  const start = ownerStart(world, []);
  const handy = steps.filter(({ institution }) => institution === physics);
  const ownerHas = closed(start, handy);
  const exclusive = start.filter(
    (atom) => vocabulary.capabilities.get(at(world.atoms, atom).kind)?.exclusive === true,
  );
  const ownerHangsOn = new Map<AtomId, AtomId[]>();
  for (const gone of exclusive) {
    const without = new Set(closed(ownerWithout(world, start, gone), handy));
    for (const atom of ownerHas)
      if (!without.has(atom)) ownerHangsOn.set(atom, [...(ownerHangsOn.get(atom) ?? []), gone]);
  }
  const runnable = (has: ReadonlySet<AtomId>) =>
    new Set(steps.filter(({ asks }) => asks.every((atom) => has.has(atom))).map(({ id }): number => id));
  return {
    intruder: runnable(closed([...assumable.keys()], steps)),
    owner: runnable(closed([...ownerHas], steps)),
    ownerHas,
    ownerHangsOn,
    assumable,
    hadWith,
  };
}

const identity: ReadonlySet<string> = new Set([
  "name",
  "number",
  "id-number",
  "sign-in-name",
  "address",
  "birth-date",
]);

/** Names, numbers and ID numbers leak; card numbers less; what only the owner should know hardly ever. */
function secretCost(secret: string, thing: string): number {
  if (thing.startsWith("card.") && secret === "number") return weights.assumed.cardNumber;
  return identity.has(secret) ? weights.assumed.identity : weights.assumed.secret;
}

/** A device in use when it is taken is open. */
function isOpenOne(world: Grounded, kind: string, thing: string): boolean {
  const word = world.catalog.vocabulary.capabilities.get(kind);
  const inHand = kindsWithRole(world.catalog.vocabulary, "in-hand");
  return (
    word?.exclusive === true &&
    isOwnThing(world, thing) &&
    world.wiring.things.get(thing)?.kind === "device" &&
    word.while.some((each) => inHand.includes(each))
  );
}

const isOwnThing = ({ wiring }: Grounded, thing: string): boolean =>
  wiring.things.get(thing)?.of === undefined;

/** What the owner keeps when this one thing is in other hands; with a phone go the cards in it. */
function ownerWithout(world: Grounded, start: readonly AtomId[], gone: AtomId): readonly AtomId[] {
  const kept = new Set(ownerStart(world, [at(world.atoms, gone)]));
  return start.filter((atom) => kept.has(atom));
}

function closed(start: readonly AtomId[], steps: readonly Step[]): ReadonlySet<AtomId> {
  const has = new Set(start);
  let waiting = [...steps];
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    const still: Step[] = [];
    for (const step of waiting) {
      if (!step.asks.every((atom) => has.has(atom))) {
        still.push(step);
        continue;
      }
      for (const { atom } of step.gives) has.add(atom);
      isMoving = true;
    }
    waiting = still;
  }
  return has;
}

/** For one observation no more ways are looked at than this: those that agree in most parts, and of one flow these. */
const candidatesMax = 7;
const ofOneFlowMax = 2;

export interface SeenRunsQuestion {
  readonly world: Grounded;
  readonly index: TraceIndex;
  readonly powers: Powers;
  readonly within: readonly Surprise[];
  /** Is there a file that would show a trace of this kind on this thing at that moment? */
  readonly isCovered: (kind: string, thing: string | undefined, at: number) => boolean;
  /** Rows that stand in no own bill: no account of the person's own left them. */
  readonly orphans: ReadonlyMap<number, { readonly institution: string }>;
  /** Does somebody of the owner's side say they did it, by this step? */
  readonly isToldOwn: (observation: Observation, step: Step) => boolean;
  /** Does somebody of the owner's side say that it was not theirs, or that they lost something by it? */
  readonly isDeniedOwn: (observation: Observation) => boolean;
  /** Moments somebody told of. */
  readonly anchors: readonly number[];
}

export function seenRunsOf(question: SeenRunsQuestion): readonly SeenRun[] {
  const { index, powers, within } = question;
  const found = new Map<string, SeenRun>();
  const spoken = new Set(
    within.flatMap(({ observation: { kind, things } }) => (kind === "row" ? things : [])),
  );
  const byObservation = within.map(({ observation }) =>
    best(
      index
        .candidates(observation)
        .filter(({ step }) => powers.intruder.has(step.id) && !isOwnAccounts(step, observation.id, question)),
      spoken,
    ),
  );
  const ofOwner = within.map(({ observation }) =>
    best(
      index
        .candidates(observation)
        .filter(
          ({ step }) =>
            (isOwnersOwn(step, powers) || question.isToldOwn(observation, step)) &&
            !question.isDeniedOwn(observation),
        ),
      spoken,
    ),
  );
  for (const side of ["intruder", "owner"] as const) {
    const each = side === "intruder" ? byObservation : ofOwner;
    for (const [o, candidates] of each.entries())
      for (const candidate of candidates) {
        const run = runAt(question, each, { o, candidate, side });
        const key = `${side} ${run.step.id} ${run.covers.join()}`;
        if (!found.has(key)) found.set(key, run);
      }
  }
  return [...found.values()];
}

/** What an owner does in defence, or only she can do; her other acts are ordinary life, and cost what that costs. */
const isOwnersOwn = ({ id, sets, clears, revokes }: Step, powers: Powers): boolean =>
  powers.owner.has(id) && (sets.length + clears.length > 0 || revokes.length > 0 || !powers.intruder.has(id));

/** Those that agree in most; of one flow the things that rows speak of come first, then the one that asks least. */
function best(candidates: readonly Candidate[], spoken: ReadonlySet<string>): readonly Candidate[] {
  const most = candidates.reduce((top, { agreeing }) => Math.max(top, agreeing), 0);
  const spokenOf = ({ step }: Candidate) =>
    [...step.things.values()].filter((thing) => spoken.has(thing)).length;
  const ofFlow = new Map<string, number>();
  return candidates
    .filter(({ agreeing }) => agreeing === most)
    .toSorted(
      (a, b) => spokenOf(b) - spokenOf(a) || a.step.asks.length - b.step.asks.length || a.step.id - b.step.id,
    )
    .filter(({ step }) => {
      const key = `${step.institution}/${step.flow.id} ${isNewAccount(step)}`;
      const before = ofFlow.get(key) ?? 0;
      ofFlow.set(key, before + 1);
      return before < ofOneFlowMax;
    })
    .slice(0, candidatesMax);
}

function isOwnAccounts({ things }: Step, id: number, { orphans, world }: SeenRunsQuestion): boolean {
  const orphan = orphans.get(id);
  if (orphan === undefined) return false;
  return [...things.values()].some((thing) => {
    const found = world.wiring.things.get(thing);
    return found?.kind === "account" && found.isNew !== true && found.institution === orphan.institution;
  });
}

const isNewAccount = ({ things }: Step): boolean =>
  [...things.values()].some((thing) => thing.startsWith("account.new-"));

function runAt(
  { within, isCovered, world, powers, index, isToldOwn, isDeniedOwn, anchors }: SeenRunsQuestion,
  byObservation: readonly (readonly Candidate[])[],
  { o, candidate, side }: { readonly o: number; readonly candidate: Candidate; readonly side: Side },
): SeenRun {
  const { step, trace } = candidate;
  const { observation } = within[o]!;
  const covers = [o];
  let missing = 0;
  const reach = step.flow.takes.max + (step.flow.delay?.takes.max ?? 0) + 10;
  for (const [other, left] of [...step.leaves.entries(), [undefined, undefined] as const]) {
    if (other === trace || left?.kind === "notice" || left?.kind === "kick-off") continue;
    const near = nearest(within, byObservation, { step, other, observation, reach, taken: covers });
    if (near !== undefined && !(side === "owner" && isDeniedOwn(within[near]!.observation)))
      covers.push(near);
    else if (left !== undefined && isCovered(left.kind, left.thing, observation.from)) missing += 1;
  }
  covers.sort((a, b) => a - b);
  const sign = trace === undefined ? undefined : index.signOf(step.leaves[trace]!);
  const isOtherWord =
    observation.kind === "row" &&
    sign !== undefined &&
    observation.sign !== undefined &&
    sign !== observation.sign;
  const isTold = covers.some((each) => isToldOwn(within[each]!.observation, step));
  // Nobody defends herself against what has not begun; what is dated by its day alone may have come later.
  const isBefore =
    !anchors.some((anchor) => anchor <= observation.from) &&
    !within.some(
      (other, i) =>
        !covers.includes(i) &&
        other.aMonth < outOfOrdinary &&
        other.observation.from < observation.from &&
        other.observation.to <= observation.to,
    );
  const known = rateOf(step, side, { world, powers });
  const usual = side === "owner" && isBefore ? Math.min(known, weights.owner) : known;
  const rate = isTold ? weights.toldAct[side] : usual;
  const cost =
    -Math.log(rate) +
    (step.lent === undefined ? 0 : weights.lent) +
    (isOtherWord ? weights.otherWord : 0) -
    missing * Math.log(weights.missing);
  // Where one of its traces tells the minute, one that tells only the day says nothing of when.
  const all = covers.map((each) => within[each]!.observation);
  const exact = all.filter(({ from, to }) => from === to);
  const times = exact.length > 0 ? exact : all;
  return {
    step,
    side,
    covers,
    from: Math.min(...times.map(({ from }) => from)),
    to: Math.max(...times.map(({ to }) => to)),
    cost,
  };
}

/** What is seen less than once in two months. */
const outOfOrdinary = 0.5;

interface NearQuestion {
  readonly step: Step;
  readonly other: number | undefined;
  readonly observation: Observation;
  readonly reach: number;
  readonly taken: readonly number[];
}

function nearest(
  within: readonly Surprise[],
  byObservation: readonly (readonly Candidate[])[],
  { step, other, observation, reach, taken }: NearQuestion,
): number | undefined {
  let found: number | undefined;
  let least = reach;
  for (const [i, candidates] of byObservation.entries()) {
    const near = within[i]!.observation;
    const apart = Math.max(0, near.from - observation.to, observation.from - near.to);
    if (taken.includes(i) || apart > least || !isSameSum(near, observation)) continue;
    if (!candidates.some((each) => each.step.id === step.id && each.trace === other)) continue;
    least = apart;
    found = i;
  }
  return found;
}

/** Two that both name a sum tell of one payment only where it is the same. */
const isSameSum = (one: Observation, other: Observation): boolean =>
  one.amount === undefined || other.amount === undefined || Math.abs(one.amount - other.amount) < 0.005;

/** Runs of this step in the stretch by this side. */
export function rateOf(
  step: Step,
  side: Side,
  { world, powers }: Pick<SeenRunsQuestion, "world" | "powers">,
): number {
  const { gives, sets, clears, flow } = step;
  const { capabilities, conditions } = world.catalog.vocabulary;
  const agent = flow.discretion === undefined ? 1 : (flow.discretion.chance ?? 0.2);
  const kinds = sets.map(({ condition }) => conditions.get(at(world.conditions, condition).capability.kind));
  const isWayBack = kinds.some((kind) => kind?.roles.includes("way-back") === true);
  const stops = kinds.some((kind) => kind !== undefined && kind.stops.length > 0);
  // Whoever sets up a way back does not take it down again.
  const endsWayBack = clears.some(
    (condition) =>
      conditions.get(at(world.conditions, condition).capability.kind)?.roles.includes("way-back") === true,
  );
  if (side === "owner") {
    const isDefence = (stops && !isWayBack) || endsWayBack || !powers.intruder.has(step.id);
    return (isDefence ? weights.defence : weights.owner) * agent;
  }
  const aims = gives.some(({ atom }) => {
    const word = capabilities.get(at(world.atoms, atom).kind);
    return (
      word?.isLoss === true || word?.roles.some((role) => role === "takeover" || role === "way-back") === true
    );
  });
  if ((stops || endsWayBack) && gives.length === 0) return weights.owner * agent;
  // To look at what one may see costs nothing and is done by whoever can.
  const isLook = step.leaves.length === 0 && step.revokes.length === 0;
  return (aims || isWayBack || isLook ? weights.intruderAims : weights.intruder) * agent;
}
