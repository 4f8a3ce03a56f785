/**
 * Files of the catalogue that are made from the rest of it: the JSON Schemas, and for each person the rules their world
 * has. They are committed, so that a change of YAML shows in review as lines of meaning; `npm run docs` writes them and
 * a test fails when they are out of date.
 */
import { basename, dirname } from "node:path/posix";
import { ground } from "../ground/index.ts";
import { readPerson } from "../person/index.ts";
import { formatRules, tellGraph } from "../report/index.ts";
import { schemaTexts } from "./schemas.ts";
import { readShipped, shippedFolder } from "./shipped.ts";

/** Text by path from the catalogue folder: `schema/person.schema.json`. */
export function madeFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [name, text] of schemaTexts()) files.set(`schema/${name}`, text);
  for (const [name, text] of graphTexts()) files.set(`people/${name}`, text);
  return files;
}

/** What a made file of the catalogue is called, so that one whose person is gone can be found. */
export const isMadeFile = (path: string): boolean =>
  /^schema\/[^/]+\.schema\.json$|^people\/[^/]+\.graph\.txt$/.test(path);

function graphTexts(): ReadonlyMap<string, string> {
  const { catalog, others } = readShipped(dirname(shippedFolder), { stories: false });
  const texts = new Map<string, string>();
  for (const { kind, yaml, file } of others) {
    const { person } = kind === "person" ? readPerson(yaml, catalog) : { person: undefined };
    if (person !== undefined)
      texts.set(
        basename(file).replace(/\.ya?ml$/, ".graph.txt"),
        formatRules(tellGraph({ world: ground({ catalog, person }) })),
      );
  }
  return texts;
}
