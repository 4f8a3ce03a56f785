/** What an explanation says around the catalogue's own texts, in both languages. */
import type { InstitutionKind, TraceKind } from "../model/index.ts";
import { type Both, both, counted, groupDigits, type Lang, type WordsOf, wordsIn } from "./words.ts";

const table = {
  capability: both("capability", "能力"),
  condition: both("condition", "状态"),
  secret: both("secret", "秘密"),
  flow: both("flow", "流程"),
  measure: both("measure", "办法"),
  institution: both("institution", "机构"),
  source: both("source", "来源"),
  clock: both("clock", "期限"),
  clocks: both("clocks", "期限"),
  runsFrom: both("runs from", "起算"),
  runsFor: both("runs for", "时长"),
  runsOut: both("and then", "到期以后"),
  businessDays: both("business days", "工作日"),
  capabilities: both("Capabilities", "能力"),
  conditions: both("Conditions", "状态"),
  secrets: both("Secrets, after `know`", "秘密（写在 `know` 里）"),
  isLoss: both("a loss: getting this far costs the owner money", "一种损失：到了这一步机主就要丢钱"),
  isExclusive: both("only one actor can have it at a time", "同一时刻只能在一个人手里"),
  isOwners: both("the owner has it from the start", "机主一开始就有"),
  isNeeded: both("the owner must be able to get back to it", "必须保证机主还能拿回来"),
  givenBy: both(
    (count: number) => `Given by ${counted(count, "flow")}`,
    (count) => `${groupDigits(count)} 个流程会给出它`,
  ),
  askedBy: both(
    (count: number) => `Asked for by ${counted(count, "flow")}`,
    (count) => `${groupDigits(count)} 个流程要求它`,
  ),
  setBy: both(
    (count: number) => `Set by ${counted(count, "flow")}`,
    (count) => `${groupDigits(count)} 个流程会设上它`,
  ),
  clearedBy: both(
    (count: number) => `Undone by ${counted(count, "flow")}`,
    (count) => `${groupDigits(count)} 个流程能解除它`,
  ),
  stoppedBy: both("stopped by", "会被拦住"),
  diverts: both(
    (what: readonly string[]) => `while it is set, only the one who got it that way has: ${what.join("; ")}`,
    (what) => `办成以后，只有这样得到的人才有：${what.join("；")}`,
  ),
  stops: both(
    (what: readonly string[]) => `while it is set, nobody has: ${what.join("; ")}`,
    (what) => `办成以后，谁都用不了：${what.join("；")}`,
  ),
  aLoss: both("a loss", "损失"),
  inKind: both(
    (kind: string, said: string) => `${said} (${kind})`,
    (kind, said) => `${kind}：${said}`,
  ),
  span: both(
    ({ least, usual, most }: Span) => `${least} to ${most}, usually ${usual}`,
    ({ least, usual, most }) => `${least}到 ${most}，多为 ${usual}`,
  ),
  orValue: both(" or ", "、"),
  sentFrom: both(
    (from: string) => ` from ${from}`,
    (from) => `，来自 ${from}`,
  ),
  andMore: both(
    (count: number) => `… and ${groupDigits(count)} more`,
    (count) => `……另有 ${groupDigits(count)} 个`,
  ),
  at: both("at", "机构"),
  channel: both("channel", "渠道"),
  hours: both("open", "办理时间"),
  when: both("only when", "前提"),
  asks: both("asks for", "要核对"),
  asksNothing: both("nothing: anybody can run it", "什么都不核对：谁都能办"),
  all: both("all of", "每一项都要"),
  any: both("any of", "任意一项"),
  some: both(
    (count: number) => `${count} different ones of`,
    (count) => `任意 ${count} 项（不重复）`,
  ),
  gives: both("gives", "办成后得到"),
  revokes: both("takes from everybody else", "别人因此失去"),
  sets: both("sets", "设上"),
  clears: both("undoes", "解除"),
  while: both("only while", "有这些状态才办得了"),
  unless: both("not while", "有这些状态就办不了"),
  takes: both("takes", "用时"),
  delay: both("takes effect after", "多久后生效"),
  atMost: both("at most", "次数上限"),
  times: both(
    (times: number, per: string) => `${counted(times, "time")} in ${per}`,
    (times, per) => `${per}内 ${groupDigits(times)} 次`,
  ),
  timesEver: both(
    (times: number) => (times === 1 ? "once ever" : `${counted(times, "time")} ever`),
    (times) => `总共 ${groupDigits(times)} 次`,
  ),
  sumEver: both(
    (sum: string) => `${sum} ever`,
    (sum) => `总共 ${sum}`,
  ),
  sumIn: both(
    (sum: string, per: string) => `${sum} in ${per}`,
    (sum, per) => `${per}内 ${sum}`,
  ),
  togetherOf: both(
    (sum: string, thing: string) => `${sum}, all flows of the ${thing} together`,
    (sum, thing) => `${sum}（同一${thing}合计）`,
  ),
  comesLate: both(
    (time: string) => `, comes ${time} later`,
    (time) => `，晚 ${time} 才到`,
  ),
  discretion: both("discretion", "客服酌情"),
  consent: both("the owner's yes", "要机主答应"),
  insider: both("somebody inside", "要有内部人员"),
  talkedInto: both("somebody may be talked into it", "客服人员可能通融"),
  ownerSaysYes: both("only if the owner says yes", "机主自己点头才行"),
  insiderDoesIt: both("only if somebody inside does it for them", "有内部人员帮忙才行"),
  chance: both(
    (percent: string) => `chance ${percent}`,
    (percent) => `概率 ${percent}`,
  ),
  each: both("at most in one go", "一次最多"),
  amount: both("amount", "金额"),
  leaves: both("leaves", "留下痕迹"),
  changedBy: both("measures", "相关办法"),
  valid: both("in force", "有效期"),
  from: both(
    (date: string) => `from ${date}`,
    (date) => `${date}起`,
  ),
  until: both(
    (date: string) => `until ${date}`,
    (date) => `至${date}`,
  ),
  f3: both("MITRE F3", "MITRE F3"),
  attack: both("MITRE ATT&CK", "MITRE ATT&CK"),
  basis: both("basis", "依据"),
  contest: both("not so?", "不是这样？"),
  seen: both(
    (date: string) => `seen ${date}`,
    (date) => `${date}看到`,
  ),
  by: both("whose", "谁来做"),
  byPerson: both("a person's own", "个人自己"),
  byInstitution: both("an institution's", "机构"),
  byAll: both("all institutions together", "所有机构一起"),
  effort: both("effort", "工夫"),
  how: both("how", "怎么做"),
  renews: both("renews", "换新"),
  removes: both("removes", "取消流程"),
  replaces: both("replaces in", "改变流程"),
  asksMore: both("every flow listing it also asks for", "列出它的流程还要再核对"),
  givesLess: both("every flow listing it no longer gives", "列出它的流程不再给出"),
  delays: both("every flow listing it takes longer by", "列出它的流程多花"),
  onlyHours: both("every flow listing it is open only", "列出它的流程只在"),
  changes: both("changes", "改变"),
  listedBy: both(
    (count: number) => `Listed by ${counted(count, "flow")}`,
    (count) => `${groupDigits(count)} 个流程列出了它`,
  ),
  kind: both("kind", "类别"),
  regions: both("regions", "地区"),
  everywhere: both("everywhere", "所有地区"),
  also: both("also called", "别名"),
  provides: both("runs", "经办"),
  counter: both("counter", "网点"),
  noCounter: both("none: nobody can come there in person", "没有，无法当面办理"),
  contacts: both("contacts", "联系方式"),
  settings: both("settings", "可设项"),
  file: both("file", "文件"),
  flows: both(
    (count: number) => counted(count, "flow"),
    (count) => `${groupDigits(count)} 个流程`,
  ),
  measuresOf: both(
    (count: number) => counted(count, "measure"),
    (count) => `${groupDigits(count)} 项办法`,
  ),
  published: both("published", "发表"),
  read: both("read", "读到"),
  grade: both("grade", "性质"),
  restsOn: both(
    (count: number) => `${counted(count, "flow rests", "flows rest")} on it`,
    (count) => `${groupDigits(count)} 个流程以它为依据`,
  ),
};

interface Span {
  readonly least: string | undefined;
  readonly usual: string | undefined;
  readonly most: string | undefined;
}

export type ExplainWords = WordsOf<typeof table>;
export const explainWords = (lang: Lang): ExplainWords => wordsIn(table, lang);

export const institutionKindWords: Readonly<Record<InstitutionKind, Both<string>>> = {
  carrier: both("carrier", "运营商"),
  bank: both("bank", "银行"),
  wallet: both("wallet", "支付钱包"),
  lender: both("lender", "贷款平台"),
  vendor: both("device vendor", "手机厂商"),
  mail: both("email provider", "邮箱服务商"),
  government: both("government", "政府"),
  marketplace: both("shop or platform", "购物平台"),
  "password-manager": both("password manager", "密码管理器"),
  exchange: both("exchange", "交易所"),
  messenger: both("messenger", "聊天软件"),
  police: both("police", "公安"),
  clearing: both("clearing", "清算"),
  rescue: both("rescue service", "救急机构"),
  site: both("website", "网站"),
  other: both("other", "其他"),
};

export const traceWords: Readonly<Record<TraceKind, Both<string>>> = {
  sms: both("text message", "短信"),
  call: both("call", "来电"),
  mail: both("email", "邮件"),
  notice: both("notice", "通知"),
  row: both("row in a statement", "账单一行"),
  "kick-off": both("sign-out elsewhere", "别处被挤下线"),
  record: both("record kept by the institution", "机构内部记录"),
  letter: both("letter", "信件"),
};
