/**
 * Who could have run what.
 *
 * An intruder is taken to be able to know whatever can be known and to hold whatever can be held: the *relaxed* closure.
 * Otherwise a link nobody has read would make all that follows vanish, and nothing would be missed. What needs the
 * person's own face or presence stays the owner's.
 */
import { agrees, type Grounded, ownerStart, type Step } from "../ground/index.ts";
import { type AtomId, at, atomId, kindsWithRole, physics, type ThingKind } from "../model/index.ts";
import { weights } from "./weights.ts";

export type Side = "owner" | "intruder";

export interface Powers {
  /** Steps an intruder could run at all, by id; the owner's. */
  readonly intruder: ReadonlySet<number>;
  readonly owner: ReadonlySet<number>;
  /** Steps by which the owner borrows, with all she can come to by steps of her own. */
  readonly ownLoans: ReadonlySet<number>;
  /** What the owner has without doing anything, and with her hands alone. */
  readonly ownerHas: ReadonlySet<AtomId>;
  /** Atom by atom: the things in the hand without which the owner does not have it. */
  readonly ownerHangsOn: ReadonlyMap<AtomId, readonly AtomId[]>;
  /** What an intruder may have had from the start: secrets, and things that can be taken. */
  readonly assumable: ReadonlyMap<AtomId, number>;
  /** What is had only with something else: a phone taken open is a phone taken. */
  readonly hadWith: ReadonlyMap<AtomId, AtomId>;
}

export interface PowersTold {
  /** Somebody says that what is in their hands never left them. */
  readonly isKept?: boolean;
  /** Somebody says that it lay beside them all the time. */
  readonly isBeside?: boolean;
  /** What somebody says they told. */
  readonly given?: Iterable<AtomId>;
  /** What somebody who lied to them may have been told. */
  readonly heard?: Iterable<AtomId>;
}

export function powersOf(
  world: Grounded,
  { isKept = false, isBeside = false, given = [], heard = [] }: PowersTold = {},
): Powers {
  const kept = isKept ? weights.assumed.kept : 0;
  const { vocabulary } = world.catalog;
  const nothingChosen = new Uint8Array(world.choices.length);
  const steps = world.steps.filter(({ guard }) => agrees(guard, nothingChosen));
  const inHand = new Set(kindsWithRole(vocabulary, "in-hand"));
  const secret = new Set(kindsWithRole(vocabulary, "secret"));
  const assumable = new Map<AtomId, number>();
  const hadWith = new Map<AtomId, AtomId>();
  for (const [index, { kind, secret: of, things }] of world.atoms.entries()) {
    const atom = atomId(index);
    if (things.some((thing) => world.wiring.things.get(thing)?.isNew === true)) continue;
    if (secret.has(kind))
      assumable.set(atom, secretCost(of ?? "", world.wiring.things.get(things[0] ?? "")?.kind));
    else if (inHand.has(kind) && isOwnThing(world, things[0] ?? ""))
      assumable.set(atom, weights.assumed.position + kept);
    else if (isOpenOne(world, kind, things[0] ?? "")) {
      const [inHandKind = ""] = inHand;
      const held = world.atomOf.get(`${inHandKind}(${things[0]})`);
      if (held === undefined) continue;
      // What lay beside a sleeper was used there, and put back: nobody took it.
      assumable.set(atom, weights.assumed.open + (isBeside ? weights.assumed.position : kept));
      if (!isBeside) hadWith.set(atom, held);
    }
  }
  for (const atom of heard)
    assumable.set(atom, Math.min(weights.assumed.heard, assumable.get(atom) ?? weights.assumed.heard));
  for (const atom of given) {
    assumable.set(atom, weights.told);
    // A screen that was shared is open in its owner's hand.
    hadWith.delete(atom);
  }
  const start = ownerStart(world, []);
  const handy = steps.filter(({ institution }) => institution === physics);
  const ownerHas = closed(start, handy);
  const exclusive = start.filter(
    (atom) => vocabulary.capabilities.get(at(world.atoms, atom).kind)?.exclusive === true,
  );
  const ownerHangsOn = new Map<AtomId, AtomId[]>();
  for (const gone of exclusive) {
    const without = new Set(closed(ownerWithout(world, start, gone), handy));
    for (const atom of ownerHas)
      if (!without.has(atom)) ownerHangsOn.set(atom, [...(ownerHangsOn.get(atom) ?? []), gone]);
  }
  const runnable = (has: ReadonlySet<AtomId>) =>
    new Set(steps.filter(({ asks }) => asks.every((atom) => has.has(atom))).map(({ id }): number => id));
  const inTime = runnable(closed(start, steps));
  return {
    intruder: runnable(closed([...assumable.keys()], steps)),
    owner: runnable(closed([...ownerHas], steps)),
    ownLoans: new Set(
      steps
        .filter(isLoan(world))
        .map(({ id }): number => id)
        .filter((id) => inTime.has(id)),
    ),
    ownerHas,
    ownerHangsOn,
    assumable,
    hadWith,
  };
}

const isLoan = ({ atoms, catalog }: Grounded) => {
  const lending = new Set(kindsWithRole(catalog.vocabulary, "lends"));
  return ({ gives }: Step): boolean => gives.some(({ atom }) => lending.has(at(atoms, atom).kind));
};

const identity: ReadonlySet<string> = new Set([
  "name",
  "number",
  "id-number",
  "sign-in-name",
  "address",
  "birth-date",
]);

/** Names, numbers and ID numbers leak; card numbers less; what only the owner should know hardly ever. */
function secretCost(secret: string, kind: ThingKind | undefined): number {
  // Copies of an identity card are handed round with hotels, landlords and shops.
  if ((kind === "card" && secret === "number") || secret === "id-photo") return weights.assumed.cardNumber;
  return identity.has(secret) ? weights.assumed.identity : weights.assumed.secret;
}

/** A device in use when it is taken is open. */
function isOpenOne(world: Grounded, kind: string, thing: string): boolean {
  const word = world.catalog.vocabulary.capabilities.get(kind);
  const inHand = kindsWithRole(world.catalog.vocabulary, "in-hand");
  return (
    word?.exclusive === true &&
    isOwnThing(world, thing) &&
    world.wiring.things.get(thing)?.kind === "device" &&
    word.while.some((each) => inHand.includes(each))
  );
}

const isOwnThing = ({ wiring }: Grounded, thing: string): boolean =>
  wiring.things.get(thing)?.of === undefined;

/** What the owner keeps when this one thing is in other hands; with a phone go the cards in it. */
function ownerWithout(world: Grounded, start: readonly AtomId[], gone: AtomId): readonly AtomId[] {
  const kept = new Set(ownerStart(world, [at(world.atoms, gone)]));
  return start.filter((atom) => kept.has(atom));
}

function closed(start: readonly AtomId[], steps: readonly Step[]): ReadonlySet<AtomId> {
  const has = new Set(start);
  let waiting = [...steps];
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    const still: Step[] = [];
    for (const step of waiting) {
      if (!step.asks.every((atom) => has.has(atom))) {
        still.push(step);
        continue;
      }
      for (const { atom } of step.gives) has.add(atom);
      isMoving = true;
    }
    waiting = still;
  }
  return has;
}
