/**
 * The night of a case. Of the founding case first as it was told; of any case as the model plays it, one night or many.
 */
import { useEffect, useMemo, useState } from "react";
import { parseMoment } from "../../../src/model/index.ts";
import { isNear, sayLossTitles, verdictWords } from "../../../src/report/index.ts";
import { Link } from "../app/speaking.tsx";
import { useCase } from "../case/case.tsx";
import { caseRoute } from "../case/case-route.ts";
import { TellingProvider, useTelling } from "../telling.ts";
import type { Played } from "./choosing.tsx";
import { ManyNights } from "./many-nights.tsx";
import { openOwnNight, openTold, ownNoticedAt } from "./night-client.ts";
import { PlayedNight } from "./played-night.tsx";
import { useSpeech } from "./speech.tsx";
import { ToldTab } from "./told-tab.tsx";
import type { NightOpened, ToldOpened } from "./worker.ts";
import "./night.css";

type Opening = "waiting" | "failed" | NightOpened | ToldOpened;

/** The series of the founding night's own figures (docs/cases/chengdu-2020.md). */
const firstSeed = 20_200_904;

export function NightPage() {
  const { own, data } = useCase();
  const { words } = useSpeech();
  const telling = useTelling();
  const isOwn = own !== undefined;
  const [opening, setOpening] = useState<Opening>("waiting");
  useEffect(() => {
    let isStale = false;
    (isOwn ? openOwnNight(data) : openTold(data)).then(
      (opened) => isStale || setOpening(opened),
      () => isStale || setOpening("failed"),
    );
    return () => {
      isStale = true;
    };
  }, [data, isOwn]);
  const told = typeof opening === "object" && "told" in opening ? opening.told : undefined;
  // Told of the person as they were when the night began.
  const spoken = useMemo(
    () => (told === undefined ? telling : { ...telling, data: { ...data, person: told.person } }),
    [told, telling, data],
  );
  if (typeof opening !== "object")
    return (
      <main className="waiting">
        <p role={opening === "failed" ? "alert" : "status"}>
          {opening === "failed" ? words.failed : words.opening}
        </p>
      </main>
    );
  return (
    <TellingProvider value={spoken}>
      <Opened opened={opening} />
    </TellingProvider>
  );
}

type Tab = "told" | "played" | "many";

function Opened({ opened }: { readonly opened: NightOpened | ToldOpened }) {
  const { words } = useSpeech();
  const { base, chosen, data } = useCase();
  const { losses } = base.audit;
  const isOnlyUnread = losses.some(isNear) && !losses.some(({ reachable }) => reachable);
  const told = "told" in opened ? opened : undefined;
  const tabs: readonly Tab[] = [...(told === undefined ? [] : ["told" as const]), "played", "many"];
  const [tab, setTab] = useState<Tab>(tabs[0] ?? "played");
  const [played, play] = useState<Played>({
    thieves: "gang",
    owner: "fighting",
    comparing: chosen.size > 0 ? "chosen" : undefined,
  });
  const [run, setRun] = useState(0);
  const [seed, setSeed] = useState(firstSeed);
  const startsAt =
    told?.told.startsAt ?? (data.question.at === undefined ? undefined : parseMoment(data.question.at));
  const choosing = {
    measures: opened.measures,
    noticedAt: told?.told.noticedAt ?? ownNoticedAt,
    played,
    play,
  };
  const names: Readonly<Record<Tab, string>> = {
    told: words.asItHappened,
    played: told === undefined ? words.ownPlayed : words.played,
    many: words.many,
  };
  return (
    <main className="night">
      <h1>{told === undefined ? words.ownTitle : <Title told={told} />}</h1>
      {isOnlyUnread ? <p className="section-lead">{words.unreadNotPlayed}</p> : null}
      <NotPlayed />
      <fieldset className="night-tabs">
        <legend className="unseen">{words.ways}</legend>
        {tabs.map((each) => (
          <button key={each} type="button" aria-pressed={each === tab} onClick={() => setTab(each)}>
            {names[each]}
          </button>
        ))}
      </fieldset>
      {tab === "told" && told !== undefined ? <ToldTab told={told.told} night={told.night} /> : null}
      {tab !== "told" && startsAt === undefined ? (
        <p className="quiet night-no-clock">{words.noClock}</p>
      ) : null}
      {tab === "played" ? <PlayedNight {...choosing} seed={seed} run={run} setRun={setRun} /> : null}
      {tab === "many" ? (
        <ManyNights
          {...choosing}
          startsAt={startsAt}
          neverGiveWay={opened.neverGiveWay}
          seed={seed}
          setSeed={setSeed}
        />
      ) : null}
    </main>
  );
}

/** What is not ruled out is in no night, whatever else is: by name, with the way to where it is told. */
function NotPlayed() {
  const { base, now, own } = useCase();
  const { telling, words } = useSpeech();
  const { lang, data } = telling;
  // The night may be played with what is chosen and without: what either leaves open is in neither.
  const left = [base.audit, now.audit].flatMap(({ losses }) => losses.filter(isNear));
  const near = [...new Map(left.map((loss) => [loss.goal, loss])).values()];
  if (near.length === 0) return null;
  return (
    <p className="night-not-played">
      {verdictWords(lang).notPlayed({
        count: near.length,
        losses: sayLossTitles({ world: data, lang }, near),
      })}{" "}
      <Link to={caseRoute(own, "answer")}>{words.whereNotPlayed}</Link>
    </p>
  );
}

function Title({ told: { told } }: { readonly told: ToldOpened }) {
  const { telling } = useSpeech();
  return told.title[telling.lang];
}
