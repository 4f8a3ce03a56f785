/**
 * What to do today so that more would be open: measures of the owner's own, a few of them that together open all that
 * they can, and secrets worth writing down. A selection that shuts what is open is no preparation.
 */
import { atomsOf, type Choice } from "../../ground/index.ts";
import { type AtomId, at, type ChoiceId, compareText } from "../../model/index.ts";
import { reachesAtom } from "../../reach/index.ts";
import type { Preparation, WorthKnowing } from "./answer.ts";
import { either, type Scene, sureUnder, type View, whicheverUnder } from "./scene.ts";
import { wayBack } from "./way-back.ts";
import { reachesWhichever } from "./whichever.ts";

interface Opening {
  readonly now: View;
  readonly inForce: readonly ChoiceId[];
  /** Keys that are not open now. */
  readonly shut: readonly AtomId[];
}

/** Which of the shut keys more measures open; none of a selection that shuts one that is open. */
export function openedBy(
  scene: Scene,
  { now, inForce, shut }: Opening,
): (more: readonly ChoiceId[]) => readonly AtomId[] {
  const open = scene.keys.filter((atom) => now.isOpen(atom));
  const unsaid = now.whichever.map((each) => each.unsaid);
  return (more) => {
    const under = sureUnder(scene, [...inForce, ...more], 0);
    const { sure, sureActive, undone } = under;
    const { reached } = wayBack(scene.reach, { start: sure, active: sureActive, undone });
    const whichever = whicheverUnder(scene, under, unsaid);
    const isOpen = either(reachesAtom(scene.reach, reached), reachesWhichever(scene.reach, whichever));
    return open.every(isOpen) ? shut.filter(isOpen) : [];
  };
}

/** What opens most first, then again and again what adds to it; and of these only what is needed. */
export function fewTogether(
  useful: readonly Choice[],
  opened: (more: readonly ChoiceId[]) => readonly AtomId[],
): readonly Choice[] {
  const indexes = (choices: readonly Choice[]) => choices.map(({ index }) => index);
  let taken: readonly Choice[] = [];
  let count = 0;
  for (const choice of useful) {
    const more = opened(indexes([...taken, choice])).length;
    if (more <= count) continue;
    taken = [...taken, choice];
    count = more;
  }
  for (const choice of [...taken].sort((a, b) => b.effort - a.effort)) {
    const without = taken.filter((other) => other !== choice);
    if (opened(indexes(without)).length === count) taken = without;
  }
  return taken;
}

interface Knowing {
  readonly now: View;
  readonly shut: readonly AtomId[];
  readonly today: readonly Preparation[];
}

/** Secrets that would open something if the owner knew them: what nobody wrote down, what was forgotten. */
export function worthKnowing(scene: Scene, { now, shut, today }: Knowing): readonly WorthKnowing[] {
  const { reach, onPaper } = scene;
  const { world } = reach;
  const known = new Set(now.sure);
  const forgotten = atomsOf(world, world.person.forgotten);
  const { sureActive } = sureUnder(scene, chosenIn(now.chosen), 0);
  return [...new Set([...onPaper, ...forgotten])]
    .filter((atom) => !known.has(atom))
    .flatMap((atom): readonly WorthKnowing[] => {
      const { undone } = now;
      const { reached } = wayBack(reach, { start: [...now.sure, atom], active: sureActive, undone });
      const opens = shut.filter(reachesAtom(reach, reached)).map((each) => at(world.atoms, each).text);
      const { text, things } = at(world.atoms, atom);
      const isSaid = today.some(
        (measure) =>
          measure.measure.includes(things[0] ?? "") && opens.every((each) => measure.opens.includes(each)),
      );
      return opens.length === 0 || isSaid ? [] : [{ knowing: text, opens }];
    })
    .sort((a, b) => b.opens.length - a.opens.length || compareText(a.knowing, b.knowing));
}

const chosenIn = (chosen: Uint8Array): readonly ChoiceId[] =>
  [...chosen].flatMap((isChosen, index) => (isChosen === 1 ? [index as ChoiceId] : []));
