/**
 * What the picture of a chain is made of, as values: it crosses from the worker to the page.
 *
 * A node is one run of a flow at its earliest moment. The same flow run later, because another way comes to it later, is
 * a node of its own; so every line runs forward in time.
 */
import type { Step } from "../../../src/questions/index.ts";
import type { StepState } from "../way/broken.ts";

/** One thing a node needs. All needs of a node must be met; any one of the givers of a need meets it. */
export interface Need {
  /** Ground text. */
  readonly capability: string;
  /** The node that gives it soonest; absent: it was there from the start. */
  readonly first?: number;
  /** Other nodes that give it in time, soonest first. */
  readonly others: readonly number[];
}

export interface ChainNode extends Step {
  /** The same in every chain of one case. */
  readonly id: string;
  readonly rule: number;
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

/** What measures do to every flow in reach, by rule. */
export type RunStates = ReadonlyMap<number, StepState>;
