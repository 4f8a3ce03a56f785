/** One flow in a form: what it asks, part by part, what else it could ask, how long it takes, whether it is there at all. */
import { useWords } from "../app/speaking.tsx";
import type { FlowEdit } from "./edit.ts";
import { whatIfWords } from "./words.ts";
import type { FlowOffered, PartSaid } from "./worker.ts";

interface FlowFormProps {
  readonly flow: FlowOffered;
  readonly more: readonly PartSaid[];
  readonly edit: FlowEdit;
  readonly onEdit: (edit: FlowEdit) => void;
}

/** A week; a form is no place for more. */
const minutesMax = 10_080;

export function FlowForm({ flow, more, edit, onEdit }: FlowFormProps) {
  const words = useWords(whatIfWords);
  const { asks, isGone, minutes } = edit;
  const all = [...flow.parts, ...more.filter(({ text }) => !flow.parts.some((part) => part.text === text))];
  const shown = all.filter(
    ({ text }) => asks.includes(text) || flow.parts.some((part) => part.text === text),
  );
  const others = all.filter((part) => !shown.includes(part));
  const toggle = (text: string) =>
    onEdit({
      ...edit,
      asks: asks.includes(text) ? asks.filter((each) => each !== text) : [...asks, text],
    });
  return (
    <>
      <fieldset disabled={isGone}>
        <legend>{words.asks}</legend>
        {shown.map(({ text, said }) => (
          <label key={text} className="what-if-part">
            <input type="checkbox" checked={asks.includes(text)} onChange={() => toggle(text)} />
            <span>{said}</span>
          </label>
        ))}
        {asks.length === 0 ? <p className="what-if-nothing">{words.asksNothing}</p> : null}
        <label>
          {words.more}
          <select value="" onChange={({ target }) => target.value !== "" && toggle(target.value)}>
            <option value="">{words.choose}</option>
            {others.map(({ text, said }) => (
              <option key={text} value={text}>
                {said}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.minutes}
          <input
            type="number"
            min={0}
            max={minutesMax}
            step="any"
            value={minutes}
            onChange={({ target }) => {
              const typed = target.valueAsNumber;
              if (typed >= 0 && typed <= minutesMax) onEdit({ ...edit, minutes: typed });
            }}
          />
        </label>
      </fieldset>
      {flow.gives.length === 0 ? null : (
        <div>
          <p className="what-if-gives">{words.gives}</p>
          <ul>
            {flow.gives.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </div>
      )}
      <label className="what-if-part">
        <input type="checkbox" checked={isGone} onChange={() => onEdit({ ...edit, isGone: !isGone })} />
        <span>{words.gone}</span>
      </label>
      <button type="button" onClick={() => onEdit(flow.today)}>
        {words.reset}
      </button>
    </>
  );
}
