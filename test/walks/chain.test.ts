/** The whole picture of a chain, as its readers meet it: unfolded, opened, broken, by pointer and by keys alone. */
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { everyReaderLooks } from "./look.ts";
import { focusedClass, focusedMeasure, strayWords, violations } from "./probes.ts";
import { hindrance, type Opened, picture, type Reader, startWalks, type Walks } from "./walk.ts";

interface Placed {
  readonly offsetLeft: number;
  readonly offsetTop: number;
  readonly offsetWidth: number;
  readonly offsetHeight: number;
  readonly textContent: string | null;
  getBoundingClientRect(): { readonly x: number; readonly y: number };
}

/** Left, top, width and height of every card on the sheet, or of every card of the rail. */
const placesOf = (cards: Locator): Promise<readonly number[][]> =>
  cards.evaluateAll((found: readonly Placed[]) =>
    found.map(({ offsetLeft, offsetTop, offsetWidth, offsetHeight }) => [
      offsetLeft,
      offsetTop,
      offsetWidth,
      offsetHeight,
    ]),
  );

const isWide = ({ width }: Reader) => width > 720;
const cardsFor = (page: Page, reader: Reader): Locator =>
  page.locator(isWide(reader) ? ".chain-card" : ".way-alone .card-place");

/** By touch, as a reader would: the buttons themselves lie beside what is tapped. */
const choose = (page: Page, stage: string) =>
  page.locator(`.how-much label:has(input[value="${stage}"])`).click();

const theChain = ["founding/chain", { ready: ".chain-card, .way-alone .lines .arrow" }] as const;

/** A phone and a desk do everything; what it looks like, all readers see. */
const doers: readonly Reader[] = [
  { lang: "zh", width: 390, scheme: "light" },
  { lang: "en", width: 1440, scheme: "dark" },
];

describe.skipIf(hindrance !== undefined)("the whole picture", () => {
  let walks: Walks;
  beforeAll(async () => {
    walks = await startWalks();
  }, 120_000);
  afterAll(() => walks?.close());

  describe.each(doers)("$lang-$width-$scheme", (reader) => {
    let opened: Opened;
    let page: Page;
    beforeAll(async () => {
      opened = await walks.open(reader, ...theChain);
      page = opened.page;
    });
    afterAll(() => opened?.close());

    test("at first there is the quickest way and nothing else", async () => {
      expect(await cardsFor(page, reader).count()).toBe(10);
      expect(opened.faults).toEqual([]);
    });

    test("a step says who sees it, whom to call and what to ask for", async () => {
      await cardsFor(page, reader).nth(3).click();
      await page.locator("dialog[open]").waitFor();
      expect(await page.locator("dialog .contest .tel").first().textContent()).toBe("12333");
      expect(await page.locator("dialog .contest-say li").count()).toBeGreaterThan(0);
      // Who says so is a link.
      expect(await page.locator("dialog a.address").first().getAttribute("href")).toMatch(/^https:/);
      await page.keyboard.press("Escape");
      await page.locator("dialog[open]").waitFor({ state: "detached" });
    });

    test("what is looked for keeps its colour, what is not shown yet is counted, and one institution can be looked at alone", async () => {
      const field = page.locator(".chain-seek input");
      await field.fill(reader.lang === "zh" ? "支付宝" : "Alipay");
      await page.locator(".chain-seek output").waitFor();
      const foundOnPage = page.locator(isWide(reader) ? ".chain-card:not(.aside)" : ".chain-list .list-step");
      const countFound = async () =>
        Number(/\d+/.exec((await page.locator(".chain-seek output").textContent()) ?? "")?.[0]);
      expect(await foundOnPage.count()).toBe(await countFound());
      if (isWide(reader)) expect(await page.locator(".chain-card.aside").count()).toBeGreaterThan(3);
      const before = await countFound();
      await page.locator(".chain-seek button").last().click(); // What is not shown.
      await expect.poll(countFound).toBeGreaterThan(before);
      expect(await page.locator('.how-much input[value="reach"]').isChecked()).toBe(true);
      await field.fill("");
      await page.locator(".chain-seek select").selectOption({ index: 1 });
      const one = await countFound();
      expect(one).toBeGreaterThan(0);
      await page.locator(".chain-seek select").selectOption({ index: 0 });
      await page.locator(".chain-seek output").waitFor({ state: "detached" });
      expect(await page.locator(".chain-card.aside").count()).toBe(0);
      await choose(page, "way");
      expect(await cardsFor(page, reader).count()).toBe(10);
    });

    test("the SIM PIN, switched on in a step's details, strikes out every card but the first and moves none", async () => {
      const before = await placesOf(cardsFor(page, reader));
      await cardsFor(page, reader).nth(1).click();
      await page.locator('dialog input[data-measure="set-sim-pin(sim.main)"]').click();
      await page.locator(".chain-strip.holds").waitFor({ state: "attached" });
      await page.keyboard.press("Escape");
      await page.locator(":is(.chain-card, .card).falls").first().waitFor();
      // The card is still taken out of the locked phone; nothing comes of it.
      expect(await page.locator(".chain-card.holds, .card.holds").count()).toBe(1);
      expect(await placesOf(cardsFor(page, reader))).toEqual(before);
      expect(await strayWords(page, reader.lang)).toEqual([]);
      await page.locator(".strip-measures button").click();
      await page.locator(".chain-strip:not(.holds)").waitFor();
      expect(await placesOf(cardsFor(page, reader))).toEqual(before);
    });

    test("each stage shows more, down to everything in reach, and the words stay in one language", async () => {
      let before = -1;
      for (const stage of ["way", "ways", "leading", "reach"]) {
        await choose(page, stage);
        const shown = () => page.locator(isWide(reader) ? ".chain-card" : ".chain-list > li").count();
        await expect.poll(shown).toBeGreaterThan(before);
        before = await shown();
        expect(await strayWords(page, reader.lang)).toEqual([]);
      }
      if (isWide(reader)) expect(before).toBeGreaterThan(200);
    });

    test("nothing was asked of anybody but the server the page came from", () => {
      expect(opened.requests.length).toBeGreaterThan(3);
      const strangers = opened.requests.filter(
        (asked) => new URL(asked).origin !== new URL(walks.url).origin,
      );
      expect(strangers).toEqual([]);
    });
  });

  const desk: Reader = { lang: "en", width: 1440, scheme: "light" };

  test("every reader sees the way, a step's details, what a measure strikes out, and everything in reach", async () => {
    const { page, faults, close } = await walks.open(desk, ...theChain);
    const look = (screen: string, ...parts: readonly string[]) =>
      everyReaderLooks(page, { reader: desk, screen: `chain-${screen}`, parts });
    await look("way");
    await page.locator(".chain-card").nth(3).click();
    await page.locator("dialog[open]").waitFor();
    await look("details", "dialog");
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
    await page.locator(".chain-card").nth(1).click();
    await page.locator('dialog input[data-measure="set-sim-pin(sim.main)"]').click();
    await page.keyboard.press("Escape");
    await page.locator(".chain-card.falls").first().waitFor();
    await look("pin");
    await choose(page, "reach");
    await expect.poll(() => page.locator(".chain-card").count()).toBeGreaterThan(200);
    await look("reach");
    expect(faults).toEqual([]);
    await close();
  });

  test("by keys alone: through the list to a step, its details, a measure, and back", async () => {
    const { page, close } = await walks.visit(desk, ...theChain);
    const tabUntil = async (isThere: () => Promise<boolean>) => {
      for (let i = 0; i < 60 && !(await isThere()); i += 1) await page.keyboard.press("Tab");
      expect(await isThere()).toBe(true);
    };
    await tabUntil(async () => (await focusedClass(page)) === "chain-as-list");
    await page.keyboard.press("Enter");
    await tabUntil(async () => (await focusedClass(page)).startsWith("list-step"));
    expect(await page.locator(".lines.trace rect").count()).toBe(1); // The picture shows what the list speaks of.
    await page.keyboard.press("Tab"); // No measure stops the first step, which takes the card out of the phone.
    await tabUntil(async () => (await focusedClass(page)).startsWith("list-step"));
    await page.keyboard.press("Enter");
    await page.locator("dialog[open]").waitFor();
    await tabUntil(async () => (await focusedMeasure(page)) === "set-sim-pin(sim.main)");
    await page.keyboard.press("Space");
    await page.locator(".chain-strip.holds").waitFor({ state: "attached" });
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
    expect(await focusedClass(page)).toBe("list-step stopped");
    await close();
  });

  test("the list says of each step what it needs and which step gives that", async () => {
    const { page, close } = await walks.visit(desk, ...theChain);
    await page.locator(".chain-as-list summary").first().click();
    const steps = page.locator(".chain-list > li > .list-steps > li");
    await expect.poll(() => steps.count()).toBe(10);
    expect(await steps.nth(2).locator(".list-needs").textContent()).toMatch(
      /from “Put the SIM card into another phone”/,
    );
    await choose(page, "leading");
    await page.locator(".by-institution summary").first().click();
    await page.locator(".by-institution .list-step").first().waitFor();
    expect(await violations(page, ".chain-as-list")).toEqual([]);
    await close();
  });

  test("other ways are laid beside the first one by one, and what the reader looks at keeps its place", async () => {
    const { page, close } = await walks.open(desk, ...theChain);
    const middle = page.locator(".chain-card", { hasText: "Reset the social security password" });
    const placeOf = (card: Locator) =>
      card.evaluate((element: Placed) => {
        const { x, y } = element.getBoundingClientRect();
        return [Math.round(x), Math.round(y)];
      });
    const before = await placeOf(middle);
    await page.locator(".other-ways summary").click();
    await page.locator(".other-way").first().click();
    await page.locator(".chain-card.loss-card").nth(1).waitFor();
    const withOne = await page.locator(".chain-card").count();
    expect(withOne).toBeGreaterThan(10);
    await page.locator(".other-way").nth(1).click();
    await expect.poll(() => page.locator(".chain-card").count()).toBeGreaterThan(withOne);
    await picture(page, "chain-other-ways", { fullPage: true });
    expect(await violations(page, ".how-much")).toEqual([]);
    await page.locator(".other-way").nth(1).click();
    await page.locator(".other-way").first().click();
    await expect.poll(() => page.locator(".chain-card").count()).toBe(10);
    expect(await placeOf(middle)).toEqual(before);
    await close();
  });

  test("another loss has another way; from far away cards are patches beside their institutions' names", async () => {
    const { page, close } = await walks.visit(desk, ...theChain);
    await page.locator(".which-loss label").nth(1).click();
    await expect.poll(() => page.locator(".chain-card").count()).toBe(13);
    await choose(page, "reach");
    await page.getByRole("button", { name: "All of it" }).click();
    await page.locator(".chain-sheet.far").waitFor();
    await page.locator(".chain-sheet").scrollIntoViewIfNeeded();
    await picture(page, "chain-far");
    const { scrollWidth, clientWidth } = await page
      .locator(".chain-scroller")
      .evaluate(
        ({ scrollWidth: needed, clientWidth: given }: { scrollWidth: number; clientWidth: number }) => ({
          scrollWidth: needed,
          clientWidth: given,
        }),
      );
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    await page.getByRole("button", { name: "Full size" }).click();
    await page.locator(".chain-sheet:not(.far)").waitFor();
    await close();
  });
});
