/**
 * Complaints in Chinese: each code's heading, and the ways out that come most often. The sentence itself stays as the
 * reader wrote it, with the user's own words in it; docs/decisions/0003-words.md says why.
 */
import type { ComplaintCode } from "../model/index.ts";
import { secretKinds } from "../person/index.ts";

export const headingsZh: Readonly<Record<ComplaintCode, string>> = {
  "file/missing": "找不到文件",
  "file/too-large": "文件太大",
  "file/not-utf8": "编码不是 UTF-8",
  "file/unreadable": "读不了",
  "file/nothing-read": "什么也没有读到",
  "yaml/syntax": "YAML 写法不对",
  "yaml/too-deep": "嵌套太深",
  "yaml/alias-bomb": "别名太多",
  "yaml/hostile-key": "不允许的键",
  "yaml/duplicate-key": "键重复",
  "yaml/unknown-kind": "文件种类不对",
  "shape/wrong-type": "类型不对",
  "shape/unknown-key": "没有这个键",
  "shape/unknown-value": "没有这个取值",
  "shape/missing-key": "缺少键",
  "shape/bad-text": "内容不对",
  "catalog/duplicate-id": "id 重复",
  "catalog/unknown-capability": "没有这种能力",
  "catalog/unknown-thing": "没有这种东西",
  "catalog/unknown-relation": "没有这种关系",
  "catalog/unknown-secret": "没有这种秘密",
  "catalog/unknown-attribute": "没有这个属性",
  "catalog/unknown-condition": "没有这种状态",
  "catalog/unknown-flow": "没有这个流程",
  "catalog/unknown-measure": "没有这项措施",
  "catalog/unknown-source": "没有这个来源",
  "catalog/unknown-aspect": "没有这个方面",
  "catalog/condition-without-way-out": "状态没有解除办法",
  "catalog/wrong-subject": "对象不对",
  "catalog/too-many-ways": "要求的组合太多",
  "catalog/too-many-measures": "措施太多",
  "catalog/idle-measure": "措施不起作用",
  "person/unknown-thing": "没有这样东西",
  "person/unknown-institution": "流程库里没有这家机构",
  "person/wrong-institution": "机构不提供这种东西",
  "person/secret-stored": "写下了不该保存的秘密",
  "story/unknown-person": "没有这个人物",
  "story/asks-nothing": "问题没有期望",
  "night/bad-line": "这一行写得不对",
  "night/not-so": "按流程做不到，或结果不一样",
  "question/unknown-capability": "没有这种能力",
  "question/unknown-measure": "没有这项措施",
  "question/unknown-condition": "没有这种状态",
  "question/nothing-held": "没有说落到别人手里的是什么",
  "question/too-large": "问题太大",
  "store/damaged-record": "保存的记录损坏",
  "store/older-record": "记录比之前的旧",
  "store/unknown-version": "格式来自更新的版本",
  "store/not-a-backup": "不是备份文件",
  "store/cut-short": "备份不完整",
  "store/damaged-backup": "备份损坏",
  "sealed/not-a-sealed-file": "不是密封文件",
  "sealed/wrong-passphrase": "口令不对",
  "sealed/no-people": "里面没有人物",
};

const helpsZh: readonly (readonly [RegExp, string])[] = [
  [/^did you mean (.*)\?$/, "是不是 $1？"],
  [/^one of (.*)$/, "可以是 $1"],
  [/^it is said of (.*)$/, "它的对象是 $1"],
  [/^add (`[^`]*`): .*$/, "补上 $1"],
  [/^write (.*) or (`[^`]*`)$/, "请写 $1 或 $2"],
  [/^write (`[^`]*`)$/, "请写 $1"],
  [
    /^save the file as UTF-8 \(it may be GB18030 or Latin-1\)$/,
    "请另存为 UTF-8（它可能是 GB18030 或 Latin-1）",
  ],
  [/^save the file as UTF-8$/, "请另存为 UTF-8"],
  [/^split it: one institution, person or story a file$/, "请拆开：一个文件写一家机构、一个人物或一个故事"],
  [/^check the path$/, "请检查路径"],
  [/^check that you may read it$/, "请检查有没有读取权限"],
  [/^check the lines just before this place$/, "请检查这一处前面几行"],
  [/^check the indentation, colons and brackets just before this place$/, "请检查前面的缩进、冒号和括号"],
  [/^indent with spaces, not tabs$/, "缩进请用空格，不要用制表符"],
  [/^remove one, or give it another name$/, "删掉一个，或换个名字"],
  [
    /^ids are lower-case words joined by hyphens$|^lower-case words joined by hyphens$/,
    "id 由小写单词加连字符组成",
  ],
  [/^see docs\/reference\/notation\.md$/, "见 docs/reference/notation.md"],
  [/^give YAML files, or a folder that holds some$/, "请给 YAML 文件，或装有它们的文件夹"],
  [/^give story files, or a folder that holds some$/, "请给故事文件，或装有它们的文件夹"],
  [/^write only the last four(?: digits, as `last4`)?$/, "只写最后四位（`last4`）"],
  [/^describe it with one of the archetypes in catalog\/common$/, "用 catalog/common 里最接近的原型来描述它"],
  [/^no file of ours needs more than ten levels$/, "我们的文件都用不到十层"],
  [/^give the path of a person file, which begins with `person`$/, "请给人物文件的路径，它以 `person` 开头"],
  [/^say what is in the wrong hands, for example (.*)$/, "请说明落到别人手里的是什么，例如 $1"],
];

/** What a number is called, by what it is called in English. */
const secretsZh: ReadonlyMap<string, string> = new Map(secretKinds.map(({ en, zh }) => [en, zh]));

export function helpZh(help: string): string {
  const [, digitsOf, left] =
    /^write (?:only the last four digits of the (.+), as `last4`|that there is one, and leave the (.+) out)$/.exec(
      help,
    ) ?? [];
  if (digitsOf !== undefined) return `${secretsZh.get(digitsOf) ?? digitsOf}只写最后四位（\`last4\`）`;
  if (left !== undefined) return `只写有没有，不要写出${secretsZh.get(left) ?? left}`;
  for (const [pattern, replacement] of helpsZh)
    if (pattern.test(help)) return help.replace(pattern, replacement);
  return help;
}
