/** What a reader does to tell what somebody has: begins, searches and adds, answers, saves the file. */
import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { parse } from "yaml";
import type { Opened, Reader, Walks } from "./walk.ts";

/** Looks only, keeps nothing, and stands before the people. */
export async function openPeople(walks: Walks, reader: Reader): Promise<Opened> {
  const opened = await walks.open(reader, "people");
  opened.page.setDefaultTimeout(40_000); // So that the step that waits in vain is named, not the test.
  await opened.page
    .getByRole("button", { name: reader.lang === "zh" ? /^只看看/ : /^Only look/ })
    .or(opened.page.locator(".people-page"))
    .first()
    .waitFor();
  if ((await opened.page.locator(".people-page").count()) === 0)
    await opened.page.getByRole("button", { name: reader.lang === "zh" ? /^只看看/ : /^Only look/ }).click();
  await opened.page.locator(".people-page").waitFor();
  return opened;
}

/** Begins with somebody in China. */
export async function begin(page: Page, name: string): Promise<void> {
  await page.locator("form.way-in-card input[type=text]").fill(name);
  await page.locator("form.way-in-card select").selectOption("cn");
  await page.locator("form.way-in-card button[type=submit]").click();
  await page.locator(".things-page").waitFor();
}

export const section = (page: Page, name: string): Locator => page.locator(`[data-section="${name}"]`);

export async function open(page: Page, name: string): Promise<void> {
  const head = section(page, name).locator(".shelf-head");
  if ((await head.getAttribute("aria-expanded")) !== "true") await head.click();
}

/** Types into the search of a section and takes the first that is found. */
export async function add(page: Page, name: string, query: string): Promise<void> {
  await open(page, name);
  const box = section(page, name).locator(".adding").getByRole("combobox").first();
  await box.fill(query);
  await box.press("Enter");
}

/** Opens a thing's line, if it is not open. */
export async function openThing(page: Page, thing: string): Promise<Locator> {
  const line = page.locator(`[data-thing="${thing}"]`);
  const head = line.locator(".thing-line").first();
  if ((await head.getAttribute("aria-expanded")) !== "true") await head.click();
  return line;
}

/** Chooses an answer to a question of what is open. */
export async function answer(
  within: Locator,
  question: string | RegExp,
  said: string | RegExp,
): Promise<void> {
  await within.getByRole("group", { name: question }).locator(".answer-pill", { hasText: said }).click();
}

export async function write(within: Locator, question: string | RegExp, text: string): Promise<void> {
  const field = within.getByLabel(question);
  await field.fill(text);
  await field.blur();
}

/** What the file says that is saved now. */
export async function saved(page: Page): Promise<{ readonly text: string; readonly document: unknown }> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".save button").click()]);
  const text = readFileSync(await download.path(), "utf8");
  return { text, document: parse(text) };
}
