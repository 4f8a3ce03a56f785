/**
 * What a sign means in one night: which steps could have made it, whether this night has one, and how likely it is to be
 * seen then. Meanings are derived from what flows leave, take away, set and clear; no table says them.
 *
 * An intruder does things no policy of ours does. Where nothing in the night explains a sign, a step that would is run
 * for them, if they have all it asks; that night counts for less, and one without even that for least (`whim`, `chance`).
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
import type { OpenNight } from "../world/index.ts";
import type { Sign } from "./incident.ts";

/** Guesses of the prototype, minutes and shares; they rank, and are told as assumed. */
const seenAfter = 15;
const missed = 0.15;
const whim = 0.03;
const chance = 0.0015;
/** Somebody had what nobody told of: each such thing is this unlikely, and likelier than that nothing caused it. */
const untold = 0.5;
const sure = 0.97;

export type SignKind =
  | { readonly kind: "trace"; readonly steps: ReadonlySet<StepId> }
  | { readonly kind: "quiet"; readonly steps: ReadonlySet<StepId> }
  | { readonly kind: "had"; readonly atoms: readonly AtomId[]; readonly isHad: boolean }
  | { readonly kind: "lost-by-owner"; readonly atoms: readonly AtomId[] }
  | { readonly kind: "set"; readonly conditions: readonly ConditionId[]; readonly isSet: boolean }
  | { readonly kind: "money"; readonly goals: readonly GoalId[]; readonly isThere: boolean }
  /** It says nothing about anybody. */
  | { readonly kind: "nothing" };

export interface SignRead {
  readonly sign: Sign;
  readonly means: SignKind;
  /** Steps an intruder could run for it, the quickest first. */
  readonly causes: readonly StepId[];
  /** Of those, what they ask that nobody could have taken from the owner's own hand or face, the fewest things first. */
  readonly hints: readonly Hint[];
  /** Minutes of the night. */
  readonly from: number;
  readonly to: number;
}

/** A step that could have caused it, for somebody who had got all that it asks. */
export interface Hint {
  readonly step: StepId;
  readonly asks: readonly AtomId[];
}

/** A hint is tried for no more steps than this. */
const hintsMax = 6;

function hintsOf(world: Grounded, causes: readonly StepId[]): readonly Hint[] {
  const { proofs } = world.catalog.vocabulary;
  const isOwnersOwn = (atom: AtomId) => {
    const proof = proofs.get(at(world.atoms, atom).kind);
    return proof === "presence" || proof === "face" || proof === "device";
  };
  return causes
    .map((step) => ({ step, asks: at(world.steps, step).asks }))
    .filter(({ asks }) => asks.length > 0 && !asks.some(isOwnersOwn))
    .sort((a, b) => a.asks.length - b.asks.length || a.step - b.step)
    .slice(0, hintsMax);
}

/**
 * The things a word means: a thing of the person; all that hang on an institution, or those of one kind that do
 * (`account.nubank`, of somebody whose account has another name in the file).
 */
export function meantBy(world: Grounded, on: string): ReadonlySet<string> {
  const { things } = world.wiring;
  if (things.has(on)) return new Set([on]);
  const [kind, rest] = on.split(".", 2);
  const named = [...things.values()].filter(
    ({ name, institution, ...thing }) =>
      name === on ||
      institution === on ||
      (rest !== undefined && thing.kind === kind && thing.isNew !== true && institution === rest),
  );
  return new Set(named.map(({ id }) => id));
}

export interface NightTold {
  /** Minutes since 1970 at which the night begins. */
  readonly zero: number;
  /** Minute of the night. */
  readonly now: number;
  /** What is certainly in other hands, ground text. */
  readonly held: readonly string[];
}

export function readSignIn(world: Grounded, sign: Sign, { zero, now, held }: NightTold): SignRead {
  const means = meaningOf(world, sign, held);
  const minute = (moment: number) => Math.min(now, Math.max(0, moment - zero));
  const from = minute(sign.at.from);
  const causes = causesOf(world, means);
  return { sign, means, causes, hints: hintsOf(world, causes), from, to: Math.max(from, minute(sign.at.to)) };
}

function meaningOf(world: Grounded, sign: Sign, held: readonly string[]): SignKind {
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
    case "mail":
      return withAlso(traces(world, sign, [sign.sign]), asking(world, sign, atomsShowing(sign.sign)));
    case "notice":
      // Told is told, by whatever way.
      return traces(world, sign, ["notice", "sms", "mail", "letter"]);
    case "row":
      return withAlso(traces(world, sign, ["row"]), taking(world, things));
    case "kicked-off":
      return withAlso(traces(world, sign, ["kick-off"]), ending(world, things));
    case "unbound":
      return traces(world, sign, ["kick-off"], hangingOn(world, things));
    case "quiet":
      return {
        kind: "quiet",
        steps: traces(world, sign, ["sms", "call", "mail", "notice", "row", "kick-off"]).steps,
      };
    case "number-rings":
    case "stranger-answers":
      return { kind: "had", atoms: atomsOfKinds(hears), isHad: true };
    case "no-service":
      return { kind: "had", atoms: atomsOfKinds(ownLines), isHad: true };
    case "number-off":
      // Of a SIM card that is in the owner's own hand it means that somebody else has the number.
      if (!isGone(world, things, held)) return { kind: "had", atoms: atomsOfKinds(ownLines), isHad: true };
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
        goals: world.goals.flatMap(({ atom }, index) =>
          at(world.atoms, atom).things.some((thing) => things.has(thing)) ? [goalId(index)] : [],
        ),
        isThere: sign.sign === "money-there",
      };
    case "phone-online":
      return { kind: "nothing" };
  }
}

/** Whether the line is in other hands, by its SIM cards, their phones, or for itself. */
function isGone(world: Grounded, lines: ReadonlySet<string>, held: readonly string[]): boolean {
  const { wiring } = world;
  const isHeld = (id: string) => held.some((text) => text.endsWith(`(${id})`));
  const sims = [...lines].flatMap((line) => wiring.follow(line, "sims").map(({ to }) => to));
  const phones = sims.flatMap((sim) => wiring.follow(sim, "device").map(({ to }) => to));
  // A number that somebody else has on a card of theirs leaves the owner's own card dead.
  return [...sims, ...phones].some(isHeld);
}

type Traced = Extract<SignKind, { kind: "trace" }>;

/** Not everybody who wrote a flow down wrote down all that it leaves. */
const withAlso = ({ steps }: Traced, more: readonly Step[]): Traced => ({
  kind: "trace",
  steps: new Set([...steps, ...more.map(({ id }) => id)]),
});

/** What asks for a code sends one. */
const asking = (world: Grounded, sign: Sign, atoms: ReadonlySet<AtomId>): readonly Step[] =>
  world.steps.filter((step) => step.asks.some((atom) => atoms.has(atom)) && isSentBy(world, step, sign));

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
const ending = (world: Grounded, things: ReadonlySet<string>): readonly Step[] =>
  world.steps.filter((step) => step.revokes.some(({ atom }) => isSessionOf(world, atom, things)));

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

/** Whether this is what an institution is called: its id, a name of it, or one of the others it goes by. */
function isNamed(world: Grounded, id: string, name: string): boolean {
  const institution = world.catalog.institutions.get(id);
  const names = [id, institution?.name.en, institution?.name.zh, ...(institution?.also ?? [])];
  return names.some((each) => each?.toLowerCase() === name.toLowerCase());
}

/** Of the institutions that run something of the person's, the one called this. */
export const institutionNamed = (world: Grounded, name: string): string | undefined =>
  [...world.wiring.things.values()].find(
    ({ institution, isNew }) =>
      institution !== undefined && isNew !== true && isNamed(world, institution, name),
  )?.institution;

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

function causesOf(world: Grounded, means: SignKind): readonly StepId[] {
  const does = (step: Step): boolean => {
    switch (means.kind) {
      case "trace":
        return means.steps.has(step.id);
      case "had":
        return means.isHad && step.gives.some(({ atom }) => means.atoms.includes(atom));
      case "lost-by-owner":
        return step.revokes.some(({ atom }) => means.atoms.includes(atom));
      case "set":
        return !means.isSet && step.clears.some((condition) => means.conditions.includes(condition));
      case "money":
        return (
          !means.isThere &&
          step.gives.some(({ atom }) => means.goals.some((goal) => at(world.goals, goal).atom === atom))
        );
      default:
        return false;
    }
  };
  return world.steps
    .filter((step) => step.kind === "flow" && does(step))
    .sort((a, b) => a.flow.takes.likely - b.flow.takes.likely || a.id - b.id)
    .map(({ id }) => id);
}

/** Whether a step that could explain it has to be run for them: nothing in the night does. */
export function needsCause(night: OpenNight, read: SignRead): boolean {
  if (read.causes.length === 0) return false;
  if (read.means.kind !== "trace") return !isSo(night, read);
  return tracedAt(night, read) === undefined;
}

export interface Seen {
  readonly weight: number;
  /** Something in this night made it. */
  readonly isExplained: boolean;
  /** The step that made it, where one did. */
  readonly by?: StepId;
}

const isThereNow = (night: OpenNight, read: SignRead): boolean =>
  read.means.kind === "trace" ? tracedAt(night, read) !== undefined : isSo(night, read);

/** A step that was run for the intruder to explain a sign. */
export interface Forced {
  readonly step: StepId;
  /** How many things they had to be given for it that nobody told of; absent: none. */
  readonly untold?: number;
}

/** How likely the sign is in this night, once the night has been played up to it. */
export function weigh(night: OpenNight, read: SignRead, forced: Forced | undefined): Seen {
  const { means } = read;
  const wasForced = forced !== undefined;
  if (forced?.untold !== undefined && isThereNow(night, read)) {
    // It is kept as what does not fit: with what was told, it could not have been.
    const weight = Math.max(2 * chance, whim * untold ** forced.untold);
    return { weight, isExplained: false, by: forced.step };
  }
  switch (means.kind) {
    case "nothing":
      return { weight: 1, isExplained: true };
    case "quiet": {
      const seen = night.events.filter(
        (event) =>
          (event.kind === "trace" || event.kind === "ends") &&
          event.actor.startsWith("intruder") &&
          event.at >= read.from &&
          event.at <= read.to &&
          means.steps.has(event.step),
      ).length;
      return { weight: missed ** Math.min(3, seen), isExplained: true };
    }
    case "trace": {
      const traced = tracedAt(night, read);
      if (traced === undefined) return { weight: chance, isExplained: false };
      const gap = Math.max(0, read.from - traced.at);
      const weight = wasForced ? whim : (1 - missed) * Math.exp(-gap / seenAfter);
      return { weight, isExplained: true, by: traced.step };
    }
    default: {
      const isExplained = isSo(night, read);
      return { weight: isExplained ? (wasForced ? whim : sure) : 1 - sure, isExplained };
    }
  }
}

/** The last matching trace of an intruder's that could be the one that was seen. */
function tracedAt(night: OpenNight, { means, from, to }: SignRead) {
  if (means.kind !== "trace") return undefined;
  for (let i = night.events.length - 1; i >= 0; i -= 1) {
    const event = night.events[i];
    if (event === undefined || event.at < from - 4 * seenAfter) break;
    if (event.kind !== "trace" && event.kind !== "ends") continue;
    if (!event.actor.startsWith("intruder") || event.at > to) continue;
    if (means.steps.has(event.step)) return event;
  }
  return undefined;
}

function isSo(night: OpenNight, { means }: SignRead): boolean {
  switch (means.kind) {
    case "had":
      return means.atoms.some((atom) => night.has("intruder", atom)) === means.isHad;
    case "lost-by-owner":
      return means.atoms.some((atom) => !night.has("owner", atom));
    case "set":
      return means.isSet
        ? means.conditions.some((each) => night.isSet(each))
        : means.conditions.some((each) => !night.isSet(each));
    case "money":
      return means.goals.some((goal) => night.isLost(goal)) !== means.isThere;
    default:
      return true;
  }
}
