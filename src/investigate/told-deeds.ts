/**
 * What a sentence says was done to get into an account: that its owner no longer gets into it, and what they did about that.
 *
 * To be locked out says something only of whom the sentence names, or of those of theirs that are of the kind it names, and only of
 * what came before. Cost: the world's steps.
 */
import { type Meaning, signsOfFlow } from "../evidence/index.ts";
import type { Grounded } from "../ground/index.ts";
import type { Sign } from "../model/index.ts";
import type { ToldAct } from "./act-meant.ts";
import { rarelyAMonth } from "./habits.ts";
import { isDenial, isOfStranger, isOwnHand, isOwnVoice } from "./told-voices.ts";

interface DeedQuestion {
  readonly world: Grounded;
  readonly meaning: Meaning;
}

/** What else a sentence says beside what only the owner's side can tell: `the phone never left me, and 500 dollars are gone`. */
export const besideIn = (says: string, meaning: Meaning): string =>
  says
    .split(/[,.](?!\d)|[，。；;!！]|\b(?:and|so|then)\b|所以|于是|然后/u)
    .filter((clause) => meaning.signToldIn(clause)?.told === undefined)
    .join("，");

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

interface LockedOut {
  /** Whoever is locked out did none of what shut them out; nobody named: it says nothing. */
  readonly denied?: Deed;
  /** What they say they did about it. */
  readonly act?: Deed;
}
type Deed = Pick<ToldAct, "institutions" | "sign" | "signs" | "sums" | "isShutOut">;

/** What it says of these, and of their own hand in `rest`, what else the sentence says. */
export function lockedOut(
  institutions: readonly string[],
  { says, rest }: { readonly says: string; readonly rest: string },
  question: DeedQuestion,
): LockedOut {
  const of = { institutions, sums: [] };
  const rare = [...question.world.catalog.signs.values()].flatMap(({ id, aMonth, told }) =>
    aMonth <= rarelyAMonth && told === undefined ? [id] : [],
  );
  const sign = ownDeedIn({ says, rest }, question.meaning);
  return {
    ...(institutions.length === 0 ? {} : { denied: { ...of, isShutOut: true, signs: new Set(rare) } }),
    ...(sign === undefined ? {} : { act: { ...of, sign, signs: signsOfDeed(sign, institutions, question) } }),
  };
}

/** The signs a deed of which this one is told leaves at these: whoever sets a password anew was sent a code for it. */
function signsOfDeed(
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

/**
 * The sign of what they did themselves, in the rest of a sentence; `undefined`: nothing. What was done to them is no deed of theirs, nor
 * what `he` did; where nobody is said to have done it, whoever else the sentence names may have.
 */
const ownDeedIn = (
  { says, rest }: { readonly says: string; readonly rest: string },
  meaning: Meaning,
): string | undefined =>
  rest
    .split("，")
    .map((clause) => clause.trim())
    .filter(
      (clause) =>
        isOwnVoice(clause) &&
        (isOwnHand(clause) ? !isOfStranger(clause) : !isOfStranger(says)) &&
        !isDenial(clause) &&
        !wasDone.test(clause),
    )
    // Whoever says what they did says `the password` for their own.
    .map((clause) => (meaning.signIn(clause) ?? meaning.signIn(clause.replace(/\bthe\b/u, "my")))?.id)
    .find((id) => id !== undefined);
const wasDone = /\b(?:was|were|been|being)\b|被|俾人|让人|讓人/u;

/** Who denies several things in one breath denies each: "停机、复机和补卡都不是我办的". The one they are read as comes first. */
export function signsNamed(says: string, first: Sign, meaning: Meaning): readonly Sign[] {
  const parts = says.split(/[、,，;；和及与]|\s(?:and|or|nor|und|oder|et|ou|e|y|dan)\s/u);
  const found = new Map([[first.id, first]]);
  if (parts.length > 1)
    for (const part of parts) {
      const sign = meaning.signIn(part);
      if (sign !== undefined && sign.told === undefined) found.set(sign.id, sign);
    }
  return [...found.values()];
}
