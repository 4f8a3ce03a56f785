/**
 * What there is to lose, as pots, and what a loss takes out of them: "a loss is worth the sum of its attributes that
 * the file states; … where nothing is stated, or `unknown` beside nothing but zeros, it is a loss of the flow's
 * `amount`". "A step takes all that is left in the pots of its loss" (decision 6).
 */
import { splitCapability } from "../../src/model/index.ts";
import type { PlainStep } from "./plain-steps.ts";
import { type PlainWorld, valuesOf } from "./plain-world.ts";

export interface Pot {
  /** In hundredths. */
  left: number;
  /** The losses that take all of it, and those that are a part of another, with the most any flow is said to take by them. */
  readonly losses: ReadonlySet<string>;
  readonly partly: ReadonlyMap<string, number | undefined>;
}
/** By what it is: `card.a.balance`, or the loss itself where no attribute says what it is worth. */
export type Pots = ReadonlyMap<string, Pot>;

export function lossPots(world: PlainWorld, steps: readonly PlainStep[]): Pots {
  const pots = new Map<
    string,
    { left: number; losses: Set<string>; partly: Map<string, number | undefined> }
  >();
  const potOf = (id: string, amount: number) => {
    const pot = pots.get(id) ?? { left: Math.round(amount * 100), losses: new Set(), partly: new Map() };
    pots.set(id, pot);
    return pot;
  };
  for (const loss of new Set(steps.flatMap(({ gives }) => gives))) {
    const { kind = "", subjects = [] } = splitCapability(loss) ?? {};
    const word = world.catalog.vocabulary.capabilities.get(kind);
    // What the person says it is worth goes before what the words say.
    if (word?.isLoss !== true || world.person.losses.some(({ goal }) => goal.text === loss)) continue;
    const valued = (attributes: readonly string[]) =>
      subjects.flatMap((thing) =>
        attributes.flatMap((attribute) =>
          valuesOf(world, thing, attribute).map((value) => ({ id: `${thing}.${attribute}`, value })),
        ),
      );
    const isMoney = ({ value }: { readonly value: string }) => value !== "unknown";
    const stated = valued(word.loss);
    const known = stated.filter(isMoney);
    const amounts = steps.flatMap(({ gives, amount }) =>
      gives.includes(loss) && amount !== undefined ? [amount] : [],
    );
    const isNothing = known.every(({ value }) => Number(value) === 0);
    const isOpen =
      known.length === 0 ||
      (isNothing && stated.some(({ id, value }) => value === "unknown" && isStated(world, id)));
    // "A stated sum of 0 is no loss"; nor is a flow's amount of 0.
    if (isOpen ? amounts.length > 0 && Math.max(...amounts) === 0 : isNothing) continue;
    if (word.partOf.length > 0) {
      const most = amounts.length === 0 ? undefined : Math.max(...amounts);
      // Up to the limit, out of the money that lies there.
      const wholes = word.partOf.flatMap((whole) => {
        const { of, loss: taken = [] } = world.catalog.vocabulary.capabilities.get(whole) ?? {};
        const isOfThese = subjects.every((thing) => of?.[0]?.some((kind) => thing.startsWith(`${kind}.`)));
        return isOfThese ? taken : [];
      });
      const there = valued(wholes);
      const lying = there.filter((each) => isMoney(each) && Number(each.value) > 0);
      // Of what is stated to be nothing there is no part, unless some is said to be unknown or may be moved there.
      const isSaidUnknown = there.some((each) => !isMoney(each) && isStated(world, each.id));
      const isNone = there.some(isMoney) && !isSaidUnknown && lying.length === 0;
      if (isNone && !subjects.some((thing) => isMovedTo(world, steps, thing))) continue;
      for (const { id, value } of lying) potOf(id, Number(value)).partly.set(loss, most);
      if (lying.length === 0) potOf(loss, Math.max(0, ...amounts)).partly.set(loss, most);
    } else if (isOpen) potOf(loss, Math.max(0, ...amounts)).losses.add(loss);
    else for (const { id, value } of known) potOf(id, Number(value)).losses.add(loss);
  }
  for (const { goal, amount } of world.person.losses)
    if (amount !== undefined) potOf(goal.text, amount).losses.add(goal.text);
  return pots;
}

/** `move-to(account.a, card.b)` brings money to the second. */
function isMovedTo({ catalog }: PlainWorld, steps: readonly PlainStep[], thing: string): boolean {
  return steps.some(({ gives }) =>
    gives.some((text) => {
      const { kind = "", subjects = [] } = splitCapability(text) ?? {};
      return (
        catalog.vocabulary.capabilities.get(kind)?.roles.includes("moves") === true && subjects[1] === thing
      );
    }),
  );
}

function isStated({ things }: PlainWorld, id: string): boolean {
  const dot = id.lastIndexOf(".");
  return things.some((thing) => thing.id === id.slice(0, dot) && thing.attributes.has(id.slice(dot + 1)));
}

/** Takes all that is left in the pots of this loss; of one that is a part of another no more in a night than is said. */
export function take(
  pots: Pots,
  loss: string,
  {
    amount,
    before,
    each,
    left = Infinity,
  }: {
    readonly amount: number | undefined;
    readonly before: number;
    readonly each: number | undefined;
    /** What a limit of money still lets through, in hundredths. */
    readonly left?: number;
  },
): readonly { readonly pot: string; readonly amount: number }[] {
  const taken: { readonly pot: string; readonly amount: number }[] = [];
  // "One run takes no more money than `each`."
  let inOneRun = Math.min(left, each === undefined ? Infinity : Math.round(each * 100));
  let asPart = 0; // Out of several pots no more than out of one.
  for (const [id, pot] of pots) {
    const isPart = pot.partly.has(loss);
    if (pot.left === 0 || !(isPart || pot.losses.has(loss))) continue;
    const limit = amount ?? pot.partly.get(loss);
    const whole =
      isPart && limit !== undefined
        ? Math.max(0, Math.min(pot.left, Math.round((limit - before) * 100) - asPart))
        : pot.left;
    const moved = Math.min(whole, inOneRun);
    if (moved === 0) continue;
    inOneRun -= moved;
    if (isPart) asPart += moved;
    taken.push({ pot: id, amount: moved / 100 });
    pot.left -= moved;
  }
  return taken;
}
