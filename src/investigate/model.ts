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
 * What to know to trust it: durations of unseen steps are their least; conditions that unseen steps set, and hours, are not
 * in it. The world replays what comes out and says where that mattered.
 */
import { at } from "../model/index.ts";
import { conditionsBetween, ownersUse } from "./conditions.ts";
import { heldSince, linking } from "./links.ts";
import { Making, type Model, type ModelQuestion, type Part, type Parts } from "./making.ts";
import { orderPrices } from "./order.ts";
import { unseenPrice } from "./prices.ts";
import { type Slice, sliceOf } from "./slice.ts";
import { minutesAMonth, unexplainedRate, weights } from "./weights.ts";

/** `slice`: what may have happened unseen; as it is, what what was seen asks. */
export function modelOf(question: ModelQuestion, slice: Slice = sliceOf(question)): Model {
  const { incident, seen } = question;
  const making = new Making();
  const base = incident.from;
  const width = incident.to - base;
  const parts: Part[] = [];
  const columnOf: number[] = [];
  const timeOf: (number | undefined)[] = [];
  // Who told somebody what only they should know, or was lied to, has been met by whoever acts.
  const somebody = making.column(question.isMet ? weights.met : weights.somebody);
  const add = (part: Part, cost: number, isTimed: boolean): number => {
    const column = making.column(cost, priceOf(part, question));
    parts.push(part);
    columnOf.push(column);
    timeOf.push(isTimed ? making.time(0, width) : undefined);
    return parts.length - 1;
  };
  const logT = Math.log(Math.max(2, width));
  const lentOf = new Map<string, number>();
  const columnsWith = new Map<number, number>();
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
    if (!run.isLent) continue;
    const key = `${run.step.institution}/${run.step.flow.id}`;
    const lent = lentOf.get(key) ?? making.column(weights.lent);
    lentOf.set(key, lent);
    columnsWith.set(part, lent);
    making.row(
      [
        [lent, 1],
        [columnOf[part]!, -1],
      ],
      0,
    );
  }
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
    const isSecret = at(question.world.atoms, atom).secret !== undefined;
    const since = heldSince(atom, question) ?? (isSecret ? undefined : question.heard.get(atom));
    if (since !== undefined) making.least[timeOf[part]!] = Math.min(width, Math.max(0, since - base));
    // What is known may have been known for years; what is in the hand was taken then.
  }
  hadTogether({ question, making, parts, columnOf, timeOf });
  const unknown =
    question.strange.size > 0 ? add({ kind: "unknown-flow" }, weights.unknownFlow, true) : undefined;

  const { ordinary, byUnknown } = covering({ question, making, parts, columnOf, unknown, timeOf, logT });
  const links = linking({ question, making, parts, columnOf, timeOf, unknown, width, slice });
  conditionsBetween({ question, making, parts, columnOf, timeOf });
  ownersUse({ question, making, parts, columnOf, timeOf, width });
  return {
    program: {
      costs: making.costs.map((cost, column) => cost + making.prices[column]!),
      least: making.least,
      most: making.most,
      isWhole: making.isWhole,
      rows: making.rows,
    },
    costs: making.costs,
    parts,
    columnOf,
    columnsWith,
    timeOf,
    links,
    ordinary,
    byUnknown,
    somebody,
    unlikely: parts.flatMap((part, i) => {
      const isUnlikely =
        (part.kind === "seen" && !part.run.isLikely) ||
        (part.kind === "unseen" && !slice.likely.has(part.step.id));
      return isUnlikely ? [columnOf[i]!] : [];
    }),
    leftOut: { rows: incident.leftOut, ways: question.cutAt, steps: slice.leftOut },
  };
}

/** Where a part stands among equals. */
function priceOf(part: Part, { order, incident }: ModelQuestion): number {
  const { accused, unseen, rank } = orderPrices;
  switch (part.kind) {
    case "seen": {
      const { step, side, from } = part.run;
      const into = Math.min(1, Math.max(0, (from - incident.from) / (incident.to - incident.from)));
      return (side === "intruder" ? accused : 0) + rank * order.rankOf(step) * (2 - into);
    }
    case "unseen":
      return unseen + rank * order.rankOf(part.step);
    case "assumed":
      return unseen + rank * order.rankOfAtom(part.atom);
    case "unknown-flow":
      return unseen;
  }
}

/** Whoever has it open has it in the hand, and not later. */
function hadTogether({ question, making, parts, columnOf, timeOf }: Parts): void {
  const partOf = new Map(
    parts.flatMap((part, i) => (part.kind === "assumed" ? [[part.atom, i] as const] : [])),
  );
  for (const [atom, held] of question.powers.hadWith) {
    const open = partOf.get(atom);
    const hand = partOf.get(held);
    if (open === undefined || hand === undefined) continue;
    making.row(
      [
        [columnOf[hand]!, 1],
        [columnOf[open]!, -1],
      ],
      0,
    );
    making.row(
      [
        [timeOf[open]!, 1],
        [timeOf[hand]!, -1],
      ],
      0,
    );
  }
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
    const isBarred = question.barred.has(o);
    const { kind, direction } = observation;
    // An owner in fear moves her own money: nobody knows how often, and it is never as rare as what nobody does.
    const mayRescue = kind === "row" && direction === "out" && !isBarred;
    const rescue = question.denied.has(o) ? weights.rescueDenied : weights.rescue;
    const rate = Math.max(
      mayRescue ? rescue : unexplainedRate,
      (aMonth * width * (isBarred ? weights.barred : 1)) / minutesAMonth,
    );
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
