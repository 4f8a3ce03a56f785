/** Where files come in: dropped anywhere on the page, or chosen. */
import { useId } from "react";
import { useWords } from "../app/speaking.tsx";
import type { Happened } from "./use-happened.ts";
import { happenedWords } from "./words.ts";

interface DropProps {
  readonly happened: Happened;
  readonly isSmall: boolean;
}

export function Drop({ happened, isSmall }: DropProps) {
  const words = useWords(happenedWords);
  return (
    <div className={isSmall ? "happened-drop small" : "happened-drop"}>
      <p className="happened-drop-title">{words.drop}</p>
      <div className="happened-choose">
        <Choose happened={happened} text={words.choose} isFolder={false} />
        <Choose happened={happened} text={words.chooseFolder} isFolder />
      </div>
      <p className="quiet">{words.dropKinds}</p>
      {isSmall ? null : (
        <button type="button" className="happened-example" onClick={happened.showExample}>
          {words.example}
        </button>
      )}
    </div>
  );
}

function Choose({
  happened,
  text,
  isFolder,
}: {
  readonly happened: Happened;
  readonly text: string;
  readonly isFolder: boolean;
}) {
  const id = useId();
  return (
    <span className="happened-choice">
      <input
        id={id}
        type="file"
        multiple
        className="unseen file-input"
        {...(isFolder ? { webkitdirectory: "" } : {})}
        onChange={({ target }) => {
          const chosen = [...(target.files ?? [])].filter(({ name }) => !name.startsWith("."));
          target.value = ""; // The same file, mended, can be chosen again.
          if (chosen.length > 0) happened.add(chosen);
        }}
      />
      <label className="happened-button" htmlFor={id}>
        {text}
      </label>
    </span>
  );
}
