/**
 * On which measures something depends: a set of signed choices that must all agree. `m + 1` wants measure `m` chosen,
 * `-(m + 1)` wants it not chosen, as the rules of `graph` read it. A set holds no literal twice; its order is that in
 * which the dependencies were met, which is the order in which they are told.
 */
import type { ChoiceId } from "../model/index.ts";

export type Guard = readonly number[];

export const chosen = (choice: ChoiceId): number => choice + 1;
export const notChosen = (choice: ChoiceId): number => -(choice + 1);

/** Both must hold. */
export function joinGuards(first: Guard, second: Guard): Guard {
  if (first.length === 0) return second;
  if (second.length === 0) return first;
  return [...new Set([...first, ...second])];
}

/** Can both hold? A measure cannot be chosen and not chosen. */
export const isPossible = (guard: Guard): boolean => !guard.some((literal) => guard.includes(-literal));

/** Whether the choices made (1 for each) agree with it. */
export const agrees = (guard: Guard, isChosen: ArrayLike<number>): boolean =>
  guard.every((literal) => (isChosen[Math.abs(literal) - 1] === 1) === literal > 0);

/** The same guard has the same key, in whichever order it was met. */
export const guardKey = (guard: Guard): string => [...guard].sort((a, b) => a - b).join();

/** Alternatives beyond this are few only once those that another one contains are left out. */
const alternativesUsually = 64;

/**
 * The guards under which none of these holds: one literal of each is turned round. The same set met twice is one
 * alternative, so many things moved by the same few measures stay few. More alternatives than `most` are none that
 * anybody looks at: `undefined`.
 */
export function noneOf(guards: readonly Guard[], most: number): readonly Guard[] | undefined {
  let made: readonly Guard[] = [[]];
  for (const guard of guards) {
    const next = new Map<string, Guard>();
    for (const each of made) {
      for (const literal of guard) {
        const joined = joinGuards(each, [-literal]);
        if (isPossible(joined)) next.set(guardKey(joined), next.get(guardKey(joined)) ?? joined);
      }
    }
    made = next.size > alternativesUsually ? withoutContained([...next.values()]) : [...next.values()];
    if (made.length > most) return undefined;
  }
  return made;
}

/** Whoever meets a larger set meets the smaller one it contains. */
function withoutContained(guards: readonly Guard[]): readonly Guard[] {
  const smallestFirst = [...guards].sort((a, b) => a.length - b.length);
  const kept: Guard[] = [];
  for (const guard of smallestFirst)
    if (!kept.some((smaller) => smaller.every((literal) => guard.includes(literal)))) kept.push(guard);
  return kept;
}
