/**
 * A decision as a value for programs: the keys and their order that every door gives and the service keeps. Two
 * decisions are the same when this, written as JSON, is the same to the byte.
 */

import type { Judged } from "./rules.ts";
import type { Stage } from "./shape.ts";
import type { Decision } from "./state.ts";
import type { StepUp } from "./step-up.ts";

export interface DecisionValue
  extends Pick<
    Decision,
    | "event"
    | "person"
    | "decision"
    | "risk"
    | "madePossible"
    | "chain"
    | "left"
    | "rules"
    | "because"
    | "said"
    | "basis"
    | "label"
  > {
  readonly openedBy?: readonly string[];
  readonly stage: { readonly before: StageValue | null; readonly after: StageValue | null };
  readonly stepUp?: StepUp;
  readonly hold?: { readonly minutes: number; readonly until: string };
  readonly shadow?: readonly Judged[];
}

export interface StageValue {
  readonly loss: string;
  readonly minutes: number;
  readonly steps: number;
}

export function decisionValue({ stage, stepUp, hold, shadow, ...rest }: Decision): DecisionValue {
  return {
    event: rest.event,
    person: rest.person,
    decision: rest.decision,
    risk: rest.risk,
    stage: { before: stageValue(stage.before), after: stageValue(stage.after) },
    madePossible: rest.madePossible,
    chain: rest.chain,
    ...(rest.openedBy.length === 0 ? {} : { openedBy: rest.openedBy }),
    left: rest.left,
    ...(stepUp === undefined ? {} : { stepUp }),
    ...(hold === undefined ? {} : { hold }),
    rules: rest.rules,
    ...(shadow.length === 0 ? {} : { shadow }),
    because: rest.because,
    said: rest.said,
    basis: rest.basis,
    label: rest.label,
  };
}

const stageValue = (stage: Stage | undefined): StageValue | null =>
  stage === undefined
    ? null
    : { loss: stage.loss, minutes: Math.round(stage.minutes * 100) / 100, steps: stage.steps };
