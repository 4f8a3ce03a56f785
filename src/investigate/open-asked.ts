/** What is asked to know what is still open, and how one thing that is open is written down. */
import type { Meaning, Observation, Place, TraceIndex } from "../evidence/index.ts";
import type { Grounded } from "../ground/index.ts";
import type { BecauseCode, OpenKind, StillOpen } from "./answer.ts";
import type { Incident } from "./incident.ts";
import type { Story } from "./making.ts";
import type { Orphan } from "./orphans.ts";
import type { Reconstruction } from "./reconstruct.ts";
import type { StoryStep } from "./story.ts";

export interface StillOpenQuestion {
  readonly world: Grounded;
  readonly incident: Incident | undefined;
  readonly rebuilt: Reconstruction | undefined;
  readonly story: Story | undefined;
  readonly steps: readonly StoryStep[];
  /** Does anything say that somebody else acted? */
  readonly isSomebody: boolean;
  readonly observations: readonly Observation[];
  readonly orphans: ReadonlyMap<number, Orphan>;
  readonly index: TraceIndex;
  readonly meaning: Meaning;
  /** Rows nobody can explain, from while somebody acted in the owner's name. */
  readonly stray: readonly Observation[];
  /** Rows that may not be the owner's: those, and what is called the intruder's or nobody's. */
  readonly doubtful: readonly Observation[];
  /** Rows of the owner's side. */
  readonly own: readonly Observation[];
  /** Institutions that rows of the owner's own name. */
  readonly usual: ReadonlySet<string>;
}

export interface Made {
  readonly kind: OpenKind;
  readonly what: string;
  readonly things?: readonly string[];
  readonly code: BecauseCode;
  readonly words: readonly string[];
  readonly rows: readonly Place[];
}

export const open = ({ kind, what, things = [], code, words, rows }: Made): StillOpen => ({
  kind,
  what,
  things,
  unseen: rows.length === 0,
  because: { code, words, rows },
});
