/** Everything of a pack that is made from an answer, as text by path: twice, in full and shortened. */
import type { Row } from "../evidence/index.ts";
import type { Grounded } from "../ground/index.ts";
import type { InvestigateAnswer } from "../investigate/index.ts";
import { attackFlow } from "./attack-flow.ts";
import { caseExports } from "./case-exports.ts";
import { packLetters } from "./pack-letters.ts";
import { type Original, packReport } from "./pack-report.ts";
import { redactAnswer, redactRows, redactText } from "./redact.ts";
import { langs } from "./words.ts";

export interface PackQuestion {
  readonly answer: InvestigateAnswer;
  readonly world: Grounded;
  readonly rows: readonly Row[];
  readonly originals: readonly Original[];
  readonly madeAt: string;
  readonly version: string;
  readonly hash: (text: string) => string;
}

/** Full ones at the top, shortened ones under `redacted/`. */
export function packFiles(question: PackQuestion): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [path, text] of filesOf(question, false)) files.set(path, text);
  const shortened = {
    ...question,
    answer: redactAnswer(question.answer),
    rows: redactRows(question.rows),
    originals: question.originals.map((each) => ({ ...each, path: redactText(each.path) })),
  };
  for (const [path, text] of filesOf(shortened, true)) files.set(`redacted/${path}`, text);
  return files;
}

function filesOf(question: PackQuestion, isRedacted: boolean): readonly (readonly [string, string])[] {
  const { answer } = question;
  const exports = caseExports({ ...question, lang: "en" });
  const flow = attackFlow(question);
  return [
    ["answer.json", `${JSON.stringify(answer, undefined, 2)}\n`],
    ["timeline/timesketch.csv", exports.timesketchCsv],
    ["timeline/timesketch.jsonl", exports.timesketchJsonl],
    ["timeline/iris.csv", exports.irisCsv],
    ["timeline/ocsf.jsonl", exports.ocsfJsonl],
    ...(flow === undefined
      ? []
      : [["timeline/attack-flow.json", `${JSON.stringify(flow, undefined, 2)}\n`] as const]),
    ...langs.flatMap((lang) => [
      [`report.${lang}.html`, packReport({ ...question, lang, isRedacted })] as const,
      ...packLetters({ ...question, lang }).map(
        ({ institution, html }) => [`letters/${institution}.${lang}.html`, html] as const,
      ),
    ]),
  ];
}
