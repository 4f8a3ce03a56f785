/** What somebody says in their own words before anything was chosen, and what is still to be asked of it once it was read. */
import { useState } from "react";
import { secretKindOf } from "../../../src/person/index.ts";
import { useWords } from "../app/speaking.tsx";
import { locksAsked, noteLettersMax, whatIsGone } from "./incident.ts";
import type { PlanTold } from "./planning.ts";
import type { Now } from "./use-now.ts";
import { goneWords, lockWords, nowWords } from "./words.ts";

const field = "telling";

/** In the place of a choice: what is gone and seen is read from it, as from a note. */
export function Telling({ now: { kept, draft, log, answer } }: { readonly now: Now }) {
  const words = useWords(nowWords);
  const [isRefused, setRefused] = useState(false);
  const text = kept.drafts[field] ?? "";
  const tell = () => {
    const said = text.trim();
    const isSecret = secretKindOf(said) !== undefined;
    setRefused(isSecret);
    if (said === "" || isSecret) return;
    log({ by: "owner", kind: "note", word: "note", title: { en: said, zh: said } }, [field]);
    answer({ gone: "told" });
  };
  return (
    <form
      className="now-note now-telling"
      onSubmit={(event) => {
        event.preventDefault();
        tell();
      }}
    >
      <label className="now-field">
        {words.inYourWords}
        <span className="now-hint">{words.inYourWordsHint}</span>
        <textarea
          rows={4}
          value={text}
          maxLength={noteLettersMax}
          autoComplete="off"
          onChange={({ target }) => draft(field, target.value)}
        />
      </label>
      <button type="submit">{words.tell}</button>
      {isRefused ? (
        <p role="alert" className="now-refuses">
          {words.noSecrets}
        </p>
      ) : null}
    </form>
  );
}

/** What nobody said and what comes first hangs on, with its answers; one touch, while the first call waits. */
export function StillAsked({ now, told: { answer } }: { readonly now: Now; readonly told: PlanTold }) {
  const words = useWords(nowWords);
  const gones = useWords(goneWords);
  const locks = useWords(lockWords);
  // Of what was chosen nothing is asked again: whoever said that nothing is gone has said so.
  if (now.kept.answers.gone !== "told") return null;
  return answer.asked.map(({ what }) => (
    <section key={what} className="now-asking">
      <h2>{what === "gone" ? words.whatIsGone : words.canOpen}</h2>
      <div className="now-choices small">
        {what === "gone"
          ? whatIsGone.map((gone) => (
              <button key={gone} type="button" onClick={() => now.answer({ gone })}>
                {gones[gone]}
              </button>
            ))
          : locksAsked.map((lock) => (
              <button key={lock} type="button" onClick={() => now.answer({ lock })}>
                {locks[lock]}
              </button>
            ))}
      </div>
    </section>
  ));
}
