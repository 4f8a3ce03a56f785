/** The title in both languages, what this is, and the bottom line. */

import type { CaseAnswer } from "../../../src/asking/index.ts";
import { isSum } from "../../../src/model/index.ts";
import type { Loss } from "../../../src/questions/index.ts";
import {
  isAllMoney,
  isNear,
  type Lang,
  marks,
  sayCapability,
  sayCould,
  sayDuration,
  verdictWords,
} from "../../../src/report/index.ts";
import { languageTag } from "../app/route.ts";
import { Link, useWords } from "../app/speaking.tsx";
import { useCase } from "../case/case.tsx";
import { isStopped, isUnsized, openIn, sayOpen } from "../cut/saying.ts";
import { duration, money, named, useTelling } from "../telling.ts";
import { FirstCalls } from "./first-calls.tsx";
import { FirstThing } from "./first-thing.tsx";
import { LeakedSwitch } from "./leaked-switch.tsx";
import { sumOf } from "./verdicts.tsx";
import { answerWords } from "./words.ts";

interface HeadProps {
  /** The loss reached first, with nothing switched on. */
  readonly first: Loss | undefined;
  readonly now: CaseAnswer;
  /** How many measures are switched on. */
  readonly chosen: number;
}

export function Head({ first, now, chosen }: HeadProps) {
  const telling = useTelling();
  const { lang, words, data, isOwn, base } = telling;
  const other: Lang = lang === "zh" ? "en" : "zh";
  const told = useWords(answerWords);
  const { name } = data.person;
  const { leaked = [] } = data.question;
  const taken = base.held.filter((each) => !leaked.includes(each));
  const held = [
    ...taken.map((each) => sayCapability(data, each, lang)),
    ...(leaked.length === 0 ? [] : [told.knowsLeaked]),
  ].join(words.heldAnd);
  const bottom = {
    duration: sayDuration(first?.way?.minutes ?? 0, lang),
    amount: first?.amount === undefined || !isSum(first.harm) ? undefined : money(telling, first.amount),
    could: sayCould(first?.harm ?? "other", lang),
  };
  return (
    <header className="head">
      <h1>
        {name[lang]}
        {isOwn || name[other] === name[lang] ? null : (
          <span className="title-other" lang={languageTag(other)}>
            {name[other]}
          </span>
        )}
      </h1>
      {isOwn ? null : (
        <p className="lead">
          {data.founding?.state === "before" ? words.whatThisIsBefore : words.whatThisIs}
        </p>
      )}
      {first?.way === undefined || first.way === null ? (
        <NothingReached />
      ) : (
        <>
          <p className="bottom-line">
            {isOwn ? words.bottomOwn({ held, ...bottom }) : words.bottomPhone(bottom)}
            {marks[lang].stop}
            <InAll />
          </p>
          <NearToo />
        </>
      )}
      <FirstThing />
      <FirstCalls />
      <LeakedSwitch />
      {first === undefined ? null : <WithMeasures now={now} chosen={chosen} />}
      {isOwn && base.held.length > 0 ? <p className="lead">{words.whatOwnIs}</p> : null}
    </header>
  );
}

/** That nothing read takes anything is no safety: how much nobody has read, and what is not ruled out. */
function NothingReached() {
  const telling = useTelling();
  const { lang, words, base } = telling;
  const told = verdictWords(lang);
  const { aspects } = base.coverage;
  const near = base.losses.filter(isNear);
  if (base.held.length === 0) return <NothingInHand />;
  if (aspects === null) return <p className="bottom-line none">{words.noLossReached}</p>;
  return (
    <p className="bottom-line open">
      {told.nothingRead({
        unread: aspects.of - aspects.read,
        of: aspects.of,
        isAllMoney: isAllMoney(base),
      })}
      {near.length === 0 ? null : <span className="in-all"> {told.near(sumOf(telling, near))}</span>}
    </p>
  );
}

/** Nobody has said what is gone: no answer is one before that. */
function NothingInHand() {
  const { lang } = useTelling();
  const words = useWords(answerWords);
  const { own } = useCase();
  return (
    <p className="bottom-line open">
      {verdictWords(lang).nothingInHand}{" "}
      {own === undefined ? null : (
        <Link to={{ at: "person", id: own, view: "things" }}>{words.sayWhatIsGone}</Link>
      )}
    </p>
  );
}

/** What nobody has read is told beside what was, in the same breath: the smaller sum alone would sound like all of it. */
function NearToo() {
  const telling = useTelling();
  const near = telling.base.losses.filter(isNear);
  if (near.length === 0) return null;
  return <p className="near-too">{verdictWords(telling.lang).nearToo(sumOf(telling, near))}</p>;
}

/** One loss is all of it; of several the sum is said too. */
function InAll() {
  const telling = useTelling();
  const words = useWords(answerWords);
  const { own } = useCase();
  const reached = telling.base.losses.filter(({ reachable }) => reachable);
  const said = { money: money(telling, telling.base.reachableAmount), count: reached.length };
  const isMore = reached.some(({ amount }) => amount === undefined);
  const hasNoSum = isUnsized(telling.base);
  if (reached.length < 2 && !hasNoSum) return null;
  if (!isAllMoney({ losses: reached }))
    return <span className="in-all">{words.inAllOf(sayOpen(telling, openIn(telling.base)))}</span>;
  if (hasNoSum)
    return (
      <span className="in-all">
        {words.inAllUnsized(reached.length)}{" "}
        {own === undefined ? null : (
          <Link to={{ at: "person", id: own, view: "things" }}>{words.enterAmounts}</Link>
        )}
      </span>
    );
  return <span className="in-all">{isMore ? words.inAllUnknown(said) : words.inAll(said)}</span>;
}

/** Always there, so that nothing below moves when a switch is thrown. */
function WithMeasures({ now, chosen }: Pick<HeadProps, "now" | "chosen">) {
  const telling = useTelling();
  const { words, lang } = telling;
  if (chosen === 0) return <p className="with-measures">{words.tryBelow}</p>;
  const left = now.audit.losses.filter(({ reachable }) => reachable);
  // What nobody has read is said in the same breath: without it, a way that is shut would sound like all of them.
  const near = now.audit.losses.filter(isNear);
  const firstAt = Math.min(...left.map(({ earliestMinutes }) => earliestMinutes ?? Infinity));
  const said =
    left.length === 0
      ? words.nothingReached
      : words.stillReached({
          money: sayOpen(telling, openIn(now.audit)),
          duration: duration(telling, firstAt),
        });
  return (
    <p className={isStopped(telling.base, now.audit) ? "with-measures holds" : "with-measures"}>
      {named(telling, words.withMeasures(chosen))}
      {said}
      {marks[lang].stop}
      {near.length === 0 ? null : ` ${verdictWords(lang).near(sumOf(telling, near))}`}
    </p>
  );
}
