/** The report of a pack, as one HTML page that prints: what happened, with cited rows; what is open; what was not read. */
import type { InvestigateAnswer, StillOpen } from "../investigate/index.ts";
import { type CaseQuestion, caseEvents } from "./case-events.ts";
import { list, page, paragraph, table, tag } from "./html.ts";
import {
  actorWords,
  exportWords,
  howSure,
  inOrder,
  openWords,
  questionWords,
  unseenWords,
} from "./investigate-words.ts";
import { type Both, both, type Lang } from "./words.ts";

export interface Original {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface PackReportQuestion extends CaseQuestion {
  readonly originals: readonly Original[];
  /** As the door says it. */
  readonly madeAt: string;
  readonly isRedacted: boolean;
}

const words = {
  title: both("What the records show", "记录表明了什么"),
  redacted: both(
    "Shortened: names, texts and long numbers are left out. Each row can be found in the full version by its file and row.",
    "节略版：姓名、短信内容和长号码已略去；每一行都可按文件名和行号在完整版里找到。",
  ),
  label: both("How sure", "可信程度"),
  ...howSure,
  happened: both("What happened", "发生了什么"),
  nothing: both(
    "Nothing in these records is out of the ordinary. That says nothing about what they do not cover.",
    "这些记录里没有看到异常；没有覆盖到的部分无法下结论。",
  ),
  when: both("When", "时间"),
  who: both("Who", "谁"),
  what: both("What", "做了什么"),
  where: both("Record", "出处"),
  said: both("What the record says", "记录原文"),
  unseen: both("no record shows it", "没有记录"),
  missing: both("What nobody saw, inferred from the rest", "没有记录、由其余记录推断出来的"),
  takes: both("takes", "需要"),
  gives: both("gives", "得到"),
  fits: both("these flows are of that shape", "符合的流程"),
  noFlow: both("none in the catalogue", "流程库里没有"),
  losses: both("Money lost", "损失的钱"),
  sum: both("Sum", "金额"),
  moved: both("Money moved between own accounts", "在自己账户之间挪动的钱"),
  stillOpen: both("Still open in your name", "名下仍未关闭的"),
  questions: both("Questions and answers", "问与答"),
  question: both("Question", "问题"),
  answer: both("Answer", "回答"),
  wouldAnswer: both("not known; this would tell: ", "还不知道；可以去要："),
  between: both("one of: ", "以下之一："),
  contradictions: both("What was told and the records contradict", "说法和记录不一致的地方"),
  rejected: both("Explanations that were thought of and set aside", "考虑过、没有采用的解释"),
  rejectedWhy: both("Why", "原因"),
  unread: both("Not read: nothing is said about these", "没有读到，无法下结论"),
  files: both("What was read", "读了哪些文件"),
  rows: both("Rows", "行数"),
  period: both("Period", "时段"),
  unreadable: both("Complaints", "没读出来的"),
  originals: both("The originals and their hashes", "原件和哈希值"),
  bytes: both("Bytes", "字节"),
  proves: both("What a hash proves, and what it does not", "哈希值能证明什么、不能证明什么"),
  provesText: both(
    "A SHA-256 hash proves that a file is the same, to the byte, as when the hash was written down. It does not prove who made the file, or when, or that what it says is true. Write down where each file came from and on which day, and leave the original where it came from. On the day the pack is made, tell the hash of manifest.sha256 to somebody else: then nobody can exchange the whole folder later.",
    "SHA-256 能证明：文件和记下这个值的时候相比，一个字节都没有变。它不能证明文件是谁做的、什么时候做的，也不能证明里面写的属实。请写明每个文件从哪里、哪一天导出，原件留在原处。做好这个文件夹的当天，把 manifest.sha256 的哈希值告诉另一个人：这样谁也不能事后整个换掉。",
  ),
  verify: both(
    "To check: `sha256sum -c manifest.sha256` in this folder, or `chainbreak verify` with its path. No network is needed.",
    "核对方法：在这个文件夹里运行 `sha256sum -c manifest.sha256`，或运行 `chainbreak verify` 加文件夹路径，不需要联网。",
  ),
  made: both("Made", "制作时间"),
} as const;

export function packReport(question: PackReportQuestion): string {
  const { answer, lang, isRedacted, madeAt } = question;
  const say = ({ [lang]: text }: Both<string>): string => text;
  const section = (title: Both<string>, ...body: readonly string[]) =>
    body.every((part) => part === "") ? "" : [tag("h2", say(title)), ...body].join("\n");
  return page(lang, say(words.title), [
    paragraph(`${say(words.made)}: ${madeAt}`),
    isRedacted ? paragraph(say(words.redacted)) : "",
    section(words.label, paragraph(say(words[answer.label]))),
    section(words.happened, happened(question, say)),
    section(words.missing, missing(question, say)),
    section(words.losses, money(answer.losses, question, say)),
    section(words.moved, money(answer.preparations, question, say)),
    section(words.stillOpen, list(inOrder(answer.open).map((each) => openItem(each, say)))),
    section(words.questions, asked(question, say)),
    section(words.contradictions, list(answer.contradictions.map((each) => each.join(" ↔ ")))),
    section(
      words.rejected,
      table(
        [say(words.what), say(words.rejectedWhy)],
        answer.rejected.map(({ story, because }) => [titleOf(question, story), because]),
      ),
    ),
    section(
      words.unread,
      list(answer.coverage.gaps.map(({ what, kind }) => `${what}: ${sayExport(kind, lang)}`)),
    ),
    section(words.files, files(question, say)),
    section(words.originals, originals(question, say)),
    section(words.proves, paragraph(say(words.provesText)), paragraph(say(words.verify))),
  ]);
}

type Say = (text: Both<string>) => string;

export const clock = (moment: string): string => moment.slice(0, 16).replace("T", " ");

export const sayExport = (kind: string, lang: Lang): string => exportWords[kind]?.[lang] ?? kind;

function titleOf({ world, lang }: Pick<CaseQuestion, "world" | "lang">, flow: string): string {
  const [institution = "", id = ""] = flow.split("/");
  const found = world.catalog.institutions.get(institution);
  const title = found?.flows.find((each) => each.id === id)?.title[lang];
  if (found === undefined) return flow;
  return title === undefined ? found.name[lang] : `${found.name[lang]}${lang === "zh" ? "：" : ": "}${title}`;
}

function happened(question: PackReportQuestion, say: Say): string {
  const events = caseEvents(question);
  if (events.length === 0) return paragraph(say(words.nothing));
  const heads = [words.when, words.who, words.what, words.where, words.said].map(say);
  return table(
    heads,
    events.map(({ at, until, isUnseen, actor, institution, title, place, row }) => [
      isUnseen ? `${clock(at)} – ${clock(until)}` : clock(at),
      say(actorWords[actor]!),
      `${institution}: ${title}`,
      place === undefined ? say(words.unseen) : `${place.file}:${place.row}`,
      row === undefined
        ? ""
        : [row.counterparty, row.description, row.amount, row.currency].filter(Boolean).join(" · "),
    ]),
  );
}

const missing = (question: PackReportQuestion, say: Say): string =>
  list(
    question.answer.missingLinks.map(
      ({ takes, gives, fits, from, to }) =>
        `${clock(from)} – ${clock(to)}. ${say(words.takes)}: ${takes.join(", ") || "?"}; ${say(words.gives)}: ${gives.join(", ")}; ${say(words.fits)}: ${fits.map((flow) => titleOf(question, flow)).join("; ") || say(words.noFlow)}`,
    ),
  );

const money = (all: InvestigateAnswer["losses"], question: PackReportQuestion, say: Say): string =>
  table(
    [words.when, words.what, words.sum, words.where].map(say),
    all.map(({ at, what, amount, currency, evidence }) => [
      clock(at),
      titleOf(question, what),
      `${amount?.toFixed(2) ?? "?"} ${currency ?? ""}`.trim(),
      evidence.map(({ file, row }) => `${file}:${row}`).join(", "),
    ]),
  );

/** Where it stands: the first places, and how many more there are. */
function placesOf(rows: readonly { readonly file: string; readonly row: number }[], say: Say): string {
  const places = [...new Set(rows.map(({ file, row }) => `${file}:${row}`))];
  const more = places.length - placesToldMax;
  return [...places.slice(0, placesToldMax), ...(more > 0 ? [say(morePlaces(more))] : [])].join(", ");
}
const placesToldMax = 12;
const morePlaces = (more: number) => both(`and ${more} more`, `另有 ${more} 处`);

export function openItem({ kind, what, unseen, because }: StillOpen, say: Say): string {
  const behind = unseen ? say(unseenWords) : placesOf(because.rows, say);
  return `${say(openWords[kind])}: ${what}${behind === "" ? "" : ` (${behind})`}`;
}

const asked = (question: PackReportQuestion, say: Say): string =>
  table(
    [say(words.question), say(words.answer), say(words.where)],
    question.answer.questions.map(({ id, status, answer, because, wouldAnswer }) => {
      const found = answer
        .map((each) => titleOf(question, /^\d{4}-/.test(each) ? clock(each) : each))
        .join(" / ");
      const would = `${say(words.wouldAnswer)}${wouldAnswer.map((each) => sayExport(each, question.lang)).join("; ")}`;
      return [
        say(questionWords[id]),
        status === "unanswered" ? would : status === "between" ? `${say(words.between)}${found}` : found,
        placesOf(because, say),
      ];
    }),
  );

const files = ({ answer }: PackReportQuestion, say: Say): string =>
  table(
    [words.where, words.period, words.rows, words.unreadable].map(say),
    answer.coverage.files.map(({ file, source, from, to, rows, complaints }) => [
      `${file} (${source})`,
      from === null || to === null ? "?" : `${clock(from)} – ${clock(to)}`,
      `${rows}`,
      `${complaints}`,
    ]),
  );

const originals = (question: PackReportQuestion, say: Say): string =>
  table(
    [say(words.where), "SHA-256", say(words.bytes)],
    question.originals.map(({ path, sha256, bytes }) => [path, sha256, `${bytes}`]),
  );
