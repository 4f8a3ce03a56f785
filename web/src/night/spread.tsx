/** What many nights come to, drawn: how much is gone in the end, and how soon the first of it; with tables that say the same. */
import type { ReactNode } from "react";
import { isNear } from "../../../src/report/index.ts";
import { money } from "../telling.ts";
import type { GoneBy, LossBar, RaceSum, SideOfRace } from "./racing.ts";
import { sayClock, sayHour } from "./saying.ts";
import { useSpeech } from "./speech.tsx";

interface ChartProps {
  readonly sum: RaceSum;
  readonly measures: string | undefined;
}

const percent = (share: number): string => `${(share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0)}%`;

export function LossChart({ sum, measures }: ChartProps) {
  const speech = useSpeech();
  const { words, telling } = speech;
  const sides = sidesOf(sum);
  const most = Math.max(0.01, ...sides.flatMap(({ bars }) => bars.map(({ share }) => share.ci95[1])));
  // Beside what is not ruled out and in no night, a full bar of “nothing” would be read as safety.
  const isNearToo = telling.base.losses.some(isNear);
  const name = ({ from, to, isUnsized }: LossBar) =>
    isUnsized === true
      ? words.noSumKnown
      : to === 0
        ? isNearToo
          ? words.nothingPlayed
          : words.nothingLost
        : from === to
          ? money(telling, to)
          : words.upTo({ low: money(telling, from), high: money(telling, to) });
  return (
    <figure className="night-chart">
      <figcaption>
        <h2>{words.howMuch}</h2>
        <p className="measure-notes">{words.howMuchLead}</p>
      </figcaption>
      <SideNames sum={sum} measures={measures} />
      <div className="night-bars" aria-hidden="true">
        {sum.without.bars.map((bar, i) => (
          <div key={bar.isUnsized === true ? "unsized" : bar.to} className="night-bar-row">
            <span className="night-bar-name">{name(bar)}</span>
            <span className="night-bar-lines">
              {sides.map(({ bars }, side) => {
                const share = bars[i]?.share ?? { value: 0, ci95: [0, 0] };
                return (
                  // The sides stand in a fixed order.
                  <span
                    key={side === 0 ? "without" : "with"}
                    className={`night-bar ${side === 0 ? "without" : "with"}`}
                  >
                    <span className="night-bar-fill" style={{ width: `${(share.value / most) * 100}%` }} />
                    <span
                      className="night-bar-sure"
                      style={{
                        left: `${(share.ci95[0] / most) * 100}%`,
                        width: `${((share.ci95[1] - share.ci95[0]) / most) * 100}%`,
                      }}
                    />
                  </span>
                );
              })}
            </span>
            <span className="night-bar-share">
              {sides.map(({ bars }, side) => (
                <span key={side === 0 ? "without" : "with"}>{percent(bars[i]?.share.value ?? 0)}</span>
              ))}
            </span>
          </div>
        ))}
      </div>
      <AsTable
        caption={words.howMuch}
        head={[words.amountGone, ...sideNames(speech, sum, measures)]}
        rows={sum.without.bars.map((bar, i) => [
          name(bar),
          ...sides.map(({ bars }) => saySure(bars[i]?.share.value ?? 0, bars[i]?.share.ci95 ?? [0, 1])),
        ])}
      />
    </figure>
  );
}

const saySure = (value: number, [low, high]: readonly [number, number]): string =>
  `${percent(value)} (${percent(low)}–${percent(high)})`;

const sidesOf = (sum: RaceSum): readonly SideOfRace[] => [
  sum.without,
  ...(sum.with === undefined ? [] : [sum.with]),
];

function sideNames(
  { words }: ReturnType<typeof useSpeech>,
  sum: RaceSum,
  measures: string | undefined,
): readonly string[] {
  return sum.with === undefined ? [words.ofNights] : [words.without, words.withMeasures(measures ?? "")];
}

function SideNames({ sum, measures }: ChartProps) {
  const { words } = useSpeech();
  if (sum.with === undefined) return null;
  return (
    <ul className="night-legend" aria-hidden="true">
      <li>
        <span className="night-key without" /> {words.without}
      </li>
      <li>
        <span className="night-key with" /> {words.withMeasures(measures ?? "")}
      </li>
    </ul>
  );
}

const width = 560;
const height = 290;
const margin = { left: 46, right: 14, top: 12, bottom: 34 };
/** Hours that stand beside one another without touching. */
const hoursMax = 6;

export function GoneByChart({
  sum,
  measures,
  startsAt,
}: ChartProps & { readonly startsAt: number | undefined }) {
  const speech = useSpeech();
  const { words, telling } = speech;
  const sides = sidesOf(sum);
  const points = sum.without.goneBy;
  const horizon = points.at(-1)?.minute ?? 1;
  const x = (minute: number) => margin.left + (minute / horizon) * (width - margin.left - margin.right);
  const y = (share: number) => margin.top + (1 - share) * (height - margin.top - margin.bottom);
  const hours = hoursOf(horizon, startsAt);
  return (
    <figure className="night-chart">
      <figcaption>
        <h2>{words.howSoon}</h2>
        <p className="measure-notes">{words.howSoonLead}</p>
      </figcaption>
      <SideNames sum={sum} measures={measures} />
      <svg viewBox={`0 0 ${width} ${height}`} className="night-soon" aria-hidden="true">
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share}>
            <path className="grid" d={`M${margin.left} ${y(share)}H${width - margin.right}`} />
            <text x={margin.left - 8} y={y(share) + 4} textAnchor="end">
              {percent(share)}
            </text>
          </g>
        ))}
        {hours.map((minute) => (
          <text key={minute} x={x(minute)} y={height - 10} textAnchor="middle">
            {sayHour(startsAt, minute, telling.lang)}
          </text>
        ))}
        {sides.map(({ goneBy }, side) => {
          const name = side === 0 ? "without" : "with";
          return (
            <g key={name} className={`night-line ${name}`}>
              <path className="night-band" d={bandOf(goneBy, x, y)} />
              <path className="night-curve" d={lineOf(goneBy, x, y)} />
            </g>
          );
        })}
      </svg>
      <AsTable
        caption={words.howSoon}
        head={[words.by, ...sideNames(speech, sum, measures)]}
        rows={points
          .filter((_, i) => i % tableEvery === 0 && i > 0)
          .map(({ minute }) => [
            sayClock(startsAt, minute, telling.lang),
            ...sides.map(({ goneBy }) => {
              const found = goneBy.find((each) => each.minute === minute);
              return found === undefined ? "" : saySure(found.share, found.ci95);
            }),
          ])}
      />
    </figure>
  );
}

/** Of the points that are drawn, those that are written down. */
const tableEvery = 8;

function hoursOf(horizon: number, startsAt: number | undefined): readonly number[] {
  const every = [60, 120, 180, 240, 360, 720, 1_440].find((each) => horizon / each <= hoursMax) ?? 2_880;
  const first = startsAt === undefined ? 0 : (every - (startsAt % every)) % every;
  return Array.from(
    { length: Math.floor((horizon - first) / every) + 1 },
    (_, i) => first + i * every,
  ).filter((minute) => minute <= horizon * 0.98);
}

type At = (value: number) => number;

const lineOf = (points: readonly GoneBy[], x: At, y: At): string =>
  points
    .map(({ minute, share }, i) => `${i === 0 ? "M" : "L"}${x(minute).toFixed(1)} ${y(share).toFixed(1)}`)
    .join("");

function bandOf(points: readonly GoneBy[], x: At, y: At): string {
  const there = points.map(({ minute, ci95 }) => `${x(minute).toFixed(1)} ${y(ci95[1]).toFixed(1)}`);
  const back = points.map(({ minute, ci95 }) => `${x(minute).toFixed(1)} ${y(ci95[0]).toFixed(1)}`).reverse();
  return `M${[...there, ...back].join("L")}Z`;
}

interface AsTableProps {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function AsTable({ caption, head, rows }: AsTableProps): ReactNode {
  const { words } = useSpeech();
  return (
    <details>
      <summary>{words.asTable}</summary>
      <div className="night-table">
        <table>
          <caption className="unseen">{caption}</caption>
          <thead>
            <tr>
              {head.map((each) => (
                <th key={each} scope="col">
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first = "", ...rest]) => (
              <tr key={first}>
                <th scope="row">{first}</th>
                {rest.map((each, i) => (
                  <td key={head[i + 1] ?? each}>{each}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
