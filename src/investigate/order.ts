/**
 * In which order equals stand: explanations that cost the same, and rows before anything is made of them.
 *
 * Which of several equal explanations a solver comes upon first is luck, and luck hangs on the order of its columns: on row
 * numbers, file names and what somebody called a thing. So each part has a price of its own beside its cost, all of them
 * together worth less than `equalWithin`: fewer acts called the intruder's, then less that nobody saw, then flows by their
 * names in the catalogue and things as the person file lists them, the earlier moment weighing more; a need rests on what
 * gave it last. What costs more by more than that never comes first.
 */
import type { Row } from "../evidence/index.ts";
import type { Grounded, Step } from "../ground/index.ts";
import { type AtomId, at, compareText } from "../model/index.ts";

/** Explanations whose costs differ by less than this are equal: two in a hundred of likelihood no weight can know. */
export const equalWithin = 0.02;

/** Prices in the order of equals. A story has some sixty parts and twice as many links: all that is well below `equalWithin`. */
export const orderPrices = {
  accused: 1e-4,
  unseen: 1e-4,
  /** Times the rank, from 0 to 1, and from 2 at the beginning to 1 at the end of the stretch. */
  rank: 4e-5,
  /** Of a link: that there is one, and times how far back its giver lies. */
  link: 2e-6,
  far: 2e-5,
} as const;

export interface Order {
  /** Step by step, by id: its place among all. */
  readonly placeOf: readonly number[];
  /** The same, from 0 to 1. */
  readonly rankOf: (step: Step) => number;
  readonly rankOfAtom: (atom: AtomId) => number;
}

/** Flows by their names, things by their places in the person file. Cost: a sort of the world's steps and atoms. */
export function orderOf({ person, steps, atoms }: Grounded): Order {
  const listed = new Map([...person.things.keys()].map((id, i) => [id, i] as const));
  // What is nobody's yet (an account a stranger opens) comes after what the person has.
  const placeOfThing = (id: string) => listed.get(id) ?? listed.size;
  // A way that names more things stands first: it says more.
  const compareThings = (a: readonly string[], b: readonly string[]) => {
    for (const [i, thing] of a.entries()) {
      const other = b[i];
      if (other === undefined) return -1;
      const apart = placeOfThing(thing) - placeOfThing(other);
      if (apart !== 0) return apart;
    }
    return a.length < b.length ? 1 : 0;
  };
  const thingsIn = ({ things }: Step) =>
    [...things].sort(([a], [b]) => compareText(a, b)).map(([, thing]) => thing);
  const placesOf = <Item>(items: readonly Item[], compare: (a: Item, b: Item) => number): number[] => {
    const places = new Array<number>(items.length).fill(0);
    for (const [place, i] of items
      .map((_, i) => i)
      .sort((a, b) => compare(items[a]!, items[b]!) || a - b)
      .entries())
      places[i] = place;
    return places;
  };
  const placeOf = placesOf(
    steps,
    (a, b) =>
      compareText(a.institution, b.institution) ||
      compareText(a.flow.id, b.flow.id) ||
      compareThings(thingsIn(a), thingsIn(b)),
  );
  const placeOfAtom = placesOf(
    atoms,
    (a, b) =>
      compareText(a.kind, b.kind) ||
      compareText(a.secret ?? "", b.secret ?? "") ||
      compareThings(a.things, b.things),
  );
  return {
    placeOf,
    rankOf: ({ id }) => placeOf[id]! / Math.max(1, steps.length),
    rankOfAtom: (atom) => at(placeOfAtom, atom) / Math.max(1, atoms.length),
  };
}

/**
 * Rows in an order that neither files nor their rows decide: by moment, then by what they say. Two that say the same stand as
 * their places do. Cost: a sort.
 */
export function inOwnOrder(rows: readonly Row[]): readonly number[] {
  // What tells only its day comes after what tells the minute.
  const moments = rows.map(({ time, date }) => time ?? `${date ?? ""}~`);
  const said: (string | undefined)[] = [];
  const textOf = (i: number): string => (said[i] ??= sayingOf(rows[i]!));
  return rows
    .map((_, i) => i)
    .sort(
      (a, b) =>
        compareText(moments[a]!, moments[b]!) ||
        compareText(textOf(a), textOf(b)) ||
        compareText(rows[a]!.file, rows[b]!.file) ||
        compareText(rows[a]!.at.sheet ?? "", rows[b]!.at.sheet ?? "") ||
        rows[a]!.at.row - rows[b]!.at.row,
    );
}

const sayingOf = ({ file: _file, at: _at, card: _card, ...row }: Row): string =>
  JSON.stringify(Object.entries(row).sort(([a], [b]) => compareText(a, b)));
