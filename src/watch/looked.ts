/** The log of who looked at or erased whom, of a folder whose service may be running. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { CannotServe } from "../server/index.ts";
import { fileNames, readSecret } from "./folder.ts";
import { openJournal } from "./journal.ts";
import type { LookWord } from "./journal-looks.ts";
import { openContent } from "./keeping.ts";
import { openPeopleKeys } from "./people-keys.ts";
import { rootKeys } from "./sealing.ts";

export interface Looked {
  readonly at: string;
  readonly institution: string;
  readonly key: string;
  readonly what: LookWord;
  /** As the institution calls them; null: they were erased, or it was no one person. */
  readonly person: string | null;
  /** False: a row before it was changed or taken out. */
  readonly fits: boolean;
}

export function looksIn(folder: string): readonly Looked[] {
  if (!existsSync(join(folder, fileNames.journal)))
    throw new CannotServe(`there is no journal in \`${folder}\``, "name the folder of a service with --data");
  const root = rootKeys(readSecret(folder));
  const journal = openJournal(join(folder, fileNames.journal), root.cut);
  const people = openPeopleKeys(join(folder, fileNames.people), root);
  const nameOf = (number: Uint8Array): string | null => {
    const key = people.keyOf(number);
    const [entry] = journal.ofPerson(number, 1);
    return key === undefined || entry === undefined ? null : openContent(key, entry).told.person;
  };
  try {
    return [...journal.looks.all()].map(({ at, person, ...look }) => ({
      ...look,
      at: new Date(at).toISOString(),
      person: person === undefined ? null : nameOf(person),
    }));
  } finally {
    journal.close();
    people.close();
  }
}
