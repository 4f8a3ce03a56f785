/** The figures of the founding night as SVG text, drawn without a browser; the same answers give the same bytes. */
import * as Plot from "@observablehq/plot";
import { JSDOM } from "jsdom";
import type { Night } from "../src/world/index.ts";
import { counterfactuals, horizonMinutes, type OwnerName, policies, type Raced } from "./counterfactuals.ts";

type Lang = "en" | "zh";

const colours: Readonly<Record<OwnerName, string>> = {
  nothing: "#8a8f98",
  checklist: "#1f77b4",
  founding: "#c0392b",
  planned: "#2e8b57",
};
const style = {
  background: "white",
  color: "#222",
  fontFamily: "system-ui, 'Noto Sans CJK SC', sans-serif",
  fontSize: "12px",
};

const words = {
  en: {
    losses: "Expected loss of the night, by what was otherwise and what the owner does",
    yuan: "yuan, with 95 % interval",
    time: "Share of nights in which money is gone by then (owner: founding)",
    pingPong: "Suspend and lift: one simulated night (owner: founding)",
    told: "Suspend and lift: the night as it was told",
    rows: {
      suspended: "line suspended",
      texts: "texts reach the gang",
      "sms-off": "texts off",
      forwarded: "calls forwarded",
      loss: "money taken",
    },
    owners: { nothing: "does nothing", checklist: "checklist", founding: "founding", planned: "our plan" },
  },
  zh: {
    losses: "一夜的预期损失：改变什么、机主怎么做",
    yuan: "元，附 95 % 区间",
    time: "到这时已经丢钱的夜晚所占比例（机主：丈夫当晚的做法）",
    pingPong: "挂失与解除：模拟的一夜（机主：丈夫当晚的做法）",
    told: "挂失与解除：自述里的那一夜",
    rows: {
      suspended: "号码停机",
      texts: "短信到对方手里",
      "sms-off": "短信关闭",
      forwarded: "呼叫转移",
      loss: "钱被拿走",
    },
    owners: {
      nothing: "什么也不做",
      checklist: "按清单",
      founding: "丈夫当晚的做法",
      planned: "按我们的方案",
    },
  },
} as const;

const titleOf = (id: string, lang: Lang) => counterfactuals.find((each) => each.id === id)?.title[lang] ?? id;

function clock(minute: number): string {
  const of = (19 * 60 + 30 + minute) % 1_440;
  return `${String(Math.floor(of / 60)).padStart(2, "0")}:${String(of % 60).padStart(2, "0")}`;
}

/** Every full second hour. */
const hours = Array.from({ length: 9 }, (_, i) => 30 + i * 120).filter((minute) => minute <= horizonMinutes);

function svg(options: Plot.PlotOptions): string {
  const { document } = new JSDOM("").window;
  const drawn = Plot.plot({ document, style, ...options });
  drawn.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return `${drawn.outerHTML}\n`;
}

const title = (text: string, dy: number) =>
  Plot.text([text], { frameAnchor: "top-left", dy, dx: 0, fontSize: 15, fontWeight: "bold" });

/** Where the bar of an owner stands beside the middle of its row. */
const besideOf = (owner: OwnerName): number => (policies.indexOf(owner) - (policies.length - 1) / 2) * 7.5;

export function lossChart(raced: readonly Raced[], lang: Lang): string {
  const said = words[lang];
  const points = raced.map(({ id, owner, answer: { loss } }) => ({
    row: titleOf(id, lang),
    owner,
    mean: loss.mean,
    low: Math.max(0, loss.ci95[0]),
    high: loss.ci95[1],
    dy: besideOf(owner),
  }));
  const marks = policies.flatMap((owner) => {
    const own = points.filter((point) => point.owner === owner);
    const dy = besideOf(owner);
    return [
      Plot.ruleY(own, {
        y: "row",
        x1: 0,
        x2: "mean",
        stroke: colours[owner],
        strokeWidth: 6,
        strokeOpacity: 0.25,
        dy,
      }),
      Plot.ruleY(own, { y: "row", x1: "low", x2: "high", stroke: colours[owner], strokeWidth: 2, dy }),
      Plot.dot(own, { y: "row", x: "mean", fill: colours[owner], r: 3.5, dy }),
    ];
  });
  const key = policies.map((owner, i) =>
    Plot.text([said.owners[owner]], {
      frameAnchor: "top-left",
      dx: i * 150 + 14,
      dy: -20,
      fill: colours[owner],
      fontWeight: "bold",
    }),
  );
  const dots = policies.map((owner, i) =>
    Plot.text(["●"], { frameAnchor: "top-left", dx: i * 150, dy: -20, fill: colours[owner] }),
  );
  return svg({
    width: 900,
    height: 560,
    marginLeft: lang === "en" ? 290 : 220,
    marginTop: 64,
    marginRight: 30,
    marginBottom: 46,
    x: { label: said.yuan, grid: true, tickFormat: (value: number) => value.toLocaleString("en") },
    y: { label: null, domain: counterfactuals.map(({ id }) => titleOf(id, lang)), tickSize: 0 },
    marks: [title(said.losses, -48), ...key, ...dots, ...marks],
  });
}

/** Not more lines than a reader can tell apart. */
const shownInTime: readonly string[] = [
  "as-it-was",
  "lift-once",
  "lift-at-counter",
  "suspended-19-35",
  "sms-off-21-30",
  "one-account",
  "every-card",
];

export function timeChart(raced: readonly Raced[], lang: Lang): string {
  const said = words[lang];
  const stepMinutes = 5;
  const points = shownInTime.flatMap((id) => {
    const found = raced.find((each) => each.id === id && each.owner === "founding");
    if (found === undefined) return [];
    const { tally } = found;
    let sum = 0;
    let bin = 0;
    return Array.from({ length: Math.floor(horizonMinutes / stepMinutes) + 1 }, (_, i) => {
      while (bin < tally.firstLosses.length && (bin + 0.5) * tally.binMinutes <= i * stepMinutes)
        sum += tally.firstLosses[bin++] ?? 0;
      return { series: titleOf(id, lang), minute: i * stepMinutes, share: sum / tally.played };
    });
  });
  const ends = [...new Map(points.map((point) => [point.series, point])).values()].sort(
    (a, b) => b.share - a.share,
  );
  // Labels of lines that end together stand below one another.
  let free = -Infinity;
  const labels = ends.map((end) => {
    const y = Math.max((1 - end.share) * 340, free);
    free = y + 17;
    return { ...end, at: 1 - y / 340 };
  });
  return svg({
    width: 1000,
    height: 450,
    marginLeft: 60,
    marginRight: 330,
    marginTop: 64,
    marginBottom: 66,
    x: { label: null, ticks: hours, tickFormat: clock, grid: true, domain: [0, horizonMinutes] },
    y: {
      label: null,
      grid: true,
      domain: [0, 1],
      tickFormat: (value: number) => `${Math.round(value * 100)} %`,
    },
    color: {
      domain: shownInTime.map((id) => titleOf(id, lang)),
      range: ["#c0392b", "#e67e22", "#8e44ad", "#2980b9", "#16a085", "#7f8c8d", "#34495e"],
    },
    marks: [
      title(said.time, -46),
      Plot.line(points, {
        x: "minute",
        y: "share",
        z: "series",
        stroke: "series",
        strokeWidth: 2.2,
        curve: "step-after",
      }),
      Plot.text(labels, {
        x: () => horizonMinutes,
        y: "at",
        text: "series",
        fill: "series",
        dx: 8,
        textAnchor: "start",
        clip: false,
      }),
    ],
  });
}

export function pingPongChart(night: Night, which: "pingPong" | "told", lang: Lang): string {
  const said = words[lang];
  const spans = night.conditions
    .filter(({ condition }) =>
      ["suspended(line.main)", "sms-off(line.main)", "forwarded(line.main)"].includes(condition),
    )
    .map(({ condition, from, until }) => ({
      row: said.rows[condition.slice(0, condition.indexOf("(")) as "suspended"],
      from,
      until,
      kind: condition.slice(0, condition.indexOf("(")),
    }));
  const texts: { row: string; from: number; until: number; kind: string }[] = [];
  for (const event of night.events) {
    if (event.kind !== "gains" && event.kind !== "loses") continue;
    const { at, kind, actor, capability } = event;
    if (actor !== "intruder" || capability.text !== "receive-sms(line.main)") continue;
    if (kind === "gains")
      texts.push({ row: said.rows.texts, from: at, until: horizonMinutes, kind: "texts" });
    const last = texts.at(-1);
    if (kind === "loses" && last !== undefined) last.until = at;
  }
  // What stops the texts stops them while the SIM is still in other hands.
  const stops = spans.filter(({ kind }) => kind !== "forwarded");
  const heard = texts.flatMap((span) => {
    let open = [span];
    for (const stop of stops)
      open = open.flatMap((part) =>
        [
          { ...part, until: Math.min(part.until, stop.from) },
          { ...part, from: Math.max(part.from, stop.until) },
        ].filter(({ from, until }) => until - from > 0.01),
      );
    return open;
  });
  const taken = night.money
    .filter(({ counterparty }) => counterparty.kind === "gone")
    .map(({ at, amount }) => ({ row: said.rows.loss, at, label: amount.toLocaleString("en") }));
  return svg({
    width: 960,
    height: 300,
    marginLeft: 150,
    marginRight: 30,
    marginTop: 56,
    marginBottom: 40,
    x: { label: null, ticks: hours, tickFormat: clock, domain: [0, horizonMinutes], grid: true },
    y: {
      label: null,
      domain: [
        said.rows.suspended,
        said.rows.texts,
        said.rows["sms-off"],
        said.rows.forwarded,
        said.rows.loss,
      ],
      tickSize: 0,
      padding: 0.35,
    },
    color: {
      domain: ["suspended", "texts", "sms-off", "forwarded"],
      range: ["#2980b9", "#c0392b", "#16a085", "#e67e22"],
    },
    marks: [
      title(said[which], -36),
      Plot.barX([...spans, ...heard], { x1: "from", x2: "until", y: "row", fill: "kind", rx: 1 }),
      Plot.dot(taken, { x: "at", y: "row", fill: "#222", r: 4 }),
      ...[0, 1].map((odd) =>
        Plot.text(
          taken.filter((_, i) => i % 2 === odd),
          { x: "at", y: "row", text: "label", dy: odd === 0 ? -11 : 12, fontSize: 11 },
        ),
      ),
    ],
  });
}
