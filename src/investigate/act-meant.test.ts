import { expect, test } from "vitest";
import type { Observation } from "../evidence/index.ts";
import { deniedOf, type ToldAct } from "./act-meant.ts";

const paid = (id: number, counterparty: string, amount: number): Observation => ({
  id,
  place: { file: "bank.csv", row: id + 2 },
  kind: "row",
  direction: "out",
  from: 1_000 + id,
  to: 1_000 + id,
  institutions: [],
  named: [],
  things: [],
  counterparty,
  amount,
  text: "",
  trust: "file",
});
const denial: ToldAct = {
  from: 2_000,
  to: 2_000,
  by: "owner",
  institutions: [],
  sums: [],
  isMoney: true,
  place: { file: "told", row: 1 },
};
const seen = [paid(0, "小王", 500), paid(1, "张三", 800), paid(2, "李四", 300)];
const denied = (act: ToldAct, usual: readonly number[] = []) => [
  ...deniedOf(seen, {
    acts: [],
    denied: [act],
    flowsOf: () => new Set(),
    isOfEveryWeek: ({ id }) => usual.includes(id),
  }),
];

test("whoever names the payment they did not make denies that one; who names its sum too; who names none, all of those days", () => {
  expect(denied({ ...denial, known: new Set([0]) })).toEqual([0]);
  expect(denied({ ...denial, sums: [800], known: new Set([0]) })).toEqual([1]);
  expect(denied({ ...denial, known: new Set() })).toEqual([0, 1, 2]);
});

test("a name narrows what is strange: of a payment of every week it leaves what is in doubt as it is", () => {
  expect(denied({ ...denial, known: new Set([0]) }, [0])).toEqual([1, 2]);
  expect(denied({ ...denial, known: new Set([0, 1]) }, [0])).toEqual([1]);
});
