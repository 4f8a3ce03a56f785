/**
 * What the other side probably holds: whole nights played from minute 0, each weighed by how well it fits what was seen,
 * done and not seen. The source of the method is plain likelihood weighting; latents are spread evenly, so that few
 * nights do. Counted in nights, so the same question gives the same belief anywhere.
 */
import type { Grounded, Step } from "../ground/index.ts";
import { type AtomId, at, atomId, type ConditionId, conditionId, type StepId } from "../model/index.ts";
import { type OpenNight, openNight } from "../world/index.ts";
import type { Deed } from "./incident.ts";
import { meantBy, sidesOf } from "./meant.ts";
import { evenly, type Room, unspent } from "./rooms.ts";
import { type Forced, missed, needsCause, type SignRead, weigh } from "./signs.ts";

export interface DeedRead {
  readonly deed: Deed;
  /** The steps it may have been, the plainest first; empty: no flow we know does it. */
  readonly steps: readonly StepId[];
  readonly from: number;
  readonly minutes: number;
}

export interface Told {
  readonly world: Grounded;
  readonly signs: readonly SignRead[];
  readonly deeds: readonly DeedRead[];
  /** Minute of the night. */
  readonly now: number;
  /** What the owner lost with the things that are gone, though nobody took it out of a hand: the texts of a moved number. */
  readonly lostWith: readonly AtomId[];
}

export interface Particle {
  readonly room: Room;
  readonly run: number;
  readonly weight: number;
}

export interface SignShare {
  readonly read: SignRead;
  /** Of the weight of all nights, how much lies in nights that have a cause for it. */
  readonly explained: number;
  /** In how much of it the other side must have more than anybody told of, or it could not be. */
  readonly untold: number;
  /** In how much of it nobody made it: no coverage, a mistyped number. */
  readonly otherwise: number;
  /** The steps that made it, the likeliest first. */
  readonly by: readonly StepId[];
  /** Of the weight of the nights in which a step made it, how much lies in those in which the likeliest did. */
  readonly byFirst: number;
}

export interface Belief {
  readonly particles: readonly Particle[];
  /** How many equally good nights the weighed ones are worth. */
  readonly effective: number;
  readonly nights: number;
  /** Atom by atom: the share of the weight in which the intruder has it now. */
  readonly holds: ReadonlyMap<AtomId, number>;
  /** The same of the owner's side. */
  readonly ownerHolds: ReadonlyMap<AtomId, number>;
  readonly signs: readonly SignShare[];
  /** Of the weight of all nights, how much lies in nights in which each deed worked. */
  readonly deeds: readonly number[];
  readonly deedsRead: readonly DeedRead[];
  /** Condition by condition: the share of the weight in which it is set now. */
  readonly standing: ReadonlyMap<ConditionId, number>;
}

const misfit = 0.1;
const refusedThough = 0.3;
/** A way that is only usual for its kind, beside one that somebody has read at the place. */
const lentDoubt = 0.5;
/** Minutes before a sign in which what caused it is run, where nothing else did. */
const lead = 3;

/** What nothing told of explains is tried with so many causes at most. */
const hintsTried = 3;
/** Of what could have caused it as things were told, the quickest so many share it. */
const causesTried = 6;

interface Played {
  readonly weight: number;
  readonly explained: readonly boolean[];
  readonly untold: readonly boolean[];
  readonly otherwise: readonly boolean[];
  readonly by: readonly (StepId | undefined)[];
  readonly worked: readonly boolean[];
}

/** One night of a room, played through all that is told, up to now. */
export function playTold(
  told: Told,
  room: Room,
  run: number,
  seed: number,
): { night: OpenNight; played: Played } {
  const night = openNight(room.prepared, { seed, run, latents: room.latents(evenly(run)) });
  const { signs, deeds, now, world, lostWith } = told;
  for (const atom of lostWith) night.seize("intruder", atom);
  const isText = textsOf(told);
  const wouldText = textedOf(told);
  const explained = signs.map(() => false);
  const untold = signs.map(() => false);
  const otherwise = signs.map(() => false);
  const by: (StepId | undefined)[] = signs.map(() => undefined);
  const worked = deeds.map(() => false);
  let weight = 1;
  const forced = new Map<number, Forced>();
  const moments = [
    ...deeds.map((deed, i) => ({ at: deed.from, order: 1, act: () => doTold(deed, i) })),
    ...signs.map((sign, i) => ({ at: Math.max(0, sign.from - lead), order: 0, act: () => cause(sign, i) })),
    ...signs.map((sign, i) => ({ at: sign.to, order: 2, act: () => see(sign, i) })),
  ].sort((a, b) => a.at - b.at || a.order - b.order);
  const doTold = ({ deed, steps, minutes }: DeedRead, i: number) => {
    const can = steps.filter((each) => night.couldRun("owner", each));
    if (deed.result === "refused") weight *= can.length === 0 ? 1 : refusedThough;
    if (deed.result !== "done" || steps.length === 0) return;
    // One call may ask for several things; each is done by the plainest step there is for it.
    const done = new Set<string>();
    for (const step of can) {
      const effect = at(world.steps, step)
        .sets.map(({ condition }) => condition)
        .join();
      if (done.has(effect)) continue;
      if (night.force({ actor: "owner", step, minutes })) done.add(effect);
    }
    worked[i] = done.size > 0;
    if (worked[i] !== true) weight *= misfit;
  };
  const cause = (sign: SignRead, i: number) => {
    if (!needsCause(night, sign)) return;
    // Several things leave the same sign: the runs are spread over them, that none is taken for the only one.
    const share = unspent(run, i);
    const can = sign.causes.filter((each) => night.couldRun("intruder", each)).slice(0, causesTried);
    if (can.length > 0) {
      const step = at(can, Math.floor(share * can.length));
      if (night.force({ actor: "intruder", step, minutes: 1 })) forced.set(i, { step });
      return;
    }
    if (share < sign.otherwise) {
      forced.set(i, "otherwise");
      return;
    }
    // What was seen outweighs what was told: they have more than anybody knows, and little of it.
    const missing = (asks: readonly AtomId[]) => asks.filter((atom) => !night.has("intruder", atom));
    const hints = sign.hints.map(({ step, asks }) => ({ step, lacks: missing(asks) }));
    hints.sort((a, b) => a.lacks.length - b.lacks.length);
    const first = Math.floor(((share - sign.otherwise) / (1 - sign.otherwise)) * hints.length);
    for (const hint of [...hints.slice(first), ...hints.slice(0, first)].slice(0, hintsTried)) {
      // Of a number nobody else has they get no more than the one code the owner was talked out of, or not even that.
      const isGiven = (atom: AtomId) => isText(atom) || sign.asked.has(atom);
      const texts = hint.lacks.filter(isGiven);
      const lasting = hint.lacks.filter((atom) => !isGiven(atom));
      if (sign.isToOwner && (texts.length > 0 || sign.sign.sign === "moving")) {
        for (const atom of lasting) night.endow("intruder", atom);
        forced.set(i, { step: hint.step, untold: lasting.length, isTried: true });
        return;
      }
      for (const atom of hint.lacks) night.endow("intruder", atom);
      const isBegun = night.force({ actor: "intruder", step: hint.step, minutes: 1 });
      if (isBegun) night.advance({ until: Math.max(0, sign.from - lead) + 1 });
      for (const atom of texts) night.deprive("intruder", atom);
      if (!isBegun || needsCause(night, sign)) continue;
      forced.set(i, { step: hint.step, untold: hint.lacks.length });
      weight *= missed ** hint.lacks.filter(wouldText).length;
      if (at(world.steps, hint.step).lent !== undefined) weight *= lentDoubt;
      return;
    }
  };
  const see = (sign: SignRead, i: number) => {
    const seen = weigh(night, sign, forced.get(i));
    weight *= seen.weight;
    explained[i] = seen.isExplained;
    untold[i] = seen.isUntold === true;
    otherwise[i] = seen.isOtherwise === true;
    by[i] = seen.by;
  };
  for (const { at: minute, act } of moments) {
    night.advance({ until: minute });
    act();
  }
  night.advance({ until: now });
  return { night, played: { weight, explained, untold, otherwise, by, worked } };
}

/** What comes to a line whose SIM card is not gone, by what was told: its texts, its calls, its voicemail. */
function textsOf({ world, lostWith }: Told): (atom: AtomId) => boolean {
  const { capabilities } = world.catalog.vocabulary;
  const isOfLine = (kind: string) => {
    const word = capabilities.get(kind);
    return (
      word !== undefined && word.while.length > 0 && word.of[0]?.some((each) => each === "line") === true
    );
  };
  return (atom) => isOfLine(at(world.atoms, atom).kind) && !lostWith.includes(atom);
}

/**
 * What nobody gets without a text to a line on which nothing came, by what was told: a sign-in on a new phone. A way that
 * needs what is in the owner's own hand is none.
 */
function textedOf({ world, signs }: Told): (atom: AtomId) => boolean {
  const silent = signs.flatMap(({ means }) => (means.kind === "quiet" ? [...means.steps] : []));
  if (silent.length === 0) return () => false;
  const texted = new Set(silent);
  const { proofs } = world.catalog.vocabulary;
  const isInHand = (atom: AtomId) => proofs.get(at(world.atoms, atom).kind) === "device";
  return (atom) => {
    const givers = world.steps.filter(
      ({ kind, gives, asks }) =>
        kind === "flow" && gives.some((each) => each.atom === atom) && !asks.some(isInHand),
    );
    return givers.length > 0 && givers.every(({ id }) => texted.has(id));
  };
}

interface NightWeighed {
  readonly weight: number;
  readonly played: Played;
  readonly has: readonly AtomId[];
  readonly owned: readonly AtomId[];
  readonly set: readonly ConditionId[];
}

export interface BeliefQuestion {
  readonly told: Told;
  readonly rooms: readonly Room[];
  readonly seed: number;
  /** Nights to be played. */
  readonly nights: number;
}

export function believe({ told, rooms, seed, nights }: BeliefQuestion): Belief {
  const { world } = told;
  const particles: Particle[] = [];
  const all: NightWeighed[] = [];
  const perRoom = Math.max(1, Math.floor(nights / rooms.length));
  const atoms = world.atoms.map((_, atom) => atomId(atom));
  const conditions = world.conditions.map((_, condition) => conditionId(condition));
  for (const room of rooms)
    for (let run = 0; run < perRoom; run += 1) {
      const { night, played } = playTold(told, room, run, seed);
      const weight = played.weight * room.prior;
      const has = atoms.filter((atom) => night.has("intruder", atom));
      const set = conditions.filter((condition) => night.isSet(condition));
      const owned = atoms.filter((atom) => night.has("owner", atom));
      particles.push({ room, run, weight });
      all.push({ weight, played, has, owned, set });
    }
  const total = sum(all.map(({ weight }) => weight));
  const shareOf = (is: (each: (typeof all)[number]) => boolean) =>
    total === 0 ? 0 : sum(all.map((each) => (is(each) ? each.weight : 0))) / total;
  const holds = new Map<AtomId, number>();
  const ownerHolds = new Map<AtomId, number>();
  const standing = new Map<ConditionId, number>();
  for (const { weight, has, owned, set } of all) {
    for (const each of set) standing.set(each, (standing.get(each) ?? 0) + weight / total);
    for (const atom of has) holds.set(atom, (holds.get(atom) ?? 0) + weight / total);
    for (const atom of owned) ownerHolds.set(atom, (ownerHolds.get(atom) ?? 0) + weight / total);
  }
  return {
    particles,
    effective: total === 0 ? 0 : total ** 2 / sum(all.map(({ weight }) => weight ** 2)),
    nights: all.length,
    holds,
    ownerHolds,
    signs: told.signs.map((read, i) => ({
      ...madeBy(all.map(({ weight, played }) => ({ weight, step: played.by[i] }))),
      read,
      explained: shareOf(({ played }) => played.explained[i] === true),
      untold: shareOf(({ played }) => played.untold[i] === true),
      otherwise: shareOf(({ played }) => played.otherwise[i] === true),
    })),
    deedsRead: told.deeds,
    standing,
    deeds: told.deeds.map((_, i) => shareOf(({ played }) => played.worked[i] === true)),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

function madeBy(
  seen: readonly { readonly weight: number; readonly step: StepId | undefined }[],
): Pick<SignShare, "by" | "byFirst"> {
  const weights = new Map<StepId, number>();
  for (const { weight, step } of seen)
    if (step !== undefined) weights.set(step, (weights.get(step) ?? 0) + weight);
  const all = [...weights].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return {
    by: all.map(([step]) => step),
    byFirst: (all[0]?.[1] ?? 0) / Math.max(sum([...weights.values()]), Number.MIN_VALUE),
  };
}

/** So many nights that stand for the belief, each as often as its weight says, drawn evenly (systematic resampling). */
export function standIns({ particles }: Pick<Belief, "particles">, count: number): readonly Particle[] {
  const total = sum(particles.map(({ weight }) => weight));
  if (total === 0) return particles.slice(0, count);
  const chosen: Particle[] = [];
  let [passed, index] = [0, 0];
  for (let i = 0; i < count; i += 1) {
    const wanted = ((i + 0.5) / count) * total;
    while (index < particles.length - 1 && passed + at(particles, index).weight < wanted) {
      passed += at(particles, index).weight;
      index += 1;
    }
    chosen.push(at(particles, index));
  }
  return chosen;
}

/** A told deed, as steps of this world. */
export function readDeedIn(world: Grounded, deed: Deed, zero: number, now: number): DeedRead {
  const minute = (moment: number) => Math.min(now, Math.max(0, moment - zero));
  const from = minute(deed.at.from);
  return {
    deed,
    from,
    minutes: Math.max(1, minute(deed.at.to) - from),
    steps: stepsMeant(world, deed),
  };
}

function stepsMeant(world: Grounded, { action, result }: Deed): readonly StepId[] {
  const inner = /^([a-z/-]+)\((.*)\)$/.exec(action);
  const [word, on] = inner === null ? [action, undefined] : [inner[1] ?? action, inner[2]];
  const things = on === undefined ? undefined : meantBy(world, on);
  const isOn = (step: Step) =>
    things === undefined ||
    [...step.things.values()].some((thing) => things.has(thing)) ||
    step.institution === on;
  const isFlow = ({ institution, flow }: Step) => word === `${institution}/${flow.id}` || word === flow.id;
  const doesIt = (step: Step) =>
    step.sets.some(({ condition }) => {
      const { id, capability } = at(world.conditions, condition);
      return id === action || (capability.kind === word && isOn(step));
    }) || step.gives.some(({ atom }) => at(world.atoms, atom).text === action);
  const plainly = world.steps.filter(
    (step) => step.kind === "flow" && ((isFlow(step) && isOn(step)) || doesIt(step)),
  );
  // What was refused, or asked of nobody who answered, may still be asked for by its own name.
  const isFound = plainly.length > 0 || things === undefined || result !== "done";
  const found = isFound ? plainly : stoppingThere(world, word, things);
  return [...found].sort((a, b) => a.asks.length - b.asks.length || a.id - b.id).map(({ id }) => id);
}

/** What stops a thing by its own name; few people know whether a bank blocks the card or freezes the account. */
const stops = ["blocks", "freezes"] as const;

/** Where nothing there does just that, whatever stops anything of the owner's at the same place. */
function stoppingThere(world: Grounded, word: string, things: ReadonlySet<string>): readonly Step[] {
  const { conditions } = world.catalog.vocabulary;
  const isStop = (kind: string) => stops.some((role) => conditions.get(kind)?.roles.includes(role) === true);
  if (!isStop(word)) return [];
  const sides = sidesOf(world, things);
  return world.steps.filter(
    ({ kind, sets }) =>
      kind === "flow" &&
      sets.some(({ condition }) => {
        const { capability } = at(world.conditions, condition);
        return isStop(capability.kind) && capability.things.some((thing) => sides.has(thing));
      }),
  );
}
