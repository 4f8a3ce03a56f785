/** How much of what was entered the answer speaks of; what it does not speak of is named at once, not at the end. */
import { capitalised, marks, sayThing, verdictWords } from "../../../src/report/index.ts";
import { useWords } from "../app/speaking.tsx";
import { useTelling } from "../telling.ts";
import { answerWords } from "./words.ts";

export function Coverage() {
  const { base, data, lang } = useTelling();
  const words = useWords(answerWords);
  const { judged, notJudged, assumed, aspects } = base.coverage;
  const unsure =
    assumed.length === 0 ? null : (
      <span className="coverage-unsure"> {words.unknownPlaces(assumed.length)}</span>
    );
  const read =
    aspects === null ? null : (
      <span className="coverage-read">
        {" "}
        {capitalised(verdictWords(lang).aspects(aspects))}
        {marks[lang].stop}
      </span>
    );
  if (notJudged.length === 0 && read !== null)
    return (
      <p className="coverage partial">
        {read}
        {unsure}
      </p>
    );
  if (notJudged.length === 0)
    return (
      <p className="coverage">
        {words.judgedAll(judged)}
        {unsure}
      </p>
    );
  return (
    <p className="coverage partial">
      <strong>{words.notJudged({ left: notJudged.length, judged })}</strong>{" "}
      {notJudged.map((thing) => sayThing(data, thing, lang)).join(marks[lang].list)}
      {marks[lang].stop}
      {read}
      {unsure}
    </p>
  );
}
