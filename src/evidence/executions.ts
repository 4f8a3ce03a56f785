/**
 * The one index from what flows leave to observations: which executions, on which things, could have left this? A part
 * of an observation that is not known fits every trace; a part that is known must agree.
 *
 * Index: (kind, institution) → traces of steps; what names no institution is looked up under all. Cost: one look-up
 * and a comparison for each trace of that kind and institution.
 */
import { agrees, type Grounded, type GroundTrace, type Step } from "../ground/index.ts";
import { at, type Flow, physics, type TraceKind } from "../model/index.ts";
import type { Meaning } from "./meaning.ts";
import type { Observation } from "./observation.ts";

export interface Candidate {
  readonly step: Step;
  /** Which of the step's traces it is: index into `leaves`; absent: the institution's own word that the flow was run. */
  readonly trace?: number;
  /** Parts of the observation that say something and agree: institution, sign, thing. */
  readonly agreeing: number;
}

export interface TraceIndex {
  candidates(observation: Observation): readonly Candidate[];
  /** What a trace is a sign of; absent: its word has no sign. */
  signOf(trace: GroundTrace): string | undefined;
}

interface Entry {
  readonly step: Step;
  readonly trace: number;
  readonly left: GroundTrace;
  readonly sign: string | undefined;
  readonly direction: "in" | "out" | undefined;
}

export function traceIndexOf(world: Grounded, meaning: Meaning): TraceIndex {
  const nothingChosen = new Uint8Array(world.choices.length);
  const entries = new Map<string, Entry[]>();
  const byKind = new Map<TraceKind, Entry[]>();
  const signFor = ({ about }: GroundTrace) => (about === undefined ? undefined : meaning.signAbout(about));
  const stepsOf = new Map<string, Step[]>();
  const signsOf = signsOfFlows(meaning);
  for (const step of world.steps) {
    if (!agrees(step.guard, nothingChosen)) continue;
    stepsOf.set(step.institution, [...(stepsOf.get(step.institution) ?? []), step]);
    for (const [trace, left] of step.leaves.entries()) {
      if (!agrees(left.guard, nothingChosen)) continue;
      const sign = signFor(left);
      const entry: Entry = { step, trace, left, sign: sign?.id, direction: sign?.direction };
      for (const institution of institutionsOf(step, left, world)) {
        const key = `${left.kind}\n${institution}`;
        entries.set(key, [...(entries.get(key) ?? []), entry]);
      }
      byKind.set(left.kind, [...(byKind.get(left.kind) ?? []), entry]);
    }
  }
  // A line is dead where it was because it runs elsewhere: whatever puts it on a SIM of one's own.
  const lineTakers = [...stepsOf.values()]
    .flat()
    .filter((step) => step.institution !== physics && putsLineElsewhere(step, world))
    .map((step): Candidate => ({ step, agreeing: 1 }));
  const isBank = (id: string) => world.catalog.institutions.get(id)?.kind === "bank";
  const candidates = (seen: Observation): readonly Candidate[] => {
    if (isOfNobody(seen)) return [];
    if (world.catalog.signs.get(seen.sign ?? "")?.told === "line-gone")
      return lineTakers.filter(({ step }) => isAboutAny(step, seen.things, world));
    // A bank that a statement names is where the money went, and not who took it.
    const observation =
      seen.kind === "row" && seen.named.some(isBank)
        ? { ...seen, named: seen.named.filter((id) => !isBank(id)) }
        : seen;
    const found = new Map<Entry, Candidate>();
    // A text or mail that stands for a row is one as well.
    const views =
      observation.isText === true
        ? [observation, ...(["sms", "mail"] as const).map((kind) => ({ ...observation, kind }))]
        : [observation];
    for (const view of views)
      for (const kind of kindsLike(view.kind)) {
        const from = [...view.institutions, ...view.named];
        const pool =
          from.length === 0
            ? (byKind.get(kind) ?? []).filter(({ step }) => !isSomebodyElse(view, step, world))
            : from.flatMap((institution) => entries.get(`${kind}\n${institution}`) ?? []);
        for (const entry of pool) {
          const agreeing = agreement(view, entry);
          if (agreeing !== undefined) found.set(entry, { step: entry.step, trace: entry.trace, agreeing });
        }
      }
    if (found.size > 0) return [...found.values()];
    // Who is named and leaves no rows of its own left this one to whoever keeps the statement.
    const { kind, named } = observation;
    const isNobodys = named.every((each) => !entries.has(`row\n${each}`));
    if (kind === "row" && named.length > 0 && isNobodys) return candidates({ ...observation, named: [] });
    return ownWord(observation, { stepsOf, signsOf, world });
  };
  return { signOf: (trace) => signFor(trace)?.id, candidates };
}

/**
 * Who signs with a name, and with none that is known here, is nobody whose name is known: nobody is taken for another. A number
 * may be anybody's.
 */
const isSomebodyElse = (
  { kind, counterparty }: Observation,
  { institution }: Step,
  { catalog }: Grounded,
): boolean =>
  kind !== "row" &&
  /\p{L}{3}/u.test(counterparty) &&
  catalog.institutions.get(institution)?.isArchetype === false;

/** Words of which we know neither who says them nor what they are a sign of; a sender's number alone may be anybody's. */
const isOfNobody = ({ kind, institutions, named, sign, text }: Observation): boolean =>
  kind !== "row" &&
  institutions.length + named.length === 0 &&
  sign === undefined &&
  (kind === "mail" || text !== "");

/**
 * An institution writes of what was done with it in more places than the catalogue was read for: its log of a new SIM, a
 * mail where only a text is known. Where no trace fits, its own word is of any of its flows that is of that sign.
 */
function ownWord(
  { kind, sign, institutions, named, things }: Observation,
  {
    stepsOf,
    signsOf,
    world,
  }: {
    readonly stepsOf: ReadonlyMap<string, readonly Step[]>;
    readonly signsOf: (step: Step) => ReadonlySet<string>;
    readonly world: Grounded;
  },
): readonly Candidate[] {
  if (kind === "row" || sign === undefined) return [];
  return [...new Set([...institutions, ...named])]
    .flatMap((institution) => stepsOf.get(institution) ?? [])
    .filter((step) => signsOf(step).has(sign) && isAboutAny(step, things, world))
    .map((step) => ({ step, agreeing: institutions.includes(step.institution) ? 2 : 1 }));
}

const putsLineElsewhere = ({ gives }: Step, { atoms, catalog }: Grounded): boolean =>
  gives.some(
    ({ atom }) =>
      catalog.vocabulary.capabilities.get(at(atoms, atom).kind)?.roles.includes("own-line") === true,
  );

/** Of the lines, cards and accounts of a step one is meant; a step about none of their kinds speaks of any. */
function isAboutAny(step: Step, things: readonly string[], { wiring }: Grounded): boolean {
  const kindOf = (thing: string) => wiring.things.get(thing)?.kind;
  const kinds = new Set(things.map(kindOf));
  const like = [...step.things.values()].filter((thing) => kinds.has(kindOf(thing)));
  return like.length === 0 || like.some((thing) => things.includes(thing));
}

/** What a flow is a sign of: what it leaves, and what it is called; ids of signs. */
export function signsOfFlow(
  { leaves, title, id, sets, clears }: Flow,
  meaning: Meaning,
): ReadonlySet<string> {
  const left = leaves.map(({ about }) => (about === undefined ? undefined : meaning.signAbout(about)));
  // Whatever lifts a stop is called by it, and is no sign of it.
  const isLift = clears.length > 0 && sets.length === 0;
  const called = isLift ? [] : [title.en, title.zh, id.replaceAll("-", " ")].map(meaning.signIn);
  return new Set([...left, ...called].flatMap((sign) => (sign === undefined ? [] : [sign.id])));
}

function signsOfFlows(meaning: Meaning): (step: Step) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return ({ institution, flow }) => {
    const key = `${institution}/${flow.id}`;
    const found = known.get(key) ?? signsOfFlow(flow, meaning);
    known.set(key, found);
    return found;
  };
}

/** A carrier's log of what was done is a record of the institution, and so is a notice somebody wrote down. */
const kindsLike = (kind: TraceKind): readonly TraceKind[] =>
  kind === "notice" ? ["notice", "kick-off"] : kind === "letter" ? ["letter", "record"] : [kind];

/**
 * Who a trace would name: the flow's own institution; for a row also whose statement it stands in. What hands did is
 * recorded by whoever runs the thing it was done with.
 */
function institutionsOf(
  { institution, things }: Step,
  { thing, kind }: GroundTrace,
  { wiring }: Grounded,
): readonly string[] {
  const ofThing = (id: string | undefined) => {
    const keeper = id === undefined ? undefined : wiring.things.get(id)?.institution;
    return keeper === undefined ? [] : [keeper];
  };
  if (kind === "row") return [...new Set([institution, ...ofThing(thing)])];
  if (institution !== physics) return [institution];
  return [...new Set([institution, ...[...things.values()].flatMap(ofThing)])];
}

const severalTimes = 3;

/** How many known parts agree; `undefined` where one does not. */
function agreement(observation: Observation, entry: Entry): number | undefined {
  const { step, left, sign } = entry;
  const { things, sign: seen, named, institutions, kind } = observation;
  let agreeing = 0;
  if (things.length > 0) {
    // What lies with the institution speaks of the things of its flow.
    const about = left.thing === undefined ? [...step.things.values()] : [left.thing];
    if (about.some((thing) => things.includes(thing))) agreeing += 1;
    else if (left.thing !== undefined || about.length > 0) return undefined;
  }
  // A message in words we do not know that names a sum tells of money.
  const isMessage = kind === "sms" || kind === "mail";
  if (isMessage && seen === undefined && observation.amount !== undefined && entry.direction === undefined)
    return undefined;
  if (seen !== undefined && sign !== undefined) {
    // Of money that leaves the words of a statement tell little more than that; which way it goes must agree.
    const isSameWay =
      kind === "row" && entry.direction !== undefined && entry.direction === observation.direction;
    if (seen !== sign && !isSameWay) return undefined;
    // What it says weighs more than who says it: a bank writes of the wallets its cards are in.
    agreeing += seen === sign ? 2 : 0;
  }
  if (kind === "row") {
    // A statement's row that names a wallet or lender was left by that one; one that names none, by the bank itself.
    const by = named.length > 0 ? named : institutions;
    if (named.length > 0 && !named.includes(step.institution)) return undefined;
    if (by.includes(step.institution)) agreeing += 1;
    const { direction } = observation;
    if (direction === "in" && entry.direction !== "in") return undefined;
    if (direction === "out" && entry.direction === "in") return undefined;
    const { each = Number.POSITIVE_INFINITY, amount: usual } = step.flow;
    const { amount } = observation;
    if (amount !== undefined && amount > each) return undefined;
    // What is said to move a sum is not the first to be thought of for several times as much.
    if (amount !== undefined && usual !== undefined && amount > usual * severalTimes) agreeing -= 1;
  } else if (institutions.includes(step.institution)) agreeing += 1;
  return agreeing;
}
