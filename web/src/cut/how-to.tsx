/** How one measure is done: in steps where the catalogue says so, by which flow, whom to call, and what they will ask. */

import type { Contact, Flow } from "../../../src/model/index.ts";
import { channelWords, marks, sayHours } from "../../../src/report/index.ts";
import { telAddress } from "../app/tel.ts";
import { capitalised, duration, type Telling, useTelling } from "../telling.ts";
import { sayAsks } from "./asks.ts";
import { type Deed, hoursOf, isOpenAlways } from "./deeds.ts";
import { wordsOfCut } from "./saying.ts";

/** A sentence a step: `…at the bank. Ask for…` is two. */
export const stepsOf = (text: string): readonly string[] =>
  text.split(/(?<=[.!?])\s+(?=\p{Lu})|(?<=[。；！？])\s*/u).filter((step) => step !== "");

/** There is something to say: a text, a flow, or somebody to call. What institutions do they need nobody's number for. */
export const isHowKnown = ({ measure, flows, contacts, who }: Deed): boolean =>
  measure.how !== undefined || (who.kind === "with" && (flows.length > 0 || contacts.length > 0));

/** More flows than these are no choice any more. */
const flowsMax = 4;

interface HowToProps {
  readonly deed: Deed;
  /** The flow whose asks are said already, by id. */
  readonly askedAbove?: string | undefined;
}

export function HowTo({ deed, askedAbove }: HowToProps) {
  const telling = useTelling();
  const { lang } = telling;
  const { measure, flows, contacts, who } = deed;
  const steps = measure.how === undefined ? [] : stepsOf(measure.how[lang]);
  return (
    <div className="how-to">
      {steps.length > 1 ? (
        <ol className="steps">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      ) : (
        steps.map((step) => <p key={step}>{step}</p>)
      )}
      {flows.length === 0 ? null : (
        <ul className="how-flows">
          {flows.slice(0, flowsMax).map((flow) => (
            <li key={flow.id}>
              <HowFlow flow={flow} hasAsks={flow.id !== askedAbove} />
            </li>
          ))}
        </ul>
      )}
      {who.kind !== "with" || contacts.length === 0 ? null : <Contacts contacts={contacts} />}
    </div>
  );
}

function HowFlow({ flow, hasAsks }: { readonly flow: Flow; readonly hasAsks: boolean }) {
  const telling = useTelling();
  const { lang, data } = telling;
  const words = wordsOfCut(lang);
  const asks = sayAsks(flow.asks, data.catalog.vocabulary, lang);
  const channel = flow.channel === undefined ? "" : capitalised(channelWords[flow.channel][lang]);
  return (
    <>
      {channel === "" ? null : <strong>{channel}</strong>}
      {channel === "" ? "" : marks[lang].colon}
      {flow.title[lang]} <span className="quiet">{notesOf(telling, flow).join(marks[lang].comma)}</span>
      {asks === "" || !hasAsks ? null : <span className="how-asks">{words.asksFor(asks)}</span>}
    </>
  );
}

function notesOf(telling: Telling, { takes, hours }: Flow): readonly string[] {
  const { lang } = telling;
  const words = wordsOfCut(lang);
  const likely = duration(telling, takes.likely);
  return [
    lang === "zh" ? `约 ${likely}` : `about ${likely}`,
    ...(hours === undefined ? [] : [words.hours(sayHours(hours, lang))]),
  ];
}

export function Contacts({ contacts }: { readonly contacts: readonly Contact[] }) {
  const { lang } = useTelling();
  const words = wordsOfCut(lang);
  return (
    <ul className="contacts">
      {contacts.map((contact) => {
        const { tel, url, note } = contact;
        const windows = hoursOf(contact);
        const open = isOpenAlways(contact)
          ? words.atAnyHour
          : windows === undefined
            ? undefined
            : sayHours(windows, lang);
        return (
          <li key={tel ?? url ?? note?.en}>
            {tel === undefined ? null : (
              <a className="tel" href={telAddress(tel)}>
                {tel}
              </a>
            )}
            {url === undefined ? null : (
              <a className="address" href={url} rel="noreferrer">
                {url.replace(/^https:\/\//, "")}
              </a>
            )}{" "}
            {open === undefined || tel === undefined ? null : <span className="quiet">{open}</span>}{" "}
            {note === undefined ? null : <span className="quiet">{note[lang]}</span>}
          </li>
        );
      })}
    </ul>
  );
}
