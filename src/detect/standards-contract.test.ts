/** CAMARA's published contracts: every notification and every answer they can give is read as what it says. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { readWholeFolder } from "../catalog/index.ts";
import { readEvent } from "./read-event.ts";

const { catalog } = readWholeFolder({ folder: "catalog", from: "", stories: false });
const fixtures = process.env["CHAINBREAK_FIXTURES"] ?? "../shared/fixtures";
const folder = join(fixtures, "camara");

interface Contract {
  /** `sim-swap`. */
  readonly api: string;
  readonly maps: readonly Readonly<Record<string, unknown>>[];
  readonly schemas: Readonly<Record<string, unknown>>;
}

const contracts = (): readonly Contract[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => {
      const whole: { components?: { schemas?: Record<string, unknown> } } = parse(
        readFileSync(join(folder, name), "utf8"),
      );
      return { api: name.split("@")[0] ?? "", maps: mapsIn(whole), schemas: whole.components?.schemas ?? {} };
    });

/** Every map that stands anywhere in it. */
function mapsIn(value: unknown): Readonly<Record<string, unknown>>[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(mapsIn);
  return Array.isArray(value) ? inner : [{ ...value }, ...inner];
}

/** As an operator hands it on: whose it is and when it came, and what the network said. */
function read(said: object): { readonly word: string | undefined; readonly time: string | undefined } {
  const around = { id: "a", time: "2026-11-20T10:00:00Z", institution: "ee", person: "p" };
  const { event, complaints } = readEvent(JSON.stringify({ ...around, ...said }), {
    catalog,
    place: { file: "s" },
  });
  expect(complaints, JSON.stringify(said)).toEqual([]);
  return {
    word: event?.word,
    time: event === undefined ? undefined : new Date(event.at * 60_000).toISOString(),
  };
}

const isThere = existsSync(folder);
const none = `no camara in CHAINBREAK_FIXTURES (${fixtures}): nothing compared`;

test("every type of notification of their contracts is one of our words", ({ skip }) => {
  if (!isThere) skip(none);
  const types = new Set(
    contracts().flatMap(({ maps }) =>
      maps.flatMap(({ enum: listed }) =>
        Array.isArray(listed) ? listed.filter((each) => /^org\.camaraproject\./.test(String(each))) : [],
      ),
    ),
  );
  expect(types.size).toBeGreaterThanOrEqual(5);
  const words = [...types].map((type) => read({ type, specversion: "1.0", data: {} }).word);
  expect(words).toContain("sim-changed");
  expect(words).toContain("no-service");
  const examples = contracts().flatMap(({ maps }) => maps.filter(({ specversion }) => specversion === "1.0"));
  expect(examples.length).toBeGreaterThan(0);
  for (const example of examples) expect(read(example).word).toBeDefined();
});

test("every answer about a SIM, a device and a diversion is read as what it says", ({ skip }) => {
  if (!isThere) skip(none);
  let count = 0;
  for (const { api, maps } of contracts())
    for (const [key, word] of [
      ["latestSimChange", "sim-changed"],
      ["latestDeviceChange", "device-changed"],
    ] as const)
      for (const data of maps.filter((each) => Object.hasOwn(each, key) && typeof each[key] !== "object")) {
        count++;
        expect(read({ type: `org.camaraproject.${api}.v1.retrieve-date`, data })).toEqual({
          word,
          time: expect.stringMatching(String(data[key]).slice(0, 16)),
        });
      }
  for (const { maps } of contracts())
    for (const data of maps.filter((each) =>
      ["latestSimChange", "latestDeviceChange"].some((key) => each[key] === null),
    )) {
      count++;
      expect(read({ data }).word).toBe("notice-sent");
    }
  expect(count).toBeGreaterThanOrEqual(6);
});

test.each([
  ["sim-swap", "CheckSimSwapInfo", "sim-changed"],
  ["device-swap", "CheckDeviceSwapInfo", "device-changed"],
])("whether there was a change (%s) is a sign only where there was one", (api, schema, word) => {
  const type = `org.camaraproject.${api}.v1.check`;
  expect(read({ type, data: { swapped: true } })).toEqual({ word, time: "2026-11-20T10:00:00.000Z" });
  expect(read({ type, data: { swapped: false } }).word).toBe("notice-sent");
  if (!isThere) return;
  const found = contracts().find((each) => each.api === api)?.schemas[schema];
  expect(found).toMatchObject({ properties: { swapped: { type: "boolean" } } });
});

test("calls that go elsewhere, as the list of when", ({ skip }) => {
  const type = "org.camaraproject.call-forwarding-signal.v0.call-forwardings";
  expect(read({ type, data: ["inactive"] }).word).toBe("call-forwarding-cleared");
  expect(read({ type, data: ["conditional_no_answer"] }).word).toBe("call-forwarding-set");
  if (!isThere) skip(none);
  const { schemas } = contracts().find(({ api }) => api === "call-forwarding-signal") ?? {};
  const listed = mapsIn(schemas?.["CallForwardingSignal"]).flatMap(({ enum: all }) =>
    Array.isArray(all) ? all : [],
  );
  expect(listed).toContain("inactive");
  for (const each of listed)
    expect(read({ type, data: [each] }).word).toBe(
      each === "inactive" ? "call-forwarding-cleared" : "call-forwarding-set",
    );
});
