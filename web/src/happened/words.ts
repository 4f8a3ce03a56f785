/** The words of the door that asks what happened. */
import { type Both, both } from "../../../src/report/index.ts";

/** What a reader takes a file for, where it is nobody's by name. */
export const sourceWords: Readonly<Record<string, Both<string>>> = {
  "carrier-calls": both("list of calls from a carrier", "运营商通话清单"),
  "carrier-texts": both("list of texts from a carrier", "运营商短信清单"),
  "carrier-sms": both("list of texts from a carrier", "运营商短信清单"),
  "carrier-service": both("service records of a carrier", "运营商业务办理记录"),
  "handset-history": both("handset and SIM history of a number", "手机号的换机换卡记录"),
  "google-access-log": both("sign-in log of a Google account", "谷歌账户的登录记录"),
  "google-devices": both("devices of a Google account", "谷歌账户的设备"),
  "sign-ins": both("list of sign-ins", "登录记录"),
  ofx: both("bank file (OFX)", "银行导出文件"),
  camt: both("bank file (CAMT)", "银行导出文件"),
  mt940: both("bank file (MT940)", "银行导出文件"),
  "sms-backup": both("texts backed up from a phone", "手机短信备份"),
  messages: both("texts written down", "抄下来的短信"),
  "call-backup": both("calls backed up from a phone", "手机通话备份"),
  mail: both("email", "邮件"),
  mbox: both("mailbox", "邮箱文件"),
  guessed: both("table, its columns guessed", "表格（各列的意思是猜的）"),
  unknown: both("no file we know", "不认识的文件"),
  other: both("records", "记录"),
  statement: both("account statement", "账户流水"),
  credit: both("card statement", "信用卡账单"),
  bill: both("bill", "账单"),
};

export const happenedWords = {
  title: both("What happened?", "发生了什么？"),
  lead: both(
    "Drop in bills, statements, lists of calls and texts. One file is a start. They are read on this device and never leave it.",
    "把账单、流水、通话和短信清单放进来，先放一份也行。文件只在这台设备上读，不会离开它。",
  ),
  drop: both("Drop files or a folder here", "把文件或文件夹拖到这里"),
  choose: both("Choose files", "选文件"),
  chooseFolder: both("Choose a folder", "选文件夹"),
  dropKinds: both(
    "Bills, statements, call lists, text backups, emails, zip files. Nothing of them is stored.",
    "账单、流水、清单、短信备份、邮件、压缩包都行。不保存任何内容。",
  ),
  example: both("No files at hand? Look at the records of a made-up night", "手上没有记录？看看一夜的示例"),
  files: both("Files", "文件"),
  reading: both(
    (done: number, of: number) => `Reading file ${done + 1} of ${of} …`,
    (done, of) => `正在读第 ${done + 1} 份，共 ${of} 份……`,
  ),
  thinkingStory: both(
    "Looking for the explanation that fits best. Some seconds, with many files a minute …",
    "正在找最说得通的解释。一般几秒，文件多时要一分钟……",
  ),
  thinkingOthers: both(
    "Found one. Looking for others that fit as well …",
    "找到一个了。正在看有没有同样说得通的……",
  ),
  thinkingWhose: both(
    (round: number) => `Found one. Could any of these acts be your own? Round ${round} …`,
    (round) => `找到一个了。正在核对有没有可能是您自己办的，第 ${round} 轮……`,
  ),
  stop: both("Stop", "停止"),
  stoppedNow: both("Stopped. Nothing was answered.", "已停止，没有得出结论。"),
  failed: both(
    "Something in this part failed. Try again, or with fewer files.",
    "这部分出了故障。请再试一次，或少放几份文件。",
  ),
  rowsRead: both(
    (files: number, rows: number) => `${files} ${files === 1 ? "file" : "files"}, ${rows} rows read`,
    (files, rows) => `${files} 份文件，读了 ${rows} 行`,
  ),
  rows: both(
    (rows: number) => `${rows} ${rows === 1 ? "row" : "rows"}`,
    (rows) => `${rows} 行`,
  ),
  period: both(
    (from: string, to: string) => `${from} to ${to}`,
    (from, to) => `${from} 至 ${to}`,
  ),
  unread: both(
    (rows: number) => `${rows} ${rows === 1 ? "row" : "rows"} not read`,
    (rows) => `${rows} 行没有读出来`,
  ),
  stateAll: both("all read", "读全了"),
  statePart: both("part read", "没读完"),
  stateNone: both("not read", "没读"),
  stateLocked: both("needs a password", "要密码"),
  rowAt: both(
    (row: number) => `row ${row}`,
    (row) => `第 ${row} 行`,
  ),
  moreFaults: both(
    (more: number) => `and ${more} more`,
    (more) => `另有 ${more} 条`,
  ),
  remove: both(
    (file: string) => `Remove ${file}`,
    (file) => `移除 ${file}`,
  ),
  password: both("Password of this file", "这份文件的密码"),
  passwordHelp: both("It is used once and not kept.", "只用这一次，不保存。"),
  open: both("Open it", "打开"),
  whose: both("Whose records are these?", "这些是谁的记录？"),
  whoseFiles: both("Somebody not described here", "没在这里填过资料的人"),
  whoseExample: both("The owner of the example", "示例里的机主"),
  country: both("Country", "国家或地区"),
  countryUnknown: both("please choose", "请选择"),
  usesFound: both(
    (uses: string) => `As far as the files tell, they use: ${uses}.`,
    (uses) => `从文件看，用的是：${uses}。`,
  ),
  usesNone: both(
    "The files do not tell what this person uses. Fill in their phone and accounts to get a better answer.",
    "文件里看不出这个人用哪些服务。先填好手机和账户，结论会更准。",
  ),
  describe: both("Fill in the phone and accounts", "填写手机和账户"),
  goneSince: both("Since when was the phone gone? (if it was)", "手机什么时候不见的？（不是就空着）"),
  tellMore: both(
    "What else do you know? One thing each, with its time",
    "还知道什么？每条写一件事，写上时间",
  ),
  tellMoreExample: both(
    "2026-03-01 19:30 I suspended the number\n2026-03-02 08:00 The new SIM card arrived",
    "2026-03-01 19:30 我挂失了手机号\n2026-03-02 08:00 拿到新的手机卡",
  ),
  ask: both("What happened?", "发生了什么？"),
  askAgain: both("Look again", "再找一遍"),
  changed: both("You changed something: this is the answer from before.", "有改动，下面是改动之前的结论。"),
  noRegion: both("Choose the country first.", "请先选国家或地区。"),
  refused: both("This person's description has faults:", "这个人的资料有错："),
  stillOpen: both("Still open in your name", "还以您的名义开着的"),
  stillOpenLead: both(
    "Close them in this order. Tick what is closed.",
    "按这个先后去关。关好一项，打一个勾。",
  ),
  stillOpenNone: both(
    "These records show nothing of the kind. What they do not cover may still be open.",
    "这些记录里没有看到。没有覆盖到的部分，也许还开着。",
  ),
  howToSee: both("How you see that it is closed: ", "怎么看出真的关了："),
  call: both(
    (name: string) => `Call ${name}`,
    (name) => `拨打${name}`,
  ),
  chain: both("Step by step", "一步一步"),
  chainPicture: both("The steps, by institution and time", "各机构的步骤，按时间排列"),
  asList: both(
    (steps: number) => `All ${steps} steps as a list, with the rows each rests on`,
    (steps) => `全部 ${steps} 步的清单，写明各自依据哪些行`,
  ),
  allFiles: both("Each file", "逐份文件"),
  keyTheirs: both("the other side", "对方"),
  keyYours: both("you and your family", "您和家人"),
  keyOpen: both("not settled who", "没定是谁"),
  keyUnseen: both("no record of it: inferred from the rest", "没有记录，由其余推出"),
  unseenRow: both("No record shows it.", "没有一行记着它。"),
  orElse: both(
    (others: readonly string[]) => `These records fit this just as well: ${others.join("; ")}`,
    (others) => `这些记录同样符合：${others.join("；")}`,
  ),
  neededBy: both(
    (what: string, step: string) => `It needed ${what}, which came from: ${step}`,
    (what, step) => `要用到${what}，来自：${step}`,
  ),
  neededFromBefore: both(
    (what: string) => `It needed ${what}; nobody saw how they had it.`,
    (what) => `要用到${what}，没人看到对方怎么有的。`,
  ),
  missing: both("The missing link", "缺的那一环"),
  missingTakes: both("They had", "对方有"),
  missingGives: both("and after it also", "之后还有"),
  missingHole: both(
    (from: string, to: string) => `${from} to ${to}`,
    (from, to) => `${from} 到 ${to}`,
  ),
  missingFits: both("Services of this shape, the likeliest first", "符合的业务，最像的在前"),
  missingNone: both(
    "None in the catalogue: this is what to look for.",
    "流程库里没有：要找的就是这样一个环节。",
  ),
  chapters: both("What was found", "查到的"),
  chapterOpen: both("Still open", "还开着的"),
  chapterCourse: both("Step by step", "经过"),
  chapterQuestions: both("Questions", "问题"),
  chapterRows: both("All rows", "全部记录"),
  chapterTake: both("Take along", "带走"),
  theySteps: both(
    (steps: number, from: string, to: string) =>
      steps === 1 ? `One step is theirs, at ${from}.` : `${steps} steps are theirs, from ${from} to ${to}.`,
    (steps, from, to) =>
      steps === 1 ? `对方办了 1 步，在 ${from}。` : `对方一共办了 ${steps} 步，从 ${from} 到 ${to}。`,
  ),
  taken: both(
    (sum: string, times: number, isMore: boolean) =>
      `${isMore ? "At least " : ""}${sum} taken, ${times === 1 ? "at once" : `${times} times`}.`,
    (sum, times, isMore) => `${isMore ? "至少" : ""}被拿走 ${sum}，共 ${times} 笔。`,
  ),
  takenUnknown: both(
    (times: number) => `Money was taken ${times === 1 ? "once" : `${times} times`}; how much is not known.`,
    (times) => `钱被拿走 ${times} 笔，金额不详。`,
  ),
  openFirst: both(
    (open: number) =>
      open === 1
        ? "Still open in your name: one thing. Close it now"
        : `Still open in your name: ${open} things. First`,
    (open) => (open === 1 ? "还以您的名义开着 1 处，现在就关" : `还以您的名义开着 ${open} 处，先关这一处`),
  ),
  openAll: both(
    (open: number) => `All ${open}, in order`,
    (open) => `全部 ${open} 处，按先后`,
  ),
  openHow: both("How to see that it is closed", "怎么看出真的关了"),
  allClosed: both(
    "All of these are ticked as closed. What the files do not cover may still be open.",
    "这几处都已打勾。文件没有覆盖到的部分，也许还开着。",
  ),
  whyThis: both("Why we think so:", "依据："),
  theRest: both(
    (more: number) => `The other ${more}`,
    (more) => `其余 ${more} 项`,
  ),
  howToClose: both("How to close it, and how you see that it is", "怎么关，怎么看出真的关了"),
  restsOn: both(
    (rows: number) =>
      rows === 0 ? "What it rests on" : `What it rests on: ${rows} ${rows === 1 ? "row" : "rows"}`,
    (rows) => (rows === 0 ? "依据" : `依据：${rows} 行记录`),
  ),
  questions: both("Questions, answered and not", "问得清的和问不清的"),
  answered: both("answered", "有答案"),
  between: both("one of these", "其中之一"),
  unanswered: both("not answered", "没有答案"),
  wouldTell: both("This would tell:", "这个能说清："),
  losses: both("Money lost", "损失的钱"),
  total: both("In all", "合计"),
  amountUnknown: both("sum not known", "金额不详"),
  contradictions: both("What was told and the records contradict", "说法和记录不一致的地方"),
  notCovered: both("Not read: nothing is said about these", "没有读到，无法下结论"),
  timeline: both("All rows, by time", "全部记录，按时间"),
  timelineOf: both(
    (shown: number, all: number) => (shown === all ? `${all} rows` : `${shown} of ${all} rows`),
    (shown, all) => (shown === all ? `共 ${all} 行` : `${all} 行里的 ${shown} 行`),
  ),
  timelineAll: both("everybody's", "所有人的"),
  timelineWhose: both("Whose acts", "谁办的"),
  timelineSearch: both("Words in a row", "搜索"),
  timelineFirst: both("Go to the first of theirs", "跳到对方的第一行"),
  timelineGone: both(
    "The rows were put away when you stopped. Look again to see them.",
    "停止时这些行已经收起，再找一遍就能看到。",
  ),
  timelineEmpty: both("No rows like this.", "没有这样的行。"),
  actorOwner: both("you", "您"),
  actorHelper: both("your family", "家人"),
  actorIntruder: both("the other side", "对方"),
  actorUnknown: both("not settled", "没定"),
  noTime: both("no time", "没有时间"),
  moneyIn: both("in", "进"),
  pack: both("Take the evidence along", "把证据带走"),
  packLead: both(
    "One zip file: the originals, a list of their hashes, what was done with them, the report and letters in both languages, and a shortened version to hand on.",
    "一个压缩包：原件、它们的哈希清单、做过什么的日志、中英文报告和信，还有一份可以交出去的节略版。",
  ),
  packMake: both("Make the pack", "打包"),
  packChanged: both(
    (file: string) => `${file} is not what was read any more. Remove it, add it again, and look again.`,
    (file) => `${file} 和读的时候不一样了。请移除后重新放进来，再找一遍。`,
  ),
  packGone: both(
    "What was found was put away when you stopped. Look again, then take it along.",
    "停止时已经收起，再找一遍就能带走。",
  ),
  exports: both("For other tools", "给其他工具用"),
  exportAnswer: both("The answer as data", "结论的数据文件"),
  exportFlow: both("The steps as an Attack Flow", "经过的攻击流程文件"),
  packMaking: both("Making the pack …", "正在打包……"),
  packSeal: both(
    "Tell this hash to somebody else today. Then nobody can exchange the whole pack later:",
    "今天就把这个值告诉另一个人，以后要是整个包被换掉，就看得出来：",
  ),
  packProves: both(
    "A hash proves that nothing was changed since. It does not prove that what is written there is true.",
    "哈希值证明之后没有改动过，不证明里面写的属实。",
  ),
};
