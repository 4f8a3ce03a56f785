/** The door *what if*: a flow changed in a form, figures that follow, and a patch to take away. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { everyReaderLooks } from "./look.ts";
import { hindrance, type Reader, startWalks, type Walks } from "./walk.ts";

const desk: Reader = { lang: "en", width: 1440, scheme: "light" };

describe.skipIf(hindrance !== undefined)("what if", () => {
  let walks: Walks;
  beforeAll(async () => {
    walks = await startWalks();
  }, 120_000);
  afterAll(() => walks?.close());

  test("asking less, asking more and no such flow: figures and ways follow, and the change is a file", async () => {
    const { page, faults, requests, close } = await walks.open(desk, "what-if", { ready: ".what-if-bar" });
    const settled = () => page.locator('.what-if-answer[aria-busy="false"]').waitFor();
    const shares = async () => {
      await settled();
      return (await page.locator(".what-if-bar strong").allTextContents()).map(Number.parseFloat);
    };
    await page.locator(".what-if-form select").first().selectOption("alipay");
    await page.locator(".what-if-form select").nth(1).selectOption("reset-payment-password-by-code-and-card");
    const [before, same] = await shares();
    expect(same).toBe(before);
    await expect.poll(() => page.locator(".what-if-effects").count()).toBe(0);
    // The card's number is no longer asked for.
    await page.locator("fieldset .what-if-part input").nth(2).uncheck();
    await expect.poll(shares).toSatisfy(([was = 0, is = 0]: number[]) => was === before && is > was);
    await page.locator(".what-if-effects .worse").first().waitFor();
    await page.locator(".what-if-effects summary").first().click();
    await expect.poll(() => page.locator(".what-if-effects em").count()).toBeGreaterThan(0);
    await everyReaderLooks(page, { reader: desk, screen: "what-if-more" });
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".what-if-answer button").click(),
    ]);
    expect(file.suggestedFilename()).toBe("what-if.yaml");
    // Where nobody shows the card's number any more, fewer can lose something.
    await page.locator(".what-if-form select").first().selectOption("sichuan-12333");
    await page.locator(".what-if-form select").nth(1).selectOption("show-electronic-card");
    await page.locator(".what-if-form > .what-if-part input").check();
    await expect.poll(shares).toSatisfy(([was = 0, is = 0]: number[]) => is < was);
    expect(requests.filter((each) => new URL(each).origin !== new URL(walks.url).origin)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  }, 240_000);
});
