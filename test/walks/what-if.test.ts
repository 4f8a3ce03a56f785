/** The door *what if*: a flow changed in a form, figures that follow, and a patch to take away. */
import { readFileSync } from "node:fs";
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
    // Chosen once more it is the same change, and is answered as well.
    await page.locator(".what-if-form select").nth(1).selectOption("reset-payment-password-by-code-and-card");
    expect((await shares()).slice(0, 2)).toEqual([before, same]);
    expect(await page.locator(".what-if-effects:not(.what-if-rules)").count()).toBe(0);
    // The card's number is no longer asked for.
    await page.locator("fieldset .what-if-part input").nth(2).uncheck();
    await expect.poll(shares).toSatisfy(([was = 0, is = 0]: number[]) => was === before && is > was);
    await page.locator(".what-if-effects:not(.what-if-rules) .worse").first().waitFor();
    // The smallest person for whom it opens something, drawn as everywhere, and said as a list.
    await settled();
    expect(await page.locator(".what-if-picture .what-if-changed").count()).toBe(1);
    expect(await page.locator(".what-if-answer em").count()).toBeGreaterThan(0);
    expect(await page.locator(".what-if-shifts .worse").count()).toBeGreaterThan(0);
    // Everybody and each group in the picture; a ring and a dot apart, for it is opened for some of them.
    const places = (mark: string) =>
      page
        .locator(".what-if-groups-chart")
        .locator(`circle.${mark}`)
        .evaluateAll((all) => all.map((each) => each.getAttribute("cx")));
    expect((await places("was")).length).toBe((await page.locator(".what-if-groups section").count()) + 1);
    expect((await places("is"))[0]).not.toBe((await places("was"))[0]);
    // How soon, what it costs the owners, and each measure by itself have pictures of their own.
    expect(await page.locator(".what-if-chart").count()).toBe(4);
    await page.locator(".what-if-groups summary").click();
    expect(await page.locator(".what-if-groups section").count()).toBeGreaterThan(1);
    for (const each of await page.locator(".what-if-effects:not(.what-if-rules) summary").all())
      await each.click();
    await everyReaderLooks(page, { reader: desk, screen: "what-if-more" });
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".what-if-answer > button").click(),
    ]);
    expect(file.suggestedFilename()).toBe("what-if.yaml");
    await settled();
    const [story] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".what-if-story").click(),
    ]);
    expect(story.suggestedFilename()).toBe("what-if-story.yaml");
    expect(readFileSync(await story.path(), "utf8")).toContain(
      "story: what-if-reset-payment-password-by-code-and-card",
    );
    // Where nobody shows the card's number any more, fewer can lose something.
    await page.locator(".what-if-form select").first().selectOption("sichuan-12333");
    await page.locator(".what-if-form select").nth(1).selectOption("show-electronic-card");
    await page.locator(".what-if-form > .what-if-part input").check();
    await expect.poll(shares).toSatisfy(([was = 0, is = 0]: number[]) => is < was);
    // Fewer by what was read is not fewer who are out of danger: that stands beside the bar.
    expect(await page.locator(".what-if-bar .quiet").nth(1).textContent()).toMatch(/9\d\.\d%|100\.0%/);
    // Stopped, what is missing is called missing; asked again, it is there.
    await page.locator(".what-if-form > .what-if-part input").uncheck();
    await page.locator(".what-if-progress button").click();
    await page.locator('.what-if-answer [role="status"] button').click();
    await settled();
    await page.locator(".what-if-answer h2").nth(2).waitFor();
    expect(requests.filter((each) => new URL(each).origin !== new URL(walks.url).origin)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  }, 240_000);

  test("giving less and more, a measure put in force, a wait and other hours: each is felt, and is in the file", async () => {
    const { page, faults, close } = await walks.open(desk, "what-if", { ready: ".what-if-bar" });
    const settled = () => page.locator('.what-if-answer[aria-busy="false"]').waitFor();
    const shares = async () => {
      await settled();
      return (await page.locator(".what-if-bar strong").allTextContents()).map(Number.parseFloat);
    };
    const kinds = async () => {
      await settled();
      return page.locator(".what-if-effects:not(.what-if-rules) strong").allTextContents();
    };
    await page.locator(".what-if-form select").first().selectOption("sichuan-12333");
    await page.locator(".what-if-form select").nth(1).selectOption("show-electronic-card");
    const gives = page.locator(".what-if-form fieldset fieldset").nth(1);
    for (const given of await gives.locator("input").all()) await given.uncheck();
    await expect.poll(shares).toSatisfy(([was = 0, is = 0]: number[]) => is < was);
    await page.locator(".what-if-form > button").click();
    await expect.poll(shares).toSatisfy(([was, is]: number[]) => was === is);
    // A measure that masks what is shown there does the same, and the rules are said to look away from it.
    await page.locator(".what-if-measures input").last().check();
    await page.locator(".what-if-measures input").first().check();
    await expect.poll(shares).toSatisfy(([was = 0, is = 0]: number[]) => is < was);
    await everyReaderLooks(page, { reader: desk, screen: "what-if-in-force" });
    await page.locator(".what-if-form > button").click();
    // Shut on a Saturday night: nobody is safer for it, and it takes longer.
    await page.locator(".what-if-hours").selectOption("span");
    await page.locator(".what-if-at").selectOption("sat 22:00");
    await expect.poll(kinds).toContain("can only be lost later");
    const [was, is] = await shares();
    expect(is).toBe(was);
    await everyReaderLooks(page, { reader: desk, screen: "what-if-hours" });
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".what-if-answer > button").click(),
    ]);
    expect(readFileSync(await file.path(), "utf8")).toContain("hours: mon-fri 09:00-17:00");
    expect(await page.locator(".what-if-answer > .quiet code").textContent()).toContain('--at "sat 22:00"');
    expect(faults).toEqual([]);
    await close();
  }, 240_000);
});
