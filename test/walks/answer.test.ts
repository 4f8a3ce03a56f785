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
        // On a telephone the longer language has room for one thing to do; whom to call comes right after it.
        const isRoomy = lang === "zh" || width > 390;
        for (const part of [
          ".bottom-line",
          ".near-too",
          ".first-what",
          ...(isRoomy ? [".first-call .tel"] : []),
        ]) {
          const box = await page.locator(part).first().boundingBox();
          expect((box?.y ?? Infinity) + (box?.height ?? 0), `${part} ${lang} ${width}`).toBeLessThan(844);
        }
        expect(await page.locator(".first-thing a").count()).toBe(1);
      },
    });
    expect(faults).toEqual([]);
    await close();
  });

  test("whom to call is a touch away: the first two, the rest behind a fold", async () => {
    const { page, close } = await openOwn(walks, hand, household, { view: "answer", ready: ".first-call" });
    const calls = page.locator(".first-call");
    expect(await calls.first().locator("a").getAttribute("href")).toBe("tel:10086");
    expect(await page.locator(".first-call:visible").count()).toBe(2);
    await page.locator(".first-calls summary").click();
    await expect.poll(() => page.locator(".first-call:visible").count()).toBe(await calls.count());
    // Of a number to be pressed nothing may be smaller than a thumb.
    for (const tel of await page.locator(".first-call .tel").all())
      expect((await tel.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect(await page.locator(".first-call").allTextContents()).toContainEqual(
      expect.stringMatching(/工商银行.*95588.*挂失/s),
    );
    await close();
  });

  test("where nobody has written a number down, where it is found stands in its place", async () => {
    const alone: PersonDocument = {
      person: { id: "far", name: { en: "Far", zh: "远方" }, region: "us", currency: "USD" },
      lines: { main: { carrier: "any-carrier" } },
      cards: { giro: { bank: "any-bank", kind: "debit", "reserved-line": "main", balance: 800 } },
    };
    const { page, close } = await openOwn(walks, hand, alone, { view: "answer", ready: ".first-call" });
    expect(await page.locator(".first-call a").count()).toBe(0);
    for (const call of await page.locator(".first-numbers").all())
      expect(await call.textContent()).toMatch(/卡背面、合同、账单或官方应用/);
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

  test("what is taken first is called what it is; where only the unread is open, no part of the page says there is nothing", async () => {
    const chat = {
      person: { id: "cousin", name: { en: "Cousin", zh: "表妹" }, region: "cn" },
      lines: { main: { carrier: "china-mobile", sim: { in: "phone", kind: "physical", pin: "none" } } },
      devices: { phone: { kind: "phone", lock: "passcode", "lock-screen": "shows-codes" } },
      accounts: { mail: { service: "netease-mail", line: "main", devices: ["phone"] } },
      losses: [
        {
          goal: "enter(account.mail)",
          harm: "speaking",
          en: "family asked for money",
          zh: "被冒名向家人借钱",
        },
      ],
    } as PersonDocument;
    const speaks = await openOwn(walks, hand, chat, { view: "answer", ready: ".bottom-line" });
    await everyReaderLooks(speaks.page, {
      reader: hand,
      screen: "answer-speaking",
      parts: [".head"],
      also: async ({ lang }) => {
        const first = speaks.page.locator(".bottom-line");
        await expect
          .poll(() => first.textContent())
          .toMatch(lang === "zh" ? /就能冒机主之名跟别人说话/ : /could speak to others as the owner in/);
        expect(await first.textContent()).not.toMatch(/take money|第一笔钱/);
      },
    });
    expect(speaks.faults).toEqual([]);
    await speaks.close();
    const phone = {
      person: { id: "alone", name: { en: "Alone", zh: "独居的人" }, region: "my" },
      devices: chat.devices,
    };
    const open = await openOwn(walks, hand, phone as PersonDocument, {
      view: "answer",
      ready: ".bottom-line.open",
    });
    const saysNothing = /no way to lose money|nothing here to stop|没查到能丢钱的路|没有要拦的/;
    for (const [view, ready] of [
      ["answer", ".first-thing"],
      ["list", ".list-empty"],
      ["chain", ".chain-page .section-lead"],
      ["night", ".section-lead"],
    ] as const) {
      await open.go(view, ready);
      await everyReaderLooks(open.page, {
        reader: hand,
        screen: `unread-alone-${view}`,
        also: async ({ lang }) => {
          await open.page.locator(ready).first().waitFor();
          const said = await open.page.locator("main").innerText();
          expect(said).not.toMatch(saysNothing);
          if (view !== "list") expect(said).toMatch(/not ruled out|不能排除/i);
          if (view === "answer") expect(said).toContain(lang === "zh" ? "去把它停掉" : "have it blocked");
        },
      });
    }
    expect(open.faults).toEqual([]);
    await open.close();
  });

  test("with nothing in other hands nothing is ruled out, and the page asks what is gone", async () => {
    const saver = {
      person: { id: "saver", name: { en: "Saver", zh: "储户" }, region: "de", currency: "EUR" },
      accounts: { giro: { service: "comdirect", balance: 4000 } },
    } as PersonDocument;
    const { page, faults, close } = await openOwn(walks, hand, saver, {
      view: "answer",
      ready: ".bottom-line",
    });
    await everyReaderLooks(page, {
      reader: hand,
      screen: "answer-nothing-in-hand",
      also: async ({ lang }) => {
        const first = page.locator(".bottom-line");
        await expect
          .poll(() => first.innerText())
          .toContain(lang === "zh" ? "还没说有什么落到别人手里" : "Nothing is said to be in other hands");
        expect(await first.locator("a").count()).toBe(1);
        expect(await page.locator("main").innerText()).not.toMatch(
          /拿不走|could not be taken|cannot be taken|takes none|Not even/,
        );
      },
    });
    expect(faults).toEqual([]);
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
