/** What is shipped, read once for a process: the catalogue, its people, its stories, and every text as it stands. */
import {
  type Catalog,
  type CatalogRead,
  readCatalog,
  readTexts,
  type SourceText,
  type YamlText,
} from "../../src/catalog/index.ts";
import type { Complaint } from "../../src/model/index.ts";
import { type Person, readPerson } from "../../src/person/index.ts";
import { readStory, type Story } from "../../src/testing/index.ts";

export interface Shipped {
  readonly texts: readonly SourceText[];
  readonly read: CatalogRead;
  readonly catalog: Catalog;
  readonly people: ReadonlyMap<string, Person>;
  readonly stories: readonly Story[];
  /** All that is said of any file, the files of people and stories included. */
  readonly complaints: readonly Complaint[];
}

let kept: Shipped | undefined;

/** Read once for all files of a process: values nobody changes. */
export const readShipped = (): Shipped => {
  kept ??= readNow();
  return kept;
};

function readNow(): Shipped {
  const { texts, complaints: unread } = readTexts(["catalog"]);
  const read = readCatalog(texts);
  const yamls = new Map<string, YamlText>();
  const people = new Map<string, Person>();
  const complaints: Complaint[] = [...unread, ...read.complaints];
  for (const { kind, yaml } of read.others) {
    if (kind !== "person") continue;
    const found = readPerson(yaml, read.catalog);
    complaints.push(...found.complaints);
    if (found.person === undefined) continue;
    people.set(found.person.id, found.person);
    yamls.set(found.person.id, yaml);
  }
  const stories: Story[] = [];
  for (const { kind, yaml, file } of read.others) {
    if (kind !== "story") continue;
    const found = readStory(yaml, file, read.catalog, (reference) => yamls.get(reference));
    complaints.push(...found.complaints);
    if (found.story !== undefined) stories.push(found.story);
  }
  return { texts, read, catalog: read.catalog, people, stories, complaints };
}
