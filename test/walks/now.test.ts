/** The door for the middle of the night: three touches to the first call, and nothing lost with the tab. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fits } from "./look.ts";
import { strayWords, violations } from "./probes.ts";
import { becomes, hindrance, nameOf, picture, type Reader, readers, startWalks, type Walks } from "./walk.ts";

describe.skipIf(hindrance !== undefined)("now", () => {
  let walks: Walks;
  beforeAll(async () => {
    walks = await startWalks();
  }, 120_000);
  afterAll(() => walks?.close());

  const phone: Reader = { lang: "zh", width: 390, scheme: "light" };

  test("what fits no choice is told in one's own words: a plan comes of it, and only what it left open is asked", async () => {
    const { page, faults, close } = await walks.open(phone, "", { ready: ".home-guide" });
    await page.locator(".home-guide").click();
    const telling = page.locator(".now-telling");
    // A secret is kept by nobody, and what was typed stays to be mended.
    await telling.locator("textarea").fill("卡号 6222 0212 3456 7890 128 被转走了");
    await telling.locator("button").click();
    await telling.getByRole("alert").waitFor();
    await telling.locator("textarea").fill("我妈的手机一小时前在菜市场被偷了，支付宝刚被转走两万");
    await picture(page, "now-telling", { fullPage: true });
    await telling.locator("button").click();
    await page.getByRole("button", { name: "中国移动" }).click();
    await page.locator(".now-outcomes").first().waitFor();
    expect(await page.locator(".now-taken").first().textContent()).toContain("手机已在别人手里");
    expect(await page.locator(".now-asking h2").allTextContents()).toEqual(["对方打得开手机吗？"]);
    for (const reader of readers) {
      await becomes(page, reader);
      await picture(page, `now-told-${nameOf(reader)}`, { fullPage: true });
      await fits(page, reader.width);
      if (reader.width === 390) expect(await violations(page)).toEqual([]);
    }
    await becomes(page, phone);
    await page.locator(".now-asking button").nth(1).click();
    await page.locator(".now-asking").waitFor({ state: "detached" });
    expect(await page.locator(".now-act h2").first().textContent()).not.toBe("");
    expect(faults).toEqual([]);
    await close();
  }, 240_000);

  test("R4: home to the first call in four touches; what was logged and typed outlives the tab", async () => {
    const opened = await walks.open(phone, "", { ready: ".home-guide" });
    const { page, requests, faults } = opened;
    await page.locator(".home-guide").click();
    await picture(page, "now-asking", { fullPage: true });
    await page.locator(".now-choices button").first().click();
    await page.locator(".now-choices button").nth(1).click();
    await page.getByRole("button", { name: "中国移动" }).click();
    // The carrier is known: there is somebody to call while the plan is worked out, and after it.
    await page.locator('.now-call[href="tel:10086"]').first().waitFor();
    await page.locator(".now-outcomes").first().waitFor();
    expect(await page.locator(".now-act h2").first().textContent()).toContain("挂失");
    for (const reader of readers) {
      await becomes(page, reader);
      await picture(page, `now-act-${nameOf(reader)}`, { fullPage: true });
      await fits(page, reader.width);
      expect(await strayWords(page, reader.lang)).toEqual([]);
      if (reader.width === 390) expect(await violations(page)).toEqual([]);
    }
    await becomes(page, phone);
    await page.locator(".now-act input").first().fill("4711");
    await page.locator(".now-done").first().click();
    await page.locator(".now-log li").first().waitFor();
    // What is noted in one's own words is read, and what it was taken for is said.
    await page.locator(".now-note input").fill("手机突然没信号了");
    await page.locator(".now-note button").click();
    await page.locator(".now-taken").first().waitFor();
    expect(await page.locator(".now-taken").first().textContent()).toContain("手机没有信号");
    await picture(page, "now-taken", { fullPage: true });
    await page.locator(".now-act input").first().fill("半个字");
    await page.getByText("已存在这个浏览器里").waitFor();
    expect(requests.filter((each) => new URL(each).origin !== new URL(walks.url).origin)).toEqual([]);
    expect(faults).toEqual([]);
    // Its process is ended where it is; nothing of the page runs any more.
    const beside = await walks.openBeside(opened, phone, "", { ready: ".home-guide" });
    const crash = await page.context().newCDPSession(page);
    crash.send("Page.crash").catch(() => {});
    await page.waitForEvent("crash");
    await beside.page.locator(".home-guide").click();
    await beside.page.locator(".now-log li").first().waitFor();
    expect(await beside.page.locator(".now-log li").first().textContent()).toContain("4711");
    await beside.page.locator(".now-outcomes").first().waitFor();
    expect(await beside.page.locator(".now-act input").first().inputValue()).toBe("半个字");
    await page.context().close();
  }, 240_000);
});
