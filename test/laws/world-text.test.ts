/** What the readers owe to any text: an answer in time, a place for every complaint, and nothing half-loaded. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { emptyCatalog, fileKindOf, readCatalog, readYaml, type SourceText } from "../../src/catalog/index.ts";
import { ground } from "../../src/ground/index.ts";
import type { Complaint } from "../../src/model/index.ts";
import { type Person, readPerson } from "../../src/person/index.ts";
import { audit } from "../../src/questions/index.ts";
import { openReach } from "../../src/reach/index.ts";
import { readStory } from "../../src/testing/index.ts";
import { anyInstitutionText, anyPersonText, anyWorldText } from "../kit/generators.ts";
import { readShipped } from "../kit/shipped.ts";
import { catalogOf, vocabulary } from "../kit/small-world.ts";

const shipped = readShipped();

interface Outcome {
  readonly complaints: readonly Complaint[];
  /** Ids of what came of the text. */
  readonly loaded: readonly string[];
  readonly person?: Person | undefined;
}

/** Hands the text to whichever reader it is for; `file` stands for a file of its own. */
function readAny({ text, file }: SourceText): Outcome {
  const read = readCatalog([{ text, file }], shipped.catalog);
  const complaints = [...read.complaints];
  const loaded = [...read.catalog.institutions.keys()].filter((id) => read.catalog.files.get(id) === file);
  let person: Person | undefined;
  for (const { kind, yaml } of read.others) {
    if (kind === "person") {
      const found = readPerson(yaml, shipped.catalog);
      complaints.push(...found.complaints);
      if (found.person !== undefined) loaded.push(found.person.id);
      person = found.person;
    } else if (kind === "story") {
      const found = readStory(yaml, file, shipped.catalog, () => readYaml("person: { id: x }", "x.yaml"));
      complaints.push(...found.complaints);
      if (found.story !== undefined) loaded.push(found.story.id);
    }
  }
  return { complaints, loaded, person };
}

/** What every reading of any text must obey. */
function obey(source: SourceText): Outcome {
  const outcome = readAny(source); // One that hangs is ended by the runner: no law has a clock.
  const lines = source.text.split(/\r\n|\n|\r/).length;
  for (const { place, sentence, code } of outcome.complaints) {
    const isThere =
      place.file === source.file &&
      (place.line === undefined || (place.line >= 1 && place.line <= lines && (place.column ?? 0) >= 1));
    expect([code, sentence, isThere]).toEqual([code, expect.stringMatching(/\S/), true]);
  }
  const errors = outcome.complaints.filter(({ severity }) => severity === "error");
  if (errors.length > 0) expect([errors[0]?.message, outcome.loaded]).toEqual([errors[0]?.message, []]);
  return outcome;
}

/** Pieces that mean something to YAML or to us, put where they do not belong. */
const scraps = [
  "\n",
  " ",
  "  ",
  "\t",
  ":",
  ": ",
  "-",
  "- ",
  "[",
  "]",
  "{",
  "}",
  "&a ",
  "*a",
  "!!str ",
  "|",
  ">",
  "#",
  "'",
  '"',
  ",",
  "%",
  "---\n",
  "\r",
  "\0",
  "\uFEFF",
  "null",
  "~",
  "true",
  "0",
  "-1",
  "1e999",
  ".nan",
  "__proto__",
  "unknown",
  "none",
  "new",
  "person",
  "account.cards",
  "know(card.number)",
  "for: { card: account.cards }\n",
  "9".repeat(30),
  "汉字",
  "\u202E",
];

type Edit = {
  readonly kind: "insert" | "cut" | "double" | "swap" | "indent" | "word";
  readonly at: number;
  readonly size: number;
  readonly scrap: string;
};
const anyEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom("insert", "cut", "double", "swap", "indent", "word"),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  size: fc.integer({ min: 1, max: 40 }),
  scrap: fc.constantFrom(...scraps),
});

function edited(text: string, { kind, at, size, scrap }: Edit): string {
  const offset = Math.floor(at * text.length);
  const lines = text.split("\n");
  const line = Math.floor(at * lines.length);
  switch (kind) {
    case "insert":
      return text.slice(0, offset) + scrap + text.slice(offset);
    case "cut":
      return text.slice(0, offset) + text.slice(offset + size);
    case "double":
      return [...lines.slice(0, line), ...lines.slice(line, line + size), ...lines.slice(line)].join("\n");
    case "swap":
      return [
        ...lines.slice(0, line),
        ...lines.slice(line, line + 2).reverse(),
        ...lines.slice(line + 2),
      ].join("\n");
    case "indent":
      return lines.map((each, i) => (i >= line && i < line + size ? `  ${each}` : each)).join("\n");
    case "word":
      return text.slice(0, offset) + text.slice(offset).replace(/[a-z][a-z-]*/, scrap);
  }
}

test("C1 a shipped file broken anyhow is complained of at its places, and never half-loaded", () => {
  let complained = 0;
  let loaded = 0;
  let files = 0;
  fc.assert(
    fc.property(
      fc.nat(shipped.texts.length - 1),
      fc.array(anyEdit, { minLength: 1, maxLength: 3 }),
      (i, edits) => {
        const { text, file } = shipped.texts[i] ?? { text: "", file: "" };
        const outcome = obey({ text: edits.reduce(edited, text), file });
        files += 1;
        if (outcome.complaints.some(({ severity }) => severity === "error")) complained += 1;
        else if (outcome.loaded.length > 0) loaded += 1;
      },
    ),
    { numRuns: Number(process.env["WORLDS"] ?? 400) },
  );
  expect([complained > 50, loaded > 20, files > 100]).toEqual([true, true, true]); // A check that reads nothing must not pass.
});

test("C1 any text at all is read to its end", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          ...scraps,
          "institution: x\n",
          "person: { id: x }\n",
          "story: x\n",
          "flows:\n",
          "  a: { asks: [] }\n",
        ),
        { maxLength: 40 },
      )
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      obey({ text, file: "any.yaml" });
    }),
    { numRuns: 400 },
  );
});

test("C2 what was read without an error can be asked about", () => {
  const chengdu = shipped.people.get("chengdu-2020");
  const files = shipped.texts.filter(({ text }) => /^institution:/m.test(text));
  let asked = 0;
  fc.assert(
    fc.property(fc.nat(files.length - 1), fc.array(anyEdit, { minLength: 1, maxLength: 2 }), (i, edits) => {
      const source = files[i];
      if (source === undefined || chengdu === undefined) throw new Error("nothing shipped");
      const text = edits.reduce(edited, source.text);
      const { catalog, complaints, broken } = readCatalog([{ text, file: source.file }], {
        ...emptyCatalog,
        vocabulary: shipped.catalog.vocabulary,
        measures: shipped.catalog.measures,
        sources: shipped.catalog.sources,
      });
      if (broken.size > 0 || complaints.some(({ severity }) => severity === "error")) return;
      const world = ground({ catalog, person: chengdu });
      audit({ reach: openReach(world), held: ["possess(sim.main)"], wantsCheapest: false, sides: [] });
      asked += 1;
    }),
    { numRuns: 150 },
  );
  expect(asked).toBeGreaterThan(10);
});

test("C2 random institutions and persons read without a complaint that is an error", () => {
  fc.assert(
    fc.property(anyInstitutionText, anyPersonText, (institution, person) => {
      const errors = [
        ...readCatalog([{ text: institution, file: "i.yaml" }], { ...emptyCatalog, vocabulary }).complaints,
        ...readPerson(readYaml(person, "p.yaml"), { ...emptyCatalog, vocabulary }).complaints,
      ].filter(({ severity }) => severity === "error");
      expect(errors.map(({ message }) => message)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

/** Breaks one word of the institution and says where it now stands. */
function misspelt(text: string, number: number): { readonly text: string; readonly line: number } {
  const lines = text.split("\n");
  const places = lines.flatMap((line, i) =>
    /(know|enter|possess|receive-sms|charge|drain)\(/.test(line) ? [i] : [],
  );
  const line = places[number % Math.max(1, places.length)] ?? -1;
  return {
    text: lines
      .map((each, i) =>
        i === line ? each.replace(/(know|enter|possess|receive-sms|charge|drain)\(/, "x$1(") : each,
      )
      .join("\n"),
    line: line + 1,
  };
}

test("C3 a misspelt word is complained of on its line, with the word that was meant", () => {
  let found = 0;
  fc.assert(
    fc.property(anyWorldText, fc.nat(), (world, number) => {
      const { text, line } = misspelt(world.institutions[0] ?? "", number);
      if (line === 0) return;
      const { complaints, catalog } = readCatalog([{ text, file: "i.yaml" }], {
        ...emptyCatalog,
        vocabulary,
      });
      const [first] = complaints.filter(({ code }) => code === "catalog/unknown-capability");
      expect([first?.place.line, first?.help]).toEqual([line, expect.stringMatching(/^did you mean `/)]);
      expect(catalog.institutions.has("alpha")).toBe(false);
      found += 1;
    }),
    { numRuns: 150 },
  );
  expect(found).toBeGreaterThan(50);
});

test("P2 what is written again from what was read is read alike", () => {
  fc.assert(
    fc.property(anyWorldText, ({ institutions, measures }) => {
      const again = (text: string) => stringify(parse(text), { collectionStyle: "flow" });
      const all = [...institutions, ...(measures === undefined ? [] : [measures])];
      const strip = (texts: readonly string[]) => {
        const { institutions: read, measures: common } = catalogOf(...texts);
        return JSON.stringify([[...read], common], (_, value) => (value instanceof Map ? [...value] : value));
      };
      expect(strip(all.map(again))).toBe(strip(all));
    }),
    { numRuns: 60 },
  );
});

test("every block of the notation is what it says it is, and holds no fault but those of an example", () => {
  const blocks = [
    ...readFileSync("docs/reference/notation.md", "utf8").matchAll(/```yaml\n([\s\S]*?)```/g),
  ].map(([, block = ""]) => block.replaceAll(/, …(?= ?[}\]])/g, ""));
  const told = blocks.map((text) => {
    const kind = fileKindOf(readYaml(text, "block.yaml").value);
    const { complaints } = readAny({ text, file: "block.yaml" });
    return [
      kind ?? "a part",
      ...complaints
        .filter(({ severity }) => severity === "error")
        .map(({ code, sentence }) => `${code}: ${sentence}`),
    ];
  });
  expect(told).toMatchInlineSnapshot(`
    [
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "night",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "story",
      ],
      [
        "vocabulary",
      ],
      [
        "institution",
        "catalog/unknown-flow: no flow \`keep-account\` here",
        "catalog/unknown-flow: no flow \`lift-by-phone\` here",
      ],
      [
        "names",
      ],
      [
        "extension",
        "catalog/unknown-institution: no institution \`jd\` to extend",
      ],
      [
        "aspects",
      ],
      [
        "clocks",
        "shape/bad-text: \`…\` is not a date",
        "shape/bad-text: \`…\` is not a date",
      ],
      [
        "person",
        "person/unknown-thing: no account \`huawei\`",
        "person/unknown-thing: no card \`ccb-credit\`",
        "person/unknown-thing: no account \`qq-mail\`",
        "question/unknown-capability: no account \`jd\` in \`know(account.jd.password)\`",
        "question/unknown-condition: no card \`icbc-credit\` in \`blocked(card.icbc-credit)\`",
        "question/unknown-capability: no account \`photos\` in \`enter(account.photos)\`",
        "person/unknown-thing: no thing \`line.husband\`",
      ],
      [
        "story",
      ],
      [
        "night",
      ],
      [
        "night",
      ],
      [
        "night",
      ],
      [
        "night",
      ],
      [
        "night",
      ],
      [
        "night",
      ],
      [
        "night",
      ],
    ]
  `);
});

/** The two examples of the design, as they stand there. */
const telecom = `
institution: china-telecom-sichuan
name: { en: China Telecom Sichuan, zh: 四川电信 }
kind: carrier
contacts: [{ tel: "10000", hours: always }]
provides: line
flows:
  reset-service-password:
    title: { en: Reset the service password, zh: 重置服务密码 }
    channel: phone
    asks: [receive-sms(line), know(person.id-number)]
    gives: [know(line.service-password)]
    revokes: [know(line.service-password)]        # from everybody else
    takes: { min: 2m, likely: 5m, max: 15m }
    leaves: [{ sms: { to: line, from: "10000", about: service-password-changed } }]
    f3: [F1006.003]
    basis: { status: reported, seen: 2020-09-04, source: chengdu-2020 }
  suspend-by-phone:
    asks: { any: [ know(line.service-password), { all: [know(person.id-number), know(line.recent-contacts)] } ] }
    sets: [suspended(line)]
    takes: { min: 2m, likely: 4m, max: 20m }
    leaves: [{ call: { from: caller, to: "10000" } }]
  lift-by-phone:
    asks: [know(line.service-password)]
    clears: [suspended(line)]
    takes: { min: 2m, likely: 4m, max: 20m }
    measures: [lift-only-at-counter, lift-after-24h]
measures:
  lift-only-at-counter: { by: institution, effort: high, replaces: { lift-by-phone: { asks: [appear-in-person(person)] } } }
`;
const luo = `
person: { id: luo, region: cn }
lines:   { main: { carrier: china-telecom-sichuan, sim: { in: phone, pin: none } } }
devices: { phone: { vendor: huawei, os: emui-old, lock: passcode, account: huawei } }
cards:   { ccb-debit: { bank: ccb, kind: debit, reserved-line: main, balance: 0, seen-by-owner: false } }
accounts:{ alipay: { service: alipay, line: main, cards: [ccb-credit], liveness: photo-beatable } }
same-secret: [[alipay.payment-password, ccb-debit.pin]]
`;

test("the examples of the design: what they leave out is asked for, with the place and the way out", () => {
  const said = (text: string, file: string) =>
    readAny({ text, file }).complaints.map(
      ({ where, severity, sentence, help }) => `${where} ${severity}: ${sentence} | ${help}`,
    );
  expect(said(telecom, "telecom.yaml")).toMatchInlineSnapshot(`
    [
      "telecom.yaml:19:5 warning: nothing says where \`suspend-by-phone\` and 1 more comes from | add \`basis: { status, seen, source }\` to the flow, or to the institution for all its flows",
    ]
  `);
  expect(said(luo, "luo.yaml")).toMatchInlineSnapshot(`
    [
      "luo.yaml:6:1 warning: the colon after \`accounts\` wants a space; it is read as if it had one | write \`accounts: …\`",
      "luo.yaml:4:76 error: no account \`huawei\` | one of \`alipay\`",
      "luo.yaml:6:59 error: no card \`ccb-credit\` | did you mean \`ccb-debit\`?",
    ]
  `);
});

test("the examples of the design with the missing parts added load and answer", () => {
  const whole = telecom.replace(
    "measures:\n  lift-only",
    "measures:\n  lift-after-24h: { by: institution, effort: medium, delays: 24h }\n  lift-only",
  );
  const { catalog } = readCatalog([
    ...shipped.texts.filter(({ text }) => !/^institution: china-telecom-sichuan$/m.test(text)),
    { text: whole, file: "telecom.yaml" },
  ]);
  const text = luo
    .replace(
      "seen-by-owner: false }",
      "seen-by-owner: false }, ccb-credit: { bank: ccb, kind: credit, reserved-line: main, credit: 9000 }",
    )
    .replace("alipay: { service", "huawei: { service: huawei, line: main }, alipay: { service");
  const { person, complaints } = readPerson(readYaml(text, "luo.yaml"), catalog);
  expect(complaints.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
  if (person === undefined) throw new Error("no person");
  const world = ground({ catalog, person, asOf: "2020-09-04" });
  const held = ["possess(sim.main)", "know(person.id-number)", "know(person.id-photo)"];
  const answer = audit({ reach: openReach(world), held, wantsCheapest: false });
  expect(answer.losses.filter(({ reachable }) => reachable).map(({ goal }) => goal)).toContain(
    "charge(card.ccb-credit)",
  );
  // An empty debit card is no loss.
  expect(answer.losses.map(({ goal }) => goal)).not.toContain("charge(card.ccb-debit)");
  // With a photo of the ID card in hand a weak face check is the way, SIM or no SIM.
  expect(answer.alone).toEqual(["real-liveness-check"]);
  expect(world.choices.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["lift-only-at-counter", "lift-after-24h"]),
  );
  const suspended = answer.conditions.find(({ condition }) => condition === "suspended(line.main)");
  expect(suspended).toMatchObject({ setBy: "suspend-by-phone", liftedBy: "lift-by-phone" });
});
