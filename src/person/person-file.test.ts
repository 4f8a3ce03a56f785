/** A person written as a file and read again is the same person. */
import { expect, test } from "vitest";
import { readShipped } from "../../test/kit/shipped.ts";
import { personFile } from "./person-file.ts";
import { readPerson } from "./read-person.ts";

test("every shipped person, written and read again, is the same but for measures of their own", () => {
  const { catalog, people } = readShipped();
  expect(people.size).toBeGreaterThan(3);
  for (const person of people.values()) {
    const written = { value: personFile(person), complaints: [], locate: () => ({ file: "written.yaml" }) };
    const { person: again, complaints } = readPerson(written, catalog);
    expect(complaints.filter(({ severity }) => severity === "error").map(String)).toEqual([]);
    expect({ ...again, things: byId(again) }).toEqual({ ...person, measures: [], things: byId(person) });
  }
});

/** Whether nothing is said or said to be none is the same where silence means none. */
const byId = (person: { readonly things: ReadonlyMap<string, unknown> } | undefined) =>
  [...(person?.things ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
