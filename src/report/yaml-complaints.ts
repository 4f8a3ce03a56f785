/** What is wrong with the writing of a file, and how it is written instead, in Chinese; `complaint-sentences.ts` holds the rest. */

type Said = string | ((...found: readonly string[]) => string);

export const yamlSentences: readonly (readonly [RegExp, Said])[] = [
  [
    /^this line begins in another column than the lines it belongs with$/,
    "这一行的缩进和同一段的其他行对不齐",
  ],
  [/^one more key stands in the value of this key$/, "这个键的值里又出现了一个键"],
  [/^a colon is missing on this line$/, "这一行少了冒号"],
  [/^a space is missing behind the colon$/, "冒号后面少了空格"],
  [/^a colon stands right behind a name with (`&`) or (`\*`)$/, "$1 或 $2 开头的名字后面紧跟着冒号"],
  [/^this line is indented with a tab$/, "这一行用了制表符来缩进"],
  [/^the quotation mark (`.`) that opens here is never closed$/, "从这里开始的引号 $1 一直没有配对"],
  [/^(`\\.*`) means nothing between double quotation marks$/s, "双引号里的 $1 没有意义"],
  [/^the bracket that (`.`) should close stays open$/, "有一个括号没有用 $1 收尾"],
  [/^(`.`) closes nothing that was opened$/, "这个 $1 前面没有与它配对的括号"],
  [/^a comma is missing inside the brackets$/, "括号里少了逗号"],
  [/^a comma too many stands inside the brackets$/, "括号里多了一个逗号"],
  [/^this line stands in a list and has no (`-`) before it$/, "这一行在列表里，前面却没有 $1"],
  [/^a list begins on the line of its key$/, "列表直接写在了键的同一行"],
  [/^a text stands behind (`\|`) or (`>`) on the same line$/, "$1 或 $2 后面的同一行还有文字"],
  [/^(`#`) stands right behind other text$/, "$1 紧跟在别的文字后面"],
  [/^a text cannot begin with (`.`)$/, "文字不能用 $1 开头"],
  [/^a text cannot begin with this sign$/, "文字不能用这个符号开头"],
  [/^a word with (`!`) begins here, which has a meaning of its own in YAML$/, "这里的 $1 在 YAML 里另有意思"],
  [/^a line that begins with (`%`) has a meaning of its own in YAML$/, "$1 开头的行在 YAML 里另有意思"],
  [
    /^(`[&*]`) has a meaning of its own in YAML, and no name follows it$/,
    "$1 在 YAML 里另有意思，后面却没有名字",
  ],
  [/^two names with (`&`) stand before one value$/, "同一个值前面有两个 $1 开头的名字"],
  [/^a name with (`&`) stands before one with (`\*`)$/, "$2 开头的名字前面又写了 $1 开头的名字"],
  [
    /^a name with (`&`) stands before the (`-`) or (`:`) it belongs behind$/,
    "$1 开头的名字应写在 $2 或 $3 的后面，却写在了前面",
  ],
  [/^a key is longer than 1,024 letters$/, "键超过 1024 个字符"],
  [/^something stands here that does not belong to what comes before it$/, "这里的内容和前面的接不上"],
  [/^this cannot be read$/, "从这里起读不出来"],
  [/^its aliases cannot be followed$/, "别名绕来绕去，读不出来"],
];

export const yamlHelps: readonly (readonly [RegExp, Said])[] = [
  [
    /^let all lines of one block begin in the same column, indented with spaces$/,
    "同一段的每一行要从同一列开始，用空格缩进",
  ],
  [/^put the whole text in quotes: (`.*`)$/, "请给整段文字加引号：$1"],
  [
    /^put the whole text in quotes; a list and keys do not stand side by side in one block$/,
    "请给整段文字加引号；列表和键不能并排写在同一段里",
  ],
  [
    /^put a text with (`: `) in it in quotes; a key on the next line begins in the same column as this key$/,
    "文字里有冒号加空格（$1）的，要加引号；下一行若是另一个键，要和这个键从同一列开始",
  ],
  [/^write (`key: value`), each key on a line of its own$/, "请写成 `键: 值`，每个键单独一行"],
  [/^write (`key: value`)$/, "请写成 `键: 值`"],
  [
    /^write the colon as (`: `) with a space behind it, not as (`：`)$/,
    "冒号请用半角的，后面加一个空格（$1），不要用全角的 $2",
  ],
  [/^write a space behind the colon: (`.*`)$/, "冒号后面要有一个空格：$1"],
  [/^write a space before the colon$/, "请在冒号前面加一个空格"],
  [
    /^write a space before (`#`), or put the whole text in quotes$/,
    "请在 $1 前面加一个空格，或给整段文字加引号",
  ],
  [/^write (`.`) at the end of the text too$/, "请在文字末尾也写上 $1"],
  [/^write (`\\+`) for one backslash, or use single quotation marks$/, "反斜杠请写成 $1，或改用单引号"],
  [
    /^write (`.`) at its end, and let the lines inside it begin farther right than the key before it$/,
    "请在末尾写上 $1；括号里的各行要比前面的键更靠右",
  ],
  [/^remove it, or write (`.`) where it begins$/, "请去掉它，或在开头补上 $1"],
  [/^write a comma between two entries: (.*)$/, "两项之间要有逗号：$1"],
  [/^remove it$/, "请去掉它"],
  [/^remove the line, or put the whole text in quotes$/, "请去掉这一行，或给整段文字加引号"],
  [/^begin each entry of a list with (`- `)$/, "列表的每一项前面写 $1"],
  [/^begin each entry on a line of its own: (`- …`), or write (`.*`)$/, "每一项单独写一行：$1，或写成 $2"],
  [/^begin the text on the next line, or put it in quotes$/, "文字请从下一行开始，或加上引号"],
  [/^leave one of them out$/, "请去掉其中一个"],
  [/^leave the one with (`&`) out$/, "请去掉 $1 开头的那个"],
  [/^shorten it, or put the whole text in quotes$/, "请写短一些，或给整段文字加引号"],
];
