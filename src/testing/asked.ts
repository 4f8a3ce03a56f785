/** A story's question once its words are read: its world, what is held, and the answer that came. */
import { type Choice, findChoice, type Grounded } from "../ground/index.ts";
import type { ChoiceId } from "../model/index.ts";
import type { AuditAnswer } from "../questions/index.ts";
import type { Reach } from "../reach/index.ts";
import type { QuestionText } from "./story.ts";

/** What a question is about once its words are read. */
export interface Asked {
  readonly reach: Reach;
  readonly held: readonly string[];
  readonly inForce: readonly ChoiceId[];
  readonly withinMinutes: number | undefined;
  readonly startsAt: number | undefined;
  readonly question: QuestionText;
  readonly answer: AuditAnswer;
}

/** The decision a story names, or a sentence saying why there is none. */
export function choiceNamed(world: Grounded, text: string): Choice | string {
  const found = findChoice(world.choices, text);
  if ("index" in found) return found;
  const { fitting } = found;
  return fitting.length === 0
    ? `no measure \`${text}\` in this world`
    : `\`${text}\` may be ${fitting.map((id) => `\`${id}\``).join(" or ")}`;
}
