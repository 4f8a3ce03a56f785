/** The file that says who may send: every fault in it told at once, with its place; and what the documents say of it. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readYaml } from "../catalog/index.ts";
import { backtestRoutes } from "./backtest-contract.ts";
import { readConfiguration } from "./configuration.ts";
import { watchRoutes } from "./contract.ts";
import { openFigures } from "./figures.ts";
import { listsRoutes } from "./lists-contract.ts";
import { rulesRoutes } from "./rules-contract.ts";
import { signalRoutes } from "./signal-contract.ts";

const hash = `sha256:${"0".repeat(64)}`;
const check = (text: string): readonly string[] =>
  readConfiguration(readYaml(text, "detect.yaml")).complaints.map(
    ({ where, code, sentence, help }) =>
      `${where} ${code}: ${sentence}${help === undefined ? "" : ` | ${help}`}`,
  );

test("a configuration without faults says who shares what with whom", () => {
  const { configuration, complaints } = readConfiguration(
    readYaml(
      `watch: hub
institutions:
  a-bank: { keys: [{ hash: "${hash}", expires: 2027-06-30, may: [send, look] }] }
  b-bank: { keys: [] }
  c-bank: { keys: [] }
agreements: { ab: { members: [a-bank, b-bank] } }`,
      "detect.yaml",
    ),
  );
  expect(complaints).toEqual([]);
  expect([...(configuration?.viewOf ?? [])]).toEqual([
    ["a-bank", "shared:ab"],
    ["b-bank", "shared:ab"],
    ["c-bank", "own:c-bank"],
  ]);
  expect(configuration?.keys.get(hash)).toEqual({
    institution: "a-bank",
    expires: "2027-06-30",
    may: ["send", "look"],
  });
});

test("signals are taken only by a service that says by what address it is called", () => {
  const bank = `{ keys: [], transmits: { issuer: "https://bank.example", keys: "https://bank.example/keys" } }`;
  const said = check(`watch: hub\ninstitutions:\n  monzo: ${bank}\n`);
  expect(said).toEqual([
    "detect.yaml:3:33 watch/no-issuer: signals are taken or sent, but this service has no name they could bear | write `signals: { issuer: https://… }`, the address others call this service by",
  ]);
  expect(
    check(`watch: hub\nsignals: { issuer: "https://hub.example" }\ninstitutions:\n  monzo: ${bank}\n`),
  ).toEqual([]);
  const [file] = check(
    `watch: hub\ninstitutions: { monzo: { keys: [], transmits: { issuer: "x", keys: "../k" } } }`,
  );
  expect(file).toContain("is not an address");
});

test("every fault is told in one run, with its place and the way out", () => {
  const key = `{ hash: "${hash}", expires: 2027-06-30, may: [send] }`;
  expect(
    check(`watch: hub
institutions:
  monzo: { keys: [${key}] }
  ee: { keys: [${key}] }
agreements:
  one: { members: [monzo, monza] }
  two: { members: [ee, monzo] }`),
  ).toEqual([
    "detect.yaml:6:27 watch/unknown-member: no institution `monza` in this file | did you mean `monzo`?",
    "detect.yaml:7:24 watch/two-agreements: `monzo` is a member twice | an institution shares by one agreement; join the two, or leave it out of one",
    "detect.yaml:4:24 watch/key-twice: the same key stands here twice | one key, one institution: make another with `chainbreak detect key`",
  ]);
});

test("what is no configuration is refused, with a place", () => {
  const wrong = check(`watch: Hub
institutions:
  monzo: { keys: [{ hash: cbk_abc, expires: tomorrow, may: [all] }], webhook: { url: "ftp://x", secret-file: ../x } }
extra: 1`);
  expect(wrong.length).toBeGreaterThan(5);
  for (const each of wrong) expect(each).toMatch(/^detect\.yaml:\d+:\d+ (shape|catalog)\//);
});

const document = readFileSync("docs/reference/service.md", "utf8");

test("every route, code and figure of the service has its place in docs/reference/service.md", () => {
  const routes = Object.values({
    ...watchRoutes,
    ...signalRoutes,
    ...rulesRoutes,
    ...backtestRoutes,
    ...listsRoutes,
  }).map(({ path }) =>
    path
      .replace("{person}", "PERSON")
      .replace("{id}", "ID")
      .replace("{stream}", "ID")
      .replace("{list}", "LIST")
      .replace("{entry}", "ENTRY"),
  );
  const codes = readdirSync("src/watch")
    .filter((name) => !name.endsWith(".test.ts") && name !== "configuration.ts")
    .flatMap((name) => [...readFileSync(`src/watch/${name}`, "utf8").matchAll(/code: "(watch\/[a-z-]+)"/g)])
    .map(([, code]) => code ?? "");
  const table = document.slice(document.indexOf("| alarm |"), document.indexOf("## Threat model"));
  const alarms = table
    .split("\n")
    .flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`(?:chainbreak_)?([a-z_]+?)(?:_total)?`/g)])
    .map(([, name]) => name ?? "");
  const zero = {
    waiting: 0,
    records: 0,
    people: 0,
    webhooks_owed: 0,
    signals_owed: 0,
    views: 0,
    well: 0,
    replay_differs: 0,
  };
  const figures = openFigures().text(zero);
  expect([routes.length > 8, codes.length > 15, alarms.length > 5]).toEqual([true, true, true]);
  expect([...routes, ...codes].filter((word) => !document.includes(word))).toEqual([]);
  expect(alarms.filter((name) => !figures.includes(`chainbreak_${name}`))).toEqual([]);
});

test("how long records are kept is a number of days, and no fewer than a chain is long", () => {
  const of = (retain: string) => check(`{ watch: hub, retain: ${retain}, institutions: {} }`);
  expect(of("400 days")).toEqual([]);
  const bad = (text: string) =>
    `detect.yaml:1:23 shape/bad-text: \`${text}\` is not a number of days, 30 at least | write \`400 days\``;
  expect(["a year", "29 days", "-100 days", "400 day"].flatMap(of)).toEqual(
    ["a year", "29 days", "-100 days", "400 day"].map(bad),
  );
  expect(of("400")).toEqual([expect.stringMatching(/shape\/wrong-type/)]);
});
