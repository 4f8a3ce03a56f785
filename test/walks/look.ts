/**
 * A page as it stands, looked at by every reader in turn: what is done to bring it there is done once. Each looks
 * whether it fits, speaks one language and offends no rule.
 */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { strayWords, violations, widthNeeded } from "./probes.ts";
import { becomes, nameOf, picture, type Reader, readers } from "./walk.ts";

interface Look {
  /** Whose page it is, before and afterwards. */
  readonly reader: Reader;
  /** What the picture is called, without its reader. */
  readonly screen: string;
  /** What axe is to judge; absent: everything. */
  readonly parts?: readonly string[];
  /** What else each of them does or looks for, before the rest. */
  readonly also?: (reader: Reader) => Promise<void>;
}

/** Nothing is wider than the window: a drawing made for another width is laid anew a moment after the window changed. */
export const fits = (page: Page, width: number, name = page.url()): Promise<void> =>
  expect.poll(() => widthNeeded(page), { message: name }).toBeLessThanOrEqual(width);

export async function everyReaderLooks(
  page: Page,
  { reader, screen, parts = [], also }: Look,
): Promise<void> {
  for (const each of readers) {
    await becomes(page, each);
    const name = `${screen}-${nameOf(each)}`;
    await also?.(each);
    await fits(page, each.width, name);
    // What a worker says comes a moment later.
    await expect.poll(() => strayWords(page, each.lang), { message: name }).toEqual([]);
    expect(await violations(page, ...parts), name).toEqual([]);
    await picture(page, `${name}`, { fullPage: true, animations: "disabled" });
  }
  await becomes(page, reader);
}
