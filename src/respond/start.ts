/** What the other side began with, from what is gone: certain, possible with an open phone, possible where data leaked. */
import type { Grounded } from "../ground/index.ts";
import { capability, kindsWithRole } from "../model/index.ts";
import { leakedOf } from "../person/index.ts";
import type { Incident } from "./incident.ts";
import { meantBy } from "./signs.ts";

export interface HeldAtStart {
  readonly held: readonly string[];
  readonly open: readonly string[];
  readonly leaked: readonly string[];
  /** Places in `gone` that mean nothing here. */
  readonly unknown: readonly number[];
}

export function heldAtStart(world: Grounded, { gone, leaked }: Incident): HeldAtStart {
  const { wiring, catalog } = world;
  const { vocabulary } = catalog;
  const held: string[] = [];
  const open: string[] = [];
  const unknown: number[] = [];
  const inHand = kindsWithRole(vocabulary, "in-hand");
  const word = (kind: string, thing: string) => capability({ kind, things: [thing] }).text;
  const canBeSaid = (kind: string, of: string) =>
    vocabulary.capabilities.get(kind)?.of[0]?.some((each) => each === of) === true;
  /** Of what nobody holds in a hand: a number, an account, a mailbox that somebody else has now. */
  const taken = [...vocabulary.capabilities.values()].filter(
    ({ roles, of }) => roles.includes("takeover") && of.length === 1,
  );
  /** What whoever has a thing in hand has once it is open: it hangs on having it, and nobody else can have it. */
  const opened = [...vocabulary.capabilities.values()].filter(
    ({ exclusive, while: hangsOn }) => exclusive && hangsOn.some((kind) => inHand.includes(kind)),
  );
  for (const [index, text] of gone.entries()) {
    const things = text.includes("(") ? [] : [...meantBy(world, text)];
    if (text.includes("(")) held.push(text);
    else if (things.length === 0) unknown.push(index);
    for (const id of things) {
      const thing = wiring.things.get(id);
      if (thing === undefined) continue;
      const inTheHand = inHand.filter((kind) => canBeSaid(kind, thing.kind));
      const others = taken.flatMap(({ kind }) => (canBeSaid(kind, thing.kind) ? [kind] : []));
      for (const kind of inTheHand.length > 0 ? inTheHand : others) held.push(word(kind, id));
      for (const { kind } of opened) if (canBeSaid(kind, thing.kind)) open.push(word(kind, id));
    }
  }
  return { held, open, leaked: leaked ?? leakedOf(world), unknown };
}
