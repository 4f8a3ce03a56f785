/** The door *What happened?*: files in, what each is, the finding, what is still open; all rows; a stop that works. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hindrance, type Reader, startWalks, type Walks } from "./walk.ts";

const desk: Reader = { lang: "en", width: 1440, scheme: "light" };

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
    await page.locator(".happened-ask").click();
    await page.locator(".happened-open li").first().waitFor();
    expect(requests.filter((each) => new URL(each).origin !== new URL(walks.url).origin)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  }, 240_000);
});
