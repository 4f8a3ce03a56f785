/** What the parts of the cut share: the answer under what is switched on, and the hands on the switches. */
import type { Alone, PageAnswer } from "../engine/engine.ts";

export interface CutProps {
  readonly now: PageAnswer;
  readonly alone: ReadonlyMap<string, Alone>;
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (measure: string) => void;
  readonly choose: (measures: Iterable<string>) => void;
}
