/** Measures, institutions and sources explained. */
import type { Catalog } from "../catalog/index.ts";
import {
  type Asks,
  type CapabilityPattern,
  type FlowChange,
  formatPattern,
  formatSubjectPath,
  type Institution,
  type Measure,
} from "../model/index.ts";
import { sayEffort } from "./audit-words.ts";
import { clocksOf } from "./explain-clock.ts";
import { institutionKindWords } from "./explain-words.ts";
import { type Explaining, facts, flowsOf, heading, listOf, sayBasis, sayValid } from "./explaining.ts";
import { marks } from "./marks.ts";
import { sayKind } from "./say.ts";
import { sayDate, sayDuration } from "./say-amounts.ts";
import { asksLines, sayHours, sayPattern } from "./say-pattern.ts";

/** A measure with the institution it belongs to; absent: no single one owns it. */
export interface MeasureAt {
  readonly measure: Measure;
  readonly institution?: Institution;
}

export function measuresOf({ measures, institutions }: Catalog): readonly MeasureAt[] {
  return [
    ...measures.map((measure) => ({ measure })),
    ...[...institutions.values()].flatMap((institution) =>
      institution.measures.map((measure) => ({ measure, institution })),
    ),
  ];
}

export function explainMeasure(
  explaining: Explaining,
  { measure, institution }: MeasureAt,
): readonly string[] {
  const { words, lang, catalog } = explaining;
  const say = (pattern: CapabilityPattern) =>
    `${sayPattern(pattern, catalog.vocabulary, lang)}  [${formatPattern(pattern)}]`;
  const asks = (each: Asks) => asksLines(each, say, words);
  const flows = flowsOf(catalog).filter(
    ({ institution: at, flow }) =>
      flow.measures.includes(measure.id) && (institution === undefined || at.id === institution.id),
  );
  return [
    ...heading(
      explaining,
      words.measure,
      institution === undefined ? measure.id : `${institution.id}/${measure.id}`,
      measure.title[lang],
    ),
    ...facts(explaining, [
      [
        words.by,
        [
          measure.perWorld
            ? words.byAll
            : measure.by === "person"
              ? words.byPerson
              : `${words.byInstitution}${institution === undefined ? "" : ` (${institution.name[lang]})`}`,
        ],
      ],
      [words.effort, [sayEffort(measure.effort, lang)]],
      [words.how, measure.how === undefined ? [] : [measure.how[lang]]],
      [
        words.changes,
        measure.changes.map(
          ({ subject, attribute, value }) => `${formatSubjectPath(subject)}.${attribute}: ${value}`,
        ),
      ],
      [words.sets, measure.sets.map(({ pattern }) => say(pattern))],
      [words.renews, measure.renews.map(say)],
      [words.removes, measure.removes],
      [words.replaces, [...measure.replaces].map(([flow, change]) => `${flow}: ${keysSaid(change)}`)],
      [words.asksMore, measure.asksMore.flatMap(asks)],
      [words.givesLess, measure.givesLess.map(say)],
      [words.delays, measure.delays === undefined ? [] : [sayDuration(measure.delays, lang)]],
      [words.onlyHours, measure.onlyHours === undefined ? [] : [sayHours(measure.onlyHours, lang)]],
      [words.valid, sayValid(explaining, measure.valid)],
      [words.basis, measure.basis === undefined ? [] : sayBasis(explaining, measure.basis)],
    ]),
    ...listOf(explaining, words.listedBy, flows),
  ];
}

const yesKeys = { agent: "discretion", owner: "consent", insider: "insider" } as const;

/** The keys it replaces, as a file writes them; the least of an interval stands beside its sum. */
function keysSaid(change: FlowChange): string {
  const asWritten: Readonly<Record<string, string | undefined>> = {
    ranges: "for",
    atMost: "at-most",
    atLeast: undefined,
    eachAtLeast: undefined,
    discretion: change.discretion === undefined ? undefined : yesKeys[change.discretion.whose],
  };
  return Object.keys(change)
    .flatMap((key) => (Object.hasOwn(asWritten, key) ? (asWritten[key] ?? []) : [key]))
    .join(", ");
}

export function explainInstitution(explaining: Explaining, institution: Institution): readonly string[] {
  const { words, lang, catalog } = explaining;
  const { id, name, also, kind, regions, contacts, provides, settings, flows, measures, noCounter } =
    institution;
  const file = catalog.files.get(id);
  return [
    ...heading(explaining, words.institution, id, name[lang]),
    ...facts(explaining, [
      [words.kind, [institutionKindWords[kind][lang]]],
      [words.regions, [regions.length === 0 ? words.everywhere : regions.join(", ")]],
      [words.also, also.length === 0 ? [] : [also.join(marks[lang].list)]],
      [
        words.provides,
        provides.length === 0 ? [] : [provides.map((each) => sayKind(each, lang)).join(marks[lang].list)],
      ],
      [words.counter, noCounter === undefined ? [] : [words.noCounter, ...sayBasis(explaining, noCounter)]],
      [
        words.contacts,
        contacts.map(({ tel, url, hours, note, source }) =>
          [tel, url, hours, note?.[lang], source === undefined ? undefined : `[${source}]`]
            .filter((each) => each !== undefined)
            .join("  "),
        ),
      ],
      [
        words.settings,
        [...settings].map(
          ([setting, { of, values, title }]) =>
            `${setting} (${sayKind(of, lang)}): ${title[lang]}; ${values.join(", ")}`,
        ),
      ],
      [words.clocks, clocksOf(catalog, institution).map((clock) => `${clock.title[lang]}  [${clock.id}]`)],
      [words.file, file === undefined ? [] : [file]],
    ]),
    ...listOf(
      explaining,
      words.flows,
      flows.map((flow) => ({ institution, flow })),
    ),
    ...measureList(explaining, measures, institution),
  ];
}

function measureList(
  { words, lang, paint }: Explaining,
  measures: readonly Measure[],
  { id }: Institution,
): readonly string[] {
  if (measures.length === 0) return [];
  return [
    "",
    paint.title(words.measuresOf(measures.length)),
    ...measures.map((measure) => `  ${paint.stops(`${id}/${measure.id}`)}  ${measure.title[lang]}`),
  ];
}

export function explainSource(explaining: Explaining, id: string): readonly string[] {
  const { words, lang, catalog } = explaining;
  const source = catalog.sources.get(id);
  if (source === undefined) return [];
  return [
    ...heading(explaining, words.source, id, source.title[lang]),
    ...facts(explaining, [
      ["URL", source.url === undefined ? [] : [source.url]],
      [words.published, source.published === undefined ? [] : [sayDate(source.published, lang)]],
      [words.read, source.seen === undefined ? [] : [sayDate(source.seen, lang)]],
      [words.grade, source.grade === undefined ? [] : [source.grade]],
    ]),
    ...listOf(
      explaining,
      words.restsOn,
      flowsOf(catalog).filter(({ flow }) => flow.basis.source === id),
    ),
  ];
}
