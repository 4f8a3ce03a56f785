/**
 * A world's rules as a picture's text: DOT for Graphviz, Mermaid for pages that draw it. Capabilities are round, flows
 * are boxes, losses stand out; the same world gives the same text to the byte.
 */
import { compareText } from "../model/index.ts";
import { type Speaking, sayCapability, sayInstitution } from "./say.ts";
import { sayMoney, sayShortDuration } from "./say-amounts.ts";
import type { ToldGraph, ToldRule } from "./told-rules.ts";
import type { Lang } from "./words.ts";

interface DrawWanted {
  readonly graph: ToldGraph;
  readonly world: Speaking;
  readonly lang: Lang;
}

interface Node {
  readonly name: string;
  readonly lines: readonly string[];
  readonly kind: "capability" | "held" | "loss" | "flow";
}

interface Drawing {
  readonly nodes: readonly Node[];
  readonly edges: readonly (readonly [from: string, to: string])[];
}

function drawingOf({ graph, world, lang }: DrawWanted): Drawing {
  const losses = new Map(graph.losses.map(({ goal, amount }) => [goal, amount]));
  const held = new Set(graph.held);
  const words = [
    ...new Set([...held, ...graph.rules.flatMap(({ asks, gives }) => [...asks, ...gives])]),
  ].sort(compareText);
  const nameOf = new Map(words.map((word, i) => [word, `c${i}`]));
  const nodes: Node[] = words.map((word) => {
    const amount = losses.get(word);
    const money = amount === undefined || amount === 0 ? [] : [sayMoney(amount, world.person.currency, lang)];
    const kind = losses.has(word) ? "loss" : held.has(word) ? "held" : "capability";
    return { name: nameOf.get(word) ?? "", lines: [sayCapability(world, word, lang), ...money], kind };
  });
  const edges: (readonly [string, string])[] = [];
  for (const [i, rule] of joined(graph.rules).entries()) {
    const name = `f${i}`;
    const where = rule.institution === "things" ? [] : [sayInstitution(world, rule.institution, lang)];
    nodes.push({
      name,
      lines: [rule.title[lang], [...where, sayShortDuration(rule.minutes, lang)].join(" · ")],
      kind: "flow",
    });
    for (const asked of rule.asks) edges.push([nameOf.get(asked) ?? "", name]);
    for (const given of rule.gives) edges.push([name, nameOf.get(given) ?? ""]);
  }
  return { nodes, edges };
}

/** Rules as things are today, each flow of the same asks drawn once; what only measures would bring is left out. */
function joined(rules: readonly ToldRule[]): readonly ToldRule[] {
  const drawn = new Map<string, ToldRule>();
  for (const rule of rules) {
    if (rule.with.length > 0 || rule.gives.length === 0) continue;
    const key = `${rule.id} ${rule.asks.join(" ")}`;
    const known = drawn.get(key);
    drawn.set(
      key,
      known === undefined
        ? rule
        : {
            ...known,
            gives: [...new Set([...known.gives, ...rule.gives])].sort(compareText),
            minutes: Math.min(known.minutes, rule.minutes),
          },
    );
  }
  return [...drawn.values()];
}

const dotStyles: Readonly<Record<Node["kind"], string>> = {
  capability: 'shape=ellipse, style=filled, fillcolor="#eef2f7"',
  held: 'shape=ellipse, style="filled,bold", fillcolor="#ffe8a3"',
  loss: 'shape=doubleoctagon, style=filled, fillcolor="#ffc9c9"',
  flow: 'shape=box, style="rounded,filled", fillcolor="#ffffff"',
};

export function drawDot(wanted: DrawWanted): string {
  const { nodes, edges } = drawingOf(wanted);
  const label = (lines: readonly string[]) =>
    lines
      .map((line) =>
        line
          .replaceAll("\\", "\\\\")
          .replaceAll('"', '\\"')
          .replaceAll(/[\r\n]+/g, " "),
      )
      .join("\\n");
  return [
    `digraph "${label([wanted.graph.person])}" {`,
    "  rankdir=LR;",
    '  node [fontname="Noto Sans CJK SC, Noto Sans, sans-serif", fontsize=11];',
    '  edge [color="#7a8699"];',
    ...nodes.map(({ name, lines, kind }) => `  ${name} [label="${label(lines)}", ${dotStyles[kind]}];`),
    ...edges.map(([from, to]) => `  ${from} -> ${to};`),
    "}",
  ].join("\n");
}

const mermaidShapes: Readonly<Record<Node["kind"], readonly [string, string]>> = {
  capability: ["([", "])"],
  held: ["([", "])"],
  loss: ["{{", "}}"],
  flow: ["[", "]"],
};

export function drawMermaid(wanted: DrawWanted): string {
  const { nodes, edges } = drawingOf(wanted);
  // Mermaid reads markup in labels; whatever could be any is written as a character's number.
  const label = (lines: readonly string[]) =>
    lines
      .map((line) =>
        line
          .replaceAll(/["#&;<>`\\|[\](){}]/g, (mark) => `#${mark.charCodeAt(0)};`)
          .replaceAll(/[\r\n]+/g, " "),
      )
      .join("<br/>");
  const styled = nodes.filter(({ kind }) => kind === "held" || kind === "loss");
  return [
    "flowchart LR",
    ...nodes.map(
      ({ name, lines, kind }) =>
        `  ${name}${mermaidShapes[kind][0]}"${label(lines)}"${mermaidShapes[kind][1]}`,
    ),
    ...edges.map(([from, to]) => `  ${from} --> ${to}`),
    "  classDef held fill:#ffe8a3,stroke:#8a6d00",
    "  classDef loss fill:#ffc9c9,stroke:#a00000",
    ...styled.map(({ name, kind }) => `  class ${name} ${kind}`),
  ].join("\n");
}
