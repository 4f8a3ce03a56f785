/** The other answer: the same case with what leaks taken away, or added. */
import { leakedOf } from "../../../src/person/index.ts";
import type { CaseData } from "./case-data.ts";

/** The same case with the other answer to whether a thief knows it; undefined: there is nothing that leaks. */
export function withOtherLeaked(data: CaseData): CaseData | undefined {
  const { leaked = [], ...question } = data.question;
  const { held } = question;
  if (held.length === 0) return undefined;
  if (leaked.length > 0)
    return { ...data, question: { ...question, held: held.filter((each) => !leaked.includes(each)) } };
  const known = leakedOf(data).filter((each) => !held.includes(each));
  if (known.length === 0) return undefined;
  return { ...data, question: { ...question, held: [...held, ...known], leaked: known } };
}
