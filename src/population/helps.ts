/**
 * What helps most: of every measure of an institution, how many people it protects and how much money, by itself, after
 * all the others, and on average over the orders in which they could be taken; and the best set for a budget of effort.
 *
 * The same people are asked under every set of measures, one bit a person, so differences are between the measures and
 * not between samples. A person is *protected* when something could be lost before and nothing can be after, *newly
 * exposed* the other way round, *locked out* when the owner no longer gets back to something needed. Both harms count
 * against a set as much as protecting somebody counts for it: that balance is its *net*.
 *
 * What to know to trust it: measures together are not the sum of each alone. Of two ways to the same loss closing one
 * protects nobody. Losses are those by flows somebody has read, so whoever is protected here may not be ruled out.
 * Cost: a closure of all people for every set asked, each set asked once.
 */
import { amountOf, type Goal } from "../ground/index.ts";
import { type AtomId, at, type BasisStatus, type ChoiceId, compareText } from "../model/index.ts";
import { activeWith, nodesOf, ownerGoals, ownerStartOf, type Reach, weakest } from "../reach/index.ts";
import { type BestSet, bestSet } from "./best-set.ts";
import {
  type Block,
  blockOf,
  choicesNamed,
  type ExposedQuestion,
  exposureOf,
  ones,
  openTemplate,
} from "./exposed.ts";
import type { Gain } from "./gain.ts";
import { closureOfMany, wordsFor } from "./many.ts";
import { uniform } from "./population.ts";

export interface HelpsQuestion extends ExposedQuestion {
  /** Over how many drawn orders what a measure adds is averaged; 0: it is not. */
  readonly orders: number;
  /** Effort there is; absent: no set is looked for. */
  readonly budget?: number;
  /** Sets the search for the best may ask about. */
  readonly setsMax: number;
  /** How many sets were asked so far; each is a walk over all people. */
  readonly progress?: (asked: number) => void;
}

export interface MeasureHelp {
  /** As one says it to `--measures`. */
  readonly measure: string;
  /** `null`: it binds all institutions. */
  readonly institution: string | null;
  readonly effort: number;
  readonly alone: Gain;
  /** The share alone protects, with the interval of the sampling. */
  readonly low: number;
  readonly high: number;
  /** What is lost again when it alone is left out of all. */
  readonly last: Gain;
  /** The mean over drawn orders, with its standard error; `null`: no order was drawn. */
  readonly average: { readonly people: number; readonly money: number; readonly error: number } | null;
  /** The weakest that the flows it changes rest on; `null`: it changes none here. */
  readonly basis: BasisStatus | null;
}

export interface InstitutionHelp {
  readonly institution: string | null;
  /** Its one measure that protects most. */
  readonly best: string;
  readonly one: Gain;
  /** All of its measures together. */
  readonly all: Gain;
  readonly basis: BasisStatus | null;
}

export interface HelpsAnswer {
  readonly population: string;
  readonly region: string | null;
  readonly people: number;
  readonly seed: number;
  readonly held: readonly string[];
  /** Who loses anything before, and what it comes to. */
  readonly exposed: number;
  readonly money: number;
  readonly together: Gain;
  /** The one that helps most by itself first. */
  readonly measures: readonly MeasureHelp[];
  /** Measures that change nothing for anybody drawn, alone or after the others. */
  readonly withoutEffect: readonly string[];
  readonly institutions: readonly InstitutionHelp[];
  readonly best: BestSet | null;
  readonly coverage: { readonly notJudged: readonly string[]; readonly cutShort: readonly string[] };
}

export function helps(question: HelpsQuestion): HelpsAnswer {
  const { population, people, seed, held, orders, budget, setsMax } = question;
  const reach = openTemplate(question);
  const measures = measuresOf(reach, question.measures ?? []);
  const ask = asker(question, reach, measures);
  const every = measures.map((_, i) => i);
  const singles = every.map((i) => ask([i]));
  const together = ask(every);
  const without = every.map((i) => ask(every.filter((each) => each !== i)));
  const averages = averaged(measures.length, { orders, seed, ask });
  const before = ask([]);
  const helped = measures.map(({ name, institution, effort, basis }, i): MeasureHelp => {
    const alone = gainOf(at(singles, i));
    const { low, high } = exposureOf(name, alone.people, people);
    const last = gainBetween(at(without, i), together);
    return {
      measure: name,
      institution,
      effort,
      alone,
      low,
      high,
      last,
      average: averages?.[i] ?? null,
      basis,
    };
  });
  const isFelt = ({ alone, last, average }: MeasureHelp) =>
    [alone, last].some((gain) => Object.values(gain).some((count) => count !== 0)) ||
    (average !== null && (average.people !== 0 || average.money !== 0));
  return {
    population: population.id,
    region: population.template.region ?? null,
    people,
    seed,
    held,
    exposed: before.exposed,
    money: before.money,
    together: gainOf(together),
    measures: helped.filter(isFelt).sort(byNet),
    withoutEffect: helped.filter((each) => !isFelt(each)).map(({ measure }) => measure),
    institutions: leagueOf(measures, helped, ask),
    best:
      budget === undefined
        ? null
        : bestSet({
            budget,
            setsMax,
            measures: helped.flatMap((each, index) =>
              isFelt(each) && each.effort <= budget
                ? [{ index, name: each.measure, effort: each.effort }]
                : [],
            ),
            gainOf: (set) => gainOf(ask(set)),
            protectedAtMost: ask.atMost,
          }),
    coverage: { notJudged: reach.world.coverage.notJudged, cutShort: reach.world.coverage.cutShort },
  };
}

const byNet = (a: MeasureHelp, b: MeasureHelp): number =>
  b.alone.net - a.alone.net ||
  b.alone.money - a.alone.money ||
  (b.average?.people ?? 0) - (a.average?.people ?? 0) ||
  compareText(a.measure, b.measure);

interface Measure {
  readonly name: string;
  readonly institution: string | null;
  readonly effort: number;
  readonly choices: readonly ChoiceId[];
  readonly basis: BasisStatus | null;
}

/** One decision of an institution for all things it concerns; those already in force are none to take. */
function measuresOf(reach: Reach, inForce: readonly string[]): readonly Measure[] {
  const { world } = reach;
  const taken = new Set(choicesNamed(reach, inForce));
  const groups = new Map<string, Measure>();
  for (const { id, by, institution, effort, index } of world.choices) {
    if (by !== "institution" || taken.has(index)) continue;
    const plain = id.replace(/\(.*\)$/, "");
    const name = institution === undefined || plain.includes("/") ? plain : `${institution}/${plain}`;
    const known = groups.get(name);
    groups.set(name, {
      name,
      institution: institution ?? null,
      effort: Math.max(effort, known?.effort ?? 0),
      choices: [...(known?.choices ?? []), index],
      basis: null,
    });
  }
  return [...groups.values()]
    .map((measure) => ({ ...measure, basis: basisOf(reach, measure.choices) }))
    .sort((a, b) => compareText(a.name, b.name));
}

/** The weakest that the flows it takes the place of, or puts there, rest on. */
function basisOf({ world }: Reach, choices: readonly ChoiceId[]): BasisStatus | null {
  const literals = new Set(choices.map((choice) => choice + 1));
  return weakest(
    world.steps
      .filter(({ guard }) => guard.some((literal) => literals.has(Math.abs(literal))))
      .map(({ flow }) => flow.basis.status),
  );
}

/** What comes of one set of measures. */
interface Outcome {
  readonly exposed: number;
  readonly money: number;
  readonly gain: Gain;
}

interface Asker {
  (set: readonly number[]): Outcome;
  /** No more are protected than these, whichever of `open` are taken beside `taken`. */
  readonly atMost: (taken: readonly number[], open: readonly number[]) => number;
}

/** People asked about at a time: their bits over some thousand nodes stay in a processor's own memory. */
const blockPeople = 8_192;

function asker(question: HelpsQuestion, reach: Reach, measures: readonly Measure[]): Asker {
  const already = choicesNamed(reach, question.measures ?? []);
  const activeOf = (set: readonly number[]) =>
    activeWith(reach, [...already, ...set.flatMap((i) => at(measures, i).choices)]);
  const blocks: OpenedBlock[] = [];
  for (let first = 0; first < question.people; first += blockPeople)
    blocks.push(openBlock(question, reach, { first, activeOf }));
  const known = new Map<string, Outcome>();
  const ask = (set: readonly number[]): Outcome => {
    const key = [...set].sort((a, b) => a - b).join();
    const active = activeOf(set);
    const made = known.get(key) ?? summed(blocks.map((block) => outcomeOf(block, active)));
    known.set(key, made);
    question.progress?.(known.size);
    return made;
  };
  return Object.assign(ask, {
    atMost(taken: readonly number[], open: readonly number[]): number {
      // A rule that is active under both asks nothing of what is open, either way.
      const [few, all] = [activeOf(taken), activeOf([...taken, ...open])];
      const sure = few.map((isActive, rule) => isActive & (all[rule] ?? 0));
      return blocks.reduce((sum, block) => sum + outcomeOf(block, sure).gain.people, 0);
    },
  });
}

const nothing: Gain = { people: 0, money: 0, newlyExposed: 0, lockedOut: 0, net: 0 };
const plus = (a: Gain, b: Gain): Gain => ({
  people: a.people + b.people,
  money: a.money + b.money,
  newlyExposed: a.newlyExposed + b.newlyExposed,
  lockedOut: a.lockedOut + b.lockedOut,
  net: a.net + b.net,
});
const gainOf = ({ gain }: Outcome): Gain => gain;
const gainBetween = (from: Outcome, to: Outcome): Gain => {
  const { people, money, newlyExposed, lockedOut, net } = from.gain;
  return plus(to.gain, {
    people: -people,
    money: -money,
    newlyExposed: -newlyExposed,
    lockedOut: -lockedOut,
    net: -net,
  });
};
const summed = (outcomes: readonly Outcome[]): Outcome =>
  outcomes.reduce(
    (all, each) => ({
      exposed: all.exposed + each.exposed,
      money: all.money + each.money,
      gain: plus(all.gain, each.gain),
    }),
    { exposed: 0, money: 0, gain: nothing },
  );

interface OpenedBlock {
  readonly block: Block;
  readonly reach: Reach;
  readonly owner: ReadonlyMap<number, Int32Array>;
  readonly needed: readonly number[];
  readonly before: {
    readonly exposed: Int32Array;
    readonly money: number;
    readonly gets: readonly Int32Array[];
  };
}

interface BlockOpening {
  readonly first: number;
  readonly activeOf: (set: readonly number[]) => Uint8Array;
}

function openBlock(question: HelpsQuestion, reach: Reach, { first, activeOf }: BlockOpening): OpenedBlock {
  const people = Math.min(blockPeople, question.people - first);
  const block = blockOf(question, reach, { first, people, ends: new Map() });
  const { world, meanings } = reach;
  const owner = new Map(
    ownerStartOf(reach, question.held).map((node) => {
      const meaning = at(meanings, node);
      return [
        node,
        meaning.kind === "atom" ? block.whoHas(at(world.atoms, meaning.atom).things) : block.robbed,
      ];
    }),
  );
  const needed = nodesOf(
    reach,
    ownerGoals(world, (_atom: AtomId) => true),
  );
  const half = { block, reach, owner, needed };
  const active = activeOf([]);
  return { ...half, before: { ...lostIn(half, active), gets: getsIn(half, active) } };
}

type HalfOpened = Omit<OpenedBlock, "before">;

const bitsOf = (bits: Int32Array, node: number, words: number): Int32Array =>
  bits.subarray(node * words, (node + 1) * words);

function lostIn(
  { block, reach }: HalfOpened,
  active: Uint8Array,
): { readonly exposed: Int32Array; readonly money: number } {
  const { rules, world, goalNodes } = reach;
  const words = wordsFor(block.people);
  const bits = closureOfMany({ rules, people: block.people, held: block.start, masks: block.masks, active });
  const exposed = new Int32Array(words);
  const whose = new Map(world.goals.map(({ id }, i) => [id, bitsOf(bits, at(goalNodes, i), words)]));
  let money = 0;
  for (const [i, goal] of world.goals.entries()) {
    const mine = bitsOf(bits, at(goalNodes, i), words);
    for (let word = 0; word < words; word++) exposed[word] = (exposed[word] ?? 0) | (mine[word] ?? 0);
    money += moneyOf(goal, mine, whose);
  }
  return { exposed, money };
}

/** As `amountOf` has it for one person: a part of what is lost whole is not lost again. */
function moneyOf(goal: Goal, mine: Int32Array, whose: ReadonlyMap<string, Int32Array>): number {
  const worth = amountOf([goal]);
  if (worth === 0) return 0;
  const wholes = goal.partOf.flatMap((id) => whose.get(id) ?? []);
  let count = 0;
  for (const [word, bits] of mine.entries())
    count += ones(bits & ~wholes.reduce((all, whole) => all | (whole[word] ?? 0), 0));
  return count * worth;
}

function getsIn({ block, reach, owner, needed }: HalfOpened, active: Uint8Array): readonly Int32Array[] {
  const words = wordsFor(block.people);
  const { people, masks } = block;
  const bits = closureOfMany({ rules: reach.rules, people, held: owner, masks, active });
  return needed.map((node) => bitsOf(bits, node, words).map((word, i) => word & (block.robbed[i] ?? 0)));
}

function outcomeOf(opened: OpenedBlock, active: Uint8Array): Outcome {
  const { before, block } = opened;
  const { exposed, money } = lostIn(opened, active);
  const gets = getsIn(opened, active);
  let [left, people, newlyExposed, lockedOut] = [0, 0, 0, 0];
  for (let word = 0; word < wordsFor(block.people); word++) {
    const [was, is] = [before.exposed[word] ?? 0, exposed[word] ?? 0];
    left += ones(is);
    people += ones(was & ~is);
    newlyExposed += ones(is & ~was);
    lockedOut += ones(
      before.gets.reduce((all, had, i) => all | ((had[word] ?? 0) & ~(gets[i]?.[word] ?? 0)), 0),
    );
  }
  const gain = {
    people,
    money: before.money - money,
    newlyExposed,
    lockedOut,
    net: people - newlyExposed - lockedOut,
  };
  return { exposed: left, money, gain };
}

interface Averaging {
  readonly orders: number;
  readonly seed: number;
  readonly ask: Asker;
}

/** What each adds to those before it, over orders drawn from the seed: an estimate of its Shapley value. */
function averaged(
  count: number,
  { orders, seed, ask }: Averaging,
): readonly { readonly people: number; readonly money: number; readonly error: number }[] | undefined {
  if (orders === 0) return undefined;
  const added = Array.from({ length: count }, () => ({ people: [] as number[], money: 0 }));
  for (let order = 0; order < orders; order++) {
    const drawn = Array.from({ length: count }, (_, i) => ({
      i,
      chance: uniform(`${seed} order ${order} ${i}`),
    }));
    drawn.sort((a, b) => a.chance - b.chance || a.i - b.i);
    const taken: number[] = [];
    let last = ask([]);
    for (const { i } of drawn) {
      taken.push(i);
      const next = ask(taken);
      const gain = gainBetween(last, next);
      at(added, i).people.push(gain.people);
      at(added, i).money += gain.money;
      last = next;
    }
  }
  return added.map(({ people, money }) => {
    const mean = people.reduce((sum, each) => sum + each, 0) / orders;
    const spread = people.reduce((sum, each) => sum + (each - mean) ** 2, 0);
    return {
      people: mean,
      money: money / orders,
      error: orders < 2 ? 0 : Math.sqrt(spread / (orders - 1) / orders),
    };
  });
}

/** Whose one change protects most people, most first; claims stand behind what somebody documented, of equals. */
function leagueOf(
  measures: readonly Measure[],
  helped: readonly MeasureHelp[],
  ask: Asker,
): readonly InstitutionHelp[] {
  const ids = [...new Set(measures.map(({ institution }) => institution))];
  return ids
    .map((institution): InstitutionHelp => {
      const own = helped.flatMap((each, i) => (each.institution === institution ? [i] : []));
      const [best] = own.map((i) => at(helped, i)).sort(byNet);
      if (best === undefined) throw new RangeError("an institution of no measure");
      return {
        institution,
        best: best.measure,
        one: best.alone,
        all: gainOf(ask(own)),
        basis: weakest(own.flatMap((i) => at(helped, i).basis ?? [])),
      };
    })
    .filter(({ one, all }) =>
      [one, all].some(({ people, money, lockedOut }) => people + money + lockedOut !== 0),
    )
    .sort(
      (a, b) =>
        b.one.net - a.one.net ||
        b.all.net - a.all.net ||
        b.one.money - a.one.money ||
        compareText(a.institution ?? "", b.institution ?? ""),
    );
}
