/** A story's question once its words are read: its world, what is held, and the answer that came. */
import type { Grounded } from "../ground/index.ts";
import type { ChoiceId, Complaint } from "../model/index.ts";
import type { AuditAnswer } from "../questions/index.ts";
import type { Reach } from "../reach/index.ts";
import type { QuestionText } from "./story.ts";

/** What a question is about once its words are read. */
export interface Asked {
  readonly reach: Reach;
  /** The same world with what archetypes lend; grounded when it is first asked for. */
  readonly lent: () => Grounded;
  readonly held: readonly string[];
  readonly inForce: readonly ChoiceId[];
  readonly withinMinutes: number | undefined;
  readonly startsAt: number | undefined;
  readonly question: QuestionText;
  readonly answer: AuditAnswer;
}

/** A complaint as the failure of a question: the sentence, and the way out where there is one. */
export const failureOf = ({ sentence, help }: Complaint): string =>
  help === undefined ? sentence : `${sentence} (${help})`;
