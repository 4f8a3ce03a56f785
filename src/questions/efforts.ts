/**
 * How much a door lets one answer cost: the only table of it.
 *
 * Counted in work and never in time (see `budget.ts` in graph): whoever asks the same question with the same effort gets
 * the same bytes, on a telephone as on a server, idle or busy. Thirty million units were about a second on the machine of
 * `docs/bench/engine.md` (two shared cores); a slow telephone takes four times as long, a person of
 * 10,000 accounts ten times, and the bytes are the same.
 *
 * Each of an answer's searches (a cut for each side, what is near, front, ways) gets so much for itself, so that none pays for another.
 */
import { type CoverEffort, type MinimumCover, workBudget } from "../graph/index.ts";
import type { AuditQuestion } from "./audit/index.ts";

/** What each search of an audit may cost. */
export type Efforts = Pick<AuditQuestion, "effort" | "sideEfforts" | "frontEffort" | "waysEffort">;

export type EffortName = keyof typeof efforts;

export const efforts = {
  /** Before anything is drawn: somebody has just opened the page. A household needs a tenth. About 0.15 s. */
  glance: 5_000_000,
  /** Somebody waits at a terminal or for a server; a person of 100 accounts is answered whole. About 2 s. */
  usual: 60_000_000,
  /** What was still open after that: with the exact solver, or beside a page that is being read. About 10 s. */
  patient: 300_000_000,
  /** Asked for by somebody who watches and can stop it. About a minute. */
  long: 1_800_000_000,
} as const;

/**
 * For one program of what happened in somebody's records. Its units are small: the hardest of twelve nights needed four seconds of
 * them for one program, and most need one.
 */
export const effortForRecords = 10_000_000_000;

/** One budget for each search of an audit. `hard` is tried on what resists our own search. */
export function effortsFor(name: EffortName, hard?: MinimumCover): Efforts {
  const each = (): CoverEffort => ({
    isSpent: workBudget(efforts[name]).isSpent,
    ...(hard === undefined ? {} : { hard }),
  });
  return {
    effort: each(),
    sideEfforts: { person: each(), institution: each(), both: each() },
    frontEffort: each(),
    waysEffort: each(),
  };
}
