/**
 * Rows that are one and the same to the program: the same day, the same ways they could have come about, the same price of
 * each. Which they are is read off the program; here is said which columns are a row's own.
 */
import { alikeBlocks, type Block } from "../graph/index.ts";
import { compareText } from "../model/index.ts";
import type { Model } from "./making.ts";

export interface AlikeRow {
  /** Index into the observations of the incident. */
  readonly observation: number;
  readonly columns: Block;
}

/** Groups of at least three. What a run explains together with another row is nobody's own. Cost: parts, links and rows. */
export function alikeOf(model: Model): readonly (readonly AlikeRow[])[] {
  const { parts, columnOf, links, ordinary, byUnknown, program } = model;
  const ownerOf = new Map<number, number>();
  const shared = new Set<number>();
  for (const [i, part] of parts.entries()) {
    if (part.kind !== "seen") continue;
    const [first, ...others] = part.run.covers;
    if (others.length > 0) for (const o of part.run.covers) shared.add(o);
    else if (first !== undefined) ownerOf.set(i, first);
  }
  const columns = ordinary.map((column, o): (readonly [name: string, column: number])[] => [
    ["", column],
    ...(byUnknown[o] === undefined ? [] : [[" ", byUnknown[o]] as const]),
  ]);
  const nameOf = (i: number): string => {
    const part = parts[i]!;
    return part.kind === "seen" && ownerOf.has(i) ? `${part.run.side} ${part.run.step.id}` : `#${i}`;
  };
  for (const [i, o] of ownerOf) columns[o]!.push([nameOf(i), columnOf[i]!]);
  for (const { asker, giver, atom, column } of links) {
    const owners = new Set([asker, giver].flatMap((part) => ownerOf.get(part) ?? []));
    const [owner, ...others] = owners;
    if (others.length > 0) for (const o of owners) shared.add(o);
    else if (owner !== undefined) columns[owner]!.push([`${nameOf(asker)} ${atom} ${nameOf(giver)}`, column]);
  }
  const rows = columns.flatMap((own, observation): readonly AlikeRow[] =>
    shared.has(observation)
      ? []
      : [{ observation, columns: own.sort(([a], [b]) => compareText(a, b)).map(([, column]) => column) }],
  );
  return alikeBlocks(
    program,
    rows.map((row) => row.columns),
  ).map((group) => group.map((i) => rows[i]!));
}
