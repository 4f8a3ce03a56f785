/** The page is built once for all walks of a run, before the first of them: none finds a folder half emptied. */
import { findBrowser } from "../../scripts/browser.ts";
import { readyPage } from "./ready-page.ts";

export function setup(): void {
  if (findBrowser() === undefined) return; // They are skipped, and say so.
  readyPage();
  process.env["WALKS_PAGE"] = "built";
}
