/** The people whose things are kept here, as the page sees them; how they are kept is not its business. */
import type { z } from "zod";
import type { personShape } from "../../../src/person/index.ts";

/** A person file as data: what an export writes and the command line reads. */
export type PersonDocument = z.infer<typeof personShape>;

export interface KeptPerson {
  readonly document: PersonDocument;
  /** What a thief would begin with, ground text: `possess(sim.main)`. */
  readonly held: readonly string[];
  /** When it would begin: `fri 23:30`; absent: every office is always open. */
  readonly at?: string;
  /** Nobody knows the number of their ID document and what else leaks so often; absent: it counts as known. */
  readonly isNotLeaked?: boolean;
  /** Measures switched on, by id. */
  readonly measures: readonly string[];
  /** Measures of the to-do list that are done, by id. */
  readonly done: readonly string[];
}

/**
 * `opening`: it is not known yet which of the others. `choosing`: nobody has said yet whether anything is to be kept.
 * `locked`: something is, and wants its passphrase. `open`: changes are kept, sealed. `unkept`: the reader only looks;
 * what is here goes with the page.
 */
export type PeopleState = "opening" | "choosing" | "locked" | "open" | "unkept";
/** Of the last change: not yet, done, or impossible. */
export type Saving = "keeping" | "kept" | "failed";

export interface People {
  readonly state: PeopleState;
  readonly saving: Saving;
  /** By id, in the order they were added; empty while locked. */
  readonly people: ReadonlyMap<string, KeptPerson>;
  /** Gives the new person's id. */
  add(person: KeptPerson): string;
  /** Applied to what is there then, again if somebody else changed it meanwhile: `change` must be pure. */
  update(id: string, change: (person: KeptPerson) => KeptPerson): void;
  remove(id: string): void;
}
