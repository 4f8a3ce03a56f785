/** The page of operators: the shipped night is sent to a service begun as the documents say, and looked at by every reader. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepShapes } from "../../src/detect/index.ts";
import { beginFolder, readConfigurationFile, type ServingWatch, serveWatch } from "../../src/watch/index.ts";
import { rulesIn, watchVersion } from "../kit/watched.ts";
import { everyReaderLooks } from "./look.ts";
import { hindrance, type Opened, type Reader, startWalks, type Walks } from "./walk.ts";

/** None of them decides anything of the founding night. */
const rules = `
rules: payments
version: 3
lists: { known-mules: { values: [acct-17, acct-99], expires: 2027-01-31 } }
windows: { paid: { per: person, over: 1h, where: { group: pay } } }
when:
  to-a-mule: { all: { payee: { list: known-mules } }, decide: block }
  many-new-payees: { all: { paid.distinct: { above: 40 }, new-payee: true }, decide: hold, quiet: 1h }
  bought-at-night: { all: { group: [pay, credit], hour: [0, 3] }, decide: hold, mode: shadow }
  trying-it: { any: [{ device-class: new, group: income }, { amount: { above: 90000, below: 100000 } }], decide: step-up, percent: 10 }
`;

/** As a service of today has it, which weighs by all that has been read until then. */
const shapeOf = keepShapes({ catalog: watchVersion.catalog, people: new Map(), today: "2026-11-28" });

const desk: Reader = { lang: "en", width: 1440, scheme: "light" };

describe.skipIf(hindrance !== undefined)("the page of operators", () => {
  const folder = mkdtempSync(join(tmpdir(), "chainbreak-watching-"));
  let walks: Walks;
  let serving: ServingWatch;
  let opened: Opened;
  let key: string;
  beforeAll(async () => {
    walks = await startWalks();
    const data = join(folder, "data");
    ({ key } = beginFolder({
      folder: data,
      institution: "our-hub",
      expires: "2999-01-01",
      gathers: true,
    }));
    const { configuration } = readConfigurationFile(data);
    if (configuration === undefined) throw new Error("the folder just begun has faults");
    serving = await serveWatch({
      folder: data,
      configuration,
      version: { ...watchVersion, shapeOf, rules: rulesIn(rules) },
      mappings: [],
      port: 0,
      say() {},
    });
    const sent = await fetch(`${serving.url}v1/events`, {
      method: "POST",
      headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/x-ndjson" },
      body: readFileSync("examples/founding-night.ndjson"),
    });
    expect(sent.status).toBe(200);
    opened = await walks.open(desk, "", { origin: serving.url, ready: "#key" });
    await opened.page.locator("#key").fill(key);
    await opened.page.locator("button[type=submit]").click();
    await opened.page.locator(".watching-row").first().waitFor();
  }, 120_000);
  afterAll(async () => {
    await opened?.close();
    await serving?.close();
    await walks?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("the founding night is asked at the portal's reset for what only she has, held as her ID would be shown, and told in words", async () => {
    const { page } = opened;
    const held = page.locator(".watching-row", { has: page.locator(".watching-hold") }).last();
    expect(await held.textContent()).toContain("was shown the ID details · Sichuan social security (12333)");
    await held.click();
    const chain = page.locator(".watching-in-chain, .watching-this");
    await chain.first().waitFor();
    // The latest first: each step says what, where, when; none of them is an id alone.
    const steps = (await chain.allTextContents())
      .toReversed()
      .map((step) => step.replace(/^\d+ \w+ \d+, [\d:]+/, ""));
    expect(steps).toEqual([
      "used another phone · China Telecom Sichuanpart of the chain",
      "signed in · Sichuan social security (12333)part of the chain",
      "reset the password · Sichuan social security (12333)STEP UPpart of the chain",
      "was shown the ID details · Sichuan social security (12333)HOLDpart of the chain",
    ]);
    const paid = page.locator(".watching-when li", { hasText: "bought online ·" }).last();
    expect(await paid.textContent()).toContain("Suning Finance");
    const left = await page.locator(".watching-person section").first().textContent();
    expect(left).toMatch(/could follow in \d+ min, \d+ steps? away/);
    expect(left).not.toMatch(/\w\(\w|any-\w|some-\w/); // No loss and no flow by its id.
    const cards = page.locator(".watching-picture .chain-card");
    await cards.first().waitFor();
    // All of one day, so that a card has room for the time.
    const drawn = (await cards.allTextContents()).map((text) => text.replace(/^\d\d:\d\d/, ""));
    const seen = drawn.filter((text) => !/^not seen|^\d+ min at least/.test(text));
    expect(seen).toEqual([
      "used another phone",
      "signed in",
      "reset the passwordSTEP UP",
      "was shown the ID detailsHOLD",
    ]);
    // What is left stands in the picture as it stands in the list, and dashed.
    expect(drawn.length - seen.length).toBe(await page.locator(".watching-left li").count());
    expect(await page.locator(".watching-picture .watching-link-left").count()).toBe(
      drawn.length - seen.length,
    );
    await everyReaderLooks(page, {
      reader: desk,
      screen: "watching",
      also: async ({ width }) => {
        await page.locator(width < 720 ? ".watching-chain" : ".watching-picture").waitFor();
      },
    });
    expect(opened.faults).toEqual([]);
  });

  test("a case is opened, noted, decided, closed, and found and opened again; another may be opened", async () => {
    const words = {
      en: ["Open a case", "Close the case", "Closed cases (1)", "Open it again", "Open another case"],
      zh: ["立案", "结案", "已结的案子（1）", "重新打开", "另立一案"],
    } as const;
    const narrow = { ...desk, lang: "zh", width: 390 } satisfies Reader;
    for (const [reader, person] of [[desk, "case-en"] as const, [narrow, "case-zh"] as const]) {
      const [open, close, closed, again, another] = words[reader.lang];
      const at = { time: "2020-09-04T20:00:00Z", institution: "sichuan-12333", person, device: "new" };
      const events = ["device-changed", "password-reset", "identity-shown"].map((kind, i) => ({
        ...at,
        id: `${person}-${i}`,
        kind,
        proofs: ["sms-code"],
      }));
      const sent = await fetch(`${serving.url}v1/events`, {
        method: "POST",
        headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
        body: JSON.stringify(events),
      });
      expect(sent.status).toBe(200);
      const other = await walks.open(reader, "", { origin: serving.url, ready: "#key" });
      const { page } = other;
      const button = (name: string) => page.getByRole("button", { name, exact: true });
      const row = page.locator(".watching-row", { hasText: person });
      await page.locator("#key").fill(key);
      await page.locator("button[type=submit]").click();
      await row.first().click();
      await button(open).dblclick();
      await page.locator("#note").fill("打过电话");
      await page.locator("form button[type=submit]").click();
      await page.locator(".watching-notes li").waitFor();
      await page.locator(".watching-verdicts button").first().click();
      await button(close).click();
      await button(again).waitFor();
      await page.getByText(closed).click();
      expect(await page.locator(".watching-closed .watching-row").count()).toBe(1);
      await page.locator(".watching-closed .watching-row").click();
      expect(await page.locator(".watching-notes li").textContent()).toContain("打过电话");
      await everyReaderLooks(page, { reader, screen: "watching-case" });
      await button(another).click();
      await button(close).waitFor();
      expect(await page.locator(".watching-notes li").count()).toBe(0);
      await button(close).click();
      await button(again).click();
      await button(close).waitFor();
      expect(other.faults).toEqual([]);
      await other.close();
      const cases = await fetch(`${serving.url}v1/cases`, { headers: { Authorization: `Bearer ${key}` } });
      const told = (await cases.json()) as {
        readonly cases: readonly { readonly id: number; readonly state: string }[];
      };
      for (const { id, state } of told.cases)
        if (state === "closed")
          await fetch(`${serving.url}v1/cases/${id}`, {
            method: "PATCH",
            headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
            body: JSON.stringify({ state: "open" }),
          });
    }
  });

  test("the rules in force are told with what each decided, and a changed file is told apart and put nowhere", async () => {
    const words = {
      en: {
        rules: "Rules",
        file: "Choose a file of rules",
        when: "When",
        back: "Decisions",
        compare: "Compare over what was decided",
        clear: "Clear this result",
      },
      zh: {
        rules: "规则",
        file: "选规则文件",
        when: "条件",
        back: "决定",
        compare: "用以往的决定比一比",
        clear: "清除这个结果",
      },
    } as const;
    for (const reader of [desk, { ...desk, lang: "zh", width: 390 } satisfies Reader]) {
      const said = words[reader.lang];
      const other = await walks.open(reader, "", { origin: serving.url, ready: "#key" });
      const { page } = other;
      await page.locator("#key").fill(key);
      await page.locator("#key").press("Enter");
      const part = page.getByRole("button", { name: said.rules, exact: true });
      await part.focus();
      await page.keyboard.press("Enter");
      const shadow = page.locator(".watching-rule-list li", { hasText: "bought-at-night" });
      expect(await shadow.textContent()).toMatch(
        /would have spoken in \d+ decisions|本会在 \d+ 个决定里起作用/,
      );
      for (const each of await page.getByText(said.when, { exact: true }).all()) await each.click();
      const file = page.getByLabel(said.file);
      const put = (text: string) =>
        file.setInputFiles({ name: "changed.yaml", mimeType: "application/yaml", buffer: Buffer.from(text) });
      await put(rules.replace("above: 40", "above: 4").replace("trying-it", "trying-that"));
      const differ = page.locator(".watching-differ");
      await differ.waitFor();
      expect(await differ.allTextContents()).toEqual([
        reader.lang === "en"
          ? "New: trying-thatGone: trying-itChanged: many-new-payees"
          : "新增： trying-that去掉： trying-it改动： many-new-payees",
      ]);
      await everyReaderLooks(page, { reader, screen: "watching-rules" });
      await put(rules.replace("mode: shadow", "mode: on").replace("version: 3", "version: 4"));
      await page.getByRole("button", { name: said.compare, exact: true }).press("Enter");
      const found = page.locator(".watching-found");
      await found.waitFor();
      // She is held anyway by then: what was only tried decides nothing otherwise.
      expect(await found.textContent()).toMatch(/^(?:None of|\d+ of|\d+ 个决定)/);
      expect(await page.locator(".watching-friction tbody tr").count()).toBe(4);
      await put(rules.replace("above: 90000", "above: 10").replace("percent: 10", "percent: 100"));
      await page.getByRole("button", { name: said.compare, exact: true }).click();
      await page.locator(".watching-progress").waitFor();
      await page.locator(".watching-progress").waitFor({ state: "detached" });
      await found.waitFor();
      await everyReaderLooks(page, { reader, screen: "watching-compared" });
      await page.getByRole("button", { name: said.clear, exact: true }).click();
      await found.waitFor({ state: "detached" });
      await put(rules.replace("new-payee: true", "new-payee: maybe"));
      const faults = page.locator(".watching-faults li");
      await faults.first().waitFor();
      expect(await faults.first().textContent()).toMatch(
        reader.lang === "en"
          ? /^rules\.yaml:\d+:\d+ `new-payee` is never `maybe`/
          : /^rules\.yaml:\d+:\d+ `new-payee` 从来不会是 `maybe`/,
      );
      await page.getByRole("button", { name: said.back, exact: true }).click();
      expect(await page.locator(".watching-row").count()).toBeGreaterThan(0);
      expect(other.faults.filter((fault) => !fault.includes("400"))).toEqual([]);
      await other.close();
    }
  });

  test("a file is put in force with a second press, one rule is set in shadow, and the file of the start is put back", async () => {
    const words = {
      en: {
        rules: "Rules",
        file: "Choose a file of rules",
        put: "Put it in force",
        sure: "Yes, from the next event on",
        otherwise: "Set it otherwise",
        how: "How it counts",
        set: "Set it so",
        again: "Put this in force again",
      },
      zh: {
        rules: "规则",
        file: "选规则文件",
        put: "施行这一份",
        sure: "确定，从下一个事件起",
        otherwise: "改它的用法",
        how: "怎么算数",
        set: "就这样改",
        again: "重新施行这一版",
      },
    } as const;
    const inForce = async () => {
      const answer = await fetch(`${serving.url}v1/rules`, { headers: { Authorization: `Bearer ${key}` } });
      const told = (await answer.json()) as {
        readonly number: number;
        readonly sets: readonly { readonly version: number }[];
        readonly rules: readonly { readonly id: string; readonly mode: string }[];
      }; // By the contract.
      const { number, sets, rules: all } = told;
      return [number, sets[0]?.version, all.find(({ id }) => id === "to-a-mule")?.mode];
    };
    for (const [i, reader] of [desk, { ...desk, lang: "zh", width: 390 } satisfies Reader].entries()) {
      const said = words[reader.lang];
      const first = i * 3;
      const other = await walks.open(reader, "", { origin: serving.url, ready: "#key" });
      const { page } = other;
      await page.locator("#key").fill(key);
      await page.locator("#key").press("Enter");
      await page.getByRole("button", { name: said.rules, exact: true }).click();
      const changed = rules.replace("version: 3", `version: ${4 + i}`).replace("above: 40", "above: 41");
      await page
        .getByLabel(said.file)
        .setInputFiles({ name: "changed.yaml", mimeType: "application/yaml", buffer: Buffer.from(changed) });
      await page.getByRole("button", { name: said.put, exact: true }).press("Enter");
      expect(await inForce()).toEqual([first, 3, "on"]); // Pressed once, nothing is put.
      const sure = page.getByRole("button", { name: said.sure, exact: true });
      await everyReaderLooks(page, { reader, screen: "watching-put" });
      await sure.click();
      const told = page.locator("section[aria-labelledby=rules] > p").first();
      await told.filter({ hasText: reader.lang === "en" ? "version 4" : "第 5 版" }).waitFor();
      expect(await inForce()).toEqual([first + 1, 4 + i, "on"]);
      const mule = page.locator(".watching-rule-list li", { hasText: "to-a-mule" });
      await mule.getByText(said.otherwise).click();
      await mule.getByLabel(said.how).selectOption("shadow");
      await mule.getByRole("button", { name: said.set }).click();
      await everyReaderLooks(page, { reader, screen: "watching-mode" });
      await sure.click();
      await mule.locator(".watching-mode-shadow").waitFor();
      expect(await inForce()).toEqual([first + 2, 4 + i, "shadow"]);
      // Of the first reader there are no more than stand open.
      if (i > 0) await page.locator("section[aria-labelledby=versions] .watching-closed > summary").click();
      const start = page.getByRole("button", { name: said.again }).last();
      await start.waitFor();
      const latest = page.locator("section[aria-labelledby=versions] li").first();
      await latest.locator("summary").click();
      await latest.locator("pre").waitFor();
      expect(await latest.locator("pre").textContent()).toBe(changed);
      expect(await latest.locator("details").textContent()).toMatch(/to-a-mule (?:in shadow|只试算)/);
      await everyReaderLooks(page, { reader, screen: "watching-versions" });
      await start.click();
      await sure.click();
      await sure.waitFor({ state: "detached" });
      expect(await inForce()).toEqual([first + 3, 3, "on"]);
      expect(other.faults).toEqual([]);
      await other.close();
    }
  });

  test("something is put on a list, refused a second time, decides from then on, and is taken off with a second press", async () => {
    const words = {
      en: ["Lists", "Take off acct-en", "Yes, take it off", "that stands on the list already", "Keep it"],
      zh: ["名单", "移出 acct-zh", "确定移出", "已在名单里", "不移出"],
    } as const;
    for (const reader of [desk, { ...desk, lang: "zh", width: 390 } satisfies Reader]) {
      const [lists, off, sure, already, keep] = words[reader.lang];
      const account = `acct-${reader.lang}`;
      const other = await walks.open(reader, "", { origin: serving.url, ready: "#key" });
      const { page } = other;
      const button = (name: string) => page.getByRole("button", { name, exact: true });
      await page.locator("#key").fill(key);
      await page.locator("#key").press("Enter");
      await button(lists).press("Enter");
      const [value, day, why] = [0, 1, 2].map((i) => page.locator(".watching-add input").nth(i));
      const put = async () => {
        await value!.fill(account);
        await day!.fill("2999-12-31");
        await why!.fill(reader.lang === "en" ? "named by the police" : "警方通报");
        await why!.press("Enter");
      };
      await put();
      await button(off).waitFor();
      await put();
      await page.locator(".watching-add [role=alert]").waitFor();
      expect(await page.locator(".watching-add [role=alert]").textContent()).toContain(already);
      const sent = await fetch(`${serving.url}v1/events`, {
        method: "POST",
        headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
        body: JSON.stringify({
          ...{ id: `listed-${reader.lang}`, time: "2026-11-20T20:00:00Z", institution: "alipay" },
          ...{
            kind: "transfer",
            person: `listed-${reader.lang}`,
            device: "d",
            payee: account,
            amount: 10,
            currency: "CNY",
          },
        }),
      });
      expect(await sent.json()).toMatchObject({ decision: "block", rules: ["to-a-mule"] });
      for (const each of await page.locator(".watching-lists summary").all()) await each.click();
      // What was said of it stands in one language; whoever reads the other meets it as it was written.
      await everyReaderLooks(page, { reader, screen: "watching-lists" });
      const focused = () => page.locator(":focus").textContent();
      await button(off).press("Enter");
      await button(sure).waitFor();
      expect(await focused()).toBe(keep);
      await page.keyboard.press("Enter");
      await button(off).waitFor();
      expect(await focused()).toBe(off);
      await button(off).press("Enter");
      await button(sure).press("Enter");
      await button(off).waitFor({ state: "detached" });
      expect(other.faults.filter((fault) => !fault.includes("409"))).toEqual([]);
      await other.close();
    }
  });

  test("a page that nobody has touched for half an hour is locked, and shows nothing any more", async () => {
    for (const reader of [desk, { ...desk, lang: "zh", width: 390 } satisfies Reader]) {
      const other = await walks.open(reader, "", { origin: serving.url, ready: "#key" });
      const { page } = other;
      await page.clock.install();
      await page.locator("#key").fill(key);
      await page.locator("button[type=submit]").click();
      await page.locator(".watching-row").first().waitFor();
      await page.clock.fastForward("29:00");
      await page.mouse.move(5, 5);
      await page.clock.fastForward("29:00");
      expect(await page.locator(".watching-row").count()).toBeGreaterThan(0);
      await page.clock.fastForward("02:00");
      await page.locator("#key").waitFor();
      expect(await page.locator("[role=alert]").textContent()).toMatch(/^Locked: |^半小时没有人操作/);
      expect([await page.locator(".watching-row").count(), await page.locator("#key").inputValue()]).toEqual([
        0,
        "",
      ]);
      await everyReaderLooks(page, { reader, screen: "watching-locked" });
      expect(other.faults).toEqual([]);
      await other.close();
    }
  });
});
