/** What the command line itself says, in both languages: help, usage faults and summaries. Answers speak in `report`. */
import { both, counted, groupDigits, type Lang, type WordsOf, wordsIn } from "../report/index.ts";

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

const table = {
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
  jsonOption: both(
    "for machines: JSON on standard output, nothing else there",
    "给程序用：标准输出只有 JSON",
  ),
  exitCodes: both(
    "Exit codes: 0 done, 1 complaints or failing stories, 2 wrong usage, 3 a fault of ours.",
    "退出码：0 完成；1 有问题要改，或场景不符；2 用法不对；3 程序自身出错。",
  ),
  checkPurpose: both(
    "check catalogue, person and story files; without PATH, all that is shipped",
    "检查流程库、个人资料和场景文件；不写 PATH 则检查自带的全部",
  ),
  checkPath: both(
    "files or folders; a folder with institutions is a catalogue of its own",
    "文件或文件夹；里面有机构的文件夹自成一个流程库",
  ),

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
  sidesOption: both("whose measures are weighed", "考虑哪一方的办法"),
  applyOption: both("measures to count as done; may be repeated", "按做了算的办法；可以写多次"),
  setOption: both(
    "blocks set at the start, such as suspended(line.main); may be repeated",
    "一开始就已办的停用，如 suspended(line.main)；可以写多次",
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
  graphPurpose: both(
    "a person's rules; with --held, those possible that lead to a loss",
    "个人资料的全部规则；加上 --held 则只给出办得到、且通向损失的部分",
  ),
  formatOption: both("how it is written", "写成什么格式"),
  searching: both("looking for ways and for the easiest measures …", "正在找路、找最省工夫的办法 …"),

  // --- investigate ------------------------------------------------------------------------------------------------------
  investigatePurpose: both(
    "from records to what happened, what is still open in one's name, and why",
    "从记录看发生了什么、名下还有什么没关上、依据是什么",
  ),
  recordsFolder: both("a folder of records", "存放记录的文件夹"),
  toldOption: both(
    "what the owner's side tells, as JSON: { at, by, says }",
    "自己这边的说法，JSON：{ at, by, says }",
  ),
  noneAtOption: both("services at which there is no account of one's own", "自己没有账户的服务"),
  rowsOption: both("say of every row whose act it was", "逐行说明是谁做的"),
  reconstructing: both("looking for the simplest explanation …", "正在找最合理的解释 …"),

  // --- race -------------------------------------------------------------------------------------------------------------
  racePurpose: both(
    "plays the night many times, both sides acting: how often money is lost, how much, how soon",
    "把这一夜推演许多遍：丢钱的概率、金额、快慢",
  ),
  ownerOption: both(
    "what the owner does: nothing, checklist, founding; nothing if not given",
    "机主怎么做：nothing、checklist、founding；不写则为 nothing",
  ),
  intruderOption: both(
    "who the intruder is: gang, loner; gang if not given",
    "对方是谁：gang（团伙）、loner（一个人）；不写则为 gang",
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
    "how many things the intruder can do at once, 1 to 100; 4 for a gang, 1 for a loner if not given",
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
  cannotKeep: both(
    (why: string) => `it keeps nothing: ${why}`,
    (why) => `什么都不保存：${why}`,
  ),

  // --- explain ----------------------------------------------------------------------------------------------------------
  explainPurpose: both(
    "what a word means: a capability, condition, secret, flow, measure, institution or source",
    "一个词是什么意思：能力、状态、秘密、流程、办法、机构或来源",
  ),
  explainWord: both(
    "receive-sms, suspended, alipay/quick-bind, set-sim-pin …; without it, all words",
    "receive-sms、suspended、alipay/quick-bind、set-sim-pin、支付宝 ……；不写则列出全部词",
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
