/**
 * Capabilities and conditions that come in as text, looked up in one world. Readers have read them by then, with
 * complaints (`person/ground-words.ts`); a text that is no word of this world here is a fault of the caller, and is
 * never dropped in silence.
 */
import { type AtomId, type Capability, parseCapability } from "../model/index.ts";
import type { Grounded } from "./grounded.ts";

/** The capability or condition this text speaks of. */
export function capabilityIn({ wiring }: Pick<Grounded, "wiring">, text: string): Capability {
  const found = parseCapability(text, (id) => id === "person" || wiring.things.has(id));
  if (found === undefined) throw new RangeError(`\`${text}\` speaks of nothing in this world`);
  return found;
}

/** What is held at the start. A word the vocabulary does not have, or a thing nobody has, is a fault of the caller. */
export function heldIn(
  world: Pick<Grounded, "wiring" | "catalog">,
  held: readonly string[],
): readonly Capability[] {
  return held.map((text) => {
    const found = capabilityIn(world, text);
    if (!world.catalog.vocabulary.capabilities.has(found.kind))
      throw new RangeError(`no word \`${found.kind}\` in the vocabulary: \`${text}\``);
    return found;
  });
}

/** Their numbers. What no flow of this world asks or gives changes nothing, and has none. */
export const atomsOf = (world: Pick<Grounded, "atomOf">, held: readonly Capability[]): readonly AtomId[] =>
  held.flatMap(({ text }) => world.atomOf.get(text) ?? []);
