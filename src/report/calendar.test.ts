/** A calendar as others read it: no line too long, nothing lost in folding, times as they were meant. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { readShipped } from "../../test/kit/shipped.ts";
import { calendarText, remindersOfBlocks, remindersOfTerms } from "./calendar.ts";

const unfolded = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

test("whatever a title holds, it comes back whole, and no line is longer than seventy-five bytes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (title) => {
      const written = title.replaceAll("\r", "");
      const text = calendarText([{ id: "a", at: 100, title: written, note: "挂失" }], 0);
      for (const line of text.split("\r\n"))
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      const summary = unfolded(text).find((line) => line.startsWith("SUMMARY:"));
      const read = summary
        ?.slice("SUMMARY:".length)
        .replaceAll(/\\([\\;,n])/g, (_, each: string) => (each === "n" ? "\n" : each));
      expect(read).toBe(written);
    }),
  );
});

test("a block that ends after five days is remembered at its end, with its number", () => {
  const doneAt = Date.UTC(2026, 10, 28, 13, 48) / 60_000;
  const [reminder] = remindersOfBlocks(
    [{ id: "blocked(card.bank)", doneAt, holdsMinutes: 7200, title: "Block the card", reference: "4711" }],
    "en",
  );
  expect(reminder?.note).toContain("4711");
  const lines = unfolded(calendarText([reminder!], doneAt));
  expect(lines).toContain("DTSTART:20261203T134800Z");
  expect(lines).toContain("UID:lapses-blocked-card-bank-@chainbreak");
  expect(lines).toContain("TRIGGER:-PT24H");
});

test("who uses a bank and a carrier in China is reminded in Chinese before a block made by telephone lapses", () => {
  const { catalog } = readShipped();
  const terms = remindersOfTerms(
    { catalog, region: "cn", kinds: new Set(["bank", "carrier"]), noticedAt: 0, today: "2026-11-28" },
    "zh",
  );
  expect(terms.map(({ at }) => at / 1440).sort((a, b) => a - b)).toEqual([5, 7]);
  for (const { title, note } of terms) expect(title + note).not.toMatch(/[A-Za-z]{4}/);
});
