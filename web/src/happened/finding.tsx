/** The answer, the most pressing first: what is still open, then how it went, the missing link, the questions, the rows. */
import { sayMoney } from "../../../src/report/index.ts";
import { useLang, useWords } from "../app/speaking.tsx";
import { useNarrow } from "../app/use-narrow.ts";
import { Name } from "../things/name.tsx";
import { Missing } from "./missing.tsx";
import { OpenList } from "./open-list.tsx";
import { Questions } from "./questions.tsx";
import { SeenChain } from "./seen-chain.tsx";
import { StepList } from "./step-list.tsx";
import { Timeline } from "./timeline.tsx";
import type { Answered, Happened } from "./use-happened.ts";
import { happenedWords } from "./words.ts";

interface FindingProps {
  readonly happened: Happened;
  readonly answer: Answered;
}

export function Finding({ answer }: FindingProps) {
  const words = useWords(happenedWords);
  const { told, isOld, number } = answer;
  return (
    <div className={isOld ? "happened-finding old" : "happened-finding"}>
      {isOld ? <p className="happened-old">{words.changed}</p> : null}
      <h1>
        <Name>{told.headline}</Name>
      </h1>
      <p className="lead">
        {told.doubt === undefined ? null : <Name>{told.doubt}</Name>}{" "}
        {told.steps.length === 0 ? null : told.labelSaid}
      </p>
      <OpenList key={number} told={told} />
      {told.steps.length === 0 ? null : (
        <section aria-labelledby="happened-chain">
          <h2 id="happened-chain">{words.chain}</h2>
          <WhoKey />
          <SeenChain told={told} />
          <Steps told={told} />
        </section>
      )}
      <div className="happened-two">
        <div>
          <Missing told={told} />
          <Losses answer={answer} />
        </div>
        <div>
          <Questions told={told} />
          <Doubts answer={answer} />
        </div>
      </div>
      <Timeline key={`rows ${number}`} />
    </div>
  );
}

/** Beside the picture the list is folded away; where there is no room for a picture it is all there is. */
function Steps({ told }: Pick<Answered, "told">) {
  const words = useWords(happenedWords);
  const isNarrow = useNarrow();
  if (isNarrow) return <StepList told={told} />;
  return (
    <details className="happened-fold">
      <summary>{words.asList(told.steps.length)}</summary>
      <StepList told={told} />
    </details>
  );
}

function WhoKey() {
  const words = useWords(happenedWords);
  return (
    <ul className="happened-key">
      <li className="intruder">{words.keyTheirs}</li>
      <li className="owner">{words.keyYours}</li>
      <li className="unknown">{words.keyOpen}</li>
      <li className="unseen-step">{words.keyUnseen}</li>
    </ul>
  );
}

function Losses({ answer: { told, currency } }: { readonly answer: Answered }) {
  const words = useWords(happenedWords);
  const lang = useLang();
  if (told.losses.length === 0) return null;
  const sums = new Map<string, number>();
  for (const loss of told.losses) {
    const key = loss.currency ?? currency ?? "";
    sums.set(key, (sums.get(key) ?? 0) + (loss.amount ?? 0));
  }
  return (
    <section aria-labelledby="happened-losses">
      <h2 id="happened-losses">{words.losses}</h2>
      <ul className="happened-rows">
        {told.losses.map(({ what, at, amount, currency: of, rows }) => (
          <li key={`${at} ${rows.map(({ file, row }) => `${file} ${row}`).join()}`}>
            <b>
              <Name>{what}</Name>
            </b>
            <span className="happened-sum">
              {amount === null ? words.amountUnknown : sayMoney(amount, of ?? currency, lang)}
            </span>
            <span className="quiet">{at.slice(0, 16).replace("T", " ")}</span>
          </li>
        ))}
        {told.losses.length < 2 ? null : (
          <li>
            <b>{words.total}</b>
            <span className="happened-sum">
              {[...sums].map(([key, sum]) => sayMoney(sum, key === "" ? undefined : key, lang)).join(" + ")}
            </span>
          </li>
        )}
      </ul>
    </section>
  );
}

function Doubts({ answer: { told } }: { readonly answer: Answered }) {
  const words = useWords(happenedWords);
  return (
    <>
      {told.contradictions.length === 0 ? null : (
        <section aria-labelledby="happened-against">
          <h2 id="happened-against">{words.contradictions}</h2>
          <ul className="happened-rows">
            {told.contradictions.map((each) => (
              <li key={each.join()}>
                <Name>{each.join(" ↔ ")}</Name>
              </li>
            ))}
          </ul>
        </section>
      )}
      {told.unread.length === 0 ? null : (
        <section aria-labelledby="happened-unread">
          <h2 id="happened-unread">{words.notCovered}</h2>
          <ul className="happened-rows hatched">
            {told.unread.map(({ what, said }) => (
              <li key={`${what} ${said}`}>
                <b>
                  <Name>{what}</Name>
                </b>
                <span className="quiet">
                  <Name>{said}</Name>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
