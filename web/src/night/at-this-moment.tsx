/** What is so where the hand stands: who is doing what, what the thieves have, what the owner has seen, what is blocked. */
import type { ReactNode } from "react";
import { capitalised, money, sayLoss } from "../telling.ts";
import { atMinute } from "./at-moment.ts";
import { type Entry, headingOf, type NightTold, type StepTold } from "./night-told.ts";
import { useMoment } from "./playhead.ts";
import {
  sayBlock,
  sayClock,
  sayEntry,
  sayHaving,
  sayHour,
  sayOutcome,
  sayStepNotes,
  sayTrace,
} from "./saying.ts";
import { useSpeech } from "./speech.tsx";
import "./moment.css";
import type { Bilingual } from "../../../src/model/index.ts";
import { type Lang, marks } from "../../../src/report/index.ts";

interface LossLineProps {
  readonly goal: string;
  readonly sum: string;
  readonly night: NightTold;
}

/** A loss with its sum, and what the account itself says of it. */
function LossLine({ goal, sum, night: { saidOfLosses } }: LossLineProps) {
  const { telling } = useSpeech();
  const { lang } = telling;
  const said = saidOfLosses[goal];
  return (
    <li>
      {sum}
      {marks[lang].colon}
      {sayLoss(telling, { goal })}
      {said === undefined ? null : <p className="quiet">{said[lang]}</p>}
    </li>
  );
}

/** What a glance takes in; the rest unfolds. */
const shownMax = 6;

export function AtThisMoment({ night }: { readonly night: NightTold }) {
  const speech = useSpeech();
  const { telling, words } = speech;
  const { lang } = telling;
  const minute = useMoment();
  const now = atMinute(night, minute);
  return (
    <div className="night-moment">
      <p className="night-moment-clock">{sayClock(night.startsAt, minute, lang)}</p>
      {now.doing.length > 0 ? (
        <Part title={words.doing}>
          <ul className="night-doing">
            {now.doing.map((step) => (
              <li key={step.id}>
                <OneEntry entry={step} night={night} isBrief isUnderWay />
              </li>
            ))}
          </ul>
        </Part>
      ) : (
        <Part title={now.last === undefined ? words.doing : words.lastDone}>
          {now.last === undefined ? (
            <p className="quiet">{words.quiet}</p>
          ) : (
            <OneEntry entry={now.last} night={night} isBrief />
          )}
        </Part>
      )}
      <Part title={words.goneSoFar}>
        {now.gone === 0 && now.unsized.length === 0 ? (
          <p className="quiet">{words.nothingGone}</p>
        ) : (
          <>
            <p className="night-moment-gone">
              {now.gone === 0 ? telling.words.unknownAmount : money(telling, now.gone)}
            </p>
            <ul className="night-small">
              {now.goneBy.map(({ goal, amount }) => (
                <LossLine key={goal} goal={goal} sum={money(telling, amount)} night={night} />
              ))}
              {now.unsized.map((goal) => (
                <LossLine key={goal} goal={goal} sum={telling.words.unknownAmount} night={night} />
              ))}
            </ul>
          </>
        )}
      </Part>
      <Part title={words.blockedNow}>
        <Some
          all={now.blocked.map(({ condition, from, setBy }) => ({
            key: condition,
            text: capitalised(sayBlock(speech, condition)),
            note: words.since(sayHour(night.startsAt, from, lang)),
            className: setBy === "intruder" ? "theirs" : "ours",
          }))}
          none={words.nothingBlocked}
        />
      </Part>
      <Part title={words.thievesHave}>
        <Some
          all={now.thievesHave.map((what) => ({ key: what, text: sayHaving(speech, what) }))}
          none={words.nothingBlocked}
        />
      </Part>
      <Part title={words.ownerSaw}>
        <Some
          all={now.ownerSaw.map((trace, i) => ({
            key: `${now.ownerSaw.length - i}`,
            text: sayTrace(speech, trace),
            note: sayHour(night.startsAt, trace.at, lang),
          }))}
          none={words.ownerSawNothing}
        />
      </Part>
      {now.ownerLost.length === 0 ? null : (
        <Part title={words.ownerLost}>
          <Some all={now.ownerLost.map((what) => ({ key: what, text: sayHaving(speech, what) }))} none="" />
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="night-part">
      <h3>{title}</h3>
      {children}
    </div>
  );
}

interface SomeProps {
  readonly all: readonly {
    readonly key: string;
    readonly text: string;
    readonly note?: string;
    readonly className?: string;
  }[];
  readonly none: string;
}

function Some({ all, none }: SomeProps) {
  const { words } = useSpeech();
  if (all.length === 0) return <p className="quiet">{none}</p>;
  const item = ({ key, text, note, className = "" }: SomeProps["all"][number]) => (
    <li key={key} className={className}>
      {text}
      {note === undefined ? null : <span className="quiet"> {note}</span>}
    </li>
  );
  return (
    <>
      <ul className="night-small">{all.slice(0, shownMax).map(item)}</ul>
      {all.length <= shownMax ? null : (
        <details>
          <summary>{words.more(all.length - shownMax)}</summary>
          <ul className="night-small">{all.slice(shownMax).map(item)}</ul>
        </details>
      )}
    </>
  );
}

interface OneEntryProps {
  readonly entry: Entry;
  readonly night: NightTold;
  /** Without its time, which stands around it. */
  readonly isBrief?: boolean;
  /** Nobody knows yet what comes of it. */
  readonly isUnderWay?: boolean;
}

/** One thing that was done or seen, with what the account says of it. */
export function OneEntry({ entry, night, isBrief = false, isUnderWay = false }: OneEntryProps) {
  const speech = useSpeech();
  const { telling, words } = speech;
  const { lang } = telling;
  const note = entry.kind === "step" || entry.kind === "seen" ? entry.note : undefined;
  // What stands in the title is not said again under it.
  const heading = entry.kind === "seen" ? headingOf(entry.note) : undefined;
  const beside = (said: Bilingual | undefined) => (said === heading ? undefined : said);
  const side = entry.kind === "lapse" ? "clock" : entry.side;
  const until = entry.until > entry.at ? `–${sayHour(night.startsAt, entry.until, lang)}` : "";
  return (
    <div className={`night-entry ${side}`}>
      <p className="night-entry-head">
        <span className="night-entry-side">{sideOf(speech, entry)}</span>
        {isBrief ? null : (
          <span className="night-entry-time">
            {sayHour(night.startsAt, entry.at, lang)}
            {until}
          </span>
        )}
        {note?.isConcluded === true ? <span className="night-tag">{words.concluded}</span> : null}
      </p>
      <p className="night-entry-title">
        {entry.kind === "step" ? entry.title[lang] : sayEntry(speech, entry)}
      </p>
      {entry.kind === "step" ? <StepNotes step={entry} isUnderWay={isUnderWay} /> : null}
      {note === undefined ? null : (
        <p className="night-entry-note">
          {entry.kind === "seen" || note.saying === undefined ? null : `${note.saying[lang]} `}
          <Aside what={words.believed} said={beside(note.believed)} lang={lang} />
          <Aside what={words.howKnown} said={beside(note.seen)} lang={lang} />
        </p>
      )}
    </div>
  );
}

interface AsideProps {
  readonly what: string;
  readonly said: Bilingual | undefined;
  readonly lang: Lang;
}

/** What is told beside what was done: how it is known, what somebody believed. */
function Aside({ what, said, lang }: AsideProps) {
  if (said === undefined) return null;
  return (
    <span className="quiet">
      {what}
      {marks[lang].colon}
      {said[lang]}
      {marks[lang].stop}
    </span>
  );
}

function sideOf({ words, telling }: ReturnType<typeof useSpeech>, entry: Entry): string {
  if (entry.kind === "lapse") return capitalised(words.nobody);
  // What was only observed is nobody's act.
  if (entry.kind === "seen") return words.seen;
  if (entry.side === "intruder") return words.theThieves;
  if (entry.kind !== "look" && entry.who.startsWith("helper:")) {
    const helper = telling.data.person.helpers.get(entry.who.slice("helper:".length));
    if (helper !== undefined) return capitalised(helper[telling.lang]);
  }
  return capitalised(words.ownerSelf);
}

function StepNotes({ step, isUnderWay }: { readonly step: StepTold; readonly isUnderWay: boolean }) {
  const speech = useSpeech();
  const outcome = isUnderWay ? [] : sayOutcome(speech, step);
  return (
    <>
      <p className="night-entry-where">{sayStepNotes(speech, step)}</p>
      {outcome.length === 0 ? null : (
        <ul className="night-outcome">
          {outcome.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
    </>
  );
}
