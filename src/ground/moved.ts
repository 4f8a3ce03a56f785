/**
 * Money moved between the owner's own pots: no loss by itself, and taken with what lies where it went.
 *
 * Whoever has moved what lies in one place to another takes it by whatever takes from there. As steps of nobody's, so that
 * a way tells both and the loss stays that of the place the money came from. The limits are those of the flow that moves it
 * and of the flows it leaves by (`reach/limit.ts`); a night moves the money itself (`world/ledger.ts`).
 */
import {
  type Capability,
  type CapabilityKind,
  capability,
  compareText,
  kindsWithRole,
  type ThingKind,
  type Vocabulary,
} from "../model/index.ts";
import type { ThingId } from "../person/index.ts";
import { type Draft, draftOfHands, flowOfHands } from "./draft.ts";
import type { Wiring } from "./wiring.ts";

/** Where money lies that can be moved, and where the losses of it are taken from. */
const attribute = "balance";

export function movedDrafts(
  drafts: readonly Draft[],
  { vocabulary, wiring }: { readonly vocabulary: Vocabulary; readonly wiring: Pick<Wiring, "things"> },
): readonly Draft[] {
  const words = kindsWithRole(vocabulary, "moves");
  const moves = new Map<string, Capability>();
  for (const { gives } of drafts)
    for (const given of gives) if (words.includes(given.kind)) moves.set(given.text, given);
  const lossOf = (thing: ThingId): Capability | undefined => {
    const kind = wiring.things.get(thing)?.kind;
    const word = kind === undefined ? undefined : wholeLossOf(vocabulary, kind);
    return word === undefined ? undefined : capability({ kind: word.kind, things: [thing] });
  };
  return [...moves.values()]
    .sort((a, b) => compareText(a.text, b.text))
    .flatMap((moved) => {
      const [from = "", to = ""] = moved.things;
      const [lost, taken] = [lossOf(from), lossOf(to)];
      if (from === to || lost === undefined || taken === undefined) return [];
      return [draftOfHands({ kind: "moved", flow: movedFlow, asks: [moved, taken], gives: [lost] })];
    });
}

/** The loss that takes what lies in a thing of this kind, whole. */
const wholeLossOf = ({ capabilities }: Vocabulary, kind: ThingKind): CapabilityKind | undefined =>
  [...capabilities.values()].find(
    ({ isLoss, loss, partOf, of }) =>
      isLoss &&
      partOf.length === 0 &&
      loss.includes(attribute) &&
      of.length === 1 &&
      of[0]?.includes(kind) === true,
  );

const movedFlow = flowOfHands({
  id: "taken-where-it-went",
  title: { en: "Take what was moved there too", zh: "把转到那里的钱也一并拿走" },
  takes: { min: 0, likely: 0, max: 0 },
});
