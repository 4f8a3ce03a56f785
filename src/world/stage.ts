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
import { type Atom, compile, type Rules } from "../graph/index.ts";
import { agrees, type Grounded, type GroundTrace, opensOf, type Step } from "../ground/index.ts";
import { type AtomId, capability, kindsWithRole, physics, type Takes, type Windows } from "../model/index.ts";
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

/** The step of this number. */
export function ruleAt(world: Grounded, rule: number): Step {
  const found = world.steps[rule];
  if (found === undefined) throw new RangeError(`no step ${rule}`);
  return found;
}

export function atomText(world: Grounded, atom: Atom): string {
  const found = world.atoms[atom];
  if (found === undefined) throw new RangeError(`no atom ${atom}`);
  return found.text;
}

/** `institution/flow`, as stories and answers write it. */
export const flowName = ({ institution, flow }: Step): string => `${institution}/${flow.id}`;

/** The flows with a discretion of which nobody stated a chance, by name, each once. */
export function unstatedFlows({ steps }: Grounded): readonly string[] {
  const unstated = steps.filter(
    ({ isQuiet, flow: { discretion } }) =>
      !isQuiet && discretion !== undefined && discretion.chance === undefined,
  );
  return [...new Set(unstated.map(flowName))].sort();
}

export interface StageQuestion {
  readonly world: Grounded;
  readonly inForce?: readonly number[] | undefined;
  /** What a discretion has for a chance where nobody stated one; 0 unless told otherwise. */
  readonly unstatedChance?: number | undefined;
}

export function stageOf({ world, inForce = [], unstatedChance = 0 }: StageQuestion): Stage {
  const all = world.steps;
  const atomCount = world.atoms.length;
  const chosen = new Uint8Array(world.choices.length);
  for (const choice of inForce) chosen[choice] = 1;
  const { vocabulary } = world.catalog;
  const wordOf = (atom: AtomId) => vocabulary.capabilities.get(world.atoms[atom]?.kind ?? "");

  const isStep = Uint8Array.from(all, ({ guard }) => (agrees(guard, chosen) ? 1 : 0));
  const steps = all.map((step) => (isStep[step.id] === 1 ? step : undefined));
  const asks = steps.map((step) => [...new Set(step?.asks ?? [])]);
  const gives = steps.map((step) => [...new Set(step?.gives.map(({ atom }) => atom) ?? [])]);
  const giver = Int32Array.from(gives.flatMap((row, rule) => row.map(() => rule)));
  const flat = gives.flat();
  const anchors = flat.map((atom, entry) => {
    const hangsOn = wordOf(atom)?.while ?? [];
    return (asks[giver[entry] ?? 0] ?? []).filter((asked) =>
      hangsOn.includes(world.atoms[asked]?.kind ?? ""),
    );
  });
  const groups = new Map<string, number>();
  const groupOf = (step: Step): number => {
    if (step.flow.atMost === undefined) return -1;
    const key = [
      flowName(step),
      ...step.gives.map(({ atom }) => atom),
      ...step.clears.map((each) => `c${each}`),
      ...step.sets.map(({ condition }) => `s${condition}`),
    ].join(" ");
    const known = groups.get(key) ?? groups.size;
    groups.set(key, known);
    return known;
  };
  const shapeOf = ({ min, likely, max }: Takes): Quantiles | undefined =>
    max <= min ? undefined : pertQuantiles((likely - min) / (max - min));
  const noTime = { min: 0, likely: 0, max: 0 };
  const delays = all.map(({ flow }) => flow.delay?.takes ?? noTime);
  const atoms = world.atoms.map((_, atom) => atom as AtomId); // The index of the list it numbers.
  const isPosition = (atom: AtomId) => {
    const word = wordOf(atom);
    return word !== undefined && (word.while.length > 0 || word.exclusive);
  };
  const stopRows = rowsOf(world.stopsOf);
  return {
    world,
    inForce,
    atomCount,
    ruleCount: all.length,
    conditionCount: world.conditions.length,
    rules: hoursOf(all),
    isStep,
    asks: rowsOf(asks),
    needsClear: rowsOf(steps.map((step) => step?.needsClear ?? [])),
    gives: rowsOf(gives),
    anchors: rowsOf(anchors),
    givenAt: turned(rowsOf(flat.map((atom) => [atom])), atomCount),
    anchoredAt: turned(rowsOf(anchors), atomCount),
    giver,
    stops: stopRows,
    stopped: turned(stopRows, world.conditions.length),
    revokes: rowsOf(
      steps.map(
        (step) => step?.revokes.flatMap(({ atom, guard }) => (agrees(guard, chosen) ? [atom] : [])) ?? [],
      ),
    ),
    sets: rowsOf(steps.map((step) => step?.sets.map(({ condition }) => condition) ?? [])),
    expires: Float64Array.from(
      steps.flatMap((step) => step?.sets.map(({ expires }) => expires ?? Infinity) ?? []),
    ),
    clears: rowsOf(steps.map((step) => step?.clears ?? [])),
    traces: steps.map(
      (step) =>
        step?.leaves.flatMap((trace) =>
          agrees(trace.guard, chosen) ? [{ trace, seenBy: Int32Array.from(trace.seenBy) }] : [],
        ) ?? [],
    ),
    kicksOff: rowsOf(
      steps.map(
        (step) =>
          step?.leaves.flatMap(({ kind, thing, guard }) =>
            kind === "kick-off" && agrees(guard, chosen) ? sessionsIn(world, thing) : [],
          ) ?? [],
      ),
    ),
    isPosition: Uint8Array.from(atoms, (atom) => (isPosition(atom) ? 1 : 0)),
    isExclusive: Uint8Array.from(atoms, (atom) => (wordOf(atom)?.exclusive === true ? 1 : 0)),
    takesMin: Float64Array.from(all, ({ flow }) => flow.takes.min),
    takesRange: Float64Array.from(all, ({ flow }) => flow.takes.max - flow.takes.min),
    takesLikely: Float64Array.from(all, ({ flow }) => flow.takes.likely),
    takesShape: all.map(({ flow }) => shapeOf(flow.takes)),
    delayMin: Float64Array.from(delays, ({ min }) => min),
    delayRange: Float64Array.from(delays, ({ min, max }) => max - min),
    delayShape: delays.map(shapeOf),
    hasDelay: Uint8Array.from(all, ({ flow }) => (flow.delay === undefined ? 0 : 1)),
    cancels: turned(rowsOf(all.map((step) => cancellers(all, step))), all.length),
    toldOfDelay: rowsOf(all.map(({ tells }) => tells)),
    positions: Int32Array.from(atoms.filter(isPosition)),
    chance: Float64Array.from(all, ({ flow }) =>
      flow.discretion === undefined ? 1 : (flow.discretion.chance ?? unstatedChance),
    ),
    mostGroup: Int32Array.from(all, groupOf),
    mostGroups: groups.size,
    mostMemory: all.reduce((most, { flow }) => Math.max(most, flow.atMost?.times ?? 0), 1),
    mostTimes: Int32Array.from(all, ({ flow }) => flow.atMost?.times ?? 0),
    mostPer: Float64Array.from(all, ({ flow }) => flow.atMost?.perMinutes ?? 0),
    drawKey: Int32Array.from(all, (step) =>
      hashText(`${flowName(step)} ${[...new Set(step.things.values())].sort().join(" ")}`),
    ),
    isSameSecret: Uint8Array.from(all, ({ kind }) => (kind === "same-secret" ? 1 : 0)),
    ...conditionsAtStart(world, chosen),
    isTakeover: Uint8Array.from(atoms, (atom) => (wordOf(atom)?.roles.includes("takeover") ? 1 : 0)),
    ledger: ledgerOf(world),
  };
}

/** The steps' opening hours, laid out to be asked by the minute. */
const hoursOf = (steps: readonly Step[]): Rules =>
  compile(
    0,
    steps.map((step) => ({
      asks: [],
      gives: [],
      minutes: 0,
      cost: 0,
      guard: [],
      ...opening(opensOf(step)),
    })),
  );

const opening = (opens: Windows | undefined) => (opens === undefined ? {} : { opens });

/** The sessions a step that throws others out ends. */
function sessionsIn({ atomOf, catalog }: Grounded, thing: string | undefined): readonly AtomId[] {
  const sessions = kindsWithRole(catalog.vocabulary, "session");
  return sessions.flatMap((kind) => atomOf.get(capability({ kind, things: [thing ?? ""] }).text) ?? []);
}

/** Which conditions are set at the start under these measures, and when the last of what set them lapses. */
function conditionsAtStart(
  { conditions }: Grounded,
  chosen: ArrayLike<number>,
): Pick<Stage, "isSetAtStart" | "lapsesAt"> {
  const inForce = conditions.map(({ setters }) =>
    setters.filter(({ choice }) => choice === undefined || chosen[choice] === 1),
  );
  return {
    isSetAtStart: Uint8Array.from(inForce, (setters) => (setters.length > 0 ? 1 : 0)),
    lapsesAt: Float64Array.from(inForce, (setters) =>
      setters.length === 0 ? Infinity : Math.max(...setters.map(({ expires }) => expires ?? Infinity)),
    ),
  };
}

/** The rules of the same institution that cancel this delayed one for the same things. */
function cancellers(all: readonly Step[], { flow, institution, things }: Step): readonly number[] {
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

/**
 * What somebody has at once because it is in their own hands: whatever the physics of `things` makes of it (their own
 * phone is open, so they read its texts). The rules run for it count as done; nobody takes time for them.
 */
export function handyFrom(stage: Stage, held: readonly Atom[]): readonly number[] {
  const { world, asks, gives } = stage;
  const has = new Uint8Array(stage.atomCount);
  for (const atom of held) has[atom] = 1;
  const isSet = new Uint8Array(stage.isSetAtStart);
  const handy = world.steps.filter(
    ({ id, institution, flow }) =>
      stage.isStep[id] === 1 && institution === physics && flow.revokes.length === 0,
  );
  const isClear = (condition: number) => isSet[condition] !== 1;
  const row = ({ from, values }: Rows, id: number) => values.subarray(from[id], from[id + 1]);
  const done = new Set<number>();
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (const { id, needsClear, clears } of handy) {
      if (!done.has(id)) {
        if (!row(asks, id).every((atom) => has[atom] === 1) || !needsClear.every(isClear)) continue;
        done.add(id);
        isMoving = true;
        for (const condition of clears) isSet[condition] = 0;
      }
      for (const atom of row(gives, id)) {
        if (has[atom] === 1 || !row(stage.stops, atom).every(isClear)) continue;
        has[atom] = 1;
        isMoving = true;
      }
    }
  }
  return [...done].sort((a, b) => a - b);
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
