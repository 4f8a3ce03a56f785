/** The page of operators: the gate, what was not allowed, the person behind it, the cases. */
import { type FormEvent, useEffect, useRef, useState } from "react";
import { decisionWords } from "../../../src/report/index.ts";
import { usePlace } from "../app/going.ts";
import { Languages } from "../app/languages.tsx";
import { languageTag, type Place } from "../app/route.ts";
import { LangProvider, useLang, useWords } from "../app/speaking.tsx";
import type { Asking, Case, Decision, Names } from "./asking.ts";
import { actCalled, called, sharePercent } from "./called.ts";
import { CasePart } from "./case-part.tsx";
import { clock, zoneHere } from "./clock.ts";
import { ListsPart } from "./lists-part.tsx";
import { PersonPart } from "./person-part.tsx";
import { RulesPart } from "./rules-part.tsx";
import { useWatching, type Watching } from "./use-watching.ts";
import { watchingWords } from "./words.ts";

export function WatchingPage() {
  const place = usePlace();
  return (
    <LangProvider value={place.lang}>
      <Inside place={place} />
    </LangProvider>
  );
}

function Inside({ place }: { readonly place: Place }) {
  const { lang } = place;
  const words = useWords(watchingWords);
  const watching = useWatching();
  useEffect(() => {
    document.documentElement.lang = languageTag(lang);
    document.title = words.title;
  }, [lang, words]);
  return (
    <>
      <button type="button" className="skip" onClick={() => document.getElementById("main")?.focus()}>
        {words.skip}
      </button>
      <header className="bar">
        <span className="brand">chainbreak</span>
        <Languages place={place} />
      </header>
      <main id="main" tabIndex={-1} className="watching">
        {watching.me === undefined ? <KeyGate watching={watching} /> : <Desk watching={watching} />}
        <p className="watching-foot">
          {words.foot} {words.zone(zoneHere(lang))}
        </p>
      </main>
    </>
  );
}

function KeyGate({ watching: { gate, begin } }: { readonly watching: Watching }) {
  const words = useWords(watchingWords);
  const [key, setKey] = useState("");
  const said = {
    "wrong-key": words.wrongKey,
    "may-not-look": words.mayNotLook,
    "not-there": words.notThere,
    locked: words.locked,
  };
  const fault = gate === "no-key" || gate === "asked" ? undefined : said[gate];
  return (
    <form
      className="watching-gate"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        begin(key);
      }}
    >
      <h1>{words.heading}</h1>
      <label htmlFor="key">{words.keyAsked}</label>
      <input
        id="key"
        type="password"
        autoComplete="off"
        spellCheck={false}
        value={key}
        aria-describedby="key-why"
        onChange={(event) => setKey(event.target.value)}
      />
      <p id="key-why" className="watching-soft">
        {words.keyWhy}
      </p>
      {fault === undefined ? null : (
        <p role="alert" className="watching-fault">
          {fault}
        </p>
      )}
      <button type="submit" className="primary" disabled={key.trim() === "" || gate === "asked"}>
        {words.begin}
      </button>
    </form>
  );
}

/** As in watching.css. */
const besideWidth = "(min-width: 64rem)";

/** `kase`: the one that was chosen among the cases. */
interface Chosen {
  readonly person: string;
  readonly record: number | undefined;
  readonly kase?: number;
}

const parts = ["decisions", "rules", "lists"] as const;
type Part = (typeof parts)[number];

/** What is live goes on whichever part is looked at. */
function Desk({ watching }: { readonly watching: Watching }) {
  const lang = useLang();
  const words = useWords(watchingWords);
  const [part, setPart] = useState<Part>("decisions");
  const [chosen, setChosen] = useState<Chosen>();
  const show = (person: string, record: number) => {
    setChosen({ person, record });
    setPart("decisions");
  };
  const { me, ask, isLive, heardAt } = watching;
  if (me === undefined || ask === undefined) return null;
  const cut = heardAt === undefined ? words.notThere : words.cut(clock(heardAt.toISOString(), lang));
  return (
    <>
      <div className="watching-head">
        <h1>{words.heading}</h1>
        <p className="watching-soft">
          <span className="address">{me.institution}</span> ·{" "}
          {me.shares === "nothing" ? words.alone : words.shares(me.shares)}
        </p>
        <p role="status" className={isLive ? "watching-live" : "watching-live watching-cut"}>
          {isLive ? words.live : cut}
        </p>
      </div>
      <nav className="watching-parts" aria-label={words.parts}>
        {parts.map((each) => (
          <button
            key={each}
            type="button"
            aria-current={part === each ? "page" : undefined}
            onClick={() => setPart(each)}
          >
            {words.partOf(each)}
          </button>
        ))}
      </nav>
      {part === "decisions" ? (
        <Decisions watching={watching} ask={ask} chosen={chosen} setChosen={setChosen} />
      ) : null}
      {part === "lists" ? <ListsPart ask={ask} mayChange={me.may.includes("lists")} /> : null}
      {part === "rules" ? (
        <RulesPart
          ask={ask}
          mayRead={me.may.includes("rules")}
          mayPut={me.may.includes("put-rules")}
          show={show}
        />
      ) : null}
    </>
  );
}

function Decisions({
  watching,
  ask,
  chosen,
  setChosen,
}: {
  readonly watching: Watching;
  readonly ask: Asking;
  readonly chosen: Chosen | undefined;
  readonly setChosen: (chosen: Chosen) => void;
}) {
  const words = useWords(watchingWords);
  const personPart = useRef<HTMLDivElement>(null);
  // Below the list where there is no room beside it: whoever chose would see nothing happen.
  useEffect(() => {
    if (chosen !== undefined && !window.matchMedia(besideWidth).matches) personPart.current?.focus();
  }, [chosen]);
  const { reloadCases } = watching;
  // Others work on them too.
  useEffect(() => {
    if (chosen !== undefined) reloadCases();
  }, [chosen, reloadCases]);
  const { decisions, isMore, names, cases, casesLeftOut, passed } = watching;
  const open = cases.filter(({ state }) => state === "open");
  const closed = cases.filter(({ state }) => state === "closed");
  const choose = ({ id, person, record }: Case) => setChosen({ person, record, kase: id });
  return (
    <div className="watching-desk">
      <section aria-labelledby="waiting">
        <h2 id="waiting">{words.waiting(decisions.length, isMore)}</h2>
        {decisions.length === 0 ? <p className="watching-soft">{words.noneYet}</p> : null}
        <ol className="watching-queue">
          {decisions.map((decision) => (
            <li key={decision.record}>
              <Row
                decision={decision}
                names={names}
                isChosen={chosen?.record === decision.record}
                choose={() => setChosen({ person: decision.person, record: decision.record })}
              />
            </li>
          ))}
        </ol>
        {isMore ? (
          <button type="button" onClick={watching.loadEarlier}>
            {words.earlierOnes}
          </button>
        ) : null}
        <p className="watching-soft">{words.passed(passed)}</p>
        <h2 className="watching-cases">{words.cases(open.length)}</h2>
        {open.length === 0 ? <p className="watching-soft">{words.noCases}</p> : null}
        {casesLeftOut === 0 ? null : <p className="watching-soft">{words.moreCases(casesLeftOut)}</p>}
        <CaseRows cases={open} chosen={chosen?.person} choose={choose} />
        {closed.length === 0 ? null : (
          <details className="watching-closed">
            <summary>{words.closedCases(closed.length)}</summary>
            <CaseRows cases={closed} chosen={chosen?.person} choose={choose} />
          </details>
        )}
      </section>
      {chosen === undefined ? (
        <p className="watching-choose watching-soft">{words.choose}</p>
      ) : (
        <div className="watching-person" ref={personPart} tabIndex={-1}>
          <PersonPart
            key={chosen.person}
            ask={ask}
            name={chosen.person}
            record={chosen.record}
            // Asked again when something of this person is heard.
            beat={decisions.find(({ person }) => person === chosen.person)?.record ?? 0}
          >
            <CasePart
              watching={watching}
              ask={ask}
              name={chosen.person}
              record={chosen.record}
              chosen={chosen.kase}
              choose={(kase) => setChosen({ ...chosen, kase })}
            />
          </PersonPart>
        </div>
      )}
    </div>
  );
}

function CaseRows({
  cases,
  chosen,
  choose,
}: {
  readonly cases: readonly Case[];
  readonly chosen: string | undefined;
  readonly choose: (one: Case) => void;
}) {
  const lang = useLang();
  const words = useWords(watchingWords);
  return (
    <ol className="watching-queue">
      {cases.map((one) => (
        <li key={one.id}>
          <button
            type="button"
            className="watching-row"
            aria-pressed={chosen === one.person}
            onClick={() => choose(one)}
          >
            <time dateTime={one.changed}>{clock(one.changed, lang)}</time>
            <span className="watching-who">
              {words.person} <span className="address">{one.person}</span>
            </span>
            <span className="watching-tag">{words.caseOf(one.id)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function Row({
  decision: act,
  names,
  isChosen,
  choose,
}: {
  readonly decision: Decision;
  readonly names: Names;
  readonly isChosen: boolean;
  readonly choose: () => void;
}) {
  const lang = useLang();
  const words = useWords(watchingWords);
  const told = useWords(decisionWords);
  const { time, group, institution, person, decision, risk } = act;
  return (
    <button type="button" className="watching-row" aria-pressed={isChosen} onClick={choose}>
      <time dateTime={time}>{clock(time, lang)}</time>
      <span className="watching-who">
        {words.person} <span className="address">{person}</span>
        <span className="watching-soft">
          {words.actAt(actCalled(names, act, lang) ?? words.groupOf(group), called(names, institution, lang))}
        </span>
      </span>
      <span className={`watching-tag watching-${decision}`}>
        {told.decided(decision)} {words.percent(sharePercent(risk))}
      </span>
    </button>
  );
}
