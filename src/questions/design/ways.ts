/**
 * Every minimal way through what a flow asks, each with the classes of proof it rests on. A rule about flows speaks of
 * ways: one that only most ways keep is broken by the way that does not, which is the one a thief takes.
 *
 * What to know to trust it: readers have bounded how many ways there can be (256), so they are spelled out. Where an
 * agent may be talked round, what the agent is told to ask is not what it takes: such a flow is one way, and its class is
 * `agent`.
 */
import { classOf } from "../../catalog/index.ts";
import {
  type Asks,
  type CapabilityPattern,
  choicesOfSome,
  type Flow,
  formatPattern,
  isGoodWill,
  type ProofClass,
  proofClasses,
  type Vocabulary,
} from "../../model/index.ts";

export interface WayAsked {
  /** What is asked, as a file writes it, sorted. */
  readonly asks: readonly string[];
  readonly patterns: readonly CapabilityPattern[];
  /** The hardest first. */
  readonly classes: readonly ProofClass[];
}

/** The minimal ways, the one that asks least first. */
export function waysOf(flow: Flow, vocabulary: Vocabulary): readonly WayAsked[] {
  const all = spelledOut(flow.asks).map(
    (patterns) => new Map(patterns.map((each) => [formatPattern(each), each])),
  );
  const minimal = all.filter(
    (way, i) =>
      !all.some((other, j) => {
        const isPart = [...other.keys()].every((text) => way.has(text));
        return i !== j && isPart && (other.size < way.size || j < i);
      }),
  );
  return minimal
    .map((way): WayAsked => {
      const asks = [...way.keys()].sort();
      const patterns = asks.flatMap((text) => way.get(text) ?? []);
      const classes = isGoodWill(flow)
        ? ["agent" as const]
        : patterns.map((each) => classOf(each, vocabulary));
      return { asks, patterns, classes: inOrder(classes.length === 0 ? ["nothing"] : classes) };
    })
    .sort((a, b) => strengthOf(a) - strengthOf(b) || a.asks.length - b.asks.length);
}

/** The reader has bounded depth and number, so this may recurse. */
function spelledOut(asks: Asks): readonly (readonly CapabilityPattern[])[] {
  switch (asks.kind) {
    case "capability":
      return [[asks.pattern]];
    case "some":
      return choicesOfSome(asks).flatMap(spelledOut);
    case "any":
      return asks.parts.flatMap(spelledOut);
    case "all":
      return asks.parts.reduce<readonly (readonly CapabilityPattern[])[]>(
        (ways, part) => spelledOut(part).flatMap((more) => ways.map((way) => [...way, ...more])),
        [[]],
      );
  }
}

const inOrder = (classes: readonly ProofClass[]): readonly ProofClass[] =>
  proofClasses.filter((each) => classes.includes(each));

/** How hard the hardest thing it asks is to come by: 0 for nothing at all. */
export const strengthOf = ({ classes }: Pick<WayAsked, "classes">): number =>
  proofClasses.length -
  1 -
  Math.min(...classes.map((each) => proofClasses.indexOf(each)), proofClasses.length - 1);
