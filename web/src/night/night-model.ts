/**
 * A night's events as what the page draws. One walk over the events, in their order; nothing is placed by hand.
 *
 * What to know to trust it: what a step brought about names its run as the cause. A step of a told night carries the account's note; a line
 * the rules refused stands as a step that failed, with what was missing at its minute.
 */
import type { StepId, TraceEvent } from "../../../src/model/index.ts";
import { atomText, type Night, type ReplayLine, type Stage, stepAt } from "../../../src/world/index.ts";
import { lacksOf } from "./missing.ts";
import { moneyOf, unsizedOf } from "./money.ts";
import type {
  BlockTold,
  Entry,
  HeldTold,
  LapseTold,
  LookTold,
  NightTold,
  Note,
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
  /** Of a told night too: what the account says of its losses. */
  readonly saidOfLosses?: NightTold["saidOfLosses"];
}

type Growing<Value> = { -readonly [Key in keyof Value]: Value[Key] };
type GrowingStep = Growing<Omit<StepTold, "gained" | "sets" | "ends">> & {
  gained: string[];
  sets: string[];
  ends: string[];
  step: StepId;
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
    steps: steps.map(withoutStep),
    entries: entries.map((entry) => (entry.kind === "step" ? withoutStep(entry) : entry)),
    blocks,
    money,
    loss: night.loss,
    unsized,
    losses,
    saidOfLosses: written.saidOfLosses ?? {},
    held: walk.held,
    traces: walk.traces,
    turns,
    moments: momentsOf({ entries, blocks, money, turns }),
    isCutOff: night.truncated,
  };
}

const withoutStep = ({ step: _, ...told }: StepTold & { readonly step?: StepId }): StepTold => told;

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
  const held = heldSince(start);
  const blocks: Growing<BlockTold>[] = night.conditions.map((span) => ({ ...span }));
  const openBlocks = new Map<string, Growing<BlockTold>>();
  // Those set before the night come first, and have no event.
  const isSetLater = night.events.filter(({ kind }) => kind === "sets").length;
  let nextBlock = blocks.length - isSetLater;
  for (const block of blocks.slice(0, nextBlock)) openBlocks.set(block.condition, block);
  const runs = new Map<number, GrowingStep>();

  const begin = (at: number, side: Side, id: StepId, who: string = side): GrowingStep => {
    const ground = stepAt(world, id);
    const step: GrowingStep = {
      kind: "step",
      id: steps.length,
      side,
      who,
      at,
      until: horizon,
      step: id,
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
    .filter(({ result }) => result.step !== undefined && !result.allowed && result.failedAt === undefined)
    .sort((a, b) => a.result.at - b.result.at);
  let nextRefused = 0;
  /** Lines that could not be taken leave no event: they are judged when their minute comes. */
  const judgeRefused = (before: number) => {
    for (; (refusedLines[nextRefused]?.result.at ?? Infinity) < before; nextRefused++) {
      const { result, line } = refusedLines[nextRefused]!;
      const side: Side = result.actor === "intruder" ? "intruder" : "owner";
      const step = begin(result.at, side, result.step!, result.actor);
      step.until = Math.max(result.endsAt, result.at + stage.takesMin[step.step]!);
      step.outcome = "failed";
      step.lacks = lacksOf(result.why);
      step.note = noteOf(line);
    }
  };

  for (const event of night.events) {
    judgeRefused(event.at);
    const { at } = event;
    const side = "actor" in event && isSide(event.actor) ? event.actor : undefined;
    switch (event.kind) {
      case "looks":
      case "looked": {
        if (side === undefined) break;
        const { text: condition } = event.capability;
        if (event.kind === "looks")
          looks.push({ kind: "look", side, at, until: at, condition, isSet: false });
        const look = looks.findLast((each) => each.side === side && each.condition === condition);
        if (look !== undefined) Object.assign(look, { until: at, isSet: event.isSet });
        break;
      }
      case "begins":
        if (side !== undefined) runs.set(event.run, begin(at, side, event.step));
        break;
      case "waits":
        Object.assign(runs.get(event.run) ?? {}, { waitsFrom: at });
        break;
      case "ends":
        Object.assign(runs.get(event.run) ?? {}, { until: at, outcome: "done" });
        break;
      case "fails":
        Object.assign(runs.get(event.run) ?? {}, {
          until: at,
          outcome: "failed",
          lacks: lacksOf(event.why),
        });
        break;
      case "cancels":
        Object.assign(runs.get(event.run) ?? {}, { until: at, outcome: "cancelled" });
        break;
      case "gains": {
        if (side === undefined) break;
        held.gain(side, event.capability.text, at);
        const by = event.cause === undefined ? undefined : runs.get(event.cause);
        if (by?.side === side) by.gained.push(event.capability.text);
        break;
      }
      case "loses":
        if (side !== undefined) held.lose(side, event.capability.text, at);
        break;
      case "sets": {
        const block = blocks[nextBlock++];
        if (block === undefined) break;
        if (side !== undefined) block.setBy = side;
        openBlocks.set(event.capability.text, block);
        runs.get(event.cause)?.sets.push(event.capability.text);
        break;
      }
      case "clears":
      case "lapses": {
        const condition = event.capability.text;
        const block = openBlocks.get(condition);
        openBlocks.delete(condition);
        if (event.kind === "lapses") lapses.push({ kind: "lapse", at, until: at, condition });
        else runs.get(event.cause)?.ends.push(condition);
        if (block !== undefined)
          block.ended = event.kind === "lapses" || side === undefined ? "lapsed" : side;
        break;
      }
      case "trace":
        // One's own doings are known anyway.
        if (event.seenBy !== undefined && isSide(event.seenBy) && event.seenBy !== event.actor)
          traces.push(traceOf(event, stage, event.seenBy));
        break;
      case "money":
      case "returns":
        break;
    }
  }
  judgeRefused(Infinity);
  noteLines(steps, told);
  return { steps, looks, lapses, seen: seenOf(told), blocks, held: held.spans, traces };
}

/** Who has what, as spans that are closed when it is lost. */
function heldSince(start: Start) {
  const spans: Growing<HeldTold>[] = [];
  const open = new Map<string, Growing<HeldTold>>();
  const gain = (side: Side, what: string, from: number) => {
    const span = { side, what, from, until: Infinity };
    spans.push(span);
    open.set(`${side} ${what}`, span);
  };
  const lose = (side: Side, what: string, at: number) => {
    const span = open.get(`${side} ${what}`);
    if (span !== undefined) span.until = at;
    open.delete(`${side} ${what}`);
  };
  for (const side of ["intruder", "owner"] as const) for (const what of start[side]) gain(side, what, 0);
  return { spans, gain, lose };
}

function traceOf({ at, step, institution, trace }: TraceEvent, { world }: Stage, side: Side): TraceTold {
  return {
    side,
    at,
    kind: trace.kind,
    ...(trace.thing === undefined ? {} : { thing: trace.thing }),
    ...(trace.from === undefined ? {} : { sender: trace.from }),
    institution,
    title: stepAt(world, step).flow.title,
  };
}

const noteOf = ({ saying, seen, believed, isConcluded }: ToldLine): Note => ({
  ...(saying === undefined ? {} : { saying }),
  ...(seen === undefined ? {} : { seen }),
  ...(believed === undefined ? {} : { believed }),
  isConcluded,
});

/** Each line's note goes to the step it began. */
function noteLines(steps: readonly GrowingStep[], told: NonNullable<NightWritten["told"]>): void {
  const taken = new Set<GrowingStep>();
  for (const { line, result } of told) {
    const step = steps.find(
      (each) =>
        each.step === result.step &&
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
    result.step === undefined
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
    stage.atoms
      .filter((atom) => has[actor * stage.atomCount + atom] === 1)
      .map((atom) => atomText(stage.world, atom));
  return { intruder: row(0), owner: row(1) };
}
