/** One act of an answer, as it is told to machines and to whoever shows it. */
import type { ContactTold } from "./respond-contacts.ts";

export interface ActionTold {
  readonly helper: string;
  /** What it brings about: `suspended(line.main)`. */
  readonly action: string;
  readonly title: string;
  readonly kind: string;
  readonly effects: readonly string[];
  readonly institution: string;
  readonly institutionName: string;
  readonly channel?: string;
  readonly contact: readonly ContactTold[];
  /** The flows in order, `institution/flow`. */
  readonly flows: readonly string[];
  readonly say: string;
  readonly theyAsk: readonly string[];
  /** Of that, what the other side may have changed, with how likely the owner's own still works. */
  readonly insteadOf: readonly { readonly capability: string; readonly stillWorks: number }[];
  readonly minutes: number;
  /** What cannot be had or done while it stands. */
  readonly stops: readonly string[];
  readonly holdsMinutes: number | null;
  /** Somebody has read how it is done there; else it is what is usual for such a place, to be tried. */
  readonly isReadThere: boolean;
  /** The class of proof of its weakest lift; null: nobody has read there what lifts it. */
  readonly holdsBy: string | null;
  readonly undoneBy: readonly { readonly flow: string; readonly proof: string }[];
  readonly basis: string;
  /** Acts that would be about as good. */
  readonly ties: readonly string[];
  readonly because: string;
}
