/**
 * A night being written down: what the loop tells becomes events, each run with a number and each change with the run
 * that caused it. Whatever follows the end of a step, up to the next thing that happens, is that step's doing.
 */
import {
  type ActorId,
  type ActorName,
  at,
  type ConditionId,
  type NightEvent,
  type RunId,
  type RunTold,
  runId,
  type StepId,
  type Why,
} from "../model/index.ts";
import type { Recorder } from "./arena.ts";
import type { ConditionSpan } from "./night.ts";
import { conditionText } from "./stage.ts";
import type { Listener, Playing } from "./table.ts";

type Span = { -readonly [Key in keyof ConditionSpan]: ConditionSpan[Key] };

/** What has been written down so far; plain data. */
export interface Written {
  readonly events: NightEvent[];
  readonly spans: Span[];
  /** By condition: the span that is open. */
  readonly open: Map<ConditionId, Span>;
  /** By actor and step: the run in progress, and why it was begun in vain. */
  readonly runs: Map<string, { readonly run: RunId; readonly why: readonly Why[] }>;
  /** By actor, step and place: the runs whose trace is on its way, the first sent first. */
  readonly sent: Map<string, readonly RunId[]>;
  begun: number;
  cause: RunId | undefined;
}

export interface Record {
  readonly written: Written;
  readonly recorder: Recorder;
  readonly listener: Listener;
}

/** Nothing written yet but what is set at the start. */
export function blank({ arena: { stage }, horizon }: Playing): Written {
  const written: Written = {
    events: [],
    spans: [],
    open: new Map(),
    runs: new Map(),
    sent: new Map(),
    begun: 0,
    cause: undefined,
  };
  for (const condition of stage.conditions) {
    if (stage.isSetAtStart[condition] !== 1) continue;
    openSpan(written, condition, {
      condition: conditionText(stage.world, condition),
      from: 0,
      until: horizon,
    });
  }
  return written;
}

function openSpan({ open, spans }: Written, condition: ConditionId, span: Span): void {
  open.set(condition, span);
  spans.push(span);
}

/** A copy that goes its own way. What has been told is never changed and is shared; a span that is open still may be. */
export function copied({ events, spans, open, runs, sent, begun, cause }: Written): Written {
  const copyOf = new Map(spans.map((span) => [span, { ...span }]));
  return {
    events: [...events],
    spans: [...copyOf.values()],
    open: new Map(
      [...open].flatMap(([condition, span]) => {
        const copy = copyOf.get(span);
        return copy === undefined ? [] : [[condition, copy] as const];
      }),
    ),
    runs: new Map(runs),
    sent: new Map(sent),
    begun,
    cause,
  };
}

export function recordOf(playing: Playing, written: Written): Record {
  return { written, recorder: recorderOf(playing, written), listener: listenerOf(playing, written) };
}

function recorderOf({ arena, names, horizon }: Playing, written: Written): Recorder {
  const { stage } = arena;
  const { world, ledger } = stage;
  const name = (actor: ActorId): ActorName => at(names, actor);
  const tell = (event: NightEvent) => void written.events.push(event);
  const becauseOf = () => (written.cause === undefined ? {} : { cause: written.cause });
  const holds =
    (kind: "gains" | "loses"): Recorder["gains"] =>
    (actor, atom) =>
      tell({
        kind,
        at: arena.now,
        actor: name(actor),
        atom,
        capability: at(world.atoms, atom),
        ...becauseOf(),
      });
  const changed = (condition: ConditionId) => ({
    at: arena.now,
    condition,
    capability: at(world.conditions, condition).capability,
  });
  const close = (condition: ConditionId) => {
    const span = written.open.get(condition);
    if (span !== undefined) span.until = arena.now;
    written.open.delete(condition);
  };
  return {
    gains: holds("gains"),
    loses: holds("loses"),
    sets(actor, condition) {
      const span = { condition: conditionText(world, condition), from: arena.now, until: horizon };
      openSpan(written, condition, span);
      tell({
        kind: "sets",
        ...changed(condition),
        ...(actor === undefined ? {} : { actor: name(actor), cause: causeOf(written) }),
      });
    },
    clears(actor, condition) {
      close(condition);
      tell({ kind: "clears", ...changed(condition), actor: name(actor), cause: causeOf(written) });
    },
    lapses(condition) {
      close(condition);
      written.cause = undefined;
      tell({ kind: "lapses", ...changed(condition) });
    },
    money({ actor, step, from, to, hundredths }) {
      const [source, target] = [at(ledger.pots, from).pot, at(ledger.pots, to).pot];
      tell({
        kind: "money",
        at: arena.now,
        actor: name(actor),
        cause: causeOf(written),
        step,
        institution: at(world.steps, step).institution,
        ...("thing" in source ? { thing: source.thing } : {}),
        amount: hundredths / 100,
        from: source,
        counterparty: target,
      });
    },
    returns(goal, hundredths) {
      tell({ kind: "returns", at: arena.now, loss: at(world.goals, goal).id, amount: hundredths / 100 });
    },
  };
}

/** Only runs set, clear, leave and move. */
function causeOf({ cause }: Written): RunId {
  if (cause === undefined) throw new RangeError("something happened by no run");
  return cause;
}

function listenerOf({ arena, names }: Playing, written: Written): Listener {
  const { stage } = arena;
  const { world } = stage;
  const name = (actor: ActorId): ActorName => at(names, actor);
  const tell = (event: NightEvent) => void written.events.push(event);
  const keyOf = (actor: ActorId, step: StepId) => `${actor} ${step}`;
  const told = (run: RunId, step: StepId): RunTold => {
    const { institution, flow, things } = at(world.steps, step);
    return { run, step, institution, flow: flow.id, things: [...new Set(things.values())] };
  };
  const running = (actor: ActorId, step: StepId) => {
    const found = written.runs.get(keyOf(actor, step));
    if (found === undefined) throw new RangeError("a run ends that never began");
    return found;
  };
  const looking =
    (kind: "looks" | "looked"): Listener["looks"] =>
    (actor, condition) => {
      const { capability } = at(world.conditions, condition);
      const isSet = arena.isSet[condition] === 1;
      written.cause = undefined;
      tell({ kind, at: arena.now, actor: name(actor), condition, capability, isSet });
    };
  return {
    looks: looking("looks"),
    looked: looking("looked"),
    begins(actor, step, why) {
      const run = runId(written.begun++);
      written.runs.set(keyOf(actor, step), { run, why });
      tell({ kind: "begins", at: arena.now, actor: name(actor), ...told(run, step) });
    },
    waits(actor, step) {
      const { run } = running(actor, step);
      written.cause = run;
      tell({ kind: "waits", at: arena.now, actor: name(actor), ...told(run, step) });
    },
    ends(actor, step) {
      const { run } = running(actor, step);
      written.cause = run;
      written.runs.delete(keyOf(actor, step));
      tell({ kind: "ends", at: arena.now, actor: name(actor), ...told(run, step) });
    },
    fails(actor, step, why) {
      const { run, why: before } = running(actor, step);
      written.runs.delete(keyOf(actor, step));
      // What was missing when it was begun may be there again when it is over.
      const reasons = why.length === 0 ? before : why;
      tell({ kind: "fails", at: arena.now, actor: name(actor), ...told(run, step), why: reasons });
    },
    cancels(actor, step, other) {
      const { run } = running(other, step);
      written.runs.delete(keyOf(other, step));
      const of = name(other);
      tell({
        kind: "cancels",
        at: arena.now,
        actor: name(actor),
        ...told(run, step),
        cause: causeOf(written),
        of,
      });
    },
    sends(actor, step, mark) {
      const key = `${keyOf(actor, step)} ${mark}`;
      written.sent.set(key, [...(written.sent.get(key) ?? []), causeOf(written)]);
    },
    arrives(actor, step, mark) {
      const key = `${keyOf(actor, step)} ${mark}`;
      const [first, ...rest] = written.sent.get(key) ?? [];
      written.cause = first;
      written.sent.set(key, rest);
    },
    trace(actor, step, { trace, who }) {
      const left = trace === undefined ? undefined : at(at(stage.traces, step), trace).trace;
      const { institution } = at(world.steps, step);
      tell({
        kind: "trace",
        at: arena.now,
        actor: name(actor),
        cause: causeOf(written),
        step,
        institution,
        trace: {
          kind: left?.kind ?? "told",
          ...(left?.thing === undefined ? {} : { thing: left.thing }),
          ...(left?.from === undefined ? {} : { from: left.from }),
          ...(left?.about === undefined ? {} : { about: left.about }),
        },
        ...(who === undefined ? {} : { seenBy: name(who) }),
      });
    },
  };
}
