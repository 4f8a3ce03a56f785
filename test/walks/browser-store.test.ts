/** The browser's own store, in a browser: the contract of all stores, two tabs, a tab that dies, a tab that hangs. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../../scripts/browser.ts";
import { type Serving, serve } from "../../src/server/index.ts";
import { usualCost } from "../../src/store/index.ts";
import { sqlite } from "../../web/sqlite-plugin.ts";
import { storeCases } from "../kit/store-contract.ts";
import type { Lab } from "./store-lab.ts";
import { hindrance } from "./walk.ts";

const folder = mkdtempSync(join(tmpdir(), "chainbreak-store-page-"));
let serving: Serving;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  if (hindrance !== undefined) return;
  await build({
    configFile: false,
    root: "test/walks/store-page",
    base: "./",
    logLevel: "warn",
    plugins: [sqlite()],
    worker: { format: "es", plugins: () => [sqlite()] },
    build: { outDir: folder, emptyOutDir: true, target: "es2022", assetsInlineLimit: 0 },
  });
  // Under our own server, so that its policy is the one that is tested.
  serving = await serve({ port: 0, pageFolder: folder, catalogFolder: "catalog/people", dataFolder: false });
  const path = findBrowser();
  browser = await chromium.launch({
    ...(path === undefined ? {} : { executablePath: path }),
    args: ["--no-sandbox"],
  });
  context = await browser.newContext();
});
afterAll(async () => {
  await browser?.close();
  await serving?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Tab {
  readonly page: Page;
  readonly faults: readonly string[];
  /** Asks the page's lab by name. */
  ask<Name extends keyof Lab>(
    name: Name,
    ...values: Parameters<Lab[Name]>
  ): Promise<Awaited<ReturnType<Lab[Name]>>>;
}

async function openTab(within: BrowserContext = context): Promise<Tab> {
  const page = await within.newPage();
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(message.text());
  });
  await page.goto(serving.url);
  await page.waitForFunction(() => "lab" in globalThis);
  return {
    page,
    faults,
    ask: (name, ...values) =>
      page.evaluate(
        ([called, given]) => {
          const { lab } = globalThis as unknown as { lab: Record<string, (...all: unknown[]) => unknown> };
          return lab[called]?.(...given);
        },
        [name, values] as const,
      ) as never,
  };
}

describe.skipIf(hindrance !== undefined)("in the browser", () => {
  test("nothing is kept before anything was", async () => {
    const tab = await openTab();
    expect(await tab.ask("isKept")).toBe(false);
    await tab.page.close();
  });

  describe("the contract of all stores", () => {
    let tab: Tab;
    beforeAll(async () => {
      tab = await openTab();
    });
    test.each(storeCases)("$name", async ({ name }) => {
      expect(await tab.ask("runCase", name)).toBe("ok");
    });
    test("nothing was complained of meanwhile, and now something is kept", async () => {
      expect(tab.faults).toEqual([]);
      expect(await tab.ask("isKept")).toBe(true);
      await tab.page.close();
    });
  });

  test("K3 two tabs write one record at the same time, and nothing is lost", async () => {
    const tabs = [await openTab(), await openTab()];
    await tabs[0]!.ask("erase");
    await tabs[0]!.ask("append", "shared", 0);
    const each = 20;
    await Promise.all(
      tabs.map(async (tab, who) => {
        for (let i = 0; i < each; i += 1) await tab.ask("append", "shared", (who + 1) * 100 + i);
      }),
    );
    const wanted = [0, ...[1, 2].flatMap((who) => Array.from({ length: each }, (_, i) => who * 100 + i))];
    for (const tab of tabs) {
      expect([...((await tab.ask("numbers", "shared")) as number[])].sort((a, b) => a - b)).toEqual(wanted);
      expect(tab.faults).toEqual([]);
      await tab.page.close();
    }
  });

  test("K1 a tab that is killed in the middle of its work has lost nothing it was told is kept", async () => {
    let told: number[] = [];
    let tab = await openTab();
    await tab.ask("erase");
    for (let round = 0; round < 5; round += 1) {
      const writing = (async () => {
        for (let i = 0; ; i += 1) {
          await tab.ask("append", "mine", round * 1000 + i);
          told.push(round * 1000 + i);
        }
      })().catch(() => {}); // The tab is gone; this write was not acknowledged.
      // In the middle of its work, and not always at the same point of it.
      const before = told.length;
      while (told.length < before + 3) await new Promise((resolve) => setTimeout(resolve, 20));
      await new Promise((resolve) => setTimeout(resolve, round * 37));
      await kill(tab.page);
      await writing;
      tab = await openTab();
      const found = (await tab.ask("numbers", "mine")) as number[];
      expect(told.filter((number) => !found.includes(number))).toEqual([]);
      expect(new Set(found).size).toBe(found.length);
      told = [...found];
    }
    expect(told.length).toBeGreaterThan(10); // Rounds in which nothing was written prove nothing.
    await tab.page.close();
  });

  test("a tab that hangs in its turn is told as a fault, and when it lets go all is well", async () => {
    const [hanging, waiting] = [await openTab(), await openTab()];
    expect(await waiting.ask("faultOf", "mine")).toBe("none");
    await hanging.ask("holdLock", 14_000);
    expect(await waiting.ask("faultOf", "mine")).toBe("busy"); // Told while the other still hangs.
    await expect.poll(() => waiting.ask("faultOf", "mine"), { timeout: 60_000 }).toBe("none");
    await hanging.page.close();
    await waiting.page.close();
  });

  test("a guess at a passphrase costs a good part of a second", async () => {
    const tab = await openTab();
    const times: number[] = [];
    for (let i = 0; i < 3; i += 1) times.push(await tab.ask("argon2", usualCost.memoryKiB, usualCost.passes));
    console.log(
      `Argon2id, ${usualCost.memoryKiB / 1024} MiB, ${usualCost.passes} passes, in the page: ${times.map(Math.round).join(", ")} ms`,
    );
    // How long it takes is the machine's; that it takes long is the point.
    expect(Math.min(...times)).toBeGreaterThan(100);
    const turn: number[] = [];
    for (let i = 0; i < 20; i += 1) turn.push(await tab.ask("append", "timed", i));
    console.log(
      `a change, read, sealed and kept: ${Math.round(turn.toSorted((a, b) => a - b)[10]!)} ms in the middle`,
    );
    await tab.page.close();
  });

  test("the sealed file is sealed and opened in the page", async () => {
    const tab = await openTab();
    const { sealed, milliseconds, opened } = await tab.ask("seal", "planted");
    expect(sealed).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n/);
    expect(opened).toEqual({ kind: "people", people: [{ text: "planted" }] });
    console.log(`a sealed file: ${Math.round(milliseconds)} ms`);
    expect(tab.faults).toEqual([]);
    await tab.page.close();
  });

  test("a browser without such files says so, and is no crash", async () => {
    const bare = await browser.newContext();
    await bare.addInitScript(() => {
      const { navigator } = globalThis as unknown as { navigator: { storage: object } };
      Object.defineProperty(Object.getPrototypeOf(navigator.storage), "getDirectory", { value: undefined });
    });
    const tab = await openTab(bare);
    expect(await tab.ask("isKept")).toBe(false);
    await expect(tab.ask("erase")).rejects.toThrow("this browser keeps nothing");
    await bare.close();
  });

  test("what is loaded only when it is wanted", () => {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => statSync(join(folder, name)).isFile() && !name.endsWith(".html"))
      .map((name) => ({ name, bytes: gzipSync(readFileSync(join(folder, name))).length }));
    for (const { name, bytes } of files) console.log(`${name}: ${(bytes / 1000).toFixed(1)} kB gzip`);
    // Of SQLite's own workers none is wanted here.
    expect(files.filter(({ name }) => /sqlite3-(worker1|opfs-async)/.test(name))).toEqual([]);
  });
});

/** Kills the renderer as the system would. */
async function kill(page: Page): Promise<void> {
  const crashed = new Promise<void>((resolve) => page.once("crash", () => resolve()));
  page.goto("chrome://crash").catch(() => {});
  await crashed;
  await page.close();
}
