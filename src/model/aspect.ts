/**
 * What one can read an institution for. An aspect is one thing given ("a new SIM", "the card number") together with the
 * question that settles it ("how {} replaces a SIM"); the class of proof tells its ways apart. Which flow belongs to
 * which aspect is data, in `catalog/aspects.yaml`; this file has the words of it.
 */
import type { Bilingual, CapabilityPattern, Channel, InstitutionKind } from "./flow.ts";

/**
 * What a way rests on, from the hardest to come by to nothing at all. Of all that a way asks the hardest counts: a text
 * beside the name and the ID number is `line`. `device` is a thing in the hand, a card or paper too; `session` is what
 * whoever is signed in has already; with `agent` a human decides; with `lapse` it is enough to wait.
 */
export const proofClasses = [
  "presence",
  "face",
  "device",
  "secret",
  "line",
  "mail",
  "session",
  "facts",
  "agent",
  "lapse",
  "nothing",
] as const;
export type ProofClass = (typeof proofClasses)[number];

/** A flow belongs to an aspect when everything said here is so of it; a list is met by one of its members. */
export interface AspectMatch {
  readonly gives: readonly CapabilityPattern[];
  readonly sets: readonly CapabilityPattern[];
  readonly clears: readonly CapabilityPattern[];
  readonly revokes: readonly CapabilityPattern[];
  /** It takes none of these away: what throws the old password out is no ordinary sign-in. */
  readonly revokesNot: readonly CapabilityPattern[];
  readonly asks: readonly CapabilityPattern[];
  /** None of these is asked, not even as one way of several. */
  readonly asksNot: readonly CapabilityPattern[];
  readonly channels: readonly Channel[];
  /** One of its ways rests on one of these. Empty: on anything but presence, for a counter answers for itself alone. */
  readonly proofs: readonly ProofClass[];
  /** It opens a new account in the person's name; where this is false such a flow never matches. */
  readonly opensAccount: boolean;
}

export interface Aspect {
  readonly id: string;
  /** `restoring a forgotten password`. */
  readonly name: Bilingual;
  /** What one would ask to settle it; `{}` stands for the institution. */
  readonly question: Bilingual;
  /** Kinds of institution that have it. Empty: it is a thing only the person can look up. */
  readonly kinds: readonly InstitutionKind[];
  /**
   * Amounts of an account or card (`balance`, `credit`, `loan-offer`) that make it matter at any institution which keeps
   * one for the person, with the kind whose archetype lends there.
   */
  readonly pots: ReadonlyMap<string, InstitutionKind>;
  /**
   * It is no way of a kind of institution but a thing that stands in nobody's file: one of whoever runs the flow
   * (`theirs`), or opened in the person's name by a flow that does not say so (`opened`). Absent: it is a way.
   */
  readonly standsFor?: "theirs" | "opened";
  /** It helps the owner and no intruder: asked about, never lent. */
  readonly isOwners: boolean;
  readonly matches: readonly AspectMatch[];
}
