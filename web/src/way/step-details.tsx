/** All there is to say of one step: where and when, in full sentences, on what it rests, and what would change it. */
import { useEffect, useRef } from "react";
import type { Step, Way } from "../../../src/questions/index.ts";
import { sayCapability, sayDate, sayDuration, sayThing } from "../../../src/report/index.ts";
import { MeasureSwitch } from "../cut/measure-switch.tsx";
import { capitalised, measureOf, sayMeasure, type Telling, useTelling, whereOf } from "../telling.ts";
import { basisWords, channelWords } from "../words.ts";
import type { StepState } from "./broken.ts";

interface StepDetailsProps {
  readonly way: Way;
  readonly index: number;
  readonly state: StepState;
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (measure: string) => void;
  readonly close: () => void;
}

export function StepDetails({ way, index, state, chosen, toggle, close }: StepDetailsProps) {
  const telling = useTelling();
  const { words, lang, base } = telling;
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    title.current?.focus(); // Else a switch far down has the focus, and the reader begins there.
  }, []);
  const step = way.steps[index];
  if (step === undefined) return null;
  const channel =
    step.institution === "things" || step.channel === undefined
      ? ""
      : `${lang === "zh" ? "，" : ", "}${channelWords[step.channel][lang]}`;
  const measures = step.measures.flatMap((id) => measureOf(base, id) ?? []);
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
        <p className="details-step">{words.step(index + 1)}</p>
        <h3 id="details" ref={title} tabIndex={-1}>
          {step.title[lang]}
        </h3>
        {state.kind === "holds" ? null : (
          <p className="details-state">
            {state.kind === "falls"
              ? capitalised(words.fallsToo)
              : words.stoppedBy(
                  state.by.map((id) => sayMeasure(telling, id)).join(lang === "zh" ? "；" : "; "),
                )}
          </p>
        )}
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
          <dt>{words.needsWhoever}</dt>
          <dd>
            <ul>
              {step.asks.map((asked) => (
                <li key={asked}>
                  {sayCapability(telling.data, asked, lang)}{" "}
                  <span className="quiet">{sourceOf(telling, way, step, asked)}</span>
                </li>
              ))}
            </ul>
          </dd>
          <dt>{words.givesWhoever}</dt>
          <dd>{step.gives.length === 0 ? words.changesState : <Sentences capabilities={step.gives} />}</dd>
          <Marks step={step} />
          <dt>{words.howKnown}</dt>
          <dd>
            <Basis step={step} />
          </dd>
          <Classified step={step} />
          <dt>{words.changedBy}</dt>
          <dd>
            {measures.length === 0 ? words.noneKnown : null}
            {measures.map((measure) => (
              <MeasureSwitch
                key={measure.id}
                measure={measure}
                isOn={chosen.has(measure.id)}
                toggle={toggle}
                hasWho
              />
            ))}
          </dd>
        </dl>
        <form method="dialog">
          <button type="submit" className="primary">
            {words.close}
          </button>
        </form>
      </div>
    </dialog>
  );
}

function Sentences({ capabilities }: { readonly capabilities: readonly string[] }) {
  const { data, lang } = useTelling();
  return (
    <ul>
      {capabilities.map((capability) => (
        <li key={capability}>{sayCapability(data, capability, lang)}</li>
      ))}
    </ul>
  );
}

/** Which step gave what is asked; what none gave was there at the start. */
function sourceOf({ words, lang }: Telling, way: Way, step: Step, asked: string): string {
  const from = step.after.find((i) => way.steps[i]?.gives.includes(asked) === true);
  const said = from === undefined ? words.fromStart : words.fromStep(from + 1);
  return lang === "zh" ? `（${said}）` : `(${said})`;
}

function Marks({ step }: { readonly step: Step }) {
  const { words, lang, data } = useTelling();
  const assumed = (step.assumed ?? []).map((what) =>
    words.assumedWhy(sayThing(data, what.split(": ")[0] ?? "", lang)),
  );
  const marks = [
    ...(step.basis.unconfirmed ? [words.unconfirmedWhy] : []),
    ...(step.discretion === true ? [words.discretionWhy] : []),
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

function Basis({ step }: { readonly step: Step }) {
  const { words, lang, data } = useTelling();
  const { status, seen, source } = step.basis;
  const { word, meaning } = basisWords[status];
  const known = data.sources.get(source);
  const note = data.catalog.institutions.get(step.institution)?.flows.find(({ id }) => id === step.flow)
    ?.basis.note;
  return (
    <>
      <p>
        <strong>{word[lang]}</strong>
        {lang === "zh" ? "：" : ": "}
        {meaning[lang]}
        {lang === "zh" ? "。" : "."}
      </p>
      {source === "person-file" ? (
        <p>{words.personFile}</p>
      ) : (
        <p>
          {known?.title[lang] ?? source}
          {lang === "zh" ? "，" : ", "}
          {words.seenOn(sayDate(seen, lang))}
        </p>
      )}
      {known?.url === undefined ? null : <p className="address">{known.url}</p>}
      {note === undefined ? null : <p>{note[lang]}</p>}
    </>
  );
}

/** Ids of MITRE F3 and ATT&CK, as the catalogue gives them. */
function Classified({ step }: { readonly step: Step }) {
  const { words, data } = useTelling();
  const flow = data.catalog.institutions.get(step.institution)?.flows.find(({ id }) => id === step.flow);
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
