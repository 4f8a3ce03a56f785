/**
 * What a sign means in a world: which steps leave it, what somebody must have, what was set or lifted, what money went.
 * Derived from what flows leave, take away, set and clear; no table says it. Where a place is hardly read, what is usual
 * for such a sign is asked of whatever is known of it.
 */
import type { Grounded, Step } from "../ground/index.ts";
import {
  type AtomId,
  at,
  atomId,
  type ConditionId,
  conditionId,
  type GoalId,
  goalId,
  kindsWithRole,
  type StepId,
} from "../model/index.ts";
import type { Sign } from "./incident.ts";
import { isNamed, meantBy, sidesOf } from "./meant.ts";

export type SignKind =
  | { readonly kind: "trace"; readonly steps: ReadonlySet<StepId> }
  | { readonly kind: "quiet"; readonly steps: ReadonlySet<StepId> }
  | { readonly kind: "had"; readonly atoms: readonly AtomId[]; readonly isHad: boolean }
  | { readonly kind: "lost-by-owner"; readonly atoms: readonly AtomId[] }
  | { readonly kind: "set"; readonly conditions: readonly ConditionId[]; readonly isSet: boolean }
  | { readonly kind: "money"; readonly goals: readonly GoalId[]; readonly isThere: boolean }
  /** It says nothing about anybody. */
  | { readonly kind: "nothing" };

/** Nothing anybody has read, or has, answers to it. */
export const isEmpty = (means: SignKind): boolean => {
  switch (means.kind) {
    case "had":
    case "lost-by-owner":
      return means.atoms.length === 0;
    case "set":
      return means.conditions.length === 0;
    case "money":
      return means.goals.length === 0;
    case "trace":
    case "quiet":
      return means.steps.size === 0;
    default:
      return false;
  }
};

export function meaningOf(world: Grounded, sign: Sign, held: readonly string[]): SignKind {
  const { capabilities } = world.catalog.vocabulary;
  const things = meantBy(world, sign.on);
  const shown = (kind: string) =>
    [...capabilities.values()].filter(({ shows }) =>
      [...shows.values()].flat().some((each) => each === kind),
    );
  const atomsOfKinds = (kinds: readonly string[]) =>
    world.atoms.flatMap(({ kind, things: subjects }, atom): AtomId[] =>
      kinds.includes(kind) && subjects.some((thing) => things.has(thing)) ? [atomId(atom)] : [],
    );
  const ownLines = kindsWithRole(world.catalog.vocabulary, "own-line");
  const hears = shown("call").map(({ kind }) => kind);
  const atomsShowing = (kind: string) => new Set(atomsOfKinds(shown(kind).map((word) => word.kind)));
  switch (sign.sign) {
    case "code":
      return withAlso(traces(world, sign, ["sms"]), asking(world, sign, atomsShowing("sms")));
    case "call":
      return withAlso(traces(world, sign, ["call"]), asking(world, sign, atomsShowing("call")));
    case "mail":
      return withAlso(
        told(world, sign, traces(world, sign, ["mail"])),
        asking(world, sign, atomsShowing("mail")),
      );
    case "notice":
      // Told is told, by whatever way.
      return told(world, sign, traces(world, sign, ["notice", "sms", "mail", "letter"]));
    case "prompt":
      return told(
        world,
        sign,
        withAlso(traces(world, sign, ["notice"]), asking(world, sign, approvals(world))),
      );
    case "moving":
      return moving(world, things);
    case "row":
      return withAlso(traces(world, sign, ["row"]), taking(world, sidesOf(world, things)));
    case "kicked-off":
      return withAlso(traces(world, sign, ["kick-off"]), ending(world, things, sign));
    case "unbound":
      return traces(world, sign, ["kick-off"], hangingOn(world, things));
    case "quiet":
      return {
        kind: "quiet",
        steps: traces(world, sign, ["sms", "call", "mail", "notice", "row", "kick-off"]).steps,
      };
    case "number-rings":
    case "diverted":
    case "stranger-answers":
      return { kind: "had", atoms: atomsOfKinds(hears), isHad: true };
    case "no-service":
      return { kind: "had", atoms: atomsOfKinds(ownLines), isHad: true };
    case "number-off":
      // Of a SIM card that is in the owner's own hand it means that somebody else has the number.
      if (!isCardGone(world, things, held))
        return { kind: "had", atoms: atomsOfKinds(ownLines), isHad: true };
      return { kind: "had", atoms: atomsOfKinds(hears), isHad: false };
    case "no-codes":
      return { kind: "had", atoms: atomsOfKinds(shown("sms").map(({ kind }) => kind)), isHad: true };
    case "refused":
      return { kind: "lost-by-owner", atoms: secretsMeant(world, sign.on) };
    case "not-mine":
    case "new-account":
      return { kind: "had", atoms: newSessions(world, sign.on), isHad: true };
    case "active-again":
    case "still-blocked":
      return {
        kind: "set",
        conditions: world.conditions.flatMap(({ id, capability }, index) =>
          id === sign.on || capability.things.some((thing) => things.has(thing)) ? [conditionId(index)] : [],
        ),
        isSet: sign.sign === "still-blocked",
      };
    case "money-there":
    case "money-gone":
      return {
        kind: "money",
        goals: goalsAt(world, things),
        isThere: sign.sign === "money-there",
      };
    case "given":
    case "somebody-in":
    case "in-my-name":
      // Whoever was told a code or a password of a place is probably in there.
      return sign.on === ""
        ? { kind: "nothing" }
        : { kind: "had", atoms: sessionsAt(world, things), isHad: true };
    case "phone-online":
    // Whoever pays somebody who lies opens no account of theirs by it.
    case "paid":
    case "paid-in-gift-cards":
    case "paid-in-crypto":
    case "paid-in-cash":
    // Nothing is paid or told yet.
    case "led":
      return { kind: "nothing" };
  }
}

/** What may be lost of these things; of those that hold nothing, at the places they are at. */
function goalsAt(world: Grounded, things: ReadonlySet<string>): readonly GoalId[] {
  const of = (some: ReadonlySet<string>) =>
    world.goals.flatMap(({ atom }, index) =>
      at(world.atoms, atom).things.some((thing) => some.has(thing)) ? [goalId(index)] : [],
    );
  const own = of(things);
  return own.length > 0 ? own : of(sidesOf(world, things));
}

/** Whether the line is in other hands, by its SIM cards, their phones, or for itself. */
export const isGone = (world: Grounded, lines: ReadonlySet<string>, held: readonly string[]): boolean =>
  isHeldItself(lines, held) || isCardGone(world, lines, held);

/** By what was told of the number itself, whatever became of the card it is on. */
export const isHeldItself = (lines: ReadonlySet<string>, held: readonly string[]): boolean =>
  [...lines].some((id) => held.some((text) => text.endsWith(`(${id})`)));

/** A number that somebody else has on a card of theirs leaves the owner's own card dead, and in the owner's hand. */
function isCardGone(world: Grounded, lines: ReadonlySet<string>, held: readonly string[]): boolean {
  const { wiring } = world;
  const isHeld = (id: string) => held.some((text) => text.endsWith(`(${id})`));
  const sims = [...lines].flatMap((line) => wiring.follow(line, "sim").map(({ to }) => to));
  const phones = sims.flatMap((sim) => wiring.follow(sim, "device").map(({ to }) => to));
  return [...sims, ...phones].some(isHeld);
}

type Traced = Extract<SignKind, { kind: "trace" }>;

/** Not everybody who wrote a flow down wrote down all that it leaves. */
const withAlso = ({ steps }: Traced, more: readonly Step[]): Traced => ({
  kind: "trace",
  steps: new Set([...steps, ...more.map(({ id }) => id)]),
});

/** Where nobody wrote down that a place tells of anything by this way: whatever it tells of by another, or does at all. */
function told(world: Grounded, sign: Sign, found: Traced): Traced {
  const { from } = sign;
  if (found.steps.size > 0 || from === undefined) return found;
  const theirs = world.steps.filter(
    ({ institution, gives }) => gives.length > 0 && isNamed(world, institution, from),
  );
  const leaving = theirs.filter(({ leaves }) => leaves.some(({ kind }) => toldBy.has(kind)));
  return withAlso(found, leaving.length > 0 ? leaving : theirs);
}

const toldBy: ReadonlySet<string> = new Set(["notice", "sms", "mail", "letter"]);

/** What asks for a code sends one. */
const asking = (world: Grounded, sign: Sign, atoms: ReadonlySet<AtomId>): readonly Step[] =>
  world.steps.filter((step) => step.asks.some((atom) => atoms.has(atom)) && isSentBy(world, step, sign));

/** What somebody says yes to on a thing of theirs. */
export const approvals = ({ atoms, catalog }: Grounded): ReadonlySet<AtomId> =>
  new Set(
    atoms.flatMap(({ kind }, atom): AtomId[] =>
      catalog.vocabulary.proofs.get(kind) === "device" &&
      catalog.vocabulary.capabilities.get(kind)?.of[0]?.some((each) => each === "device") === true
        ? [atomId(atom)]
        : [],
    ),
  );

/** Whatever puts the number on another card, or gives out what moves it away. */
function moving(world: Grounded, lines: ReadonlySet<string>): Traced {
  const { vocabulary } = world.catalog;
  const ownLines = kindsWithRole(vocabulary, "own-line");
  const isIssued = (secret: string | undefined) =>
    secret !== undefined && vocabulary.secrets.get("line")?.get(secret)?.roles?.includes("issued") === true;
  const moves = world.atoms.map(
    ({ kind, secret, things }) =>
      things.some((thing) => lines.has(thing)) && (ownLines.includes(kind) || isIssued(secret)),
  );
  const steps = world.steps.filter(
    ({ kind, gives }) => kind === "flow" && gives.some(({ atom }) => at(moves, atom)),
  );
  return { kind: "trace", steps: new Set(steps.map(({ id }) => id)) };
}

/** Money that goes stands in a list. */
const taking = (world: Grounded, things: ReadonlySet<string>): readonly Step[] =>
  world.steps.filter((step) =>
    step.gives.some(
      ({ atom }) =>
        world.goals.some((goal) => goal.atom === atom) &&
        at(world.atoms, atom).things.some((thing) => things.has(thing)),
    ),
  );

/** Whoever ends the owner's sign-in throws the owner out. */
function ending(world: Grounded, things: ReadonlySet<string>, sign: Sign): readonly Step[] {
  const ends = world.steps.filter((step) =>
    step.revokes.some(({ atom }) => isSessionOf(world, atom, things)),
  );
  const isKnown = ends.length > 0 || traces(world, sign, ["kick-off"]).steps.size > 0;
  // Of a place where nobody wrote down what ends a sign-in, it is another one.
  return isKnown
    ? ends
    : world.steps.filter((step) => step.gives.some(({ atom }) => isSessionOf(world, atom, things)));
}

const isSessionOf = (world: Grounded, atom: AtomId, things: ReadonlySet<string>): boolean => {
  const { kind, things: subjects } = at(world.atoms, atom);
  const roles = world.catalog.vocabulary.capabilities.get(kind)?.roles ?? [];
  return (
    (roles.includes("session") || roles.includes("secret")) && subjects.some((thing) => things.has(thing))
  );
};

/** Without a sender anybody's; by id, name or the sender that is written on it. */
function isSentBy(world: Grounded, step: Step, { from }: Sign, sender?: string): boolean {
  if (from === undefined || sender?.toLowerCase() === from.toLowerCase()) return true;
  return isNamed(world, step.institution, from);
}

const sessionsAt = (world: Grounded, things: ReadonlySet<string>): readonly AtomId[] =>
  world.atoms.flatMap(({ kind, things: subjects }, atom): AtomId[] => {
    const isSession = world.catalog.vocabulary.capabilities.get(kind)?.roles.includes("session") === true;
    const isNew = subjects.some((id) => world.wiring.things.get(id)?.isNew === true);
    return isSession && !isNew && subjects.some((id) => things.has(id)) ? [atomId(atom)] : [];
  });

/** A device, and the account it is bound to. */
const hangingOn = (world: Grounded, things: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(
    [...things].flatMap((thing) => [thing, ...world.wiring.follow(thing, "account").map(({ to }) => to)]),
  );

function traces(
  world: Grounded,
  sign: Sign,
  kinds: readonly string[],
  things: ReadonlySet<string> = meantBy(world, sign.on),
): Traced {
  const { on } = sign;
  const isOn = (step: Step, thing: string | undefined) =>
    on === "" ||
    step.institution === on ||
    (thing !== undefined && things.has(thing)) ||
    [...step.things.values()].some((each) => things.has(each));
  const steps = world.steps.filter((step) =>
    step.leaves.some(
      (trace) =>
        kinds.includes(trace.kind) && isOn(step, trace.thing) && isSentBy(world, step, sign, trace.from),
    ),
  );
  return { kind: "trace", steps: new Set(steps.map(({ id }) => id)) } as const;
}

/** `line.main.service-password`, `know(line.main.service-password)`, or every secret of a thing. */
function secretsMeant(world: Grounded, on: string): readonly AtomId[] {
  const inner = /^[a-z-]+\((.*)\)$/.exec(on)?.[1] ?? on;
  const things = meantBy(world, inner);
  return world.atoms.flatMap(({ text, secret, things: subjects }, atom): AtomId[] => {
    if (secret === undefined) return [];
    const isNamed = text === on || text.endsWith(`(${inner})`);
    return isNamed || subjects.some((thing) => things.has(thing)) ? [atomId(atom)] : [];
  });
}

function newSessions(world: Grounded, on: string): readonly AtomId[] {
  const { things } = world.wiring;
  const institution = things.get(on)?.institution ?? on;
  return world.atoms.flatMap(({ kind, things: subjects }, atom): AtomId[] => {
    const isSession = world.catalog.vocabulary.capabilities.get(kind)?.roles.includes("session") === true;
    const isNew = subjects.some(
      (id) => things.get(id)?.isNew === true && things.get(id)?.institution === institution,
    );
    return isSession && isNew ? [atomId(atom)] : [];
  });
}
