/**
 * What there is to be taken once measures that lower a sum are in force: a credit line that is lowered, a loan that is capped.
 *
 * The steps stay, for what such a measure changes is only what they take; every reading that counts money asks for the world
 * under the measures it counts with.
 */
import { type ChoiceId, isMoney, thingTypes } from "../model/index.ts";
import type { AtomTable } from "./atom-table.ts";
import type { Choice } from "./choices.ts";
import { lossesOf } from "./goals.ts";
import type { Goal, Grounded, Step } from "./grounded.ts";
import type { Wiring } from "./wiring.ts";

/** Whether a step is one of those that are run under these of the measures that change sums, whatever else is chosen. */
const countedUnder =
  (choices: readonly Choice[], isChosen: (choice: ChoiceId) => boolean) =>
  ({ guard }: Pick<Step, "guard">): boolean =>
    guard.every((literal) => {
      const choice = choices[Math.abs(literal) - 1];
      return choice?.changesAmount !== true || isChosen(choice.index) === literal > 0;
    });

/** What a step pays counts where no measure has been taken. */
export const countedAsIs = (choices: readonly Choice[]) => countedUnder(choices, () => false);

/**
 * A world in which these measures are in force, as far as they change how much there is to be taken: its losses are worth, and
 * on its things lies, what the measures say. The same world where none of them does. Of two that say different sums of one
 * thing the greater counts, and none raises what there is without it.
 */
export function worldUnder(world: Grounded, isChosen: ArrayLike<number>): Grounded {
  const inForce = world.choices.filter(
    ({ index, changesAmount }) => changesAmount === true && isChosen[index] === 1,
  );
  if (inForce.length === 0) return world;
  const known = worldsKnown.get(world) ?? new Map<string, Grounded>();
  worldsKnown.set(world, known);
  const key = inForce.map(({ index }) => index).join();
  const made = known.get(key) ?? madeUnder(world, new Set(inForce.map(({ index }) => index)));
  known.set(key, made);
  return made;
}

/** A memory of what is a function of its keys: a cut asks for the same selections again and again. */
const worldsKnown = new WeakMap<Grounded, Map<string, Grounded>>();

function madeUnder(world: Grounded, inForce: ReadonlySet<ChoiceId>): Grounded {
  const wiring = wiringUnder(world, inForce);
  const { catalog, person, steps, choices } = world;
  const table: AtomTable = {
    atoms: [...world.atoms],
    atomOf: new Map(world.atomOf),
    intern({ text }) {
      const atom = world.atomOf.get(text);
      if (atom === undefined) throw new RangeError(`${text} is not of this world`);
      return atom;
    },
  };
  const isCounted = countedUnder(choices, (choice) => inForce.has(choice));
  const worth = new Map(
    lossesOf({ catalog, person, wiring, steps, table, isCounted }).map((goal) => [goal.atom, goal]),
  );
  return {
    ...world,
    wiring,
    // What is worth nothing by a measure is reached all the same, and costs nothing.
    goals: world.goals.map((goal) => lesser(goal, worth.get(goal.atom) ?? { ...goal, amount: 0 })),
  };
}

const lesser = (before: Goal, after: Goal): Goal =>
  (after.amount ?? Infinity) > (before.amount ?? Infinity) ? before : after;

/** The things with the sums that measures in force say of them. */
function wiringUnder({ wiring }: Grounded, inForce: ReadonlySet<ChoiceId>): Wiring {
  const said = (thing: string, attribute: string): string | undefined => {
    const sums = wiring.changesOf(thing, attribute).filter(({ choice }) => inForce.has(choice));
    if (sums.length === 0) return undefined;
    // No measure raises what is there.
    const before = wiring.valueOf(thing, attribute);
    const most = Math.max(...sums.map(({ value }) => Number(value)));
    return String(before === "unknown" ? most : Math.min(Number(before), most));
  };
  const things = new Map(
    [...wiring.things].map(([id, thing]) => {
      const sums = Object.keys(thingTypes[thing.kind].attributes).flatMap((attribute) => {
        const sum = isMoney(thing.kind, attribute) ? said(id, attribute) : undefined;
        return sum === undefined ? [] : [[attribute, sum] as const];
      });
      if (sums.length === 0) return [id, thing] as const;
      const { atLeast: before, ...rest } = thing;
      const atLeast = new Map([...(before ?? [])].filter(([name]) => sums.every(([each]) => each !== name)));
      return [id, { ...rest, atLeast, attributes: new Map([...thing.attributes, ...sums]) }] as const;
    }),
  );
  return {
    ...wiring,
    things,
    valueOf(thing, attribute) {
      const kind = wiring.things.get(thing)?.kind;
      const sum = kind !== undefined && isMoney(kind, attribute) ? said(thing, attribute) : undefined;
      return sum ?? wiring.valueOf(thing, attribute);
    },
  };
}
