/** What every part of an explanation is made of: a heading, facts with labels, lists of flows. */
import type { Catalog } from "../catalog/index.ts";
import type { Basis, Flow, Institution } from "../model/index.ts";
import { basisWords } from "./basis-words.ts";
import { displayWidth, padEnd } from "./columns.ts";
import type { ExplainWords } from "./explain-words.ts";
import { marks } from "./marks.ts";
import type { Paint } from "./paint.ts";
import { sayDate } from "./say-amounts.ts";
import { laid } from "./telling.ts";
import type { Lang } from "./words.ts";

export interface Explaining {
  readonly catalog: Catalog;
  readonly lang: Lang;
  readonly words: ExplainWords;
  readonly paint: Paint;
  readonly columns: number;
}

/** A flow with the institution that runs it. */
export interface FlowAt {
  readonly institution: Institution;
  readonly flow: Flow;
}

export function heading(
  { paint, columns }: Explaining,
  what: string,
  id: string,
  said: string,
): readonly string[] {
  return [`${paint.title(id)}  ${paint.quiet(what)}`, ...laid(said, { columns, indent: "  " })];
}

/** Label and lines; a label without lines is left out. */
export function facts(
  { paint, columns }: Explaining,
  items: readonly (readonly [label: string, lines: readonly string[]])[],
): readonly string[] {
  const told = items.filter(([, lines]) => lines.length > 0);
  const width = Math.min(24, Math.max(0, ...told.map(([label]) => displayWidth(label))));
  return told.flatMap(([label, lines]) => {
    const isLong = displayWidth(label) > width;
    const rows = lines.flatMap((line, i) => {
      const inner = /^\s*(?:- )?/.exec(line)?.[0].length ?? 0;
      const indent = i === 0 && !isLong ? `  ${paint.quiet(padEnd(label, width))}  ` : " ".repeat(width + 4);
      return laid(line, { columns, indent, hanging: " ".repeat(width + 4 + inner) });
    });
    return isLong ? [`  ${paint.quiet(label)}`, ...rows] : rows;
  });
}

export function flowsOf({ institutions }: Catalog): readonly FlowAt[] {
  return [...institutions.values()].flatMap((institution) =>
    institution.flows.map((flow) => ({ institution, flow })),
  );
}

/** A list of more flows than these is cut, with the number of the rest. */
const listMax = 40;

export function listOf(
  explaining: Explaining,
  title: (count: number) => string,
  flows: readonly FlowAt[],
): readonly string[] {
  return flows.length === 0 ? [] : listed(explaining, title(flows.length), flows);
}

export function listed(
  { lang, paint, words, columns }: Explaining,
  title: string,
  flows: readonly FlowAt[],
): readonly string[] {
  const names = flows
    .slice(0, listMax)
    .map(({ institution, flow }) => [`${institution.id}/${flow.id}`, flow.title[lang]] as const);
  const width = Math.min(Math.max(...names.map(([name]) => displayWidth(name))), Math.floor(columns / 2));
  const rows = names.flatMap(([name, said]) =>
    displayWidth(name) > width
      ? [`  ${paint.stops(name)}`, ...laid(said, { columns, indent: " ".repeat(width + 4) })]
      : laid(said, {
          columns,
          indent: `  ${paint.stops(padEnd(name, width))}  `,
          hanging: " ".repeat(width + 4),
        }),
  );
  return [
    "",
    paint.title(title),
    ...rows,
    ...(flows.length > listMax ? [paint.quiet(`  ${words.andMore(flows.length - listMax)}`)] : []),
  ];
}

/** When a flow or measure is in force; nothing where it always is. */
export function sayValid({ words, lang }: Explaining, { from, until }: Flow["valid"]): readonly string[] {
  const parts = [
    ...(from === undefined ? [] : [words.from(sayDate(from, lang))]),
    ...(until === undefined ? [] : [words.until(sayDate(until, lang))]),
  ];
  return parts.length === 0 ? [] : [parts.join(" ")];
}

/** How it is known, who says so and where that can be read. */
export function sayBasis(
  { lang, catalog, words }: Explaining,
  { status, seen, source, note }: Basis,
): readonly string[] {
  const found = catalog.sources.get(source);
  const { word, meaning } = basisWords[status];
  const date = /^\d{4}/.test(seen) ? [words.seen(sayDate(seen, lang))] : [];
  return [
    [`${word[lang]}${marks[lang].colon}${meaning[lang]}`, ...date].join(marks[lang].semicolon),
    found === undefined ? source : `${found.title[lang]}  [${source}]`,
    ...(found?.url === undefined ? [] : [found.url]),
    ...(note === undefined ? [] : [note[lang]]),
  ];
}
