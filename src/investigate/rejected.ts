/**
 * Stories that were thought of and are not told: that nobody acted (or that somebody did), and flows of the shape of a
 * missing link whose own trace would stand in a file that covers the moment, and does not.
 */
import type { Observation, RecordFile, TraceIndex } from "../evidence/index.ts";
import { minuteOf } from "../evidence/index.ts";
import type { InvestigateAnswer, MissingLink } from "./answer.ts";
import { hasIntruder } from "./reconstruct.ts";
import type { StoryQuestion } from "./story.ts";

export interface RejectedQuestion {
  readonly context: StoryQuestion;
  readonly missingLinks: readonly MissingLink[];
  readonly files: readonly RecordFile[];
  readonly index: TraceIndex;
  readonly fromFiles: readonly Observation[];
}

export function rejectedOf(question: RejectedQuestion): InvestigateAnswer["rejected"] {
  const { rebuilt, story } = question.context;
  const { oppositeCosts, model } = rebuilt;
  const opposite =
    oppositeCosts === undefined
      ? []
      : [
          {
            story: hasIntruder(model, story) ? "nobody-acted" : "somebody-acted",
            because: `costs ${oppositeCosts.toFixed(1)} more`,
          },
        ];
  return [...opposite, ...question.missingLinks.flatMap((link) => leftNothing(link, question))];
}

/** A text that the flow would have left, in a list of that line that has rows before and after. */
function leftNothing(
  { fits, from, to }: MissingLink,
  { context: { world }, fromFiles, index, files }: RejectedQuestion,
): InvestigateAnswer["rejected"] {
  const begin = minuteOf(from) ?? 0;
  const end = minuteOf(to) ?? 0;
  return fits.flatMap((flow) => {
    const step = world.steps.find((each) => `${each.institution}/${each.flow.id}` === flow);
    const left = step?.leaves.find(({ kind }) => kind === "sms" || kind === "row");
    if (step === undefined || left?.thing === undefined) return [];
    const list = files.find(({ file, complaints }) => {
      const rows = fromFiles.filter(
        ({ place, kind, things }) =>
          place.file === file && kind === left.kind && things.includes(left.thing!),
      );
      return complaints === 0 && rows.some((row) => row.to < begin) && rows.some((row) => row.from > end);
    });
    if (list === undefined) return [];
    const isThere = fromFiles.some(
      (row) =>
        row.to >= begin &&
        row.from <= end &&
        index
          .candidates(row)
          .some((candidate) => `${candidate.step.institution}/${candidate.step.flow.id}` === flow),
    );
    const trace = [left.kind, step.institution, left.about].filter((each) => each !== undefined).join(" ");
    return isThere ? [] : [{ story: flow, because: `no ${trace} in ${list.file}` }];
  });
}
