import fc from "fast-check";
import { Parser } from "htmlparser2";
import { expect, test } from "vitest";
import { type Drawing, paintOn, svgOf } from "./drawing.ts";

const font = { style: "normal", weight: "400", size: 16, family: '"Noto Sans", serif' };
const drawingOf = (texts: readonly string[]): Drawing => ({
  width: 200,
  height: 100,
  ground: "#fff",
  shapes: texts.map((text, i) => ({ kind: "text", x: 1, y: 20 * i, width: 50, text, fill: "red", font })),
});

test("whatever is said in a picture is in its SVG, as words and never as markup", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 20 }), { maxLength: 6 }), (texts) => {
      const said: string[] = [];
      const names = new Set<string>();
      const parser = new Parser(
        {
          onopentagname: (name) => {
            names.add(name);
            if (name === "text") said.push("");
          },
          ontext: (text) => {
            if (said.length > 0) said[said.length - 1] += text;
          },
        },
        { xmlMode: true },
      );
      parser.end(svgOf(drawingOf(texts), "<a picture>"));
      expect([...names].filter((name) => !["svg", "title", "rect", "text"].includes(name))).toEqual([]);
      const plain = (text: string) => text.replaceAll(/\p{Cc}/gu, " ").trim();
      expect(said.map(plain)).toEqual(texts.map(plain));
    }),
  );
});

test("the canvas is told the same shapes in the same order, each at its place and scale", () => {
  const done: string[] = [];
  const canvas = new Proxy({} as CanvasRenderingContext2D, {
    get: (_, name) =>
      name === "font"
        ? ""
        : (...words: readonly unknown[]) => done.push(`${String(name)} ${words.join(" ")}`),
    set: (_, name, value) => {
      done.push(`${String(name)} = ${value}`);
      return true;
    },
  });
  const box = {
    kind: "box",
    x: 1,
    y: 2,
    width: 3,
    height: 4,
    radius: 1,
    stroke: "blue",
    strokeWidth: 2,
  } as const;
  paintOn(canvas, { ...drawingOf(["one"]), shapes: [box, ...drawingOf(["one"]).shapes] }, 2);
  expect(
    done.filter((each) => /^(roundRect|stroke|fill|fillText|fillRect|setTransform)\b(?! =)/.test(each)),
  ).toEqual([
    "setTransform 2 0 0 2 0 0",
    "fillRect 0 0 200 100",
    "setTransform 2 0 0 2 0 0",
    "roundRect 1 2 3 4 1",
    "stroke ",
    "setTransform 2 0 0 2 0 0",
    "fillText one 1 0 51",
  ]);
});
