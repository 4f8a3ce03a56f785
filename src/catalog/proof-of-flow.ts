/**
 * The class of proof a flow rests on, told by the roles the vocabulary gives its words; no word is known here. Each way
 * to meet the asks has one class, its hardest; the ways are not spelled out, so nested asks cost next to nothing.
 */
import {
  type Asks,
  type CapabilityPattern,
  choicesOfSome,
  type Flow,
  isGoodWill,
  type ProofClass,
  proofClasses,
  type Vocabulary,
} from "../model/index.ts";

/** The classes its ways rest on, the hardest first; never empty. */
export function proofsOf(flow: Flow, vocabulary: Vocabulary): readonly ProofClass[] {
  // Where somebody may be talked round, what they are told to ask is not what it takes.
  if (isGoodWill(flow)) return ["agent"];
  const ranks = ranksOf(flow.asks, vocabulary);
  const proofs = proofClasses.filter((_, rank) => ranks.has(rank));
  return proofs[0] === "nothing" && flow.clears.length > 0 && flow.takes.min > 0 ? ["lapse"] : proofs;
}

const rankOf = (proof: ProofClass) => proofClasses.indexOf(proof);
const least = rankOf("nothing");

/** The reader has bounded the depth of nesting, so this may recurse. */
function ranksOf(asks: Asks, vocabulary: Vocabulary): ReadonlySet<number> {
  switch (asks.kind) {
    case "capability":
      return new Set([rankOf(proofOfPattern(asks.pattern, vocabulary))]);
    case "some":
      return ranksOf({ kind: "any", parts: choicesOfSome(asks) }, vocabulary);
    case "any":
      return new Set(asks.parts.flatMap((part) => [...ranksOf(part, vocabulary)]));
    case "all": {
      let ranks = new Set([least]);
      for (const part of asks.parts) {
        const more = [...ranksOf(part, vocabulary)];
        ranks = new Set([...ranks].flatMap((rank) => more.map((each) => Math.min(rank, each))));
      }
      return ranks;
    }
  }
}

export function proofOfPattern({ kind, subjects }: CapabilityPattern, vocabulary: Vocabulary): ProofClass {
  const [subject] = subjects;
  const secret = subject?.secret === undefined ? undefined : `${subject.kind}.${subject.secret}`;
  return proofOfWord({ kind, secret }, vocabulary);
}

/**
 * What having a word rests on; of a secret it is named with its kind of thing, `card.pin`. A word without a role rests
 * on what whoever is signed in has; a secret without one is a secret.
 */
export function proofOfWord(
  { kind, secret }: { readonly kind: string; readonly secret?: string | undefined },
  { proofs }: Vocabulary,
): ProofClass {
  return secret === undefined ? (proofs.get(kind) ?? "session") : (proofs.get(secret) ?? "secret");
}
