/**
 * Locked out? What the owner could still open tomorrow once things are lost, what not, and what to do today so that
 * they could.
 *
 * The same rules as everything else, asked for the owner: what they know, their face, the things that are left. Whoever
 * has the lost things does meanwhile what they can (`way-back.ts`). For an intruder what nobody has said is taken for
 * possible; for the owner it is not: `open` rests on no unsaid setting, no unread flow, no agent who must be talked
 * round, and on no recovery code nobody says was written down. What rests on such a thing is `not-known`, and names it.
 *
 * What to know to trust it: `open` means that there is a way by what was read, not that it is quick; its minutes are
 * the least possible. Which way back has the fewest unknowns is not proved. Cost: some closures for each measure of the
 * owner's, a tenth of a second for a household.
 */
import type { Grounded } from "../../ground/index.ts";
import { type AtomId, at, type ChoiceId, compareText } from "../../model/index.ts";
import { keyStates, type LockedOutAnswer } from "./answer.ts";
import { keyAnswer } from "./key-answer.ts";
import { fewTogether, openedBy, worthKnowing } from "./preparations.ts";
import { sceneOf, viewUnder } from "./scene.ts";

export interface LockedOutQuestion {
  /** With what archetypes lend. */
  readonly world: Grounded;
  /** What the other side has: the lost things, and what leaks; ground text. */
  readonly held: readonly string[];
  readonly inForce?: readonly ChoiceId[];
  /** The minute of the week at which it begins; without it every office is always open. */
  readonly startsAt?: number | undefined;
}

export function lockedOut(question: LockedOutQuestion): LockedOutAnswer {
  const scene = sceneOf(question);
  const inForce = question.inForce ?? [];
  const { world } = scene.reach;
  const now = viewUnder(scene, inForce);
  const keys = scene.keys
    .map((atom) => keyAnswer(scene, now, atom))
    .sort((a, b) => keyStates.indexOf(a.state) - keyStates.indexOf(b.state) || compareText(a.key, b.key));
  const shut = scene.keys.filter((atom) => !now.isOpen(atom));
  const own = world.choices.filter(
    ({ by, isAct, index }) => by === "person" && !isAct && !inForce.includes(index),
  );
  const opened = openedBy(scene, { now, inForce, shut });
  const useful = own
    .map((choice) => ({ choice, opens: opened([choice.index]) }))
    .filter(({ opens }) => opens.length > 0)
    .sort((a, b) => b.opens.length - a.opens.length || a.choice.effort - b.choice.effort);
  const together = fewTogether(
    useful.map(({ choice }) => choice),
    opened,
  );
  const openThen = new Set(opened(together.map(({ index }) => index)));
  const textOf = (atom: AtomId) => at(world.atoms, atom).text;
  const today = useful.map(({ choice, opens }) => ({ measure: choice.id, opens: opens.map(textOf) }));
  return {
    person: world.person.id,
    held: question.held,
    measures: inForce.map((index) => at(world.choices, index).id),
    keys,
    today,
    together: together.map(({ id }) => id),
    left: shut.filter((atom) => !openThen.has(atom)).map(textOf),
    worthKnowing: worthKnowing(scene, { now, shut, today }),
    catalogue: useful.map(({ choice: { id, title, how, effort } }) => ({
      id,
      title,
      ...(how === undefined ? {} : { how }),
      effort,
    })),
  };
}
