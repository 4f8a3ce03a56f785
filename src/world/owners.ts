/**
 * How owners defend themselves: lists of what they want done, in order, each from its minute on.
 *
 * `nothing` does nothing. `checklist` is what leaflets say: the SIM, then the bank cards by size, then the wallets,
 * once the theft is noticed; done once and believed to hold. `founding` is what the husband of the founding case did
 * and when (docs/cases/chengdu-2020.md), and he rings the number to hear whether it is still dead.
 *
 * What to know to trust it: an owner knows their own things, except cards they do not think of (`seen-by-owner:
 * false`); how to get something done is planned from what the owner has, as for the intruder.
 */

import { type Planning, planning, startOf } from "./intruders.ts";
import type { Intention, Policy, View } from "./night.ts";
import { isBelievedReady, plannerOf } from "./planner.ts";
import { atomText, type Stage } from "./stage.ts";
import { isHad, type Target, type Wanted } from "./wanted.ts";

export interface OwnerOptions {
  /** Minutes until the owner notices and begins. */
  readonly noticedMinutes?: number;
  /** Minutes between two rings at the suspended number, for those who ring. */
  readonly ringsEveryMinutes?: number;
}

/** What to get done from this minute on. */
export interface Move {
  readonly fromMinute: number;
  readonly wants: MoveKind;
}

/** Each names the things meant by what a person knows of them. */
export type MoveKind =
  | "suspend-stolen-lines"
  | "lock-stolen-devices"
  | "block-seen-cards"
  | "freeze-wallets"
  | "rescue-balances"
  | "switch-texts-off"
  | "replace-stolen-sims";

export interface Defence {
  readonly moves: readonly Move[];
  /** Absent: what is set is believed to hold. */
  readonly ringsEveryMinutes?: number;
}

export const ownerPolicies: ReadonlyMap<string, (options?: OwnerOptions) => Policy> = new Map<
  string,
  (options?: OwnerOptions) => Policy
>([
  ["nothing", () => ({ id: "nothing", next: () => nothing })],
  [
    "checklist",
    ({ noticedMinutes = 30 }: OwnerOptions = {}) =>
      defend("checklist", { moves: checklistMoves(noticedMinutes) }),
  ],
  [
    "founding",
    ({ ringsEveryMinutes = ringsEveryMinutesUsually }: OwnerOptions = {}) =>
      defend("founding", { moves: husbandsMoves, ringsEveryMinutes }),
  ],
]);

const nothing: readonly Intention[] = [];

/** The usual advice, all of it begun when the theft is noticed. */
export function checklistMoves(fromMinute: number): readonly Move[] {
  return (["suspend-stolen-lines", "block-seen-cards", "freeze-wallets"] as const).map((wants) => ({
    fromMinute,
    wants,
  }));
}

/** The husband rang the number again and again; how often is not told. */
export const ringsEveryMinutesUsually = 20;

/** Minutes after 19:30. He named waiting with the SIM the decisive mistake. */
export const husbandsMoves: readonly Move[] = [
  { fromMinute: 5, wants: "lock-stolen-devices" },
  { fromMinute: 116, wants: "suspend-stolen-lines" },
  { fromMinute: 120, wants: "rescue-balances" },
  { fromMinute: 125, wants: "block-seen-cards" },
  { fromMinute: 292, wants: "freeze-wallets" },
  { fromMinute: 570, wants: "switch-texts-off" },
  { fromMinute: 810, wants: "replace-stolen-sims" },
];

/** Any list of moves as a policy. */
export function defend(id: string, { moves, ringsEveryMinutes }: Defence): Policy {
  const begins = [...new Set(moves.map(({ fromMinute }) => fromMinute))].sort((a, b) => a - b);
  // One planner for each stretch of the night: what is wanted grows at each beginning.
  const stretches = begins.map((from): Stretch => {
    const wanted = moves.filter(({ fromMinute }) => fromMinute <= from);
    // A line that is one's own again is neither suspended nor silenced.
    const isReplacing = wanted.some(({ wants }) => wants === "replace-stolen-sims");
    const later = wanted.filter(
      ({ wants }) => wants !== "suspend-stolen-lines" && wants !== "switch-texts-off",
    );
    return { before: planningFor(wanted), ...(isReplacing ? { replaced: planningFor(later) } : {}) };
  });
  let known: View | undefined;
  let delayed: readonly Delayed[] = [];
  let rung: readonly Rung[] = [];
  let newSims: readonly Wanted[] = [];
  const intentions: Intention[] = [];
  return {
    id,
    next(view) {
      if (known !== view) {
        known = view;
        for (const { before, replaced } of stretches) {
          before.meet(view);
          replaced?.meet(view);
        }
        delayed = delayedRules(view.stage);
        rung = rungsFor(view);
        newSims = targetsOf(view, "replace-stolen-sims").filter((wanted) =>
          wantedText(view.stage, wanted).startsWith("control("),
        );
      }
      intentions.length = 0;
      for (const each of delayed) cancel(view, each, intentions);
      const at = begins.findLastIndex((from) => from <= view.now);
      const next = begins[at + 1];
      if (next !== undefined) intentions.push({ kind: "wait", until: next });
      const stretch = stretches[at];
      if (stretch === undefined) return intentions;
      const isReplaced = stretch.replaced !== undefined && newSims.every((wanted) => isHad(view, wanted));
      if (ringsEveryMinutes !== undefined && !isReplaced)
        for (const each of rung) ring(view, each, ringsEveryMinutes, intentions);
      const plan = isReplaced ? (stretch.replaced ?? stretch.before) : stretch.before;
      for (const intention of plan.next(view)) intentions.push(intention);
      return intentions;
    },
  };
}

const wantedText = ({ world }: Stage, wanted: Wanted): string =>
  wanted.kind === "have" ? atomText(world, wanted.atom) : "";

interface Stretch {
  readonly before: Planning;
  /** Once the stolen lines run on new SIMs. */
  readonly replaced?: Planning;
}

/** The moves in their order, none of which undoes another. */
function planningFor(moves: readonly Move[]): Planning {
  return planning((view) => {
    const targets = moves.flatMap(({ wants }, rank) =>
      targetsOf(view, wants).map((target): Target => ({ wanted: target, rank })),
    );
    const keepsSet = targets.flatMap(({ wanted }) => (wanted.kind === "set" ? [wanted.condition] : []));
    return plannerOf({ stage: view.stage, start: startOf(view), targets, keepsSet });
  });
}

interface Rung {
  readonly condition: number;
  readonly setters: readonly number[];
}

function rungsFor(view: View): readonly Rung[] {
  return targetsOf(view, "suspend-stolen-lines").flatMap((wanted) =>
    wanted.kind === "set"
      ? [{ condition: wanted.condition, setters: settersOf(view.stage, wanted.condition) }]
      : [],
  );
}

/** Rings the number now and then once it is believed to be dead. */
function ring(view: View, { condition, setters }: Rung, everyMinutes: number, intentions: Intention[]): void {
  if (!view.isSet(condition) || view.isLooking(condition)) return;
  let last = view.lastLookAt(condition);
  for (const rule of setters) last = Math.max(last, view.lastDoneAt(rule));
  if (last + everyMinutes <= view.now) intentions.push({ kind: "look", condition });
  else intentions.push({ kind: "wait", until: last + everyMinutes });
}

interface Delayed {
  readonly rule: number;
  readonly cancellers: readonly number[];
}

function delayedRules({ cancels, ruleCount, isStep }: Stage): readonly Delayed[] {
  const cancellersOf = new Map<number, number[]>();
  for (let canceller = 0; canceller < ruleCount; canceller++) {
    if (isStep[canceller] !== 1) continue;
    for (let i = cancels.from[canceller]!; i < cancels.from[canceller + 1]!; i++) {
      const known = cancellersOf.get(cancels.values[i]!);
      if (known === undefined) cancellersOf.set(cancels.values[i]!, [canceller]);
      else known.push(canceller);
    }
  }
  return [...cancellersOf].map(([rule, cancellers]) => ({ rule, cancellers }));
}

/** Whoever is told of something they did not do cancels it, if they can. */
function cancel(view: View, { rule, cancellers }: Delayed, intentions: Intention[]): void {
  const told = view.seenAt(rule);
  if (told < 0) return;
  for (const canceller of cancellers) {
    if (view.lastDoneAt(canceller) > told || view.isRunning(canceller) || !isBelievedReady(view, canceller))
      continue;
    intentions.push({ kind: "begin", rule: canceller });
    return;
  }
}

/** The rules that set a condition. */
function settersOf({ sets, ruleCount }: Stage, condition: number): readonly number[] {
  return Array.from({ length: ruleCount }, (_, rule) => rule).filter((rule) =>
    sets.values.subarray(sets.from[rule], sets.from[rule + 1]).includes(condition),
  );
}

/** The things a move means, in the order a person would take them: the most money first. */
function targetsOf(view: View, wants: MoveKind): readonly Wanted[] {
  const { world } = view.stage;
  const { wiring } = world;
  const isLost = (thing: string, kind: "sim" | "device") => {
    const atom = world.atomOf.get(`possess(${thing})`);
    return wiring.things.get(thing)?.kind === kind && atom !== undefined && !view.isFromStart(atom);
  };
  const lostLines = [...wiring.things.keys()]
    .filter((thing) => isLost(thing, "sim"))
    .flatMap((sim) => wiring.follow(sim, "line").map(({ to }) => to));
  const worth = (thing: string) =>
    ["balance", "credit", "loan-offer"].reduce(
      (sum, attribute) => sum + (Number(wiring.valueOf(thing, attribute)) || 0),
      0,
    );
  const own = (kind: "card" | "account") =>
    [...wiring.things.values()]
      .filter((thing) => thing.kind === kind && thing.isNew !== true)
      .map(({ id }) => id);
  const byWorth = (things: readonly string[]) =>
    [...things].sort((a, b) => worth(b) - worth(a) || (a < b ? -1 : 1));
  const conditionsOn = (things: readonly string[], stops: string, alsoStops?: string): readonly Wanted[] =>
    things.flatMap((thing) =>
      world.conditions.flatMap(({ id, capability: { kind } }, condition): Wanted[] => {
        const stopped = world.catalog.vocabulary.conditions.get(kind)?.stops ?? [];
        const isMeant =
          id === `${kind}(${thing})` &&
          stopped.includes(stops) &&
          (alsoStops === undefined || stopped.includes(alsoStops));
        return isMeant && kind !== "money-held" ? [{ kind: "set", condition }] : [];
      }),
    );
  switch (wants) {
    case "suspend-stolen-lines":
      return conditionsOn(lostLines, "receive-sms", "receive-call");
    case "lock-stolen-devices":
      return conditionsOn(
        [...wiring.things.keys()].filter((thing) => isLost(thing, "device")),
        "unlock",
      ).filter(
        (wanted) => wanted.kind === "set" && world.conditions[wanted.condition]?.capability.kind !== "erased",
      );
    case "block-seen-cards":
      return conditionsOn(
        byWorth(own("card").filter((card) => wiring.valueOf(card, "seen-by-owner") !== "false")),
        "charge",
      );
    case "freeze-wallets":
      return conditionsOn(
        byWorth(
          own("account").filter(
            (account) =>
              worth(account) > 0 || wiring.follow(account, "cards").length > 0 || isWallet(view, account),
          ),
        ),
        "authorise-payment",
      );
    case "rescue-balances":
      return world.goals.flatMap(({ id }, goal): Wanted[] =>
        id.startsWith("drain(") ? [{ kind: "take", goal }] : [],
      );
    case "switch-texts-off":
      return conditionsOn(lostLines, "receive-sms").filter(
        (wanted) =>
          wanted.kind === "set" && world.conditions[wanted.condition]?.capability.kind === "sms-off",
      );
    case "replace-stolen-sims":
      return lostLines.flatMap((line): Wanted[] => {
        const atoms = ["control", "receive-sms"].flatMap(
          (kind) => world.atomOf.get(`${kind}(${line})`) ?? [],
        );
        return atoms.map((atom): Wanted => ({ kind: "have", atom }));
      });
  }
}

const isWallet = ({ stage: { world } }: View, account: string): boolean =>
  world.catalog.institutions.get(world.wiring.things.get(account)?.institution ?? "")?.kind === "wallet";
