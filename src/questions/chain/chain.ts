/**
 * What the picture of a chain is made of, as values: it crosses from the worker to the page.
 *
 * A node is one run of a flow at its earliest moment. The same flow run later, because another way comes to it later, is
 * a node of its own; so every line runs forward in time.
 */
import type { StepId } from "../../model/index.ts";
import type { ToldStep } from "../../reach/index.ts";

/** One thing a node needs. All needs of a node must be met; any one of the givers of a need meets it. */
export interface Need {
  /** Ground text. */
  readonly capability: string;
  /** The node that gives it soonest; absent: it was there from the start. */
  readonly first?: number;
  /** Other nodes that give it in time, soonest first. */
  readonly others: readonly number[];
}

export interface ChainNode extends ToldStep {
  /** The same in every chain of one case. */
  readonly id: string;
  readonly step: StepId;
  /** By path (`card`, `card.reserved-line`): the thing meant. */
  readonly things: ReadonlyMap<string, string>;
  readonly needs: readonly Need[];
  /** Of what it gives, what its own way uses; empty: nothing further on rests on it. */
  readonly used: readonly string[];
  /** Conditions it sets, ground text: `frozen(account.alipay)`. */
  readonly sets: readonly string[];
}

/** The soonest way that does without some steps of the first way. */
export interface OtherWay {
  readonly steps: readonly number[];
  readonly minutes: number;
  /** The steps of the first way whose flows it does without. */
  readonly without: readonly number[];
}

export interface Chain {
  /** The loss, ground text; absent: no loss is reached. */
  readonly goal?: string;
  /** In the order of time; none before one it rests on. */
  readonly nodes: readonly ChainNode[];
  /** Nodes by their number, here and below. */
  readonly way: readonly number[];
  readonly others: readonly OtherWay[];
  /** Steps of the way that no way to this loss does without. */
  readonly needed: readonly number[];
  /** Every node that some way to this loss may use. */
  readonly leading: readonly number[];
  /** Every node in reach, at its soonest. */
  readonly inReach: readonly number[];
}

/** What measures do to every step in reach. */
export type RunStates = ReadonlyMap<StepId, StepState>;

/** What becomes of a step when measures are taken. */
export type StepState =
  /** `minutes`: when it is done now, where that is known. */
  | { readonly kind: "holds"; readonly minutes?: number }
  /** These measures stop it as it was; as it is now it can still be done. */
  | { readonly kind: "changed"; readonly by: readonly string[]; readonly minutes: number }
  /** These measures, switched on, take the step as it is away. */
  | { readonly kind: "stopped"; readonly by: readonly string[] }
  /** It rests on a step that no longer works. */
  | { readonly kind: "falls" };

/** What becomes of a node; `undefined` where there is none, or it was out of reach from the start. */
export const stateOf = (states: RunStates, node: ChainNode | undefined): StepState | undefined =>
  node === undefined ? undefined : states.get(node.step);
