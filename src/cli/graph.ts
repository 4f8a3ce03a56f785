/**
 * `chainbreak graph`: a person's rules as text, JSON or a picture's text. With `--held` only what is within reach and
 * leads to a loss.
 */
import type { Grounded } from "../ground/index.ts";
import { withinReach } from "../questions/index.ts";
import { openReach } from "../reach/index.ts";
import { drawDot, drawMermaid, formatRules, type ToldGraph, tellGraph } from "../report/index.ts";
import { readAsked, type WorldOptions } from "./asked.ts";
import { sayComplaints } from "./complaints.ts";
import { exitCodes } from "./exit-codes.ts";
import { typedChoice } from "./shipped.ts";
import type { Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export interface GraphOptions extends WorldOptions {
  readonly format: "rules" | "json" | "dot" | "mermaid";
}

export function graph(options: GraphOptions, terminal: Terminal): number {
  const { lang, outside } = terminal;
  terminal.progress(cliWords(lang).reading(typedChoice(options)));
  const { asked, complaints, isUsage, isPartial } = readAsked(options, outside.cwd, {
    needsHeld: false,
    today: outside.today,
  });
  sayComplaints(complaints, terminal);
  if (asked === undefined) return isUsage ? exitCodes.usage : exitCodes.complaints;
  const { world, held } = asked;
  const told = held.length === 0 ? tellGraph({ world }) : tellWithin(world, held);
  const text = {
    rules: () => formatRules(told).trimEnd(),
    json: () => JSON.stringify(told, undefined, 2),
    dot: () => drawDot({ graph: told, world, lang }),
    mermaid: () => drawMermaid({ graph: told, world, lang }),
  };
  terminal.say(text[options.format]());
  return isPartial ? exitCodes.complaints : exitCodes.done;
}

/** The steps that can be run from what is held, and of these the ones some reached loss rests on, as things are today. */
function tellWithin(world: Grounded, held: readonly string[]): ToldGraph {
  const { goals, parts, leads } = withinReach(openReach(world), held);
  const told = tellGraph({
    world,
    held: held.filter((text) => leads(text)),
    partOf: ({ id }) => parts.get(id),
    goals,
  });
  return { ...told, rules: told.rules.map((rule) => ({ ...rule, gives: rule.gives.filter(leads) })) };
}
