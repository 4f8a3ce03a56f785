/**
 * What goes wrong in ordinary hands, for every reader: something is deleted, a tab is loaded again, the list is printed,
 * and a statement of one's bank is given where a file saved here is wanted.
 */
import type { Page } from "playwright-core";
import { extractTextItems, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { strayWords, violations } from "./probes.ts";
import { add, begin, open, openPeople, openThing, write } from "./teller.ts";
import { hindrance, nameOf, readers, startWalks, type Walks } from "./walk.ts";

/** What a bank sends, as far as anybody looks who wants no bank statement. */
const statement = { name: "statement.pdf", mimeType: "application/pdf", buffer: pdfOf("Statement") };

/** The least a reader of PDFs opens: one page with one line of text. */
function pdfOf(text: string): Buffer {
  const content = `BT /F1 12 Tf 72 720 Td (${text}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ].map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`);
  return Buffer.from(`%PDF-1.4\n${objects.join("")}trailer << /Root 1 0 R /Size 6 >>\n%%EOF\n`, "latin1");
}

/** Of each sheet, how far down it the last words stand: 1 at its lower edge. */
async function fillOf(pdf: Buffer): Promise<readonly number[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf), { verbosity: 0 });
  const { height } = (await document.getPage(1)).getViewport({ scale: 1 });
  const { items } = await extractTextItems(document);
  return items.map((words) => {
    const lowest = Math.min(height, ...words.filter(({ str }) => str.trim() !== "").map(({ y }) => y));
    return 1 - lowest / height;
  });
}

/** A sheet before the last is filled at least so far; a whole thing to do kept together left a third of one empty. */
const sheetFill = 0.75;

const undone = (page: Page) => page.locator(".undo button");

describe.skipIf(hindrance !== undefined)("ordinary mistakes", () => {
  let walks: Walks;
  beforeAll(async () => {
    walks = await startWalks();
  }, 120_000);
  afterAll(() => walks?.close());

  test.each(readers.map((reader) => [nameOf(reader), reader] as const))(
    "a thing and a person that were deleted come back by one touch, whole; what was typed outlives two reloads (%s)",
    async (_, reader) => {
      const { page, faults, close } = await openPeople(walks, reader);
      const isZh = reader.lang === "zh";
      await begin(page, "Lin");
      await add(page, "card", "icbc");
      const card = "card.icbc-debit";
      await write(await openThing(page, card), isZh ? /怎么称呼它/ : /What do you call it/, "pension");
      await (await openThing(page, card)).locator(".removes").click();
      await page.locator("dialog .danger").click();
      await page.locator(`[data-thing="${card}"]`).waitFor({ state: "detached" });
      await undone(page).waitFor();
      expect(await violations(page, ".undo")).toEqual([]);
      await undone(page).click();
      const nameIn = async () =>
        (await openThing(page, card)).getByLabel(isZh ? /怎么称呼它/ : /What do you call it/).inputValue();
      expect(await nameIn()).toBe("pension");
      for (let times = 0; times < 2; times += 1) {
        await page.reload();
        await open(page, "card");
        expect(await page.title()).toBe(
          isZh ? "我的手机和账户 · chainbreak" : "My phone and accounts · chainbreak",
        );
        expect(await nameIn()).toBe("pension");
      }
      // Whoever is deleted whole comes back whole.
      await page.goto(`${page.url().replace(/#.*/, "")}#${reader.lang}/people`);
      await page.locator(".person").waitFor();
      await page.locator(".person .danger, .person .removes").first().click();
      await page.locator("dialog .danger").click();
      await page.locator(".person").waitFor({ state: "detached" });
      await undone(page).click();
      await page.locator(".person h2", { hasText: "Lin" }).waitFor();
      await page.locator(".person a").first().click();
      await page.locator(".things-page").waitFor();
      await open(page, "card");
      expect(await nameIn()).toBe("pension");
      // Another tab of the same browser sees nothing of what is only looked at.
      expect(await page.evaluate("JSON.stringify({ ...localStorage })")).not.toContain("pension");
      expect(await strayWords(page, reader.lang)).toEqual([]);
      expect(faults).toEqual([]);
      await close();
    },
  );

  test.each(readers.map((reader) => [nameOf(reader), reader] as const))(
    "the list is printed without a half-empty sheet before the last (%s)",
    async (_, reader) => {
      // Everything there is to be done at once: as long a list as anybody has.
      const { page, faults, close } = await walks.open(reader, "founding/answer", {
        ready: "[data-measure]",
      });
      const all = await page
        .locator("[data-measure]")
        .evaluateAll((found) => found.map((each) => each.getAttribute("data-measure") ?? ""));
      const switches = [...new Set(all)].map((each) => `with=${encodeURIComponent(each)}`).join("&");
      await page.goto(`${page.url().replace(/#.*/, "")}#${reader.lang}/founding/list?${switches}`);
      await page.locator(".todo-item").first().waitFor();
      const fills = await fillOf(await page.pdf({ preferCSSPageSize: true }));
      expect(fills.length).toBeGreaterThan(2);
      expect(fills.slice(0, -1).filter((fill) => fill < sheetFill)).toEqual([]);
      expect(fills.filter((fill) => fill === 0)).toEqual([]);
      expect(faults).toEqual([]);
      await close();
    },
  );

  test.each(readers.map((reader) => [nameOf(reader), reader] as const))(
    "a PDF where a file saved here is wanted is said to be none, whole in one language, and nothing is taken of it (%s)",
    async (_, reader) => {
      const { page, faults, close } = await openPeople(walks, reader);
      const isZh = reader.lang === "zh";
      const speaksOneLanguage = async () => {
        expect(await strayWords(page, reader.lang)).toEqual([]);
        expect(await violations(page)).toEqual([]);
      };
      await page.locator(".file-input").setInputFiles(statement);
      const refused = page.getByRole("alert").filter({ hasText: /./ });
      await refused.first().waitFor();
      expect(await refused.first().innerText()).toMatch(
        isZh
          ? /不是从这里存出来的.*什么都没有导入.*请重新/
          : /not saved here.*Nothing was imported.*(Save|enter) it again/,
      );
      expect(await page.locator(".person").count()).toBe(0);
      await speaksOneLanguage();
      // The night's own file.
      await page.goto(`${page.url().replace(/#.*/, "")}#${reader.lang}/now`);
      await page.locator(".now-file input").setInputFiles(statement);
      await page
        .getByRole("alert")
        .filter({ hasText: isZh ? "不是从这里存出来的" : "not one that was saved here" })
        .waitFor();
      await speaksOneLanguage();
      // Somebody else’s records, sealed.
      await page.goto(`${page.url().replace(/#.*/, "")}#${reader.lang}/keeping`);
      await page.locator("input[type=file]").setInputFiles(statement);
      const opening = page.locator("form", { has: page.locator("input[type=file]") });
      await opening.getByLabel(isZh ? "文件的口令" : "Passphrase for the file").fill("four words in a row");
      await opening.getByRole("button", { name: isZh ? "打开文件" : "Open the file" }).click();
      await opening
        .getByRole("alert")
        .filter({ hasText: isZh ? "不是密封文件" : "not a sealed file" })
        .waitFor();
      await speaksOneLanguage();
      expect(faults).toEqual([]);
      await close();
    },
  );
});
