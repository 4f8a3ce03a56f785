/**
 * The file of aspects. It speaks the words of the vocabulary, so it is read when all of them are known; a broken file is
 * left out whole.
 */
import {
  type Aspect,
  type AspectMatch,
  Complaint,
  type InstitutionKind,
  type Vocabulary,
} from "../model/index.ts";
import { readCapability, readCondition, readEach, type Words } from "./read-words.ts";
import { readShape } from "./shape-complaints.ts";
import { type AspectMatchText, aspectsShape } from "./shapes.ts";
import type { YamlText } from "./yaml-text.ts";

export interface AspectsRead {
  readonly aspects: ReadonlyMap<string, Aspect>;
  /** A file is broken, so an aspect that is not found says nothing. */
  readonly isBroken: boolean;
  readonly complaints: readonly Complaint[];
}

export function readAspects(yamls: readonly YamlText[], vocabulary: Vocabulary): AspectsRead {
  const aspects = new Map<string, Aspect>();
  const complaints: Complaint[] = [];
  let isBroken = false;
  for (const yaml of yamls) {
    const { value, complaints: found } = readShape(aspectsShape, yaml);
    const inFile = [...found];
    const words: Words = { yaml, vocabulary, settings: new Map(), complaints: inFile };
    const here: Aspect[] = [];
    for (const [id, text] of Object.entries(value?.aspects ?? {})) {
      const at = ["aspects", id];
      if (aspects.has(id))
        inFile.push(
          new Complaint({
            code: "catalog/duplicate-id",
            place: yaml.locate(at, "key"),
            message: `the aspect \`${id}\` is defined twice`,
            help: "give one of them another id",
          }),
        );
      here.push({
        id,
        name: text.name,
        question: text.question,
        kinds: typeof text.of === "string" ? [] : text.of,
        pots: new Map<string, InstitutionKind>(Object.entries(text.pots ?? {})),
        ...(text["stands-for"] === undefined ? {} : { standsFor: text["stands-for"] }),
        isOwners: text["for-the-owner"] ?? false,
        matches: (text.flows ?? []).map((match, i) => readMatch(words, match, [...at, "flows", i])),
      });
    }
    complaints.push(...inFile);
    if ([...yaml.complaints, ...inFile].some(({ severity }) => severity === "error")) isBroken = true;
    else for (const aspect of here) aspects.set(aspect.id, aspect);
  }
  return { aspects, isBroken, complaints };
}

function readMatch(words: Words, text: AspectMatchText, at: readonly PropertyKey[]): AspectMatch {
  const capabilities = (key: "gives" | "revokes" | "revokes-not" | "asks" | "asks-not") =>
    readEach(text[key], [...at, key], (each, path) => readCapability(words, each, path));
  const conditions = (key: "sets" | "clears") =>
    readEach(text[key], [...at, key], (each, path) => readCondition(words, each, path));
  return {
    gives: capabilities("gives"),
    sets: conditions("sets"),
    clears: conditions("clears"),
    revokes: capabilities("revokes"),
    revokesNot: capabilities("revokes-not"),
    asks: capabilities("asks"),
    asksNot: capabilities("asks-not"),
    channels: text.channel ?? [],
    proofs: text.proof ?? [],
    opensAccount: text.opens !== undefined,
  };
}
