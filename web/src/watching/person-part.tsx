/** One person: how well each story fits, what is left before a loss, what happened, with the steps of the chain marked. */
import { type ReactNode, useEffect, useState } from "react";
import { decisionWords, sayShortDuration } from "../../../src/report/index.ts";
import { useLang, useWords } from "../app/speaking.tsx";
import {
  type Asking,
  type Happened,
  type Names,
  type OwnHappened,
  Refused,
  type Timeline,
} from "./asking.ts";
import { actCalled, amountSaid, called, sharePercent } from "./called.ts";
import { ChainPart } from "./chain-part.tsx";
import { clock } from "./clock.ts";
import { watchingWords } from "./words.ts";

const ownerStories = ["normal", "renewing", "travelling"];

export function PersonPart({
  ask,
  name,
  record,
  beat,
  children,
}: {
  readonly ask: Asking;
  readonly name: string;
  /** The decision that was chosen; absent: the person's latest. */
  readonly record: number | undefined;
  readonly beat: number;
  /** What is done about this person, between what is known and what happened. */
  readonly children: ReactNode;
}) {
  const words = useWords(watchingWords);
  const [timeline, setTimeline] = useState<Timeline>();
  const [fault, setFault] = useState<number>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another beat is a reason to ask again
  useEffect(() => {
    let isGone = false;
    ask
      .person(name)
      .then((found) => {
        if (!isGone) setTimeline(found);
      })
      .catch((cause: unknown) => {
        if (!isGone) setFault(cause instanceof Refused ? cause.status : 0);
      });
    return () => {
      isGone = true;
    };
  }, [ask, name, beat]);
  if (fault !== undefined) return <p role="alert">{fault === 404 ? words.gone : words.notThere}</p>;
  if (timeline === undefined) return null;
  const { happened, leftOut, names } = timeline;
  const own = happened.filter((each): each is OwnHappened => each.kind === "own");
  const looked = own.find((each) => each.record === record) ?? own.at(-1);
  if (looked === undefined) return <p role="alert">{words.gone}</p>;
  return (
    <>
      <Verdict looked={looked} names={names} />
      {children}
      <ChainPart happened={happened} looked={looked} names={names} />
      <Events happened={happened} leftOut={leftOut} names={names} looked={looked} />
    </>
  );
}

/** The latest few whatever they are; before them only what was not ordinary, until all is asked for. */
const latestShown = 6;

interface EventsShown extends Timeline {
  readonly looked: OwnHappened;
}

function Events({ happened, leftOut, names, looked }: EventsShown) {
  const words = useWords(watchingWords);
  const [isWhole, setWhole] = useState(false);
  const from = happened.length - latestShown;
  const shown = happened.filter(
    (each, i) => isWhole || i >= from || looked.chain.includes(each.event) || !isOrdinary(each),
  );
  const left = happened.length - shown.length;
  return (
    <section className="watching-panel">
      <h3>
        {words.happenedHere} <span className="watching-soft">{words.latestFirst}</span>
      </h3>
      <ol className="watching-when">
        {shown.toReversed().map((each) => (
          <Step key={each.event} each={each} names={names} looked={looked} />
        ))}
      </ol>
      {leftOut === 0 ? null : <p className="watching-soft">{words.earlier(leftOut)}</p>}
      {left === 0 ? null : (
        <button type="button" onClick={() => setWhole(true)}>
          {words.showAll(left)}
        </button>
      )}
    </section>
  );
}

const isOrdinary = (each: Happened): boolean => each.kind === "own" && each.decision === "allow";

function Verdict({ looked, names }: { readonly looked: OwnHappened; readonly names: Names }) {
  const lang = useLang();
  const words = useWords(watchingWords);
  const told = useWords(decisionWords);
  const { decision, risk, stage, stepUp, stories, person, because, left } = looked;
  const entries = Object.entries(stories);
  const owner = entries.filter(([story]) => ownerStories.includes(story));
  const others = entries.filter(([story]) => !ownerStories.includes(story));
  const sum = (some: readonly (readonly [string, number])[]) =>
    some.reduce((all, [, share]) => all + share, 0);
  const stated = (some: readonly (readonly [string, number])[]) =>
    some
      .filter(([, share]) => share >= 0.005)
      .map(([story, share]) => (
        <li key={story}>
          {words.storyOf(story)} <b>{words.percent(sharePercent(share))}</b>
        </li>
      ));
  return (
    <section className="watching-panel" aria-labelledby="person">
      <h2 id="person">
        {words.person} <span className="address">{person}</span>{" "}
        <span className={`watching-tag watching-${decision}`}>
          {decision === "allow" ? words.allowed : told.decided(decision)}
        </span>
      </h2>
      <p>{words.thisAct(sharePercent(risk))}</p>
      {because.length === 0 ? null : (
        <p className="watching-soft">
          {because.map((word) => told.reason(word)).join(lang === "zh" ? "；" : "; ")}
        </p>
      )}
      <div className="watching-weigh" aria-hidden="true">
        <i style={{ flexGrow: sum(owner) }} />
        <i className="watching-other" style={{ flexGrow: sum(others) }} />
      </div>
      <div className="watching-stories">
        <div>
          <h3>
            {words.owner} <b>{words.percent(sharePercent(sum(owner)))}</b>
          </h3>
          <ul>{stated(owner)}</ul>
        </div>
        <div>
          <h3>
            {words.somebody} <b>{words.percent(sharePercent(sum(others)))}</b>
          </h3>
          <ul>{stated(others)}</ul>
        </div>
      </div>
      <p className="watching-soft">{words.fit}</p>
      {stepUp === undefined ? null : (
        <p className="watching-ask">{told.askFor(stepUp.proof, told.whyProof(stepUp.why), stepUp.at)}</p>
      )}
      <Said looked={looked} />
      <h3>{words.stillLeft}</h3>
      {stage.after === null ? (
        <p className="watching-soft">{words.noLoss}</p>
      ) : (
        <>
          <p>
            {told.stageTold(
              called(names, stage.after.loss, lang),
              sayShortDuration(stage.after.minutes, lang),
              stage.after.steps,
            )}
          </p>
          <ol className="watching-left">
            {left.map((flow) => (
              <li key={flow}>
                <Flow id={flow} names={names} />
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

/** How long it is held, which of the operator's rules spoke, and what was told back of it. */
function Said({
  looked: { hold, stepUp, rules, shadow = [], receipts = [] },
}: {
  readonly looked: OwnHappened;
}) {
  const lang = useLang();
  const words = useWords(watchingWords);
  const told = useWords(decisionWords);
  return (
    <>
      {hold === undefined ? null : (
        <p>{words.heldFor(sayShortDuration(hold.minutes, lang), stepUp !== undefined)}</p>
      )}
      {rules.length === 0 ? null : (
        <p>
          {words.rulesSpoke} <span className="address">{rules.join(lang === "zh" ? "、" : ", ")}</span>
        </p>
      )}
      {shadow.length === 0 ? null : (
        <p className="watching-soft">
          {words.rulesInShadow}{" "}
          {shadow
            .map(({ rule, decision }) =>
              words.ruleWould(rule, decision === "allow" ? words.allowed : told.decided(decision)),
            )
            .join(lang === "zh" ? "、" : ", ")}
        </p>
      )}
      {receipts.map(({ word, at }) => (
        <p key={`${word} ${at}`}>{words.receiptAt(words.receiptOf(word), clock(at, lang))}</p>
      ))}
    </>
  );
}

/** A flow by its title and where it is; one without a title by its id. */
function Flow({ id, names }: { readonly id: string; readonly names: Names }) {
  const lang = useLang();
  const words = useWords(watchingWords);
  const [institution = ""] = id.split("/");
  const title = names[id]?.[lang];
  return title === undefined ? <code>{id}</code> : words.flowAt(title, called(names, institution, lang));
}

interface StepShown {
  readonly each: Happened;
  readonly names: Names;
  readonly looked: OwnHappened;
}

function Step({ each, names, looked }: StepShown) {
  const lang = useLang();
  const words = useWords(watchingWords);
  const told = useWords(decisionWords);
  const isInChain = looked.chain.includes(each.event);
  const isThis = each.kind === "own" && each.record === looked.record;
  return (
    <li className={isThis ? "watching-this" : isInChain ? "watching-in-chain" : undefined}>
      <time dateTime={each.time}>{clock(each.time, lang)}</time>
      <span>
        {each.kind === "elsewhere" ? (
          <>
            <b>{names[each.word ?? ""]?.[lang] ?? words.groupOf(each.group)}</b>{" "}
            <span className="watching-soft">{words.elsewhere}</span>
          </>
        ) : (
          <>
            <b>{actCalled(names, each, lang) ?? words.groupOf(each.group)}</b>
            {` · ${called(names, each.institution, lang)}`}
            {actCalled(names, each, lang) === undefined ? (
              <code className="address"> {each.word}</code>
            ) : null}
            {each.amount === undefined ? null : <b> {amountSaid(each.amount, lang)}</b>}
            {each.decision === "allow" ? null : (
              <span className={`watching-tag watching-${each.decision}`}>{told.decided(each.decision)}</span>
            )}
          </>
        )}
        {isInChain ? <span className="watching-soft watching-mark">{words.inChain}</span> : null}
      </span>
    </li>
  );
}
