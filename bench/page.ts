/**
 * The page in a browser: bytes before the first answer, time to it with nothing kept from before, and from a switch
 * thrown to the new answer drawn; beside it the same questions asked of the server over HTTP in the same run.
 *
 * Every run is a browser context of its own, so nothing is in its cache. Times are the page's own marks.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "playwright-core";
import { findBrowser } from "../scripts/browser.ts";
import { buildPage } from "../scripts/page.ts";
import { foundingQuestion } from "../src/questions/index.ts";
import { type Serving, serve } from "../src/server/index.ts";
import { median, milliseconds, say } from "./measure.ts";
import type { Scene } from "./scene.ts";

export const pageScene: Scene = async (words) => {
  const { values } = parseArgs({ args: [...words], options: { runs: { type: "string", default: "7" } } });
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    say("no browser is installed: nothing was measured");
    return 1;
  }
  const built = buildPage({ always: false });
  if (built === "failed" || built === "no sources") return 1;
  const serving = await serve({ port: 0, dataFolder: false });
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const runs = Number(values.runs);
  const firsts: number[] = [];
  const drawn: number[] = [];
  const switches: number[] = [];
  let bytes = {};
  for (let run = 0; run < runs; run += 1) {
    const once = await opened(browser, serving);
    firsts.push(once.firstAnswer);
    drawn.push(once.drawn);
    switches.push(...once.switches);
    bytes = bytesOf(once.paths);
  }
  await browser.close();
  const peer = await serverAnswers(serving, runs);
  await serving.close();
  const line = {
    name: "founding case",
    bytes,
    firstAnswerMillis: median(firsts),
    firstDrawnMillis: median(drawn),
    switchMillis: median(switches),
    switchMillisWorst: Math.max(...switches),
    serverMillis: median(peer),
    ratioSwitchToServer: Number((median(switches) / median(peer)).toFixed(2)),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  say(
    `first answer ${milliseconds(line.firstAnswerMillis)} after the page began (drawn ${milliseconds(line.firstDrawnMillis)}), a switch ${milliseconds(line.switchMillis)} (worst ${milliseconds(line.switchMillisWorst)}), the server ${milliseconds(line.serverMillis)}`,
  );
  return 0;
};

interface Once {
  readonly firstAnswer: number;
  readonly drawn: number;
  readonly switches: readonly number[];
  /** What was fetched until the first answer was drawn. */
  readonly paths: readonly string[];
}

async function opened(browser: Browser, { url }: Serving): Promise<Once> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  const asked = new Set<string>();
  page.on("request", (request) => asked.add(new URL(request.url()).pathname));
  await page.goto(`${url}#en/founding/answer`);
  await page.locator(".lines .arrow").first().waitFor({ state: "attached" });
  const drawn: number = await page.evaluate("performance.now()");
  const paths = [...asked];
  const firstAnswer: number = await page.evaluate(
    "performance.getEntriesByName('chainbreak: first answer').at(-1).duration",
  );
  const switches: number[] = [];
  const measures = page.locator(".switches input[data-measure]");
  for (let i = 0; i < Math.min(8, await measures.count()); i += 1) {
    const before: number = await page.evaluate("performance.getEntriesByName('chainbreak: toggle').length");
    await measures.nth(i).click();
    for (;;) {
      const entries: number = await page.evaluate(
        "performance.getEntriesByName('chainbreak: toggle').length",
      );
      if (entries > before) break;
      await page.waitForTimeout(5);
    }
    switches.push(await page.evaluate("performance.getEntriesByName('chainbreak: toggle').at(-1).duration"));
  }
  await context.close();
  return { firstAnswer, drawn, switches, paths };
}

/** The peer: a whole audit over HTTP, warm. */
async function serverAnswers({ url }: Serving, runs: number): Promise<readonly number[]> {
  const person = readFileSync("catalog/people/chengdu-2020.yaml", "utf8");
  const body = JSON.stringify({
    person,
    held: foundingQuestion.held,
    at: foundingQuestion.at,
    measures: ["set-sim-pin(sim.main)"],
  });
  const millis: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const begun = performance.now();
    const response = await fetch(`${url}api/audit`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
    });
    if (!response.ok) throw new Error(await response.text());
    await response.json();
    if (run > 0) millis.push(performance.now() - begun);
  }
  return millis;
}

/** What is fetched until the first answer, packed as a host would, in bytes. */
function bytesOf(paths: readonly string[]): { readonly script: number; readonly all: number } {
  const files = paths
    .map((path) => (path === "/" ? "/index.html" : path))
    .filter((path) => !path.startsWith("/api/"));
  const sum = (names: readonly string[]) =>
    names.reduce((total, name) => total + gzipSync(readFileSync(join("dist-page", name))).byteLength, 0);
  return { script: sum(files.filter((name) => name.endsWith(".js"))), all: sum(files) };
}
