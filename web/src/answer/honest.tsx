/** What the page rests on and what it does not say; the part a careful reader looks for. */
import { memo } from "react";
import { marks, sayDate, sayLabel, sayThing, verdictWords } from "../../../src/report/index.ts";
import { type Telling, useTelling } from "../telling.ts";
import { basisWords } from "../words.ts";

export const Honest = memo(function Honest() {
  const telling = useTelling();
  const { words, base, lang, data } = telling;
  const { coverage, basis, asOf } = base;
  const label = sayLabel(base, lang, words);
  const sources = sourcesOf(telling);
  const stop = marks[lang].stop;
  const date = asOf === undefined ? undefined : sayDate(asOf, lang);
  const judged =
    coverage.notJudged.length === 0
      ? words.judgedAll(coverage.judged)
      : words.notJudged(
          coverage.notJudged.map((thing) => sayThing(data, thing, lang)).join(marks[lang].list),
        );
  const read = coverage.aspects === null ? [] : [verdictWords(lang).aspects(coverage.aspects)];
  const parts: readonly (readonly [string, string])[] = [
    ...(date === undefined ? [] : [[words.asReported, words.asReportedText(date)] as const]),
    [words.reach, words.reachText],
    ...(label === undefined ? [] : [[words.label, `${label}${stop}`] as const]),
    ...(basis === null
      ? []
      : [
          [
            words.weakestBasis,
            `${basisWords[basis].word[lang]}${marks[lang].colon}${basisWords[basis].meaning[lang]}${stop}`,
          ] as const,
        ]),
    [words.coverage, `${[judged, ...read, words.read(coverage)].join(marks[lang].semicolon)}${stop}`],
    ...assumptionsOf(telling),
    [words.locally, words.locallyText],
  ];
  return (
    <section aria-labelledby="honest" className="honest">
      <h2 id="honest">{words.honest}</h2>
      <dl>
        {parts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {sources.length === 0 ? null : (
          <div>
            <dt>{words.sources}</dt>
            <dd>
              <ul>
                {sources.map((source) => (
                  <li key={source}>{source}</li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
});

/** Of no way there is nothing to say: that nothing was assumed would sound like a finding. */
function assumptionsOf({ base, words, lang, data }: Telling): readonly (readonly [string, string])[] {
  const { assumed } = base.coverage;
  if (assumed.length > 0) {
    const things = new Set(assumed.map((what) => sayThing(data, what.split(": ")[0] ?? "", lang)));
    return [[words.assumptions, words.assumedWhy([...things].join(marks[lang].list))]];
  }
  return base.losses.some(({ way }) => way !== null && way !== undefined)
    ? [[words.assumptions, words.nothingAssumed]]
    : [];
}

function sourcesOf({ base, data, lang }: Telling): readonly string[] {
  const used = new Set(base.losses.flatMap(({ way }) => way?.steps.map(({ basis }) => basis.source) ?? []));
  return [...used].flatMap((id) => {
    const source = data.sources.get(id);
    if (source === undefined) return [];
    const published =
      source.published === undefined ? "" : `${marks[lang].comma}${sayDate(source.published, lang)}`;
    return [`${source.title[lang]}${published}`];
  });
}
