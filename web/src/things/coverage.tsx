/** How much of what was entered is judged, what is not, and what had to be assumed because nobody said. Never “safe”. */

import { marks } from "../../../src/report/index.ts";
import type { Fault } from "../engine/own-case.ts";
import { institutionOf, isThere, splitId, type ThingId } from "./document.ts";
import { FaultList } from "./fault-list.tsx";
import { Name } from "./name.tsx";
import { sayQuestion } from "./question-words.ts";
import { isOpen, type Question, questionsOf } from "./questions.ts";
import { type SectionName, type Things, useThings } from "./things-context.tsx";
import { useLook } from "./use-look.ts";

const shownMax = 5;

export function Coverage() {
  const things = useThings();
  const { document, person, words, label, asked: questions, openSection, openThing } = things;
  const { looked, isLooking, hasFailed } = useLook(person);
  const open = questions.filter((question) => isOpen(document, question));
  const [next] = open;
  const coverage = looked?.coverage;
  const all = coverage === undefined ? 0 : coverage.judged + coverage.notJudged.length;
  const goToNext = (question: Question) => {
    const thing = question.of.replace(/^sim\./, "line.");
    openSection(splitId(thing).kind as SectionName); // Only things with a section of their own are asked about.
    openThing(thing);
    // The reader goes on where it is answered.
    setTimeout(() => {
      const line = globalThis.document.querySelector<HTMLElement>(`[data-thing="${thing}"] .thing-line`);
      line?.focus();
      line?.scrollIntoView({ block: "start" });
    });
  };
  return (
    <section className="judged-part" aria-labelledby="coverage" data-looking={isLooking}>
      <h2 id="coverage">{words.coverage}</h2>
      {questions.length === 0 ? (
        <p className="hint">{words.nothingYet}</p>
      ) : (
        <>
          <p className="coverage-figure">
            {coverage === undefined
              ? words.looking
              : all === 0
                ? words.nothingToJudge
                : words.judged({ judged: coverage.judged, all })}
          </p>
          <Meter of={questions.length - open.length} all={questions.length} />
          <p>{words.answeredOf({ answered: questions.length - open.length, all: questions.length })}</p>
          {next === undefined ? null : (
            <p className="hint">
              {words.openWhy}{" "}
              <button type="button" className="plain" onClick={() => goToNext(next)}>
                {words.nextOpen}
              </button>
            </p>
          )}
        </>
      )}
      {hasFailed ? <p role="alert">{words.lookFailed}</p> : null}
      <Refused faults={looked?.faults.filter(({ severity }) => severity === "error") ?? []} />
      {coverage === undefined ? null : (
        <>
          <Listed
            title={words.notJudgedList}
            texts={coverage.notJudged.filter((id) => isThere(document, id)).map(label)}
          />
          <Listed
            title={words.assumedList}
            texts={coverage.assumed.map((text) => sayAssumed(things, text))}
          />
        </>
      )}
    </section>
  );
}

/** For eyes: the same stands in words beside it. */
function Meter({ of, all }: { readonly of: number; readonly all: number }) {
  return (
    <svg className="meter" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className="meter-all" width="100" height="6" />
      <rect className="meter-of" width={all === 0 ? 0 : (of / all) * 100} height="6" />
    </svg>
  );
}

function Listed({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  const { words } = useThings();
  const each = [...new Set(texts)];
  if (each.length === 0) return null;
  return (
    <div className="listed">
      <h3>{title}</h3>
      <ul>
        {each.slice(0, shownMax).map((text) => (
          <li key={text}>
            <Name>{text}</Name>
          </li>
        ))}
        {each.length > shownMax ? (
          <li>
            <details>
              <summary>{words.andMore(each.length - shownMax)}</summary>
              <ul>
                {each.slice(shownMax).map((text) => (
                  <li key={text}>
                    <Name>{text}</Name>
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ) : null}
      </ul>
    </div>
  );
}

function Refused({ faults }: { readonly faults: readonly Fault[] }) {
  const { words } = useThings();
  if (faults.length === 0) return null;
  return (
    <div role="alert" className="listed">
      <h3>{words.refused}</h3>
      <FaultList faults={faults} />
    </div>
  );
}

/** `card.debit: reserved-line` → “ICBC debit card: which number gets its text codes?”. */
function sayAssumed({ document, services, lang, label }: Things, text: string): string {
  const [thing = "", key = ""] = text.split(": ");
  const line: ThingId = thing.replace(/^sim\./, "line.");
  if (!isThere(document, line)) return label(thing);
  const question = questionsOf(document, line, services).find(
    (each) => each.of === thing && (each.key === key || (each.key === "in" && key === "device")),
  );
  const institution = institutionOf(document, line);
  return question === undefined
    ? label(line)
    : `${label(line)}${marks[lang].colon}${sayQuestion(question, services, institution, lang)}`;
}
