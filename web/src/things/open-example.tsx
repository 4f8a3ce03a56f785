/** A copy of the founding case, to be looked through and changed. */
import { useState } from "react";
import { goTo } from "../app/going.ts";
import { foundingStateAtFirst } from "../app/route.ts";
import { useLang, useWords } from "../app/speaking.tsx";
import { foundingCase } from "../engine/case-client.ts";
import { usePeople } from "../people/people-context.tsx";
import { documentOf } from "./document-of.ts";
import { keptFrom } from "./kept.ts";
import { peopleWords } from "./people-words.ts";

export function OpenExample() {
  const lang = useLang();
  const words = useWords(peopleWords);
  const { add } = usePeople();
  const [hasFailed, setFailed] = useState(false);
  const open = async () => {
    setFailed(false);
    try {
      const { data } = await foundingCase(foundingStateAtFirst);
      const { person, question } = data;
      const { held, at } = question;
      const id = add({ ...keptFrom(documentOf(person)), held, ...(at === undefined ? {} : { at }) });
      goTo({ lang, route: { at: "person", id, view: "things" } });
    } catch {
      setFailed(true);
    }
  };
  return (
    <div className="way-in-card">
      <h2>{words.example}</h2>
      <p className="hint">{words.exampleText}</p>
      <button type="button" className="quiet-button" onClick={() => void open()}>
        {words.example}
      </button>
      {hasFailed ? <p role="alert">{words.exampleFailed}</p> : null}
    </div>
  );
}
