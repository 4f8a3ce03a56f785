/**
 * Nights of random worlds, played by the arena and judged by the plain reading of the notation (test/plain): law W7 over
 * more worlds than a test run has time for.
 */
import { simulatePrepared } from "../src/world/index.ts";
import { racedNight } from "../test/kit/raced-night.ts";
import { judgeNight } from "../test/plain/judge-night.ts";

/** Says each fault it finds; gives the number of faults. */
export function judgeNights({
  worlds,
  said,
}: {
  readonly worlds: number;
  readonly said: (line: string) => void;
}): number {
  let faults = 0;
  let changes = 0;
  for (let seed = 0; seed < worlds; seed++) {
    const { raced, prepared } = racedNight(seed);
    const judged = judgeNight(prepared, simulatePrepared(prepared, { seed }), raced);
    for (const fault of judged.faults) said(`W7: world ${seed}: ${fault}`);
    faults += judged.faults.length;
    changes += judged.compared.changes;
  }
  said(`nights judged: ${worlds}, ${changes} changes compared, ${faults} faults`);
  return faults;
}
