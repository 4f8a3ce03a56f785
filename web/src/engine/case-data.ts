/** One case as values: who is asked about, what a thief begins with, and the part of the catalogue that speaks of them. */
import type { Catalog } from "../../../src/catalog/index.ts";
import type { Lending } from "../../../src/ground/index.ts";
import type { Bilingual } from "../../../src/model/index.ts";
import type { Person } from "../../../src/person/index.ts";

export interface CaseQuestion {
  /** It begins with this and nothing else, ground text: `possess(sim.main)`. */
  readonly held: readonly string[];
  /**
   * Of these, what is taken for known because it leaks so often: name, number of the ID document, address. Somebody may
   * say that nobody knows it.
   */
  readonly leaked?: readonly string[];
  /** When it begins, as a moment of the week: `fri 19:30`; absent: every office is always open. */
  readonly at?: string;
}

/** Where a flow is known from. */
export interface CaseSource {
  readonly title: Bilingual;
  readonly url?: string;
  readonly published?: string;
}

/** The founding case at half past seven, before anything was done, and after the family had frozen four things. */
export const foundingStates = ["before", "after"] as const;
export type FoundingState = (typeof foundingStates)[number];

export interface CaseData {
  /** Of the founding case alone: which of its states this is, and what could be lost in each. */
  readonly founding?: {
    readonly state: FoundingState;
    readonly sums: Readonly<Record<FoundingState, number>>;
  };
  readonly question: CaseQuestion;
  /** Of institutions that have no part in the case only the names and the ids of their measures are here. */
  readonly catalog: Catalog;
  readonly person: Person;
  /** What archetypes lend to institutions nobody has read; absent: what is unread is not asked about. */
  readonly lending?: Lending;
  readonly sources: ReadonlyMap<string, CaseSource>;
}

/** Everything the build read; a case of one's own is cut from it in the page. */
export interface WholeCatalogue {
  readonly catalog: Catalog;
  readonly sources: ReadonlyMap<string, CaseSource>;
}
