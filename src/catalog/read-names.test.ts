/** Institutions known by name alone: what a file of them says, and what it must not. */
import { expect, test } from "vitest";
import { readCatalog } from "./index.ts";

const read = (...texts: readonly string[]) =>
  readCatalog(texts.map((text, i) => ({ file: `${i}.yaml`, text })));

/** The complaints about a file of names. */
function check(text: string, ...expected: readonly string[]): void {
  const { complaints, catalog, broken } = read(text);
  expect(complaints.map(({ where, code, sentence }) => `${where} ${code}: ${sentence}`)).toEqual(expected);
  if (expected.length === 0) return;
  // Left out whole, and known to be broken.
  expect([...catalog.institutions.keys()]).toEqual([]);
  expect(broken.size).toBeGreaterThan(0);
}

const names = `regions: [jp]
names:
  a-bank: { kind: bank, name: { en: A Bank, zh: 甲银行 }, also: [あ銀行], contacts: [{ tel: "110" }] }
  a-line: { kind: carrier, name: { en: A Line, zh: 甲电信 }, regions: [kr] }
  a-police: { kind: police, name: { en: Police, zh: 警方 } }
  a-chat: { kind: messenger, name: { en: Chat, zh: 聊天 } }
`;

test("an entry is an institution without a flow, and runs what its kind runs", () => {
  const { catalog, complaints, counts } = read(names);
  expect(complaints).toEqual([]);
  expect(counts).toMatchObject({ files: 1, institutions: 4, flows: 0 });
  expect(
    [...catalog.institutions.values()].map(
      ({ id, regions, provides, flows }) => `${id} ${regions.join()} ${provides.join()} ${flows.length}`,
    ),
  ).toEqual(["a-bank jp account,card 0", "a-chat jp account 0", "a-line kr line 0", "a-police jp  0"]);
  expect(catalog.institutions.get("a-bank")).toMatchObject({
    name: { en: "A Bank", zh: "甲银行" },
    also: ["あ銀行"],
    contacts: [{ tel: "110" }],
    isArchetype: false,
  });
  expect(catalog.files.get("a-line")).toBe("0.yaml");
});

test("a name without a kind, a flow in a list and an unknown kind are complained of", () => {
  check("names: { a: { name: { en: A, zh: 甲 } } }\n", "0.yaml:1:13 shape/missing-key: `kind` is missing");
  check(
    "names: { a: { kind: bank, name: { en: A, zh: 甲 }, flows: {} } }\n",
    "0.yaml:1:51 shape/unknown-key: unknown key `flows`",
  );
  check(
    "names: { a: { kind: bnk, name: { en: A, zh: 甲 } }, b: { kind: bank, name: { en: B, zh: 乙 } } }\n",
    "0.yaml:1:21 shape/unknown-value: unknown value `bnk` for `kind`",
  );
});

test("a name that has a file of its own is said to stand twice, with its place", () => {
  const { complaints } = read("institution: a-chat\nprovides: account\n", names);
  expect(complaints.map(({ where, code }) => `${where} ${code}`)).toEqual([
    "1.yaml:6:3 catalog/duplicate-id",
  ]);
});
