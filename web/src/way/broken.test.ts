/** What a measure does to a way that is already drawn. */
import { expect, test } from "vitest";
import type { ToldStep } from "../../../src/reach/index.ts";
import { isSameWay, statesOf } from "./broken.ts";

/** `a`, `b<a`, `c<a,b !pin`: a step, what it rests on, the measures that change it. */
function way(...lines: readonly string[]): ToldStep[] {
  const names = lines.map((line) => /^\w+/.exec(line)?.[0] ?? "");
  return lines.map((line, i) => ({
    flow: names[i] ?? "",
    institution: "bank",
    title: { en: "", zh: "" },
    institutionName: { en: "", zh: "" },
    asks: [],
    gives: [],
    beginsMinutes: i,
    atMinutes: i + 1,
    basis: { status: "tested", seen: "2020", source: "x", unconfirmed: false },
    after: (/<([\w,]+)/.exec(line)?.[1]?.split(",") ?? []).map((name) => names.indexOf(name)),
    measures: /!([\w,]+)/.exec(line)?.[1]?.split(",") ?? [],
  }));
}

/** The only place in this file that knows how `statesOf` is called. */
const check = (steps: readonly ToldStep[], chosen: readonly string[], expected: string) =>
  expect(
    statesOf(steps, new Set(chosen))
      .map((state) => (state.kind === "stopped" ? `stopped by ${state.by.join("+")}` : state.kind))
      .join(", "),
  ).toBe(expected);

test("a step a measure takes away falls, and so does whatever rests on it", () => {
  const steps = way("sim !pin", "code<sim", "face !live", "account<code,face !live,face", "loan<account");
  check(steps, [], "holds, holds, holds, holds, holds");
  check(steps, ["pin"], "stopped by pin, falls, holds, falls, falls");
  check(steps, ["live"], "holds, holds, stopped by live, stopped by live, falls");
  check(steps, ["something else"], "holds, holds, holds, holds, holds");
});

test("two ways are the same when their flows and yields are", () => {
  expect(isSameWay(way("a", "b<a"), way("a", "b<a"))).toBe(true);
  expect(isSameWay(way("a", "b<a"), way("a"))).toBe(false);
  expect(isSameWay(way("a", "b<a"), way("a", "c<a"))).toBe(false);
});
