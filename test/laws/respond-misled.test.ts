/** What misled strangers who asked what to do now, each with the answer it must have instead. */
import { beforeAll, describe, expect, test } from "vitest";
import { answerTo } from "../kit/incidents.ts";
import { readShipped, type Shipped } from "../kit/shipped.ts";

let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});

const actsOf = (told: string, lang: "en" | "zh" = "en") => {
  const answer = answerTo(told, shipped, lang);
  return { answer, acts: [...answer.next, ...answer.then] };
};

describe("names nobody has read", () => {
  const told = `incident: { at: "2026-11-28T11:10+02:00", region: gr, uses: [Zentrix, Tetralith Bank, Any carrier, Zentrix Wallet], gone: [phone, sim], phone: { lock: open } }`;

  test("each is told, and what is usual for its kind stands under its own name", () => {
    const { answer, acts } = actsOf(told);
    expect(answer.coverage.namesNotRead).toEqual([
      "Zentrix",
      "Tetralith Bank",
      "Any carrier",
      "Zentrix Wallet",
    ]);
    for (const name of ["Tetralith Bank", "Zentrix Wallet"]) {
      const act = acts.find(({ institutionName }) => institutionName === name);
      expect(act?.isReadThere).toBe(false);
      expect(act?.because).toContain(name);
      expect(act?.title).toContain(name);
    }
  });

  test("what stands for a kind is said of no place as if it were read there", () => {
    for (const lang of ["en", "zh"] as const)
      for (const { isReadThere, holdsBy, undoneBy, because, institutionName } of actsOf(told, lang).acts) {
        if (isReadThere) continue;
        expect([holdsBy, undoneBy]).toEqual([null, []]);
        expect(because).not.toMatch(/^It can be undone|[。 ]It can be undone|^解除它要|。解除它要/);
        expect(institutionName).not.toMatch(/^Any |^任意/);
      }
  });
});

test("Chinese sentences name signs and things in words, and nobody reports a bank lost or freezes what was never opened", () => {
  const { answer, acts } = actsOf(
    `incident: { at: "2026-11-28T21:10+08:00", since: "2026-11-28T20:05+08:00", region: cn, uses: [中国移动, 农业银行, 微信, 支付宝], gone: [phone, sim, 身份证, 银行卡], phone: { lock: locked } }
signs: [{ at: "2026-11-28T20:55+08:00", sign: 被踢下线, on: 微信 }, { at: "2026-11-28T20:58+08:00", sign: notice, on: 邮箱 }]`,
    "zh",
  );
  const texts = [
    ...acts.flatMap(({ title, say, because }) => [title, say, because]),
    ...answer.beliefs.flatMap(({ says, because }) => [says, ...because]),
    ...answer.contradictions.map(({ says }) => says),
  ];
  for (const text of texts) {
    expect(text).not.toMatch(/kicked-off|mailbox\.main|line\.main|（main）/);
    expect(text).not.toMatch(/挂失农业银行(?!卡)/);
  }
  for (const { title } of acts) expect(title).not.toContain("冒名新开的");
  const police = acts.find(({ institution }) => institution === "police-cn");
  expect(police?.channel).toBe("phone");
  expect(police?.theyAsk).not.toContain("show-face(person)");
});

const inHand = "has: [phone, sim]";

describe("somebody tries and has not got in", () => {
  const head = `incident: { at: "2026-11-28T22:10+00:00", since: "2026-11-28T21:55+00:00", region: gb, uses: [EE, Barclays, Apple, WhatsApp], gone: [] }`;
  const codes = `signs: [{ at: "2026-11-28T21:55+00:00", sign: code, on: number, from: Barclays }, { at: "2026-11-28T22:01+00:00", sign: code, on: number, from: WhatsApp }, { at: "2026-11-28T22:05+00:00", sign: prompt, on: Apple }]`;

  test("who has the phone in hand is told first to read no code out and say yes to nothing, then to look who tries", () => {
    const { acts } = actsOf(`${head}\n${codes}\n${inHand}`);
    expect(acts.slice(0, 4).map(({ action }) => action)).toEqual([
      "give-nothing",
      "look-there(barclays)",
      "look-there(whatsapp)",
      "look-there(apple)",
    ]);
    for (const { flows, because } of acts.slice(4)) if (flows.length > 0) expect(because).toMatch(/^Only if/);
  });

  test("what was done is not told again, and is no word that nobody understood", () => {
    const { answer, acts } = actsOf(
      `${head}\n${codes}\ndone: [{ at: "2026-11-28T22:08+00:00", action: give-nothing }, { at: "2026-11-28T22:09+00:00", action: "look-there(barclays)" }]\n${inHand}`,
    );
    expect(acts[0]?.action).toBe("look-there(whatsapp)");
    expect(answer.coverage.unknownWords).toEqual([]);
  });

  test("money that is gone, a phone that is gone or a password that leaked are no mere try", () => {
    const gone = codes.replace(/\]$/, ', { at: "2026-11-28T22:06+00:00", sign: money-gone, on: Barclays }]');
    for (const told of [
      `${head}\n${gone}\n${inHand}`,
      `${head.replace("gone: []", "gone: [phone]")}\n${codes}`,
      `${head.replace("gone: []", 'gone: [], leaked: ["know(account.bank.password)"]')}\n${codes}\n${inHand}`,
    ])
      expect(actsOf(told).answer.next[0]?.action).not.toBe("give-nothing");
  });
});

describe("the number is said to be stopped or moved", () => {
  const head = `incident: { at: "2026-11-28T11:10-05:00", since: "2026-11-28T11:05-05:00", region: us, uses: [T-Mobile, Chase, Gmail], gone: [] }`;
  const seen = [
    "sign: moving, on: number",
    "sign: notice, on: number, from: T-Mobile",
    'sign: call, on: number, note: "a man said my SIM swap is being processed"',
    'sign: notice, on: number, note: "Your transfer PIN is ready. Porting..."',
    "sign: porting code, on: number",
  ];
  test.each(seen)("%s: the first act is the owner's own carrier, by a number we know", (each) => {
    const { answer } = actsOf(`${head}\nsigns: [{ at: "2026-11-28T11:05-05:00", ${each} }]\n${inHand}`);
    const [first] = answer.next;
    expect([first?.action, first?.institution]).toEqual(["stop-the-move(line.main)", "t-mobile-us"]);
    expect(first?.contact.some(({ tel }) => tel !== undefined)).toBe(true);
    expect(answer.coverage.unknownWords).toEqual([]);
  });
});

describe("a phone without network", () => {
  const head = `incident: { at: "2026-11-28T11:10+01:00", since: "2026-11-28T09:05+01:00", region: gb, uses: [Vodafone, Lloyds], gone: [] }`;
  const dead = '{ at: "2026-11-28T09:05+01:00", sign: no-service, on: number }';

  test("nothing else seen: what it is comes first, with the carrier's number, and nothing is told as taken", () => {
    const { answer, acts } = actsOf(`${head}\nsigns: [${dead}]\n${inHand}`);
    expect(answer.next[0]?.action).toBe("find-out(line.main)");
    expect(answer.next[0]?.contact.some(({ tel }) => tel !== undefined)).toBe(true);
    for (const { say } of acts) expect(say).not.toContain("somebody has it on another SIM card");
    for (const { flows, because } of acts) if (flows.length > 0) expect(because).toMatch(/^Only if/);
    for (const { probability } of answer.beliefs) expect(probability).toBeLessThan(0.8);
  });

  test.each([
    '{ at: "2026-11-28T10:05+01:00", sign: stranger-answers, on: number }',
    '{ at: "2026-11-28T10:05+01:00", sign: row, on: Lloyds }',
    '{ at: "2026-11-28T09:00+01:00", sign: notice, on: number, from: Vodafone }',
  ])("with %s it is taken: the call that silences it, and the way to get it back", (more) => {
    const { acts } = actsOf(`${head}\nsigns: [${dead}, ${more}]\n${inHand}`);
    const actions = acts.map(({ action }) => action);
    expect(actions).not.toContain("find-out(line.main)");
    expect(actions.slice(0, 3).join()).toContain("suspended(line.main)");
    expect(actions).toContain("take-back(line.main)");
  });
});

test("what nothing told explains has no one cause that is all but certain", () => {
  const { answer } = actsOf(
    `incident: { at: "2026-11-28T22:10+00:00", region: gb, uses: [EE, Barclays, Apple], gone: [] }
signs: [{ at: "2026-11-28T22:05+00:00", sign: kicked-off, on: Apple }, { at: "2026-11-28T22:06+00:00", sign: mail, on: email, from: Barclays }]
${inHand}`,
  );
  const facts = answer.beliefs.filter(({ capability }) => capability.startsWith("know("));
  for (const { probability } of facts) expect(probability).toBeLessThan(0.97);
});

test("a place that says nothing to us is asked first where something was seen there", () => {
  const seen = (sign: string) =>
    actsOf(
      `incident: { at: "2026-11-28T22:10+02:00", region: gr, uses: [Zentrix], gone: [] }
signs: [{ at: "2026-11-28T22:05+02:00", sign: ${sign}, on: Zentrix }]
${inHand}`,
    ).answer.next[0];
  expect(seen("kicked-off")?.action).toBe("ask-unread(Zentrix)");
  // Where money went it keeps some, and is stopped as what keeps money.
  expect([seen("row")?.action, seen("row")?.institution]).toEqual(["blocked(card.bank)", "Zentrix"]);
});

test("a number is got back on a card of one's own", () => {
  const { acts } = actsOf(
    `incident: { at: "2026-11-28T21:10+10:00", region: au, uses: [Telstra, Commbank], gone: [number] }
signs: [{ at: "2026-11-28T20:05+10:00", sign: no-service, on: number }]`,
  );
  for (const { title } of acts) expect(title).not.toContain("SIM card of their own");
});
