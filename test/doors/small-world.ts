/** A world small enough to read: one carrier, one wallet, one bank, and a person with a line, a phone and two cards. */
import { readCatalog, readYaml } from "../../src/catalog/index.ts";
import { type Grounded, ground } from "../../src/ground/index.ts";
import { readPerson } from "../../src/person/index.ts";

const vocabulary = `capabilities:
  possess: { of: [sim|device|card], roles: [in-hand], shows: { device: [notice] }, exclusive: true, owner: true, en: "has {} in hand", zh: "手里有{}" }
  appear-in-person: { of: [person], owner: true, en: "appears in person as {}", zh: "{}本人到场" }
  know: { of: [person|line|card|account], roles: [secret], owner: true, en: "knows {}", zh: "知道{}" }
  receive-sms: { of: [line], shows: { line: [sms] }, needed: true, en: "receives the text messages of {}", zh: "能收到{}的短信" }
  enter: { of: [account], roles: [session, takeover], shows: { account: [notice, kick-off, row] }, needed: true, en: "is signed in to {}", zh: "已登录{}" }
  pay-with: { of: [account, card], en: "has {1} bound in {0}", zh: "已在{0}里绑定{1}" }
  charge: { of: [card], loss: [balance, credit], en: "spends from {}", zh: "花掉{}里的钱" }
  drain: { of: [account], loss: [balance], en: "takes the balance of {}", zh: "转走{}的余额" }
secrets:
  person: { id-number: { en: the ID number, zh: 身份证号 } }
  line: { number: { en: the phone number, zh: 手机号 } }
  account: { password: { en: the password, zh: 登录密码 } }
conditions:
  suspended: { of: [line], stops: [receive-sms], en: "{} is suspended", zh: "{}已停机" }
  frozen: { of: [account], stops: [enter], en: "{} is frozen", zh: "{}已冻结" }
`;

const measures = `measures:
  set-sim-pin:
    title: { en: Set a PIN on the SIM card, zh: 给 SIM 卡设密码 }
    how: { en: "In the phone's settings, under security.", zh: 在手机设置的“安全”里。 }
    by: person
    effort: low
    changes: { sim.pin: set }
  no-code-alone:
    title: { en: A text code alone opens nothing, zh: 只凭短信验证码什么也打不开 }
    by: institution
    effort: high
    per: world
    asks-more: [know(account.password)]
`;

const sources = `sources:
  case: { title: { en: A case told by the victim, zh: 受害人自述 }, published: 2020-09-09, seen: 2020-09-10, grade: victim, url: "https://example.org/case" }
  rumour: { title: { en: A page nobody signed, zh: 来源不明的网页 }, seen: 2020-10-01, grade: unsigned }
`;

const things = `institution: things
name: { en: What hands can do, zh: 手上就能做到的事 }
basis: { status: tested, seen: 2020-09-04, source: case }
flows:
  move-sim:
    title: { en: Put the SIM card into another phone, zh: 把 SIM 卡插进另一部手机 }
    channel: hands
    for: { sim: person.sims, line: sim.line }
    when: { sim.pin: none }
    asks: possess(sim)
    gives: [receive-sms(line), know(line.number)]
    takes: { min: 2m, likely: 5m, max: 90m }
`;

const carrier = `institution: tel
name: { en: Example Telecom, zh: 示例电信 }
kind: carrier
provides: line
basis: { status: reported, seen: 2020-09-04, source: case }
flows:
  suspend: { title: { en: Report the SIM lost, zh: 挂失 }, channel: phone, asks: know(person.id-number), sets: [suspended(line)], takes: 2m }
  lift:
    title: { en: Lift the loss report, zh: 解除挂失 }
    channel: phone
    asks: know(line.number)
    clears: [suspended(line)]
    takes: 5m
    discretion: { en: An agent may be talked round., zh: 客服可能被说动。 }
`;

const wallet = `institution: paywell
name: { en: Paywell, zh: 好付 }
also: [haofu]
kind: wallet
provides: account
basis: { status: reported, seen: 2020-09-05, source: case }
flows:
  sign-in:
    title: { en: Sign in by text code, zh: 短信验证码登录 }
    channel: app
    asks: [know(account.line.number), receive-sms(line)]
    gives: [enter(account)]
    takes: { min: 1m, likely: 2m, max: 5m }
    measures: [no-code-alone]
    f3: [F1006.003]
  bind:
    title: { en: Add a card without typing its number, zh: 免输卡号绑卡 }
    channel: app
    hours: "mon-fri 09:00-17:00"
    for: { card: person.cards }
    asks: { all: [enter(account), { any: [receive-sms(card.reserved-line), appear-in-person(person)] }] }
    gives: ["pay-with(account, card)"]
    takes: 3m
    basis: { status: claimed, seen: 2020-10-01, source: rumour }
  pay: { title: { en: Pay with a bound card, zh: 用绑定的卡付款 }, channel: app, for: { card: person.cards }, asks: [enter(account), "pay-with(account, card)"], gives: [charge(card)], takes: 1m }
  send: { title: { en: Send the balance away, zh: 转走余额 }, channel: app, asks: enter(account), gives: [drain(account)], takes: 1m, delay: { min: 24h, en: A day of grace., zh: 一天的冷静期。 } }
  freeze: { title: { en: Report the account lost, zh: 挂失账户 }, channel: phone, asks: know(person.id-number), sets: [frozen(account)], takes: 2m }
  thaw: { title: { en: Lift the freeze, zh: 解冻 }, channel: counter, asks: appear-in-person(person), clears: [frozen(account)], takes: 20m }
`;

const bank =
  "institution: bank\nname: { en: Example Bank, zh: 示例银行 }\nkind: bank\nprovides: card\nflows: { stand: { title: { en: Stand there, zh: 站着 }, asks: possess(card), gives: [possess(card)] } }\n";

export const smallPerson = `person: { id: small, region: cn, currency: CNY, as-of: 2020-09-04, name: { en: A small life, zh: 小小的生活 } }
lines: { main: { carrier: tel, sim: { in: phone, pin: none } } }
devices: { phone: { kind: phone } }
cards:
  salary: { bank: bank, kind: debit, reserved-line: main, balance: 1200, last4: "0042" }
  spare: { bank: bank, kind: debit, reserved-line: unknown, balance: 30 }
  union: { bank: nobody-knows, kind: credit, reserved-line: main, credit: 5000 }
accounts: { pay: { service: paywell, line: main, balance: 99.5 } }
`;

const texts = {
  "capabilities.yaml": vocabulary,
  "common/measures.yaml": measures,
  "sources.yaml": sources,
  "common/things.yaml": things,
  "cn/tel.yaml": carrier,
  "cn/paywell.yaml": wallet,
  "cn/bank.yaml": bank,
};

export const smallFiles = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${folder}/${name}`, text]));

export function smallWorld(person: string = smallPerson): Grounded {
  const { catalog, complaints } = readCatalog(Object.entries(texts).map(([file, text]) => ({ file, text })));
  const read = readPerson(readYaml(person, "person.yaml"), catalog);
  const errors = [...complaints, ...read.complaints].filter(({ severity }) => severity === "error");
  if (read.person === undefined || errors.length > 0) throw new Error(errors.map(String).join("\n"));
  return ground({ catalog, person: read.person });
}
