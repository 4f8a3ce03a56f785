/** What a rule over flows may say, as values; `read-assertions.ts` reads them from files. */
import type {
  Bilingual,
  CapabilityPattern,
  Institution,
  InstitutionKind,
  ProofClass,
} from "../../model/index.ts";

export const forces = ["in-force", "guidance", "adopted-not-applicable", "own"] as const;
export type Force = (typeof forces)[number];

export const judgements = ["mechanical", "partly", "judgement"] as const;
export type Judgement = (typeof judgements)[number];

/** Which flows a rule is about: those of one of these aspects, or that give, set or clear one of these. */
export interface FlowsMeant {
  readonly aspects: readonly string[];
  /** As a file writes them. */
  readonly gives: readonly string[];
  readonly sets: readonly string[];
  readonly clears: readonly string[];
  readonly channelsNot: readonly string[];
}

/** What must be so of every flow meant, and of every way through it. What is absent is not asked. */
export interface FlowRule {
  readonly kind: "flows";
  readonly on: FlowsMeant;
  /** No way rests on nothing but these. */
  readonly neverOnly: readonly (readonly ProofClass[])[];
  readonly hasOneOf: readonly ProofClass[];
  readonly hasNoneOf: readonly ProofClass[];
  /** Two of knowledge, possession and inherence. */
  readonly twoFactors: boolean;
  readonly noDiscretion: boolean;
  readonly delayMinutes?: number;
  readonly leaves?: "some" | "elsewhere";
  /** It gives none of these: taken in small sums, not all at once. */
  readonly givesNone: readonly string[];
  /** No way is weaker than the weakest of these aspects at the same institution. */
  readonly notWeakerThan: readonly string[];
}

/** Each institution it binds must have a flow like this, with one way that is so. */
export interface OfferRule {
  readonly kind: "offers";
  readonly on: FlowsMeant;
  readonly hasNoneOf: readonly ProofClass[];
  readonly alwaysOpen: boolean;
}

/** Whoever holds these never gets there, whatever else the person has. */
export interface ReachRule {
  readonly kind: "never";
  readonly from: readonly CapabilityPattern[];
  readonly reach: readonly string[];
  readonly withinMinutes?: number;
  /** One region each; of none named, whoever is in any region of the catalogue. */
  readonly regions: readonly string[];
}

export interface Assertion {
  readonly id: string;
  readonly pack: string;
  readonly title: Bilingual;
  readonly source: string;
  readonly clause?: string;
  readonly date?: string;
  readonly url?: string;
  readonly force: Force;
  /** In force from this day. */
  readonly from?: string;
  readonly judged: Judgement;
  readonly note?: Bilingual;
  readonly binds: {
    readonly kinds: readonly InstitutionKind[];
    readonly regions: readonly string[];
    readonly institutions: readonly string[];
  };
  /** Absent where nothing over flows can be said: it is then never judged. */
  readonly rule?: FlowRule | OfferRule | ReachRule;
  /** An institution that breaks it, and one that keeps it, each for itself. */
  readonly breaks?: Institution;
  readonly keeps?: Institution;
  readonly file: string;
  readonly where: string;
}
