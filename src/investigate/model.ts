/**
 * The program whose cheapest solution is the explanation: which seen runs, by whom, with which unseen steps between, rest on
 * what was assumed.
 *
 * A column says whether a run is part of the story; an unseen step has a time beside it, a seen one its moment. Each
 * observation is left by one run, or is ordinary, or nobody can explain it. What a run asks is had from the start, or one
 * *link* leads to a run that gave it before; two runs between which a condition would stop the second want one that clears
 * it. What the other side takes in between cuts a link. No time index: times are columns of their own, held in order by
 * links alone.
 *
 * The file is long because columns and rows of one program are made in one place and read together.
 *
 * What to know to trust it: durations of unseen steps are their least; conditions that unseen steps set, and hours, are not
 * in it. The world replays what comes out and says where that mattered.
 */
import type { Program, ProgramRow } from "../graph/index.ts";
import { type Grounded, leastMinutes, type Step } from "../ground/index.ts";
import { type AtomId, at, type ConditionId } from "../model/index.ts";
import type { Incident } from "./incident.ts";
import { type Powers, rateOf, type SeenRun, type Side } from "./runs.ts";
import { minutesAMonth, unexplainedRate, weights } from "./weights.ts";

export type Part =
  | { readonly kind: "seen"; readonly run: SeenRun }
  | { readonly kind: "unseen"; readonly step: Step; readonly side: Side; readonly clears?: ConditionId }
  | { readonly kind: "assumed"; readonly atom: AtomId }
  | { readonly kind: "unknown-flow" };

export interface Link {
  readonly asker: number;
  readonly atom: AtomId;
  readonly giver: number;
  readonly column: number;
}

export interface Model {
  readonly program: Program;
  readonly parts: readonly Part[];
  /** Part by part: its column, and the column of its time where it has none of its own. */
  readonly columnOf: readonly number[];
  readonly timeOf: readonly (number | undefined)[];
  readonly links: readonly Link[];
  /** Observation by observation: the columns of "ordinary" and of "left by the unknown flow". */
  readonly ordinary: readonly number[];
  readonly byUnknown: readonly (number | undefined)[];
  readonly somebody: number;
}

export interface ModelQuestion {
  readonly world: Grounded;
  readonly powers: Powers;
  readonly incident: Incident;
  readonly seen: readonly SeenRun[];
  /** What an intruder is told to have had, and since when. */
  readonly toldHeld: ReadonlyMap<AtomId, number>;
  /** Observations only the unknown flow could explain. */
  readonly strange: ReadonlySet<number>;
}

/** Minutes between a run and one that needs it. */
const apart = 0.05;
const infinity = Number.POSITIVE_INFINITY;

/** Columns and rows as they are made. */
class Making {
  readonly costs: number[] = [];
  readonly least: number[] = [];
  readonly most: number[] = [];
  readonly isWhole: boolean[] = [];
  readonly rows: ProgramRow[] = [];

  column(cost: number): number {
    this.isWhole.push(true);
    this.least.push(0);
    this.most.push(1);
    return this.costs.push(cost) - 1;
  }

  time(from: number, to: number): number {
    this.isWhole.push(false);
    this.least.push(from);
    this.most.push(to);
    return this.costs.push(0) - 1;
  }

  row(terms: readonly (readonly [column: number, weight: number])[], least: number, most = infinity): void {
    const sums = new Map<number, number>();
    for (const [column, weight] of terms) sums.set(column, (sums.get(column) ?? 0) + weight);
    const kept = [...sums].filter(([, weight]) => weight !== 0);
    this.rows.push({
      columns: kept.map(([column]) => column),
      weights: kept.map(([, weight]) => weight),
      least,
      most,
    });
  }
}

export function modelOf(question: ModelQuestion): Model {
  const { incident, seen } = question;
  const making = new Making();
  const base = incident.from;
  const width = incident.to - base;
  const parts: Part[] = [];
  const columnOf: number[] = [];
  const timeOf: (number | undefined)[] = [];
  const somebody = making.column(weights.somebody);
  const add = (part: Part, cost: number, isTimed: boolean): number => {
    const column = making.column(cost);
    parts.push(part);
    columnOf.push(column);
    timeOf.push(isTimed ? making.time(0, width) : undefined);
    return parts.length - 1;
  };
  const logT = Math.log(Math.max(2, width));
  for (const run of seen) {
    const part = add({ kind: "seen", run }, logT + run.cost, false);
    if (run.side === "intruder")
      making.row(
        [
          [somebody, 1],
          [columnOf[part]!, -1],
        ],
        0,
      );
  }
  const slice = sliceOf(question);
  for (const step of slice.steps) {
    add({ kind: "unseen", step, side: "intruder" }, unseenPrice(step, question), true);
  }
  for (const atom of slice.assumed) {
    const told = question.toldHeld.get(atom);
    const part = add(
      { kind: "assumed", atom },
      told === undefined ? (question.powers.assumable.get(atom) ?? 9) : weights.told,
      true,
    );
    if (told !== undefined) making.least[timeOf[part]!] = Math.min(width, Math.max(0, told - base));
    // What is known may have been known for years; what is in the hand was taken then.
  }
  const unknown =
    question.strange.size > 0 ? add({ kind: "unknown-flow" }, weights.unknownFlow, true) : undefined;

  const { ordinary, byUnknown } = covering({ question, making, parts, columnOf, unknown, timeOf, logT });
  const links = linking({ question, making, parts, columnOf, timeOf, unknown, width, slice });
  conditionsBetween({ question, making, parts, columnOf, timeOf });
  ownersUse({ question, making, parts, columnOf, timeOf, width });
  return {
    program: {
      costs: making.costs,
      least: making.least,
      most: making.most,
      isWhole: making.isWhole,
      rows: making.rows,
    },
    parts,
    columnOf,
    timeOf,
    links,
    ordinary,
    byUnknown,
    somebody,
  };
}

/** Most of what leaves something is written down somewhere; not to be seen costs. */
const unseenCost = ({ leaves, lent }: Step): number =>
  leaves.length * -0.5 * Math.log(weights.missing) + (lent === undefined ? 0 : weights.lent);

interface Slice {
  readonly steps: readonly Step[];
  readonly assumed: readonly AtomId[];
  /** Secrets somebody asks for: what an unknown flow could give. */
  readonly secrets: ReadonlySet<AtomId>;
}

/** Steps that are looked at without having been seen; more is another question. */
const unseenMax = 80;

/** Backwards from what the intruder's seen runs ask: all steps that give it, and what can be assumed. */
function sliceOf(question: ModelQuestion): Slice {
  const { world, powers, seen } = question;
  const able = world.steps.filter(({ id }) => powers.intruder.has(id));
  const prices = pricesOf(question, able);
  const givers = new Map<AtomId, Step[]>();
  for (const step of able)
    for (const { atom } of step.gives) givers.set(atom, [...(givers.get(atom) ?? []), step]);
  const asked = new Set(seen.flatMap(({ side, step }) => (side === "intruder" ? step.asks : [])));
  const steps = new Map<number, Step>();
  // What is asked grows with the steps that are kept, and a step is kept for what is asked: until nothing changes.
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (const atom of asked)
      for (const step of givers.get(atom) ?? []) {
        if (steps.has(step.id) || steps.size >= unseenMax || isNeedless(step, asked, { prices, question }))
          continue;
        steps.set(step.id, step);
        isMoving = true;
        for (const each of step.asks) asked.add(each);
      }
  }
  const assumed = [...asked].filter((atom) => powers.assumable.has(atom)).sort((a, b) => a - b);
  const secrets = new Set(assumed.filter((atom) => at(world.atoms, atom).secret !== undefined));
  return { steps: [...steps.values()], assumed, secrets };
}

interface Prices {
  /** No proof of it costs more: the sum over the cheapest one, with nothing seen to help. */
  readonly most: ReadonlyMap<AtomId, number>;
  /** No proof costs less: the dearest of what it must have, with everything seen for nothing. */
  readonly least: ReadonlyMap<AtomId, number>;
}

/** Between what the cheapest proofs of every atom cost lies what they cost in the program. Cost: rounds times steps. */
function pricesOf(question: ModelQuestion, steps: readonly Step[]): Prices {
  const { assumable } = question.powers;
  const priceOf = new Map(steps.map((step) => [step.id, unseenPrice(step, question)] as const));
  const settle = (start: Iterable<readonly [AtomId, number]>, join: (a: number, b: number) => number) => {
    const prices = new Map(start);
    for (let isMoving = true; isMoving; ) {
      isMoving = false;
      for (const step of steps) {
        let price = 0;
        for (const atom of step.asks) price = join(price, prices.get(atom) ?? infinity);
        price += priceOf.get(step.id) ?? infinity;
        for (const { atom } of step.gives) {
          if (price >= (prices.get(atom) ?? infinity)) continue;
          prices.set(atom, price);
          isMoving = true;
        }
      }
    }
    return prices;
  };
  const seen = question.seen.flatMap(({ side, step }) =>
    side === "intruder" ? step.gives.map(({ atom }) => [atom, 0] as const) : [],
  );
  return {
    most: settle(assumable, (a, b) => a + b),
    least: settle([...assumable, ...seen], Math.max),
  };
}

const unseenPrice = (step: Step, question: ModelQuestion): number =>
  unseenCost(step) - Math.log(rateOf(step, "intruder", question));

/** All it gives that anybody asks can be had for less without it. */
function isNeedless(
  step: Step,
  asked: ReadonlySet<AtomId>,
  { prices, question }: { readonly prices: Prices; readonly question: ModelQuestion },
): boolean {
  const without = step.gives.reduce(
    (sum, { atom }) => sum + (asked.has(atom) ? (prices.most.get(atom) ?? infinity) : 0),
    0,
  );
  const dearest = step.asks.reduce((most, atom) => Math.max(most, prices.least.get(atom) ?? infinity), 0);
  return dearest + unseenPrice(step, question) > without + 1e-9;
}

interface Parts {
  readonly question: ModelQuestion;
  readonly making: Making;
  readonly parts: readonly Part[];
  readonly columnOf: readonly number[];
  readonly timeOf: readonly (number | undefined)[];
}

/** Each observation is left by one run, or by the unknown flow, or is ordinary. */
function covering({
  question,
  making,
  parts,
  columnOf,
  unknown,
  timeOf,
  logT,
}: Parts & { readonly unknown: number | undefined; readonly logT: number }) {
  const { incident, strange } = question;
  const width = incident.to - incident.from;
  const coverers = incident.within.map((): number[] => []);
  for (const [i, part] of parts.entries())
    if (part.kind === "seen") for (const o of part.run.covers) coverers[o]!.push(columnOf[i]!);
  const byUnknown: (number | undefined)[] = [];
  const ordinary = incident.within.map(({ observation, aMonth }, o) => {
    const rate = Math.max(unexplainedRate, (aMonth * width) / minutesAMonth);
    const column = making.column(logT - Math.log(rate));
    const left = strange.has(o) && unknown !== undefined ? making.column(0) : undefined;
    byUnknown.push(left);
    making.row(
      [
        ...coverers[o]!.map((each) => [each, 1] as const),
        [column, 1],
        ...(left === undefined ? [] : [[left, 1] as const]),
      ],
      1,
      1,
    );
    if (left !== undefined && unknown !== undefined) {
      making.row(
        [
          [columnOf[unknown]!, 1],
          [left, -1],
        ],
        0,
      );
      // One flow, one window: half an hour around its time.
      const moment = observation.from - incident.from;
      making.row(
        [
          [timeOf[unknown]!, 1],
          [left, -width],
        ],
        moment - 30 - width,
      );
      making.row(
        [
          [timeOf[unknown]!, -1],
          [left, -width],
        ],
        -moment - 30 - width,
      );
    }
    return column;
  });
  // It is thought of where something seen has no other cause.
  if (unknown !== undefined)
    making.row(
      [
        ...byUnknown.flatMap((column) => (column === undefined ? [] : [[column, 1] as const])),
        [columnOf[unknown]!, -1],
      ],
      0,
    );
  return { ordinary, byUnknown };
}

/** What a run asks is had from the start, or a link leads to who gave it. */
function linking({
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
        const column = making.column(0);
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

/** Two seen runs stand in the order of their moments; of others the program decides. */
function isBefore(giver: Part, asker: Part): boolean {
  if (giver.kind !== "seen" || asker.kind !== "seen") return true;
  return giver.run.from < asker.run.to;
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
  const size = width + 1;
  const giverTime = timeOf[giver];
  const askerTime = timeOf[asker];
  // What was known before may have been known always; only what one takes in hand has a first moment.
  if (from.kind === "assumed" && at(question.world.atoms, from.atom).secret !== undefined) return;
  const takes = to.kind === "unseen" ? Math.max(apart, leastMinutes(to.step)) : apart;
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
      -(to.run.to - base) + apart - size,
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

/** Between a run that sets a condition and a later one that it would stop stands one that clears it, seen or not. */
function conditionsBetween({ question, making, parts, columnOf }: Parts): void {
  const { world, powers } = question;
  const clearers = new Map<ConditionId, Step[]>();
  for (const step of world.steps)
    for (const condition of step.clears)
      if (powers.intruder.has(step.id)) clearers.set(condition, [...(clearers.get(condition) ?? []), step]);
  const seen = parts.flatMap((part, i) => (part.kind === "seen" ? [{ run: part.run, i }] : []));
  const unseenClear = new Map<string, number>();
  for (const setter of seen)
    for (const { condition, expires } of setter.run.step.sets) {
      const stopped = seen.filter(
        ({ run }) =>
          run.from > setter.run.to &&
          run.from < setter.run.to + (expires ?? infinity) &&
          (run.step.needsClear.includes(condition) ||
            run.step.asks.some((atom) => at(world.stopsOf, atom).includes(condition))),
      );
      for (const { run, i } of stopped) {
        const between = seen.filter(
          (other) =>
            other.run.step.clears.includes(condition) &&
            other.run.to >= setter.run.from &&
            other.run.from <= run.to &&
            other.i !== setter.i,
        );
        const key = `${setter.i} ${condition}`;
        const steps = clearers.get(condition) ?? [];
        let unseen = unseenClear.get(key);
        if (unseen === undefined && steps.length > 0) {
          const rate = Math.max(...steps.map((step) => rateOf(step, "intruder", question)));
          unseen = making.column(-Math.log(rate) + 2);
          unseenClear.set(key, unseen);
        }
        making.row(
          [
            [columnOf[setter.i]!, -1],
            [columnOf[i]!, -1],
            ...between.map(({ i: other }) => [columnOf[other]!, 1] as const),
            ...(unseen === undefined ? [] : [[unseen, 1] as const]),
          ],
          -1,
        );
      }
    }
  // A lift wants something to lift.
  for (const lift of seen) {
    const { clears, gives } = lift.run.step;
    if (clears.length === 0 || gives.length > 0) continue;
    const isSet = clears.some((condition) => world.conditions[condition]?.isSetAtStart === true);
    if (isSet) continue;
    const before = seen.filter(
      ({ run }) =>
        run.from <= lift.run.to && run.step.sets.some(({ condition }) => clears.includes(condition)),
    );
    const missed = making.column(3);
    making.row(
      [[columnOf[lift.i]!, -1], [missed, 1], ...before.map(({ i }) => [columnOf[i]!, 1] as const)],
      0,
    );
  }
}

interface Taker {
  readonly i: number;
  readonly atoms: readonly AtomId[];
  /** Absent: when is for the program to say. */
  readonly at?: number;
}

/** What the owner had in hand is not hers any more once somebody took it: no act of hers rests on it later. */
function ownersUse({
  question,
  making,
  parts,
  columnOf,
  timeOf,
  width,
}: Parts & { readonly width: number }): void {
  const { powers, incident } = question;
  const size = width + 1;
  const takers = parts.flatMap((part, i): readonly Taker[] => {
    if (part.kind === "assumed") return [{ i, atoms: [part.atom] }];
    if (part.kind === "seen" && part.run.side === "intruder")
      return [{ i, atoms: part.run.step.revokes.map(({ atom }) => atom), at: part.run.from }];
    return [];
  });
  for (const [i, part] of parts.entries()) {
    if (part.kind !== "seen" || part.run.side !== "owner") continue;
    const needs = new Set(
      part.run.step.asks.flatMap((atom) => [atom, ...(powers.ownerHangsOn.get(atom) ?? [])]),
    );
    const back = parts.flatMap((other, k) =>
      other.kind === "seen" &&
      other.run.side === "owner" &&
      other.run.to <= part.run.from &&
      other.run.step.revokes.some(({ atom }) => needs.has(atom))
        ? [k]
        : [],
    );
    for (const taker of takers) {
      if (!taker.atoms.some((atom) => needs.has(atom))) continue;
      const spared = back.map((k) => [columnOf[k]!, 1] as const);
      if (taker.at !== undefined) {
        if (taker.at < part.run.from)
          making.row([[columnOf[i]!, -1], [columnOf[taker.i]!, -1], ...spared], -1);
      } else if (timeOf[taker.i] !== undefined)
        making.row(
          [
            [timeOf[taker.i]!, 1],
            [columnOf[i]!, -size],
            [columnOf[taker.i]!, -size],
            ...spared.map(([column]) => [column, size] as const),
          ],
          part.run.from - incident.from - 2 * size,
        );
    }
  }
}
