/** What an investigation found, as text: what happened, where the missing link lies, what is still open, what is not known. */
import type { Grounded } from "../ground/index.ts";
import type { InvestigateAnswer, OpenKind, QuestionId } from "../investigate/index.ts";
import { type Both, both, counted, type Lang } from "./words.ts";

const openWords: Readonly<Record<OpenKind, Both<string>>> = {
  "rogue-wallet": both("an account in your name that is not yours", "以您名义开的、不属于您的账户"),
  link: both("a card added somewhere", "被绑定的银行卡"),
  session: both("somebody is still signed in", "对方仍处于登录状态"),
  "device-enrolled": both("a device that was added", "被添加的设备"),
  "credit-in-my-name": both("a loan in your name", "以您名义借的钱"),
  "secret-changed": both("a password that was changed", "被改掉的密码"),
  "numbers-known": both("numbers they know now", "对方已知道的号码资料"),
  "pin-known": both("a payment password or PIN they know", "对方已知道的支付密码"),
  "secondary-number": both("a second number", "副号"),
  forwarding: both("calls are forwarded", "来电被转移"),
  "goods-under-way": both("something bought that may still be stopped", "还可能追回的订单"),
  "service-not-mine": both("a service you do not use", "您没有用过的服务"),
};

const questionWords: Readonly<Record<QuestionId, Both<string>>> = {
  "first-moment": both("What was the first moment?", "最早从什么时候开始？"),
  "when-line-was-lost": both("When did the line change hands?", "手机号什么时候落到对方手里？"),
  "what-revealed-id-number": both("What revealed the ID number?", "身份证号从哪里泄露？"),
  "which-wallet-holds-card": both("Which account holds the card?", "银行卡绑在哪个账户里？"),
  "which-institution-failed": both("Whose flow let it through?", "是哪家的流程放行的？"),
  "how-much-was-lost": both("How much was lost?", "一共损失多少？"),
  "who-lifted-the-suspension": both("Who lifted the suspension?", "挂失是谁解除的？"),
};

const exportWords: Readonly<Record<string, Both<string>>> = {
  "carrier-service-records": both(
    "the carrier's service records: ask the hotline or a shop, with your ID, for everything done to the line",
    "运营商的业务办理记录：带身份证到营业厅或致电客服，索取这个号码的全部办理记录",
  ),
  "carrier-imei-history": both(
    "the carrier's list with the handset's number (IMEI) beside each text and call",
    "运营商带手机串号（IMEI）的通话和短信清单",
  ),
  "bank-bound-payers": both(
    "the bank's list of payment accounts bound to the card",
    "银行“快捷支付管理”里的绑定列表",
  ),
  "bank-statement": both("the statement of each card and account", "每张卡、每个账户的流水"),
  "service-access-log": both("the service's own log of sign-ins and views", "该服务的登录和查看记录"),
};

const headings = {
  happened: both("What happened", "发生了什么"),
  missing: both("The missing link", "缺失的一环"),
  open: both("Still open in your name", "名下仍未关闭的"),
  questions: both("Questions", "问题"),
  unread: both("Not read: nothing is said about these", "没有读到，无法判断"),
  nothing: both(
    "Nothing in these records is out of the ordinary. That says nothing about what they do not cover.",
    "这些记录里没有看到异常；没有覆盖到的部分无法判断。",
  ),
  unseen: both("not seen, must have happened", "没有记录，但必然发生过"),
  noRows: both("nothing of it was read", "一行也没有读出来"),
  someRows: both("not all of it, or not as it says of itself", "没有全部读出来，或与文件自己写的不符"),
  takes: both("takes", "需要"),
  gives: both("gives", "得到"),
  fits: both("fits", "符合的流程"),
  none: both("no flow of the catalogue; look for one of this shape", "目录里没有；要找这样的流程"),
  notProved: both(
    "A cheaper explanation may exist: the search was cut short.",
    "搜索未完成，可能还有更合理的解释。",
  ),
} as const;

const actorWords: Readonly<Record<string, Both<string>>> = {
  owner: both("you", "您"),
  helper: both("your side", "家人"),
  intruder: both("intruder", "对方"),
  unknown: both("not known", "无法确定"),
};

export interface InvestigateRenderOptions {
  readonly lang: Lang;
}

export function renderInvestigate(
  answer: InvestigateAnswer,
  world: Grounded,
  { lang }: InvestigateRenderOptions,
): string {
  const say = ({ [lang]: text }: Both<string>) => text;
  const titleOf = (flow: string): string => {
    const [institution = "", id = ""] = flow.split("/");
    const found = world.catalog.institutions.get(institution);
    const title = found?.flows.find((each) => each.id === id)?.title[lang];
    return title === undefined ? flow : `${found?.name[lang]}${lang === "zh" ? "：" : ": "}${title}`;
  };
  const lines: string[] = [];
  const section = (title: Both<string>, body: readonly string[]) => {
    if (body.length > 0) lines.push(say(title), ...body.map((each) => `  ${each}`), "");
  };
  const clock = (moment: string) => moment.slice(0, 16).replace("T", " ");
  if (answer.timeline.length === 0) lines.push(say(headings.nothing), "");
  if (answer.label === "bounds" || answer.label === "open") lines.push(say(headings.notProved), "");
  section(
    headings.happened,
    answer.timeline.map(({ at, actor, what, rows }) => {
      const places = rows.map(({ file, row }) => `${file}:${row}`).join(", ");
      return `${clock(at)}  ${say(actorWords[actor]!)}  ${titleOf(what)}  (${places === "" ? say(headings.unseen) : places})`;
    }),
  );
  section(
    headings.missing,
    answer.missingLinks.flatMap(({ takes, gives, fits, from, to }) => [
      `${clock(from)} – ${clock(to)}`,
      `  ${say(headings.takes)}: ${takes.join(", ") || "?"}`,
      `  ${say(headings.gives)}: ${gives.join(", ")}`,
      `  ${say(headings.fits)}: ${fits.map(titleOf).join("; ") || say(headings.none)}`,
    ]),
  );
  section(
    headings.open,
    answer.open.map(({ kind, what, because }) => {
      const places = because.rows.map(({ file, row }) => `${file}:${row}`);
      return `${say(openWords[kind])}: ${what}${places.length === 0 ? "" : ` (${places.slice(0, 5).join(", ")})`}`;
    }),
  );
  section(
    headings.questions,
    answer.questions.map(({ id, status, answer: found, wouldAnswer }) =>
      status === "unanswered"
        ? `${say(questionWords[id])} → ${wouldAnswer.map((each) => say(exportWords[each]!)).join("; ")}`
        : `${say(questionWords[id])} ${found.map(titleOf).join(status === "between" ? " / " : ", ")}`,
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
