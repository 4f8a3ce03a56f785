/** The answer: screen one, then chapter by chapter what is open, how it went, the questions, every row, what to take along. */
import { type ReactNode, useState } from "react";
import { sayMoney } from "../../../src/report/index.ts";
import { useLang, useWords } from "../app/speaking.tsx";
import { useNarrow } from "../app/use-narrow.ts";
import { Name } from "../things/name.tsx";
import { Brief, sumsOf } from "./brief.tsx";
import { Chapters } from "./chapters.tsx";
import { Missing } from "./missing.tsx";
import { OpenList } from "./open-list.tsx";
import { Questions } from "./questions.tsx";
import { SeenChain } from "./seen-chain.tsx";
import { StepList } from "./step-list.tsx";
import { TakeAlong } from "./take-along.tsx";
import { Timeline } from "./timeline.tsx";
import type { Answered } from "./use-happened.ts";
import { happenedWords } from "./words.ts";

interface FindingProps {
  readonly answer: Answered;
  /** The files it rests on, and what was told beside them. */
  readonly files: ReactNode;
}

export function Finding({ answer, files }: FindingProps) {
  const words = useWords(happenedWords);
  const { told, isOld, currency, number } = answer;
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [chapter, choose] = useState("open");
  const toggle = (id: string) =>
    setClosed((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const course =
    told.steps.length === 0
      ? []
      : [
          {
            id: "course",
            title: words.chapterCourse,
            count: told.steps.length,
            body: (
              <>
                <Missing told={told} />
                <section aria-labelledby="happened-chain">
                  <h2 id="happened-chain">{words.chain}</h2>
                  <WhoKey />
                  <SeenChain told={told} />
                  <Steps told={told} />
                </section>
                <Losses answer={answer} />
              </>
            ),
          },
        ];
  return (
    <div className={isOld ? "happened-finding old" : "happened-finding"}>
      {isOld ? <p className="happened-old">{words.changed}</p> : null}
      <Brief key={number} told={told} currency={currency} closed={closed} showOpen={() => choose("open")} />
      <Chapters
        label={words.chapters}
        chosen={chapter}
        choose={choose}
        chapters={[
          {
            id: "open",
            title: words.chapterOpen,
            count: told.open.length,
            body: <OpenList told={told} closed={closed} toggle={toggle} />,
          },
          ...course,
          {
            id: "questions",
            title: words.chapterQuestions,
            count: told.questions.length,
            body: (
              <>
                <Questions told={told} />
                <Doubts answer={answer} />
              </>
            ),
          },
          { id: "rows", title: words.chapterRows, body: <Timeline key={`rows ${number}`} isOfAnswer /> },
          {
            id: "take",
            title: words.chapterTake,
            body: <TakeAlong isAnybodyElse={told.steps.some(({ actor }) => actor === "intruder")} />,
          },
          { id: "files", title: words.files, body: files },
        ]}
      />
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
  const sums = sumsOf(told, currency);
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
              {sums.map(([key, sum]) => sayMoney(sum, key === "" ? undefined : key, lang)).join(" + ")}
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
