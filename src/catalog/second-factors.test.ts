/** The JSON of 2fa.directory: its three layouts, what becomes of faults, and what is no such list. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readShipped } from "../../test/kit/shipped.ts";
import { readSecondFactors, siteAt } from "./second-factors.ts";
import { institutionOfSite } from "./site-institution.ts";

const read = (value: unknown) => readSecondFactors(JSON.stringify(value), "all.json");
const told = (value: unknown) =>
  (read(value)?.complaints ?? []).map(
    ({ where, code, sentence, help }) => `${where} ${code}: ${sentence} | ${help}`,
  );
/** `example.com: bank app sms`, in the order of the file. */
const sites = (value: unknown) =>
  [...(read(value)?.directory?.sites ?? [])].map(
    ([domain, { kind, offers }]) =>
      `${domain}: ${kind} ${offers === undefined ? "?" : [...offers].sort().join(" ")}`,
  );

const fields = { tfa: ["sms", "totp"], categories: ["banking"], documentation: "https://example.com/2fa" };

test("by name, in pairs and by domain it says the same", () => {
  const expected = ["example.com: bank app sms"];
  expect(sites({ Example: { domain: "example.com", ...fields } })).toEqual(expected);
  expect(sites([["Example", { domain: "example.com", ...fields }]])).toEqual(expected);
  const { tfa, ...rest } = fields;
  expect(sites({ "example.com": { methods: tfa, ...rest } })).toEqual(expected);
});

test("none, nothing said, and codes by mail alone are three things told apart from a step", () => {
  expect(
    sites({
      None: { domain: "none.com", contact: { twitter: "none" } },
      Silent: { domain: "silent.com" },
      Mail: { domain: "mail.com", tfa: ["email"], categories: ["email"] },
      Call: { domain: "call.com", tfa: ["call", "custom-hardware"], categories: ["social"] },
    }),
  ).toEqual(["none.com: site ", "silent.com: site ?", "mail.com: mail ", "call.com: site key sms"]);
});

test("two entries of one domain offer what both offer; an additional domain is the same site", () => {
  expect(
    sites({
      A: { domain: "a.com", "additional-domains": ["a.org"], tfa: ["sms", "totp"] },
      B: { domain: "a.com", tfa: ["totp", "u2f"] },
      C: { domain: "a.org" },
    }),
  ).toEqual(["a.com: site app", "a.org: site ?"]);
});

test("an address as it stands in the browser, and the domain above it", () => {
  const directory = read({ Example: { domain: "example.co.uk", ...fields } })?.directory;
  const found = (typed: string) => (directory === undefined ? undefined : siteAt(directory, typed)?.domain);
  expect(
    [
      "example.co.uk",
      "https://www.Example.co.uk/sign-in?a=1",
      "accounts.example.co.uk",
      "example.co.uk.",
    ].map(found),
  ).toEqual(Array(4).fill("example.co.uk"));
  expect(["co.uk", "badexample.co.uk", "example", "", "..", "a b.example.co.uk"].map(found)).toEqual(
    Array(6).fill(undefined),
  );
});

test("a site of no name goes by its domain, and makes an institution", () => {
  const site = read({
    "": { domain: "nameless.example", ...fields },
    " ": { domain: "blank.example", ...fields },
  })?.directory?.sites.get("nameless.example");
  expect(site?.name).toBe("nameless.example");
  if (site === undefined) throw new Error("no site");
  const { vocabulary } = readShipped().catalog;
  expect(institutionOfSite({ site, id: "nameless.example", vocabulary, day: "2026-11-28" }).name.en).toBe(
    "nameless.example",
  );
});

test("faults are named entry by entry, and the rest is read", () => {
  const value = {
    Good: { domain: "good.com", tfa: ["totp"] },
    Odd: { domain: "odd.com", tfa: ["smell"], recovery: "javascript:alert(1)" },
    Nowhere: { domain: "not a domain", tfa: ["sms"] },
    Nothing: 7,
  };
  expect(told(value)).toEqual([
    "all.json directory/bad-entry: the entry `Odd` lists `smell`, which is no second step we know; it counts as none | the other sites of the list are read",
    "all.json directory/bad-entry: the entry `Odd` has no web address as `recovery`; that is left out | the other sites of the list are read",
    "all.json directory/bad-entry: the entry `Nowhere` is left out: it names no domain | the other sites of the list are read",
    "all.json directory/bad-entry: the entry `Nothing` is left out: it says nothing of a site | the other sites of the list are read",
  ]);
  expect(sites(value)).toEqual(["good.com: site app", "odd.com: site "]);
});

test("of many faults twenty are told and the rest are counted", () => {
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`S${i}`, { domain: "?", tfa: [] }]));
  expect(told(many)).toHaveLength(21);
  expect(told(many).at(-1)).toBe(
    "all.json directory/bad-entry: 10 more entries have faults | the other sites of the list are read",
  );
});

test("a list cut short is damaged, one too long is refused, anything else is some other file", () => {
  const whole = JSON.stringify({ Example: { domain: "example.com", ...fields } });
  const cut = readSecondFactors(whole.slice(0, -5), "all.json");
  expect(cut?.directory).toBeUndefined();
  expect(
    cut?.complaints.map(({ where, code, sentence, help }) => `${where} ${code}: ${sentence} | ${help}`),
  ).toEqual([
    "all.json directory/damaged: this list of second steps is no whole JSON: it is cut short or damaged | fetch it again",
  ]);
  const long = Object.fromEntries(Array.from({ length: 20_001 }, (_, i) => [`s${i}.com`, { methods: [] }]));
  expect(told(long)).toEqual([
    "all.json file/too-large: more than 20000 sites; nothing was read | give the list of 2fa.directory",
  ]);
  expect(
    ["institution: a\n", "{ institution: a }", '{"institution":"a"}', "[]", "{}", "[1,2]", "{", ""].map(
      (text) => readSecondFactors(text, "x.yaml"),
    ),
  ).toEqual(Array(8).fill(undefined));
  expect(
    readSecondFactors(
      '{"__proto__":{"domain":"a.com","tfa":["constructor"]}}',
      "x.json",
    )?.directory?.sites.get("a.com")?.offers?.size,
  ).toBe(0);
});

test("the list itself: its counts are those it is known for", ({ skip }) => {
  const folder = process.env["CHAINBREAK_FIXTURES"] ?? "../shared/fixtures";
  const file = join(folder, "2fa-directory.json");
  if (!existsSync(file)) skip(`no 2fa-directory.json in CHAINBREAK_FIXTURES (${folder}): nothing counted`);
  const found = readSecondFactors(readFileSync(file, "utf8"), "all.json");
  expect(found?.complaints).toEqual([]);
  const all = new Set([...(found?.directory?.sites.values() ?? [])].map(({ domain }) => domain));
  // 2,566 entries, two of them of one domain.
  expect(all.size).toBe(2565);
});
