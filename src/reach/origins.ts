/** Where a rule comes from, and what a node stands for: values, so that nothing is told apart by its text. */
import type { AtomId, ConditionId, StepId } from "../model/index.ts";

/** Where a rule comes from. */
export type Origin =
  /** The step itself. */
  | { readonly kind: "step"; readonly step: StepId }
  /** What the step gives once no condition stops it; never a step anybody takes. */
  | { readonly kind: "yield"; readonly step: StepId }
  /** What was held at the start is had once no condition stops it; never a step anybody takes. */
  | { readonly kind: "held"; readonly atom: AtomId }
  /** It is set from the start, or somebody can set it. */
  | { readonly kind: "set"; readonly condition: ConditionId }
  /** Nobody has set the condition. */
  | { readonly kind: "unset"; readonly condition: ConditionId }
  /** The condition lapses by itself. */
  | { readonly kind: "lapse"; readonly condition: ConditionId }
  /** The step once more, without what sets a condition on the way (`own-settings.ts`); never a step anybody takes. */
  | { readonly kind: "shadow"; readonly step: StepId }
  /** What this step set on the way has lapsed. */
  | { readonly kind: "over"; readonly condition: ConditionId; readonly step: StepId }
  /** Bookkeeping about a condition set on the way. */
  | { readonly kind: "heeded"; readonly condition: ConditionId };

/** What a node of the rules stands for. */
export type Meaning =
  | { readonly kind: "atom"; readonly atom: AtomId }
  /** The condition is not set. */
  | { readonly kind: "clear"; readonly condition: ConditionId }
  /** The condition is or can be set; what a flow that runs only meanwhile needs. */
  | { readonly kind: "set"; readonly condition: ConditionId }
  /** The step has been run. */
  | { readonly kind: "run"; readonly step: StepId }
  /** It was held at the start, whether something stops it or not. */
  | { readonly kind: "held"; readonly atom: AtomId }
  /** Bookkeeping about a condition set on the way. */
  | { readonly kind: "heeded"; readonly condition: ConditionId };

/** A node: something that is either reached or not, by its number in the rules. */
export type Node = number;
