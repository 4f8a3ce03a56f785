/**
 * Effort against what stays open: the line is the least any selection leaves for its effort. Each of its points can be
 * chosen, in the picture or in the list below it, which says the same in words.
 */
import { useState } from "react";
import type { AuditAnswer, FrontPoint } from "../../../src/questions/index.ts";
import { groupDigits, marks } from "../../../src/report/index.ts";
import { useCase } from "../case/case.tsx";
import { capitalised, money, sayMeasure, type Telling, useTelling } from "../telling.ts";
import { isUnsized, sayOpen, wordsOfCut } from "./saying.ts";
import { ticksOf } from "./ticks.ts";

const width = 400;
const height = 260;
const margin = { left: 88, right: 24, top: 34, bottom: 50 };
/** A person compares two dozen points; more are a curve. */
const pointsMax = 24;
/** The picture is never narrower than this much effort: with one cheap measure it would be all edge. */
const effortLeast = 3;
/** Longer lists are folded. */
const listMax = 6;

export function Front({ front }: { readonly front: AuditAnswer["front"] }) {
  const telling = useTelling();
  const { chosen, choose } = useCase();
  const { lang } = telling;
  const words = wordsOfCut(lang);
  const [pointed, point] = useState<number | undefined>(undefined);
  const points = front.slice(0, pointsMax);
  const list = (
    <ol className="front-list">
      {points.map((each, i) => (
        <li key={each.effort}>
          <button
            type="button"
            className={pointed === i ? "pointed" : ""}
            aria-pressed={isChosen(each, chosen)}
            onClick={() => choose(each.measures)}
            onPointerEnter={() => point(i)}
            onPointerLeave={() => point(undefined)}
          >
            <span className="front-list-effort">
              {capitalised(words.pointEffort(sayNumber(each.effort)))}
            </span>
            <span className="front-list-left">{sayLeft(telling, each)}</span>
            <span className="front-list-measures">{sayMeasures(telling, each)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
  return (
    <figure className="front">
      <figcaption>
        <h3>{words.front}</h3>
        <p className="measure-notes">{words.frontLead}</p>
      </figcaption>
      <Plot points={points} pointed={pointed} point={point} />
      {points.length <= listMax ? (
        list
      ) : (
        <details>
          <summary>{words.inList(points.length)}</summary>
          {list}
        </details>
      )}
    </figure>
  );
}

type Left = Pick<FrontPoint, "remaining" | "remainingAmount">;

interface PlotProps {
  readonly points: readonly FrontPoint[];
  /** The point the reader is at, here or in the list. */
  readonly pointed: number | undefined;
  readonly point: (i: number | undefined) => void;
}

function Plot({ points, pointed, point }: PlotProps) {
  const telling = useTelling();
  const { base, lang } = telling;
  const { alone, chosen, choose } = useCase();
  const words = wordsOfCut(lang);
  const effortMax = Math.max(effortLeast, ...points.map(({ effort }) => effort));
  // Where nobody said an amount, a chart of sums would show nothing to lose: then the places are counted.
  const isCounted = isUnsized(base);
  const leftOf = ({ remaining, remainingAmount }: Left) => (isCounted ? remaining.length : remainingAmount);
  const amountMax = Math.max(1, ...points.map(leftOf));
  const amountTicks = ticksOf(amountMax, { isWhole: isCounted });
  const amountTop = Math.max(amountMax, amountTicks.at(-1) ?? 0);
  const x = (effort: number) => margin.left + (effort / effortMax) * (width - margin.left - margin.right);
  const y = (amount: number) => margin.top + (1 - amount / amountTop) * (height - margin.top - margin.bottom);
  const singles = base.catalogue.flatMap(({ id, effort, matters }) => {
    const does = alone.get(id);
    return does === undefined || !matters || effort > effortMax ? [] : [{ id, effort, amount: leftOf(does) }];
  });
  return (
    <>
      <div className="front-plot">
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          <text x={margin.left} y={14}>
            {isCounted ? words.placesAxis : words.amountAxis}
          </text>
          {amountTicks.map((amount) => (
            <g key={amount}>
              <path className="grid" d={`M${margin.left} ${y(amount)}H${width - margin.right}`} />
              <text x={margin.left - 10} y={y(amount) + 4} textAnchor="end">
                {isCounted ? groupDigits(amount) : money(telling, amount)}
              </text>
            </g>
          ))}
          {ticksOf(effortMax, { isWhole: true }).map((effort) => (
            <g key={effort}>
              <path className="tick" d={`M${x(effort)} ${height - margin.bottom}v5`} />
              <text x={x(effort)} y={height - margin.bottom + 20} textAnchor="middle">
                {effort}
              </text>
            </g>
          ))}
          <text x={width - margin.right} y={height - 6} textAnchor="end">
            {words.effortAxis}
          </text>
          {singles.map(({ id, effort, amount }) => (
            <circle key={id} className="single" cx={x(effort)} cy={y(Math.min(amount, amountTop))} r={4} />
          ))}
          <path
            className="front-line"
            d={stairsOf(points, x, (point) => y(leftOf(point)), width - margin.right)}
          />
        </svg>
        {points.map((each, i) => (
          <button
            key={each.effort}
            type="button"
            className={pointed === i ? "front-point pointed" : "front-point"}
            style={{
              left: `${(x(each.effort) / width) * 100}%`,
              top: `${(y(leftOf(each)) / height) * 100}%`,
            }}
            aria-pressed={isChosen(each, chosen)}
            aria-label={sayPoint(telling, each)}
            onClick={() => choose(each.measures)}
            onFocus={() => point(i)}
            onBlur={() => point(undefined)}
            onPointerEnter={() => point(i)}
            onPointerLeave={() => point(undefined)}
          />
        ))}
      </div>
      <p className="front-said" aria-hidden="true">
        {pointed === undefined ? words.singles : sayPoint(telling, points[pointed])}
      </p>
    </>
  );
}

const isChosen = ({ measures }: FrontPoint, chosen: ReadonlySet<string>) =>
  measures.length === chosen.size && measures.every((id) => chosen.has(id));

const sayNumber = (effort: number) => String(Math.round(effort * 10) / 10);

const sayLeft = (telling: Telling, point: FrontPoint): string => {
  const words = wordsOfCut(telling.lang);
  const said = point.remaining.length === 0 ? words.pointNothing : words.pointLeaves(sayOpen(telling, point));
  return point.proved ? said : `${said}${marks[telling.lang].semicolon}${words.pointPerhaps}`;
};

/** A selection of fifty is not read in a tooltip. */
const measuresMax = 4;

function sayMeasures(telling: Telling, { measures }: FrontPoint): string {
  const { lang } = telling;
  const words = wordsOfCut(lang);
  if (measures.length === 0) return words.nothingDone;
  const said = measures.slice(0, measuresMax).map((id) => sayMeasure(telling, id));
  const more = measures.length > measuresMax ? [words.more(measures.length - measuresMax)] : [];
  return [...said, ...more].join(marks[lang].semicolon);
}

function sayPoint(telling: Telling, point: FrontPoint | undefined): string {
  if (point === undefined) return "";
  const { lang } = telling;
  const words = wordsOfCut(lang);
  const separator = marks[lang].comma;
  return `${capitalised(words.pointEffort(sayNumber(point.effort)))}${separator}${sayLeft(telling, point)}${marks[lang].colon}${sayMeasures(telling, point)}`;
}

/** What remains stays the same until the next effort buys less of it. */
function stairsOf(
  points: readonly FrontPoint[],
  x: (effort: number) => number,
  y: (point: FrontPoint) => number,
  end: number,
): string {
  const [first] = points;
  if (first === undefined) return "";
  const steps = points.slice(1).map((point) => `H${x(point.effort)}V${y(point)}`);
  return `M${x(first.effort)} ${y(first)}${steps.join("")}H${end}`;
}
