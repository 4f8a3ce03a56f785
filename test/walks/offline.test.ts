/** The page as a helpline hosts it: a folder of files under any path, opened once, then without a network. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { caseViews } from "../../web/src/app/route.ts";
import { serveFolder } from "./static-folder.ts";
import { hindrance, type Reader, startWalks, type Walks } from "./walk.ts";

describe.skipIf(hindrance !== undefined)("the page without its server", () => {
  let walks: Walks;
  beforeAll(async () => {
    walks = await startWalks();
  }, 120_000);
  afterAll(() => walks?.close());

  const reader: Reader = { lang: "zh", width: 390, scheme: "light" };

  test("from a static folder, every view of the founding case opens, then again with the network cut", async () => {
    const host = await serveFolder("dist-page", "/help/line/");
    const opened = await walks.open(reader, "founding/answer", {
      ready: ".card",
      origin: host.url,
      isOffline: true,
    });
    const { page, requests } = opened;
    await page.evaluate("navigator.serviceWorker.ready.then(() => true)");
    await page.waitForFunction("navigator.serviceWorker.controller !== null");
    await host.close();
    await page.context().setOffline(true);
    for (const view of caseViews) {
      await page.goto(`${host.url}#zh/founding/${view}`);
      await page.reload();
      await page.locator("main:not(.waiting)").first().waitFor();
      expect(await page.getByRole("alert").count(), view).toBe(0);
    }
    await page.goto(`${host.url}#zh`);
    await page.locator(".door").first().waitFor();
    expect(requests.length).toBeGreaterThan(5);
    expect(requests.filter((each) => !each.startsWith(host.url))).toEqual([]);
    await opened.close();
  });

  test("what names the page to a phone's home screen is complete", async () => {
    const manifest = JSON.parse(readFileSync("dist-page/manifest.webmanifest", "utf8"));
    expect(manifest).toMatchObject({ start_url: "./", scope: "./", display: "standalone" });
    expect(manifest.icons.length).toBeGreaterThan(2);
    for (const { src } of manifest.icons) expect(existsSync(join("dist-page", src)), src).toBe(true);
  });

  test("the document carries the server's own policy, without what only a header can say", async () => {
    const response = await fetch(walks.url);
    const partsOf = (text: string) =>
      text
        .split(";")
        .map((part) => part.trim())
        .filter((part) => part !== "" && !part.startsWith("frame-ancestors"))
        .sort();
    const [, inDocument = ""] =
      /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(await response.text()) ?? [];
    expect(partsOf(inDocument.replaceAll("&#39;", "'"))).toEqual(
      partsOf(response.headers.get("content-security-policy") ?? ""),
    );
  });

  test("the founding case's first answer needs no engine; with it, below 300 kB of script are fetched", async () => {
    const { page, requests, close } = await walks.open(reader, "founding/answer", { ready: ".card" });
    const kilobytes = () => {
      const paths = new Set(
        requests.map((each) => new URL(each).pathname).filter((path) => path.endsWith(".js")),
      );
      const bytes = [...paths].map((path) => gzipSync(readFileSync(join("dist-page", path))).byteLength);
      return Math.round(bytes.reduce((sum, each) => sum + each, 0) / 1000);
    };
    const isEngineAsked = () => requests.some((each) => /\/worker-[\w-]+\.js$/.test(each));
    // A move by nothing, such as a browser tells of by itself, is no hand's.
    await page.evaluate("dispatchEvent(new PointerEvent('pointermove'))");
    await page.waitForTimeout(200);
    expect(isEngineAsked()).toBe(false);
    const first = kilobytes();
    await page.mouse.move(10, 10);
    await page.mouse.move(20, 20);
    await expect.poll(isEngineAsked).toBe(true);
    const all = kilobytes();
    await close();
    console.log(`initial JavaScript: ${first} kB gzip, ${all} with the engine`);
    expect(first).toBeGreaterThan(50);
    expect(first).toBeLessThanOrEqual(200);
    expect(all).toBeGreaterThan(first);
    expect(all).toBeLessThanOrEqual(300);
  });
});
