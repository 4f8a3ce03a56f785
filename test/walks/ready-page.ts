/** The page, built when it is stale; in a run of tests that was done before the first of them. */
import { buildPage } from "../../scripts/page.ts";

export function readyPage(): void {
  if (process.env["WALKS_PAGE"] === "built") return;
  const built = buildPage({ always: false });
  if (built === "failed" || built === "no sources") throw new Error(`the page is not there: ${built}`);
}
