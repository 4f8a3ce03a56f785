/**
 * Reads the small words of a flow: capabilities, conditions, attributes, ranges. Each reader gives the value, or
 * `undefined` after it has complained at the place the word stands.
 */
import {
  type Asks,
  type CapabilityKind,
  type CapabilityPattern,
  Complaint,
  type ComplaintCode,
  type ConditionKind,
  countChoices,
  formatSubjectPath,
  isSubjectFault,
  isThingKind,
  parseDuration,
  parseSubjectPath,
  type Range,
  type SetCondition,
  type Setting,
  type SubjectPath,
  splitCapability,
  type ThingKind,
  thingKinds,
  thingTypes,
  type Vocabulary,
  type When,
  type Whose,
  whoseThings,
} from "../model/index.ts";
import { helpWith } from "./did-you-mean.ts";
import { type AsksText, waysMax } from "./shapes.ts";
import type { YamlText } from "./yaml-text.ts";

type Path = readonly PropertyKey[];

/** What a reader of words needs to know, and where it leaves its complaints. */
export interface Words {
  readonly yaml: YamlText;
  readonly vocabulary: Vocabulary;
  /** The institution's own settings; they are attributes here. */
  readonly settings: ReadonlyMap<string, Setting>;
  readonly complaints: Complaint[];
}

const notation = "see docs/reference/notation.md";

export function complain(
  words: Words,
  code: ComplaintCode,
  path: Path,
  message: string,
  help?: string,
  what: "key" | "value" = "value",
): undefined {
  words.complaints.push(
    new Complaint({
      code,
      place: words.yaml.locate(path, what),
      message,
      ...(help === undefined ? {} : { help }),
    }),
  );
  return undefined;
}

export function readSubject(
  words: Words,
  text: string,
  path: Path,
  what: "key" | "value" = "value",
): SubjectPath | undefined {
  const read = parseSubjectPath(text);
  if (!isSubjectFault(read)) return read;
  if (read.kind === "unknown-thing") {
    return complain(
      words,
      "catalog/unknown-thing",
      path,
      `unknown thing \`${read.word}\` in \`${text}\``,
      helpWith(read.word, thingKinds, notation),
      what,
    );
  }
  const relations = Object.keys(thingTypes[read.of].relations);
  return complain(
    words,
    "catalog/unknown-relation",
    path,
    `${article(read.of)} has no relation \`${read.word}\` (in \`${text}\`)`,
    helpWith(read.word, relations, notation),
    what,
  );
}

const article = (kind: string) => (/^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`);

/** A subject that must be a thing, not a secret or attribute of one. */
export function readThingPath(words: Words, text: string, path: Path): SubjectPath | undefined {
  const subject = readSubject(words, text, path);
  if (subject?.secret === undefined) return subject;
  const relations = Object.keys(thingTypes[subject.kind].relations);
  return complain(
    words,
    "catalog/unknown-relation",
    path,
    `${article(subject.kind)} has no relation \`${subject.secret}\` (in \`${text}\`)`,
    helpWith(subject.secret, relations, notation),
  );
}

export function readCapability(words: Words, text: string, path: Path): CapabilityPattern | undefined {
  return readPattern(words, text, path, "capability");
}

/** The same where no institution with settings of its own stands around it. */
export const readPatternText = (
  words: Omit<Words, "settings">,
  text: string,
  path: Path,
): CapabilityPattern | undefined => readCapability({ ...words, settings: new Map() }, text, path);

export function readCondition(words: Words, text: string, path: Path): CapabilityPattern | undefined {
  return readPattern(words, text, path, "condition");
}

/** In `[pay-with(account, card)]` YAML sees two items: half a word each. */
const isTorn = (text: string): boolean => text.includes("(") !== text.includes(")");
const tornHelp = 'inside `[…]` a word with a comma wants quotes: `["pay-with(account, card)"]`';

function readPattern(
  words: Words,
  text: string,
  path: Path,
  role: "capability" | "condition",
): CapabilityPattern | undefined {
  const { capabilities, conditions } = words.vocabulary;
  const kinds: ReadonlyMap<string, CapabilityKind | ConditionKind> =
    role === "capability" ? capabilities : conditions;
  const split = splitCapability(text);
  if (split === undefined) {
    return complain(
      words,
      role === "capability" ? "catalog/unknown-capability" : "catalog/unknown-condition",
      path,
      `\`${text}\` is not a ${role}`,
      isTorn(text) ? tornHelp : "write `kind(subject)`, for example `receive-sms(line)`",
    );
  }
  const kind = kinds.get(split.kind);
  if (kind === undefined) {
    const other = role === "capability" ? conditions : capabilities;
    const help = other.has(split.kind)
      ? `\`${split.kind}\` is a ${role === "capability" ? "condition: use it in `while`, `sets`, `clears` or `unless`" : "capability: use it in `asks` or `gives`"}`
      : helpWith(
          split.kind,
          kinds.keys(),
          "every word stands in catalog/capabilities.yaml; add it there first",
        );
    return complain(
      words,
      role === "capability" ? "catalog/unknown-capability" : "catalog/unknown-condition",
      path,
      `unknown ${role} \`${split.kind}\``,
      help,
    );
  }
  if (split.subjects.length !== kind.of.length) {
    return complain(
      words,
      "catalog/wrong-subject",
      path,
      `\`${split.kind}\` is said of ${kind.of.length === 1 ? "one thing" : `${kind.of.length} things`}, not of ${split.subjects.length}`,
      `write \`${split.kind}(${kind.of.map((each) => each.join("|")).join(", ")})\``,
    );
  }
  const subjects: SubjectPath[] = [];
  for (const [i, subjectText] of split.subjects.entries()) {
    const subject = readSubject(words, subjectText, path);
    if (subject === undefined) return undefined;
    if (!isFit(words, subject, split.kind, kind.of[i] ?? [], text, path)) return undefined;
    subjects.push(subject);
  }
  return { kind: split.kind, subjects };
}

function isFit(
  words: Words,
  subject: SubjectPath,
  kind: string,
  allowed: readonly ThingKind[],
  text: string,
  path: Path,
): boolean {
  if (kind === "know") {
    const secrets = words.vocabulary.secrets.get(subject.kind) ?? new Map<string, unknown>();
    if (subject.secret === undefined) {
      complain(
        words,
        "catalog/unknown-secret",
        path,
        `\`${text}\` does not say what is known`,
        `write \`know(${formatSubjectPath(subject)}.…)\`: ${helpWith("", secrets.keys(), notation)}`,
      );
      return false;
    }
    if (!secrets.has(subject.secret)) {
      const relations = Object.keys(thingTypes[subject.kind].relations);
      complain(
        words,
        "catalog/unknown-secret",
        path,
        `${article(subject.kind)} has no secret \`${subject.secret}\` (in \`${text}\`)`,
        helpWith(
          subject.secret,
          [...secrets.keys(), ...relations],
          "secrets stand in catalog/capabilities.yaml",
        ),
      );
      return false;
    }
    return true;
  }
  if (subject.secret !== undefined) {
    const relations = Object.keys(thingTypes[subject.kind].relations);
    complain(
      words,
      "catalog/unknown-relation",
      path,
      `${article(subject.kind)} has no relation \`${subject.secret}\` (in \`${text}\`)`,
      helpWith(subject.secret, relations, notation),
    );
    return false;
  }
  if (!allowed.includes(subject.kind)) {
    complain(
      words,
      "catalog/wrong-subject",
      path,
      `\`${kind}\` is not said of ${article(subject.kind)}`,
      `it is said of ${allowed.map((each) => `\`${each}\``).join(", ")}`,
    );
    return false;
  }
  return true;
}

/** One text or a list of them; what cannot be read is complained of and left out. */
export function readEach<T>(
  value: string | readonly string[] | undefined,
  path: Path,
  read: (text: string, path: Path) => T | undefined,
): T[] {
  if (value === undefined) return [];
  const items: readonly (readonly [string, Path])[] =
    typeof value === "string" ? [[value, path]] : value.map((text, i) => [text, [...path, i]] as const);
  return items.map(([text, at]) => read(text, at)).filter((each) => each !== undefined);
}

/** Nested `any` and `all`; the shape has bounded its size and the YAML reader its depth, so this may recurse. */
export function readAsks(words: Words, text: AsksText | undefined, path: Path): Asks {
  if (text === undefined) return { kind: "all", parts: [] };
  if (typeof text === "string") {
    const pattern = readCapability(words, text, path);
    return pattern === undefined ? { kind: "all", parts: [] } : { kind: "capability", pattern };
  }
  if (Array.isArray(text))
    return { kind: "all", parts: text.map((part, i) => readAsks(words, part, [...path, i])) };
  if ("any" in text)
    return { kind: "any", parts: text.any.map((part, i) => readAsks(words, part, [...path, "any", i])) };
  if ("all" in text)
    return { kind: "all", parts: text.all.map((part, i) => readAsks(words, part, [...path, "all", i])) };
  // Whoever names a thing twice has named one: two of three friends are three words, or one that names three.
  const of: readonly (readonly [AsksText, Path])[] =
    typeof text.of === "string"
      ? [[text.of, [...path, "of"]]]
      : text.of.map((part, i) => [part, [...path, "of", i]] as const);
  const keys = of.map(([part]) => JSON.stringify(part));
  const parts = of
    .filter((_, i) => keys.indexOf(keys[i] ?? "") === i)
    .map(([part, at]) => readAsks(words, part, at));
  const some: Asks = { kind: "some", atLeast: text["at-least"], parts };
  const ways = countChoices(some);
  if (ways > 0 && ways <= waysMax) return some;
  complain(
    words,
    ways === 0 ? "shape/bad-text" : "catalog/too-many-ways",
    [...path, "at-least"],
    ways === 0
      ? `\`at-least\` asks for ${some.atLeast} of ${parts.length}`
      : `at least ${some.atLeast} of ${parts.length} can be met in more than ${waysMax} ways`,
    ways === 0
      ? "name more, or ask for fewer; the same word twice is one, and a word counts for several where its relation may name several (`account.trusted`)"
      : "split the flow into several",
  );
  return { kind: "all", parts: [] };
}

export type SetText = string | { condition: string; expires?: string | undefined };

export function readSets(
  words: Words,
  value: SetText | readonly SetText[] | undefined,
  path: Path,
): SetCondition[] {
  if (value === undefined) return [];
  const items: readonly (readonly [SetText, Path])[] = Array.isArray(value)
    ? value.map((item, i) => [item, [...path, i]] as const)
    : [[value as SetText, path]];
  const sets: SetCondition[] = [];
  for (const [item, at] of items) {
    const pattern = readCondition(
      words,
      typeof item === "string" ? item : item.condition,
      typeof item === "string" ? at : [...at, "condition"],
    );
    if (pattern === undefined) continue;
    const expires =
      typeof item === "string" || item.expires === undefined ? undefined : parseDuration(item.expires);
    sets.push({ pattern, ...(expires === undefined ? {} : { expires }) });
  }
  return sets;
}

type WordValue = string | boolean | number;

/** An attribute named by its path, `sim.pin`; gives the thing and the attribute's name, checked with its values. */
export function readAttribute(
  words: Words,
  text: string,
  values: readonly WordValue[],
  path: Path,
): { subject: SubjectPath; attribute: string; values: readonly string[] } | undefined {
  const subject = readSubject(words, text, path, "key");
  if (subject === undefined) return undefined;
  const { secret: attribute, ...thing } = subject;
  const type = attribute === undefined ? undefined : attributeValues(words, subject.kind, attribute);
  if (attribute === undefined || type === undefined) {
    const known = [
      ...Object.keys(thingTypes[subject.kind].attributes),
      ...[...words.settings].filter(([, setting]) => setting.of === subject.kind).map(([id]) => id),
    ];
    return complain(
      words,
      "catalog/unknown-attribute",
      path,
      `${article(subject.kind)} has no attribute \`${attribute ?? subject.relations.at(-1) ?? subject.variable}\``,
      helpWith(attribute ?? "", known, notation),
      "key",
    );
  }
  const read = values.map(String);
  for (const value of read) {
    if (type !== "free" && !type.includes(value)) {
      return complain(
        words,
        "shape/unknown-value",
        path,
        `unknown value \`${value}\` for \`${text}\``,
        helpWith(value, type, notation),
      );
    }
  }
  return { subject: thing, attribute, values: read };
}

/** The values an attribute or setting can have; `free` for free text. `unknown` can be said of any of them. */
export function attributeValues(
  words: Pick<Words, "settings">,
  kind: ThingKind,
  attribute: string,
): readonly string[] | "free" | undefined {
  const builtIn = Object.hasOwn(thingTypes[kind].attributes, attribute)
    ? thingTypes[kind].attributes[attribute]
    : undefined;
  if (builtIn !== undefined)
    return builtIn.values === undefined ? "free" : [...new Set([...builtIn.values, "unknown"])];
  const setting = words.settings.get(attribute);
  return setting?.of === kind ? [...new Set([...setting.values, "unknown"])] : undefined;
}

export function readWhen(
  words: Words,
  value: Readonly<Record<string, WordValue | readonly WordValue[]>> | undefined,
  path: Path,
): When[] {
  const when: When[] = [];
  for (const [text, allowed] of Object.entries(value ?? {})) {
    const read = readAttribute(words, text, Array.isArray(allowed) ? allowed : [allowed as WordValue], [
      ...path,
      text,
    ]);
    if (read !== undefined) when.push(read);
  }
  return when;
}

export function readRanges(
  words: Words,
  value: Partial<Record<ThingKind, string | readonly string[]>> | undefined,
  path: Path,
): Range[] {
  const ranges: Range[] = [];
  for (const [variable, over] of Object.entries(value ?? {})) {
    if (!isThingKind(variable) || over === undefined) continue;
    const whose = whoseThings.find((each) => each === over);
    if (whose !== undefined && (variable === "account" || mayBe(variable, whose))) {
      ranges.push({ variable, over: [], whose });
      continue;
    }
    const paths = readEach(over, [...path, variable], (text, at) => {
      const subject = readThingPath(words, text, at);
      if (subject !== undefined && subject.kind !== variable) {
        return complain(
          words,
          "catalog/wrong-subject",
          at,
          `\`${text}\` leads to ${article(subject.kind)}, not to ${article(variable)}`,
          `give \`${variable}\` a relation that leads to ${article(variable)}`,
        );
      }
      return subject;
    });
    ranges.push({ variable, over: paths });
  }
  const circle = circleAmong(ranges);
  if (circle !== undefined) {
    complain(
      words,
      "catalog/wrong-subject",
      [...path, circle[0] ?? ""],
      `\`for\` goes in a circle: ${circle.map((kind) => `\`${kind}\``).join(" → ")}`,
      "let one of them begin at `person`, for example `person.cards`",
      "key",
    );
  }
  return ranges;
}

/** A face is nobody else's, and nobody opens a phone at an office. */
const mayBe = (variable: ThingKind, whose: Whose): boolean =>
  variable !== "person" && (whose === "theirs" || thingTypes[variable].institutionKey !== undefined);

/** Variables that each run over relations of the next, back to the first. */
function circleAmong(ranges: readonly Range[]): readonly ThingKind[] | undefined {
  const leadsTo = new Map(
    ranges.map(({ variable, over }) => [variable, over.map((path) => path.variable)] as const),
  );
  for (const start of leadsTo.keys()) {
    const ways: ThingKind[][] = [[start]];
    const seen = new Set<ThingKind>();
    for (const way of ways) {
      for (const next of leadsTo.get(way.at(-1) ?? start) ?? []) {
        if (next === start) return [...way, next];
        if (!seen.has(next)) ways.push([...way, next]);
        seen.add(next);
      }
    }
  }
  return undefined;
}
