/**
 * What the owner still has once something is in other hands, and what the owner must be able to get back to.
 *
 * The owner keeps what an owner keeps: the face, the ID card, what they know, the other devices, the helpers'. What
 * the intruder holds of the exclusive kinds is gone, and with a phone its SIMs, with a SIM the phone it was in: a
 * thief rarely leaves one and takes the other, and to assume more for the owner would make cuts look kinder than they are.
 */
import type { Atom, Grounded, Party } from "../../graph/index.ts";

export interface OwnerSide {
  readonly held: readonly Atom[];
  /** The accounts, lines and cards the owner can get back to today; none of them may be lost to a measure. */
  readonly goals: readonly Atom[];
}

export function ownerStart(world: Grounded, intruderHeld: readonly string[]): readonly Atom[] {
  const { vocabulary } = world.catalog;
  const gone = thingsGone(world, intruderHeld);
  const forgotten = new Set(world.person.forgotten);
  const held: Atom[] = [];
  for (const [atom, text] of world.atoms.entries()) {
    const { kind, things } = partsOf(text);
    const word = vocabulary.capabilities.get(kind);
    if (word?.owner !== true || forgotten.has(text)) continue;
    if (things.some((thing) => world.wiring.things.get(thing)?.isNew === true)) continue;
    if (word.exclusive && things.some((thing) => gone.has(thing))) continue;
    held.push(atom);
  }
  return held;
}

/** What the owner needs, of what the owner reaches: never more than today. */
export function ownerGoals(world: Grounded, isReached: (atom: Atom) => boolean): readonly Atom[] {
  const { vocabulary } = world.catalog;
  return [...world.atoms.keys()].filter((atom) => {
    const { kind, things } = partsOf(world.atoms[atom] ?? "");
    if (vocabulary.capabilities.get(kind)?.needed !== true || !isReached(atom)) return false;
    return things.every((thing) => world.wiring.things.get(thing)?.isNew !== true);
  });
}

export const ownerParty = (rules: Party["rules"], { held, goals }: OwnerSide): Party => ({ rules, held, goals });

/** A capability's kind and its things, secrets left out: `know(card.x.pin)` speaks of `card.x`. */
export function partsOf(text: string): { readonly kind: string; readonly things: readonly string[] } {
  const open = text.indexOf("(");
  const things = text
    .slice(open + 1, -1)
    .split(", ")
    .map((subject) => subject.split(".").slice(0, 2).join("."));
  return { kind: text.slice(0, open), things };
}

function thingsGone({ wiring, catalog }: Grounded, intruderHeld: readonly string[]): ReadonlySet<string> {
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
