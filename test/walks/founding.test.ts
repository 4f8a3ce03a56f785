/** The page as its readers meet it: in both languages, on a borrowed phone and on a desk, by day and by night. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { everyReaderLooks } from "./look.ts";
import {
  focusedClass,
  focusedMeasure,
  measured,
  openFolds,
  overlaps,
  placesOfCards,
  strayWords,
} from "./probes.ts";
import { hindrance, nameOf, picture, type Reader, readers, startWalks, type Walks } from "./walk.ts";

const desk: Reader = { lang: "en", width: 1440, scheme: "light" };

interface Timed {
  readonly earliestMinutes: number;
}

/** Runs in the page: the cards whose text is higher than they are. */
const tooLow = `[...document.querySelectorAll(".way.lanes .card-place")]
  .filter((card) => card.querySelector(".card-body").clientHeight > card.clientHeight)
  .map((card) => card.textContent)`;

describe.skipIf(hindrance !== undefined)("the founding case", () => {
  let walks: Walks;
  beforeAll(async () => {
    walks = await startWalks();
  }, 120_000);
  afterAll(() => walks?.close());

  test("the case is there for every reader: its losses, its way card by card, its cuts", async () => {
    const opened = await walks.open(desk, ...theCase);
    const { page } = opened;
    console.log(`first answer after ${await measured(page, "first answer")} ms`);
    await everyReaderLooks(page, {
      reader: desk,
      screen: "founding",
      also: async ({ lang }) => {
        const amounts = await page.locator(".loss-amount").allTextContents();
        expect(amounts.map((amount) => amount.replace(/[^\d,]/g, ""))).toEqual(["10,000", "5,000"]);
        expect(await page.locator(".card").count()).toBe(10);
        expect(await page.locator(".bottom-line").textContent()).toMatch(
          lang === "zh"
            ? /最快 33 分钟就能弄走第一笔 ¥10,000。/
            : /the first CN¥10,000 could be gone in 33 minutes\./,
        );
        expect(await page.locator("html").getAttribute("lang")).toBe(lang === "zh" ? "zh-Hans" : "en");
        await expect.poll(() => overlaps(page)).toEqual([]); // Cards are laid anew when there is less room.
      },
    });
    await page.locator(".card").nth(4).click();
    await page.locator("dialog[open]").waitFor();
    await everyReaderLooks(page, { reader: desk, screen: "founding-details", parts: ["dialog"] });
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
    await openFolds(page);
    await everyReaderLooks(page, { reader: desk, screen: "founding-unfolded" });
    expect(opened.requests.length).toBeGreaterThan(3);
    expect(
      opened.requests.filter((request) => new URL(request).origin !== new URL(walks.url).origin),
    ).toEqual([]);
    expect(opened.faults).toEqual([]);
    await opened.close();
  });

  test.each([
    { lang: "zh", width: 390, scheme: "light" },
    { lang: "en", width: 1440, scheme: "dark" },
  ] as const)(
    "the SIM PIN, switched on, removes every loss at once and moves no card ($width)",
    async (reader) => {
      const { page, close } = await walks.open(reader, ...theCase);
      const before = await placesOfCards(page);
      await page.locator(pinSwitch).click();
      await page.locator(".result.holds").waitFor();
      expect(await page.locator(".loss.reached").count()).toBe(0);
      // The card is still taken out of the locked phone; nothing comes of it.
      expect(await page.locator(".card.holds").count()).toBe(1);
      expect(await placesOfCards(page)).toEqual(before);
      console.log(`answered a switch after ${await measured(page, "toggle")} ms`);
      const parts = [".losses", ".way", ".result"];
      await everyReaderLooks(page, { reader, screen: `founding-pin-from-${reader.width}`, parts });
      await close();
    },
  );

  test("its two states are one tap apart, each with its sum in words, and the address passes it on", async () => {
    const { page, faults, close } = await walks.open(desk, ...theCase);
    const lost = () => page.locator(".loss.reached").count();
    expect(await page.locator(".two-states").innerText()).toMatch(/19:30.*59,000.*\n*.*froze.*15,000/);
    expect(await lost()).toBe(2);
    await page.locator('.two-states input[value="before"]').check();
    await expect.poll(lost).toBe(6);
    expect(await page.locator(".bottom-line").textContent()).toContain("59,000");
    await everyReaderLooks(page, {
      reader: desk,
      screen: "founding-before",
      parts: [".head", ".two-states"],
    });
    const address = page.url();
    expect(address).toContain("state=before");
    await page.locator('.views a[href$="/chain"]').click();
    await page.locator(".chain-card").first().waitFor();
    expect(page.url()).toContain("state=before");
    await page.locator('.views a[href$="/night"]').click();
    await page.locator(".night-player").waitFor();
    expect(await page.locator(".two-states").count()).toBe(0); // The night runs through both.
    await page.goto(address);
    await page.reload();
    await expect.poll(lost).toBe(6);
    await page.locator('.two-states input[value="after"]').check();
    await expect.poll(lost).toBe(2);
    expect(page.url()).not.toContain("state=");
    expect(faults).toEqual([]);
    await close();
  });

  test("the language is changed by a touch, kept in the address, and survives being opened again", async () => {
    const { page, close } = await walks.open(desk, ...theCase);
    await page.getByRole("button", { name: "中文" }).click();
    // Back and forth between texts of two lengths and windows of two widths, every card has room for its own.
    await page.setViewportSize({ width: 1100, height: 900 });
    await page.locator(".way.rail .card").first().waitFor();
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole("button", { name: "English" }).click();
    await page.locator(".way.lanes .card").first().waitFor();
    await expect.poll(() => page.evaluate<readonly string[]>(tooLow)).toEqual([]);
    await page.getByRole("button", { name: "中文" }).click();
    await expect.poll(() => page.locator("h2").first().textContent()).toBe("可能损失什么");
    expect(new URL(page.url()).hash).toBe("#zh/founding/answer");
    await page.reload();
    await page.locator(".card").first().waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-Hans");
    await close();
  });

  test.each(["en", "zh"] as const)(
    "no step's details leave a word in the other language (%s)",
    async (lang) => {
      const { page, close } = await walks.visit({ ...desk, lang }, ...theCase);
      for (const card of await page.locator(".card").all()) {
        await card.click();
        expect(await strayWords(page, lang)).toEqual([]);
        await page.keyboard.press("Escape");
      }
      await close();
    },
  );

  test("a way that one measure breaks gives way to the one that remains, when asked for", async () => {
    const { page, close } = await walks.visit(desk, ...theCase);
    await page.locator('.switches input[data-measure="one-account-per-identity"]').click();
    await page.locator(".broken-note strong").waitFor();
    expect(await page.locator(".card.stopped").count()).toBe(1);
    expect(await page.locator(".loss.reached").count()).toBe(2);
    await page.locator(".broken-note button").click();
    expect(await page.locator(".card:not(.holds)").count()).toBe(0);
    await picture(page, "other-way", { fullPage: true });
    await page.locator(".broken-note button").click();
    expect(await page.locator(".card.stopped").count()).toBe(1);
    await close();
  });

  test("a step's details are opened, a measure thrown and the details closed by keyboard alone", async () => {
    const { page, close } = await walks.visit(desk, ...theCase);
    const focused = () => focusedClass(page);
    const tabTo = async (wanted: string) => {
      for (let i = 0; i < 60 && !(await focused()).startsWith(wanted); i += 1)
        await page.keyboard.press("Tab");
      expect(await focused()).toMatch(new RegExp(`^${wanted}`));
    };
    const tabToMeasure = async (wanted: string) => {
      for (let i = 0; i < 60 && (await focusedMeasure(page)) !== wanted; i += 1)
        await page.keyboard.press("Tab");
      expect(await focusedMeasure(page)).toBe(wanted);
    };
    await tabTo("card");
    await page.keyboard.press("Tab"); // No measure stops the first step, which takes the card out of the phone.
    await tabTo("card");
    await page.keyboard.press("Enter");
    await page.locator("dialog[open]").waitFor();
    await tabToMeasure("set-sim-pin(sim.main)");
    await page.keyboard.press("Space");
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
    expect(await focused()).toBe("card stopped"); // Back where the reader was.
    await tabToMeasure("set-sim-pin(sim.main)");
    await page.keyboard.press("Space");
    await page.locator(".result:not(.holds)").waitFor();
    expect(await page.locator(".card.stopped").count()).toBe(0);
    await close();
  });

  test.each(readers.map((reader) => [nameOf(reader), reader] as const))(
    "the answer and the way shown are saved as files that programs read (%s)",
    async (_, reader) => {
      const { page, faults, close } = await walks.visit(reader, ...theCase);
      const buttons = page.locator(".take-along button");
      const saved = async (which: number) => {
        const [download] = await Promise.all([page.waitForEvent("download"), buttons.nth(which).click()]);
        return JSON.parse(readFileSync(await download.path(), "utf8"));
      };
      const answer = await saved(0);
      expect(answer.losses.length).toBeGreaterThan(0);
      const { type, objects } = await saved(1);
      expect(type).toBe("bundle");
      const actions = objects.filter((each: { type: string }) => each.type === "attack-action");
      // The way of the loss that is reached first is the one shown.
      const [first] = answer.losses
        .filter(({ reachable }: { reachable: boolean }) => reachable)
        .sort((a: Timed, b: Timed) => a.earliestMinutes - b.earliestMinutes);
      expect(actions.length).toBe(first.way.steps.length);
      expect(JSON.stringify(actions)).not.toMatch(/execution_start|\p{sc=Han}/u);
      expect(faults).toEqual([]);
      await close();
    },
  );

  test.each(readers.map((reader) => [nameOf(reader), reader] as const))(
    "each view has a title and an address of its own, begins at its top, and is found again where it was left (%s)",
    async (_, reader) => {
      const { page, faults, close } = await walks.visit(reader, ...theCase);
      const scrolled = () => page.evaluate<number>("scrollY");
      const left = 900;
      const titles = new Set<string>();
      for (const view of ["chain", "night", "list"]) {
        titles.add(await page.title());
        await page.evaluate(`scrollTo({ top: ${left}, behavior: "instant" })`);
        await expect.poll(scrolled).toBe(left);
        await page.goto(`${page.url().replace(/#.*/, "")}#${reader.lang}/founding/${view}`);
        await page.locator("main h1, main h2").first().waitFor();
        await expect.poll(scrolled).toBe(0);
        expect(page.url()).toContain(`founding/${view}`);
        titles.add(await page.title());
        await page.goBack();
        await page.locator(".bottom-line").waitFor();
        await expect.poll(async () => Math.abs((await scrolled()) - left)).toBeLessThan(60);
      }
      expect(titles.size).toBe(4);
      expect(faults).toEqual([]);
      await close();
    },
  );

  test("when the case cannot be fetched the page says so, in the reader's language", async () => {
    const { page, close } = await walks.open(desk, ...theCase);
    await page.route("**/founding-*.json", (route) => route.abort());
    await page.reload();
    expect(await page.getByRole("alert").textContent()).toMatch(/^The page could not work it out\./);
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("alert").filter({ hasText: "本页没能算出来。" }).waitFor();
    await close();
  });

  test("the flows in reach are found by what they are called, in either language", async () => {
    const { page, close } = await walks.visit(desk, ...theCase);
    await page.locator(".in-reach summary").click();
    const rows = page.locator(".in-reach li");
    const all = await rows.count();
    expect(all).toBeGreaterThan(40);
    await page.locator(".in-reach").getByRole("searchbox").fill("解除挂失");
    expect(await rows.count()).toBeLessThan(all);
    expect(await rows.first().textContent()).toMatch(/Lift|lift/);
    await page.locator(".in-reach").getByRole("searchbox").fill("no such flow");
    expect(await page.locator(".in-reach").textContent()).toContain("Nothing by that name.");
    await close();
  });

  test("a point of the curve switches its measures on", async () => {
    const { page, close } = await walks.visit(desk, ...theCase);
    await page.locator(".front-point").last().click();
    await page.locator(".result.holds").waitFor();
    expect(await page.locator(pinSwitch).isChecked()).toBe(true);
    await close();
  });
});

/** Lines are drawn once the cards have been measured. */
const theCase = ["founding/answer", { ready: ".lines .arrow" }] as const;
const pinSwitch = '.switches input[data-measure="set-sim-pin(sim.main)"]';
