/**
 * The graph behind the picture of a chain: which runs of flows lead to a loss, what each needs, who gives that, and which
 * of them still work under measures.
 *
 * What to know to trust it: the way is the engine's own minimal proof, and everything else stands at the earliest time the
 * engine finds. Rules that are bookkeeping (a yield that waits for a block to be lifted, a condition nobody set) are no
 * nodes; what they pass on counts as given by the flow behind them. Another way is the soonest one that does without some
 * flows of the ways before it. To list every different way can take half a minute, so there may be more.
 */
import { earliest, type Proof, proof, slice } from "../../graph/index.ts";
import { at, type StepId } from "../../model/index.ts";
import { type Node, nodesOf, outlineOf, type Reach, stepRunBy } from "../../reach/index.ts";
import type { Chain, RunStates, StepState } from "./chain.ts";
import { addRun, idOf, numbered, type Reading, type Runs } from "./nodes.ts";
import { flowOf, stepOf, yieldsOf } from "./yields.ts";

/** A reader compares a few. */
const waysMax = 6;
/** Each is one pass over the rules: a millisecond for most people, fifteen for ten thousand rules. */
const questionsMax = 60;

export interface ChainQuestion {
  readonly reach: Reach;
  readonly start: readonly Node[];
  readonly startsAt: number | undefined;
  /** The rules that count with nothing switched on. */
  readonly active: Uint8Array;
}

export interface ChainModel {
  /** `goal` is ground text; without one there is only what is in reach. */
  chain(goal: string | undefined): Chain;
  /** What becomes of every flow that was in reach, when these rules count instead. */
  under(active: Uint8Array, chosen: ReadonlySet<string>): RunStates;
}

interface ProofReading extends Reading {
  /** Flows only, in the order in which they can be run. */
  readonly told: readonly number[];
}

export function openChain({ reach, start, startsAt, active }: ChainQuestion): ChainModel {
  const { world, rules, origins } = reach;
  const found = earliest(rules, start, { active, startsAt });
  const soonest: Reading = {
    giverOf: (atom) => {
      const rule = found.because[atom] ?? -1;
      return rule < 0 ? undefined : rule;
    },
    begins: (rule) => found.begins[rule] ?? Infinity,
    ends: (rule) => found.ends[rule] ?? Infinity,
  };
  const isInReach = (rule: number) => active[rule] !== 0 && soonest.ends(rule) < Infinity;
  const isTold = (rule: number) => stepRunBy(reach, rule) !== undefined;
  const inReach = [...origins.keys()].filter((rule) => isTold(rule) && isInReach(rule));
  const toldRules = new Set(inReach);
  const yields = yieldsOf(reach, isInReach);

  const wayTo = (goal: Node, allowed: Uint8Array): ProofReading | undefined => {
    const reached = allowed === active ? found : earliest(rules, start, { active: allowed, startsAt });
    const shown = proof(rules, { held: start, goal, found: reached, startsAt });
    const read = shown === undefined ? undefined : readProof(reach, shown);
    return read === undefined || read.told.length === 0 ? undefined : read;
  };

  const flowAt = (rule: number) => flowOf(stepOf(reach, rule));
  const endOf = ({ told, ends }: ProofReading) => Math.max(0, ...told.map(ends));
  const without = (first: ProofReading, other: ProofReading) => {
    const flows = new Set(other.told.map(flowAt));
    return first.told.filter((rule) => !flows.has(flowAt(rule)));
  };

  /**
   * From a way found, every other lacks one of its flows: each is forbidden in turn, then one more flow of what that led
   * to (Lawler 1972), the soonest ways first, until enough is asked.
   */
  const otherWays = (goal: Node, first: ProofReading) => {
    const known = new Set([flowsOf(reach, first.told)]);
    const needed = new Set<string>();
    const others: ProofReading[] = [];
    const asked = new Set<string>();
    const branches: Branch[] = [{ forbidden: [], way: first }];
    for (let branch = branches.shift(); branch !== undefined; branch = branches.shift()) {
      for (const flow of new Set(branch.way.told.map(flowAt))) {
        const forbidden = [...branch.forbidden, flow].sort();
        const isHopeless = forbidden.some((each) => needed.has(each));
        if (isHopeless || asked.has(forbidden.join(" ")) || asked.size === questionsMax) continue;
        asked.add(forbidden.join(" "));
        const way = wayTo(goal, withoutFlows(reach, active, new Set(forbidden)));
        if (way === undefined && forbidden.length === 1) needed.add(flow);
        if (way === undefined) continue;
        branches.push({ forbidden, way });
        const flows = flowsOf(reach, way.told);
        if (!known.has(flows)) others.push(way);
        known.add(flows);
      }
      branches.sort((a, b) => endOf(a.way) - endOf(b.way));
    }
    others.sort((a, b) => endOf(a) - endOf(b) || a.told.length - b.told.length);
    return { others: others.slice(0, waysMax), needed };
  };

  return {
    chain(goal) {
      const runs: Runs = new Map();
      const atom = goal === undefined ? undefined : world.atomOf.get(goal);
      const [node] = atom === undefined ? [] : nodesOf(reach, [atom]);
      const first = node === undefined ? undefined : wayTo(node, active);
      const nothing = { way: [], others: [], needed: [], leading: [] };
      const everything = () => inReach.map((rule) => addRun(runs, rule, soonest));
      if (goal === undefined || node === undefined || first === undefined)
        return numbered({ reach, yields, soonest, runs, parts: { ...nothing, inReach: everything() } });
      // In this order: where accounts of one run differ, that of the way is told.
      const way = first.told.map((rule) => addRun(runs, rule, first));
      const { others, needed } = otherWays(node, first);
      const behind = slice(rules, { held: start, goals: [node], active });
      const leading = [...behind.ruleIds].filter((rule) => toldRules.has(rule));
      return numbered({
        reach,
        yields,
        soonest,
        runs,
        parts: {
          goal,
          way,
          others: others.map((other) => ({
            steps: other.told.map((rule) => addRun(runs, rule, other)),
            without: without(first, other).map((rule) => idOf(rule, first)),
            minutes: endOf(other),
          })),
          needed: first.told.filter((rule) => needed.has(flowAt(rule))).map((rule) => idOf(rule, first)),
          leading: leading.map((rule) => addRun(runs, rule, soonest)),
          inReach: everything(),
        },
      });
    },

    under(nowActive, chosen) {
      const { ends } = earliest(rules, start, { active: nowActive, startsAt });
      const endsNow = (rule: number) => (nowActive[rule] === 0 ? Infinity : (ends[rule] ?? Infinity));
      const stillRun = new Map<string, number[]>();
      for (const rule of origins.keys())
        if (isTold(rule) && endsNow(rule) < Infinity)
          stillRun.set(flowAt(rule), [...(stillRun.get(flowAt(rule)) ?? []), rule]);
      const doesOf = (rule: number) => [...yields.gives(rule), ...stepOf(reach, rule).sets.map(setText)];
      const stateOf = (rule: number): StepState => {
        const minutes = endsNow(rule);
        if (minutes < Infinity) return { kind: "holds", minutes };
        const by = outlineOf(world, stepOf(reach, rule)).measures.filter((measure) => chosen.has(measure));
        const does = new Set(doesOf(rule));
        const instead = (stillRun.get(flowAt(rule)) ?? []).filter((other) =>
          doesOf(other).some((each) => does.has(each)),
        );
        if (by.length === 0) return { kind: "falls" };
        if (instead.length === 0) return { kind: "stopped", by };
        return { kind: "changed", by, minutes: Math.min(...instead.map(endsNow)) };
      };
      return new Map(inReach.map((rule): [StepId, StepState] => [stepOf(reach, rule).id, stateOf(rule)]));
    },
  };
}

interface Branch {
  readonly forbidden: readonly string[];
  readonly way: ProofReading;
}

function readProof(reach: Reach, { steps }: Proof): ProofReading {
  const stepOf = new Map(steps.map((step) => [step.rule, step]));
  const giverOf = new Map(steps.flatMap(({ rule, gives }) => gives.map((atom) => [atom, rule] as const)));
  return {
    giverOf: (atom) => giverOf.get(atom),
    begins: (rule) => stepOf.get(rule)?.begins ?? Infinity,
    ends: (rule) => stepOf.get(rule)?.ends ?? Infinity,
    told: steps.map(({ rule }) => rule).filter((rule) => stepRunBy(reach, rule) !== undefined),
  };
}

function withoutFlows(reach: Reach, active: Uint8Array, flows: ReadonlySet<string>): Uint8Array {
  return active.map((isActive, rule) => {
    // The shadows of a step go with it.
    const origin = at(reach.origins, rule);
    return "step" in origin && flows.has(flowOf(at(reach.world.steps, origin.step))) ? 0 : isActive;
  });
}

/** The same flows over other things are, to a reader, the same way. */
const flowsOf = (reach: Reach, rules: readonly number[]): string =>
  [...new Set(rules.map((rule) => flowOf(stepOf(reach, rule))))].sort().join(" ");
const setText = ({ condition }: { readonly condition: number }): string => `sets ${condition}`;
