/** The vocabulary file: kinds of capability, secrets, conditions. */
import { type Bilingual, type CapabilityKind, Complaint, type ConditionKind, isThingKind, type ThingKind, thingKinds, thingTypes, type Vocabulary } from "../model/index.ts";
import { helpWith } from "./did-you-mean.ts";
import { readShape } from "./shape-complaints.ts";
import { vocabularyShape } from "./shapes.ts";
import type { YamlText } from "./yaml-text.ts";

export const emptyVocabulary: Vocabulary = { capabilities: new Map(), secrets: new Map(), conditions: new Map() };

export function readVocabulary(yaml: YamlText): { readonly vocabulary: Vocabulary; readonly complaints: readonly Complaint[] } {
  const { value, complaints: shapeComplaints } = readShape(vocabularyShape, yaml);
  const complaints = [...shapeComplaints];
  if (value === undefined) return { vocabulary: emptyVocabulary, complaints };
  const capabilities = new Map<string, CapabilityKind>();
  const conditions = new Map<string, ConditionKind>();
  const complain = (path: readonly PropertyKey[], message: string, help: string) =>
    complaints.push(new Complaint({ code: "catalog/unknown-thing", place: yaml.locate(path), message, help }));
  const readOf = (of: readonly string[], path: readonly PropertyKey[]): readonly (readonly ThingKind[])[] =>
    of.map((argument, i) =>
      argument.split("|").flatMap((each) => {
        const kind = each.trim();
        if (isThingKind(kind)) return [kind];
        complain([...path, i], `unknown thing \`${kind}\``, helpWith(kind, thingKinds, "see docs/reference/notation.md"));
        return [];
      }),
    );

  for (const [kind, { of, exclusive, owner, needed, loss, "part-of": partOf, en, zh }] of Object.entries(value.capabilities ?? {})) {
    const arguments_ = readOf(of, ["capabilities", kind, "of"]);
    for (const [i, attribute] of (loss ?? []).entries()) {
      const known = arguments_.flat().flatMap((thing) => Object.keys(thingTypes[thing].attributes));
      if (!known.includes(attribute)) complain(["capabilities", kind, "loss", i], `no attribute \`${attribute}\` to take the amount from`, helpWith(attribute, known, "see docs/reference/notation.md"));
    }
    capabilities.set(kind, {
      kind,
      of: arguments_,
      sentence: { en, zh },
      exclusive: exclusive ?? false,
      owner: owner ?? false,
      needed: needed ?? false,
      loss: loss ?? [],
      isLoss: loss !== undefined,
      partOf: partOf ?? [],
    });
  }
  for (const [kind, { of, stops, en, zh }] of Object.entries(value.conditions ?? {})) {
    conditions.set(kind, { kind, of: readOf(of, ["conditions", kind, "of"]), sentence: { en, zh }, stops });
  }
  const secrets = new Map<ThingKind, ReadonlyMap<string, Bilingual>>();
  for (const [thing, words] of Object.entries(value.secrets ?? {})) {
    if (isThingKind(thing) && words !== undefined) secrets.set(thing, new Map(Object.entries(words)));
  }
  return { vocabulary: { capabilities, secrets, conditions }, complaints };
}

/** The words of both; where both define one, the second wins. */
export function mergeVocabularies(first: Vocabulary, second: Vocabulary): Vocabulary {
  const secrets = new Map(first.secrets);
  for (const [thing, words] of second.secrets) secrets.set(thing, new Map([...(secrets.get(thing) ?? []), ...words]));
  return {
    capabilities: new Map([...first.capabilities, ...second.capabilities]),
    secrets,
    conditions: new Map([...first.conditions, ...second.conditions]),
  };
}
