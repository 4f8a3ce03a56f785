/** The catalogue as a value: its words, institutions, common measures and sources. */
import type { Aspect, Bilingual, Clock, Institution, Measure, Sign, Vocabulary } from "../model/index.ts";
import type { Start } from "./read-starts.ts";
import { emptyVocabulary } from "./read-vocabulary.ts";

export interface Source {
  readonly id: string;
  readonly title: Bilingual;
  readonly url?: string;
  readonly published?: string;
  /** The day somebody read it. */
  readonly seen?: string;
  /** How near it stands to the institution: official, statute, mirror, press, police, court, victim, code, unsigned. */
  readonly grade?: string;
}

export interface Catalog {
  readonly vocabulary: Vocabulary;
  readonly institutions: ReadonlyMap<string, Institution>;
  /** What institutions can be read for, in the order of the file. */
  readonly aspects: ReadonlyMap<string, Aspect>;
  /** What the other side may begin with, by name, in the order of the file. */
  readonly starts: ReadonlyMap<string, Start>;
  /** What texts, rows and records are signs of, in the order of the file. */
  readonly signs: ReadonlyMap<string, Sign>;
  /** Measures no single institution owns. */
  readonly measures: readonly Measure[];
  readonly sources: ReadonlyMap<string, Source>;
  /** Terms of law, by id. */
  readonly clocks: ReadonlyMap<string, Clock>;
  /** The file each institution stands in, for complaints and for `explain`. */
  readonly files: ReadonlyMap<string, string>;
  /** What institutions are called whose own file has a fault: whoever names one means it, and nobody else of that name. */
  readonly leftOut?: ReadonlySet<string>;
}

export const emptyCatalog: Catalog = {
  vocabulary: emptyVocabulary,
  institutions: new Map(),
  aspects: new Map(),
  starts: new Map(),
  signs: new Map(),
  measures: [],
  sources: new Map(),
  clocks: new Map(),
  files: new Map(),
};
