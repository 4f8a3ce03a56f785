/** How what is ruled out is said. */
import { expect, test } from "vitest";
import { readShipped } from "../../test/kit/shipped.ts";
import { readYaml } from "../catalog/index.ts";
import { ground } from "../ground/index.ts";
import { readPerson } from "../person/index.ts";
import type { Loss } from "../questions/index.ts";
import { noHabitOf, sayUnread } from "./say-verdicts.ts";
import { verdictWords } from "./verdict-words.ts";

test("what cannot be had in a time is not said to be out of reach for ever", () => {
  expect(verdictWords("en").ruledOut("the savings", "14 hours")).toBe(
    "Not even if every service you use were as weak as the weakest we know, within 14 hours: the savings.",
  );
  expect(verdictWords("zh").ruledOut("存款", "14 小时")).toContain("14 小时内也拿不走：存款");
  expect(verdictWords("en").ruledOut("the savings")).not.toContain("within");
});

test("what hangs on the owner's own mail is looked for there, and nobody is sent to ask a kind of person", () => {
  const say = (told: Parameters<ReturnType<typeof verdictWords>["noHabit"]>[0]) =>
    (["en", "zh"] as const).map((lang) => verdictWords(lang).noHabit(told));
  expect(say({ count: 1, institutions: "", isOwn: true, isAnyPlace: false })).toEqual([
    "No habit of yours stops the last one altogether. Look through your own email and photos, and delete what shows papers, cards or passwords.",
    "有 1 处没有哪个习惯能完全挡住。自己的邮箱和相册要翻一遍，证件、银行卡、密码的照片和邮件都删掉。",
  ]);
  expect(say({ count: 2, institutions: "Bank", isOwn: true, isAnyPlace: false })).toEqual([
    "No habit of yours stops 2 of these altogether: that depends on Bank. Ask them. Look through your own email and photos too, and delete what shows papers, cards or passwords.",
    "有 2 处没有哪个习惯能完全挡住，要看 Bank 怎么做：要去问清楚。自己的邮箱和相册也要翻一遍，证件、银行卡、密码的照片和邮件都删掉。",
  ]);
  expect(say({ count: 1, institutions: "Bank", isOwn: false, isAnyPlace: false })[0]).not.toContain(
    "Look through",
  );
});

function somebody(things: string) {
  const { catalog } = readShipped();
  const { person } = readPerson(
    readYaml(`person: { id: p, region: us, currency: USD }\n${things}`, "p.yaml"),
    catalog,
  );
  if (person === undefined) throw new Error("the person was not read");
  return ground({ catalog, person });
}

test("of the institutions that are asked none stands for the person", () => {
  const world = somebody(
    "lines: { main: { carrier: t-mobile-us } }\nmailboxes: { post: { account: gmail } }\naccounts: { coinbase: { service: coinbase, line: main, mailbox: post, second-factor: key, balance: 75000 }, gmail: { service: google, line: main, second-factor: key } }",
  );
  const own = {
    institution: "any-person",
    aspect: "own-mail",
    level: 2,
    lentBy: "any-person",
    seenAt: 0,
    of: 0,
  } as const;
  const left = [
    { unread: [own, { ...own, institution: "coinbase", aspect: "recover" }] },
  ] as unknown as Loss[];
  expect(noHabitOf({ world, lang: "en" }, left)).toEqual({
    count: 1,
    institutions: "Coinbase",
    isOwn: true,
    isAnyPlace: false,
  });
});

test("nobody is sent to ask every lender there is; what can be done about all of them is said", () => {
  const world = somebody("accounts: { chat: { service: whatsapp } }");
  const anyLender = {
    institution: "any-lender",
    aspect: "open-in-a-name",
    level: 2,
    lentBy: "any-lender",
    seenAt: 0,
    of: 0,
    isAnyPlace: true,
  } as const;
  const told = noHabitOf({ world, lang: "en" }, [{ unread: [anyLender] }] as unknown as Loss[]);
  expect(told).toEqual({ count: 1, institutions: "", isOwn: false, isAnyPlace: true });
  expect((["en", "zh"] as const).map((lang) => verdictWords(lang).noHabit(told))).toEqual([
    "No habit of yours stops the last one altogether. A loan in your name may be given anywhere: if new credit can be blocked where you live, have it blocked now; and look through your credit report after a theft.",
    "有 1 处没有哪个习惯能完全挡住。冒名贷款在哪家都可能办成：当地能停办新贷款的，现在就去办；丢了东西以后，再查一遍自己的信用报告。",
  ]);
  expect((["en", "zh"] as const).map((lang) => sayUnread({ world, lang }, anyLender))).toEqual([
    "It can be any bank or lender, also one where you have nothing; nobody has read what each of them asks.",
    "任何一家银行或贷款平台都有可能，没用过的也算；各家要验证什么，没人全查过。",
  ]);
});
