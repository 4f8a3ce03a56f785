/** Round numbers along an axis, from 0 to the first one at or above `max`: 0, 50, 100, 150 for 137. */

interface TicksOptions {
  /** Only whole numbers. */
  readonly isWhole?: boolean;
  /** About how many steps. */
  readonly steps?: number;
}

export function ticksOf(max: number, { isWhole = false, steps = 4 }: TicksOptions = {}): readonly number[] {
  if (!(max > 0)) return [0];
  const rough = max / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const nice = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10) * power;
  const step = isWhole ? Math.max(1, Math.ceil(nice)) : nice;
  const last = isWhole ? Math.floor(max / step + 1e-9) : Math.ceil(max / step - 1e-9);
  return Array.from({ length: last + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}
