/**
 * A browser at the page: finds one, builds the page when it is stale, serves it, and opens it as a reader would have it.
 * Where there is no browser the walks are skipped and say so; in CI that is a fault.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from "playwright-core";
import { findBrowser } from "../../scripts/browser.ts";
import { type Serving, serve } from "../../src/server/index.ts";
import { readyPage } from "./ready-page.ts";

/** The machine may be busy with other things; what is not there by then does not come. */
const patienceMilliseconds = 60_000;

/** What the browser must not do by itself on a machine that is being measured. */
const launchWords = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Where the pictures go; git does not see it. */
const pictures = "test/walks/out";

/** A picture of what was walked, for whoever wants to look: `CHAINBREAK_PICTURES=1 npm test -- test/walks`. */
export async function picture(
  of: Page | Locator,
  name: string,
  options: { readonly fullPage?: boolean; readonly animations?: "disabled" } = {},
): Promise<void> {
  if (process.env["CHAINBREAK_PICTURES"] === "1")
    await of.screenshot({ ...options, path: `${pictures}/${name}.png` });
}

const browserPath = findBrowser();
const inCi = process.env["CI"] === "true";
/** Why the walks cannot be walked; undefined: they can. */
export const hindrance = browserPath === undefined ? "no browser is installed" : undefined;
if (hindrance !== undefined && inCi) throw new Error(`${hindrance}; in CI the walks must be walked`);
if (hindrance !== undefined) console.log(`browser walks are skipped: ${hindrance}`);

export interface Reader {
  readonly lang: "en" | "zh";
  readonly width: number;
  readonly scheme: "light" | "dark";
}

/** Four of the eight there could be, in whom every two of language, width and scheme meet. */
export const readers: readonly Reader[] = (["en", "zh"] as const).flatMap((lang) =>
  [390, 1440].map((width): Reader => {
    const isLight = (lang === "zh") === (width === 390);
    return { lang, width, scheme: isLight ? "light" : "dark" };
  }),
);

export const nameOf = ({ lang, width, scheme }: Reader): string => `${lang}-${width}-${scheme}`;

/** The same page, as it stands, for another reader: wider, darker, in the other language. */
export async function becomes(page: Page, { lang, width, scheme }: Reader): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: scheme });
  if (new RegExp(`#${lang}\\b`).test(page.url())) return;
  await page.goto(page.url().replace(/#\w+/, `#${lang}`));
  await page.locator(`html[lang^=${lang}]`).waitFor({ state: "attached" });
}

export interface Opened {
  readonly page: Page;
  /** Every address that was asked for. */
  readonly requests: readonly string[];
  /** What went wrong in the page, its own words. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

export interface OpenOptions {
  /** A selector of what must be there; absent: what stands in every place. */
  readonly ready?: string;
  /** Absent: the server of these walks. */
  readonly origin?: string;
  /** The page may keep itself for when there is no network. */
  readonly isOffline?: boolean;
  /** A passphrase is stretched at next to no cost: for walks that lock and unlock, and look at neither. */
  readonly isLockedCheaply?: boolean;
}

export interface Walks {
  readonly url: string;
  /** Opens a place of the page, `founding/night`, and waits until `ready` is there. */
  open(reader: Reader, place?: string, options?: OpenOptions): Promise<Opened>;
  /**
   * The same in a page that is kept for such a reader, as somebody would come back to it: nothing is loaded anew, which
   * is a fifth of the work. For walks that keep nothing and look at nothing that only a first load does.
   */
  visit(reader: Reader, place: string, options?: OpenOptions): Promise<Opened>;
  /** Another tab of the same reader, with the same storage. */
  openBeside(opened: Opened, reader: Reader, place: string, options?: OpenOptions): Promise<Opened>;
  close(): Promise<void>;
}

export async function startWalks(): Promise<Walks> {
  readyPage();
  mkdirSync(pictures, { recursive: true });
  // A store of its own: what one walk keeps is no other's.
  const dataFolder = mkdtempSync(join(tmpdir(), "chainbreak-walk-"));
  const serving: Serving = await serve({ port: 0, dataFolder });
  const browser: Browser = await chromium.launch({
    ...(browserPath === undefined ? {} : { executablePath: browserPath }),
    args: launchWords,
  });
  const walkIn = async (reader: Reader, place = "", options: OpenOptions = {}): Promise<Opened> => {
    const context = await contextOf(browser, reader, options.isOffline ?? false);
    if (options.isLockedCheaply) await context.addInitScript(lockCheaply);
    return open(context, reader, place, { origin: serving.url, ...options });
  };
  const kept = new Map<string, Promise<Opened>>();
  return {
    url: serving.url,
    open: walkIn,
    visit: async (reader, place, options = {}) => {
      const name = nameOf(reader);
      const before = kept.get(name);
      const opened = before ?? walkIn(reader, place, options);
      kept.set(name, opened);
      if (before !== undefined) await comeBack((await opened).page, reader, place, options);
      return { ...(await opened), close: async () => {} };
    },
    openBeside: ({ page }, reader, place, options = {}) =>
      open(page.context(), reader, place, { origin: serving.url, ...options }),
    close: async () => {
      await browser.close();
      await serving.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** To the first page and from there to the place: nothing of what was done there before is left. */
async function comeBack(
  page: Page,
  { lang, width }: Reader,
  place: string,
  { ready = "main" }: OpenOptions,
): Promise<void> {
  const here = page.url().replace(/#.*/, "");
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ reducedMotion: null });
  await page.goto(`${here}#${lang}/`);
  await page.locator(".door").first().waitFor();
  await page.goto(`${here}#${lang}/${place}`);
  await page.locator(ready).first().waitFor({ state: "attached" });
}

const contextOf = (
  browser: Browser,
  { lang, width, scheme }: Reader,
  isOffline: boolean,
): Promise<BrowserContext> =>
  browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    // What is kept for later is one walk's business; the others want the files of this build.
    serviceWorkers: isOffline ? "allow" : "block",
    locale: lang === "zh" ? "zh-CN" : "en-GB",
    // No country's: what a page takes for the reader's own rests on the language alone.
    timezoneId: "UTC",
  });

/** Runs in the page: whoever asks a worker for Argon2 asks for the least of it. What is written down says the usual cost. */
const lockCheaply = `globalThis.Worker = class extends Worker {
  postMessage(message, ...rest) {
    for (const { value } of message?.argumentList ?? [])
      if (value?.memoryKiB !== undefined) Object.assign(value, { memoryKiB: 64, passes: 1 });
    super.postMessage(message, ...rest);
  }
};`;

async function open(
  context: BrowserContext,
  { lang }: Reader,
  place: string,
  { ready = "main", origin = "" }: OpenOptions,
): Promise<Opened> {
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMilliseconds);
  const requests: string[] = [];
  const faults: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", ({ message }) => faults.push(message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.goto(`${origin}#${lang}/${place}`);
  await page.locator(ready).first().waitFor({ state: "attached" });
  return { page, requests, faults, close: () => context.close() };
}
