/**
 * The service of detect killed again and again under load and held to all it answered: the long form of law D3. Part of
 * `npm run simulate`; alone: `node scripts/killed.ts --kills 1000 --seed 7`.
 */
import "./pinned-node.ts";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { killAndAsk } from "../test/kit/kill-and-ask.ts";

/** The number of faults: 0 where nothing answered was lost or answered otherwise. */
export async function killMany({
  kills,
  seed,
  said,
}: {
  readonly kills: number;
  readonly seed: number;
  readonly said: (line: string) => void;
}): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "chainbreak-killed-"));
  const found = await killAndAsk({ folder, kills, seed });
  const { answered, askedAgain, unanswered, lost, otherwise, replayedOtherwise, recordsTwice, isWhole } =
    found;
  said(
    `the service killed ${kills} times: ${answered} events answered, ${askedAgain} asked again after a kill, ${unanswered} were under way; ` +
      `${lost} lost, ${otherwise} answered otherwise, ${replayedOtherwise} replayed otherwise, ${recordsTwice} kept twice, journal ${isWhole ? "whole" : "BROKEN"}`,
  );
  return lost + otherwise + replayedOtherwise + Math.abs(recordsTwice) + (isWhole ? 0 : 1);
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { kills: { type: "string", default: "1000" }, seed: { type: "string", default: "7" } },
  });
  const faults = await killMany({
    kills: Number(values.kills),
    seed: Number(values.seed),
    said: (line) => console.log(line),
  });
  process.exitCode = faults > 0 ? 1 : 0;
}
