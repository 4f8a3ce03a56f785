/** What is read aloud first: nothing is told a bank as seen that nobody saw. */
import { expect, test } from "vitest";
import { readShipped } from "../../test/kit/shipped.ts";
import { readYaml } from "../catalog/index.ts";
import { readIncident } from "../respond/index.ts";
import { sayWhatHappened } from "./respond-happened.ts";

const said = (signs: string, lang: "en" | "zh", gone = "gone: []") => {
  const text = `incident: { at: "2026-11-20T18:10+00:00", region: gb, ${gone} }\nsigns: [${signs}]`;
  const { incident } = readIncident(readYaml(text, "i.yaml"), readShipped().catalog);
  if (incident === undefined) throw new Error("it is no incident");
  return sayWhatHappened(incident, lang, { isOnlyTried: false, unexplained: new Set() });
};

test("of what was not understood it is only said that one is afraid", () => {
  const unknown = '{ at: "2026-11-20T17:50+00:00", sign: "the cat looked at it strangely" }';
  expect(said(unknown, "en")).toBe("I am afraid that somebody else can get at my accounts.");
  expect(said(unknown, "zh")).toBe("我担心有人能动我的账户。");
  const seen = '{ at: "2026-11-20T17:50+00:00", sign: row, on: card.main }';
  expect(said(seen, "en")).toMatch(/^Somebody else is using my accounts/);
});

test("another day is told as one says it on the telephone", () => {
  const at = (since: string) => `gone: [device.phone], since: "${since}"`;
  expect(said("", "en", at("2026-11-19T23:09+00:00"))).toMatch(/ at about 23:09 on 19 November\.$/);
  expect(said("", "zh", at("2026-11-19T23:09+00:00"))).toContain("约在 11 月 19 日 23:09 被盗");
  expect(said("", "en", at("2026-11-20T17:00+00:00"))).toMatch(/ at about 17:00\.$/);
});
