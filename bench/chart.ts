/** A line chart on two logarithmic scales as SVG text, drawn without a browser. */
import * as Plot from "@observablehq/plot";
import { JSDOM } from "jsdom";

export interface ChartPoint {
  readonly series: string;
  readonly x: number;
  readonly y: number;
}

export interface Chart {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly points: readonly ChartPoint[];
}

export function lineChart({ title, x, y, points }: Chart): string {
  const { document } = new JSDOM("").window;
  // Marks alone give a bare SVG element; a legend or a title would wrap it in HTML.
  const last = [...new Map(points.map((point) => [point.series, point])).values()];
  const drawn = Plot.plot({
    document,
    width: 760,
    height: 460,
    marginLeft: 70,
    marginRight: 190,
    marginTop: 40,
    style: { background: "white", color: "#222", fontFamily: "system-ui, sans-serif" },
    x: { type: "log", label: x, grid: true, tickFormat: "~s" },
    y: { type: "log", label: y, grid: true, tickFormat: (value: number) => value.toLocaleString("en") },
    color: { scheme: "tableau10" },
    marks: [
      Plot.lineY([...points], { x: "x", y: "y", stroke: "series", strokeWidth: 2 }),
      Plot.dot([...points], { x: "x", y: "y", fill: "series", r: 3 }),
      Plot.text(last, { x: "x", y: "y", text: "series", fill: "series", dx: 8, textAnchor: "start" }),
      Plot.text([title], { frameAnchor: "top-left", dy: -28, fontSize: 14, fontWeight: "bold" }),
    ],
  });
  drawn.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return `${drawn.outerHTML}\n`;
}
