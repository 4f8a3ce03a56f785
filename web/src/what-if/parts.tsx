/** What a flow asks, or what it gives: each part with a tick, what was added after what is there today, and more to choose from. */
import { useWords } from "../app/speaking.tsx";
import type { PartSaid } from "./offered.ts";
import { whatIfWords } from "./words.ts";

interface PartsProps {
  readonly name: string;
  /** Said where nothing is chosen. */
  readonly none: string;
  readonly add: string;
  readonly today: readonly PartSaid[];
  readonly more: readonly PartSaid[];
  readonly chosen: readonly string[];
  readonly onToggle: (text: string) => void;
}

export function Parts({ name, none, add, today, more, chosen, onToggle }: PartsProps) {
  const words = useWords(whatIfWords);
  const beside = more.filter(({ text }) => !today.some((part) => part.text === text));
  const shown = [...today, ...beside.filter(({ text }) => chosen.includes(text))];
  const others = beside.filter(({ text }) => !chosen.includes(text));
  return (
    <fieldset>
      <legend>{name}</legend>
      {shown.map(({ text, said }) => (
        <label key={text} className="what-if-part">
          <input type="checkbox" checked={chosen.includes(text)} onChange={() => onToggle(text)} />
          <span>{said}</span>
        </label>
      ))}
      {chosen.length === 0 ? <p className="what-if-nothing">{none}</p> : null}
      {others.length === 0 ? null : (
        <label>
          {add}
          <select value="" onChange={({ target }) => target.value !== "" && onToggle(target.value)}>
            <option value="">{words.choose}</option>
            {others.map(({ text, said }) => (
              <option key={text} value={text}>
                {said}
              </option>
            ))}
          </select>
        </label>
      )}
    </fieldset>
  );
}
