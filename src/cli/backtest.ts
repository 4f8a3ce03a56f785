/** Two sets of rules over the same events: which decisions differ, what money and how many people they touch. */
import { type Decision, type DetectEvent, decisions } from "../detect/index.ts";
import { counted, groupDigits, type Lang } from "../report/index.ts";

/** More differences than anybody reads; all are counted. */
const toldMax = 100;

export interface ComparedTold {
  readonly events: number;
  readonly differ: number;
  /** `allow → hold`: how many events, people, and how much money by currency. */
  readonly changes: Readonly<
    Record<
      string,
      { readonly events: number; readonly people: number; readonly money: Readonly<Record<string, number>> }
    >
  >;
  /** Touched (step-up or stronger) before and after. */
  readonly touched: { readonly before: number; readonly after: number };
  readonly examples: readonly {
    readonly event: string;
    readonly person: string;
    readonly before: string;
    readonly after: string;
    readonly rules: readonly string[];
  }[];
}

export interface Compared {
  add(event: DetectEvent, before: Decision, after: Decision): void;
  told(events: number): ComparedTold;
}

export function comparing(): Compared {
  const changes = new Map<string, { events: number; people: Set<string>; hundredths: Map<string, number> }>();
  const examples: ComparedTold["examples"][number][] = [];
  const touched = { before: 0, after: 0 };
  return {
    add(event, before, after) {
      if (before.decision !== "allow") touched.before += 1;
      if (after.decision !== "allow") touched.after += 1;
      if (before.decision === after.decision) return;
      const key = `${before.decision} → ${after.decision}`;
      const change = changes.get(key) ?? { events: 0, people: new Set(), hundredths: new Map() };
      changes.set(key, change);
      change.events += 1;
      change.people.add(event.person);
      if (event.hundredths !== undefined) {
        const currency = event.currency ?? "";
        change.hundredths.set(currency, (change.hundredths.get(currency) ?? 0) + event.hundredths);
      }
      if (examples.length < toldMax)
        examples.push({
          event: event.id,
          person: event.person,
          before: before.decision,
          after: after.decision,
          rules: after.rules,
        });
    },
    told: (events) => ({
      events,
      differ: [...changes.values()].reduce((sum, change) => sum + change.events, 0),
      changes: Object.fromEntries(
        [...changes]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, change]) => [
            key,
            {
              events: change.events,
              people: change.people.size,
              money: Object.fromEntries(
                [...change.hundredths].sort().map(([currency, sum]) => [currency, sum / 100]),
              ),
            },
          ]),
      ),
      touched,
      examples,
    }),
  };
}

export function renderCompared({ events, differ, changes, touched }: ComparedTold, lang: Lang): string {
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
    ? `${groupDigits(events)} 个事件中 ${groupDigits(differ)} 个决定不同；被打扰的从 ${groupDigits(touched.before)} 变为 ${groupDigits(touched.after)}`
    : `${groupDigits(differ)} of ${counted(events, "decision")} ${differ === 1 ? "differs" : "differ"}; touched before ${groupDigits(touched.before)}, after ${groupDigits(touched.after)}`;
  return [head, ...rows].join("\n");
}

const decisionsZh: Readonly<Record<string, string>> = {
  "step-up": "补验",
  hold: "暂缓",
  block: "拒绝",
  allow: "放行",
};
