/** What is still open, said: known sums as money, what nobody has said the size of as places, never as a sum of nothing. */
import { beforeAll, expect, test } from "vitest";
import { readWhole } from "../../data-plugin.ts";
import type { WholeCatalogue } from "../engine/case-data.ts";
import { openEngine } from "../engine/engine.ts";
import { readOwnCase } from "../engine/own-case.ts";
import { wordsFor } from "../words.ts";
import { isUnsized, openIn, sayLeft, sayOpen } from "./saying.ts";

let whole: WholeCatalogue;
beforeAll(() => {
  whole = readWhole();
});

/** A phone without a lock in Brazil, with a wallet and a bank card that hold so much. */
function check(balances: readonly [unknown, unknown], expected: { said: string; unsized: boolean }): void {
  const { data, faults } = readOwnCase(whole, {
    document: {
      person: { id: "me", region: "br", currency: "BRL" },
      devices: { phone: { vendor: "samsung", kind: "phone", lock: "none" } },
      lines: { main: { carrier: "vivo", sim: { in: "phone" } } },
      accounts: {
        pago: {
          service: "mercado-pago",
          line: "main",
          devices: ["phone"],
          balance: balances[0],
          credit: 0,
          "loan-offer": 0,
        },
        pic: {
          service: "picpay",
          line: "main",
          devices: ["phone"],
          balance: balances[1],
          credit: 0,
          "loan-offer": 0,
        },
      },
    },
    held: ["possess(device.phone)"],
  });
  if (data === undefined) throw new Error(JSON.stringify(faults));
  const base = openEngine(data).ask([]).audit;
  const telling = { lang: "en" as const, words: wordsFor("en"), data, base, isOwn: true };
  expect(sayOpen(telling, openIn(base))).toMatch(new RegExp(expected.said));
  expect(isUnsized(base)).toBe(expected.unsized);
}

test("sums where they are known, both where some are", () => {
  check([700, 200], { said: "^R\\$900$", unsized: false });
  check([700, "unknown"], {
    said: "^at least R\\$700, and \\d places? with no amount entered$",
    unsized: false,
  });
});

test("where none is known there is no R$0, also where a flow's own limit is", () => {
  check(["unknown", "unknown"], { said: "^\\d places, amount not entered$", unsized: true });
});

test("where nothing was reached nothing is “left”, and what is not ruled out is said to come on top", () => {
  const { data } = readOwnCase(whole, {
    document: {
      person: { id: "me", region: "cn", currency: "CNY" },
      cards: { icbc: { bank: "icbc", kind: "debit", balance: 20000 } },
      documents: { "id-card": { kind: "id-card" } },
    },
    held: ["possess(card.icbc)", "possess(document.id-card)"],
  });
  const base = openEngine(data!).ask([]).audit;
  const telling = { lang: "en" as const, words: wordsFor("en"), data: data!, base, isOwn: true };
  expect([base.losses.some(({ reachable }) => reachable), sayLeft(telling, openIn(base))]).toEqual([
    false,
    "no way found in what was read; what is not ruled out comes on top",
  ]);
});
