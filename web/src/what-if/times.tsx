/** How long a flow takes, how long it makes one wait, when it is open, and the hour at which all of it is asked about. */
import { useState } from "react";
import { useWords } from "../app/speaking.tsx";
import type { FlowEdit } from "./edit.ts";
import type { FlowOffered } from "./offered.ts";
import { whatIfWords } from "./words.ts";

interface TimesProps {
  readonly flow: FlowOffered;
  readonly edit: FlowEdit;
  readonly onEdit: (edit: FlowEdit) => void;
}

/** A week; a form is no place for more. */
const minutesMax = 10_080;
const hoursMax = 720;

export function Times({ flow, edit, onEdit }: TimesProps) {
  const words = useWords(whatIfWords);
  return (
    <>
      <NumberField
        name={words.minutes}
        value={edit.minutes}
        max={minutesMax}
        onValue={(minutes) => onEdit({ ...edit, minutes })}
      />
      <NumberField
        name={words.wait}
        value={edit.delayMinutes / 60}
        max={hoursMax}
        onValue={(hours) => onEdit({ ...edit, delayMinutes: Math.round(hours * 3_600) / 60 })}
      />
      <Hours flow={flow} edit={edit} onEdit={onEdit} />
      <label>
        {words.happens}
        <select
          className="what-if-at"
          value={edit.at ?? ""}
          onChange={({ target }) => {
            const { at: _, ...rest } = edit;
            onEdit(target.value === "" ? rest : { ...rest, at: target.value });
          }}
        >
          <option value="">{words.anyHour}</option>
          {moments.map((moment) => (
            <option key={moment} value={moment}>
              {words[moment]}
            </option>
          ))}
        </select>
      </label>
      <p className="quiet">{words.hoursHelp}</p>
    </>
  );
}

/** By day, after hours, and where the longest wait for a counter lies ahead. */
const moments = ["wed 10:00", "wed 22:00", "sat 22:00"] as const;

interface NumberFieldProps {
  readonly name: string;
  readonly value: number;
  readonly max: number;
  readonly onValue: (value: number) => void;
}

function NumberField({ name, value, max, onValue }: NumberFieldProps) {
  return (
    <label>
      {name}
      <input
        type="number"
        min={0}
        max={max}
        step="any"
        value={value}
        onChange={({ target }) => {
          const typed = target.valueAsNumber;
          if (typed >= 0 && typed <= max) onValue(typed);
        }}
      />
    </label>
  );
}

const days = ["", "mon-fri ", "mon-sat "] as const;

function Hours({ flow, edit, onEdit }: TimesProps) {
  const words = useWords(whatIfWords);
  const [span, setSpan] = useState({ day: "mon-fri ", from: "09:00", to: "17:00" });
  const { hours: chosen, ...without } = edit;
  const kind = chosen === undefined ? "today" : chosen === "always" ? "always" : "span";
  const open = (next: typeof span) => {
    setSpan(next);
    // A span that ends as it begins may mean the whole day or nothing; until it does not, nothing is changed.
    if (next.from !== "" && next.to !== "" && next.from !== next.to)
      onEdit({ ...edit, hours: `${next.day}${next.from}-${next.to}` });
  };
  return (
    <>
      <label>
        {words.open}
        <select
          className="what-if-hours"
          value={kind}
          onChange={({ target }) => {
            if (target.value === "span") open(span);
            else onEdit(target.value === "always" ? { ...without, hours: "always" } : without);
          }}
        >
          <option value="today">{words.openToday(flow.hours)}</option>
          <option value="always">{words.openAlways}</option>
          <option value="span">{words.openSpan}</option>
        </select>
      </label>
      {kind === "span" ? (
        <div className="what-if-span">
          <select
            aria-label={words.openDays}
            value={span.day}
            onChange={({ target }) => open({ ...span, day: target.value })}
          >
            {days.map((day) => (
              <option key={day} value={day}>
                {words[`days-${day}`]}
              </option>
            ))}
          </select>
          <input
            type="time"
            aria-label={words.openFrom}
            value={span.from}
            onChange={({ target }) => open({ ...span, from: target.value })}
          />
          <input
            type="time"
            aria-label={words.openTo}
            value={span.to}
            onChange={({ target }) => open({ ...span, to: target.value })}
          />
        </div>
      ) : null}
    </>
  );
}
