/**
 * A night as somebody tells it, line by line, held against the rules: could each step be taken at its time, with what
 * that actor had by then, and what did it leave behind?
 *
 * Each line is bound to one execution of a flow and run by the same loop as any other night, with the told time instead
 * of a drawn one; chance plays no part, agents give way. A line the rules do not allow is not run, and says why. A line
 * may also say what was so at that moment (`expects`), which is how a story's observations are checked.
 *
 * What to know to trust it: a line without `until` takes the least time its flow can take. Bad lines become complaints,
 * never a crash; the rest is replayed without them.
 */
import { waitFor } from "../graph/index.ts";
import { formatDuration } from "../model/index.ts";
import { type Arena, actorNames, owner as ownerRow } from "./arena.ts";
import type { Intention, Night, NightQuestion, Policy, View } from "./night.ts";
import { type Bound, bind, isSo, type ScriptComplaint, type ScriptLine } from "./script.ts";
import { type Prepared, prepare, simulatePrepared } from "./simulate.ts";
import { atomText, flowName, ruleAt, type Stage } from "./stage.ts";
import { barredUntil, lacks } from "./step.ts";

export interface ReplayLine {
  readonly line: number;
  readonly at: number;
  readonly endsAt: number;
  readonly actor: string;
  /** Numbered as `ruleAt` counts; `null` where the line only says what was seen. */
  readonly rule: number | null;
  readonly flow: string | null;
  readonly allowed: boolean;
  /** Why not, as sentences; empty where it is allowed. */
  readonly why: readonly string[];
  /** It rests on an agent who may give way. */
  readonly restsOnDiscretion: boolean;
  /** What it left, and who saw it without asking. */
  readonly traces: readonly { readonly what: string; readonly seenBy: readonly string[] }[];
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
  "intruder" | "owner" | "hands" | "seed" | "run" | "unstatedChance"
>;

/** A night told in more lines than this is a log, not a script. */
const linesMax = 10_000;

/** A line makes a few: its end, a notice, a lapse, the next line's turn. */
const eventsPerLine = 10;
/** As many hands as lines: who did what at once is the script's to say. */
const handsMax = linesMax;

export function replay(script: readonly ScriptLine[], question: ReplayQuestion): Replay {
  const complaints: ScriptComplaint[] = [];
  if (script.length > linesMax)
    complaints.push({
      line: -1,
      message: `${script.length} lines are more than the ${linesMax} a script may have`,
      help: "leave out what has no effect",
    });
  const results = new Map<number, ReplayLine>();
  const lines: Bound[] = [];
  let prepared: Prepared | undefined;
  const scripted = (actor: number): Policy =>
    scriptPolicy(
      actor,
      () => lines,
      (bound, view) => (prepared === undefined ? [] : run(prepared, bound, view, results)),
    );
  prepared = prepare(
    {
      ...question,
      intruder: scripted(0),
      owner: scripted(ownerRow),
      hands: { intruder: handsMax, owner: handsMax },
      unstatedChance: 1,
      eventsMax: question.eventsMax ?? eventsPerLine * linesMax,
    },
    { isScripted: true },
  );
  for (const [index, line] of script.slice(0, linesMax).entries()) {
    const bound = bind(prepared.stage, line, index, question.horizonMinutes);
    if ("message" in bound) complaints.push(bound);
    else lines.push(bound);
  }
  lines.sort((a, b) => a.line.at - b.line.at || a.index - b.index);
  const night = simulatePrepared(prepared, { seed: 0 });
  const told = [...results.values()].map((line) => withWhatCame(line, night)).sort((a, b) => a.line - b.line);
  return {
    lines: told,
    complaints,
    isRight: complaints.length === 0 && told.every(({ allowed, unmet }) => allowed && unmet.length === 0),
    night,
  };
}

/** Does each line when its minute has come. */
function scriptPolicy(
  actor: number,
  linesOf: () => readonly Bound[],
  act: (bound: Bound, view: View) => readonly Intention[],
): Policy {
  let next = 0;
  return {
    id: "script",
    next(view) {
      const lines = linesOf();
      if (view.now === 0 && next > 0 && lines[next - 1]!.line.at > 0) next = 0;
      const intentions: Intention[] = [];
      while (next < lines.length && lines[next]!.line.at <= view.now) {
        const bound = lines[next++]!;
        if (bound.actor === actor) intentions.push(...act(bound, view));
      }
      const waiting = lines[next];
      if (waiting !== undefined) intentions.push({ kind: "wait", until: waiting.line.at });
      return intentions;
    },
  };
}

/** Judges the line at its moment and, where it is allowed, begins it. */
function run(
  prepared: Prepared,
  { index, line, actor, candidates }: Bound,
  view: View,
  results: Map<number, ReplayLine>,
): readonly Intention[] {
  const { arena, stage } = prepared;
  const unmet = (line.expects ?? []).filter((text) => !isSo(arena, actor, text));
  const base = { line: index, at: line.at, actor: line.actor, traces: [], unmet };
  if (candidates.length === 0) {
    results.set(index, {
      ...base,
      endsAt: line.at,
      rule: null,
      flow: null,
      allowed: true,
      why: [],
      restsOnDiscretion: false,
    });
    return [];
  }
  const judged = candidates.map((rule) => ({
    rule,
    why: whyNot(prepared, actor, rule, line),
    news: newsOf(arena, actor, rule),
  }));
  const [best = { rule: candidates[0] ?? 0, why: [], news: 0 }] = judged.sort(
    (a, b) => a.why.length - b.why.length || b.news - a.news || a.rule - b.rule,
  );
  const others = judged.filter(
    ({ why, news, rule }) =>
      why.length === 0 && news > 0 && effectOf(stage, rule) !== effectOf(stage, best.rule),
  );
  let why =
    best.why.length === 0 && others.length > 0 && line.things === undefined
      ? [
          `it may concern several things: ${[best, ...others]
            .slice(0, 4)
            .map(({ rule }) => effectOf(stage, rule))
            .join("; ")}; name them`,
        ]
      : best.why;
  if (why.length === 0 && view.isRunning(best.rule))
    why = ["the same step of the same actor is in progress already"];
  const minutes = line.until === undefined ? stage.takesMin[best.rule]! : line.until - line.at;
  const { flow } = ruleAt(stage.world, best.rule);
  const isDiscretion = flow.discretion !== undefined;
  results.set(index, {
    ...base,
    endsAt: line.at + minutes,
    rule: best.rule,
    flow: flowName(ruleAt(stage.world, best.rule)),
    allowed: why.length === 0,
    why,
    restsOnDiscretion: isDiscretion,
  });
  return why.length > 0 ? [] : [{ kind: "told", rule: best.rule, minutes }];
}

function effectOf(stage: Stage, rule: number): string {
  const { world, gives, sets, clears } = stage;
  const row = ({ from, values }: { readonly from: Int32Array; readonly values: Int32Array }) => [
    ...values.subarray(from[rule], from[rule + 1]),
  ];
  return [
    ...row(gives).map((atom) => atomText(world, atom)),
    ...row(sets).map((each) => world.conditions[each]?.id ?? ""),
    ...row(clears).map((each) => `not ${world.conditions[each]?.id ?? ""}`),
  ].join(", ");
}

/** How much of what it gives, sets and clears is new. */
function newsOf({ stage, has, isSet }: Arena, actor: number, rule: number): number {
  const { gives, sets, clears, revokes, atomCount } = stage;
  let news = revokes.from[rule + 1]! - revokes.from[rule]!;
  for (let i = gives.from[rule]!; i < gives.from[rule + 1]!; i++)
    if (has[actor * atomCount + gives.values[i]!] === 0) news++;
  for (let i = sets.from[rule]!; i < sets.from[rule + 1]!; i++) if (isSet[sets.values[i]!] === 0) news++;
  for (let i = clears.from[rule]!; i < clears.from[rule + 1]!; i++)
    if (isSet[clears.values[i]!] === 1) news++;
  return news;
}

function whyNot(prepared: Prepared, actor: number, rule: number, line: ScriptLine): readonly string[] {
  const { arena, stage, playing } = prepared;
  const { asks, needsClear, atomCount, takesMin, takesRange, rules, world } = stage;
  const why: string[] = [];
  if (lacks(arena, actor, rule)) {
    for (let i = asks.from[rule]!; i < asks.from[rule + 1]!; i++)
      if (arena.has[actor * atomCount + asks.values[i]!] !== 1)
        why.push(
          `the ${actorNames[actor]} does not have \`${atomText(world, asks.values[i]!)}\` at minute ${line.at}`,
        );
    for (let i = needsClear.from[rule]!; i < needsClear.from[rule + 1]!; i++)
      if (arena.isSet[needsClear.values[i]!] === 1)
        why.push(`\`${world.conditions[needsClear.values[i]!]?.id}\` stops it`);
    if (why.length === 0) why.push("the secrets are the same no longer");
  }
  if (playing.startsAt !== undefined && waitFor(rules, rule, playing.startsAt + line.at) > 0)
    why.push(
      `it is closed at that hour and opens in ${formatDuration(waitFor(rules, rule, playing.startsAt + line.at))}`,
    );
  const barred = barredUntil(playing, rule);
  if (barred > line.at) why.push(`it was run too often; again from minute ${barred}`);
  if (line.until !== undefined) {
    const minutes = line.until - line.at;
    if (minutes < takesMin[rule]! - tolerance)
      why.push(`it takes ${formatDuration(takesMin[rule]!)} at least, not ${formatDuration(minutes)}`);
    if (minutes > takesMin[rule]! + takesRange[rule]! + tolerance)
      why.push(
        `it takes ${formatDuration(takesMin[rule]! + takesRange[rule]!)} at most, not ${formatDuration(minutes)}`,
      );
  }
  return why;
}

/** Told times are whole minutes: half a minute either way contradicts nobody. */
const tolerance = 0.5;

/** What the run of the line left, and whether it lasted to its end. */
function withWhatCame(line: ReplayLine, { events }: Night): ReplayLine {
  if (line.rule === null || !line.allowed) return line;
  const side = line.actor === "intruder" ? "intruder" : "owner";
  const over = events.find(
    (event) =>
      event.rule === line.rule &&
      event.actor === side &&
      event.at >= line.endsAt &&
      (event.kind === "ends" || event.kind === "fails"),
  );
  if (over?.kind === "fails")
    return {
      ...line,
      allowed: false,
      why: [`it was begun, but at minute ${over.at} ${over.what.slice(over.what.indexOf(": ") + 2)}`],
    };
  const traces = new Map<string, string[]>();
  for (const event of events) {
    if (over === undefined || event.kind !== "trace" || event.rule !== line.rule || event.at !== over.at)
      continue;
    const seen = traces.get(event.what) ?? [];
    if (event.actor !== "staff") seen.push(event.actor);
    traces.set(event.what, seen);
  }
  return {
    ...line,
    endsAt: over?.at ?? line.endsAt,
    traces: [...traces].map(([what, seenBy]) => ({ what, seenBy: [...new Set(seenBy)] })),
  };
}
