/**
 * The picture of a chain in a browser: how many frames a second it keeps while it is scrolled and zoomed, with hundreds of
 * steps unfolded. The people are the made-up ones of the audit's scene, handed to the page in the place of the founding
 * case.
 *
 * Frames are counted by the page itself, and the main thread's work beside them by the browser: under another load the
 * first suffer, the second do not. A sheet is thrown at 3,000 pixels a second, and drawn from end to end in two.
 */
import { parseArgs } from "node:util";
import { type Browser, type CDPSession, chromium, type Page } from "playwright-core";
import { findBrowser } from "../scripts/browser.ts";
import { buildPage } from "../scripts/page.ts";
import type { Catalog } from "../src/catalog/index.ts";
import { ground } from "../src/ground/index.ts";
import { serve } from "../src/server/index.ts";
import { readWhole } from "../web/data-plugin.ts";
import { catalogueOf, sourcesFor } from "../web/src/engine/case-catalogue.ts";
import type { CaseData, WholeCatalogue } from "../web/src/engine/case-data.ts";
import { pack } from "../web/src/engine/packed.ts";
import { madeUp } from "./audit.ts";
import { say } from "./measure.ts";
import type { Scene } from "./scene.ts";

const secondsEach = 2;

/** Run in the page at every frame; `part` goes from 0 to 1. */
const movements: Readonly<Record<string, string>> = {
  still: "",
  "throw across": "sheet.scrollLeft = 1000 + part * 6000",
  "throw down": "sheet.scrollTop = part * 3000",
  "end to end":
    "sheet.scrollTo(part * (sheet.scrollWidth - sheet.clientWidth), part * (sheet.scrollHeight - sheet.clientHeight))",
  zoom: "sheet.dispatchEvent(new WheelEvent('wheel', { ctrlKey: true, cancelable: true, deltaY: part < 0.5 ? 12 : -12, clientX: 600, clientY: 500 }))",
};

export const chainScene: Scene = async (words) => {
  const { values } = parseArgs({
    args: [...words],
    options: { sizes: { type: "string", default: "25,100" }, folder: { type: "string" } },
  });
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    say("no browser is installed: nothing was measured");
    return 1;
  }
  if (values.folder === undefined && buildPage({ always: false }) === "failed") return 1;
  const serving = await serve({
    port: 0,
    dataFolder: false,
    ...(values.folder === undefined ? {} : { pageFolder: values.folder }),
  });
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const whole = readWhole();
    for (const accounts of values.sizes.split(",").map(Number))
      await measured({ browser, url: serving.url, accounts, whole });
  } finally {
    await browser.close();
    await serving.close();
  }
  return 0;
};

interface Measured {
  readonly browser: Browser;
  readonly url: string;
  readonly accounts: number;
  readonly whole: WholeCatalogue;
}

async function measured({ browser, url, accounts, whole }: Measured): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: "block", // It would answer in our place.
  });
  const page = await context.newPage();
  const body = pack(caseOf(whole, accounts));
  await page.route("**/founding-*.json", (route) => route.fulfill({ body, contentType: "application/json" }));
  await page.goto(`${url}#en/founding/chain`);
  await page.locator(".chain-card").first().waitFor({ timeout: 120_000 });
  const first = await page.locator(".chain-card").count();
  await page.locator('.how-much label:has(input[value="reach"])').click();
  await page.waitForFunction(`document.querySelectorAll(".chain-card").length > ${first}`);
  const cards = await page.locator(".chain-card").count();
  const told = (await page.locator('.how-much label:has(input[value="reach"])').textContent()) ?? "";
  const steps = Number(/[\d,]+/.exec(told)?.[0].replace(",", ""));
  say(`${accounts} accounts: ${steps} steps in reach, ${cards} cards`);
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  for (const [name, movement] of Object.entries(movements)) {
    await page.locator(".chain-scroller").evaluate((sheet: { scrollTo(x: number, y: number): void }) => {
      sheet.scrollTo(0, 0);
    });
    await page.waitForTimeout(500); // Until what was asked before is drawn.
    const before = await workOf(session);
    const frames = await framesOf(page, movement);
    const work = (await workOf(session)) - before;
    const share = Math.round((100 * work) / secondsEach);
    process.stdout.write(
      `${JSON.stringify({ accounts, steps, cards, name, ...frames, mainThreadPercent: share })}\n`,
    );
    say(`  ${name.padEnd(14)} ${frames.fps} frames a second, main thread ${share} %`);
  }
  await context.close();
}

function caseOf({ catalog, sources }: WholeCatalogue, accounts: number): CaseData {
  const person = madeUp(catalog, accounts);
  const cut: Catalog = catalogueOf(catalog, ground({ catalog, person }));
  return {
    question: { held: ["possess(sim.main)"], at: "fri 19:30" },
    catalog: cut,
    person,
    sources: sourcesFor(cut, sources),
  };
}

/** Seconds the page's main thread has been busy. */
async function workOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
}

const framesOf = (
  page: Page,
  movement: string,
): Promise<{ readonly fps: number; readonly slowestMillis: number }> =>
  page.evaluate(`new Promise((done) => {
    const sheet = document.querySelector(".chain-scroller");
    const move = (part) => { ${movement} };
    const begun = performance.now();
    let last = begun, count = 0, slowest = 0;
    const frame = (now) => {
      if (count > 0) slowest = Math.max(slowest, now - last);
      last = now;
      count += 1;
      const part = (now - begun) / ${secondsEach * 1000};
      if (part >= 1) done({ fps: Math.round(10 * (count - 1) / ((now - begun) / 1000)) / 10, slowestMillis: Math.round(slowest) });
      else { move(part); requestAnimationFrame(frame); }
    };
    requestAnimationFrame(frame);
  })`);
