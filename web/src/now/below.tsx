/** Below the one thing to do: what can be said while waiting, what was seen, the log, and what to take along. */
import { useState } from "react";
import { secretKindOf } from "../../../src/person/index.ts";
import type { LogWords } from "../../../src/respond/index.ts";
import { useLang, useWords } from "../app/speaking.tsx";
import { useServices } from "../things/use-services.ts";
import { servicesOf } from "./asking.tsx";
import { noteLettersMax, openQuestion } from "./incident.ts";
import type { PlanAnswer, PlanTold } from "./planning.ts";
import { TakeAlong } from "./take-along.tsx";
import { StillAsked } from "./telling.tsx";
import type { Now } from "./use-now.ts";
import { nowWords, outcomeWords, seenWords } from "./words.ts";

interface BelowProps {
  readonly now: Now;
  readonly told: PlanTold | undefined;
  readonly plan: Extract<PlanAnswer, { kind: "plan" }> | undefined;
}

export function Below({ now, told, plan }: BelowProps) {
  const { kept } = now;
  const isAsked = openQuestion(kept.answers) === undefined;
  return (
    <>
      {told === undefined ? null : <StillAsked now={now} told={told} />}
      {told === undefined ? null : <Taken told={told} />}
      {isAsked ? <While now={now} /> : null}
      {isAsked ? <Seen now={now} plan={plan} /> : null}
      {told === undefined || told.answer.beliefs.length === 0 ? null : <Beliefs told={told} />}
      {isAsked || kept.log.length > 0 ? <Log now={now} /> : null}
      <TakeAlong now={now} plan={plan} />
    </>
  );
}

/** What was typed, and what it was taken for: what was misread puts the wrong thing first. */
function Taken({ told: { answer } }: { readonly told: PlanTold }) {
  return [...answer.taken, ...answer.notUnderstood].map(({ list, index, text, says }) => (
    <p key={`${list} ${index} ${text}`} className="now-taken">
      {says}
    </p>
  ));
}

const agoAsked = [15, 60, 180, 720, 1440] as const;

function While({ now: { kept, answer } }: { readonly now: Now }) {
  const words = useWords(nowWords);
  const lang = useLang();
  const known = useServices();
  const { uses, region = "cn", sinceMinutes, hasHelper } = kept.answers;
  const list = typeof known === "string" ? [] : known.list;
  const tick = (id: string) =>
    answer({ uses: uses.includes(id) ? uses.filter((each) => each !== id) : [...uses, id] });
  return (
    <details className="now-fold">
      <summary>{words.more}</summary>
      <p className="now-hint">{words.moreHint}</p>
      {(["bank", "wallet"] as const).map((kind) => (
        <fieldset key={kind} className="now-ticks">
          <legend>{kind === "bank" ? words.banks : words.wallets}</legend>
          {servicesOf(list, kind, region).map(({ id, name }) => (
            <label key={id}>
              <input type="checkbox" checked={uses.includes(id)} onChange={() => tick(id)} /> {name[lang]}
            </label>
          ))}
        </fieldset>
      ))}
      <label className="now-field">
        {words.since}
        <select
          value={sinceMinutes ?? ""}
          onChange={({ target }) =>
            answer({ sinceMinutes: target.value === "" ? (undefined as never) : Number(target.value) })
          }
        >
          <option value="">{words.sinceUnknown}</option>
          {agoAsked.map((minutes) => (
            <option key={minutes} value={minutes}>
              {words.sinceAgo(minutes)}
            </option>
          ))}
        </select>
      </label>
      <label className="now-tick">
        <input type="checkbox" checked={hasHelper} onChange={() => answer({ hasHelper: !hasHelper })} />{" "}
        {words.helper}
      </label>
      <button
        type="button"
        className="now-back"
        onClick={() => answer({ gone: undefined as never, lock: undefined as never, isCarrierAsked: false })}
      >
        {words.changeAnswers}
      </button>
    </details>
  );
}

const signsAsked = [
  ["number-rings", "line.main"],
  ["number-off", "line.main"],
  ["stranger-answers", "line.main"],
  ["code", "line.main"],
  ["no-service", "line.main"],
  ["moving", "line.main"],
  ["diverted", "line.main"],
  ["given", undefined],
  ["paid", undefined],
  ["unbound", "device.phone"],
  ["phone-online", "device.phone"],
] as const;

function Seen({ now, plan }: Omit<BelowProps, "told">) {
  const words = useWords(nowWords);
  const lang = useLang();
  const sign = (word: string, on: string | undefined, title: LogWords["title"]) => (
    <button
      key={`${word} ${on}`}
      type="button"
      onClick={() => now.log({ by: "owner", kind: "sign", word, ...(on === undefined ? {} : { on }), title })}
    >
      {title[lang]}
    </button>
  );
  return (
    <details className="now-fold">
      <summary>{words.seen}</summary>
      <p className="now-hint">{words.seenHint}</p>
      <div className="now-choices small">
        {signsAsked.map(([word, on]) => sign(word, on, seenWords[word]))}
        {(plan?.en.money ?? []).flatMap(({ id, name }, i) => {
          const zh = plan?.zh.money[i]?.name ?? name;
          return [
            sign("money-gone", id, { en: nowWords.moneyGone.en(name), zh: nowWords.moneyGone.zh(zh) }),
            sign("money-there", id, { en: nowWords.moneyThere.en(name), zh: nowWords.moneyThere.zh(zh) }),
          ];
        })}
      </div>
    </details>
  );
}

/** Of what the other side has, no more than somebody reads in the night. */
const beliefsShown = 6;

function Beliefs({ told: { answer } }: { readonly told: PlanTold }) {
  const words = useWords(nowWords);
  const lang = useLang();
  return (
    <details className="now-fold">
      <summary>{words.beliefs}</summary>
      <p className="now-hint">{words.beliefsHint}</p>
      <ul className="now-beliefs">
        {answer.beliefs.slice(0, beliefsShown).map(({ capability, says, probability }) => (
          <li key={capability}>
            {Math.min(99, Math.round(probability * 100))}
            {lang === "zh" ? "%" : " %"} {says}
          </li>
        ))}
      </ul>
      {answer.contradictions.map(({ says }) => (
        <p key={says}>{says}</p>
      ))}
    </details>
  );
}

function Log({ now }: { readonly now: Now }) {
  const words = useWords(nowWords);
  const outcomes = useWords(outcomeWords);
  const lang = useLang();
  const { kept, saved, draft, log } = now;
  const note = kept.drafts["note"] ?? "";
  const [isRefused, setRefused] = useState(false);
  const add = () => {
    const text = note.trim();
    setRefused(secretKindOf(text) !== undefined);
    if (text === "" || secretKindOf(text) !== undefined) return;
    log({ by: "owner", kind: "note", word: "note", title: { en: text, zh: text } }, ["note"]);
  };
  return (
    <section className="now-log">
      <h2>{words.log}</h2>
      <p className={saved === "not" ? "now-refuses" : "now-hint"} role="status">
        {{ saved: words.saved, saving: words.saving, not: words.notSaved }[saved]}
      </p>
      <ol>
        {kept.log.map(({ at, kind, title, reference, mark }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added
          <li key={i} title={mark.slice(0, 8)}>
            <time dateTime={at}>{at.slice(11, 16)}</time> {outcomes[kind]} · {title[lang]}
            {reference === undefined ? "" : ` · ${reference}`}
          </li>
        ))}
      </ol>
      <form
        className="now-note"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <label className="now-field">
          {words.note}
          <span className="now-hint">{words.noteHint}</span>
          <input
            value={note}
            maxLength={noteLettersMax}
            autoComplete="off"
            onChange={({ target }) => draft("note", target.value)}
          />
        </label>
        <button type="submit">{words.addNote}</button>
      </form>
      {isRefused ? (
        <p role="alert" className="now-refuses">
          {words.noSecrets}
        </p>
      ) : null}
    </section>
  );
}
