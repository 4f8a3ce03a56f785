/**
 * Names that fit where they are told. A name may be two hundred letters without a space; no line could be broken in it,
 * and the whole page would have to be scrolled sideways. Such a word may be broken at every so many letters.
 */
import type { Bilingual } from "../../../src/model/index.ts";
import type { Person } from "../../../src/person/index.ts";

/** No word of any language we speak is longer; a narrow column has room for this many letters. */
const lettersMax = 24;
/** A place to break, of no width. */
const mayBreak = "\u200B";

const breakable = (text: string): string =>
  text.replaceAll(new RegExp(`[^\\s\\p{sc=Han}${mayBreak}]{${lettersMax}}(?=\\S)`, "gu"), `$&${mayBreak}`);

const both = ({ en, zh }: Bilingual): Bilingual => ({ en: breakable(en), zh: breakable(zh) });

export function withBreakableNames(person: Person): Person {
  return {
    ...person,
    name: both(person.name),
    helpers: new Map([...person.helpers].map(([id, name]) => [id, both(name)])),
    things: new Map(
      [...person.things].map(([id, thing]) => [
        id,
        thing.title === undefined ? thing : { ...thing, title: both(thing.title) },
      ]),
    ),
  };
}
