/** What a question may be about, and what is left of the answer then. */
import { expect, test } from "vitest";
import { readCatalog, readTexts, readYaml } from "../catalog/index.ts";
import { readPerson } from "../person/index.ts";
import { readQuestion } from "./read-question.ts";

const { catalog } = readCatalog(readTexts(["catalog"]).texts);

const one = `person: { id: one, region: us, currency: USD }
lines: { main: { carrier: verizon, sim: { in: phone } } }
devices: { phone: { vendor: apple, account: icloud }, laptop: { kind: computer, vendor: apple, account: icloud } }
cards: { debit: { bank: chase, reserved-line: main, balance: 900 } }
accounts: { icloud: { service: apple, line: main, devices: [phone, laptop] }, chat: { service: whatsapp, line: main } }
losses: [{ goal: enter(account.chat), harm: speaking }, { goal: control(line.main), harm: other }]
`;

/** The only place in this file that knows how a question is read. */
function goalsOf(...goals: readonly string[]) {
  const { person } = readPerson(readYaml(one, "one.yaml"), catalog);
  if (person === undefined) throw new Error("the person was not read");
  const { asked, complaints } = readQuestion({
    catalog,
    person,
    text: { held: ["possess(sim.main)"], goals },
    placeOf: () => ({ file: "--goal" }),
  });
  return {
    goals: asked?.world.goals.map(({ id, harm, amount }) => [id, harm, amount]),
    lent: asked?.lent().goals.map(({ id }) => id),
    complaints: complaints.map(({ code, sentence, help }) => [code, sentence, help]),
  };
}

test("a kind of harm is asked of every thing it could be done to, named as a loss or not", () => {
  expect(goalsOf("wiped").goals).toEqual([
    ["erased(device.laptop)", "wiped", undefined],
    ["erased(device.phone)", "wiped", undefined],
  ]);
  expect(goalsOf("speaking").goals).toEqual([
    ["enter(account.chat)", "speaking", undefined],
    ["send-sms(line.main)", "speaking", undefined],
  ]);
});

test("what the person says a loss is goes before what the word says", () => {
  expect(goalsOf("other").goals).toEqual([["control(line.main)", "other", undefined]]);
  expect(goalsOf("number").goals).toEqual([]);
});

test("one loss is asked about by its name, a condition too, in the lent world alike", () => {
  expect(goalsOf("erased(device.laptop)", "charge(card.debit)")).toEqual({
    goals: [
      ["charge(card.debit)", "money", 900],
      ["erased(device.laptop)", "wiped", undefined],
    ],
    lent: ["charge(card.debit)", "erased(device.laptop)"],
    complaints: [],
  });
});

test("what is neither is named, with every other fault of the same question", () => {
  expect(
    goalsOf("wipd", "enter(account.chatt)")
      .complaints.map(([code]) => code)
      .sort(),
  ).toEqual(["question/unknown-capability", "question/unknown-goal"]);
  expect(goalsOf("wipd").complaints).toEqual([
    ["question/unknown-goal", "`wipd` is neither a loss nor a kind of harm", "did you mean `wiped`?"],
  ]);
});
