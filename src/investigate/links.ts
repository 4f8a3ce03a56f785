/**
 * What a run asks is had from the start, or a *link* leads to a run that gave it before. Links hold times in order, and what
 * the other side takes in between cuts them.
 */
import { type Grounded, leastMinutes } from "../ground/index.ts";
import { type AtomId, at } from "../model/index.ts";
import { apart, type Link, type Part, type Parts } from "./making.ts";
import { orderPrices } from "./order.ts";
import type { Side } from "./powers.ts";
import type { Slice } from "./slice.ts";
import { weights } from "./weights.ts";

/** What a run asks is had from the start, or a link leads to who gave it. */
export function linking({
  question,
  making,
  parts,
  columnOf,
  timeOf,
  unknown,
  width,
  slice,
}: Parts & {
  readonly unknown: number | undefined;
  readonly width: number;
  readonly slice: Slice;
}): readonly Link[] {
  const giversOf = new Map<string, number[]>();
  const give = (side: Side, atom: AtomId, part: number) => {
    const key = `${side} ${atom}`;
    giversOf.set(key, [...(giversOf.get(key) ?? []), part]);
  };
  for (const [i, part] of parts.entries()) {
    if (part.kind === "seen") for (const { atom } of part.run.step.gives) give(part.run.side, atom, i);
    else if (part.kind === "unseen") for (const { atom } of part.step.gives) give(part.side, atom, i);
    else if (part.kind === "assumed") give("intruder", part.atom, i);
    else for (const atom of slice.secrets) give("intruder", atom, i);
  }
  const links: Link[] = [];
  const given = new Map<AtomId, number>();
  for (const [asker, part] of parts.entries()) {
    if (part.kind !== "seen" && part.kind !== "unseen") continue;
    const side = part.kind === "seen" ? part.run.side : part.side;
    if (side === "owner") continue;
    const step = part.kind === "seen" ? part.run.step : part.step;
    for (const atom of new Set(step.asks)) {
      const here: Link[] = [];
      for (const giver of giversOf.get(`${side} ${atom}`) ?? []) {
        if (giver === asker || !isBefore(parts[giver]!, part)) continue;
        const column = making.column(0, linkPrice(parts[giver]!, part, width));
        here.push({ asker, atom, giver, column });
        making.row(
          [
            [columnOf[giver]!, 1],
            [column, -1],
          ],
          0,
        );
        inOrder({ making, parts, columnOf, timeOf, question }, { giver, asker, column, width });
        if (giver === unknown) {
          const known = given.get(atom) ?? making.column(weights.unknownGiven);
          given.set(atom, known);
          making.row(
            [
              [known, 1],
              [column, -1],
            ],
            0,
          );
        }
      }
      links.push(...here);
      making.row([...here.map(({ column }) => [column, 1] as const), [columnOf[asker]!, -1]], 0);
    }
  }
  // An unknown flow that gives nothing anybody uses explains nothing.
  if (unknown !== undefined)
    making.row([...[...given.values()].map((column) => [column, 1] as const), [columnOf[unknown]!, -1]], 0);
  cutByOwner({ question, making, parts, columnOf, timeOf }, links, width);
  return links;
}

/** Among equals a need rests on what gave it last, then on what nobody saw, then on what was had before. */
function linkPrice(giver: Part, asker: Part, width: number): number {
  const { link, far } = orderPrices;
  switch (giver.kind) {
    case "seen": {
      const back = asker.kind === "seen" ? (asker.run.from - giver.run.to) / width : 1;
      return link + far * Math.min(1, Math.max(0, back));
    }
    case "unseen":
      return link + far * 1.2;
    case "assumed":
      return link + far * 1.4;
    case "unknown-flow":
      return link + far * 1.6;
  }
}

/** Two seen runs stand in the order of their moments; of others the program decides. */
function isBefore(giver: Part, asker: Part): boolean {
  if (giver.kind !== "seen" || asker.kind !== "seen") return true;
  return giver.run.from < asker.run.begunBy;
}

function inOrder(
  { making, parts, timeOf, question }: Parts,
  {
    giver,
    asker,
    column,
    width,
  }: { readonly giver: number; readonly asker: number; readonly column: number; readonly width: number },
): void {
  const base = question.incident.from;
  const from = parts[giver]!;
  const to = parts[asker]!;
  const giverTime = timeOf[giver];
  const askerTime = timeOf[asker];
  // What was known before may have been known always; only what one takes in hand, or was told, has a first moment.
  if (from.kind === "assumed" && hasNoMoment(from.atom, question)) return;
  const takes = to.kind === "unseen" ? Math.max(apart, leastMinutes(to.step)) : apart;
  // A step may take longer than the whole stretch: a link that is not used must hold nothing.
  const size = width + takes + 1;
  if (giverTime !== undefined && askerTime !== undefined)
    making.row(
      [
        [askerTime, 1],
        [giverTime, -1],
        [column, -size],
      ],
      takes - size,
    );
  else if (giverTime !== undefined && to.kind === "seen")
    making.row(
      [
        [giverTime, -1],
        [column, -size],
      ],
      -(to.run.begunBy - base) + apart - size,
    );
  else if (askerTime !== undefined && from.kind === "seen")
    making.row(
      [
        [askerTime, 1],
        [column, -size],
      ],
      from.run.from - base + takes - size,
    );
}

/** A secret may have been known for years, where nobody says when they told it. */
export const hasNoMoment = (
  atom: AtomId,
  { world, toldHeld }: { readonly world: Grounded; readonly toldHeld: ReadonlyMap<AtomId, number> },
): boolean => at(world.atoms, atom).secret !== undefined && !toldHeld.has(atom);

/**
 * Since when somebody says it was in other hands; what one has only while one holds a thing, since that was gone: nobody opens
 * a phone the day before it is taken.
 */
export function heldSince(
  atom: AtomId,
  { world, toldHeld }: { readonly world: Grounded; readonly toldHeld: ReadonlyMap<AtomId, number> },
): number | undefined {
  const told = toldHeld.get(atom);
  if (told !== undefined) return told;
  const { kind, things } = at(world.atoms, atom);
  const word = world.catalog.vocabulary.capabilities.get(kind);
  if (word?.exclusive !== true) return undefined;
  const since = word.while.flatMap((each) => {
    const on = world.atomOf.get(`${each}(${things.join(", ")})`);
    return (on === undefined ? undefined : toldHeld.get(on)) ?? [];
  });
  return since.length === 0 ? undefined : Math.min(...since);
}

/** A run that takes something from everybody else cuts the other side's links across it. */
function cutByOwner(
  { question, making, parts, columnOf, timeOf }: Parts,
  links: readonly Link[],
  width: number,
): void {
  const base = question.incident.from;
  const size = width + 1;
  for (const [cutter, part] of parts.entries()) {
    if (part.kind !== "seen" || part.run.step.revokes.length === 0 || part.run.side !== "owner") continue;
    const taken = new Set(part.run.step.revokes.map(({ atom }) => atom));
    for (const { asker, atom, giver, column } of links) {
      if (!taken.has(atom)) continue;
      const to = parts[asker]!;
      const from = parts[giver]!;
      const isAfter = to.kind === "seen" ? to.run.from > part.run.to : undefined;
      if (isAfter === false) continue;
      if (from.kind === "seen") {
        if (from.run.from < part.run.from && isAfter === true)
          making.row(
            [
              [column, -1],
              [columnOf[cutter]!, -1],
            ],
            -1,
          );
      } else if (isAfter === true && timeOf[giver] !== undefined)
        making.row(
          [
            [timeOf[giver]!, 1],
            [column, -size],
            [columnOf[cutter]!, -size],
          ],
          part.run.from - base + apart - 2 * size,
        );
    }
  }
}
