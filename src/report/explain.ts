/**
 * What a word means: a capability, condition or secret of the vocabulary, a flow, a measure, an institution, a source.
 * One word may be several of these; each is explained. An unknown word gives nothing, and `wordsKnown` what it may have
 * been meant for.
 */
import { type Catalog, institutionsCalled } from "../catalog/index.ts";
import {
  type Asks,
  type CapabilityPattern,
  compareText,
  type HarmWord,
  splitCapability,
  type ThingKind,
} from "../model/index.ts";
import { displayWidth, padEnd } from "./columns.ts";
import { explainClock } from "./explain-clock.ts";
import { explainFlow } from "./explain-flow.ts";
import { explainInstitution, explainMeasure, explainSource, measuresOf } from "./explain-others.ts";
import { explainWords } from "./explain-words.ts";
import { type Explaining, type FlowAt, flowsOf, heading, listed, listOf } from "./explaining.ts";
import { harmWords, wordsOfHarm } from "./harm-words.ts";
import { inBrackets, marks } from "./marks.ts";
import { paintWith } from "./paint.ts";
import { sayKind } from "./say.ts";
import { sayWord } from "./say-pattern.ts";
import { laid } from "./telling.ts";
import type { Lang } from "./words.ts";

export interface ExplainOptions {
  readonly lang: Lang;
  readonly colour: boolean;
  readonly columns: number;
}

/** More flows of one name than these are listed, not told. */
const flowsTold = 3;

export function explain(
  catalog: Catalog,
  word: string,
  { lang, colour, columns }: ExplainOptions,
): string | undefined {
  const explaining: Explaining = {
    catalog,
    lang,
    words: explainWords(lang),
    paint: paintWith(colour),
    columns,
  };
  const bare = word.trim();
  const kind = splitCapability(bare)?.kind ?? bare;
  const flows = flowsNamed(catalog, bare);
  const parts: (readonly string[])[] = [
    ...(catalog.vocabulary.capabilities.has(kind) && secretIn(bare) === undefined
      ? [explainCapability(explaining, kind)]
      : []),
    ...(catalog.vocabulary.conditions.has(kind) ? [explainCondition(explaining, kind)] : []),
    ...secretsNamed(catalog, bare).map(([thing, secret]) => explainSecret(explaining, thing, secret)),
    ...(flows.length > flowsTold
      ? [listed(explaining, explaining.words.flows(flows.length), flows)]
      : flows.map((at) => explainFlow(explaining, at))),
    ...measuresOf(catalog)
      .filter(
        ({ measure, institution }) =>
          measure.id === bare.replace(/\(.*\)$/, "") || `${institution?.id}/${measure.id}` === bare,
      )
      .map((at) => explainMeasure(explaining, at)),
    ...institutionsCalled(catalog, bare).map((institution) => explainInstitution(explaining, institution)),
    ...(catalog.clocks.has(bare) ? [explainClock(explaining, bare)] : []),
    ...(catalog.sources.has(bare) ? [explainSource(explaining, bare)] : []),
  ];
  return parts.length === 0 ? undefined : parts.map((lines) => lines.join("\n")).join("\n\n");
}

/** Everything that can be explained, for “did you mean”. */
export function wordsKnown(catalog: Catalog): readonly string[] {
  const { capabilities, conditions, secrets } = catalog.vocabulary;
  const institutions = [...catalog.institutions.values()];
  const all = [
    ...capabilities.keys(),
    ...conditions.keys(),
    ...[...secrets].flatMap(([thing, named]) =>
      [...named.keys()].flatMap((secret) => [secret, `${thing}.${secret}`]),
    ),
    ...institutions.flatMap(({ id, flows, also, name }) => [
      id,
      name.en,
      name.zh,
      ...also,
      ...flows.flatMap((flow) => [flow.id, `${id}/${flow.id}`]),
    ]),
    ...measuresOf(catalog).map(({ measure }) => measure.id),
    ...catalog.clocks.keys(),
    ...catalog.sources.keys(),
  ];
  return [...new Set(all)].sort(compareText);
}

/** The whole vocabulary, a line a word. */
export function listVocabulary(catalog: Catalog, { lang, colour, columns }: ExplainOptions): string {
  const words = explainWords(lang);
  const paint = paintWith(colour);
  const { capabilities, conditions, secrets } = catalog.vocabulary;
  const rows = (entries: readonly (readonly [string, string])[]) => {
    const width = Math.min(30, Math.max(...entries.map(([name]) => displayWidth(name))));
    return entries.flatMap(([name, said]) =>
      laid(said, {
        columns,
        indent: `  ${paint.stops(padEnd(name, width))}  `,
        hanging: " ".repeat(width + 4),
      }),
    );
  };
  const kinds = [...capabilities.values()].map(
    ({ kind, of, sentence, isLoss }) =>
      [kind, `${sayWord(of, sentence, lang)}${isLoss ? inBrackets(words.aLoss, lang) : ""}`] as const,
  );
  const states = [...conditions.values()].map(
    ({ kind, of, sentence }) => [kind, sayWord(of, sentence, lang)] as const,
  );
  const hidden = [...secrets].flatMap(([thing, named]) =>
    [...named].map(([secret, said]) => [`${thing}.${secret}`, said[lang]] as const),
  );
  return [
    paint.title(words.capabilities),
    ...rows(kinds),
    "",
    paint.title(words.conditions),
    ...rows(states),
    "",
    paint.title(words.secrets),
    ...rows(hidden),
  ].join("\n");
}

function explainCapability(explaining: Explaining, kind: string): readonly string[] {
  const { catalog, words, lang } = explaining;
  const word = catalog.vocabulary.capabilities.get(kind);
  if (word === undefined) return [];
  const stopping = [...catalog.vocabulary.conditions.values()].filter(({ stops }) => stops.includes(kind));
  const notes = [
    ...(word.isLoss ? [words.isLoss] : []),
    ...harmNotes(word.harm, lang),
    ...(word.exclusive ? [words.isExclusive] : []),
    ...(word.owner ? [words.isOwners] : []),
    ...(word.needed ? [words.isNeeded] : []),
    ...(stopping.length === 0
      ? []
      : [
          `${words.stoppedBy}${marks[lang].colon}${stopping.map((condition) => `${condition.kind}${inBrackets(sayWord(condition.of, condition.sentence, lang), lang)}`).join(marks[lang].semicolon)}`,
        ]),
  ];
  return [
    ...heading(explaining, words.capability, formatOf(kind, word.of), sayWord(word.of, word.sentence, lang)),
    ...notes.flatMap((note) => laid(note, { columns: explaining.columns, indent: "  - ", hanging: "    " })),
    ...flowLists(explaining, (pattern) => pattern.kind === kind),
  ];
}

function explainSecret(explaining: Explaining, thing: ThingKind, secret: string): readonly string[] {
  const { catalog, words, lang } = explaining;
  const said = catalog.vocabulary.secrets.get(thing)?.get(secret)?.[lang] ?? secret;
  const isIt = (pattern: CapabilityPattern) =>
    pattern.subjects.some((subject) => subject.kind === thing && subject.secret === secret);
  return [
    ...heading(
      explaining,
      words.secret,
      `know(${thing}.${secret})`,
      words.inKind(sayKind(thing, lang), said),
    ),
    ...flowLists(explaining, isIt),
  ];
}

/** What harm it counts as, each kind once. */
function harmNotes(harm: HarmWord | undefined, lang: Lang): readonly string[] {
  if (harm === undefined) return [];
  const kinds = typeof harm === "string" ? [harm] : [...new Set(Object.values(harm))];
  return [
    wordsOfHarm(lang).asALoss(kinds.map((kind) => harmWords[kind].beside[lang]).join(marks[lang].list)),
  ];
}

function explainCondition(explaining: Explaining, kind: string): readonly string[] {
  const { catalog, words, lang, columns } = explaining;
  const word = catalog.vocabulary.conditions.get(kind);
  if (word === undefined) return [];
  const { capabilities } = catalog.vocabulary;
  const said = (each: string) => {
    const capability = capabilities.get(each);
    return capability === undefined ? each : sayWord(word.of, capability.name, lang);
  };
  const stopped = word.stops.map(said);
  const diverted = word.diverts.map(said);
  const flows = flowsOf(catalog);
  return [
    ...heading(explaining, words.condition, formatOf(kind, word.of), sayWord(word.of, word.sentence, lang)),
    ...[
      ...(stopped.length === 0 ? [] : [words.stops(stopped)]),
      ...(diverted.length === 0 ? [] : [words.diverts(diverted)]),
      ...harmNotes(word.harm, lang),
    ].flatMap((note) => laid(note, { columns, indent: "  - ", hanging: "    " })),
    ...listOf(
      explaining,
      words.setBy,
      flows.filter(({ flow }) => flow.sets.some(({ pattern }) => pattern.kind === kind)),
    ),
    ...listOf(
      explaining,
      words.clearedBy,
      flows.filter(({ flow }) => flow.clears.some((pattern) => pattern.kind === kind)),
    ),
  ];
}

const formatOf = (kind: string, of: readonly (readonly ThingKind[])[]): string =>
  `${kind}(${of.map((kinds) => kinds.join("|")).join(", ")})`;

function flowLists(explaining: Explaining, isIt: (pattern: CapabilityPattern) => boolean): readonly string[] {
  const { words } = explaining;
  const flows = flowsOf(explaining.catalog);
  return [
    ...listOf(
      explaining,
      words.givenBy,
      flows.filter(({ flow }) => flow.gives.some(isIt)),
    ),
    ...listOf(
      explaining,
      words.askedBy,
      flows.filter(({ flow }) => patternsIn(flow.asks).some(isIt)),
    ),
  ];
}

function patternsIn(asks: Asks): readonly CapabilityPattern[] {
  return asks.kind === "capability" ? [asks.pattern] : asks.parts.flatMap(patternsIn);
}

const flowsNamed = (catalog: Catalog, word: string): readonly FlowAt[] =>
  flowsOf(catalog).filter(
    ({ institution, flow }) => flow.id === word || `${institution.id}/${flow.id}` === word,
  );

/** `line.service-password`, `know(line.service-password)`, or the secret alone. */
function secretsNamed({ vocabulary }: Catalog, word: string): readonly (readonly [ThingKind, string])[] {
  const wanted = secretIn(word) ?? word;
  return [...vocabulary.secrets].flatMap(([thing, named]) =>
    [...named.keys()].flatMap((secret) =>
      wanted === secret || wanted === `${thing}.${secret}` ? [[thing, secret] as const] : [],
    ),
  );
}

function secretIn(word: string): string | undefined {
  const split = splitCapability(word);
  const subject = split?.kind === "know" ? split.subjects[0] : undefined;
  return subject?.includes(".") === true ? subject.split(".").slice(-2).join(".") : undefined;
}
