/**
 * What a sign means in one night: which steps could have made it, whether this night has one, and how likely it is to be
 * seen then. Meanings are derived from what flows leave, take away, set and clear; no table says them.
 *
 * An intruder does things no policy of ours does. Where nothing in the night explains a sign, a step that would is run
 * for them, if they have all it asks; that night counts for less, and one without even that for least (`whim`, `chance`).
 */

import type { Grounded, Step } from "../ground/index.ts";
import { type AtomId, at, type StepId } from "../model/index.ts";
import type { SignWord } from "../told/index.ts";
import type { OpenNight } from "../world/index.ts";
import type { Sign } from "./incident.ts";
import { institutionNamed, meantBy } from "./meant.ts";
import { approvals, isEmpty, isHeldItself, meaningOf, type SignKind } from "./sign-meaning.ts";

/** Guesses of the prototype, minutes and shares; they rank, and are told as assumed. */
const seenAfter = 15;
export const missed = 0.15;
const whim = 0.03;
const chance = 0.0015;
/** Somebody had what nobody told of: each such thing is this unlikely, and likelier than that nothing caused it. */
const untold = 0.5;
const sure = 0.97;
/**
 * Where nothing that was told explains a sign, how often it is nobody's work at all: a phone abroad, out of reach or not
 * paid for has no network; a code came to a mistyped number. Guesses, the same for everybody.
 */
const otherwiseBy: Readonly<Partial<Record<SignWord, number>>> = {
  "no-service": 0.6,
  "number-off": 0.6,
  "no-codes": 0.3,
  "stranger-answers": 0.3,
  code: 0.3,
  call: 0.3,
  notice: 0.2,
  mail: 0.2,
  given: 0.2,
};
const otherwiseUsually = 0.05;

export interface SignRead {
  readonly sign: Sign;
  readonly means: SignKind;
  /** Steps an intruder could run for it, the quickest first. */
  readonly causes: readonly StepId[];
  /** Of those, what they ask that nobody could have taken from the owner's own hand or face, the fewest things first. */
  readonly hints: readonly Hint[];
  /** A code or call that came to a number nobody else has: somebody tried, and got nothing by that alone. */
  readonly isToOwner: boolean;
  /** What the owner is asked for by it and has not given: a yes on a thing of theirs. */
  readonly asked: ReadonlySet<AtomId>;
  /** How often it is nobody's work, where nothing that was told explains it. */
  readonly otherwise: number;
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

function hintsOf(world: Grounded, causes: readonly StepId[], asked: ReadonlySet<AtomId>): readonly Hint[] {
  const { proofs } = world.catalog.vocabulary;
  const isOwnersOwn = (atom: AtomId) => {
    const proof = proofs.get(at(world.atoms, atom).kind);
    return !asked.has(atom) && (proof === "presence" || proof === "face" || proof === "device");
  };
  return causes
    .map((step) => ({ step, asks: at(world.steps, step).asks }))
    .filter(({ asks }) => asks.length > 0 && !asks.some(isOwnersOwn))
    .sort((a, b) => a.asks.length - b.asks.length || a.step - b.step)
    .slice(0, hintsMax);
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
  const meant = meaningOf(world, sign, held);
  const isKnown =
    meantBy(world, sign.on).size > 0 ||
    (sign.from !== undefined && institutionNamed(world, sign.from) !== undefined);
  // It is about something of theirs, of which nobody has read what leaves it: it says where, and nothing more.
  const means: SignKind = isKnown && isEmpty(meant) && sign.sign !== "call" ? { kind: "nothing" } : meant;
  const minute = (moment: number) => Math.min(now, Math.max(0, moment - zero));
  const from = minute(sign.at.from);
  const causes = causesOf(world, means).filter((step) => isOfWhatIsThere(world, sign, step));
  const isToOwner = isTry(sign.sign) && !isHeldItself(meantBy(world, sign.on), held);
  const asked = sign.sign === "prompt" && isToOwner ? approvals(world) : new Set<AtomId>();
  const to = Math.max(from, minute(sign.at.to));
  const otherwise = otherwiseBy[sign.sign] ?? otherwiseUsually;
  return { sign, means, causes, hints: hintsOf(world, causes, asked), isToOwner, asked, otherwise, from, to };
}

/** What was seen at something of the owner's is about that, and not about an account somebody could open beside it. */
function isOfWhatIsThere({ wiring, steps }: Grounded, { sign }: Sign, step: StepId): boolean {
  if (sign === "new-account" || sign === "not-mine") return true;
  return [...at(steps, step).things.values()].every((thing) => wiring.things.get(thing)?.isNew !== true);
}

/** What comes to the owner while somebody tries, and gives them nothing yet. */
const isTry = (word: SignWord): boolean =>
  word === "code" || word === "call" || word === "prompt" || word === "moving";

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
  // What only blocks is the owner's: nobody who is after something does it.
  const isFor = ({ gives, revokes, clears }: Step) => gives.length + revokes.length + clears.length > 0;
  return world.steps
    .filter((step) => step.kind === "flow" && isFor(step) && does(step))
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
  /** It could be only with what nobody told of. */
  readonly isUntold?: boolean;
  /** It is taken for nobody's work. */
  readonly isOtherwise?: boolean;
}

const isThereNow = (night: OpenNight, read: SignRead): boolean =>
  read.means.kind === "trace" ? tracedAt(night, read) !== undefined : isSo(night, read);

/** What a sign is taken to come from that nothing in the night explains. */
export type Forced = ForcedStep | "otherwise";

/** A step that was run for the intruder to explain a sign. */
export interface ForcedStep {
  readonly step: StepId;
  /** How many things they had to be given for it that nobody told of; absent: none. */
  readonly untold?: number;
  /** It was begun and came to nothing. */
  readonly isTried?: boolean;
}

/** How likely the sign is in this night, once the night has been played up to it. */
export function weigh(night: OpenNight, read: SignRead, forced: Forced | undefined): Seen {
  const { means } = read;
  const wasForced = forced !== undefined;
  if (forced === "otherwise") return { weight: whim, isExplained: false, isOtherwise: true };
  if (forced?.isTried === true)
    return { weight: whim * untold ** (forced.untold ?? 0), isExplained: true, by: forced.step };
  if (forced?.untold !== undefined && isThereNow(night, read)) {
    // It is kept as what does not fit: with what was told, it could not have been.
    const weight = Math.max(2 * chance, whim * untold ** forced.untold);
    return { weight, isExplained: false, by: forced.step, isUntold: true };
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
