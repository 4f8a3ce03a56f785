/**
 * Where the owner stands once things are lost: what is left to them, what whoever has the things does meanwhile, and
 * which rules the owner can count on. Sure is what was read, rests on nothing unsaid and on nobody's good will, and is so
 * at whoever is meant and not only in their kind; a
 * secret nobody has in the head is had where the person file, or a measure, says that it was written down.
 */
import { closure } from "../../graph/index.ts";
import {
  agrees,
  chosenOf,
  type Grounded,
  hasPaper,
  heldIn,
  ownerStart,
  presenceWithoutPapers,
  type Step,
  secretsOnPaper,
} from "../../ground/index.ts";
import { type AtomId, at, type ChoiceId, isGoodWill, thingTypes } from "../../model/index.ts";
import {
  activeWith,
  type LentRules,
  lentRules,
  openReach,
  ownerGoals,
  type Reach,
  reachesAtom,
  startNodesOf,
  startOf,
  within,
} from "../../reach/index.ts";
import { type OfTheKind, ofTheKind } from "./of-the-kind.ts";
import { type BackFound, partedWorld, type Undone, undoneBy, wayBack } from "./way-back.ts";
import { reachesWhichever, type Whichever, whicheverOf } from "./whichever.ts";

export interface Scene {
  readonly reach: Reach;
  readonly lentFor: LentRules;
  /** What of an archetype's own steps nobody has read of whom it stands for. */
  readonly ofTheKind: OfTheKind;
  readonly startsAt: number | undefined;
  readonly finder: readonly number[];
  /** What the owner has once the things are lost, everything they could have on paper included. */
  readonly owner: readonly AtomId[];
  /** What the owner must be able to get back to. */
  readonly keys: readonly AtomId[];
  /** Secrets nobody has in the head. */
  readonly onPaper: ReadonlySet<AtomId>;
  /** A paper with such secrets is left. */
  readonly hasPaper: boolean;
  /** Being somewhere in person, where every document that shows who one is was lost. */
  readonly withoutPapers: ReadonlySet<AtomId>;
}

export interface SceneWanted {
  readonly world: Grounded;
  readonly held: readonly string[];
  readonly startsAt?: number | undefined;
}

export function sceneOf({ world: whole, held, startsAt }: SceneWanted): Scene {
  const reach = openReach(partedWorld(whole));
  const { world } = reach;
  const intruder = heldIn(world, held);
  const owner = ownerStart(world, intruder);
  return {
    reach,
    lentFor: lentRules(reach),
    ofTheKind: ofTheKind(world),
    startsAt,
    finder: startOf(reach, held),
    owner,
    keys: keysOf(world),
    onPaper: secretsOnPaper(world),
    hasPaper: hasPaper(world, owner),
    withoutPapers: presenceWithoutPapers(world, held),
  };
}

/** Everything that is needed, of the owner's own things. */
function keysOf(world: Grounded): readonly AtomId[] {
  const { things } = world.person;
  return ownerGoals(world, () => true).filter((atom) =>
    at(world.atoms, atom).things.every((thing) => things.get(thing)?.of === undefined),
  );
}

/** How things stand for the owner under a selection of measures. */
export interface View {
  readonly chosen: Uint8Array;
  readonly undone: Undone;
  /** By what was read and said, whatever was undone; and if nobody undoes anything. */
  readonly open: BackFound;
  readonly untouched: BackFound;
  /** By attributes nobody has said: open under each of their values. */
  readonly whichever: readonly Whichever[];
  /** What the owner has for sure. */
  readonly sure: readonly AtomId[];
  /** Everything that may be so counts. */
  readonly maybe: BackFound;
  readonly maybeUntouched: BackFound;
  readonly isOpen: (atom: AtomId) => boolean;
  /** Open still where whoever has the things gets as far as anybody may. */
  readonly isOpenAnyhow: (atom: AtomId) => boolean;
  /** It opens today, with nothing lost. */
  readonly isKnown: (atom: AtomId) => boolean;
}

const nothingUndone: Undone = new Map();

export function viewUnder(scene: Scene, measures: readonly ChoiceId[]): View {
  const { reach, lentFor, owner } = scene;
  const now = sureUnder(scene, measures, 0);
  const { chosen, sure, sureActive, undone } = now;
  const anyhow = sureUnder(scene, measures, 3);
  const active = within(activeWith(reach, measures), lentFor, 3);
  const open = wayBack(reach, { start: sure, active: sureActive, undone });
  const openAnyhow = wayBack(reach, { start: sure, active: sureActive, undone: anyhow.undone });
  const whichever = whicheverUnder(scene, now).filter((each) =>
    scene.keys.some(
      (atom) => !reachesAtom(reach, open.reached)(atom) && reachesWhichever(reach, [each])(atom),
    ),
  );
  const only = whichever.map(({ unsaid }) => unsaid);
  const whicheverAnyhow = whicheverUnder(scene, { ...now, undone: anyhow.undone }, only);
  const before = closure(reach.rules, startNodesOf(reach, ownerStart(reach.world, [])), active).reached;
  return {
    chosen,
    undone,
    open,
    untouched: wayBack(reach, { start: sure, active: sureActive, undone: nothingUndone }),
    whichever,
    sure,
    maybe: wayBack(reach, { start: owner, active, undone }),
    maybeUntouched: wayBack(reach, { start: owner, active, undone: nothingUndone }),
    isOpen: either(reachesAtom(reach, open.reached), reachesWhichever(reach, whichever)),
    isOpenAnyhow: either(reachesAtom(reach, openAnyhow.reached), reachesWhichever(reach, whicheverAnyhow)),
    isKnown: reachesAtom(reach, before),
  };
}

type IsOpen = (atom: AtomId) => boolean;
export const either =
  (one: IsOpen, other: IsOpen): IsOpen =>
  (atom) =>
    one(atom) || other(atom);

/** What opens under every value of an attribute nobody has said; of all such attributes, or of some. */
export const whicheverUnder = (
  { reach }: Scene,
  { sure, sureActive, readActive, chosen, undone }: Sure,
  only?: readonly string[],
): readonly Whichever[] =>
  whicheverOf(reach, {
    start: sure,
    active: sureActive,
    undone,
    read: readActive,
    unsaidOf: (step) => unsaidOf(reach.world, step, chosen),
    ...(only === undefined ? {} : { only }),
  });

interface Sure {
  readonly chosen: Uint8Array;
  /** What the owner has for sure. */
  readonly sure: readonly AtomId[];
  /** Rules that were read, rest on nothing unsaid and on nobody's good will. */
  readonly sureActive: Uint8Array;
  /** Rules that were read, whatever they rest on. */
  readonly readActive: Uint8Array;
  readonly undone: Undone;
}

/** `distance`: how far whoever has the things may get on what was not read. */
export function sureUnder(scene: Scene, measures: readonly ChoiceId[], distance: number): Sure {
  const { reach, lentFor, finder, owner, onPaper, hasPaper, withoutPapers } = scene;
  const chosen = chosenOf(reach.world, measures);
  const active = activeWith(reach, measures);
  const reached = closure(reach.rules, finder, within(active, lentFor, distance)).reached;
  const readActive = within(active, lentFor, 0);
  const sureActive = readActive.map((isActive, rule) =>
    isActive === 1 && isSure(scene, rule, chosen) ? 1 : 0,
  );
  const written = hasPaper ? onPaper : writtenIn(reach.world, chosen, onPaper);
  return {
    chosen,
    sure: owner.filter((atom) => !withoutPapers.has(atom) && (!onPaper.has(atom) || written.has(atom))),
    sureActive,
    readActive,
    undone: undoneBy(reach, { reached, chosen, distance }),
  };
}

/** Whether a rule rests on nothing unsaid, on nothing known of a kind alone, and on nobody's good will. */
export function isSure(
  { reach, ofTheKind: unreadOf }: Pick<Scene, "reach" | "ofTheKind">,
  rule: number,
  chosen: Uint8Array,
): boolean {
  const origin = at(reach.origins, rule);
  if (origin.kind !== "step" && origin.kind !== "yield") return true;
  const step = at(reach.world.steps, origin.step);
  return (
    !isGoodWill(step.flow) && unreadOf(step) === undefined && unsaidOf(reach.world, step, chosen).length === 0
  );
}

/** What a step takes for possible that no measure in force makes so. */
export function unsaidOf({ wiring }: Grounded, { assumed }: Step, chosen: Uint8Array): readonly string[] {
  return assumed.filter((what) => {
    const [thing = "", attribute = ""] = what.split(": ");
    // A step that a measure forbids is not in force with it: whatever changes the value here allows the step.
    return !wiring.changesOf(thing, attribute).some(({ choice }) => chosen[choice] === 1);
  });
}

/** Of these those of which the person file, or a measure, says that they are kept: a flow that asks one rests on it. */
function writtenIn(world: Grounded, chosen: Uint8Array, onPaper: ReadonlySet<AtomId>): ReadonlySet<AtomId> {
  const written = new Set<AtomId>();
  for (const step of world.steps) {
    const { asks, flow, guard } = step;
    if (!agrees(guard, chosen) || unsaidOf(world, step, chosen).length > 0) continue;
    const isSaid = flow.when.some(
      ({ subject, attribute }) => !Object.hasOwn(thingTypes[subject.variable].attributes, attribute),
    );
    if (isSaid) for (const atom of asks) if (onPaper.has(atom)) written.add(atom);
  }
  return written;
}
