/** What one institution should change, with the text to send it. */
import { useId, useRef, useState } from "react";
import { marks } from "../../../src/report/index.ts";
import { languageTag } from "../app/route.ts";
import { useWords } from "../app/speaking.tsx";
import { useCase } from "../case/case.tsx";
import { Contacts } from "../cut/how-to.tsx";
import { sayLeft, sayTaking, sayWho } from "../cut/saying.ts";
import { named, sayMeasure, useTelling } from "../telling.ts";
import { letterOf, readerOf, tongueOf } from "./letter.ts";
import type { Asking as AskingOf } from "./listed.ts";
import { listWords } from "./words.ts";

export function Asking({ asking }: { readonly asking: AskingOf }) {
  const telling = useTelling();
  const { data, base, lang } = telling;
  const { setDone } = useCase();
  const words = useWords(listWords);
  const tongue = tongueOf(data, readerOf(asking), lang);
  const letter = letterOf({ data, asking, losses: base.losses, lang: tongue });
  const contacts = asking.items[0]?.deed.contacts ?? [];
  return (
    <article className="asking">
      <h3>{sayWho(telling, asking.who)}</h3>
      <ul className="asking-items">
        {asking.items.map(({ step, deed, isDone }) => (
          <li key={step.measure}>
            <label className="todo-tick">
              <input
                type="checkbox"
                checked={isDone}
                aria-label={`${words.tickTheirs}${marks[lang].colon}${sayMeasure(telling, step.measure)}`}
                data-todo={step.measure}
                onChange={({ target }) => setDone(step.measure, target.checked)}
              />
            </label>
            <div>
              <p className="asking-title">{sayMeasure(telling, step.measure)}</p>
              <p className="measure-notes">{sayTaking(telling, deed)}</p>
              <p className="measure-notes">
                {named(telling, words.left)}
                {sayLeft(telling, step.after)}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {contacts.length === 0 ? null : <Contacts contacts={contacts} />}
      <Letter text={letter} tag={languageTag(tongue)} />
    </article>
  );
}

function Letter({ text, tag }: { readonly text: string; readonly tag: string }) {
  const words = useWords(listWords);
  const field = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setCopied("yes"),
      () => {
        area.current?.select(); // Where the browser forbids it, the reader's own keys still work.
        setCopied("failed");
      },
    );
  };
  return (
    <details className="letter">
      <summary>{words.letterText}</summary>
      <label className="unseen" htmlFor={field}>
        {words.letterText}
      </label>
      <textarea id={field} ref={area} lang={tag} readOnly value={text} rows={text.split("\n").length + 4} />
      <p className="letter-print" lang={tag}>
        {text}
      </p>
      <p className="letter-hands">
        <button type="button" className="secondary" onClick={copy}>
          {words.copy}
        </button>
        <span role="status">
          {copied === "yes" ? words.copied : copied === "failed" ? words.copyFailed : ""}
        </span>
      </p>
    </details>
  );
}
