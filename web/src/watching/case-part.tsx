/** The case of a person: opened, noted, decided, closed. Nothing is called kept before the service says so. */
import { type FormEvent, useState } from "react";
import { useLang, useWords } from "../app/speaking.tsx";
import type { Asking } from "./asking.ts";
import { clock } from "./clock.ts";
import type { Watching } from "./use-watching.ts";
import { watchingWords } from "./words.ts";

const verdicts = ["owner", "somebody-else", "unclear"] as const;

export function CasePart({
  watching: { cases, decisions, reloadCases },
  ask,
  name,
  record,
}: {
  readonly watching: Watching;
  readonly ask: Asking;
  readonly name: string;
  readonly record: number | undefined;
}) {
  const lang = useLang();
  const words = useWords(watchingWords);
  const [note, setNote] = useState("");
  const [hasFailed, setFailed] = useState(false);
  const mine =
    cases.find(({ person, state }) => person === name && state === "open") ??
    cases.find(({ person }) => person === name);
  const act = (change: () => Promise<unknown>, after = () => {}) => {
    setFailed(false);
    change()
      .then(() => {
        after();
        reloadCases();
      })
      .catch(() => setFailed(true));
  };
  const fault = hasFailed ? (
    <p role="alert" className="watching-fault">
      {words.failed}
    </p>
  ) : null;
  if (mine === undefined) {
    const from = record ?? decisions.find(({ person }) => person === name)?.record ?? 1;
    return (
      <section className="watching-panel">
        <button
          type="button"
          className="primary"
          onClick={() => act(() => ask.openCase({ person: name, record: from }))}
        >
          {words.openCase}
        </button>
        {fault}
      </section>
    );
  }
  const said = { owner: words.ownerWas, "somebody-else": words.somebodyWas, unclear: words.unclear };
  const change = (what: Readonly<Record<string, string>>, after?: () => void) =>
    act(() => ask.changeCase(mine.id, what), after);
  return (
    <section className="watching-panel" aria-labelledby="case">
      <h3 id="case">
        {words.caseOf(mine.id)}{" "}
        {mine.state === "closed" ? <span className="watching-tag">{words.closed}</span> : null}
      </h3>
      <ol className="watching-notes">
        {mine.notes.map(({ at, text }) => (
          <li key={`${at} ${text}`}>
            <time dateTime={at}>{clock(at, lang)}</time> {text}
          </li>
        ))}
      </ol>
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (note.trim() !== "") change({ note: note.trim() }, () => setNote(""));
        }}
      >
        <label htmlFor="note">{words.note}</label>
        <textarea
          id="note"
          rows={2}
          maxLength={2_000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <button type="submit" disabled={note.trim() === ""}>
          {words.keepNote}
        </button>
      </form>
      <div className="watching-verdicts">
        {verdicts.map((verdict) => (
          <button
            key={verdict}
            type="button"
            aria-pressed={mine.verdict === verdict}
            onClick={() => change({ verdict })}
          >
            {said[verdict]}
          </button>
        ))}
        <button type="button" onClick={() => change({ state: mine.state === "open" ? "closed" : "open" })}>
          {mine.state === "open" ? words.close : words.reopen}
        </button>
      </div>
      {fault}
    </section>
  );
}
