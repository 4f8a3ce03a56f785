/** What leaves the page by hand: reminders, the log, letters, the whole night for another helper; and erasing it. */
import { useState } from "react";
import {
  calendarText,
  type Lang,
  type Lapsing,
  letterInMarkdown,
  logInMarkdown,
  remindersOfBlocks,
} from "../../../src/report/index.ts";
import { useLang, useWords } from "../app/speaking.tsx";
import { saveFile } from "../people/save-file.ts";
import { minutesOf } from "./incident.ts";
import type { PlanAnswer } from "./planning.ts";
import type { Now } from "./use-now.ts";
import { nowWords } from "./words.ts";

interface TakeAlongProps {
  readonly now: Now;
  readonly plan: Extract<PlanAnswer, { kind: "plan" }> | undefined;
}

export function TakeAlong({ now, plan }: TakeAlongProps) {
  const words = useWords(nowWords);
  const lang = useLang();
  const { kept, others, begin, turnTo, forget } = now;
  const [isAsked, setAsked] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const save = (name: string, type: string, text: string) =>
    saveFile(name, type, new TextEncoder().encode(text));
  const calendar = () =>
    save(
      "chainbreak.ics",
      "text/calendar",
      calendarText(
        [...remindersOfBlocks(lapsingOf(now, lang), lang), ...(plan?.[lang].terms ?? [])],
        minutesOf(new Date()),
      ),
    );
  const letters = () =>
    save(
      "chainbreak-letters.md",
      "text/markdown",
      kept.log
        .filter(({ kind }) => kind === "done")
        .map((line) => letterInMarkdown({ institution: line.with?.[lang] ?? "", line }, lang))
        .join("\n---\n\n"),
    );
  const open = async (file: File | undefined) => {
    setRefused(false);
    if (file !== undefined) setRefused(!(await now.take(await file.text())));
  };
  return (
    <section className="now-take">
      <h2>{words.takeAlong}</h2>
      <div className="now-choices small">
        {kept.log.length === 0 ? null : (
          <>
            <button type="button" onClick={calendar}>
              {words.saveCalendar}
            </button>
            <button
              type="button"
              onClick={() => save("chainbreak-log.md", "text/markdown", logInMarkdown(kept.log, lang))}
            >
              {words.saveLog}
            </button>
            <button type="button" onClick={letters}>
              {words.saveLetters}
            </button>
            <button
              type="button"
              onClick={() => save("chainbreak-night.json", "application/json", JSON.stringify(kept, null, 2))}
            >
              {words.saveIncident}
            </button>
          </>
        )}
        <label className="now-file">
          {words.openIncident}
          <input
            type="file"
            className="unseen"
            accept=".json,application/json"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              target.value = ""; // The same file, mended, can be chosen again.
              void open(file);
            }}
          />
        </label>
        <button type="button" onClick={begin}>
          {words.begin}
        </button>
        {kept.log.length === 0 && kept.answers.gone === undefined ? null : isAsked ? (
          <button type="button" className="now-refuses" onClick={forget}>
            {words.forgetSure}
          </button>
        ) : (
          <button type="button" onClick={() => setAsked(true)}>
            {words.forget}
          </button>
        )}
      </div>
      {isRefused ? <p role="alert">{words.notOpened}</p> : null}
      {others.length === 0 ? null : (
        <>
          <h3>{words.others}</h3>
          <ul className="now-choices small">
            {others.map(({ id, begunAt, log }) => (
              <li key={id}>
                <button type="button" onClick={() => turnTo(id)}>
                  {words.otherFrom(new Date(begunAt * 60_000).toTimeString().slice(0, 5), log.length)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** What was got done and ends by itself. How long it holds was kept with the line that says it was done. */
function lapsingOf({ kept }: Now, lang: Lang): readonly Lapsing[] {
  return kept.log.flatMap(({ at, kind, word, title, reference, holdsMinutes }) =>
    kind === "done" && holdsMinutes !== undefined
      ? [
          {
            id: word,
            doneAt: Date.parse(at) / 60_000,
            holdsMinutes,
            title: title[lang],
            ...(reference === undefined ? {} : { reference }),
          },
        ]
      : [],
  );
}
