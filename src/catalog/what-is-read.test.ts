/** What institutions are read for, and how far away a lent way is. The words of these worlds are not the shipped ones. */
import { expect, test } from "vitest";
import type { InstitutionKind, ProofClass } from "../model/index.ts";
import { archetypesOf, archetypesOfPerson, distanceAt, readCatalog, whatIsRead } from "./index.ts";

const words = `
capabilities:
  text: { of: [line], en: "texts {}", zh: "短信{}" }
  inside: { of: [account], en: "inside {}", zh: "进{}" }
  stand-there: { of: [person], en: "stands there as {}", zh: "{}到场" }
  know: { of: [person|account], en: "knows {}", zh: "知道{}" }
  loan: { of: [account], en: "loan of {}", zh: "{}借款" }
secrets:
  person: { id: { en: id, zh: 证件号 } }
  account: { word: { en: word, zh: 口令 } }
conditions:
  shut: { of: [account], stops: [inside], en: "{} shut", zh: "{}已关" }
proofs: { presence: [stand-there], secret: [account.word], line: [text], session: [inside], facts: [person.id] }
`;
const aspects = `
aspects:
  forgotten: { name: { en: a, zh: 甲 }, question: { en: "how {}", zh: "{}怎么" }, of: [wallet, bank], flows: [{ gives: know(account.word), asks-not: inside(account) }] }
  reopen: { name: { en: b, zh: 乙 }, question: { en: "how {}", zh: "{}怎么" }, of: [wallet], flows: [{ clears: shut(account) }] }
  lend: { name: { en: c, zh: 丙 }, question: { en: "how {}", zh: "{}怎么" }, of: [bank], pots: { loan-offer: bank }, flows: [{ gives: loan(account) }] }
  own-drawer: { name: { en: d, zh: 丁 }, question: { en: look, zh: 看看 }, of: person }
`;
const today = "2026-06-01";
const seenToday = "basis: { status: claimed, seen: 2026-05-01, source: s }";
const sources = "sources: { s: { title: a } }";

const institution = (id: string, flows: string, more = "") =>
  `institution: ${id}\nkind: wallet\nprovides: account\n${seenToday}\n${more}flows:\n${flows.replace(/^/gm, "  ")}\n`;
const byText = "by-text: { asks: text(line), gives: know(account.word) }";
const byFacts = "by-facts: { asks: know(person.id), gives: know(account.word) }";
const atCounter = "at-counter: { asks: stand-there(person), gives: know(account.word) }";

function readingsOf(texts: readonly string[], asOf = today) {
  const { catalog, complaints } = readCatalog(
    [words, aspects, sources, ...texts].map((text, i) => ({ file: `${i}.yaml`, text })),
  );
  expect(complaints.map(({ where, sentence }) => `${where} ${sentence}`)).toEqual([]);
  return whatIsRead(catalog, asOf);
}

/** Every reading of one institution, a word each. */
function check(text: string, expected: Readonly<Record<string, string>>, asOf = today) {
  const { of } = readingsOf([text], asOf);
  const told = [...(of.get("a") ?? [])].map(([aspect, reading]) => [
    aspect,
    reading.kind === "read"
      ? `${reading.flows.join(" ")}: ${reading.proofs.join(" ")}`
      : reading.kind === "unread"
        ? ["unread", ...reading.old].join(" ")
        : reading.kind,
  ]);
  expect(Object.fromEntries(told)).toEqual(expected);
}

test("an aspect is read by its flows, and what nobody read is unread and not absent", () => {
  check(institution("a", `${byText}\n${byFacts}`), {
    forgotten: "by-text by-facts: line facts",
    reopen: "unread",
  });
});

test("a counter that wants the person answers for nothing else", () => {
  check(institution("a", atCounter), { forgotten: "unread", reopen: "unread" });
});

test("a file may say that every way is read, or that there is no such thing", () => {
  check(institution("a", byText, "reads: { forgotten: whole, reopen: none }\n"), {
    forgotten: "whole",
    reopen: "none",
  });
});

test("a flow may name its aspect, against what it gives and asks", () => {
  check(institution("a", "odd: { aspect: reopen, asks: text(line), gives: know(account.word) }"), {
    forgotten: "unread",
    reopen: "odd: line",
  });
});

test("old and later evidence says nothing of the day, unless the file says since when it holds", () => {
  const seen = (day: string, more = "") =>
    institution(
      "a",
      `x: { asks: text(line), gives: know(account.word), basis: { status: reported, seen: ${day}, source: s }${more} }`,
    );
  const unread = { forgotten: "unread x", reopen: "unread" };
  const read = { forgotten: "x: line", reopen: "unread" };
  check(seen("2024-05-01"), unread);
  check(seen("2024-06-01"), read);
  check(seen("2024"), read);
  check(seen("2023"), unread);
  check(seen("2020-01-01", ", valid: { from: 2019 }"), read);
  check(seen("2026-05-01"), unread, "2020-09-04");
  check(seen("2026-05-01", ", valid: { from: 2019 }"), read, "2020-09-04");
  check(
    seen("2026-05-01", ", valid: { from: 2021 }"),
    { forgotten: "unread", reopen: "unread" },
    "2020-09-04",
  );
});

test("what a flow rests on is the hardest of all it asks, in each of its ways; an agent decides before any of it", () => {
  const of = (asks: string, more = "") => {
    const { catalog, aspectsOf } = readingsOf([
      institution("a", `x: { asks: ${asks}, gives: know(account.word)${more} }`),
    ]);
    const there = catalog.institutions.get("a");
    const [flow] = there?.flows ?? [];
    return there === undefined || flow === undefined ? undefined : aspectsOf(there, flow).proofs.join(" ");
  };
  expect(of("[text(line), know(person.id)]")).toBe("line");
  expect(of("{ any: [text(line), { all: [know(person.id), inside(account)] }] }")).toBe("line session");
  expect(of("[{ any: [text(line), know(person.id)] }, know(account.word)]")).toBe("secret");
  expect(of("[]")).toBe("nothing");
  expect(of("[text(line)]", ", discretion: true")).toBe("agent");
  expect(of("[]", ", clears: shut(account), takes: 7d")).toBe("lapse");
});

interface Lent {
  readonly at: string;
  readonly by: readonly ProofClass[];
  readonly kind?: InstitutionKind;
  readonly region?: string;
}

function lent(texts: readonly string[], { at, by, kind = "wallet", region }: Lent) {
  const found = distanceAt(at, {
    readings: readingsOf(texts),
    aspect: "forgotten",
    kind,
    proofs: by,
    region,
  });
  return found === undefined
    ? "nothing"
    : `${found.distance}: ${found.seen.at} of ${found.seen.of} ${found.seen.region ?? ""}`.trim();
}

const unread = "open: { asks: know(account.word), gives: inside(account) }";

test("a lent way is near where its kind does it, farther where somebody does, farthest where another way is read", () => {
  const three = [institution("b", byText), institution("c", byText), institution("d", byFacts)];
  const all = [institution("a", unread), ...three];
  expect(lent(all, { at: "a", by: ["line"] })).toBe("1: 2 of 3");
  expect(lent(all, { at: "a", by: ["facts"] })).toBe("2: 1 of 3");
  expect(lent(all, { at: "d", by: ["line"] })).toBe("3: 2 of 3");
  // Two that were read say nothing of what is usual, though both do it.
  expect(lent(all.slice(0, 3), { at: "a", by: ["line"] })).toBe("2: 2 of 2");
});

test("nothing is lent where the file says that all is read or that there is nothing", () => {
  for (const said of ["whole", "none"])
    expect(
      lent([institution("a", byText, `reads: { forgotten: ${said} }\n`)], { at: "a", by: ["facts"] }),
    ).toBe("nothing");
});

test("it is counted in the region where three are read there, else anywhere; archetypes are not counted", () => {
  const inRegion = (id: string, flow: string, region: string) =>
    institution(id, flow, `regions: [${region}]\n`);
  const some = [
    inRegion("a", unread, "fr"),
    inRegion("b", byText, "fr"),
    inRegion("c", byFacts, "fr"),
    inRegion("d", byText, "de"),
    inRegion("e", byText, "de"),
    institution("z", byFacts, "archetype: true\n"),
  ];
  expect(lent(some, { at: "a", by: ["line"], region: "fr" })).toBe("1: 3 of 4");
  expect(lent([...some, inRegion("f", byFacts, "fr")], { at: "a", by: ["line"], region: "fr" })).toBe(
    "2: 1 of 3 fr",
  );
});

test("an archetype lends in its regions, one without regions everywhere; it is read for nothing", () => {
  const { catalog, of } = readingsOf([
    institution("here", byText, "archetype: true\nregions: [fr]\n"),
    institution("anywhere", byText, "archetype: true\n"),
    institution("a", byText),
  ]);
  const lenders = (region?: string) => archetypesOf(catalog, "wallet", region).map(({ id }) => id);
  expect([lenders("fr"), lenders("de"), lenders()]).toEqual([
    ["anywhere", "here"],
    ["anywhere"],
    ["anywhere", "here"],
  ]);
  expect(archetypesOf(catalog, "bank", "fr")).toEqual([]);
  expect(archetypesOfPerson(catalog)).toEqual([]);
  expect([...of.keys()]).toEqual(["a"]);
});

test("an archetype that runs nothing is the person's own, and lends to no institution of its kind", () => {
  const own = `institution: own\narchetype: true\n${seenToday}\nflows: { look: { aspect: own-drawer, gives: know(person.id) } }`;
  const { catalog } = readingsOf([own, institution("a", byText).replace("kind: wallet", "kind: other")]);
  expect(archetypesOfPerson(catalog, "fr").map(({ id }) => id)).toEqual(["own"]);
  expect(archetypesOf(catalog, "other", "fr")).toEqual([]);
});

test("an aspect no file has is complained of where it stands", () => {
  const { complaints, catalog } = readCatalog(
    [
      words,
      aspects,
      sources,
      institution("a", "x: { aspect: [lend, forgoten], asks: [] }", "reads: { reopn: none }\n"),
    ].map((text, i) => ({ file: `${i}.yaml`, text })),
  );
  expect(
    complaints.map(({ where, code, sentence, help }) => `${where} ${code} ${sentence} | ${help}`),
  ).toEqual([
    "3.yaml:5:10 catalog/unknown-aspect unknown aspect `reopn` | did you mean `reopen`?",
    "3.yaml:7:23 catalog/unknown-aspect unknown aspect `forgoten` | did you mean `forgotten`?",
  ]);
  expect([...catalog.institutions.keys()]).toEqual([]);
});
