/** A measure with its switch: what it is, how it is done, what it costs, and what it does by itself. */
import { memo, useId } from "react";
import type { MeasureAnswer } from "../../../src/questions/index.ts";
import type { Alone } from "../engine/engine.ts";
import { duration, money, sayMeasure, sayWho, type Telling, useTelling } from "../telling.ts";
import { sayEffort } from "../words.ts";

interface MeasureSwitchProps {
  readonly measure: MeasureAnswer;
  readonly isOn: boolean;
  readonly toggle: (measure: string) => void;
  /** Say whose measure it is, where the heading above does not. */
  readonly hasWho?: boolean;
  readonly alone?: Alone | undefined;
}

/** Drawn again only when its own switch is thrown: there are forty of them. */
export const MeasureSwitch = memo(function MeasureSwitch({
  measure,
  isOn,
  toggle,
  hasWho = false,
  alone,
}: MeasureSwitchProps) {
  const telling = useTelling();
  const { words, lang } = telling;
  const field = useId();
  const isEnough = telling.base.alone.includes(measure.id);
  const separator = lang === "zh" ? "，" : ", ";
  const notes = [
    ...(hasWho ? [sayWho(telling, measure)] : []),
    `${words.effort}${lang === "zh" ? "" : " "}${sayEffort(measure.effort, lang)}`,
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
          {notes.join(separator)}
        </p>
        {measure.how === undefined ? null : <p className="measure-how">{measure.how[lang]}</p>}
      </div>
    </div>
  );
});

function sayAlone(telling: Telling, { remainingAmount, firstLossMinutes, lockedOut }: Alone): string {
  const { words, base } = telling;
  if (lockedOut) return words.locksOut;
  const firstBefore = Math.min(...base.losses.map(({ earliestMinutes }) => earliestMinutes ?? Infinity));
  if (remainingAmount < base.reachableAmount) return words.aloneLeaves(money(telling, remainingAmount));
  const later = (firstLossMinutes ?? Infinity) - firstBefore;
  return later > 0 && later < Infinity ? words.aloneDelays(duration(telling, later)) : words.aloneNothing;
}
