/** What is said of a wrong person file, and what a right one becomes. */
import { expect, test } from "vitest";
import { catalogOf } from "../../test/kit/small-world.ts";
import { readYaml } from "../catalog/index.ts";
import { readPerson } from "./read-person.ts";

const catalog = catalogOf(
  `
institution: telco
provides: line
settings: { number-lock: { of: line, values: [off, on], en: Number lock, zh: 号码锁 } }
`,
  `
institution: bank
provides: card
settings: { release: { of: card, values: [counter, sms], en: Release, zh: 解挂 } }
measures: { call-first: { by: person, effort: low, changes: { card.release: counter } } }
`,
  "institution: wallet\nprovides: account\nname: { en: The Wallet, zh: 钱包 }\nalso: [ウォレット]\n",
  "measures: { set-sim-pin: { by: person, effort: low, changes: { sim.pin: set } } }",
);

const read = (text: string) => readPerson(readYaml(text, "p.yaml"), catalog);

/** The person file with these sections, and every complaint about it. */
function check(text: string, ...expected: readonly string[]): void {
  const { person, complaints } = read(`person: { id: x }\n${text}\n`);
  expect(
    complaints.map(
      ({ where, severity, code, sentence, help }) =>
        `${where} ${severity === "warning" ? "(warning) " : ""}${code}: ${sentence}${help === undefined ? "" : ` | ${help}`}`,
    ),
  ).toEqual(expected);
  // Nothing is half-loaded.
  expect(person === undefined).toBe(complaints.some(({ severity }) => severity === "error"));
}

test("a person without a fault is read in silence", () => {
  check(
    "lines: { main: { carrier: telco, sim: { in: phone, pin: none }, settings: { number-lock: on } } }\ndevices: { phone: { lock: passcode } }",
  );
});

test("a thing that is named must be there, wherever it is named", () => {
  check(
    "devices: { phone: { account: huawei } }",
    "p.yaml:2:30 person/unknown-thing: no account `huawei` | add it under `accounts:`, or write `unknown`",
  );
  check(
    "accounts: { a: { service: wallet, cards: [visa, debit] } }\ncards: { debit: { bank: bank } }",
    "p.yaml:2:43 person/unknown-thing: no card `visa` | one of `debit`",
  );
  check(
    "lines: { main: { carrier: telco, sim: { in: fone } } }\ndevices: { phone: {} }",
    "p.yaml:2:45 person/unknown-thing: no device `fone` | one of `phone`",
  );
  check(
    "cards: { debit: { bank: bank, reserved-line: mian } }\nlines: { main: { carrier: telco } }",
    "p.yaml:2:46 person/unknown-thing: no line `mian` | did you mean `main`?",
  );
  check(
    "lines: { main: { carrier: telco, of: aunt } }\nhelpers: { uncle: {} }",
    "p.yaml:2:38 person/unknown-thing: no helper `aunt` | one of `uncle`",
  );
  check(
    "cards: { debit: { bank: bank } }\nsame-secret: [[debit.pin, debti.pin]]\nforgotten: [know(card.debit.pni)]\nconditions: [blocked(debit), froozen(debit), blocked(credit)]\nlosses: [{ goal: charge(card.visa) }]",
    "p.yaml:3:27 person/unknown-thing: no thing `debti` in `debti.pin` | did you mean `debit`?",
    "p.yaml:4:13 question/unknown-capability: a card has no secret `pni` in `know(card.debit.pni)` | did you mean `pin`?",
    "p.yaml:5:30 question/unknown-condition: unknown condition `froozen` | did you mean `frozen`?",
    "p.yaml:5:46 question/unknown-condition: no thing `credit` in `blocked(credit)` | one of `card.debit`, `debit`",
    "p.yaml:6:18 question/unknown-capability: no card `visa` in `charge(card.visa)` | one of `debit`",
  );
});

test("an amount beside harm that is no sum counts nowhere, and is said; as money it counts", () => {
  const feared = (more: string) =>
    `devices: { phone: {} }\nlosses: [{ goal: erased(device.phone), amount: 700${more} }]`;
  check(
    feared(""),
    "p.yaml:3:48 (warning) person/no-sum: `erased(device.phone)` is harm of the kind `wiped`, which is no sum: its amount counts nowhere | leave `amount` out, or say `harm: money` where it is money that is lost by it, `harm: debt` where it is a debt",
  );
  check(feared(", harm: money"));
  const losses = (more: string) =>
    read(`person: { id: x }\n${feared(more)}`).person?.losses.map(({ amount }) => amount);
  expect([losses(""), losses(", harm: money")]).toEqual([[undefined], [700]]);
});

test("an institution nobody has described is allowed and said; one that runs no such thing as well", () => {
  check(
    "cards: { c: { bank: bnak } }",
    "p.yaml:2:21 (warning) person/unknown-institution: `bnak` is not in the catalogue; nothing about `card.c` has been read | did you mean `bank`?",
  );
  check(
    "cards: { c: { bank: telco } }",
    "p.yaml:2:21 (warning) person/wrong-institution: `telco` runs no cards | it provides line: write it under `lines:`, as `carrier: telco`",
  );
});

test("whoever has none of something may say so, and is told how it is written where the word means nothing", () => {
  // A landline has no SIM; the word is that of every other relation.
  const sims = (sim: string) =>
    [
      ...(read(`person: { id: x }\nlines: { l: { carrier: telco, sim: ${sim} } }`).person?.things.keys() ??
        []),
    ].filter((id) => id.startsWith("sim."));
  expect([sims("none"), sims("null"), sims("esim")]).toEqual([[], [], ["sim.l"]]);
  check(
    "lines: { l: { carrier: telco, sim: fone } }",
    "p.yaml:2:36 shape/unknown-value: unknown value `fone` for `sim` | one of `physical`, `esim`, `none`, `unknown`, or keys of its own: `pin`, `kind`, `settings`, `name`, `of`, `note`, `in`",
  );
  check(
    "devices: none\ncards: { c: 没有, d: { bank: bank, balance: none } }\nnone-at:",
    "p.yaml:2:10 shape/wrong-type: `devices` is a text, expected a map | leave `devices` out where there is none; else write each under its name: `name: …`",
    "p.yaml:3:13 shape/wrong-type: `c` is a text, expected a map | leave `c` out where there is none; else its keys: `bank`, `kind`, `balance`, `credit`, `seen-by-owner`, `last4`, `reserved-line`, `settings`, `name`, `of`, `note`",
    "p.yaml:3:43 shape/wrong-type: `balance` is a text, expected a number or a map | write `0` where nothing is there, and leave `balance` out where nobody knows",
    "p.yaml:4:9 shape/wrong-type: `none-at` is nothing, expected a list | leave `none-at` out where there is none; else write a list: `[…, …]`",
  );
  check(
    "cards: { c: { bank: none } }\ndevices: { f: { vendor: none } }\nnone-at: [none]",
    "p.yaml:3:25 (warning) person/unknown-institution: `none` is nobody's name; nothing about `device.f` has been read | leave `vendor` out where there is none, or write `unknown` where nobody knows whose it is",
    "p.yaml:2:21 (warning) person/unknown-institution: `none` is nobody's name; nothing about `card.c` has been read | leave `c` out where there is none, or write `unknown` where nobody knows whose it is",
    "p.yaml:4:11 (warning) person/unknown-institution: `none` is not in the catalogue; no row will be known as one of it | leave `none-at` out where there is none",
  );
  check(
    "accounts: { a: { service: wallet, cards: [none] } }",
    "p.yaml:2:42 person/unknown-thing: no card `none` | leave it out where there is none: `cards: none`",
  );
  // Nobody is told to leave out what must be there.
  const helps = read("person: { id: none }\nlines: { l: { carrier: null } }").complaints.map(
    ({ help }) => help,
  );
  expect(helps).toEqual(["write it in quotes"]);
});

test("a sum with signs, a colon without its space and a colon of another keyboard are told how they are written", () => {
  check(
    'cards: { c: { bank: bank, balance: "1,000" } }',
    "p.yaml:2:36 shape/wrong-type: `balance` is a text, expected a number or a map | write the digits alone, without quotes, with a point before the cents: `1234.5`",
  );
  check(
    "cards: { c: { bank: bank, balance:5 } }",
    "p.yaml:2:27 shape/unknown-key: unknown key `balance:5` | write a space behind the colon: `balance: 5`",
  );
  check(
    "devices:\n  lock：passcode",
    "p.yaml:3:3 shape/wrong-type: `devices` is a text, expected a map | write the colon as `: ` with a space behind it, not as `：`",
  );
});

test("an institution is known by its names as by its id", () => {
  check("accounts: { a: { service: ウォレット } }\nnone-at: [the wallet]");
  const { person } = read(
    "person: { id: x }\naccounts: { a: { service: ウォレット } }\nnone-at: [the wallet]",
  );
  expect(person?.things.get("account.a")?.institution).toBe("wallet");
  expect(person?.noneAt).toEqual(["wallet"]);
  check(
    "accounts: { a: { service: ウォレッ } }",
    "p.yaml:2:27 (warning) person/unknown-institution: `ウォレッ` is not in the catalogue; nothing about `account.a` has been read | did you mean `ウォレット`?",
  );
});

test("a namesake abroad is not whom a name means, and is told with its id; the id and the country say it", () => {
  const abroad = catalogOf(
    "institution: nearby-cn\nregions: [cn]\nprovides: account\nname: { en: Nearby, zh: 附近 }\n",
    "institution: near-gb\nregions: [gb]\nprovides: account\nname: { en: Near, zh: 近 }\n",
  );
  const there = (service: string) => {
    const text = `person: { id: x, region: pl }\naccounts: { a: { service: ${service} } }\nnone-at: [${service}]\n`;
    const { person, complaints } = readPerson(readYaml(text, "p.yaml"), abroad);
    const told = complaints.map(
      ({ code, severity, sentence, help }) => `${severity} ${code}: ${sentence} | ${help}`,
    );
    return { told, institution: person?.things.get("account.a")?.institution, noneAt: person?.noneAt };
  };
  const help = "did you mean the one of `cn`? write its id: `nearby-cn`";
  expect(there("Nearby")).toEqual({
    told: [
      `warning person/unknown-institution: nobody in \`pl\` is called \`Nearby\`; nothing about \`account.a\` has been read | ${help}`,
      `warning person/unknown-institution: nobody in \`pl\` is called \`Nearby\`; no row will be known as one of it | ${help}`,
    ],
    institution: "Nearby",
    noneAt: ["Nearby"],
  });
  for (const said of ["nearby-cn", "Nearby (China)", "附近（中国）"])
    expect(there(said)).toEqual({ told: [], institution: "nearby-cn", noneAt: ["nearby-cn"] });
});

test("attributes and settings have the values there are", () => {
  check(
    "devices: { phone: { lock: fingerprint } }",
    "p.yaml:2:27 shape/unknown-value: unknown value `fingerprint` for `lock` | one of `unknown`, `none`, `passcode`",
  );
  check(
    "lines: { main: { carrier: telco, settings: { number-lok: on } } }",
    "p.yaml:2:46 catalog/unknown-attribute: `telco` has no setting `number-lok` for a line | did you mean `number-lock`?",
  );
  check(
    "lines: { main: { carrier: telco, settings: { number-lock: maybe } } }",
    "p.yaml:2:59 shape/unknown-value: unknown value `maybe` for `number-lock` | one of `off`, `on`, `unknown`",
  );
  check(
    "cards: { c: { bank: bank, settings: { kind: credit } } }",
    "p.yaml:2:39 catalog/unknown-attribute: `kind` is an attribute of every card, no setting | write it beside `settings`: `kind: credit`",
  );
});

test("several faults are named in one go, those in words beside those in shapes", () => {
  check(
    "devices: { phone: { lok: passcode, account: gone } }\nconditions: [blocked(card.gone)]",
    "p.yaml:2:21 shape/unknown-key: unknown key `lok` | did you mean `lock`?",
    "p.yaml:2:45 person/unknown-thing: no account `gone` | add it under `accounts:`, or write `unknown`",
    "p.yaml:3:14 question/unknown-condition: no card `gone` in `blocked(card.gone)` | the person has no such card",
  );
});

test("a number that opens something is refused and not repeated", () => {
  const { complaints, person } = read(
    'person: { id: x }\ncards: { c: { bank: bank, last4: "6225880212345670", note: "ID 11010519491231002X" } }\n',
  );
  expect(person).toBeUndefined();
  expect(complaints.map(({ where, code }) => `${where} ${code}`)).toEqual([
    "p.yaml:2:60 person/secret-stored",
    "p.yaml:2:34 person/secret-stored",
  ]);
  expect(JSON.stringify(complaints.map(({ message, help }) => [message, help]))).not.toMatch(/62258|11010/);
});

test("no complaint repeats a secret, whatever else is wrong with it", () => {
  const { person, complaints } = read(
    'person: { id: x }\nlines: { l: { carrier: telco, sim: { pin: 4839 } } }\ncards: { 4111111111111111: { bank: nowhere, settings: { "ID 11010519491231002X": on } } }\n',
  );
  expect(person).toBeUndefined();
  expect(complaints.filter(({ code }) => code === "person/secret-stored")).toHaveLength(3);
  expect(complaints.map(({ message, help }) => `${message} ${help}`).join("\n")).not.toMatch(
    /4839|4111|11010/,
  );
});

test("what kind of secret it is, and what to write instead", () => {
  const said = (body: string) =>
    read(`person: { id: x }\n${body}\n`)
      .complaints.filter(({ code }) => code === "person/secret-stored")
      .map(({ where, sentence, help }) => `${where} ${sentence} | ${help}`);
  expect([
    said('cards: { c: { bank: bank, note: "2345 6789 0124" } }'),
    said("lines: { l: { carrier: telco, sim: { pin: 1234 } } }"),
    said("cards: { c: { bank: bank, settings: { 4111111111111111: on } } }"),
  ]).toEqual([
    [
      "p.yaml:2:33 this looks like a full Aadhaar number; it is not read and must not be stored | write only the last four digits of the Aadhaar number, as `last4`",
    ],
    [
      "p.yaml:2:43 this looks like a PIN; it is not read and must not be stored | write that there is one, and leave the PIN out",
    ],
    [
      "p.yaml:2:39 this looks like a full card number; it is not read and must not be stored | write only the last four digits of the card number, as `last4`",
    ],
  ]);
});

test("a person's own measure changes only what there is, and is named like no other", () => {
  const measure = (body: string) =>
    `cards: { c: { bank: bank } }\nlines: { main: { carrier: telco } }\nmeasures: { m: { effort: low, ${body} } }`;
  check(
    measure(
      "moves: { card.c.reserved-line: main }, changes: { sim.main.pin: set, card.c.release: sms }, sets: [blocked(c)]",
    ),
  );
  check(measure("moves: { card.c.reserved-line: none }, renews: [know(card.c.pin)]"));
  check(
    measure("renews: blocked(card.c)"),
    "p.yaml:4:39 question/unknown-capability: unknown capability `blocked` | see `chainbreak explain`",
  );
  check(
    measure("renews: possess(card.c)"),
    "p.yaml:4:39 catalog/wrong-subject: `possess(card.c)` is nothing somebody knows, so it cannot be changed | write a secret: `know(account.mail.password)`",
  );
  check(
    measure("changes: { sim.main.pni: set }"),
    "p.yaml:4:42 catalog/unknown-attribute: `sim.main` has no attribute `pni` | did you mean `pin`?",
  );
  check(
    measure("changes: { sim.main.pin: sett }"),
    "p.yaml:4:56 shape/unknown-value: unknown value `sett` for `pin` | did you mean `set`?",
  );
  check(
    measure("changes: { card.c.balance: unknown }"),
    "p.yaml:4:42 catalog/unknown-attribute: `balance` is an amount, and `unknown` is none | write what it is once the measure is taken, as a number: `500`",
  );
  check(
    measure("changes: { sim.mian.pin: set }"),
    "p.yaml:4:42 person/unknown-thing: no thing `sim.mian` | did you mean `sim.main`?",
  );
  check(
    measure("moves: { card.c.line: main }"),
    "p.yaml:4:40 catalog/unknown-relation: a card has no relation `line` to move | one of `reserved-line`",
  );
  check(
    measure("moves: { card.c.reserved-line: other }"),
    "p.yaml:4:62 person/unknown-thing: no thing `line.other` | one of `main`",
  );
  check(
    "measures: { set-sim-pin: { effort: low } }",
    "p.yaml:2:13 catalog/duplicate-id: the catalogue has a measure `set-sim-pin` already | give this one a name of its own",
  );
  check(
    "cards: { c: { bank: bank } }\nmeasures: { call-first: { effort: low } }",
    "p.yaml:3:13 catalog/duplicate-id: the catalogue has a measure `call-first` already | give this one a name of its own",
  );
});

test("a helper cannot be named like something one knows", () => {
  check(
    "helpers: { id-number: {} }",
    "p.yaml:2:12 catalog/duplicate-id: `person.id-number` is something one knows of a person | give the helper another id",
  );
});

test("what is no document says nothing twice", () => {
  expect(read("person: [")).toEqual({ person: undefined, complaints: [] });
});

test("a key that stands twice leaves the person out", () => {
  expect(
    read("person: { id: x }\nlines: { a: { carrier: telco } }\nlines: { b: { carrier: telco } }\n").person,
  ).toBeUndefined();
});

test("what a file says is what the person has", () => {
  const { person } = read(`
person: { id: x, region: cn, as-of: 2020 }
helpers: { aunt: { name: { en: Aunt, zh: 阿姨 } } }
lines:
  main: { carrier: telco, sim: { in: phone, pin: none } }
  old: { carrier: telco, sim: esim, of: aunt }
  virtual: { carrier: telco, sim: null }
  spare: { carrier: telco, sim: { in: none } }
devices: { phone: { account: unknown } }
cards: { c: { bank: bank, reserved-line: line.main, balance: 0, seen-by-owner: false } }
accounts: { a: { service: wallet, cards: c, devices: [phone, device.phone], line: none } }
`);
  const told = [...(person?.things.values() ?? [])].map(({ id, of, institution, attributes, relations }) =>
    [
      id,
      of === undefined ? "" : `of ${of}`,
      institution ?? "",
      [...attributes].map(([key, value]) => `${key}=${value}`).join(" "),
      [...relations].map(([key, value]) => `${key}→${value}`).join(" "),
    ]
      .filter((part) => part !== "")
      .join(" · "),
  );
  expect(told).toEqual([
    "person · region=cn",
    "person.aunt · of aunt",
    "sim.main · pin=none · line→line.main device→device.phone",
    "line.main · telco",
    "sim.old · of aunt · kind=esim · line→line.old",
    "line.old · of aunt · telco",
    "line.virtual · telco",
    "sim.spare · line→line.spare device→",
    "line.spare · telco",
    "device.phone · account→unknown",
    "card.c · bank · balance=0 seen-by-owner=false · reserved-line→line.main",
    "account.a · wallet · line→ cards→card.c devices→device.phone,device.phone",
  ]);
  expect(person?.asOf).toBe("2020");
});

test("services without an account of one's own are kept, and one nobody has described is said", () => {
  expect(read("person: { id: x }\nnone-at: [wallet, wallet]").person?.noneAt).toEqual(["wallet"]);
  check(
    "none-at: [walet]",
    "p.yaml:2:11 (warning) person/unknown-institution: `walet` is not in the catalogue; no row will be known as one of it | did you mean `wallet`?",
  );
});
