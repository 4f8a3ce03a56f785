/**
 * The night as its readers meet it: the founding one as it was told, in both languages, on a phone and on a desk, by day
 * and by night; then nights the model plays, two beside one another, and many of them.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { everyReaderLooks } from "./look.ts";
import { openFolds, strayWords, violations } from "./probes.ts";
import { hindrance, type Opened, picture, type Reader, startWalks, type Walks } from "./walk.ts";

const theNight = ["founding/night", { ready: ".night-player" }] as const;
/** The machine may be busy with other things. */
const patience = { timeout: 60_000 };
const desk: Reader = { lang: "en", width: 1440, scheme: "light" };
const pin = "measure set-sim-pin(sim.main)";
const counter = "measure lift-only-at-counter";

const textOf = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).first().textContent()) ?? "";
const minuteOf = async (page: Page): Promise<number> =>
  Number((await textOf(page, ".night-since")).replace(/\D/g, ""));
/** The second of the three views of the founding night, the third. */
const openView = (page: Page, index: number) => page.locator(".night-tabs button").nth(index).click();
const compareWith = (page: Page, measure: string) =>
  page.locator(".night-choice select").nth(2).selectOption(measure);

/** A phone and a desk do everything; what it looks like, all readers see. */
const doers: readonly Reader[] = [
  { lang: "zh", width: 390, scheme: "light" },
  { lang: "en", width: 1440, scheme: "dark" },
];

describe.skipIf(hindrance !== undefined)("the night", () => {
  let walks: Walks;
  beforeAll(async () => {
    walks = await startWalks();
  }, 120_000);
  afterAll(() => walks?.close());

  describe.each(doers)("$lang-$width-$scheme", (reader) => {
    let opened: Opened;
    let page: Page;
    beforeAll(async () => {
      opened = await walks.open(reader, ...theNight);
      page = opened.page;
    });
    afterAll(() => opened?.close());

    test("it ends with what was counted, and its turning points lead there", async () => {
      const turns = page.locator(".night-turn");
      await expect.poll(() => turns.count()).toBe(8);
      await turns.nth(2).click();
      expect(await minuteOf(page)).toBe(93);
      await expect.poll(() => turns.nth(2).getAttribute("aria-current")).toBe("step");
      await turns.last().click();
      expect(await textOf(page, ".night-clock")).toBe(reader.lang === "zh" ? "周六 12:00" : "Sat 12:00");
      expect(await textOf(page, ".night-gone")).toBe(
        reader.lang === "zh" ? "损失 ¥15,000" : "CN¥15,000 gone",
      );
      expect(opened.faults).toEqual([]);
    });

    test("the line is suspended and lifted again and again before one's eyes", async () => {
      if (reader.width > 1_000) {
        await expect.poll(() => page.locator(".night-block").count()).toBeGreaterThan(5);
        await expect.poll(() => page.locator(".night-lane .night-block.undone").count()).toBe(5);
      } else {
        await expect
          .poll(() => page.locator(".night-rail .thread-0.ending").count())
          .toBeGreaterThanOrEqual(4);
        await expect.poll(() => page.locator(".night-picture").count()).toBe(0);
      }
    });

    test("nothing was asked of anybody but the server the page came from", () => {
      expect(opened.requests.some((request) => request.includes("/night-"))).toBe(true);
      expect(
        opened.requests.filter((request) => new URL(request).origin !== new URL(walks.url).origin),
      ).toEqual([]);
    });
  });

  test("every reader sees the night as it was told, one played beside its twin, and many", async () => {
    const { page, faults, close } = await walks.open(desk, ...theNight);
    const look = async (screen: string, ...parts: readonly string[]) => {
      await openFolds(page);
      await everyReaderLooks(page, {
        reader: desk,
        screen: `night-${screen}`,
        parts,
        also: () => openFolds(page), // What is narrower is laid out anew.
      });
    };
    await page.locator(".night-turn").nth(4).click();
    await look("told", "main");
    await openView(page, 1);
    await compareWith(page, counter);
    await page.locator(".night-difference").waitFor();
    await look("two", ".night-choosing", ".night-difference", ".night-stage");
    await openView(page, 2);
    await page.locator(".night-choice select").nth(3).selectOption("1000");
    await page.locator(".night-race-buttons button").first().click();
    await page.locator(".night-verdict.with").waitFor();
    await page.locator(".night-race-buttons button").nth(1).click();
    await page.locator('.night-result:not([data-state="playing"])').waitFor();
    await look("many", "main");
    expect(faults).toEqual([]);
    await close();
  });

  test("keys play, pause and step, and only stepping is read out", async () => {
    const { page, close } = await walks.visit(desk, ...theNight);
    await page.keyboard.press("ArrowRight");
    expect(await minuteOf(page)).toBe(1);
    expect(await textOf(page, "[aria-live]")).toMatch(/^Fri 19:31\. Huawei: /);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowLeft");
    expect(await minuteOf(page)).toBe(1);
    await page.keyboard.press(" ");
    await page.getByRole("button", { name: "Pause" }).waitFor();
    expect(await textOf(page, "[aria-live]")).toBe("");
    await expect.poll(() => minuteOf(page), patience).toBeGreaterThan(4);
    await page.keyboard.press(" ");
    await page.getByRole("button", { name: "Play", exact: true }).waitFor();
    const stopped = await minuteOf(page);
    expect(stopped).toBeGreaterThan(4);
    await page.locator(".night-range").focus();
    await page.keyboard.press("End");
    expect(await minuteOf(page)).toBe(990);
    await expect.poll(() => page.locator(".night-range").getAttribute("aria-valuetext")).toBe("Sat 12:00");
    await close();
  });

  test("whoever wants no motion is shown moment after moment", async () => {
    const { page, close } = await walks.visit(desk, ...theNight);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.getByRole("button", { name: "Play", exact: true }).click();
    await expect.poll(() => minuteOf(page), patience).toBeGreaterThanOrEqual(4);
    await page.getByRole("button", { name: "Pause" }).click();
    expect([4, 5, 35]).toContain(await minuteOf(page));
    await close();
  });

  test("at a moment stands what the thieves have, what was seen and what is blocked", async () => {
    const { page, close } = await walks.visit(desk, ...theNight);
    await page.locator(".night-turn").nth(2).click();
    const moment = await textOf(page, ".night-moment");
    expect(moment).toContain("The ID number of the owner");
    expect(moment).toContain("The phone is locked remotely");
    expect(moment).toContain("How it is known");
    await close();
  });

  test("with a SIM PIN nothing is gone in the same night, and both stand under one hand", async () => {
    const { page, close } = await walks.visit(desk, ...theNight);
    await openView(page, 1);
    await compareWith(page, pin);
    await page.locator(".night-difference").waitFor();
    await expect.poll(() => page.locator(".night-picture").count()).toBe(2);
    expect(await textOf(page, ".night-difference")).toContain("nothing gone instead of CN¥");
    await page.locator(".night-range").focus();
    await page.keyboard.press("End");
    await expect
      .poll(() => page.locator(".night-gone > span").allTextContents())
      .toEqual([expect.stringMatching(/^WithoutCN¥.* gone$/), "Withnothing gone"]);
    await close();
  });

  test("another night is another, and the same number the same again", async () => {
    const { page, close } = await walks.open(desk, ...theNight);
    await openView(page, 1);
    await page.locator(".night-turns").waitFor();
    const first = await textOf(page, ".night-turns");
    await page.getByRole("button", { name: "Another night" }).click();
    await expect.poll(() => textOf(page, ".night-turns"), patience).not.toBe(first);
    await openView(page, 0);
    await page.reload();
    await page.locator(".night-player").waitFor();
    await openView(page, 1);
    await page.locator('[data-run="0"]').waitFor();
    await expect.poll(() => textOf(page, ".night-turns"), patience).toBe(first);
    await close();
  });

  test("a race grows, stops at once, keeps what it has, and comes out the same again", async () => {
    const { page, close } = await walks.visit(desk, ...theNight);
    await openView(page, 2);
    await page.locator(".night-choice select").nth(3).selectOption("20000");
    await page.getByRole("button", { name: "Play them" }).click();
    await page.locator(".night-verdict-share").waitFor();
    const stop = page.getByRole("button", { name: "Stop" });
    const asked = Date.now();
    await stop.click();
    await page.locator('[data-state="stopped"]').waitFor();
    console.log(`a race stopped after ${Date.now() - asked} ms`);
    expect(await textOf(page, ".night-cut-off")).toMatch(/^Stopped after [\d,]+ of 20,000 nights/);
    await expect.poll(() => page.locator(".night-verdict-share").count()).toBe(1);

    const shares: string[] = [];
    await page.locator(".night-choice select").nth(1).selectOption("late");
    await page.locator(".night-choice select").nth(3).selectOption("1000");
    for (const seed of ["7", "7", "8"]) {
      await page.locator('input[type="number"]').fill(seed);
      await page.getByRole("button", { name: "Play them" }).click();
      await page.locator('[data-state="done"][data-played="1000"]').waitFor();
      shares.push(await textOf(page, ".night-verdict"));
    }
    expect(shares[1]).toBe(shares[0]);
    expect(shares[2]).not.toBe(shares[0]);
    await close();
  });

  test("what is switched on elsewhere is offered here first", async () => {
    const { page, close } = await walks.open(desk, "founding/answer", { ready: ".lines .arrow" });
    await page.locator('input[data-measure="set-sim-pin(sim.main)"]').first().click();
    await page.locator('.views a[href="#en/founding/night"]').click();
    await page.locator(".night-player").waitFor();
    await openView(page, 1);
    await page.locator(".night-difference").waitFor();
    expect(await textOf(page, ".night-difference")).toContain("Set a PIN on the SIM card");
    await close();
  });

  test("somebody of one's own has nights as well, played and not told, in their own words", async () => {
    const opened = await walks.open({ ...desk, lang: "zh", width: 390 }, "people", {
      ready: "main button",
    });
    const { page, close } = opened;
    await page.getByRole("button", { name: "只看看，什么都不存" }).click();
    await page.locator(".way-in-card button.quiet-button").last().click();
    await page.locator(".views summary").click(); // On a phone the night is one touch further.
    await page.locator('.views a[href$="/night"]').click();
    await page.locator(".night-player").waitFor();
    await expect.poll(() => page.locator(".night-tabs button").count()).toBe(2);
    await expect.poll(() => page.locator(".night-turn").count()).toBeGreaterThan(2);
    await expect.poll(() => strayWords(page, "zh")).toEqual([]);
    expect(await violations(page, "main")).toEqual([]);
    await picture(page, "night-own", { fullPage: true });
    await openView(page, 1);
    await page.locator(".night-choice select").nth(1).selectOption("asleep");
    await page.locator(".night-choice select").nth(3).selectOption("1000");
    await page.getByRole("button", { name: "开始演" }).click();
    await page.locator('[data-state="done"]').waitFor();
    expect(await textOf(page, ".night-verdict-share")).toBe("约每 100 夜有 100 夜有损失（99 到 100 夜）。");
    // Nothing is kept yet, which the server says in its own way.
    expect(opened.faults.filter((fault) => !fault.includes("404"))).toEqual([]);
    await close();
  });
});
