/**
 * The file of starts: what the other side has when it begins, by name. It speaks the words of the vocabulary, so it is
 * read when all of them are known; a broken file is left out whole.
 */
import { type Bilingual, type CapabilityPattern, Complaint, type Vocabulary } from "../model/index.ts";
import { readCapability, type Words } from "./read-words.ts";
import { readShape } from "./shape-complaints.ts";
import { startsShape } from "./shapes.ts";
import type { YamlText } from "./yaml-text.ts";

export interface Start {
  readonly id: string;
  readonly name: Bilingual;
  /** It is also what leaks, by the vocabulary, and counts as known of everybody unless somebody says otherwise. */
  readonly isKnown: boolean;
  /** Each over the owner's things of its kind. */
  readonly holds: readonly CapabilityPattern[];
  /** `device.kind` → `phone`: only things with this value. */
  readonly only: ReadonlyMap<string, string>;
}

export interface StartsRead {
  readonly starts: ReadonlyMap<string, Start>;
  readonly complaints: readonly Complaint[];
}

export function readStarts(yamls: readonly YamlText[], vocabulary: Vocabulary): StartsRead {
  const starts = new Map<string, Start>();
  const complaints: Complaint[] = [];
  for (const yaml of yamls) {
    const { value, complaints: found } = readShape(startsShape, yaml);
    const inFile = [...found];
    const words: Words = { yaml, vocabulary, settings: new Map(), complaints: inFile };
    const here: Start[] = [];
    for (const [id, text] of Object.entries(value?.starts ?? {})) {
      const at = ["starts", id];
      if (starts.has(id))
        inFile.push(
          new Complaint({
            code: "catalog/duplicate-id",
            place: yaml.locate(at, "key"),
            message: `the start \`${id}\` is defined twice`,
            help: "give one of them another id",
          }),
        );
      here.push({
        id,
        name: text.name,
        isKnown: text.known ?? false,
        holds: (text.holds ?? []).flatMap(
          (word, i) => readCapability(words, word, [...at, "holds", i]) ?? [],
        ),
        only: new Map(Object.entries(text.only ?? {})),
      });
    }
    complaints.push(...inFile);
    if (![...yaml.complaints, ...inFile].some(({ severity }) => severity === "error"))
      for (const start of here) starts.set(start.id, start);
  }
  return { starts, complaints };
}
