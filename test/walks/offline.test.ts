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
      await expect.poll(() => page.getByRole("alert").count(), { message: view }).toBe(0);
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

  test("what is fetched before the first answer stays below 300 kB of script, the engine included", async () => {
    const { requests, close } = await walks.open(reader, "founding/answer", {
      ready: ".card",
      isFresh: true,
    });
    const scripts = [...new Set(requests.map((each) => new URL(each).pathname))].filter((path) =>
      path.endsWith(".js"),
    );
    await close();
    expect(scripts.some((path) => /\/worker-[\w-]+\.js$/.test(path))).toBe(true); // The engine is among them.
    const bytes = scripts.map((path) => gzipSync(readFileSync(join("dist-page", path))).byteLength);
    const all = bytes.reduce((sum, each) => sum + each, 0);
    console.log(`initial JavaScript: ${Math.round(all / 1000)} kB gzip in ${scripts.length} files`);
    expect(all).toBeGreaterThan(100_000);
    expect(all).toBeLessThanOrEqual(300_000);
  });
});
