/** What the owner could still open if things of theirs were lost: the question as the command line reads it. */
import { readQuestion } from "../../../src/asking/index.ts";
import type { LockedOutAnswer } from "../../../src/questions/index.ts";
import type { CaseData } from "./case-data.ts";
import { openEngine } from "./engine.ts";

export interface LostQuestion {
  /** Ids of things: `device.phone`. */
  readonly lost: readonly string[];
  /** Measures that are done in the world. */
  readonly done: readonly string[];
  /** Whoever finds them knows nothing of what leaks so often. */
  readonly isNotLeaked: boolean;
}

export interface LostTold {
  readonly answer: LockedOutAnswer;
  /** Ground text of what was lost, with all that lies in the same bag; the rest of what is held leaks. */
  readonly lost: readonly string[];
}

/** `undefined`: one of these is nothing that could be lost. What is lent is that of the case; see case-catalogue.ts. */
export function lockedOutIn(data: CaseData, { lost, done, isNotLeaked }: LostQuestion): LostTold | undefined {
  const { catalog, person, question } = data;
  const at = question.at;
  const { asked } = readQuestion({
    catalog,
    person,
    text: { lost, at },
    placeOf: (part, index) => ({ file: `${part}.${index}` }),
  });
  if (asked === undefined) return undefined;
  const held = [...asked.held, ...(isNotLeaked ? [] : asked.leaked)];
  const engine = openEngine({ ...data, question: { held, ...(at === undefined ? {} : { at }) } });
  return { answer: engine.lockedOut(done), lost: asked.held };
}
