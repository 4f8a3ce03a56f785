/**
 * What a kept state takes for granted of the shapes its trails speak of: nodes are numbers, and mean the same only in the
 * same shape. A shape may change from one day to the next, when a reading of the catalogue grows old; so it is told by its
 * content and not by the day it was made on.
 */
import { numberOfTexts } from "./habits.ts";
import type { Shape } from "./shape.ts";
import type { State, Version } from "./state.ts";

/** One of those who have this shape, and what it is told by. */
export interface ShapeMark {
  readonly person: string;
  readonly region: string | null;
  readonly mark: number;
}

/** Each is made again at a start, in tens of milliseconds. */
const shapesMax = 64;

/** The shapes of all who have odd acts; `undefined`: more than are made again at a start. */
export function shapeMarks(state: State, { shapeOf }: Version): readonly ShapeMark[] | undefined {
  const marks = new Map<Shape, ShapeMark>();
  for (const person of state.trails.keys()) {
    const region = state.regions.get(person);
    const shape = shapeOf(person, region);
    if (marks.has(shape)) continue;
    if (marks.size >= shapesMax) return undefined;
    marks.set(shape, { person, region: region ?? null, mark: markOf(shape) });
  }
  return [...marks.values()];
}

export const areAsMarked = (marks: readonly ShapeMark[], { shapeOf }: Version): boolean =>
  marks.every(({ person, region, mark }) => markOf(shapeOf(person, region ?? undefined)) === mark);

const made = new WeakMap<Shape, number>();

function markOf(shape: Shape): number {
  const known = made.get(shape);
  if (known !== undefined) return known;
  const { rules, meanings, world } = shape.reach;
  const texts = [
    JSON.stringify(meanings),
    ...world.atoms.map(({ text }) => text),
    ...world.steps.map(({ institution, flow, lent }) => `${institution} ${flow.id} ${lent?.distance ?? ""}`),
    ...shape.losses.map((loss) => JSON.stringify(loss)),
    [...shape.ownerHas].join(),
  ];
  const numbers: number[] = [];
  const lists = [rules.asksFrom, rules.asks, rules.givesFrom, rules.gives, rules.minutes];
  for (const list of [...lists, shape.weights.active, shape.base.minutes, shape.base.cost])
    for (const number of list) numbers.push(Number.isFinite(number) ? number : -1);
  const mark = numberOfTexts(texts, numbers);
  made.set(shape, mark);
  return mark;
}
