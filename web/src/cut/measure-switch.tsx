/** A measure with its switch: what it is, what it takes, what it does by itself, and how it is done. */
import { memo, useId, useMemo } from "react";
import type { Alone, MeasureAnswer } from "../../../src/questions/index.ts";
import { sayMeasure, useTelling } from "../telling.ts";
import { type Deed, deedOf } from "./deeds.ts";
import { HowTo, isHowKnown } from "./how-to.tsx";
import "./measure.css";
import { marks } from "../../../src/report/index.ts";
import { sayAlone, sayTaking, sayWhoAndTaking, wordsOfCut } from "./saying.ts";

interface MeasureSwitchProps {
  readonly measure: MeasureAnswer;
  readonly isOn: boolean;
  readonly toggle: (measure: string) => void;
  /** Say whose measure it is, where the heading above does not. */
  readonly hasWho?: boolean;
  readonly alone?: Alone | undefined;
  /** Where it has been worked out already. */
  readonly deed?: Deed;
}

/** Drawn again only when its own switch is thrown: there may be hundreds of them. */
export const MeasureSwitch = memo(function MeasureSwitch({
  measure,
  isOn,
  toggle,
  hasWho = false,
  alone,
  deed: known,
}: MeasureSwitchProps) {
  const telling = useTelling();
  const { lang, data, base } = telling;
  const words = wordsOfCut(lang);
  const field = useId();
  const deed = useMemo(() => known ?? deedOf({ data, measure }), [known, data, measure]);
  const isEnough = base.alone.includes(measure.id);
  const separator = marks[lang].comma;
  const notes = [
    hasWho ? sayWhoAndTaking(telling, deed) : sayTaking(telling, deed),
    ...(isEnough || alone === undefined ? [] : [sayAlone(telling, alone)]),
  ];
  return (
    <div className={isOn ? "measure on" : "measure"}>
      <input
        id={field}
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        checked={isOn}
        aria-describedby={`${field}-notes`}
        data-measure={measure.id}
        onChange={() => toggle(measure.id)}
      />
      <div>
        <label htmlFor={field}>{sayMeasure(telling, measure.id)}</label>
        <p id={`${field}-notes`} className="measure-notes">
          {isEnough ? <span className="enough">{words.enough}</span> : null}
          {measure.isUnproven === true ? <span className="unproven">{words.notProven}</span> : null}
          {notes.join(separator)}
        </p>
        {isHowKnown(deed) ? (
          <details className="how">
            <summary>{words.how}</summary>
            <HowTo deed={deed} />
          </details>
        ) : null}
      </div>
    </div>
  );
});
