/**
 * What a change of the catalogue does to people: which losses it opens and closes, which come sooner or later, whom it
 * locks out, what the cheapest cut costs before and after; and which changed part brings about which effect.
 *
 * Each person is asked under both catalogues, from the same beginnings. A part is the cause of an effect when putting
 * that part alone back undoes it; where several parts each would do, those on the way are named. Said of each
 * institution and effect in four words: what the new catalogue allows an intruder is equal, less, more or incomparable.
 *
 * What to know to trust it: it speaks of the people it was asked about and of no others; a change without effect here
 * may have one for somebody else. "Closed" says no more than that no way anybody has read is left: whether it is ruled
 * out is the verdict beside it. Reach is an upper bound ("could ever", "not before"), so "ruled out" is sure and "opened"
 * is as sure as what was read. Asked the other way round it gives the mirror of the same answer.
 *
 * Cost: four worlds a person, two of which lend (some 50 to 100 ms each), one more for each changed part where there is an effect.
 */
import { type ChangedPart, catalogueDay, sharing } from "../../catalog/index.ts";
import { workBudget } from "../../graph/index.ts";
import { compareText } from "../../model/index.ts";
import type { Person } from "../../person/index.ts";
import { efforts } from "../efforts.ts";
import type { Tried } from "./beginnings.ts";
import { openPair, type Pair, partsBetween, withCauses } from "./causes.ts";
import { alikeBetween } from "./customers.ts";
import {
  allowsLess,
  allowsMore,
  bearerOf,
  type Effect,
  type EffectKind,
  effectsBetween,
  isOwners,
  lossKinds,
  type RawEffect,
} from "./effects.ts";
import { type FurtherPerson, further, type Unfelt } from "./further.ts";
import { givenBy } from "./given.ts";
import {
  type CutFound,
  cutOf,
  type OpenedSide,
  playsAPart,
  type Scene,
  type Side,
  sceneOf,
} from "./scene.ts";
import {
  type Lacking,
  lackingFor,
  narrowed,
  type Silence,
  silenceOf,
  type Unconcerning,
  unconcerning,
} from "./silence.ts";

export interface AskedPerson {
  /** The same file read under each catalogue. */
  readonly old: Person;
  readonly now: Person;
  /** What an intruder begins with; each is a question of its own. */
  readonly beginnings: readonly (readonly string[])[];
  /** What counts as known of everybody beside it. */
  readonly leaked?: readonly string[];
}

export interface DiffQuestion {
  readonly old: Side;
  readonly now: Side;
  readonly people: readonly AskedPerson[];
  /** The day it is, for people of no day of their own; absent: the day the new catalogue speaks of. */
  readonly today?: string | undefined;
  readonly startsAt?: number | undefined;
  readonly withinMinutes?: number | undefined;
  /** Customers of what was changed, asked of parts nobody else has felt, from stronger beginnings; absent: nobody is. */
  readonly further?: readonly FurtherPerson[] | undefined;
  /** Whether the cheapest cuts are compared; on unless said otherwise. */
  readonly wantsCuts?: boolean;
  /** Whether what the two sides have in common is worked out once; on unless said otherwise. The answer is the same. */
  readonly keeps?: boolean;
}

/** What the new catalogue allows an intruder, against the old. */
export type Word = "equal" | "less" | "more" | "incomparable";

export interface Change extends ChangedPart {
  /** Indexes into `effects`. */
  readonly effects: readonly number[];
  /** Why nobody feels it, where more is known than that. */
  readonly silence?: Silence;
  /** By customer: nobody felt it from plain beginnings; from which stronger ones it was asked again, and from which not. */
  readonly tried?: readonly Tried[];
  /** By customer: what every way of this flow asks that no flow gives and no beginning by name holds. */
  readonly lacks?: readonly Lacking[];
  /** Flows of it that concern nothing of a customer: nobody can run them as they are written. */
  readonly concernsNothing?: readonly Unconcerning[];
  /** By person: what it gave and no longer gives though neither `for`, `when` nor `gives` was changed. */
  readonly noLongerGives?: readonly Lacking[];
}

export interface DiffVerdict {
  readonly institution: string | null;
  readonly capability: string;
  readonly word: Word;
}

export interface CutChange {
  readonly person: string;
  readonly held: readonly string[];
  readonly before: CutFound;
  readonly after: CutFound;
}

export interface DiffAnswer {
  /** truncated: some world was too large to be looked at whole. bounded: some cut is not proved the cheapest. */
  readonly label: "exact" | "bounded" | "truncated";
  readonly word: Word;
  readonly changes: readonly Change[];
  readonly effects: readonly Effect[];
  /** By institution and effect, for whatever anybody asked about could lose under either. */
  readonly verdicts: readonly DiffVerdict[];
  readonly cuts: readonly CutChange[];
  readonly coverage: {
    readonly people: number;
    /** People in whose life nothing that changed plays a part. */
    readonly untouched: number;
    readonly beginnings: number;
    /** The minute of the week at which all of it begins; absent: every office is open, and opening hours do not count. */
    readonly startsAt?: number;
    /** Changed parts that were felt by nobody from those, and were asked of customers from stronger beginnings. */
    readonly askedFurther: number;
    /** Losses looked at under either catalogue, over all people and beginnings. */
    readonly losses: number;
    /** Further losses that are not ruled out under the new one: what nobody has read there decides. */
    readonly notRuledOut: number;
    /** Whether what has leaked of everybody counted as known. */
    readonly leaked: boolean;
    /** Things of which nobody has read anything, as `person: thing`; nothing is said of them. */
    readonly notJudged: readonly string[];
    /** Flows left out because they concern too many things, as `person: institution/flow`. */
    readonly cutShort: readonly string[];
    /** Effects for which no single part was tried, because there were too many. */
    readonly causesUntried: number;
  };
}

export function diff(asks: DiffQuestion): DiffAnswer {
  const { old, keeps = true } = asks;
  const now = keeps ? { ...asks.now, catalog: sharing(asks.now.catalog, old.catalog) } : asks.now;
  const question = { ...asks, now, keeps };
  const parts = partsBetween(old, now);
  const told: Told = {
    effects: [],
    pairs: new Map(),
    cuts: [],
    lost: 0,
    notRuledOut: 0,
    causesUntried: 0,
    narrowed: new Map(),
    unconcerning: new Map(),
    concerned: new Set(),
    kept: new Map(),
  };
  const coverage = { untouched: 0, beginnings: 0, notJudged: [] as string[], cutShort: [] as string[] };
  const isChanged = parts.some(({ isWording }) => !isWording);
  for (const person of question.people) {
    coverage.beginnings += person.beginnings.length;
    if (!isChanged || !isTouched(question, person, parts)) coverage.untouched += 1;
    else {
      const seen = askOne(question, person, parts, told);
      coverage.notJudged.push(...seen.notJudged);
      coverage.cutShort.push(...seen.cutShort);
    }
  }
  const silent = unfeltOf(parts, told.effects);
  const { startsAt, withinMinutes, further: customers = [] } = question;
  const today = question.today ?? catalogueDay(now.catalog);
  const asked = { old, now, parts, silent, today, keeps, startsAt, withinMinutes };
  const more = further({ ...asked, people: customers });
  if (question.further?.length === 0) {
    const given = givenBy({ ...asked, people: question.people, pairs: told.kept });
    for (const effect of given) notePair(effect, told);
    told.effects.push(...given);
  }
  for (const effect of more.effects) notePair(effect, told);
  const effects = [...told.effects, ...more.effects].sort(byPlace);
  const customerIds = new Set([...question.people, ...customers].map(({ now: { id } }) => id));
  const alike = new Map(
    [...alikeBetween(old.catalog, now.catalog)].filter(([, as]) => customerIds.has(`customer-of-${as}`)),
  );
  return {
    label:
      coverage.cutShort.length > 0
        ? "truncated"
        : told.cuts.some(({ before, after }) => before.kind === "open" || after.kind === "open")
          ? "bounded"
          : "exact",
    word: wordOf(effects),
    changes: parts.map((part, index) => {
      const own = effects.flatMap(({ causes }, i) => (causes.includes(index) ? [i] : []));
      const worlds = more.asked.get(index) ?? [];
      const hasTime = question.startsAt !== undefined;
      const silence =
        own.length > 0 || part.isWording
          ? undefined
          : silenceOf(part, {
              old,
              now,
              worlds,
              hasTime,
              today,
              undone: more.undone.get(index),
              alike: alike.get(part.institution ?? ""),
            });
      const lacks = lackingFor(part, worlds);
      const isAskedMore = own.length === 0 || more.effects.some(({ causes }) => causes.includes(index));
      const tried = isAskedMore ? (more.tried.get(index) ?? []) : [];
      const gone = told.narrowed.get(index) ?? [];
      const nothing = [
        ...new Map(
          [
            ...(told.unconcerning.get(index) ?? []),
            ...worlds.flatMap(({ person, pair }) => unconcerning(part, person.now.id, pair)),
          ].map((each) => [each.flow, each]),
        ).values(),
      ].filter(({ flow }) => !told.concerned.has(`${part.institution}/${flow}`));
      return {
        ...part,
        effects: own,
        ...(silence === undefined ? {} : { silence }),
        ...(tried.length === 0 ? {} : { tried }),
        ...(lacks.length === 0 ? {} : { lacks }),
        ...(nothing.length === 0 ? {} : { concernsNothing: nothing }),
        ...(gone.length === 0 ? {} : { noLongerGives: gone }),
      };
    }),
    effects,
    verdicts: verdictsOf(told.pairs, effects),
    cuts: told.cuts,
    coverage: {
      people: question.people.length,
      ...coverage,
      ...(question.startsAt === undefined ? {} : { startsAt: question.startsAt }),
      askedFurther: [...silent].filter(
        ([index, { more: m, less }]) => m && less && (more.asked.get(index) ?? []).length > 0,
      ).length,
      losses: told.lost,
      notRuledOut: told.notRuledOut,
      leaked: question.people.some(({ leaked = [] }) => leaked.length > 0),
      causesUntried: told.causesUntried,
    },
  };
}

/**
 * What is still to be asked from stronger beginnings. That the owner is helped or locked out says nothing of what an
 * intruder is allowed, and a way that is closed to one beginning may be opened to another.
 */
function unfeltOf(parts: readonly ChangedPart[], effects: readonly Effect[]): ReadonlyMap<number, Unfelt> {
  const feltAs = (kinds: readonly EffectKind[]) =>
    new Set(effects.flatMap(({ kind, causes }) => (kinds.includes(kind) ? causes : [])));
  const [feltMore, feltLess] = [feltAs(allowsMore), feltAs(allowsLess)];
  return new Map(
    parts.flatMap(({ isWording }, index): readonly (readonly [number, Unfelt])[] => {
      const unfelt = { more: !feltMore.has(index), less: !feltLess.has(index) };
      return isWording || !(unfelt.more || unfelt.less) ? [] : [[index, unfelt]];
    }),
  );
}

interface Told {
  readonly effects: Effect[];
  /** Institution and capability of whatever can be lost under either. */
  readonly pairs: Map<string, Omit<DiffVerdict, "word">>;
  readonly cuts: CutChange[];
  lost: number;
  notRuledOut: number;
  causesUntried: number;
  /** By part: what it gave and no longer gives. */
  readonly narrowed: Map<number, readonly Lacking[]>;
  /** By part: flows of it that concern nothing of a customer. */
  readonly unconcerning: Map<number, readonly Unconcerning[]>;
  /** Flows that concern something of anybody asked about, as `institution/flow`. */
  readonly concerned: Set<string>;
  /** The worlds of the first who were asked about, where they will be asked again. */
  readonly kept: Map<AskedPerson, Pair>;
}

/** A world of the shipped catalogue is some megabytes. */
const pairsKeptMax = 24;

function isTouched({ old, now }: DiffQuestion, person: AskedPerson, parts: readonly ChangedPart[]): boolean {
  return parts.some(({ institution, isWording }) => {
    if (isWording) return false;
    // Whom common words and measures reach is known only once the world is there.
    if (institution === undefined) return true;
    return (
      playsAPart(old.catalog, person.old, institution) || playsAPart(now.catalog, person.now, institution)
    );
  });
}

interface Seen {
  readonly notJudged: readonly string[];
  readonly cutShort: readonly string[];
}

function askOne(
  question: DiffQuestion,
  person: AskedPerson,
  parts: readonly ChangedPart[],
  told: Told,
): Seen {
  const { old, now, keeps = true, startsAt, withinMinutes, wantsCuts = true } = question;
  const today = question.today ?? catalogueDay(now.catalog);
  const pair = openPair({ old, now, person, parts, today, keeps });
  if (question.further?.length === 0 && told.kept.size < pairsKeptMax) told.kept.set(person, pair);
  const { before, after } = pair;
  for (const [index, part] of parts.entries()) noteWhom(part, index, { pair, person, told });
  for (const { institution, flow, lent } of after.reach.world.steps)
    if (lent === undefined) told.concerned.add(`${institution}/${flow.id}`);
  for (const held of person.beginnings) {
    const asked = { held: [...held, ...(person.leaked ?? [])], startsAt, withinMinutes };
    const [was, is] = [sceneOf({ ...before, ...asked }), sceneOf({ ...after, ...asked })];
    told.lost += new Set([...was.losses.keys(), ...is.losses.keys()]).size;
    told.notRuledOut += [...is.possible().keys()].filter((goal) => !is.losses.has(goal)).length;
    notePairs(was, before, told);
    notePairs(is, after, told);
    for (const raw of effectsBetween({ was, is, before, after, held, person: person.now.id })) {
      noteEffect(raw, told);
      const { effect, isTried } = withCauses(raw, pair, asked);
      if (!isTried) told.causesUntried += 1;
      told.effects.push(effect);
    }
    if (!wantsCuts) continue;
    const cuts = [before, after].map((side) => cutOf({ ...side, ...asked }, workBudget(efforts.usual)));
    const [cutBefore, cutAfter] = cuts;
    if (cutBefore !== undefined && cutAfter !== undefined && !isSameCut(cutBefore, cutAfter))
      told.cuts.push({ person: person.now.id, held, before: cutBefore, after: cutAfter });
  }
  const named = (list: readonly string[]) => list.map((each) => `${person.now.id}: ${each}`);
  const both = (of: (side: OpenedSide) => readonly string[]) =>
    named([...new Set([...of(before), ...of(after)])].sort(compareText));
  return {
    notJudged: both(({ reach }) => reach.world.coverage.notJudged),
    cutShort: both(({ reach }) => reach.world.coverage.cutShort),
  };
}

/** Measures chosen may differ among equally cheap ones; what it costs is what counts. */
const isSameCut = (a: CutFound, b: CutFound): boolean =>
  a.kind === b.kind &&
  (a.kind !== "found" || b.kind !== "found" || a.effort === b.effort) &&
  (a.kind !== "open" || b.kind !== "open" || a.lower === b.lower);

interface Noting {
  readonly pair: Pair;
  readonly person: AskedPerson;
  readonly told: Told;
}

function noteWhom(part: ChangedPart, index: number, { pair, person, told }: Noting): void {
  const { id } = person.now;
  const what = narrowed(part, pair);
  if (what.length > 0) told.narrowed.set(index, [...(told.narrowed.get(index) ?? []), { person: id, what }]);
  const nothing = unconcerning(part, id, pair);
  if (nothing.length > 0) told.unconcerning.set(index, nothing);
}

function notePair(
  { institution, capability }: Pick<RawEffect, "institution" | "capability">,
  { pairs }: Told,
): void {
  pairs.set(`${institution ?? ""} ${capability}`, { institution: institution ?? null, capability });
}

/** What is no loss of the world has its line in the table all the same. */
function noteEffect(effect: RawEffect, told: Told): void {
  const { kind } = effect;
  if (!lossKinds.has(kind) && !isOwners(effect)) notePair(effect, told);
}

function notePairs({ losses, possible }: Scene, side: OpenedSide, told: Told): void {
  for (const { capability, institution } of possible().values())
    notePair({ capability: capability.kind, ...(institution === undefined ? {} : { institution }) }, told);
  for (const goal of losses.keys()) notePair(bearerOf(side, goal), told);
}

/** What the new catalogue allows an intruder, judged by effects on losses and on what is taken over. */
function wordOf(all: readonly Effect[]): Word {
  const effects = all.filter(({ isBeyond = false }) => !isBeyond);
  const isMore = effects.some(({ kind }) => allowsMore.includes(kind));
  const isLess = effects.some(({ kind }) => allowsLess.includes(kind));
  return isMore ? (isLess ? "incomparable" : "more") : isLess ? "less" : "equal";
}

function verdictsOf(
  pairs: ReadonlyMap<string, Omit<DiffVerdict, "word">>,
  effects: readonly Effect[],
): readonly DiffVerdict[] {
  return [...pairs.values()]
    .map((pair) => ({
      ...pair,
      word: wordOf(
        effects.filter(
          ({ institution, capability }) =>
            (institution ?? null) === pair.institution && capability === pair.capability,
        ),
      ),
    }))
    .sort(
      (a, b) =>
        compareText(a.institution ?? "", b.institution ?? "") || compareText(a.capability, b.capability),
    );
}

const kindOrder: readonly EffectKind[] = [...allowsMore, ...allowsLess, "locked-out", "let-in"];

const byPlace = (a: Effect, b: Effect): number =>
  kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) ||
  compareText(a.person, b.person) ||
  compareText(a.held.join(), b.held.join()) ||
  compareText(a.goal, b.goal);

/** Changed parts that nobody asked about feels; wording left aside. */
export const withoutEffect = ({ changes }: DiffAnswer): readonly Change[] =>
  changes.filter(({ isWording, effects }) => !isWording && effects.length === 0);
