/**
 * The cheapest explanation, the next ones that differ, and for every observation whose act it was: an act is the intruder's
 * only where every explanation without that costs clearly more.
 */
import type { MinimumProgram, Program } from "../graph/index.ts";
import { type Model, type ModelQuestion, modelOf } from "./model.ts";
import { weights } from "./weights.ts";

export interface Story {
  readonly cost: number;
  readonly proved: boolean;
  /** Parts that are in it. */
  readonly parts: readonly number[];
  /** Indices into `links` that are used. */
  readonly links: readonly number[];
  /** Part by part its minute, from the beginning of the incident; absent: it is a seen one. */
  readonly times: ReadonlyMap<number, number>;
  /** Observations of ordinary life. */
  readonly ordinary: ReadonlySet<number>;
  readonly byUnknown: ReadonlySet<number>;
}

export interface Reconstruction {
  readonly model: Model;
  /** The cheapest first; empty: none was found in time. */
  readonly stories: readonly Story[];
  /** Observation by observation, where the cheapest says intruder: how much more it costs to say otherwise. */
  readonly margins: ReadonlyMap<number, number>;
}

export interface ReconstructQuestion extends ModelQuestion {
  readonly solve: MinimumProgram;
  readonly storiesMax: number;
}

export function reconstruct(question: ReconstructQuestion): Reconstruction {
  const { solve, storiesMax } = question;
  const model = modelOf(question);
  const stories: Story[] = [];
  let program = model.program;
  while (stories.length < storiesMax) {
    const story = storyOf(model, program, solve);
    if (story === undefined) break;
    if (stories.length > 0 && story.cost > stories[0]!.cost + rivalsWithin) break;
    stories.push(story);
    if (stories.length < storiesMax) program = without(program, signature(model, story));
  }
  const [first] = stories;
  return { model, stories, margins: first === undefined ? new Map() : marginsOf(model, first, solve) };
}

/** What costs more than this above the best nobody calls a rival. */
const rivalsWithin = 4;

function storyOf(model: Model, program: Program, solve: MinimumProgram): Story | undefined {
  const answer = solve(program);
  if (answer.kind !== "found") return undefined;
  const { values, cost, proved } = answer;
  const isIn = (column: number | undefined) => column !== undefined && (values[column] ?? 0) > 0.5;
  const parts = model.parts.flatMap((_, i) => (isIn(model.columnOf[i]) ? [i] : []));
  return {
    cost,
    proved,
    parts,
    links: model.links.flatMap(({ column }, i) => (isIn(column) ? [i] : [])),
    times: new Map(
      parts.flatMap((i) => {
        const time = model.timeOf[i];
        return time === undefined ? [] : [[i, values[time] ?? 0] as const];
      }),
    ),
    ordinary: new Set(model.ordinary.flatMap((column, o) => (isIn(column) ? [o] : []))),
    byUnknown: new Set(model.byUnknown.flatMap((column, o) => (isIn(column) ? [o] : []))),
  };
}

/** Columns that together are what is told: a story with all of them, and with no other of their kind, is the same story. */
function signature(model: Model, { parts, ordinary }: Story): readonly number[] {
  const told = parts.filter((i) => model.parts[i]!.kind !== "assumed").map((i) => model.columnOf[i]!);
  return [...told, ...[...ordinary].map((o) => model.ordinary[o]!)];
}

function without(program: Program, columns: readonly number[]): Program {
  const row = {
    columns,
    weights: columns.map(() => 1),
    least: Number.NEGATIVE_INFINITY,
    most: columns.length - 1,
  };
  return { ...program, rows: [...program.rows, row] };
}

/** Solved again with the intruder forbidden at one observation; all solves together are some seconds at most. */
function marginsOf(model: Model, story: Story, solve: MinimumProgram): ReadonlyMap<number, number> {
  const margins = new Map<number, number>();
  for (const i of story.parts) {
    const part = model.parts[i]!;
    if (part.kind !== "seen" || part.run.side !== "intruder") continue;
    for (const o of part.run.covers) {
      const forbidden = model.parts.flatMap((other, k) =>
        other.kind === "seen" && other.run.side === "intruder" && other.run.covers.includes(o)
          ? [model.columnOf[k]!]
          : [],
      );
      const most = [...model.program.most];
      for (const column of forbidden) most[column] = 0;
      // Only whether it costs clearly more is asked: nothing dearer is looked for.
      const answer = solve(cheaperThan({ ...model.program, most }, story.cost + weights.margin));
      margins.set(
        o,
        answer.kind === "found"
          ? Math.max(0, answer.cost - story.cost)
          : answer.kind === "none"
            ? weights.margin
            : 0,
      );
    }
  }
  return margins;
}

function cheaperThan(program: Program, most: number): Program {
  const row = {
    columns: program.costs.map((_, column) => column).filter((column) => program.costs[column] !== 0),
    weights: program.costs.filter((cost) => cost !== 0),
    least: Number.NEGATIVE_INFINITY,
    most,
  };
  return { ...program, rows: [...program.rows, row] };
}

export const isAccused = (margin: number | undefined): boolean => (margin ?? 0) >= weights.margin;
