/**
 * What the owner still has once something is in other hands.
 *
 * The owner keeps what an owner keeps: the face, the ID card, what they know, the other devices, the helpers'. What
 * the intruder holds of the exclusive kinds is gone, and with a phone its SIMs, with a SIM the phone it was in: a
 * thief rarely leaves one and takes the other, and to assume more for the owner would make cuts look kinder than they are.
 */
import { type AtomId, atomId, type Capability, secretsWithRole } from "../model/index.ts";
import type { ThingId } from "../person/index.ts";
import type { Grounded } from "./grounded.ts";

/** The owner's atoms at minute 0, once the intruder holds these. */
export function ownerStart(world: Grounded, intruderHeld: readonly Capability[]): readonly AtomId[] {
  const isOwners = ownerHolds(world, intruderHeld);
  return world.atoms.flatMap((capability, index) => (isOwners(capability) ? [atomId(index)] : []));
}

/** Whether the owner has this at the start. */
function ownerHolds(
  world: Grounded,
  intruderHeld: readonly Capability[],
): (capability: Capability) => boolean {
  const { vocabulary } = world.catalog;
  const gone = thingsGone(world, intruderHeld);
  const issued = new Set(secretsWithRole(vocabulary, "issued").map((each) => each.join(".")));
  const forgotten = new Set(world.person.forgotten.map(({ text }) => text));
  return ({ kind, things, text, secret }) => {
    const word = vocabulary.capabilities.get(kind);
    if (word?.owner !== true || forgotten.has(text)) return false;
    if (secret !== undefined && issued.has(`${things[0]?.split(".")[0] ?? ""}.${secret}`)) return false;
    if (things.some((thing) => world.wiring.things.get(thing)?.isNew === true)) return false;
    return !(word.exclusive && things.some((thing) => gone.has(thing)));
  };
}

/** What comes to whoever has the number on a SIM of their own, and to nobody else's SIM; empty where this is no such thing. */
export function runsWith({ atoms, catalog }: Grounded, { kind, things }: Capability): readonly AtomId[] {
  const { capabilities } = catalog.vocabulary;
  if (capabilities.get(kind)?.roles.includes("own-line") !== true) return [];
  return atoms.flatMap((other, index) =>
    capabilities.get(other.kind)?.while.includes(kind) === true &&
    other.things.length === things.length &&
    other.things.every((thing) => things.includes(thing))
      ? [atomId(index)]
      : [],
  );
}

/** The things that are in other hands with what the intruder holds. */
function thingsGone(
  { wiring, catalog }: Pick<Grounded, "wiring" | "catalog">,
  intruderHeld: readonly Capability[],
): ReadonlySet<ThingId> {
  const gone = new Set<ThingId>();
  for (const { kind, things } of intruderHeld) {
    if (catalog.vocabulary.capabilities.get(kind)?.exclusive !== true) continue;
    for (const thing of things) {
      gone.add(thing);
      for (const { to } of wiring.follow(thing, "device")) gone.add(to);
    }
  }
  for (const thing of gone) for (const { to } of wiring.follow(thing, "sims")) gone.add(to);
  return gone;
}
