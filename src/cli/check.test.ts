/** Bad input of every kind: each fault with its place and a way out, all in one run, never a stack. */
import { expect, test } from "vitest";
import { said, transcript } from "../../test/doors/said.ts";

/** The only place in this file that knows how `check` is called. */
async function check(
  files: Readonly<Record<string, string | Uint8Array>>,
  ...paths: readonly string[]
): Promise<string> {
  const text = await transcript(["check", ...(paths.length === 0 ? Object.keys(files) : paths)], { files });
  expect(text).not.toMatch(/\n\s+at .*:\d+/); // A stack trace.
  return text;
}

const bank = `institution: example-bank
name: { en: Example Bank, zh: 示例银行 }
kind: bank
provides: card
basis: { status: reported, seen: 2020-09-04, source: chengdu-2020 }
flows:
  pay:
    title: { en: Pay, zh: 付款 }
    asks: receive-sms(card.reserved-line)
    gives: [charge(card)]
`;

test("a file without a fault is counted and nothing else is said", async () => {
  expect(await check({ "bank.yaml": bank })).toMatchInlineSnapshot(`
    "1 file: 1 institution, 1 flow; 0 errors, 0 warnings
    [0]"
  `);
});

test("windows and old mac line ends and a byte order mark are no faults", async () => {
  const files = {
    "bom.yaml": `\uFEFF${bank}`,
    "crlf.yaml": bank.replaceAll("\n", "\r\n"),
    "cr.yaml": bank.replaceAll("\n", "\r"),
  };
  for (const [name, text] of Object.entries(files))
    expect(await check({ [name]: text })).toBe("1 file: 1 institution, 1 flow; 0 errors, 0 warnings\n[0]");
});

test("every wrong word of a file is named in one run", async () => {
  const text = bank
    .replace("kind: bank", "kind: bnak")
    .replace("title", "titel")
    .replace("receive-sms", "recieve-sms")
    .replace("charge(card)", "charge(line), know(card.pim), blocked(card)");
  expect(await check({ "bank.yaml": text })).toMatchInlineSnapshot(`
    "bank.yaml:3:7: unknown value \`bnak\` for \`kind\`
      help: did you mean \`bank\`?
    bank.yaml:8:5: unknown key \`titel\`
      help: did you mean \`title\`?
    bank.yaml:9:11: unknown capability \`recieve-sms\`
      help: did you mean \`receive-sms\`?
    bank.yaml:10:13: \`charge\` is not said of a line
      help: it is said of \`card\`
    bank.yaml:10:27: a card has no secret \`pim\` (in \`know(card.pim)\`)
      help: did you mean \`pin\`?
    bank.yaml:10:43: unknown capability \`blocked\`
      help: \`blocked\` is a condition: use it in \`while\`, \`sets\`, \`clears\` or \`unless\`
    1 file: nothing usable; 6 errors, 0 warnings
    [1]"
  `);
});

test("a fault in one flow does not hide the faults of the next", async () => {
  const text = `${bank}  borrow: { asks: 5, gives: [chrge(card)] }\n  lend: { takes: soon, unless: [frozn(card)] }\n`;
  expect(await check({ "bank.yaml": text })).toMatchInlineSnapshot(`
    "bank.yaml:11:19: \`asks\` is a number, expected a text or a list or a map
      help: write a list: \`[…, …]\`
    bank.yaml:11:30: unknown capability \`chrge\`
      help: did you mean \`charge\`?
    bank.yaml:12:18: \`soon\` is not a duration
      help: write \`30s\`, \`5m\`, \`1h30m\`, \`24h\` or \`3d\`
    bank.yaml:12:33: unknown condition \`frozn\`
      help: did you mean \`frozen\`?
    1 file: nothing usable; 4 errors, 0 warnings
    [1]"
  `);
});

test("broken YAML is told with the place it breaks at", async () => {
  expect(
    await check({
      "colon.yaml": bank.replace("flows:", "flows"),
      "tab.yaml": "institution: x\nflows:\n\ta: {}\n",
      "two.yaml": `${bank}---\n${bank}`,
    }),
  ).toMatchInlineSnapshot(`
    "colon.yaml:6:1: a colon is missing on this line
      help: write \`key: value\`, each key on a line of its own
    tab.yaml:3:1: this line is indented with a tab
      help: indent with spaces, not tabs
    two.yaml:11:1: a second document begins here
      help: one document a file: remove the line \`---\`
    3 files: nothing usable; 3 errors, 0 warnings
    [1]"
  `);
});

test("other encodings are named, with the place where reading failed", async () => {
  const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(bank, "utf16le")]);
  const gb18030 = Buffer.concat([
    Buffer.from("institution: x\nname: { en: X, zh: "),
    Buffer.from([0xd2, 0xf8, 0xd0, 0xd0]),
    Buffer.from(" }\n"),
  ]);
  expect(await check({ "gb18030.yaml": gb18030, "utf16.yaml": utf16 })).toMatchInlineSnapshot(`
    "gb18030.yaml:2:20: the file is not UTF-8
      help: save the file as UTF-8 (it may be GB18030 or Latin-1)
    utf16.yaml:1:1: the file is UTF-16, not UTF-8
      help: save the file as UTF-8
    0 files: nothing usable; 2 errors, 0 warnings
    [1]"
  `);
});

test("nesting, aliases and size have limits", async () => {
  const lol = `a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n${[..."bcdefgh"].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[i]}`).join(", ")}]`).join("\n")}\ninstitution: x\n`;
  const files = {
    "aliases.yaml": lol,
    "big.yaml": `institution: x\n# ${"a".repeat(10_000_000)}`,
    "deep.yaml": `institution: x\na: ${"[".repeat(100_000)}`,
    "dashes.yaml": `${"- ".repeat(20_000)}x`,
    "itself.yaml": "institution: x\nflows: &f\n  a: *f\n",
  };
  expect(await check(files)).toMatchInlineSnapshot(`
    "aliases.yaml:7:28: more than 50 aliases
      help: write the repeated block out, or make it a measure or a default
    big.yaml: the file is larger than 1 MB
      help: split it: one institution, person or story a file
    dashes.yaml:1:129: nested more than 64 levels deep
      help: no file of ours needs more than ten levels
    deep.yaml:2:68: nested more than 64 levels deep
      help: no file of ours needs more than ten levels
    itself.yaml:3:6: nested more than 64 levels deep
      help: no file of ours needs more than ten levels
    4 files: nothing usable; 5 errors, 0 warnings
    [1]"
  `);
});

test("keys that could reach into the program are refused", async () => {
  const text =
    "institution: x\n__proto__: { polluted: true }\nflows:\n  constructor: { title: { en: a, zh: b } }\n";
  expect(await check({ "proto.yaml": text })).toMatchInlineSnapshot(`
    "proto.yaml:2:1: the key \`__proto__\` is not allowed
      help: ids are lower-case words joined by hyphens
    proto.yaml:4:3: the key \`constructor\` is not allowed
      help: ids are lower-case words joined by hyphens
    1 file: nothing usable; 2 errors, 0 warnings
    [1]"
  `);
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});

test("names of the program's own objects are ordinary unknown words", async () => {
  const text = bank
    .replace("receive-sms(card.reserved-line)", "toString(card)")
    .replace("charge(card)", "know(card.constructor), charge(hasOwnProperty)");
  expect(await check({ "bank.yaml": text })).toMatchInlineSnapshot(`
    "bank.yaml:9:11: \`toString(card)\` is not a capability
      help: write \`kind(subject)\`, for example \`receive-sms(line)\`
    bank.yaml:10:13: a card has no secret \`constructor\` (in \`know(card.constructor)\`)
      help: one of \`number\`, \`last-digits\`, \`expiry\`, \`cvv\`, \`pin\`, \`online-password\`, \`reserved-line\`, \`accounts\`
    bank.yaml:10:37: unknown thing \`hasOwnProperty\` in \`hasOwnProperty\`
      help: one of \`person\`, \`line\`, \`sim\`, \`device\`, \`card\`, \`account\`, \`mailbox\`, \`document\`
    1 file: nothing usable; 3 errors, 0 warnings
    [1]"
  `);
});

test("control characters of a file do not reach the terminal", async () => {
  const { err } = await said(["check", "esc.yaml"], {
    files: { "esc.yaml": 'institution: "x\\e[31m"\nnome: "\\e]0;title\\a"\n' },
  });
  expect(err).toMatchInlineSnapshot(`
    "esc.yaml:1:14: \`x\\u001b[31m\` is not an id
      help: lower-case words joined by hyphens
    esc.yaml:2:1: unknown key \`nome\`
      help: did you mean \`name\`?
    "
  `);
});

test("one id in two files of a folder is a fault of the second", async () => {
  expect(await check({ "mine/a.yaml": bank, "mine/b.yaml": bank }, "mine")).toMatchInlineSnapshot(`
    "mine/b.yaml:1:14: the institution \`example-bank\` stands in \`mine/a.yaml\` already
      help: give it another id, or join the two files
    2 files: 1 institution, 1 flow; 1 error, 0 warnings
    [1]"
  `);
});

test("a file with the id of a shipped institution stands in its place", async () => {
  expect(await check({ "alipay.yaml": bank.replace("example-bank", "alipay") })).toBe(
    "1 file: 1 institution, 1 flow; 0 errors, 0 warnings\n[0]",
  );
});

test("every wrong word of a person is named in one run, and a secret is not repeated", async () => {
  const person = `person: { id: p, region: cn, currency: CNY }
lines: { main: { carrier: nowhere, sim: { in: phone } } }
devices: { phone: {} }
cards:
  a: { bank: china-telecom-sichuan, reserved-line: main, balance: 10 }
  b: { bank: ccb, reserved-line: man, balance: -5 }
  c: { bank: ccb, last4: "4111111111111111" }
accounts:
  pay: { service: alipay, cards: [a, x], line: main, passwrd: 1 }
conditions: [suspendd(line.main), suspended(line.mian)]
losses: [{ goal: entr(account.pay) }]
`;
  const text = await check({ "person.yaml": person });
  expect(text).toMatchInlineSnapshot(`
    "person.yaml:2:27: warning: \`nowhere\` is not in the catalogue; nothing about \`line.main\` has been read
      help: one of \`any-carrier\`, \`china-broadnet\`, \`china-mobile\`, \`china-telecom\`, \`china-telecom-sichuan\`, \`china-unicom\`
    person.yaml:5:14: warning: \`china-telecom-sichuan\` runs no cards
      help: it provides line: write it under \`lines:\`, as \`carrier: china-telecom-sichuan\`
    person.yaml:6:34: no line \`man\`
      help: did you mean \`main\`?
    person.yaml:6:48: \`balance\` is below 0
    person.yaml:7:26: \`last4\` holds more than four digits
      help: write only the last four
    person.yaml:7:26: this looks like a full card number; it is not read and must not be stored
      help: write only the last four digits of the card number, as \`last4\`
    person.yaml:9:38: no card \`x\`
      help: one of \`a\`, \`b\`, \`c\`
    person.yaml:9:54: unknown key \`passwrd\`
      help: one of \`service\`, \`liveness\`, \`second-factor\`, \`sign-in-name\`, \`balance\`, \`credit\`, \`loan-offer\`, \`line\`, \`mailbox\`, \`cards\`, \`devices\`, \`trusted\`, \`authenticator\`, \`passkeys\`, \`recovery\`, \`via\`, \`kept-in\`, \`pays-into\`, \`settings\`, \`name\`, \`of\`, \`note\`
    person.yaml:10:14: unknown condition \`suspendd\`
      help: did you mean \`suspended\`?
    person.yaml:10:35: no line \`mian\` in \`suspended(line.mian)\`
      help: did you mean \`main\`?
    person.yaml:11:18: unknown capability \`entr\`
      help: did you mean \`enter\`?
    1 file: 1 person; 9 errors, 2 warnings
    [1]"
  `);
  expect(text).not.toContain("4111111111111111");
});

test("accounts that recover each other are no fault", async () => {
  const person =
    "person: { id: p }\naccounts: { a: { service: google, recovery: b }, b: { service: google, recovery: a } }\n";
  expect(await check({ "person.yaml": person })).toBe("1 file: 1 person; 0 errors, 0 warnings\n[0]");
});

test("the unknown words of a story are named where they stand", async () => {
  const story = `story: s
world: { person: chengdu-2020, held: [posess(sim.main)], measures: [set-sim-pim(sim.main)] }
ask:
  - { name: a, never: [chrge(card.ccb-debit)], holds: { suspendd(line.main): { held: 5m } } }
`;
  expect(await check({ "story.yaml": story })).toMatchInlineSnapshot(`
    "story.yaml:2:39: unknown capability \`posess\`
      help: did you mean \`possess\`?
    story.yaml:2:69: no measure \`set-sim-pim(sim.main)\` in this world
      help: did you mean \`set-sim-pin(sim.main)\`?
    story.yaml:4:24: unknown capability \`chrge\`
      help: did you mean \`charge\`?
    story.yaml:4:57: unknown condition \`suspendd\`
      help: did you mean \`suspended\`?
    1 file: 1 story; 4 errors, 0 warnings
    [1]"
  `);
});

test("a condition is a word for a loss where the story fears it or asks about it", async () => {
  const story = `story: s
world: { person: { lines: { l: { carrier: nobody } }, losses: [{ goal: suspended(line.l), en: cut off, zh: 断了 }] } }
ask:
  - { never: [suspended(line.l)] }
  - { goals: [sms-off(line.l)], never: [sms-off(line.l)] }
`;
  expect(await check({ "story.yaml": story })).toContain("0 errors");
  expect(await check({ "story.yaml": `${story}  - { never: [sms-off(line.l)] }\n` })).toContain(
    "story.yaml:6:15: unknown capability `sms-off`",
  );
});

test("a story about nobody, and a question that expects nothing", async () => {
  expect(
    await check({ "story.yaml": "story: s\nworld: { person: nobody }\nask:\n  - { name: x }\n" }),
  ).toMatchInlineSnapshot(`
    "story.yaml:2:18: no person \`nobody\`
      help: name a file in people/, give a path from the file's folder, or write the person in place
    story.yaml:4:5: this question expects nothing, so it cannot fail
      help: say what must come: reached, never, losses, not-ruled-out, answered, cuts-alone, limits, cut, holds, owner-keeps, owner-loses, back, not-judged
    1 file: 1 story; 2 errors, 0 warnings
    [1]"
  `);
});

test("a check that has read nothing fails", async () => {
  expect(await check({ "notes/readme.txt": "x" }, "notes", "elsewhere")).toMatchInlineSnapshot(`
    "elsewhere: there is no such file or folder
      help: check the path
    0 files: nothing usable; 1 error, 0 warnings
    [1]"
  `);
  expect(await check({ "notes/readme.txt": "x" }, "notes")).toMatchInlineSnapshot(`
    "notes: no YAML file was found here
      help: give YAML files, or a folder that holds some
    0 files: nothing usable; 1 error, 0 warnings
    [1]"
  `);
});

test("files of no kind of ours", async () => {
  expect(
    await check({ "empty.yaml": "", "list.yaml": "- a\n", "number.yaml": "42\n" }),
  ).toMatchInlineSnapshot(`
    "empty.yaml:1:1: the file is empty
      help: it must begin with \`institution\`, \`extends\`, \`capabilities\`, \`aspects\`, \`signs\`, \`starts\`, \`measures\`, \`sources\`, \`clocks\`, \`names\`, \`person\`, \`story\`, \`night\`, \`patch\`, \`assertion\`, \`pack\` or \`population\`
    list.yaml:1:1: this is none of our kinds of file
      help: it must begin with \`institution\`, \`extends\`, \`capabilities\`, \`aspects\`, \`signs\`, \`starts\`, \`measures\`, \`sources\`, \`clocks\`, \`names\`, \`person\`, \`story\`, \`night\`, \`patch\`, \`assertion\`, \`pack\` or \`population\`
    number.yaml:1:1: this is none of our kinds of file
      help: it must begin with \`institution\`, \`extends\`, \`capabilities\`, \`aspects\`, \`signs\`, \`starts\`, \`measures\`, \`sources\`, \`clocks\`, \`names\`, \`person\`, \`story\`, \`night\`, \`patch\`, \`assertion\`, \`pack\` or \`population\`
    3 files: nothing usable; 3 errors, 0 warnings
    [1]"
  `);
});

test("for programs it is JSON and nothing else", async () => {
  const { code, out, err } = await said(["check", "bank.yaml", "--json"], {
    files: { "bank.yaml": bank.replace("receive-sms", "recieve-sms") },
  });
  expect({ code, err, ...JSON.parse(out) }).toMatchInlineSnapshot(`
    {
      "code": 1,
      "complaints": [
        {
          "code": "catalog/unknown-capability",
          "column": 11,
          "file": "bank.yaml",
          "help": "did you mean \`receive-sms\`?",
          "line": 9,
          "message": "unknown capability \`recieve-sms\`",
          "severity": "error",
        },
      ],
      "counts": {
        "errors": 1,
        "files": 1,
        "flows": 0,
        "institutions": 0,
        "measures": 0,
        "nights": 0,
        "people": 0,
        "sources": 0,
        "stories": 0,
        "warnings": 0,
        "words": 0,
      },
      "err": "",
    }
  `);
});

test("in Chinese", async () => {
  expect(
    await transcript(["check", "bank.yaml", "--lang", "zh"], {
      files: { "bank.yaml": bank.replace("receive-sms", "recieve-sms") },
    }),
  ).toMatchInlineSnapshot(`
    "bank.yaml:9:11: 没有 \`recieve-sms\` 这种能力
      怎么改：是不是 \`receive-sms\`？
    1 个文件：没有可用的内容；1 个错误，0 个提醒
    [1]"
  `);
});

test("everything that is shipped is without error", async () => {
  const { code, out } = await said(["check"]);
  expect(out).toMatch(
    /^\d+ files: [\d,]+ institutions, [\d,]+ flows, .* people, \d+ stories, \d+ nights?; 0 errors, \d+ warnings?\n$/,
  );
  expect(code).toBe(0);
});
