/** Many nights of the same beginning: played while one watches, stopped when one has seen enough. */
import { useEffect, useId, useState } from "react";
import type { AuditAnswer } from "../../../src/questions/index.ts";
import { groupDigits, marks } from "../../../src/report/index.ts";
import { isUnsized } from "../cut/saying.ts";
import { duration, money } from "../telling.ts";
import { Choice, Choosing, type ChoosingProps, useCompared } from "./choosing.tsx";
import { raceNights, stopRace } from "./night-client.ts";
import type { RaceSum, SideOfRace } from "./racing.ts";
import { type NightWords, sayStepName } from "./saying.ts";
import { useSpeech } from "./speech.tsx";
import { GoneByChart, LossChart } from "./spread.tsx";
import "./many-nights.css";

const sizes = [1_000, 5_000, 20_000] as const;

interface ManyNightsProps extends ChoosingProps {
  readonly startsAt: number | undefined;
  readonly neverGiveWay: readonly string[];
  readonly seed: number;
  readonly setSeed: (seed: number) => void;
}

interface Raced {
  /** What was chosen when it began: under other choices it says nothing. */
  readonly asked: string;
  readonly sum: RaceSum;
  readonly state: "playing" | "stopped" | "done";
}

export function ManyNights({ startsAt, neverGiveWay, seed, setSeed, ...choosing }: ManyNightsProps) {
  const { words } = useSpeech();
  const { played, measures } = choosing;
  const compared = useCompared(played.comparing, measures);
  const [runs, setRuns] = useState<number>(sizes[1]);
  const [raced, setRaced] = useState<Raced | "failed" | undefined>(undefined);
  const [isPlaying, setPlaying] = useState(false);
  const seedField = useId();
  const { thieves, owner } = played;
  const asked = JSON.stringify([thieves, owner, compared?.ids, runs, seed]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is chosen otherwise ends the race
  useEffect(() => stopRace, [asked]);

  const start = () => {
    setPlaying(true);
    // What the last race came to stands until this one has something to say.
    setRaced((last) => (typeof last === "object" ? { ...last, state: "playing" } : undefined));
    const said = (sum: RaceSum) => setRaced({ asked, sum, state: "playing" });
    raceNights(
      {
        manner: { thieves, owner, measures: [] },
        ...(compared === undefined ? {} : { more: compared.ids }),
        runs,
        seed,
      },
      said,
    )
      .then(
        (sum) =>
          setRaced({
            asked,
            sum,
            state: sum.played < sum.wanted ? "stopped" : "done",
          }),
        () => setRaced("failed"),
      )
      .finally(() => setPlaying(false));
  };
  return (
    <section className="night-view" aria-label={words.many}>
      <p className="section-lead">{words.manyLead}</p>
      <Choosing {...choosing} />
      <div className="night-choosing">
        <Choice label={words.howMany} value={String(runs)} choose={(value) => setRuns(Number(value))}>
          {sizes.map((size) => (
            <option key={size} value={size}>
              {words.nights(size)}
            </option>
          ))}
        </Choice>
        <div className="night-choice">
          <label htmlFor={seedField}>{words.series}</label>
          <input
            id={seedField}
            type="number"
            inputMode="numeric"
            min={1}
            max={999_999_999}
            value={seed}
            aria-describedby={`${seedField}-help`}
            onChange={({ currentTarget }) =>
              setSeed(Math.max(1, Math.floor(currentTarget.valueAsNumber) || 1))
            }
          />
          <p id={`${seedField}-help`} className="quiet">
            {words.seriesHelp}
          </p>
        </div>
      </div>
      <p className="night-race-buttons">
        <button type="button" className="primary" disabled={isPlaying} onClick={start}>
          {words.start}
        </button>
        <button type="button" disabled={!isPlaying} onClick={stopRace}>
          {words.stop}
        </button>
      </p>
      {raced === "failed" ? <p role="alert">{words.failed}</p> : null}
      {typeof raced === "object" && raced.asked === asked ? (
        <Result raced={raced} measures={compared?.said} startsAt={startsAt} neverGiveWay={neverGiveWay} />
      ) : null}
      <RestsOn neverGiveWay={neverGiveWay} />
    </section>
  );
}

function Result({
  raced: { sum, state },
  measures,
  startsAt,
  neverGiveWay,
}: {
  readonly raced: Raced;
  readonly neverGiveWay: readonly string[];
  /** What was compared, as it is called. */
  readonly measures: string | undefined;
  readonly startsAt: number | undefined;
}) {
  const { telling, words } = useSpeech();
  const { played, wanted, spared } = sum;
  const sized = sizedOf(telling.base);
  const said = { done: groupDigits(played), wanted: groupDigits(wanted) };
  const bar = useId();
  return (
    <div className="night-result" data-state={state} data-played={played}>
      <p className="night-progress">
        <label htmlFor={bar}>{words.progress}</label>
        <progress id={bar} max={wanted} value={played}>
          {words.playedOf(said)}
        </progress>
        <span>{words.playedOf(said)}</span>
      </p>
      <p role="status" className={state === "stopped" ? "night-cut-off" : "quiet"}>
        {state === "playing" ? "" : state === "done" ? words.allPlayed(played) : words.stoppedAfter(said)}
      </p>
      {played === 0 ? (
        <p>{words.noNightYet}</p>
      ) : (
        <>
          <div className="night-verdicts">
            <Verdict
              name={measures === undefined ? undefined : words.without}
              side={sum.without}
              played={played}
              neverGiveWay={neverGiveWay}
            />
            {sum.with === undefined || measures === undefined ? null : (
              <Verdict
                name={words.withMeasures(measures)}
                side={sum.with}
                played={played}
                neverGiveWay={neverGiveWay}
                isWith
              />
            )}
          </div>
          {sized === "all" ? null : (
            <p className="quiet">{sized === "none" ? words.allUnsizedNights : words.unsizedNights}</p>
          )}
          {spared === undefined || sized === "none" ? null : (
            <p className={`night-difference ${spared.ci95[0] > 0 ? "holds" : ""}`}>
              {(spared.ci95[0] > 0 ? words.sparedMean : words.sparedNone)({
                amount: money(telling, Math.round(spared.mean)),
                low: money(telling, Math.round(spared.ci95[0])),
                high: money(telling, Math.round(spared.ci95[1])),
              })}
            </p>
          )}
          <div className="night-charts">
            {sized === "none" ? null : <LossChart sum={sum} measures={measures} />}
            <GoneByChart sum={sum} measures={measures} startsAt={startsAt} />
          </div>
        </>
      )}
    </div>
  );
}

/** Of how many of the losses somebody has said how large they are: a sum over none of them says nothing. */
function sizedOf(answer: AuditAnswer): "all" | "some" | "none" {
  if (isUnsized(answer)) return "none";
  return answer.losses.some(({ reachable, amount }) => reachable && amount === undefined) ? "some" : "all";
}

interface VerdictProps {
  readonly name: string | undefined;
  readonly side: SideOfRace;
  readonly played: number;
  readonly neverGiveWay: readonly string[];
  readonly isWith?: boolean;
}

function Verdict({
  name,
  side: { pLoss, loss, firstLossMinutes, truncatedRuns, unsized },
  played,
  neverGiveWay,
  isWith = false,
}: VerdictProps) {
  const { telling, words } = useSpeech();
  const sized = sizedOf(telling.base);
  const inReach = telling.base.losses.filter(
    ({ reachable, earliestMinutes }) => reachable && earliestMinutes !== 0,
  ).length;
  const already = telling.base.losses.filter(({ earliestMinutes }) => earliestMinutes === 0).length;
  const { p50, p50ci95 } = firstLossMinutes;
  return (
    <div className={`night-verdict ${isWith ? "with" : ""}`}>
      {name === undefined ? null : <h2>{name}</h2>}
      <p
        className={pLoss.value === 0 ? "night-verdict-share none" : "night-verdict-share"}
        data-share={pLoss.value}
      >
        {pLoss.value === 0
          ? words.inNoNight({ nights: played, give: percent(pLoss.ci95[1], telling.lang) })
          : words.inOfNights(nightsOf(pLoss, words))}
      </p>
      {pLoss.value > 0 || isWith || inReach === 0 ? null : <p>{words.inReachAllTheSame(inReach)}</p>}
      {already === 0 ? null : <p>{words.lostAlready(already)}</p>}
      {pLoss.value > 0 || neverGiveWay.length === 0 ? null : <p>{words.noneGaveWay}</p>}
      {pLoss.value === 0 ? null : (
        <ul>
          {sized === "none" || (unsized.value > 0 && loss.mean === 0) ? null : (
            <li>
              {(unsized.value > 0 ? words.onAverageAtLeast : words.onAverage)({
                amount: money(telling, Math.round(loss.mean)),
                low: money(telling, Math.max(0, Math.round(loss.ci95[0]))),
                high: money(telling, Math.round(loss.ci95[1])),
              })}
            </li>
          )}
          {p50 === null || p50ci95 === null ? null : (
            <li>
              {words.halfWithin({
                amount: duration(telling, p50),
                low: duration(telling, p50ci95[0]),
                high: duration(telling, p50ci95[1]),
              })}
            </li>
          )}
        </ul>
      )}
      {truncatedRuns === 0 ? null : <p className="quiet">{words.cutOffNights(truncatedRuns)}</p>}
    </div>
  );
}

/** `62`, `0.3`; never 0 or 100 where it is not quite that. */
function ofHundred(share: number): string {
  const hundred = share * 100;
  if (share === 0 || share === 1) return String(hundred);
  return hundred < 1 || hundred > 99
    ? Math.min(99.9, Math.max(0.1, hundred)).toFixed(1)
    : String(Math.round(hundred));
}

const percent = (share: number, lang: "en" | "zh"): string => `${ofHundred(share)}${marks[lang].percent}`;

/** Whole nights: of a hundred, or of as many as it takes for one; the range around it, never narrower than it is. */
function nightsOf(
  { value, ci95: [low, high] }: SideOfRace["pLoss"],
  words: Pick<NightWords, "nightsOf" | "giveOrTake">,
): { readonly nights: string; readonly give: string } {
  const rarest = Math.min(value, 1 - value);
  const of = rarest === 0 || rarest >= 0.01 ? 100 : rarest >= 0.001 ? 1_000 : 10_000;
  const most = value === 1 ? of : of - 1;
  const count = Math.min(most, Math.max(1, Math.round(value * of)));
  return {
    nights: words.nightsOf({ count, of }),
    give: words.giveOrTake({
      low: groupDigits(Math.floor(low * of)),
      high: groupDigits(Math.min(of, Math.ceil(high * of))),
    }),
  };
}

function RestsOn({ neverGiveWay }: { readonly neverGiveWay: readonly string[] }) {
  const speech = useSpeech();
  const { words, telling } = speech;
  const flows = neverGiveWay.map((name) => sayStepName(speech, name));
  return (
    <section className="night-rests" aria-labelledby="night-rests">
      <h2 id="night-rests">{words.restsOn}</h2>
      <ul>
        <li>{words.restNotWorst}</li>
        <li>{words.restThieves}</li>
        {flows.length === 0 ? null : <li>{words.restAgents(flows.join(marks[telling.lang].semicolon))}</li>}
        <li>{words.interval}</li>
      </ul>
    </section>
  );
}
