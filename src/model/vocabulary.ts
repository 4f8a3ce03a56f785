/** The words flows may use: kinds of capability, secrets, conditions, each with its bilingual sentence. */
import type { ProofClass } from "./aspect.ts";
import type { Bilingual } from "./flow.ts";
import type { ThingKind } from "./things.ts";

export interface CapabilityKind {
  readonly kind: string;
  /** One entry an argument: the kinds of thing it can be said of. */
  readonly of: readonly (readonly ThingKind[])[];
  /** `{}` or `{0}`, `{1}` stand for the subjects. */
  readonly sentence: Bilingual;
  /** Only one actor can have it: the phone in the thief's hand is not in the owner's. */
  readonly exclusive: boolean;
  /** The owner has it from the start. */
  readonly owner: boolean;
  /** The owner must be able to get back to it; a cut that prevents that locks the owner out. */
  readonly needed: boolean;
  /** Reaching it costs the owner the sum of these attributes of its subjects. Empty: it is no loss. */
  readonly loss: readonly string[];
  /** Is it a loss at all? `loss: []` in a file means a loss of unknown amount. */
  readonly isLoss: boolean;
  /**
   * Kinds of capability it hangs on: it is had only while what it was got with, of these kinds, is still had. Texts
   * are received while the SIM is in hand; a password once read is known whatever is lost after. The world reads it.
   */
  readonly while: readonly string[];
  /** Kinds of loss with the same subject that contain this one; it is not counted beside them. */
  readonly partOf: readonly string[];
}

export interface ConditionKind {
  readonly kind: string;
  readonly of: readonly (readonly ThingKind[])[];
  readonly sentence: Bilingual;
  /** Kinds of capability with the same subject that cannot be had while it is set. */
  readonly stops: readonly string[];
}

export interface Vocabulary {
  readonly capabilities: ReadonlyMap<string, CapabilityKind>;
  readonly secrets: ReadonlyMap<ThingKind, ReadonlyMap<string, Bilingual>>;
  readonly conditions: ReadonlyMap<string, ConditionKind>;
  /** What asking a word rests on: by kind of capability, and by `line.service-password` after `know`. */
  readonly proofs: ReadonlyMap<string, ProofClass>;
}
