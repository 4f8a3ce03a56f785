/**
 * Effort against what stays open: the line is the least any selection leaves for its effort, each of its points can be
 * chosen; rings are single measures, so that one sees how far most of them are from the line.
 */
import type { FrontPoint } from "../../../src/questions/index.ts";
import type { Alone } from "../engine/engine.ts";
import { money, sayMeasure, type Telling, useTelling } from "../telling.ts";
import type { CutProps } from "./cut-props.ts";

const width = 360;
const height = 230;
const margin = { left: 82, right: 18, top: 16, bottom: 40 };
/** A person compares two dozen points; more are a curve. */
const pointsMax = 24;

export function Front({ alone, chosen, choose }: Pick<CutProps, "alone" | "chosen" | "choose">) {
  const telling = useTelling();
  const { words, base } = telling;
  const points = base.front.slice(0, pointsMax);
  const singles = singlesOf(telling, alone);
  const effortMax = Math.max(
    1,
    ...points.map(({ effort }) => effort),
    ...singles.map(({ effort }) => effort),
  );
  const amountMax = Math.max(1, base.reachableAmount);
  const x = (effort: number) => margin.left + (effort / effortMax) * (width - margin.left - margin.right);
  const y = (amount: number) => margin.top + (1 - amount / amountMax) * (height - margin.top - margin.bottom);
  const efforts = [
    ...new Set([0, ...points.map(({ effort }) => effort), ...singles.map(({ effort }) => effort)]),
  ].sort((a, b) => a - b);
  const amounts = [
    ...new Set([
      0,
      ...points.map(({ remainingAmount }) => remainingAmount),
      ...singles.map(({ amount }) => amount),
    ]),
  ].sort((a, b) => a - b);
  return (
    <figure className="front">
      <figcaption>
        <h3>{words.front}</h3>
        <p className="measure-notes">{words.frontLead}</p>
      </figcaption>
      <div className="front-plot">
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {amounts.map((amount) => (
            <g key={amount}>
              <path className="grid" d={`M${margin.left} ${y(amount)}H${width - margin.right}`} />
              <text x={margin.left - 8} y={y(amount) + 4} textAnchor="end">
                {money(telling, amount)}
              </text>
            </g>
          ))}
          {efforts.map((effort) => (
            <text key={effort} x={x(effort)} y={height - margin.bottom + 20} textAnchor="middle">
              {effort}
            </text>
          ))}
          <text x={(margin.left + width - margin.right) / 2} y={height - 4} textAnchor="middle">
            {words.effort}
          </text>
          <path className="front-line" d={stairsOf(points, x, y, width - margin.right)} />
          {singles.map(({ effort, amount, count }) => (
            <g key={`${effort}-${amount}`} className="single">
              <circle cx={x(effort)} cy={y(amount)} r={4 + Math.sqrt(count) * 2.2} />
              <text x={x(effort)} y={y(amount) + 4} textAnchor="middle">
                {count > 1 ? count : ""}
              </text>
            </g>
          ))}
        </svg>
        {points.map((point) => (
          <button
            key={point.effort}
            type="button"
            className="front-point"
            style={{
              left: `${(x(point.effort) / width) * 100}%`,
              top: `${(y(point.remainingAmount) / height) * 100}%`,
            }}
            aria-pressed={isChosen(point, chosen)}
            aria-label={sayPoint(telling, point)}
            title={sayPoint(telling, point)}
            onClick={() => choose(point.measures)}
          />
        ))}
      </div>
    </figure>
  );
}

interface Single {
  readonly effort: number;
  readonly amount: number;
  /** How many measures lie here. */
  readonly count: number;
}

function singlesOf({ base }: Telling, alone: ReadonlyMap<string, Alone>): readonly Single[] {
  const found = new Map<string, Single>();
  for (const { id, effort, matters } of base.catalogue) {
    const amount = alone.get(id)?.remainingAmount;
    if (amount === undefined || !matters) continue;
    const key = `${effort} ${amount}`;
    found.set(key, { effort, amount, count: (found.get(key)?.count ?? 0) + 1 });
  }
  return [...found.values()];
}

const isChosen = ({ measures }: FrontPoint, chosen: ReadonlySet<string>) =>
  measures.length === chosen.size && measures.every((id) => chosen.has(id));

function sayPoint(telling: Telling, { effort, remainingAmount, measures }: FrontPoint): string {
  const { words, lang } = telling;
  const said =
    measures.length === 0
      ? words.nothingDone
      : measures.map((id) => sayMeasure(telling, id)).join(lang === "zh" ? "；" : "; ");
  return words.frontPoint({ effort: String(effort), money: money(telling, remainingAmount), measures: said });
}

/** What remains stays the same until the next effort buys less of it. */
function stairsOf(
  points: readonly FrontPoint[],
  x: (effort: number) => number,
  y: (amount: number) => number,
  end: number,
): string {
  const [first] = points;
  if (first === undefined) return "";
  const steps = points.slice(1).map(({ effort, remainingAmount }) => `H${x(effort)}V${y(remainingAmount)}`);
  return `M${x(first.effort)} ${y(first.remainingAmount)}${steps.join("")}H${end}`;
}
