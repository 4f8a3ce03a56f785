/**
 * The founding case, opened once and then asked under any selection of measures. It is what the worker runs; it knows
 * no worker, so a test can ask it too.
 *
 * Beside the audit it tells two things the page shows and the audit does not: every flow the intruder could run, and
 * what the owner could no longer get back to under the measures chosen.
 */
import { activeUnder, closure, compile, earliest, type Grounded, ground } from "../../../src/graph/index.ts";
import { compareText, parseMoment } from "../../../src/model/index.ts";
import { type AuditAnswer, atomsOf, audit, ownerGoals, ownerStart } from "../../../src/questions/index.ts";
import type { CaseData } from "./case-data.ts";

/** A flow somebody with these beginnings could run, and how soon it could be done. */
export interface FlowInReach {
  readonly institution: string;
  readonly flow: string;
  readonly minutes: number;
}

export interface PageAnswer {
  readonly audit: AuditAnswer;
  readonly inReach: readonly FlowInReach[];
  /** What the owner gets back to without these measures and not with them; empty: nobody is locked out. */
  readonly lockedOut: readonly string[];
}

/** What one measure does by itself. */
export interface Alone {
  readonly measure: string;
  readonly remainingAmount: number;
  /** `null`: no loss is reached any more. */
  readonly firstLossMinutes: number | null;
  readonly lockedOut: boolean;
}

export interface Engine {
  /** The whole answer: losses, ways, cuts, the front, the holding powers. */
  ask(measures: readonly string[]): PageAnswer;
  /** The answer without what only concerns the beginning (cuts, front, other ways); some milliseconds. */
  askQuickly(measures: readonly string[]): PageAnswer;
  alone(): readonly Alone[];
}

export function openEngine({ catalog, person, question }: CaseData): Engine {
  const world = ground({ catalog, person });
  const rules = compile(world.atoms.length, world.rules);
  const startsAt = question.at === undefined ? undefined : parseMoment(question.at);
  const start = atomsOf(world, question.held);
  const owner = ownerStart(world, question.held);
  const indexOf = new Map(world.choices.map(({ id, index }) => [id, index]));
  const nothingChosen = activeUnder(rules, new Uint8Array(world.choices.length));
  const ownerWithout = closure(rules, owner, nothingChosen);
  const ownerNeeds = ownerGoals(world, (atom) => ownerWithout.reached[atom] === 1);

  const activeWith = (inForce: readonly number[]) => {
    const chosen = new Uint8Array(world.choices.length);
    for (const choice of inForce) chosen[choice] = 1;
    return activeUnder(rules, chosen);
  };
  const lockedOut = (active: Uint8Array): readonly string[] => {
    const { reached } = closure(rules, owner, active);
    return ownerNeeds.filter((atom) => reached[atom] === 0).map((atom) => world.atoms[atom] ?? "");
  };
  const answer = (measures: readonly string[], isWhole: boolean): PageAnswer => {
    const inForce = measures.flatMap((id) => indexOf.get(id) ?? []);
    const active = activeWith(inForce);
    const found = earliest(rules, start, { active, startsAt });
    return {
      audit: audit({
        world,
        held: question.held,
        inForce,
        startsAt,
        ...(isWhole ? {} : { sides: [], waysMax: 0 }),
      }),
      inReach: flowsInReach(world, found.ends, active),
      lockedOut: lockedOut(active),
    };
  };

  return {
    ask: (measures) => answer(measures, true),
    askQuickly: (measures) => answer(measures, false),
    alone: () =>
      world.choices.map(({ id, index }) => {
        const active = activeWith([index]);
        const { time } = earliest(rules, start, { active, startsAt });
        const reached = world.goals.filter(({ atom }) => (time[atom] ?? Infinity) < Infinity);
        return {
          measure: id,
          remainingAmount: reached.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
          firstLossMinutes:
            reached.length === 0 ? null : Math.min(...reached.map(({ atom }) => time[atom] ?? Infinity)),
          lockedOut: lockedOut(active).length > 0,
        };
      }),
  };
}

function flowsInReach({ rules }: Grounded, ends: Float64Array, active: Uint8Array): readonly FlowInReach[] {
  const found = new Map<string, FlowInReach>();
  for (const [i, { institution, flow, isInternal }] of rules.entries()) {
    const minutes = ends[i] ?? Infinity;
    if (isInternal || active[i] === 0 || minutes === Infinity) continue;
    const key = `${institution}/${flow.id}`;
    const known = found.get(key);
    if (known === undefined || minutes < known.minutes)
      found.set(key, { institution, flow: flow.id, minutes });
  }
  return [...found.values()].sort(
    (a, b) =>
      compareText(a.institution, b.institution) || a.minutes - b.minutes || compareText(a.flow, b.flow),
  );
}
