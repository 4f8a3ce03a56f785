/**
 * The cheapest explanation, the next ones that differ, and for every observation whose act it was: an act is the intruder's
 * only where every explanation without that costs clearly more.
 */
import { type MinimumProgram, type Program, solvingAlikeAsOne } from "../graph/index.ts";
import { alikeOf } from "./alike-rows.ts";
import type { LeftOut, Model, ModelQuestion, Story } from "./making.ts";
import { modelOf } from "./model.ts";
import { type Exchange, equalsOf, turnedBySwaps } from "./swaps.ts";
import { weights } from "./weights.ts";

export interface Reconstruction {
  readonly model: Model;
  /** The cheapest first; empty: none was found in time. */
  readonly stories: readonly Story[];
  /** Observation by observation, where the cheapest says intruder: what it costs more, at least, to say otherwise. */
  readonly margins: ReadonlyMap<number, number>;
  /** What the cheapest could as well have in the place of what it has. */
  readonly equals: readonly Exchange[];
  /** What it costs more to say the opposite: that nobody acted, or that somebody did. Absent: not found in time. */
  readonly oppositeCosts?: number;
}

export interface ReconstructQuestion extends ModelQuestion {
  readonly solve: MinimumProgram;
  readonly storiesMax: number;
}

export function reconstruct(question: ReconstructQuestion): Reconstruction {
  const { storiesMax } = question;
  const model = modelOf(question);
  const alike = alikeOf(model);
  const solve = solvingAlikeAsOne(
    question.solve,
    alike.map((rows) => rows.map(({ columns }) => columns)),
  );
  const first = storyOf(model, model.program, solve);
  if (first === undefined) return { model, stories: [], margins: new Map(), equals: [] };
  const equals = equalsOf(model, first);
  // What costs the same needs no search: nothing explains the records for less.
  const stories: Story[] = [
    first,
    ...equals.map(({ values, priced }) => storyFrom(model, { values, priced, proved: first.proved })),
  ].slice(0, storiesMax);
  let program = stories.reduce((each, story) => without(each, signature(model, story)), model.program);
  while (stories.length < storiesMax) {
    const story = storyOf(model, { ...program, upper: first.priced + rivalsWithin }, solve);
    if (story === undefined) break;
    stories.push(story);
    program = without(program, signature(model, story));
  }
  const opposite = oppositeOf(model, first, solve);
  return {
    model,
    stories,
    margins: marginsOf(model, first, {
      solve,
      alike: alike.map((rows) => rows.map(({ observation }) => observation)),
    }),
    equals,
    ...(opposite === undefined ? {} : { oppositeCosts: opposite - first.cost }),
  };
}

const isIntruders = (model: Model, i: number): boolean => {
  const part = model.parts[i]!;
  return part.kind === "seen" && part.run.side === "intruder";
};

/** Did anybody act in the owner's name, by this story? */
export const hasIntruder = (model: Model, { parts }: Story): boolean =>
  parts.some((i) => isIntruders(model, i));

function oppositeOf(model: Model, story: Story, solve: MinimumProgram): number | undefined {
  const columns = model.parts.flatMap((_, i) => (isIntruders(model, i) ? [model.columnOf[i]!] : []));
  if (columns.length === 0) return undefined;
  const isThere = hasIntruder(model, story);
  const row = {
    columns,
    weights: columns.map(() => 1),
    least: isThere ? Number.NEGATIVE_INFINITY : 1,
    most: isThere ? 0 : Number.POSITIVE_INFINITY,
  };
  const answer = solve({ ...model.program, rows: [...model.program.rows, row] });
  return answer.kind === "found" ? costOf(model, answer.values) : undefined;
}

/** What costs more than this above the best nobody calls a rival. */
const rivalsWithin = 4;

function storyOf(model: Model, program: Program, solve: MinimumProgram): Story | undefined {
  const answer = solve(program);
  if (answer.kind !== "found") return undefined;
  return storyFrom(model, { values: answer.values, priced: answer.cost, proved: answer.proved });
}

function storyFrom(
  model: Model,
  { values, priced, proved }: Pick<Story, "values" | "priced" | "proved">,
): Story {
  const isIn = (column: number | undefined) => column !== undefined && (values[column] ?? 0) > 0.5;
  const parts = model.parts.flatMap((_, i) => (isIn(model.columnOf[i]) ? [i] : []));
  return {
    cost: costOf(model, values),
    priced,
    proved: proved && isAllWeighed(model.leftOut),
    parts,
    links: model.links.flatMap(({ column }, i) => (isIn(column) ? [i] : [])),
    times: new Map(
      parts.flatMap((i) => {
        const time = model.timeOf[i];
        return time === undefined ? [] : [[i, values[time] ?? 0] as const];
      }),
    ),
    ordinary: new Set(model.ordinary.flatMap((column, o) => (isIn(column) ? [o] : []))),
    values,
    byUnknown: new Set(model.byUnknown.flatMap((column, o) => (isIn(column) ? [o] : []))),
  };
}

const isAllWeighed = ({ rows, ways, steps }: LeftOut): boolean => rows + ways.length + steps === 0;

const costOf = ({ costs }: Model, values: readonly number[]): number =>
  costs.reduce((sum, each, column) => sum + each * values[column]!, 0);

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

/**
 * Which of the acts given to the intruder are clearly so: is there an explanation, less than the margin dearer, in which one
 * of them is not? What it turns round is not clear; then the same is asked of the rest, until there is none. What one exchange turns round is found without
 * the solver; else one program more than there are unclear acts.
 */
function marginsOf(
  model: Model,
  story: Story,
  { solve, alike }: { readonly solve: MinimumProgram; readonly alike: readonly (readonly number[])[] },
): ReadonlyMap<number, number> {
  const margins = new Map<number, number>();
  // What turns one of several that are alike round turns each of them, by an exchange.
  const withAlike = (turned: Iterable<number>): ReadonlySet<number> => {
    const asked = new Set(turned);
    return new Set([...asked, ...alike.filter((rows) => rows.some((o) => asked.has(o))).flat()]);
  };
  const coverers = new Map<number, number[]>();
  for (const [k, part] of model.parts.entries())
    if (part.kind === "seen" && part.run.side === "intruder")
      for (const o of part.run.covers) coverers.set(o, [...(coverers.get(o) ?? []), model.columnOf[k]!]);
  let clear = story.parts.flatMap((i) => {
    const part = model.parts[i]!;
    return part.kind === "seen" && part.run.side === "intruder" ? part.run.covers : [];
  });
  const upper = story.priced + weights.margin;
  const isClear = new Set(clear);
  const turnedAtOnce = withAlike([
    ...turnedBySwaps(model, story, { accused: clear, upper }),
    ...alike.flat().filter((o) => !isClear.has(o)),
  ]);
  for (const o of turnedAtOnce) if (isClear.has(o)) margins.set(o, 0);
  clear = clear.filter((o) => !turnedAtOnce.has(o));
  while (clear.length > 0) {
    const sums = new Map<number, number>();
    for (const o of clear)
      for (const column of coverers.get(o) ?? []) sums.set(column, (sums.get(column) ?? 0) + 1);
    const row = {
      columns: [...sums.keys()],
      weights: [...sums.values()],
      least: Number.NEGATIVE_INFINITY,
      most: clear.length - 1,
    };
    const answer = solve({ ...model.program, rows: [...model.program.rows, row], upper, isAnyEnough: true });
    if (answer.kind === "none") break;
    // Nobody is accused of what there was no time to ask.
    const turned =
      answer.kind === "open"
        ? clear
        : clear.filter((o) => !(coverers.get(o) ?? []).some((column) => answer.values[column]! > 0.5));
    if (turned.length === 0) throw new RangeError("an explanation that turns nothing round");
    const all = withAlike(turned);
    for (const o of all) margins.set(o, 0);
    clear = clear.filter((o) => !all.has(o));
  }
  for (const o of clear) margins.set(o, weights.margin);
  return margins;
}

export const isAccused = (margin: number | undefined): boolean => (margin ?? 0) >= weights.margin;

/** Nobody acted, by the cheapest story; that somebody did costs hardly more, and would explain this row as well. */
export function isNearTie({ model, oppositeCosts }: Reconstruction, story: Story, o: number): boolean {
  if (oppositeCosts === undefined || oppositeCosts >= weights.margin || hasIntruder(model, story))
    return false;
  return model.parts.some(
    (part) => part.kind === "seen" && part.run.side === "intruder" && part.run.covers.includes(o),
  );
}
