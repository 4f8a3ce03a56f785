/** What complaints about a list of second steps say in Chinese; `complaint-sentences.ts` holds the rest. */

type Said = string | ((...found: readonly string[]) => string);

/** The keys of the list as a reader knows them. */
const partZh: Readonly<Record<string, string>> = { documentation: "说明", recovery: "找回" };

export const listSentences: readonly (readonly [RegExp, Said])[] = [
  [/^this list of second steps is no whole JSON: .*$/, "这份第二步验证名单不完整，或者损坏了"],
  [/^more than (\d+) sites; nothing was read$/, "超过 $1 个网站，一个也没有读"],
  [/^more than (\d+) sites of the list are named; .*$/, "用到的网站超过 $1 个，一个也没有读"],
  [/^the entry (`.*`) is left out: it says nothing of a site$/, "$1 这一项没有写网站的情况，没有读"],
  [/^the entry (`.*`) is left out: it names no domain$/, "$1 这一项没有写域名，没有读"],
  [
    /^the entry (`.*?`) lists (`.*`), which is no second step we know; it counts as none$/,
    "$1 列的 $2 不是已知的第二步验证，按没有算",
  ],
  [
    /^the entry (`.*?`) has no web address as `(.*)`; that is left out$/,
    (name, part) => `${name} 的${partZh[part ?? ""] ?? ""}网址写得不对，这一部分没有读`,
  ],
  [/^(\d+) more entries have faults$/, "还有 $1 项写得不对"],
  [
    /^the list knows no second step (`.*?`) at (`.*`); it counts as if there were none$/,
    "名单里 $2 没有 $1 这种第二步验证，按没有算",
  ],
  [
    /^(`.*?`) counts here by the list alone, while the catalogue knows more of (`.*`)$/,
    "$1 在这里只按名单算，流程库里的 $2 知道得更多",
  ],
];

export const listHelps: readonly (readonly [RegExp, Said])[] = [
  [/^fetch it again$/, "请重新下载"],
  [/^give the list of 2fa\.directory$/, "请给第二步验证名单原来的文件"],
  [/^the other sites of the list are read$/, "名单里其他网站都读了"],
  [/^look at the site's own page; .*$/, "请看这个网站自己的说明；如果名单写错了，请自己写一份机构文件"],
  [/^ask about a part of them$/, "请分几次问"],
];
