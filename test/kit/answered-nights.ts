/** Nights in which the owner answers the notices an audit names, and no other, as late as it says they may. */
import { chosenOf, flowName, heldBackIn } from "../../src/ground/index.ts";
import { minutesPerWeek, type StepId } from "../../src/model/index.ts";
import { type AuditAnswer, audit } from "../../src/questions/index.ts";
import { openReach } from "../../src/reach/index.ts";
import {
  type Night,
  ownerPolicies,
  type Policy,
  prepare,
  simulatePrepared,
  stepAt,
  type Thinker,
  type View,
} from "../../src/world/index.ts";
import type { Asked } from "./taken-and-named.ts";

type Answered = AuditAnswer["answered"][number];

/** What an audit of the same world and time says is stopped by answering. */
export const answeredIn = (asked: Asked): readonly Answered[] => auditOf(asked).answered;
/** And what is stopped in some hours alone, or made less. */
export const answeredInPartIn = (asked: Asked): AuditAnswer["answeredInPart"] =>
  auditOf(asked).answeredInPart;

function auditOf({ world, held, inForce, startsAt, horizonMinutes }: Asked): AuditAnswer {
  return audit({
    reach: openReach(world),
    held,
    inForce,
    startsAt,
    withinMinutes: horizonMinutes,
    sides: ["person"],
    effort: { isSpent: () => true },
    wantsCheapest: false,
    wantsFront: false,
  });
}

/** Whether each notice that came, came in the hours in which it can be answered in time. */
export function cameInHours({ notices }: Answered, night: Night, { world, startsAt = 0 }: Asked): boolean {
  return notices.every(({ institution, flow, toldIn, heldBackBy }) =>
    night.events.every((event) => {
      // Of what waits one hears while it does, of the rest when it is done.
      if (toldIn === undefined || event.kind !== (heldBackBy === undefined ? "waits" : "ends")) return true;
      if (event.actor !== "intruder" || event.institution !== institution || event.flow !== flow) return true;
      const step = world.steps[event.step]!;
      const late = heldBackBy === undefined ? (step.flow.delay?.late ?? 0) : 0;
      const minute = (startsAt + event.at + late) % minutesPerWeek;
      return toldIn.some(([from, to]) => from <= minute && minute < to);
    }),
  );
}

/** Told of nothing but these flows, and answering each as late as they may. */
export function answeringOnly({ notices }: Answered): Policy {
  const named = new Set(notices.map(({ institution, flow }) => `${institution}/${flow}`));
  const callers = new Set(notices.map(({ institution, calledOffBy }) => `${institution}/${calledOffBy}`));
  // Where an office opens late somebody is there as soon as it does; who comes while nobody is there loses it all the same.
  const isAtOnce = notices.some(({ toldIn }) => toldIn !== undefined);
  const least = isAtOnce ? 0 : Math.min(...notices.map(({ withinMinutes }) => withinMinutes));
  const policy = ownerPolicies.get("answers")!({ answersAfterMinutes: least });
  if (!("open" in policy)) throw new Error("the policy thinks");
  const asTold = (view: View): View => {
    const { world, inForce } = view.stage;
    const isNamed = (step: StepId) => named.has(flowName(stepAt(world, step)));
    // What is held back may be answered in several ways; by those that are not named nobody does.
    const others = new Set(
      heldBackIn(world, chosenOf(world, inForce)).flatMap(({ step, by }) =>
        isNamed(step.id) ? by.flatMap((each) => (callers.has(flowName(each)) ? [] : [each.id])) : [],
      ),
    );
    return Object.create(view, {
      seenAt: { value: (step: StepId) => (isNamed(step) ? view.seenAt(step) : -1) },
      lastDoneAt: { value: (step: StepId) => (others.has(step) ? Infinity : view.lastDoneAt(step)) },
    }) as View; // A view but for what it is told of.
  };
  return {
    id: "answers-only",
    open(view) {
      const told = asTold(view);
      const thinker: Thinker = policy.open(told);
      // One actor's view is one object all night.
      return { ...thinker, next: () => thinker.next(told) };
    },
  };
}

export interface PlayedQuestion {
  readonly asked: Asked;
  readonly intruder: Policy;
  readonly owner: Policy;
  readonly seed: number;
}

export const played = ({ asked, intruder, owner, seed }: PlayedQuestion): Night =>
  simulatePrepared(
    prepare({
      ...asked,
      intruder,
      owner,
      hands: { owner: 20, intruder: 6 },
      eventsMax: 2_000,
      unstatedChance: 1,
    }),
    { seed },
  );
