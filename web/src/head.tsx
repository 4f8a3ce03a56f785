/** The title in both languages, the choice of one, what this is, and the bottom line. */
import type { Loss } from "../../src/questions/index.ts";
import { type Lang, sayDuration } from "../../src/report/index.ts";
import type { PageAnswer } from "./engine/engine.ts";
import { languageTag } from "./language.ts";
import { duration, money, named, useTelling } from "./telling.ts";

interface HeadProps {
  readonly setLang: (lang: Lang) => void;
  /** The loss reached first, with nothing switched on. */
  readonly first: Loss | undefined;
  readonly now: PageAnswer;
  /** How many measures are switched on. */
  readonly chosen: number;
}

export function Head({ setLang, first, now, chosen }: HeadProps) {
  const telling = useTelling();
  const { lang, words, data } = telling;
  const other: Lang = lang === "zh" ? "en" : "zh";
  return (
    <header className="head">
      <div className="bar">
        <span className="brand">chainbreak</span>
        <LanguageSwitch lang={lang} setLang={setLang} label={words.otherLanguage} />
      </div>
      <h1>
        {data.person.name[lang]}
        <span className="title-other" lang={languageTag(other)}>
          {data.person.name[other]}
        </span>
      </h1>
      <p className="lead">{words.whatThisIs}</p>
      {first?.way === undefined || first.way === null ? null : (
        <p className="bottom-line">
          {named(telling, words.onlyTheSim)}
          <strong>{words.steps(first.way.steps.length)}</strong>
          {lang === "zh" ? words.and : ` ${words.and} `}
          <strong>{sayDuration(first.way.minutes, lang)}</strong>
          {lang === "zh" ? "" : " "}
          {words.toFirstLoss}{" "}
          <strong className="amount">
            {first.amount === undefined ? words.unknownAmount : money(telling, first.amount)}
          </strong>
          {lang === "zh" ? "。" : "."}
        </p>
      )}
      <WithMeasures now={now} chosen={chosen} />
    </header>
  );
}

function LanguageSwitch({
  lang,
  setLang,
  label,
}: {
  readonly lang: Lang;
  readonly setLang: (lang: Lang) => void;
  readonly label: string;
}) {
  const choices: readonly (readonly [Lang, string])[] = [
    ["zh", "中文"],
    ["en", "English"],
  ];
  return (
    <fieldset className="languages">
      <legend className="unseen">{label}</legend>
      {choices.map(([each, name]) => (
        <button
          key={each}
          type="button"
          lang={languageTag(each)}
          aria-pressed={lang === each}
          onClick={() => setLang(each)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}

/** Always there, so that nothing below moves when a switch is thrown. */
function WithMeasures({ now, chosen }: Pick<HeadProps, "now" | "chosen">) {
  const telling = useTelling();
  const { words, lang } = telling;
  if (chosen === 0) return <p className="with-measures">{words.tryBelow}</p>;
  const left = now.audit.losses.filter(({ reachable }) => reachable);
  const firstAt = Math.min(...left.map(({ earliestMinutes }) => earliestMinutes ?? Infinity));
  const said =
    left.length === 0
      ? words.nothingReached
      : words.stillReached({
          money: money(telling, now.audit.reachableAmount),
          duration: duration(telling, firstAt),
        });
  return (
    <p className={left.length === 0 ? "with-measures holds" : "with-measures"}>
      {named(telling, words.withMeasures(chosen))}
      {said}
      {lang === "zh" ? "。" : "."}
    </p>
  );
}
