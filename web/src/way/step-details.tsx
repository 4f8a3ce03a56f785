/**
 * All there is to say of one step: where and when, in full sentences, what it leaves to be seen, on what it rests, and
 * how to contest it. The picture of one way and the picture of the whole chain both open it.
 */
import { useEffect, useRef } from "react";
import type { StepState } from "../../../src/questions/index.ts";
import type { ToldStep } from "../../../src/reach/index.ts";
import {
  inBrackets,
  marks,
  sayCapability,
  sayCondition,
  sayDate,
  sayDuration,
  sayThing,
} from "../../../src/report/index.ts";
import { useWords } from "../app/speaking.tsx";
import { capitalised, duration, sayMeasure, type Telling, useTelling, whereOf } from "../telling.ts";
import { basisWords, channelWords, type Words } from "../words.ts";
import { isAlive } from "./broken.ts";
import { Contest } from "./contest.tsx";
import { isLater } from "./step-card.tsx";
import { flowOf, HowLong, Traces } from "./traces.tsx";
import { wayWords } from "./words.ts";

interface StepDetailsProps {
  readonly step: ToldStep;
  /** Where it stands, said above its title; `Step 3`. */
  readonly place: string;
  readonly state: StepState;
  /** Where each capability it needs comes from. */
  readonly sourceOf: (asked: string) => string;
  /** Where it is known: the things meant, and the conditions it sets. */
  readonly things?: ReadonlyMap<string, string>;
  readonly sets?: readonly string[];
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (measure: string) => void;
  readonly close: () => void;
}

export function StepDetails({
  step,
  place,
  state,
  sourceOf,
  things,
  sets = [],
  chosen,
  toggle,
  close,
}: StepDetailsProps) {
  const telling = useTelling();
  const { words, lang } = telling;
  const own = useWords(wayWords);
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    title.current?.focus(); // Else a switch far down has the focus, and the reader begins there.
  }, []);
  const channel =
    step.institution === "things" || step.channel === undefined
      ? ""
      : `${marks[lang].comma}${channelWords[step.channel][lang]}`;
  const flow = flowOf(telling, step);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog without our help; this is for a tap beside it
    <dialog
      ref={dialog}
      className="details"
      aria-labelledby="details"
      onClose={close}
      onClick={(event) => (event.target === dialog.current ? dialog.current?.close() : undefined)}
    >
      <div className="details-body">
        <p className="details-step">
          {place}
          {state.kind === "stopped"
            ? ` · ${words.stopped}`
            : state.kind === "falls"
              ? ` · ${words.fallsToo}`
              : ""}
        </p>
        <h3 id="details" ref={title} tabIndex={-1}>
          {step.title[lang]}
        </h3>
        <dl>
          <dt>{words.where}</dt>
          <dd>
            {whereOf(step, lang)}
            {channel}
          </dd>
          <dt>{words.when}</dt>
          <dd>
            {words.whenSpan({ begins: Math.round(step.beginsMinutes), ends: Math.round(step.atMinutes) })}
          </dd>
          {flow === undefined ? null : (
            <>
              <dt>{own.howLong}</dt>
              <dd>
                <HowLong flow={flow} />
              </dd>
            </>
          )}
          {step.asks.length === 0 ? null : <dt>{words.needsWhoever}</dt>}
          {step.asks.length === 0 ? null : (
            <dd>
              <ul>
                {step.asks.map((asked) => (
                  <li key={asked}>
                    {sayCapability(telling.data, asked, lang)}{" "}
                    <span className="quiet">{inBrackets(sourceOf(asked), lang)}</span>
                  </li>
                ))}
              </ul>
            </dd>
          )}
          <dt>{words.givesWhoever}</dt>
          <dd>
            <Gives gives={step.gives} sets={sets} />
          </dd>
          {flow === undefined ? null : (
            <>
              <dt>{own.leaves}</dt>
              <dd>
                <Traces flow={flow} things={things} />
              </dd>
            </>
          )}
          <Marks step={step} />
          <dt>{words.howKnown}</dt>
          <dd>
            <Basis step={step} />
          </dd>
          <Classified step={step} />
        </dl>
        <Contest
          step={step}
          said={sayState(telling, { step, state, own })}
          isStopped={!isAlive(state)}
          chosen={chosen}
          toggle={toggle}
        />
        <form method="dialog">
          <button type="submit" className="primary">
            {words.close}
          </button>
        </form>
      </div>
    </dialog>
  );
}

interface Said {
  readonly step: ToldStep;
  readonly state: StepState;
  readonly own: { readonly [K in "changedBy" | "nowAfter" | "works"]: (typeof wayWords)[K]["en"] };
}

function sayState(telling: Telling, { step, state, own }: Said): string {
  const { words, lang } = telling;
  const said = (by: readonly string[]) => by.map((id) => sayMeasure(telling, id)).join(marks[lang].semicolon);
  switch (state.kind) {
    case "holds":
      return isLater(step, state) ? capitalised(own.nowAfter(duration(telling, state.minutes))) : own.works;
    case "changed":
      return own.changedBy(said(state.by));
    case "stopped":
      return words.stoppedBy(said(state.by));
    case "falls":
      return capitalised(words.fallsToo);
  }
}

function Gives({ gives, sets }: { readonly gives: readonly string[]; readonly sets: readonly string[] }) {
  const { data, lang, words } = useTelling();
  if (gives.length === 0 && sets.length === 0) return words.changesState;
  return (
    <ul>
      {gives.map((capability) => (
        <li key={capability}>{sayCapability(data, capability, lang)}</li>
      ))}
      {sets.map((condition) => (
        <li key={condition}>{capitalised(sayCondition(data, condition, lang))}</li>
      ))}
    </ul>
  );
}

function Marks({ step }: { readonly step: ToldStep }) {
  const { words, lang, data } = useTelling();
  const assumed = (step.assumed ?? []).map((what) =>
    words.assumedWhy(sayThing(data, what.split(": ")[0] ?? "", lang)),
  );
  const marks = [
    ...(step.basis.unconfirmed ? [words.unconfirmedWhy] : []),
    ...(step.discretion === true ? [sayWhoseYesWhy(words, step)] : []),
    ...(step.delayMinutes === undefined || step.delayMinutes === 0
      ? []
      : [words.delayed(sayDuration(step.delayMinutes, lang))]),
    ...assumed,
  ];
  return marks.map((mark) => (
    <dd key={mark} className="mark-line">
      {mark}
    </dd>
  ));
}

function Basis({ step }: { readonly step: ToldStep }) {
  const telling = useTelling();
  const { words, lang, data } = telling;
  const { status, seen, source } = step.basis;
  const { word, meaning } = basisWords[status];
  const known = data.sources.get(source);
  const note = flowOf(telling, step)?.basis.note;
  return (
    <>
      <p>
        <strong>{word[lang]}</strong>
        {marks[lang].colon}
        {meaning[lang]}
        {marks[lang].stop}
      </p>
      {source === "person-file" ? (
        <p>{words.personFile}</p>
      ) : (
        <p>
          {known?.title[lang] ?? source}
          {marks[lang].comma}
          {words.seenOn(sayDate(seen, lang))}
        </p>
      )}
      {known?.url === undefined ? null : (
        <p>
          <a className="address" href={known.url} rel="noreferrer noopener" target="_blank">
            {known.url}
          </a>
        </p>
      )}
      {note === undefined ? null : <p>{note[lang]}</p>}
    </>
  );
}

/** Ids of MITRE F3 and ATT&CK, as the catalogue gives them. */
function Classified({ step }: { readonly step: ToldStep }) {
  const telling = useTelling();
  const { words } = telling;
  const flow = flowOf(telling, step);
  const ids = [
    ...(flow?.f3.map((id) => `MITRE F3 ${id}`) ?? []),
    ...(flow?.attack.map((id) => `ATT&CK ${id}`) ?? []),
  ];
  if (ids.length === 0) return null;
  return (
    <>
      <dt>{words.classified}</dt>
      <dd className="codes">{ids.join(" · ")}</dd>
    </>
  );
}

const sayWhoseYesWhy = (
  words: Pick<Words, "discretionWhy" | "consentWhy" | "insiderWhy">,
  { yesOf }: Pick<ToldStep, "yesOf">,
): string =>
  yesOf === "owner" ? words.consentWhy : yesOf === "insider" ? words.insiderWhy : words.discretionWhy;
