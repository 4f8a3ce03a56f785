/**
 * A night's events as what the page draws. One walk over the events, in their order; nothing is placed by hand.
 *
 * What to know to trust it: whatever follows the end of a step at the same moment, up to the next step, is that step's
 * doing, because that is how the world writes a night down. A step of a told night carries the account's note; a line
 * the rules refused stands as a step that failed, with what was missing at its minute.
 */
import {
  atomText,
  type Night,
  type NightEvent,
  type ReplayLine,
  ruleAt,
  type Stage,
} from "../../../src/world/index.ts";
import { type Moment, missingAt } from "./missing.ts";
import { moneyOf, unsizedOf } from "./money.ts";
import type {
  BlockTold,
  Entry,
  HeldTold,
  LapseTold,
  LookTold,
  NightTold,
  SeenTold,
  Side,
  StepTold,
  TraceTold,
} from "./night-told.ts";
import type { ToldLine } from "./told-night.ts";
import { turnsOf } from "./turning-points.ts";

/** What each side had at minute 0. */
export type Start = Readonly<Record<Side, readonly string[]>>;

export interface NightWritten {
  readonly night: Night;
  readonly stage: Stage;
  readonly start: Start;
  readonly startsAt?: number | undefined;
  readonly horizon: number;
  /** Of a told night: its lines, and what each came to. */
  readonly told?: readonly { readonly line: ToldLine; readonly result: ReplayLine }[];
}

type Growing<Value> = { -readonly [Key in keyof Value]: Value[Key] };
type GrowingStep = Growing<Omit<StepTold, "gained" | "sets" | "ends">> & {
  gained: string[];
  sets: string[];
  ends: string[];
  rule: number;
};

export function tellNight(written: NightWritten): NightTold {
  const { night, stage, startsAt, horizon } = written;
  const walk = walkOver(written);
  const { steps, blocks } = walk;
  const money = moneyOf(night, stage, steps);
  for (const { step, goal, amount } of money)
    if (goal !== undefined && steps[step] !== undefined) steps[step].gone += amount;
  const unsized = unsizedOf(night, stage, steps);
  for (const { step } of unsized) if (steps[step] !== undefined) steps[step].isUnsized = true;
  const losses = [...night.lossByGoal].map(([goal, amount]) => ({ goal, amount }));
  const entries: readonly Entry[] = [...steps, ...walk.looks, ...walk.seen, ...walk.lapses].sort(
    (a, b) => a.at - b.at || a.until - b.until,
  );
  const turns = turnsOf({ night, stage, steps, blocks, money, unsized, horizon });
  return {
    ...(startsAt === undefined ? {} : { startsAt }),
    horizon,
    steps: steps.map(({ rule: _, ...step }) => step),
    entries: entries.map((entry) => (entry.kind === "step" ? withoutRule(entry) : entry)),
    blocks,
    money,
    loss: night.loss,
    unsized,
    losses,
    held: walk.held,
    traces: walk.traces,
    turns,
    moments: momentsOf({ entries, blocks, money, turns }),
    isCutOff: night.truncated,
  };
}

const withoutRule = ({ rule: _, ...step }: StepTold & { readonly rule?: number }): StepTold => step;

function momentsOf({
  entries,
  blocks,
  money,
  turns,
}: Pick<NightTold, "entries" | "blocks" | "money" | "turns">): readonly number[] {
  const all = [
    0,
    // A look changes nothing: nobody wants to step through a hundred of them.
    ...entries.flatMap(({ kind, at, until }) => (kind === "look" ? [] : [at, until])),
    ...blocks.flatMap(({ from, until }) => [from, until]),
    ...money.map(({ at }) => at),
    ...turns.map(({ at }) => at),
  ];
  return [...new Set(all)].sort((a, b) => a - b);
}

interface Walked {
  readonly steps: GrowingStep[];
  readonly looks: LookTold[];
  readonly lapses: LapseTold[];
  readonly seen: readonly SeenTold[];
  readonly blocks: readonly BlockTold[];
  readonly held: readonly HeldTold[];
  readonly traces: readonly TraceTold[];
}

const isSide = (actor: string): actor is Side => actor === "intruder" || actor === "owner";

function walkOver({ night, stage, start, horizon, told = [] }: NightWritten): Walked {
  const { world } = stage;
  const steps: GrowingStep[] = [];
  const looks: Growing<LookTold>[] = [];
  const lapses: LapseTold[] = [];
  const traces: TraceTold[] = [];
  const held = heldSince(start, horizon);
  const blocks: Growing<BlockTold>[] = night.conditions.map((span) => ({ ...span }));
  const openBlocks = new Map<string, Growing<BlockTold>>();
  // Those set before the night come first, and have no event.
  const isSetLater = night.events.filter(({ kind }) => kind === "sets").length;
  let nextBlock = blocks.length - isSetLater;
  for (const block of blocks.slice(0, nextBlock)) openBlocks.set(block.condition, block);
  const running = new Map<string, GrowingStep>();
  const isSet = new Set(openBlocks.keys());
  const now: Moment = { has: held.has, isSet };
  let cause: GrowingStep | undefined;

  const begin = (at: number, side: Side, rule: number, who: string = side): GrowingStep => {
    const ground = ruleAt(world, rule);
    const step: GrowingStep = {
      kind: "step",
      id: steps.length,
      side,
      who,
      at,
      until: horizon,
      rule,
      institution: ground.institution,
      flow: ground.flow.id,
      title: ground.flow.title,
      ...(ground.flow.channel === undefined ? {} : { channel: ground.flow.channel }),
      things: [...new Set(ground.things.values())],
      outcome: "unfinished",
      lacks: [],
      gained: [],
      sets: [],
      ends: [],
      gone: 0,
    };
    steps.push(step);
    return step;
  };
  const refusedLines = told
    .filter(({ result }) => result.rule !== null && !result.allowed)
    .sort((a, b) => a.result.at - b.result.at);
  let nextRefused = 0;
  /** Lines that could not be taken leave no event: they are judged when their minute comes. */
  const judgeRefused = (before: number) => {
    for (; (refusedLines[nextRefused]?.result.at ?? Infinity) < before; nextRefused++) {
      const { result, line } = refusedLines[nextRefused]!;
      const side: Side = result.actor === "intruder" ? "intruder" : "owner";
      const step = begin(result.at, side, result.rule ?? 0, result.actor);
      step.until = Math.max(result.endsAt, result.at + stage.takesMin[step.rule]!);
      step.outcome = "failed";
      step.lacks = missingAt(stage, now, side, step.rule);
      step.note = noteOf(line);
    }
  };

  for (const event of night.events) {
    judgeRefused(event.at);
    const { at, kind, what, rule } = event;
    const side = isSide(event.actor) ? event.actor : undefined;
    const key = `${event.actor} ${rule}`;
    if (rule === undefined && side !== undefined && (kind === "begins" || kind === "ends")) {
      const condition = what.slice("looks whether ".length);
      if (kind === "begins") looks.push({ kind: "look", side, at, until: at, condition, isSet: false });
      const look = looks.findLast((each) => each.side === side && each.condition === condition);
      if (look !== undefined) Object.assign(look, { until: at, isSet: isSet.has(condition) });
      cause = undefined;
      continue;
    }
    switch (kind) {
      case "begins":
        if (side !== undefined && rule !== undefined) running.set(key, begin(at, side, rule));
        cause = undefined;
        break;
      case "waits":
        Object.assign(running.get(key) ?? {}, { waitsFrom: at });
        cause = undefined;
        break;
      case "ends":
      case "fails": {
        const step = running.get(key);
        running.delete(key);
        cause = kind === "ends" ? step : undefined;
        if (step === undefined) break;
        step.until = at;
        step.outcome = kind === "ends" ? "done" : "failed";
        if (kind === "fails") step.lacks = lacksOf(event, stage, now, step);
        break;
      }
      case "cancels":
        for (const [running_, step] of running) {
          if (step.rule !== rule || step.waitsFrom === undefined) continue;
          step.until = at;
          step.outcome = "cancelled";
          running.delete(running_);
          break;
        }
        break;
      case "gains":
        if (side === undefined) break;
        held.gain(side, what, at);
        if (cause?.side === side) cause.gained.push(what);
        break;
      case "loses":
        if (side !== undefined) held.lose(side, what, at);
        break;
      case "sets": {
        const block = blocks[nextBlock++];
        if (block === undefined) break;
        if (side !== undefined) block.setBy = side;
        openBlocks.set(what, block);
        isSet.add(what);
        cause?.sets.push(what);
        break;
      }
      case "clears":
      case "lapses": {
        const block = openBlocks.get(what);
        openBlocks.delete(what);
        isSet.delete(what);
        if (kind === "lapses") {
          cause = undefined;
          lapses.push({ kind: "lapse", at, until: at, condition: what });
        } else cause?.ends.push(what);
        if (block !== undefined) block.ended = kind === "lapses" || side === undefined ? "lapsed" : side;
        break;
      }
      case "trace": {
        if (side === undefined || rule === undefined) break;
        const trace = traceOf(event, stage, side);
        // One's own doings are known anyway.
        const isOwn = cause === undefined ? running.has(`${side} ${rule}`) : cause.side === side;
        if (!isOwn) traces.push(trace);
        break;
      }
      case "money":
        break;
    }
  }
  judgeRefused(Infinity);
  noteLines(steps, told);
  return { steps, looks, lapses, seen: seenOf(told), blocks, held: held.spans, traces };
}

/** Who has what, as spans that are closed when it is lost. */
function heldSince(start: Start, horizon: number) {
  const spans: Growing<HeldTold>[] = [];
  const open = new Map<string, Growing<HeldTold>>();
  const has: Record<Side, Set<string>> = { intruder: new Set(), owner: new Set() };
  const gain = (side: Side, what: string, from: number) => {
    const span = { side, what, from, until: Infinity };
    spans.push(span);
    open.set(`${side} ${what}`, span);
    has[side].add(what);
  };
  const lose = (side: Side, what: string, at: number) => {
    const span = open.get(`${side} ${what}`);
    if (span !== undefined) span.until = at;
    open.delete(`${side} ${what}`);
    has[side].delete(what);
  };
  for (const side of ["intruder", "owner"] as const) for (const what of start[side]) gain(side, what, 0);
  return { spans, has, gain, lose, horizon };
}

function lacksOf({ what }: NightEvent, stage: Stage, now: Moment, { side, rule }: GrowingStep) {
  if (what.endsWith("the agent does not give way")) return [{ kind: "agent" } as const];
  if (what.endsWith("it was run too often")) return [{ kind: "too-often" } as const];
  return missingAt(stage, now, side, rule);
}

function traceOf({ at, what, rule = 0 }: NightEvent, { world }: Stage, side: Side): TraceTold {
  const { institution, flow, leaves } = ruleAt(world, rule);
  const left = leaves.find(
    ({ kind, thing, from, about }) =>
      [kind, thing, from, about].filter((part) => part !== undefined).join(" ") === what,
  );
  return {
    side,
    at,
    kind: left?.kind ?? "told",
    ...(left?.thing === undefined ? {} : { thing: left.thing }),
    ...(left?.from === undefined ? {} : { sender: left.from }),
    institution,
    title: flow.title,
  };
}

const noteOf = ({ saying, seen, isConcluded }: ToldLine) => ({ saying, seen, isConcluded });

/** Each line's note goes to the step it began. */
function noteLines(steps: readonly GrowingStep[], told: NonNullable<NightWritten["told"]>): void {
  const taken = new Set<GrowingStep>();
  for (const { line, result } of told) {
    const step = steps.find(
      (each) =>
        each.rule === result.rule &&
        each.at === result.at &&
        (each.side === "intruder") === (result.actor === "intruder") &&
        !taken.has(each),
    );
    if (step === undefined) continue;
    taken.add(step);
    step.who = result.actor;
    step.note = noteOf(line);
  }
}

function seenOf(told: NonNullable<NightWritten["told"]>): readonly SeenTold[] {
  return told.flatMap(({ line, result }) =>
    result.rule === null
      ? [
          {
            kind: "seen" as const,
            side: result.actor === "intruder" ? ("intruder" as const) : ("owner" as const),
            who: result.actor,
            at: result.at,
            until: result.at,
            note: noteOf(line),
          },
        ]
      : [],
  );
}

/** What both sides have at minute 0, as text. */
export function startOf(stage: Stage, has: Uint8Array): Start {
  const row = (actor: number) =>
    Array.from({ length: stage.atomCount }, (_, atom) => atom)
      .filter((atom) => has[actor * stage.atomCount + atom] === 1)
      .map((atom) => atomText(stage.world, atom));
  return { intruder: row(0), owner: row(1) };
}
