/** What a step that nobody has read says of itself: for what it was lent, by whom, and how far away that is. */
import type { Distance, Seen } from "../catalog/index.ts";

/** Why a step stands here though nobody has read it. */
export interface Lent {
  /** What it would be read for; the first where it is several. */
  readonly aspect: string;
  /** The archetype that lends it. */
  readonly by: string;
  readonly distance: Distance;
  /** How many of the institutions read for it do it. */
  readonly seen: Seen;
  /** It stands for whichever institution does it and for none in particular: there is nobody to ask. */
  readonly isAnyPlace?: true;
}
