/**
 * It is happening now. Three questions, then one thing at a time with what came of it under it; everything else is below
 * and folded. Numbers to call are in sight from the first moment, whatever has been answered or worked out.
 */
import { useEffect, useMemo, useRef, useState } from "react";
import { firstBroken } from "../../../src/respond/index.ts";
import { useLang, useWords } from "../app/speaking.tsx";
import { telAddress } from "../app/tel.ts";
import { callListHere } from "../home/numbers-here.ts";
import { useServices } from "../things/use-services.ts";
import { Act, type Action } from "./act.tsx";
import { Asking } from "./asking.tsx";
import { Below } from "./below.tsx";
import { helperId, incidentFile, minutesOf, offsetHere, openQuestion, queueOf, wordOf } from "./incident.ts";
import { digestHere } from "./keep.ts";
import { askPlan } from "./plan-client.ts";
import type { PlanAnswer } from "./planning.ts";
import { type Now, useNow } from "./use-now.ts";
import { nowWords } from "./words.ts";
import "./now.css";

export function NowPage() {
  const words = useWords(nowWords);
  const now = useNow();
  return (
    <main className="now">
      <h1>{words.title}</h1>
      {now === undefined ? <Numbers /> : <Night key={now.kept.id} now={now} />}
    </main>
  );
}

interface Planned {
  readonly plan: PlanAnswer | undefined;
  readonly state: "thinking" | "there" | "failed";
  again(): void;
}

/** The plan for what is answered and logged; the last one stays while the next is worked out. */
function usePlan({ kept: { answers, log, ...rest } }: Now): Planned {
  const [plan, setPlan] = useState<PlanAnswer | undefined>(undefined);
  const [state, setState] = useState<Planned["state"]>("thinking");
  const [tries, setTries] = useState(0);
  const isReady = openQuestion(answers) === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: notes and what is being typed change no plan
  useEffect(() => {
    if (!isReady) return;
    let isOld = false;
    setState("thinking");
    const now = new Date();
    askPlan(incidentFile({ answers, log, ...rest }, minutesOf(now), offsetHere(now))).then(
      (found) => {
        if (isOld) return;
        setPlan(found);
        setState("there");
      },
      () => isOld || setState("failed"),
    );
    return () => {
      isOld = true;
    };
  }, [isReady, answers, log.length, tries]);
  return { plan, state, again: () => setTries((count) => count + 1) };
}

function Night({ now }: { readonly now: Now }) {
  const words = useWords(nowWords);
  const lang = useLang();
  const { kept } = now;
  const { answers, log } = kept;
  const question = openQuestion(answers);
  const { plan, state, again } = usePlan(now);
  const broken = useBroken(now);
  const told = plan?.kind === "plan" && question === undefined ? plan[lang] : undefined;
  return (
    <>
      {broken === undefined ? null : <p role="alert">{words.broken(broken + 1)}</p>}
      {question === undefined ? null : (
        <>
          <Numbers />
          <Asking question={question} now={now} />
        </>
      )}
      {question !== undefined ? null : (
        <>
          <p className="now-state" role="status">
            {state !== "thinking" ? "" : told === undefined ? words.thinking : words.thinkingAgain}
          </p>
          {told === undefined && state === "thinking" ? <Meanwhile now={now} /> : null}
          {state === "failed" || plan?.kind === "refused" ? (
            <div role="alert" className="now-failed">
              <p>{words.failed}</p>
              <Numbers />
              <button type="button" className="primary" onClick={again}>
                {words.tryAgain}
              </button>
            </div>
          ) : null}
          {told === undefined ? null : <Acts now={now} plan={plan} />}
        </>
      )}
      <Below now={now} told={told} plan={plan?.kind === "plan" ? plan : undefined} />
      <p className="now-hint">{log.length === 0 && question !== undefined ? null : words.limits}</p>
    </>
  );
}

function Acts({ now, plan }: { readonly now: Now; readonly plan: PlanAnswer | undefined }) {
  const words = useWords(nowWords);
  const lang = useLang();
  const { kept } = now;
  if (plan?.kind !== "plan") return null;
  const { answer, names } = plan[lang];
  const other = plan[lang === "zh" ? "en" : "zh"].answer;
  const both = [...other.next, ...other.then];
  const { open, later } = queueOf([...answer.next, ...answer.then], kept.log, minutesOf(new Date()));
  // One for each pair of hands: the helper's is the first that was meant for them.
  const theirs = kept.answers.hasHelper ? open.find(({ helper }) => helper === helperId) : undefined;
  const [mine, ...rest] = open.filter((each) => each !== theirs);
  const card = (action: Action, heading: string) => {
    const field = `reference ${action.helper === helperId ? helperId : "owner"}`;
    const reference = (kept.drafts[field] ?? "").trim();
    const twin = both.find((each) => each.action === action.action) ?? action;
    const [zh, en] = lang === "zh" ? [action, twin] : [twin, action];
    return (
      <Act
        key={action.action}
        action={action}
        names={names}
        heading={heading}
        reference={kept.drafts[field] ?? ""}
        write={(text) => now.draft(field, text)}
        came={(kind) =>
          now.log(
            {
              by: action.helper,
              kind,
              word: wordOf(action),
              title: { en: en.title, zh: zh.title },
              with: { en: en.institutionName, zh: zh.institutionName },
              ...(kind === "done" && action.holdsMinutes !== null
                ? { holdsMinutes: action.holdsMinutes }
                : {}),
              ...(reference === "" ? {} : { reference }),
            },
            [field],
          )
        }
      />
    );
  };
  return (
    <>
      {answer.before.map((each) => (
        <p key={each} className="now-before" role="alert">
          {each}
        </p>
      ))}
      {mine === undefined ? <p className="now-nothing">{words.nothing}</p> : card(mine, words.doNow)}
      {theirs === undefined ? null : card(theirs, words.helperDoes)}
      {rest.length === 0 ? null : <Rest title={words.after} acts={rest} />}
      {later.length === 0 ? null : <Rest title={words.later} acts={later} note={words.afterRefused} />}
    </>
  );
}

function Rest({
  title,
  acts,
  note,
}: {
  readonly title: string;
  readonly acts: readonly Action[];
  readonly note?: string;
}) {
  return (
    <section className="now-rest">
      <h2>{title}</h2>
      {note === undefined ? null : <p className="now-hint">{note}</p>}
      <ol>
        {acts.map(({ action, title: name, institutionName }) => (
          <li key={action}>
            {name} <small>{institutionName}</small>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Before there is a plan: the carrier, whom to call is known already. */
function Meanwhile({ now }: { readonly now: Now }) {
  const words = useWords(nowWords);
  const lang = useLang();
  const known = useServices();
  const services = typeof known === "string" ? undefined : known.services;
  const carrier = now.kept.answers.uses
    .flatMap((id) => services?.get(id) ?? [])
    .find(({ kind }) => kind === "carrier");
  const tel = carrier?.contacts.find((contact) => contact.tel !== undefined)?.tel;
  if (carrier === undefined || tel === undefined) return <Numbers />;
  return (
    <section className="now-act">
      <p>{words.meanwhileCall(carrier.name[lang])}</p>
      <a className="now-call" href={telAddress(tel)}>
        {words.call(tel)}
      </a>
    </section>
  );
}

function Numbers() {
  const words = useWords(nowWords);
  const lang = useLang();
  const { carriers, police } = useMemo(callListHere, []);
  return (
    <div className="now-numbers">
      <p className="now-hint">{words.callAtOnce}</p>
      <ul className="home-numbers large">
        {[...carriers, ...police].map(({ institution, name, tel }) => (
          <li key={institution}>
            <a href={telAddress(tel)}>
              {name[lang]} <strong>{tel}</strong>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The first line of what was kept here that was altered since; asked once, when it is opened. */
function useBroken({ kept }: Now): number | undefined {
  const [broken, setBroken] = useState<number | undefined>(undefined);
  const opened = useRef(kept.log);
  useEffect(() => {
    firstBroken(opened.current, digestHere).then(setBroken, () => {});
  }, []);
  return broken;
}
