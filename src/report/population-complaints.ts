/** What complaints about a population say, in Chinese; as in complaint-sentences.ts. */
type Said = string | ((...found: readonly string[]) => string);

export const populationSentences: readonly (readonly [RegExp, Said])[] = [
  [/^(`.*`) is a group, which is not had$/, "$1 是分组，没有“有没有”之说"],
  [/^(`.*`) is an attribute, which is not had$/, "$1 是属性，没有“有没有”之说"],
  [/^no population (`.*`)$/, "没有 $1 这个人群"],
  [/^no thing (`.*`) in the template$/, "模板里没有 $1"],
  [/^(`.*`) has no values$/, "$1 没有取值"],
  [/^(`.*`) has no value (`.*`)$/, "$1 没有 $2 这个取值"],
  [/^the range of (`.*`) ends before it begins$/, "$1 的范围两头写反了"],
  [/^of the shares of (`.*`) one must be what is left$/, "$1 的各个比例里，要有一个是剩下的部分"],
  [
    /^the shares of (`.*`) add up to (\S+), (not to|more than) 1$/,
    (key, sum, how) => `${key} 的比例加起来是 ${sum}，${how === "not to" ? "不是 1" : "超过了 1"}`,
  ],
  [/^(`.*`) hangs on (`.*`), which is no other share$/, "$1 依赖 $2，但没有写 $2 的比例"],
  [/^of (`.*`) nobody draws (`.*`)$/, "$1 不会取到 $2"],
  [
    /^nobody is left for line (\d+) of (`.*`): an earlier line takes all of them$/,
    "$2 的第 $1 条轮不到任何人：前面已有一条把这些人都算进去了",
  ],
  [/^these shares hang on one another in a circle: (.*)$/, "这些比例互相依赖，成了一圈：$1"],
  [
    /^the parts of (`.*`) come to (\S+ %) of everybody for (`.*`), not to (\S+ %)$/,
    "$1 的各部分合起来，取 $3 的占所有人的 $2，不是 $4",
  ],
];

export const populationHelps: readonly (readonly [RegExp, Said])[] = [
  [/^write `group\.` with a name and give its `values`$/, "写成 `group.` 加名字，并写出它的 `values`"],
  [/^give the path of a file, or the id of one that is shipped$/, "写文件的路径，或自带人群的名字"],
  [/^add it to the template$/, "把它加进模板"],
  [/^give its `values`$/, "写出它的 `values`"],
  [/^name an attribute behind the thing$/, "在东西后面写上属性"],
  [/^put the two shares in order$/, "把两个比例按从小到大写"],
  [
    /^where a value has a range, write `rest` for exactly one other$/,
    "有取值写了范围时，另外恰好一个写 `rest`",
  ],
  [
    /^write `rest` for one of the values; a share for those of whom nothing is known is `unknown`$/,
    "其中一个取值写 `rest`；什么都不知道的人，归到 `unknown`",
  ],
  [/^give it a share of its own$/, "给它也写一个比例"],
  [/^name a value its share has$/, "写它的比例里有的取值"],
  [/^put the narrower line first$/, "把范围窄的那条放在前面"],
  [/^leave out one `given`, so that one of them comes first$/, "去掉其中一处 `given`，让一个排在最前"],
  [
    /^mend the share, its `given` or its `overall`; one of them was counted otherwise$/,
    "改这个比例、它的 `given` 或它的 `overall`；其中有一个的统计口径不同",
  ],
];
