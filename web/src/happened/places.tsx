/** Where something is on record: file and row, the first few, and how many more there are. */
import type { EvidenceRow } from "../../../src/investigate/index.ts";
import { useWords } from "../app/speaking.tsx";
import { Name } from "../things/name.tsx";
import { happenedWords } from "./words.ts";

const shownMax = 3;

export function Places({ rows }: { readonly rows: readonly EvidenceRow[] }) {
  const words = useWords(happenedWords);
  if (rows.length === 0) return null;
  const more = rows.length - shownMax;
  return (
    <span className="happened-places">
      {rows.slice(0, shownMax).map(({ file, row, sheet }) => (
        <span key={`${file} ${sheet ?? ""} ${row}`} className="happened-place">
          <Name>{file}</Name> {words.rowAt(row)}
        </span>
      ))}
      {more > 0 ? <span className="happened-place">{words.moreFaults(more)}</span> : null}
    </span>
  );
}
