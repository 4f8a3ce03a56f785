/** One thing to do: whom to call, what to say, what they ask; and under it what came of it. */

import { secretKindOf } from "../../../src/person/index.ts";
import { aboutContact, sayChannel, sayDuration } from "../../../src/report/index.ts";
import type { LogKind } from "../../../src/respond/index.ts";
import { useLang, useWords } from "../app/speaking.tsx";
import { telAddress } from "../app/tel.ts";
import type { PlanTold } from "./planning.ts";
import { nowWords } from "./words.ts";

export type Action = PlanTold["answer"]["next"][number];

interface ActProps {
  readonly action: Action;
  readonly names: PlanTold["names"];
  readonly reference: string;
  readonly write: (text: string) => void;
  readonly came: (kind: Extract<LogKind, "done" | "refused" | "no-answer">) => void;
  readonly heading: string;
}

export function Act({ action, names, reference, write, came, heading }: ActProps) {
  const words = useWords(nowWords);
  const lang = useLang();
  const { theyAsk, insteadOf } = action;
  const isSecret = secretKindOf(reference) !== undefined;
  const percent = (share: number) => `${Math.min(99, Math.round(share * 100))}${lang === "zh" ? "%" : " %"}`;
  return (
    <section className="now-act" aria-labelledby={`act-${action.helper}`}>
      <p className="now-kicker">{heading}</p>
      <h2 id={`act-${action.helper}`}>{action.title}</h2>
      <p className="now-about">
        {words.about(action.institutionName, sayChannel(action, lang), sayDuration(action.minutes, lang))}
      </p>
      <Contacts action={action} />
      {action.say === action.title ? null : (
        <figure className="now-script">
          <figcaption>{words.say}</figcaption>
          <blockquote>{action.say}</blockquote>
        </figure>
      )}
      {theyAsk.length === 0 ? null : (
        <div className="now-asked">
          <h3>{action.isReadThere ? words.theyAsk : words.usuallyAsk}</h3>
          <ul>
            {theyAsk.map((text) => {
              const doubt = insteadOf.find(({ capability }) => capability === text);
              return (
                <li key={text}>
                  {names[text] ?? text}
                  {doubt === undefined ? null : (
                    <span className="now-doubt"> {words.maybeChanged(percent(doubt.stillWorks))}</span>
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      )}
      {action.because === "" ? null : (
        <p className="now-holds">
          <strong>{words.whyAndHow}</strong> {action.because}
        </p>
      )}
      <label className="now-field">
        {words.writeDown}
        <input
          value={reference}
          maxLength={300}
          autoComplete="off"
          aria-describedby={`hint-${action.helper}`}
          onChange={({ target }) => write(target.value)}
        />
      </label>
      <p id={`hint-${action.helper}`} className={isSecret ? "now-refuses" : "now-hint"}>
        {isSecret ? words.noSecrets : words.writeHint}
      </p>
      <fieldset className="now-outcomes" disabled={isSecret}>
        <legend>{words.outcomes}</legend>
        <button type="button" className="now-done" onClick={() => came("done")}>
          {words.done}
        </button>
        <button type="button" onClick={() => came("refused")}>
          {words.refused}
        </button>
        <button type="button" onClick={() => came("no-answer")}>
          {words.noAnswer}
        </button>
      </fieldset>
    </section>
  );
}

function Contacts({ action }: { readonly action: Action }) {
  const words = useWords(nowWords);
  const lang = useLang();
  const tels = action.contact.flatMap((each) => (each.tel === undefined ? [] : [{ ...each, tel: each.tel }]));
  const urls = action.contact.flatMap(({ url }) => url ?? []);
  // What is done in one's own hand needs nobody's number.
  if (action.channel === undefined && tels.length + urls.length === 0) return null;
  if (tels.length + urls.length === 0) return <p className="now-hint">{words.noNumber}</p>;
  const isOthers = urls.length === 0 && tels.every(({ of }) => of !== undefined);
  return (
    <div className="now-contacts">
      {isOthers ? <p className="now-hint">{words.noNumber}</p> : null}
      {tels.map((each) => (
        <a key={each.tel + (each.of ?? "")} className="now-call" href={telAddress(each.tel)}>
          {words.call(each.tel)}
          {aboutContact(each, lang) === "" ? null : <small> {aboutContact(each, lang)}</small>}
        </a>
      ))}
      {urls.map((url) => (
        <a key={url} className="now-site" href={url} rel="noreferrer noopener" target="_blank">
          {words.openSite} <small>{url}</small>
        </a>
      ))}
    </div>
  );
}
