/**
 * What comes of sets of measures for the same people: who is exposed, what it comes to, who is locked out. Each set is
 * asked once and kept; people are walked some thousand at a time, so that their bits stay in a processor's own memory.
 */
import { chosenOf, type Grounded, worldUnder } from "../ground/index.ts";
import { at, type ChoiceId } from "../model/index.ts";
import { activeWith, choicesNamed, nodesOf, ownerGoals, type Reach } from "../reach/index.ts";
import { ones, whoReaches } from "./bits.ts";
import { type Block, blockOf, type Masks } from "./block.ts";
import type { ExposedQuestion } from "./exposed.ts";
import type { Gain } from "./gain.ts";
import { lostBy, moneyOf } from "./losses.ts";
import { closureOfMany, wordsFor } from "./many.ts";
import { ownersHave } from "./owners.ts";

export interface AskedPeople extends ExposedQuestion {
  /** How many sets were asked so far; each is a walk over all people. */
  readonly progress?: (asked: number) => void;
}

/** What comes of one set of measures. */
export interface Outcome {
  readonly exposed: number;
  readonly money: number;
  readonly gain: Gain;
}

export interface Asker {
  (set: readonly number[]): Outcome;
  /** No more are protected than these, whichever of `open` are taken beside `taken`. */
  readonly atMost: (taken: readonly number[], open: readonly number[]) => number;
}

/** People asked about at a time. */
const blockPeople = 8_192;

export function asker(
  question: AskedPeople,
  reach: Reach,
  measures: readonly { readonly choices: readonly ChoiceId[] }[],
): Asker {
  const already = choicesNamed(reach, question.measures ?? []);
  const chosenBy = (set: readonly number[]) => [...already, ...set.flatMap((i) => at(measures, i).choices)];
  const forceOf = (set: readonly number[]): Force => {
    const chosen = chosenBy(set);
    const world = worldUnder(reach.world, chosenOf(reach.world, chosen));
    return { chosen: new Set(chosen), active: activeWith(reach, chosen), world };
  };
  const nobody = forceOf([]);
  const blocks: OpenedBlock[] = [];
  for (let first = 0; first < question.people; first += blockPeople)
    blocks.push(openBlock(question, reach, { first, force: nobody }));
  const known = new Map<string, Outcome>();
  const ask = (set: readonly number[]): Outcome => {
    const key = [...set].sort((a, b) => a - b).join();
    const force = forceOf(set);
    const made = known.get(key) ?? summed(blocks.map((block) => outcomeOf(block, force)));
    known.set(key, made);
    question.progress?.(known.size);
    return made;
  };
  return Object.assign(ask, {
    atMost(taken: readonly number[], open: readonly number[]): number {
      // A rule that is active under both asks nothing of what is open, either way; who may use it under what is taken
      // may use it whatever is taken beside.
      const [few, all] = [forceOf(taken), forceOf([...taken, ...open])];
      const sure = few.active.map((isActive, rule) => isActive & (all.active[rule] ?? 0));
      const force = { chosen: few.chosen, active: sure, world: few.world };
      return blocks.reduce((sum, block) => sum + outcomeOf(block, force).gain.people, 0);
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
export const gainOf = ({ gain }: Outcome): Gain => gain;
export const gainBetween = (from: Outcome, to: Outcome): Gain => {
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

/** The measures in force, and the rules that count under them. */
interface Force {
  readonly chosen: ReadonlySet<ChoiceId>;
  readonly active: Uint8Array;
  /** What there is to be taken under them: a measure may lower a sum. */
  readonly world: Grounded;
}

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
  readonly force: Force;
}

function openBlock(question: AskedPeople, reach: Reach, { first, force }: BlockOpening): OpenedBlock {
  const { population, seed, held, leaked = [] } = question;
  const people = Math.min(blockPeople, question.people - first);
  const block = blockOf(reach, { population, seed, held, leaked, first, people, ends: new Map() });
  const owner = ownersHave({ reach, block, held });
  const needed = nodesOf(
    reach,
    ownerGoals(reach.world, () => true),
  );
  const half = { block, reach, owner, needed };
  return { ...half, before: { ...lostIn(half, force), gets: getsIn(half, force) } };
}

type HalfOpened = Omit<OpenedBlock, "before">;

function walked(
  { block, reach }: HalfOpened,
  { chosen, active }: Force,
  held: ReadonlyMap<number, Int32Array>,
): Int32Array {
  const masks: Masks = block.masksUnder(chosen);
  return closureOfMany({ rules: reach.rules, people: block.people, held, masks, active });
}

function lostIn(half: HalfOpened, force: Force): { readonly exposed: Int32Array; readonly money: number } {
  const { block, reach } = half;
  const lost = lostBy(
    { goals: force.world.goals, goalNodes: reach.goalNodes },
    walked(half, force, block.start),
    block.people,
  );
  return { exposed: lost.anything, money: moneyOf(lost) };
}

function getsIn(half: HalfOpened, force: Force): readonly Int32Array[] {
  const { block, owner, needed } = half;
  const words = wordsFor(block.people);
  const bits = walked(half, force, owner);
  return needed.map((node) => whoReaches(bits, node, words).map((word, i) => word & (block.robbed[i] ?? 0)));
}

function outcomeOf(opened: OpenedBlock, force: Force): Outcome {
  const { before, block } = opened;
  const { exposed, money } = lostIn(opened, force);
  const gets = getsIn(opened, force);
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
