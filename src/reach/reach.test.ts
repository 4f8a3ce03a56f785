/** Steps read as rules, judged by the steps themselves: sets of words, no numbers, no engine. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type AskedWorld, askedWorld } from "../../test/kit/asked-world.ts";
import { anyWorldText } from "../../test/kit/generators.ts";
import { closure, earliest, proof } from "../graph/index.ts";
import {
  agrees,
  atomsOf,
  chosenOf,
  type Grounded,
  heldApart,
  heldIn,
  leastMinutes,
  type Step,
} from "../ground/index.ts";
import {
  type AtomId,
  at,
  atomId,
  basisStatuses,
  type ChoiceId,
  type ConditionId,
  choiceId,
  conditionId,
} from "../model/index.ts";
import { ownerGoals } from "./owner-goals.ts";
import {
  activeWith,
  nodesOf,
  nodeText,
  openReach,
  type Reach,
  reachesAtom,
  startNodesOf,
  startOf,
  stepRunBy,
  unsetFromStart,
} from "./reach.ts";
import { outlineOf, type ToldStep, wayOf, weakest } from "./way.ts";

const runs = { numRuns: 40 };
const chosenIn = (world: Grounded, ids: readonly string[]): readonly ChoiceId[] =>
  world.choices.flatMap(({ id }, index) => (ids.includes(id) ? [choiceId(index)] : []));
const atomsHeld = (
  world: Grounded,
  held: readonly string[],
  choices: readonly ChoiceId[] = [],
): readonly AtomId[] =>
  atomsOf(
    world,
    heldApart(
      world,
      heldIn(world, held),
      choices.map((choice) => at(world.choices, choice)),
    ),
  );

interface PlainlyReached {
  readonly had: ReadonlySet<AtomId>;
  readonly isClear: readonly boolean[];
  /** Conditions that are or have been set. */
  readonly beenSet: ReadonlySet<ConditionId>;
}

/**
 * Everything that can ever be had, or be clear, by running every step until nothing is added. What waits for a condition
 * that is set on the way comes without the steps that set it, or after it has lapsed or been lifted.
 */
function plainlyReached(world: Grounded, held: readonly AtomId[], isChosen: Uint8Array): PlainlyReached {
  const setting = new Map<ConditionId, Set<Step>>();
  for (const step of world.steps)
    if (step.gives.length + step.clears.length > 0)
      for (const { condition } of step.sets)
        setting.set(condition, (setting.get(condition) ?? new Set()).add(step));
  const without = new Map(
    [...setting].map(([condition, steps]) => [
      condition,
      runUntilStill(world, { held, isChosen, leftOut: steps, without: new Map() }),
    ]),
  );
  return runUntilStill(world, { held, isChosen, leftOut: new Set(), without });
}

function runUntilStill(
  world: Grounded,
  {
    held,
    isChosen,
    leftOut,
    without,
  }: {
    readonly held: readonly AtomId[];
    readonly isChosen: Uint8Array;
    readonly leftOut: ReadonlySet<Step>;
    readonly without: ReadonlyMap<ConditionId, PlainlyReached>;
  },
): PlainlyReached {
  const had = new Set<AtomId>();
  const isClear = world.conditions.map(({ setters }) =>
    setters.every(({ choice, expires }) =>
      choice !== undefined && isChosen[choice] !== 1 ? true : expires !== undefined,
    ),
  );
  // Whoever sets it: where any step can, it counts as set.
  const beenSet = new Set([
    ...world.steps.flatMap(({ guard, sets, isQuiet }) =>
      agrees(guard, isChosen) && !isQuiet ? sets.map(({ condition }) => condition) : [],
    ),
    ...world.conditions.flatMap(({ setters }, index) =>
      setters.some(({ choice }) => choice === undefined || isChosen[choice] === 1)
        ? [conditionId(index)]
        : [],
    ),
  ]);
  const [set, lapsed, lifted] = [new Set<ConditionId>(), new Set<ConditionId>(), new Set<ConditionId>()];
  const isOver = (each: ConditionId) => lapsed.has(each) || (set.has(each) && lifted.has(each));
  const isThere = (
    { had: there, isClear: clear }: PlainlyReached,
    asks: readonly AtomId[],
    needs: readonly ConditionId[],
  ) => asks.every((atom) => there.has(atom)) && needs.every((each) => at(clear, each));
  const usable = world.steps.filter(
    (step) => !leftOut.has(step) && agrees(step.guard, isChosen) && step.flow.hours?.length !== 0, // Hours may say that it is never open.
  );
  const size = () =>
    had.size + isClear.filter(Boolean).length + set.size + lapsed.size + lifted.size + beenSet.size;
  for (let before = -1; before < size(); ) {
    before = size();
    // What is held is had once nothing set stops it.
    for (const atom of held) if (at(world.stopsOf, atom).every((each) => isClear[each])) had.add(atom);
    for (const step of usable) {
      const { asks, needsClear, needsSet, gives, clears, sets } = step;
      const isHeeded = (each: ConditionId, isThereWithout: (there: PlainlyReached) => boolean) => {
        const there = without.get(each);
        return there === undefined
          ? isClear[each] === true
          : isThereWithout(there) || (isClear[each] === true && isOver(each));
      };
      const canRunIn = (there: PlainlyReached) =>
        isThere(there, asks, needsClear) && needsSet.every((each) => there.beenSet.has(each));
      if (!needsSet.every((each) => beenSet.has(each))) continue;
      if (!asks.every((atom) => had.has(atom)) || !needsClear.every((each) => isHeeded(each, canRunIn)))
        continue;
      for (const each of clears) {
        isClear[each] = true;
        lifted.add(each);
      }
      for (const { condition } of sets) {
        if (gives.length + clears.length === 0) continue;
        set.add(condition);
        const all = sets.filter((each) => each.condition === condition);
        if (all.every(({ expires }) => expires !== undefined)) lapsed.add(condition);
      }
      for (const { atom, stoppedBy } of gives) {
        const comesIn = (each: ConditionId) => (there: PlainlyReached) =>
          !sets.some(({ condition }) => condition === each) &&
          canRunIn(there) &&
          isThere(there, [], stoppedBy);
        if (stoppedBy.every((each) => isHeeded(each, comesIn(each)))) had.add(atom);
      }
    }
  }
  return { had, isClear, beenSet };
}

test("G3 the rules reach what the steps reach, capability by capability and condition by condition", () => {
  let [reachedAtoms, notClear] = [0, 0];
  fc.assert(
    fc.property(anyWorldText, (text) => {
      const { world, held, selections } = askedWorld(text);
      const reach = openReach(world);
      for (const ids of selections) {
        const choices = chosenIn(world, ids);
        const start = atomsHeld(world, held, choices);
        const { had, isClear } = plainlyReached(world, start, chosenOf(world, choices));
        // What is held is the same whatever is chosen: that a secret was changed meanwhile is a rule.
        const { reached } = closure(reach.rules, startOf(reach, held), activeWith(reach, choices));
        const isReached = reachesAtom(reach, reached);
        for (const atom of world.atoms.map((_, index) => atomId(index)))
          if (reach.nodeOfAtom.has(atom)) expect(isReached(atom)).toBe(had.has(atom));
          else expect(isReached(atom)).toBe(false);
        expect(reach.clearNodes.map((node) => reached[node] === 1)).toEqual(isClear);
        reachedAtoms += had.size - start.length;
        notClear += isClear.filter((each) => !each).length;
      }
    }),
    runs,
  );
  expect(reachedAtoms).toBeGreaterThan(50);
  expect(notClear).toBeGreaterThan(15);
});

test("every rule says where it comes from, and every node what it stands for", () => {
  fc.assert(
    fc.property(anyWorldText, (text) => {
      const { world, selections } = askedWorld(text);
      const reach = openReach(world);
      const run = reach.origins.map((_, rule) => stepRunBy(reach, rule));
      // What opens by the old one of a renewed secret too is a rule more of the same step.
      expect([...new Set(run.filter((step) => step !== undefined))]).toEqual(
        world.steps.filter(({ isQuiet }) => !isQuiet),
      );
      for (const [index, step] of world.steps.entries()) {
        const rule = reach.ruleOfStep[index] ?? Number.NaN;
        expect(rule).toBe(step.isQuiet ? -1 : run.indexOf(step));
      }
      for (const [atom, node] of reach.nodeOfAtom)
        expect(nodeText(reach, node)).toBe(at(world.atoms, atom).text);
      for (const [condition, node] of reach.clearNodes.entries())
        expect(nodeText(reach, node)).toBe(`not ${world.conditions[condition]?.id}`);
      for (const [node, meaning] of reach.meanings.entries())
        expect(nodeText(reach, node) === undefined).toBe(
          meaning.kind === "run" || meaning.kind === "held" || meaning.kind === "heeded",
        );
      expect(reach.goalNodes).toEqual(
        nodesOf(
          reach,
          world.goals.map(({ atom }) => atom),
        ),
      );
      for (const ids of selections) {
        const choices = chosenIn(world, ids);
        const unset = world.conditions.flatMap(({ setters }, index) =>
          setters.every(({ choice }) => choice !== undefined && !choices.includes(choice)) ? [index] : [],
        );
        expect(unsetFromStart(reach, activeWith(reach, choices))).toEqual(
          unset.map((index) => at(reach.clearNodes, index)),
        );
      }
    }),
    runs,
  );
});

/** Every shortest way this world has under nothing chosen. */
function waysOf(reach: Reach, { world, held, startsAt }: AskedWorld) {
  const start = startNodesOf(reach, atomsHeld(world, held));
  const found = earliest(reach.rules, start, { active: activeWith(reach, []), startsAt });
  return [...reach.nodeOfAtom].flatMap(([atom, goal]) => {
    const shown = proof(reach.rules, { held: start, goal, found, startsAt });
    return shown === undefined ? [] : [{ atom, at: shown.at, way: wayOf(reach, shown) }];
  });
}

const isRunOf = (world: Grounded, step: Step, told: ToldStep): boolean =>
  told.flow === step.flow.id &&
  told.institution === step.institution &&
  step.asks.every((atom) => told.asks.includes(at(world.atoms, atom).text));

test("G2 a way told is one somebody can walk: each step has what it asks, from those it rests on", () => {
  let steps = 0;
  fc.assert(
    fc.property(anyWorldText, (text) => {
      const asked = askedWorld(text);
      const { world, held, startsAt } = asked;
      const reach = openReach(world);
      const isHeld = new Set(atomsHeld(world, held).map((atom) => at(world.atoms, atom).text));
      for (const { atom, at: minutes, way } of waysOf(reach, asked)) {
        const goal = at(world.atoms, atom).text;
        expect(way.minutes).toBe(minutes);
        expect(isHeld.has(goal) || way.steps.some(({ gives }) => gives.includes(goal))).toBe(true);
        for (const [i, told] of way.steps.entries()) {
          const before = told.after.map((index) => at(way.steps, index));
          const given = new Set(before.flatMap(({ gives }) => gives));
          expect(
            told.asks.filter((ask) => !isHeld.has(ask) && !given.has(ask) && !ask.startsWith("not ")),
          ).toEqual([]);
          expect(told.after).toEqual(
            [...new Set(told.after)].filter((index) => index < i).sort((a, b) => a - b),
          );
          for (const each of before) expect(each.atMinutes).toBeLessThanOrEqual(told.beginsMinutes + 1e-6);
          const ran = world.steps.filter((step) => isRunOf(world, step, told));
          const { asks, gives, beginsMinutes, atMinutes, after, ...outline } = told;
          expect(ran.map((step) => outlineOf(world, step))).toContainEqual(outline);
          if (startsAt === undefined)
            expect(ran.map((step) => leastMinutes(step))).toContainEqual(
              expect.closeTo(atMinutes - beginsMinutes, 6),
            );
          steps += 1;
        }
      }
    }),
    runs,
  );
  expect(steps).toBeGreaterThan(15);
});

test("a step says of itself what its flow says, and which measures take it away", () => {
  fc.assert(
    fc.property(anyWorldText, (text) => {
      const { world } = askedWorld(text);
      for (const step of world.steps) {
        const told = outlineOf(world, step);
        const { status, seen, source } = step.flow.basis;
        const unconfirmed = ["claimed", "disputed"].includes(status);
        expect(told.basis).toEqual({ status, seen, source, unconfirmed });
        expect(told.delayMinutes).toBe(step.flow.delay?.takes.min);
        expect(told.discretion === true).toBe(step.flow.discretion !== undefined);
        expect(told.channel).toBe(step.flow.channel);
        expect(told.assumed ?? []).toEqual(step.assumed);
        const ending = world.choices.filter((_, index) => {
          const alone = chosenOf(world, [choiceId(index)]);
          const rest = step.guard.filter((literal) => Math.abs(literal) === index + 1);
          return rest.length > 0 && !agrees(rest, alone);
        });
        expect([...told.measures].sort()).toEqual(ending.map(({ id }) => id).sort());
      }
    }),
    runs,
  );
});

test("the owner needs what the words say is needed, of what is reached and not yet to be opened", () => {
  let needed = 0;
  fc.assert(
    fc.property(anyWorldText, fc.nat(6), (text, rest) => {
      const { world } = askedWorld(text);
      const isReached = (atom: AtomId) => atom % 7 !== rest;
      const goals = ownerGoals(world, isReached);
      const words = world.catalog.vocabulary.capabilities;
      for (const [index, { kind, things }] of world.atoms.entries()) {
        const isNew = things.some((thing) => world.wiring.things.get(thing)?.isNew === true);
        const isGoal = words.get(kind)?.needed === true && !isNew && isReached(atomId(index));
        expect(goals.includes(atomId(index))).toBe(isGoal);
      }
      needed += goals.length;
    }),
    runs,
  );
  expect(needed).toBeGreaterThan(10);
});

test("the weakest basis is one of those given, as weak as each of them, in whatever order; of none there is none", () => {
  expect(weakest([])).toBeNull();
  const rank = new Map(basisStatuses.map((status, index) => [status, index]));
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...basisStatuses), { minLength: 1 }), (statuses) => {
      const worst = weakest(statuses);
      expect(statuses).toContain(worst);
      expect(weakest([...statuses].reverse())).toBe(worst);
      const ranks = statuses.map((status) => rank.get(status));
      expect(worst === null ? undefined : rank.get(worst)).toBe(Math.max(...ranks.map(Number)));
    }),
  );
});
