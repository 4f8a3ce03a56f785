/**
 * What a flow might give beside what it gives: words that some flow of the catalogue gives, said of the things this flow
 * speaks of already. Of anything else it would be another flow, for other people.
 */
import type { Catalog } from "../../../src/catalog/index.ts";
import {
  type CapabilityPattern,
  type Flow,
  formatPattern,
  formatSubjectPath,
  type SubjectPath,
} from "../../../src/model/index.ts";

export interface Givable {
  readonly text: string;
  readonly pattern: CapabilityPattern;
}

export function givableIn(catalog: Catalog, flow: Flow): readonly Givable[] {
  const { capabilities } = catalog.vocabulary;
  const given = givenAnywhere(catalog);
  const paths = thingsOf(flow);
  const known = new Set(flow.gives.map(formatPattern));
  const found = new Map<string, CapabilityPattern>();
  for (const [kind, secrets] of given) {
    const of = capabilities.get(kind)?.of ?? [];
    for (const subjects of subjectsFor(of, paths))
      for (const secret of secrets) {
        const [first] = subjects;
        if (first === undefined) continue;
        if (secret.name !== undefined && (subjects.length > 1 || first.kind !== secret.of)) continue;
        const pattern: CapabilityPattern = {
          kind,
          subjects: secret.name === undefined ? subjects : [{ ...first, secret: secret.name }],
        };
        const text = formatPattern(pattern);
        if (!known.has(text)) found.set(text, pattern);
      }
  }
  return [...found].map(([text, pattern]) => ({ text, pattern })).sort((a, b) => (a.text < b.text ? -1 : 1));
}

interface SecretGiven {
  /** Absent: the word speaks of the thing itself. */
  readonly name?: string;
  readonly of: string;
}

/** By word: what it is given of. */
function givenAnywhere({ institutions }: Catalog): ReadonlyMap<string, readonly SecretGiven[]> {
  const given = new Map<string, Map<string, SecretGiven>>();
  for (const { flows } of institutions.values())
    for (const { kind, subjects } of flows.flatMap(({ gives }) => gives)) {
      const [first] = subjects;
      const secrets = given.get(kind) ?? new Map<string, SecretGiven>();
      if (first?.secret === undefined) secrets.set("", { of: "" });
      else secrets.set(`${first.kind}.${first.secret}`, { name: first.secret, of: first.kind });
      given.set(kind, secrets);
    }
  return new Map([...given].map(([kind, secrets]) => [kind, [...secrets.values()]]));
}

/** Each thing the flow speaks of, by the path it has there. */
function thingsOf({ ranges, asks, gives, revokes, sets, clears }: Flow): readonly SubjectPath[] {
  const queue = [asks];
  const patterns = [...gives, ...revokes, ...clears, ...sets.map(({ pattern }) => pattern)];
  for (const each of queue)
    if (each.kind === "capability") patterns.push(each.pattern);
    else queue.push(...each.parts);
  const paths = new Map<string, SubjectPath>();
  for (const { variable } of ranges) paths.set(variable, { variable, relations: [], kind: variable });
  for (const { variable, relations, kind } of patterns.flatMap(({ subjects }) => subjects)) {
    const path: SubjectPath = { variable, relations, kind };
    paths.set(formatSubjectPath(path), path);
  }
  return [...paths.values()];
}

/** Every way to fill a word's places with different things of the kinds it is said of. */
function subjectsFor(
  of: readonly (readonly string[])[],
  paths: readonly SubjectPath[],
): readonly (readonly SubjectPath[])[] {
  let filled: readonly (readonly SubjectPath[])[] = [[]];
  for (const kinds of of)
    filled = filled.flatMap((before) =>
      paths.flatMap((path) =>
        kinds.includes(path.kind) && !before.includes(path) ? [[...before, path]] : [],
      ),
    );
  return filled;
}
