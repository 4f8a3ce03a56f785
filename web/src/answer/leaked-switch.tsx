/**
 * Whether a thief knows what leaks so often. It counts as known unless the reader says otherwise, and both answers stand
 * side by side: nobody has to throw the switch to see what hangs on it.
 */
import { useEffect, useId, useRef, useState } from "react";
import type { AuditAnswer } from "../../../src/questions/index.ts";
import { capitalised, isNear, marks } from "../../../src/report/index.ts";
import { useWords } from "../app/speaking.tsx";
import { useCase } from "../case/case.tsx";
import { type Telling, useTelling } from "../telling.ts";
import { sumOf } from "./verdicts.tsx";
import { answerWords } from "./words.ts";

/** Another answer is another case on the screen; the hand stays on the switch it threw. */
let isThrown = false;

export function LeakedSwitch() {
  const telling = useTelling();
  const words = useWords(answerWords);
  const { engine, setNotLeaked, base, data } = useCase();
  const [other, setOther] = useState<AuditAnswer | undefined>(undefined);
  const chosen = useRef<HTMLInputElement>(null);
  const name = useId();
  const isOwn = setNotLeaked !== undefined;
  useEffect(() => {
    if (!isOwn) return; // Nobody can say so of the founding case.
    let isStale = false;
    engine.otherwiseLeaked().then(
      (answer) => isStale || setOther(answer),
      () => {}, // Then only the answer that is there is shown.
    );
    return () => {
      isStale = true;
    };
  }, [engine, isOwn]);
  // Where no loss is known of, or nothing was said to be gone, there is nothing to say either way.
  const isAsked =
    setNotLeaked !== undefined &&
    other !== undefined &&
    data.question.held.length > 0 &&
    base.audit.losses.length + other.losses.length > 0;
  useEffect(() => {
    if (!isAsked || !isThrown) return;
    isThrown = false;
    chosen.current?.focus({ preventScroll: true });
  }, [isAsked]);
  if (!isAsked) return null;
  const isLeaked = (data.question.leaked ?? []).length > 0;
  const choices = [
    { isKnown: true, title: words.leakedKnown, answer: isLeaked ? base.audit : other },
    { isKnown: false, title: words.leakedUnknown, answer: isLeaked ? other : base.audit },
  ];
  return (
    <fieldset className="leaked">
      <legend>{words.leakedTitle}</legend>
      {choices.map(({ isKnown, title, answer }) => (
        <label key={title} className="leaked-choice">
          <input
            type="radio"
            name={name}
            ref={isKnown === isLeaked ? chosen : undefined}
            checked={isKnown === isLeaked}
            onChange={() => {
              isThrown = true;
              setNotLeaked(!isKnown);
            }}
          />
          <span>
            <span className="leaked-name">{title}</span>{" "}
            <span className="leaked-says">{capitalised(says(telling, answer, words))}</span>
          </span>
        </label>
      ))}
      <p className="leaked-why">{words.leakedWhy}</p>
    </fieldset>
  );
}

type Words = Pick<
  ReturnType<typeof useWords<typeof answerWords>>,
  "takes" | "takesNothing" | "andNear" | "unreadStays"
>;

function says(telling: Telling, { losses }: AuditAnswer, words: Words): string {
  const { lang } = telling;
  const reached = losses.filter(({ reachable }) => reachable);
  const near = losses.filter(isNear);
  const first = reached.length === 0 ? words.takesNothing : words.takes(sumOf(telling, reached));
  const second = near.length === 0 ? words.unreadStays : words.andNear(sumOf(telling, near));
  return first + marks[lang].semicolon + second + marks[lang].stop;
}
