/** A person's world made ground: its steps with all that an answer says about them, conditions, choices, goals, coverage. */
import type { Catalog } from "../catalog/index.ts";
import type {
  AtomId,
  Bilingual,
  Capability,
  ChoiceId,
  ConditionId,
  Flow,
  HarmKind,
  StepId,
  TraceKind,
  UnderLimits,
} from "../model/index.ts";
import type { Person, ThingId } from "../person/index.ts";
import type { Choice } from "./choices.ts";
import type { Guard } from "./guard.ts";
import type { Lent } from "./lent.ts";
import type { Wiring } from "./wiring.ts";

/** One way of running one flow over these things, under the measures its guard wants. */
export interface Step {
  readonly id: StepId;
  /**
   * Trying the same secret elsewhere is nobody's flow, and leads nowhere once one of the two is changed. Nor is taking
   * what lies together: a night begins after it. Nor is taking what was moved between the owner's own pots: a night moves
   * the money itself.
   */
  readonly kind: "flow" | "same-secret" | "together" | "moved";
  readonly institution: string;
  readonly flow: Flow;
  /** By path (`card`, `card.reserved-line`): the thing meant. */
  readonly things: ReadonlyMap<string, ThingId>;
  /** By path: further things the same run is for (every card of an account); absent: there are none. */
  readonly alsoFor?: ReadonlyMap<string, readonly ThingId[]>;
  readonly guard: Guard;
  /** All of these must be had. */
  readonly asks: readonly AtomId[];
  /** None of these may be set. */
  readonly needsClear: readonly ConditionId[];
  /** All of these must be set. */
  readonly needsSet: readonly ConditionId[];
  readonly gives: readonly Giving[];
  readonly sets: readonly Setting[];
  readonly clears: readonly ConditionId[];
  /** What it takes from everybody else. */
  readonly revokes: readonly Revocation[];
  /** What it leaves for somebody to see. */
  readonly leaves: readonly GroundTrace[];
  /** Absent: somebody has read it. */
  readonly lent?: Lent;
  /** Whoever has one of these is told while it waits; empty where nothing waits or nobody is told. */
  readonly tells: readonly AtomId[];
  /** What we took for possible because nobody said. */
  readonly assumed: readonly string[];
  /** It gives, sets and clears nothing: it only throws somebody out, calls off what waits, or is only seen. No reach can use it. */
  readonly isQuiet: boolean;
}

export interface Giving {
  readonly atom: AtomId;
  /** While one of these is set it is not had; the step can be run all the same. */
  readonly stoppedBy: readonly ConditionId[];
}

export interface Setting {
  readonly condition: ConditionId;
  /** Minutes after which it lapses by itself; absent: never. */
  readonly expires?: number;
}

/** One capability a step takes from everybody but whoever ran it. */
export interface Revocation {
  readonly atom: AtomId;
  /** Measures on which this depends beside the step's own guard. */
  readonly guard: Guard;
}

/** A trace of one execution, and who sees it without asking. */
export interface GroundTrace {
  readonly kind: TraceKind;
  readonly about?: string;
  readonly from?: string;
  /** So many minutes after the step. */
  readonly late?: number;
  /** Whose text, screen or statement it is on; absent: it lies with the institution. */
  readonly thing?: ThingId;
  /** Whoever has one of these at that moment sees it; empty: only on request. */
  readonly seenBy: readonly AtomId[];
  readonly guard: Guard;
}

/** A limit of money: no more than this in so long, by all that count against it. */
export interface SumLimit {
  /** Equal for all that count together. */
  readonly id: string;
  readonly amount: number;
  /** The least it may be, where only an interval is known; else the same. */
  readonly atLeast: number;
  readonly perMinutes: number;
}

/**
 * The limits of money a step counts against; all of them hold. A flow's own limit is that of the flow to the same effect;
 * one `of` a thing is shared by all flows of the institution that say so, over as long a time.
 */
export function sumLimitsOf({ institution, flow, things, gives }: Step): readonly SumLimit[] {
  return (flow.atMost ?? []).flatMap(({ amount, atLeast = amount, perMinutes, of }) => {
    if (amount === undefined || atLeast === undefined) return [];
    const thing = of === undefined ? undefined : things.get(of);
    const whose = thing === undefined ? [flow.id, gives.map(({ atom }) => atom).sort()] : [thing];
    return [{ id: JSON.stringify([institution, ...whose, perMinutes]), amount, atLeast, perMinutes }];
  });
}

/** So many runs in so long, and no more. */
export interface RunLimit {
  readonly times: number;
  readonly perMinutes: number;
}

/** The limits of how often a step can be run; all of them hold. */
export const runLimitsOf = ({ flow }: Pick<Step, "flow">): readonly RunLimit[] =>
  (flow.atMost ?? []).flatMap(({ times, perMinutes }) =>
    times === undefined ? [] : [{ times, perMinutes }],
  );

export interface GroundCondition {
  /** `suspended(line.main)`. */
  readonly id: string;
  readonly capability: Capability;
  /** What sets it before anything happens: the file or the question, and measures that are chosen. */
  readonly setters: readonly Setter[];
  readonly isSetAtStart: boolean;
}

export interface Setter {
  /** Absent: it is set at the start, whatever is chosen. */
  readonly choice?: ChoiceId;
  /** Minutes after which it lapses by itself; absent: never. */
  readonly expires?: number;
}

export interface Coverage {
  /** Things whose institution the catalogue knows and has flows for. */
  readonly judged: readonly ThingId[];
  /** Things nobody has read anything about. Never safe. */
  readonly notJudged: readonly ThingId[];
  /** Aspects of the institutions this person uses, and how many of them somebody has read; absent: it was not asked. */
  readonly aspects?: { readonly of: number; readonly read: number };
  /** Flows that concern more combinations of things than are looked at, as `institution/flow`; each is left out whole. */
  readonly cutShort: readonly string[];
}

export interface Goal {
  /** The limits that all of it passes in the time asked about, as `mostUnder` has them; what else passes them counts with it. */
  readonly under?: UnderLimits["under"];
  /** The limits cross: the amount is no more than this, and may be less. */
  readonly isBound?: true;
  readonly atom: AtomId;
  /** The capability as text. */
  readonly id: string;
  /** Absent: it is a loss, nobody knows how large. */
  readonly amount?: number;
  /** Where it is known only between which two sums it lies, the amount being the greater: the lesser. */
  readonly atLeast?: number;
  readonly harm: HarmKind;
  readonly title?: Bilingual;
  /** Goals this loss is a part of: what is skimmed from an account is not lost again when it is drained. */
  readonly partOf: readonly string[];
}

export interface Grounded {
  readonly person: Person;
  readonly catalog: Catalog;
  readonly wiring: Wiring;
  readonly atoms: readonly Capability[];
  /** By the text of a capability. */
  readonly atomOf: ReadonlyMap<string, AtomId>;
  /** Atom by atom: the conditions on its things that stop it. */
  readonly stopsOf: readonly (readonly ConditionId[])[];
  /** And those that leave it only to whoever got it with them. */
  readonly divertsOf: readonly (readonly ConditionId[])[];
  /** Those that give, set or clear something first, the quiet ones after them. */
  readonly steps: readonly Step[];
  readonly choices: readonly Choice[];
  readonly conditions: readonly GroundCondition[];
  readonly goals: readonly Goal[];
  /** The question was only about these losses or kinds of harm; absent: about every loss. */
  readonly askedAbout?: readonly string[];
  /** Institutions that concern whoever has nothing there. */
  readonly forAnybody: ReadonlySet<string>;
  readonly coverage: Coverage;
}
