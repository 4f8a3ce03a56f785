/** What the owner could still open once things are lost, in which way, and what would have to be so. */
import type { BasisStatus, Bilingual } from "../../model/index.ts";
import type { Way } from "../../reach/index.ts";

/**
 * - `open`: by what was read, and whatever whoever has the lost things could change by what was read.
 * - `unless-changed`: by what was read, as long as they have not changed it.
 * - `not-known`: only if something is so that nobody has said or read.
 * - `closed`: not even then.
 * - `not-judged`: nothing read or lent opens it today either, so nothing can be said.
 */
export const keyStates = ["open", "unless-changed", "not-known", "closed", "not-judged"] as const;
export type KeyState = (typeof keyStates)[number];

/** One thing the owner must be able to get back to. */
export interface KeyAnswer {
  /** The capability, as text: `enter(account.alipay)`. */
  readonly key: string;
  readonly state: KeyState;
  /** The soonest way; of `not-known` one that rests on little that is unknown. `null`: there is none. */
  readonly way: Way | null;
  /** The weakest basis of the way. */
  readonly basis: BasisStatus | null;
  /** Open under every value of this, which nobody has said: `account.mail: second-factor`; the way is the one of the value that takes longest. */
  readonly whichever: readonly string[];
  /** It is open, and would not be if what nobody has read let somebody in there. */
  readonly mayBeTaken: boolean;
  /** Of `unless-changed`: the flows by which somebody could change what the way rests on, as `institution/flow`. */
  readonly changedBy: readonly string[];
  /** Of `not-known`: what would have to be so. */
  readonly unsure: Unsure;
}

/** What a way rests on that nobody has said or read. */
export interface Unsure {
  /** What the person file leaves open: `account.mail: backup-codes`. */
  readonly unsaid: readonly string[];
  readonly unread: readonly { readonly institution: string; readonly aspect: string }[];
  /**
   * Secrets nobody has in the head and of which nothing says that they were written down; being somewhere in person where
   * every document named was lost. As capabilities.
   */
  readonly unwritten: readonly string[];
  /** Flows in which somebody would have to be talked round, as `institution/flow`. */
  readonly agents: readonly string[];
}

/** What to do today so that more would be open. */
export interface Preparation {
  /** The id of a measure. */
  readonly measure: string;
  /** Keys that would be open and are not. */
  readonly opens: readonly string[];
}

/** What to know or to have written down, where no measure says how. */
export interface WorthKnowing {
  /** `know(account.mail.recovery-code)`. */
  readonly knowing: string;
  readonly opens: readonly string[];
}

export interface LockedOutAnswer {
  readonly person: string;
  /** What the other side has: the lost things, and what leaks. */
  readonly held: readonly string[];
  readonly measures: readonly string[];
  /** By state in the order of `keyStates`, then by name. */
  readonly keys: readonly KeyAnswer[];
  /** What opens most first. */
  readonly today: readonly Preparation[];
  /** A few of `today` that together open all that they can; the smallest such few is not proved. */
  readonly together: readonly string[];
  /** Keys that stay not open with all of these. */
  readonly left: readonly string[];
  readonly worthKnowing: readonly WorthKnowing[];
  /** Every measure the answer names. */
  readonly catalogue: readonly PreparationMeasure[];
}

export interface PreparationMeasure {
  readonly id: string;
  readonly title: Bilingual;
  readonly how?: Bilingual;
  readonly effort: number;
}
