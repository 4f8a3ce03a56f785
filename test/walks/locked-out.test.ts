/** What could still be opened with things lost, and the tabs that lead there, as readers meet them. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { everyReaderLooks } from "./look.ts";
import { openOwn, shipped } from "./own-person.ts";
import { hindrance, type Reader, startWalks, type Walks } from "./walk.ts";

const desk: Reader = { lang: "en", width: 1440, scheme: "light" };

describe.skipIf(hindrance !== undefined)("locked out", () => {
  let walks: Walks;
  beforeAll(async () => {
    walks = await startWalks();
  }, 120_000);
  afterAll(() => walks?.close());

  test("what is lost is chosen by a touch; the answer names what opens, what not, and what to do today", async () => {
    const { page, faults, close } = await walks.open(desk, "founding/locked-out", { ready: ".key-state" });
    await everyReaderLooks(page, { reader: desk, screen: "locked-out" });
    const states = () => page.locator(".key-state").evaluateAll((found) => found.length);
    expect(await states()).toBeGreaterThan(0);
    const before = await page.locator(".locked-out-finder").innerText();
    const boxes = page.locator(".lost-things input");
    for (const box of await boxes.all()) await box.check();
    await expect.poll(() => page.locator(".locked-out-finder").innerText()).not.toBe(before);
    await page.locator(".locked-out-today").waitFor();
    await everyReaderLooks(page, { reader: desk, screen: "locked-out-of-everything" });
    for (const box of await boxes.all()) await box.uncheck();
    // An empty choice is no good news.
    await page.getByText("Choose at least one.").waitFor();
    expect(await states()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  test.each(["en", "zh"] as const)(
    "on a phone the list and the card are a touch away, and so is all the rest (%s)",
    async (lang) => {
      const reader: Reader = { lang, width: 390, scheme: "light" };
      const { page, close } = await openOwn(walks, reader, shipped("elder"), {
        view: "answer",
        ready: ".loss",
      });
      for (const view of ["answer", "list", "red-card", "things"]) {
        const box = await page.locator(`.views > ul > li > a[href$="/${view}"]`).boundingBox();
        expect(box !== null && box.x >= 0 && box.x + box.width <= 390, view).toBe(true);
      }
      const rows = new Set<number>();
      for (const tab of await page.locator(".views > ul > li").all())
        rows.add(Math.round((await tab.boundingBox())?.y ?? -1));
      expect(rows.size).toBe(1);
      await page.locator(".views summary").click();
      await page.locator('.more-views a[href$="/locked-out"]').click();
      await page.locator(".key-state").first().waitFor();
      await expect.poll(() => page.locator(".more-views").getAttribute("open")).toBeNull();
      await close();
    },
  );
});
