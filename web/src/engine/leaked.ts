/**
 * What is taken for known of a person because it leaks and is sold so often. It counts as known unless somebody says
 * otherwise: an answer that rests on nobody knowing the number of an ID document rests on very little.
 */
import type { Catalog } from "../../../src/catalog/index.ts";
import type { ThingKind } from "../../../src/model/index.ts";
import type { Person } from "../../../src/person/index.ts";
import type { CaseData } from "./case-data.ts";

/** As the vocabulary calls them; one it does not have is nobody's. */
const leaking: readonly (readonly [ThingKind, string])[] = [
  ["person", "name"],
  ["person", "id-number"],
  ["person", "birth-date"],
  ["person", "address"],
  ["line", "number"],
];

/** Of the owner and of their own lines, as ground text: `know(person.id-number)`; helpers' data are not in it. */
export function leakedOf({ vocabulary }: Catalog, { things }: Person): readonly string[] {
  return leaking.flatMap(([kind, secret]) =>
    vocabulary.secrets.get(kind)?.has(secret) === true
      ? [...things.values()]
          .filter((thing) => thing.kind === kind && thing.of === undefined)
          .map(({ id }) => `know(${id}.${secret})`)
      : [],
  );
}

/** The same case with the other answer to whether a thief knows it; undefined: there is nothing that leaks. */
export function withOtherLeaked(data: CaseData): CaseData | undefined {
  const { leaked = [], ...question } = data.question;
  const { held } = question;
  if (held.length === 0) return undefined;
  if (leaked.length > 0)
    return { ...data, question: { ...question, held: held.filter((each) => !leaked.includes(each)) } };
  const known = leakedOf(data.catalog, data.person).filter((each) => !held.includes(each));
  if (known.length === 0) return undefined;
  return { ...data, question: { ...question, held: [...held, ...known], leaked: known } };
}
