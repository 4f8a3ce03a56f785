/**
 * What the walks ask of a page in the browser. The functions handed to `evaluate` run there and see nothing of this
 * file; the interfaces say how little of an element they use, so that the rest of the tests need no types of a browser.
 */
import axe from "axe-core";
import type { Page } from "playwright-core";
import { readShipped } from "../kit/shipped.ts";

interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Element {
  readonly offsetLeft: number;
  readonly offsetTop: number;
  readonly clientWidth: number;
  readonly clientHeight: number;
  readonly scrollWidth: number;
  readonly className: string;
  readonly textContent: string | null;
  readonly parentElement: Element | null;
  readonly ownerDocument: {
    readonly activeElement: Element | null;
    readonly title: string;
    createTreeWalker(root: Element, what: number): { nextNode(): Element | null };
  };
  open: boolean;
  getBoundingClientRect(): Rectangle;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  closest(selector: string): Element | null;
  getAttribute(name: string): string | null;
}

/** How long the page itself says something took; -1: it did not happen. */
export const measured = (page: Page, name: string): Promise<number> =>
  page.evaluate(
    (wanted) => Math.round(performance.getEntriesByName(`chainbreak: ${wanted}`).at(-1)?.duration ?? -1),
    name,
  );

export const widthNeeded = (page: Page): Promise<number> =>
  page.locator("html").evaluate(({ scrollWidth }: Element) => scrollWidth);

export async function openFolds(page: Page): Promise<void> {
  await page.locator("details").evaluateAll((folds: readonly Element[]) => {
    for (const fold of folds as Element[]) fold.open = true;
  });
}

/** The class of what has the focus, or of what it stands in. */
export const focusedClass = (page: Page): Promise<string> =>
  page
    .locator("html")
    .evaluate((root: Element) => root.ownerDocument.activeElement?.closest("[class]")?.className ?? "");

/** Left, top, width and height of every card. */
export const placesOfCards = (page: Page): Promise<readonly number[][]> =>
  page
    .locator(".card-place")
    .evaluateAll((places: readonly Element[]) =>
      places.map(({ offsetLeft, offsetTop, clientWidth, clientHeight }) => [
        offsetLeft,
        offsetTop,
        clientWidth,
        clientHeight,
      ]),
    );

/** Cards over cards, and text that is higher or wider than its card. */
export const overlaps = (page: Page): Promise<readonly string[]> =>
  page.locator(".card").evaluateAll((cards: readonly Element[]) => {
    const boxes = cards.map((card) => card.getBoundingClientRect());
    const found: string[] = [];
    for (const [i, a] of boxes.entries()) {
      const body = cards[i]?.querySelector(".card-body")?.getBoundingClientRect();
      if (body !== undefined && (body.bottom > a.bottom + 0.5 || body.right > a.right + 0.5))
        found.push(`text leaves card ${i + 1}`);
      for (const [j, b] of boxes.entries()) {
        if (j > i && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
          found.push(`card ${i + 1} covers card ${j + 1}`);
      }
    }
    return found;
  });

/**
 * Names and abbreviations that are written so in Chinese as well, beside those that institutions have in Chinese. Whatever
 * else stands in Latin letters on the Chinese page is a word somebody forgot.
 */
const namesInChinese = /^(Apple|Pay|PayPal|chainbreak|SIM|PIN|PUK|ETC|YAML|MITRE|ATT|CK|[FT]\d+|GPP|TS)$/;

const inLatin = /[A-Za-z][A-Za-z0-9]*/g;
/** What people name their services by is listed on some pages: `comdirect（德国）`. */
const namesOfServices = new Set(
  [...readShipped().catalog.institutions.values()].flatMap(({ name }) => name.zh.match(inLatin) ?? []),
);

/** `weixin110.qq.com` is no word of any language. */
const domain = /\b[\w-]+(\.[\w-]+)+\b/g;

/** What stands on the page in the other language, outside parts that say they are in it (`lang`) and addresses. */
export async function strayWords(page: Page, lang: "en" | "zh"): Promise<readonly string[]> {
  const texts: readonly string[] = await page.locator("html").evaluate((root: Element, wanted: string) => {
    const found: string[] = [root.ownerDocument.title];
    const walker = root.ownerDocument.createTreeWalker(root, 4); // Texts only.
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const { parentElement: element } = node;
      if (element === null || element.closest("head, script, noscript, .address") !== null) continue;
      if (element.closest("[lang]")?.getAttribute("lang")?.startsWith(wanted) === false) continue;
      found.push((node.textContent ?? "").replaceAll("\u200B", "")); // A place to break is no end of a word.
    }
    for (const element of root.querySelectorAll("[aria-label], [title], [placeholder]"))
      for (const name of ["aria-label", "title", "placeholder"]) found.push(element.getAttribute(name) ?? "");
    return found;
  }, lang);
  const strayLatin = (text: string) =>
    (text.replace(domain, "").match(inLatin) ?? []).filter(
      (word) => !namesInChinese.test(word) && !namesOfServices.has(word),
    );
  const inChinese = (text: string) => text.match(/\p{sc=Han}+/gu) ?? [];
  return [...new Set(texts.flatMap(lang === "zh" ? strayLatin : inChinese))];
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** What axe finds wrong in these parts of the page. */
export async function violations(page: Page, ...parts: readonly string[]): Promise<readonly string[]> {
  // What fades in is judged once it is there; what turns for ever is not waited for.
  await page.evaluate(
    "Promise.all(document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity).map(({ finished }) => finished.catch(() => {}))).then(() => {})",
  );
  // As the debugger's own code, so that the page's policy need not allow it.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  const { violations: found }: AxeResult = await page.evaluate(
    // It was put there above.
    (include) =>
      (
        globalThis as unknown as { axe: { run(context: object, options: object): Promise<AxeResult> } }
      ).axe.run(
        { include },
        // Every link of the page begins with `#`; out of sight, as a view scrolled sideways is, axe takes it for a skip link.
        { resultTypes: ["violations"], rules: { "skip-link": { enabled: false } } },
      ),
    parts.length === 0 ? ["html"] : [...parts],
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ""}`),
  );
}

/** The measure whose switch has the focus, if one has. */
export const focusedMeasure = (page: Page): Promise<string | null> =>
  page
    .locator("html")
    .evaluate((root: Element) => root.ownerDocument.activeElement?.getAttribute("data-measure") ?? null);
