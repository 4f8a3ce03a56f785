/** Why a step could not work, as the page tells it: what was set that stops it, and what was missing. */
import type { Why } from "../../../src/model/index.ts";
import type { Lack } from "./night-told.ts";

/** A reader compares a few reasons; the first are the ones that count. */
const lacksMax = 4;

export function lacksOf(why: readonly Why[]): readonly Lack[] {
  const lacks = why.flatMap(lackOf);
  const blocks = lacks.filter(({ kind }) => kind === "block");
  const others = lacks.filter(({ kind }) => kind !== "block");
  const found = new Map([...blocks, ...others].map((lack) => [JSON.stringify(lack), lack] as const));
  return found.size === 0 ? [{ kind: "unsaid" }] : [...found.values()].slice(0, lacksMax);
}

function lackOf(why: Why): readonly Lack[] {
  switch (why.kind) {
    case "missing":
      return why.stoppedBy.length === 0
        ? [{ kind: "missing", what: why.capability.text }]
        : why.stoppedBy.map(({ text }) => ({ kind: "block", what: text }));
    case "stopped":
      return [{ kind: "block", what: why.condition.text }];
    case "agent-refuses":
      return [{ kind: "agent" }];
    case "barred":
      return [{ kind: "too-often" }];
    default:
      return [];
  }
}
