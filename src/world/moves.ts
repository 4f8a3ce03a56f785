/**
 * What an owner may set out to get done, and which things of this person each means: the words of a list of moves, as a
 * night file writes them. Which conditions and capabilities serve is asked of the vocabulary by their roles.
 */
import type { Grounded } from "../ground/index.ts";
import {
  at,
  type ConditionRole,
  capability,
  conditionId,
  conditionsWithRole,
  goalId,
  heldOrDenied,
  isSum,
  kindsWithRole,
} from "../model/index.ts";
import type { View } from "./night.ts";
import type { Wanted } from "./wanted.ts";

/** Each names the things meant by what a person knows of them. */
export const moveKinds = [
  "suspend-stolen-lines",
  "lock-stolen-devices",
  "block-seen-cards",
  "freeze-wallets",
  "rescue-balances",
  "switch-texts-off",
  "replace-stolen-sims",
] as const;
export type MoveKind = (typeof moveKinds)[number];

/** One of these words, or by its text what is to be set, lifted (`not `), had or brought to safety. */
export type Aim = MoveKind | { readonly text: string };

/** What is not the owner's any more, as far as they know. */
export interface Lost {
  readonly devices: readonly string[];
  /** Lines whose SIM is gone, and lines that fell silent because they run on somebody else's. */
  readonly lines: readonly string[];
}

/** What was out of the owner's hands from the beginning; asked at minute 0. */
export const lostAtDawn = (view: View): Lost => ({
  devices: outOfHand(view, "device"),
  lines: outOfHand(view, "sim").flatMap((sim) =>
    view.stage.world.wiring.follow(sim, "line").map(({ to }) => to),
  ),
});

/** The things a move means, in the order a person would take them: the most money first. */
export function targetsOf(view: View, wants: Aim, lost: Lost): readonly Wanted[] {
  if (typeof wants === "object") return namedIn(view.stage.world, wants.text);
  switch (wants) {
    case "suspend-stolen-lines":
      return conditionsOn(view, { things: lost.lines, role: "silences" });
    case "lock-stolen-devices":
      return conditionsOn(view, { things: lost.devices, role: "locks" });
    case "block-seen-cards":
      return conditionsOn(view, { things: seenCards(view), role: "blocks" });
    case "freeze-wallets":
      return conditionsOn(view, { things: wallets(view), role: "freezes" });
    case "rescue-balances":
      return balances(view);
    case "switch-texts-off":
      return conditionsOn(view, { things: lost.lines, role: "no-texts" });
    case "replace-stolen-sims":
      return [...newSimsOf(view, lost.lines), ...linesHad(view, lost.lines, "texts")];
  }
}

/** These lines on SIMs of the owner's own. */
export const newSimsOf = (view: View, lines: readonly string[]): readonly Wanted[] =>
  linesHad(view, lines, "own-line");

function linesHad(view: View, lines: readonly string[], role: "own-line" | "texts"): readonly Wanted[] {
  const { catalog, atomOf } = view.stage.world;
  return lines.flatMap((line) =>
    kindsWithRole(catalog.vocabulary, role).flatMap((kind): Wanted[] => {
      const atom = atomOf.get(capability({ kind, things: [line] }).text);
      return atom === undefined ? [] : [{ kind: "have", atom }];
    }),
  );
}

/** Things of this kind that were in the owner's hand and are not any more. */
function outOfHand(view: View, kind: "sim" | "device"): readonly string[] {
  const { wiring, catalog, atomOf } = view.stage.world;
  const inHand = kindsWithRole(catalog.vocabulary, "in-hand");
  return [...wiring.things.values()].flatMap((thing) => {
    if (thing.kind !== kind) return [];
    const atoms = inHand.flatMap(
      (word) => atomOf.get(capability({ kind: word, things: [thing.id] }).text) ?? [],
    );
    return atoms.some((atom) => !view.isFromStart(atom)) ? [thing.id] : [];
  });
}

/** A condition or a capability of this person's things, by its text; nothing where there is none such here. */
function namedIn(world: Grounded, text: string): readonly Wanted[] {
  const { of, isHeld } = heldOrDenied(text);
  const condition = world.conditions.findIndex(({ id }) => id === of);
  if (condition >= 0) return [{ kind: isHeld ? "set" : "clear", condition: conditionId(condition) }];
  const atom = world.atomOf.get(of);
  if (atom === undefined || !isHeld) return [];
  const goal = world.goals.findIndex((each) => each.atom === atom);
  return [
    goal >= 0 && isSum(at(world.goals, goal).harm)
      ? { kind: "take", goal: goalId(goal) }
      : { kind: "have", atom },
  ];
}

/** Whether a move means anything in this world; `not` is said of conditions alone. */
export const isNamedIn = (world: Grounded, text: string): boolean => namedIn(world, text).length > 0;

function conditionsOn(
  { stage: { world } }: View,
  { things, role }: { readonly things: readonly string[]; readonly role: ConditionRole },
): readonly Wanted[] {
  const kinds = conditionsWithRole(world.catalog.vocabulary, role);
  return things.flatMap((thing) =>
    world.conditions.flatMap(({ capability: set }, index): Wanted[] => {
      const isMeant = kinds.includes(set.kind) && set.things.length === 1 && set.things[0] === thing;
      return isMeant ? [{ kind: "set", condition: conditionId(index) }] : [];
    }),
  );
}

function worth({ stage: { world } }: View, thing: string): number {
  const amounts = ["balance", "credit", "loan-offer"].map((attribute) =>
    Number(world.wiring.valueOf(thing, attribute)),
  );
  return amounts.reduce((sum, amount) => sum + (amount || 0), 0);
}

/** The owner's own, the fullest first. */
function own(view: View, kind: "card" | "account"): readonly string[] {
  return [...view.stage.world.wiring.things.values()]
    .filter((thing) => thing.kind === kind && thing.isNew !== true)
    .map(({ id }) => id)
    .sort((a, b) => worth(view, b) - worth(view, a) || (a < b ? -1 : 1));
}

const seenCards = (view: View): readonly string[] =>
  own(view, "card").filter((card) => view.stage.world.wiring.valueOf(card, "seen-by-owner") !== "false");

function wallets(view: View): readonly string[] {
  const { wiring, catalog } = view.stage.world;
  const isWallet = (account: string) =>
    catalog.institutions.get(wiring.things.get(account)?.institution ?? "")?.kind === "wallet";
  return own(view, "account").filter(
    (account) => worth(view, account) > 0 || wiring.follow(account, "cards").length > 0 || isWallet(account),
  );
}

function balances({ stage: { world } }: View): readonly Wanted[] {
  const kinds = kindsWithRole(world.catalog.vocabulary, "balance");
  return world.goals.flatMap(({ atom }, index): Wanted[] =>
    kinds.includes(world.atoms[atom]?.kind ?? "") ? [{ kind: "take", goal: goalId(index) }] : [],
  );
}
