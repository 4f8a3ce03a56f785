/** A person of the reader's own in the page, brought in from a file as a reader would; nothing is kept. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { parse } from "yaml";
import type { PersonDocument } from "../../web/src/store/people.ts";
import type { Opened, OpenOptions, Reader, Walks } from "./walk.ts";

export const shipped = (person: string): PersonDocument =>
  parse(readFileSync(`catalog/people/${person}.yaml`, "utf8"));

export interface OwnOpened extends Opened {
  readonly id: string;
  /** Looks at another view of this person; `ready` is what must be there. */
  go(view: string, ready: string): Promise<void>;
}

/** Opens the page at a view of this person. */
export async function openOwn(
  walks: Walks,
  reader: Reader,
  document: PersonDocument,
  { view, ready }: { readonly view: string; readonly ready: string },
  options: OpenOptions = {},
): Promise<OwnOpened> {
  const opened = await walks.open(reader, "people", { ...options, ready: ".keeping-choice" });
  // The second choice: only looking.
  await opened.page.locator(".keeping-choice").nth(1).click();
  const id = await bringIn(opened.page, document);
  const go = (to: string, there: string) => goToView(opened.page, { reader, id, view: to, ready: there });
  await go(view, ready);
  return { ...opened, id, go };
}

/** At the page of people: a file is read, and the page goes to its person. Gives the person's id. */
export async function bringIn(page: Page, document: PersonDocument): Promise<string> {
  await page.locator(".file-input").setInputFiles({
    name: "person.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(document)),
  });
  await page.waitForURL(/#\w+\/person\/[^/]+\/things/);
  return /person\/([^/]+)\/things/.exec(page.url())?.[1] ?? "";
}

interface GoTo {
  readonly reader: Reader;
  readonly id: string;
  readonly view: string;
  readonly ready: string;
}

export async function goToView(page: Page, { reader, id, view, ready }: GoTo): Promise<void> {
  await page.goto(`${page.url().replace(/#.*/, "")}#${reader.lang}/person/${id}/${view}`);
  await page.locator(ready).first().waitFor();
}
