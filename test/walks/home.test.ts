/** The first thing anybody sees: doors in plain words, each of which opens. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fits } from "./look.ts";
import { strayWords, violations } from "./probes.ts";
import { hindrance, nameOf, picture, type Reader, readers, startWalks, type Walks } from "./walk.ts";

describe.skipIf(hindrance !== undefined)("home", () => {
  let walks: Walks;
  beforeAll(async () => {
    walks = await startWalks();
  }, 120_000);
  afterAll(() => walks?.close());

  test.each(readers.map((reader): [string, Reader] => [nameOf(reader), reader]))(
    "%s",
    async (name, reader) => {
      const { page, requests, faults, close } = await walks.open(reader, "", { ready: ".door" });
      await picture(page, `home-${name}`, { fullPage: true });
      await fits(page, reader.width);
      await expect.poll(() => strayWords(page, reader.lang)).toEqual([]);
      expect(await violations(page)).toEqual([]);
      expect(requests.filter((each) => new URL(each).origin !== new URL(walks.url).origin)).toEqual([]);
      expect(faults).toEqual([]);
      await close();
    },
  );

  const desk: Reader = { lang: "en", width: 1440, scheme: "light" };

  test("no door is painted on the wall: each leads to a page with a heading and something to do", async () => {
    const { page, faults, close } = await walks.open(desk, "", { ready: ".door" });
    const doors = await page.locator(".door").count();
    expect(doors).toBeGreaterThanOrEqual(2);
    for (let door = 0; door < doors; door += 1) {
      await page.locator(".door").nth(door).click();
      await page.locator("main:not(.home, .waiting)").waitFor();
      await page.locator("h1").first().waitFor();
      // What a worker has to work out first comes a moment later.
      await page.locator("main").locator("button, a, input").first().waitFor();
      await page.locator(".brand").click();
      await page.locator(".home").waitFor();
    }
    expect(faults).toEqual([]);
    await close();
  });

  test("without any script there is somebody to call, and every other view leads to the numbers", async () => {
    const html = await (await fetch(walks.url)).text();
    const body = html.slice(html.indexOf("<body"));
    for (const tel of ["10086", "10000", "10010", "10099", "110", "95588", "95188"])
      expect(body).toContain(`href="tel:${tel}"`);
    const { page, close } = await walks.open(desk, "founding/answer", { ready: ".now-strip" });
    await page.locator(".now-strip a").click();
    await page.locator('.home-numbers.large a[href="tel:10086"]').waitFor();
    await expect.poll(() => page.locator(".now-strip").count()).toBe(0);
    await close();
  });

  test("on a small telephone a carrier's number stands on the first screen", async () => {
    const { page, close } = await walks.open({ ...desk, width: 390 }, "", { ready: ".door" });
    for (const number of await page.locator(".home-numbers.large a").all()) {
      const box = await number.boundingBox();
      expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(640);
    }
    await close();
  });

  test("the content is reached by keyboard without passing through the head", async () => {
    const { page, close } = await walks.open(desk, "", { ready: ".door" });
    await page.keyboard.press("Tab");
    await expect.poll(() => page.locator(".skip:focus").count()).toBe(1);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect.poll(() => page.locator("main a:focus").count()).toBe(1);
    await close();
  });
});
