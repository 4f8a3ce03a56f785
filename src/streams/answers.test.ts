import { expect, test } from "vitest";
import { Answers } from "./answers.ts";
import type { StreamEvent } from "./event-text.ts";

const event = (at: number, kind: string): StreamEvent => ({
  ...{ at, institution: "monzo", kind, person: "ann", device: "own", channel: "app", truth: "normal" },
});

/** How many of a hundred questions for this proof are answered, the phone lost before or not. */
function check(
  proof: string,
  { isGone = false }: { readonly isGone?: boolean } = {},
): readonly StreamEvent[] {
  const answers = new Answers();
  if (isGone) answers.note(event(0, "line-suspended"));
  for (let i = 1; i <= 100; i++) answers.ask(event(i, "sign-in"), proof);
  const all = answers.until(10_000);
  expect(answers.until(10_000), "each is given out once").toEqual([]);
  return all;
}

test("most owners give at once what they have, on the device and at the place they were asked", () => {
  const given = check("approval-on-known-device");
  expect(given.length).toBeGreaterThan(80);
  expect(given.length).toBeLessThan(100);
  expect(given[0]).toMatchObject({
    device: "own",
    institution: "monzo",
    proofs: ["approval-on-known-device"],
  });
});

test("whoever lost the phone taps on nothing, and shows a face all the same", () => {
  expect(check("approval-on-known-device", { isGone: true })).toEqual([]);
  expect(check("live-face", { isGone: true }).length).toBeGreaterThan(80);
});

test("half of those who are sent to a counter go, hours later, and no device is theirs there", () => {
  const came = check("appear-in-person");
  expect(came.length).toBeGreaterThan(30);
  expect(came.length).toBeLessThan(70);
  expect(
    came.every(({ device, channel, at }) => device === undefined && channel === "counter" && at > 120),
  ).toBe(true);
});

test("an answer is not given out before it is due", () => {
  const answers = new Answers();
  for (let i = 1; i <= 20; i++) answers.ask(event(i, "sign-in"), "live-face");
  expect(answers.until(1)).toEqual([]);
  const first = answers.until(11);
  expect(first.every(({ at }) => at <= 11)).toBe(true);
  expect(first.length).toBeGreaterThan(0);
});
