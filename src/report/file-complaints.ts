/** The ways out of what is wrong in a file, or in what was asked of it, in Chinese; `complaint-sentences.ts` holds the rest. */

export const fileSentences: readonly (readonly [RegExp, string])[] = [
  [/^a second document begins here$/, "从这里起是第二份内容"],
  [/^no word (`.*`) in this file$/, "这个文件里没有 $1 这个词"],
  [/^(`.*`) rests on (`.*`) already$/, "$1 已经归在 $2 下面"],
];

export const fileHelps: readonly (readonly [RegExp, string])[] = [
  // --- how a file is written ------------------------------------------------------------------------------------------
  [/^one document a file: remove the line (`---`)$/, "一个文件只写一份内容：请去掉 $1 这一行"],
  [/^inside (`\[…\]`) a word with a comma wants quotes: (`.*`)$/, "$1 里面带逗号的词要加引号：$2"],
  [/^write (`kind\(subject\)`), for example (`.*`)$/, "请写成 $1，例如 $2"],
  // --- the catalogue --------------------------------------------------------------------------------------------------
  [
    /^define it under (`measures:`) here or in catalog\/common\/measures\.yaml$/,
    "请在这里的 $1 下面写明，或写进 `catalog/common/measures.yaml`",
  ],
  [/^add it to sources\.yaml, or give an address$/, "请补进 `sources.yaml`，或直接写网址"],
  [/^name a flow of that institution$/, "请写那家机构的流程"],
  [/^name a flow of this file$/, "请写这个文件里的流程"],
  [/^name an institution of the catalogue$/, "请写流程库里的机构"],
  [
    /^every word stands in catalog\/capabilities\.yaml; add it there first$/,
    "所有的词都在 `catalog/capabilities.yaml` 里：请先补在那里",
  ],
  [/^every word stands in catalog\/capabilities\.yaml$/, "所有的词都在 `catalog/capabilities.yaml` 里"],
  [/^secrets stand in catalog\/capabilities\.yaml$/, "秘密都列在 `catalog/capabilities.yaml` 里"],
  [/^keep one of them, or make two flows of it$/, "只留一个，或拆成两个流程"],
  [/^name it once, under the hardest it rests on$/, "只写一次，写在最难的那一类下面"],
  [/^let one of them begin at (`person`), for example (`.*`)$/, "请让其中一个从 $1 开始，例如 $2"],
  [/^see (`chainbreak explain`)$/, "用 $1 查"],
  [/^see (`chainbreak explain`) for its settings$/, "可设的项用 $1 查"],
  [/^see the institution's file$/, "请看这家机构的文件"],
  // --- a person file --------------------------------------------------------------------------------------------------
  [/^add it under (`helpers:`)$/, "请补在 $1 下面"],
  [/^name a device, a card or a document$/, "请写设备、卡或证件"],
  [/^name a thing of this person$/, "请写这个人的一样东西"],
  // --- what is asked --------------------------------------------------------------------------------------------------
  [/^choose another start, or write down the thing$/, "请换一种开局，或者把那样东西补进资料里"],
  [
    /^write a loss such as (`.*?`), or a kind of harm such as (`.*`)$/,
    "请写一处损失，例如 $1；或一类损失，例如 $2",
  ],
  [/^(`chainbreak starts`) lists them$/, "用 $1 看有哪些"],
  [/^name a thing of the person file, such as (`.*`)$/, "请写资料里的一样东西，例如 $1"],
  [
    /^the answer to the question without measures names all there are$/,
    "不带办法先问一次，答案里列出全部办法",
  ],
];
