/**
 * The door *What happened?*: files in, what each is and how much of it was read, then the finding, what is still open, and
 * the questions. Everything is worked out beside the page; nothing of a file leaves it, and nothing is kept.
 */
import { useState } from "react";
import { useLang, useWords } from "../app/speaking.tsx";
import { Asking } from "./asking.tsx";
import { Drop } from "./drop.tsx";
import { FileList } from "./file-list.tsx";
import { Finding } from "./finding.tsx";
import { Timeline } from "./timeline.tsx";
import { useHappened } from "./use-happened.ts";
import { happenedWords } from "./words.ts";
import type { Progress as Now } from "./worker.ts";
import "./happened.css";

export function HappenedPage() {
  const lang = useLang();
  const words = useWords(happenedWords);
  const happened = useHappened(lang);
  const [isOver, setOver] = useState(false);
  const { state, files, read, answer } = happened;
  const given = (
    <>
      <section className="happened-files" aria-labelledby="happened-files">
        <h2 id="happened-files" className={files.length === 0 ? "unseen" : ""}>
          {words.files}
        </h2>
        <Drop happened={happened} isSmall={files.length > 0} />
        {read === undefined ? null : <FileList happened={happened} read={read} />}
      </section>
      {read === undefined || read.files.length === 0 ? null : <Asking happened={happened} read={read} />}
    </>
  );
  return (
    <main
      className={isOver ? "happened over" : "happened"}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void happened.drop(event.dataTransfer);
      }}
    >
      {answer === undefined ? (
        <>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </>
      ) : null}
      <div aria-live="polite" className="happened-now">
        {state.kind === "working" ? (
          <p className="happened-progress">
            <span>
              <Progress progress={state.progress} />
            </span>
            <progress
              aria-label={state.progress.kind === "reading" ? words.files : words.ask}
              {...(state.progress.kind === "reading"
                ? { value: state.progress.done, max: state.progress.of }
                : {})}
            />
            <button type="button" onClick={happened.stop}>
              {words.stop}
            </button>
          </p>
        ) : null}
        {state.kind === "stopped" ? <p>{words.stoppedNow}</p> : null}
      </div>
      {state.kind === "failed" ? <p role="alert">{words.failed}</p> : null}
      {answer === undefined ? given : <Finding answer={answer} files={given} />}
      {answer !== undefined || read === undefined || read.rows === 0 ? null : (
        <Timeline key={files.map(({ id }) => id).join()} isOfAnswer={false} />
      )}
    </main>
  );
}

function Progress({ progress }: { readonly progress: Now }) {
  const words = useWords(happenedWords);
  if (progress.kind === "reading") return words.reading(progress.done, progress.of);
  const { about, asked } = progress;
  if (about === "story") return words.thinkingStory;
  return about === "others" ? words.thinkingOthers : words.thinkingWhose(asked);
}
