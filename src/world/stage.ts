/**
 * The world as numbers: the same rules reach is asked of, laid out for running in time.
 *
 * `ground` splits a flow whose yield a condition may stop into the flow and a relay; here the two are one step again,
 * with what it asks, gives, takes from others, sets, clears and leaves, how long it takes and how often it may run.
 * Everything a night looks up is an index into a typed array; a stage is made once for a world and a choice of
 * measures and never changed by a night.
 *
 * What to know to trust it: no rule is added, and none is changed. Atoms and rules are numbered as in `Grounded`, the
 * quiet ones after the others.
 */
import {
  type Atom,
  activeUnder,
  closure,
  compile,
  type Grounded,
  type GroundRule,
  type GroundTrace,
  type Rules,
} from "../graph/index.ts";
import type { Takes } from "../model/index.ts";
import { hashText, pertQuantiles, type Quantiles } from "./chance.ts";
import { type Ledger, ledgerOf } from "./ledger.ts";

/** Rows of numbers, one after another: row `i` is `values[from[i]]` to `values[from[i + 1]]`. */
export interface Rows {
  readonly from: Int32Array;
  readonly values: Int32Array;
}

export interface StageTrace {
  readonly trace: GroundTrace;
  readonly seenBy: Int32Array;
}

export interface Stage {
  readonly world: Grounded;
  readonly inForce: readonly number[];
  readonly atomCount: number;
  readonly ruleCount: number;
  readonly conditionCount: number;
  /** The rules as reach reads them, for hours and for planning. */
  readonly rules: Rules;
  /** 1 for a step somebody can take under the measures in force. */
  readonly isStep: Uint8Array;
  /** What must be had; what must not be set. */
  readonly asks: Rows;
  readonly needsClear: Rows;
  readonly gives: Rows;
  /** Beside each entry of `gives`: what must go on being had for it to be had. */
  readonly anchors: Rows;
  /** Atom by atom: the entries of `gives` that give it, and those that hang on it. */
  readonly givenAt: Rows;
  readonly anchoredAt: Rows;
  /** Entry of `gives` by entry: its rule. */
  readonly giver: Int32Array;
  /** Atom by atom: the conditions that stop it; condition by condition: the atoms it stops. */
  readonly stops: Rows;
  readonly stopped: Rows;
  readonly revokes: Rows;
  readonly sets: Rows;
  /** Beside each entry of `sets`: minutes after which it lapses; Infinity: never. */
  readonly expires: Float64Array;
  readonly clears: Rows;
  readonly traces: readonly (readonly StageTrace[])[];
  /** Accounts whose other sessions a step throws out, as `enter` atoms. */
  readonly kicksOff: Rows;
  /** A position and not a fact: its loss is noticed without trying (`while` or `exclusive` in the vocabulary). */
  readonly isPosition: Uint8Array;
  readonly isExclusive: Uint8Array;
  readonly positions: Int32Array;
  readonly takesMin: Float64Array;
  readonly takesRange: Float64Array;
  readonly takesLikely: Float64Array;
  readonly takesShape: readonly (Quantiles | undefined)[];
  readonly delayMin: Float64Array;
  readonly delayRange: Float64Array;
  readonly delayShape: readonly (Quantiles | undefined)[];
  /** 1 where a delay stands between what is asked and what is given. */
  readonly hasDelay: Uint8Array;
  /** The delayed rules a rule cancels; by what one is told of a delayed rule while it waits. */
  readonly cancels: Rows;
  readonly toldOfDelay: Rows;
  /** The chance that an agent gives way; 1 where no agent decides, 0 where nobody has stated one. */
  readonly chance: Float64Array;
  /** Executions of one group count together against `mostTimes` in `mostPer` minutes; -1: no limit. */
  readonly mostGroup: Int32Array;
  readonly mostGroups: number;
  /** Runs of one group that are remembered; a limit of more is none. */
  readonly mostMemory: number;
  readonly mostTimes: Int32Array;
  readonly mostPer: Float64Array;
  /** Draws of the same act in two variants of a world have the same address. */
  readonly drawKey: Int32Array;
  /** 1 for trying the same secret elsewhere: once one of the two is changed it leads nowhere. */
  readonly isSameSecret: Uint8Array;
  readonly isSetAtStart: Uint8Array;
  /** Minute at which a condition set at the start lapses; Infinity: never. */
  readonly lapsesAt: Float64Array;
  /** 1 for atoms whose gain by the intruder is a takeover: an account, card or mailbox entered or operated. */
  readonly isTakeover: Uint8Array;
  readonly ledger: Ledger;
}

/** The rule of this number, the quiet ones counted after the others. */
export function ruleAt(world: Grounded, rule: number): GroundRule {
  const found = world.rules[rule] ?? world.quiet.rules[rule - world.rules.length];
  if (found === undefined) throw new RangeError(`no rule ${rule}`);
  return found;
}

export function atomText(world: Grounded, atom: Atom): string {
  return world.atoms[atom] ?? world.quiet.atoms[atom - world.atoms.length] ?? "";
}

/** `institution/flow`, as stories and answers write it. */
export const flowName = ({ institution, flow }: GroundRule): string => `${institution}/${flow.id}`;

/** No office lets one do a thing more often than this in a while and minds the next time. */
const mostMemoryMax = 64;

export interface StageQuestion {
  readonly world: Grounded;
  readonly inForce?: readonly number[] | undefined;
  /** What a discretion has for a chance where nobody stated one; 0 unless told otherwise. */
  readonly unstatedChance?: number | undefined;
}

export function stageOf({ world, inForce = [], unstatedChance = 0 }: StageQuestion): Stage {
  const all = [...world.rules, ...world.quiet.rules];
  const atomCount = world.atoms.length + world.quiet.atoms.length;
  const ruleCount = all.length;
  const chosen = new Uint8Array(world.choices.length);
  for (const choice of inForce) chosen[choice] = 1;
  const rules = compile(atomCount, all);
  const active = activeUnder(rules, chosen);
  const holds = (guard: readonly number[]) =>
    guard.every((literal) => (chosen[Math.abs(literal) - 1] === 1) === literal > 0);
  const { vocabulary } = world.catalog;
  const kindOf = (atom: Atom) => {
    const text = atomText(world, atom);
    return text.slice(0, Math.max(0, text.indexOf("(")));
  };
  const conditionOf = new Map(world.conditions.map(({ cleared }, index) => [cleared, index] as const));
  const isDone = (atom: Atom) => atomText(world, atom).startsWith("done ");
  const relaysOf = new Map<Atom, GroundRule[]>();
  for (const rule of world.rules) {
    if (rule.flow.id !== "relay") continue;
    const done = rule.asks.find(isDone) ?? -1;
    relaysOf.set(done, [...(relaysOf.get(done) ?? []), rule]);
  }

  const isStep = Uint8Array.from(all, ({ isInternal }, rule) => (isInternal || active[rule] !== 1 ? 0 : 1));
  const steps = all.map((rule, id) => (isStep[id] === 1 ? rule : undefined));
  const asks = steps.map((rule) => [...new Set(rule?.asks.filter((atom) => !conditionOf.has(atom)) ?? [])]);
  const needsClear = steps.map((rule) => rule?.asks.flatMap((atom) => conditionOf.get(atom) ?? []) ?? []);
  const gives = steps.map((rule) => {
    const own = rule?.gives.filter((atom) => !conditionOf.has(atom)) ?? [];
    return [
      ...new Set(
        own.flatMap((atom) =>
          isDone(atom) ? (relaysOf.get(atom) ?? []).flatMap((relay) => relay.gives) : [atom],
        ),
      ),
    ];
  });
  const giver = Int32Array.from(gives.flatMap((row, rule) => row.map(() => rule)));
  const flat = gives.flat();
  const anchors = flat.map((atom, entry) => {
    const hangsOn = vocabulary.capabilities.get(kindOf(atom))?.while ?? [];
    return (asks[giver[entry] ?? 0] ?? []).filter((asked) => hangsOn.includes(kindOf(asked)));
  });
  const stops = stopsByAtom(world, conditionOf);
  const initial = conditionsAtStart(world, active);
  const groups = new Map<string, number>();
  const groupOf = (rule: GroundRule): number => {
    if (rule.flow.atMost === undefined) return -1;
    const key = `${flowName(rule)} ${[...rule.gives, ...rule.clears.map((each) => `c${each}`), ...rule.sets.map(({ condition }) => `s${condition}`)].filter((each) => typeof each === "string" || !isDone(each)).join(" ")}`;
    const known = groups.get(key) ?? groups.size;
    groups.set(key, known);
    return known;
  };
  const shapeOf = ({ min, likely, max }: Takes): Quantiles | undefined =>
    max <= min ? undefined : pertQuantiles((likely - min) / (max - min));
  const noTime = { min: 0, likely: 0, max: 0 };
  const delays = all.map(({ flow }) => flow.delay?.takes ?? noTime);
  const position = (atom: Atom) => {
    const kind = vocabulary.capabilities.get(kindOf(atom));
    return kind !== undefined && (kind.while.length > 0 || kind.exclusive);
  };
  const atoms = Array.from({ length: atomCount }, (_, atom) => atom);
  const stopRows = rowsOf(stops);
  return {
    world,
    inForce,
    atomCount,
    ruleCount,
    conditionCount: world.conditions.length,
    rules,
    isStep,
    asks: rowsOf(asks),
    needsClear: rowsOf(needsClear),
    gives: rowsOf(gives),
    anchors: rowsOf(anchors),
    givenAt: turned(rowsOf(flat.map((atom) => [atom])), atomCount),
    anchoredAt: turned(rowsOf(anchors), atomCount),
    giver,
    stops: stopRows,
    stopped: turned(stopRows, world.conditions.length),
    revokes: rowsOf(
      steps.map((rule) => rule?.revokes.flatMap(({ atom, guard }) => (holds(guard) ? [atom] : [])) ?? []),
    ),
    sets: rowsOf(steps.map((rule) => rule?.sets.map(({ condition }) => condition) ?? [])),
    expires: Float64Array.from(
      steps.flatMap((rule) => rule?.sets.map(({ expires }) => expires ?? Infinity) ?? []),
    ),
    clears: rowsOf(steps.map((rule) => [...(rule?.clears ?? [])])),
    traces: steps.map(
      (rule) =>
        rule?.leaves.flatMap((trace) =>
          holds(trace.guard) ? [{ trace, seenBy: Int32Array.from(trace.seenBy) }] : [],
        ) ?? [],
    ),
    kicksOff: rowsOf(
      steps.map(
        (rule) =>
          rule?.leaves.flatMap(({ kind, thing, guard }) =>
            kind === "kick-off" && holds(guard) ? [world.atomOf.get(`enter(${thing})`) ?? []].flat() : [],
          ) ?? [],
      ),
    ),
    isPosition: Uint8Array.from(atoms, (atom) => (position(atom) ? 1 : 0)),
    isExclusive: Uint8Array.from(atoms, (atom) =>
      vocabulary.capabilities.get(kindOf(atom))?.exclusive === true ? 1 : 0,
    ),
    takesMin: Float64Array.from(all, ({ flow }) => flow.takes.min),
    takesRange: Float64Array.from(all, ({ flow }) => flow.takes.max - flow.takes.min),
    takesLikely: Float64Array.from(all, ({ flow }) => flow.takes.likely),
    takesShape: all.map(({ flow }) => shapeOf(flow.takes)),
    delayMin: Float64Array.from(delays, ({ min }) => min),
    delayRange: Float64Array.from(delays, ({ min, max }) => max - min),
    delayShape: delays.map(shapeOf),
    hasDelay: Uint8Array.from(all, ({ flow }) => (flow.delay === undefined ? 0 : 1)),
    cancels: turned(rowsOf(all.map((rule) => cancellers(all, rule))), ruleCount),
    toldOfDelay: rowsOf(all.map((rule) => toldOf(world, rule))),
    positions: Int32Array.from(atoms.filter(position)),
    chance: Float64Array.from(all, ({ flow }) =>
      flow.discretion === undefined ? 1 : (flow.discretion.chance ?? unstatedChance),
    ),
    mostGroup: Int32Array.from(all, groupOf),
    mostGroups: groups.size,
    mostMemory: all.reduce(
      (most, { flow }) => Math.max(most, Math.min(mostMemoryMax, flow.atMost?.times ?? 0)),
      1,
    ),
    mostTimes: Int32Array.from(all, ({ flow }) => flow.atMost?.times ?? 0),
    mostPer: Float64Array.from(all, ({ flow }) => flow.atMost?.perMinutes ?? 0),
    drawKey: Int32Array.from(all, (rule) =>
      hashText(`${flowName(rule)} ${[...new Set(rule.things.values())].sort().join(" ")}`),
    ),
    isSameSecret: Uint8Array.from(all, ({ institution, flow }) =>
      institution === "things" && flow.id === "same-secret" ? 1 : 0,
    ),
    ...initial,
    isTakeover: Uint8Array.from(atoms, (atom) =>
      ["enter", "operate", "read-mail", "control"].includes(kindOf(atom)) ? 1 : 0,
    ),
    ledger: ledgerOf(world, all),
  };
}

/** Atom by atom: the conditions of one of its things that stop its kind. A secret is stopped by nothing. */
function stopsByAtom(
  world: Grounded,
  conditionOf: ReadonlyMap<Atom, number>,
): readonly (readonly number[])[] {
  const thingsOf = (text: string) => text.slice(text.indexOf("(") + 1, -1).split(", ");
  const stopping = new Map<string, number[]>();
  for (const [index, { id, kind }] of world.conditions.entries()) {
    for (const stopped of world.catalog.vocabulary.conditions.get(kind)?.stops ?? []) {
      for (const thing of thingsOf(id)) {
        const key = `${stopped} ${thing}`;
        stopping.set(key, [...(stopping.get(key) ?? []), index]);
      }
    }
  }
  return Array.from({ length: world.atoms.length + world.quiet.atoms.length }, (_, atom) => {
    const text = atomText(world, atom);
    const open = text.indexOf("(");
    if (open < 0 || conditionOf.has(atom)) return [];
    const found = thingsOf(text).flatMap((thing) => stopping.get(`${text.slice(0, open)} ${thing}`) ?? []);
    return [...new Set(found)].sort((a, b) => a - b);
  });
}

/**
 * Which conditions are set at the start, and when they lapse: said by the bookkeeping rules of the grounding, so that
 * measures that set something count as they do in reach.
 */
function conditionsAtStart(world: Grounded, active: Uint8Array): Pick<Stage, "isSetAtStart" | "lapsesAt"> {
  const isSetAtStart = new Uint8Array(world.conditions.length).fill(1);
  const lapsesAt = new Float64Array(world.conditions.length).fill(Infinity);
  const conditionOf = new Map(world.conditions.map(({ cleared }, index) => [cleared, index] as const));
  for (const [id, { flow, gives, isInternal, minutes }] of world.rules.entries()) {
    if (!isInternal || active[id] !== 1) continue;
    for (const atom of gives) {
      const condition = conditionOf.get(atom);
      if (condition === undefined) continue;
      if (flow.id === "nothing-set") isSetAtStart[condition] = 0;
      if (flow.id === "lapses") lapsesAt[condition] = Math.min(lapsesAt[condition] ?? Infinity, minutes);
    }
  }
  return { isSetAtStart, lapsesAt };
}

/** The rules of the same institution that cancel this delayed one for the same things. */
function cancellers(
  all: readonly GroundRule[],
  { flow, institution, things }: GroundRule,
): readonly number[] {
  const { delay } = flow;
  if (delay?.cancelledBy === undefined) return [];
  return all.flatMap((other, id) => {
    if (other.institution !== institution || other.flow.id !== delay.cancelledBy) return [];
    const isSame = ["account", "line", "card", "device", "sim", "mailbox"].every(
      (path) => (other.things.get(path) ?? things.get(path)) === (things.get(path) ?? other.things.get(path)),
    );
    return isSame ? [id] : [];
  });
}

/** What lets one see the message of a delayed rule: a device in hand, a mailbox read, a line received, an account entered. */
function toldOf(world: Grounded, { flow, things }: GroundRule): readonly Atom[] {
  return (flow.delay?.tells ?? []).flatMap((path) => {
    let here: readonly string[] = [things.get(path.variable) ?? ""];
    for (const relation of path.relations)
      here = here.flatMap((thing) =>
        world.wiring.follow(thing, relation).flatMap(({ to, guard }) => (guard.length === 0 ? [to] : [])),
      );
    return here.flatMap((thing) =>
      ["possess", "read-mail", "receive-sms", "enter"].flatMap(
        (kind) => world.atomOf.get(`${kind}(${thing})`) ?? [],
      ),
    );
  });
}

/**
 * What somebody has at once because it is in their own hands: whatever the physics of `things` makes of it (their own
 * phone is open, so they read its texts). The rules run for it count as done; nobody takes time for them.
 */
export function handyFrom(stage: Stage, held: readonly Atom[]): readonly number[] {
  const { world, rules } = stage;
  const isHandy = Uint8Array.from({ length: stage.ruleCount }, (_, rule) => {
    const { isInternal, institution, flow } = ruleAt(world, rule);
    if (isInternal) return flow.id === "lapses" ? 0 : 1;
    return stage.isStep[rule] === 1 && institution === "things" && flow.revokes.length === 0 ? 1 : 0;
  });
  const { reached } = closure(rules, held, isHandy);
  return Array.from({ length: stage.ruleCount }, (_, rule) => rule).filter((rule) => {
    if (isHandy[rule] !== 1 || stage.isStep[rule] !== 1) return false;
    for (let i = stage.asks.from[rule]!; i < stage.asks.from[rule + 1]!; i++)
      if (reached[stage.asks.values[i]!] !== 1) return false;
    return true;
  });
}

function rowsOf(rows: readonly (readonly number[])[]): Rows {
  const from = new Int32Array(rows.length + 1);
  for (const [i, row] of rows.entries()) from[i + 1] = (from[i] ?? 0) + row.length;
  return { from, values: Int32Array.from(rows.flat()) };
}

function turned({ from, values }: Rows, count: number): Rows {
  const rows = Array.from({ length: count }, (): number[] => []);
  for (let row = 0; row + 1 < from.length; row++)
    for (let i = from[row]!; i < from[row + 1]!; i++) rows[values[i]!]?.push(row);
  return rowsOf(rows);
}
