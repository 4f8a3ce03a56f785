/** What `design diff --population` says of the same people under two catalogues, in both languages. */
import { both, type Lang, type WordsOf, wordsIn } from "../report/index.ts";

const table = {
  title: both(
    (population: string, people: string, held: string) =>
      `${population}: ${people} people drawn, with ${held}`,
    (population, people, held) => `${population}：抽取 ${people} 人，${held}落到别人手里`,
  ),
  read: both(
    (shares: string, moved: string) =>
      `lose something, by what was read: ${shares} (opened for and closed for: ${moved})`,
    (shares, moved) => `按读过的流程会有损失的人：${shares}（新打开、堵上：${moved}）`,
  ),
  possible: both(
    (shares: string, moved: string) => `or not ruled out: ${shares} (opened for and closed for: ${moved})`,
    (shares, moved) => `或不能排除：${shares}（新打开、堵上：${moved}）`,
  ),
  money: both(
    (money: string, mean: string, low: string, high: string) =>
      `on average ${money} a person: ${mean} (95 %: ${low} to ${high}), of the sums the file states`,
    (money, mean, low, high) => `平均每人 ${money}：${mean}（95 %：${low} 到 ${high}），金额按文件里写的算`,
  ),
  nobody: both(
    (read: string, possible: string) =>
      `of those drawn it moves nobody; of all such people it could still open a loss for up to ${read} (${possible} with what is not ruled out)`,
    (read, possible) =>
      `抽到的人里没有一个受影响；放到全部这样的人里，仍可能给至多 ${read} 的人打开损失（算上不能排除的，至多 ${possible}）`,
  ),
  soon: both(
    (people: string) =>
      `How soon something is lost, by what was read; the first ${people} of them, the least time possible:`,
    (people) => `多快会有损失，按读过的流程；其中前 ${people} 人，最快的时间：`,
  ),
  before: both("before", "改之前"),
  after: both("after", "改之后"),
  within: both(
    (time: string) => `within ${time}`,
    (time) => `${time}之内`,
  ),
  owners: both(
    "The owners themselves, by what was read, however long it takes them; what others undo meanwhile is not counted:",
    "机主自己，按读过的流程，不论要花多久；别人这段时间里弄坏的不算在内：",
  ),
  "ordinary-day": both("on an ordinary day", "平常日子"),
  "once-lost": both("once that is lost", "丢了之后"),
  uses: both(
    (when: string, service: string, shares: string, of: string) =>
      `${when}, able to use “${service}” by themselves: ${shares} (of ${of} people it is about)`,
    (when, service, shares, of) => `${when}，自己办得了“${service}”的：${shares}（牵涉 ${of} 人）`,
  ),
  lockedOut: both(
    (when: string, thing: string, share: string) => `${when}, ${share} no longer get to: ${thing}`,
    (when, thing, share) => `${when}，${share} 的人再也用不了：${thing}`,
  ),
  letIn: both(
    (when: string, thing: string, share: string) => `${when}, ${share} get to it again: ${thing}`,
    (when, thing, share) => `${when}，${share} 的人又用得了：${thing}`,
  ),
  noOwner: both(
    "of those drawn nobody loses or gains a way to what is their own",
    "抽到的人里，没有谁因此用不了自己的东西，也没有谁因此多了办法",
  ),
  drawnFew: both("nobody drawn", "没抽到人"),
  byRead: both("by what was read", "按读过的"),
  orPossible: both("or not ruled out", "或不能排除"),
  openedClosed: both("opened, closed", "打开、堵上"),
  notJudged: both(
    (list: string) => `not looked into, nobody has read anything about: ${list}`,
    (list) => `没查过，没人读过：${list}`,
  ),
  nights: both(
    (n: NightsSaid) =>
      `${n.people} of them raced, ${n.nights} nights each on both sides (owner: ${n.owner}): nights with a loss ${n.share}; a night ${n.loss}: ${n.difference} (95 %: ${n.low} to ${n.high}). ${n.worse} of them lose more often, ${n.better} less often.`,
    (n) =>
      `其中 ${n.people} 人，每人两边各跑 ${n.nights} 晚（机主：${n.owner}）：有损失的夜晚 ${n.share}；每晚 ${n.loss}：${n.difference}（95 %：${n.low} 到 ${n.high}）。${n.worse} 的人更常有损失，${n.better} 的人更少。`,
  ),
  noHours: both(
    "no time was said (`--at`), so every office is open in these nights and opening hours do not count",
    "没说几点开始（`--at`），所以这些夜晚里各处随时能办，办理时间没有算进去",
  ),
  unsized: both(
    (nights: string) =>
      `in ${nights} of the nights something of unknown size was lost besides, so the sums are at least that`,
    (nights) => `有 ${nights} 晚另有金额不明的损失，所以金额至少是这么多`,
  ),
  cutOff: both(
    (nights: string) => `${nights} of the nights were cut off before their end`,
    (nights) => `有 ${nights} 晚没跑完就截断了`,
  ),
  unstated: both(
    (flows: string) =>
      `nobody has stated how often an agent gives way, so none does in these nights: ${flows}`,
    (flows) => `没人说过客服多常会松口，这些夜晚里都当不松口：${flows}`,
  ),
  racing: both(
    (done: string, of: string) => `racing ${done} of ${of} people …`,
    (done, of) => `正在跑 ${done}/${of} 人 …`,
  ),
  populationOption: both(
    "the same people of a population under both: the id of a shipped one, or a file",
    "同一群人在两边各会怎样：自带的人群的名字，或文件",
  ),
  raceOption: both(
    "so many of those drawn are raced too, the same nights on both sides; in these nights waits, opening hours and who is told count",
    "从抽到的人里取这么多，两边跑同样的夜晚；等待、办理时间、通知谁都会算进去",
  ),
  ownerOption: both(
    "what the owner does in those nights: nothing, checklist",
    "这些夜晚里机主怎么做：nothing、checklist",
  ),
};

interface NightsSaid {
  readonly people: string;
  readonly nights: string;
  readonly owner: string;
  readonly share: string;
  readonly loss: string;
  readonly difference: string;
  readonly low: string;
  readonly high: string;
  readonly worse: string;
  readonly better: string;
}

export type BetweenWords = WordsOf<typeof table>;
export const betweenWords = (lang: Lang): BetweenWords => wordsIn(table, lang);
