/** What the page of operators says of rules: those in force, those tried, and what their conditions mean. */
import { both, counted, groupDigits } from "../../../src/report/index.ts";

export const rulesWords = {
  heading: both("Rules in force", "现行规则"),
  none: both(
    "There are no rules: every decision is made by what is believed and what it costs alone. Rules are given to the service when it starts, or put in force here.",
    "没有规则：每个决定只看各种经过的可能和代价。规则可以在服务启动时给出，也可以在这里施行。",
  ),
  version: both(
    (version: number) => `version ${version}`,
    (version) => `第 ${version} 版`,
  ),
  since: both(
    (at: string) => `in force since ${at}`,
    (at) => `${at} 起施行`,
  ),
  sameVersion: both(
    "They say something else than the rules before them, under the same version. Count the version up, so that the two can be told apart.",
    "内容和之前的不同，版本号却没有变。请把版本号加一，免得分不清。",
  ),
  outOf: both(
    (decisions: number) => `Counted over ${counted(decisions, "decision")} of yours since then.`,
    (decisions) => `按此后贵机构的 ${groupDigits(decisions)} 个决定计数。`,
  ),
  spoke: both(
    (times: number) => (times === 0 ? "has not spoken yet" : `spoke in ${counted(times, "decision")}`),
    (times) => (times === 0 ? "还没有起过作用" : `在 ${groupDigits(times)} 个决定里起了作用`),
  ),
  inShadow: both(
    (times: number) =>
      times === 0
        ? "would have spoken in none yet"
        : `would have spoken in ${counted(times, "decision")} and decided nothing`,
    (times) =>
      times === 0 ? "还没有遇到该起作用的时候" : `本会在 ${groupDigits(times)} 个决定里起作用，没有作数`,
  ),
  modeOf: both(
    (mode: string, percent: number) =>
      mode === "on"
        ? percent === 100
          ? "on"
          : `on for ${percent} % of people`
        : mode === "off"
          ? "off"
          : "in shadow",
    (mode, percent) =>
      mode === "on"
        ? percent === 100
          ? "施行"
          : `对 ${percent}% 的人施行`
        : mode === "off"
          ? "停用"
          : "只试算",
  ),
  shadowMeans: both(
    "In shadow: what it would have decided is noted, and nothing is decided by it.",
    "只试算：记下它本会怎么定，不作数。",
  ),
  decides: both(
    (decision: string) => `decides: ${decision}`,
    (decision) => `决定：${decision}`,
  ),
  quietFor: both(
    (time: string) => `once it has spoken of a person, silent for ${time}`,
    (time) => `对一个人起过作用后，${time}内不再起作用`,
  ),
  when: both("When", "条件"),
  whenAll: both("When all of this is so", "同时满足"),
  whenAny: both("and one of these", "并且满足其中一条"),
  anyAlone: both("When one of these is so", "满足其中一条"),
  always: both("Always.", "一律适用。"),
  and: both(" and ", "，并且"),
  before: both("Before that", "之前的版本"),
  beforeNone: both("no rules", "没有规则"),
  fromUntil: both(
    (from: string, until: string) => `from ${from} until ${until}`,
    (from, until) => `${from} 至 ${until}`,
  ),
  mayNotRead: both(
    "What the rules say is shown to keys that may read rules.",
    "规则的内容，只有可以看规则的密钥才看得到。",
  ),
  tryHeading: both("Try a changed file", "试一份改过的规则"),
  tryWhy: both(
    "It is read and compared. Until you put it in force it decides nothing, and is kept nowhere.",
    "只读一遍、比一比。没有施行之前不作数，也不存下。",
  ),
  choose: both("Choose a file of rules", "选规则文件"),
  reading: both("Reading …", "正在读……"),
  faults: both(
    (count: number) => `${counted(count, "fault")}: the service would not start with this file`,
    (count) => `有 ${count} 处毛病：带着这份文件，服务启动不了`,
  ),
  notRead: both("The file could not be read. Try it again.", "没能读到文件。请再试一次。"),
  tooLarge: both("This is larger than a file of rules may be.", "这份文件太大，不像规则文件。"),
  read: both(
    (name: string) => `${name}: no fault`,
    (name) => `${name}：没有毛病`,
  ),
  same: both("It says the same as what is in force.", "和现行规则说的一样。"),
  added: both("New:", "新增："),
  removed: both("Gone:", "去掉："),
  changed: both("Changed:", "改动："),
  elseOtherwise: both("Windows, lists or costs are otherwise.", "时间窗、名单或代价有改动。"),
  countUp: both(
    "The version is not counted up: do that before it is put in force.",
    "版本号没有加一：施行之前请先加上。",
  ),
  fieldOf: both(
    (field: string) => fieldsEn[field] ?? field,
    (field) => fieldsZh[field] ?? field,
  ),
  windowOf: both(
    (figure: string, per: string, time: string): string =>
      `${figuresEn[figure] ?? figure} in the last ${time}, ${perEn[per] ?? per},`,
    (figure, per, time) => `最近 ${time}、${perZh[per] ?? per}的${figuresZh[figure] ?? figure}`,
  ),
  isOneOf: both(
    (isNot: boolean, isSeveral: boolean) =>
      `${isNot ? "is not" : "is"}${isSeveral ? (isNot ? " any of" : " one of") : ""}`,
    (isNot) => (isNot ? "不是" : "是"),
  ),
  isInList: both(
    (isNot: boolean): string => (isNot ? "is not on the list" : "is on the list"),
    (isNot) => (isNot ? "不在名单里：" : "在名单里："),
  ),
  above: both(
    (figure: string) => `is above ${figure}`,
    (figure) => `大于 ${figure}`,
  ),
  below: both(
    (figure: string) => `is below ${figure}`,
    (figure) => `小于 ${figure}`,
  ),
  matches: both("looks like", "形如"),
  /** Between names, and between what is said of one thing. */
  comma: both(", ", "、"),
  pause: both(", ", "，"),
  isNewPayee: both(
    (isNew: boolean): string => (isNew ? "the payee was never paid before" : "the payee was paid before"),
    (isNew) => (isNew ? "收款方从没付过" : "收款方以前付过"),
  ),
  hours: both(
    (from: number) => `${from}:00 to ${from + 3}:00`,
    (from) => `${from} 点到 ${from + 3} 点`,
  ),
};

const fieldsEn: Readonly<Record<string, string>> = {
  kind: "the act",
  group: "the sort of act",
  flow: "the flow",
  institution: "the institution",
  phase: "the phase",
  state: "how it ended",
  person: "the person",
  proofs: "a proof that was given",
  amount: "the amount",
  currency: "the currency",
  payee: "who is paid",
  device: "the device",
  channel: "the channel",
  place: "the place",
  initiator: "who began it",
  count: "how often it was done",
  "device-class": "the device",
  chain: "odd acts so far",
  minutes: "minutes to the nearest loss",
  risk: "how likely it is somebody else",
  hour: "the time of day",
};
const fieldsZh: Readonly<Record<string, string>> = {
  kind: "这一步",
  group: "这一类操作",
  flow: "业务",
  institution: "机构",
  phase: "阶段",
  state: "结果",
  person: "客户",
  proofs: "出示过的证明",
  amount: "金额",
  currency: "币种",
  payee: "收款方",
  device: "设备",
  channel: "渠道",
  place: "地点",
  initiator: "由谁发起",
  count: "次数",
  "device-class": "设备",
  chain: "到此为止反常的步数",
  minutes: "离最近的损失还有几分钟",
  risk: "是别人的可能",
  hour: "时间",
};
const figuresEn: Readonly<Record<string, string>> = {
  count: "how many",
  sum: "the sum",
  distinct: "how many different ones",
  first: "minutes since the first",
  last: "minutes since the last",
};
const figuresZh: Readonly<Record<string, string>> = {
  count: "次数",
  sum: "总额",
  distinct: "不同的个数",
  first: "第一次距今几分钟",
  last: "最近一次距今几分钟",
};
const perEn: Readonly<Record<string, string>> = {
  person: "of this person",
  device: "on this device",
  institution: "at this institution",
  payee: "to this payee",
  everybody: "of everybody",
};
const perZh: Readonly<Record<string, string>> = {
  person: "这个人",
  device: "这台设备",
  institution: "这家机构",
  payee: "付给这个收款方",
  everybody: "所有人",
};

/** How well a device is known, by the words of rules; another value is told as it is written. */
const valuesEn: Readonly<Record<string, string>> = {
  none: "none that was named",
  old: "one known of old",
  young: "one known for a short while",
  new: "one never seen before",
  first: "the first ever seen",
};
const valuesZh: Readonly<Record<string, string>> = {
  none: "没有说的",
  old: "早就认识的",
  young: "认识不久的",
  new: "从没见过的",
  first: "头一台",
};
export const saidValue = (value: string, lang: "en" | "zh"): string | undefined =>
  (lang === "zh" ? valuesZh : valuesEn)[value];
