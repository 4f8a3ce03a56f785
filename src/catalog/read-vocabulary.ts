/**
 * The vocabulary file: kinds of capability, secrets, conditions.
 *
 * A broken file is left out whole, but the words it tries to define stay known while the other files are checked: one
 * slip in the vocabulary must not raise a complaint in every flow that uses the word.
 */
import {
  type Bilingual,
  type CapabilityKind,
  Complaint,
  type ComplaintCode,
  type ConditionKind,
  type HarmKind,
  type HarmWord,
  type InstitutionKind,
  isThingKind,
  type ProofClass,
  proofClasses,
  type Secret,
  secretRoles,
  type ThingKind,
  thingKinds,
  thingTypes,
  type Vocabulary,
} from "../model/index.ts";
import { helpWith } from "./did-you-mean.ts";
import { readShape, valueAt } from "./shape-complaints.ts";
import { capabilityKindShape, conditionKindShape, vocabularyShape } from "./shapes.ts";
import type { YamlText } from "./yaml-text.ts";

export const emptyVocabulary: Vocabulary = {
  capabilities: new Map(),
  secrets: new Map(),
  conditions: new Map(),
  proofs: new Map(),
};

export interface VocabularyRead {
  /** The words of the file; where it is broken, what can be made of them. */
  readonly vocabulary: Vocabulary;
  readonly isBroken: boolean;
  readonly complaints: readonly Complaint[];
}

const notation = "see docs/reference/notation.md";

export function readVocabulary(yaml: YamlText): VocabularyRead {
  const complaints = [...readShape(vocabularyShape, yaml).complaints];
  const complain = (code: ComplaintCode, path: readonly PropertyKey[], message: string, help: string) =>
    complaints.push(new Complaint({ code, place: yaml.locate(path), message, help }));
  const readOf = (of: readonly string[], path: readonly PropertyKey[]): readonly (readonly ThingKind[])[] =>
    of.map((argument, i) =>
      argument.split("|").flatMap((each) => {
        const kind = each.trim();
        if (isThingKind(kind)) return [kind];
        complain(
          "catalog/unknown-thing",
          [...path, i],
          `unknown thing \`${kind}\``,
          helpWith(kind, thingKinds, notation),
        );
        return [];
      }),
    );

  const capabilities = new Map<string, CapabilityKind>();
  for (const [kind, entry] of entriesOf(yaml.value, "capabilities")) {
    const {
      of,
      exclusive,
      owner,
      needed,
      loss,
      "part-of": partOf,
      harm,
      while: hangsOn,
      copies,
      roles,
      shows,
      en,
      zh,
      name,
      use,
    } = capabilityKindShape.safeParse(entry).data ?? guess(entry);
    const arguments_ = readOf(of, ["capabilities", kind, "of"]);
    const amounts = arguments_
      .flat()
      .flatMap((thing) =>
        Object.entries(thingTypes[thing].attributes).flatMap(([attribute, { type }]) =>
          type === "money" ? [attribute] : [],
        ),
      );
    for (const [i, attribute] of (loss ?? []).entries()) {
      if (!amounts.includes(attribute))
        complain(
          "catalog/unknown-attribute",
          ["capabilities", kind, "loss", i],
          `no amount \`${attribute}\` to take the loss from`,
          helpWith(attribute, new Set(amounts), notation),
        );
    }
    capabilities.set(kind, {
      kind,
      of: arguments_,
      sentence: { en, zh },
      name: name ?? { en, zh },
      ...(use === undefined ? {} : { use }),
      exclusive: exclusive ?? false,
      owner: owner ?? false,
      needed: needed ?? false,
      loss: loss ?? [],
      isLoss: loss !== undefined,
      partOf: partOf ?? [],
      ...(harm === undefined ? {} : { harm: harmWordOf(harm) }),
      while: hangsOn ?? [],
      copies: copies ?? false,
      roles: roles ?? [],
      shows: new Map(
        Object.entries(shows ?? {}).flatMap(([thing, traces]) =>
          isThingKind(thing) ? [[thing, traces]] : [],
        ),
      ),
    });
  }
  const conditions = new Map<string, ConditionKind>();
  for (const [kind, entry] of entriesOf(yaml.value, "conditions")) {
    const { of, stops, diverts, harm, roles, en, zh, act, ended, name } = conditionKindShape.safeParse(entry)
      .data ?? {
      ...guess(entry),
      stops: [],
      diverts: undefined,
      harm: undefined,
      roles: [],
      act: undefined,
      ended: undefined,
    };
    // A word of somebody's own without the other forms is told by its one sentence.
    conditions.set(kind, {
      kind,
      of: readOf(of, ["conditions", kind, "of"]),
      sentence: { en, zh },
      act: act ?? { en: `see to it that ${en}`, zh: `办到：${zh}` },
      ended: ended ?? { en: `it is over that ${en}`, zh: `已解除：${zh}` },
      name: name ?? { en, zh },
      stops,
      diverts: diverts ?? [],
      ...(harm === undefined ? {} : { harm: harmWordOf(harm) }),
      roles: roles ?? [],
    });
  }
  const secrets = new Map<ThingKind, ReadonlyMap<string, Secret>>();
  for (const [thing] of entriesOf(yaml.value, "secrets")) {
    if (isThingKind(thing))
      secrets.set(
        thing,
        new Map(
          entriesOf(valueAt(yaml.value, ["secrets"]), thing).map(([name, text]) => [name, secretOf(text)]),
        ),
      );
  }
  const proofs = readProofs(yaml, { capabilities, secrets }, complain);
  return {
    vocabulary: { capabilities, secrets, conditions, proofs },
    isBroken: [...yaml.complaints, ...complaints].some(({ severity }) => severity === "error"),
    complaints,
  };
}

type Complain = (code: ComplaintCode, path: readonly PropertyKey[], message: string, help: string) => void;

/** Each word once, and only words of the same file. */
function readProofs(
  yaml: YamlText,
  { capabilities, secrets }: Pick<Vocabulary, "capabilities" | "secrets">,
  complain: Complain,
): Vocabulary["proofs"] {
  const known = new Set([
    ...capabilities.keys(),
    ...[...secrets].flatMap(([thing, named]) => [...named.keys()].map((secret) => `${thing}.${secret}`)),
  ]);
  const proofs = new Map<string, ProofClass>();
  for (const [name, named] of entriesOf(yaml.value, "proofs")) {
    const proof = proofClasses.find((each) => each === name);
    if (proof === undefined || !Array.isArray(named)) continue;
    for (const [i, word] of named.map(String).entries()) {
      const path = ["proofs", proof, i];
      if (!known.has(word))
        complain(
          word.includes(".") ? "catalog/unknown-secret" : "catalog/unknown-capability",
          path,
          `no word \`${word}\` in this file`,
          helpWith(word, known, notation),
        );
      else if (proofs.has(word))
        complain(
          "catalog/duplicate-id",
          path,
          `\`${word}\` rests on \`${proofs.get(word)}\` already`,
          "name it once, under the hardest it rests on",
        );
      else proofs.set(word, proof);
    }
  }
  return proofs;
}

const entriesOf = (value: unknown, key: string): readonly (readonly [string, unknown])[] =>
  Object.entries(valueAt(value, [key]) ?? {});
const bilingualOf = (value: unknown): Bilingual => ({
  en: String(valueAt(value, ["en"]) ?? ""),
  zh: String(valueAt(value, ["zh"]) ?? ""),
});

const secretOf = (value: unknown): Secret => {
  const named = valueAt(value, ["roles"]);
  const roles = secretRoles.filter((role) => Array.isArray(named) && named.includes(role));
  return { ...bilingualOf(value), ...(roles.length === 0 ? {} : { roles }) };
};

/** As it was written, without what was left out. */
const harmWordOf = (
  harm: HarmKind | { readonly [kind in InstitutionKind]?: HarmKind | undefined },
): HarmWord =>
  typeof harm === "string"
    ? harm
    : Object.fromEntries(Object.entries(harm).filter(([, kind]) => kind !== undefined));

/** What a broken entry may have meant: said of what it names, or of anything. */
function guess(entry: unknown): typeof capabilityKindShape._zod.output {
  const of = valueAt(entry, ["of"]);
  const isRead = Array.isArray(of) && of.length > 0 && of.every((each) => typeof each === "string");
  return { of: isRead ? of : [thingKinds.join("|")], ...bilingualOf(entry) };
}

/** The words of both; where both define one, the second wins. */
export function mergeVocabularies(first: Vocabulary, second: Vocabulary): Vocabulary {
  const secrets = new Map(first.secrets);
  for (const [thing, words] of second.secrets)
    secrets.set(thing, new Map([...(secrets.get(thing) ?? []), ...words]));
  return {
    capabilities: new Map([...first.capabilities, ...second.capabilities]),
    secrets,
    conditions: new Map([...first.conditions, ...second.conditions]),
    proofs: new Map([...first.proofs, ...second.proofs]),
  };
}
