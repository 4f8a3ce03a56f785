/** What the other side began with, from what is gone: certain, possible with an open phone, possible where data leaked. */
import type { Grounded } from "../ground/index.ts";
import {
  type AtomId,
  at,
  atomId,
  capability,
  kindsWithRole,
  parseCapability,
  splitCapability,
} from "../model/index.ts";
import { leakedOf } from "../person/index.ts";
import type { Incident } from "./incident.ts";
import { meantBy } from "./meant.ts";

export interface HeldAtStart {
  readonly held: readonly string[];
  readonly open: readonly string[];
  readonly leaked: readonly string[];
  /** What whoever steers the phone from afar has through it, ground text: its codes, the accounts it is signed in to. */
  readonly steered: readonly string[];
  /** What whoever gets the calls of a line has by that, ground text. */
  readonly diverted: readonly string[];
  /** Places in `gone`, and in `leaked`, that mean nothing here. */
  readonly unknown: readonly number[];
  readonly unknownLeaks: readonly number[];
}

/** What a capability that somebody wrote means here, by any name of the place: `know(account.apple.password)`. */
function meantAs(world: Grounded, text: string): readonly string[] {
  const { things } = world.wiring;
  const said = (each: string): readonly string[] => {
    const found = parseCapability(each, (id) => id === "person" || things.has(id));
    return found !== undefined && world.catalog.vocabulary.capabilities.has(found.kind) ? [found.text] : [];
  };
  const plainly = said(text);
  if (plainly.length > 0) return plainly;
  const { kind = "", subjects = [] } = splitCapability(text) ?? {};
  const [subject = "", ...others] = subjects;
  if (others.length > 0) return [];
  const [type = "", name = "", ...secret] = subject.split(".");
  const rest = secret.map((word) => `.${word}`).join("");
  return [...meantBy(world, `${type}.${name}`)].flatMap((id) => said(`${kind}(${id}${rest})`));
}

export function heldAtStart(world: Grounded, { gone, leaked, isSteered, signs }: Incident): HeldAtStart {
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
    const said = text.includes("(") ? meantAs(world, text) : [];
    const things = text.includes("(") ? [] : [...meantBy(world, text)];
    held.push(...said);
    if (said.length + things.length === 0) unknown.push(index);
    for (const id of things) {
      const thing = wiring.things.get(id);
      if (thing === undefined) continue;
      const inTheHand = inHand.filter((kind) => canBeSaid(kind, thing.kind));
      const others = taken.flatMap(({ kind }) => (canBeSaid(kind, thing.kind) ? [kind] : []));
      for (const kind of inTheHand.length > 0 ? inTheHand : others) held.push(word(kind, id));
      for (const { kind } of opened) if (canBeSaid(kind, thing.kind)) open.push(word(kind, id));
    }
  }
  const steered = isSteered ? throughThePhone(world) : [];
  const leaks = leaked?.map((text) => meantAs(world, text));
  return {
    held,
    open,
    leaked: leaks?.flat() ?? leakedOf(world),
    steered,
    diverted: signs.flatMap(({ sign, on }) => (sign === "diverted" ? callsOf(world, on) : [])),
    unknown,
    unknownLeaks: leaks?.flatMap((each, index) => (each.length === 0 ? [index] : [])) ?? [],
  };
}

/** To have what is told by a call to these lines. */
function callsOf(world: Grounded, on: string): readonly string[] {
  const lines = meantBy(world, on);
  const { capabilities } = world.catalog.vocabulary;
  return world.atoms.flatMap(({ kind, things, text }) => {
    const shows = [...(capabilities.get(kind)?.shows.values() ?? [])].flat();
    return shows.includes("call") && things.some((thing) => lines.has(thing)) ? [text] : [];
  });
}

/** What an open phone gives to whoever has it open, save what is nobody's but one. */
function throughThePhone({ steps, atoms, wiring, catalog }: Grounded): readonly string[] {
  const { capabilities } = catalog.vocabulary;
  const isOpenPhone = (atom: AtomId) => {
    const { kind, things } = at(atoms, atom);
    const word = capabilities.get(kind);
    const hangsOnAHand = word?.exclusive === true && word.while.length > 0;
    return hangsOnAHand && things.every((thing) => wiring.things.get(thing)?.of === undefined);
  };
  const given = steps.flatMap(({ asks, gives, flow }) =>
    flow.channel === "hands" && asks.length === 1 && asks.every(isOpenPhone) ? gives : [],
  );
  return [
    ...new Set(
      given.flatMap(({ atom }) => {
        const { kind, text } = at(atoms, atom);
        return capabilities.get(kind)?.exclusive === true ? [] : [text];
      }),
    ),
  ].sort();
}

/**
 * What the owner lost with what is gone, though nobody took a thing out of their hand: a number that was moved to another
 * card leaves the owner's own card dead.
 */
export function lostWith({ catalog, atoms }: Grounded, held: readonly string[]): readonly AtomId[] {
  const { capabilities } = catalog.vocabulary;
  const lines = kindsWithRole(catalog.vocabulary, "own-line");
  const moved = atoms.filter(({ kind, text }) => lines.includes(kind) && held.includes(text));
  return atoms.flatMap(({ kind, things, text }, index) => {
    const hangsOn = capabilities.get(kind)?.while ?? [];
    const isLost = moved.some(
      (line) => hangsOn.includes(line.kind) && things.some((thing) => line.things.includes(thing)),
    );
    return isLost && !held.includes(text) ? [atomId(index)] : [];
  });
}
