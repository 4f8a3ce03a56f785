/** What a report says of verdicts, in both languages: what can be taken, what is not ruled out, what to find out. */
import { marks } from "./marks.ts";
import { both, counted, groupDigits, type Lang, type WordsOf, wordsIn } from "./words.ts";

const table = {
  // --- the bottom line ------------------------------------------------------------------------------------------------
  nothingRead: both(
    ({ unread, of, isAllMoney }: Unread) =>
      `Nothing we have read ${isAllMoney ? "takes your money" : "does any of this harm"}. That is not safety: ${
        of === 0
          ? "no service is named, so only what services of their kind usually ask was counted."
          : `${groupDigits(unread)} of ${counted(of, "thing")} about the services you use nobody has read.`
      }`,
    ({ unread, of, isAllMoney }) =>
      `查到的办法都${isAllMoney ? "拿不走你的钱" : "造成不了这些损失"}，但这不等于“安全”：${
        of === 0
          ? "没有写明是哪几家，只按同类服务通常的做法算。"
          : `你用的服务里，${groupDigits(of)} 件事有 ${groupDigits(unread)} 件还没人查过。`
      }`,
  ),
  nearToo: both(
    ({ count, money }: Sum) =>
      `Not ruled out either: ${counted(count, "further loss", "further losses")}${money === undefined ? "" : `, up to ${money}`}, because nobody has read how some services work.`,
    ({ count, money }) =>
      `另有 ${groupDigits(count)} 处不能排除${money === undefined ? "" : `，最多 ${money}`}：有些服务怎么做，还没人查过。`,
  ),
  near: both(
    ({ count, money }: Sum) =>
      `Not ruled out: ${counted(count, "loss", "losses")}${money === undefined ? "" : `, up to ${money}`}.`,
    ({ count, money }) =>
      `不能排除：${groupDigits(count)} 处${money === undefined ? "" : `，最多 ${money}`}。`,
  ),

  alsoNear: both(
    (count: number) => `not ruled out: ${groupDigits(count)}`,
    (count) => `不能排除的有 ${groupDigits(count)} 处`,
  ),
  notPlayed: both(
    ({ count, losses }: { readonly count: number; readonly losses: string }) =>
      `${count === 1 ? "One loss is" : `${groupDigits(count)} losses are`} not ruled out and in none of these nights, because nobody has read what ${count === 1 ? "it rests" : "they rest"} on: ${losses}.`,
    ({ count, losses }) =>
      `另有 ${groupDigits(count)} 处不能排除，因为没人查过，哪一夜里都没有演：${losses}。`,
  ),
  leakedCounted: both(
    (known: string) => `This counts as known, because such things leak: ${known}.`,
    (known) => `以下资料常有泄露，按对方已知道算：${known}。`,
  ),
  ifNotLeaked: both(
    ({ reached, near, isAllMoney }: WithoutLeaks) =>
      `If nobody knows them: ${reached.count === 0 ? `nothing we have read ${isAllMoney ? "takes your money" : "does any of this harm"}` : `${counted(reached.count, "loss", "losses")} can be taken`}${reached.money === undefined ? "" : ` (${reached.money})`}, ${near.count === 0 ? "what nobody has read is not in it" : `${groupDigits(near.count)} not ruled out${near.money === undefined ? "" : ` (${near.money})`}`}.`,
    ({ reached, near, isAllMoney }) =>
      `如果没有人知道这些：${reached.count === 0 ? `查到的办法都${isAllMoney ? "拿不走你的钱" : "造成不了这些损失"}` : `能被拿走 ${groupDigits(reached.count)} 处`}${reached.money === undefined ? "" : `（${reached.money}）`}，${near.count === 0 ? "没查过的不在里面" : `不能排除 ${groupDigits(near.count)} 处${near.money === undefined ? "" : `（${near.money}）`}`}。`,
  ),

  // --- the verdicts -----------------------------------------------------------------------------------------------------
  canBeTaken: both("Can be taken: each step has been read somewhere", "能被拿走：每一步都有据可查"),
  notRuledOut: both("Not ruled out: nobody has read what these rest on", "不能排除：关键的地方还没人查过"),
  unreadHere: both(
    (question: string) => `Nobody has read: ${question}`,
    (question) => `${question}，还没人查过`,
  ),
  mostDo: both(
    ({ seenAt, of }: Seen) =>
      `${2 * seenAt > of ? "most" : "half the"} services of its kind do it in a way that lets a thief in (${seenAt} of ${of} read)`,
    ({ seenAt, of }) =>
      2 * seenAt > of
        ? `同类服务多半会让贼得手（查过的 ${of} 家里有 ${seenAt} 家）`
        : `同类服务有一半会让贼得手（查过的 ${of} 家里有 ${seenAt} 家）`,
  ),
  someDo: both(
    ({ seenAt, of }: Seen) =>
      of === seenAt
        ? `${of === 1 ? "the one service of its kind that was read lets" : `${of === 2 ? "both" : `all ${of}`} of its kind that were read let`} a thief in this way`
        : `some services of its kind do it in a way that lets a thief in (${seenAt} of ${of} read)`,
    ({ seenAt, of }) =>
      of === seenAt
        ? `同类服务里查过的 ${of} 家${of === 1 ? "" : "，家家"}都会让贼得手`
        : `同类服务有的会让贼得手（查过的 ${of} 家里有 ${seenAt} 家）`,
  ),
  noneSeen: both(
    (of: number) =>
      of === 0
        ? "no service of its kind has been read for it"
        : `${of === 1 ? "the one service of its kind that was read does not let" : `none of the ${counted(of, "service")} of its kind that were read lets`} a thief in this way, which says nothing about this one`,
    (of) =>
      of === 0
        ? "同类服务也都没人查过"
        : `查过的 ${groupDigits(of)} 家同类服务不会这样让贼得手，但不能代表这一家`,
  ),
  otherwise: both(
    (question: string) => `Only another way has been read: ${question}`,
    (question) => `${question}，只查到过别的办法`,
  ),
  anyPlace: both(
    "It can be any bank or lender, also one where you have nothing; nobody has read what each of them asks.",
    "任何一家银行或贷款平台都有可能，没用过的也算；各家要验证什么，没人全查过。",
  ),
  ifSo: both("if so", "若如此"),
  onlyIfLooser: both(
    ({ institutions, count, money, losses }: Looser) =>
      `Only if ${institutions} ${/ or |, /.test(institutions) ? "have" : "has"} a looser way than the one we have read: ${counted(count, "loss", "losses")}${money === undefined ? "" : `, up to ${money}`} (${losses}).`,
    ({ institutions, count, money, losses }) =>
      `除非${institutions}还有比我们查到的更松的办法：${groupDigits(count)} 处${money === undefined ? "" : `，最多 ${money}`}（${losses}）。`,
  ),
  or: both(" or ", "或"),
  andMore: both(
    (count: number) => `${groupDigits(count)} more`,
    (count) => `另外 ${groupDigits(count)} 家`,
  ),
  moreLosses: both(
    (count: number) => `${groupDigits(count)} more`,
    (count) => `另外 ${groupDigits(count)} 处`,
  ),
  /** `within`: where only a time was asked about; unsaid, it would be read as said of ever. */
  ruledOut: both(
    (losses: string, within?: string) =>
      `Not even if every service you use were as weak as the weakest we know${within === undefined ? "" : `, within ${within}`}: ${losses}.`,
    (losses, within) =>
      `就算你用的每一家都像已知最松的那家，${within === undefined ? "" : `${within}内`}也拿不走：${losses}。`,
  ),
  ruledOutOf: both(
    "That is said only of somebody who has what is named above, and of things as you entered them. Somebody who has more, such as a forged document or a bribed agent, may still get there: ask with that start.",
    "这只针对手里有上面这些东西的人，也只按你填的情况算。对方要是还有别的，比如假证件，或者买通了内部的人，仍可能得手：换成那种情况再问。",
  ),
  nothingInHand: both(
    "Nothing is said to be in other hands, so nothing of yours is ruled out. Say what is gone: the phone, a card, the SIM card.",
    "还没说有什么落到别人手里，所以什么都不能排除。请先说丢了什么：手机、银行卡，还是手机卡。",
  ),
  unjudged: both(
    (sums: string) => `Not checked, because nothing has been read that takes it: ${sums}.`,
    (sums) => `没查过有什么办法会动到它，所以不能说没有风险：${sums}。`,
  ),
  sumOf: both(
    ({ thing, attribute, money }: SumOf) => `the ${attribute} of ${thing}, ${money ?? "of unknown size"}`,
    ({ thing, attribute, money }) => `${thing}的${attribute}（${money ?? "数目不明"}）`,
  ),
  attribute_balance: both("balance", "余额"),
  attribute_credit: both("credit line", "信用额度"),
  attribute_loan: both("loan on offer", "可借额度"),
  attribute_other: both("sum", "金额"),

  // --- what to do first -------------------------------------------------------------------------------------------------
  first: both("What to do first", "先做什么"),
  today: both(
    (measure: string) =>
      `Today: ${measure}. And write the numbers below on paper, to have them whatever is gone.`,
    (measure) => `今天就做：${measure}。再把下面的电话抄在纸上，丢了什么都能打。`,
  ),
  writeDown: both(
    "Today: write the numbers below on paper, to have them whatever is gone. We know of no habit that stops this; quick calls do most.",
    "今天就做：把下面的电话抄在纸上，丢了什么都能打。没查到靠平时习惯就能拦住的办法，出事后电话打得快最管用。",
  ),
  todayOnly: both(
    (measure: string) => `Today: ${measure}.`,
    (measure) => `今天就做：${measure}。`,
  ),
  blockCredit: both(
    "Today: if new credit can be blocked where you live, have it blocked, for a loan in your name can be taken where you have nothing. Look through your credit report too.",
    "今天就做：当地能停办新贷款的，去把它停掉，因为冒名贷款在你没用过的地方也能办成；再查一遍自己的信用报告。",
  ),
  nobodyToCall: both(
    "We know of no habit that stops this, and of nobody to call for it.",
    "没查到靠平时习惯就能拦住的办法，也没查到可以打给谁。",
  ),
  noLock: both(
    (device: string) =>
      `There is no screen lock on ${device}: set one today. Found or stolen while locked it is not open in their hands; snatched while in use it still is.`,
    (device) =>
      `${device}没设锁屏密码，今天就设上：锁着的时候丢了，对方拿到的就不是开着的手机；正用着被抢走，还是拦不住。`,
  ),
  answerFirst: both(
    ({ notices, count, of }: AnswerFirst) =>
      `If you are told of ${notices} and it was not you, call it off at once: in time, that stops ${count < of ? `${groupDigits(count)} of the ${groupDigits(of)}` : of === 1 ? "the one loss" : `all ${groupDigits(of)}`} that can be taken.`,
    ({ notices, count, of }) =>
      `收到${notices}的提醒，又不是自己办的，马上叫停：来得及的话，能被拿走的${of === 1 ? "那一处" : ` ${groupDigits(of)} 处`}${count < of ? `里能拦住 ${groupDigits(count)} 处` : of === 1 ? "就能拦住" : "全都能拦住"}。`,
  ),
  moreNotices: both(
    (count: number) => `${groupDigits(count)} more`,
    (count) => `另外 ${groupDigits(count)} 项`,
  ),
  noticeOf: both(
    (flow: string, institution: string) => `${flow} (${institution})`,
    (flow, institution) => `${institution}“${flow}”`,
  ),
  atOnce: both("If it happens, at once, from another device:", "一旦出事，马上用别的设备："),
  writeDownOnly: both(
    "Today: write the numbers below on paper, to have them whatever is gone; quick calls do most.",
    "今天就做：把下面的电话抄在纸上，丢了什么都能打；出事后电话打得快最管用。",
  ),
  ifItHappens: both(
    "If it happens, or the phone suddenly has no signal, call in this order, from any phone:",
    "一旦出事，或者手机突然没信号，借一部电话，按这个顺序打：",
  ),
  callFor: both(
    ({ whom, numbers, acts, holds }: Call) => `${whom}, ${numbers}: ${acts}. ${holds}`,
    ({ whom, numbers, acts, holds }) => `${whom}，${numbers}：${acts}。${holds}`,
  ),
  takeBack: both(
    (what: string) =>
      `take back ${what}: sign in on a device of your own, change the password, sign everybody else out, delete forwarding that is not yours`,
    (what) => `把${what}拿回来：用自己的设备登录，改密码，让其他设备全部下线，不是自己设的自动转发都删掉`,
  ),
  takeBackElse: both("If you cannot sign in, use its account recovery.", "登不进去就走它的账号找回。"),
  ownSite: both("on its own site or in its app", "用它自己的网站或应用"),
  orNumber: both(" or ", "，或 "),
  moreCalls: both(
    (count: number) =>
      count === 1
        ? "One more place is to be called after these: see what could be lost, below."
        : `${count} more places are to be called after these: see what could be lost, below.`,
    (count) => `之后还有 ${count} 家要打，见下面可能损失的各项。`,
  ),
  whoRunsIt: both("the company that runs it", "办这项业务的那一家"),
  phoneMaker: both("the phone maker", "手机厂商"),
  findNumber: both(
    "number to be found today on the card, the contract, a bill or in the official app",
    "电话今天就从卡背面、合同、账单或官方应用里抄下来",
  ),
  findPhone: both("“find my phone” on the web, from any other phone", "用别的手机或电脑打开“查找手机”网页"),
  holdsLapse: both(
    (duration: string) =>
      `It ends by itself after ${duration}: before that, follow up in person or in writing as they say.`,
    (duration) => `${duration}后自动失效：在那之前按对方说的去柜台或书面补办。`,
  ),
  holdsUnread: both("How long that holds nobody has read: ask.", "能管多久还没人查过，办的时候问清楚。"),
  holdsOn: both("Nothing that was read lets others undo it.", "查过的流程里，没有别人能解开的。"),
  holdsHere: both(
    "Nothing that was read lets them undo it with what they have here.",
    "照这里的情况，查过的流程里没有对方能解开的。",
  ),
  holdsAtOnce: both(
    (duration: string) =>
      `Done at once, nothing that was read lets others undo it; from ${duration} after it began they can: check, and ask again.`,
    (duration) => `马上办，查过的流程里没有别人能解开的；出事 ${duration}后对方就能解开：要再查，再办。`,
  ),
  holdsFor: both(
    (duration: string) => `At worst it is undone after ${duration}: check, and ask again.`,
    (duration) => `最坏 ${duration}后就会被解开，要再查，再办。`,
  ),

  // --- what to find out -------------------------------------------------------------------------------------------------
  findOut: both("Find out one thing", "先查清一件事"),
  decides: both(
    ({ question, decided, of }: Decides) =>
      `${question}. It decides ${groupDigits(decided)} of ${groupDigits(of)}.`,
    ({ question, decided, of }) =>
      `${question}？${groupDigits(of)} 处里有 ${groupDigits(decided)} 处取决于它。`,
  ),
  ifNo: both(
    ({ count, money }: Sum) =>
      `If no thief gets in this way there: ${counted(count, "loss comes", "losses come")} off this list${money === undefined ? "" : ` (${money})`}.`,
    ({ count, money }) =>
      `如果贼不能这样得手：这里就少 ${groupDigits(count)} 处${money === undefined ? "" : `（${money}）`}。`,
  ),
  ifYes: both(
    ({ count, money }: Sum) =>
      `If one does: ${counted(count, "further loss", "further losses")} can be taken${money === undefined ? "" : ` (${money})`}.`,
    ({ count, money }) =>
      `如果能：又有 ${groupDigits(count)} 处能被拿走${money === undefined ? "" : `（${money}）`}。`,
  ),
  ifYesAlone: both(
    "If one does: that alone takes nothing yet, other things on this list must be found out too.",
    "如果能：单凭这一条还拿不走什么，还要看别的。",
  ),
  noneDecides: both(
    "No single question takes a loss off this list. What most of it rests on:",
    "没有哪个问题单独就能让这里少一处。影响最多的是：",
  ),
  next: both(
    (questions: string) => `Then: ${questions}.`,
    (questions) => `接着查：${questions}。`,
  ),
  settleAll: both(
    ({ count, questions, left }: SettleAll) =>
      `A no to these ${groupDigits(count)} questions ${left === undefined ? "empties the list" : `leaves one thing on the list that no question settles (${left})`}: ${questions}.`,
    ({ count, questions, left }) =>
      `下面 ${groupDigits(count)} 个问题如果都不能让贼得手，这里${left === undefined ? "就空了" : `就只剩一处，问谁都定不下来（${left}）`}：${questions}。`,
  ),

  // --- what helps -------------------------------------------------------------------------------------------------------
  helpsNear: both("What helps against what is not ruled out", "对不能排除的，怎样做有用"),
  moves: both(
    ({ count, money }: Sum) =>
      `${counted(count, "loss", "losses")}${money === undefined ? "" : ` (${money})`} become${count === 1 ? "s" : ""} harder to take, as the nearest way there is today is shut`,
    ({ count, money }) =>
      `${groupDigits(count)} 处${money === undefined ? "" : `（${money}）`}会更难丢：现在最近的那条路走不通了`,
  ),
  together: both(
    (measures: string) => `Enough for all that habits can do: ${measures}.`,
    (measures) => `习惯能做到的，做这些就够：${measures}。`,
  ),
  nearCut: both(
    ({ count, money, measures, effort }: NearCutSaid) =>
      `Least effort that also shuts the ways not read: ${measures} · effort ${effort}. It shuts all we can think of, but a looser way than any read, to ${counted(count, "loss", "losses")}${money === undefined ? "" : ` (${money})`}.`,
    ({ count, money, measures, effort }) =>
      `连没查过的路也一起切断，最省工夫的做法：${measures}（工夫 ${effort}）。有 ${groupDigits(count)} 处${money === undefined ? "" : `（${money}）`}，做完后除非有比查到的更松的办法，就拿不走了。`,
  ),
  noHabit: both(
    ({ count, institutions, isOwn, isAnyPlace }: NoHabit) =>
      [
        `No habit of yours stops ${count === 1 ? "the last one" : `${groupDigits(count)} of these`} altogether${institutions === "" ? "." : `: that depends on ${institutions}. Ask them.`}`,
        ...(isOwn
          ? [
              `Look through your own email and photos${institutions === "" ? "" : " too"}, and delete what shows papers, cards or passwords.`,
            ]
          : []),
        ...(isAnyPlace
          ? [
              "A loan in your name may be given anywhere: if new credit can be blocked where you live, have it blocked now; and look through your credit report after a theft.",
            ]
          : []),
      ].join(" "),
    ({ count, institutions, isOwn, isAnyPlace }) =>
      [
        `有 ${groupDigits(count)} 处没有哪个习惯能完全挡住${institutions === "" ? "。" : `，要看${institutions}怎么做：要去问清楚。`}`,
        ...(isOwn
          ? [
              `自己的邮箱和相册${institutions === "" ? "" : "也"}要翻一遍，证件、银行卡、密码的照片和邮件都删掉。`,
            ]
          : []),
        ...(isAnyPlace
          ? [
              "冒名贷款在哪家都可能办成：当地能停办新贷款的，现在就去办；丢了东西以后，再查一遍自己的信用报告。",
            ]
          : []),
      ].join(""),
  ),

  // --- what it rests on -------------------------------------------------------------------------------------------------
  read: both("read", "查了多少"),
  aspects: both(
    ({ read, of }: Aspects) =>
      of === 0
        ? "no service is named; what services of their kind usually ask was counted"
        : `read: ${groupDigits(read)} of ${counted(of, "thing")} about the services you use; the other ${groupDigits(of - read)} nobody has read`,
    ({ read, of }) =>
      of === 0
        ? "没有写明是哪几家，按同类服务通常的做法算"
        : `你用的服务里，${groupDigits(of)} 件事查过 ${groupDigits(read)} 件；另外 ${groupDigits(of - read)} 件还没人查过`,
  ),
  exactFigures: both(
    "the figures of what can be taken are exact by what was read; what nobody has read is not in them",
    "能被拿走的数字按查到的业务算得完整；没人查过的不在里面",
  ),
};

interface Call {
  readonly whom: string;
  readonly numbers: string;
  /** What is asked for, as acts. */
  readonly acts: string;
  readonly holds: string;
}

interface Unread {
  readonly unread: number;
  readonly of: number;
  /** All that could be lost is money. */
  readonly isAllMoney: boolean;
}
interface Sum {
  readonly count: number;
  readonly money: string | undefined;
}
interface WithoutLeaks {
  readonly reached: Sum;
  readonly near: Sum;
  readonly isAllMoney: boolean;
}
interface Seen {
  readonly seenAt: number;
  readonly of: number;
}
interface Looser extends Sum {
  readonly institutions: string;
  /** By name, the first few. */
  readonly losses: string;
}
interface SumOf {
  readonly thing: string;
  readonly attribute: string;
  readonly money: string | undefined;
}
interface Decides {
  readonly question: string;
  readonly decided: number;
  readonly of: number;
}
interface AnswerFirst {
  readonly notices: string;
  /** So many of the losses in reach are stopped by whoever answers. */
  readonly count: number;
  readonly of: number;
}
export interface NoHabit {
  readonly count: number;
  /** Empty: it depends on nobody but the owner. */
  readonly institutions: string;
  /** It hangs on what lies in the owner's own mail or among their photographs. */
  readonly isOwn: boolean;
  /** It may be done at any bank or lender: there is nobody to ask, and something to do all the same. */
  readonly isAnyPlace: boolean;
}
interface NearCutSaid extends Sum {
  readonly measures: string;
  readonly effort: string;
}
interface SettleAll {
  readonly count: number;
  readonly questions: string;
  /** What may come of any place, whatever is found out; absent: nothing. */
  readonly left: string | undefined;
}
interface Aspects {
  readonly read: number;
  readonly of: number;
}

export type VerdictWords = WordsOf<typeof table>;
export const verdictWords = (lang: Lang): VerdictWords => wordsIn(table, lang);

/** `Alipay or JD`, `支付宝或京东`. */
export const either = (names: readonly string[], lang: Lang): string =>
  names.length < 2
    ? names.join("")
    : names.slice(0, -1).join(marks[lang].list) + verdictWords(lang).or + (names.at(-1) ?? "");
