/**
 * Money: where every yuan lies at the start, and which step can move it.
 *
 * A pot is what one attribute says: the balance or the credit line of a card or account, what a lender would lend, a
 * loan paid out and not yet taken away. A step that gives a loss moves what is left in the pots of its subjects; a loan
 * goes from the lender to the loan's pot and from there to whoever takes it. Amounts are whole hundredths, so sums are
 * exact and the same in any order.
 *
 * What to know to trust it: a step takes all there is; no more than the flow's `each` in one run, and is then run again
 * as often as it may be; no more than its `amount` in the whole night where the vocabulary knows the loss as a part of
 * another.
 */
import type { Grounded, Step } from "../ground/index.ts";
import {
  type AtomId,
  at,
  type Capability,
  compareText,
  type GoalId,
  goalId,
  type Pot,
  type PotId,
  potId,
  potText,
  type StepId,
  takenFrom,
} from "../model/index.ts";

export interface PotAtStart {
  readonly pot: Pot;
  /** Its text, unlike that of any other. */
  readonly id: string;
  /** Hundredths of the person's currency at minute 0. */
  readonly start: number;
}

/** What a step moves when it gives one of the atoms it gives. */
export interface Taking {
  /** Which of what the step gives, in its order. */
  readonly nth: number;
  readonly pots: readonly PotId[];
  /** No more than this in one night, nor in one go; Infinity: all. */
  readonly most: number;
  /** No more than this in one run; the flow is run again for the rest. Infinity: all. */
  readonly each: number;
  /** Absent: no loss by itself. */
  readonly goal?: GoalId;
  /** Where the money goes when an intruder does it. */
  readonly to: PotId;
  /** It only moves money between the owner's own pots. */
  readonly isMove?: true;
  /** What was moved here from elsewhere goes in the same run, under the same limit: by having moved it. */
  readonly movedBy?: AtomId;
  /** All the ways it may have come here by, from place to place. */
  readonly route?: readonly AtomId[];
  /** Where what was moved here lay at minute 0; empty where nobody says how much it was. */
  readonly cameFrom?: readonly PotId[];
  /** Wherever more of it may lie that did not come here yet: as long as it does, it is still wanted. */
  readonly behind?: readonly PotId[];
}

export interface Ledger {
  readonly pots: readonly PotAtStart[];
  /** The pot of whoever is not the person: intruder, shops, the friend's account it was sent to. */
  readonly gone: PotId;
  /** What the owner has brought out of reach. */
  readonly safe: PotId;
  /** Step by step; absent: it moves nothing. */
  readonly takings: ReadonlyMap<StepId, readonly Taking[]>;
  /** Goal by goal: nobody knows what it is worth, so reaching it is a loss whatever moves. */
  readonly isUnknown: readonly boolean[];
  /** Goal by goal, for one that nobody knows the worth of: what a told night says of it comes from here; -1: it is known. */
  readonly unstated: readonly (PotId | -1)[];
  /** Goal by goal, for what is taken of a loan: the goal that the same loan is by being owed; -1: nobody fears that. */
  readonly owed: readonly (GoalId | -1)[];
}

const hundredths = (amount: number): number => Math.round(amount * 100);

export function ledgerOf(world: Grounded): Ledger {
  const book = potBook();
  const [gone, safe] = [book.pot({ kind: "gone" }, 0), book.pot({ kind: "safe" }, 0)];
  const goalOf = new Map(world.goals.map(({ atom }, index) => [atom, goalId(index)] as const));
  const takings = new Map<StepId, readonly Taking[]>();
  const moves = movesIn(world);
  for (const step of world.steps) {
    if (step.isQuiet || step.kind === "moved") continue;
    const given = [...new Set(step.gives.map(({ atom }) => atom))];
    const found = given.flatMap((atom, nth) =>
      takingsOf({ world, book, step, atom, nth, goal: goalOf.get(atom), gone, moves }),
    );
    // Wholes before their parts, by name: with a limit for one run it matters who comes first.
    const order = (a: Taking, b: Taking) => rankIn(world, given, a, b);
    if (found.length > 0) takings.set(step.id, found.sort(order));
  }
  const unstated = world.goals.map(({ atom, amount }) =>
    amount === undefined ? book.pot({ kind: "worth", capability: at(world.atoms, atom) }, 0) : -1,
  );
  return {
    pots: book.pots,
    gone,
    safe,
    takings,
    isUnknown: world.goals.map(({ amount }) => amount === undefined),
    unstated,
    owed: owedOf(world),
  };
}

/** What is borrowed and what is taken of the loan are one debt, where the person fears both. */
function owedOf({ goals, atoms, catalog: { vocabulary } }: Grounded): readonly (GoalId | -1)[] {
  const wordOf = ({ atom }: Grounded["goals"][number]) => vocabulary.capabilities.get(at(atoms, atom).kind);
  const loans = new Map(
    goals.flatMap((goal, index) =>
      wordOf(goal)?.roles.includes("lends") === true
        ? [[at(atoms, goal.atom).things.join(), goalId(index)] as const]
        : [],
    ),
  );
  return goals.map((goal) =>
    wordOf(goal)?.loss.includes("loan-offer") === true
      ? (loans.get(at(atoms, goal.atom).things.join()) ?? -1)
      : -1,
  );
}

function rankIn(world: Grounded, given: readonly AtomId[], a: Taking, b: Taking): number {
  const [one, two] = [a, b].map(({ nth }) => at(world.atoms, at(given, nth)));
  // What lies there itself before what was moved there.
  const isLater = (each: Taking) => (each.movedBy === undefined ? 0 : 1);
  if (a.nth === b.nth) return isLater(a) - isLater(b);
  const isPart = (capability: Capability | undefined) =>
    (world.catalog.vocabulary.capabilities.get(capability?.kind ?? "")?.partOf.length ?? 0) > 0 ? 1 : 0;
  return isPart(one) - isPart(two) || compareText(one?.text ?? "", two?.text ?? "");
}

/** One way money can be moved between the owner's own pots. */
interface Move {
  /** Having moved it. */
  readonly atom: AtomId;
  readonly from: string;
  /** The loss of what lies where it comes from. */
  readonly lost: AtomId;
  readonly to: string;
  /** The loss of what lies where it goes. */
  readonly taken: AtomId;
}

const movesIn = ({ atoms, steps }: Grounded): readonly Move[] =>
  steps.flatMap(({ kind, asks: [atom, taken], gives: [lost] }): readonly Move[] => {
    if (kind !== "moved" || atom === undefined || taken === undefined || lost === undefined) return [];
    const [from = "", to = ""] = at(atoms, atom).things;
    return [{ atom, from, lost: lost.atom, to, taken }];
  });

/** Places whose money may have come here, through how many others ever; each once. */
function originsAt(place: string, moves: readonly Move[]): readonly Move[] {
  const found = new Map<string, Move>();
  const queue = moves.filter(({ to }) => to === place);
  for (const move of queue) {
    if (move.from === place || found.has(move.from)) continue;
    found.set(move.from, move);
    queue.push(...moves.filter(({ to }) => to === move.from));
  }
  return [...found.values()];
}

/** The moves that lie on some way from the one place to the other. */
function between(from: string, place: string, moves: readonly Move[]): readonly AtomId[] {
  const after = reachedFrom(from, moves);
  const before = new Set([place, ...originsAt(place, moves).map((move) => move.from)]);
  return moves.flatMap((move) => (after.includes(move.from) && before.has(move.to) ? [move.atom] : []));
}

/** Places to which money from here may have gone, through how many others ever. */
function reachedFrom(from: string, moves: readonly Move[]): readonly string[] {
  const found = [from];
  for (const place of found)
    for (const move of moves) if (move.from === place && !found.includes(move.to)) found.push(move.to);
  return found;
}

/** The pots met so far; the same name is the same pot. */
interface PotBook {
  readonly pots: PotAtStart[];
  pot(pot: Pot, start: number): PotId;
}

function potBook(): PotBook {
  const pots: PotAtStart[] = [];
  const potOf = new Map<string, PotId>();
  return {
    pots,
    pot(pot, start) {
      const id = potText(pot);
      const known = potOf.get(id) ?? potId(pots.push({ pot, id, start }) - 1);
      potOf.set(id, known);
      // What one says of a loan and another does not: the most that is said of it counts.
      if (start > at(pots, known).start) pots[known] = { pot, id, start };
      return known;
    },
  };
}

interface TakingQuestion {
  readonly world: Grounded;
  readonly book: PotBook;
  readonly step: Step;
  readonly atom: AtomId;
  readonly nth: number;
  /** Absent: no loss by itself. */
  readonly goal: GoalId | undefined;
  readonly gone: PotId;
  readonly moves: readonly Move[];
}

/** What a step moves by giving this: what lies there, and what was moved there. */
function takingsOf(question: TakingQuestion): readonly Taking[] {
  const { moves, atom } = question;
  if (moves.length === 0) return ownTakingsOf(question);
  const move = moves.find((each) => each.atom === atom);
  if (move !== undefined) return movedOn(question, move);
  return [...ownTakingsOf(question), ...takenWhereItWent(question)];
}

/** The money of one place, and what was moved there before, goes to another. */
function movedOn(question: TakingQuestion, { from, to }: Move): readonly Taking[] {
  const { book, nth, moves } = question;
  const base = { nth, most: Infinity, each: eachOf(question), isMove: true } as const;
  const at = (origin: string, thing: string) => book.pot({ kind: "moved", from: origin, thing }, 0);
  return [
    { ...base, pots: balanceOf(question, from), to: at(from, to) },
    ...originsAt(from, moves)
      .filter((origin) => origin.from !== to)
      .map((origin) => ({ ...base, pots: [at(origin.from, from)], to: at(origin.from, to) })),
  ];
}

/** Whoever takes what lies in a place takes what was moved there: a loss of where it came from. */
function takenWhereItWent(question: TakingQuestion): readonly Taking[] {
  const { world, book, atom, nth, gone, moves } = question;
  const place = moves.find(({ taken }) => taken === atom)?.to;
  if (place === undefined) return [];
  return originsAt(place, moves).flatMap(({ from, lost, atom: movedBy }): readonly Taking[] => {
    const goal = world.goals.findIndex((one) => one.atom === lost);
    if (goal < 0) return [];
    const pots = [book.pot({ kind: "moved", from, thing: place }, 0)];
    const base = { nth, pots, most: Infinity, each: eachOf(question), goal: goalId(goal), to: gone };
    const route = between(from, place, moves);
    const cameFrom = balanceOf(question, from);
    const elsewhere = reachedFrom(from, moves).filter((thing) => thing !== from && thing !== place);
    const behind = [...cameFrom, ...elsewhere.map((thing) => book.pot({ kind: "moved", from, thing }, 0))];
    return [{ ...base, movedBy, route, cameFrom, behind }];
  });
}

/** What one run takes at the most, in hundredths. */
const eachOf = ({ step: { flow } }: TakingQuestion): number =>
  flow.each === undefined ? Infinity : hundredths(flow.each);

/** The pot of what lies in a place at minute 0; none where nothing does, or nobody says how much. */
const balanceOf = (question: TakingQuestion, thing: string): readonly PotId[] =>
  ownPots(question, { thing, attribute: "balance", goalAmount: undefined });

/** What lies there itself. */
function ownTakingsOf(question: TakingQuestion): readonly Taking[] {
  const { world, book, step, atom, nth, goal, gone } = question;
  const capability = at(world.atoms, atom);
  const word = world.catalog.vocabulary.capabilities.get(capability.kind);
  if (word?.roles.includes("lends")) return borrowed(question, capability);
  // What the grounding knows to be worth nothing moves nothing, whatever lies beside it.
  if (goal === undefined) return [];
  const { amount } = at(world.goals, goal);
  const worth = () =>
    amount === undefined ? [] : [book.pot({ kind: "worth", capability }, hundredths(amount))];
  const each = eachOf(question);
  const { wiring, catalog } = world;
  const attributesOf = (thing: string): readonly string[] => {
    const kind = wiring.things.get(thing)?.kind;
    return word?.isLoss === true && kind !== undefined ? takenFrom(catalog.vocabulary, word, kind) : [];
  };
  if (capability.things.every((thing) => attributesOf(thing).length === 0))
    return [{ nth, pots: worth(), most: Infinity, each, goal, to: gone }];
  const stated = capability.things.flatMap((thing) =>
    attributesOf(thing).flatMap((attribute) => ownPots(question, { thing, attribute, goalAmount: amount })),
  );
  // A loss worth only what the flow says has a pot of its own.
  const pots = stated.length === 0 ? worth() : stated;
  // A flow that says no limit of its own has the one that is known of the loss.
  const limit = word?.partOf.length === 0 ? undefined : (step.flow.amount ?? amount);
  return [{ nth, pots, most: limit === undefined ? Infinity : hundredths(limit), each, goal, to: gone }];
}

interface PotQuestion {
  readonly thing: string;
  readonly attribute: string;
  readonly goalAmount: number | undefined;
}

/** The pots an attribute of a thing stands for; a loan offer is the lender's until it is paid out. */
function ownPots(
  { world, book }: TakingQuestion,
  { thing, attribute, goalAmount }: PotQuestion,
): readonly PotId[] {
  const value = Number(world.wiring.valueOf(thing, attribute));
  if (attribute === "loan-offer") {
    const start = Number.isFinite(value) ? value : (goalAmount ?? 0);
    return [book.pot({ kind: "loan", thing }, 0), book.pot({ kind: "lender", thing }, hundredths(start))];
  }
  return Number.isFinite(value) && value > 0
    ? [book.pot({ kind: "attribute", attribute, thing }, hundredths(value))]
    : [];
}

/** A loan paid out goes from the lender to the loan's own pot: a loss where the person fears the debt itself. */
function borrowed(
  { world, book, step, nth, goal }: TakingQuestion,
  { things }: Capability,
): readonly Taking[] {
  const feared = goal === undefined ? undefined : at(world.goals, goal).amount;
  return things.map((thing) => {
    const value = Number(world.wiring.valueOf(thing, "loan-offer"));
    const start = Number.isFinite(value) ? value : (step.flow.amount ?? feared ?? 0);
    const lender = book.pot({ kind: "lender", thing }, hundredths(start));
    const base = { nth, pots: [lender], each: Infinity, to: book.pot({ kind: "loan", thing }, 0) };
    return goal === undefined
      ? { ...base, most: Infinity }
      : { ...base, most: feared === undefined ? Infinity : hundredths(feared), goal };
  });
}
