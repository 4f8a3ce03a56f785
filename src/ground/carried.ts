/**
 * What lies together is taken together: steps that say so, and the measure to keep a thing elsewhere stops them.
 *
 * Whoever takes one thing of a bag has the rest at once. As steps and not as a list of what is held, so that a cut can
 * weigh keeping one apart like any other habit, and a way tells that it was only taken along.
 */
import { capability, kindsWithRole, type Vocabulary } from "../model/index.ts";
import type { Person, ThingId } from "../person/index.ts";
import type { Choice } from "./choices.ts";
import { type Draft, draftOfHands, flowOfHands } from "./draft.ts";
import { notChosen } from "./guard.ts";
import { keepElsewhereId } from "./kept-apart.ts";

export function carriedDrafts(
  person: Person,
  { vocabulary, choices }: { readonly vocabulary: Vocabulary; readonly choices: readonly Choice[] },
): readonly Draft[] {
  const [inHand] = kindsWithRole(vocabulary, "in-hand");
  if (inHand === undefined) return [];
  const taken = (thing: ThingId) => capability({ kind: inHand, things: [thing] });
  const apart = (thing: ThingId) => {
    const choice = choices.find(({ id }) => id === keepElsewhereId(thing));
    return choice === undefined ? [] : [notChosen(choice.index)];
  };
  const pairs = new Map<string, readonly [ThingId, ThingId]>();
  for (const things of person.carried.values())
    for (const one of things)
      for (const other of things) if (one !== other) pairs.set(`${one} ${other}`, [one, other]);
  return [...pairs.values()].map(([one, other]) =>
    draftOfHands({
      kind: "together",
      flow: togetherFlow,
      // What is kept elsewhere neither goes with the rest nor brings it.
      guard: [...apart(one), ...apart(other)],
      asks: [taken(one)],
      gives: [taken(other)],
    }),
  );
}

const togetherFlow = flowOfHands({
  id: "taken-together",
  title: { en: "Take what lies together with it", zh: "把放在一起的也拿走" },
  takes: { min: 0, likely: 0, max: 0 },
});
