/**
 * Nothing is true only of the founding case: whoever is shipped with the catalogue is brought in from a file, as a reader
 * would, and every view of theirs is looked at once in each language.
 */
import { readdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Bilingual } from "../../src/model/index.ts";
import { readWhole } from "../../web/data-plugin.ts";
import { fits } from "./look.ts";
import { bringIn, goToView, shipped } from "./own-person.ts";
import { openFolds, strayWords, violations } from "./probes.ts";
import { hindrance, nameOf, type Opened, picture, type Reader, startWalks, type Walks } from "./walk.ts";

const everybody = readdirSync("catalog/people")
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.replace(".yaml", ""))
  .sort();

/** A phone in Chinese, a desk in English: what breaks by width or by language breaks in one of them. */
const twoReaders: readonly Reader[] = [
  { lang: "zh", width: 390, scheme: "light" },
  { lang: "en", width: 1440, scheme: "dark" },
];

/** What must be there before a view is judged; the list is begun with the cheapest measures there are. */
const views: Readonly<Record<string, string>> = {
  things: ".coverage-figure",
  answer: ".loss, .near, .far",
  chain: ".chain-page .how-much, .chain-page li, .chain-card",
  night: ".night-which-run",
  list: "main h1",
  "red-card": ".red-card-call",
  "locked-out": ".key-state",
};

/** What no reader should see: values of ours that were never told, and names of things as files have them. */
const untold =
  /\bNaN\b|\bInfinity\b|\bundefined\b|\[object |\bnull\b|\b(?:account|device|line|card|sim|mailbox|document|person)\.[a-z][\w-]*|\b(?:possess|know|receive-sms|control|spend|unlock)\(/;

/** `account.microsoft.com` is an address, not an account of ours. */
const address = /\b[\w-]+(?:\.[\w-]+)*\.(?:com|cn|net|org)\b/g;

async function untoldIn(page: Page): Promise<readonly string[]> {
  const text = (await page.locator("main").first().innerText()).replace(address, "");
  return text.split("\n").filter((line) => untold.test(line));
}

const ofMeasure = ({ title, how }: { title: Bilingual; how?: Bilingual }) =>
  how === undefined ? [title] : [title, how];

/**
 * Words in Latin letters that may stand in Chinese: in the catalogue's own Chinese texts (names of services and of what
 * they offer, titles of sources), and as the word of a person's file for a service nobody has described.
 */
function namesKnown(): ReadonlySet<string> {
  const { catalog, sources } = readWhole();
  const texts = [...catalog.institutions.values()].flatMap(({ name, flows, measures }) => [
    name,
    ...flows.map(({ title }) => title),
    ...measures.flatMap(ofMeasure),
  ]);
  const chinese = [...texts, ...[...sources.values()].map(({ title }) => title)].map(({ zh }) => zh);
  const services = everybody.flatMap((person) =>
    Object.values(shipped(person).accounts ?? {}).flatMap(({ service }) => String(service)),
  );
  return new Set([...chinese, ...services].flatMap((text) => text.match(/[A-Za-z][A-Za-z0-9]*/g) ?? []));
}
const known = namesKnown();

async function straysIn(page: Page, { lang }: Reader): Promise<readonly string[]> {
  const strays = await strayWords(page, lang);
  // `R$9,000` is an amount of money.
  return lang === "zh" ? strays.filter((word) => word !== "R" && !known.has(word)) : strays;
}

async function goToPeople(page: Page, { lang }: Reader): Promise<void> {
  await page.goto(`${page.url().replace(/#.*/, "")}#${lang}/people`);
  await page.locator(".file-input").waitFor({ state: "attached" });
}

/** The list is begun with the cheapest measures there are: the owner's own, else an institution's. */
async function beginList(page: Page): Promise<void> {
  const begin = page.locator(".list-empty .primary");
  if ((await begin.count()) === 0) return; // Of whom nothing can be lost there is nothing to do.
  await begin.first().click();
  await page.locator(".todo-item, .asking").first().waitFor();
}

/** Unfolds the picture stage by stage, as a touch does it. */
async function everyStage(page: Page, look: () => Promise<void>): Promise<void> {
  for (const stage of ["ways", "leading", "reach"]) {
    const choice = page.locator(`.how-much label:has(input[value="${stage}"])`);
    // Where nothing can be lost the whole picture is there from the start.
    if ((await choice.count()) === 0 || (await choice.locator("input").isDisabled())) continue;
    await choice.click();
    await choice.locator("input:checked").waitFor();
    await look();
  }
}

describe.skipIf(hindrance !== undefined)("everybody", () => {
  let walks: Walks;
  beforeAll(async () => {
    walks = await startWalks();
  }, 120_000);
  afterAll(() => walks?.close());

  describe.each(twoReaders.map((reader): [string, Reader] => [nameOf(reader), reader]))(
    "%s",
    (name, reader) => {
      let opened: Opened;
      let page: Page;
      beforeAll(async () => {
        opened = await walks.open(reader, "people", { ready: ".keeping-choice" });
        page = opened.page;
        await page.emulateMedia({ reducedMotion: "reduce" }); // What fades in is judged when it is there.
        await page.locator(".keeping-choice").nth(1).click();
      });
      afterAll(() => opened?.close());

      const lookAt = async (person: string, view: string) => {
        // What a worker says comes a moment later; a fault is what stays.
        const finds = (what: string, read: () => Promise<readonly string[]>) =>
          expect.poll(read, { message: `${person}, ${view}: ${what}` }).toEqual([]);
        await expect.poll(() => page.locator("main h1").count(), { message: `${person}, ${view}` }).toBe(1);
        await fits(page, reader.width, `${person}, ${view}`);
        await finds("axe", () => violations(page, "main"));
        await finds("alerts", () => page.getByRole("alert").filter({ hasText: /\S/ }).allInnerTexts());
        if (view !== "things") await openFolds(page);
        await finds("other language", () => straysIn(page, reader));
        await finds("untold", () => untoldIn(page));
      };

      test.each(everybody)("%s", async (person) => {
        await goToPeople(page, reader);
        const id = await bringIn(page, shipped(person));
        for (const [view, ready] of Object.entries(views)) {
          await goToView(page, { reader, id, view, ready });
          if (view === "list") await beginList(page);
          await lookAt(person, view);
          if (view === "chain") await everyStage(page, () => lookAt(person, view));
          if (view === "answer" || view === "red-card")
            await picture(page, `everybody-${person}-${view}-${name}`, { fullPage: true });
        }
        expect(opened.faults).toEqual([]);
      });

      test("nothing was asked of anybody else", () => {
        const elsewhere = opened.requests.filter(
          (each) => new URL(each).origin !== new URL(walks.url).origin,
        );
        expect(elsewhere).toEqual([]);
      });
    },
  );
});
