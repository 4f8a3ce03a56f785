/** One flow in a form: what it asks and gives, part by part, what else it could, when it is open, whether it is there at all. */
import { useWords } from "../app/speaking.tsx";
import type { FlowEdit } from "./edit.ts";
import type { FlowOffered, InstitutionOffered } from "./offered.ts";
import { Parts } from "./parts.tsx";
import { Times } from "./times.tsx";
import { whatIfWords } from "./words.ts";

interface FlowFormProps {
  readonly institution: InstitutionOffered;
  readonly flow: FlowOffered;
  readonly edit: FlowEdit;
  readonly onEdit: (edit: FlowEdit) => void;
}

export function FlowForm({ institution, flow, edit, onEdit }: FlowFormProps) {
  const words = useWords(whatIfWords);
  const { asks, gives, isGone, inForce } = edit;
  const toggled = (all: readonly string[], text: string) =>
    all.includes(text) ? all.filter((each) => each !== text) : [...all, text];
  return (
    <>
      <fieldset disabled={isGone}>
        <Parts
          name={words.asks}
          none={words.asksNothing}
          add={words.more}
          today={flow.parts}
          more={institution.more}
          chosen={asks}
          onToggle={(text) => onEdit({ ...edit, asks: toggled(asks, text) })}
        />
        <Parts
          name={words.gives}
          none={words.givesNothing}
          add={words.moreGives}
          today={flow.gives}
          more={flow.moreGives}
          chosen={gives}
          onToggle={(text) => onEdit({ ...edit, gives: toggled(gives, text) })}
        />
        <Times flow={flow} edit={edit} onEdit={onEdit} />
      </fieldset>
      <label className="what-if-part">
        <input type="checkbox" checked={isGone} onChange={() => onEdit({ ...edit, isGone: !isGone })} />
        <span>{words.gone}</span>
      </label>
      {institution.measures.length === 0 ? null : (
        <fieldset className="what-if-measures">
          <legend>{words.measures}</legend>
          {institution.measures.map(({ name, title, isEverywhere }) => (
            <label key={name} className="what-if-part">
              <input
                type="checkbox"
                checked={inForce.includes(name)}
                onChange={() => onEdit({ ...edit, inForce: toggled(inForce, name) })}
              />
              <span>
                {title}
                {isEverywhere ? <span className="quiet"> {words.everywhere}</span> : null}
              </span>
            </label>
          ))}
          <p className="quiet">{words.measuresHelp}</p>
        </fieldset>
      )}
      <button type="button" onClick={() => onEdit(flow.today)}>
        {words.reset}
      </button>
    </>
  );
}
