/** What is said of a wrong catalogue: where, what, and the way out. Each test hands in one text or a few, and expects every complaint. */
import { expect, test } from "vitest";
import { emptyCatalog } from "./catalog.ts";
import { readCatalog } from "./read-catalog.ts";

const words = `
capabilities:
  possess: { of: [sim|device|card], exclusive: true, owner: true, en: "has {}", zh: "有{}" }
  know: { of: [person|card|account], owner: true, en: "knows {}", zh: "知道{}" }
  receive-sms: { of: [line], en: "reads {}", zh: "收{}" }
  pay-with: { of: [account, card], en: pays, zh: 付 }
  enter: { of: [account], en: "enters {}", zh: "进{}" }
  charge: { of: [card], loss: [balance], en: "charges {}", zh: "花{}" }
secrets:
  person: { id-number: { en: ID number, zh: 身份证号 } }
  card: { number: { en: card number, zh: 卡号 }, pin: { en: PIN, zh: 密码 } }
conditions:
  suspended: { of: [line], stops: [receive-sms], en: suspended, zh: 停机 }
  blocked: { of: [card], stops: [charge], en: blocked, zh: 冻结 }
`;
const base = readCatalog([{ file: "words.yaml", text: words }]).catalog;
const founded = "basis: { status: tested, seen: 2020-09, source: https://example.org }";

/** The only place in this file that knows how a catalogue is read. Files are named `a.yaml`, `b.yaml`, … */
function read(...texts: readonly string[]) {
  return readCatalog(
    texts.map((text, i) => ({ file: `${"abcd"[i]}.yaml`, text })),
    { ...emptyCatalog, vocabulary: base.vocabulary },
  );
}

function check(texts: string | readonly string[], ...expected: readonly string[]): void {
  const { complaints, catalog } = read(...[texts].flat());
  const told = complaints.map(
    ({ where, severity, code, sentence, help }) =>
      `${where} ${severity === "warning" ? "(warning) " : ""}${code}: ${sentence}${help === undefined ? "" : ` | ${help}`}`,
  );
  expect(told).toEqual(expected);
  // Nothing is half-loaded: an institution with an error is not there.
  for (const file of new Set(
    complaints.filter(({ severity }) => severity === "error").map(({ place }) => place.file),
  )) {
    expect([...catalog.institutions.keys()].filter((id) => catalog.files.get(id) === file)).toEqual([]);
  }
}

/** One institution, one flow named `go`, and more of it. */
const flow = (body: string, more = "") =>
  `institution: bank\nprovides: card\n${founded}\n${more}flows:\n  go:\n${body.replace(/^/gm, "    ")}\n`;

test("a clock says from when, how long and on whose word; one that does not is left out", () => {
  const clock = (more: string) =>
    `clocks:\n  soon: { title: { en: soon over, zh: 快到期 }, from: block, after: 5d, ends: lapses${more} }\n`;
  const basis = ", basis: { status: documented, seen: 2020, source: https://example.org/law }";
  expect(
    read(clock(`, regions: [cn], of: [bank], days: business${basis}`)).catalog.clocks.get("soon"),
  ).toMatchObject({
    regions: ["cn"],
    kinds: ["bank"],
    from: "block",
    after: 5 * 24 * 60,
    isBusinessDays: true,
    ends: "lapses",
  });
  check(clock(""), "a.yaml:2:9 shape/missing-key: `basis` is missing | add `basis`: a map");
  check(
    clock(", basis: { status: documented, seen: 2020, source: nobody }"),
    "a.yaml:2:91 (warning) catalog/unknown-source: no source `nobody` | add it to sources.yaml, or give an address",
  );
  check(
    [clock(basis), clock(basis)],
    "b.yaml:2:3 catalog/duplicate-id: the clock `soon` is defined twice | give one of them another id",
  );
});

test("a catalogue without a fault is read in silence", () => {
  check([words, flow("asks: know(card.number)\ngives: [charge(card)]")]);
  expect(read(flow("asks: know(card.number)\ngives: [charge(card)]")).counts).toMatchObject({
    files: 1,
    institutions: 1,
    flows: 1,
    measures: 0,
  });
});

test("a file that is no YAML, nothing, or none of ours says so", () => {
  check(
    "a: [1",
    "a.yaml:1:6 yaml/syntax: the bracket that `]` should close stays open | write `]` at its end, and let the lines inside it begin farther right than the key before it",
  );
  check(
    "a: 1\n\tb: 2",
    "a.yaml:2:1 yaml/syntax: this line is indented with a tab | indent with spaces, not tabs",
  );
  check(
    "",
    "a.yaml:1:1 yaml/unknown-kind: the file is empty | it must begin with `institution`, `extends`, `capabilities`, `aspects`, `signs`, `starts`, `measures`, `sources`, `clocks`, `names`, `person`, `story`, `night`, `patch`, `assertion`, `pack` or `population`",
  );
  check(
    "greeting: hello",
    "a.yaml:1:1 yaml/unknown-kind: this is none of our kinds of file | it must begin with `institution`, `extends`, `capabilities`, `aspects`, `signs`, `starts`, `measures`, `sources`, `clocks`, `names`, `person`, `story`, `night`, `patch`, `assertion`, `pack` or `population`",
  );
  check(
    "- a list",
    "a.yaml:1:1 yaml/unknown-kind: this is none of our kinds of file | it must begin with `institution`, `extends`, `capabilities`, `aspects`, `signs`, `starts`, `measures`, `sources`, `clocks`, `names`, `person`, `story`, `night`, `patch`, `assertion`, `pack` or `population`",
  );
});

test("a key that stands twice, or could poison an object, is named at its place and nothing of the file is used", () => {
  check(
    flow("asks: know(card.number)\ngives: [charge(card)]\nasks: []"),
    "a.yaml:8:5 yaml/duplicate-key: the key `asks` stands twice | remove one, or give it another name",
  );
  check(
    flow("__proto__: { x: 1 }\nasks: []"),
    "a.yaml:6:5 yaml/hostile-key: the key `__proto__` is not allowed | ids are lower-case words joined by hyphens",
  );
});

test("a colon without its space is read as if it had one, and said", () => {
  check(
    flow("takes: 5m\ngives:[charge(card)]"),
    "a.yaml:7:5 (warning) yaml/syntax: the colon after `gives` wants a space; it is read as if it had one | write `gives: …`",
  );
});

test("what an alias makes of a file is bounded", () => {
  check(
    flow("asks: &again [*again]"),
    "a.yaml:6:19 yaml/too-deep: nested more than 64 levels deep | no file of ours needs more than ten levels",
  );
  check(
    `x: &x 1\ny: [${"*x, ".repeat(60)}]`,
    "a.yaml:2:205 yaml/alias-bomb: more than 50 aliases | write the repeated block out, or make it a measure or a default",
  );
});

test("a wait is a duration where it tells nobody, as what a flow takes is", () => {
  const delayOf = (text: string) => {
    const { catalog, complaints } = read(
      flow(`asks: know(card.number)\ngives: charge(card)\ndelay: ${text}`),
    );
    expect(complaints.map(String)).toEqual([]);
    return [...catalog.institutions.values()].flatMap(({ flows }) => flows.map(({ delay }) => delay));
  };
  expect(delayOf("12h")).toEqual(delayOf("{ min: 12h }"));
});

test("a shape that does not fit is told with what it should be", () => {
  check(
    flow("asks: know(card.number)\ngives: 5"),
    "a.yaml:7:12 shape/wrong-type: `gives` is a number, expected a text or a list | write a list: `[…, …]`",
  );
  check(
    flow("asks: know(card.number)\ngive: [charge(card)]"),
    "a.yaml:7:5 shape/unknown-key: unknown key `give` | did you mean `gives`?",
  );
  check(
    flow("asks: know(card.number)\ngives: charge(card)\nat-most: daily"),
    "a.yaml:8:14 shape/wrong-type: `at-most` is a text, expected a map or a list | its keys: `times`, `amount`, `per`, `of`",
  );
  check(
    flow('asks: know(card.number)\ngives: charge(card)\neach: "500 USD"'),
    "a.yaml:8:11 shape/wrong-type: `each` is a text, expected a number or a map | write the number alone; every sum stands in the person's one currency: write what it is worth there, or `{ from: …, to: … }` where that moves; a `note` says what it was",
  );
  check(
    flow('asks: know(card.number)\ngives: charge(card)\neach: "500"'),
    "a.yaml:8:11 shape/wrong-type: `each` is a text, expected a number or a map | write the digits alone, without quotes, with a point before the cents: `1234.5`",
  );
  check(
    flow("channel: telephone"),
    "a.yaml:6:14 shape/unknown-value: unknown value `telephone` for `channel` | one of `phone`, `app`, `web`, `counter`, `sms`, `ussd`, `branch`, `chat`, `mail`, `hands`",
  );
  check(
    flow("takes: 5 minutes"),
    "a.yaml:6:12 shape/bad-text: `5 minutes` is not a duration | write `30s`, `5m`, `1h30m`, `24h` or `3d`",
  );
  check(
    flow("takes: { min: 5m, likely: 3m }"),
    "a.yaml:6:12 shape/bad-text: `takes` must have min ≤ likely ≤ max | put the three durations in order",
  );
  check(
    flow("hours: nine to five"),
    "a.yaml:6:12 shape/bad-text: `nine to five` are not opening hours | write `always`, `09:00-18:00` or `mon-fri 09:00-17:00, sat 10:00-14:00`",
  );
  check(
    flow("valid: { from: 2020-02-30 }"),
    "a.yaml:6:20 shape/bad-text: `2020-02-30` is not a date | write `2020-09-04`, `2020-09` or `2020`",
  );
  check(
    flow("amount: .inf"),
    "a.yaml:6:13 shape/bad-text: `Infinity` is not an ordinary number | write it out, or in quotes if it is a name",
  );
  check(
    flow("leaves: [{ sms: { from: bank } }]"),
    "a.yaml:6:21 shape/missing-key: `to` is missing | add `to`: a text",
  );
  check(
    `institution: bank\n${founded}\nmeasures: { m: { by: person } }\n`,
    "a.yaml:3:16 shape/missing-key: `effort` is missing | one of `low`, `medium`, `high`",
  );
});

test("several faults of one file are all named, and a fault in one flow hides none in the next", () => {
  check(
    `institution: bank\nprovides: card\n${founded}\nflows:\n  one: { takes: soon, asks: know(card.nmber) }\n  two: { asks: know(card.pni), gives: [chrage(card)] }\n  three: { wen: {} }\n`,
    "a.yaml:5:17 shape/bad-text: `soon` is not a duration | write `30s`, `5m`, `1h30m`, `24h` or `3d`",
    "a.yaml:5:29 catalog/unknown-secret: a card has no secret `nmber` (in `know(card.nmber)`) | did you mean `number`?",
    "a.yaml:6:16 catalog/unknown-secret: a card has no secret `pni` (in `know(card.pni)`) | did you mean `pin`?",
    "a.yaml:6:40 catalog/unknown-capability: unknown capability `chrage` | did you mean `charge`?",
    "a.yaml:7:12 shape/unknown-key: unknown key `wen` | did you mean `when`?",
  );
});

test("a word of a flow that nobody knows is named where it stands", () => {
  check(
    flow("asks: kno(card.number)"),
    "a.yaml:6:11 catalog/unknown-capability: unknown capability `kno` | did you mean `know`?",
  );
  check(
    flow("asks: blocked(card)"),
    "a.yaml:6:11 catalog/unknown-capability: unknown capability `blocked` | `blocked` is a condition: use it in `while`, `sets`, `clears` or `unless`",
  );
  check(
    flow("asks: just some words"),
    "a.yaml:6:11 catalog/unknown-capability: `just some words` is not a capability | write `kind(subject)`, for example `receive-sms(line)`",
  );
  check(
    flow("asks: possess(crad)"),
    "a.yaml:6:11 catalog/unknown-thing: unknown thing `crad` in `crad` | did you mean `card`?",
  );
  check(
    flow("asks: receive-sms(card.reserved-lin)"),
    "a.yaml:6:11 catalog/unknown-relation: a card has no relation `reserved-lin` (in `receive-sms(card.reserved-lin)`) | did you mean `reserved-line`?",
  );
  check(
    flow("asks: receive-sms(card.bank.line)"),
    "a.yaml:6:11 catalog/unknown-relation: a card has no relation `bank` (in `card.bank.line`) | one of `reserved-line`, `accounts`",
  );
  check(
    flow("asks: know(card)"),
    "a.yaml:6:11 catalog/unknown-secret: `know(card)` does not say what is known | write `know(card.…)`: one of `number`, `pin`",
  );
  check(
    flow("asks: receive-sms(card)"),
    "a.yaml:6:11 catalog/wrong-subject: `receive-sms` is not said of a card | it is said of `line`",
  );
  check(
    flow("asks: pay-with(card)"),
    "a.yaml:6:11 catalog/wrong-subject: `pay-with` is said of 2 things, not of 1 | write `pay-with(account, card)`",
  );
  check(
    flow("sets: [block(card)]"),
    "a.yaml:6:12 catalog/unknown-condition: unknown condition `block` | one of `suspended`, `blocked`",
  );
  check(
    flow("when: { card.colour: red }"),
    "a.yaml:6:13 catalog/unknown-attribute: a card has no attribute `colour` | one of `kind`, `balance`, `credit`, `seen-by-owner`, `last4`",
  );
  check(
    flow("when: { card.kind: gold }"),
    "a.yaml:6:24 shape/unknown-value: unknown value `gold` for `card.kind` | one of `debit`, `credit`, `prepaid`, `unknown`",
  );
});

test("`for` takes relations to things of the variable's kind, and goes in no circle", () => {
  check(
    flow("for: { card: card.kind }\nasks: possess(card)"),
    "a.yaml:6:18 catalog/unknown-relation: a card has no relation `kind` (in `card.kind`) | one of `reserved-line`, `accounts`",
  );
  check(
    flow("for: { card: card.accounts }\nasks: possess(card)"),
    "a.yaml:6:18 catalog/wrong-subject: `card.accounts` leads to an account, not to a card | give `card` a relation that leads to a card",
  );
  check(
    flow("for: { card: account.cards, account: card.accounts }\nasks: possess(card)"),
    "a.yaml:6:12 catalog/wrong-subject: `for` goes in a circle: `card` → `account` → `card` | let one of them begin at `person`, for example `person.cards`",
  );
});

test("flows and measures that name each other must be there", () => {
  const measure = (body: string) =>
    flow("asks: know(card.number)\ngives: [charge(card)]\nmeasures: [m]") +
    `measures:\n  m: { by: person, effort: low, ${body} }\n`;
  check(
    flow("asks: []\nmeasures: [m]"),
    "a.yaml:7:16 catalog/unknown-measure: no measure `m` | define it under `measures:` here or in catalog/common/measures.yaml",
  );
  check(
    measure("removes: [og]"),
    "a.yaml:10:43 catalog/unknown-flow: no flow `og` here | did you mean `go`?",
  );
  check(
    measure("replaces: { went: { asks: [] } }"),
    "a.yaml:10:45 catalog/unknown-flow: no flow `went` here | one of `go`",
  );
  check(
    [measure("removes: [shop/pya]"), `institution: shop\n${founded}\nflows: { pay: {} }\n`],
    "a.yaml:10:43 catalog/unknown-flow: no flow `shop/pya` | did you mean `shop/pay`?",
  );
  check(
    measure("removes: [shop/pay]"),
    "a.yaml:10:43 catalog/unknown-flow: no flow `shop/pay` | one of `bank`",
  );
  check(
    [flow("asks: []"), "measures:\n  m: { by: institution, effort: low, per: world, removes: [gone] }\n"],
    "b.yaml:2:60 catalog/unknown-flow: no institution has a flow `gone` | name a flow, or an institution and its flow: `bank/transfer`",
  );
  check(
    flow("asks: []\ndelay: { min: 1h, cancelled-by: stop }"),
    "a.yaml:7:37 catalog/unknown-flow: no flow `stop` here | one of `go`",
  );
  check(
    `${flow("asks: []")}measures:\n  m: { by: person, effort: low }\n`,
    "a.yaml:8:6 (warning) catalog/idle-measure: the measure `m` changes nothing | list it in the flows it changes, or say what it replaces, removes, changes, sets or renews",
  );
});

test("a measure says an amount as a number", () => {
  check(
    `${flow("asks: []")}measures:\n  m: { by: person, effort: low, changes: { card.balance: unknown } }\n`,
    "a.yaml:8:44 catalog/unknown-attribute: `card.balance` is an amount, and `unknown` is none | write what it is once the measure is taken, as a number: `500`",
  );
});

test("an id that is taken is not taken again", () => {
  check(
    [flow("asks: []"), flow("asks: []")],
    "b.yaml:1:14 catalog/duplicate-id: the institution `bank` stands in `a.yaml` already | give it another id, or join the two files",
  );
  check(
    [
      "measures: { m: { by: person, effort: low, changes: { card.kind: debit } } }",
      "measures: { m: { by: person, effort: low, changes: { card.kind: debit } } }",
    ],
    "b.yaml:1:13 catalog/duplicate-id: the measure `m` is defined twice | give one of them another id",
  );
  check(
    ["sources: { s: { title: a } }", "sources: { s: { title: b } }"],
    "b.yaml:1:12 catalog/duplicate-id: the source `s` is defined twice | give one of them another id",
  );
  check(
    flow("asks: []", "settings: { kind: { of: card, values: [a], en: a, zh: a } }\n"),
    "a.yaml:4:13 catalog/duplicate-id: every card has an attribute `kind` already | give the setting another name, or use `defaults` and the attribute itself",
  );
});

test("what a flow rests on is looked up", () => {
  check(
    flow("asks: []\nbasis: { status: tested, seen: 2020, source: some-paper }"),
    "a.yaml:7:12 (warning) catalog/unknown-source: no source `some-paper` | add it to sources.yaml, or give an address",
  );
  check(
    `institution: bank\ncontacts: [{ tel: 110, source: some-page }, { tel: 111, source: "https://example.org/call" }]\n`,
    "a.yaml:2:32 (warning) catalog/unknown-source: no source `some-page` | add it to sources.yaml, or give an address",
  );
  check(
    "institution: bank\nflows:\n  one: { asks: [] }\n  two: { asks: [] }\n",
    "a.yaml:3:8 (warning) catalog/unknown-source: nothing says where `one` and 1 more comes from | add `basis: { status, seen, source }` to the flow, or to the institution for all its flows",
  );
});

test("a condition nothing lifts is asked about, one that lapses is not", () => {
  check(
    flow("sets: [blocked(card)]"),
    "a.yaml:6:12 (warning) catalog/condition-without-way-out: nothing clears `blocked` | add the flow that clears it, or `expires`; a block is only as strong as the weakest flow that lifts it",
  );
  check(flow("sets: [{ condition: blocked(card), expires: 3d }]"));
  check(flow("sets: [blocked(card)]\nclears: [blocked(card)]"));
});

test("so many of several must be there, and no more ways than anybody meant", () => {
  check(flow("asks: { at-least: 2, of: [know(card.number), know(card.pin), possess(card)] }"));
  check(flow("asks: { at-least: 3, of: enter(card.accounts) }"));
  check(flow("asks: { at-least: 3, of: [enter(card.accounts), know(card.pin)] }"));
  check(
    flow("asks: { at-least: 2, of: [know(card.number)] }"),
    "a.yaml:6:23 shape/bad-text: `at-least` asks for 2 of 1 | name more, or ask for fewer; the same word twice is one, and a word counts for several where its relation may name several (`account.trusted`)",
  );
  check(
    flow("asks: { at-least: 2, of: [know(card.number), know(card.number), know(card.number)] }"),
    "a.yaml:6:23 shape/bad-text: `at-least` asks for 2 of 1 | name more, or ask for fewer; the same word twice is one, and a word counts for several where its relation may name several (`account.trusted`)",
  );
  check(
    flow(
      `asks: { at-least: 6, of: [${Array.from(
        { length: 20 },
        (_, i) =>
          `{ all: [${Array(i + 1)
            .fill("know(card.pin)")
            .join(", ")}] }`,
      ).join(", ")}] }`,
    ),
    "a.yaml:6:23 catalog/too-many-ways: at least 6 of 20 can be met in more than 256 ways | split the flow into several",
  );
});

test("so many of one list is said once", () => {
  const two = "{ at-least: 2, of: [know(card.number), know(card.pin), possess(card)] }";
  const told =
    "a.yaml:6:11 (warning) catalog/said-twice: `go` asks twice for so many of the same list, and the greater number is all it asks | say once how many different ones it asks: `{ at-least: 4, of: … }`";
  check(flow(`asks: [${two}, ${two}]`), told);
  check(flow(`asks: [${two}, { all: [${two.replace("2", "3")}] }]`), told);
  check(flow(`asks: [{ any: [${two}, possess(card)] }, ${two}]`));
  check(flow(`asks: [${two}, ${two.replace("card.pin", "card.number")}]`));
});

test("a flow that would be thousands of rules is refused, and not loaded", () => {
  const both = "{ any: [know(card.number), know(card.pin)] }";
  check(
    flow(`asks: [${Array.from({ length: 9 }, () => both).join(", ")}]`),
    "a.yaml:6:11 catalog/too-many-ways: `go` can be asked in 512 ways, more than 256 | split the flow into several",
  );
  // Lists in lists: counted, and none of their ways is made.
  const inLists = Array.from({ length: 14 }).reduce<string>(
    (inner) => `{ at-least: 2, of: [know(card.number), know(card.pin), ${inner}] }`,
    "receive-sms(card.reserved-line)",
  );
  check(
    flow(`asks: ${inLists}`),
    "a.yaml:6:11 catalog/too-many-ways: `go` can be asked in 32767 ways, more than 256 | split the flow into several",
  );
  const measures = Array.from(
    { length: 7 },
    (_, i) => `  m-${i}: { by: person, effort: low, removes: [go] }\n`,
  ).join("");
  check(
    `${flow("asks: []")}measures:\n${measures}`,
    "a.yaml:6:5 catalog/too-many-measures: 7 measures change `go`, more than 6 | join measures that are taken together",
  );
});

test("a slip in the vocabulary is one complaint, not one in every flow that uses the word", () => {
  const broken = words.replace(', zh: "收{}"', "");
  const using =
    "institution: bank\nprovides: line\nbasis: { status: tested, seen: 2020, source: https://example.org }\nflows: { go: { asks: receive-sms(line), gives: [know(person.id-number)] } }\n";
  const { complaints } = readCatalog([
    { file: "words.yaml", text: broken },
    { file: "bank.yaml", text: using },
  ]);
  expect(complaints.map(({ message, help }) => `${message} | ${help}`)).toEqual([
    "words.yaml:5:16: `zh` is missing | add `zh`: a text",
  ]);
});

test("a file that is no YAML at all is one complaint, too, whatever it was to hold", () => {
  const using = `${flow(
    "asks: know(card.number)\nmeasures: [strict]\nbasis: { status: tested, seen: 2020, source: paper }",
  )}measures: { own: { by: institution, effort: low, removes: [shop/pay] } }\n`;
  const { complaints } = readCatalog([
    { file: "words.yaml", text: words.replace('"知道{}"', '"知道{}') },
    { file: "sources.yaml", text: "sources:\n  paper: { title: a" },
    { file: "measures.yaml", text: "measures:\n  strict: { by: [" },
    { file: "shop.yaml", text: "institution: shop\nflows: { pay: {" },
    { file: "bank.yaml", text: using },
  ]);
  expect([...new Set(complaints.map(({ place, code }) => `${place.file} ${code}`))]).toEqual([
    "measures.yaml yaml/syntax",
    "shop.yaml yaml/syntax",
    "sources.yaml yaml/syntax",
    "words.yaml yaml/syntax",
  ]);
});

test("a limit is a number of times or a sum, and whose it is must be spoken of", () => {
  check(
    flow("asks: know(person.id-number)\ngives: [charge(card)]\nat-most: { per: 24h }"),
    'a.yaml:8:14 shape/bad-text: `{"per":"24h"}` is no limit | give `times`, `amount` or both',
  );
  check(
    flow("asks: know(person.id-number)\ngives: [charge(card)]\nat-most: { times: 1, per: 24h, of: card }"),
    'a.yaml:8:14 shape/bad-text: `{"times":1,"per":"24h","of":"card"}` is no shared limit | give an `amount`, for what is shared is a sum',
  );
  check(
    flow(
      "asks: know(person.id-number)\ngives: [charge(card)]\nat-most: { amount: 100, per: 24h, of: account }",
    ),
    "a.yaml:8:43 (warning) catalog/unknown-thing: `go` has a limit of `account` and speaks of none | name a kind of thing this flow concerns, or add it under `for`",
  );
  check(
    flow(
      "asks: know(person.id-number)\ngives: [charge(card)]\nat-most: [{ times: 1, per: 24h }, { amount: 100, per: 24h, of: account }]",
    ),
    "a.yaml:8:68 (warning) catalog/unknown-thing: `go` has a limit of `account` and speaks of none | name a kind of thing this flow concerns, or add it under `for`",
  );
  check(
    flow("asks: know(person.id-number)\ngives: [charge(card)]\nat-most: []"),
    "a.yaml:8:14 shape/bad-text: `at-most` is empty",
  );
});

test("the vocabulary speaks of things, amounts and capabilities there are", () => {
  check(
    "capabilities: { own: { of: [cart], en: a, zh: a } }",
    "a.yaml:1:29 catalog/unknown-thing: unknown thing `cart` | did you mean `card`?",
  );
  check(
    "capabilities: { own: { of: [card], loss: [pin], en: a, zh: a } }",
    "a.yaml:1:43 catalog/unknown-attribute: no amount `pin` to take the loss from | one of `balance`, `credit`",
  );
  check(
    "conditions: { shut: { of: [card], stops: [chrage], en: a, zh: a } }",
    "a.yaml:1:43 catalog/unknown-capability: `shut` stops `chrage`, which is not a capability | did you mean `charge`?",
  );
  check(
    "capabilities: { skim: { of: [card], loss: [], part-of: [chrage], en: a, zh: a } }",
    "a.yaml:1:57 catalog/unknown-capability: `skim` is part of `chrage`, which is not a capability | did you mean `charge`?",
  );
  check(
    "capabilities: { hear: { of: [line], while: [posess], en: a, zh: a } }",
    "a.yaml:1:45 catalog/unknown-capability: `hear` is had while `posess`, which is not a capability | did you mean `possess`?",
  );
});

test("a broken file of sources or of common measures raises no complaint in the files that refer to it", () => {
  check(
    [
      flow("asks: []\nbasis: { status: tested, seen: 2020, source: paper }"),
      "sources: { paper: { titel: a } }",
    ],
    "b.yaml:1:19 shape/missing-key: `title` is missing | add `title`: a text or a map",
    "b.yaml:1:21 shape/unknown-key: unknown key `titel` | did you mean `title`?",
  );
  check(
    [
      flow("asks: []\nmeasures: [m]"),
      "measures: { m: { by: person, effort: huge, asks-more: know(card.pin) } }",
    ],
    "b.yaml:1:38 shape/unknown-value: unknown value `huge` for `effort` | one of `low`, `medium`, `high`",
  );
});

test("a broken institution stays known by name", () => {
  check(
    [
      `institution: shop\n${founded}\nflows: { pay: { asks: [], gives: 3 } }\n`,
      `institution: bank\n${founded}\nflows: { go: { asks: [] } }\nmeasures: { m: { by: institution, effort: low, removes: [shop/pay] } }\n`,
    ],
    "a.yaml:3:34 shape/wrong-type: `gives` is a number, expected a text or a list | write a list: `[…, …]`",
  );
});

test("complaints come in the order in which one mends them: by file, then by place", () => {
  const { complaints } = read(flow("takes: soon\nhours: late"), "a: [");
  expect(complaints.map(({ where }) => where)).toEqual(["a.yaml:6:12", "a.yaml:7:12", "b.yaml:1:5"]);
});
