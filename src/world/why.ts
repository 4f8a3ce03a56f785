/** Why a step cannot be taken at this moment, as values; looked up only where somebody listens. */
import { type ActorId, type AtomId, at, type Capability, type StepId, type Why } from "../model/index.ts";
import type { Arena } from "./arena.ts";
import { isNoLongerSame } from "./lacks.ts";
import { rowOf } from "./rows.ts";

/** What it asks and the actor has not, and what is set that it needs clear. */
export function whyLacking(arena: Arena, actor: ActorId, step: StepId): readonly Why[] {
  const { stage, has, isSet } = arena;
  const { world } = stage;
  const why: Why[] = [];
  for (const atom of rowOf(stage.asks, step))
    if (has[actor * stage.atomCount + atom] !== 1)
      why.push({ kind: "missing", capability: at(world.atoms, atom), stoppedBy: stoppedBy(arena, atom) });
  for (const condition of rowOf(stage.needsClear, step))
    if (isSet[condition] === 1)
      why.push({ kind: "stopped", condition: at(world.conditions, condition).capability });
  for (const condition of rowOf(stage.needsSet, step))
    if (isSet[condition] !== 1)
      why.push({ kind: "missing", capability: at(world.conditions, condition).capability, stoppedBy: [] });
  if (why.length === 0 && stage.isSameSecret[step] === 1 && isNoLongerSame(arena, step))
    why.push({ kind: "secrets-differ" });
  return why;
}

/** The same, and where nothing is missing why all it gives came to nothing. */
export function whyRefused(arena: Arena, actor: ActorId, step: StepId): readonly Why[] {
  const lacking = whyLacking(arena, actor, step);
  if (lacking.length > 0) return lacking;
  const { gives, giver } = arena.stage;
  const why = new Map<string, Why>();
  for (let entry = gives.from[step]!; entry < gives.from[step + 1]!; entry++) {
    if (arena.isDead[actor * giver.length + entry] === 1) why.set("", { kind: "taken-away" });
    for (const condition of stoppedBy(arena, gives.values[entry]!))
      why.set(condition.text, { kind: "stopped", condition });
  }
  return [...why.values()];
}

const stoppedBy = ({ stage, isSet }: Arena, atom: AtomId): readonly Capability[] =>
  [...rowOf(stage.stops, atom), ...rowOf(stage.diverts, atom)].flatMap((condition) =>
    isSet[condition] === 1 ? [at(stage.world.conditions, condition).capability] : [],
  );
