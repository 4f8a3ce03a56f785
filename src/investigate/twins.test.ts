/** Which rows tell of one payment that a wallet charged and the bank booked on one of the next days. */
import { expect, test } from "vitest";
import type { Observation } from "../evidence/index.ts";
import { minutesPerDay } from "../model/index.ts";
import { twinsOf } from "./twins.ts";

/** `w 21 22:40`: told by the wallet at that minute; `b 22`: booked by the bank under the wallet's name; `s 22`: by the bank for a shop. */
function pairsOf(...rows: readonly string[]): readonly string[] {
  const observations = rows.map((row, id): Observation => {
    const [who = "", day = "", clock = "0:0"] = row.split(" ");
    const [hours = 0, minutes = 0] = clock.split(":").map(Number);
    const from = Number(day) * minutesPerDay + hours * 60 + minutes;
    const isWallet = who === "w";
    return {
      id,
      place: { file: isWallet ? "wallet.csv" : "bank.csv", row: id + 1 },
      kind: "row",
      from,
      to: isWallet ? from : from + minutesPerDay,
      institutions: [isWallet ? "wallet" : "bank"],
      named: who === "b" ? ["wallet"] : [],
      things: [],
      amount: 480,
      direction: "out",
      counterparty: "",
      text: row,
      trust: "file",
    };
  });
  const { of } = twinsOf(observations);
  return observations.flatMap(({ id, text }) =>
    (of.get(id) ?? []).flatMap((other) => (other.id > id ? [`${text} = ${other.text}`] : [])),
  );
}

test("what a wallet charged is what the bank books the day after, or after a weekend", () => {
  expect(pairsOf("w 21 22:40", "b 22")).toEqual(["w 21 22:40 = b 22"]);
  expect(pairsOf("w 21 22:40", "b 24")).toEqual(["w 21 22:40 = b 24"]);
  expect(pairsOf("w 21 22:40", "b 26")).toEqual([]);
});

test("a thief pays the same sum twice: each is booked once", () => {
  expect(pairsOf("w 21 22:40", "w 21 22:44", "b 22", "b 22")).toEqual([
    "w 21 22:40 = b 22",
    "w 21 22:44 = b 22",
  ]);
  expect(pairsOf("w 21 22:40", "w 21 22:44", "b 22")).toEqual(["w 21 22:40 = b 22"]);
  expect(pairsOf("w 21 22:40", "b 22", "b 22")).toEqual(["w 21 22:40 = b 22"]);
});

test("what was booked before, or for a shop, is another payment", () => {
  expect(pairsOf("b 21", "w 22 10:00")).toEqual([]);
  expect(pairsOf("w 21 22:40", "s 22")).toEqual([]);
});

test("a fare paid every day is booked as often as it is paid", () => {
  expect(pairsOf("w 20 8:00", "w 21 8:00", "b 21", "b 22")).toEqual(["w 20 8:00 = b 22", "w 21 8:00 = b 21"]);
});
