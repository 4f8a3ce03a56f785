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
import { type ChangedPart, catalogueDay, changesBetween, withPartOf } from "../../catalog/index.ts";
import { workBudget } from "../../graph/index.ts";
import { compareText } from "../../model/index.ts";
import type { Person } from "../../person/index.ts";
import type { Way } from "../../reach/index.ts";
import { efforts } from "../efforts.ts";
import {
  type CutFound,
  cutOf,
  institutionOf,
  type OpenedSide,
  openSide,
  playsAPart,
  type Scene,
  type Side,
  sceneOf,
} from "./scene.ts";

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
  /** Whether the cheapest cuts are compared; on unless said otherwise. */
  readonly wantsCuts?: boolean;
}

/** What the new catalogue allows an intruder, against the old. */
export type Word = "equal" | "less" | "more" | "incomparable";

/**
 * `not-ruled-out`: it was ruled out before; `ruled-out`: it was not. Both of losses reached under neither. `gained`: an
 * account or mailbox is taken over that was not, and that is on the way to no loss that is opened; `no-longer-gained`: the
 * other way round.
 */
export type EffectKind =
  | "opened"
  | "closed"
  | "sooner"
  | "later"
  | "not-ruled-out"
  | "ruled-out"
  | "gained"
  | "no-longer-gained"
  | "locked-out"
  | "let-in";

export interface Effect {
  readonly kind: EffectKind;
  readonly person: string;
  readonly held: readonly string[];
  /** The loss, or what the owner gets back to, as ground text. */
  readonly goal: string;
  /** The word of it: `charge`. */
  readonly capability: string;
  /** Who runs what is lost; absent where nobody does. */
  readonly institution?: string;
  readonly amount?: number;
  /** Minutes under each; `null`: not reached. Of what the owner gets back to, both are `null`. */
  readonly beforeMinutes: number | null;
  readonly afterMinutes: number | null;
  /** Of the loss under each, with what nobody has read as weak as the weakest of its kind; `null` of what the owner gets back to. */
  readonly beforeVerdict: Verdict | null;
  readonly afterVerdict: Verdict | null;
  /** The way of the side that allows it, or allows it sooner; `null` for the owner's. */
  readonly way: Way | null;
  /** Indexes into `changes`. Empty: no single part brings it about, and none is on the way. */
  readonly causes: readonly number[];
  /** It falls on another institution than those whose parts bring it about. */
  readonly isElsewhere: boolean;
}

export interface Change extends ChangedPart {
  /** Indexes into `effects`. */
  readonly effects: readonly number[];
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

/** Each changed part costs a world for each person with an effect; a change of more parts is told by its ways alone. */
const partsTriedMax = 24;

export function diff(question: DiffQuestion): DiffAnswer {
  const { old, now } = question;
  const parts = partsBetween(old, now);
  const told: Told = { effects: [], pairs: new Map(), cuts: [], lost: 0, notRuledOut: 0, causesUntried: 0 };
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
  const effects = [...told.effects].sort(byPlace);
  return {
    label:
      coverage.cutShort.length > 0
        ? "truncated"
        : told.cuts.some(({ before, after }) => before.kind === "open" || after.kind === "open")
          ? "bounded"
          : "exact",
    word: wordOf(effects),
    changes: parts.map((part, index) => ({
      ...part,
      effects: effects.flatMap(({ causes }, i) => (causes.includes(index) ? [i] : [])),
    })),
    effects,
    verdicts: verdictsOf(told.pairs, effects),
    cuts: told.cuts,
    coverage: {
      people: question.people.length,
      ...coverage,
      losses: told.lost,
      notRuledOut: told.notRuledOut,
      leaked: question.people.some(({ leaked = [] }) => leaked.length > 0),
      causesUntried: told.causesUntried,
    },
  };
}

interface Told {
  readonly effects: Effect[];
  /** Institution and capability of whatever can be lost under either. */
  readonly pairs: Map<string, Omit<DiffVerdict, "word">>;
  readonly cuts: CutChange[];
  lost: number;
  notRuledOut: number;
  causesUntried: number;
}

/** What is written otherwise, and after it the measures in force under one of the two alone. */
function partsBetween(old: Side, now: Side): readonly ChangedPart[] {
  const inForce = (ids: readonly string[], how: "added" | "removed") =>
    ids.map((id): ChangedPart => ({ kind: "in-force", id, how, keys: [], isWording: false }));
  return [
    ...changesBetween(old.catalog, now.catalog),
    ...inForce(without(now.measures, old.measures), "added"),
    ...inForce(without(old.measures, now.measures), "removed"),
  ];
}

/** A side with one part as the other has it. */
function withPart(side: Side, other: Side, part: ChangedPart): Side {
  const { id = "" } = part;
  if (part.kind !== "in-force") return { ...side, catalog: withPartOf(side.catalog, other.catalog, part) };
  const others = side.measures.filter((each) => each !== id);
  return { ...side, measures: other.measures.includes(id) ? [...others, id] : others };
}

const without = (from: readonly string[], what: readonly string[]): readonly string[] =>
  [...new Set(from)].filter((each) => !what.includes(each)).sort(compareText);

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
  const { old, now, startsAt, withinMinutes, wantsCuts = true } = question;
  const today = question.today ?? catalogueDay(now.catalog);
  const before = openSide(old, person.old, today);
  const after = openSide(now, person.now, today);
  const hybrids = new Map<string, OpenedSide>();
  for (const held of person.beginnings) {
    const asked = { held: [...held, ...(person.leaked ?? [])], startsAt, withinMinutes };
    const [was, is] = [sceneOf({ ...before, ...asked }), sceneOf({ ...after, ...asked })];
    told.lost += new Set([...was.losses.keys(), ...is.losses.keys()]).size;
    told.notRuledOut += [...is.possible().keys()].filter((goal) => !is.losses.has(goal)).length;
    notePairs(was, before, told);
    notePairs(is, after, told);
    const raw = effectsBetween({ was, is, before, after, held, person: person.now.id });
    /** The side an effect is of, with one part as the other side has it. */
    const sceneWith = (isNow: boolean, index: number): Scene => {
      const key = `${isNow} ${index}`;
      const part = parts[index];
      if (part === undefined) throw new RangeError(`no part ${index}`);
      const [side, other] = isNow ? [now, old] : [old, now];
      const opened =
        hybrids.get(key) ?? openSide(withPart(side, other, part), isNow ? person.now : person.old, today);
      hybrids.set(key, opened);
      return sceneOf({ ...opened, ...asked });
    };
    for (const { kind, capability, institution = null } of raw)
      if (kind === "gained" || kind === "no-longer-gained")
        told.pairs.set(`${institution ?? ""} ${capability}`, { institution, capability });
    told.effects.push(...raw.map((effect) => withCauses(effect, { parts, sceneWith, told })));
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

function notePairs({ losses, possible }: Scene, side: OpenedSide, { pairs }: Told): void {
  for (const { capability, institution } of possible().values())
    pairs.set(`${institution ?? ""} ${capability.kind}`, {
      institution: institution ?? null,
      capability: capability.kind,
    });
  for (const goal of losses.keys()) {
    const { capability, institution } = bearerOf(side, goal);
    pairs.set(`${institution ?? ""} ${capability}`, { institution: institution ?? null, capability });
  }
}

/** The word of a goal, and who runs the thing it is said of. */
function bearerOf(
  { reach }: OpenedSide,
  goal: string,
): { readonly capability: string; readonly institution?: string } {
  const { world } = reach;
  const atom = world.atomOf.get(goal);
  const capability = atom === undefined ? undefined : world.atoms[atom];
  if (capability === undefined) return { capability: goal.slice(0, goal.indexOf("(")) };
  const institution = institutionOf(reach, capability);
  return { capability: capability.kind, ...(institution === undefined ? {} : { institution }) };
}

type RawEffect = Omit<Effect, "causes" | "isElsewhere">;

interface Between {
  readonly was: Scene;
  readonly is: Scene;
  readonly before: OpenedSide;
  readonly after: OpenedSide;
  readonly held: readonly string[];
  readonly person: string;
}

function effectsBetween({ was, is, before, after, held, person }: Between): readonly RawEffect[] {
  const goals = [...new Set([...was.losses.keys(), ...is.losses.keys()])].sort(compareText);
  const effects = goals.flatMap((goal): RawEffect[] => {
    const [old, now] = [was.losses.get(goal), is.losses.get(goal)];
    const [beforeMinutes, afterMinutes] = [old?.minutes ?? null, now?.minutes ?? null];
    if (beforeMinutes === afterMinutes) return [];
    const [beforeVerdict, afterVerdict] = [verdictOn(was, goal), verdictOn(is, goal)];
    const isMore = (afterMinutes ?? Infinity) < (beforeMinutes ?? Infinity);
    const kind =
      beforeMinutes === null ? "opened" : afterMinutes === null ? "closed" : isMore ? "sooner" : "later";
    const amount = (now ?? old)?.goal.amount;
    return [
      {
        kind,
        person,
        held,
        goal,
        ...bearerOf(isMore ? after : before, goal),
        ...(amount === undefined ? {} : { amount }),
        beforeMinutes,
        afterMinutes,
        beforeVerdict,
        afterVerdict,
        way: (isMore ? is : was).wayTo(goal),
      },
    ];
  });
  const owners = (from: Scene, to: Scene, kind: "locked-out" | "let-in", side: OpenedSide) =>
    [...from.owner]
      .filter((goal) => !to.owner.has(goal))
      .sort(compareText)
      .map(
        (goal): RawEffect => ({
          kind,
          person,
          held,
          goal,
          ...bearerOf(side, goal),
          beforeMinutes: null,
          afterMinutes: null,
          beforeVerdict: null,
          afterVerdict: null,
          way: null,
        }),
      );
  return [
    ...effects,
    ...possibleBetween({ was, is, held, person }),
    ...takenBetween({ was, is, before, after, held, person }, effects),
    ...owners(was, is, "locked-out", before),
    ...owners(is, was, "let-in", after),
  ];
}

/** Taken over under one of the two alone, and no step of a way told already. */
function takenBetween(
  { was, is, before, after, held, person }: Between,
  told: readonly RawEffect[],
): readonly RawEffect[] {
  const onTheWay = new Set(told.flatMap(({ way }) => way?.steps.flatMap(({ gives }) => gives) ?? []));
  const goals = [...new Set([...was.taken.keys(), ...is.taken.keys()])].sort(compareText);
  return goals.flatMap((goal): RawEffect[] => {
    const [old, now] = [was.taken.get(goal), is.taken.get(goal)];
    if ((old === undefined) === (now === undefined) || onTheWay.has(goal)) return [];
    const [scene, side] = now === undefined ? [was, before] : [is, after];
    return [
      {
        kind: now === undefined ? "no-longer-gained" : "gained",
        person,
        held,
        goal,
        ...bearerOf(side, goal),
        beforeMinutes: old ?? null,
        afterMinutes: now ?? null,
        beforeVerdict: null,
        afterVerdict: null,
        way: scene.wayTo(goal),
      },
    ];
  });
}

export type Verdict = "reached" | "not-ruled-out" | "ruled-out";

const verdictOn = ({ losses, possible }: Scene, goal: string): Verdict =>
  losses.has(goal) ? "reached" : possible().has(goal) ? "not-ruled-out" : "ruled-out";

/** Losses nobody has shown, where what nobody has read makes the difference. */
function possibleBetween({
  was,
  is,
  held,
  person,
}: Pick<Between, "was" | "is" | "held" | "person">): readonly RawEffect[] {
  const [before, after] = [was.possible(), is.possible()];
  const goals = [...new Set([...before.keys(), ...after.keys()])].sort(compareText);
  return goals.flatMap((goal): RawEffect[] => {
    const [beforeVerdict, afterVerdict] = [verdictOn(was, goal), verdictOn(is, goal)];
    if (beforeVerdict === afterVerdict || beforeVerdict === "reached" || afterVerdict === "reached")
      return [];
    const shown = after.get(goal) ?? before.get(goal);
    if (shown === undefined) throw new RangeError(`${goal} is possible under neither`);
    const { capability, institution, amount } = shown;
    return [
      {
        kind: after.has(goal) ? "not-ruled-out" : "ruled-out",
        person,
        held,
        goal,
        capability: capability.kind,
        ...(institution === undefined ? {} : { institution }),
        ...(amount === undefined ? {} : { amount }),
        beforeMinutes: null,
        afterMinutes: null,
        beforeVerdict,
        afterVerdict,
        way: shown.wayTo(),
      },
    ];
  });
}

interface Causing {
  readonly parts: readonly ChangedPart[];
  readonly sceneWith: (isNow: boolean, index: number) => Scene;
  readonly told: Told;
}

/** Whether the effect is one of what the new catalogue allows, or of what the old did. */
const isOfNow = (kind: EffectKind): boolean =>
  kind === "opened" ||
  kind === "sooner" ||
  kind === "not-ruled-out" ||
  kind === "gained" ||
  kind === "let-in";

function withCauses(effect: RawEffect, { parts, sceneWith, told }: Causing): Effect {
  const candidates = parts.flatMap(({ isWording }, index) => (isWording ? [] : [index]));
  const isNow = isOfNow(effect.kind);
  const isTried = candidates.length <= partsTriedMax;
  if (!isTried) told.causesUntried += 1;
  const deciding = isTried ? candidates.filter((index) => isUndone(effect, sceneWith(isNow, index))) : [];
  const causes = deciding.length > 0 ? deciding : candidates.filter((index) => isOnWay(effect, parts[index]));
  return {
    ...effect,
    causes,
    isElsewhere:
      causes.length > 0 && causes.every((index) => parts[index]?.institution !== effect.institution),
  };
}

/** With the part put back, the effect is not there, or not as great. */
function isUndone({ kind, goal, beforeMinutes, afterMinutes }: RawEffect, scene: Scene): boolean {
  if (kind === "locked-out" || kind === "let-in") return !scene.owner.has(goal);
  if (kind === "gained" || kind === "no-longer-gained") return !scene.taken.has(goal);
  if (kind === "not-ruled-out" || kind === "ruled-out") return verdictOn(scene, goal) === "ruled-out";
  const minutes = scene.losses.get(goal)?.minutes ?? Infinity;
  return minutes > Math.min(beforeMinutes ?? Infinity, afterMinutes ?? Infinity);
}

function isOnWay({ way }: RawEffect, part: ChangedPart | undefined): boolean {
  if (way === null || part === undefined) return false;
  const isPart = (flow: string) => (part.kind === "flow" ? flow === part.id : part.kind !== "measure");
  return way.steps.some(({ institution, flow }) => institution === part.institution && isPart(flow));
}

const allowsMore: readonly EffectKind[] = ["opened", "sooner", "not-ruled-out", "gained"];
const allowsLess: readonly EffectKind[] = ["closed", "later", "ruled-out", "no-longer-gained"];

/** What the new catalogue allows an intruder, judged by effects on losses and on what is taken over. */
function wordOf(effects: readonly Effect[]): Word {
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

const kindOrder: readonly EffectKind[] = [
  "opened",
  "sooner",
  "not-ruled-out",
  "gained",
  "closed",
  "later",
  "ruled-out",
  "no-longer-gained",
  "locked-out",
  "let-in",
];

const byPlace = (a: Effect, b: Effect): number =>
  kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) ||
  compareText(a.person, b.person) ||
  compareText(a.held.join(), b.held.join()) ||
  compareText(a.goal, b.goal);

/** Changed parts that nobody asked about feels; wording left aside. */
export const withoutEffect = ({ changes }: DiffAnswer): readonly Change[] =>
  changes.filter(({ isWording, effects }) => !isWording && effects.length === 0);
