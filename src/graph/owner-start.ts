/**
 * What the owner still has once something is in other hands.
 *
 * The owner keeps what an owner keeps: the face, the ID card, what they know, the other devices, the helpers'. What
 * the intruder holds of the exclusive kinds is gone, and with a phone its SIMs, with a SIM the phone it was in: a
 * thief rarely leaves one and takes the other, and to assume more for the owner would make cuts look kinder than they are.
 */
import type { Grounded } from "./grounded.ts";
import type { Atom } from "./rules.ts";

export function ownerStart(world: Grounded, intruderHeld: readonly string[]): readonly Atom[] {
  const isOwners = ownerHolds(world, intruderHeld);
  return [...world.atoms.keys()].filter((atom) => isOwners(world.atoms[atom] ?? ""));
}

/** Whether the owner has this at the start; ground text, any capability. */
export function ownerHolds(world: Grounded, intruderHeld: readonly string[]): (text: string) => boolean {
  const { vocabulary } = world.catalog;
  const gone = thingsGone(world, intruderHeld);
  const forgotten = new Set(world.person.forgotten);
  return (text) => {
    const { kind, things } = partsOf(text);
    const word = vocabulary.capabilities.get(kind);
    if (word?.owner !== true || forgotten.has(text)) return false;
    if (things.some((thing) => world.wiring.things.get(thing)?.isNew === true)) return false;
    return !(word.exclusive && things.some((thing) => gone.has(thing)));
  };
}

/** A capability's kind and its things, secrets left out: `know(card.x.pin)` speaks of `card.x`. */
export function partsOf(text: string): { readonly kind: string; readonly things: readonly string[] } {
  const open = text.indexOf("(");
  const things = text
    .slice(open + 1, -1)
    .split(", ")
    .map((subject) => subject.split(".").slice(0, 2).join("."));
  return { kind: text.slice(0, open), things };
}

/** The things that are in other hands with what the intruder holds. */
export function thingsGone(
  { wiring, catalog }: Grounded,
  intruderHeld: readonly string[],
): ReadonlySet<string> {
  const gone = new Set<string>();
  for (const text of intruderHeld) {
    const { kind, things } = partsOf(text);
    if (catalog.vocabulary.capabilities.get(kind)?.exclusive !== true) continue;
    for (const thing of things) {
      gone.add(thing);
      for (const { to } of wiring.follow(thing, "device")) gone.add(to);
    }
  }
  for (const thing of gone) for (const { to } of wiring.follow(thing, "sims")) gone.add(to);
  return gone;
}
