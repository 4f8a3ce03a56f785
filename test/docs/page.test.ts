/** docs/reference/page.md has a line for each place the page has. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { caseViews, ownViews } from "../../web/src/app/route.ts";

const rows = readFileSync("docs/reference/page.md", "utf8")
  .split("\n")
  .flatMap((line) => /^\| (`[^|]+`) \|/.exec(line)?.[1] ?? []);

test("every place of the page stands in its table, by its address", () => {
  expect(rows.length).toBeGreaterThan(8); // A check that reads nothing must not pass.
  const said = rows.join(" ");
  const routes = [
    ...readFileSync("web/src/app/route.ts", "utf8").matchAll(/\{ readonly at: "([\w-]+)"/g),
  ].map(([, at = ""]) => at);
  expect(routes).toContain("now");
  const named = (word: string) => new RegExp(`[/#]${word}\\b`).test(said);
  const places = routes.map((at) => (at === "home" ? "en" : at));
  expect([...new Set([...places, ...caseViews, ...ownViews])].filter((word) => !named(word))).toEqual([]);
});
