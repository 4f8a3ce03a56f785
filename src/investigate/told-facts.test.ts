/** What somebody tells, as what an intruder then had. */
import { expect, test } from "vitest";
import { readWholeFolder, readYaml } from "../catalog/index.ts";
import { meaningOf } from "../evidence/index.ts";
import { ground } from "../ground/index.ts";
import { at } from "../model/index.ts";
import { readPerson } from "../person/index.ts";
import { readTold } from "./told.ts";
import { isRobbed } from "./told-facts.ts";

const { catalog } = readWholeFolder({ folder: "catalog", stories: false });
const person = (lines: string) =>
  `person: { id: p, region: cn, currency: CNY, as-of: 2014-06-20 }\nlines: ${lines}\ndevices: { phone: { kind: phone, lock: passcode } }\naccounts: { jd: { service: jd, line: old } }`;

function read(lines: string, says: string) {
  const world = ground({
    catalog,
    person: readPerson(readYaml(person(lines), "person.yaml"), catalog).person!,
  });
  const told = readTold({
    told: [{ at: "2014-06-22T10:00:00+08:00", by: "owner", says }],
    world,
    meaning: meaningOf(catalog),
    firstId: 0,
    file: "told",
    zoneMinutes: 480,
  });
  return { world, told };
}

function given(lines: string, says: string): readonly string[] | "not understood" {
  const { world, told: said } = read(lines, says);
  return said.notUnderstood.length > 0
    ? "not understood"
    : [...said.given.keys()].map((atom) => at(world.atoms, atom).text);
}

const both =
  "{ main: { carrier: china-unicom, sim: { in: phone, kind: physical } }, old: { carrier: china-telecom } }";

test("a number that was given up is whoever's got it next: the one in no phone, or at the carrier that is named", () => {
  expect(given(both, "绑的是我上个月注销的号码")).toEqual(["control(line.old)"]);
  expect(given(both, "it was still tied to my old number")).toEqual(["control(line.old)"]);
  expect(given(both, "绑的是我注销的联通号码")).toEqual(["control(line.main)"]);
});

test("of two such numbers none is taken, and that is said", () => {
  const two = "{ one: { carrier: china-telecom }, old: { carrier: china-telecom } }";
  expect(given(two, "it was still tied to my old number")).toBe("not understood");
});

test("a line that went dead is heard beside a phone that was kept", () => {
  const told = (says: string) => read(both, says).told;
  for (const says of ["手机突然没有信号，手机一直在我手里", "I had my phone all the time, it lost signal"])
    expect([says, told(says).lineDead !== undefined, told(says).isKept]).toEqual([says, true, true]);
  for (const says of ["手机一直在我手里", "I had my phone all the time"])
    expect([says, told(says).lineDead !== undefined, told(says).isKept]).toEqual([says, false, true]);
});

test("a payment of somebody else's is denied by its name alone, and what came to the speaker is not", () => {
  const denied = (says: string) => read(both, says).told.denied.map(({ isMoney, words }) => [isMoney, words]);
  expect(denied("somebody paid Uber and Selfridges from my account, it was not me")).toEqual([
    [true, ["uber", "selfridges"]],
  ]);
  expect(denied("somebody sent me flowers from Selfridges")).toEqual([]);
});

test("who changed their own password changed a password, and paid nothing", () => {
  const told = (says: string) => read(both, says).told;
  for (const says of ["我把支付宝密码改了", "我刚把支付宝密码换了"])
    expect(told(says).acts.map(({ sign, isMoney }) => [says, sign, isMoney])).toEqual([
      [says, "password-changed", undefined],
    ]);
  expect(told("我的支付宝密码被人改了").acts).toEqual([]);
});

test("who could not sign in did what they say they did, and nothing that somebody else did", () => {
  const deeds = (says: string) => read(both, says).told.acts.map(({ sign }) => sign);
  for (const says of [
    "I could not sign in to Google and he reset my password",
    "he took my phone and reset my Google password, and I could not sign in to Google",
    "I could not sign in to Google and I saw that he reset my password",
    "谷歌登录不上，他改了我的密码",
    "谷歌登录不上，我发现他改了我的密码",
    "谷歌登录不上，是我妈被骗子改了微信密码",
    "谷歌登录不上，密码，是我的微信被人改了登录密码",
  ])
    expect([says, deeds(says)]).toEqual([says, []]);
  for (const says of [
    "I could not sign in to Google and reset my password",
    "someone locked me out: I could not sign in to Google, so I reset my password",
    "I could not sign in to Google and my husband reset my password",
    "谷歌登录不上，改了密码",
    "谷歌登录不上，我改了密码",
  ])
    expect([says, deeds(says)]).toEqual([says, ["password-changed"]]);
});

test("who lost a phone was not robbed of it, whatever word a letter or two of robbing stand in", () => {
  const lost = [
    "I probably lost my phone in a taxi",
    "I lost my phone in Frankfurt",
    "my phone was lost and nobody found it further on",
    "I took my phone along and lost it",
    "handy verloren in Frankfurt",
    "j'ai perdu mon téléphone, quel problème",
    "j'ai volontiers donné mon téléphone",
    "my phone was lost, I volunteered to look for it",
    "I got up, took my phone and lost it",
    "I lost my phone in the train, the seat was taken",
    "my phone was lost, it was not stolen",
    "手机丢了，偷偷哭了一场",
    "手机丢了，不是被偷的",
    "j'ai perdu mon téléphone au vol de Paris",
  ];
  const robbed = [
    "I was robbed of my phone",
    "two boys took my phone",
    "I was on the bus when two boys took my phone",
    "I was waiting, a boy came and took my phone",
    "the taxi driver took my phone",
    "kids took my phone in the park",
    "a stranger took my phone and ran",
    "somebody took our phones",
    "he took the phone from me",
    "le voleur a pris mon téléphone",
    "snatchers on a scooter, my phone is gone",
    "小偷偷了我的手机",
    "a man on a motorbike took my phone",
    "they pulled it out of my hand",
    "my bag was taken in the café",
    "mi hanno scippato il telefono",
    "mein Handy wurde geklaut",
    "핸드폰을 도난당했습니다",
    "ponsel saya dijambret",
    "my phone was stolen",
    "me robaron el móvil",
    "roubaram meu celular",
    "celular furtado",
    "on m'a volé mon téléphone",
    "mi hanno rubato il telefono",
    "手机被抢了",
    "スマホを盗まれました",
  ];
  const meaning = meaningOf(catalog);
  expect(lost.filter((says) => isRobbed(says, meaning))).toEqual([]);
  expect(robbed.filter((says) => !isRobbed(says, meaning))).toEqual([]);
});

test("a screen that was shared is heard beside whatever else is told, and not where it is denied", () => {
  const shared = [
    "I installed an app and shared my screen",
    "a caller said my SIM would be blocked, I installed an app and shared my screen",
    "I shared my screen but did not type any code",
    "I shared my screen and then my phone lost signal",
    "I did not pay anything, but I shared my screen",
    "我下载了软件，开了屏幕共享",
    "ho installato un'app e ho condiviso lo schermo",
  ];
  const kept = [
    "I installed an app",
    "I never shared my screen",
    "I did not install an app or share my screen",
    "I did not pay, read out a code, or share my screen",
    "我没有操作过，也没点屏幕共享",
  ];
  const isShared = (says: string) => {
    const found = given(both, says);
    return found !== "not understood" && found.includes("unlock(device.phone)");
  };
  expect(shared.filter((says) => !isShared(says))).toEqual([]);
  expect(kept.filter(isShared)).toEqual([]);
});

test("whoever was lied to may have read something out, unless they say what, or that it was nothing", () => {
  const heard = (says: string) => {
    const { world, told } = read(both, says);
    return [...told.heard.keys()].map((atom) => at(world.atoms, atom).text);
  };
  for (const says of [
    "a man said he was from the bank, it was a scam",
    "有人冒充银行客服打来电话",
    "une fausse conseillère m'a appelé",
  ])
    expect([says, heard(says).includes("receive-sms(line.main)")]).toEqual([says, true]);
  for (const says of [
    "a man called and said he was from the bank, I gave him my card number and date of birth",
    "a scammer called, I told him nothing",
    "a man said he was from the bank, I did not give him any code",
    "有人冒充客服，我什么都没说就挂了",
    "my bank called me",
  ])
    expect([says, heard(says)]).toEqual([says, []]);
});

test("who found out what a stranger did has not done it, nor paid it; who did it at somebody's word has", () => {
  const heard = (says: string) => {
    const { told } = read(both, says);
    return { own: told.acts.length, theirs: told.denied.length };
  };
  for (const says of [
    "我发现有人登录了我的微信",
    "I see someone paid 500 to J Smith",
    "someone paid 500 from my account",
  ])
    expect([says, heard(says)]).toEqual([says, { own: 0, theirs: 1 }]);
  for (const says of [
    "someone called me and I changed my password",
    "someone called and I sent 500 to J Smith",
  ])
    expect([says, heard(says)]).toEqual([says, { own: 1, theirs: 0 }]);
  for (const says of [
    "my password was changed",
    "someone sent me 20 pounds",
    "有人帮我改了密码",
    "有人转给我500",
  ])
    expect([says, heard(says)]).toEqual([says, { own: 0, theirs: 0 }]);
});

const bothGone = ["possess(device.phone)", "possess(card.debit)"];
const [phone, debit] = bothGone;
test.each([
  ["a courier came to the door and took my bank card", [debit], true],
  ["I lost my job and my card was taken by a man at the door", [debit], true],
  ["I lost my wallet and think it was stolen", [debit], true],
  ["Ich habe meine Bankkarte verloren", [debit], false],
  ["mi hanno rubato il portafoglio", [debit], true],
  ["钱包掉了", [debit], false],
  ["mein Handy und mein Portemonnaie wurden gestohlen", bothGone, true],
  // What is still theirs is not gone with the rest.
  ["my phone was stolen, my wallet is at home", [phone], true],
  ["my phone was stolen but I still have my cards", [phone], true],
  ["手机被偷，钱包还在家里", [phone], true],
  ["me robaron el celular, la tarjeta la tengo", [phone], true],
  ["my card was stolen, my phone is at home", [debit], true],
  ["my wife took my card to the shop", [], false],
  ["I gave my card to my daughter to do the shopping", [], false],
  // No card of a bank's, and no card in anybody's hand.
  ["my Oyster card was stolen", [], false],
  ["the thief took my phone and my SIM card", [phone], true],
  ["they took my card details over the phone", [], false],
] as const)("what is gone: %s", (says, gone, isStolen) => {
  const world = ground({
    catalog,
    person: readPerson(
      readYaml(
        "person: { id: p, region: gb, currency: GBP, as-of: 2024-06-17 }\nlines: { main: { carrier: ee } }\ndevices: { phone: { kind: phone, lock: passcode } }\ncards: { debit: { bank: lloyds, kind: debit, last4: '7712', reserved-line: main } }\naccounts: { lloyds: { service: lloyds, line: main, cards: [debit] } }",
        "person.yaml",
      ),
      catalog,
    ).person!,
  });
  const told = readTold({
    told: [{ at: "2024-06-18T13:00:00+01:00", by: "owner", says }],
    world,
    meaning: meaningOf(catalog),
    firstId: 0,
    file: "told",
    zoneMinutes: 60,
  });
  expect([...told.gone.keys()].map((atom) => at(world.atoms, atom).text)).toEqual(gone);
  expect(told.stolenSince !== undefined).toBe(isStolen);
});

test.each([
  ["我没有把验证码告诉别人", 0],
  ["验证码我没给任何人", 0],
  ["我把验证码告诉了对方", 2],
])("a code that was told to nobody is not told: %s", (says, count) => {
  expect(read(both, says).told.given.size).toBe(count);
});
