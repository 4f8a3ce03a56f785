/** The to-do list and the emergency card, on the screen and on paper, for every reader. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serve } from "../../src/server/index.ts";
import { everyReaderLooks, fits } from "./look.ts";
import { bringIn, goToView, type OwnOpened, openOwn, shipped } from "./own-person.ts";
import { openFolds, strayWords, violations } from "./probes.ts";
import { hindrance, picture, type Reader, startWalks, type Walks } from "./walk.ts";

const desk: Reader = { lang: "en", width: 1440, scheme: "light" };

/** How many sheets a page prints to, as the browser itself lays them out. */
const sheetsIn = (pdf: Buffer): number =>
  pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

describe.skipIf(hindrance !== undefined)("the list", () => {
  let walks: Walks;
  beforeAll(async () => {
    walks = await startWalks();
  }, 120_000);
  afterAll(() => walks?.close());

  describe("somebody of one's own", () => {
    let opened: OwnOpened;
    let page: Page;
    beforeAll(async () => {
      opened = await openOwn(walks, desk, shipped("elder"), { view: "list", ready: ".list-empty" });
      page = opened.page;
    });
    afterAll(() => opened?.close());

    const look = (screen: string) => everyReaderLooks(page, { reader: desk, screen });

    test("the list is begun by one touch, ticked, counted anew, printed", async () => {
      await look("list-empty");
      await page.locator(".list-empty .primary").click();
      await page.locator(".todo-item").first().waitFor();
      const items = page.locator(".todo-item");
      const count = await items.count();
      expect(count).toBeGreaterThan(1);
      await expect.poll(() => page.locator(".todo-item.next").count()).toBe(1);
      await expect.poll(() => page.locator(".stand").last().getAttribute("class")).toContain("holds");
      await look("list");

      const order = await page.locator(".todo-item h3").allTextContents();
      for (let i = 0; i < count; i += 1) {
        await items.nth(i).locator("[data-todo]").check();
        await expect.poll(() => page.locator("progress").getAttribute("value")).toBe(String(i + 1));
      }
      await page.locator(".stand.now.holds").waitFor();
      await expect.poll(() => page.locator(".todo-item.next").count()).toBe(0);
      const after = await page.locator(".todo-item h3").allTextContents();
      expect(after.map((title, i) => title.startsWith(order[i] ?? "-"))).toEqual(order.map(() => true));
      await look("list-done");

      await page.emulateMedia({ media: "print" });
      await expect.poll(() => page.locator(".bar").isVisible()).toBe(false);
      await expect.poll(() => page.locator(".list-hands").isVisible()).toBe(false);
      await expect.poll(() => items.first().isVisible()).toBe(true);
      await picture(page, "list-print", { fullPage: true });
      await page.emulateMedia({ media: "screen" });
    });

    test("the card says whom to call, in one language or both", async () => {
      await opened.go("red-card", ".red-card-call");
      const numbers = await page.locator(".red-card-numbers strong").allTextContents();
      for (const number of ["10086", "95533", "95588", "95188", "110"]) expect(numbers).toContain(number);
      await look("card");
      await page.locator('input[name="card-language"]').last().check();
      await expect.poll(() => page.locator(".red-card").count()).toBe(2);
      await look("card-both");
      await page.emulateMedia({ media: "print" });
      await picture(page, "card-print", { fullPage: true });
    });

    test("nothing went wrong, and nothing was asked of anybody else", () => {
      const elsewhere = opened.requests.filter((each) => new URL(each).origin !== new URL(walks.url).origin);
      expect(elsewhere).toEqual([]);
      expect(opened.faults).toEqual([]);
    });
  });

  test.each(["en", "zh"] as const)(
    "what only an institution can do stands apart, with a text to send it that names nobody (%s)",
    async (lang) => {
      const reader: Reader = { lang, width: 390, scheme: "light" };
      const { page, faults, close } = await walks.open(reader, "founding/answer", { ready: ".side" });
      await page.locator(".side").nth(1).getByRole("button").last().click();
      await page.locator(".result.holds").waitFor();
      await page.locator(".result-hands a").click();
      await page.locator(".asking").waitFor();
      await expect.poll(() => page.locator(".todo-item").count()).toBe(0);
      await page.locator(".letter summary").click();
      const text = await page.locator(".letter textarea").inputValue();
      // They read Chinese there, whatever the reader of the page does.
      expect(text).toMatch(/^四川人社（12333）：\n\n我是贵单位的用户。/);
      expect(text).toContain("- 四川人社除短信验证码外再核验一项");
      expect(text.replaceAll("12333", "")).not.toMatch(/\d{4}/);
      await openFolds(page);
      await expect.poll(() => strayWords(page, lang)).toEqual([]);
      expect(await violations(page)).toEqual([]);
      await fits(page, 390);
      await picture(page, `list-asking-${lang}`, { fullPage: true });
      expect(faults).toEqual([]);
      await close();
    },
  );

  test("what was ticked is ticked still when the page is opened again", async () => {
    const folder = mkdtempSync(join(tmpdir(), "chainbreak-list-"));
    const keeping = await serve({ port: 0, dataFolder: folder });
    const { page, faults, close } = await walks.open(desk, "people", {
      ready: ".keeping-choice",
      origin: keeping.url,
    });
    await page.locator(".keeping-choice").first().click();
    for (const field of ["Passphrase", "Once more"])
      await page.getByLabel(field, { exact: true }).fill("four words in a row");
    await page.getByRole("button", { name: "Keep my things" }).click();
    const code = page.locator(".keeping-code code span");
    await code.last().waitFor();
    await page.getByLabel(/last four characters/).fill((await code.last().innerText()).toLowerCase());
    await page.getByRole("button", { name: "Go on" }).click();
    const id = await bringIn(page, shipped("elder"));
    await goToView(page, { reader: desk, id, view: "list", ready: ".list-empty" });
    await page.locator(".list-empty .primary").click();
    await page.locator("[data-todo]").first().check();
    await page.locator(".kept-saving.kept").waitFor();
    await page.reload();
    await page.getByLabel("Passphrase", { exact: true }).fill("four words in a row");
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await page.locator("[data-todo]").first().waitFor();
    expect(
      await page
        .locator("[data-todo]")
        .evaluateAll((boxes: readonly { checked: boolean }[]) => boxes.map(({ checked }) => checked)),
    ).toEqual([true, false, false]);
    expect(faults).toEqual([]);
    await close();
    await keeping.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(["en", "zh"] as const)("the card of six institutions prints on one sheet (%s)", async (lang) => {
    const reader: Reader = { ...desk, lang, scheme: "dark" };
    const { page, close } = await openOwn(walks, reader, shipped("elder"), {
      view: "red-card",
      ready: ".red-card-call",
    });
    expect(sheetsIn(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
    await page.locator('input[name="card-language"]').last().check();
    await expect.poll(() => page.locator(".red-card").count()).toBe(2);
    expect(sheetsIn(await page.pdf({ preferCSSPageSize: true }))).toBe(2);
    await close();
  });
});
