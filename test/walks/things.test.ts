/** Somebody tells what they have, by clicking alone: what comes out, what is refused, and how it looks and reads. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { everyReaderLooks } from "./look.ts";
import { strayWords, violations } from "./probes.ts";
import { add, answer, begin, open, openPeople, openThing, saved, section, write } from "./teller.ts";
import { hindrance, picture, type Reader, startWalks, type Walks } from "./walk.ts";

const desk: Reader = { lang: "en", width: 1440, scheme: "light" };
const card = "4111111111111111";

const byHand = `
person: { id: grandma, region: cn, currency: CNY, name: { en: Grandma, zh: Grandma } }
devices:
  phone: { vendor: huawei, kind: phone, lock: none, lock-screen: shows-codes, account: huawei }
  daughter-phone: { of: daughter, vendor: apple, kind: phone, os: ios, lock: passcode, account: unknown }
lines:
  main: { carrier: china-mobile, sim: { in: phone, kind: physical, pin: none } }
  daughter: { of: daughter, carrier: china-unicom, sim: { in: daughter-phone, kind: esim } }
cards:
  icbc-debit: { bank: icbc, kind: debit, reserved-line: main, balance: 86000, seen-by-owner: true }
  ccb-credit: { bank: ccb, kind: credit, reserved-line: daughter, credit: unknown, seen-by-owner: false, last4: "0123", name: In the drawer }
accounts:
  huawei: { service: huawei, line: main, mailbox: unknown, devices: [phone] }
  alipay: { service: alipay, line: main, cards: [icbc-debit], devices: [phone], balance: 300, credit: 0, loan-offer: unknown, liveness: strong }
  village-wallet:
    service: any-wallet
    name: Village wallet
    line: main
    mailbox: unknown
    cards: unknown
    devices: [phone]
    balance: unknown
    credit: unknown
    loan-offer: unknown
    settings: { reset: sms, text-sign-in: on }
  qq-mail: { service: qq-mail, line: main, mailbox: unknown, devices: [phone] }
mailboxes:
  qq-mail: { account: qq-mail }
documents:
  id-card: { kind: id-card, device: phone }
helpers:
  daughter: { name: { en: Daughter, zh: Daughter } }
same-secret: [[card.icbc-debit.pin, account.alipay.payment-password]]
`;

describe.skipIf(hindrance !== undefined)("my things", () => {
  let walks: Walks;
  beforeAll(async () => {
    walks = await startWalks();
  }, 120_000);
  afterAll(() => walks?.close());

  test("every section, opened and filled, reads well, fits and offends no rule, for every reader", async () => {
    const { page, faults, requests, close } = await openPeople(walks, desk);
    const look = (screen: string, ...parts: readonly string[]) =>
      everyReaderLooks(page, { reader: desk, screen: `things-${screen}`, parts });
    await look("people-empty");
    await begin(page, "Бабушка"); // A name that is in neither language.
    await add(page, "device", "huawei");
    await add(page, "line", "yidong");
    await add(page, "card", "gonghang");
    await add(page, "account", "zfb");
    await page.locator(".judged-part[data-looking=false] .coverage-figure").waitFor();
    await page.locator(".thing.opened .more summary").click();
    await look("account");
    await open(page, "account");
    await section(page, "account").getByRole("combobox").fill("a");
    await page.locator(".combobox .option").first().waitFor();
    await picture(page, "things-search");
    expect(await violations(page, ".combobox")).toEqual([]);
    for (const each of ["about", "mailbox", "document", "same", "helpers", "held"]) {
      await open(page, each);
      await look(each, ".shelf.opened");
    }
    await page.goto(page.url().replace(/person.*/, "people"));
    await page.locator(".person-reach.reached").waitFor();
    await look("people");
    expect(
      requests.filter(
        (each) => new URL(each).origin !== new URL(walks.url).origin && !each.startsWith("blob:"),
      ),
    ).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  test("a person built by clicking is the person written by hand", async () => {
    const { page, faults, close } = await openPeople(walks, desk);
    await begin(page, "Grandma");
    await add(page, "device", "huawei");
    await add(page, "line", "10086");
    const line = await openThing(page, "line.main");
    await answer(line, /What kind of SIM/, "small plastic");
    await answer(line, /ask for a PIN/, "No, it just works");
    await open(page, "device");
    const phone = await openThing(page, "device.phone");
    await answer(phone, /to open/, "No, it opens");
    await answer(phone, /on the screen/, "Yes, the code");
    await answer(phone, /account of its maker/, "A Huawei account");
    await add(page, "card", "icbc");
    const debit = await openThing(page, "card.icbc-debit");
    await write(debit, /how much is on it/, "86,000");
    await answer(debit, /Do you use it/, "In use");
    await answer(section(page, "card").locator(".adding"), "What is it?", "Credit card");
    await add(page, "card", "建行");
    const credit = await openThing(page, "card.ccb-credit");
    await answer(credit, /Do you use it/, "Forgotten");
    await write(credit, /Last four digits/, "0123");
    await write(credit, /What do you call it/, "In the drawer");
    await add(page, "account", "alipsy"); // One slip of the finger.
    const alipay = await openThing(page, "account.alipay");
    await answer(alipay, /Which mailbox/, "No mailbox");
    await answer(alipay, /Which cards have been added/, "Industrial and Commercial");
    await write(alipay, /how much is in it/, "300");
    await write(alipay, /credit line/, "0");
    await alipay.locator(".more summary").click();
    await answer(alipay, /check the face/, "checks that somebody is there");
    await add(page, "account", "Village wallet");
    const describing = page.locator(".describe");
    await answer(describing, /What kind of service/, "Payment wallet");
    await answer(describing, /“forgot password” asks/, /^A code by text message$/);
    await answer(describing, /by a text code alone/, "Yes, on");
    await describing.getByRole("button", { name: "Add" }).click();
    await page.getByText("as you described it").waitFor();
    await add(page, "mailbox", "foxmail");
    await open(page, "document");
    await section(page, "document").getByRole("button", { name: "ID card" }).click();
    await answer(await openThing(page, "document.id-card"), /photo or copy/, "Huawei phone");
    await open(page, "helpers");
    await section(page, "helpers")
      .getByLabel(/Who is it/)
      .fill("Daughter");
    await section(page, "helpers").getByRole("button", { name: "Add", exact: true }).click();
    const daughter = page.locator('[data-thing="person.daughter"]');
    for (const [at, query] of [
      [0, "iphone"],
      [1, "联通"],
    ] as const) {
      await daughter.getByRole("combobox").nth(at).fill(query);
      await daughter.getByRole("combobox").nth(at).press("Enter");
    }
    await answer(await openThing(page, "line.daughter"), /What kind of SIM/, "Built in");
    await answer(await openThing(page, "device.daughter-phone"), /to open/, "Yes: code");
    await open(page, "card");
    await answer(await openThing(page, "card.ccb-credit"), /gets its codes by text/, "China Unicom");
    await open(page, "same");
    const same = section(page, "same").getByRole("combobox");
    for (const secret of ["card PIN", "payment password"]) {
      await same.first().fill(secret);
      await same.first().press("Enter");
    }
    const { text, document } = await saved(page);
    expect(document).toEqual(parse(byHand));
    expect(text).toMatch(/^# A person file of chainbreak/);

    // Brought in again it is the same person, and says so to whoever asks.
    await page.goto(page.url().replace(/person.*/, "people"));
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "again.yaml", mimeType: "", buffer: Buffer.from(text) });
    await page.locator(".things-page").waitFor();
    expect((await saved(page)).document).toEqual(document);
    await page.locator(".next-link").click();
    await page.locator(".loss.reached").first().waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  test("a card number typed or pasted anywhere is refused, kindly, and stands nowhere afterwards", async () => {
    const { page, close } = await openPeople(walks, desk);
    await begin(page, "Me");
    await add(page, "card", "icbc");
    const line = await openThing(page, "card.icbc-debit");
    const name = line.getByLabel(/What do you call it/);
    const last4 = line.getByLabel(/Last four/);
    const search = section(page, "card").getByRole("combobox");
    const isNowhere = async () => {
      const values = await page
        .locator("input")
        .evaluateAll((inputs: readonly { readonly value: string }[]) => inputs.map(({ value }) => value));
      const kept = await page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])");
      const said = `${await page.content()} ${values.join(" ")} ${String(kept)}`.normalize("NFKC");
      expect(said).not.toMatch(/\d[\s-]?\d{3}[\s-]?\d{4}[\s-]?\d{3,4}/);
    };
    for (const [field, typed] of [
      [name, card],
      [name, "my 4111 1111 1111 1111 card"],
      [name, "４１１１－１１１１－１１１１－１１１１"],
      [name, "110105 19491231 002X"],
      [last4, "12345"],
      [search, card],
    ] as const) {
      await field.pressSequentially(typed, { delay: 1 });
      await page
        .getByRole("alert")
        .filter({ hasText: /not kept|kept/ })
        .first()
        .waitFor();
      await field.blur();
      await isNowhere();
      await field.fill("");
    }
    // All at once, as a paste does it.
    await name.focus();
    await page.keyboard.insertText(`salary ${card}`);
    await page.getByRole("alert").filter({ hasText: "full card number" }).waitFor();
    expect(await name.inputValue()).toBe("");
    await isNowhere();
    await name.blur();
    // Long after it was begun, what could become one is still only in the field.
    await name.pressSequentially(card.slice(0, 8));
    await page.waitForTimeout(900);
    expect(await line.locator(".thing-name").first().textContent()).not.toContain("4111");
    await name.pressSequentially(card.slice(8, 12));
    expect(await name.inputValue()).not.toMatch(/\d/);
    expect((await saved(page)).text).not.toMatch(/\d{5}/);
    expect(await page.locator('input[type="password"]').count()).toBe(0);
    await close();
  });

  test("a file with faults is not taken over in part, and every fault is named with its place and the way out", async () => {
    const { page, faults, close } = await openPeople(walks, { ...desk, lang: "zh" });
    const file = `person: { id: x }\nlines: { main: { carrier: china-mobile, sim: { in: nowhere } } }\ncards:\n  a: { bank: icbc, kind: gold }\n  b: { bank: icbc, name: "${card}" }\n`;
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "wrong.yaml", mimeType: "", buffer: Buffer.from(file) });
    await page.locator(".faults-found li").first().waitFor();
    expect(await page.locator(".faults-found li > .address:first-child").allTextContents()).toEqual([
      "wrong.yaml:2:52",
      "wrong.yaml:4:26",
      "wrong.yaml:5:26",
    ]);
    expect(await page.locator(".faults-found li").allInnerTexts()).toEqual([
      expect.stringMatching(/没有手机 `nowhere`/),
      expect.stringMatching(/没有 `gold` 这个取值[\s\S]*可以是/),
      expect.stringMatching(/这像是完整的/),
    ]);
    expect(await page.content()).not.toContain(card);
    expect(await page.locator(".person").count()).toBe(0);
    await picture(page, "things-refused", { fullPage: true });
    expect(await strayWords(page, "zh")).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  test("the example is a copy that can be changed; what is removed says what speaks of it", async () => {
    const { page, close } = await openPeople(walks, desk);
    await page.getByRole("button", { name: "Look at an example" }).click();
    await page.locator(".things-page").waitFor();
    const before = (await saved(page)).document as {
      measures: object;
      cards: object;
      "same-secret": string[][];
    };
    await open(page, "card");
    const debit = await openThing(page, "card.ccb-debit");
    expect(await debit.getByLabel(/What do you call it/).inputValue()).toBe("forgotten CCB savings card");
    await debit.getByRole("button", { name: "Remove" }).click();
    const dialog = page.getByRole("dialog");
    expect(await dialog.locator("li").allTextContents()).toEqual([
      expect.stringContaining("Which cards have been added to it?"),
      "a group of passwords that are the same",
      "a measure of the owner's own",
    ]);
    expect(await violations(page, "dialog")).toEqual([]);
    await picture(page, "things-removal");
    await dialog.getByRole("button", { name: "Remove" }).click();
    const after = (await saved(page)).document as typeof before;
    expect(Object.keys(before.cards)).toContain("ccb-debit");
    expect(JSON.stringify(after)).not.toContain("ccb-debit");
    expect(Object.keys(after.measures).length).toBe(Object.keys(before.measures).length - 1);
    expect(after["same-secret"][0]).toHaveLength(5);
    await close();
  });

  test("who can help whom: phone and number come along, and go again", async () => {
    const { page, close } = await openPeople(walks, desk);
    for (const name of ["Anna", "Ben"]) {
      await begin(page, name);
      await add(page, "device", "xiaomi");
      await add(page, "line", "unicom");
      await page.goto(page.url().replace(/person.*/, "people"));
      await page.locator(".people-page").waitFor();
    }
    await answer(page.locator(".family"), "Help for: Anna", "Ben");
    await page.getByRole("link", { name: "Anna" }).click();
    await page.locator(".things-page").waitFor();
    const helped = (await saved(page)).document as Record<string, Record<string, unknown>>;
    expect(helped["helpers"]).toEqual({ ben: { name: { en: "Ben", zh: "Ben" } } });
    expect(helped["lines"]?.["ben-main"]).toEqual({
      of: "ben",
      carrier: "china-unicom",
      sim: { in: "ben-phone", kind: "unknown" },
    });
    await page.goBack();
    await answer(page.locator(".family"), "Help for: Anna", "Ben");
    await page.getByRole("link", { name: "Anna" }).click();
    expect(Object.keys((await saved(page)).document as object)).toEqual(["person", "lines", "devices"]);
    await close();
  });

  test("a thing is found, added and answered by keyboard alone, and what was added is read out", async () => {
    const { page, close } = await openPeople(walks, desk);
    await begin(page, "Me");
    await open(page, "account");
    await section(page, "account").getByRole("combobox").focus();
    await page.keyboard.type("weixin");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    const active = await section(page, "account").getByRole("combobox").getAttribute("aria-activedescendant");
    expect(await page.locator(`[id="${active}"]`).textContent()).toBe("WeChat and Tenpay");
    await page.keyboard.press("Enter");
    await page
      .getByRole("status")
      .filter({ hasText: "WeChat and Tenpay added" })
      .waitFor({ state: "attached" });
    expect(
      await section(page, "account")
        .getByRole("combobox")
        .evaluate(
          (box: { ownerDocument: { activeElement: unknown } }) => box.ownerDocument.activeElement === box,
        ),
    ).toBe(true);
    for (let i = 0; i < 2; i += 1) await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowLeft");
    const said = (await saved(page)).document as { accounts: Record<string, unknown> };
    expect(said.accounts["wechat-tenpay"]).not.toHaveProperty("line"); // From “I don't know” to “no number”.
    await close();
  });

  test("“I don't know” is asked again, counted and named where the result rests on it", async () => {
    const { page, close } = await openPeople(walks, desk);
    await begin(page, "Me");
    await add(page, "device", "huawei");
    await add(page, "line", "unicom");
    await add(page, "account", "Village club");
    await answer(page.locator(".describe"), /What kind of service/, "None of these");
    await page.locator(".describe").getByRole("button", { name: "Add" }).click();
    await add(page, "account", "alipay");
    const figure = page.locator(".coverage-figure");
    await figure.filter({ hasText: "2 of 3 numbers, cards and accounts;" }).waitFor();
    const listed = page.locator(".listed");
    expect(await listed.first().innerText()).toContain("Village club");
    await listed
      .filter({ hasText: "Huawei phone: Does it ask for a code, finger or face to open?" })
      .waitFor();
    await page.getByRole("button", { name: "Answer the next one" }).click();
    await answer(page.locator('[data-thing="device.phone"]'), /to open/, "Yes: code");
    await listed.filter({ hasText: "finger or face to open" }).waitFor({ state: "detached" });
    await close();
  });

  test("two hundred accounts stay usable: typing and choosing are answered, the picture is one box for each kind", async () => {
    const { page, faults, close } = await openPeople(walks, desk);
    const services = [
      "alipay",
      "jd",
      "meituan",
      "google",
      "any-marketplace",
      "any-mail",
      "sichuan-12333",
      "whatsapp",
    ];
    const many = {
      person: { id: "many", region: "cn", currency: "CNY" },
      devices: { phone: { vendor: "huawei", lock: "passcode" } },
      lines: { main: { carrier: "china-mobile", sim: { in: "phone", kind: "physical", pin: "none" } } },
      cards: Object.fromEntries(
        Array.from({ length: 12 }, (_, i) => [
          `card-${i}x`,
          { bank: "icbc", kind: "debit", "reserved-line": "main", balance: 100 },
        ]),
      ),
      accounts: Object.fromEntries(
        Array.from({ length: 200 }, (_, i) => [
          `account-${i}x`,
          {
            service: services[i % services.length],
            name: `Number ${i}x`,
            line: "main",
            devices: ["phone"],
            cards: [`card-${i % 12}x`],
          },
        ]),
      ),
    };
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "many.json", mimeType: "", buffer: Buffer.from(stringify(many)) });
    await page.locator(".things-page").waitFor();
    await page.locator(".coverage-figure").filter({ hasText: "213 of 213" }).waitFor({ timeout: 20_000 });
    await page.evaluate(
      "globalThis.longTasks = []; new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((each) => Math.round(each.duration)))).observe({ type: 'longtask' })",
    );
    await open(page, "account");
    const began = Date.now();
    await section(page, "account").getByLabel("Find among these").fill("199x");
    const account = await openThing(page, "account.account-199x");
    await account.getByLabel(/What do you call it/).pressSequentially("the last one of all", { delay: 20 });
    for (const said of ["A code by text message", "A code from an authenticator app", "I don't know"])
      await answer(account, /what besides the password/, said);
    await answer(account, /Which cards have been added/, "debit card 3");
    await page.locator(".thing-name").filter({ hasText: "the last one of all" }).waitFor();
    const took = Date.now() - began;
    const long = (await page.evaluate("longTasks")) as readonly number[];
    console.log(`200 accounts: ${took} ms for typing and four answers; long tasks ${long.join(", ")} ms`);
    expect(await page.locator(".box").count()).toBeLessThan(16);
    await picture(page, "things-200", { animations: "disabled" });
    expect(faults).toEqual([]);
    await close();
  });
});
