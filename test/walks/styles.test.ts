/**
 * A view looks the same whatever was looked at before it. Every view brings its style sheet when it is first opened, and
 * a sheet stays: a name that two views use differently would change the one after a visit to the other. So each place is
 * photographed freshly loaded, and again in a page that has been everywhere, and no pixel may differ by more than a
 * shade or two of rounding.
 */
import { writeFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bringIn, shipped } from "./own-person.ts";
import { openFolds } from "./probes.ts";
import { hindrance, nameOf, type Opened, pictures, type Reader, startWalks, type Walks } from "./walk.ts";

interface Styled {
  readonly className: string;
  readonly style: { position: string };
  computedStyleMap(): { get(property: string): { toString(): string } };
}

interface Place {
  readonly at: string;
  readonly ready: string;
  /** Of a person of one's own: somebody must be there first. */
  readonly isOwn?: true;
  /** What is touched before the photograph, so that there is something to see. */
  readonly touch?: string;
  /** Cards here open a step's details, which are photographed as well. */
  readonly hasSteps?: true;
}

const chain = ".chain-card, .way-alone .lines .arrow";

/** Lists come last: what is touched there is chosen from then on. */
const places: readonly Place[] = [
  { at: "", ready: ".door" },
  { at: "founding/answer", ready: ".lines .arrow", hasSteps: true },
  { at: "founding/chain", ready: chain, hasSteps: true },
  { at: "founding/night", ready: ".night-player" },
  { at: "people", ready: ".person-reach.reached", isOwn: true },
  { at: "keeping", ready: ".keeping h1", isOwn: true },
  { at: "own/things", ready: ".judged-part[data-looking=false] .coverage-figure", isOwn: true },
  { at: "own/answer", ready: ".leaked-choice", isOwn: true },
  { at: "own/chain", ready: chain, isOwn: true },
  { at: "own/night", ready: ".night-player", isOwn: true },
  { at: "own/red-card", ready: ".red-card-call", isOwn: true },
  { at: "founding/list", ready: ".list-empty", touch: ".list-empty .primary" },
  { at: "own/list", ready: ".list-empty", touch: ".list-empty .primary", isOwn: true },
];

const titleOf = ({ at }: Place): string => (at === "" ? "home" : at.replace("/", "-"));

/** One forwards, one backwards: what is loaded later wins, so both orders are looked at. */
const tours: readonly (readonly [Reader, readonly Place[]])[] = [
  [{ lang: "zh", width: 390, scheme: "light" }, places],
  [{ lang: "en", width: 1440, scheme: "dark" }, [...places].reverse()],
];

const url = (page: Page) => page.url().replace(/#.*/, "");

/** Goes there without loading anything anew. */
async function visit(page: Page, reader: Reader, place: Place, id: string): Promise<void> {
  const at = place.at.replace("own/", `person/${id}/`);
  await page.goto(`${url(page)}#${reader.lang}/${at}`);
  await page.locator(place.ready).first().waitFor();
}

/** Until what is worked out has been worked out: nothing is written into the page any more. */
async function settle(page: Page): Promise<void> {
  let before = "";
  for (let i = 0; i < 50; i += 1) {
    const now = await page.locator("#page").innerHTML();
    if (now === before) return;
    before = now;
    await page.waitForTimeout(80);
  }
}

/**
 * What sticks while one scrolls is laid where it would lie without scrolling: browsers put it to the nearest pixel by
 * where they came from. That it sticks is part of how a view looks, and is said.
 */
const unstick = (page: Page): Promise<string> =>
  page.locator("#page *").evaluateAll((elements: readonly Styled[]) =>
    elements
      .filter((element) => {
        const sticks = element.computedStyleMap().get("position").toString() === "sticky";
        if (sticks) element.style.position = "static";
        return sticks;
      })
      .map(({ className }) => className)
      .join(),
  );

/** What stands there, with everything unfolded that is folded away; what sticks; a step's details. */
async function photograph(page: Page, { touch, hasSteps }: Place): Promise<readonly Buffer[]> {
  if (touch !== undefined) await page.locator(touch).first().click();
  await page.mouse.move(0, 0);
  await settle(page);
  await openFolds(page);
  await settle(page);
  const sticking = await unstick(page);
  const photographs = [
    await page.screenshot({ fullPage: true, animations: "disabled" }),
    Buffer.from(sticking),
  ];
  if (hasSteps) {
    await page.locator(".chain-card, .card").nth(1).click();
    await page.locator("dialog[open]").waitFor();
    photographs.push(await page.locator("dialog[open]").screenshot({ animations: "disabled" }));
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
  }
  return photographs;
}

const againMax = 2;

/** A shade that is rounded otherwise is no other look; a rule of another sheet is more than this. */
const shadesMax = 2;
const comparing = `async ([one, other], shadesMax) => {
  const pixelsOf = async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height);
  };
  const [a, b] = [await pixelsOf(one), await pixelsOf(other)];
  if (a.width !== b.width || a.height !== b.height) return false;
  return a.data.every((each, i) => Math.abs(each - b.data[i]) <= shadesMax);
}`;

async function isSame(page: Page, some: readonly Buffer[], others: readonly Buffer[]): Promise<boolean> {
  for (const [i, one] of some.entries()) {
    const other = others[i];
    if (other?.equals(one) === true) continue;
    const isPicture = one.subarray(1, 4).toString() === "PNG";
    if (other === undefined || !isPicture) return false;
    const both = JSON.stringify([one.toString("base64"), other.toString("base64")]);
    if (!(await page.evaluate<boolean>(`(${comparing})(${both}, ${shadesMax})`))) return false;
  }
  return true;
}

async function withSomebody(opened: Opened): Promise<string> {
  await opened.page.locator(".keeping-choice").nth(1).click();
  return bringIn(opened.page, shipped("elder"));
}

describe.skipIf(hindrance !== undefined)("a view looks the same whatever was looked at before", () => {
  let walks: Walks;
  beforeAll(async () => {
    walks = await startWalks();
  }, 120_000);
  afterAll(() => walks?.close());

  test.concurrent.each(tours.map(([reader, tour]) => [nameOf(reader), reader, tour] as const))(
    "%s",
    async (name, reader, tour) => {
      const photographFresh = async (place: Place): Promise<readonly Buffer[]> => {
        const opened = place.isOwn
          ? await walks.open(reader, "people", { ready: ".keeping-choice" })
          : await walks.open(reader, place.at, { ready: place.ready });
        if (place.isOwn) await visit(opened.page, reader, place, await withSomebody(opened));
        const photographs = await photograph(opened.page, place);
        await opened.close();
        return photographs;
      };
      const fresh = new Map<Place, readonly Buffer[]>();
      for (const place of places) fresh.set(place, await photographFresh(place));

      const opened = await walks.open(reader, "people", { ready: ".keeping-choice" });
      const { page } = opened;
      const id = await withSomebody(opened);
      for (const place of tour) await visit(page, reader, place, id);
      const differing: string[] = [];
      for (const place of places) {
        await visit(page, reader, place, id);
        let later = await photograph(page, place);
        let first = fresh.get(place) ?? [];
        // A page of ten thousand pixels may be photographed before all of it is painted; what collides does so each time.
        // What was touched once is not touched again, so such a place is judged at once.
        const tries = place.touch === undefined ? againMax : 0;
        for (let i = 0; i < tries && !(await isSame(page, first, later)); i += 1) {
          first = await photographFresh(place);
          const elsewhere = places.find((other) => other.at !== place.at) ?? place;
          await visit(page, reader, elsewhere, id);
          await visit(page, reader, place, id);
          later = await photograph(page, place);
        }
        for (const [i, before] of first.entries()) {
          const now = later[i];
          if (now === undefined || (await isSame(page, [before], [now]))) continue;
          const title = `${titleOf(place)}-${i}-${name}`;
          differing.push(title);
          writeFileSync(`${pictures}/styles-${title}-fresh.png`, before);
          writeFileSync(`${pictures}/styles-${title}-later.png`, now);
        }
      }
      expect(differing).toEqual([]);
      expect(opened.faults).toEqual([]);
      await opened.close();
    },
  );
});
