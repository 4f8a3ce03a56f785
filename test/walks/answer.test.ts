/** An ordinary household's answer on a telephone: what is taken, what is not ruled out, one thing to do, all on screen one. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PersonDocument } from "../../web/src/store/people.ts";
import { everyReaderLooks } from "./look.ts";
import { openOwn } from "./own-person.ts";
import { hindrance, type Reader, startWalks, type Walks } from "./walk.ts";

const household: PersonDocument = {
  person: { id: "aunt", name: { en: "Aunt", zh: "阿姨" }, region: "cn", currency: "CNY" },
  lines: { main: { carrier: "china-mobile", sim: { in: "phone", pin: "none", kind: "physical" } } },
  devices: { phone: { vendor: "apple", kind: "phone", lock: "passcode", "lock-screen": "hides-codes" } },
  cards: { wages: { bank: "icbc", kind: "debit", "reserved-line": "main", balance: 12_000 } },
  accounts: {
    alipay: {
      service: "alipay",
      line: "main",
      devices: ["phone"],
      cards: ["wages"],
      balance: 900,
      "loan-offer": 20_000,
    },
    jd: {
      service: "jd",
      line: "main",
      devices: ["phone"],
      cards: ["wages"],
      credit: 4000,
      "loan-offer": 9000,
    },
    meituan: { service: "meituan", line: "main", devices: ["phone"], cards: ["wages"], "loan-offer": 6000 },
  },
};

const hand: Reader = { lang: "zh", width: 390, scheme: "light" };

describe.skipIf(hindrance !== undefined)("an answer of one's own", () => {
  let walks: Walks;
  beforeAll(async () => {
    walks = await startWalks();
  }, 120_000);
  afterAll(() => walks?.close());

  test("what is taken, what is not ruled out and the first thing to do stand on the first screen", async () => {
    const { page, faults, close } = await openOwn(walks, hand, household, {
      view: "answer",
      ready: ".leaked",
    });
    await everyReaderLooks(page, {
      reader: hand,
      screen: "answer",
      parts: [".head"],
      also: async ({ width, lang }) => {
        for (const part of [".bottom-line", ".near-too", ".first-what"]) {
          const box = await page.locator(part).boundingBox();
          expect((box?.y ?? Infinity) + (box?.height ?? 0), `${part} ${lang} ${width}`).toBeLessThan(844);
        }
        expect(await page.locator(".first-thing a").count()).toBe(1);
      },
    });
    expect(faults).toEqual([]);
    await close();
  });

  test("both answers stand side by side, and the other one is a touch away", async () => {
    const { page, close } = await openOwn(walks, hand, household, { view: "answer", ready: ".leaked" });
    const said = await page.locator(".leaked-says").allTextContents();
    expect(said[0]).toMatch(/能拿走 \d+ 处.*不能排除/);
    expect(said[1]).toMatch(/拿不走.*不能排除/);
    await page.locator(".leaked input").nth(1).click();
    await page.locator(".bottom-line.open").waitFor();
    await expect.poll(() => page.locator(".leaked input:focus").count()).toBe(1);
    expect(await page.locator(".leaked-says").allTextContents()).toEqual(said);
    await close();
  });

  test("the first thing leads to how it is done", async () => {
    const { page, close } = await openOwn(walks, hand, household, { view: "answer", ready: ".leaked" });
    const what = await page.locator(".first-what").textContent();
    await page.locator(".first-thing a").click();
    expect(await page.locator(".todo-item.next h3").textContent()).toContain(what ?? "");
    await close();
  });
});
