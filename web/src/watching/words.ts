/** What the page of operators says. */
import { both, counted } from "../../../src/report/index.ts";

export const watchingWords = {
  title: both("Watching · chainbreak", "值守 · chainbreak"),
  heading: both("Watching", "值守"),
  skip: both("Skip to the content", "跳到正文"),
  parts: both("Parts of the page", "页面各部分"),
  partOf: both(
    (part: string) => partsEn[part] ?? part,
    (part) => partsZh[part] ?? part,
  ),
  keyAsked: both("The key of your institution", "贵机构的密钥"),
  keyWhy: both(
    "It stays in this page and is forgotten when the page is closed. Somebody who runs the service gives it to you.",
    "密钥只留在本页，关掉就忘。向管理本服务的人索取。",
  ),
  begin: both("Begin", "开始值守"),
  wrongKey: both(
    "This key is unknown, or has expired. Ask somebody who runs the service for another.",
    "这个密钥查不到，或已过期。请向管理本服务的人另要一个。",
  ),
  mayNotLook: both(
    "This key may send events and may not look. Ask for one that may.",
    "这个密钥只能发事件，不能查看。请另要一个可以查看的。",
  ),
  locked: both(
    "Locked: nobody had touched this page for half an hour. Give the key again.",
    "半小时没有人操作，页面已锁上。请重新输入密钥。",
  ),
  notThere: both(
    "The service does not answer. What is shown is as it was, not as it is.",
    "服务没有回应。下面是先前的样子，不是现在。",
  ),
  failed: both("That was not kept. Try it again.", "没有存下。请再试一次。"),
  live: both("Live. Each decision is on the disk before it is answered.", "实时。每个决定先落盘，再答复。"),
  cut: both(
    (at: string) => `Cut off. This is how it was at ${at}, not how it is now. Trying again …`,
    (at) => `连接断开。下面是 ${at} 的样子，不是现在。正在重连……`,
  ),
  who: both(
    (institution: string) => institution,
    (institution) => institution,
  ),
  alone: both("sees its own events only", "只看到自己的事件"),
  shares: both(
    (agreement: string) => `shares by the agreement ${agreement}`,
    (agreement) => `按协议 ${agreement} 共享`,
  ),
  waiting: both(
    (count: number, isMore: boolean) =>
      isMore ? `Stepped up, held or blocked (the latest ${count})` : `Stepped up, held or blocked (${count})`,
    (count, isMore) => (isMore ? `补验、暂缓、拒绝的（最近 ${count} 件）` : `补验、暂缓、拒绝的（${count}）`),
  ),
  noneYet: both("Nothing so far. What is allowed is not listed here.", "目前没有。放行的不列在这里。"),
  passed: both(
    (count: number) => `${counted(count, "event")} allowed since this page was opened`,
    (count) => `打开本页以来放行 ${count} 件`,
  ),
  cases: both(
    (count: number) => `Open cases (${count})`,
    (count) => `未结的案子（${count}）`,
  ),
  noCases: both("No open case.", "没有未结的案子。"),
  closedCases: both(
    (count: number) => `Closed cases (${count})`,
    (count) => `已结的案子（${count}）`,
  ),
  anotherCase: both("Open another case", "另立一案"),
  caseFull: both(
    "The case is full of notes: this one was not kept. Open another case.",
    "这个案子的记录满了，这一笔没有存下。请另立一案。",
  ),
  heldFor: both(
    (time: string, isUntil: boolean) =>
      isUntil ? `Held for ${time} at most, or until that is given.` : `Held for ${time} at most.`,
    (time, isUntil) => (isUntil ? `最多暂缓 ${time}，出示了就放行。` : `最多暂缓 ${time}。`),
  ),
  rulesSpoke: both("Your rules that spoke:", "起作用的规则："),
  rulesInShadow: both("In shadow, deciding nothing:", "只试算、不作数的规则："),
  ruleWould: both(
    (rule: string, decision: string) => `${rule} → ${decision}`,
    (rule, decision) => `${rule} → ${decision}`,
  ),
  receiptOf: both(
    (word: string) => receiptsEn[word] ?? word,
    (word) => receiptsZh[word] ?? word,
  ),
  receiptAt: both(
    (receipt: string, at: string) => `${receipt}, told back at ${at}`,
    (receipt, at) => `${receipt}（${at} 回执）`,
  ),
  zone: both(
    (zone: string) => `Times are those of this computer (${zone}).`,
    (zone) => `时间按本机时区（${zone}）。`,
  ),
  choose: both(
    "Choose a decision on the list to see the person behind it.",
    "点列表里的一项，看这个人的经过。",
  ),
  person: both("Person", "客户"),
  gone: both(
    "Nobody by that name is kept here. The person may have been erased.",
    "这里没有保存这个人。可能已被抹除。",
  ),
  owner: both("It is the owner", "是本人"),
  somebody: both("It is somebody in their name", "有人冒用本人名义"),
  storyOf: both(
    (name: string) => storiesEn[name] ?? name,
    (name) => storiesZh[name] ?? name,
  ),
  earlierOnes: both("Show earlier ones as well", "再看更早的"),
  actAt: both(
    (act: string, where: string) => `${act} · ${where}`,
    (act, where) => `${act} · ${where}`,
  ),
  flowAt: both(
    (flow: string, where: string) => `${flow} (${where})`,
    (flow, where) => `${flow}（${where}）`,
  ),
  percent: both(
    (share: string) => `${share} %`,
    (share) => `${share}%`,
  ),
  fit: both(
    "How well each account fits everything seen so far. It is not guilt.",
    "这是各种经过与目前所见的吻合程度，不是嫌疑。",
  ),
  thisAct: both(
    (percent: string) => `${percent} % of acts like this one are somebody else's`,
    (percent) => `像这样的一步，${percent}% 是别人做的`,
  ),
  happenedHere: both("What happened", "经过"),
  latestFirst: both("the latest first", "最近的在前"),
  showAll: both(
    (count: number) => `Show ${counted(count, "ordinary event")} as well`,
    (count) => `也显示平常的 ${count} 件`,
  ),
  earlier: both(
    (count: number) => `${counted(count, "earlier event")} kept, not shown here.`,
    (count) => `更早的还有 ${count} 件，存着，这里不显示。`,
  ),
  moreCases: both(
    (count: number) => `${counted(count, "more case")} not on this page; open ones come first.`,
    (count) => `还有 ${count} 个案子没有列在这里；未结的排在前面。`,
  ),
  elsewhere: both("at another member of the agreement", "在协议的另一家机构"),
  groupOf: both(
    (group: string) => groupsEn[group] ?? group,
    (group) => groupsZh[group] ?? group,
  ),
  chain: both("The chain so far, and what is left", "走到这里的链条，和还差的几步"),
  chainLook: both(
    "Solid: seen. Dashed: not seen, the shortest way that is left before a loss. Each follows the one before it.",
    "实线：看到的。虚线：没看到，是离损失还差的最短的路。一步接着一步。",
  ),
  chainEarlier: both(
    "Earlier steps of it are kept, and not among those told here.",
    "更早的几步存着，不在这里。",
  ),
  notSeen: both("not seen", "没看到"),
  soonest: both(
    (time: string) => `not seen; ${time} at the soonest`,
    (time) => `没看到；最快 ${time}后`,
  ),
  atLeast: both(
    (time: string) => `${time} at least`,
    (time) => `最快 ${time}后`,
  ),
  inChain: both("part of the chain", "链条的一步"),
  allowed: both("allowed", "放行"),
  stillLeft: both("What is left before a loss", "离损失还差"),
  noLoss: both(
    "No way to a loss was found from here with what has been read. What was not read was not checked.",
    "按读过的业务，没查到从这里丢钱的路。没读过的没查。",
  ),
  openCase: both("Open a case", "立案"),
  caseOf: both(
    (id: number) => `Case ${id}`,
    (id) => `案子 ${id}`,
  ),
  note: both("Note", "记一笔"),
  keepNote: both("Keep the note", "存下这一笔"),
  ownerWas: both("It was the owner", "是本人"),
  somebodyWas: both("It was somebody else", "是别人"),
  unclear: both("Unclear", "说不清"),
  close: both("Close the case", "结案"),
  reopen: both("Open it again", "重新打开"),
  closed: both("closed", "已结"),
  foot: both(
    "This page asks this service and no other. Notes are sealed under the person's key, and gone when the person is erased.",
    "本页只连本服务。笔记用这个人的密钥加密，抹除这个人时一并消失。",
  ),
};

const partsEn: Readonly<Record<string, string>> = { decisions: "Decisions", rules: "Rules", lists: "Lists" };
const partsZh: Readonly<Record<string, string>> = { decisions: "决定", rules: "规则", lists: "名单" };
const storiesEn: Readonly<Record<string, string>> = {
  normal: "as usual",
  renewing: "with new things",
  travelling: "away from home",
  "other-device": "on another device",
  "own-device": "on the owner's device",
};
const storiesZh: Readonly<Record<string, string>> = {
  normal: "和平常一样",
  renewing: "换了新东西",
  travelling: "人在外地",
  "other-device": "用别的设备",
  "own-device": "用本人的设备",
};
/** What an institution told back of a decision. */
const receiptsEn: Readonly<Record<string, string>> = {
  "hold-applied": "It was held",
  "hold-released": "The hold was lifted",
  declined: "It was declined",
};
const receiptsZh: Readonly<Record<string, string>> = {
  "hold-applied": "已照办暂缓",
  "hold-released": "暂缓已解除",
  declined: "已拒绝",
};
const groupsEn: Readonly<Record<string, string>> = {
  look: "looked",
  "sign-in": "signed in",
  probe: "tried the door",
  recover: "reset a secret",
  line: "moved the number to another SIM",
  "line-service": "added something to the number",
  protect: "blocked something",
  lift: "undid a block",
  device: "used another phone",
  show: "was shown details",
  bind: "added something that opens or pays",
  hide: "removed traces or things",
  pay: "paid",
  "own-move": "moved money between own accounts",
  income: "money came in",
  credit: "took credit",
  other: "something else",
};
const groupsZh: Readonly<Record<string, string>> = {
  look: "查看",
  "sign-in": "登录",
  probe: "试门",
  recover: "重置密码",
  line: "手机号换卡",
  "line-service": "给手机号加业务",
  protect: "停用",
  lift: "解除停用",
  device: "换手机",
  show: "查看资料",
  bind: "添加能开门或能付款的",
  hide: "删除痕迹或物品",
  pay: "付款",
  "own-move": "自己账户间转账",
  income: "进账",
  credit: "借款",
  other: "其他",
};
