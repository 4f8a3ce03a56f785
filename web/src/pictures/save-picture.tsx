/** Two buttons below a picture: as an SVG file and as a PNG file. What is saved is what is there to be seen, all of it. */
import type { RefObject } from "react";
import { both } from "../../../src/report/index.ts";
import { useFailing } from "../app/fallen.tsx";
import { useWords } from "../app/speaking.tsx";
import { saveFile } from "../people/save-file.ts";
import { type Drawing, paintOn, svgOf } from "./drawing.ts";
import { drawingOf } from "./taking.ts";
import "./pictures.css";

const pictureWords = {
  save: both("Save the picture", "保存这张图"),
  steps: both("What happened, by institution and time", "经过：各机构的步骤，按时间排列"),
  chain: both("The chain, from what was taken to the loss", "链条：从被拿走的到损失"),
  way: both("One way to the loss, step by step", "通向损失的一条路，一步一步"),
  night: both("One night, hour by hour", "一夜的经过，按时间"),
};

interface SavePictureProps {
  readonly of: RefObject<HTMLElement | null>;
  /** The part of it that is the picture; absent: all of it. */
  readonly within?: string;
  /** What the picture shows: its title, and the name of the file. */
  readonly what: "steps" | "chain" | "way" | "night";
}

export function SavePicture({ of, within, what }: SavePictureProps) {
  const words = useWords(pictureWords);
  const fail = useFailing();
  const take = (): Drawing | undefined => {
    const whole = of.current;
    const found = within === undefined ? whole : whole?.querySelector(within);
    return found === null || found === undefined ? undefined : drawingOf(found);
  };
  /** What cannot be saved fails here, and is said. */
  const save = async (ending: "svg" | "png") => {
    const drawing = take();
    if (drawing === undefined) return;
    if (ending === "png") saveFile(`chainbreak-${what}.png`, "image/png", await pngOf(drawing));
    else {
      const text = new TextEncoder().encode(svgOf(drawing, words[what]));
      saveFile(`chainbreak-${what}.svg`, "image/svg+xml", text);
    }
  };
  return (
    <p className="save-picture">
      {words.save}
      <button type="button" onClick={() => void save("svg").catch(fail)} lang="en">
        SVG
      </button>
      <button type="button" onClick={() => void save("png").catch(fail)} lang="en">
        PNG
      </button>
    </p>
  );
}

/** Browsers paint no larger canvas than about this, on a telephone. */
const sideMax = 8_000;
const pixelsMax = 16_000_000;

async function pngOf(drawing: Drawing): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height } = drawing;
  const scale = Math.min(2, sideMax / Math.max(width, height), Math.sqrt(pixelsMax / (width * height)));
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("this browser paints no canvas");
  paintOn(context, drawing, scale);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null) throw new Error("this browser makes no picture of this size");
  return new Uint8Array(await blob.arrayBuffer());
}
