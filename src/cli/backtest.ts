/** What two sets of rules decide otherwise, as text: decisions, money, and how many people are asked or stopped. */
import { type ComparedTold, decisions } from "../detect/index.ts";
import { counted, groupDigits, type Lang } from "../report/index.ts";

export function renderCompared(
  { events, differ, changes, touched, friction }: ComparedTold,
  lang: Lang,
): string {
  const isChinese = lang === "zh";
  const name = (key: string) =>
    isChinese ? decisions.reduce((text, word) => text.replaceAll(word, decisionsZh[word] ?? word), key) : key;
  const rows = Object.entries(changes).map(([key, { events: count, people, money }]) => {
    const sums = Object.entries(money)
      .map(([currency, sum]) => `${groupDigits(Math.round(sum))}${currency === "" ? "" : ` ${currency}`}`)
      .join(", ");
    return isChinese
      ? `  ${name(key)}：${groupDigits(count)} 个事件，${groupDigits(people)} 人${sums === "" ? "" : `，金额 ${sums}`}`
      : `  ${key}: ${counted(count, "event")}, ${counted(people, "person", "people")}${sums === "" ? "" : `, money ${sums}`}`;
  });
  const head = isChinese
    ? `${groupDigits(events)} 个事件中 ${groupDigits(differ)} 个决定不同；被打扰的从 ${groupDigits(touched.before)} 次、${groupDigits(friction.before.people)} 人变为 ${groupDigits(touched.after)} 次、${groupDigits(friction.after.people)} 人`
    : `${groupDigits(differ)} of ${counted(events, "decision")} ${differ === 1 ? "differs" : "differ"}; touched before ${groupDigits(touched.before)} (${counted(friction.before.people, "person", "people")}), after ${groupDigits(touched.after)} (${counted(friction.after.people, "person", "people")})`;
  return [head, ...rows].join("\n");
}

const decisionsZh: Readonly<Record<string, string>> = {
  "step-up": "补验",
  hold: "暂缓",
  block: "拒绝",
  allow: "放行",
};
