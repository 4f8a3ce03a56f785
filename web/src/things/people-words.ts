/** What the page of the people kept here says. */
import { both, counted, groupDigits } from "../../../src/report/index.ts";

export const peopleWords = {
  title: both("Whose phone and accounts?", "这是谁的手机和账户？"),
  lead: both(
    "One for yourself, one for each of your family. Everything is worked out on this machine.",
    "自己一份，家人各一份。一切都在这台机器上计算。",
  ),
  things: both(
    (count: number) => `${counted(count, "entry", "entries")}`,
    (count) => `填了 ${count} 项`,
  ),
  judged: both(
    ({ judged, all }: { judged: number; all: number }) =>
      `Something has been read about ${judged} of ${all} numbers, cards and accounts; about none of them everything`,
    ({ judged, all }) => `号码、卡和账户共 ${all} 个，${judged} 个有查到的内容，但没有一个样样都查过`,
  ),
  reach: both(
    (money: string) =>
      `If it happened now, ${money} could be lost by what was read; what nobody has read is not in it`,
    (money) => `要是现在出事，照查到的就可能损失 ${money}；没人查过的还没算`,
  ),
  reachUnknown: both(
    "If it happened now, money could be lost; no amounts were entered",
    "要是现在出事，可能丢钱；没填金额，算不出数目",
  ),
  noReach: both(
    "Nothing we have read takes money here. That is not safety: what nobody has read is not in it",
    "查到的办法都拿不走钱，但这不等于“安全”：没人查过的还没算",
  ),
  empty: both("Nothing entered yet", "还什么都没填"),
  looking: both("Working it out …", "正在计算……"),
  looksWrong: both("Something does not fit together", "有对不上的地方"),
  see: both("See what could happen", "看看会发生什么"),
  remove: both("Remove", "删除"),
  removed: both(
    (name: string) => `The record “${name}” was deleted`,
    (name) => `“${name}”这份资料已删除`,
  ),
  removeTitle: both(
    (name: string) => `Delete the record “${name}”?`,
    (name) => `删除“${name}”这份资料？`,
  ),
  removeText: both(
    "It cannot be brought back unless it was saved as a file or in a backup.",
    "除非存过文件或做过备份，否则找不回来。",
  ),
  cancel: both("Cancel", "取消"),
  add: both("Add a record", "添加一份资料"),
  addName: both("Name or nickname, for example: me, grandma", "名字或称呼，比如：我、奶奶"),
  me: both("Me", "我"),
  addButton: both("Begin", "开始"),
  addHint: both("Left empty, it is called “Me”.", "不填就叫“我”。"),
  import: both("Open a file", "打开文件"),
  importText: both("A file saved here before (YAML or JSON).", "以前从这里存出来的文件。"),
  importing: both("Reading …", "正在读取……"),
  importFailed: both("The file could not be read just now.", "暂时没能读出这个文件。"),
  importSealed: both(
    "This is a sealed file. It is opened with its passphrase, in another place:",
    "这是密封文件，要用口令打开，在这里：",
  ),
  importSealedWhere: both("Open a sealed file", "打开密封文件"),
  notImported: both(
    (count: number) =>
      count === 1
        ? "This file cannot be read as it is. Nothing was imported."
        : `This file cannot be read as it is: ${counted(count, "fault")}. Nothing was imported.`,
    (count) =>
      count === 1
        ? "这个文件读不了，什么都没有导入。"
        : `这个文件读不了，有 ${groupDigits(count)} 处不对，什么都没有导入。`,
  ),
  notOurs: both(
    "This file cannot be read: it was not saved here, or it was changed since. Nothing was imported. Save it again, or enter it again.",
    "这个文件读不了：不是从这里存出来的，或被改过。什么都没有导入。请重新存一份，或重新填。",
  ),
  details: both("Technical details", "技术细节"),
  example: both("Look at an example", "看一个例子"),
  exampleText: both(
    "A copy of the Chengdu case (September 2020). Change what you like, the original stays.",
    "成都案例（2020 年 9 月）的副本，随便改，原件不动。",
  ),
  exampleFailed: both("The example could not be loaded.", "例子没能载入。"),
  family: both("Who can help whom", "谁能帮谁"),
  familyLead: both(
    "Somebody who helps has a phone and a number that still work when the other's are gone.",
    "帮忙的人，是在机主手机没了的时候，还有能用的手机和号码的人。",
  ),
  canHelp: both(
    (name: string) => `Help for: ${name}`,
    (name) => `谁能帮忙：${name}`,
  ),
};
