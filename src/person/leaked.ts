/** What is taken to be known of everybody. */
import type { Catalog } from "../catalog/index.ts";
import { capability, kindsWithRole, secretsWithRole } from "../model/index.ts";
import type { Person } from "./person.ts";

/**
 * What counts as known of everybody unless somebody says otherwise, because it leaks and is sold so often: an answer
 * that rests on nobody knowing the number of an ID document rests on very little. The vocabulary says which secrets
 * these are; of the owner and of their own things, never of helpers.
 */
export function leakedOf({
  catalog,
  person,
}: {
  readonly catalog: Catalog;
  readonly person: Person;
}): readonly string[] {
  const own = [...person.things.values()].filter(({ of }) => of === undefined);
  const [know] = kindsWithRole(catalog.vocabulary, "secret");
  if (know === undefined) return [];
  return secretsWithRole(catalog.vocabulary, "leaks").flatMap(([kind, secret]) =>
    own
      .filter((thing) => thing.kind === kind)
      .map(({ id }) => capability({ kind: know, things: [id], secret }).text),
  );
}
