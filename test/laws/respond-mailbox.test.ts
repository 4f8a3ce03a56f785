/** A number in other hands opens the mailbox, and the mailbox what nobody has described; and what is said of a payment is true. */
import { beforeAll, expect, test } from "vitest";
import type { ActionTold } from "../../src/report/index.ts";
import { answerTo } from "../kit/incidents.ts";
import { readShipped, type Shipped } from "../kit/shipped.ts";

let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});

const noted = (region: string, uses: string, notes: readonly string[], rest = "") =>
  `incident: { at: "2026-12-01T22:40+00:00", region: ${region}, uses: [${uses}], gone: [] }
notes: ${JSON.stringify(notes)}${rest}`;

const moved = ["I got a text with a PAC code I never asked for", "now my phone says No Service"];
const placesOfMail = ["google", "yahoo-mail", "microsoft"];
const actsOf = (text: string) => {
  const { next, then } = answerTo(text, shipped);
  return [...next, ...then];
};

test("where the number is with others the mailbox that was named is kept, once the number is stopped", () => {
  for (const name of ["Gmail", "Yahoo Mail", "Outlook"]) {
    const acts = actsOf(noted("gb", `vodafone-uk, monzo, ${name}`, moved));
    // Where a flow that was read throws others out, and the nights show it to be of use, it is that.
    const isOfMail = ({ kind, institution }: ActionTold) =>
      kind === "secure-mail" || (kind === "throw-out" && placesOfMail.includes(institution));
    const mail = acts.filter(isOfMail);
    expect(mail, name).toHaveLength(1);
    const lastOf = (place: string) => acts.findLastIndex(({ institution }) => institution === place);
    const at = acts.findIndex(isOfMail);
    expect(at, name).toBeGreaterThan(acts.findIndex(({ action }) => action === "suspended(line.main)"));
    expect(at, name).toBeGreaterThan(lastOf("monzo"));
  }
});

test("one that is only usual comes after all that was named", () => {
  const acts = actsOf(noted("gb", "vodafone-uk, monzo, barclays", moved));
  const mail = acts.findIndex(({ kind }) => kind === "secure-mail");
  const named = acts.findLastIndex(({ institution }) => ["monzo", "barclays"].includes(institution));
  expect(mail < 0 || mail > named).toBe(true);
});

test("not where somebody only tries, nor twice where they are in it already, nor again once it is done", () => {
  const kindsOf = (text: string) => actsOf(text).map(({ kind }) => kind);
  expect(
    kindsOf(noted("gb", "monzo, Gmail", ["I keep getting Monzo codes I did not ask for"])),
  ).not.toContain("secure-mail");
  const inIt = kindsOf(noted("gb", "vodafone-uk, Gmail", [...moved, "I was thrown out of Gmail"]));
  expect(inIt).not.toContain("secure-mail");
  const done = `\ndone: [{ at: "2026-12-01T22:39+00:00", action: secure-mail(google) }]`;
  expect(kindsOf(noted("gb", "vodafone-uk, Gmail", moved, done))).not.toContain("secure-mail");
});

test("what is read aloud while somebody is led says whether they have paid", () => {
  const led = ["她还在跟自称客服的人打电话，叫她再转一笔"];
  const paid = [...led, "她已经被骗转了49800出去"];
  const sayOf = (notes: readonly string[], lang: "en" | "zh") =>
    answerTo(noted("cn", "ccb", notes), shipped, lang).next[0]?.say;
  expect(sayOf(led, "zh")).toContain("据我们所知还没转钱");
  expect(sayOf(paid, "zh")).toContain("已经转出去了");
  expect(sayOf(paid, "zh")).not.toContain("没转钱");
  expect(sayOf(paid, "en")).toContain("They have paid already");
});

test("a bank's text of money that moved is believed where a phone is gone and the text asks for nothing", () => {
  const takenOf = (region: string, note: string) => {
    const text = noted(region, "", [note]).replace(", gone: []", "");
    const { taken, next } = answerTo(text, shipped);
    return { signs: taken.flatMap(({ signs }) => signs), first: next[0] };
  };
  for (const [region, note, place] of [
    ["cn", "我妈手机被偷了，刚才建行来短信说转走了两万", "ccb"],
    ["cn", "手机丢了，招商银行发短信说我卡里支出三万", "cmb"],
    ["gb", "My phone was stolen. A text from Barclays says that £900 was sent", "barclays"],
  ] as const) {
    const { signs, first } = takenOf(region, note);
    expect(signs, note).toContainEqual(expect.objectContaining({ sign: "row", on: place }));
    expect(first?.institution, note).toBe(place);
  }
  // Whoever lies sends such a text for what it asks; and with nothing gone it may be anybody's.
  for (const note of ["手机丢了，建行来短信说转走了两万，要点链接取消", "刚才建行来短信说转走了两万"])
    expect(takenOf("cn", note).signs, note).not.toContainEqual(expect.objectContaining({ sign: "row" }));
});

test("of a phone that went without a lock it is heard, wherever in the text either stands", () => {
  const lockOf = (note: string) => {
    const text = noted("cn", "", [note]).replace(", gone: []", "");
    return answerTo(text, shipped)
      .taken.map(({ says }) => says)
      .join(" ");
  };
  for (const note of [
    "手机没锁就丢了",
    "手机丢了，没锁",
    "手机没设密码，在地铁上丢了",
    "手机没锁屏，被人拿走了",
    "手机是解锁状态被抢走的",
    "my phone was still unlocked when a boy on a bike snatched it",
  ])
    expect(lockOf(note), note).toMatch(/open it/);
  for (const note of ["手机丢了，门没锁的时候被人进来过", "手机设了锁屏密码，被偷了"])
    expect(lockOf(note), note).not.toMatch(/open it/);
});

test("a note with a colon is a note, and whoever says that all is there is not asked whether anything is gone", () => {
  const text = `incident: { at: "2026-12-01T09:10-05:00", region: us, uses: [Coinbase] }
notes:
  - email from Coinbase: your password was reset at 4:12 am
  - my phone and cards are with me
`;
  const { taken, asked, notUnderstood } = answerTo(text, shipped);
  expect(taken.map(({ text: said }) => said)).toEqual([
    "email from Coinbase: your password was reset at 4:12 am",
  ]);
  expect(asked).toEqual([]);
  expect(notUnderstood.every(({ isEveryday }) => isEveryday === true)).toBe(true);
});

test("a place whose password was told is looked at by its owner, where nobody has read how it is blocked", () => {
  const acts = actsOf(noted("sg", "Singtel, DBS, Singpass", ["I gave my Singpass password and the OTP"]));
  expect(acts.map(({ action }) => action)).toContain("look-there(singpass)");
});

test("a phone that is stolen and rings off is with nobody's other card, and no office keeps what is seen to go", () => {
  const off = actsOf(noted("cn", "中国联通, 工商银行", ["手机被偷了，打过去关机"]).replace(", gone: []", ""));
  expect(off.map(({ kind }) => kind)).not.toContain("take-back");
  const steered = actsOf(
    noted("cn", "中国电信, 农业银行", ["接到自称社保局的电话，下载了一个App，现在手机自己在转账"]),
  );
  expect(steered[0]?.institution).toBe("abc-cn");
});
