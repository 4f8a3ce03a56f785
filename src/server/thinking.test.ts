import { expect, test } from "vitest";
import { OutOfTime, thinkBeside } from "./thinking.ts";

test("a worker that fails takes its own questions with it, and none of the next one's", async () => {
  // A worker that cannot even begin: it is no folder that is named here.
  const { think, close } = thinkBeside({ catalogFolder: 7 as unknown as string });
  const asked = () => think({ kind: "founding", today: "2026-11-28" }).catch((fault: Error) => fault.message);
  const first = await asked();
  expect(first).not.toMatch(/has ended/);
  // Asked at once, while the failed one is still ending: the next one speaks for itself.
  expect(await asked()).toBe(first);
  await close();
});

test("what takes too long is refused as a whole, and the next question is thought about", async () => {
  const { think, close } = thinkBeside({ catalogFolder: undefined }, 1);
  const asked = () => think({ kind: "founding", today: "2026-11-28" }).catch((fault: Error) => fault);
  const [first, second] = await Promise.all([asked(), asked()]);
  expect(first).toBeInstanceOf(OutOfTime);
  expect(second).toBeInstanceOf(OutOfTime);
  await close();
});

test("what waits when the server is closed is told so", async () => {
  const { think, close } = thinkBeside({ catalogFolder: undefined });
  const asked = () => think({ kind: "founding", today: "2026-11-28" }).catch((fault: Error) => fault.message);
  const both = Promise.all([asked(), asked()]);
  await close();
  expect(await both).toEqual(["the worker that thinks has ended", "the server has been closed"]);
});
