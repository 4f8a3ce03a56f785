/**
 * Reading other people's files: rows of ten formats at once, a hundred thousand in all, in seconds of processor and bytes held; and the
 * same at an eighth, a quarter and half of it, for growth. Files are made before the clock starts, once. What was read is
 * counted before it is timed.
 */
import { parseArgs } from "node:util";
import { readRecordFile } from "../src/intake/index.ts";
import { recordSamples } from "../test/kit/record-samples.ts";
import { milliseconds, say } from "./measure.ts";
import type { Scene } from "./scene.ts";

/** Ten files, as a person would bring them: the archive and the old encoding are held elsewhere. */
const ten = Object.keys(recordSamples).filter((name) => name !== "bill.zip" && name !== "smbc.csv");

/** Of this process alone: what else runs on the machine does not count. */
function since(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

export const intakeScene: Scene = async (words) => {
  const { values } = parseArgs({
    args: [...words],
    options: { rows: { type: "string", default: "100000" }, each: { type: "boolean", default: false } },
  });
  const rows = Number(values.rows);
  if (!(Number.isInteger(rows) && rows >= 80 && rows <= 10_000_000)) {
    say("intake: --rows is a whole number from 80 to 10000000");
    return 2;
  }
  const measured: { readonly rows: number; readonly millis: number }[] = [];
  for (const part of [8, 4, 2, 1]) {
    const many = Math.floor(rows / part / ten.length);
    const files = await Promise.all(
      ten.map(async (name) => ({ file: name, bytes: await recordSamples[name]!(many) })),
    );
    let most = process.memoryUsage().rss;
    let read = 0;
    const start = process.cpuUsage();
    for (const given of files) {
      const before = process.cpuUsage();
      // Kept, as whoever joins them keeps them.
      for (const one of await readRecordFile(given)) read += one.rows.length;
      if (values.each === true) say(`  ${given.file} ${many} rows ${milliseconds(since(before))}`);
      most = Math.max(most, process.memoryUsage().rss);
    }
    const millis = since(start);
    if (read !== many * ten.length) {
      say(`intake: ${read} of ${many * ten.length} rows were read`);
      return 1;
    }
    measured.push({ rows: read, millis });
    const each = (millis * 1000) / read;
    say(
      `${read} rows in ${ten.length} files: ${milliseconds(millis)}, ${each.toFixed(1)} µs a row, ${Math.round(most / 1e6)} MB held`,
    );
  }
  const [first, last] = [measured[1], measured.at(-1)];
  if (first !== undefined && last !== undefined) {
    const growth = Math.log(last.millis / first.millis) / Math.log(last.rows / first.rows);
    say(`growth: rows to the power of ${growth.toFixed(2)}`);
  }
  process.stdout.write(`${JSON.stringify(measured)}\n`);
  return 0;
};
