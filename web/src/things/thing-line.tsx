/** One thing: a line with its summary until it is opened, then its questions, another institution, and its removal. */
import { useId, useState } from "react";
import type { WordsOf } from "../../../src/report/index.ts";
import { sayMoney } from "../../../src/report/index.ts";
import { AddService } from "./add-service.tsx";
import { institutionOf, splitId, type ThingId } from "./document.ts";
import { runBy } from "./edit.ts";
import type { Labelling } from "./labels.ts";
import { Name } from "./name.tsx";
import { QuestionField } from "./question-field.tsx";
import { answerTo, isOpen, type Question, questionsOf } from "./questions.ts";
import { Removal } from "./removal.tsx";
import { useThings } from "./things-context.tsx";
import { sayValue } from "./value-words.ts";
import type { thingsWords } from "./words.ts";

export function ThingLine({ id }: { readonly id: ThingId }) {
  const things = useThings();
  const { document, services, words, thing, openThing } = things;
  const panel = useId();
  const isOpened = thing === id;
  const questions = questionsOf(document, id, services);
  const open = questions.filter((question) => !question.isMore && isOpen(document, question)).length;
  const institution = institutionOf(document, id);
  const service = institution === undefined ? undefined : services.get(institution);
  const isNotJudged = institution !== undefined && service === undefined;
  const summary = summaryOf(things, questions);
  return (
    <li className={isOpened ? "thing opened" : "thing"} data-thing={id}>
      <h3>
        <button
          type="button"
          className="thing-line"
          aria-expanded={isOpened}
          aria-controls={panel}
          onClick={() => openThing(isOpened ? undefined : id)}
        >
          <span className="thing-name">
            <Name>{things.label(id)}</Name>
          </span>
          {summary.length === 0 ? null : (
            <span className="thing-summary">
              <Name>{summary.join(" · ")}</Name>
            </span>
          )}
          {isNotJudged ? <span className="note-pill not-judged">{words.notJudged}</span> : null}
          {service?.isArchetype === true && service.settings.size > 0 ? (
            <span className="note-pill">{words.ownerSays}</span>
          ) : null}
          {open > 0 ? <span className="note-pill open-mark">{words.open(open)}</span> : null}
        </button>
      </h3>
      <div id={panel} className="thing-panel" hidden={!isOpened}>
        {isOpened ? <Panel id={id} questions={questions} isNotJudged={isNotJudged} /> : null}
      </div>
    </li>
  );
}

interface PanelProps {
  readonly id: ThingId;
  readonly questions: readonly Question[];
  readonly isNotJudged: boolean;
}

function Panel({ id, questions, isNotJudged }: PanelProps) {
  const { document, services, words, edit } = useThings();
  const [isChanging, setChanging] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const { kind } = splitId(id);
  const service = services.get(institutionOf(document, id) ?? "");
  const more = questions.filter(({ isMore }) => isMore);
  const isRun = kind === "device" || kind === "line" || kind === "card" || kind === "account";
  return (
    <>
      {isNotJudged ? <p className="aside-note">{words.notJudgedWhy}</p> : null}
      {service?.isArchetype === true && service.settings.size > 0 ? (
        <p className="aside-note">{words.ownerSaysWhy}</p>
      ) : null}
      {questions
        .filter(({ isMore }) => !isMore)
        .map((question) => (
          <QuestionField key={`${question.of} ${question.key}`} question={question} />
        ))}
      {more.length === 0 ? null : (
        <details className="more">
          <summary>{words.more}</summary>
          {more.map((question) => (
            <QuestionField key={`${question.of} ${question.key}`} question={question} />
          ))}
        </details>
      )}
      {isChanging && isRun ? (
        <AddService
          kind={kind}
          label={words.change}
          onPick={(institution) => {
            setChanging(false);
            edit((known) => runBy(known, id, institution));
          }}
        />
      ) : null}
      <div className="thing-acts">
        {isRun ? (
          <button type="button" className="plain" onClick={() => setChanging(!isChanging)}>
            {isChanging ? words.keepAsIs : words.change}
          </button>
        ) : null}
        <button type="button" className="plain removes" onClick={() => setRemoving(true)}>
          {words.remove}
        </button>
      </div>
      {isRemoving ? <Removal id={id} close={() => setRemoving(false)} /> : null}
    </>
  );
}

type Saying = Labelling & {
  readonly label: (id: ThingId) => string;
  readonly words: WordsOf<typeof thingsWords>;
};

/** What tells it from others at a glance: what it hangs on and how much is in it, never more than three. */
function summaryOf({ document, lang, label }: Saying, questions: readonly Question[]): readonly string[] {
  return questions
    .filter(({ key }) => telling.has(key))
    .flatMap((question) => {
      const answer = answerTo(document, question);
      if (answer === "unknown" || answer === "none" || answer === "usual" || answer === "") return [];
      if (question.kind === "money") {
        const amount = Number(answer);
        return amount === 0 ? [] : [sayMoney(amount, document.person.currency, lang)];
      }
      if (question.kind === "hangs" && Array.isArray(answer)) {
        const [first, ...rest] = answer;
        return first === undefined
          ? []
          : [rest.length === 0 ? label(first) : `${label(first)} +${rest.length}`];
      }
      if (question.kind === "choice")
        return [
          sayValue(
            { kind: splitId(question.of).kind, key: question.key, from: question.from },
            String(answer),
            lang,
          ),
        ];
      return [];
    })
    .slice(0, 3);
}

const telling = new Set([
  "in",
  "balance",
  "credit",
  "loan-offer",
  "line",
  "reserved-line",
  "account",
  "device",
  "seen-by-owner",
]);
