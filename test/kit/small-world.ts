/**
 * Small worlds for tests, written as the YAML a catalogue author writes. Reading is part of what is tested: a text
 * with an error is a failure of the test that wrote it, with the complaint as the message.
 */

import { type Catalog, emptyCatalog, readCatalog, readTexts, readYaml } from "../../src/catalog/index.ts";
import { activeUnder, closure, earliest } from "../../src/graph/index.ts";
import { type Grounded, ground } from "../../src/ground/index.ts";
import type { Complaint } from "../../src/model/index.ts";
import { type Person, readPerson } from "../../src/person/index.ts";
import { openReach, startOf } from "../../src/reach/index.ts";

/** The shipped words, and nothing else of the shipped catalogue. */
export const vocabulary = readCatalog(readTexts(["catalog/capabilities.yaml"]).texts).catalog.vocabulary;
const wordsOnly: Catalog = { ...emptyCatalog, vocabulary };

/** One catalogue of these texts: institutions, common measures, more words. */
export function catalogOf(...texts: readonly string[]): Catalog {
  const read = readCatalog(
    texts.map((text, i) => ({ file: `${i + 1}.yaml`, text })),
    wordsOnly,
  );
  throwErrors(read.complaints, texts.join("\n---\n"));
  return read.catalog;
}

export function personOf(text: string, catalog: Catalog): Person {
  const yaml = readYaml(text, "person.yaml");
  const { person, complaints } = readPerson(yaml, catalog);
  throwErrors([...yaml.complaints, ...complaints], text);
  if (person === undefined) throw new Error("no person and no complaint");
  return person;
}

function throwErrors(complaints: readonly Complaint[], text: string): void {
  const errors = complaints.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(`${errors.map(({ message }) => message).join("\n")}\n${text}`);
}

export interface Reached {
  readonly held: readonly string[];
  /** Decisions in force, by id; one the world does not have is a mistake of the test. */
  readonly measures?: readonly string[];
  readonly startsAt?: number | undefined;
}

/** What the engine reaches beyond what was held: every capability with its earliest minute. */
export function reachedIn(
  world: Grounded,
  { held, measures = [], startsAt }: Reached,
): ReadonlyMap<string, number> {
  const reach = openReach(world);
  const { rules, meanings } = reach;
  const active = activeUnder(rules, selectionOf(world, measures));
  const start = startOf(reach, held);
  const { time } = earliest(rules, start, { active, startsAt });
  const { reached } = closure(rules, start, active);
  const found = new Map<string, number>();
  for (const [node, meaning] of meanings.entries()) {
    const minutes = time[node] ?? Infinity;
    if ((reached[node] === 1) !== minutes < Infinity)
      throw new Error(`closure and earliest differ on ${JSON.stringify(meaning)}`);
    if (meaning.kind !== "atom" || reached[node] !== 1) continue;
    const { text } = world.atoms[meaning.atom]!;
    if (!held.includes(text)) found.set(text, minutes);
  }
  return found;
}

function selectionOf(world: Grounded, measures: readonly string[]): Uint8Array {
  const chosen = new Uint8Array(world.choices.length);
  for (const id of measures) {
    const choice = world.choices.find((each) => each.id === id);
    if (choice === undefined)
      throw new Error(`no measure ${id}; there are ${world.choices.map((each) => each.id).join(", ")}`);
    chosen[choice.index] = 1;
  }
  return chosen;
}

/** A world of one or more institutions and one person, as texts. */
export function worldOf(
  institutions: readonly string[],
  person: string,
  options: { readonly conditions?: readonly string[]; readonly asOf?: string } = {},
): Grounded {
  const catalog = catalogOf(...institutions);
  return ground({ catalog, person: personOf(person, catalog), ...options });
}
