/**
 * The one index from what flows leave to observations: which executions, on which things, could have left this? A part
 * of an observation that is not known fits every trace; a part that is known must agree.
 *
 * Index: (kind, institution) → traces of steps; what names no institution is looked up under all. Cost: one look-up
 * and a comparison for each trace of that kind and institution.
 */
import { agrees, type Grounded, type GroundTrace, type Step } from "../ground/index.ts";
import { physics, type TraceKind } from "../model/index.ts";
import type { Meaning } from "./meaning.ts";
import type { Observation } from "./observation.ts";

export interface Candidate {
  readonly step: Step;
  /** Which of the step's traces it is: index into `leaves`. */
  readonly trace: number;
  /** Parts of the observation that say something and agree: institution, sign, thing. */
  readonly agreeing: number;
}

export interface TraceIndex {
  candidates(observation: Observation): readonly Candidate[];
  /** What a trace is a sign of; absent: its word has no sign. */
  signOf(trace: GroundTrace): string | undefined;
}

interface Entry {
  readonly step: Step;
  readonly trace: number;
  readonly left: GroundTrace;
  readonly sign: string | undefined;
  readonly direction: "in" | "out" | undefined;
}

export function traceIndexOf(world: Grounded, meaning: Meaning): TraceIndex {
  const nothingChosen = new Uint8Array(world.choices.length);
  const entries = new Map<string, Entry[]>();
  const byKind = new Map<TraceKind, Entry[]>();
  const signFor = ({ about }: GroundTrace) => (about === undefined ? undefined : meaning.signAbout(about));
  for (const step of world.steps) {
    if (!agrees(step.guard, nothingChosen)) continue;
    for (const [trace, left] of step.leaves.entries()) {
      if (!agrees(left.guard, nothingChosen)) continue;
      const sign = signFor(left);
      const entry: Entry = { step, trace, left, sign: sign?.id, direction: sign?.direction };
      for (const institution of institutionsOf(step, left, world)) {
        const key = `${left.kind}\n${institution}`;
        entries.set(key, [...(entries.get(key) ?? []), entry]);
      }
      byKind.set(left.kind, [...(byKind.get(left.kind) ?? []), entry]);
    }
  }
  return {
    signOf: (trace) => signFor(trace)?.id,
    candidates(observation) {
      const found = new Map<Entry, Candidate>();
      for (const kind of kindsLike(observation.kind)) {
        const from = [...observation.institutions, ...observation.named];
        const pool =
          from.length === 0
            ? (byKind.get(kind) ?? [])
            : from.flatMap((institution) => entries.get(`${kind}\n${institution}`) ?? []);
        for (const entry of pool) {
          const agreeing = agreement(observation, entry);
          if (agreeing !== undefined) found.set(entry, { step: entry.step, trace: entry.trace, agreeing });
        }
      }
      return [...found.values()];
    },
  };
}

/** A carrier's log of what was done is a record of the institution, and so is a notice somebody wrote down. */
const kindsLike = (kind: TraceKind): readonly TraceKind[] =>
  kind === "notice" ? ["notice", "kick-off"] : kind === "letter" ? ["letter", "record"] : [kind];

/**
 * Who a trace would name: the flow's own institution; for a row also whose statement it stands in. What hands did is
 * recorded by whoever runs the thing it was done with.
 */
function institutionsOf(
  { institution, things }: Step,
  { thing, kind }: GroundTrace,
  { wiring }: Grounded,
): readonly string[] {
  const ofThing = (id: string | undefined) => {
    const keeper = id === undefined ? undefined : wiring.things.get(id)?.institution;
    return keeper === undefined ? [] : [keeper];
  };
  if (kind === "row") return [...new Set([institution, ...ofThing(thing)])];
  if (institution !== physics) return [institution];
  return [...new Set([institution, ...[...things.values()].flatMap(ofThing)])];
}

/** How many known parts agree; `undefined` where one does not. */
function agreement(observation: Observation, entry: Entry): number | undefined {
  const { step, left, sign } = entry;
  const { things, sign: seen, named, institutions, kind } = observation;
  let agreeing = 0;
  if (things.length > 0) {
    // What lies with the institution speaks of the things of its flow.
    const about = left.thing === undefined ? [...step.things.values()] : [left.thing];
    if (about.some((thing) => things.includes(thing))) agreeing += 1;
    else if (left.thing !== undefined || about.length > 0) return undefined;
  }
  if (seen !== undefined && sign !== undefined) {
    // Of money that leaves the words of a statement tell little more than that; which way it goes must agree.
    const isSameWay =
      kind === "row" && entry.direction !== undefined && entry.direction === observation.direction;
    if (seen !== sign && !isSameWay) return undefined;
    agreeing += seen === sign ? 1 : 0;
  }
  if (kind === "row") {
    // A statement's row that names a wallet or lender was left by that one; one that names none, by the bank itself.
    const by = named.length > 0 ? named : institutions;
    if (named.length > 0 && !named.includes(step.institution)) return undefined;
    if (by.includes(step.institution)) agreeing += 1;
    const { direction } = observation;
    if (direction === "in" && entry.direction !== "in") return undefined;
    if (direction === "out" && entry.direction === "in") return undefined;
  } else if (institutions.includes(step.institution)) agreeing += 1;
  return agreeing;
}
