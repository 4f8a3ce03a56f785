/** What the page of the people kept here says. */
import { both, counted } from "../../../src/report/index.ts";

export const peopleWords = {
  title: both("Whose things are these?", "这是谁的东西？"),
  lead: both(
    "One for yourself, one for each of your family. Everything is worked out on this machine.",
    "自己一份，家人各一份。一切都在这台机器上计算。",
  ),
  things: both(
    (count: number) => counted(count, "thing"),
    (count) => `${count} 样东西`,
  ),
  judged: both(
    ({ judged, all }: { judged: number; all: number }) =>
      `${judged} of ${all} numbers, cards and accounts judged`,
    ({ judged, all }) => `号码、卡和账户共 ${all} 个，判断了 ${judged} 个`,
  ),
  reach: both(
    (money: string) => `${money} could be reached today`,
    (money) => `现在够得着 ${money}`,
  ),
  reachUnknown: both("money of unknown size could be reached today", "现在够得着一些钱，数目不明"),
  noReach: both(
    "nothing we know reaches money; what was not said is not judged",
    "已知的流程都够不着钱；没说的不作判断",
  ),
  empty: both("Nothing entered yet", "还什么都没填"),
  looking: both("Working it out …", "正在计算……"),
  looksWrong: both("Something does not fit together", "有对不上的地方"),
  open: both("Open", "打开"),
  see: both("See what could happen", "看看会发生什么"),
  remove: both("Remove", "删除"),
  removeTitle: both(
    (name: string) => `Remove ${name} and everything entered?`,
    (name) => `删除“${name}”和填过的一切？`,
  ),
  removeText: both(
    "It cannot be brought back unless it was saved as a file or in a backup.",
    "除非存过文件或做过备份，否则找不回来。",
  ),
  cancel: both("Cancel", "取消"),
  add: both("Add somebody", "添加一个人"),
  addName: both("Name or nickname, for example: me, grandma", "名字或称呼，比如：我、奶奶"),
  me: both("Me", "我"),
  addButton: both("Begin", "开始"),
  addHint: both("Left empty, it is called “Me”.", "不填就叫“我”。"),
  region: both("Where most accounts are", "账户大多在哪里"),
  import: both("Open a file", "打开文件"),
  importText: both("A file saved here before (YAML or JSON).", "以前从这里存出来的文件。"),
  importing: both("Reading …", "正在读取……"),
  imported: both(
    (name: string) => `${name} has been added`,
    (name) => `已添加：${name}`,
  ),
  importFailed: both("The file could not be read just now.", "暂时没能读出这个文件。"),
  importSealed: both(
    "This is a sealed file. It is opened with its passphrase, in another place:",
    "这是密封文件，要用口令打开，在这里：",
  ),
  importSealedWhere: both("Open a sealed file", "打开密封文件"),
  notImported: both(
    (count: number) =>
      `${counted(count, "thing is", "things are")} wrong in this file. Nothing of it was taken over.`,
    (count) => `这个文件有 ${count} 处不对，什么都没有收进来。`,
  ),
  wayOut: both("Way out", "怎么改"),
  warnings: both("Taken over, with these remarks", "已收进来，另有说明"),
  example: both("Look at an example", "看一个例子"),
  exampleText: both(
    "A copy of the case this began with: Chengdu, September 2020. Change what you like, the original stays.",
    "一切由此开始的成都案例（2020 年 9 月）的副本，随便改，原件不动。",
  ),
  exampleFailed: both("The example could not be loaded.", "例子没能载入。"),
  family: both("Who can help whom", "谁能帮谁"),
  familyLead: both(
    "Whoever helps lends a phone and a number that still work when the other's are gone.",
    "帮忙的人，是在对方手机没了的时候，还有能用的手机和号码的人。",
  ),
  canHelp: both(
    (name: string) => `Who can help ${name}?`,
    (name) => `谁能帮${/^[A-Za-z0-9]/.test(name) ? " " : ""}${name}${/[A-Za-z0-9]$/.test(name) ? " " : ""}？`,
  ),
};
