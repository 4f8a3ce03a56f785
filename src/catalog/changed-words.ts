/**
 * In which words two catalogues differ: capabilities, conditions, secrets, proofs and aspects by their names, and whether
 * in anything but how they are said. A sentence put better changes no answer; a word that stops another thing does.
 */
import { compareText } from "../model/index.ts";
import type { Catalog } from "./catalog.ts";
import { isSameData } from "./same-data.ts";

export interface ChangedWords {
  /** Sorted; a secret as `person.id-number`. Where nothing but the order differs, which list it is. */
  readonly keys: readonly string[];
  /** They are only said otherwise. */
  readonly isWording: boolean;
}

/** What is read out and decides nothing. */
const said: ReadonlySet<string> = new Set([
  "sentence",
  "name",
  "use",
  "act",
  "ended",
  "question",
  "en",
  "zh",
]);

export function changedWords(old: Catalog, now: Catalog): ChangedWords | undefined {
  const lists = (["vocabulary", "aspects"] as const).filter((key) => !isSameData(old[key], now[key]));
  if (lists.length === 0) return undefined;
  const [before, after] = [entriesOf(old), entriesOf(now)];
  const names = [...new Set([...before.keys(), ...after.keys()])].sort(compareText);
  const differing = names.filter((name) => !isSameData(before.get(name), after.get(name)));
  if (differing.length === 0) return { keys: lists, isWording: false };
  const isSaid = (name: string) =>
    before.has(name) && after.has(name) && isSameData(unsaid(before.get(name)), unsaid(after.get(name)));
  return { keys: differing, isWording: differing.every(isSaid) };
}

function entriesOf({ vocabulary, aspects }: Catalog): ReadonlyMap<string, unknown> {
  const { capabilities, conditions, secrets, proofs } = vocabulary;
  return new Map<string, unknown>([
    ...capabilities,
    ...conditions,
    ...[...secrets].flatMap(([thing, words]) =>
      [...words].map(([word, secret]) => [`${thing}.${word}`, secret] as const),
    ),
    ...[...proofs].map(([word, proof]) => [`proof of ${word}`, proof] as const),
    ...[...aspects].map(([id, aspect]) => [`aspect ${id}`, aspect] as const),
  ]);
}

const unsaid = (value: unknown): unknown =>
  typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value).filter(([key]) => !said.has(key)))
    : value;
