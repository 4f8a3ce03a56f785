/** What an investigation found, as text: what happened, where the missing link lies, what is still open, what is not known. */
import type { Grounded } from "../ground/index.ts";
import type { InvestigateAnswer } from "../investigate/index.ts";
import {
  actorWords,
  exportWords,
  findingWords,
  inOrder,
  openWords,
  questionWords,
  unseenWords,
} from "./investigate-words.ts";
import { isSpan, sayFlowTitle, sayFound, sayOrElse, sayWhat } from "./tell-investigate.ts";
import { type Both, both, counted, type Lang } from "./words.ts";

const headings = {
  happened: both("What happened", "发生了什么"),
  missing: both("The missing link", "缺失的一环"),
  open: both("Still open in your name", "名下仍未关闭的"),
  questions: both("Questions", "问题"),
  unexplained: both(
    "Out of the ordinary, and explained by nothing that was read: were these yours?",
    "不寻常，读过的流程也解释不了：请核对是不是您自己做的",
  ),
  span: both(
    (from: string, to: string) => `between ${from} and ${to}`,
    (from, to) => `在 ${from} 和 ${to} 之间`,
  ),
  unread: both("Not read: nothing is said about these", "没有读到，无法判断"),
  unseen: both("not seen, inferred from the rest", "没有记录，由其余记录推断"),
  noRows: both("nothing of it was read", "一行也没有读出来"),
  someRows: both("not all of it, or not as it says of itself", "没有全部读出来，或与文件自己写的不符"),
  takes: both("takes", "需要"),
  gives: both("gives", "得到"),
  fits: both("fits", "符合的流程"),
  orElse: both("or just as well", "也同样可能是"),
  nothingKnown: both("nothing that is known", "还不清楚"),
  none: both("no flow of the catalogue; look for one of this shape", "目录里没有；要找这样的流程"),
  notProved: both(
    "A better explanation may exist: the search was cut short, not everything could be read, or it leaves open who it was or how money went.",
    "可能还有更合理的解释：搜索没有做完，有内容没能读出来，或者还说不清是谁办的、钱是怎么走的。",
  ),
} as const;

export interface InvestigateRenderOptions {
  readonly lang: Lang;
}

export function renderInvestigate(
  answer: InvestigateAnswer,
  world: Grounded,
  { lang }: InvestigateRenderOptions,
): string {
  const say = ({ [lang]: text }: Both<string>) => text;
  const titleOf = (flow: string, actor?: string) => sayFlowTitle({ world, lang }, flow, actor);
  const nameOf = (what: string) => sayWhat({ world, lang }, what);
  const answerOf = (found: string) => sayFound({ world, lang }, answer, found);
  const betweenOf = (found: readonly string[]) => {
    const [from = "", to = ""] = found.map(answerOf);
    return isSpan(found) ? headings.span[lang](from, to) : found.map(answerOf).join(" / ");
  };
  const lines: string[] = [];
  const section = (title: Both<string>, body: readonly string[]) => {
    if (body.length > 0) lines.push(say(title), ...body.map((each) => `  ${each}`), "");
  };
  const clock = (moment: string) => moment.slice(0, 16).replace("T", " ");
  // What tells only its day happened some time in it, and not at midnight.
  const during = (from: string, to: string) =>
    clock(from) === clock(to)
      ? clock(from)
      : `${clock(from)} – ${from.slice(0, 10) === to.slice(0, 10) ? to.slice(11, 16) : clock(to)}`;
  if (answer.timeline.length === 0)
    lines.push(say(answer.unexplained.length > 0 ? findingWords.unexplained : findingWords.nothing), "");
  if (answer.label === "bounds" || answer.label === "open") lines.push(say(headings.notProved), "");
  section(
    headings.happened,
    answer.timeline.flatMap(({ at, until, actor, what, rows }, i) => {
      const places = rows.map(({ file, row }) => `${file}:${row}`).join(", ");
      return [
        `${during(at, until)}  ${say(actorWords[actor]!)}  ${titleOf(what, actor)}  (${places === "" ? say(headings.unseen) : places})`,
        ...sayOrElse(answer.explanations[0]?.steps[i], { world, lang }).map(
          (each) => `    ${say(headings.orElse)}: ${each}`,
        ),
      ];
    }),
  );
  section(
    headings.missing,
    answer.missingLinks.flatMap(({ takes, gives, fits, from, to }) => [
      `${clock(from)} – ${clock(to)}`,
      `  ${say(headings.takes)}: ${takes.map(nameOf).join(", ") || say(headings.nothingKnown)}`,
      `  ${say(headings.gives)}: ${gives.map(nameOf).join(", ")}`,
      `  ${say(headings.fits)}: ${fits.map((flow) => titleOf(flow)).join("; ") || say(headings.none)}`,
    ]),
  );
  section(
    headings.open,
    inOrder(answer.open).map(({ kind, what, unseen, because }) => {
      const places = because.rows.map(({ file, row }) => `${file}:${row}`);
      const behind = unseen ? say(unseenWords) : places.slice(0, 5).join(", ");
      return `${say(openWords[kind])}: ${nameOf(what)}${behind === "" ? "" : ` (${behind})`}`;
    }),
  );
  section(
    headings.unexplained,
    answer.unexplained.map(({ file, row }) => `${file}:${row}`),
  );
  section(
    headings.questions,
    answer.questions.map(({ id, status, answer: found, wouldAnswer }) =>
      status === "unanswered"
        ? `${say(questionWords[id])} → ${wouldAnswer.map((each) => say(exportWords[each]!)).join("; ")}`
        : `${say(questionWords[id])} ${status === "between" ? betweenOf(found) : found.map(answerOf).join(", ")}`,
    ),
  );
  section(headings.unread, [
    ...answer.coverage.gaps.map(({ what, kind }) =>
      exportWords[kind] === undefined ? `${what}: ${kind}` : `${what}: ${say(exportWords[kind])}`,
    ),
    ...answer.coverage.files.flatMap(({ file, rows, complaints }) =>
      complaints === 0 ? [] : [`${file}: ${say(rows === 0 ? headings.noRows : headings.someRows)}`],
    ),
  ]);
  const files = answer.coverage.files;
  lines.push(
    lang === "zh"
      ? `读了 ${files.length} 个文件，${files.reduce((sum, { rows }) => sum + rows, 0)} 行。`
      : `Read ${counted(files.length, "file")}, ${counted(
          files.reduce((sum, { rows }) => sum + rows, 0),
          "row",
        )}.`,
  );
  return lines.join("\n");
}
