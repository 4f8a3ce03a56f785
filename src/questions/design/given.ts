/**
 * What a changed flow gives, or gives no longer, to those who were named with a beginning of their own: a change that
 * shows a card's number to whoever has the open phone opens no loss by itself, and is none without effect.
 *
 * Only of parts that nothing else was felt of. Nobody is added to those who were asked about.
 */
import type { ChangedPart } from "../../catalog/index.ts";
import { at } from "../../model/index.ts";
import type { Person } from "../../person/index.ts";
import { effectsRead, openPair, type Pair, withCauses } from "./causes.ts";
import type { Effect } from "./effects.ts";
import { type FurtherQuestion, stepsOf } from "./further.ts";
import { playsAPart, type Side } from "./scene.ts";

/** Somebody who is asked about, read under each catalogue, and what an intruder begins with. */
interface Begun {
  readonly old: Person;
  readonly now: Person;
  readonly beginnings: readonly (readonly string[])[];
  readonly leaked?: readonly string[];
}

export interface GivenQuestion extends Omit<FurtherQuestion, "people"> {
  readonly people: readonly Begun[];
  /** The worlds of those who were asked about before, as far as they were kept. */
  readonly pairs: ReadonlyMap<Begun, Pair>;
}

export function givenBy(question: GivenQuestion): readonly Effect[] {
  const { old, now, people, pairs, parts, silent, today, keeps, startsAt, withinMinutes } = question;
  return people.flatMap((person) => {
    const felt = [...silent].flatMap(([index, { more, less }]) =>
      more && less && isTheirs(at(parts, index), person, { old, now }) ? [index] : [],
    );
    if (felt.length === 0) return [];
    const pair = pairs.get(person) ?? openPair({ old, now, person, parts, today, keeps });
    const also = [...new Set(felt.flatMap((index) => givesOf(pair, at(parts, index))))].sort();
    if (also.length === 0) return [];
    return person.beginnings.flatMap((held) => {
      const asked = { held: [...held, ...(person.leaked ?? [])], startsAt, withinMinutes, also };
      return effectsRead(pair, asked, { held, person: person.now.id })
        .filter(({ kind }) => kind === "within-reach" || kind === "out-of-reach")
        .map((raw) => withCauses(raw, pair, asked).effect)
        .filter(({ causes }) => causes.some((index) => felt.includes(index)));
    });
  });
}

const isTheirs = (
  { institution, isWording }: ChangedPart,
  person: Begun,
  { old, now }: { readonly old: Side; readonly now: Side },
): boolean =>
  !isWording &&
  (institution === undefined ||
    playsAPart(old.catalog, person.old, institution) ||
    playsAPart(now.catalog, person.now, institution));

function givesOf({ before, after }: Pair, part: ChangedPart): readonly string[] {
  return [before, after].flatMap((side) =>
    stepsOf(side, part).flatMap(({ gives }) =>
      gives.map(({ atom }) => at(side.reach.world.atoms, atom).text),
    ),
  );
}
