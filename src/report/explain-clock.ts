/** Terms of law explained: what runs out when, counted from what, and who says so. */
import type { Catalog } from "../catalog/index.ts";
import type { Clock, ClockEnd, ClockStart, Institution } from "../model/index.ts";
import { institutionKindWords } from "./explain-words.ts";
import { type Explaining, facts, heading, sayBasis, sayValid } from "./explaining.ts";
import { inBrackets, marks } from "./marks.ts";
import { sayDuration } from "./say-amounts.ts";
import { type Both, both } from "./words.ts";

/** The clocks that bind an institution. One of a region says nothing of an institution that is everywhere. */
export const clocksOf = ({ clocks }: Catalog, institution: Institution): readonly Clock[] =>
  [...clocks.values()].filter(
    ({ regions, kinds }) =>
      kinds.includes(institution.kind) &&
      (regions.length === 0 || regions.some((region) => institution.regions.includes(region))),
  );

export function explainClock(explaining: Explaining, id: string): readonly string[] {
  const { words, lang, catalog } = explaining;
  const clock = catalog.clocks.get(id);
  if (clock === undefined) return [];
  const { title, regions, kinds, from, after, isBusinessDays, ends, valid, basis } = clock;
  const kindNames = kinds.map((kind) => institutionKindWords[kind][lang]).join(marks[lang].list);
  return [
    ...heading(explaining, words.clock, id, title[lang]),
    ...facts(explaining, [
      [words.regions, [regions.length === 0 ? words.everywhere : regions.join(", ")]],
      [words.kind, kindNames === "" ? [] : [kindNames]],
      [words.runsFrom, [clockStartWords[from][lang]]],
      [
        words.runsFor,
        [`${sayDuration(after, lang)}${isBusinessDays ? inBrackets(words.businessDays, lang) : ""}`],
      ],
      [words.runsOut, [clockEndWords[ends][lang]]],
      [words.valid, sayValid(explaining, valid)],
      [words.basis, sayBasis(explaining, basis)],
    ]),
  ];
}

const clockStartWords: Readonly<Record<ClockStart, Both<string>>> = {
  loss: both("the money leaving", "钱被转走的那一刻"),
  "own-payment": both("the owner's payment to somebody who lied", "本人受骗付款的那一刻"),
  learning: both("the owner learning of it", "机主知道的那一天"),
  report: both("the owner's report", "机主报失或报案"),
  block: both("the block being set", "挂失或冻结生效"),
  "new-device": both("the new phone being signed in", "在新手机上登录"),
  "new-sim": both("the new SIM", "补换卡"),
  statement: both("the statement being sent", "账单寄出"),
};

const clockEndWords: Readonly<Record<ClockEnd, Both<string>>> = {
  lapses: both("the block ends by itself", "挂失或冻结自动失效"),
  "too-late": both("it is too late to ask", "过期就不能再申请"),
  "answer-due": both("the institution must have answered", "机构必须给出答复"),
  "barred-until": both("what was barred is possible again", "之前不许办的又能办了"),
  released: both("the money held is released, unless somebody prolongs it", "止付到期放开，除非有人续期"),
  "liability-grows": both("the owner bears more of the loss", "机主自己承担的损失变多"),
};
