/** The questions people ask afterwards: answered, one of several, or what would answer them. */
import type { InvestigationTold } from "../../../src/report/index.ts";
import { useWords } from "../app/speaking.tsx";
import { Name } from "../things/name.tsx";
import { Places } from "./places.tsx";
import { happenedWords } from "./words.ts";

export function Questions({ told }: { readonly told: InvestigationTold }) {
  const words = useWords(happenedWords);
  return (
    <section aria-labelledby="happened-questions">
      <h2 id="happened-questions">{words.questions}</h2>
      <ul className="happened-rows">
        {told.questions.map(({ id, question, status, answers, wouldAnswer, rows }) => (
          <li key={id}>
            <h3>{question}</h3>
            <span className={`happened-tag ${status}`}>{words[status]}</span>
            {answers.map((each) => (
              <p key={each}>
                <Name>{each}</Name>
              </p>
            ))}
            <Places rows={rows} />
            {wouldAnswer.length === 0 ? null : (
              <p className="quiet">
                {words.wouldTell} <Name>{wouldAnswer.join("; ")}</Name>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
