/** The title in both languages, what this is, and the bottom line. */
import type { Loss } from "../../../src/questions/index.ts";
import { type Lang, sayCapability, sayDuration } from "../../../src/report/index.ts";
import { languageTag } from "../app/route.ts";
import type { PageAnswer } from "../engine/engine.ts";
import { duration, money, named, useTelling } from "../telling.ts";

interface HeadProps {
  /** The loss reached first, with nothing switched on. */
  readonly first: Loss | undefined;
  readonly now: PageAnswer;
  /** How many measures are switched on. */
  readonly chosen: number;
}

export function Head({ first, now, chosen }: HeadProps) {
  const telling = useTelling();
  const { lang, words, data, isOwn, base } = telling;
  const other: Lang = lang === "zh" ? "en" : "zh";
  const { name } = data.person;
  const held = base.held.map((each) => sayCapability(data, each, lang)).join(lang === "zh" ? "，" : ", ");
  return (
    <header className="head">
      <h1>
        {name[lang]}
        {name[other] === name[lang] ? null : (
          <span className="title-other" lang={languageTag(other)}>
            {name[other]}
          </span>
        )}
      </h1>
      <p className="lead">{isOwn ? words.whatOwnIs : words.whatThisIs}</p>
      {first?.way === undefined || first.way === null ? (
        <p className="bottom-line holds">{words.noLossReached}</p>
      ) : (
        <p className="bottom-line">
          {isOwn ? named(telling, words.startsWith) + held : named(telling, words.onlyTheSim)}
          {isOwn ? (lang === "zh" ? "。" : ". ") : null}
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
