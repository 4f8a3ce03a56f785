/** What each file is, how much of it was read, and why the rest was not. */
import { type FormEvent, useId, useState } from "react";
import { useWords } from "../app/speaking.tsx";
import { Name } from "../things/name.tsx";
import type { Happened } from "./use-happened.ts";
import { happenedWords } from "./words.ts";
import type { FilesTold, FileTold } from "./worker.ts";

export function FileList({ happened, read }: { readonly happened: Happened; readonly read: FilesTold }) {
  const words = useWords(happenedWords);
  const list = (
    <ul className="happened-list">
      {read.files.map((file) => (
        <OneFile key={`${file.id} ${file.name}`} file={file} happened={happened} />
      ))}
    </ul>
  );
  return (
    <>
      <p className="happened-count" role="status">
        {words.rowsRead(read.files.length, read.rows)}
      </p>
      {happened.answer === undefined ? (
        list
      ) : (
        <details className="happened-fold">
          <summary>{words.allFiles}</summary>
          {list}
        </details>
      )}
    </>
  );
}

const stateWord = {
  all: "stateAll",
  part: "statePart",
  none: "stateNone",
  locked: "stateLocked",
} as const;

function OneFile({ file, happened }: { readonly file: FileTold; readonly happened: Happened }) {
  const words = useWords(happenedWords);
  const { name, state, source, rows, unread, from, to, faults, more } = file;
  const share = rows + unread === 0 ? 0 : rows / (rows + unread);
  return (
    <li className={`happened-file ${state}`}>
      <h3>
        <Name>{name}</Name>
      </h3>
      <span className={`happened-tag ${state}`}>{words[stateWord[state]]}</span>
      <p className="quiet">
        {[
          source,
          from === undefined || to === undefined ? "" : words.period(from.slice(0, 10), to.slice(0, 10)),
          words.rows(rows),
          unread === 0 ? "" : words.unread(unread),
        ]
          .filter((part) => part !== "")
          .join(" · ")}
      </p>
      <span className="happened-measure" aria-hidden="true">
        <span style={{ width: `${Math.round(share * 100)}%` }} />
      </span>
      {faults.length === 0 ? null : (
        <ul className="happened-faults">
          {faults.map(({ said, help, row }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows may have the same fault
            <li key={i}>
              {row === undefined ? "" : `${words.rowAt(row)}: `}
              <Name>{said}</Name>
              {help === undefined || state === "locked" ? null : (
                <span className="quiet">
                  {" "}
                  <Name>{help}</Name>
                </span>
              )}
            </li>
          ))}
          {more === 0 ? null : <li className="quiet">{words.moreFaults(more)}</li>}
        </ul>
      )}
      {state === "locked" ? <Password unlock={happened.unlock} /> : null}
      <button
        type="button"
        className="happened-remove"
        aria-label={words.remove(name)}
        onClick={() => happened.remove(file.id)}
      >
        ×
      </button>
    </li>
  );
}

function Password({ unlock }: { readonly unlock: (password: string) => void }) {
  const words = useWords(happenedWords);
  const id = useId();
  const [typed, type] = useState("");
  const open = (event: FormEvent) => {
    event.preventDefault();
    if (typed === "") return;
    unlock(typed);
    type("");
  };
  return (
    <form className="happened-password" onSubmit={open}>
      <label htmlFor={id}>{words.password}</label>
      <input
        id={id}
        type="password"
        autoComplete="off"
        value={typed}
        onChange={({ target }) => type(target.value)}
        aria-describedby={`${id}-help`}
      />
      <button type="submit">{words.open}</button>
      <span id={`${id}-help`} className="quiet">
        {words.passwordHelp}
      </span>
    </form>
  );
}
