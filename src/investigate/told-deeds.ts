/**
 * What a sentence says was done to get into an account: that its owner no longer gets into it, and what they did about that.
 *
 * To be locked out says something only of whom the sentence names, or of those of theirs that are of the kind it names, and only of
 * what came before. Cost: the world's steps.
 */
import { type Meaning, signsOfFlow } from "../evidence/index.ts";
import type { Grounded } from "../ground/index.ts";
import type { ToldAct } from "./act-meant.ts";
import { rarelyAMonth } from "./habits.ts";
import { isDenial, isOwnVoice } from "./told-voices.ts";

interface DeedQuestion {
  readonly world: Grounded;
  readonly meaning: Meaning;
}

/** Those of theirs that are of a kind the sentence names: `my mobile bank`. */
export const ofKindNamed = (
  says: string,
  own: ReadonlySet<string>,
  { world: { catalog }, meaning }: DeedQuestion,
): readonly string[] => {
  const kinds = meaning.kindsIn(says);
  return [...own].filter((id) => {
    const kind = catalog.institutions.get(id)?.kind;
    return kind !== undefined && kinds.has(kind);
  });
};

/** The rare words of these: whoever is locked out did none of what shut them out. Nobody named: it says nothing. */
export const shutOutOf = (
  institutions: readonly string[],
  { world: { catalog } }: DeedQuestion,
): Pick<ToldAct, "isShutOut" | "institutions" | "signs" | "sums"> | undefined =>
  institutions.length === 0
    ? undefined
    : {
        isShutOut: true,
        institutions,
        signs: new Set(
          [...catalog.signs.values()].flatMap(({ id, aMonth, told }) =>
            aMonth <= rarelyAMonth && told === undefined ? [id] : [],
          ),
        ),
        sums: [],
      };

/** The signs a deed of which this one is told leaves at these: whoever sets a password anew was sent a code for it. */
export function signsOfDeed(
  sign: string,
  institutions: readonly string[],
  { world, meaning }: DeedQuestion,
): ReadonlySet<string> {
  const found = new Set([sign]);
  const flows = new Set(
    world.steps.flatMap(({ institution, flow }) => (institutions.includes(institution) ? [flow] : [])),
  );
  for (const flow of flows) {
    const left = signsOfFlow(flow, meaning);
    if (left.has(sign)) for (const each of left) found.add(each);
  }
  return found;
}

/** The sign of what they did themselves, in the rest of a sentence; `undefined`: nothing. What was done to them is no deed of theirs. */
export const ownDeedIn = (rest: string, meaning: Meaning): string | undefined =>
  rest
    .split("，")
    .filter((clause) => isOwnVoice(clause) && !isDenial(clause) && !wasDone.test(clause))
    // Whoever says what they did says `the password` for their own.
    .map((clause) => (meaning.signIn(clause) ?? meaning.signIn(clause.replace(/\bthe\b/u, "my")))?.id)
    .find((id) => id !== undefined);
const wasDone = /\b(?:was|were|been|being)\b|被/u;
