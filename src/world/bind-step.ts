/** Which of the steps a told line may mean it means, and why it could not be taken at that moment. */
import { waitFor } from "../graph/index.ts";
import { type ActorId, at, type Effect, type StepId, type Why } from "../model/index.ts";
import type { Arena } from "./arena.ts";
import { type ToldRun, type ToldSum, tooMuch } from "./money.ts";
import type { View } from "./night.ts";
import { rowOf } from "./rows.ts";
import type { ScriptLine } from "./script.ts";
import type { Prepared } from "./simulate.ts";
import { type Stage, stepAt } from "./stage.ts";
import { barredUntil, runsLeft } from "./step.ts";
import { spread } from "./stretch.ts";
import { actorIn, delayEnds, type Playing, stepEnds, stepIn, type Table } from "./table.ts";
import { whyLacking } from "./why.ts";

interface BindQuestion {
  readonly line: ScriptLine;
  /** The minute it is. */
  readonly at: number;
  /** At least one. */
  readonly candidates: readonly StepId[];
  readonly view: View;
}

interface Best extends Fit {
  readonly step: StepId;
}

/** Why it cannot be; where it can, and not all of its runs at once, where they lie. */
interface Fit {
  readonly why: readonly Why[];
  readonly runs?: readonly ToldRun[] | undefined;
}

/** The step with the fewest reasons against it, then the one that brings the most that is new. */
export function bestOf(
  prepared: Prepared,
  actor: ActorId,
  { line, at: minute, candidates, view }: BindQuestion,
): Best {
  const { arena, stage } = prepared;
  const judged = candidates
    .map((step) => ({
      step,
      ...fitOf(prepared, actor, step, { line, minute }),
      news: newsOf(arena, actor, step),
    }))
    .sort((a, b) => a.why.length - b.why.length || b.news - a.news || a.step - b.step);
  const best = at(judged, 0);
  if (best.why.length > 0) return best;
  const effect = textOf(stage, best.step);
  const others = judged.filter(
    ({ why, news, step }) => why.length === 0 && news > 0 && textOf(stage, step) !== effect,
  );
  if (others.length > 0 && line.things === undefined) {
    const effects = [best, ...others].slice(0, effectsMax).map(({ step }) => effectsOf(stage, step));
    return { step: best.step, why: [{ kind: "several", effects }] };
  }
  return view.isRunning(best.step) ? { step: best.step, why: [{ kind: "in-progress" }] } : best;
}

/** A person compares a few. */
const effectsMax = 4;

function effectsOf({ world, gives, sets, clears }: Stage, step: StepId): readonly Effect[] {
  const set = (isCleared: boolean) => (condition: number) => ({
    capability: at(world.conditions, condition).capability,
    isCleared,
  });
  return [
    ...rowOf(gives, step).map((atom) => ({ capability: at(world.atoms, atom), isCleared: false })),
    ...rowOf(sets, step).map(set(false)),
    ...rowOf(clears, step).map(set(true)),
  ];
}

const textOf = (stage: Stage, step: StepId): string =>
  effectsOf(stage, step)
    .map(({ capability, isCleared }) => `${isCleared ? "-" : "+"}${capability.text}`)
    .join(" ");

/** How much of what it gives, sets and clears is new. */
function newsOf({ stage, has, isSet }: Arena, actor: ActorId, step: StepId): number {
  const { gives, sets, clears, revokes, atomCount } = stage;
  return (
    rowOf(revokes, step).length +
    rowOf(gives, step).filter((atom) => has[actor * atomCount + atom] === 0).length +
    rowOf(sets, step).filter((condition) => isSet[condition] === 0).length +
    rowOf(clears, step).filter((condition) => isSet[condition] === 1).length
  );
}

/** Told times are whole minutes: half a minute either way contradicts nobody. */
const tolerance = 0.5;

function fitOf(
  prepared: Prepared,
  actor: ActorId,
  step: StepId,
  { line, minute }: { readonly line: ScriptLine; readonly minute: number },
): Fit {
  const { arena, stage, playing } = prepared;
  const { takesMin, takesRange, hours } = stage;
  const sum = sumOf(line);
  const why: Why[] = whyLacking(arena, actor, step).map((each) => withWhatComes(playing, actor, each));
  const wait = playing.startsAt === undefined ? 0 : waitFor(hours, step, playing.startsAt + minute);
  if (wait > 0) why.push({ kind: "closed", opensInMinutes: wait });
  const barred = barredUntil(playing, step);
  if (barred > minute) why.push({ kind: "barred", until: barred });
  const fit = barred > minute ? { why: [] } : sumsFit(prepared, actor, step, { line, minute });
  why.push(...fit.why);
  if (line.until === undefined) return { why };
  const minutes = line.until - minute;
  const least = takesMin[step]! * sum.times;
  // Between one run and the next there may be a pause.
  const most = sum.times > 1 ? Infinity : least + takesRange[step]!;
  if (minutes < least - tolerance) why.push({ kind: "too-short", minutes, leastMinutes: least });
  if (minutes > most + tolerance) why.push({ kind: "too-long", minutes, mostMinutes: most });
  return { why, runs: fit.runs };
}

/** What a line says of its runs and their money. */
export const sumOf = ({ amount, atLeast, times = 1 }: ScriptLine): ToldSum => ({
  times,
  ...(amount === undefined ? {} : { hundredths: Math.round(amount * 100) }),
  ...(atLeast === undefined ? {} : { atLeast: Math.round(atLeast * 100) }),
});

/** All its runs at the beginning; where the limits do not let them, one after the other until its end. */
function sumsFit(
  prepared: Prepared,
  actor: ActorId,
  step: StepId,
  { line, minute }: { readonly line: ScriptLine; readonly minute: number },
): Fit {
  const sum = sumOf(line);
  const why = whyNotSo(prepared, actor, step, sum);
  if (why.length === 0 || sum.times === 1 || line.until === undefined) return { why };
  const { until } = line;
  const spreadOf = (each: ToldSum) => spread(prepared.playing, step, { sum: each, from: minute, until });
  const { hundredths, atLeast = hundredths } = sum;
  // Where all that may have been taken does not fit, what was taken at the least may.
  const least = atLeast === undefined || atLeast === hundredths ? undefined : { ...sum, hundredths: atLeast };
  const runs = spreadOf(sum) ?? (least === undefined ? undefined : spreadOf(least));
  return runs === undefined ? { why } : { why: whyNotSo(prepared, actor, step, { ...sum, runs }), runs };
}

/** So many runs, and so much money, are more than the limits and what lies there allow. */
function whyNotSo({ playing, arena }: Prepared, actor: ActorId, step: StepId, sum: ToldSum): readonly Why[] {
  const why: Why[] = [];
  const { times } = sum;
  const mostTimes = sum.runs === undefined ? runsLeft(playing, step) : times;
  if (times > mostTimes) why.push({ kind: "too-often", times, mostTimes });
  const more = tooMuch(arena, actor, step, sum);
  if (more !== undefined)
    why.push({
      kind: "too-much",
      by: more.by,
      amount: (sum.hundredths ?? 0) / 100,
      mostAmount: more.hundredths / 100,
      times,
    });
  return why;
}

/** What is missing may be on its way: a step of theirs that gives it is not over yet. */
function withWhatComes({ table, arena, horizon }: Playing, actor: ActorId, why: Why): Why {
  if (why.kind !== "missing" || why.stoppedBy.length > 0) return why;
  const { stage } = arena;
  const atom = stage.world.atomOf.get(why.capability.text);
  if (atom === undefined) return why;
  for (const entry of rowOf(stage.givenAt, atom)) {
    const step = stage.giver[entry]!;
    if (table.running[actor * stage.stepCount + step] === 0) continue;
    const { institution, flow } = stepAt(stage.world, step);
    const until =
      endOf(table, actor, step) +
      (table.running[actor * stage.stepCount + step] === 1 ? stage.delayMin[step]! : 0);
    if (until <= horizon) return { ...why, coming: { institution, flow: flow.id, until } };
  }
  return why;
}

/** When what is in progress is over, its wait apart where that has not begun; Infinity: never in this night. */
function endOf(table: Table, actor: ActorId, step: StepId): number {
  const { queue, at: minutes, kind } = table;
  const ends = queue.data
    .slice(0, queue.length)
    .filter(
      (slot) =>
        (kind[slot] === stepEnds || kind[slot] === delayEnds) &&
        actorIn(table, slot) === actor &&
        stepIn(table, slot) === step,
    );
  return Math.min(Infinity, ...ends.map((slot) => minutes[slot]!));
}
