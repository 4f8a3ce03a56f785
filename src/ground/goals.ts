/**
 * What must not be reached: the losses. Every capability the vocabulary calls a loss, on a thing of the person's or on
 * a new account in the person's name, with the money it is worth; and what the person file names itself.
 */
import type { Catalog } from "../catalog/index.ts";
import {
  type AtomId,
  at,
  type Capability,
  type CapabilityKind,
  capability as capabilityOf,
  compareText,
  type Flow,
  type HarmKind,
  isSum,
  kindsWithRole,
  ofKind,
  sumOfLosses,
  takenFrom,
  type Vocabulary,
} from "../model/index.ts";
import { harmIn, type Person, type PersonLoss, type Thing } from "../person/index.ts";
import type { AtomTable } from "./atom-table.ts";
import type { Goal, Step } from "./grounded.ts";
import type { Wiring } from "./wiring.ts";

interface LossQuestion {
  readonly catalog: Catalog;
  readonly person: Person;
  readonly wiring: Wiring;
  readonly steps: readonly Step[];
  readonly table: AtomTable;
  /** Whether what the flow of a step is said to pay counts: another measure would have it pay another sum. */
  readonly isCounted: (step: Step) => boolean;
}

/** Losses with their amounts; a loss known to be worth nothing is none, though it may be a way to another. */
export function lossesOf(question: LossQuestion): readonly Goal[] {
  const { catalog, person, wiring, steps, table, isCounted } = question;
  const goals: Goal[] = [];
  const movedTo = placesMovedTo(catalog.vocabulary, question);
  const harmOf = (capability: Capability) => harmIn(capability, { catalog, wiring });
  const read = flowAmounts(
    steps.filter(({ lent }) => lent === undefined),
    isCounted,
  );
  for (const [atom, said] of read) {
    const goal = goalOf(table.atoms[atom]!, { atom, said, catalog, wiring, isLent: false, movedTo });
    if (goal !== undefined) goals.push(goal);
  }
  // Ways are lent, and no sum that nobody has stated; one new loan in the person's name may be taken all the same, and
  // where somebody has read how one lender gives it, that says nothing about the next.
  const newLoans: Goal[] = [];
  const anyPlace = new Set(
    steps.filter(({ lent }) => lent?.isAnyPlace).flatMap(({ gives }) => gives.map(({ atom }) => atom)),
  );
  const lent = steps.filter((step) => step.lent !== undefined);
  for (const atom of flowAmounts(lent, isCounted).keys()) {
    if (read.has(atom)) continue;
    const capability = table.atoms[atom]!;
    const goal = goalOf(capability, { atom, said: undefined, catalog, wiring, isLent: true, movedTo });
    if (goal !== undefined) goals.push(goal);
    else if (isNewLoan(capability, catalog, wiring))
      newLoans.push({ atom, id: capability.text, harm: harmOf(capability), partOf: [] });
  }
  // Rather at whichever place gives one than at the first of the person's own: nobody need be a customer.
  goals.push(...[newLoans.find(({ atom }) => anyPlace.has(atom)) ?? newLoans[0] ?? []].flat());
  for (const { goal, amount, atLeast, harm, title } of person.losses) {
    const atom = table.intern(goal);
    const known = goals.findIndex((each) => each.atom === atom);
    const made = {
      atom,
      id: goal.text,
      harm: harm ?? harmOf(goal),
      ...(amount === undefined ? {} : sumOf(amount, atLeast)),
      ...(title === undefined ? {} : { title }),
    };
    // A loss of the vocabulary that nothing read takes is worth what lies there all the same.
    const before = goals[known] ??
      goalOf(goal, { atom, said: undefined, catalog, wiring, isLent: false, movedTo }) ?? { partOf: [] };
    const { atLeast: _before, ...rest } = before as Partial<Goal> & Pick<Goal, "partOf">;
    const all = { ...(amount === undefined ? before : rest), ...made };
    if (known >= 0) goals[known] = all;
    else goals.push(all);
  }
  return owedOnce(goals, catalog, table).sort((a, b) => compareText(a.id, b.id));
}

/**
 * What is borrowed and what is taken of the loan are one debt: where a person fears both, the lesser sum is a part of the
 * greater; of two of which only one is stated the other is a part of that, and of two unstated what is borrowed.
 */
function owedOnce(goals: readonly Goal[], { vocabulary }: Catalog, { atoms }: LossQuestion["table"]): Goal[] {
  const isOf = ({ atom }: Goal, isMeant: (word: CapabilityKind) => boolean) => {
    const word = vocabulary.capabilities.get(atoms[atom]?.kind ?? "");
    return word !== undefined && isMeant(word);
  };
  const owed = goals.filter((goal) => isOf(goal, ({ roles }) => roles.includes("lends")));
  if (owed.length === 0) return [...goals];
  const taken = goals.filter((goal) => isOf(goal, ({ loss }) => loss.includes("loan-offer")));
  const ofSame = (one: Goal, others: readonly Goal[]) =>
    others.filter(({ atom }) => atoms[atom]?.things.join() === atoms[one.atom]?.things.join());
  const isLess = (loan: Goal, took: Goal) => (loan.amount ?? -1) < (took.amount ?? 0);
  return goals.map((goal) => {
    const wholes = owed.includes(goal)
      ? ofSame(goal, taken).filter((took) => isLess(goal, took))
      : taken.includes(goal)
        ? ofSame(goal, owed).filter((loan) => !isLess(loan, goal))
        : [];
    return wholes.length === 0 ? goal : { ...goal, partOf: [...goal.partOf, ...wholes.map(({ id }) => id)] };
  });
}

/** Is it the money of a loan on an account that somebody has yet to open? */
function isNewLoan({ kind, things }: Capability, { vocabulary }: Catalog, wiring: Wiring): boolean {
  const isLoan = vocabulary.capabilities.get(kind)?.loss.includes("loan-offer") === true;
  return isLoan && things.some((thing) => wiring.things.get(thing)?.isNew === true);
}

/** A sum, and the least of it where it is known only between which two it lies. */
type SumSaid = Pick<Flow, "amount" | "atLeast">;

const sumOf = (amount: number, atLeast: number | undefined): Pick<Goal, "amount" | "atLeast"> => ({
  amount,
  ...(atLeast === undefined || atLeast >= amount ? {} : { atLeast }),
});

/** What is given, with the largest amount any flow that gives it is said to pay. */
function flowAmounts(
  steps: readonly Step[],
  isCounted: (step: Step) => boolean,
): ReadonlyMap<AtomId, SumSaid | undefined> {
  const given = new Map<AtomId, SumSaid | undefined>();
  for (const step of steps) {
    const said = step.flow.amount === undefined || !isCounted(step) ? undefined : step.flow;
    for (const { atom } of step.gives) {
      const isMore = said?.amount !== undefined && said.amount > (given.get(atom)?.amount ?? -1);
      if (!given.has(atom) || isMore) given.set(atom, said);
    }
  }
  return given;
}

interface WorthQuestion {
  readonly atom: AtomId;
  /** What the flows that give it are said to pay at the most. */
  readonly said: SumSaid | undefined;
  readonly catalog: Catalog;
  readonly wiring: Wiring;
  /** Only lent steps give it. */
  readonly isLent: boolean;
  readonly movedTo: ReadonlySet<string>;
}

/** The loss that having this is, where the vocabulary calls it one and it is not known to be worth nothing. */
function goalOf(
  capability: Capability,
  { atom, said, catalog, wiring, isLent, movedTo }: WorthQuestion,
): Goal | undefined {
  const word = catalog.vocabulary.capabilities.get(capability.kind);
  if (word?.isLoss !== true) return undefined;
  const { things } = capability;
  const values = things.flatMap((thing) => word.loss.map((attribute) => wiring.valueOf(thing, attribute)));
  const stated = values.filter((value) => value !== "unknown").map(Number);
  const sum = stated.reduce((total, each) => total + each, 0);
  const isSaidUnknown = things.some((thing) =>
    word.loss.some((attribute) => wiring.things.get(thing)?.attributes.get(attribute) === "unknown"),
  );
  // What is said to be unknown may be worth something; what nobody speaks of beside a stated amount counts nothing.
  const isOpen = stated.length === 0 || (sum === 0 && isSaidUnknown);
  if (isLent && isOpen && !isSaidUnknown) return undefined;
  const attributesOf = (thing: string): readonly string[] => {
    const kind = wiring.things.get(thing)?.kind;
    return kind === undefined ? [] : takenFrom(catalog.vocabulary, word, kind);
  };
  const least = things
    .flatMap((thing) =>
      attributesOf(thing).map(
        (attribute) =>
          wiring.things.get(thing)?.atLeast?.get(attribute) ?? Number(wiring.valueOf(thing, attribute)),
      ),
    )
    .reduce((total, each) => total + (each || 0), 0);
  const ofFlows = isOpen ? said?.amount : sum;
  if (ofFlows === 0) return undefined;
  // A part of another loss is taken from what lies there, and is no more than that.
  const lying = word.partOf.length === 0 ? Infinity : lyingAt(things, { attributesOf, wiring, movedTo });
  if (lying === 0) return undefined;
  const amount = lying < (ofFlows ?? Infinity) ? lying : ofFlows;
  const partOf = word.partOf.map((whole) => ofKind(capability, whole).text);
  const harm = harmIn(capability, { catalog, wiring });
  return {
    atom,
    id: capability.text,
    harm,
    partOf,
    ...(amount === undefined ? {} : sumOf(amount, amount === lying || !isOpen ? least : said?.atLeast)),
  };
}

interface LyingQuestion extends Pick<WorthQuestion, "wiring" | "movedTo"> {
  /** What it is taken from there. */
  readonly attributesOf: (thing: string) => readonly string[];
}

/** What is stated to lie there and can become no more; `Infinity` where nobody states anything, some of it is said to be unknown, or money is moved there. */
function lyingAt(things: readonly string[], { attributesOf, wiring, movedTo }: LyingQuestion): number {
  const isSaidUnknown = (thing: string) =>
    attributesOf(thing).some((each) => wiring.things.get(thing)?.attributes.get(each) === "unknown");
  if (things.some((thing) => movedTo.has(thing) || isSaidUnknown(thing))) return Infinity;
  const stated = things
    .flatMap((thing) => attributesOf(thing).map((each) => wiring.valueOf(thing, each)))
    .filter((value) => value !== "unknown");
  return stated.length === 0 ? Infinity : stated.reduce((all, each) => all + Number(each), 0);
}

/** Where money of the owner's own is moved to: more may lie there by then. */
function placesMovedTo(vocabulary: Vocabulary, { steps, table }: LossQuestion): ReadonlySet<string> {
  const moves = new Set(kindsWithRole(vocabulary, "moves"));
  return new Set(
    steps.flatMap(({ gives }) =>
      gives.flatMap(({ atom }) => {
        const { kind, things } = at(table.atoms, atom);
        return moves.has(kind) ? things.slice(1) : [];
      }),
    ),
  );
}

/**
 * What this kind of harm could be to this person, whether or not the file names it as a loss: every word that says it is
 * such harm, of each thing of their own. Sums are losses anyhow, and what somebody may come to know is no end of things.
 */
export function fearedAs(
  harm: HarmKind,
  { catalog, person }: Pick<LossQuestion, "catalog" | "person">,
): readonly PersonLoss[] {
  const { capabilities, conditions } = catalog.vocabulary;
  const words = [
    ...[...capabilities.values()].filter(({ roles, isLoss }) => !roles.includes("secret") && !isLoss),
    ...conditions.values(),
  ].filter((word) => word.harm !== undefined && word.of.length === 1);
  const own = [...person.things.values()].filter(({ of }) => of === undefined);
  const isMeant = (kind: string, { id }: Thing) =>
    harmIn({ kind, things: [id] }, { catalog, wiring: person }) === harm;
  if (isSum(harm)) return [];
  return words.flatMap(({ kind, of }) =>
    own
      .filter((thing) => of[0]?.includes(thing.kind) === true && isMeant(kind, thing))
      .map(({ id }) => ({ goal: capabilityOf({ kind, things: [id] }) })),
  );
}

/**
 * The money in these losses; one that is part of another among them counts once, and what comes under the same limits is
 * together no more than they let through. `unstated`: what one counts of which nobody stated a sum.
 */
export function amountOf(goals: readonly Goal[], unstated = 0): number {
  return sumOfLosses(goals, unstated).amount;
}
