/** What a step's details say: how long, what is seen of it, and how to contest it. */
import { both, counted, groupDigits } from "../../../src/report/index.ts";

export const wayWords = {
  moreSteps: both(
    (count: number) => `${counted(count, "more step")}`,
    (count) => `另有 ${groupDigits(count)} 步`,
  ),
  unfold: both("Show them", "展开"),
  works: both("As things are, this step works.", "按现在的情况，这一步办得成。"),
  changed: both("now harder", "变难了"),
  nowAfter: both(
    (duration: string) => `now after ${duration}`,
    (duration) => `现在要 ${duration}后`,
  ),
  changedBy: both(
    (measures: string) => `It still works, but they ask for more or it takes longer: ${measures}`,
    (measures) => `还办得成，但要核对的更多，或更慢：${measures}`,
  ),
  howLong: both("How long", "要多久"),
  takes: both(
    ({ least, usual }: Takes) => `at least ${least}, usually ${usual}`,
    ({ least, usual }) => `最少 ${least}，多为 ${usual}`,
  ),
  open: both(
    (hours: string) => `open ${hours}`,
    (hours) => `办理时间：${hours}`,
  ),
  atMost: both(
    ({ times, per }: HowOften) => `at most ${counted(times, "time")} in ${per}`,
    ({ times, per }) => `${per}内至多 ${groupDigits(times)} 次`,
  ),
  atMostEver: both(
    (times: number) => (times === 1 ? "once ever" : `at most ${counted(times, "time")} ever`),
    (times) => `总共至多 ${groupDigits(times)} 次`,
  ),
  atMostSumEver: both(
    (amount: string) => `at most ${amount} ever`,
    (amount) => `总共至多 ${amount}`,
  ),
  atMostSum: both(
    ({ amount, per }: HowMuch) => `at most ${amount} in ${per}`,
    ({ amount, per }) => `${per}内至多 ${amount}`,
  ),
  leaves: both("What can be seen of it", "会留下什么"),
  leavesNothing: both("nothing we know of", "据我们所知没有"),
  onRequest: both("kept by them, seen only when asked for", "由对方保存，要去查才看得到"),
  sms: both(
    (to: string) => `a text message to ${to}`,
    (to) => `一条短信，发到${to}`,
  ),
  call: both(
    (to: string) => `a call to ${to}`,
    (to) => `一个电话，打到${to}`,
  ),
  mail: both(
    (to: string) => `an email to ${to}`,
    (to) => `一封邮件，发到${to}`,
  ),
  notice: both(
    (to: string) => `a notice on ${to}`,
    (to) => `一条通知，出现在${to}`,
  ),
  row: both(
    (to: string) => `a row in the statement of ${to}`,
    (to) => `账单上的一行：${to}`,
  ),
  "kick-off": both(
    (to: string) => `the owner is signed out of ${to}`,
    (to) => `机主被挤下线：${to}`,
  ),
  record: both(
    (to: string) => `a record about ${to}`,
    (to) => `一条内部记录，关于${to}`,
  ),
  letter: both(
    (to: string) => `a letter about ${to}`,
    (to) => `一封信，关于${to}`,
  ),
  from: both(
    (sender: string) => `from ${sender}`,
    (sender) => `来自 ${sender}`,
  ),
  contest: both("How to contest it", "怎样提出异议"),
  contestSay: both(
    "Say that it was not you, and ask for it to be stopped or undone.",
    "说明不是你本人操作，要求停止或撤销。",
  ),
  contestRecord: both(
    "Ask for their record of it: when, by which channel, from which number or device.",
    "要求查这一步的记录：什么时间、什么渠道、哪个号码或设备。",
  ),
  contestDiscretion: both(
    "Here an agent can decide: ask on what grounds it was allowed.",
    "这一步客服可以通融：问清是凭什么放行的。",
  ),
  contestDelay: both(
    (duration: string) => `It only takes effect after ${duration}: until then, have it cancelled.`,
    (duration) => `提出后 ${duration}才生效：在那之前要求取消。`,
  ),
  noContacts: both(
    "We have no number of theirs: use the one on the card, the contract or their own site.",
    "没查到他们的电话：用卡背面、合同或官网上的号码。",
  ),
  byHand: both(
    "Nobody runs this step: it is done with what is in their hands. Only what is set beforehand stops it.",
    "这一步没有机构经手：对方凭手里的东西就能做。只有事先设好的办法拦得住。",
  ),
  askThem: both("What they could change, if asked", "可以要求他们改的"),
  yourself: both("What you can do yourself", "你自己能做的"),
  noMeasure: both("We found no measure that changes this step.", "没查到能改变这一步的办法。"),
};

interface Takes {
  readonly least: string;
  readonly usual: string;
}
interface HowMuch {
  readonly amount: string;
  readonly per: string;
}

interface HowOften {
  readonly times: number;
  readonly per: string;
}
