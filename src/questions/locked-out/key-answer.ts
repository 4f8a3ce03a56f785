/**
 * Of one thing the owner needs: whether it can be got back to, by which way, and what would have to be so. The way told
 * of what is open is the soonest; of what is not known one that rests on little that is unknown, found by weighing.
 */
import { earliest, type Proof, proof, type Rules } from "../../graph/index.ts";
import { type AtomId, at, type BasisStatus, compareText, isGoodWill } from "../../model/index.ts";
import { type Reach, reachesAtom, stepRunBy, type Way, wayOf, weakest } from "../../reach/index.ts";
import type { KeyAnswer, KeyState, Unsure } from "./answer.ts";
import { isSure, type Scene, unsaidOf, type View } from "./scene.ts";
import type { BackFound } from "./way-back.ts";
import { reachesWhichever, type Whichever } from "./whichever.ts";

function stateOf(
  { isOpen, isKnown, untouched, maybe, maybeUntouched }: View,
  reach: Reach,
  atom: AtomId,
): KeyState {
  if (isOpen(atom)) return "open";
  if (reachesAtom(reach, untouched.reached)(atom)) return "unless-changed";
  if (reachesAtom(reach, maybe.reached)(atom) || reachesAtom(reach, maybeUntouched.reached)(atom))
    return "not-known";
  return isKnown(atom) ? "closed" : "not-judged";
}

const nothingUnsure: Unsure = { unsaid: [], unread: [], unwritten: [], agents: [] };

export function keyAnswer(scene: Scene, view: View, atom: AtomId): KeyAnswer {
  const { reach } = scene;
  const state = stateOf(view, reach, atom);
  const shown = shownWay(scene, view, state, atom);
  const way: Way | null = shown === undefined ? null : wayOf(reach, shown);
  const basis: BasisStatus | null = way === null ? null : weakest(way.steps.map((step) => step.basis.status));
  return {
    key: at(reach.world.atoms, atom).text,
    state,
    way,
    basis,
    whichever: state === "open" ? openedWhichever(scene, view, atom).map(({ unsaid }) => unsaid) : [],
    mayBeTaken: state === "open" && !view.isOpenAnyhow(atom),
    changedBy: state === "unless-changed" && shown !== undefined ? changedBy(scene, view, shown) : [],
    unsure: state === "not-known" && shown !== undefined ? unsureIn(scene, view, shown) : nothingUnsure,
  };
}

function shownWay(scene: Scene, view: View, state: KeyState, atom: AtomId): Proof | undefined {
  switch (state) {
    case "open":
      return soonest(scene, view.open, atom) ?? latestOf(scene, openedWhichever(scene, view, atom), atom);
    case "unless-changed":
      return soonest(scene, view.untouched, atom);
    case "not-known":
      return leastUnsure(scene, view, atom);
    case "closed":
    case "not-judged":
      return undefined;
  }
}

function soonest(
  { reach, startsAt }: Scene,
  { start, active }: Pick<BackFound, "start" | "active">,
  atom: AtomId,
): Proof | undefined {
  const goal = reach.nodeOfAtom.get(atom);
  if (goal === undefined) return undefined;
  const found = earliest(reach.rules, start, { active, startsAt });
  return proof(reach.rules, { held: start, goal, found, startsAt });
}

/** The attributes nobody has said under each value of which it opens; none where it opens by what was said. */
function openedWhichever({ reach }: Scene, { open, whichever }: View, atom: AtomId): readonly Whichever[] {
  if (reachesAtom(reach, open.reached)(atom)) return [];
  return whichever.filter((each) => reachesWhichever(reach, [each])(atom)).slice(0, 1);
}

/** Of the soonest ways under each value the one that takes longest. */
function latestOf(scene: Scene, ways: readonly Whichever[], atom: AtomId): Proof | undefined {
  const proofs = ways.flatMap(({ found }) => found.flatMap((each) => soonest(scene, each, atom) ?? []));
  return proofs.sort((a, b) => b.at - a.at)[0];
}

/** A step that rests on something unsaid, unread or an agent weighs more than any way without takes. */
const unsureWeight = 1e7;

/** A way that rests on little that is unknown, at its true times; without what may not be written down, where it can. */
function leastUnsure(scene: Scene, view: View, atom: AtomId): Proof | undefined {
  const { reach, lentFor, startsAt } = scene;
  const { rules } = reach;
  const goal = reach.nodeOfAtom.get(atom);
  if (goal === undefined) return undefined;
  const weighed: Rules = {
    ...rules,
    minutes: rules.minutes.map(
      (minutes, rule) =>
        minutes +
        unsureWeight * ((lentFor[rule]?.distance ?? 0) + (isSure(scene, rule, view.chosen) ? 0 : 1)),
    ),
  };
  const isSureAtom = new Set(view.sure);
  const { onPaper } = scene;
  // Another document is found sooner than a code nobody wrote down, so a counter may be among it.
  const withoutPaper = (start: readonly number[]) =>
    start.filter((node) => {
      const meaning = at(reach.meanings, node);
      return meaning.kind !== "atom" || !onPaper.has(meaning.atom) || isSureAtom.has(meaning.atom);
    });
  for (const { start: all, active } of [view.maybe, view.maybeUntouched])
    for (const start of [withoutPaper(all), all]) {
      const found = earliest(weighed, start, { active });
      const shape = proof(weighed, { held: start, goal, found });
      if (shape === undefined) continue;
      const only = new Uint8Array(rules.ruleCount);
      for (const { rule } of shape.steps) only[rule] = 1;
      return soonest({ ...scene, startsAt }, { start, active: only }, atom);
    }
  return undefined;
}

/** The flows by which somebody could change what this way rests on. */
function changedBy({ reach }: Scene, { undone, open }: View, { steps, leaves }: Proof): readonly string[] {
  const flows = new Set<string>();
  const add = (node: number) => {
    const meaning = at(reach.meanings, node);
    if ("atom" in meaning) for (const flow of undone.get(meaning.atom) ?? []) flows.add(flow);
  };
  for (const leaf of leaves) add(leaf);
  for (const { rule, gives } of steps) if (open.active[rule] === 0) for (const node of gives) add(node);
  return [...flows].sort(compareText);
}

function unsureIn(
  { reach, lentFor, ofTheKind, onPaper, withoutPapers }: Scene,
  { sure, chosen }: View,
  { steps, leaves }: Proof,
): Unsure {
  const { atoms } = reach.world;
  const unsaid = new Set<string>();
  const agents = new Set<string>();
  const unread = new Map<string, Unsure["unread"][number]>();
  const add = (institution: string, aspect: string) =>
    unread.set(`${institution} ${aspect}`, { institution, aspect });
  for (const { rule } of steps) {
    const step = stepRunBy(reach, rule);
    for (const what of step === undefined ? [] : unsaidOf(reach.world, step, chosen)) unsaid.add(what);
    if (step !== undefined && isGoodWill(step.flow)) agents.add(`${step.institution}/${step.flow.id}`);
    const lent = lentFor[rule];
    if (lent !== undefined) add(lent.institution, lent.aspect);
    const ofKind = step === undefined ? undefined : ofTheKind(step);
    if (step !== undefined && ofKind !== undefined) add(step.institution, ofKind);
  }
  const unwritten = leaves.flatMap((node) => {
    const meaning = at(reach.meanings, node);
    if (meaning.kind !== "atom" || sure.includes(meaning.atom)) return [];
    if (!onPaper.has(meaning.atom) && !withoutPapers.has(meaning.atom)) return [];
    return [at(atoms, meaning.atom).text];
  });
  return { unsaid: [...unsaid], unread: [...unread.values()], unwritten, agents: [...agents] };
}
