/**
 * Money: where every yuan lies at the start, and which step can move it.
 *
 * A pot is what one attribute says: the balance or the credit line of a card or account, what a lender would lend, a
 * loan paid out and not yet taken away. A step that gives a loss moves what is left in the pots of its subjects; a loan
 * goes from the lender to the loan's pot and from there to whoever takes it. Amounts are whole hundredths, so sums are
 * exact and the same in any order.
 *
 * What to know to trust it: a step takes all there is, or the flow's own `amount` where the vocabulary knows the loss as
 * a part of another. How a purse is really emptied in several purchases is not told apart.
 */
import type { Atom, Grounded, GroundRule } from "../graph/index.ts";

export interface Pot {
  readonly id: string;
  /** Hundredths of the person's currency at minute 0. */
  readonly start: number;
}

/** What the gain of one atom moves. */
export interface Taking {
  readonly atom: Atom;
  readonly pots: readonly number[];
  /** No more than this in one go; Infinity: all. */
  readonly most: number;
  /** Index into `world.goals`; -1: no loss by itself. */
  readonly goal: number;
  /** Where the money goes when the intruder does it: a pot. */
  readonly to: number;
}

export interface Ledger {
  readonly pots: readonly Pot[];
  /** The pot of whoever is not the person: intruder, shops, the friend's account it was sent to. */
  readonly gone: number;
  /** What the owner has brought out of reach. */
  readonly safe: number;
  /** Rule by rule; absent: it moves nothing. */
  readonly takings: ReadonlyMap<number, readonly Taking[]>;
  /** Goal by goal: nobody knows what it is worth, so reaching it is a loss whatever moves. */
  readonly isUnknown: readonly boolean[];
}

const hundredths = (amount: number): number => Math.round(amount * 100);

export function ledgerOf(world: Grounded, rules: readonly GroundRule[]): Ledger {
  const pots: Pot[] = [];
  const potOf = new Map<string, number>();
  const pot = (id: string, start: number): number => {
    const known = potOf.get(id);
    if (known !== undefined) return known;
    pots.push({ id, start });
    potOf.set(id, pots.length - 1);
    return pots.length - 1;
  };
  const gone = pot("gone", 0);
  const safe = pot("safe", 0);
  const goalOf = new Map(world.goals.map(({ atom }, index) => [atom, index] as const));
  const moneyOf = (thing: string, attribute: string) => Number(world.wiring.valueOf(thing, attribute));
  const relayed = relayedBy(world);
  const takings = new Map<number, readonly Taking[]>();
  for (const [id, rule] of rules.entries()) {
    if (rule.isInternal) continue;
    const given = [...new Set(rule.gives.flatMap((atom) => relayed.get(atom) ?? [atom]))];
    const found = given.flatMap((atom): Taking[] => {
      const text = world.atoms[atom] ?? "";
      const open = text.indexOf("(");
      if (open < 0) return [];
      const things = text.slice(open + 1, -1).split(", ");
      const kind = world.catalog.vocabulary.capabilities.get(text.slice(0, open));
      const goal = goalOf.get(atom) ?? -1;
      const amount = world.goals[goal]?.amount;
      if (text.startsWith("borrow(")) return borrowed(things, rule);
      // What the grounding knows to be worth nothing moves nothing, whatever lies beside it.
      if (goal < 0) return [];
      const attributes = kind?.partOf.length === 0 ? (kind?.loss ?? []) : ["balance"];
      if (kind?.isLoss === true && attributes.length > 0) {
        const stated = things.flatMap((thing) =>
          attributes.flatMap((attribute) => ownPots(thing, attribute, amount)),
        );
        // A loss worth only what the flow says has a pot of its own.
        const own =
          stated.length === 0 && amount !== undefined ? [pot(`worth ${text}`, hundredths(amount))] : stated;
        return [
          {
            atom,
            pots: own,
            most:
              kind.partOf.length > 0 && rule.flow.amount !== undefined
                ? hundredths(rule.flow.amount)
                : Infinity,
            goal,
            to: gone,
          },
        ];
      }
      return [
        {
          atom,
          pots: amount === undefined ? [] : [pot(`worth ${text}`, hundredths(amount))],
          most: Infinity,
          goal,
          to: gone,
        },
      ];
    });
    if (found.length > 0) takings.set(id, found);
  }

  /** The pots an attribute of a thing stands for; a loan offer is the lender's until it is paid out. */
  function ownPots(thing: string, attribute: string, goalAmount: number | undefined): readonly number[] {
    const value = moneyOf(thing, attribute);
    if (attribute === "loan-offer") {
      const start = Number.isFinite(value) ? value : (goalAmount ?? 0);
      return [pot(`loan ${thing}`, 0), pot(`lender ${thing}`, hundredths(start))];
    }
    return Number.isFinite(value) && value > 0 ? [pot(`${attribute} ${thing}`, hundredths(value))] : [];
  }

  function borrowed(things: readonly string[], { flow }: GroundRule): Taking[] {
    return things.map((thing) => {
      const value = moneyOf(thing, "loan-offer");
      const lender = pot(`lender ${thing}`, hundredths(Number.isFinite(value) ? value : (flow.amount ?? 0)));
      return { atom: -1, pots: [lender], most: Infinity, goal: -1, to: pot(`loan ${thing}`, 0) };
    });
  }

  return { pots, gone, safe, takings, isUnknown: world.goals.map(({ amount }) => amount === undefined) };
}

/** What stands behind each `done` atom. */
function relayedBy(world: Grounded): ReadonlyMap<Atom, readonly Atom[]> {
  const relayed = new Map<Atom, Atom[]>();
  for (const { flow, asks, gives } of world.rules) {
    if (flow.id !== "relay") continue;
    const done = asks.find((atom) => (world.atoms[atom] ?? "").startsWith("done ")) ?? -1;
    relayed.set(done, [...(relayed.get(done) ?? []), ...gives]);
  }
  return relayed;
}
