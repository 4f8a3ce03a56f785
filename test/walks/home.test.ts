/** The first thing anybody sees: doors in plain words, each of which opens. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { strayWords, violations, widthNeeded } from "./probes.ts";
import { hindrance, nameOf, pictures, type Reader, readers, startWalks, type Walks } from "./walk.ts";

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
      await page.screenshot({ path: `${pictures}/home-${name}.png`, fullPage: true });
      expect(await widthNeeded(page)).toBeLessThanOrEqual(reader.width);
      expect(await strayWords(page, reader.lang)).toEqual([]);
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
      expect(await page.locator("main").locator("button, a, input").count()).toBeGreaterThan(0);
      await page.locator(".brand").click();
      await page.locator(".home").waitFor();
    }
    expect(faults).toEqual([]);
    await close();
  });

  test("the content is reached by keyboard without passing through the head", async () => {
    const { page, close } = await walks.open(desk, "", { ready: ".door" });
    await page.keyboard.press("Tab");
    expect(await page.locator(".skip:focus").count()).toBe(1);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.locator("main a:focus").count()).toBe(1);
    await close();
  });
});
