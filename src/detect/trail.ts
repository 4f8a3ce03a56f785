/**
 * The odd acts of one identity, and what somebody who did them all would hold now. Only people with an odd act have
 * one; it ages out, and it is bounded: the oldest act goes first.
 */

import type { Odds } from "./belief.ts";

export interface Act {
  readonly event: string;
  readonly at: number;
  readonly group: string;
  readonly word: string;
  /** How often it was done, where the institution sends one event for many. */
  readonly count: number;
  readonly device: number;
  /** How well that device was known by then. */
  readonly deviceClass: number;
  readonly institution: string;
  /** What it asked and gave, as nodes of the shape. */
  readonly nodes: readonly number[];
  /** Those of them that it gave. */
  readonly given: readonly number[];
  /** How much likelier it was in each story of an intruder's than in the owner's, when it was weighed. */
  readonly odds: Odds;
  /** Those of them that only a tap on a phone known before showed: whoever does not hold that phone had it tapped. */
  readonly tapped: readonly number[];
  /** The institution had changed something itself, and this is what everybody then does. */
  readonly isAnswer: boolean;
  /** An account was opened where nothing of this person was seen before. */
  readonly isFirstThere: boolean;
  /** The wallet a card was put into; absent: it was put into none that was named. */
  readonly wallet?: number;
}

export interface Asked {
  readonly proof: string;
  readonly institution: string;
  readonly device: number;
  readonly at: number;
  /** Where else than at that institution: at one of this kind. */
  readonly kind?: string;
  /** Since then a phone known of old was turned away: whoever comes to a counter may be the one it belongs to. */
  readonly isDisputed?: boolean;
}

export interface Trail {
  readonly acts: Act[];
  /** The events of the acts, and their groups: what each decision cites is one list, made when an act is added. */
  ids: readonly string[];
  groups: readonly string[];
  /** All nodes of all acts, sorted. */
  held: readonly number[];
  /** The proof last asked for: it clears whoever gives it there, on that device, within a day. */
  asked?: Asked;
}

/** Acts wider apart than this are not told as one chain. */
export const trailDays = 20;
/** More than a person reads; a chain of the founding case had eleven. */
const actsMax = 24;

const minutesPerDay = 1_440;

/** Lets go of what is too old. */
export function age(trail: Trail, at: number): void {
  const since = at - trailDays * minutesPerDay;
  const first = trail.acts[0];
  if (first === undefined || first.at >= since) return;
  const kept = trail.acts.filter((act) => act.at >= since);
  trail.acts.length = 0;
  trail.acts.push(...kept);
  trail.held = heldBy(trail.acts);
  tell(trail);
}

function tell(trail: Trail): void {
  trail.ids = trail.acts.map(({ event }) => event);
  trail.groups = trail.acts.map(({ group }) => group);
}

export const noTrail = (): Trail => ({ acts: [], ids: [], groups: [], held: [] });

export function remember(trail: Trail, act: Act): void {
  trail.acts.push(act);
  if (trail.acts.length > actsMax) {
    trail.acts.shift();
    trail.held = heldBy(trail.acts);
  } else trail.held = union(trail.held, act.nodes);
  tell(trail);
}

/** Of two rising lists; the first itself where the second adds nothing. */
export function union(some: readonly number[], more: readonly number[]): readonly number[] {
  const both: number[] = [];
  let i = 0;
  for (const node of more) {
    while (i < some.length && some[i]! < node) both.push(some[i++]!);
    if (some[i] === node) i++;
    both.push(node);
  }
  while (i < some.length) both.push(some[i++]!);
  return both.length === some.length ? some : both;
}

/** What the acts put into one hand where every tap was the owner's. */
export const heldUntapped = (acts: readonly Act[]): readonly number[] =>
  acts.every(({ tapped }) => tapped.length === 0)
    ? heldBy(acts)
    : [...new Set(acts.flatMap(({ nodes, tapped }) => nodes.filter((node) => !tapped.includes(node))))].sort(
        (a, b) => a - b,
      );

export const heldBy = (acts: readonly Act[]): readonly number[] =>
  [...new Set(acts.flatMap(({ nodes }) => nodes))].sort((a, b) => a - b);
