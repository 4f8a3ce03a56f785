/** What the report of an audit says around the catalogue's own texts, in both languages. */
import { inBrackets, spaced } from "./marks.ts";
import { type Both, both, counted, groupDigits, type Lang, type WordsOf, wordsIn } from "./words.ts";

const table = {
  and: both(" and ", "，又"),
  heldMore: both(
    (count: number) => `, and has or knows ${counted(count, "other thing")}`,
    (count) => `，另外还有 ${groupDigits(count)} 项`,
  ),
  none: both("none", "无"),

  // --- the bottom line ------------------------------------------------------------------------------------------------
  whoever: both(
    (held: string) => `Somebody who ${held}`,
    (held) => `对方${held}`,
  ),
  askedOf: both(
    (held: string) => `Asked of somebody who ${held}.`,
    (held) => `这里问的是：对方${held}。`,
  ),
  couldTake: both(
    ({ money, isMore, count }: Stake) =>
      `could take ${isMore ? `at least ${money}, and more of unknown size,` : `up to ${money}`}${count > 1 ? ` in ${groupDigits(count)} places` : ""}`,
    ({ money, isMore, count }) =>
      `，${isMore ? `至少可能造成 ${money} 的损失，另有数目不明的` : `最多可能造成 ${money} 的损失`}${count > 1 ? `（共 ${groupDigits(count)} 处）` : ""}`,
  ),
  couldTakeUnknown: both(
    (count: number) => `could cause ${count > 1 ? `${groupDigits(count)} losses` : "a loss"} of unknown size`,
    (count) => `，就可能造成${count > 1 ? ` ${groupDigits(count)} 处` : ""}数目不明的损失`,
  ),
  couldDo: both(
    (money: string | undefined, others: readonly string[]) => {
      const all = [...(money === undefined ? [] : [money]), ...others.map((each) => `could ${each}`)];
      return all
        .map((each, i) => (i === 0 ? each : i === all.length - 1 ? ` and ${each}` : `, ${each}`))
        .join("");
    },
    (money, others) =>
      `${money ?? ""}${others.length === 0 ? "" : `${money === undefined ? "，可能" : "，还可能"}${others.join("、")}`}`,
  ),
  firstHarmAfter: both(
    ({ duration, steps }: First) =>
      `the first of it after ${duration} at the earliest, in ${counted(steps, "step")}.`,
    ({ duration, steps }) => `最快 ${duration}、${groupDigits(steps)} 步就能做到第一件。`,
  ),
  firstAfter: both(
    ({ duration, steps }: First) =>
      `the first after ${duration} at the earliest, in ${counted(steps, "step")}.`,
    ({ duration, steps }) => `最快 ${duration}、${groupDigits(steps)} 步就能得手第一笔。`,
  ),
  atOnce: both("the first of it at once.", "第一笔马上就能得手。"),
  noLoss: both(
    ({ count, within }: Nothing) =>
      `${count === 1 ? "could not take the one loss" : `could take none of the ${groupDigits(count)} losses`} we know of${within === undefined ? "" : ` within ${within}`}, by the services the catalogue has checked.`,
    ({ count, within }) =>
      `，照流程库查到的${within === undefined ? "" : `，${within}内`}拿不走已知的${count === 1 ? "那一笔" : ` ${groupDigits(count)} 笔中的任何一笔`}。`,
  ),
  withinOnly: both(
    (duration: string) => `Within ${duration} of its beginning:`,
    (duration) => `出事后 ${duration}内：`,
  ),
  noLossKnown: both(
    "No possible loss is written down in this record, so nothing can be said of one.",
    "这份资料没有记下任何可能的损失，因此无从判断。",
  ),
  neverSafe: both(
    "That says something about the services the catalogue has checked, and about nothing else.",
    "这只说明流程库查过的业务，没查过的不代表没有。",
  ),

  // --- headings -------------------------------------------------------------------------------------------------------
  fastestWay: both("The fastest way", "最快的一条路"),
  otherWays: both("Other ways to the same loss", "通向同一处的其他路"),
  allLosses: both("Everything that could be lost", "可能损失的全部"),
  whatStops: both(
    (within: string | undefined) =>
      `What stops all that can be taken${within === undefined ? "" : ` within ${within}`}, least effort first`,
    (within) => `${within === undefined ? "" : `${within}内`}能被拿走的，怎样全部切断（各方最省工夫的办法）`,
  ),
  notProven: both(
    "Not proven, and counted in none of these: the sources contradict each other on whether it holds",
    "没有证实，上面都没有算它：管不管用，说法互相矛盾",
  ),
  answered: both(
    "What somebody stops who answers a notice in time, and loses who sleeps through it",
    "及时回应通知就能拦住、睡过去就拦不住的",
  ),
  answeringOpen: both(
    "Open: more steps wait here than are weighed together, so nobody knows what an answer in time would stop.",
    "未定：这里要等一段时间才生效的步骤太多，没有一起算；及时回应能拦住什么，不知道。",
  ),
  answerLimits: both(
    ({ amount, of, within }: { amount: string; of: string | undefined; within: string }) =>
      `answering limits it to ${amount}${of === undefined ? "" : ` of ${of}`} within ${within}, and does not stop it:`,
    ({ amount, of, within }) =>
      `回应后，${within}内最多损失 ${amount}${of === undefined ? "" : `（不回应是 ${of}）`}，但拦不住：`,
  ),
  answerAtSomeHours: both(
    "answering stops it only where the office opens in time; at other hours it is lost however fast the owner is:",
    "只有赶上机构办公时间才来得及叫停；在别的时间，机主回应得再快也拦不住：",
  ),
  noticeInHours: both(
    (hours: string) =>
      `in time only where the notice comes in these hours, and is answered while the office is open: ${hours}`,
    (hours) => `只有在这些时间收到通知、又赶在对方办公时间里回应，才来得及：${hours}`,
  ),
  answerAll: both("each of these has to be answered:", "下面每一条都要回应："),
  noticeWaits: both(
    ({ where, flow, seen }: NoticeWaits) => `${where}: “${flow}” waits, and the owner is told of it: ${seen}`,
    ({ where, flow, seen }) => `${where}：“${flow}”要等一段时间才生效，期间会告知机主：${seen}`,
  ),
  noticeHeldBack: both(
    ({ where, flow, seen, until = "" }: NoticeWaits) =>
      `${where}: the owner is told of “${flow}”: ${seen}; until it lapses, this holds back what it opens: ${until}`,
    ({ where, flow, seen, until = "" }) =>
      `${where}：“${flow}”会告知机主：${seen}；在这段时间过去之前，对方拿到的还用不上：${until}`,
  ),
  noticeCall: both(
    ({ by, first, within }: NoticeCall) =>
      `call it off within ${within} of the notice: ${first === undefined ? "" : `${first}, then `}“${by}”`,
    ({ by, first, within }) =>
      `收到后 ${within}内叫停：${first === undefined ? "" : `先${first}，再`}“${by}”`,
  ),
  noticeFrom: both(
    (duration: string) =>
      `the notice comes ${duration} after the start at the earliest, and again each time they try`,
    (duration) => `从一开始算，最快 ${duration}后收到；对方每试一次，就要再回应一次`,
  ),
  seenAsText: both(
    (line: string) => `a text to ${line}`,
    (line) => spaced("发到", line, "的短信"),
  ),
  seenAsMail: both(
    (mailbox: string) => `an email to ${mailbox}`,
    (mailbox) => spaced("发到", mailbox, "的邮件"),
  ),
  seenAsNotice: both(
    (thing: string) => `a notice on ${thing}`,
    (thing) => spaced(thing, "上的通知"),
  ),
  aloneSuffices: both(
    (within: string | undefined) =>
      `Each of these alone stops all that can be taken${within === undefined ? "" : ` within ${within}`}`,
    (within) => `下面每一项单独就能切断${within === undefined ? "" : `${within}内`}能被拿走的全部`,
  ),
  front: both("Effort, and what could still be lost", "费多少工夫，还可能损失多少"),
  holding: both("How long a block lasts", "各种停用能管多久"),
  restsOn: both("What this rests on", "以上依据什么"),

  // --- the way ----------------------------------------------------------------------------------------------------------
  legend: both(
    "→ what the step gives; (3) comes from step 3, (0) was there from the start; times are the earliest possible",
    "→ 后面是这一步得到的；（3）表示来自第 3 步，（0）表示一开始就有；时间都是最早可能",
  ),
  sets: both("something is switched on or off", "某项设置变了"),
  unconfirmed: both("unconfirmed", "未证实"),
  unconfirmedNote: both(
    "unconfirmed: only unsigned or contradicting pages say so",
    "未证实：只有来源不明或互相矛盾的说法",
  ),
  discretion: both("depends on whether the person at the other end agrees", "要客服或柜员点头"),
  consent: both("only if the owner says yes to it", "要机主自己点头"),
  insider: both("only if somebody inside does it for them", "要有内部人员帮忙"),
  delayed: both(
    (duration: string) => `takes effect ${duration} after being asked for`,
    (duration) => `提出后要等 ${duration} 才生效`,
  ),
  waitsForEnd: both(
    (duration: string) => `waits ${duration} until a stop that was set has ended`,
    (duration) => `要等 ${duration}，等先前设下的限制到期`,
  ),
  comesAtEnd: both(
    (duration: string) => `what it gives comes ${duration} later, when a stop that was set has ended`,
    (duration) => `办完后还要等 ${duration}，等先前设下的限制到期才生效`,
  ),
  waits: both(
    (duration: string) => `waits ${duration} for opening hours`,
    (duration) => `要等 ${duration} 到办理时间`,
  ),
  assumed: both(
    (what: string) => `counted as possible, because nobody said: ${what}`,
    (what) => `没有人说明，按可能处理：${what}`,
  ),
  handsOn: both(
    ({ lower, upper }: Span) => `${lower === upper ? lower : `${lower} to ${upper}`} of work`,
    ({ lower, upper }) => `${lower === upper ? lower : `${lower}至 ${upper}`}`,
  ),
  otherBy: both(
    (work: string, flows: string) => `${work}, instead by: ${flows}`,
    (work, flows) => `${work}，改走：${flows}`,
  ),
  otherSubset: both(
    (work: string) => `${work}, by some of the steps above`,
    (work) => `${work}，只走上面的一部分步骤`,
  ),

  // --- tables -------------------------------------------------------------------------------------------------------------
  loss: both("loss", "损失"),
  amount: both("amount", "金额"),
  earliest: both("earliest", "最早"),
  steps: both("steps", "步数"),
  work: both("work", "动手时间"),
  basis: both("weakest basis", "最弱依据"),
  unknownAmount: both("not entered", "没填"),
  notReached: both(
    (losses: string) => `We found no way to: ${losses}.`,
    (losses) => `没查到能得手的路：${losses}。`,
  ),
  andMore: both(
    (count: number) => `and ${groupDigits(count)} more`,
    (count) => `另有 ${groupDigits(count)} 处`,
  ),
  effort: both("effort", "工夫"),
  stillOpen: both("could still be lost", "还可能损失"),
  measures: both("measures", "办法"),
  nothingDone: both("nothing done", "什么都不做"),
  condition: both("block", "停用"),
  setAtOnce: both("set at once", "马上办"),
  setLater: both("set later", "晚办"),
  again: both("again", "再解"),
  liftedBy: both("undone by", "怎么被解开"),
  holdsForGood: both("no way found", "没查到办法"),
  lapsesAfter: both(
    (duration: string) => `Ends by itself after ${duration}:`,
    (duration) => `${duration}后到期自动失效：`,
  ),
  nothingLifts: both(
    "In the services checked, we found no way for them to undo:",
    "查过的业务里，没查到别人能解开的：",
  ),
  holdingNote: both(
    "Set at once: before the intruder has done anything. Set later: from this long after it began they can undo it, once they have all they need. Again: each further time.",
    "马上办：对方还什么都没做。晚办：出事这么久以后，对方已拿到要用的，就能解开。再解：之后每解一次要多久。",
  ),

  // --- what stops it ----------------------------------------------------------------------------------------------------
  side_person: both("You", "你自己"),
  side_institution: both("The institutions", "机构"),
  side_both: both("Both together", "双方一起"),
  limitsOnly: both("What makes a loss smaller and does not stop it", "不能切断、但能让损失变小的"),
  limitsTo: both(
    ({ measure, loss, most, of, time }: Limits) =>
      `${measure}: limits “${loss}” to ${most} within ${time}${of === undefined ? "" : `, of ${of}`}; it does not stop it`,
    ({ measure, loss, most, of, time }) =>
      `${measure}：“${loss}”${time}内最多 ${most}${of === undefined ? "" : `（原来 ${of}）`}，切不断`,
  ),
  sameAs: both(
    (side: string) => `the same as: ${side}`,
    (side) => `与“${side}”相同`,
  ),
  effortOf: both(
    (effort: string) => `effort ${effort}`,
    (effort) => `工夫 ${effort}`,
  ),
  effortInAll: both(
    (effort: string) => `in all: effort ${effort}`,
    (effort) => `合计工夫 ${effort}`,
  ),
  cutOpen: both(
    "the search for it ended before anything was found; that says nothing about whether something stops it",
    "没查完就停了，还没找到；这不等于没有办法",
  ),
  nothingHelps: both(
    (count: number) =>
      count === 0
        ? "we know of nothing to do here; there may be something all the same"
        : `${count === 1 ? "the one thing we know of that can be done here stops" : `none of the ${groupDigits(count)} things we know of that can be done here stops`} ${count === 1 ? "none" : "any"} of it; there may be others`,
    (count) =>
      count === 0
        ? "我们不知道这里能做什么，但不等于没有办法"
        : `我们知道的 ${groupDigits(count)} 项办法都切不断任何一处，但不等于没有别的办法`,
  ),
  inTheNight: both(
    "in the night itself these buy time, and are set again when undone; what lasts longest comes first:",
    "出事的当夜，做这些能争取时间，被解开就再办；管得久的排在前面：",
  ),
  blockLasts: both(
    (act: string, duration: string) => `${act}: set at once, it lasts ${duration} at worst`,
    (act, duration) => `${act}：马上办，最坏能管 ${duration}`,
  ),
  blockNotUndone: both(
    (act: string) => `${act}: set at once, nothing that was read lets them undo it`,
    (act) => `${act}：马上办，查过的流程里没有别人能解开的`,
  ),
  putsOff: both(
    (later: string) => `nothing stops it for ever; these put the first loss off to ${later} after it began:`,
    (later) => `没有办法一劳永逸；做这些能把第一笔损失推迟到出事 ${later}后：`,
  ),
  askedAbout: both("asked about", "问的是"),
  onlyAbout: both(
    (goals: string) => `only this: ${goals}; other losses were not looked at`,
    (goals) => `只有：${goals}；别的损失没有看`,
  ),
  horizon: both("counted", "算多久"),
  noHorizon: both(
    "everything, however late: somebody who waits weeks still counts; `--within 13h` asks of one night",
    "不管多晚都算：等上几个星期再下手的也算；只看一夜用 `--within 13h`",
  ),
  withinHorizon: both(
    (duration: string) => `only what comes within ${duration}`,
    (duration) => `只算${duration}内的`,
  ),
  named: both(
    (step: string) => `“${step}”`,
    (step) => `“${step}”`,
  ),
  nothingNeeded: both("nothing needs to be done", "什么都不用做"),
  stopsPart: both(
    (left: string) => `does not stop everything; ${left} could still be lost`,
    (left) => `切不断全部；还可能损失 ${left}`,
  ),
  notProved: both(
    (least: string) => `a selection of less effort may exist, of ${least} or more`,
    (least) => `可能还有更省工夫的选法，但至少要 ${least}`,
  ),
  allInstitutions: both("all institutions together", "所有机构一起"),
  you: both("you", "你自己"),

  // --- what it rests on ---------------------------------------------------------------------------------------------------
  label: both("calculation", "计算"),
  label_exact: both(
    "exact: nothing was left out of the calculation; how reliable the facts are is said under “based on”",
    "完整：就填写的内容和查到的业务，没有漏算；业务可不可靠，看“依据”",
  ),
  label_bounded: both(
    "bounded: some figure is known only between two bounds, shown above, or a sum is at most what is said and may be less",
    "有界：有的数字只知道上下界，见上文；或者有的总额只知道不会更多，实际可能少些",
  ),
  label_truncated: both(
    "truncated: the search was cut short somewhere, so there may be other ways or easier measures",
    "截断：有的搜索没有做完，可能还有别的路，或更省工夫的办法",
  ),
  weakestBasis: both("based on", "依据"),
  coverage: both("checked", "查了多少"),
  judgedAll: both(
    (count: number) =>
      `something has been read about ${count === 1 ? "the one thing" : `each of the ${counted(count, "thing")}`} entered, not everything`,
    (count) => `填写的 ${groupDigits(count)} 项都有查到的内容，但不是样样都查过`,
  ),
  cutShort: both(
    (flows: string) => `too many combinations; not all were looked at in: ${flows}`,
    (flows) => `组合太多，这些流程没有全部看完：${flows}`,
  ),
  judged: both(
    ({ judged, things }: Judged) =>
      `${groupDigits(judged)} checked; not checked (which does not mean there is no risk): ${things}`,
    ({ judged, things }) => `查过 ${groupDigits(judged)} 项；没查过的（不代表没有风险）：${things}`,
  ),
  assumptions: both("assumed", "假定"),
  notTold: both(
    (relation: string, thing: string) =>
      `${thing}: “${relation}” is not known; every possibility was counted`,
    (relation, thing) => `${thing}的“${relation}”不清楚，各种可能都算进去了`,
  ),
  /** After “not filled in:” or “because nobody said:”, which have said already that it is not known. */
  unsaid: both(
    (relation: string, thing: string) => `${relation} (${thing}); every possibility was counted`,
    (relation, thing) => `${thing}的“${relation}”；各种可能都算进去了`,
  ),
  asOf: both("as of", "日期"),
  flowsInForce: both(
    (date: string) => `the flows in force on ${date}`,
    (date) => `${date}有效的流程`,
  ),
  flowsToday: both("the flows in force now", "现在有效的流程"),
  inForce: both("counted as done", "按做了算的"),
  setBefore: both("blocked beforehand", "事先已停用"),
  onceLifted: both("once the owner undoes it", "机主自己解除以后"),
  backInReach: both(
    ({ state, losses }: BackInReach) => `${state}: it is this that keeps away ${losses}`,
    ({ state, losses }) => `现在${state}，正因为这样才拦住了：${losses}`,
  ),
  sources: both("sources", "来源"),
  reading: both("meaning", "意思"),
  upperBound: both(
    "the worst and fastest case: the most an intruder could ever do, and the soonest; every step takes its shortest time",
    "按最坏、最快的情况算：对方最多能得手什么、最早什么时候；每一步都用最短时间",
  ),
  unconfirmedSteps: both(
    (count: number) => `${counted(count, "step")} of the fastest way unconfirmed`,
    (count) => `最快那条路里有 ${groupDigits(count)} 步未证实`,
  ),
};

interface BackInReach {
  readonly state: string;
  readonly losses: string;
}

interface NoticeWaits {
  readonly where: string;
  readonly flow: string;
  readonly seen: string;
  /** The conditions that hold it back; absent: it waits itself. */
  readonly until?: string;
}

interface NoticeCall {
  readonly by: string;
  readonly first: string | undefined;
  readonly within: string;
}

interface Limits {
  readonly measure: string;
  readonly loss: string;
  readonly most: string;
  readonly of: string | undefined;
  readonly time: string;
}

interface Stake {
  readonly money: string;
  readonly isMore: boolean;
  readonly count: number;
}
interface First {
  readonly duration: string;
  readonly steps: number;
}
interface Nothing {
  readonly count: number;
  readonly within: string | undefined;
}
interface Span {
  readonly lower: string;
  readonly upper: string;
}
interface Judged {
  readonly judged: number;
  readonly things: string;
}

export type AuditWords = WordsOf<typeof table>;
export const auditWords = (lang: Lang): AuditWords => wordsIn(table, lang);

/** An effort as a person says it: the three words of the notation, or a number. */
export function sayEffort(effort: number, lang: Lang): string {
  const word = (
    { 1: both("low", "小"), 3: both("medium", "中"), 10: both("high", "大") } as Readonly<
      Record<number, Both<string>>
    >
  )[effort];
  return word === undefined ? groupDigits(effort) : groupDigits(effort) + inBrackets(word[lang], lang);
}
