/**
 * How sure a race is of what it counted.
 *
 * A share gets Wilson's interval (1927), which keeps its promise for shares near 0 and 1, where the usual one fails. A
 * mean gets the normal interval of the central limit theorem with the variance of the sample; losses are bounded, and a
 * race has hundreds of nights at least. A percentile gets the interval between two order statistics whose ranks the
 * binomial distribution gives (again by its normal approximation), so nothing is assumed of how losses are spread.
 */

/** The normal quantile of 97.5 %: two-sided 95 %. */
const z95 = 1.959963984540054;

export type Interval95 = readonly [low: number, high: number];

export function wilson(hits: number, runs: number): Interval95 {
  if (runs === 0) return [0, 1];
  const share = hits / runs;
  const middle = (share + (z95 * z95) / (2 * runs)) / (1 + (z95 * z95) / runs);
  const half =
    (z95 / (1 + (z95 * z95) / runs)) *
    Math.sqrt((share * (1 - share)) / runs + (z95 * z95) / (4 * runs * runs));
  return [hits === 0 ? 0 : Math.max(0, middle - half), hits === runs ? 1 : Math.min(1, middle + half)];
}

export interface MeanAnswer {
  readonly mean: number;
  readonly ci95: Interval95;
}

/** Of values with how often they came up, in ascending order of the values. */
export function meanOf(values: Iterable<readonly [value: number, runs: number]>): MeanAnswer {
  let runs = 0;
  let sum = 0;
  for (const [value, count] of values) {
    runs += count;
    sum += value * count;
  }
  if (runs === 0) return { mean: 0, ci95: [0, 0] };
  const mean = sum / runs;
  let squares = 0;
  for (const [value, count] of values) squares += (value - mean) ** 2 * count;
  const half = runs < 2 ? 0 : z95 * Math.sqrt(squares / (runs - 1) / runs);
  return { mean, ci95: [mean - half, mean + half] };
}

export interface PercentileAnswer {
  readonly value: number;
  readonly ci95: Interval95;
}

/** The smallest value that at least the share `at` of the runs do not exceed; `undefined` of none. */
export function percentileOf(
  values: readonly (readonly [value: number, runs: number])[],
  at: number,
): PercentileAnswer | undefined {
  const runs = values.reduce((sum, [, count]) => sum + count, 0);
  if (runs === 0) return undefined;
  const valueAt = (rank: number): number => {
    const wanted = Math.max(1, Math.min(runs, rank));
    let seen = 0;
    for (const [value, count] of values) {
      seen += count;
      if (seen >= wanted) return value;
    }
    return values.at(-1)?.[0] ?? 0;
  };
  const half = z95 * Math.sqrt(runs * at * (1 - at));
  return {
    value: valueAt(Math.ceil(runs * at)),
    ci95: [valueAt(Math.floor(runs * at - half)), valueAt(Math.ceil(runs * at + half) + 1)],
  };
}
