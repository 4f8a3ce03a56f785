/** The case of a person: opened, noted, decided, closed. Nothing is called kept before the service says so. */
import { type FormEvent, useState } from "react";
import { useLang, useWords } from "../app/speaking.tsx";
import { type Asking, Refused } from "./asking.ts";
import { clock } from "./clock.ts";
import type { Watching } from "./use-watching.ts";
import { watchingWords } from "./words.ts";

/** What the service says where a case holds no more notes. */
const tooMany = 409;
const verdicts = ["owner", "somebody-else", "unclear"] as const;

export function CasePart({
  watching: { cases, decisions, reloadCases },
  ask,
  name,
  record,
  chosen,
  choose,
}: {
  readonly watching: Watching;
  readonly ask: Asking;
  readonly name: string;
  readonly record: number | undefined;
  /** The case that is asked for; absent: the open one, else the latest. */
  readonly chosen: number | undefined;
  readonly choose: (id: number) => void;
}) {
  const lang = useLang();
  const words = useWords(watchingWords);
  const [note, setNote] = useState("");
  const [failed, setFailed] = useState<"full" | "not-kept">();
  // Pressed twice, a case would be opened twice.
  const [isBusy, setBusy] = useState(false);
  const mine =
    cases.find(({ id, person }) => id === chosen && person === name) ??
    cases.find(({ person, state }) => person === name && state === "open") ??
    cases.find(({ person }) => person === name);
  const from = record ?? decisions.find(({ person }) => person === name)?.record;
  const act = (change: () => Promise<unknown>, after = () => {}) => {
    if (isBusy) return;
    setFailed(undefined);
    setBusy(true);
    change()
      .then(() => {
        after();
        reloadCases();
      })
      .catch((cause: unknown) =>
        setFailed(cause instanceof Refused && cause.status === tooMany ? "full" : "not-kept"),
      )
      .finally(() => setBusy(false));
  };
  const fault =
    failed === undefined ? null : (
      <p role="alert" className="watching-fault">
        {failed === "full" ? words.caseFull : words.failed}
      </p>
    );
  const open = (said: string) => (
    <button
      type="button"
      className={mine === undefined ? "primary" : undefined}
      disabled={isBusy}
      onClick={() =>
        act(async () => {
          const { id } = await ask.openCase(
            from === undefined ? { person: name } : { person: name, record: from },
          );
          choose(id);
        })
      }
    >
      {said}
    </button>
  );
  if (mine === undefined) {
    return (
      <section className="watching-panel">
        {open(words.openCase)}
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
            <time dateTime={at}>{clock(at, lang)}</time> <span className="address">{text}</span>
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
        {mine.state === "closed" || failed === "full" ? open(words.anotherCase) : null}
      </div>
      {fault}
    </section>
  );
}
