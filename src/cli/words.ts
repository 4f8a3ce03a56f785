/** What the command line itself says, in both languages: help, usage faults and summaries. Answers speak in `report`. */
import {
  both,
  counted,
  decisionWords,
  groupDigits,
  type Lang,
  type WordsOf,
  wordsIn,
} from "../report/index.ts";
import type { LookWord } from "../watch/index.ts";

/** What a check has read. */
export interface Counts {
  readonly files: number;
  readonly institutions: number;
  readonly flows: number;
  readonly measures: number;
  readonly words: number;
  readonly sources: number;
  readonly people: number;
  readonly stories: number;
  readonly nights: number;
  readonly errors: number;
  readonly warnings: number;
}

/** What was read of one file of records. */
interface Imported {
  readonly file: string;
  readonly source: string | undefined;
  readonly encoding: string | undefined;
  readonly rows: number;
  readonly complaints: number;
  readonly period: { readonly from: string | undefined; readonly to: string | undefined } | undefined;
}

const looksEn: Readonly<Record<LookWord, string>> = {
  decisions: "looked at the decisions",
  live: "watched decisions as they came",
  person: "looked at a person",
  cases: "looked at the cases",
  case: "wrote in a case of a person",
  erased: "erased a person",
  backtest: "compared rules over everything kept",
  lists: "looked at what stands on lists",
};
const looksZh: Readonly<Record<LookWord, string>> = {
  decisions: "查看了决定",
  live: "实时查看了决定",
  person: "查看了一个人",
  cases: "查看了案子",
  case: "在一个人的案子里写了内容",
  erased: "抹除了一个人",
  backtest: "用留存的全部记录比较了规则",
  lists: "查看了名单",
};
const lookedAtOne = (what: LookWord): boolean => what === "person" || what === "case";

const table = {
  ...decisionWords,
  // --- help -------------------------------------------------------------------------------------------------------
  purpose: both(
    "Finds, breaks and proves account-takeover chains.",
    "找出盗号链条，算出怎样切断，并给出证明。",
  ),
  usage: both("Usage:", "用法："),
  options: both("Options:", "选项："),
  commands: both("Commands:", "命令："),
  arguments: both("Arguments:", "参数："),
  helpOption: both("show this help", "显示帮助"),
  versionOption: both("show the version", "显示版本号"),
  langOption: both(
    "language of what is said: zh or en; from the locale if not given",
    "输出语言：zh 或 en；不写则按系统语言",
  ),
  colourOption: both("without colour", "不用颜色"),
  catalogOption: both(
    "a catalogue folder instead of the shipped one",
    "用这个文件夹里的流程库，而不是自带的",
  ),
  withOption: both(
    "files or folders of your own, laid over the catalogue; may be repeated",
    "把你自己的文件或文件夹叠加在流程库上；可写多次",
  ),
  jsonOption: both(
    "for machines: JSON on standard output, nothing else there",
    "给程序用：标准输出只有 JSON",
  ),
  exitCodes: both(
    "Exit codes: 0 done, 1 complaints or failing stories, 2 wrong usage, 3 a fault of ours, 4 design found what was to be kept out.",
    "退出码：0 完成；1 有问题要改，或场景不符；2 用法不对；3 程序自身出错；4 design 发现了要拦下的问题。",
  ),
  designPurpose: both(
    "before a release: does a change open a path, for whom; are the rules kept",
    "上线之前：这次改动会不会打开一条路，影响谁；规则是否守住",
  ),
  designDiffPurpose: both(
    "what a change of the catalogue opens and closes, for whom, by which changed part",
    "流程库的改动打开了什么、堵上了什么，影响谁，是哪一行",
  ),
  designCheckPurpose: both(
    "whether rules are kept by every flow they are about; ends with 4 where one is broken",
    "受约束的每个流程是否都守规则；有不符合的，退出码为 4",
  ),
  designExposedPurpose: both(
    "how many of a population could lose something, with intervals",
    "一群人里有多少人会遭到损失，附区间",
  ),
  populationArgument: both(
    "a population: the id of a shipped one, or a file",
    "人群：自带的人群的名字，或文件",
  ),
  exposedPeopleOption: both("how many people are drawn", "抽取多少人"),
  exposedMeasureOption: both("measures of institutions in force", "启用机构的哪些办法"),
  exposedBottom: both(
    (share: string, people: string, held: string) =>
      `By what was read, ${share} of ${people} people drawn lose something, with ${held}`,
    (share, people, held) =>
      `按读过的内容算，抽取的 ${people} 人里，${held} 落到别人手里时，有 ${share} 会有损失`,
  ),
  exposedLeaked: both(
    "Counted as known besides: what has leaked of everybody (`--not-leaked` asks without).",
    "另外算作已知：人人都可能已经泄露的资料（加 `--not-leaked` 可以不算）。",
  ),
  exposedNotRuledOut: both(
    (share: string) =>
      `For ${share} a loss is found or not ruled out: where nobody has read, services may be as weak as others of their kind.`,
    (share) => `有 ${share} 的人会有损失或不能排除：没人读过的地方，可能和同类服务里弱的一样。`,
  ),
  exposedMoney: both(
    (mean: string, low: string, high: string) =>
      `On average ${mean} a person by what was read (95 %: ${low} – ${high}), of the sums the file states.`,
    (mean, low, high) => `按读过的流程，平均每人损失 ${mean}（95 %：${low} – ${high}），金额按文件里写的算。`,
  ),
  exposedUnknown: both(
    (share: string) =>
      `${share} lose something besides of which nobody knows the amount, so it is at least that.`,
    (share) => `另有 ${share} 的人损失的金额不知道，所以至少是这么多。`,
  ),
  exposedRead: both("by what was read", "按读过的"),
  exposedPossible: both("or not ruled out", "或不能排除"),
  exposedPeople: both("drawn", "抽到"),
  exposedMean: both("a person", "平均每人"),
  exposedNobody: both("nobody drawn", "没抽到人"),
  exposedSensitive: both(
    (share: string, read: string, possible: string) =>
      `${share} is a range nobody has measured: ${read} by what was read, ${possible} or not ruled out`,
    (share, read, possible) =>
      `${share} 是没人量过的范围：两端分别为 ${read}（按读过的），${possible}（或不能排除）`,
  ),
  exposedSilent: both(
    (list: string) => `Ranges that change nothing here: ${list}`,
    (list) => `这些范围在这里不影响结果：${list}`,
  ),
  exposedNotJudged: both(
    (list: string) => `not looked into, nobody has read anything about: ${list}`,
    (list) => `没查过，没人读过：${list}`,
  ),
  designHelpsPurpose: both(
    "which institution's change protects most people of a population, and what to take for a budget",
    "一群人里，哪家机构改一处能护住最多的人；工夫有限时先改哪些",
  ),
  populationsArgument: both(
    "populations, one for each country: ids of shipped ones, or files",
    "人群，每个国家一份：自带的人群的名字，或文件",
  ),
  helpsInOption: both(
    "a catalogue folder, a patch file, or a git revision, instead of the shipped one",
    "改用这个流程库文件夹、改动文件或 git 版本，不用自带的",
  ),
  ordersOption: both("over how many orders what a measure adds is averaged", "把先后次序换多少种，取平均"),
  budgetOption: both("effort there is: look for the set that helps most", "总共能花的工夫：找出最管用的一组"),
  helpsMost: both(
    (institution: string, measure: string, share: string) =>
      `One change by one institution that protects most people: ${institution} (${measure}), ${share}.`,
    (institution, measure, share) =>
      `一家机构只改一处，护住的人最多的是：${institution}（${measure}），${share}。`,
  ),
  helpsNone: both(
    "No single change by an institution protects more people than it harms.",
    "没有哪家机构只改一处，护住的人比受害的人多。",
  ),
  helpsTogether: both(
    (people: string, money: string, harm: string) =>
      `All measures together protect ${people} (${money} a person) and harm ${harm}.`,
    (people, money, harm) => `所有办法一起用，护住 ${people}（平均每人 ${money}），受害 ${harm}。`,
  ),
  helpsMeasure: both("measure", "办法"),
  helpsEffort: both("effort", "工夫"),
  helpsAlone: both("alone", "单独用"),
  helpsMoney: both("money a person", "每人保住的钱"),
  helpsLast: both("after the others", "别的都用了再加"),
  helpsAverage: both("on average", "各种次序平均"),
  helpsHarm: both("harmed", "受害"),
  helpsBasis: both("rests on", "依据"),
  helpsInstitution: both("institution", "机构"),
  helpsOne: both("one change", "只改一处"),
  helpsAll: both("all its changes", "全部改掉"),
  helpsEverybody: both("all institutions", "所有机构"),
  helpsNothing: both("nothing", "什么也不改"),
  helpsBest: both(
    (budget: string, measures: string, people: string, harm: string) =>
      `For an effort of ${budget}: ${measures}. It protects ${people} and harms ${harm}.`,
    (budget, measures, people, harm) => `工夫 ${budget} 以内：${measures}。护住 ${people}，受害 ${harm}。`,
  ),
  helpsExact: both(
    "No other set within it does better (proved).",
    "在这个工夫以内没有更好的一组（已证明）。",
  ),
  helpsBounds: both(
    (upper: string) => `The search was not finished: no set does better than ${upper}.`,
    (upper) => `没有搜完：再好的一组也不超过 ${upper}。`,
  ),
  helpsWithoutEffect: both(
    (list: string) =>
      `Without effect for anybody drawn: ${list}. Waits, opening hours and who is told play no part here: a measure that only adds one of these is weighed by \`chainbreak race\` and \`design diff --race\`.`,
    (list) =>
      `对抽到的人都没有影响：${list}。这里不计等待、营业时间和通知：只加这些的办法，要看 \`chainbreak race\` 和 \`design diff --race\`。`,
  ),
  helpsRead: both(
    "Harmed: the owner no longer gets back in, or something can be lost that could not before. Counted by flows somebody has read; where nobody has read, people protected here may lose something all the same.",
    "受害指机主自己进不去了，或多出了原来没有的损失。只按读到的流程计数；没人读过的地方，这里护住的人也不能排除损失。",
  ),
  designWhere: both(
    "a catalogue folder, a patch file, `shipped`, or a git revision; shipped if not given",
    "流程库文件夹、改动文件、`shipped` 或 git 版本；不写则用自带的",
  ),
  packOption: both(
    "a pack of rules by name, or a file or folder of them; all if not given",
    "规则的名字，或规则文件、文件夹；不写则用全部",
  ),
  institutionOption: both("only this institution", "只看这家机构"),
  ownOption: both("only institutions whose files lie in the folder", "只看文件夹里自己的机构"),
  baselineOption: both(
    "a file of findings known before, one in each row; they do not count",
    "已知问题的清单，一行一条；不再计入",
  ),
  designSide: both(
    "a catalogue folder, a patch file, `shipped`, or a git revision (main:catalog)",
    "流程库文件夹、改动文件、`shipped`，或 git 版本（main:catalog）",
  ),
  designPeopleOption: both(
    "a person file or a folder of them; the shipped people if not given",
    "个人资料文件或文件夹；不写则用自带的",
  ),
  designHeldOption: both(
    "what is in the wrong hands; each SIM and each phone by itself if not given",
    "落到别人手里的东西；不写则逐一按每张手机卡、每部手机来问",
  ),
  besideOption: both(
    "the folder's institutions are read with the shipped ones, in place of those of the same id",
    "文件夹里的机构放在自带的机构旁边，同名的替换掉",
  ),
  storiesOption: both(
    "for what is opened, writes the smallest person as a story into this folder",
    "把打开的损失连同最小的一个人写成场景，放进这个文件夹",
  ),
  storyWritten: both(
    (file: string, things: number, isSmallest: boolean) =>
      `${file}: ${counted(things, "thing")}, ${isSmallest ? "nobody smaller" : "nothing can be left out"}`,
    (file, things, isSmallest) =>
      `${file}：共 ${things} 项，${isSmallest ? "没有比这更少的" : "哪一项都去不掉"}`,
  ),
  noStory: both(
    (goal: string) => `${goal}: no person without an unknown was found`,
    (goal) => `${goal}：没有找到毫无未知之处的人`,
  ),
  failOnOption: both("exit with 4 when this is found", "发现这类情况时退出码为 4"),
  designFormatOption: both(
    "the same by name, for a build that chooses",
    "按名字选输出格式，供流水线用变量选择",
  ),
  designMarkdownOption: both("a summary for a page of a build", "写成摘要，放在构建页面上"),
  designSarifOption: both("SARIF 2.1.0, for code hosts", "写成 SARIF 2.1.0，供代码托管平台读取"),
  designJunitOption: both("JUnit, for builds that read it", "写成 JUnit，供流水线读取"),
  checkPurpose: both(
    "check catalogue, person and story files; without PATH, all that is shipped",
    "检查流程库、个人资料和场景文件；不写 PATH 则检查自带的全部",
  ),
  checkPath: both(
    "files or folders; a folder with institutions is a catalogue of its own",
    "文件或文件夹；里面有机构的文件夹自成一个流程库",
  ),

  sourcesPurpose: both(
    "what the catalogue rests on, how old it is, and what nobody can look up",
    "流程库的依据出自哪里、有多旧、哪些外人查不到",
  ),
  sourcesWord: both(
    "an institution or a source; without it, the whole catalogue",
    "一家机构或一个来源；不写则是整个流程库",
  ),
  listPlaysNoPart: both(
    "the list of second steps plays no part here: it counts where a person is asked about (audit, check, graph, locked-out, race, respond)",
    "两步验证清单在这里不起作用：问到一个人的时候才算数（audit、check、graph、locked-out、race、respond）",
  ),
  unknownSource: both(
    (word: string) => `no institution or source \`${word}\``,
    (word) => `没有 \`${word}\` 这家机构或这个来源`,
  ),
  listSources: both("`chainbreak sources` alone lists all of them", "只写 `chainbreak sources` 会列出全部"),

  // --- wrong usage --------------------------------------------------------------------------------------------------
  usageHelp: both(
    (command: string) => `see \`${command} --help\``,
    (command) => `见 \`${command} --help\``,
  ),
  help: both("help", "怎么改"),
  warning: both("warning", "提醒"),
  unknownOption: both(
    (flag: string) => `unknown option \`${flag}\``,
    (flag) => `没有 \`${flag}\` 这个选项`,
  ),
  unknownCommand: both(
    (name: string) => `unknown command \`${name}\``,
    (name) => `没有 \`${name}\` 这个命令`,
  ),
  missingArgument: both(
    (name: string) => `the argument \`${name}\` is missing`,
    (name) => `缺少参数 \`${name}\``,
  ),
  missingOption: both(
    (flags: string) => `the option \`${flags}\` is missing`,
    (flags) => `缺少选项 \`${flags}\``,
  ),
  optionWithoutValue: both(
    (flags: string) => `\`${flags}\` needs a value`,
    (flags) => `\`${flags}\` 后面要有值`,
  ),
  tooManyArguments: both(
    (words: string) => `too many arguments: \`${words}\``,
    (words) => `参数太多：\`${words}\``,
  ),
  badValue: both(
    (value: string, flag: string) => `\`${value}\` is not a value for \`${flag}\``,
    (value, flag) => `\`${flag}\` 不能是 \`${value}\``,
  ),
  twice: both(
    (flag: string) => `\`${flag}\` is given twice`,
    (flag) => `\`${flag}\` 写了两次`,
  ),
  layInstead: both(
    "name one catalogue, and lay the rest over it by `--with`",
    "只写一个流程库，其余的用 `--with` 叠加上去",
  ),
  allowed: both(
    (values: string) => `one of ${values}`,
    (values) => `可以是 ${values}`,
  ),
  didYouMean: both(
    (word: string) => `did you mean \`${word}\`?`,
    (word) => `是不是 \`${word}\`？`,
  ),
  badLang: both(
    (word: string) => `\`${word}\` is not supported as a language: zh or en`,
    (word) => `不支持 \`${word}\` 这种语言：只有 zh 和 en`,
  ),
  ourFault: both(
    (sentence: string) => `chainbreak failed, and the fault is ours: ${sentence}`,
    (sentence) => `chainbreak 出错了，是程序自身的问题：${sentence}`,
  ),
  reportFault: both(
    "run it again with CHAINBREAK_DEBUG=1 and report what it prints, with the files that brought it about if you may share them (SECURITY.md says where)",
    "请设 CHAINBREAK_DEBUG=1 再运行一次，把输出（以及可以公开的相关文件）报告给我们；地址见 SECURITY.md",
  ),

  // --- check ----------------------------------------------------------------------------------------------------------
  reading: both(
    (what: string) => `reading ${what} …`,
    (what) => `正在读 ${what} …`,
  ),
  checked: both(
    (counts: Counts) =>
      `${counted(counts.files, "file")}: ${read([
        [counts.institutions, "institution"],
        [counts.flows, "flow"],
        [counts.measures, "measure"],
        [counts.words, "word"],
        [counts.sources, "source"],
        [counts.people, "person", "people"],
        [counts.stories, "story", "stories"],
        [counts.nights, "night"],
      ])}; ${counted(counts.errors, "error")}, ${counted(counts.warnings, "warning")}`,
    (counts) =>
      `${groupDigits(counts.files)} 个文件：${readZh([
        [counts.institutions, "家机构"],
        [counts.flows, "个流程"],
        [counts.measures, "项办法"],
        [counts.words, "个词"],
        [counts.sources, "个来源"],
        [counts.people, "份个人资料"],
        [counts.stories, "个场景"],
        [counts.nights, "个夜晚"],
      ])}；${groupDigits(counts.errors)} 个错误，${groupDigits(counts.warnings)} 个提醒`,
  ),

  // --- audit and graph ------------------------------------------------------------------------------------------------
  auditPurpose: both(
    "what could be lost, how, how fast; and the least effort that stops it",
    "对方最多能得手什么、多快；怎样最省工夫地切断",
  ),
  personOption: both(
    "a person file, or the id of a person in the catalogue",
    "个人资料文件，或流程库里个人资料的 id",
  ),
  heldOption: both(
    "what is in the wrong hands: possess(sim.main),…; may be repeated",
    "落到对方手里的：possess(sim.main),…；可以写多次",
  ),
  startOption: both(
    "the same by name: open-phone,…; `chainbreak starts` lists them; may be repeated",
    "同上，用名字写：open-phone,…；`chainbreak starts` 列出全部；可以写多次",
  ),
  notLeakedOption: both(
    "as if nobody knew the owner's name, ID number, date of birth, address and phone number",
    "当作没有人知道机主的姓名、身份证号、出生日期、住址和手机号",
  ),
  startsPurpose: both(
    "the starts there are: what the other side may have when it begins",
    "有哪些开局：对方一开始可能有什么",
  ),
  startKnown: both("counts as known of everybody", "默认人人都可能知道"),
  lockedOutPurpose: both(
    "what you could still open if things were lost, what not, and what to do today so that you could",
    "万一丢了东西：还能打开什么、打不开什么，今天先做什么就能打开",
  ),
  lostOption: both(
    "what was lost: device.phone,sim.main; may be repeated",
    "丢了什么：device.phone,sim.main；可以写多次",
  ),
  sidesOption: both("whose measures are weighed", "考虑哪一方的办法"),
  applyOption: both("measures to count as done; may be repeated", "按做了算的办法；可以写多次"),
  setOption: both(
    "blocks set at the start, such as suspended(line.main); may be repeated",
    "一开始就已办的停用，如 suspended(line.main)；可以写多次",
  ),
  goalOption: both(
    "ask only of these: a loss such as charge(card.x), or a kind of harm: money, debt, wiped, deleted, speaking, facts, number, locked-out; may be repeated",
    "只问这些：某一处损失（如 charge(card.x)），或一类损失：money、debt、wiped、deleted、speaking、facts、number、locked-out；可以写多次",
  ),
  withinOption: both(
    "only what could be lost within this time: 90m, 13h, 3d",
    "只看这段时间内可能损失的：90m、13h、3d",
  ),
  atOption: both(
    "when it begins, so that opening hours count: `19:30`, `fri 19:30`",
    "从什么时候开始（计入办理时间）：`19:30`、`fri 19:30`",
  ),
  asOfOption: both("the flows in force on this day: 2020-09-04", "按这一天有效的流程：2020-09-04"),
  waysOption: both("how many different ways to look for, 0 to 50", "找几条不同的路，0 到 50"),
  respondPurpose: both(
    "it is happening now: what to do next, and what to say",
    "正在发生：现在先做什么、怎么说",
  ),
  incidentOption: both(
    "an incident file; `incident new` prints one",
    "事件文件；`incident new` 会打印一份样板",
  ),
  signOption: both(
    "something just seen: 'code line.main from 12333'",
    "刚看到的迹象：'code line.main from 12333'",
  ),
  doneOption: both(
    "something just done: 'suspended(line.main) refused'",
    "刚做过的事：'suspended(line.main) refused'",
  ),
  nowOption: both("the moment it is, instead of the file's", "现在的时刻，代替文件里的"),
  incidentPurpose: both(
    "an incident file to begin with: `incident new`",
    "打印一份事件文件样板：`incident new`",
  ),
  incidentWord: both("`new`", "`new`"),
  thinking: both("playing the night on …", "正在推演今晚 …"),
  incidentFile: both(
    (now: string) => `incident:
  at: ${now}          # now; minutes matter
  since: ${now}       # when the phone was gone
  region: cn                             # the country, as two letters; or: person: FILE
  gone: [device.phone]                   # device.phone, sim.main, card.bank, document.id-card
  phone: { lock: unknown, on: unknown }  # locked, open or unknown; true, false or unknown
signs: []   # - { at: ${now}, sign: code, on: line.main, from: 12333 }
done: []    # - { at: ${now}, by: owner, action: suspended(line.main), result: done }
helpers: [] # - { id: sister }
has: []`,
    (now: string) => `incident:
  at: ${now}          # 现在，请写到分钟
  since: ${now}       # 手机什么时候不见的
  region: cn                             # 国家，两个字母。也可以不写，改写 person 一行
  gone: [device.phone]                   # device.phone 手机，sim.main 手机卡，card.bank 银行卡，document.id-card 身份证
  phone: { lock: unknown, on: unknown }  # locked 锁着，open 没锁，unknown 不清楚。开机 true，关机 false
signs: []   # - { at: ${now}, sign: code, on: line.main, from: 12333 }
done: []    # - { at: ${now}, by: owner, action: suspended(line.main), result: done }
helpers: [] # - { id: sister }
has: []`,
  ),
  graphPurpose: both(
    "a person's rules; with --held, those possible that lead to a loss",
    "个人资料的全部规则；加上 --held 则只给出办得到、且通向损失的部分",
  ),
  formatOption: both("how it is written", "写成什么格式"),
  searching: both("looking for ways and for the easiest measures …", "正在找路、找最省工夫的办法 …"),

  // --- import -----------------------------------------------------------------------------------------------------------
  importPurpose: both(
    "what bills, statements and lists of calls and texts say, and what could not be read",
    "读账单、流水、通话和短信清单：读出了什么，哪些没有读出来",
  ),
  passwordFileOption: both(
    "a text file of passwords for archives, each by itself; they are tried and not kept",
    "压缩包的密码，每行一个；只用来打开，不会留下",
  ),
  mappingOption: both(
    "what the columns of the files mean; wins over what is known",
    "各列的意思（列对照表）；以它为准",
  ),
  saveMappingOption: both(
    "write down what the columns were taken for, to be mended and shared",
    "把猜出的列对照表存下来，可以改，可以给别人用",
  ),
  passwordOf: both(
    (file: string) => `Password of ${file} (not shown, not kept): `,
    (file) => `${file} 的密码（不显示，不留下）：`,
  ),
  recordFiles: both("files of records, as they were exported", "导出的记录文件，保持原样"),
  imported: both(
    ({ file, source, encoding, rows, complaints, period }: Imported) =>
      `${file}: ${source ?? "not known what it is"}${encoding === undefined ? "" : ` (${encoding})`}; ${counted(rows, "row")} read, ${counted(complaints, "complaint")}${
        period === undefined
          ? ""
          : `; by its own words from ${period.from ?? "an unknown day"} to ${period.to ?? "an unknown day"}`
      }`,
    ({ file, source, encoding, rows, complaints, period }) =>
      `${file}：${source ?? "认不出是什么记录"}${encoding === undefined ? "" : `（${encoding}）`}；读出 ${groupDigits(rows)} 行，${groupDigits(complaints)} 处问题${
        period === undefined ? "" : `；文件自称从 ${period.from ?? "（未写）"} 到 ${period.to ?? "（未写）"}`
      }`,
  ),

  // --- investigate ------------------------------------------------------------------------------------------------------
  investigatePurpose: both(
    "from records to what happened, what is still open in your name, and why",
    "从记录看发生了什么、名下还有什么没关上、依据是什么",
  ),
  recordsFolder: both("a folder of records", "存放记录的文件夹"),
  toldOption: both(
    "what the owner's side tells, as JSON: { at, by, says }",
    "自己这边的说法，JSON：{ at, by, says }",
  ),
  regionOption: both(
    "the country, for somebody without a person file, where the files do not say",
    "没有个人资料文件、文件里又看不出来时，写明国家或地区",
  ),
  takenForSomebody: both(
    (region: string, uses: readonly string[]) =>
      `no \`--person\` was given: taken for somebody in \`${region}\` who uses ${uses.join(", ") || "nothing the files name"}`,
    (region: string, uses: readonly string[]) =>
      `没有给 \`--person\`：按在 \`${region}\`、使用${uses.join("、") || "不知哪些服务"}的人来看`,
  ),
  noneAtOption: both("services at which you have no account", "自己没有账户的服务"),
  rowsOption: both("say of every row whose act it was", "逐行说明是谁做的"),
  handoverOption: both(
    "write the evidence pack into this folder: originals, manifest, journal, report, letters, timelines",
    "把证据包写进这个文件夹：原件、清单、日志、报告、函件、时间线",
  ),
  packWritten: both(
    (out: string, seal: string) =>
      `wrote ${out}; the hash of its manifest is ${seal}\n  tell it to somebody else today: it shows later that the folder was not exchanged`,
    (out: string, seal: string) =>
      `已写入 ${out}；清单的哈希值是 ${seal}\n  今天就把这个值告诉另一个人：日后可以说明文件夹没有被整个换掉`,
  ),
  // --- verify -----------------------------------------------------------------------------------------------------------
  verifyPurpose: both("whether an evidence pack is as it was made", "核对证据包是否和做好时一样"),
  packFolder: both("the folder that `investigate --out` wrote", "`investigate --out` 写出的文件夹"),
  sealOption: both("the hash of the manifest, as it was written down on the day", "当天记下的清单哈希值"),
  packVerified: both(
    (files: number, seal: string) =>
      `as it was made: ${counted(files, "file")}, none changed, none added, none missing\n  hash of the manifest: ${seal}\n  this shows that nothing changed since; not who made it, nor that what it says is true`,
    (files: number, seal: string) =>
      `和做好时一样：${groupDigits(files)} 个文件，没有改动，不多不少\n  清单的哈希值：${seal}\n  这说明做好以后没有变过；不说明是谁做的，也不说明内容属实`,
  ),
  // --- investigate, while it works ------------------------------------------------------------------------------------------
  reconstructing: both("looking for the simplest explanation …", "正在找最合理的解释 …"),

  // --- race -------------------------------------------------------------------------------------------------------------
  racePurpose: both(
    "plays the night many times, both sides acting: how often money is lost, how much, how soon",
    "把这一夜推演许多遍：丢钱的概率、金额、快慢",
  ),
  ownerOption: both(
    "what the owner does: nothing, checklist, answers, founding; nothing if not given",
    "机主怎么做：nothing、checklist、answers、founding；不写则为 nothing",
  ),
  intruderOption: both(
    "who the intruder is: gang, loner, slow; gang if not given",
    "对方是谁：gang（团伙）、loner（一个人）、slow（每天只拿一点）；不写则为 gang",
  ),
  runsOption: both(
    "how many nights, 1 to 10000000; 2000 if not given",
    "多少夜，1 到 10000000；不写则为 2000",
  ),
  seedOption: both(
    "the same seed gives the same nights, to the byte; 1 if not given",
    "同一个种子得到完全相同的夜晚；不写则为 1",
  ),
  measureOption: both(
    "race the same nights with this measure too (several joined by commas: together); may be repeated",
    "用同样的夜晚再推演一遍，加上这项办法（逗号相连则一起加）；可以写多次",
  ),
  nightOption: both(
    "how long a night lasts, up to 31d; 14h if not given",
    "一夜多长，最长 31d；不写则为 14h",
  ),
  handsOption: both(
    "how many things the intruder can do at once, 1 to 100; 4 for a gang, 1 for one person if not given",
    "对方同时能做几件事，1 到 100；不写则团伙 4、单人 1",
  ),
  workersOption: both(
    "how many workers share the nights, 1 to 64; the answer does not depend on it",
    "几个工作线程分担，1 到 64；答案与此无关",
  ),
  racing: both(
    ({ bar, done, of, left }: Racing) =>
      `${bar} ${groupDigits(done)}/${groupDigits(of)} nights${left === undefined ? "" : `, ${left} left`} · Ctrl-C: what is known so far`,
    ({ bar, done, of, left }) =>
      `${bar} ${groupDigits(done)}/${groupDigits(of)} 夜${left === undefined ? "" : `，还要 ${left}`} · 按 Ctrl-C 看目前的结果`,
  ),
  stopping: both(
    "stopping; what is known so far follows (Ctrl-C again quits)",
    "正在停下，随后给出目前的结果（再按一次 Ctrl-C 直接退出）",
  ),

  // --- detect and simulate ----------------------------------------------------------------------------------------------
  detectPurpose: both(
    "events in, a decision for each: allow, step up, hold or block, with its reasons",
    "读入事件，逐个判断：放行、补验、暂缓或拒绝，并说明理由",
  ),
  detectMode: both(
    "`backtest`: compare the rules of --rules with those of --against",
    "`backtest`：比较 --rules 与 --against 两套规则",
  ),
  eventsOption: both(
    "one event in each row, as JSON; - for standard input",
    "事件文件，每行一个 JSON；- 为标准输入",
  ),
  peopleOption: both(
    "a folder with person files; others count as somebody of their region",
    "放个人资料的文件夹；没有资料的人按所在地区的一般人判断",
  ),
  rulesOption: both("the operator's rules: a YAML file or a folder", "自己的规则：YAML 文件或文件夹"),
  againstOption: both(
    "for backtest: the rules to compare with; none if not given",
    "用于 backtest：与哪套规则比；不写则与没有规则比",
  ),
  viewOption: both(
    "shared: all events; own:INSTITUTION: only what that institution saw",
    "shared：全部事件；own:机构：只看这家机构自己的事件",
  ),
  moreComplaints: both("further complaints are counted, not said", "更多问题只计数，不再逐条列出"),
  risk: both(
    (percent: number) => `${percent} % not the owner`,
    (percent) => `${percent}% 可能不是本人`,
  ),
  comma: both("; ", "；"),
  chainTold: both(
    (ids: string) => `the chain so far: ${ids}`,
    (ids) => `到目前为止的链条：${ids}`,
  ),
  openedTold: both(
    (ids: string) => `what this one asked came from ${ids}`,
    (ids) => `这一步要用的东西来自 ${ids}`,
  ),
  rulesTold: both(
    (ids: string) => `rules: ${ids}`,
    (ids) => `规则：${ids}`,
  ),
  // --- detect as a service ------------------------------------------------------------------------------------------
  detectServePurpose: both(
    "detect as a service: decisions are on the disk before they are answered",
    "把 detect 作为服务运行：决定先落盘，再答复",
  ),
  inShort: both("In short:", "简要步骤："),
  shortInit: both("makes the folder, and prints the key that opens it", "建好文件夹，并打印打开它的密钥"),
  shortAfter: both(
    "The page for operators is at http://127.0.0.1:4030/, every route at /openapi.json. detect.yaml in the folder says who may do what; SIGHUP reads it again, SIGTERM ends once all that was taken is answered. Back up, restore, rotate keys, upgrade, alarms: docs/reference/service.md",
    "值守页在 http://127.0.0.1:4030/，全部接口见 /openapi.json。谁可以做什么，写在文件夹里的 detect.yaml；发 SIGHUP 重新读取，发 SIGTERM 则把收下的都答复完再停。备份、恢复、换密钥、升级、各种告警：docs/reference/service.md",
  ),
  detectInitPurpose: both(
    "a folder for the service, and the first key",
    "建好服务用的文件夹，并给出第一个密钥",
  ),
  detectKeyPurpose: both(
    "another key, and what to write into the configuration",
    "再做一个密钥，并给出写进配置的内容",
  ),
  detectSigningKeyPurpose: both(
    "another key by which the service signs its signals; those before stay published",
    "再做一个给信号签名的密钥；以前的仍对外公布",
  ),
  detectLooksPurpose: both("who looked at or erased whom, by which key", "谁用哪个密钥看过、抹除过谁"),
  looked: both(
    (at: string, institution: string, key: string, what: LookWord, person: string | null) =>
      `${at}  ${institution}  ${key}  ${looksEn[what]}${lookedAtOne(what) ? `: ${person ?? "somebody who was erased"}` : ""}`,
    (at, institution, key, what, person) =>
      `${at}  ${institution}  ${key}  ${looksZh[what]}${lookedAtOne(what) ? `：${person ?? "已被抹除的人"}` : ""}`,
  ),
  noLooks: both("Nobody has looked at anything.", "还没有人看过什么。"),
  looksBroken: both(
    (at: string) => `the row of ${at} does not follow from the one before it: one was changed or taken out`,
    (at) => `${at} 这一条接不上前一条：有记录被改动或拿掉了`,
  ),
  detectVerifyPurpose: both("whether the journal is whole and unchanged", "检查记录是否完整、有没有被改过"),
  watchDataOption: both("the folder of the service", "服务用的文件夹"),
  watchPortOption: both(
    "the port to listen on; 4030 or the next free one if not given",
    "监听的端口；不写则用 4030，被占用则往后找",
  ),
  watchNameOption: both(
    "a name by which a proxy on this machine calls it; may be repeated",
    "本机的反向代理用来访问它的域名；可写多次",
  ),
  watchInstitution: both("the id of the institution that will send events", "将要发来事件的机构的代号"),
  gathersOption: both(
    "a hub: its events may name the institution each comes from",
    "汇集方：发来的事件可以写明各自出自哪家机构",
  ),
  detectBackupPurpose: both(
    "a copy of the service's folder, made while it runs and held to its chain",
    "复制服务的文件夹（服务可以照常运行），并核对记录链",
  ),
  detectRotatePurpose: both(
    "another `secret.key` for the folder of a service that is stopped; cut off, run it again",
    "给（已停止的）服务的文件夹换一把 `secret.key`；中断了再执行一次即可",
  ),
  rotationGoneOn: both(
    "The last rotation was cut off; it was gone on with.",
    "上次更换中断了，现已接着做完。",
  ),
  rotated: both(
    (people: number) =>
      `\`secret.key\` is another now: ${counted(people, "key")} of people wrapped by it. Nothing in the folder opens with the old one.`,
    (people) =>
      `\`secret.key\` 已更换，${groupDigits(people)} 把个人密钥已用新的封好。文件夹里再没有旧钥匙能打开的内容。`,
  ),
  rotateDatabaseOption: both(
    "the log that workers share, whose keys the same `secret.key` wraps: `postgres://…`; the PG… variables fill in what it leaves out",
    "多台机器共用的日志，其中的密钥也由同一把 `secret.key` 封着：`postgres://…`；没写明的按 PG… 环境变量",
  ),
  rotatedInLog: both(
    (keys: number) =>
      `${counted(keys, "key")} in the shared log wrapped by it. Copy the new one to every machine: a worker with the old one decides nothing until then.`,
    (keys) =>
      `共用日志里的 ${groupDigits(keys)} 把密钥已用新的封好。请把新的复制到每台机器：还拿着旧钥匙的，在那之前什么也判定不了。`,
  ),
  rotationNotSettled: both(
    (why: string) =>
      `The table of keys could not be written again, so what was wrapped before still lies in it: ${why}. Have its owner run \`vacuum (full) chainbreak.people\`.`,
    (why) =>
      `密钥表没能重写，旧的封存内容还留在里面：${why}。请由表的所有者执行 \`vacuum (full) chainbreak.people\`。`,
  ),
  rotatedSince: both(
    "Keep a copy of the new one elsewhere. Backups from before open with the old one: keep it as long as you keep those, and no longer.",
    "请把新的另存一份到别处。以前的备份要用旧的才能打开：备份留多久，旧的就留多久，之后一并销毁。",
  ),
  detectRestorePurpose: both("a copy put back into an empty folder", "把副本放回空文件夹"),
  detectReplayPurpose: both(
    "what this version would decide on everything in the journal, compared with what was answered",
    "用现在的版本把记录重新判定一遍，与当时的答复相比",
  ),
  backupToOption: both("the folder for the copy", "放副本的文件夹"),
  journalOnlyOption: both("leave the keys of people out", "不复制各人的密钥"),
  restoreFromOption: both("the folder of the copy", "副本所在的文件夹"),
  backedUp: both(
    (records: number, folder: string) => `${counted(records, "record")} copied to ${folder}, in one chain`,
    (records, folder) => `已把 ${groupDigits(records)} 条记录复制到 ${folder}，连成一链`,
  ),
  backupHasPeople: both(
    "The copy holds the keys of people: it brings erased people back, so keep it no longer than you may take to erase. `secret.key` is not in it.",
    "副本里有各人的密钥，会让已抹除的人恢复，保存期不要超过抹除的期限。`secret.key` 不在其中。",
  ),
  backupWithoutPeople: both(
    "The keys of people are not in it, and neither is `secret.key`: alone it cannot be read or restored.",
    "副本里没有各人的密钥，也没有 `secret.key`：单凭它无法读取或恢复。",
  ),
  notRestored: both("Nothing was restored; the folder is as it was.", "没有恢复任何内容，文件夹和原来一样。"),
  replaySame: both(
    (compared: number) => `${counted(compared, "decision")} would come out the same now`,
    (compared) => `${groupDigits(compared)} 个决定，现在结果都一样`,
  ),
  detectWorkPurpose: both(
    "a worker on a log that many machines share, on PostgreSQL",
    "在多台机器共用的日志（PostgreSQL）上做判定",
  ),
  detectFeedPurpose: both(
    "puts events into the shared log, and prints what is decided on each",
    "把事件写入共用日志，并打印对每件的决定",
  ),
  detectRulesPurpose: both(
    "the rules in force on the shared log: listed, or changed while workers decide",
    "共用日志的现行规则：列出来，或在工作进程判断时改动",
  ),
  putRulesOption: both("a file of rules to put in force", "要启用的规则文件"),
  compareOption: both(
    "a file of rules compared with those in force, over what was decided for --as; nothing is changed",
    "和现行规则比一比的规则文件，按 --as 机构以往的决定；什么也不改",
  ),
  compareAsOption: both("for --compare: the institution", "配合 --compare：哪家机构"),
  compared: both(
    (done: number, total: number) => `${groupDigits(done)} of ${counted(total, "record")} gone through`,
    (done, total) => `已过 ${groupDigits(done)} 条，共 ${groupDigits(total)} 条`,
  ),
  setRuleOption: both(
    "how one rule counts: RULE=shadow, RULE=off, RULE=on (for as many as before) or RULE=20%",
    "一条规则怎么算数：RULE=shadow、RULE=off、RULE=on（比例不变）或 RULE=20%",
  ),
  restoreRulesOption: both(
    "a version to put in force again; 0: those the workers are started with",
    "要重新启用的版本；0 是工作进程启动时的规则",
  ),
  overOption: both(
    "the version it is to follow; refused where another is in force by now",
    "要接在哪一版之后；现行的已是别的版本就不改",
  ),
  oneChange: both(
    "One thing at a time: --put, --set, --restore or --compare.",
    "一次只做一件：--put、--set、--restore 或 --compare。",
  ),
  setHow: both(
    "Not read: give --put a file that is there, and --set RULE=shadow, off, on or a share like 20%.",
    "没有读懂：--put 要给出存在的文件，--set 要写 RULE=shadow、off、on 或像 20% 这样的比例。",
  ),
  rulesPutNow: both(
    (number: number) => `In force from the next event on, as version ${groupDigits(number)}.`,
    (number) => `从下一个事件起启用，是第 ${groupDigits(number)} 版。`,
  ),
  rulesSame: both(
    (number: number) => `That is in force already, as version ${groupDigits(number)}.`,
    (number) => `这已经是现行规则，第 ${groupDigits(number)} 版。`,
  ),
  detectListsPurpose: both(
    "the lists of rules on the shared log: what an institution has put there, something put on or taken off",
    "共用日志里规则用的名单：一家机构加了什么，加一项或移出一项",
  ),
  listsAsOption: both("the institution whose entries they are", "名单各项属于哪家机构"),
  listOption: both("the list, as the rules call it", "名单，用规则里的名字"),
  addOption: both("the value to put on it", "要加进去的值"),
  expiresOption: both(
    "the last day on which it counts, like 2027-01-31; for ever if not given",
    "有效的最后一天，如 2027-01-31；不写则一直有效",
  ),
  whyOption: both("why, for people who look at the list", "原因，给看名单的人看"),
  removeOption: both("the number of the entry to take off", "要移出的一项的编号"),
  listChange: both(
    "Give --list with --add or with --remove, or none of them to list what there is.",
    "--list 要和 --add 或 --remove 一起写；都不写则列出已有的。",
  ),
  listAdded: both(
    (entry: number) => `On the list from the next event on, as entry ${groupDigits(entry)}.`,
    (entry) => `从下一个事件起列入名单，编号 ${groupDigits(entry)}。`,
  ),
  listRemoved: both(
    (entry: number) => `Entry ${groupDigits(entry)} is off the list from the next event on.`,
    (entry) => `编号 ${groupDigits(entry)} 从下一个事件起移出名单。`,
  ),
  versionsHow: both(
    "`chainbreak detect rules`, without a change, lists the versions; the last is in force",
    "`chainbreak detect rules` 不带改动时列出各版，最后一版就是现行的",
  ),
  entriesHow: both(
    "`chainbreak detect lists --as INSTITUTION` lists what is on it; what the rules themselves say is taken out of their file",
    "`chainbreak detect lists --as INSTITUTION` 列出名单上的条目；规则文件里写的，到文件里去掉",
  ),
  changeBroke: both(
    (fault: string) => `Nothing is known to be changed: ${fault}. Do it again.`,
    (fault) => `没有改成，或不知道改成没有：${fault}。请再做一次。`,
  ),
  isInRules: both(
    "The rules in force, or those of the file given at the start, name them: take them out there, and erase again.",
    "现行规则里，或启动时给的规则文件里写着这个人：请把那一处去掉，再抹除一次。",
  ),
  detectErasePurpose: both(
    "destroys the key of one person in the shared log: nothing about them can be read any more",
    "销毁共用日志里一个人的密钥：关于这个人的内容从此读不出来",
  ),
  erasePersonOption: both("the person, as the institution calls them", "这个人，用这家机构的叫法"),
  nobodyToErase: both(
    "Nobody of that name is in the log at this institution.",
    "这家机构在日志里没有叫这个名字的人。",
  ),
  erasedFromLog: both(
    (records: number) =>
      `Erased: ${records} ${records === 1 ? "record" : "records"} can no longer be read. Backups of the database and its write-ahead log still hold the key, wrapped by \`secret.key\`, until they are gone.`,
    (records: number) =>
      `已删除：${records} 条记录从此读不出来。数据库的备份和预写日志在清掉之前，仍留有用 \`secret.key\` 封好的那把密钥。`,
  ),
  notSettled: both(
    (why: string) =>
      `The key is destroyed, but the database has not cleaned up where it lay: ${why}. Run this again as the owner of the tables.`,
    (why: string) => `密钥已经销毁，但数据库还没有清理它原来的位置：${why}。请用表的所有者身份再运行一次。`,
  ),
  databaseOption: both(
    "the address of the database, `postgres://…`; as PGHOST and the like say if not given",
    "数据库地址 `postgres://…`；不写则按 PGHOST 等环境变量",
  ),
  busOption: both(
    "the address of a NATS JetStream before the database, `nats://…`; the same for workers and for what feeds them",
    "数据库之前的 NATS JetStream 消息总线，地址形如 `nats://…`；处理的一方和送入的一方须写同一个",
  ),
  busCredentialsOption: both("a file of credentials for the bus", "登录总线用的凭据文件"),
  busAway: both(
    (why: string) => `Nothing can be taken from the bus: ${why}. What waits there is taken when it is back.`,
    (why) => `无法从总线取出事件：${why}。总线恢复后会接着取。`,
  ),
  busBack: both("Taking from the bus again.", "总线已恢复，继续取出事件。"),
  passedOver: both(
    (count: number) =>
      `${counted(count, "message")} on the bus passed over: not put there by chainbreak, or changed since`,
    (count) => `跳过总线上的 ${groupDigits(count)} 条消息：不是 chainbreak 放入的，或放入后被改动过`,
  ),
  partitionsOption: both(
    "how many parts the log has; fixed when it is made, one if not given",
    "日志分成几份；建立时定下，不写则为一份",
  ),
  feedAsOption: both(
    "the institution that sends them, as detect.yaml has it",
    "发来事件的机构，须在 detect.yaml 里",
  ),
  atWork: both("At work on the shared log.", "开始处理共用日志。"),
  partitionsHeld: both(
    (partitions: string, differ: number) =>
      `Parts of the log held here: ${partitions === "" ? "none" : partitions}${differ === 0 ? "" : `; ${counted(differ, "decision")} would come out otherwise now`}`,
    (partitions, differ) =>
      `本机负责的份：${partitions === "" ? "无" : partitions}${differ === 0 ? "" : `；有 ${groupDigits(differ)} 个决定，现在会有不同结果`}`,
  ),
  feedBroke: both(
    (why: string) => `It broke off: ${why}. Feed the same again: what is in the log already counts once.`,
    (why) => `中断了：${why}。请把同样的事件再送一次：已在日志里的只算一次。`,
  ),
  eraseBroke: both(
    (why: string) => `It broke off: ${why}. Whether the person is erased is not known: ask again.`,
    (why) => `中断了：${why}。是否已抹除还不清楚，请再执行一次。`,
  ),
  workBroke: both(
    (why: string) => `Broken off, and begun again in a moment: ${why}`,
    (why) => `中断，稍后重来：${why}`,
  ),
  workEnded: both("Every part has been handed on.", "各份都已交出。"),
  noSuchInstitution: both(
    (id: string) => `detect.yaml names no institution \`${id}\``,
    (id) => `detect.yaml 里没有机构 \`${id}\``,
  ),
  notDecidedYet: both(
    (count: number) =>
      `${counted(count, "event")} taken in and not decided yet: see that a worker runs (\`chainbreak detect work\`), then feed the same again`,
    (count) =>
      `有 ${groupDigits(count)} 件已收下，还没有决定：请确认有 \`chainbreak detect work\` 在处理，再送一遍同样的事件`,
  ),
  headOption: both(
    "a head from an earlier check, as it was printed: it must still be in the chain; of a shared log several, with commas between",
    "以前检查时打印的末尾值：它必须仍在链上；共用日志可写多个，用逗号隔开",
  ),
  verifyDatabaseOption: both(
    "the address of the database, `postgres://…`: checks the shared log instead of the folder's journal",
    "数据库地址 `postgres://…`：检查共用日志，而不是文件夹里的记录",
  ),
  partition: both(
    (partition: number) => `Part ${partition} of the log:`,
    (partition) => `日志第 ${partition} 份：`,
  ),
  notAnId: both(
    (text: string) => `\`${text}\` is not an id: lower-case words joined by hyphens`,
    (text) => `\`${text}\` 不是代号：应为小写单词，用连字符相连`,
  ),
  watching: both(
    (url: string, folder: string) => `Detect is at ${url}, and keeps everything in ${folder}`,
    (url, folder) => `detect 在 ${url}，所有记录存在 ${folder}`,
  ),
  pageNotBuilt: both(
    "The page was not built, so there is nothing to look at there: `npm run build:page`, then start it again. Events are answered all the same.",
    "页面还没有生成，所以那里没有东西可看：先 `npm run build:page`，再重新启动。事件照常答复。",
  ),
  watchEnded: both("Everything that was taken has been answered.", "收下的事件都已答复。"),
  wasCut: both(
    (records: number) =>
      `The last run was cut off. ${counted(records, "record")} are kept; whatever was answered is among them.`,
    (records) => `上次运行被中断。共保存 ${groupDigits(records)} 条记录，答复过的都在其中。`,
  ),
  clockBehind: both(
    (days: number) =>
      `The clock is ${counted(days, "day")} before the last record. What comes is noted as received when that was, until the clock has caught up.`,
    (days) =>
      `时钟比最后一条记录早 ${groupDigits(days)} 天。在时钟赶上之前，收到的事件都按那条记录的接收时间登记。`,
  ),
  upgradedFrom: both(
    (version: string) => `Written by chainbreak ${version} until now.`,
    (version) => `此前由 chainbreak ${version} 写入。`,
  ),
  rulesPut: both(
    (version: number) =>
      `The rules put in force over HTTP as version ${groupDigits(version)} are in force, and not the file given at this start.`,
    (version) => `现在按通过 HTTP 启用的第 ${groupDigits(version)} 版规则判断，不按这次启动给的规则文件。`,
  ),
  modesPut: both(
    (version: number) =>
      `The file of rules given at this start is in force, with the modes of single rules that version ${groupDigits(version)} set over HTTP.`,
    (version) =>
      `按这次启动给的规则文件判断；其中个别规则的施行方式，按通过 HTTP 设的第 ${groupDigits(version)} 版。`,
  ),
  rulesLost: both(
    (version: number) =>
      `Nobody can read any more what version ${groupDigits(version)} of the rules said, which was in force in this copy: its key was destroyed since. The file given at this start is in force in its place.`,
    (version) =>
      `这份备份里有效的第 ${groupDigits(version)} 版规则再也读不出来了，它的密钥后来已被销毁；现在改按这次启动给的规则文件判断。`,
  ),
  goneOnFrom: both(
    (record: number) => `The state of record ${groupDigits(record)} was kept and is gone on from.`,
    (record) => `接着第 ${groupDigits(record)} 条记录时保存的状态继续。`,
  ),
  noStateErased: both(
    "The state that was kept is gone with somebody who was erased: everything is replayed.",
    "所存状态已随被抹除的人一并销毁：全部重放。",
  ),
  noStateBasis: both(
    "Catalogue, people, rules or program are otherwise than when the state was kept: everything is replayed.",
    "目录、人员、规则或程序与保存状态时不同：全部重放。",
  ),
  noStateJournal: both(
    "The state that was kept is of another journal: everything is replayed.",
    "所存状态属于另一本流水账：全部重放。",
  ),
  noStateBroken: both(
    "The state that was kept cannot be read: everything is replayed.",
    "所存状态无法读取：全部重放。",
  ),
  replayed: both(
    (records: number, erased: number) =>
      `${counted(records, "record")} replayed${erased === 0 ? "" : `, ${groupDigits(erased)} of them erased`}`,
    (records, erased) =>
      `已重放 ${groupDigits(records)} 条记录${erased === 0 ? "" : `，其中 ${groupDigits(erased)} 条已抹除`}`,
  ),
  replayDiffers: both(
    (differ: number, compared: number) =>
      `${groupDigits(differ)} of ${counted(compared, "decision")} would come out otherwise now; what was answered stays as it was`,
    (differ, compared) =>
      `${groupDigits(compared)} 个决定中有 ${groupDigits(differ)} 个现在会不同；已作的答复不变`,
  ),
  begun: both(
    (file: string) => `Made ${file}; docs/reference/service.md says what else may be in it.`,
    (file) => `已写好 ${file}；还能写什么，见 docs/reference/service.md。`,
  ),
  signingKeyAdded: both(
    (known: number) =>
      `A new signing key is in the folder; ${known === 1 ? "one is" : `${known} are`} published. It signs once the service reads it: send it SIGHUP, or start it again.`,
    (known: number) =>
      `文件夹里有了新的签名密钥，对外公布 ${known} 个。服务读到它之后开始用它签名：请发 SIGHUP 信号，或重新启动。`,
  ),
  keyOnce: both("The key. It is shown this once and kept nowhere:", "密钥如下。只显示这一次，哪里都不保存："),
  hashFor: both("For `keys` in detect.yaml, as `hash`:", "写进 detect.yaml 的 `keys`，作为 `hash`："),
  verified: both(
    (records: number, opened: number, erased: number) =>
      `${counted(records, "record")} in one chain: ${groupDigits(opened)} opened, ${groupDigits(erased)} of people erased`,
    (records, opened, erased) =>
      `${groupDigits(records)} 条记录连成一链：打开 ${groupDigits(opened)} 条，已抹除 ${groupDigits(erased)} 条`,
  ),
  changesVerified: both(
    (lists: number, rules: number) =>
      `${counted(lists, "change")} of lists and ${counted(rules, "version")} of rules put in force, each in one chain`,
    (lists, rules) => `名单改动 ${groupDigits(lists)} 次、启用的规则 ${groupDigits(rules)} 版，各自连成一链`,
  ),
  changesBroken: both(
    (what: "lists" | "rules", change: number) =>
      what === "lists"
        ? `change ${groupDigits(change)} of what was put on lists was changed from outside, or one before it is missing`
        : `version ${groupDigits(change)} of the rules put in force was changed from outside, or one before it is missing`,
    (what, change) =>
      what === "lists"
        ? `名单的第 ${groupDigits(change)} 次改动被人从外面改过，或它前面少了一次`
        : `启用的第 ${groupDigits(change)} 版规则被人从外面改过，或它前面少了一版`,
  ),
  chainBroken: both(
    (record: number) => `record ${groupDigits(record)} was changed, or one before it is missing`,
    (record) => `第 ${groupDigits(record)} 条被改过，或它前面少了记录`,
  ),
  headIs: both(
    (head: string) => `Head, to be kept elsewhere: ${head}`,
    (head) => `末尾值，请另存他处：${head}`,
  ),
  goneByAge: both(
    (record: number) =>
      `Everything up to record ${groupDigits(record)} went by age; a head from before it cannot be held to any more.`,
    (record) => `第 ${groupDigits(record)} 条及之前的记录已到期清除；更早的末尾值无法再核对。`,
  ),
  headGone: both(
    "the head that was given is not in this chain: records were changed or cut off since",
    "给出的末尾值不在这条链上：此后有记录被改动或截掉",
  ),
  simulatePurpose: both(
    "a labelled stream of ordinary life with chains planted in it",
    "生成带标签的事件流：日常生活，其中混入盗号链条",
  ),
  howManyPeople: both("how many people; 200 if not given", "多少人；不写则为 200"),
  howManyDays: both("how many days; 60 if not given", "多少天；不写则为 60"),
  howManyAttacks: both("how many chains; 20 if not given", "多少条链；不写则为 20"),
  streamSeedOption: both(
    "the same seed gives the same stream, to the byte; 1 if not given",
    "同一个种子得到完全相同的事件流；不写则为 1",
  ),
  mimicOption: both("intruders keep to the owner's hours and amounts", "对方模仿本人的时间和金额"),
  outOption: both("where it is written; standard output if not given", "写到哪个文件；不写则为标准输出"),
  simulated: both(
    (events: number, people: number, chains: number) =>
      `${counted(events, "event")} of ${counted(people, "person", "people")}, ${counted(chains, "chain")}`,
    (events, people, chains) =>
      `${groupDigits(people)} 人的 ${groupDigits(events)} 个事件，${groupDigits(chains)} 条链`,
  ),

  // --- serve ------------------------------------------------------------------------------------------------------------
  servePurpose: both("the page, on this machine, until it is stopped", "在本机打开网页，直到停止"),
  portOption: both(
    "0 to 65535; else PORT, else 4020 or the next free one",
    "0 到 65535；不写则用 PORT，再不然用 4020 起第一个空着的",
  ),
  hostOption: both("the address to listen on; 127.0.0.1 if not given", "监听的地址；不写则为 127.0.0.1"),
  openOption: both("do not open a browser", "不打开浏览器"),
  dataOption: both(
    "where sealed records are kept; else CHAINBREAK_DATA, else this user's data folder",
    "密封的记录存在哪个文件夹；不写则用 CHAINBREAK_DATA，再不然用本用户的数据文件夹",
  ),
  noDataOption: both("keep nothing on this machine", "什么都不存在本机"),
  starting: both("starting …", "正在启动 …"),
  serving: both(
    (url: string) => `chainbreak is at ${url}`,
    (url) => `chainbreak 在 ${url}`,
  ),
  stopWith: both("Ctrl-C stops it", "按 Ctrl-C 停止"),
  keepsIn: both(
    (folder: string) => `records are kept sealed in ${folder}`,
    (folder) => `保存的内容密封在 ${folder}`,
  ),
  keepsNothing: both("it keeps nothing", "什么都不保存"),
  cannotKeep: both("it keeps nothing:", "什么都不保存："),
  cannotGoOn: both("it could not go on", "没能继续"),

  // --- explain ----------------------------------------------------------------------------------------------------------
  explainPurpose: both(
    "what a word means: a capability, condition, secret, flow, measure, institution or source",
    "一个词是什么意思：能力、状态、秘密、流程、办法、机构或来源",
  ),
  explainWord: both(
    "receive-sms, suspended, alipay/quick-bind, set-sim-pin …; without it, all words",
    "receive-sms、suspended、alipay/quick-bind、set-sim-pin、支付宝 ……；不写则列出全部词",
  ),
  contestOption: both(
    "the flow is not so: how to contest it (`how`), the `patch` or the `story` to send",
    "这个流程不是这样：怎样提出异议（`how`）、要发的补丁（`patch`）或场景（`story`）",
  ),
  unknownFlow: both(
    (word: string) => `no flow \`${word}\` in this catalogue`,
    (word) => `流程库里没有 \`${word}\` 这个流程`,
  ),
  unknownWord: both(
    (word: string) => `\`${word}\` is not a word of this catalogue`,
    (word) => `这个流程库里没有 \`${word}\` 这个词`,
  ),
  listWords: both("`chainbreak explain` lists the words", "`chainbreak explain` 会列出全部词"),

  // --- test ---------------------------------------------------------------------------------------------------------
  testPurpose: both(
    "run stories: worlds with questions and the answers they must have",
    "运行场景：带着问题和应有答案的小世界",
  ),
  testPath: both(
    "story files, or folders that hold some; without any, those of the catalogue",
    "场景文件或文件夹；不写则运行流程库里的全部场景",
  ),
  running: both(
    (id: string, at: number, of: number) => `${at}/${of} ${id}`,
    (id, at, of) => `${at}/${of} ${id}`,
  ),
  because: both("because", "因为"),
  told: both(
    ({ stories, questions, crossChecks, failed }: Told) =>
      `${stories} ${stories === 1 ? "story" : "stories"}, ${counted(questions, "question")}, ${counted(crossChecks, "cross-check")}${failed === 0 ? "" : `; ${failed} failed`}`,
    ({ stories, questions, crossChecks, failed }) =>
      `${stories} 个场景，${groupDigits(questions)} 个问题，${groupDigits(crossChecks)} 次交叉核对${failed === 0 ? "" : `；${failed} 个不符`}`,
  ),
};

interface Racing {
  readonly bar: string;
  readonly done: number;
  readonly of: number;
  readonly left: string | undefined;
}

interface Told {
  readonly stories: number;
  readonly questions: number;
  readonly crossChecks: number;
  readonly failed: number;
}

/** What was read, without what was not there to read. */
const read = (parts: readonly (readonly [count: number, one: string, many?: string])[]) =>
  parts.flatMap(([count, one, many]) => (count === 0 ? [] : [counted(count, one, many)])).join(", ") ||
  "nothing usable";
const readZh = (parts: readonly (readonly [count: number, what: string])[]) =>
  parts.flatMap(([count, what]) => (count === 0 ? [] : [`${groupDigits(count)} ${what}`])).join("，") ||
  "没有可用的内容";

export type CliWords = WordsOf<typeof table>;
export const cliWords = (lang: Lang): CliWords => wordsIn(table, lang);
