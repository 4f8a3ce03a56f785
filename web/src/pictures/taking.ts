/**
 * What a part of the page shows, as a drawing: where the browser has laid every box, line and word of it, what is scrolled
 * out of sight too. Pictures of this page are elements with borders and grounds, SVG paths and text, and nothing else is
 * looked for: no shadows, no hatched grounds. Cost: one look at every element, one for every letter.
 */
import type { Drawing, Paint, Shape } from "./drawing.ts";

/** Nodes of a picture; of a larger one half would be missing from the file, so none is made. */
const nodesMax = 20_000;

interface Taking {
  readonly left: number;
  readonly top: number;
  readonly measure: CanvasRenderingContext2D | null;
  readonly shapes: Shape[];
}

export function drawingOf(root: Element): Drawing {
  const { left, top, width, height } = root.getBoundingClientRect();
  const taking: Taking = {
    left,
    top,
    measure: document.createElement("canvas").getContext("2d"),
    shapes: [],
  };
  let seen = 0;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && !isSeen(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode()) {
    if (node instanceof Text) takeText(node, root, taking);
    else if (node instanceof SVGElement) takeSvg(node, taking);
    else if (node instanceof Element) takeBox(node, taking);
    seen += 1;
    if (seen > nodesMax) throw new RangeError(`a picture of more than ${nodesMax} parts is not saved`);
  }
  return { width, height, ground: groundOf(root), shapes: taking.shapes };
}

/** What is there for screen readers alone is a pixel. */
function isSeen(element: Element): boolean {
  const { display, visibility, opacity } = getComputedStyle(element);
  if (display === "none" || visibility === "hidden" || opacity === "0") return false;
  return !element.classList.contains("unseen");
}

const isClear = (colour: string): boolean =>
  colour === "none" || colour === "transparent" || /^rgba\(.*, 0\)$/.test(colour);

function groundOf(element: Element): string {
  for (let here: Element | null = element; here !== null; here = here.parentElement) {
    const { backgroundColor } = getComputedStyle(here);
    if (!isClear(backgroundColor)) return backgroundColor;
  }
  return "#ffffff";
}

function takeBox(element: Element, { left, top, shapes }: Taking): void {
  const style = getComputedStyle(element);
  const rect = element.getBoundingClientRect();
  if (rect.width < 0.5 || rect.height < 0.5) return;
  const scale = scaleOf(element, rect);
  const x = rect.left - left;
  const y = rect.top - top;
  const sides = (["Top", "Right", "Bottom", "Left"] as const).map((side) => ({
    width: Number.parseFloat(style[`border${side}Width`]) * scale,
    colour: style[`border${side}Color`],
    line: style[`border${side}Style`],
  }));
  const isDrawn = ({ width, colour, line }: (typeof sides)[number]) =>
    width > 0 && line !== "none" && line !== "hidden" && !isClear(colour);
  const [first] = sides;
  const isRound = sides.every(
    (side) => isDrawn(side) && side.width === first?.width && side.colour === first?.colour,
  );
  const fill = isClear(style.backgroundColor) ? {} : { fill: style.backgroundColor };
  const radius = Math.min(
    Number.parseFloat(style.borderTopLeftRadius) * scale || 0,
    Math.min(rect.width, rect.height) / 2,
  );
  if (isRound && first !== undefined) {
    const half = first.width / 2;
    shapes.push({
      kind: "box",
      x: x + half,
      y: y + half,
      width: rect.width - first.width,
      height: rect.height - first.width,
      radius: Math.max(0, radius - half),
      ...fill,
      ...strokeOf(first.colour, first.width, first.line),
    });
    return;
  }
  if (fill.fill !== undefined)
    shapes.push({
      kind: "box",
      x,
      y,
      width: rect.width,
      height: rect.height,
      radius,
      strokeWidth: 0,
      ...fill,
    });
  const { width, height } = rect;
  const ends = [
    [0, 0, width, 0],
    [width, 0, width, height],
    [0, height, width, height],
    [0, 0, 0, height],
  ] as const;
  for (const [i, side] of sides.entries()) {
    const [fromX, fromY, toX, toY] = ends[i]!;
    if (!isDrawn(side)) continue;
    const inwards = side.width / 2;
    const dx = i === 1 ? -inwards : i === 3 ? inwards : 0;
    const dy = i === 0 ? inwards : i === 2 ? -inwards : 0;
    shapes.push({
      kind: "path",
      d: `M${x + fromX + dx} ${y + fromY + dy}L${x + toX + dx} ${y + toY + dy}`,
      matrix: [1, 0, 0, 1, 0, 0],
      ...strokeOf(side.colour, side.width, side.line),
    });
  }
}

const strokeOf = (stroke: string, width: number, line: string): Paint => ({
  stroke,
  strokeWidth: width,
  ...(line === "dashed"
    ? { dash: [3 * width, 2 * width] }
    : line === "dotted"
      ? { dash: [width, width] }
      : {}),
});

/** A picture may be shown smaller than it is. */
const scaleOf = (element: Element, { width }: DOMRect): number =>
  element instanceof HTMLElement && element.offsetWidth > 0 ? width / element.offsetWidth : 1;

function takeSvg(element: SVGElement, { left, top, shapes }: Taking): void {
  const d = pathOf(element);
  const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
  if (d === undefined || matrix === null) return;
  const { fill, stroke, strokeWidth, strokeDasharray, fillOpacity } = getComputedStyle(element);
  const dash = strokeDasharray === "none" ? [] : strokeDasharray.split(/[\s,]+/).map(Number.parseFloat);
  const isFilled = !isClear(fill) && fillOpacity !== "0";
  if (!isFilled && isClear(stroke)) return;
  shapes.push({
    kind: "path",
    d,
    matrix: [matrix.a, matrix.b, matrix.c, matrix.d, matrix.e - left, matrix.f - top],
    strokeWidth: Number.parseFloat(strokeWidth) || 1,
    ...(isFilled ? { fill } : {}),
    ...(isClear(stroke) ? {} : { stroke }),
    ...(dash.length === 0 ? {} : { dash }),
  });
}

/** Whatever SVG calls a shape, as a path; `undefined`: it is none. */
function pathOf(element: SVGElement): string | undefined {
  const value = (name: string) => Number.parseFloat(element.getAttribute(name) ?? "") || 0;
  switch (element.tagName) {
    case "path":
      return element.getAttribute("d") ?? undefined;
    case "line":
      return `M${value("x1")} ${value("y1")}L${value("x2")} ${value("y2")}`;
    case "rect":
      return `M${value("x")} ${value("y")}h${value("width")}v${value("height")}h${-value("width")}z`;
    case "circle": {
      const [x, y, r] = [value("cx"), value("cy"), value("r")];
      return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
    }
    case "polygon":
      return `M${element.getAttribute("points")}z`;
    case "polyline":
      return `M${element.getAttribute("points")}`;
    default:
      return undefined;
  }
}

function takeText(node: Text, root: Element, { left, top, measure, shapes }: Taking): void {
  const parent = node.parentElement;
  if (parent === null || node.data.trim() === "") return;
  const style = getComputedStyle(parent);
  const range = document.createRange();
  let line: { text: string; x: number; y: number; right: number; height: number } | undefined;
  const size = Number.parseFloat(style.fontSize);
  const clip = clipOf(parent, root);
  const put = () => {
    if (line === undefined || line.text.trim() === "") return;
    const middle = line.y + line.height / 2;
    if (clip !== undefined && (middle > clip.bottom || middle < clip.top || line.x > clip.right)) return;
    if (measure !== null)
      measure.font = `${style.fontStyle} ${style.fontWeight} ${size}px ${style.fontFamily}`;
    const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = measure?.measureText(
      line.text,
    ) ?? { fontBoundingBoxAscent: 0.8, fontBoundingBoxDescent: 0.2 };
    shapes.push({
      kind: "text",
      x: line.x - left,
      y: line.y - top + line.height * (above / (above + below)),
      width: line.right - line.x,
      text: line.text,
      fill: parent instanceof SVGElement ? style.fill : style.color,
      font: {
        style: style.fontStyle,
        weight: style.fontWeight,
        size: size * (line.height / (above + below || line.height)),
        family: style.fontFamily,
      },
    });
  };
  let at = 0;
  for (const letter of node.data) {
    range.setStart(node, at);
    at += letter.length;
    range.setEnd(node, at);
    const rect = range.getClientRects()[0];
    if (rect === undefined || rect.width === 0) continue;
    if (line === undefined || Math.abs(rect.top - line.y) > rect.height / 2) {
      put();
      line = { text: "", x: rect.left, y: rect.top, right: rect.right, height: rect.height };
    }
    line.text += /\s/.test(letter) ? " " : letter;
    line.right = rect.right;
  }
  put();
}

/** What of the text is seen, where something around it cuts it off. */
function clipOf(element: Element, root: Element): DOMRect | undefined {
  for (let here: Element | null = element; here !== null && here !== root; here = here.parentElement)
    if (getComputedStyle(here).overflowY !== "visible") return here.getBoundingClientRect();
  return undefined;
}
