/**
 * Small worlds for the laws of the graph, and the plain answers they are held to.
 *
 * The plain versions are slow and short on purpose: each is the definition, said
 * once more without any of the engine's structures.
 */
import fc from "fast-check";
import { type Atom, minutesPerWeek, type PlainRule, type WeeklyWindow } from "../../src/graph/index.ts";

export const atomCount = 8;
export const measureCount = 5;

const anyAtom = fc.integer({ min: 0, max: atomCount - 1 });
const anyGuard = fc
  .uniqueArray(fc.integer({ min: 1, max: measureCount }), { maxLength: 2 })
  .chain((measures) => fc.tuple(...measures.map((m) => fc.constantFrom(-m, -m, m))));
const anyMinute = fc.integer({ min: 0, max: 60 }).map((i) => (i * minutesPerWeek) / 60);
const anyWindow: fc.Arbitrary<WeeklyWindow> = fc
  .tuple(anyMinute, anyMinute)
  .map(([from, to]): WeeklyWindow => [from % minutesPerWeek, to]);

function rulesWith(extra: {
  guard: fc.Arbitrary<number[]>;
  opens: fc.Arbitrary<WeeklyWindow[] | undefined>;
}) {
  const rule = fc
    .record({
      asks: fc.array(anyAtom, { maxLength: 3 }),
      gives: fc.array(anyAtom, { minLength: 1, maxLength: 2 }),
      minutes: fc.integer({ min: 0, max: 6 }),
      cost: fc.integer({ min: 0, max: 5 }),
      guard: extra.guard,
      opens: extra.opens,
    })
    .map(({ opens, ...rest }): PlainRule => (opens === undefined ? rest : { ...rest, opens }));
  return fc.array(rule, { maxLength: 14 });
}

const noGuard = fc.constant<number[]>([]);
const alwaysOpen = fc.constant(undefined);

export const anyRules = rulesWith({ guard: noGuard, opens: alwaysOpen });
export const anyGuardedRules = rulesWith({ guard: anyGuard.map((guard) => [...guard]), opens: alwaysOpen });
export const anyTimedRules = rulesWith({
  guard: noGuard,
  opens: fc.option(fc.array(anyWindow, { maxLength: 3 }), { nil: undefined, freq: 3 }),
});
/** Guarded rules with hours in which some can be begun; none is closed for good. */
export const anyGuardedTimedRules = rulesWith({
  guard: anyGuard.map((guard) => [...guard]),
  opens: fc.option(
    fc.array(
      anyWindow.filter(([from, to]) => from !== to),
      { minLength: 1, maxLength: 2 },
    ),
    {
      nil: undefined,
      freq: 2,
    },
  ),
});
export const anyHeld = fc.uniqueArray(anyAtom, { maxLength: 3 });
export const anyGoals = fc.uniqueArray(anyAtom, { minLength: 1, maxLength: 2 });
export const anyCosts = fc.array(fc.integer({ min: 0, max: 6 }), {
  minLength: measureCount,
  maxLength: measureCount,
});

/** All subsets of `0 … count - 1`. */
export function subsets(count: number): number[][] {
  return Array.from({ length: 2 ** count }, (_, bits) =>
    Array.from({ length: count }, (_, i) => i).filter((i) => (bits >> i) % 2 === 1),
  );
}

export function plainActive(rules: readonly PlainRule[], chosen: readonly number[]): PlainRule[] {
  return rules.filter((rule) =>
    rule.guard.every((guard) => chosen.includes(Math.abs(guard) - 1) === guard > 0),
  );
}

export function plainReach(rules: readonly PlainRule[], held: readonly Atom[]): Set<Atom> {
  const reached = new Set(held);
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const rule of rules)
      if (rule.asks.every((atom) => reached.has(atom))) for (const atom of rule.gives) reached.add(atom);
  }
  return reached;
}

/** Lowers each time to the best any rule offers until nothing moves. */
export function plainTimes(rules: readonly PlainRule[], held: readonly Atom[], startsAt?: number): number[] {
  const times = Array.from({ length: atomCount }, (_, atom) => (held.includes(atom) ? 0 : Infinity));
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (const rule of rules) {
      const ready = Math.max(0, ...rule.asks.map((atom) => times[atom]!));
      const end = ready + plainWait(rule, ready, startsAt) + rule.minutes;
      for (const atom of rule.gives) {
        if (end >= times[atom]!) continue;
        times[atom] = end;
        isMoving = true;
      }
    }
  }
  return times;
}

/** Looks at every minute (all times here are whole) until the office is open. */
function plainWait({ opens }: PlainRule, ready: number, startsAt: number | undefined): number {
  if (opens?.every(([from, to]) => from === to)) return Infinity;
  if (opens === undefined || startsAt === undefined || ready === Infinity) return 0;
  for (let wait = 0; ; wait++) {
    const minute = (startsAt + ready + wait) % minutesPerWeek;
    if (
      opens.some(([from, to]) => (from <= to ? from <= minute && minute < to : minute >= from || minute < to))
    )
      return wait;
  }
}
