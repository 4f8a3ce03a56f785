/**
 * Streams whose decisions were written down before they were judged: seven chains from public reports, and six turns of
 * a life that change lines, phones and who looks after the money.
 */
import { expect, test } from "vitest";
import { type JudgedRow, judgedStreams } from "../kit/judged-streams.ts";
import type { Judged } from "../kit/more-strangers.ts";
import { type History, linesOf, lossOf } from "../kit/strangers.ts";
import { chainsAnew, turns } from "../kit/strangers-anew.ts";

interface Told<Stranger> {
  readonly stranger: Stranger;
  readonly told: string;
  readonly touched: readonly JudgedRow[];
}

const histories: readonly History[] = ["rich", "thin", "none"];

/** What was asked or held of each, with each history it can have. */
async function touchedIn<Stranger extends Judged>(
  strangers: readonly Stranger[],
): Promise<readonly Told<Stranger>[]> {
  const all = strangers.flatMap((stranger) =>
    (stranger.only ?? histories).map((history) => ({ stranger, history })),
  );
  const rows = await judgedStreams(all.map(({ stranger, history }) => linesOf(stranger, history)));
  return all.map(({ stranger, history }, i) => ({
    stranger,
    told: `${history}: ${stranger.name}`,
    touched: rows[i]!.filter(({ decision }) => decision !== "allow"),
  }));
}

const numberOf = (event: string | undefined): number => Number(event?.slice(1) ?? Infinity);

test("a chain is asked about with its loss at the latest, and for what whoever acts has not", async () => {
  const faults: string[] = [];
  let before = 0;
  for (const { stranger, told, touched } of await touchedIn(chainsAnew)) {
    const first = numberOf(touched.find(({ event }) => event.startsWith("e"))?.event);
    const loss = numberOf(lossOf(stranger));
    if (first > loss) faults.push(`late: ${told}`);
    if (first < loss) before++;
    if (touched.some(({ event }) => event.startsWith("h"))) faults.push(`before it: ${told}`);
    if (first < numberOf(stranger.from)) faults.push(`too early: ${told}`);
    for (const { event, stepUp } of touched)
      if (stepUp !== undefined && stranger.has?.includes(stepUp.proof) === true)
        faults.push(`${event} asks for ${stepUp.proof}: ${told}`);
  }
  expect(faults).toEqual([]);
  expect(before).toBeGreaterThanOrEqual(15); // Of 21.
});

test("a turn of a life is never held, and asked where anybody would ask for what its owner has", async () => {
  const faults: string[] = [];
  for (const { stranger, told, touched } of await touchedIn(turns))
    for (const { event, decision, stepUp } of touched) {
      if (decision !== "step-up") faults.push(`${event} ${decision}: ${told}`);
      else if (stranger.mayAsk?.includes(event) !== true) faults.push(`${event} asked: ${told}`);
      else if (stranger.canGive?.includes(stepUp?.proof ?? "") !== true)
        faults.push(`${event} asks for ${stepUp?.proof}: ${told}`);
    }
  expect(faults).toEqual(knownOfTurns);
});

// Wrong: who is asked for nothing. Issue 14.
const knownOfTurns: readonly string[] = [
  "e10 asked: rich: to another country for good: a line and a bank there, the messenger on the new number, savings sent after",
  "e9 asked: rich: after a death: the widow at the counters with the papers, his number on her contract, his bills from her phone",
  "e9 asked: thin: after a death: the widow at the counters with the papers, his number on her contract, his bills from her phone",
  "e10 asked: none: a cracked phone at the repairer's: the SIM in a lent one for five days, and back in the old one",
];
