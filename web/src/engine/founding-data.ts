/** What the build hands to the page: the founding case as values, so that the page reads no YAML and asks no server. */
import type { Catalog } from "../../../src/catalog/index.ts";
import type { Bilingual } from "../../../src/model/index.ts";
import type { Person } from "../../../src/person/index.ts";
import type { FoundingQuestion } from "../../../src/server/contract.ts";

export interface FoundingSource {
  readonly title: Bilingual;
  readonly url?: string;
  readonly published?: string;
}

export interface FoundingData {
  readonly question: FoundingQuestion;
  /** Of institutions that have no part in the case only the names and the ids of their measures are here. */
  readonly catalog: Catalog;
  readonly person: Person;
  readonly sources: ReadonlyMap<string, FoundingSource>;
}
