/** Files and folders as they lie about: what cannot be read is said, what can is read all the same. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readTexts } from "./read-folder.ts";

const root = mkdtempSync(join(tmpdir(), "chainbreak-folder-"));
afterAll(() => rmSync(root, { recursive: true }));

/** Makes a folder of these files and reads it: names of what was read, then what was said. */
function check(
  files: Readonly<Record<string, string | Uint8Array>>,
  prepare: (folder: string) => void = () => {},
  paths: readonly string[] = [""],
) {
  const folder = mkdtempSync(join(root, "x-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  prepare(folder);
  const { texts, complaints } = readTexts(
    paths.map((path) => join(folder, path)),
    { from: folder },
  );
  return {
    read: texts.map(({ file }) => file),
    said: complaints.map(({ where, code, sentence, help }) => `${where} ${code}: ${sentence} | ${help}`),
  };
}

test("every YAML file below a folder is read, by name, and nothing else", () => {
  const { read, said } = check({
    "b.yaml": "",
    "a.yml": "",
    "deep/er/c.YAML": "",
    "notes.txt": "",
    ".hidden.yaml": "",
    ".git/d.yaml": "",
    "node_modules/e.yaml": "",
  });
  expect(read).toEqual(["a.yml", "b.yaml", "deep/er/c.YAML"]);
  expect(said).toEqual([]);
});

test("a folder named like a file is a folder", () => {
  expect(check({ "x.yaml/inner.yaml": "" }).read).toEqual(["x.yaml/inner.yaml"]);
});

test("what is not there is said", () => {
  expect(check({}, undefined, ["gone.yaml", "gone/"]).said).toEqual([
    "gone.yaml file/missing: there is no such file or folder | check the path",
    "gone file/missing: there is no such file or folder | check the path",
  ]);
});

test("a link that leads back up is walked once, one that leads to itself is said", () => {
  const { read, said } = check({ "a.yaml": "", "sub/b.yaml": "" }, (folder) => {
    symlinkSync(folder, join(folder, "sub", "up.yaml"));
    symlinkSync(folder, join(folder, "sub", "again.yaml"));
    symlinkSync("round.yaml", join(folder, "round.yaml"));
  });
  expect(read).toEqual(["a.yaml", "sub/b.yaml"]);
  expect(said).toEqual(["round.yaml file/unreadable: cannot be read | check that you may read it"]);
});

test("a file named twice is read once", () => {
  expect(check({ "a.yaml": "" }, undefined, ["a.yaml", "a.yaml", ""]).read).toEqual(["a.yaml"]);
});

test("what is neither file nor folder, and what cannot be read, is said", () => {
  const { said } = check({}, (folder) => {
    execFileSync("mkfifo", [join(folder, "pipe.yaml")]);
    // A file that is there and that nobody can read from its beginning, root included.
    symlinkSync("/proc/self/mem", join(folder, "secret.yaml"));
  });
  expect(said).toEqual([
    "pipe.yaml file/unreadable: is not a file or folder | give the path of a YAML file or a folder of them",
    "secret.yaml file/unreadable: cannot be read | check that you may read it",
  ]);
});

test("a file of ten megabytes is not even opened", () => {
  expect(check({ "big.yaml": new Uint8Array(10_000_000).fill(97) })).toEqual({
    read: [],
    said: [
      "big.yaml file/too-large: the file is larger than 1 MB | split it: one institution, person or story a file",
    ],
  });
});

test("text that is not UTF-8 is said, with the place where it breaks", () => {
  const utf16 = new Uint8Array(Buffer.from("\uFEFFinstitution: x", "utf16le"));
  // 机构 in GB18030, and Zoë in Latin-1.
  const gb = Uint8Array.from([...Buffer.from("name:\n  zh: "), 0xbb, 0xfa, 0xb9, 0xb9]);
  const latin = Uint8Array.from([...Buffer.from("name: Zo"), 0xeb]);
  const binary = Uint8Array.from({ length: 256 }, (_, i) => i);
  const { read, said } = check({
    "utf16.yaml": utf16,
    "gb.yaml": gb,
    "latin.yaml": latin,
    "binary.yaml": binary,
  });
  expect(read).toEqual([]);
  expect(said).toEqual([
    "binary.yaml:2:118 file/not-utf8: the file is not UTF-8 | save the file as UTF-8 (it may be GB18030 or Latin-1)",
    "gb.yaml:2:7 file/not-utf8: the file is not UTF-8 | save the file as UTF-8 (it may be GB18030 or Latin-1)",
    "latin.yaml:1:9 file/not-utf8: the file is not UTF-8 | save the file as UTF-8 (it may be GB18030 or Latin-1)",
    "utf16.yaml:1:1 file/not-utf8: the file is UTF-16, not UTF-8 | save the file as UTF-8",
  ]);
});
