/**
 * A picture as shapes with their places and colours, and the two ways to write it down: as SVG text, and on a canvas. What
 * is written is nothing but rectangles, paths and text: it needs no style sheet, no font file and no page around it.
 */

export interface Paint {
  /** Any CSS colour; absent: not filled. */
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth: number;
  /** Absent: solid. */
  readonly dash?: readonly number[];
}

export type Shape =
  | (Paint & {
      readonly kind: "box";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius: number;
    })
  | (Paint & {
      readonly kind: "path";
      /** As an SVG path has it. */
      readonly d: string;
      /** From the path's own places to the picture's: a, b, c, d, e, f of a matrix. */
      readonly matrix: readonly number[];
    })
  | {
      readonly kind: "text";
      readonly x: number;
      /** Of the baseline. */
      readonly y: number;
      readonly width: number;
      readonly text: string;
      readonly fill: string;
      readonly font: {
        readonly style: string;
        readonly weight: string;
        readonly size: number;
        readonly family: string;
      };
    };

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly ground: string;
  /** The first lies lowest. */
  readonly shapes: readonly Shape[];
}

const written = (value: number): string => String(Math.round(value * 100) / 100);

const marked: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string =>
  text.replaceAll(/\p{Cc}/gu, " ").replaceAll(/[&<>"]/g, (each) => marked[each] ?? each);

const attributes = (all: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(all)
    .flatMap(([name, value]) =>
      value === undefined
        ? []
        : [` ${name}="${typeof value === "number" ? written(value) : escaped(value)}"`],
    )
    .join("");

const painted = ({ fill, stroke, strokeWidth, dash }: Paint) => ({
  fill: fill ?? "none",
  stroke,
  "stroke-width": stroke === undefined ? undefined : strokeWidth,
  "stroke-dasharray": dash?.map(written).join(" "),
});

export function svgOf({ width, height, ground, shapes }: Drawing, title: string): string {
  const lines = shapes.map((shape) => {
    if (shape.kind === "box") {
      const { x, y, width: across, height: down, radius } = shape;
      return `<rect${attributes({ x, y, width: across, height: down, rx: radius || undefined, ...painted(shape) })}/>`;
    }
    if (shape.kind === "path")
      return `<path${attributes({ d: shape.d, transform: `matrix(${shape.matrix.map(written).join(" ")})`, ...painted(shape) })}/>`;
    const { x, y, width: across, text, fill, font } = shape;
    return `<text${attributes({
      x,
      y,
      fill,
      textLength: across,
      "font-family": font.family,
      "font-size": font.size,
      "font-weight": font.weight,
      "font-style": font.style === "normal" ? undefined : font.style,
    })} xml:space="preserve">${escaped(text)}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img"${attributes({ width, height, viewBox: `0 0 ${written(width)} ${written(height)}` })}>`,
    `<title>${escaped(title)}</title>`,
    `<rect${attributes({ width, height, fill: ground })}/>`,
    ...lines,
    "</svg>\n",
  ].join("\n");
}

type Canvas = Pick<
  CanvasRenderingContext2D,
  | "fillStyle"
  | "strokeStyle"
  | "lineWidth"
  | "font"
  | "textBaseline"
  | "setLineDash"
  | "setTransform"
  | "transform"
  | "beginPath"
  | "roundRect"
  | "fill"
  | "stroke"
  | "fillRect"
  | "fillText"
>;

/** `scale`: pixels of the canvas for one of the drawing. */
export function paintOn(canvas: Canvas, { width, height, ground, shapes }: Drawing, scale: number): void {
  canvas.setTransform(scale, 0, 0, scale, 0, 0);
  canvas.fillStyle = ground;
  canvas.fillRect(0, 0, width, height);
  for (const shape of shapes) {
    canvas.setTransform(scale, 0, 0, scale, 0, 0);
    if (shape.kind === "text") {
      const { font, fill, text, x, y, width: across } = shape;
      canvas.font = `${font.style} ${font.weight} ${font.size}px ${font.family}`;
      canvas.textBaseline = "alphabetic";
      canvas.fillStyle = fill;
      canvas.fillText(text, x, y, across + 1);
      continue;
    }
    const { fill, stroke, strokeWidth, dash = [] } = shape;
    canvas.setLineDash([...dash]);
    canvas.lineWidth = strokeWidth;
    let path: Path2D | undefined;
    if (shape.kind === "path") {
      const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = shape.matrix;
      canvas.transform(a, b, c, d, e, f);
      path = new Path2D(shape.d);
    } else {
      canvas.beginPath();
      canvas.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius);
    }
    if (fill !== undefined) {
      canvas.fillStyle = fill;
      if (path === undefined) canvas.fill();
      else canvas.fill(path);
    }
    if (stroke === undefined) continue;
    canvas.strokeStyle = stroke;
    if (path === undefined) canvas.stroke();
    else canvas.stroke(path);
  }
}
