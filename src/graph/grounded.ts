/** A world made ground: its rules with all that an answer says about them, its conditions, choices, goals, coverage. */
import type { Catalog } from "../catalog/index.ts";
import type { Bilingual, Flow, TraceKind } from "../model/index.ts";
import type { Person, ThingId } from "../person/index.ts";
import type { Choice } from "./choices.ts";
import type { Atom, PlainRule } from "./rules.ts";
import type { Guard, Wiring } from "./wiring.ts";

/** A rule with all that an answer says about it. */
export interface GroundRule extends PlainRule {
  readonly institution: string;
  readonly flow: Flow;
  /** By path (`card`, `card.reserved-line`): the thing meant. */
  readonly things: ReadonlyMap<string, ThingId>;
  /** Measures that must be chosen for this rule to be; a part of its guard. */
  readonly sets: readonly { readonly condition: number; readonly expires?: number }[];
  readonly clears: readonly number[];
  /** What it takes from everybody else; the monotone reading never looks at it. */
  readonly revokes: readonly Revocation[];
  /** What it leaves for somebody to see. */
  readonly leaves: readonly GroundTrace[];
  /** What we took for possible because nobody said. */
  readonly assumed: readonly string[];
  /**
   * Bookkeeping of ours, never a step anybody takes: a condition nobody has set (`nothing-set`), one that lapses
   * (`lapses`), or the second half of a flow whose yield a condition may stop (`relay`).
   */
  readonly isInternal: boolean;
}

/** One capability a flow takes from everybody but whoever ran it. */
export interface Revocation {
  readonly atom: Atom;
  /** Measures on which this depends beside the rule's own guard. */
  readonly guard: Guard;
}

/** A trace of one execution, and who sees it without asking. */
export interface GroundTrace {
  readonly kind: TraceKind;
  readonly about?: string;
  readonly from?: string;
  /** Whose text, screen or statement it is on; absent: it lies with the institution. */
  readonly thing?: ThingId;
  /** Whoever has one of these at that moment sees it; empty: only on request. */
  readonly seenBy: readonly Atom[];
  readonly guard: Guard;
}

/**
 * What only the world needs: flows that give and set nothing (they throw somebody out, or leave a trace). No reach
 * can use them, so they stay out of `rules` and change no answer. Numbers run on: atom `atoms.length` is the first of
 * these atoms, rule `rules.length` the first of these rules.
 */
export interface Quiet {
  readonly atoms: readonly string[];
  readonly rules: readonly GroundRule[];
}

export interface GroundCondition {
  readonly id: string;
  readonly kind: string;
  /** Held by everybody while the condition is not set. */
  readonly cleared: Atom;
  readonly isSetAtStart: boolean;
}

export interface Coverage {
  /** Things whose institution the catalogue knows and has flows for. */
  readonly judged: readonly ThingId[];
  /** Things nobody has read anything about. Never safe. */
  readonly notJudged: readonly ThingId[];
  /** Flows that concern more combinations of things than are looked at, as `institution/flow`; the rest is not judged. */
  readonly cutShort: readonly string[];
}

export interface Goal {
  readonly atom: Atom;
  /** The capability as text. */
  readonly id: string;
  /** Absent: it is a loss, nobody knows how large. */
  readonly amount?: number;
  readonly title?: Bilingual;
  /** Goals this loss is a part of: what is skimmed from an account is not lost again when it is drained. */
  readonly partOf: readonly string[];
}

export interface Grounded {
  readonly person: Person;
  readonly catalog: Catalog;
  readonly wiring: Wiring;
  /** Capability text by atom. */
  readonly atoms: readonly string[];
  readonly atomOf: ReadonlyMap<string, Atom>;
  readonly rules: readonly GroundRule[];
  readonly choices: readonly Choice[];
  readonly conditions: readonly GroundCondition[];
  readonly goals: readonly Goal[];
  readonly coverage: Coverage;
  readonly quiet: Quiet;
}

export interface GroundQuestion {
  readonly catalog: Catalog;
  readonly person: Person;
  /** Conditions set at the start, beside those of the person file; ground text. */
  readonly conditions?: readonly string[];
  /** Instead of the person's own day. */
  readonly asOf?: string | undefined;
}
