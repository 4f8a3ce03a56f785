/**
 * Looks for steps in a chain: by what they are called, or all of one institution. What is found keeps its colour and is brought into
 * sight one after the other; what is not shown yet is counted, and shown when asked for.
 */
import { useId, useMemo } from "react";
import type { Chain } from "../../../src/questions/index.ts";
import { useWords } from "../app/speaking.tsx";
import { capitalised, type Telling, useTelling, whereOf } from "../telling.ts";
import { isFound } from "../way/found.ts";
import { chainWords } from "./words.ts";

export interface Sought {
  readonly text: string;
  /** Absent: of any. */
  readonly institution?: string;
  /** Which of what was found is looked at. */
  readonly at: number;
}

export const nothingSought: Sought = { text: "", at: 0 };

/** The nodes that are meant, in the order of time; `undefined`: nothing is looked for. */
export function foundIn(
  { nodes }: Chain,
  { text, institution }: Sought,
  telling: Pick<Telling, "data">,
): ReadonlySet<number> | undefined {
  if (text.trim() === "" && institution === undefined) return undefined;
  return new Set(
    nodes.flatMap((node, index) =>
      (institution === undefined || node.institution === institution) && isFound(telling, node, text.trim())
        ? [index]
        : [],
    ),
  );
}

interface SeekProps {
  readonly chain: Chain;
  readonly sought: Sought;
  readonly seek: (sought: Sought) => void;
  /** Of what was found: what is on the picture, and how much is not. */
  readonly shown: readonly number[];
  readonly hidden: number;
  readonly showAll: () => void;
  /** There is a picture, on which one after the other is brought into sight. */
  readonly isPicture: boolean;
}

export function Seek({ chain, sought, seek, shown, hidden, showAll, isPicture }: SeekProps) {
  const telling = useTelling();
  const words = useWords(chainWords);
  const { lang } = telling;
  const [field, choice] = [useId(), useId()];
  const institutions = useMemo(
    () =>
      [...new Map(chain.nodes.map((node) => [node.institution, capitalised(whereOf(node, lang))]))].sort(
        ([, a], [, b]) => a.localeCompare(b, lang),
      ),
    [chain, lang],
  );
  const isSought = sought.text.trim() !== "" || sought.institution !== undefined;
  const { institution: _any, ...ofAny } = sought;
  return (
    <search className="chain-seek">
      <label htmlFor={field} className="unseen">
        {words.seek}
      </label>
      <input
        id={field}
        type="search"
        value={sought.text}
        placeholder={words.seek}
        onChange={({ target }) => seek({ ...sought, text: target.value, at: 0 })}
        onKeyDown={({ key }) => {
          if (key === "Enter" && shown.length > 0) seek({ ...sought, at: (sought.at + 1) % shown.length });
        }}
      />
      <label htmlFor={choice} className="unseen">
        {words.onlyOne}
      </label>
      <select
        id={choice}
        value={sought.institution ?? ""}
        onChange={({ target }) =>
          seek(target.value === "" ? { ...ofAny, at: 0 } : { ...sought, institution: target.value, at: 0 })
        }
      >
        <option value="">{words.ofAll}</option>
        {institutions.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {isSought ? (
        <>
          <output>{words.soughtFound(shown.length)}</output>
          {isPicture && shown.length > 1 ? (
            <button type="button" onClick={() => seek({ ...sought, at: (sought.at + 1) % shown.length })}>
              {words.next}
            </button>
          ) : null}
          {hidden > 0 ? (
            <button type="button" onClick={showAll}>
              {words.showHidden(hidden)}
            </button>
          ) : null}
        </>
      ) : null}
    </search>
  );
}
