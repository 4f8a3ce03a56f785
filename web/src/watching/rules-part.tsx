/** The operator's rules: which are in force, in which version, how often each spoke, and what a changed file would say. */
import { Fragment, useCallback, useEffect, useState } from "react";
import { decisionWords, eventKindWords, sayShortDuration } from "../../../src/report/index.ts";
import { useLang, useWords } from "../app/speaking.tsx";
import { type Asking, Refused } from "./asking.ts";
import type { Condition, RuleSeen, RulesSeen, WindowSeen } from "./asking-rules.ts";
import type { ShowPerson } from "./backtest-part.tsx";
import { clock } from "./clock.ts";
import { rulesWords, saidValue } from "./rules-words.ts";
import { SetsSaid } from "./sets-said.tsx";
import { TryPart } from "./try-part.tsx";
import { ModePart, type PutHands, VersionsPart } from "./versions-part.tsx";
import { watchingWords } from "./words.ts";

export function RulesPart({
  ask,
  mayRead,
  mayPut,
  show,
}: {
  readonly ask: Asking;
  readonly mayRead: boolean;
  readonly mayPut: boolean;
  readonly show: ShowPerson;
}) {
  const words = useWords(rulesWords);
  const common = useWords(watchingWords);
  const [rules, setRules] = useState<RulesSeen>();
  const [fault, setFault] = useState<number>();
  const [asked, setAsked] = useState(0);
  const reload = useCallback(() => setAsked((before) => before + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew whenever something was put in force.
  useEffect(() => {
    let isGone = false;
    ask
      .rules()
      .then((found) => {
        if (!isGone) setRules(found);
      })
      .catch((cause: unknown) => {
        if (!isGone) setFault(cause instanceof Refused ? cause.status : 0);
      });
    return () => {
      isGone = true;
    };
  }, [ask, asked]);
  if (fault !== undefined) return <p role="alert">{common.notThere}</p>;
  if (rules === undefined) return null;
  const hands: PutHands = { ask, mayPut, over: rules.number, reload };
  return (
    <div className="watching-rules">
      <section className="watching-panel" aria-labelledby="rules">
        <h2 id="rules">{words.heading}</h2>
        {rules.sets.length === 0 ? <p>{words.none}</p> : <InForce rules={rules} hands={hands} />}
        <Before rules={rules} />
      </section>
      {mayRead ? (
        <div className="watching-try">
          <TryPart ask={ask} show={show} hands={hands} />
          <VersionsPart hands={hands} />
        </div>
      ) : (
        <p className="watching-soft watching-panel">{words.mayNotRead}</p>
      )}
    </div>
  );
}

function InForce({ rules, hands }: { readonly rules: RulesSeen; readonly hands: PutHands }) {
  const lang = useLang();
  const words = useWords(rulesWords);
  return (
    <>
      <p>
        <SetsSaid sets={rules.sets} />
        {words.pause}
        {words.since(clock(rules.from, lang))}
      </p>
      {rules.isSameVersion ? <p className="watching-fault">{words.sameVersion}</p> : null}
      <p className="watching-soft">
        {words.outOf(rules.decisions)}
        {rules.rules.some(({ mode, percent }) => mode === "shadow" || percent < 100)
          ? ` ${words.shadowMeans}`
          : null}
      </p>
      <ol className="watching-rule-list">
        {rules.rules.map((rule) => (
          <li key={`${rule.set} ${rule.id}`}>
            <RuleTold rule={rule} windows={rules.windows ?? []} />
            <ModePart key={`${hands.over}`} rule={rule} hands={hands} />
          </li>
        ))}
      </ol>
    </>
  );
}

function RuleTold({ rule, windows }: { readonly rule: RuleSeen; readonly windows: readonly WindowSeen[] }) {
  const lang = useLang();
  const words = useWords(rulesWords);
  const common = useWords(watchingWords);
  const told = useWords(decisionWords);
  const { id, decide, mode, percent, quietMinutes, spoke, inShadow, all, any } = rule;
  const decided = decide === "allow" ? common.allowed : told.decided(decide);
  return (
    <>
      <h3>
        <span className="address">{id}</span>{" "}
        <span className={`watching-tag watching-mode-${mode}`}>{words.modeOf(mode, percent)}</span>
      </h3>
      <p>
        {words.decides(decided)}
        {mode === "on" ? `${words.pause}${words.spoke(spoke)}` : null}
        {mode === "shadow" || (mode === "on" && percent < 100)
          ? `${words.pause}${words.inShadow(inShadow)}`
          : null}
        {quietMinutes === 0 ? null : `${words.pause}${words.quietFor(sayShortDuration(quietMinutes, lang))}`}
      </p>
      {all === undefined || any === undefined ? null : <Conditions all={all} any={any} windows={windows} />}
    </>
  );
}

interface ConditionsSaid {
  readonly all: readonly Condition[];
  readonly any: readonly (readonly Condition[])[];
  readonly windows: readonly WindowSeen[];
}

function Conditions({ all, any, windows }: ConditionsSaid) {
  const words = useWords(rulesWords);
  const said = (some: readonly Condition[]) =>
    some.map((condition, i) => (
      <Fragment key={JSON.stringify(condition)}>
        {i === 0 ? null : words.and}
        <ConditionSaid condition={condition} windows={windows} />
      </Fragment>
    ));
  if (all.length === 0 && any.length === 0) return <p className="watching-soft">{words.always}</p>;
  const alone = all.length === 0 ? words.anyAlone : words.whenAny;
  return (
    <details className="watching-when-rule">
      <summary>{words.when}</summary>
      {all.length === 0 ? null : (
        <>
          <p className="watching-soft">{words.whenAll}</p>
          <ul>
            {all.map((condition) => (
              <li key={JSON.stringify(condition)}>{said([condition])}</li>
            ))}
          </ul>
        </>
      )}
      {any.length === 0 ? null : (
        <>
          <p className="watching-soft">{alone}</p>
          <ul>
            {any.map((some) => (
              <li key={JSON.stringify(some)}>{said(some)}</li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

function ConditionSaid({
  condition,
  windows,
}: {
  readonly condition: Condition;
  readonly windows: readonly WindowSeen[];
}) {
  const words = useWords(rulesWords);
  const { of, not = false, is, list, above, below, matches } = condition;
  if (of === "new-payee" && is?.length === 1) return words.isNewPayee((is[0] === "true") !== not);
  return (
    <>
      <FieldSaid of={of} windows={windows} />{" "}
      {list === undefined ? null : (
        <>
          {words.isInList(not)} <b className="address">{list}</b>
        </>
      )}
      {is === undefined ? null : (
        <>
          {words.isOneOf(not, is.length > 1)}{" "}
          {is.slice(0, valuesShown).map((value, i) => (
            <Fragment key={value}>
              {i === 0 ? null : words.comma}
              <Value value={value} of={of} />
            </Fragment>
          ))}
          {is.length > valuesShown ? " …" : null}
        </>
      )}
      {above === undefined ? null : words.above(String(above))}
      {above === undefined || below === undefined ? null : words.comma}
      {below === undefined ? null : words.below(String(below))}
      {matches === undefined ? null : (
        <>
          {words.matches} <code className="address">{matches}</code>
        </>
      )}
    </>
  );
}

/** More are in the file; nobody reads them here. */
const valuesShown = 12;

function Value({ value, of }: { readonly value: string; readonly of: string }) {
  const lang = useLang();
  const words = useWords(rulesWords);
  const common = useWords(watchingWords);
  if (of === "hour") return <b>{words.hours(Number(value))}</b>;
  const group = common.groupOf(value);
  const said =
    eventKindWords[value]?.[lang] ?? saidValue(value, lang) ?? (group === value ? undefined : group);
  return said === undefined ? <b className="address">{value}</b> : <b>{said}</b>;
}

function FieldSaid({ of, windows }: { readonly of: string; readonly windows: readonly WindowSeen[] }) {
  const lang = useLang();
  const words = useWords(rulesWords);
  const dot = of.lastIndexOf(".");
  if (dot < 0) return words.fieldOf(of);
  const window = windows.find(({ name }) => name === of.slice(0, dot));
  if (window === undefined) return <code className="address">{of}</code>;
  return (
    <>
      <b className="address">{window.name}</b>
      {" · "}
      {words.windowOf(of.slice(dot + 1), window.per, sayShortDuration(window.minutes, lang))}
    </>
  );
}

function Before({ rules: { before } }: { readonly rules: RulesSeen }) {
  const lang = useLang();
  const words = useWords(rulesWords);
  if (before.length === 0) return null;
  return (
    <details className="watching-closed">
      <summary>{words.before}</summary>
      <ul>
        {before.map(({ sets, from, until }) => (
          <li key={from}>
            <SetsSaid sets={sets} />{" "}
            <span className="watching-soft">{words.fromUntil(clock(from, lang), clock(until, lang))}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
