/** How nights are played: who the thieves are, what the owner does, and with what the same night is held against. */
import { type ReactNode, useId } from "react";
import { marks } from "../../../src/report/index.ts";
import { useCase } from "../case/case.tsx";
import { duration } from "../telling.ts";
import type { MeasureOfNight } from "./night-world.ts";
import { type Speech, sayMeasureOf } from "./saying.ts";
import { atOnceMinutes, type OwnersWay, ownersWays, type ThievesWay, thievesWays } from "./sides.ts";
import { useSpeech } from "./speech.tsx";

/** `chosen`: what is switched on in the other views of this case; else the measure's id; absent: nothing. */
export type Comparing = "chosen" | { readonly measure: string } | undefined;

export interface Played {
  readonly thieves: ThievesWay;
  readonly owner: OwnersWay;
  readonly comparing: Comparing;
}

export interface ChoosingProps {
  readonly measures: readonly MeasureOfNight[];
  readonly noticedAt: number;
  readonly played: Played;
  readonly play: (played: Played) => void;
}

/** What is compared, as ids this night knows, and how it is called. */
export function useCompared(
  comparing: Comparing,
  measures: readonly MeasureOfNight[],
): { readonly ids: readonly string[]; readonly said: string } | undefined {
  const { chosen } = useCase();
  const speech = useSpeech();
  const ids = comparing === undefined ? [] : comparing === "chosen" ? [...chosen] : [comparing.measure];
  const known = measures.map(({ id }) => id).filter((id) => ids.includes(id));
  return known.length === 0 ? undefined : { ids: known, said: sayCompared(speech, known, measures) };
}

export const sayCompared = (
  speech: Speech,
  ids: readonly string[],
  measures: readonly MeasureOfNight[],
): string =>
  measures
    .filter(({ id }) => ids.includes(id))
    .map((measure) => sayMeasureOf(speech, measure, measures))
    .join(marks[speech.telling.lang].semicolon);

export function Choosing({ measures, noticedAt, played, play }: ChoosingProps) {
  const { telling, words } = useSpeech();
  const { chosen } = useCase();
  const known = measures.filter(({ id }) => chosen.has(id)).length;
  return (
    <div className="night-choosing">
      <Choice
        label={words.thieves}
        value={played.thieves}
        choose={(thieves) =>
          play({ ...played, thieves: thievesWays.find((each) => each === thieves) ?? "gang" })
        }
      >
        {thievesWays.map((each) => (
          <option key={each} value={each}>
            {words[`thieves_${each}`]}
          </option>
        ))}
      </Choice>
      <Choice
        label={words.ownerDoes}
        value={played.owner}
        choose={(owner) => play({ ...played, owner: ownersWays.find((each) => each === owner) ?? "asleep" })}
      >
        <option value="asleep">{words.owner_asleep}</option>
        <option value="at-once">{words.owner_listed(duration(telling, atOnceMinutes))}</option>
        <option value="late">{words.owner_listed(duration(telling, noticedAt))}</option>
        <option value="fighting">{words.owner_fighting}</option>
      </Choice>
      <Choice
        label={words.compareWith}
        value={
          played.comparing === undefined
            ? ""
            : played.comparing === "chosen"
              ? "chosen"
              : `measure ${played.comparing.measure}`
        }
        choose={(value) =>
          play({
            ...played,
            comparing:
              value === ""
                ? undefined
                : value === "chosen"
                  ? value
                  : { measure: value.slice("measure ".length) },
          })
        }
      >
        <option value="">{words.compare_nothing}</option>
        {known === 0 ? null : <option value="chosen">{words.compare_chosen(known)}</option>}
        <Measures measures={measures} by="person" />
        <Measures measures={measures} by="institution" />
      </Choice>
      {known < chosen.size ? <p className="quiet">{words.otherHour}</p> : null}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choose: (value: string) => void;
  readonly children: ReactNode;
}

export function Choice({ label, value, choose, children }: ChoiceProps) {
  const field = useId();
  return (
    <div className="night-choice">
      <label htmlFor={field}>{label}</label>
      <select id={field} value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {children}
      </select>
    </div>
  );
}

/** What is enough by itself comes first, then what matters at all. */
function Measures({ measures, by }: Pick<ChoosingProps, "measures"> & Pick<MeasureOfNight, "by">) {
  const speech = useSpeech();
  const { base } = speech.telling;
  const rankOf = (id: string) =>
    base.alone.includes(id) ? 0 : base.catalogue.find((each) => each.id === id)?.matters === false ? 2 : 1;
  const its = measures.filter((measure) => measure.by === by).sort((a, b) => rankOf(a.id) - rankOf(b.id));
  return (
    <optgroup label={by === "person" ? speech.words.personCan : speech.words.institutionsCan}>
      {its.map((measure) => (
        <option key={measure.id} value={`measure ${measure.id}`}>
          {sayMeasureOf(speech, measure, measures)}
        </option>
      ))}
    </optgroup>
  );
}
