/** The door *What happened?*: files in, what each is, the finding, what is still open; all rows; a stop that works. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type FileEntry, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { said } from "../doors/said.ts";
import { hindrance, type Reader, startWalks, type Walks } from "./walk.ts";

const desk: Reader = { lang: "en", width: 1440, scheme: "light" };

const root = mkdtempSync(join(tmpdir(), "chainbreak-happened-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The one folder that is in an archive, on the disk. */
async function unpacked(path: string): Promise<string> {
  const entries = await new ZipReader(new Uint8ArrayReader(readFileSync(path))).getEntries();
  const files = entries.filter((entry): entry is FileEntry => !entry.directory);
  for (const entry of files) {
    mkdirSync(dirname(join(root, entry.filename)), { recursive: true });
    writeFileSync(join(root, entry.filename), await entry.getData(new Uint8ArrayWriter()));
  }
  return join(root, files[0]?.filename.split("/")[0] ?? "");
}

describe.skipIf(hindrance !== undefined)("what happened", () => {
  let walks: Walks;
  beforeAll(async () => {
    walks = await startWalks();
  }, 120_000);
  afterAll(() => walks?.close());

  test("the records of the founding night: what is still open, the missing link, every row; nothing leaves", async () => {
    const { page, faults, requests, close } = await walks.open(desk, "happened", { ready: ".happened-drop" });
    await page.locator(".happened-example").click();
    await page.locator(".happened-file").first().waitFor();
    expect(await page.locator(".happened-file").count()).toBeGreaterThan(5);
    expect(await page.locator(".happened-tag.all").count()).toBe(
      await page.locator(".happened-file").count(),
    );
    await page.locator(".happened-line").first().waitFor(); // Every row by time, before anybody asks.
    await page.locator(".happened-ask").click();
    // The solver proves what it says: seconds of its own, minutes where everybody waits.
    await page.locator(".happened-brief").waitFor({ timeout: 300_000 });
    expect(await page.locator(".happened-first .happened-call").count()).toBe(1);
    expect(await page.evaluate("scrollY")).toBe(0);
    const chapter = (name: string) => page.getByRole("tab", { name }).click();
    await page.locator(".happened-open li").first().waitFor();
    await chapter("Step by step");
    await page.locator(".happened-hole").first().waitFor();
    const saved = async (ending: string) => {
      const [picture] = await Promise.all([
        page.waitForEvent("download"),
        page.locator(".save-picture").getByRole("button", { name: ending }).click(),
      ]);
      return readFileSync(await picture.path());
    };
    const drawn = (await saved("SVG")).toString("utf8");
    expect(drawn).toMatch(/^<svg [^>]*>\n<title>What happened/);
    const titles = await page.locator(".happened-card .card-title").allTextContents();
    expect(titles.length).toBeGreaterThan(10);
    const lettersOf = (text: string) => text.replaceAll(/<[^>]*>|\s/g, "").replaceAll("&amp;", "&");
    for (const title of titles) expect(lettersOf(drawn)).toContain(lettersOf(title).slice(0, 12));
    expect((await saved("PNG")).subarray(1, 4).toString("latin1")).toBe("PNG");
    await chapter("All rows");
    await page.getByRole("button", { name: "Go to the first of theirs" }).click();
    await page.locator(".happened-line.intruder").first().waitFor();

    await chapter("Take along");
    const [pack] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".happened-take .happened-ask").click(),
    ]);
    const folder = await unpacked(await pack.path());
    const seal = await page.locator(".happened-seal").textContent();
    const verified = await said(["verify", folder, "--seal", seal ?? ""]);
    expect([verified.err, verified.code]).toEqual(["", 0]);
    const redacted = await said(["verify", join(folder, "redacted")]);
    expect([redacted.err, redacted.code]).toEqual(["", 0]);
    const [flow] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Attack Flow" }).click(),
    ]);
    expect(JSON.parse(readFileSync(await flow.path(), "utf8"))).toMatchObject({ type: "bundle" });
    expect(requests.filter((each) => new URL(each).origin !== new URL(walks.url).origin)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  }, 480_000);
});
