/**
 * What else explains the same: one part of a story put in another's place, the rest as it is.
 *
 * Every exchange is held against all rows of the program, so what is called an explanation is one; what takes two exchanges at
 * once is not found here. So equals are named, and most acts that are not clear are known without asking the solver. Cost:
 * parts that cover the same, times the program.
 */
import { keepsRows } from "../graph/index.ts";
import { type AtomId, append, at } from "../model/index.ts";
import type { Model, Story } from "./making.ts";
import { equalWithin } from "./order.ts";

export interface Exchange {
  /** Part by part of the model: what it is put in the place of, and what is put there. */
  readonly out: number;
  readonly into: number;
  /** The choice that comes of it, column by column, and what it costs with the prices of the order of equals. */
  readonly values: readonly number[];
  readonly priced: number;
}

interface Links {
  /** `asker atom`: indices of links. */
  readonly of: ReadonlyMap<string, readonly number[]>;
}

const linksOf = ({ links }: Model): Links => {
  const of = new Map<string, number[]>();
  for (const [i, { asker, atom }] of links.entries()) {
    const key = `${asker} ${atom}`;
    append(of, key, i);
  }
  return { of };
};

/** What the story could as well have in the place of what it has, at the same cost; what stands first among equals first. */
export function equalsOf(model: Model, story: Story): readonly Exchange[] {
  const links = linksOf(model);
  const found: Exchange[] = [];
  const here = new Set(story.parts);
  for (const out of story.parts)
    for (const [into] of model.parts.entries()) {
      if (here.has(into) || !isLike(model, out, into)) continue;
      const values = exchanged(model, story, {
        out,
        into,
        links,
        isCheapEnough: (each) => sum(model.costs, each) - story.cost < equalWithin,
      });
      if (values !== undefined) found.push({ out, into, values, priced: sum(model.program.costs, values) });
    }
  return found.toSorted((a, b) => a.priced - b.priced);
}

/**
 * Which of these observations, given to the intruder by the story, are explained without one for less than `upper`: by a run
 * of the owner's that leaves the same, or as ordinary life.
 */
export function turnedBySwaps(
  model: Model,
  story: Story,
  { accused, upper }: { readonly accused: readonly number[]; readonly upper: number },
): readonly number[] {
  const links = linksOf(model);
  const asked = new Set(accused);
  const turned = new Set<number>();
  for (const out of story.parts) {
    const part = model.parts[out]!;
    if (part.kind !== "seen" || part.run.side !== "intruder") continue;
    if (!part.run.covers.some((o) => asked.has(o) && !turned.has(o))) continue;
    const owners = [...model.parts.entries()].flatMap(([i, other]) =>
      other.kind === "seen" && other.run.side === "owner" && covers(model, i) === covers(model, out)
        ? [i]
        : [],
    );
    const isCheapEnough = (values: readonly number[]) => sum(model.program.costs, values) < upper;
    const isFound = [undefined, ...owners].some(
      (into) => exchanged(model, story, { out, into, links, isCheapEnough }) !== undefined,
    );
    if (isFound) for (const o of part.run.covers) if (asked.has(o)) turned.add(o);
  }
  return [...turned];
}

const covers = ({ parts }: Model, i: number): string => {
  const part = parts[i]!;
  return part.kind === "seen" ? part.run.covers.join() : "";
};

/** Do both explain the same, by the same side, as different flows or on different things? */
function isLike(model: Model, out: number, into: number): boolean {
  const one = model.parts[out]!;
  const other = model.parts[into]!;
  if (one.kind === "seen" && other.kind === "seen")
    return (
      one.run.side === other.run.side &&
      covers(model, out) === covers(model, into) &&
      nameOf(one.run.step) !== nameOf(other.run.step)
    );
  return (
    one.kind === "unseen" &&
    other.kind === "unseen" &&
    one.side === other.side &&
    nameOf(one.step) !== nameOf(other.step)
  );
}

const nameOf = ({
  institution,
  flow,
  things,
}: {
  readonly institution: string;
  readonly flow: { readonly id: string };
  readonly things: ReadonlyMap<string, string>;
}): string => `${institution}/${flow.id} ${[...new Set(things.values())].sort().join(" ")}`;

/**
 * The story's choice with one part out and another, or ordinary life, in its place; `undefined`: it is no explanation. Needs
 * that rested on the one rest on whatever else in the story gives the same.
 */
function exchanged(
  model: Model,
  story: Story,
  {
    out,
    into,
    links,
    isCheapEnough,
  }: {
    readonly out: number;
    readonly into: number | undefined;
    readonly links: Links;
    readonly isCheapEnough: (values: readonly number[]) => boolean;
  },
): readonly number[] | undefined {
  const { parts, columnOf, timeOf } = model;
  const values = [...story.values];
  const isIn = (part: number) => values[columnOf[part]!]! > 0.5;
  const left = parts[out]!;
  values[columnOf[out]!] = 0;
  if (into !== undefined) {
    values[columnOf[into]!] = 1;
    const lent = model.columnsWith.get(into);
    if (lent !== undefined) values[lent] = 1;
    const time = timeOf[into];
    if (time !== undefined) values[time] = values[timeOf[out] ?? -1] ?? 0;
  } else if (left.kind === "seen") for (const o of left.run.covers) values[model.ordinary[o]!] = 1;
  for (const { asker, giver, column } of model.links) {
    if (values[column]! < 0.5) continue;
    if (asker === out) values[column] = 0;
    else if (giver === out) values[column] = 0;
  }
  const needs = (part: number): boolean => {
    const asks = asksOf(model, part);
    return asks.every((atom) => {
      const own = links.of.get(`${part} ${atom}`) ?? [];
      if (own.some((i) => values[model.links[i]!.column]! > 0.5)) return true;
      const other = own.find((i) => isIn(model.links[i]!.giver));
      if (other === undefined) return false;
      values[model.links[other]!.column] = 1;
      return true;
    });
  };
  for (const [part] of parts.entries()) if (isIn(part) && !needs(part)) return undefined;
  return isCheapEnough(values) && keepsRows(model.program, values) ? values : undefined;
}

/** What a link must give a part: the intruder's alone are linked. */
function asksOf({ parts }: Model, i: number): readonly AtomId[] {
  const part = parts[i]!;
  if (part.kind === "seen") return part.run.side === "owner" ? [] : [...new Set(part.run.step.asks)];
  return part.kind === "unseen" && part.side !== "owner" ? [...new Set(part.step.asks)] : [];
}

const sum = (costs: readonly number[], values: readonly number[]): number =>
  costs.reduce((total, cost, column) => total + cost * at(values, column), 0);
