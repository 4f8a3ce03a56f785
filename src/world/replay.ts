/**
 * A night as somebody tells it, line by line, held against the rules: could each step be taken at its time, with what
 * that actor had by then, and what did it leave behind?
 *
 * Each line is bound to one execution of a flow and run by the same loop as any other night, with the told time instead
 * of a drawn one; chance plays no part, agents give way. A line the rules do not allow is not run, and says why. A line
 * told of a window is run at its first minute at which the rules allow it and the money it takes has come. A line may also say what was so at that moment
 * (`expects`), which is how a story's observations are checked.
 *
 * What to know to trust it: a line without `until` takes the least time its flow can take. Bad lines become complaints,
 * never a crash; the rest is replayed without them.
 */
import { flowName } from "../ground/index.ts";
import {
  type ActorId,
  actorId,
  at,
  type LeftTrace,
  type MoneyEvent,
  type NightEvent,
  potText,
  type StepId,
  type Why,
} from "../model/index.ts";
import type { Arena } from "./arena.ts";
import { bestOf, sumOf } from "./bind-step.ts";
import { lacks } from "./lacks.ts";
import { giveBack, isMoveCounted, stillLost } from "./money.ts";
import type { Intention, Night, NightQuestion, Policy, View } from "./night.ts";
import { rowOf } from "./rows.ts";
import { type Bound, bind, isSo, type Returned, type ScriptComplaint, type ScriptLine } from "./script.ts";
import { orderOf, type ScriptOrder } from "./script-order.ts";
import { type Prepared, prepare, simulatePrepared } from "./simulate.ts";
import { type Stage, stepAt } from "./stage.ts";
import { setAnew } from "./step.ts";

export interface ReplayLine {
  readonly line: number;
  /** The minute at which it was taken, or at which it could not be. */
  readonly at: number;
  readonly endsAt: number;
  readonly actor: string;
  /** Absent where the line only says what was seen. */
  readonly step?: StepId;
  readonly flow: string | null;
  readonly allowed: boolean;
  /** Why not; empty where it is allowed. */
  readonly why: readonly Why[];
  /**
   * What it lacked and nothing had stopped, each with the flows that give it (`institution/flow`): those this actor could
   * have run at that minute, else all. Empty: none does.
   */
  readonly lacking: readonly { readonly capability: string; readonly flows: readonly string[] }[];
  /** It was begun, and failed at this minute. */
  readonly failedAt?: number;
  /** It rests on an agent who may give way. */
  readonly restsOnDiscretion: boolean;
  /** What it left, and who saw it without asking. */
  readonly traces: readonly { readonly trace: LeftTrace; readonly seenBy: readonly string[] }[];
  /** What it took or moved, in the person's currency, where a sum is told of it and it can be counted. */
  readonly took?: number;
  /** It takes money and nothing else, and all that lay there had been taken before in this night. */
  readonly tookNothing?: true;
  /** Expectations of the line that were not so. */
  readonly unmet: readonly string[];
}

export interface Replay {
  readonly lines: readonly ReplayLine[];
  readonly complaints: readonly ScriptComplaint[];
  /** Every line was allowed, every expectation met, and nothing was complained of. */
  readonly isRight: boolean;
  readonly night: Night;
}

export type ReplayQuestion = Omit<
  NightQuestion,
  "intruder" | "owner" | "others" | "hands" | "seed" | "run" | "latents" | "forced" | "unstatedChance"
>;

/** A night told in more lines than this is a log, not a script. */
const linesMax = 10_000;

/** A line makes a few: its end, a notice, a lapse, the next line's turn. */
const eventsPerLine = 10;

export function replay(script: readonly ScriptLine[], question: ReplayQuestion): Replay {
  const complaints: ScriptComplaint[] = [];
  if (script.length > linesMax)
    complaints.push({
      line: -1,
      message: `${script.length} lines are more than the ${linesMax} a script may have`,
      help: "leave out what has no effect",
    });
  const replaying: Replaying = {
    order: { lines: [], feeders: new Map() },
    results: new Map(),
    prepared: undefined,
  };
  // As many hands as lines: who did what at once is the script's to say.
  const prepared = prepare(
    {
      ...question,
      intruder: scriptPolicy(replaying, actorId(0)),
      owner: scriptPolicy(replaying, actorId(1)),
      hands: { intruder: linesMax, owner: linesMax },
      unstatedChance: 1,
      eventsMax: question.eventsMax ?? eventsPerLine * linesMax,
    },
    { isScripted: true },
  );
  replaying.prepared = prepared;
  const bounds: Bound[] = [];
  for (const [index, line] of script.slice(0, linesMax).entries()) {
    const bound = bind(prepared.stage, line, index, {
      horizon: question.horizonMinutes,
      startsAt: question.startsAt,
    });
    if ("message" in bound) complaints.push(bound);
    else bounds.push(bound);
  }
  replaying.order = orderOf(bounds, prepared.stage);
  const night = simulatePrepared(prepared, { seed: 0 });
  const told = [...replaying.results.values()]
    .map((line) => withWhatCame(line, night, { stage: prepared.stage, told: script[line.line] }))
    .sort((a, b) => a.line - b.line);
  return {
    lines: told,
    complaints,
    isRight: complaints.length === 0 && told.every(({ allowed, unmet }) => allowed && unmet.length === 0),
    night,
  };
}

interface Replaying {
  order: ScriptOrder;
  readonly results: Map<number, ReplayLine>;
  prepared: Prepared | undefined;
}

/** Does each line when its minute has come; a window's, minute by minute until it can be. */
function scriptPolicy(replaying: Replaying, actor: ActorId): Policy {
  let next = 0;
  let waiting: Bound[] = [];
  return {
    id: "script",
    next(view) {
      const { order, prepared } = replaying;
      const { lines } = order;
      if (prepared === undefined) return [];
      const intentions: Intention[] = [];
      while (next < lines.length && lines[next]!.from <= view.now) {
        const bound = lines[next++]!;
        if (bound.actor === actor) waiting.push(bound);
      }
      waiting = waiting.filter((bound) => {
        // Runs that count together are judged one after the other, those of one minute too.
        if (isCountedWith(prepared, bound, intentions)) return true;
        const { result, intention, back } = judged(prepared, bound, view);
        const isRight = result.allowed && result.unmet.length === 0;
        if ((!isRight || isAwaiting(replaying, bound, view.now)) && view.now < bound.to) return true;
        replaying.results.set(bound.index, result);
        if (intention !== undefined) intentions.push(intention);
        for (const { goal, hundredths } of back)
          giveBack(prepared.arena, goal, Math.min(hundredths, stillLost(prepared.arena, goal)));
        for (const { condition, expiresMinutes } of bound.sets)
          setAnew(prepared.playing, undefined, condition, expiresMinutes);
        return false;
      });
      for (const { to } of waiting)
        intentions.push({ kind: "wait", until: Math.min(to, Math.floor(view.now) + 1) });
      const later = lines[next];
      if (later !== undefined) intentions.push({ kind: "wait", until: later.from });
      return intentions;
    },
  };
}

/** Money it takes or moves on is still on its way to where it takes it. */
const isAwaiting = ({ order, results, prepared }: Replaying, { index }: Bound, now: number): boolean =>
  (order.feeders.get(index) ?? []).some(({ index: feeder, actor }) => {
    const result = results.get(feeder);
    if (result?.step === undefined || !result.allowed) return result === undefined;
    const { table, arena } = prepared!.playing; // Lines are judged in a world that is prepared.
    const isRunning = table.running[actor * arena.stage.stepCount + result.step] !== 0;
    return isRunning || result.endsAt >= now;
  });

/** What the line comes to at this moment, and what to do where it is allowed. */
function judged(
  prepared: Prepared,
  { index, line, actor, candidates, from, to, returned }: Bound,
  view: View,
): { readonly result: ReplayLine; readonly intention?: Intention; readonly back: readonly Returned[] } {
  const { arena, stage } = prepared;
  // A line at one minute is of that minute, whenever it is asked.
  const at = from === to ? from : view.now;
  const unmet = (line.expects ?? []).filter((text) => !isSo(arena, actor, text));
  const base = { line: index, at, actor: line.actor, traces: [], unmet, lacking: [] };
  if (candidates.length === 0) {
    // One that cannot be takes none of the others along.
    const back = returned.filter((each) => whyNotBack(arena, each).length === 0);
    const notLost = returned.flatMap((each) => whyNotBack(arena, each));
    const seen = { endsAt: at, flow: null, why: notLost, allowed: notLost.length === 0 };
    return { result: { ...base, ...seen, restsOnDiscretion: false }, back };
  }
  const { step, why, runs } = bestOf(prepared, actor, { line, at, candidates, view });
  const sum = { ...sumOf(line), ...(runs === undefined ? {} : { runs }) };
  const minutes = line.until === undefined ? stage.takesMin[step]! * sum.times : line.until - at;
  const ground = stepAt(stage.world, step);
  const result: ReplayLine = {
    ...base,
    endsAt: at + minutes,
    step,
    flow: flowName(ground),
    allowed: why.length === 0,
    why,
    restsOnDiscretion: ground.flow.discretion !== undefined,
  };
  if (why.length > 0) return { result: { ...result, lacking: lackingOf(arena, actor, why) }, back: [] };
  return { result, intention: { kind: "told", step, minutes, sum }, back: [] };
}

/** What is missing, with the flows that would give it. */
function lackingOf(arena: Arena, actor: ActorId, why: readonly Why[]): ReplayLine["lacking"] {
  const { stage } = arena;
  const { world } = stage;
  return why.flatMap((each) => {
    if (each.kind !== "missing" || each.coming !== undefined || each.stoppedBy.length > 0) return [];
    const { text } = each.capability;
    const atom = world.atomOf.get(text);
    const condition = world.conditions.findIndex(({ id }) => id === text);
    const giving = stage.steps.filter(
      (step) =>
        stage.isStep[step] === 1 &&
        (atom === undefined
          ? rowOf(stage.sets, step).some((each) => each === condition)
          : rowOf(stage.gives, step).includes(atom)),
    );
    const ready = giving.filter((step) => !lacks(arena, actor, step));
    const named = (ready.length > 0 ? ready : giving).map((step) => flowName(stepAt(world, step)));
    return [{ capability: text, flows: [...new Set(named)] }];
  });
}

/** A run that is begun at this moment is of the same step as the line, or counts against the same limit. */
function isCountedWith(
  { stage: { mostGroup } }: Prepared,
  { candidates }: Bound,
  begun: readonly Intention[],
): boolean {
  return begun.some(
    (each) =>
      each.kind === "told" &&
      candidates.some(
        (step) => step === each.step || (mostGroup[step]! >= 0 && mostGroup[step] === mostGroup[each.step]),
      ),
  );
}

/** More is told to have come back than was lost by then. */
function whyNotBack(arena: Arena, { goal, atLeast: hundredths }: Returned): readonly Why[] {
  const lost = stillLost(arena, goal);
  if (hundredths <= lost) return [];
  const { world } = arena.stage;
  const loss = at(world.atoms, at(world.goals, goal).atom);
  return [{ kind: "not-lost", loss, amount: hundredths / 100, lostAmount: lost / 100 }];
}

/** What the run of the line left, and whether it lasted to its end. */
function withWhatCame(
  line: ReplayLine,
  { events, money }: Night,
  { stage, told }: { readonly stage: Stage; readonly told: ScriptLine | undefined },
): ReplayLine {
  if (line.step === undefined || !line.allowed) return line;
  const side = line.actor === "intruder" ? "intruder" : "owner";
  const isOver = (event: NightEvent) =>
    (event.kind === "ends" || event.kind === "fails") &&
    event.step === line.step &&
    event.actor === side &&
    event.at >= line.endsAt;
  const over = events.find(isOver);
  if (over?.kind === "fails") return { ...line, allowed: false, failedAt: over.at, why: over.why };
  const run = over?.kind === "ends" ? over.run : undefined;
  const traces = new Map<LeftTrace, { readonly trace: LeftTrace; readonly seenBy: string[] }>();
  for (const event of events) {
    // What comes late is left all the same; what is told of a wait is told before the end.
    const isLeft = event.kind === "trace" && event.cause === run && event.at >= (over?.at ?? Infinity);
    if (run === undefined || !isLeft) continue;
    const key = [...traces.keys()].find((known) => isSameTrace(known, event.trace)) ?? event.trace;
    const seen = traces.get(key) ?? { trace: event.trace, seenBy: [] };
    if (event.seenBy !== undefined && !seen.seenBy.includes(event.seenBy)) seen.seenBy.push(event.seenBy);
    traces.set(key, seen);
  }
  const tookNothing =
    run !== undefined &&
    !money.some(({ cause }) => cause === run) &&
    isEmptied(
      stage,
      line.step,
      money.filter(({ at }) => at <= line.endsAt),
    );
  return {
    ...line,
    endsAt: over?.at ?? line.endsAt,
    traces: [...traces.values()],
    ...(tookNothing ? { tookNothing } : {}),
    ...(told?.amount !== undefined && isMoveCounted(stage, line.step)
      ? {
          took:
            money.reduce(
              (sum, { cause, amount }) => (cause === run ? sum + Math.round(amount * 100) : sum),
              0,
            ) / 100,
        }
      : {}),
  };
}

/** All a step gives is losses of a known sum, and money was taken before from where each of them lies. */
function isEmptied({ ledger, gives, world }: Stage, step: StepId, before: readonly MoneyEvent[]): boolean {
  const takings = ledger.takings.get(step) ?? [];
  const given = new Set(rowOf(gives, step));
  const { sets, clears } = stepAt(world, step);
  if (sets.length > 0 || clears.length > 0 || new Set(takings.map(({ nth }) => nth)).size < given.size)
    return false;
  const left = new Set(before.map(({ from }) => potText(from)));
  return (
    takings.length > 0 &&
    takings.every(({ goal, isMove }) => isMove !== true && goal !== undefined && !ledger.isUnknown[goal]) &&
    takings.some(({ pots }) => pots.some((pot) => left.has(at(ledger.pots, pot).id)))
  );
}

const isSameTrace = (a: LeftTrace, b: LeftTrace): boolean =>
  a.kind === b.kind && a.thing === b.thing && a.from === b.from && a.about === b.about;
