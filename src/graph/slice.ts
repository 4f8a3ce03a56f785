/**
 * The part of the rules that can matter: what is reachable from the start and
 * relevant to the goals.
 *
 * A rule is kept when everything it asks can be reached with every guard assumed
 * to agree (so the slice serves every selection of measures) and when something
 * it gives leads back from a goal. What is dropped can be in no minimal proof of a
 * goal, so reach, earliest times, cheapest ways and cuts of the goals are the same
 * on the slice. On real cases this leaves tens of rules out of thousands.
 *
 * What to know to trust it: numbers change. `ruleIds` and `atomIds` lead back.
 */
import { closure } from "./closure.ts";
import { type Atom, isNever, layOut, type Rows, type Rules } from "./rules.ts";

/** Smaller rules, and the way back to the numbers of the larger ones. */
export interface Slice {
  readonly rules: Rules;
  /** The larger rules' number of each rule, and of each atom, in the slice. */
  readonly ruleIds: Int32Array;
  readonly atomIds: Int32Array;
  readonly held: Int32Array;
  /** The goals in the slice's numbers; a goal that can never be reached is left out. */
  readonly goals: Int32Array;
  /** The slice's number of a larger atom, or `undefined` when it was dropped. */
  atomOf(atom: Atom): Atom | undefined;
}

export interface SliceQuestion {
  readonly held: ArrayLike<Atom>;
  readonly goals: ArrayLike<Atom>;
  /** Rules whose entry is 0 are dropped as well. */
  readonly active?: Uint8Array | undefined;
}

/** Forward-reachable and backward-relevant; linear in the rules. */
export function slice(rules: Rules, { held, goals, active }: SliceQuestion): Slice {
  const { reached } = closure(rules, held, active);
  const isHeld = new Uint8Array(rules.atomCount);
  for (let i = 0; i < held.length; i++) isHeld[held[i]!] = 1;
  const isRelevant = new Uint8Array(rules.atomCount);
  const isKept = new Uint8Array(rules.ruleCount);
  const queue: Atom[] = [];
  const want = (atom: Atom) => {
    if (isRelevant[atom] === 1) return;
    isRelevant[atom] = 1;
    queue.push(atom);
  };
  for (let i = 0; i < goals.length; i++) if (reached[goals[i]!] === 1) want(goals[i]!);
  for (const atom of queue) {
    if (isHeld[atom] === 1) continue;
    for (let i = rules.giversFrom[atom]!; i < rules.giversFrom[atom + 1]!; i++) {
      const rule = rules.givers[i]!;
      if (isKept[rule] === 1 || !canFire(rules, rule, reached, active)) continue;
      isKept[rule] = 1;
      for (let j = rules.asksFrom[rule]!; j < rules.asksFrom[rule + 1]!; j++) want(rules.asks[j]!);
    }
  }
  const kept: number[] = [];
  for (let rule = 0; rule < rules.ruleCount; rule++) if (isKept[rule] === 1) kept.push(rule);
  return pick(rules, {
    ruleIds: kept,
    held,
    goals: list(goals).filter((goal) => reached[goal] === 1),
    isWanted: isRelevant,
  });
}

export interface Picked {
  readonly ruleIds: readonly number[];
  readonly held: ArrayLike<Atom>;
  readonly goals: ArrayLike<Atom>;
  /** Given atoms whose entry is 0 are left out. */
  readonly isWanted?: Uint8Array;
}

/** Just these rules, with the atoms they speak of numbered afresh. Linear in what is picked; of much, plus one array of all atoms. */
export function pick(rules: Rules, { ruleIds, held, goals, isWanted }: Picked): Slice {
  const newAtom = numbering(rules.atomCount, ruleIds.length);
  const atomIds: Atom[] = [];
  const renumber = (atom: Atom): Atom => {
    const known = newAtom.of(atom);
    if (known !== undefined) return known;
    const number = atomIds.push(atom) - 1;
    newAtom.is(atom, number);
    return number;
  };
  const ids = Int32Array.from(ruleIds);
  const mappedGoals = Int32Array.from(goals, renumber);
  const asks = copied(rules.asksFrom, rules.asks, ids);
  for (let i = 0; i < asks.values.length; i++) asks.values[i] = renumber(asks.values[i]!);
  const gives = copied(rules.givesFrom, rules.gives, ids, isWanted);
  for (let i = 0; i < gives.values.length; i++) gives.values[i] = renumber(gives.values[i]!);
  const mappedHeld: Atom[] = [];
  for (const atom of new Set(list(held))) {
    const number = newAtom.of(atom);
    if (number !== undefined) mappedHeld.push(number);
  }
  const neverOpens = new Uint8Array(ids.length);
  const minutes = new Float64Array(ids.length);
  const cost = new Float64Array(ids.length);
  for (let i = 0; i < ids.length; i++) {
    const rule = ids[i]!;
    if (isNever(rules, rule)) neverOpens[i] = 1;
    minutes[i] = rules.minutes[rule]!;
    cost[i] = rules.cost[rule]!;
  }
  const small = layOut({
    atomCount: atomIds.length,
    asks,
    gives,
    guards: copied(rules.guardsFrom, rules.guards, ids),
    opens: copied(rules.opensFrom, rules.opens, ids),
    neverOpens,
    minutes,
    cost,
  });
  return {
    rules: small,
    ruleIds: ids,
    atomIds: Int32Array.from(atomIds),
    held: Int32Array.from(mappedHeld),
    goals: mappedGoals,
    atomOf: newAtom.of,
  };
}

interface Numbering {
  of(atom: Atom): Atom | undefined;
  is(atom: Atom, number: Atom): void;
}

/** A few rules of very many speak of few atoms: an array of all would be made, and cleared away, for nothing. */
const fewRules = 16;

function numbering(atomCount: number, ruleCount: number): Numbering {
  if (ruleCount * fewRules < atomCount) {
    const numbers = new Map<Atom, Atom>();
    return { of: (atom) => numbers.get(atom), is: (atom, number) => void numbers.set(atom, number) };
  }
  const numbers = new Int32Array(atomCount).fill(-1);
  return {
    of: (atom) => {
      const number = numbers[atom];
      return number === -1 ? undefined : number;
    },
    is: (atom, number) => {
      numbers[atom] = number;
    },
  };
}

/** The rows of these rules, entries that are not wanted left out. */
function copied(from: Int32Array, values: Int32Array, ids: Int32Array, isWanted?: Uint8Array): Rows {
  let most = 0;
  for (let row = 0; row < ids.length; row++) most += from[ids[row]! + 1]! - from[ids[row]!]!;
  const newFrom = new Int32Array(ids.length + 1);
  const newValues = new Int32Array(most);
  let size = 0;
  for (let row = 0; row < ids.length; row++) {
    const id = ids[row]!;
    for (let i = from[id]!; i < from[id + 1]!; i++)
      if (isWanted === undefined || isWanted[values[i]!] === 1) newValues[size++] = values[i]!;
    newFrom[row + 1] = size;
  }
  return { from: newFrom, values: newValues.subarray(0, size) };
}

function canFire(rules: Rules, rule: number, reached: Uint8Array, active: Uint8Array | undefined): boolean {
  if (active !== undefined && active[rule] === 0) return false;
  const first = rules.asksFrom[rule]!;
  const end = rules.asksFrom[rule + 1]!;
  if (isNever(rules, rule)) return false;
  for (let i = first; i < end; i++) if (reached[rules.asks[i]!] === 0) return false;
  return true;
}

function list(atoms: ArrayLike<Atom>): Atom[] {
  return Array.from(atoms);
}
