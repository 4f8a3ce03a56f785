/** Files of records with bytes changed: a short run of what `npm run simulate` does for longer. */
import { expect, test } from "vitest";
import { readMutated } from "../../scripts/mutated-files.ts";
import { readRecordFile } from "../../src/intake/index.ts";
import { recordSamples, samplePassword } from "../kit/record-samples.ts";

test("every sample is read whole before it is mutated", async () => {
  for (const [file, make] of Object.entries(recordSamples)) {
    const read = await readRecordFile({ file, bytes: await make(12), passwords: [samplePassword] });
    expect([file, read.flatMap(({ rows }) => rows).length]).toEqual([file, 12]);
    expect([file, read.flatMap(({ complaints }) => complaints)]).toEqual([file, []]);
  }
});

test("I2 no change of its bytes makes a file of any format throw or be silent", async () => {
  const told: string[] = [];
  const faults = await readMutated({ files: 150, seed: 20_200_904, said: (line) => told.push(line) });
  expect([faults, told]).toEqual([
    0,
    [`files mutated: 150 of each of ${Object.keys(recordSamples).length} formats, 0 faults`],
  ]);
}, 60_000);
