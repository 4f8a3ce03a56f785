/** What a flow speaks of: which kinds of thing, in which order, and which of them `for` ties to another. */
import { compareText, type Flow, type ThingKind } from "../model/index.ts";
import { waysOf } from "./variants.ts";

export interface Spoken {
  /** In the order in which they are first met. */
  readonly mentioned: ReadonlySet<ThingKind>;
  readonly isTied: (kind: ThingKind) => boolean;
}

/** A memory of what is a function of its key: the same flows are asked for in every world. */
const spokenKnown = new WeakMap<Flow, Spoken>();

export function spokenOf(flow: Flow): Spoken {
  const known = spokenKnown.get(flow);
  if (known !== undefined) return known;
  const spoken = spokenIn(flow);
  spokenKnown.set(flow, spoken);
  return spoken;
}

function spokenIn(flow: Flow): Spoken {
  const patterns = [
    ...waysOf(flow.asks).flat(),
    ...flow.gives,
    ...flow.sets.map(({ pattern }) => pattern),
    ...flow.clears,
    ...flow.unless,
    ...(flow.while ?? []),
  ];
  const mentioned = new Set<ThingKind>(
    patterns.flatMap(({ subjects }) => subjects.map(({ variable }) => variable)),
  );
  // The order of the keys of a map decides nothing.
  const inWhen = flow.when.map(({ subject }) => subject.variable);
  const inRanges = flow.ranges.flatMap(({ variable, over, whose }) => [
    ...(whose === undefined ? [] : [variable]),
    ...over.map((path) => path.variable),
  ]);
  for (const kind of [...inWhen.sort(compareText), ...inRanges.sort(compareText)]) mentioned.add(kind);
  mentioned.delete("person");
  const isTied = (kind: ThingKind) =>
    flow.ranges.some(
      ({ variable, over }) => variable === kind && over.some((path) => path.variable !== "person"),
    );
  return { mentioned, isTied };
}
