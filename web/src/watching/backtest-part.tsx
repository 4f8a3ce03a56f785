/** What a comparison of rules found: which decisions come out otherwise, what money they move, what they ask of people. */
import { decisionWords, groupDigits, sayMoney } from "../../../src/report/index.ts";
import { useLang, useWords } from "../app/speaking.tsx";
import type { Backtest, Compared } from "./asking-rules.ts";
import { backtestWords } from "./backtest-words.ts";
import { SetsSaid } from "./sets-said.tsx";
import { watchingWords } from "./words.ts";

export type ShowPerson = (person: string, record: number) => void;

export function BacktestPart({
  backtest,
  end,
  show,
}: {
  readonly backtest: Backtest;
  readonly end: () => void;
  readonly show: ShowPerson;
}) {
  const words = useWords(backtestWords);
  const { sets, against, state, done, total, told } = backtest;
  return (
    <section className="watching-panel" aria-labelledby="compared">
      <h2 id="compared">{words.heading}</h2>
      <p className="watching-soft">
        <SetsSaid sets={sets} /> {words.against} <SetsSaid sets={against} />
      </p>
      <div role="status">
        {state === "running" ? (
          <p>{total === 0 ? words.counting : words.progress(done, total)}</p>
        ) : state === "stopped" ? (
          <p>{words.stopped}</p>
        ) : state === "failed" ? (
          <p className="watching-fault">{words.failed}</p>
        ) : null}
      </div>
      {state === "running" ? (
        <progress
          className="watching-progress"
          aria-label={words.heading}
          max={Math.max(1, total)}
          {...(total === 0 ? {} : { value: done })}
        />
      ) : null}
      {told === undefined ? null : <Found told={told} show={show} />}
      <button type="button" onClick={end}>
        {state === "running" ? words.stop : words.forget}
      </button>
    </section>
  );
}

function Found({ told, show }: { readonly told: Compared; readonly show: ShowPerson }) {
  const lang = useLang();
  const words = useWords(backtestWords);
  const decided = useDecided();
  const { events, differ, changes, friction, examples } = told;
  if (events === 0) return <p>{words.nothing}</p>;
  const money = (sums: Readonly<Record<string, number>>) =>
    Object.entries(sums).map(([currency, sum]) =>
      sayMoney(sum, currency === "" ? undefined : currency, lang),
    );
  return (
    <>
      <p className="watching-found">{words.differ(differ, events)}</p>
      <ul className="watching-changes">
        {Object.entries(changes).map(([change, { events: count, people, money: sums }]) => {
          const [before = "", after = ""] = change.split(" → ");
          return (
            <li key={change}>
              <b>
                {decided(before)} → {decided(after)}
              </b>
              <span>{words.changed(count, people)}</span>
              <span className="watching-soft">
                {Object.keys(sums).length === 0 ? words.noMoney : money(sums).join(" + ")}
              </span>
            </li>
          );
        })}
      </ul>
      <table className="watching-friction">
        <caption>{words.frictionHeading}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{words.peopleTouched}</th>
            <td>{groupDigits(friction.before.people)}</td>
            <td>{groupDigits(friction.after.people)}</td>
          </tr>
          {(["step-up", "hold", "block"] as const).map((word) => (
            <tr key={word}>
              <th scope="row">{decided(word)}</th>
              <td>{groupDigits(friction.before[word])}</td>
              <td>{groupDigits(friction.after[word])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Coverage told={told} />
      {examples.length === 0 ? null : <Examples told={told} show={show} />}
    </>
  );
}

function Coverage({ told: { leftOut, erased, answeredOtherwise } }: { readonly told: Compared }) {
  const words = useWords(backtestWords);
  return (
    <>
      <h3>{words.coverage}</h3>
      <ul className="watching-soft watching-coverage">
        <li>{answeredOtherwise === 0 ? words.asAnswered : words.answeredOtherwise(answeredOtherwise)}</li>
        {leftOut === 0 ? null : <li>{words.leftOut(leftOut)}</li>}
        {erased === 0 ? null : <li>{words.erased(erased)}</li>}
      </ul>
    </>
  );
}

/** As many as one goes through by hand. */
const examplesShown = 20;

function Examples({ told: { examples }, show }: { readonly told: Compared; readonly show: ShowPerson }) {
  const words = useWords(backtestWords);
  const common = useWords(watchingWords);
  const decided = useDecided();
  const shown = examples.slice(0, examplesShown);
  return (
    <details className="watching-closed">
      <summary>{words.examples(shown.length)}</summary>
      <ol className="watching-queue">
        {shown.map(({ record, person, before, after, rules }) => (
          <li key={record}>
            <button type="button" className="watching-row" onClick={() => show(person, record)}>
              <span className="watching-who">
                {common.person} <span className="address">{person}</span>
                <span className="watching-soft address">{rules.join(", ")}</span>
              </span>
              <span className="watching-tag">
                {decided(before)} → {decided(after)}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}

function useDecided(): (decision: string) => string {
  const common = useWords(watchingWords);
  const told = useWords(decisionWords);
  return (decision) => (decision === "allow" ? common.allowed : told.decided(decision));
}
