/**
 * Finds a Chromium for the browser walks, or brings one where that is possible: first the
 * one named in CHROMIUM_PATH, then the system's, then Playwright's own, which is downloaded
 * when it is not there, and at last the distribution's package, for root on Debian.
 */
import "./pinned-node.ts";
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { chromium } from "playwright-core";

/** The one without a window of its own first: a window costs as much as what is shown in it, in every walk. */
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];
const note = join("node_modules", ".cache", "chainbreak", "no-browser");

export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly canRun: (path: string) => boolean;
}
const thisMachine: Machine = { env: process.env, canRun };

/** The browser that is there already, or undefined; installs nothing. */
export function findBrowser({ env, canRun }: Machine = thisMachine): string | undefined {
  const named = env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") return canRun(named) ? named : undefined;
  const onPath = (env["PATH"] ?? "")
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, chromium.executablePath()].find(canRun);
}

export type Browser =
  | { readonly kind: "found"; readonly path: string }
  | { readonly kind: "none"; readonly why: string };

/** Like `findBrowser`, but installs one when none is there. A failure is remembered, so that it is waited for once. */
export function bringBrowser({ again }: { readonly again: boolean }): Browser {
  const found = findBrowser();
  if (found !== undefined) return { kind: "found", path: found };
  const named = process.env["CHROMIUM_PATH"];
  if (named) return { kind: "none", why: `CHROMIUM_PATH names ${named}, which is not a program` };
  if (existsSync(note) && !again)
    return { kind: "none", why: `none could be installed last time (remove ${note} to try again)` };

  console.log("no Chromium found: installing one for the browser walks");
  const brought = [playwrightsOwn, debians].some((install) => install());
  const path = brought ? findBrowser() : undefined;
  if (path !== undefined) {
    rmSync(note, { force: true });
    return { kind: "found", path };
  }
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, "");
  return {
    kind: "none",
    why: "none is installed, and neither Playwright nor the system's packages could bring one",
  };
}

function playwrightsOwn(): boolean {
  const words = ["node_modules/playwright-core/cli.js", "install", "chromium", "--no-shell"];
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000" };
  // Its own words are a page of stack; what matters is said in one sentence by the caller.
  return spawnSync(process.execPath, words, { env, stdio: "ignore", timeout: 300_000 }).status === 0;
}

function debians(): boolean {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...words: string[]) => spawnSync("apt-get", words, { env, stdio: "ignore" }).status === 0;
  return (
    apt("update") &&
    ["chromium-headless-shell", "chromium"].some((name) =>
      apt("install", "-y", "--no-install-recommends", name),
    )
  );
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // Not there or not ours to run: the caller looks on.
  }
}
