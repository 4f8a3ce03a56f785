/** What the reports of design say around the catalogue's own texts, in both languages. */
import { both, counted, groupDigits, type Lang, type WordsOf, wordsIn } from "./words.ts";

const table = {
  // --- the bottom line ------------------------------------------------------------------------------------------------
  equal: both(
    "For the people asked about, the change opens nothing, closes nothing and moves no time.",
    "对所问的这些人来说，这次改动没有打开、也没有堵上任何损失，快慢也没有变。",
  ),
  less: both(
    "The change allows an intruder less, and nothing more.",
    "改动之后，对方能做到的少了，没有变多的。",
  ),
  more: both(
    "The change allows an intruder more, and nothing less.",
    "改动之后，对方能做到的多了，没有变少的。",
  ),
  incomparable: both(
    "The change allows an intruder some things more and others less.",
    "改动之后，对方能做到的有的多了，有的少了。",
  ),
  same: both("The two catalogues say the same.", "两份流程库说的完全一样。"),
  restUnread: both(
    (count: number) =>
      `${count === 1 ? "1 further loss is" : `${count} further losses are`} not ruled out under the new catalogue: what nobody has read decides`,
    (count) => `另有 ${count} 项损失在新的流程库下不能排除，要看没人读过的地方`,
  ),
  leakedKnown: both(
    "counted as known: what has leaked of everybody (`--not-leaked` asks without)",
    "人人都可能已经泄露的资料算作已知（加 `--not-leaked` 可以不算）",
  ),
  hoursFrom: both(
    (moment: string) => `it begins ${moment}, and opening hours count from then on`,
    (moment) => `从${moment}开始，办理时间从那时算起`,
  ),
  nobodyTouched: both(
    "Nobody asked about has anything to do with what was changed, so nothing is known of what it does.",
    "所问的人里，没有一个和改动的地方有关系，所以这次改动会带来什么，无从得知。",
  ),
  wordingAlone: both(
    "Only wording differs: nothing an answer is made of is otherwise.",
    "只改了说法，答案所依据的内容没有变。",
  ),
  nobodyAsked: both("Nobody was asked about, so nothing is said.", "没有拿任何人来问，因此什么也没有说明。"),

  // --- the four words -------------------------------------------------------------------------------------------------
  wordEqual: both("equal", "不变"),
  wordLess: both("less", "变少"),
  wordMore: both("more", "变多"),
  wordIncomparable: both("incomparable", "有多有少"),

  institution: both("institution", "机构"),
  effect: both("effect", "后果"),
  allows: both("allows", "能做到的"),

  // --- parts ----------------------------------------------------------------------------------------------------------
  byInstitution: both("What it now allows, by institution and effect", "按机构和后果看，对方能做到的"),
  changed: both("What was changed, and what it does", "改了什么，带来什么"),
  outOfForce: both(
    (day: string, from: string | undefined, until: string | undefined) =>
      `not in force on ${day}, the day customers are asked about (${[from === undefined ? [] : `from ${from}`, until === undefined ? [] : `until ${until}`].flat().join(", ")}); on people of another day it has no effect here`,
    (day, from, until) =>
      `在问客户的那一天（${day}）不适用（${[from === undefined ? [] : `自 ${from} 起`, until === undefined ? [] : `到 ${until} 为止`].flat().join("，")}）；对所问的、日期在别的时候的人没有影响`,
  ),
  noEffect: both(
    "no effect on anybody asked about; it may have one on others",
    "对所问的人没有影响；对别人可能有",
  ),
  alike: both(
    (id: string) =>
      `nothing but its name is known, as of ${id}; a customer of that one was asked for both, and what is said there holds here`,
    (id) => `除名称外一无所知，与 ${id} 一样；只问了后者的客户，那里所说的对它同样成立`,
  ),
  notCounted: both(
    (keys: string) =>
      `not weighed here: ${keys}; what somebody can do in the end does not hang on it (how a night goes does: \`chainbreak race\`)`,
    (keys) => `这里不计：${keys}；“最终能不能做到”不看这些（\`chainbreak race\` 会看）`,
  ),
  concernsNothing: both(
    (flows: string) => `${flows}: concerns nothing of anybody; no customer has all the things it speaks of`,
    (flows) => `${flows}：谁都办不了，没有客户同时有它涉及的那些东西`,
  ),
  concernsNothingNew: both(
    (flows: string) =>
      `${flows}: nobody can run it: a new account has no number, mailbox or phone of the owner; say whose is meant, as in \`for: { account: new, line: person.lines }\``,
    (flows) =>
      `${flows}：谁都办不了，新开的账户没有机主的号码、邮箱和手机；要写明用谁的，比如 \`for: { account: new, line: person.lines }\``,
  ),
  noWeaker: both(
    (flow: string) => `no effect: ${flow} gives the same and asks no more`,
    (flow) => `没有影响：${flow} 要求不更多，能给的一样`,
  ),
  noWeakerAtHours: both(
    (flow: string) =>
      `${flow} gives the same and asks no more, at other hours; hours are not weighed here (\`chainbreak race\` does), so what this changes at its own hours is not known`,
    (flow) =>
      `${flow} 要求不更多，能给的一样，但办理时间不同；这里不看时间（\`chainbreak race\` 会看），所以它在自己的时段里改变了什么，还不知道`,
  ),
  undone: both(
    (effect: string, parts: string) =>
      `no effect, because another change undoes it (${parts}); alone it would do this: ${effect}`,
    (effect, parts) => `没有影响，因为被另一处改动抵消了（${parts}）；单独改它会这样：${effect}`,
  ),
  undoneTogether: both(
    (effect: string) =>
      `no effect, because the other changes together undo it; alone it would do this: ${effect}`,
    (effect) => `没有影响，因为被其他改动合起来抵消了；单独改它会这样：${effect}`,
  ),
  undoes: both(
    (parts: string) => `it undoes another change: ${parts}`,
    (parts) => `它抵消了另一处改动：${parts}`,
  ),
  forTheOwner: both(
    "it gives an intruder nothing; what it does for the owner is not weighed here (`chainbreak race`, `respond`)",
    "对方从中得不到什么；它能帮机主多少，这里不计（见 `chainbreak race`、`respond`）",
  ),
  onlyOffered: both(
    "a measure that is described and not in force: name it under `measures` to see what it does",
    "写下的办法，还没有启用：写进 `measures` 才看得出作用",
  ),
  changesNoFlow: both("it changes no flow of anybody asked about", "所问的人用到的流程里，没有一条因此改变"),
  lacks: both(
    (what: string) =>
      `nobody but the owner gets there by what was read: no flow gives ${what}, and no start by name has it`,
    (what) => `机主以外的人靠读过的流程走不通：没有流程能拿到${what}，也没有哪种起初带着它`,
  ),
  concernsFewer: both(
    (person: string, what: string) =>
      `for ${person} it no longer gives ${what}: which things a flow is for follows from what it asks; if it is meant for them still, say so with \`for\``,
    (person, what) =>
      `对 ${person} 来说，它不再给出：${what}。流程管哪些东西，看它要求什么；如果仍要管，请用 \`for\` 写明`,
  ),
  askedFurther: both(
    (count: number) =>
      `${counted(count, "changed part")} that nobody felt: asked of a customer from stronger beginnings, up to what the flow itself asks`,
    (count) =>
      `有 ${count} 处改动起初没人感觉到：已拿一位客户，从更强的开头再问，直到流程自己要求的东西都在手`,
  ),
  tried: both(
    (person: string, what: string) => `asked again of ${person}, who begins with: ${what}`,
    (person, what) => `又拿 ${person} 问过，起初有：${what}`,
  ),
  notTried: both(
    (what: string) => `not asked: ${what}`,
    (what) => `没有问的：${what}`,
  ),
  notTheirs: both(
    (what: string) => `not asked, nothing of theirs is meant: ${what}`,
    (what) => `没有问，这个人没有相关的东西：${what}`,
  ),
  triedWays: both(
    (count: number) => `what the flow itself asks (${counted(count, "way")})`,
    (count) => `流程自己要求的东西（${count} 种）`,
  ),
  triedJoined: both(
    (count: number) => `such a way with one of these (${groupDigits(count)})`,
    (count) => `两样合起来（${groupDigits(count)} 种）`,
  ),
  fromAStart: both(
    "not from the phone or the SIM card alone: this is the least that shows it",
    "单凭手机或手机卡还不行：起初至少要有这些",
  ),
  fromItsAsks: both(
    "for somebody who already has what the changed flow asks",
    "前提是改动的流程所要求的东西，对方已经有了",
  ),
  beyond: both(
    "it takes the owner in person or the owner's face, which no intruder is taken to have: the first sentence leaves it out",
    "要机主本人到场或真人刷脸，这里假定对方做不到，所以开头那句话没有算进去",
  ),
  noLimit: both("without a limit", "不限"),
  wordingOnly: both("wording only", "只是措辞"),
  effects: both("What follows", "带来的后果"),
  elsewhere: both(
    (where: string) => `brought about elsewhere: ${where}`,
    (where) => `起因在别处：${where}`,
  ),
  noCause: both(
    "no changed part is on its way, and none of them alone undoes it",
    "走的路上没有改过的地方，单独退回哪一处也消不掉",
  ),
  causesUntried: both(
    (count: number) =>
      `Of ${counted(count, "effect")} the cause was told by the way alone: too many parts changed to try each.`,
    (count) => `改动太多，没有逐一退回试过：有 ${count} 项后果只按走的路认定起因。`,
  ),
  added: both("added", "新增"),
  removed: both("removed", "去掉"),
  inForce: both("put in force", "启用"),
  notInForce: both("no longer in force", "停用"),
  whole: both("the institution", "整家机构"),
  commonWords: both("common words", "公用的词"),
  commonMeasure: both("common measure", "公用的办法"),

  // --- effects --------------------------------------------------------------------------------------------------------
  opened: both("opened", "打开"),
  closed: both("closed", "堵上"),
  sooner: both("sooner", "变快"),
  later: both("later", "变慢"),
  "not-ruled-out": both("no longer ruled out", "不再能排除"),
  "ruled-out": both("now ruled out", "现在可以排除"),
  gained: both("newly taken over", "新能接管"),
  "no-longer-gained": both("no longer taken over", "不再能接管"),
  "within-reach": both("newly within reach", "新能得到"),
  "out-of-reach": both("no longer within reach", "不再能得到"),
  "takes-more": both("more can be taken within a day", "一天内能拿走的多了"),
  "takes-less": both("less can be taken within a day", "一天内能拿走的少了"),
  falls: both("the block falls, or sooner", "挂失或冻结会被解开，或更快解开"),
  holds: both("the block no longer falls, or later", "挂失或冻结不再被解开，或更慢才解开"),
  gainedOnly: both(
    "no loss that has been read follows from it yet; what nobody has read may add one",
    "读过的流程里还没有由此造成的损失；没人读过的地方也许有",
  ),
  closedNotRuledOut: both(
    "not ruled out all the same: what nobody has read may still allow it",
    "仍不能排除：没人读过的地方也许还有路",
  ),
  openedUnread: both(
    "it rests on flows nobody has read, taken to be as weak as the weakest of their kind",
    "这里有没人读过的流程，按同类里最弱的算",
  ),
  lockedOut: both("owner locked out", "机主进不去了"),
  letIn: both("owner gets in again", "机主又进得去了"),
  notBefore: both(
    (duration: string) => `not before ${duration}`,
    (duration) => `最快 ${duration}`,
  ),
  fromTo: both(
    (from: string, to: string) => `${from} → ${to}`,
    (from, to) => `${from} → ${to}`,
  ),
  beginning: both(
    (held: string) => `with ${held}`,
    (held) => `起初：${held}`,
  ),
  onlyLeaked: both("nothing but what has leaked of everybody", "手里什么都没有，只有人人都可能已泄露的资料"),
  was: both("was", "原来"),
  is: both("is", "现在"),

  // --- cuts -----------------------------------------------------------------------------------------------------------
  cuts: both(
    "What it costs to stop every loss, the owner still getting in",
    "堵住全部损失、机主自己还进得去，要花的工夫",
  ),
  cutFound: both(
    (effort: string, measures: string) => `effort ${effort}: ${measures}`,
    (effort, measures) => `工夫 ${effort}：${measures}`,
  ),
  cutNone: both("no measures stop it", "没有办法能堵住"),
  cutOpen: both(
    (lower: string) => `open (at least ${lower})`,
    (lower) => `未算完（至少 ${lower}）`,
  ),
  nothingToStop: both("nothing to stop", "没有可堵的"),

  // --- on what it rests -----------------------------------------------------------------------------------------------
  restsOn: both("What this rests on", "以上依据"),
  asked: both(
    (people: number, beginnings: number, losses: number) =>
      `asked about ${counted(people, "person", "people")} with ${counted(beginnings, "beginning")}; ${counted(losses, "loss", "losses")} compared`,
    (people, beginnings, losses) => `问了 ${people} 个人、${beginnings} 种开头；比较了 ${losses} 项损失`,
  ),
  untouched: both(
    (count: number) => `nothing that changed plays a part for ${counted(count, "of them", "of them")}`,
    (count) => `其中 ${count} 个人的生活里没有涉及改动的地方`,
  ),
  ofOthers: both(
    "nothing is said of anybody else; for all persons of a shape see `chainbreak design check`",
    "没有问到的人，不在此列；要对一类人全部成立，见 `chainbreak design check`",
  ),
  notJudged: both(
    (list: string) => `not looked into, nobody has read anything about: ${list}`,
    (list) => `没查过，没人读过：${list}`,
  ),
  cutShort: both(
    (list: string) => `not looked at whole: ${list}`,
    (list) => `没有看全：${list}`,
  ),
  labelBounded: both("some cut is not proved the cheapest", "有的办法还不能证明最省工夫"),

  // --- assertions -----------------------------------------------------------------------------------------------------
  failed: both("broken", "不符合"),
  passed: both("kept", "符合"),
  "not-bound": both("not bound", "不受约束"),
  "not-in-force": both("not in force", "尚未生效"),
  "not-judged": both("not looked into", "没查过"),
  open: both("open", "未定"),
  checkBottom: both(
    (failed: number, passed: number, rules: number) =>
      `${counted(rules, "rule")}: ${groupDigits(failed)} broken and ${groupDigits(passed)} kept where they could be looked into.`,
    (failed, passed, rules) => `${rules} 条规则：能判断的地方，${failed} 处不符合，${passed} 处符合。`,
  ),
  checkNothing: both(
    "No rule could be looked into: nothing it is about was there. That is not a pass.",
    "没有一条规则能判断：没有受它约束的对象。这不等于符合。",
  ),
  otherStates: both(
    (states: string) => `Neither broken nor kept: ${states}.`,
    (states) => `既不算符合、也不算不符合：${states}。`,
  ),
  exampleFault: both("its own example does not break it", "它自带的例子没有违反它"),
  reasonDiscretion: both("an agent decides", "由客服酌情决定"),
  reasonDelay: both(
    (minutes: string, wanted: string) => `it waits ${minutes}, wanted ${wanted}`,
    (minutes, wanted) => `等待 ${minutes}，要求 ${wanted}`,
  ),
  reasonLeavesNothing: both("it leaves no trace", "不留任何痕迹"),
  reasonTellsOnlyTheWay: both(
    (way: string) => `only somebody who used ${way} is told`,
    (way) => `只有用了 ${way} 的人会知道`,
  ),
  reasonGives: both(
    (what: string) => `it gives ${what}`,
    (what) => `会给出 ${what}`,
  ),
  reasonWeaker: both(
    (way: string, than: string) => `${way} is weaker than what ${than} asks`,
    (way, than) => `${way} 比 ${than} 要的还弱`,
  ),
  reasonOffersNone: both("there is none", "没有这样的办法"),
  reasonReached: both(
    (goal: string, minutes: string) => `${goal} can be had in ${minutes}`,
    (goal, minutes) => `最快 ${minutes}，就能得到：${goal}`,
  ),
  smallest: both(
    (person: string) => `smallest person found: ${person}`,
    (person) => `找到的最小的一个人：${person}`,
  ),
  provedSmallest: both("nobody smaller breaks it so (proved)", "没有更小的人会这样（已证明）"),
  notProvedSmallest: both("none of it can be left out", "里面哪一样都去不掉"),
  unread: both(
    (count: number, list: string) =>
      `not looked into, nobody has read such a flow of ${counted(count, "institution")}: ${list}`,
    (count, list) => `没查过，没人读过这类流程：${count} 家（${list}）`,
  ),
  unreadThere: both(
    (list: string) =>
      `not looked into in ${list}: nobody there has what the rule begins with, or no flow that was read gives what it forbids`,
    (list) => `没查过：${list}。那里没有人有规则起初的东西，或者读过的流程都不会给出它禁止的东西`,
  ),
  andMoreOfThem: both(
    (count: number) => `and ${count} more (all with \`--json\`)`,
    (count) => `另有 ${count} 项（\`--json\` 列出全部）`,
  ),
  andMore: both(
    (count: number) => `and ${count} more`,
    (count) => `另有 ${count} 家`,
  ),
  moreBroken: both(
    (count: number) => `and ${count} more broken`,
    (count) => `另有 ${count} 处不符合`,
  ),
  counts: both(
    (failed: number, passed: number, open: number) => `${failed} broken, ${passed} kept, ${open} open`,
    (failed, passed, open) => `不符合 ${failed}，符合 ${passed}，未定 ${open}`,
  ),
  readOf: both(
    (institutions: number, flows: number, day: string) =>
      `${counted(institutions, "institution")} and ${counted(flows, "flow")}, as in force on ${day}`,
    (institutions, flows, day) => `${institutions} 家机构、${flows} 个流程，按 ${day} 有效的`,
  ),
  asksNothing: both("one way asks nothing", "有一条路什么都不要"),
  weakestWay: both(
    (way: string) => `one way asks no more than ${way}`,
    (way) => `有一条路只要：${way}`,
  ),
  source: both(
    (source: string, clause: string, date: string) => `${source}, ${clause} (${date})`,
    (source, clause, date) => `${source}，${clause}（${date}）`,
  ),
  ownRule: both("nobody's law", "不是法规"),
  flowsCannotTell: both("flows cannot tell: it takes a person's judgement", "光看流程判断不了，要由人来判断"),
  aboutEverybody: both(
    "a rule about everybody: ask without `--institution` and `--own`",
    "这条规则针对所有人：去掉 `--institution` 和 `--own` 再问",
  ),
  approximates: both("the catalogue only approximates it", "流程库只能近似地判断"),
  provedForAll: both(
    "proved, by what was read, for everybody there with one number, one mailbox, at most one account and card at each institution, no helpers and no secret used twice",
    "按读到的流程，对那里的任何人都已证明：一个号码，一个邮箱，每家机构至多一个账户一张卡，没有帮手，也没有一码多用",
  ),
  notSettled: both(
    "neither shown nor ruled out: what is unknown would have to be two things at once, somebody would have to come with an account, a number or papers of their own, or too much was left out",
    "既没有找到这样的人，也没有排除：未知的地方要同时取两种值，或者有人要拿自己的账户、号码、证件来办，或者略去的太多",
  ),
  nothing: both("nothing", "什么都不要"),
  baseline: both(
    (count: number) => `${counted(count, "finding")} of the baseline left aside.`,
    (count) => `基线里已有的 ${count} 处不再报。`,
  ),
  exampleTitle: both("Example", "例子"),
};

export type DesignWords = WordsOf<typeof table>;

const columns = { en: wordsIn(table, "en"), zh: wordsIn(table, "zh") };

export const designWords = (lang: Lang): DesignWords => columns[lang];
