/**
 * What complaints say, in Chinese. The reader of a file writes its sentence in English, with the user's own words in
 * backticks; here each becomes a whole Chinese sentence with the same words. One that is not known here is told by the
 * heading of its code and the words it quotes, so that none is ever half English; docs/decisions/0003-words.md says why
 * there is no second language inside the readers.
 */

import { isThingKind } from "../model/index.ts";
import { secretKinds } from "../person/index.ts";
import { doorHelps, doorSentences } from "./door-complaints.ts";
import { eventHelps, eventSentences } from "./event-complaints.ts";
import { fileHelps, fileSentences } from "./file-complaints.ts";
import { listHelps, listSentences } from "./list-complaints.ts";
import { populationHelps, populationSentences } from "./population-complaints.ts";
import { recordHelps, recordSentences } from "./record-complaints.ts";
import { sayKind } from "./say.ts";
import { serveHelps, serveSentences } from "./serve-complaints.ts";
import { yamlHelps, yamlSentences } from "./yaml-complaints.ts";

const kindZh = (kind: string): string => (isThingKind(kind) ? sayKind(kind, "zh") : kind);
const counts = (text: string): string =>
  text.replace(/^one thing$/, "1 个").replace(/^(\d+) things?$/, "$1 个");

const shapes: Readonly<Record<string, string>> = {
  "a text": "文字",
  "a number": "数字",
  "true or false": "true 或 false",
  "a list": "列表",
  "a map": "键值表",
  "a whole number": "整数",
  nothing: "空的",
};
const shapeZh = (text: string): string =>
  text
    .split(" or ")
    .map((each) => shapes[each] ?? each)
    .join("或");

type Said = string | ((...found: readonly string[]) => string);

const thing = "(person|line|sim|device|card|account|mailbox|document)";
const sentences: readonly (readonly [RegExp, Said])[] = [
  ...yamlSentences,
  ...eventSentences,
  [
    /^nobody in (`.*`) is called (`.*`); no row will be known as one of it$/,
    "$1 没有叫 $2 的机构，认不出哪一行是它的",
  ],
  [
    /^(`.*`) is not in the catalogue; no row will be known as one of it$/,
    "流程库里没有 $1，不会有哪一行认作它的",
  ],
  ...recordSentences,
  ...populationSentences,
  ...listSentences,
  ...fileSentences,
  // --- the shape of a file --------------------------------------------------------------------------------------------
  [
    /^unknown key (`.*`)(?: \(and (.*)\))?$/,
    (key, more) => `没有 ${key} 这个键${more === "" ? "" : `，也没有 ${more}`}`,
  ],
  [
    /^(`[^`]*`) is no country; only what holds everywhere is known for it$/,
    "$1 不是国家，只能按各国通用的来算",
  ],
  [/^(`[^`]*`) is no country$/, "$1 不是国家"],
  [/^(`[^`]*`) is missing$/, "缺少 $1"],
  [/^nobody is named$/, "没有说是谁"],
  [/^(\d+) nights are laid over, and nobody is named$/, "叠加了 $1 个夜晚，又没有说是谁"],
  [
    /^(`.*`) is (.+), expected (.+)$/,
    (name, is, wanted) => `${name} 是${shapeZh(is ?? "")}，应为${shapeZh(wanted ?? "")}`,
  ],
  [/^unknown value (`.*`) for (`.*`)$/, "$2 没有 $1 这个取值"],
  [/^(`.*`) cannot be a key here$/, "$1 在这里不能作键"],
  [/^(`.*`) is longer than (.*)$/, "$1 太长，最多 $2"],
  [/^(`.*`) is above (.*)$/, "$1 大于 $2"],
  [/^(`.*`) is below (.*)$/, "$1 小于 $2"],
  [/^(`.*`) is empty$/, "$1 是空的"],
  [/^(`.*`) is (?:not an|no) ordinary number$/, "$1 不是普通的数字"],
  [/^(`.*`) is not what is expected here$/, "$1 不是这里该写的"],
  [/^(`.*`) is (?:not an|no) id$/, "$1 不是 id"],
  [/^(`.*`) is (?:not a|no) duration$/, "$1 不是时长"],
  [/^(`.*`) is (?:not a|no) country$/, "$1 不是国家或地区"],
  [/^(`.*`) are (?:not|no) opening hours$/, "$1 不是办理时间"],
  [/^(`.*`) is (?:not a|no) date$/, "$1 不是日期"],
  [/^(`.*`) is (?:not a|no) trace$/, "$1 不是一条痕迹"],
  [/^(`.*`) is (?:not an|no) (F3|ATT&CK) id$/, "$1 不是 $2 的 id"],
  [/^(`.*`) is (?:not a|no) moment$/, "$1 不是时刻"],
  [/^(`.*`) is (?:not a|no) (?:capability|condition)$/, "$1 不是能力或状态的写法"],
  // --- files ----------------------------------------------------------------------------------------------------------
  [/^more than (\d+) files: none was read$/, "文件超过 $1 个，一个也没有读"],
  [/^cannot be read$/, "读不出来"],
  [/^this is no incident file$/, "这不是事件文件"],
  [/^no YAML file in it$/, "里面没有 YAML 文件"],
  [/^more than ([\d,]+) words$/, "词超过 $1 个"],
  [/^this person's world has more than (\d+) combinations of things$/, "这个人的东西组合起来超过 $1 种"],
  [/^more than (\d+) files and folders; .*$/, "文件和文件夹超过 $1 个；从这一个起都没有读"],
  [/^(?:it )?is (?:not a|no) file or folder$/, "不是文件，也不是文件夹"],
  [/^the file is larger than (.*) MB$/, "文件大于 $1 MB"],
  [/^the file has more than (\d+) lines and items$/, "文件超过 $1 行"],
  [/^the file is UTF-16, not UTF-8$/, "文件的编码是 UTF-16，不是 UTF-8"],
  [/^the file is not UTF-8$/, "文件的编码不是 UTF-8"],
  [/^no (?:YAML file|story) was found here$/, "这里没有找到可读的文件"],
  [/^nested more than (\d+) levels deep$/, "嵌套超过 $1 层"],
  [/^the colon after (`.*`) (?:wants|needs) a space; .*$/, "$1 的冒号后面要有一个空格；这里按有空格来读"],
  [/^the key (`.*`) is not allowed$/, "不允许用 $1 作键"],
  [/^the key (`.*`) (?:stands|is there) twice$/, "键 $1 写了两次"],
  [/^a list or a map cannot be a key$/, "列表或键值表不能作键"],
  [/^more than (\d+) aliases$/, "别名超过 $1 个"],
  [/^the alias (`.*`) leads nowhere$/, "别名 $1 没有指向任何一处"],
  // --- the catalogue --------------------------------------------------------------------------------------------------
  [/^unknown aspect (`.*`)$/, "没有 $1 这个方面"],
  [/^the aspect (`.*`) is defined twice$/, "方面 $1 写了两次"],
  [/^the clock (`.*`) is defined twice$/, "期限 $1 写了两次"],
  [/^unknown thing (`.*`) in (`.*`)$/, "$2 里没有 $1 这种东西"],
  [/^unknown thing (`.*`)$/, "没有 $1 这种东西"],
  [/^unknown capability (`.*`)$/, "没有 $1 这种能力"],
  [/^unknown condition (`.*`)$/, "没有 $1 这种状态"],
  [
    new RegExp(`^an? ${thing} has no relation (\`[^\`]*\`)(?: \\(in (\`[^\`]*\`)\\)| to move)?$`),
    (kind, name, where) =>
      `${kindZh(kind ?? "")}没有 ${name} 这种关系${where === "" ? "" : `（在 ${where} 里）`}`,
  ],
  [
    new RegExp(`^it is not said of an? ${thing} in (\`.*\`)$`),
    (kind, word) => `${word}：它的对象不能是${kindZh(kind ?? "")}`,
  ],
  [/^it does not say what is known in (`.*`)$/, "$1 没有写明知道的是什么"],
  [
    new RegExp(`^an? ${thing} has no secret (\`[^\`]*\`)(?: \\(in (\`[^\`]*\`)\\)| in (\`[^\`]*\`))?$`),
    (kind, name) => `${kindZh(kind ?? "")}没有 ${name} 这种秘密`,
  ],
  [
    new RegExp(`^an? ${thing} has no attribute (\`[^\`]*\`)$`),
    (kind, name) => `${kindZh(kind ?? "")}没有 ${name} 这个属性`,
  ],
  [/^(`.*`) is a condition: .*$/, "$1 是状态，要写在 `while`、`sets`、`clears` 或 `unless` 里"],
  [/^(`.*`) is a capability: .*$/, "$1 是能力，要写在 `asks` 或 `gives` 里"],
  [
    /^(`.*`) is said of (.*?)(?:\(s\))?, not of (\d+)$/,
    (word, of, not) => `${word} 要有 ${counts(of ?? "")}对象，这里写了 ${not} 个`,
  ],
  [/^(`.*`) does not say what is known$/, "$1 没有写明知道的是什么"],
  [
    new RegExp(`^(\`[^\`]*\`) is not said of an? ${thing}$`),
    (word, kind) => `${word} 的对象不能是${kindZh(kind ?? "")}`,
  ],
  [
    new RegExp(`^(\`[^\`]*\`) leads to an? ${thing}, not to an? ${thing}$`),
    (word, to, not) => `${word} 指向${kindZh(to ?? "")}，不是${kindZh(not ?? "")}`,
  ],
  [/^`for` goes in a circle: (.*)$/, "`for` 绕成了一圈：$1"],
  [/^no amount (`.*`) to take the loss from$/, "没有 $1 这个金额，算不出损失"],
  [/^every \w+ has an attribute (`.*`) already$/, "已经有 $1 这个属性，不能再作可设项"],
  [/^(`.*`) is an attribute of every .*, (?:no|not a) setting$/, "$1 是属性，不是可设项"],
  [/^`takes` must have min ≤ likely ≤ max$/, "`takes` 里的三个时长要从小到大：`min`、`likely`、`max`"],
  [/^(`.*`) is an amount, and (`.*`) is none$/, "$1 是金额，$2 不是"],
  [/^no (?:institution has a )?flow (`.*`)(?: here)?$/, "没有 $1 这个流程"],
  [/^the institution (`.*`) (?:stands|is) in (`.*`) already$/, "机构 $1 已经写在 $2 里"],
  [/^the source (`.*`) is defined twice$/, "来源 $1 写了两次"],
  [/^the sign (`.*`) is defined twice$/, "迹象 $1 写了两次"],
  [/^the measure (`.*`) is defined twice$/, "办法 $1 写了两次"],
  [/^the catalogue has a measure (`.*`) already$/, "流程库里已经有办法 $1"],
  [
    /^nothing says where (`[^`]*`)(?: and (\d+) more)? comes from$/,
    (id, more) => `没有写明 ${id}${more === "" ? "" : ` 等 ${Number(more) + 1} 项`}的来源`,
  ],
  [/^no measure (`.*`)(?: in this world| for this person)?$/, "没有 $1 这项办法"],
  [/^`at-least` asks for (\d+) of (\d+)$/, "`at-least` 要 $1 项，可只列了 $2 项"],
  [/^at least (\d+) of (\d+) can be met in more than (\d+) ways$/, "$2 项里至少 $1 项，组合超过 $3 种"],
  [/^(`.*`) can be asked in (\d+) ways, more than (\d+)$/, "$1 的要求有 $2 种组合，超过 $3 种"],
  [/^(\d+) measures change (`.*`), more than (\d+)$/, "改变 $2 的办法有 $1 项，超过 $3 项"],
  [/^nothing clears (`.*`)$/, "没有流程能解除 $1"],
  [/^(`.*`) is neither a loss nor a kind of harm$/, "$1 既不是一处损失，也不是一类损失"],
  [/^write a loss such as (`.*`), or a kind of harm such as (`.*`)$/, "写一处损失，如 $1，或一类损失，如 $2"],
  [
    /^no flow (`.*`) to change, and a new one that does nothing$/,
    "没有 $1 这个流程可改；作为新流程，它又什么都不做",
  ],
  [
    /^(`.*`) is extended by another file, which the patch would lose$/,
    "$1 在别的文件里有扩展，打这个补丁会丢掉那些内容",
  ],
  [/^nobody is drawn who could be raced$/, "没有抽人，也就没有人可跑"],
  [/^no start (`.*`)$/, "没有 $1 这种开局"],
  [/^no thing (`.*`) that could lie in a bag$/, "没有能放进包里的 $1"],
  [/^no thing (`.*`) that could be lost$/, "这份资料里没有能丢的 $1"],
  [/^(`.*`) may be several things$/, "$1 可能指好几样东西"],
  [/^(`.*`) is nothing one holds in the hand$/, "$1 不是拿在手里的东西"],
  [/^no thing (`.*`) for the start (`.*`)$/, "开局 $2 里的 $1，这份资料没有"],
  [/^the start (`.*`) finds nothing in this person file$/, "开局 $1 在这份资料里什么也没找到"],
  [/^the start (`.*`) is defined twice$/, "开局 $1 写了两次"],
  [/^no source (`.*`)$/, "没有 $1 这个来源"],
  [/^the measure (`.*`) changes nothing$/, "办法 $1 什么都没有改变"],
  [/^(`.*`) plays no part: (`.*`) runs no (`.*`) of this person$/, "$1 派不上用场：$2 不经办这个人的任何 $3"],
  [
    /^(`.*`) plays no part: it runs no (`.*`) of this person$/,
    "$1 没有派上用场：这个人名下没有由它经办的 $2",
  ],
  [
    /^the `amount` of (`.*`) counts nowhere: it only moves what lies there$/,
    "$1 的 `amount` 哪里都不算：它只是把原有的钱转走",
  ],
  [
    /^(`.*`) asks twice for so many of the same list, and the greater number is all it asks$/,
    "$1 两次要求“同一组里的几个”，只按较大的那个数算一次",
  ],
  [/^(`.*`) stops (`.*`), which is .*$/, "$1 拦的 $2 不是能力"],
  [/^(`.*`) diverts (`.*`), which is .*$/, "$1 转走的 $2 不是能力"],
  [/^(`.*`) is part of (`.*`), which is .*$/, "$1 所属的 $2 不是能力"],
  [/^(`.*`) has a limit of (`.*`) and speaks of none$/, "$1 的限额按 $2 算，但流程里没有提到它"],
  [/^(`.*`) is no limit$/, "$1 不是限额"],
  [/^(`.*`) is no interval$/, "$1 不是一个区间"],
  [/^(`.*`) is no shared limit$/, "$1 不是共用的限额"],
  [/^(`.*`) is had while (`.*`), which is .*$/, "$1 所依的 $2 不是能力"],
  // --- people ---------------------------------------------------------------------------------------------------------
  [
    /^this looks like a full (.*); it is not read and must not be stored$/,
    (what) =>
      `这像是完整的${/ID/.test(what ?? "") ? "证件号" : /card/.test(what ?? "") ? "卡号" : "号码"}：没有读，也不能存`,
  ],
  [/^(`.*`) is something one knows of a person$/, "$1 是关于人的一项信息，不能作帮手的名字"],
  [/^`last4` holds more than four digits$/, "`last4` 超过了四位数字"],
  [/^no helper (`.*`)$/, "没有帮手 $1"],
  [/^no thing (`.*?`)(?: in (`.*`))?$/, (name) => `没有 ${name} 这一项`],
  [
    new RegExp(`^no ${thing} (\`.*?\`)(?: in (\`[^\`]*\`))?$`),
    (kind, name) => `没有${kindZh(kind ?? "")} ${name}`,
  ],
  [/^(`.*`) is nobody's name; nothing about (`.*`) has been read$/, "$1 不是机构的名字，所以 $2 没人查过"],
  [
    /^nobody in (`.*`) is called (`.*`); nothing about (`.*`) has been read$/,
    "$1 没有叫 $2 的机构，所以 $3 没人查过",
  ],
  [
    /^(`.*`) is not in the catalogue; nothing about (`.*`) has been read$/,
    "流程库里没有 $1，所以 $2 没人查过",
  ],
  [/^(`.*`) runs no (\w+?)(?:es|s)$/, (name, kind) => `${name} 不经办${kindZh(kind ?? "")}`],
  [new RegExp(`^(\`[^\`]*\`) has no setting (\`[^\`]*\`) for an? ${thing}$`), "$1 没有 $2 这个可设项"],
  [/^(`.*`) has no attribute (`.*`)$/, "$1 没有 $2 这个属性"],
  [/^(`.*`) may be (`.*`)$/, "$1 可能是 $2，要写明是哪一个"],
  [/^(`.*`) may be several measures$/, "$1 可能是好几项办法"],
  [/^(`.*`) does not belong(?: in (`.*`))?$/, "$1 不该写在这里"],
  [/^no (?:person|policy) (`.*`)$/, "没有 $1"],
  // --- questions, stories and nights ----------------------------------------------------------------------------------
  [
    /^nothing is held at the start, so nothing can follow from it$/,
    "没有说明对方手里一开始有什么，所以没什么可算的",
  ],
  [/^this person's world has more than (\d+) rules$/, "这份资料展开后超过 $1 条规则"],
  [/^(\d+) variants, and no more than (\d+) are raced at once$/, "有 $1 种情形，一次最多推演 $2 种"],
  [/^(`.*`) is (?:not a|no) length of a race: .*$/, "推演不能长 $1：从一分钟到 31 天"],
  [/^this question expects nothing, so it cannot fail$/, "这个问题没有写期望，所以永远不会不符"],
  [/^this line does nothing and tells nothing$/, "这一行什么都没做，也什么都没说"],
  [/^nothing was tried that could be refused$/, "没有试过什么，谈不上被拒"],
  [/^(\d+) lines are more than the (\d+) a script may have$/, "有 $1 行，最多 $2 行"],
  [/^(`.*`) comes before the lines above it$/, "$1 比上面几行还早"],
  [/^(`.*`) lies before the beginning$/, "$1 早于这一夜的开始"],
  [/^(`.*`) is (?:no minute|no time) of the night$/, "$1 不是这一夜里的时间"],
  [/^(`.*`) is not a moment of the week$/, "$1 不是一周里的某个时刻"],
  [/^(`.*`) comes before (`.*`)$/, "$1 比 $2 还早"],
  [/^(`.*`) lies after the end of the night$/, "$1 已经过了这一夜的结束"],
  [/^it is over at (`.*`), before it begins at (`.*`)$/, "到 $1 就完了，却从 $2 才开始"],
  [/^(`.*`) runs no flow of a night$/, "这一夜里 $1 不办流程"],
  [/^(`.*`) moves no money, and a sum is told of it$/, "$1 不动钱，却写了金额"],
  [/^(`.*`) is told of no flow$/, "写了 $1，却没有写是哪个流程"],
  [/^what came back stands on a line of its own$/, "退回的钱要单独写一行"],
  [/^what was set of its own accord stands on a line of its own$/, "机构自己设的要单独写一行"],
  [/^`sets` is what an institution did of its own accord$/, "`sets` 只写机构自己主动设的"],
  [/^nothing says how the money came back$/, "没有说钱是怎么退回的"],
  [/^(`.*`) took (\S+), and is told to have taken (\S+)$/, "$1 拿走了 $2，却写成 $3"],
  [/^unknown actor (`.*`)$/, "没有 $1 这个人"],
  [/^nothing in this world is called (`.*`)$/, "这里没有叫 $1 的东西"],
  [/^no flow (`.*`) concerns this person$/, "没有 $1 这个和此人有关的流程"],
  [
    /^(`.*`) never concerns (.*)$/,
    (flow, things) => `${flow} 从来不涉及 ${things?.split(" and ").join("、")}`,
  ],
  [
    /^(`.*`) is harm of the kind (`.*`), which is no sum: its amount counts nowhere$/,
    "$1 是 $2 这一类损失，不论金额：写的金额哪里都不算",
  ],
  [/^(`.*`) was not lost$/, "$1 没有损失"],
  [/^(`.*`) was lost, and no line says how much of it$/, "$1 有损失，却没有哪一行写了多少"],
  [/^(`.*`) was lost too$/, "$1 也有损失"],
  [/^(`.*`) cost (\S+), not (\S+)$/, "$1 损失了 $2，不是 $3"],
  [/^(`.*`) was lost too: (\S+)$/, "$1 也有损失：$2"],
  [/^(`.*`) is not set at the end$/, "结束时并不是 $1"],
  [/^(`.*`) is set at the end, too$/, "结束时还有 $1"],
  [/^nothing like (`.*`) can be lost here$/, "这里没有 $1 这样的损失"],
  [/^(`.*`) was not so at that moment$/, "那一刻并不是 $1"],
  [/^(`.*`) was possible, and is told to have been refused$/, "$1 办得成，却写成被拒"],
  [
    /^(`.*`) took nothing: all that lay there had been taken before$/,
    "$1 什么都没拿到：那里的钱此前已经拿光",
  ],
  [/^(`.*`) did not leave (`.*`)$/, "$1 没有留下 $2"],
  // --- what the owner set out to do -----------------------------------------------------------------------------------
  [/^(`.*`) is no length of time$/, "$1 不是一段时间"],
  [/^(`.*`) is nothing that can be seen$/, "$1 不是能看到的东西"],
  [/^(`.*`) is nothing to get done$/, "$1 不是可以去办的事"],
  [/^(`.*`) is no hour$/, "$1 不是时刻"],
  [/^(`.*`) is half by the clock$/, "$1 一半按钟点，一半不按"],
  [/^(`.*`) is over before it begins$/, "$1 还没开始就结束了"],
  [/^(`.*`) is begun by nothing$/, "$1 没有说从什么开始"],
  [/^(`.*`) is counted and not seen$/, "$1 有次数，却没有说看到什么"],
  [/^(`.*`) is one thing within a time$/, "$1 只有一件，却限了时间"],
  [/^(`.*`) is no condition that could be lifted$/, "$1 不是可以解除的状态"],
  [/^they sleep by the clock, and nobody says when the night begins$/, "按钟点睡觉，却没有说这一夜几点开始"],
  // --- what is kept ---------------------------------------------------------------------------------------------------
  [/^this (?:was kept|backup was made) by a newer chainbreak .*$/, "这是更新版本的 chainbreak 存的"],
  [/^the record that leads to the key is damaged$/, "通向密钥的记录损坏了"],
  [/^the end of this backup is missing$/, "这个备份缺了结尾"],
  [/^this is (?:not a|no) (?:chainbreak backup|backup of chainbreak)$/, "这不是 chainbreak 的备份"],
  [/^this backup is not as it was written$/, "这个备份损坏了，或被改过"],
  [/^this record is damaged, or was not sealed here$/, "这条记录损坏了，或不是在这里密封的"],
  [/^this record is older than one that was here before$/, "这条记录比以前的旧"],
  [/^this is (?:not a|no) file sealed under a passphrase$/, "这不是用口令密封的文件"],
  [/^this passphrase does not open the file$/, "这个口令打不开文件"],
  [/^there are no people of chainbreak in this file$/, "文件里没有 chainbreak 的资料"],
  // --- one's own files over the catalogue -----------------------------------------------------------------------------
  [/^no institution (`.*`) to extend$/, "没有 $1 这家机构可以补充"],
  [/^(`.*`) stands in (`.*`) already$/, "$2 里已经有 $1"],
  [
    /^left out, and therefore (`.*`) is what it is without this file$/,
    "没有读进来，所以 $1 还是没有这个文件时的样子",
  ],
  [
    /^left out, and therefore what hangs on (`.*`) is not judged$/,
    "没有读进来，所以挂在 $1 上的东西不作判断",
  ],
  [
    /^left out, and therefore no institution of these files is read, for it may speak of these words$/,
    "没有读进来，所以这批文件里的机构一家也不读，因为它们可能用到这里的词",
  ],
  [/^left out, and therefore nothing it says counts$/, "没有读进来，所以里面写的都不算"],

  // --- design ---------------------------------------------------------------------------------------------------------
  [
    /^(`.*`) is no folder, no patch file and no git revision$/,
    "$1 不是文件夹、不是改动文件，也不是 git 版本",
  ],
  [/^the revision (`.*`) has no YAML in that folder$/, "版本 $1 的这个文件夹里没有 YAML 文件"],
  [/^this is no patch$/, "这不是改动文件"],
  [/^the patch changes nothing$/, "这份改动什么也没有改"],
  [/^the institution (`.*`) is there already$/, "机构 $1 已经有了"],
  [
    /^the institution (`.*`) stands in another file of this folder already$/,
    "机构 $1 已写在这个文件夹的另一个文件里",
  ],
  [/^(`.*`) is not an institution and its flow$/, "$1 不是“机构/流程”的写法"],
  [/^no institution (`.*`)$/, "没有 $1 这家机构"],
  [/^(`.*`) is nothing somebody knows, so it cannot be changed$/, "$1 不是谁知道的东西，谈不上更换"],
  [/^no flow (`.*`) to remove$/, "没有 $1 这个流程，无从去掉"],
  [/^no measure (`.*`)$/, "没有 $1 这项办法"],
  [/^(`.*`) is a measure of the person, not of an institution$/, "$1 是个人的办法，不是机构的"],
  [
    /^(`.*`) is one decision for all institutions together, and no institution's own$/,
    "$1 由所有机构一起决定，不单属哪一家",
  ],
  [/^no institution was found here$/, "这里没有机构文件"],
  [/^no person was found here$/, "这里没有个人资料"],
  [/^nobody asked about can lose (`.*`)$/, "所问的人里没有谁会丢 $1"],
  [/^no pack (`.*`)$/, "没有 $1 这套规则"],
  [/^unknown kind of flow (`.*`)$/, "没有 $1 这类流程"],
  [
    /^the rule (`.*`) asks nothing of these flows, so each would keep it$/,
    "规则 $1 对这些流程什么都没有要求，谁都会符合",
  ],
  [/^the rule (`.*`) does not say which flows it is about$/, "规则 $1 没有写明管哪些流程"],
  [/^the rule (`.*`) begins with (`.*`), so that is reached$/, "规则 $1 起初就有 $2，自然会得到"],
  [
    /^the rule (`.*`) begins with (`.*`), which is no word about one thing$/,
    "规则 $1 起初的 $2 不是只讲一个东西的词",
  ],
  [/^unknown class of proof (`.*`)$/, "没有 $1 这类凭据"],
  [
    /^the example of (`.*`) does not (break|keep) it$/,
    (name, what) => `${name} 的例子没有${what === "break" ? "违反" : "符合"}它`,
  ],
  [/^no assertion was found here$/, "这里没有规则"],
  ...serveSentences,
  ...doorSentences,
];

const helps: readonly (readonly [RegExp, Said])[] = [
  [
    /^give `--person`, or lay the night of one person over with `--with`$/,
    "用 `--person` 指定，或者用 `--with` 叠加一个人的夜晚",
  ],
  [/^lay one of them over, or give `--person`$/, "只叠加其中一个，或者用 `--person` 指定"],
  ...listHelps,
  ...fileHelps,
  [
    /^write the institution's own file, or lay this one over the catalogue that has it by `--with`$/,
    "请给这家机构自己写一个文件，或用 `--with` 把它叠加在有这家机构的流程库上",
  ],
  [
    /^give it another name, or begin the file with (`.*`) to stand in its place$/,
    "请换个名字；要取代原来那家，文件以 $1 开头",
  ],
  [/^mend it: an answer given now is an answer without this file$/, "请改好：现在得到的回答没有算上这个文件"],
  ...yamlHelps,
  ...eventHelps,
  ...recordHelps,
  ...populationHelps,
  [/^did you mean the one of (`.*`)\? write its id: (`.*`)$/, "是 $1 的那家吗？是的话请写它的 id：$2"],
  [/^did you mean (.*)\?$/, "是不是 $1？"],
  [/^one of (.*), or keys of its own: (.*)$/, "可以是 $1，或用它自己的键：$2"],
  [/^one of (.*)$/, "可以是 $1"],
  [
    /^write (`0`) where nothing is there, and leave (`.*`) out where nobody knows$/,
    "没有就写 $1；不知道就不写 $2",
  ],
  [
    /^leave (`.*?`) out where there is none, or write (`unknown`) where nobody knows whose it is$/,
    "没有就不写 $1；不知道是哪一家，就写 $2",
  ],
  [/^leave it out where there is none: (`.*`)$/, "没有就不写，或写成 $1"],
  [
    /^leave (`.*?`) out where there is none(?:; else (.*))?$/,
    (key, other) => `没有就不写 ${key}${other === "" ? "" : `；有的话，${helpZh(other ?? "")}`}`,
  ],
  [
    /^write the digits alone, without quotes, with a point before the cents: (`.*`)$/,
    "只写数字，不加引号和千位分隔符，小数点用半角句点：$1",
  ],
  [/^it is said of (.*)$/, (kinds) => `它的对象是${(kinds ?? "").split(", ").map(kindZh).join("、")}`],
  [/^a file of rules begins with `assertion` or `pack`$/, "规则文件以 `assertion` 或 `pack` 开头"],
  [/^give a file of rules, or a folder that holds some$/, "请给规则文件，或者装有规则文件的文件夹"],
  [/^one institution a file$/, "一个文件只写一家机构"],
  [/^write its kind in front$/, "前面写上它的种类"],
  [/^name them under `on`$/, "请写在 `on` 下面"],
  [/^leave it out of `from` or of `reach`$/, "从 `from` 或 `reach` 里去掉它"],
  [/^say what must be so: (.*)$/, "请写明必须怎样：$1"],
  [
    /^add (`[^`]*`): (.*)$/,
    (key, shape) => `补上 ${key}${shapes[shape ?? ""] === undefined ? "" : `：${shapeZh(shape ?? "")}`}`,
  ],
  [
    /^add `basis: \{ status, seen, source \}` .*$/,
    "给这个流程补上 `basis: { status, seen, source }`，或写在机构上，对它的全部流程都算",
  ],
  [/^add the flow that clears it, or `expires`; .*$/, "补上能解除它的流程，或写明 `expires`"],
  [/^add it under (`.*`), or write `unknown`$/, "在 $1 下面补上，或写 `unknown`"],
  [
    /^write (`know\(.*\)`): (?:did you mean (.*)\?|one of (.*))$/,
    (form, near, all) => `请写 ${form}，${near === "" ? `可以是 ${all}` : `是不是 ${near}？`}`,
  ],
  [/^write it beside `settings`: (`.*`)$/, "请写在 `settings` 旁边：$1"],
  [/^write (`95m`) or (`2h`)$/, "请写 $1 或 $2"],
  [
    /^write (`anything`), (`no-signal`), (`told`) \(of what waits\), or words of a trace, its kind first \((`.*`)\)$/,
    "请写 $1（什么都算）、$2（没信号）、$3（有事在等、通知来了），或一种痕迹的字样，种类在前（$4）",
  ],
  [
    /^write one of (.*), or a condition or capability of this person's things$/,
    "请写其中之一：$1，或此人名下东西的某个状态、某种权限",
  ],
  [
    /^write (`23:30`), or a length of time from the beginning \((`2h`)\)$/,
    "请写 $1，或从开始算起的一段时间（$2）",
  ],
  [
    /^write both as times of day, or both as lengths of time from the beginning$/,
    "两个都写几点几分，或两个都写从开始算起的一段时间",
  ],
  [/^let (`to`) be later$/, "$1 要更晚"],
  [/^write (`after`), (`when-seen`), or both$/, "请写 $1 或 $2，也可以都写"],
  [/^write under (`when-seen`) what is counted$/, "在 $1 下面写数的是什么"],
  [/^write under (`times`) how many$/, "在 $1 下面写几次"],
  [/^write a condition or a capability of this person's things$/, "请写此人名下东西的某个状态或某种权限"],
  [/^write a condition of this person's things after (`not `)$/, "在 $1 后面写此人名下东西的某个状态"],
  [
    /^(\S+) of (`.*`) stayed in (`.*`): it came there after the last line that takes from there, or is more than that takes$/,
    "$2 的钱有 $1 留在 $3：到那里时，后面已经没有哪一行再从那里拿钱，或超过了那一行能拿的",
  ],
  [/^say when it begins: (`.*`)$/, "请写明几点开始：$1"],
  [/^write a list: `\[…, …\]`$/, "请写成列表：`[…, …]`"],
  [/^write each under its name: `name: …`$/, "每一项写在自己的名字下面：`名字: …`"],
  [/^its keys: (.*)$/, "里面的键：$1"],
  [
    /^(write the number alone; )?every sum stands in the person's one currency: write what it is worth there, .*$/,
    "一个人的金额都用同一种货币写：写折合成这种货币的数字；汇率会变就写 `{ from: …, to: … }`；原来是多少写在 `note` 里",
  ],
  [/^write it in quotes$/, "请加上引号"],
  [/^write `true` or `false`$/, "请写 `true` 或 `false`"],
  [/^write it out, or in quotes if it is a name$/, "请写全；若是名字，加上引号"],
  [/^write one of (.*)$/, "请写其中之一：$1"],
  [/^write `kind\(thing\)`, for example (`.*`)$/, "请写 `kind(thing)`，例如 $1"],
  [/^write `20:51`, `sat 09:00`, .*$/, "请写 `20:51`、`sat 09:00`，或从开头算起的时长：`95m`"],
  [/^write what it is once the measure is taken, as a number: (`.*`)$/, "写采取办法之后的金额，写成数字：$1"],
  [/^write the repeated block out.*$/, "请把重复的一段写全"],
  [/^write only the last four(?: digits, as `last4`)?$/, "请删掉，只写末四位（`last4`）"],
  [/^write (`[^`]*`(?:, `[^`]*`)*),? or (`[^`]*`)$/, "请写 $1 或 $2"],
  [/^write words such as (`[^`]*`) or (`[^`]*`)$/, "请写 $1、$2 这样的词"],
  [/^write (`[^`]*`)$/, "请写 $1"],
  [/^give exactly one of (.*)$/, "只能写其中一种：$1"],
  [
    /^save the file as UTF-8 \(it may be GB18030 or Latin-1\)$/,
    "请另存为 UTF-8（它可能是 GB18030 或 Latin-1）",
  ],
  [/^save the file as UTF-8$/, "请另存为 UTF-8"],
  [/^split it: one institution, person or story a file$/, "请拆开：一个文件写一家机构、一份资料或一个场景"],
  [
    /^name more, or ask for fewer; the same word twice is one, and .*$/,
    "多列几项，或者少要几项；同一项写两次只算一项，能指好几样东西的写法（`account.trusted`）每样都算一项",
  ],
  [
    /^give the person one there, or say in `for` whose is meant: .*$/,
    "给这个人在那里加一样，或者用 `for` 写明指谁的：`for: { line: person.lines }`（不论由谁经办）、`new` 或 `theirs`",
  ],
  [/^split the flow into several$/, "请把这个流程拆成几个"],
  [/^say once how many different ones it asks: (`.*`)$/, "一共要几个不同的，写一次就行：$1"],
  [/^join measures that are taken together$/, "请把一起做的办法合成一项"],
  [
    /^for a limit of what is moved write `each` or `at-most`; for a loan paid out say .*$/,
    "要限制转多少，写 `each` 或 `at-most`；要写放款，用 `borrow(account)`，钱被拿走的那一步用 `cash-out(account)`",
  ],
  [
    /^list it in the flows it changes, .*$/,
    "请在它改变的流程里列出它，或写明它替换、取消、改变、设定或换新什么",
  ],
  [/^check the path$/, "请检查路径"],
  [/^check that you may read it$/, "请检查有没有读取权限"],
  [/^check the file with a YAML editor$/, "请用 YAML 编辑器检查这个文件"],
  [/^check the lines just before this place$/, "请检查这一处前面几行"],
  [/^indent with spaces, not tabs$/, "缩进请用空格，不要用制表符"],
  [/^remove one, or give it another name$/, "请删掉一个，或换个名字"],
  [/^remove what is no longer needed$/, "请删掉不再需要的"],
  [/^write it as two letters, such as `cn`, `us` or `gb`$/, "请用两个字母的代码，如 `cn`、`us`、`gb`"],
  [/^(?:ids are )?lower-case words joined by hyphens$/, "id 由小写单词加连字符组成"],
  [/^see (docs\/reference\/\S+)$/, "见 $1"],
  [/^give YAML files, or a folder that holds some$/, "请给 YAML 文件，或装有它们的文件夹"],
  [/^give story files, or a folder that holds some$/, "请给场景文件，或装有它们的文件夹"],
  [/^give the path of a YAML file or a folder of them$/, "请给 YAML 文件或文件夹的路径"],
  [/^give a smaller folder$/, "请给小一些的文件夹"],
  [/^give it another id, or join the two files$/, "请换一个 id，或把两个文件合起来"],
  [/^give one of them another id$/, "请给其中一个换 id"],
  [/^give (?:this one a name of its own|the helper another id)$/, "请另起一个名字"],
  [/^give the setting another name, .*$/, "请给可设项换个名字，或用 `defaults` 和原来的属性"],
  [
    /^give (`.*`) a relation that leads to an? (\w+)$/,
    (name, kind) => `请给 ${name} 一种指向${kindZh(kind ?? "")}的关系`,
  ],
  [
    /^give the path of a person file, which begins with `person`$/,
    "请给个人资料文件的路径，它以 `person` 开头",
  ],
  [/^name a block with (`.*`) before it, .*$/, "请先用 $1 给一段取名，或给这段文字加引号"],
  [/^give (`times`, `amount`) or both$/, "请写 `times`、`amount`，或两样都写"],
  [/^give an (`amount`), for what is shared is a sum$/, "共用的是金额，请写 $1"],
  [
    /^name a kind of thing this flow concerns, or add it under (`.*`)$/,
    "请写流程涉及的一类东西，或在 $1 里加上",
  ],
  [/^name a flow, or an institution and its flow: (`.*`)$/, "请写一个流程，或机构加流程：$1"],
  [/^name an institution of the catalogue and its flow: (`.*`)$/, "请写流程库里的机构加流程：$1"],
  [/^name a thing of this person, such as (`.*`)$/, "请写这份资料里的一项，如 $1"],
  [/^name a file in people\/, .*$/, "请写 people/ 里的文件，或给出路径"],
  [
    /^name a `flow`, say under `expects` what was so, or tell it: `note`, `seen`, `believed`$/,
    "请写一个 `flow`，或在 `expects` 里写当时的情况，或用 `note`、`seen`、`believed` 讲出来",
  ],
  [
    /^write a condition or a capability of this person's things, or either after `not `$/,
    "写这个人的东西的状态或能力，或在前面加 `not `",
  ],
  [/^give minutes from the start, zero or more$/, "请写从开始算起的分钟数，不小于零"],
  [
    /^leave `amount` out, or say `harm: money` where it is money that is lost by it, `harm: debt` where it is a debt$/,
    "请去掉 `amount`；如果损失的就是钱，写 `harm: money`，是债就写 `harm: debt`",
  ],
  [/^write the earlier time first$/, "请先写早的那个时间"],
  [/^the night ends at (`.*`)$/, "这一夜到 $1 为止"],
  [
    /^name who asked for it: `owner`, `intruder` or a helper; .*$/,
    "请写是谁去办的：`owner`、`intruder` 或帮手；机构自己的一行只写它主动设了什么（`sets`）、退回了什么，或当时的情况",
  ],
  [
    /^leave `amount` out, or tell it of the flow that took the money$/,
    "请去掉 `amount`，或写在拿钱的那个流程上",
  ],
  [
    /^name the `flow` that was run; what came back stands under `returned`$/,
    "请写办的是哪个 `flow`；退回的钱写在 `returned` 里",
  ],
  [/^write a second line with `returned` and without `flow`$/, "请另写一行，只写 `returned`，不写 `flow`"],
  [
    /^write a second line with `sets` and without `flow`; what the flow sets stands in the flow$/,
    "请另写一行，只写 `sets`，不写 `flow`；流程自己设的写在流程里",
  ],
  [
    /^name the flow by which they set it \(`flow`\), or the institution that did \(`actor: institution:…`\)$/,
    "请写是办哪个流程设的（`flow`），或写是哪家机构设的（`actor: institution:…`）",
  ],
  [
    /^write a condition of this person's things that some flow here hears$/,
    "请写这个人的东西上、这里有流程会看的状态",
  ],
  [/^tell it: `note` or `seen`$/, "请用 `note` 或 `seen` 讲出来"],
  [
    /^say on the line what it took \(`amount`\), or leave `amount` out here$/,
    "请在那一行写拿走了多少（`amount`），或去掉这里的 `amount`",
  ],
  [/^look at what lay there by then, and at the limits of the flow$/, "请看那时那里有多少钱，以及流程的限额"],
  [
    /^move the line, or say on the lines before it what they took$/,
    "请挪一下这一行，或在前面几行写拿走了多少",
  ],
  [/^leave `until` out, or let it be later$/, "请去掉 `until`，或写晚一些"],
  [
    /^the owner, the intruder, a helper of the person file, or `institution:` and its id$/,
    "只能是 owner、intruder、个人资料里的帮手，或 `institution:` 加机构的 id",
  ],
  [/^name it `institution\/flow`, as it was in force on that day$/, "请写“机构/流程”，而且那一天是有效的"],
  [/^name a thing of the person file$/, "请写个人资料里有的东西"],
  [/^leave `things` out, or name others$/, "请去掉 `things`，或写别的东西"],
  [/^name a loss of this person$/, "请写这个人会有的损失"],
  [/^it leaves nothing$/, "它什么都不留下"],
  [/^it left (.*)$/, "它留下的是 $1"],
  [/^name the `flow` that was tried$/, "请写试过的 `flow`"],
  [/^write a secret: (`.*`)$/, "请写一项秘密：$1"],
  [/^`from` is more than `to`$/, "`from` 大于 `to` 了"],
  [
    /^name the capability that was missing or the condition that stopped it, .*$/,
    "写明缺的是哪项能力、被哪个状态挡住；超过限额或次数写 `at-most`，不在办理时间写 `hours`",
  ],
  [/^leave the line out, or tell it as (`.*`)$/, "去掉这一行，或写成 $1"],
  [
    /^describe it with one of the archetypes in catalog\/common$/,
    "请用 catalog/common 里最接近的原型来描述它",
  ],
  [
    /^it provides ([^:]*)(?:: write it under (`.*`), as (`.*`))?$/,
    (kinds, section, written) =>
      `它经办的是${(kinds ?? "").split(", ").map(kindZh).join("、")}${section === undefined ? "" : `，请写在 ${section} 下，写成 ${written}`}`,
  ],
  [
    /^it must begin with `incident`; `chainbreak incident new` prints one$/,
    "它要以 `incident` 开头；`chainbreak incident new` 可以生成一份",
  ],
  [/^it must begin with ([^;]*)$/, "它要以 $1 开头"],
  [/^a secret follows only `know`$/, "秘密只能写在 `know` 里"],
  [/^no file of ours needs more than ten levels$/, "我们的文件都用不到十层"],
  [/^put the three durations in order$/, "请把三个时长按大小排好"],
  [
    /^put the lines in the order of their times; .*$/,
    "请按时间先后排；过了第二夜零点的要写星期：`sun 01:00`",
  ],
  [/^a new flow gives, sets, clears or leaves something$/, "新流程要写 gives、sets、clears 或 leaves"],
  [/^write the change into the file that extends it$/, "请直接改那个扩展文件"],
  [/^say whom: (`.*`)$/, "请写明是哪群人：$1"],
  [/^say how many are raced: (`.*`)$/, "请写明跑多少人：$1"],
  [/^say what is in the wrong hands, for example (.*)$/, "请说明落到对方手里的是什么，例如 $1"],
  [/^say what must come: (.*)$/, "请写明应有什么结果：$1"],
  [/^leave out what (?:has no effect|the question is not about)$/, "请去掉与问题无关的"],
  [/^look at the lines before it(?:, .*)?$/, "请看它前面几行"],
  [/^mend the (?:script|amount).*$/, "请改剧本、金额或流程"],
  [/^add it, or mend the script.*$/, "请补上，或改剧本"],
  [
    /^add a line before it that gives (`.*?`), by (.*); or move the line, or mend the flow$/,
    "请在前面加一行，先得到 $1：$2；或移动这一行，或改流程",
  ],
  [
    /^no flow here gives (`.*`): put it under `held`, or mend the flow$/,
    "这里没有流程能得到 $1：请写进 `held`，或改流程",
  ],
  [/^move the line, .*$/, "请移动这一行，或先补上它需要的，或改流程"],
  [/^ask in two races; .*$/, "请分两次推演；种子相同，夜晚就相同"],
  [/^an audit without `--apply` names those there are$/, "不带 `--apply` 的 audit 会列出全部办法"],
  [
    /^the answer to the question without measures lists them all, .*$/,
    "不带办法的回答里，`catalogue` 会列出全部",
  ],
  [/^`chainbreak explain` knows the measures$/, "`chainbreak explain` 会列出全部办法"],
  [/^open it with that one, or a newer one$/, "请用那个版本或更新的版本打开"],
  [/^restore it with that one, or a newer one$/, "请用那个版本或更新的版本恢复"],
  [/^restore a backup; without one .*$/, "请恢复备份；没有备份就打不开了"],
  [/^restore a backup; the other records .*$/, "请恢复备份；其他记录没有受影响"],
  [/^copy the whole file again, or take another$/, "请重新拷贝整个文件，或换一份"],
  [/^take another copy of it$/, "请换一份"],
  [/^choose the file that was saved as a backup$/, "请选存备份时的那个文件"],
  [/^choose the file that was saved as a sealed file$/, "请选存密封文件时的那个文件"],
  [/^it is the one the file was sealed under; .*$/, "要用密封文件时设的口令；区分大小写"],
  [/^it may have been made by another program, .*$/, "它可能是别的程序做的，或是更新版本的 chainbreak 做的"],
  [
    /^if you have just restored a backup, .*$/,
    "如果刚恢复过备份，请重新载入页面；如果没有，说明有人改过保存的内容",
  ],
  [
    /^give a catalogue folder, a patch file, (`.*`), or a revision like (`.*`) or (`.*`)$/,
    "给出流程库文件夹、改动文件、$1，或 git 版本，例如 $2 或 $3",
  ],
  [/^name the folder behind a colon: (`.*`)$/, "在冒号后面写明文件夹：$1"],
  [/^it holds rules: give it with (`.*`) to (`.*`)$/, "里面是规则：用 $1 交给 $2"],
  [/^it is a population: give it to (`.*`), or with (`.*`)$/, "这是一份人群：交给 $1，或用 $2 给出"],
  [/^it is a person: give it with (`.*`)$/, "这是一个人：用 $1 给出"],
  [
    /^it is an institution: give the folder it lies in, or put it under (`.*`) of a patch$/,
    "这是一家机构：给出它所在的文件夹，或放在改动文件的 $1 下面",
  ],
  [
    /^write (`.*`) to have it everywhere, or change the flows it is about under (`.*`)$/,
    "要处处启用就写 $1，否则在 $2 下改它涉及的流程",
  ],
  [
    /^a patch begins with (`.*`); a catalogue is given as its folder$/,
    "改动文件以 $1 开头；流程库请给出它的文件夹",
  ],
  [/^give `flows`, `institutions` or `measures`$/, "写出 `flows`、`institutions` 或 `measures`"],
  [/^change its flows under `flows`$/, "在 `flows` 下改它的流程"],
  [/^write `institution\/flow`$/, "写成 `机构/流程`"],
  [/^add it under `institutions`$/, "在 `institutions` 下添上它"],
  [/^remove the line$/, "去掉这一行"],
  [/^name a measure of an institution$/, "写机构的一项办法"],
  [/^leave it out: whoever is asked about decides$/, "不要写：由所问的人自己决定"],
  [/^give a folder with files that begin with (`.*`)$/, "给出一个文件夹，里面的文件以 $1 开头"],
  [/^give a person file, or a folder that holds some$/, "给出个人资料文件，或放着它们的文件夹"],
  [
    /^give the path of a file or folder of assertions, or one of (.*)$/,
    "给出规则文件或文件夹的路径，或 $1 之一",
  ],
  [/^mend the rule or its example$/, "改规则，或改它的例子"],
  ...serveHelps,
  ...doorHelps,
];

/** The user's own words, as they are quoted. */
const quotedIn = (text: string): readonly string[] => text.match(/`[^`]*`/g) ?? [];

/** Lists of quoted words with the marks of Chinese. */
const chineseLists = (text: string): string =>
  text
    .replace(/`, (?=`)/g, "`、")
    .replace(/` or (?=`)/g, "`或 ")
    .replace(/ and (?=`)/g, "和 ");

function translated(text: string, table: readonly (readonly [RegExp, Said])[]): string | undefined {
  for (const [pattern, said] of table) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const parts = found.slice(1).map((part: string | undefined) => part ?? "");
    return chineseLists(
      typeof said === "string"
        ? said.replace(/\$(\d)/g, (_, at) => parts[Number(at) - 1] ?? "")
        : said(...parts),
    );
  }
  return undefined;
}

/** The sentence of a complaint; `heading` is what its code is called. */
export function sentenceZh(sentence: string, heading: string): string {
  const quoted = quotedIn(sentence);
  return (
    translated(sentence, sentences) ?? (quoted.length === 0 ? heading : `${heading}：${quoted.join("、")}`)
  );
}

/** Is it one of the sentences known here, and not only its heading? */
export const isSentenceKnown = (sentence: string): boolean => translated(sentence, sentences) !== undefined;

/** What a number is called, by what it is called in English. */
const secretsZh: ReadonlyMap<string, string> = new Map(secretKinds.map(({ en, zh }) => [en, zh]));

/** The way out. */
export function helpZh(help: string): string {
  const [, digitsOf, left] =
    /^write (?:only the last four digits of the (.+), as `last4`|that there is one, and leave the (.+) out)$/.exec(
      help,
    ) ?? [];
  if (digitsOf !== undefined) return `${secretsZh.get(digitsOf) ?? digitsOf}只写最后四位（\`last4\`）`;
  if (left !== undefined) return `只写有没有，不要写出${secretsZh.get(left) ?? left}`;
  const quoted = quotedIn(help);
  return (
    translated(help, helps) ??
    (quoted.length === 0
      ? "见 docs/reference/errors.md"
      : `见 docs/reference/errors.md：${quoted.join("、")}`)
  );
}
export const isHelpKnown = (help: string): boolean => translated(help, helps) !== undefined;
