/** How a person stands in a record, and whether a value somebody hands us is one. */
import type { KeptPerson } from "./people.ts";

/** What is sealed. `added` orders people as they came; another chainbreak may put records of other kinds beside them. */
export interface PersonRecord {
  readonly kind: "person";
  readonly added: number;
  readonly person: KeptPerson;
}

export function isPersonRecord(value: unknown): value is PersonRecord {
  return (
    isMap(value) &&
    value["kind"] === "person" &&
    typeof value["added"] === "number" &&
    isKeptPerson(value["person"])
  );
}

/**
 * Whether this can be shown at all. What stands in the document is judged where it is asked about: a person with faults
 * is kept too, and told of them.
 */
export function isKeptPerson(value: unknown): value is KeptPerson {
  if (!isMap(value)) return false;
  const { document, held, at, isNotLeaked, measures, done } = value;
  return (
    isMap(document) &&
    isMap(document["person"]) &&
    typeof document["person"]["id"] === "string" &&
    [held, measures, done].every(isTexts) &&
    (at === undefined || typeof at === "string") &&
    (isNotLeaked === undefined || typeof isNotLeaked === "boolean")
  );
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === "string");

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
