/** The picture holds everything, draws only what hangs, and stays small however much there is. */
import { expect, test } from "vitest";
import { readServices } from "../../data-plugin.ts";
import { addAccount, addCard, addDevice, addHelper, addLine, addMailbox } from "./adding.ts";
import { ownThings, type PersonDocument } from "./document.ts";
import { connect } from "./edit.ts";
import { newPerson } from "./kept.ts";
import { boxHeight, pictureOf, placesOf } from "./picture.ts";

const services = new Map(readServices().map((service) => [service.id, service]));
const facts = { takesCards: true, money: [] };

function family(): PersonDocument {
  let document = newPerson("x", "cn").document;
  document = addDevice(document, { kind: "phone", vendor: "huawei" }).document;
  document = addLine(document, { carrier: "china-mobile" }).document;
  document = addCard(document, { bank: "icbc", kind: "debit" }).document;
  document = addAccount(document, { service: "qq-mail", facts }).document;
  document = addMailbox(document, { account: "account.qq-mail" }).document;
  document = addAccount(document, { service: "alipay", facts }).document;
  return connect(document, "account.qq-mail", "mailbox", undefined);
}

/** `line.main -> card.icbc-debit`, with `?` where nobody said. */
const drawn = (document: PersonDocument): readonly string[] =>
  pictureOf(document, services).lines.map(({ from, to, isGuess }) => `${from} -> ${to}${isGuess ? "?" : ""}`);

test("lines say whose codes and links go where; what nobody said is drawn as such", () => {
  expect(drawn(family())).toMatchInlineSnapshot(`
    [
      "line.main -> card.icbc-debit",
      "line.main -> account.qq-mail",
      "line.main -> account.alipay",
      "mailbox.qq-mail -> account.alipay?",
    ]
  `);
  expect(drawn(connect(family(), "card.icbc-debit", "reserved-line", undefined))).toContain(
    "line.main -> card.icbc-debit?",
  );
  expect(drawn(connect(family(), "account.alipay", "mailbox", "mailbox.qq-mail"))).toContain(
    "mailbox.qq-mail -> account.alipay",
  );
});

test("a helper's number is drawn where something of the person's hangs on it, and only there", () => {
  const helper = addHelper(family(), { called: "Ben" });
  const line = addLine(helper.document, { carrier: "china-unicom", of: "ben" });
  const isDrawn = (document: PersonDocument) =>
    pictureOf(document, services)
      .columns.flat()
      .some(({ key }) => key === line.id);
  expect(isDrawn(line.document)).toBe(false);
  expect(isDrawn(connect(line.document, "card.icbc-debit", "reserved-line", line.id))).toBe(true);
});

test("accounts stand in the order of the numbers they hang on", () => {
  let document = addLine(family(), { carrier: "china-unicom", called: "another" }).document;
  document = addAccount(document, { service: "jd", facts }).document;
  document = connect(document, "account.qq-mail", "line", "line.another");
  const [, , accounts] = pictureOf(document, services).columns;
  expect(accounts!.map(({ key }) => key)).toEqual(["account.alipay", "account.qq-mail", "account.jd"]);
});

test("every thing of the person's own stands in it once, a phone with its number", () => {
  const document = family();
  const { columns } = pictureOf(document, services);
  const shown = columns.flat().flatMap(({ things }) => things);
  expect(shown.toSorted()).toEqual(
    ownThings(document)
      .filter((id) => id !== "device.phone")
      .toSorted(),
  );
  const loose = connect(document, "sim.main", "in", "none");
  expect(
    pictureOf(loose, services)
      .columns.flat()
      .some(({ key }) => key === "device.phone"),
  ).toBe(true);
});

test("two hundred accounts are one box for each kind of service, and no box lies on another", () => {
  let document = family();
  const ids = [...services.values()]
    .filter(({ provides }) => provides.includes("account"))
    .map(({ id }) => id);
  for (let i = 0; i < 200; i += 1)
    document = addAccount(document, { service: ids[i % ids.length]!, facts }).document;
  const picture = pictureOf(document, services);
  expect(picture.columns[2]!.length).toBeLessThan(15);
  expect(picture.columns[2]!.flatMap(({ things }) => things)).toHaveLength(202);
  const { boxes, height } = placesOf(picture);
  for (const box of boxes) {
    expect(box.top).toBeGreaterThanOrEqual(0);
    expect(box.top + boxHeight).toBeLessThanOrEqual(height);
    for (const other of boxes)
      if (other !== box && other.column === box.column)
        expect(Math.abs(other.top - box.top)).toBeGreaterThanOrEqual(boxHeight);
  }
});
