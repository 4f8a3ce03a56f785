/**
 * What must not be reached: the losses. Every capability the vocabulary calls a loss, on a thing of the person's or on
 * a new account in the person's name, with the money it is worth; and what the person file names itself.
 */
import type { Catalog } from "../catalog/index.ts";
import { compareText } from "../model/index.ts";
import type { Person } from "../person/index.ts";
import type { Goal, GroundRule } from "./grounded.ts";
import type { Atom } from "./rules.ts";
import type { Wiring } from "./wiring.ts";

interface LossQuestion {
  readonly catalog: Catalog;
  readonly person: Person;
  readonly wiring: Wiring;
  readonly rules: readonly GroundRule[];
  readonly atoms: readonly string[];
  readonly atomOf: ReadonlyMap<string, Atom>;
  readonly intern: (text: string) => Atom;
}

/** Losses with their amounts; a loss known to be worth nothing is none, though it may be a way to another. */
export function lossesOf({ catalog, person, wiring, rules, atoms, intern }: LossQuestion): readonly Goal[] {
  const goals: Goal[] = [];
  const given = new Map<Atom, number | undefined>();
  for (const { gives, flow } of rules) {
    for (const atom of gives)
      if (!given.has(atom) || flow.amount !== undefined)
        given.set(atom, Math.max(flow.amount ?? 0, given.get(atom) ?? 0) || flow.amount);
  }
  const isSaidUnknown = (things: readonly string[], attributes: readonly string[]) =>
    things.some((thing) =>
      attributes.some((attribute) => wiring.things.get(thing)?.attributes.get(attribute) === "unknown"),
    );
  for (const [atom, flowAmount] of given) {
    const text = atoms[atom] ?? "";
    const open = text.indexOf("(");
    const kind = catalog.vocabulary.capabilities.get(text.slice(0, open));
    if (kind?.isLoss !== true) continue;
    const values = text
      .slice(open + 1, -1)
      .split(", ")
      .flatMap((thing) => kind.loss.map((attribute) => wiring.valueOf(thing, attribute)));
    const stated = values.filter((value) => value !== "unknown").map(Number);
    const sum = stated.reduce((total, each) => total + each, 0);
    // What is said to be unknown may be worth something; what nobody speaks of beside a stated amount counts nothing.
    const isOpen =
      stated.length === 0 || (sum === 0 && isSaidUnknown(text.slice(open + 1, -1).split(", "), kind.loss));
    const amount = isOpen ? flowAmount : sum;
    if (amount === 0) continue;
    const partOf = kind.partOf.map((whole) => `${whole}${text.slice(open)}`);
    goals.push({ atom, id: text, partOf, ...(amount === undefined ? {} : { amount }) });
  }
  for (const { goal, amount, title } of person.losses) {
    const atom = intern(goal);
    const known = goals.findIndex((each) => each.atom === atom);
    const made = {
      atom,
      id: goal,
      ...(amount === undefined ? {} : { amount }),
      ...(title === undefined ? {} : { title }),
    };
    const { partOf } = goals[known] ?? { partOf: [] };
    if (known >= 0) goals[known] = { ...goals[known], ...made, partOf };
    else goals.push({ ...made, partOf });
  }
  return goals.sort((a, b) => compareText(a.id, b.id));
}
