/**
 * What the catalogue rests on, as text: the sources by what rests on them, then what an outsider cannot check, then what is
 * old. With the name of an institution or a source, what rests on what there, line by line.
 */
import {
  type Catalog,
  type Evidence,
  type Resting,
  type SourceEvidence,
  unfounded,
} from "../catalog/index.ts";
import { type BasisStatus, basisStatuses } from "../model/index.ts";
import { basisWords } from "./basis-words.ts";
import type { ExplainOptions } from "./explain.ts";
import { marks } from "./marks.ts";
import { paintWith } from "./paint.ts";
import { sayDate } from "./say-amounts.ts";
import { type SourcesWords, sayAddress, sourcesWords } from "./sources-words.ts";
import { laid } from "./telling.ts";

/** The whole catalogue; what is only counted here is told line by line by `renderSourcesOf`. */
export function renderSources(evidence: Evidence, options: ExplainOptions): string {
  const telling = tellingOf(options);
  const { words, paint, columns } = telling;
  const used = evidence.sources.filter(({ rests }) => rests.length > 0);
  const resting = used.flatMap(({ rests }) => rests);
  const cannot = used.filter((source) => unfounded(source).length > 0);
  const claimedOnly = used.filter((source) => isNowhere(source) && unfounded(source).length === 0);
  const old = resting.filter(({ isOld, isOver }) => isOld && !isOver);
  const numbersWithout = evidence.numbers.filter(({ address }) => address !== "page");
  const listed = (ids: readonly string[]) =>
    ids.length === 0 ? [] : laid(ids.join(marks[telling.lang].list), { columns, indent: "  " });
  return [
    paint.title(words.heading({ sources: used.length, resting: resting.length })),
    `  ${countsOf(resting, telling)}`,
    ...used.flatMap((source) => sourceLines(source, telling)),
    "",
    paint.title(words.cannotLookUp(cannot.length)),
    ...(cannot.length === 0 ? [] : laid(words.cannotMeaning, { columns, indent: "  " })),
    ...cannot.flatMap((source) => [
      `  ${paint.doubt(source.id)}  ${sayAddress(words, source.address)}`,
      ...laid(
        unfounded(source)
          .map(({ id }) => id)
          .join(marks[telling.lang].list),
        { columns, indent: "    " },
      ),
    ]),
    "",
    paint.title(words.claimedOnly(claimedOnly.length)),
    ...listed(claimedOnly.map(({ id }) => id)),
    "",
    paint.title(words.old(old.length)),
    ...listed(old.map(({ id, seen }) => `${id} ${seen}`)),
    "",
    paint.title(words.undated(evidence.undatedMeasures.length)),
    ...listed(evidence.undatedMeasures),
    ...(evidence.numbers.length === 0
      ? []
      : [
          "",
          paint.title(words.numbers({ all: evidence.numbers.length, without: numbersWithout.length })),
          ...listed(numbersWithout.map(({ institution, tel }) => `${institution} ${tel}`)),
        ]),
    ...(evidence.unsourced.length === 0
      ? []
      : ["", paint.title(words.unsourced(evidence.unsourced.length)), ...listed(evidence.unsourced)]),
    ...(evidence.sources.length === used.length
      ? []
      : ["", paint.quiet(words.unused(evidence.sources.length - used.length))]),
  ].join("\n");
}

/** One institution (by its id) or one source; nothing where the word names neither. */
export function renderSourcesOf(
  evidence: Evidence,
  word: string,
  { institutions }: Catalog,
  options: ExplainOptions,
): string | undefined {
  const telling = tellingOf(options);
  const isHere = institutions.has(word) ? ({ id }: Resting) => id.startsWith(`${word}/`) : () => true;
  const found = evidence.sources
    .filter(({ id, rests }) => (institutions.has(word) ? rests.some(isHere) : id === word))
    .map((source) => ({ ...source, rests: source.rests.filter(isHere) }));
  if (found.length === 0) return undefined;
  return found
    .flatMap((source) => [
      ...sourceLines(source, telling),
      ...source.rests.map(
        ({ id, status, seen, isOld, isOver }) =>
          `      ${id}  ${basisWords[status].word[telling.lang]}  ${seen}${isOver ? `  ${telling.words.isOver}` : isOld ? `  ${telling.paint.doubt(telling.words.isOld)}` : ""}`,
      ),
    ])
    .join("\n");
}

interface SourcesTelling {
  readonly lang: ExplainOptions["lang"];
  readonly columns: number;
  readonly words: SourcesWords;
  readonly paint: ReturnType<typeof paintWith>;
}

const tellingOf = ({ lang, columns, colour }: ExplainOptions): SourcesTelling => ({
  lang,
  columns,
  words: sourcesWords(lang),
  paint: paintWith(colour),
});

const isNowhere = ({ address }: SourceEvidence) => address === "site" || address === "none";

function sourceLines(source: SourceEvidence, telling: SourcesTelling): readonly string[] {
  const { lang, words, paint } = telling;
  const { id, title, url, published, seen, grade, address, rests } = source;
  const dates = [
    ...(published === undefined ? [] : [words.published(sayDate(published, lang))]),
    ...(seen === undefined ? [] : [words.seen(sayDate(seen, lang))]),
    ...(grade === undefined ? [] : [grade]),
  ];
  const where =
    url === undefined
      ? sayAddress(words, address)
      : isNowhere(source)
        ? `${url}  ${sayAddress(words, address)}`
        : url;
  return [
    `${paint.strong(id)}  ${words.things(rests.length)}${marks[lang].colon}${countsOf(rests, telling)}`,
    ...(title === undefined ? [] : laid(title[lang], { columns: telling.columns, indent: "    " })),
    `    ${paint.quiet([where, ...dates].join("  "))}`,
  ];
}

/** How many of each status, the strongest first. */
function countsOf(rests: readonly Resting[], { lang }: SourcesTelling): string {
  const counts = new Map<BasisStatus, number>();
  for (const { status } of rests) counts.set(status, (counts.get(status) ?? 0) + 1);
  return basisStatuses
    .filter((status) => counts.has(status))
    .map((status) => `${counts.get(status)} ${basisWords[status].word[lang]}`)
    .join(marks[lang].comma);
}
