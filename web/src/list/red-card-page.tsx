/** The card for the night the phone is gone, to print and to keep away from the phone. */
import { useState } from "react";
import type { Lang } from "../../../src/report/index.ts";
import { languageTag } from "../app/route.ts";
import { LangProvider, useLang, useWords } from "../app/speaking.tsx";
import { useTelling } from "../telling.ts";
import "./red-card.css";
import { listed } from "../../../src/report/index.ts";
import { RedCardSheet } from "./red-card-sheet.tsx";
import { tellRedCard } from "./red-card-told.ts";
import { redCardWords } from "./red-card-words.ts";
import { useCard } from "./use-card.ts";

const choices = ["zh", "en", "both"] as const;
type Choice = (typeof choices)[number];

/** The card itself names them all. */
const namedMax = 6;

export function RedCardPage() {
  const lang = useLang();
  const { data } = useTelling();
  const words = useWords(redCardWords);
  const [chosen, choose] = useState<Choice | undefined>(undefined);
  const choice = chosen ?? lang; // Until the reader chooses, what they read the page in.
  const card = useCard();
  const langs: readonly Lang[] = choice === "both" ? [lang, lang === "zh" ? "en" : "zh"] : [choice];
  if (card === undefined)
    return (
      <main className="waiting">
        <p role="status">{words.ordering}</p>
      </main>
    );
  const { missing } = tellRedCard({ data, card, lang });
  const namesOf = (names: readonly string[]) =>
    listed(
      [
        ...names.slice(0, namedMax),
        ...(names.length > namedMax ? [words.andMore(names.length - namedMax)] : []),
      ],
      lang,
    );
  return (
    <main className="red-card-page">
      <header className="red-card-head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
        <p>{words.order}</p>
        <p className="red-card-secrets">{words.secrets}</p>
        {missing.length === 0 ? null : <p className="red-card-missing">{words.missing(namesOf(missing))}</p>}
        <div className="red-card-hands">
          <button type="button" className="primary" onClick={() => print()}>
            {words.print}
          </button>
          <fieldset className="choices">
            <legend>{words.language}</legend>
            {choices.map((each) => (
              <label key={each}>
                <input
                  type="radio"
                  name="card-language"
                  checked={choice === each}
                  onChange={() => choose(each)}
                />
                <span>{words[`in_${each}`]}</span>
              </label>
            ))}
          </fieldset>
        </div>
      </header>
      {langs.map((each) => (
        <LangProvider key={each} value={each}>
          <div lang={languageTag(each)}>
            <RedCardSheet told={tellRedCard({ data, card, lang: each })} of={card.person.name[each]} />
          </div>
        </LangProvider>
      ))}
    </main>
  );
}
