import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  chained,
  isNameKept,
  journalText,
  listedIn,
  manifestText,
  packNames,
  packOriginals,
  packTexts,
  verifyPack,
} from "./index.ts";

const hash = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");

/** A pack as bytes by path. */
function packOf(originals: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const pack = new Map([...originals].map(([name, bytes]) => [`${packNames.originals}/${name}`, bytes]));
  const notes = [...originals].map(([name, bytes]) => ({
    at: "2026-11-28",
    did: "kept",
    what: name,
    sha256: hash(bytes),
    more: { bytes: bytes.length },
  }));
  const text = new TextEncoder();
  pack.set(packNames.journal, text.encode(journalText(notes, hash)));
  const listed = [...pack].map(([path, bytes]) => ({ path, sha256: hash(bytes) }));
  pack.set(packNames.manifest, text.encode(manifestText(listed)));
  return pack;
}

const check = (pack: ReadonlyMap<string, Uint8Array>, seal?: string) => {
  const textOf = (path: string) => {
    const bytes = pack.get(path);
    return bytes === undefined ? undefined : new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  };
  return verifyPack({
    hashes: new Map([...pack].map(([path, bytes]) => [path, hash(bytes)])),
    manifest: textOf(packNames.manifest),
    journal: textOf(packNames.journal),
    hash,
    ...(seal === undefined ? {} : { seal }),
  });
};

const anyOriginals = fc
  .uniqueArray(
    fc.tuple(fc.stringMatching(/^[a-z0-9 .-]{1,12}$/), fc.uint8Array({ minLength: 1, maxLength: 60 })),
    {
      selector: ([name]) => name,
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((files) => new Map(files.filter(([name]) => isNameKept(name))))
  .filter((files) => files.size > 0);

test("I5 a pack verifies as it was made", () => {
  fc.assert(
    fc.property(anyOriginals, (originals) => {
      expect(check(packOf(originals))).toEqual([]);
    }),
  );
});

test("I5 what a door writes of these texts verifies, the shortened copy alone as well", () => {
  const text = new TextEncoder();
  fc.assert(
    fc.property(anyOriginals, fc.string(), fc.boolean(), (files, said, isAsked) => {
      const named = packOriginals([...files].map(([name, bytes]) => ({ name, bytes })));
      expect(new Set(named.map(({ name }) => name.toLowerCase())).size).toBe(files.size);
      const asked = new Map(isAsked ? [["asked/person.yaml", text.encode(said)] as const] : []);
      const { texts, seal } = packTexts({
        originals: named.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: hash(bytes) })),
        read: named.map(({ name }) => ({ file: name, source: "unknown", rows: 0, complaints: 1 })),
        asked: [...asked].map(([path, bytes]) => ({ path, sha256: hash(bytes) })),
        answered: { label: "open", steps: 0, chainbreak: "0" },
        made: new Map([
          ["answer.json", said],
          ["redacted/answer.json", ""],
        ]),
        at: "2026-11-28",
        hash,
      });
      const pack = new Map([
        ...named.map(({ name, bytes }) => [`${packNames.originals}/${name}`, bytes] as const),
        ...asked,
        ...[...texts].map(([path, each]) => [path, text.encode(each)] as const),
      ]);
      expect(check(pack, seal)).toEqual([]);
      const redacted = [...pack].flatMap(([path, bytes]) =>
        path.startsWith("redacted/") ? [[path.slice("redacted/".length), bytes] as const] : [],
      );
      expect(check(new Map(redacted))).toEqual([]);
      const journal = texts.get("redacted/journal.jsonl") ?? "";
      for (const { name } of named) expect(journal).not.toContain(`"what":${JSON.stringify(name)}`);
    }),
  );
});

test("I5 any changed byte of any file is found, the manifest's and the journal's as well", () => {
  fc.assert(
    fc.property(
      anyOriginals,
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (originals, file, at, by) => {
        const pack = packOf(originals);
        const [path, bytes] = [...pack][file % pack.size]!;
        const changed = Uint8Array.from(bytes);
        changed[at % changed.length] = changed[at % changed.length]! ^ by;
        expect(check(new Map(pack).set(path, changed)).length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 500 },
  );
});

test("I5 a file more, a file less and a byte more are found", () => {
  fc.assert(
    fc.property(anyOriginals, fc.nat(), (originals, index) => {
      const pack = packOf(originals);
      const [path, bytes] = [...pack][index % pack.size]!;
      const without = new Map(pack);
      without.delete(path);
      expect(check(without).length).toBeGreaterThan(0);
      expect(check(new Map(pack).set("originals/another", bytes)).length).toBeGreaterThan(0);
      expect(check(new Map(pack).set(path, Uint8Array.from([...bytes, 10]))).length).toBeGreaterThan(0);
    }),
  );
});

test("what somebody wrote anew is whole, and is not what was sealed", () => {
  const made = packOf(new Map([["bill.csv", Uint8Array.of(1)]]));
  const anew = packOf(new Map([["bill.csv", Uint8Array.of(2)]]));
  const seal = hash(made.get(packNames.manifest)!);
  expect(check(anew)).toEqual([]);
  expect(check(made, seal)).toEqual([]);
  expect(check(anew, seal).map(({ code }) => code)).toEqual(["handover/other-seal"]);
});

test("a journal is added to and tells the first line that does not follow", () => {
  const note = (what: string) => ({ at: "2026-11-28", did: "read", what });
  const first = journalText([note("a"), note("b")], hash);
  const more = journalText([note("c")], hash, first);
  expect(more.startsWith(first)).toBe(true);
  expect(more).toBe(journalText([note("a"), note("b"), note("c")], hash));
  expect(chained(more, hash)).toBeUndefined();
  const lines = more.split("\n");
  expect(chained(lines.toSpliced(1, 1).join("\n"), hash)).toBe(2);
  expect(chained(more.replace('"b"', '"x"'), hash)).toBe(3);
  expect(chained(more.replace('"what":"c"', '"what": "c"'), hash)).toBe(3);
  expect(chained(more.slice(0, -1), hash)).toBeGreaterThan(0);
});

test("a manifest is written in one way, and a name that would be written otherwise is not kept", () => {
  const a = `${"a".repeat(64)}  b c\n`;
  expect(listedIn(a)).toEqual({ files: [{ path: "b c", sha256: "a".repeat(64) }] });
  for (const bad of [a.slice(0, -1), a.replace("  ", " *"), a.toUpperCase(), `${a}${a}`, `\n${a}`])
    expect(listedIn(bad).badLine, bad).toBeGreaterThan(0);
  expect(["a b", "账单.csv", "a/b"].every(isNameKept)).toBe(true);
  expect(["a\nb", "a\\b", "../a", "a//b", " a", ""].some(isNameKept)).toBe(false);
});
