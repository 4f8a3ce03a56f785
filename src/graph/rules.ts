/**
 * Rules as numbers: what every question of the graph is asked of.
 *
 * A rule is an AND of the atoms it asks, an atom is an OR of the rules that give
 * it. `compile` lays both directions out as flat rows (compressed sparse rows:
 * `xFrom[i]` to `xFrom[i + 1]` is row `i` of `x`), so that walking them touches
 * memory in order and allocates nothing. A rule may be guarded by choices
 * (measures): a positive guard `m + 1` wants measure `m` chosen, a negative one
 * wants it not chosen; all guards of a rule must agree before it counts.
 *
 * What to know to trust it: atoms, rules and choices are plain indexes. They are
 * checked here, once; behind this door every index is in range by construction,
 * which is what each `!` after an index in this room rests on.
 */

/** An interned capability, a cleared condition, or anything else that is either reached or not. */
export type Atom = number;

/** Opening hours: whole minutes of the week from Monday 00:00, `[from, to)`; `from > to` runs over Sunday midnight. */
export type WeeklyWindow = readonly [from: number, to: number];

/** One rule as grounding hands it over. */
export interface PlainRule {
  /** All of these. */
  readonly asks: readonly Atom[];
  /** One or more. */
  readonly gives: readonly Atom[];
  /** The least minutes the flow takes; zero or more. */
  readonly minutes: number;
  /** Hands-on minutes, counted once however many later steps rest on it; zero or more. */
  readonly cost: number;
  /** Signed choices: `m + 1` counts only when measure `m` is chosen, `-(m + 1)` only when it is not. */
  readonly guard: readonly number[];
  /** When the flow can be begun; absent means always, an empty list means never. */
  readonly opens?: readonly WeeklyWindow[];
}

/** Rules laid out for walking. Made by `compile`; never changed afterwards. */
export interface Rules {
  readonly atomCount: number;
  readonly ruleCount: number;
  /** One more than the highest measure any guard names. */
  readonly choiceCount: number;
  readonly asksFrom: Int32Array;
  /** Distinct asked atoms, rule by rule. */
  readonly asks: Int32Array;
  readonly givesFrom: Int32Array;
  readonly gives: Int32Array;
  readonly guardsFrom: Int32Array;
  readonly guards: Int32Array;
  readonly opensFrom: Int32Array;
  /** Sorted, separate windows as `from, to` pairs in whole minutes, rule by rule; an empty row means always. */
  readonly opens: Int32Array;
  readonly waitersFrom: Int32Array;
  /** The rules that ask an atom, atom by atom. */
  readonly waiters: Int32Array;
  readonly giversFrom: Int32Array;
  /** The rules that give an atom, atom by atom. */
  readonly givers: Int32Array;
  /** How many asks a rule waits for; one more than it can ever get if it never opens. */
  readonly needs: Int32Array;
  /** The rules that ask nothing. */
  readonly unconditional: Int32Array;
  readonly minutes: Float64Array;
  readonly cost: Float64Array;
}

export const minutesPerWeek = 10_080;

/** Lays the rules out. Linear in their size; a rule that is out of range is our fault and throws. */
export function compile(atomCount: number, rules: readonly PlainRule[]): Rules {
  const asks = rows(rules, (rule) => distinct(rule.asks));
  const gives = rows(rules, (rule) => distinct(rule.gives));
  const guards = rows(rules, (rule) => distinct(rule.guard));
  const windows = rules.map((rule) => (rule.opens === undefined ? always : tidyWindows(rule.opens)));
  const opens = rows(windows, (row) => row);
  assertInRange(asks.values, atomCount);
  assertInRange(gives.values, atomCount);
  const neverOpens = new Uint8Array(rules.length);
  const minutes = new Float64Array(rules.length);
  const cost = new Float64Array(rules.length);
  rules.forEach((rule, id) => {
    if (!(rule.minutes >= 0 && rule.minutes < Infinity)) throw new RangeError("minutes must be zero or more");
    if (!(rule.cost >= 0 && rule.cost < Infinity)) throw new RangeError("cost must be zero or more");
    if (rule.opens !== undefined && windows[id]!.length === 0) neverOpens[id] = 1;
    minutes[id] = rule.minutes;
    cost[id] = rule.cost;
  });
  return layOut({ atomCount, asks, gives, guards, opens, neverOpens, minutes, cost });
}

/** Rows of numbers, one after another: row `i` is `values[from[i]]` to `values[from[i + 1]]`. */
export interface Rows {
  readonly from: Int32Array;
  readonly values: Int32Array;
}

/** Rules row by row, each row without repetition, before they are laid out for walking. */
export interface RuleRows {
  readonly atomCount: number;
  readonly asks: Rows;
  readonly gives: Rows;
  readonly guards: Rows;
  readonly opens: Rows;
  readonly neverOpens: Uint8Array;
  readonly minutes: Float64Array;
  readonly cost: Float64Array;
}

/** The second half of `compile`, for rules that come from rules: no checks, no objects. */
export function layOut({
  atomCount,
  asks,
  gives,
  guards,
  opens,
  neverOpens,
  minutes,
  cost,
}: RuleRows): Rules {
  const ruleCount = minutes.length;
  let choiceCount = 0;
  for (let i = 0; i < guards.values.length; i++) {
    const guard = guards.values[i]!;
    if (guard === 0) throw new RangeError("a guard is a signed measure plus one, never zero");
    choiceCount = Math.max(choiceCount, Math.abs(guard));
  }
  const needs = new Int32Array(ruleCount);
  const unconditional: number[] = [];
  for (let rule = 0; rule < ruleCount; rule++) {
    needs[rule] = asks.from[rule + 1]! - asks.from[rule]! + neverOpens[rule]!;
    if (needs[rule] === 0) unconditional.push(rule);
  }
  const waiters = transposed(asks, atomCount);
  const givers = transposed(gives, atomCount);
  return {
    atomCount,
    ruleCount,
    choiceCount,
    asksFrom: asks.from,
    asks: asks.values,
    givesFrom: gives.from,
    gives: gives.values,
    guardsFrom: guards.from,
    guards: guards.values,
    opensFrom: opens.from,
    opens: opens.values,
    waitersFrom: waiters.from,
    waiters: waiters.values,
    giversFrom: givers.from,
    givers: givers.values,
    needs,
    unconditional: Int32Array.from(unconditional),
    minutes,
    cost,
  };
}

/**
 * Which rules count under a selection of measures. `chosen[m]` is 1 when measure
 * `m` is chosen; measures beyond its end are not. Linear in the guards.
 */
export function activeUnder(
  rules: Rules,
  chosen: ArrayLike<number>,
  into: Uint8Array = new Uint8Array(rules.ruleCount),
): Uint8Array {
  const { guardsFrom, guards } = rules;
  for (let rule = 0; rule < rules.ruleCount; rule++) {
    let isActive = 1;
    for (let i = guardsFrom[rule]!; i < guardsFrom[rule + 1]!; i++) {
      const guard = guards[i]!;
      const isChosen = chosen[Math.abs(guard) - 1] === 1;
      if (isChosen !== guard > 0) {
        isActive = 0;
        break;
      }
    }
    into[rule] = isActive;
  }
  return into;
}

/** What a rule asks; a view of the row, not a copy. */
export const asksOf = ({ asks, asksFrom }: Rules, rule: number): Int32Array =>
  asks.subarray(asksFrom[rule]!, asksFrom[rule + 1]!);

/** Whether a rule never opens: it waits for one more than it can ever get. */
export const isNever = ({ needs, asksFrom }: Rules, rule: number): boolean =>
  needs[rule]! > asksFrom[rule + 1]! - asksFrom[rule]!;

/** The minutes one waits at minute `at` of the week before the rule can be begun; linear in its windows. */
export function waitFor(rules: Rules, rule: number, at: number): number {
  const first = rules.opensFrom[rule]!;
  const end = rules.opensFrom[rule + 1]!;
  if (first === end) return 0;
  const minute = ((at % minutesPerWeek) + minutesPerWeek) % minutesPerWeek;
  for (let i = first; i < end; i += 2) {
    if (minute < rules.opens[i]!) return rules.opens[i]! - minute;
    if (minute < rules.opens[i + 1]!) return 0;
  }
  return rules.opens[first]! + minutesPerWeek - minute;
}

function rows<Item>(items: readonly Item[], row: (item: Item) => readonly number[]): Rows {
  const from = new Int32Array(items.length + 1);
  const values: number[] = [];
  items.forEach((item, i) => {
    for (const value of row(item)) values.push(value);
    from[i + 1] = values.length;
  });
  return { from, values: Int32Array.from(values) };
}

function transposed({ from, values }: Rows, count: number): Rows {
  const back = new Int32Array(count + 1);
  for (let i = 0; i < values.length; i++) back[values[i]! + 1]!++;
  for (let i = 0; i < count; i++) back[i + 1]! += back[i]!;
  const next = back.slice(0, count);
  const turned = new Int32Array(values.length);
  for (let row = 0; row + 1 < from.length; row++)
    for (let i = from[row]!; i < from[row + 1]!; i++) turned[next[values[i]!]!++] = row;
  return { from: back, values: turned };
}

/** The values without repetition; the same array when there is none. */
function distinct(values: readonly number[]): readonly number[] {
  // Rules ask a handful of things: comparing pairs beats hashing by far until they are dozens.
  if (values.length > 32) return [...new Set(values)];
  for (let i = 1; i < values.length; i++)
    for (let j = 0; j < i; j++) if (values[i] === values[j]) return [...new Set(values)];
  return values;
}

function assertInRange(atoms: Int32Array, atomCount: number): void {
  for (let i = 0; i < atoms.length; i++)
    if (atoms[i]! < 0 || atoms[i]! >= atomCount) throw new RangeError(`no such atom: ${atoms[i]}`);
}

const always: readonly number[] = [];

/** Splits windows that run over the week's end, sorts them and joins those that touch. */
function tidyWindows(windows: readonly WeeklyWindow[]): number[] {
  const split: [number, number][] = [];
  for (const [from, to] of windows) {
    const isWhole = Number.isInteger(from) && Number.isInteger(to);
    if (!(isWhole && from >= 0 && from < minutesPerWeek && to >= 0 && to <= minutesPerWeek))
      throw new RangeError(`not minutes of a week: ${from} to ${to}`);
    if (from < to) split.push([from, to]);
    if (from > to) split.push([from, minutesPerWeek], [0, to]);
  }
  split.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const joined: number[] = [];
  for (const [from, to] of split) {
    if (from === to) continue;
    const last = joined.length - 1;
    if (last > 0 && from <= joined[last]!) joined[last] = Math.max(joined[last]!, to);
    else joined.push(from, to);
  }
  return joined;
}
