/** What was taken away, and the way back: it stands at the foot of the screen until the next change. */
import { marks } from "../../../src/report/index.ts";
import { useLang, useWords } from "../app/speaking.tsx";
import { thingsWords } from "./words.ts";

interface UndoProps {
  readonly text: string;
  readonly undo: () => void;
}

export function Undo({ text, undo }: UndoProps) {
  const words = useWords(thingsWords);
  const lang = useLang();
  return (
    <div role="status" className="undo">
      <span>{text + marks[lang].stop}</span>
      <button type="button" className="plain" onClick={undo}>
        {words.undo}
      </button>
    </div>
  );
}
