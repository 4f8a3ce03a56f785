/** What rests on what, and what an outsider can check; and that the shipped catalogue says nothing firm on what nobody can. */
import { expect, test } from "vitest";
import { readShipped } from "../../test/kit/shipped.ts";
import { evidenceOf, unfounded } from "./evidence.ts";
import { readCatalog } from "./read-catalog.ts";

const { catalog, complaints } = readCatalog([
  {
    file: "words.yaml",
    text: `capabilities:
  know: { of: [person|account], owner: true, en: "knows {}", zh: "知道{}" }
  enter: { of: [account], en: "enters {}", zh: "进{}" }
secrets: { account: { password: { en: password, zh: 密码 } } }
aspects:
`.replace("aspects:\n", ""),
  },
  {
    file: "aspects.yaml",
    text: 'aspects: { recover: { name: { en: r, zh: 找回 }, question: { en: "r", zh: "找" }, of: [wallet] } }\n',
  },
  {
    file: "sources.yaml",
    text: `sources:
  page: { title: A page, url: "https://example.org/help/12", published: 2024-01, seen: 2026-01-01, grade: official }
  site: { title: A whole site, url: "https://example.org/", seen: 2026-01-01 }
  asked: { title: A site that is asked something, url: "https://example.org/?id=7" }
  home: { title: What anyone can try, seen: 2026-01-01, grade: anyone }
  book: { title: A book }
  section: { title: The help of a site, url: "https://example.org/latin_en/support/" }
  repository: { title: A repository, url: "https://github.com/example/laws" }
  file: { title: A file in it, url: "https://github.com/example/laws/blob/main/a.md" }
  tongue: { title: The front page in a language, url: "https://example.org/pt-br/" }
  short: { title: A page with a short name, url: "https://example.org/face-id/" }
  article: { title: An article of the help, url: "https://example.org/en/support/article-7" }
`,
  },
  {
    file: "pay.yaml",
    text: `institution: pay
kind: wallet
provides: account
contacts:
  - { tel: "1", source: page }
  - { tel: "2", source: page, seen: 2026-02-03 }
  - { tel: "3", source: site }
  - { tel: "4" }
  - { tel: "5", source: "https://example.org/call", seen: 2026-01-02 }
  - { url: "https://example.org/lost" }
reads: { recover: { is: none, basis: { status: reported, seen: 2026, source: book } } }
flows:
  one: { gives: [enter(account)], basis: { status: documented, seen: 2026-01-01, source: page } }
  old: { gives: [enter(account)], basis: { status: documented, seen: 2022-01-01, source: page } }
  dated: { gives: [enter(account)], valid: { from: 2020 }, basis: { status: documented, seen: 2022-01-01, source: page } }
  over: { gives: [enter(account)], valid: { until: 2023 }, basis: { status: documented, seen: 2022-01-01, source: page } }
  firm: { gives: [enter(account)], basis: { status: documented, seen: 2026-01-01, source: site } }
  soft: { gives: [enter(account)], basis: { status: claimed, seen: 2026-01-01, source: site } }
  tried: { gives: [enter(account)], basis: { status: tested, seen: 2026-01-01, source: home } }
  query: { gives: [enter(account)], basis: { status: tested, seen: 2026-01-01, source: asked } }
  direct: { gives: [enter(account)], basis: { status: tested, seen: 2026-01-01, source: "https://example.org/direct" } }
  nothing: { gives: [enter(account)] }
measures:
  lock: { by: person, effort: low, replaces: { one: { asks: know(account.password) } }, basis: { status: claimed, seen: 2026-01-01, source: page } }
  bolt: { by: person, effort: low, removes: [one] }
`,
  },
]);
const evidence = evidenceOf(catalog, "2026-11-28");
const source = (id: string) => evidence.sources.find((each) => each.id === id);

test("of every source it is told whether there is a page to open", () => {
  expect(complaints.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(
    Object.fromEntries(evidence.sources.map(({ id, address, rests }) => [id, `${address} ${rests.length}`])),
  ).toEqual({
    page: "page 5",
    tongue: "site 0",
    short: "page 0",
    site: "site 2",
    asked: "page 1",
    home: "try 1",
    book: "none 1",
    section: "site 0",
    repository: "site 0",
    file: "page 0",
    article: "page 0",
    "https://example.org/direct": "page 1",
  });
});

test("what says more than claimed where nobody can look is told, and only that", () => {
  expect(
    evidence.sources.flatMap((each) => unfounded(each).map(({ what, id }) => `${what} ${id}`)).sort(),
  ).toEqual(["flow pay/firm", "reading pay/recover"]);
});

test("what was seen long ago is old unless something says since or until when; what is over is over", () => {
  const told = source("page")?.rests.map(
    ({ id, isOld, isOver }) => `${id}${isOld ? " old" : ""}${isOver ? " over" : ""}`,
  );
  expect(told).toEqual(["pay/dated", "pay/lock", "pay/old old", "pay/one", "pay/over over"]);
  expect(
    evidenceOf(catalog, "2023-06-01").sources.flatMap(({ rests }) => rests.filter(({ isOver }) => isOver)),
  ).toEqual([]);
});

test("a measure nobody vouches for and a flow of no source are named", () => {
  expect(evidence.undatedMeasures).toEqual(["pay/bolt"]);
  expect(evidence.unsourced).toEqual(["pay/nothing"]);
});

test("of every number to call it is told on which page it stands, and since when it was read there", () => {
  expect(evidence.numbers.map(({ tel, address, seen }) => `${tel} ${address} ${seen}`)).toEqual([
    "1 page 2026-01-01",
    "2 page 2026-02-03",
    "3 site 2026-01-01",
    "4 none undefined",
    "5 page 2026-01-02",
  ]);
  expect(evidence.numbers.at(-1)).toMatchObject({ institution: "pay", url: "https://example.org/call" });
});

test("a number of the shipped catalogue names a page or none, and those without become no more", () => {
  const { catalog: shipped } = readShipped();
  const { numbers } = evidenceOf(shipped, "2026-11-28");
  const without = numbers.filter(({ address }) => address !== "page");
  expect(numbers.length).toBeGreaterThan(200);
  expect(without.filter(({ address }) => address !== "none")).toEqual([]);
  expect(without.length).toBeLessThan(150);
  // What is entered since contacts name their page names it.
  const isInCanada = (id: string) => shipped.institutions.get(id)?.regions.includes("ca") === true;
  expect(without.filter(({ institution }) => isInCanada(institution))).toEqual([]);
});

test("the shipped catalogue says nothing firm on what nobody can look up", () => {
  const shipped = evidenceOf(readShipped().catalog, "2026-11-28");
  expect(shipped.sources.length).toBeGreaterThan(200); // A check that reads nothing must not pass.
  expect(shipped.sources.flatMap((each) => unfounded(each).map(({ id }) => `${each.id}: ${id}`))).toEqual([]);
  expect(shipped.unsourced).toEqual([]);
});
