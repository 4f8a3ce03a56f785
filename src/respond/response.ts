/** What is asked of `respond`, and what it answers, as values; told in words by `report`. */
import type { Catalog } from "../catalog/index.ts";
import type { Grounded } from "../ground/index.ts";
import type { AtomId, StepId } from "../model/index.ts";
import type { Person } from "../person/index.ts";
import type { Candidate } from "./acts.ts";
import type { Counselled } from "./counsel.ts";
import type { BeliefTold, Contradiction } from "./findings.ts";
import type { RuleOf } from "./first-by-rule.ts";
import type { Hold } from "./hold.ts";
import type { Incident, Sign } from "./incident.ts";
import type { PutOff } from "./put-off.ts";

export interface RespondQuestion {
  readonly catalog: Catalog;
  readonly person: Person;
  /** Nobody described the person; everything is assumed. */
  readonly isUndescribed: boolean;
  readonly incident: Incident;
  readonly today: string;
  readonly seed?: number;
  readonly effort?: RespondEffort;
}

/** Counted in nights. */
export interface RespondEffort {
  readonly beliefNights: number;
  readonly planNights: number;
  readonly judgedNights: number;
}

export interface ToDo {
  readonly helper: string;
  readonly candidate: Candidate;
  /** The way that is advised: its steps in order; of a call that asks for several things, the steps of all of them. */
  readonly way: readonly StepId[];
  /** Likely, of the hands-on part. */
  readonly minutes: number;
  readonly hold: Hold;
  /** What it asks of whoever calls. */
  readonly theyAsk: readonly AtomId[];
  /** Of that, what the other side may have changed by now, with how likely the owner's still works. */
  readonly doubtful: ReadonlyMap<AtomId, number>;
  /** Loss left if this alone is done, and if nothing is; in the person's currency, partly assumed. */
  readonly ties: readonly Candidate[];
  /** It comes first by a rule for what nobody told us of, and not because the nights played say so. */
  readonly rule?: RuleOf;
  /** Money was seen to go there: what else it may go by is stopped in the same call. */
  readonly isMoneySeen: boolean;
}

export interface Share {
  readonly meanLoss: number;
  readonly avoidable: number;
  readonly ci95: readonly [number, number];
}

export interface Response {
  readonly world: Grounded;
  /** Before any call: whoever steers the phone from afar is cut off, and the call is made from another one. */
  readonly isToBeCutOff: boolean;
  /** Whom nobody reaches just now. */
  readonly putOff: PutOff;
  /** What goes before calls and beside them and is no flow of anybody's. */
  readonly counsel: Counselled;
  /** One for each free pair of hands, the owner's first. */
  readonly next: readonly ToDo[];
  readonly after: readonly ToDo[];
  /** All of it, each act for itself, the way that is advised before its others. */
  readonly order: readonly Candidate[];
  readonly beliefs: readonly BeliefTold[];
  readonly contradictions: readonly Contradiction[];
  readonly race: {
    readonly ours: Share;
    readonly checklist: Share;
    readonly nothing: Share;
    readonly lostAlready: number;
  };
  readonly coverage: {
    readonly person: "described" | "nobody described";
    readonly judged: readonly string[];
    readonly notJudged: readonly string[];
    readonly assumedSums: readonly string[];
    readonly assumedSum: number;
    readonly assumedBeginning: boolean;
    /** It began longer ago than a night is played; what was earlier counts as if it were at the beginning. */
    readonly isCutShort: boolean;
    readonly unknownWords: readonly {
      readonly list: "signs" | "done" | "gone" | "leaked";
      readonly index: number;
      /** Of a sign: what in it nothing that was read could have caused. */
      readonly sign?: Pick<Sign, "sign" | "on">;
    }[];
    /** Places somebody named that nobody has read, as they were written. */
    readonly namesNotRead: readonly string[];
    /** What the owner's side could get done as well, and made no difference in the nights that were played. */
    readonly actsWithoutEffect: readonly string[];
    readonly nights: number;
    readonly effective: number;
  };
}
