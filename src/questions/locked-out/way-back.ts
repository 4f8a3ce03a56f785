/**
 * The way back, read after what was revoked and changed. Reach never forgets; the owner whose password was changed and
 * whose sessions were ended must not be told of ways that rest on either.
 *
 * Whoever has the lost things is taken to do everything they can: `undoneBy` collects what that takes from everybody
 * else. For the owner then
 * - what was taken is not held at the start any more;
 * - a position that was taken is not had again from the same anchor (the SIM is dead, the app signed out), until an
 *   institution gives the anchor anew;
 * - a secret that was changed is had again only by what changes it again: whatever kept the old one keeps an old one.
 *
 * What to know to trust it: each thing a step gives is a rule of its own here (`partedWorld`), so that one of them can
 * be dead and the others not. More that is lost or undone never opens more: anchors renewed grow with what is reached,
 * and whatever is reached with less is reached with more. Cost: a closure a round, as many rounds as anchors hang on
 * one another, two as a rule.
 */
import { asksOf, closure, isNever } from "../../graph/index.ts";
import { agrees, type Grounded, type Step } from "../../ground/index.ts";
import { type AtomId, at, capability, kindsWithRole, stepId } from "../../model/index.ts";
import { type Node, nodesOf, type Reach, reachesAtom, startNodesOf } from "../../reach/index.ts";

/** The same world, with a step for each thing a step gives. */
export function partedWorld(world: Grounded): Grounded {
  const steps: Step[] = [];
  for (const step of world.steps) {
    const [first, ...others] = step.gives;
    const alike = { ...step, gives: first === undefined ? [] : [first] };
    steps.push({ ...alike, id: stepId(steps.length) });
    for (const giving of others)
      steps.push({ ...step, gives: [giving], sets: [], clears: [], id: stepId(steps.length) });
  }
  // The quiet ones stand last, as they did.
  const loud = steps.filter(({ isQuiet }) => !isQuiet);
  const ordered = [...loud, ...steps.filter(({ isQuiet }) => isQuiet)];
  return { ...world, steps: ordered.map((step, index) => ({ ...step, id: stepId(index) })) };
}

/** What is taken from everybody else, and by which flows (`institution/flow`). */
export type Undone = ReadonlyMap<AtomId, ReadonlySet<string>>;

export interface Taking {
  /** Node by node: what whoever has the lost things gets. */
  readonly reached: ArrayLike<number>;
  readonly chosen: Uint8Array;
  /** Steps lent at a greater distance do not count; 0: read ones only. */
  readonly distance: number;
}

/** Everything that whoever reaches this could take from the owner. */
export function undoneBy(reach: Reach, { reached, chosen, distance }: Taking): Undone {
  const { world, clearNodes } = reach;
  const undone = new Map<AtomId, Set<string>>();
  const take = (atom: AtomId, by: string) => {
    const known = undone.get(atom);
    if (known === undefined) undone.set(atom, new Set([by]));
    else known.add(by);
  };
  const isHad = reachesAtom(reach, reached);
  for (const step of world.steps) {
    if ((step.lent?.distance ?? 0) > distance || !agrees(step.guard, chosen)) continue;
    const taken = takenBy(world, step, chosen);
    if (taken.length === 0) continue;
    const isOpen = step.needsClear.every((condition) => reached[at(clearNodes, condition)] === 1);
    if (isOpen && step.asks.every(isHad))
      for (const atom of taken) take(atom, `${step.institution}/${step.flow.id}`);
  }
  return undone;
}

/** What one run takes from everybody but whoever runs it: what it revokes, the sessions it ends, what only one can have. */
function takenBy(
  { catalog, atomOf, atoms }: Grounded,
  { revokes, leaves, gives }: Step,
  chosen: Uint8Array,
): readonly AtomId[] {
  const { vocabulary } = catalog;
  const sessionsOf = (thing: string) =>
    kindsWithRole(vocabulary, "session").flatMap(
      (kind) => atomOf.get(capability({ kind, things: [thing] }).text) ?? [],
    );
  return [
    ...revokes.flatMap(({ atom, guard }) => (agrees(guard, chosen) ? [atom] : [])),
    ...leaves.flatMap(({ kind, thing, guard }) =>
      kind === "kick-off" && thing !== undefined && agrees(guard, chosen) ? sessionsOf(thing) : [],
    ),
    ...gives.flatMap(({ atom }) =>
      vocabulary.capabilities.get(at(atoms, atom).kind)?.exclusive === true ? [atom] : [],
    ),
  ];
}

export interface Back {
  /** What the owner has at the start, before anything is undone. */
  readonly start: readonly AtomId[];
  /** The rules that count. */
  readonly active: Uint8Array;
  readonly undone: Undone;
}

export interface BackFound {
  /** What is left at the start. */
  readonly start: readonly Node[];
  /** Of the rules that counted those that still do. */
  readonly active: Uint8Array;
  readonly reached: Uint8Array;
}

/** What the owner gets back to. */
export function wayBack(reach: Reach, { start: all, active: every, undone }: Back): BackFound {
  const { rules } = reach;
  const start = startNodesOf(
    reach,
    all.filter((atom) => !undone.has(atom)),
  );
  const entries = entriesOf(reach, every, undone);
  const active = every.slice();
  for (const { rule } of entries.stale) active[rule] = 0;
  if (entries.hanging.length === 0) return { start, active, reached: closure(rules, start, active).reached };
  const byHand = active.map((isActive, rule) => (isActive === 1 && isHands(reach, rule) ? 1 : 0));
  const old = closure(rules, start, byHand).reached;
  const isNew = new Uint8Array(rules.atomCount);
  for (;;) {
    for (const { rule, anchors } of entries.hanging)
      active[rule] = anchors.every((node) => old[node] === 1 && isNew[node] === 0) ? 0 : 1;
    const { reached } = closure(rules, start, active);
    if (!renew(reach, { active, reached, isNew })) return { start, active, reached };
  }
}

/** A rule that gives what was undone. */
interface Entry {
  readonly rule: number;
  /** What the position hangs on. */
  readonly anchors: readonly Node[];
}

/** Of the rules that count those that give what was undone: an old secret, or a position that hangs on something. */
function entriesOf(
  reach: Reach,
  active: Uint8Array,
  undone: Undone,
): { readonly stale: readonly Entry[]; readonly hanging: readonly Entry[] } {
  const { world, origins } = reach;
  const { capabilities } = world.catalog.vocabulary;
  const stale: Entry[] = [];
  const hanging: Entry[] = [];
  for (const [rule, origin] of origins.entries()) {
    if (active[rule] === 0 || (origin.kind !== "step" && origin.kind !== "yield")) continue;
    const step = at(world.steps, origin.step);
    for (const { atom } of step.gives) {
      if (!undone.has(atom)) continue;
      const word = capabilities.get(at(world.atoms, atom).kind);
      const anchors = step.asks.filter((asked) => word?.while.includes(at(world.atoms, asked).kind) === true);
      if (anchors.length > 0) hanging.push({ rule, anchors: nodesOf(reach, anchors) });
      else if (word?.roles.includes("secret") === true && !step.revokes.some((each) => each.atom === atom))
        stale.push({ rule, anchors: [] });
    }
    // Equal secrets are equal no more once one of them is changed.
    if (step.kind === "same-secret" && step.asks.some((asked) => undone.has(asked)))
      stale.push({ rule, anchors: [] });
  }
  return { stale, hanging };
}

const isHands = (reach: Reach, rule: number): boolean => {
  const origin = at(reach.origins, rule);
  return origin.kind !== "step" && origin.kind !== "yield"
    ? true
    : at(reach.world.steps, origin.step).flow.channel === "hands";
};

interface Renewing {
  readonly active: Uint8Array;
  readonly reached: Uint8Array;
  /** Node by node: an institution has given it anew, or it was got with something that was. */
  readonly isNew: Uint8Array;
}

/** Marks what has been got anew; whether there was anything. */
function renew(reach: Reach, { active, reached, isNew }: Renewing): boolean {
  const { rules } = reach;
  let found = false;
  for (let again = true; again; ) {
    again = false;
    for (let rule = 0; rule < rules.ruleCount; rule++) {
      // What was held from the start is not got anew because somebody lifted what stopped it.
      if (active[rule] === 0 || isNever(rules, rule) || at(reach.origins, rule).kind === "held") continue;
      const asks = asksOf(rules, rule);
      if (!asks.every((node) => reached[node] === 1)) continue;
      if (isHands(reach, rule) && !asks.some((node) => isNew[node] === 1)) continue;
      for (let i = at(rules.givesFrom, rule); i < at(rules.givesFrom, rule + 1); i++) {
        const node = at(rules.gives, i);
        if (isNew[node] === 1) continue;
        isNew[node] = 1;
        again = true;
        found = true;
      }
    }
  }
  return found;
}
