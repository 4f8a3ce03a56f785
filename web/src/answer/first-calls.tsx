/** Whom to call if it happens, in this order: who, the number, what to ask for. Short, for the first are what counts. */
import {
  aboutContact,
  type CallTold,
  type ContactTold,
  capitalised,
  firstCalls,
  type Lang,
  marks,
  sayAnswerFirst,
  sayNoLock,
  tellCall,
} from "../../../src/report/index.ts";
import { useLang, useWords } from "../app/speaking.tsx";
import { telAddress } from "../app/tel.ts";
import { useTelling } from "../telling.ts";
import { answerWords } from "./words.ts";

/** More than these hide the next thing on a telephone. */
const shown = 2;

export function FirstCalls() {
  const { base, data, lang } = useTelling();
  const words = useWords(answerWords);
  const calls = firstCalls(base, data).map((call) => tellCall({ world: data, lang }, call));
  const rest = calls.slice(shown);
  const answering = sayAnswerFirst({ world: data, lang }, base);
  const noLock = sayNoLock(base, data, lang);
  return (
    <section className="first-calls" aria-label={words.callThese}>
      {noLock === undefined ? null : <p>{noLock}</p>}
      {answering === undefined ? null : <p>{answering}</p>}
      {calls.length === 0 ? (
        <p>{words.noCalls}</p>
      ) : (
        <>
          <p className="first-eyebrow">{words.callThese}</p>
          <Calls calls={calls.slice(0, shown)} from={1} />
        </>
      )}
      {rest.length === 0 ? null : (
        <details>
          <summary>{words.moreCalls(rest.length)}</summary>
          <Calls calls={rest} from={shown + 1} />
        </details>
      )}
    </section>
  );
}

function Calls({ calls, from }: { readonly calls: readonly CallTold[]; readonly from: number }) {
  const lang = useLang();
  return (
    <ol className="first-list" start={from}>
      {calls.map(({ whom, contacts, find, acts, holds }) => (
        <li className="first-call" key={whom + acts}>
          <span className="first-whom">{whom}</span>
          <span className="first-numbers">
            {contacts.map((contact) => (
              <Way key={contact.tel ?? contact.url} contact={contact} lang={lang} />
            ))}
            {find === undefined ? null : capitalised(find)}
          </span>
          <span className="first-asks">
            {capitalised(acts)}
            {marks[lang].stop} <span className="quiet">{holds}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

function Way({ contact, lang }: { readonly contact: ContactTold; readonly lang: Lang }) {
  const { tel, url } = contact;
  const about = aboutContact(contact, lang);
  return (
    <span>
      {tel === undefined ? (
        <a className="address" href={url} rel="noreferrer">
          {url?.replace(/^https:\/\//, "")}
        </a>
      ) : (
        <a className="tel" href={telAddress(tel)}>
          {tel}
        </a>
      )}
      {about === "" ? null : <span className="quiet"> {about}</span>}
    </span>
  );
}
