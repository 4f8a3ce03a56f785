/** Runs the engine beside the page, so that the page answers fingers and keys while rules are counted. */
import { type Engine, openEngine } from "./engine.ts";
import type { FoundingData } from "./founding-data.ts";
import { unpack } from "./packed.ts";
import type { Asked, Told } from "./protocol.ts";

const tell = (told: Told) => postMessage(told);
let engine: Engine | undefined;

addEventListener("message", ({ data: asked }: MessageEvent<Asked>) => {
  try {
    if (asked.kind === "open") {
      engine = openEngine(unpack<FoundingData>(asked.packed));
      tell({ kind: "opened", answer: engine.ask([]), alone: engine.alone() });
    } else if (engine !== undefined) {
      tell({ kind: "answered", question: asked.question, answer: engine.askQuickly(asked.measures) });
    }
  } catch (fault) {
    tell({ kind: "failed" });
    throw fault; // Whoever opens the console sees what it was.
  }
});
