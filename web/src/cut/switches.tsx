/** A switch for every measure, by who would take it; what changes nothing by itself is folded away. */
import type { AuditAnswer, MeasureAnswer } from "../../../src/questions/index.ts";
import type { Alone } from "../engine/engine.ts";
import { sayWho, useTelling } from "../telling.ts";
import type { CutProps } from "./cut-props.ts";
import { MeasureSwitch } from "./measure-switch.tsx";

type SwitchesProps = Pick<CutProps, "alone" | "chosen" | "toggle">;

export function Switches({ alone, chosen, toggle }: SwitchesProps) {
  const telling = useTelling();
  const { words, base } = telling;
  const { firstLoss, reachableAmount } = beginning(base);
  const isIdle = ({ id, matters }: MeasureAnswer) => {
    const does = alone.get(id);
    return (
      !matters ||
      (does !== undefined &&
        !does.lockedOut &&
        does.remainingAmount === reachableAmount &&
        does.firstLossMinutes === firstLoss)
    );
  };
  const [idle, useful] = [
    base.catalogue.filter(isIdle),
    base.catalogue.filter((measure) => !isIdle(measure)),
  ];
  const rank = byUse(base.alone, alone, reachableAmount);
  const person = useful.filter(({ by }) => by === "person").sort(rank);
  const institutions = useful.filter(({ by }) => by === "institution").sort(rank);
  const names = [...new Set(institutions.map((measure) => sayWho(telling, measure)))];
  const row = (measure: MeasureAnswer, hasWho = false) => (
    <MeasureSwitch
      key={measure.id}
      measure={measure}
      isOn={chosen.has(measure.id)}
      toggle={toggle}
      alone={alone.get(measure.id)}
      hasWho={hasWho}
    />
  );
  return (
    <div className="switches">
      <fieldset>
        <legend>{words.personCan}</legend>
        {person.map((measure) => row(measure))}
      </fieldset>
      <fieldset>
        <legend>{words.institutionsCan}</legend>
        {names.map((name) => (
          <div key={name} className="switches-of">
            <h4>{name}</h4>
            {institutions
              .filter((measure) => sayWho(telling, measure) === name)
              .map((measure) => row(measure))}
          </div>
        ))}
      </fieldset>
      <details className="idle">
        <summary>{words.idle(idle.length)}</summary>
        <div className="idle-measures">{idle.map((measure) => row(measure, true))}</div>
      </details>
    </div>
  );
}

const beginning = ({ losses, reachableAmount }: AuditAnswer) => ({
  reachableAmount,
  firstLoss: Math.min(...losses.map(({ earliestMinutes }) => earliestMinutes ?? Infinity)),
});

/** First what is enough by itself, then what leaves least, then what costs least. */
function byUse(enough: readonly string[], alone: ReadonlyMap<string, Alone>, whole: number) {
  const left = ({ id }: MeasureAnswer) =>
    enough.includes(id) ? -1 : (alone.get(id)?.remainingAmount ?? whole);
  return (a: MeasureAnswer, b: MeasureAnswer) => left(a) - left(b) || a.effort - b.effort;
}
