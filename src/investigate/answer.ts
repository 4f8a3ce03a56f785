/**
 * What an investigation answers, as plain data: the same in `--json`, on the page and behind HTTP. Reasons are values, made
 * into sentences by `report`. Times are ISO 8601 in the zone of the records.
 */
import type { Place } from "../evidence/index.ts";

/** Why something is said; `report` has a sentence for each in both languages. */
export interface Because {
  readonly code: BecauseCode;
  /** What the sentence speaks of: flows, things, sums. */
  readonly words: readonly string[];
  readonly rows: readonly Place[];
}

export const becauseCodes = [
  "ordinary",
  "only-intruder",
  "intruder-not-clear",
  "owners-act",
  "no-own-row",
  "no-own-account",
  "set-not-cleared",
  "entered",
  "changed",
  "gave",
  "borrowed",
  "loan-came-in",
  "bound",
  "bought",
  "strange-sender",
  "told",
  "cheapest",
  "in-reach",
  "nothing-seen",
  "same-money",
  "same-payee",
  "opened-link",
  "names-number",
  "stands-twice",
  "paid-over",
  "message-says",
  "record-says",
  "said-not-theirs",
] as const;
export type BecauseCode = (typeof becauseCodes)[number];

export const openKinds = [
  "rogue-wallet",
  "link",
  "session",
  "device-enrolled",
  "credit-in-my-name",
  "secret-changed",
  "numbers-known",
  "pin-known",
  "secondary-number",
  "forwarding",
  "mail-forwarding",
  "contact-changed",
  "protection-off",
  "limit-raised",
  "payee-added",
  "goods-under-way",
  "service-not-mine",
] as const;
export type OpenKind = (typeof openKinds)[number];

export const questionIds = [
  "first-moment",
  "when-line-was-lost",
  "what-revealed-id-number",
  "which-wallet-holds-card",
  "which-institution-failed",
  "how-much-was-lost",
  "who-lifted-the-suspension",
] as const;
export type QuestionId = (typeof questionIds)[number];

export interface EvidenceRow extends Place {
  /** The file in which it should stand as well, and does not. */
  readonly absentFrom?: string;
}

export interface ExplainedStep {
  readonly flow: string;
  readonly things: readonly string[];
  readonly actor: "owner" | "helper" | "intruder" | "unknown";
  readonly from: string;
  readonly to: string;
  readonly evidence: readonly EvidenceRow[];
  readonly unseen: boolean;
  /** What it needed, and which step of the same story gave it, by its place there; absent: it was had, nobody saw how. */
  readonly rests: readonly { readonly capability: string; readonly on?: number }[];
  /** What would explain the same rows as well, all else as it is; empty: nothing else does at the same cost. */
  readonly orElse: readonly Alternative[];
}

export interface Alternative {
  readonly flow: string;
  readonly things: readonly string[];
  /** Traces that one of the two leaves and the other does not; empty: no record we know of decides. */
  readonly toldApartBy: readonly string[];
}

export interface Explanation {
  readonly cost: number;
  /** Nothing explains the records for less; false: the search was cut short. */
  readonly proved: boolean;
  /** The world, played, allows every step in this order. */
  readonly replays: boolean;
  readonly steps: readonly ExplainedStep[];
  /** What an intruder is taken to have had without anybody seeing how. */
  readonly assumed: readonly string[];
  readonly toldApartBy: readonly string[];
}

export interface MissingLink {
  readonly takes: readonly string[];
  readonly gives: readonly string[];
  /** What it gives only one has: the owner lost it at that moment. */
  readonly exclusive: boolean;
  /** It is had only as long as one of these. */
  readonly while?: readonly string[];
  /** Flows of the catalogue of this shape, the likeliest first; empty: this is what one would have to look for. */
  readonly fits: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly evidence: readonly EvidenceRow[];
}

export interface Loss {
  readonly what: string;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly at: string;
  readonly evidence: readonly EvidenceRow[];
}

export interface StillOpen {
  readonly kind: OpenKind;
  readonly what: string;
  readonly things: readonly string[];
  /** No record shows it: the likeliest explanation of those there are has it so. */
  readonly unseen: boolean;
  readonly because: Because;
}

export interface QuestionAnswer {
  readonly id: QuestionId;
  readonly status: "answered" | "between" | "unanswered";
  readonly answer: readonly string[];
  readonly because: readonly EvidenceRow[];
  /** Which export would answer it, by the kind of institution that keeps it. */
  readonly wouldAnswer: readonly string[];
}

export interface RowAnswer extends Place {
  readonly actor: "owner" | "helper" | "intruder" | "unknown";
  readonly why: Because;
}

export interface InvestigateAnswer {
  readonly label: "exact" | "bounds" | "open";
  readonly coverage: {
    readonly files: readonly {
      readonly file: string;
      readonly source: string;
      readonly from: string | null;
      readonly to: string | null;
      readonly rows: number;
      readonly complaints: number;
    }[];
    readonly gaps: readonly { readonly what: string; readonly kind: string }[];
  };
  readonly timeline: readonly {
    readonly at: string;
    readonly until: string;
    readonly actor: RowAnswer["actor"];
    readonly what: string;
    readonly things: readonly string[];
    readonly rows: readonly EvidenceRow[];
  }[];
  readonly explanations: readonly Explanation[];
  readonly missingLinks: readonly MissingLink[];
  readonly losses: readonly Loss[];
  readonly preparations: readonly Loss[];
  readonly open: readonly StillOpen[];
  readonly questions: readonly QuestionAnswer[];
  readonly rejected: readonly { readonly story: string; readonly because: string }[];
  readonly unexplained: readonly Place[];
  readonly contradictions: readonly (readonly string[])[];
  readonly rows?: readonly RowAnswer[];
}
