/**
 * `chainbreak graph`: a person's rules as text, JSON or a picture's text. With `--held` only what is within reach and
 * leads to a loss.
 */
import { activeUnder, closure, compile, type Grounded } from "../graph/index.ts";
import { drawDot, drawMermaid, formatRules, type ToldGraph, tellGraph } from "../report/index.ts";
import { readAsked, type WorldOptions } from "./asked.ts";
import { sayComplaints } from "./complaints.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export interface GraphOptions extends WorldOptions {
  readonly format: "rules" | "json" | "dot" | "mermaid";
}

export function graph(options: GraphOptions, terminal: Terminal): number {
  const { lang, outside } = terminal;
  terminal.progress(cliWords(lang).reading(options.catalog ?? "catalog"));
  const { asked, complaints, isUsage } = readAsked(options, outside.cwd, { needsHeld: false });
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
  return exitCodes.done;
}

/** The rules that can run from what is held, and of these the ones some reached loss rests on, as things are today. */
function tellWithin(world: Grounded, held: readonly string[]): ToldGraph {
  const rules = compile(world.atoms.length, world.rules);
  const start = held.flatMap((text) => world.atomOf.get(text) ?? []);
  const active = activeUnder(rules, new Uint8Array(world.choices.length));
  const { reached } = closure(rules, start, active);
  const runs = world.rules.map(
    ({ asks, opens }, i) =>
      active[i] === 1 && opens?.length !== 0 && asks.every((atom) => reached[atom] === 1),
  );
  const goals = world.goals.filter(({ atom }) => reached[atom] === 1);
  const wanted = new Set(goals.map(({ atom }) => atom));
  const shown = new Set<number>();
  for (const atom of wanted) {
    for (const [i, rule] of world.rules.entries()) {
      if (runs[i] !== true || shown.has(i) || !rule.gives.includes(atom)) continue;
      shown.add(i);
      for (const asked of rule.asks) wanted.add(asked);
    }
  }
  const leads = (text: string) => wanted.has(world.atomOf.get(text) ?? -1);
  const told = tellGraph({ world, held: held.filter(leads), isWanted: (i) => shown.has(i), goals });
  return { ...told, rules: told.rules.map((rule) => ({ ...rule, gives: rule.gives.filter(leads) })) };
}
