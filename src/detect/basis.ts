/** The weakest source the flows of a way rest on: what nobody has read is assumed, and says so. */
import { type BasisStatus, basisStatuses } from "../model/index.ts";
import type { Shape } from "./shape.ts";

const kept = new WeakMap<Shape, ReadonlyMap<string, number>>();

/** Flow by flow, how weak its source is; a flow that is read and lent counts as lent. */
function weaknessOf(shape: Shape): ReadonlyMap<string, number> {
  const known = kept.get(shape);
  if (known !== undefined) return known;
  const found = new Map<string, number>();
  for (const { institution, flow, lent } of shape.reach.world.steps) {
    const name = `${institution}/${flow.id}`;
    const weakness = basisStatuses.indexOf(lent === undefined ? flow.basis.status : "assumed");
    found.set(name, Math.max(found.get(name) ?? 0, weakness));
  }
  kept.set(shape, found);
  return found;
}

export function basisOf(shape: Shape, left: readonly string[]): BasisStatus {
  if (!shape.isOwn) return "assumed";
  const weakness = weaknessOf(shape);
  const weakest = left.reduce((most, flow) => Math.max(most, weakness.get(flow) ?? 0), 0);
  return basisStatuses[weakest]!; // `weakest` is an index of that list.
}
