/** A log that was altered says where. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { firstBroken, type LogLine, type LogWords, logKinds, withLine } from "./index.ts";

const digest = async (text: string) => createHash("sha256").update(text).digest("hex");
const text = fc.string({ maxLength: 8 });
const words: fc.Arbitrary<LogWords> = fc.record(
  {
    at: text,
    by: text,
    kind: fc.constantFrom(...logKinds),
    word: text,
    title: fc.record({ en: text, zh: text }),
    reference: text,
    on: text,
  },
  { requiredKeys: ["at", "by", "kind", "word", "title"] },
);

test("R4: whatever line is changed, taken out, put in or moved, the log says from where it does not hold", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(words, { minLength: 1, maxLength: 6 }),
      fc.nat(),
      fc.constantFrom("change", "drop", "twice", "swap"),
      async (lines, at, how) => {
        let log: readonly LogLine[] = [];
        for (const line of lines) log = await withLine(log, line, digest);
        expect(await firstBroken(log, digest)).toBeUndefined();
        const index = at % log.length;
        const line = log[index]!;
        const [before, after] = [log.slice(0, index), log.slice(index + 1)];
        const isLast = after.length === 0;
        const altered = {
          change: [...before, { ...line, word: `${line.word}x` }, ...after],
          drop: [...before, ...after],
          twice: [...before, line, line, ...after],
          swap: [...before, ...after.slice(0, 1), line, ...after.slice(1)],
        }[how];
        const found = await firstBroken(altered, digest);
        // Lines cut off the end are seen by who knows the last mark, and nothing can be swapped with nothing.
        if (isLast && (how === "drop" || how === "swap")) expect(found).toBeUndefined();
        else expect(found).toBe(how === "twice" ? index + 1 : index);
      },
    ),
  );
});
