/** K4: a reading that was kept is the reading of the YAML, and of no other YAML. */
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, sep } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type CatalogRead, type FolderRead, readCatalog, readTexts, readWholeFolder } from "./index.ts";

const scratch = mkdtempSync(join(tmpdir(), "prebuilt-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const keptIn = join(scratch, "kept");
const whole = join(scratch, "whole", "catalog");
cpSync("catalog", whole, { recursive: true });
/** One country and whoever lives there: what is changed and read again need not be all that is shipped. */
const copy = join(scratch, "catalog");
cpSync("catalog", copy, { recursive: true, filter: isOfOneCountry });

function isOfOneCountry(path: string): boolean {
  const [, folder = "", file = ""] = path.split(sep);
  if (folder === "people" || folder === "stories") return file === "" || /^(chengdu-2020|sg-)/.test(file);
  return /^(|.*\..*|sg|common|schema)$/.test(folder) || file === "" || file === "sources.yaml";
}

const isStory = (text: string) => /^(story|night):/m.test(text);

/** What the YAML says, by a way that knows of no keeping; of the same texts it says the same. */
function readFresh(folder: string, from: string, stories: boolean): CatalogRead {
  const texts = readTexts([folder], { from }).texts.filter(({ text }) => stories || !isStory(text));
  const key = createHash("sha256").update(JSON.stringify(texts)).digest("hex");
  const read = freshly.get(key) ?? readCatalog(texts);
  freshly.set(key, read);
  return read;
}
const freshly = new Map<string, CatalogRead>();

const comparable = ({ catalog, complaints, others, counts, broken }: Omit<FolderRead, "texts">) => ({
  catalog,
  complaints,
  counts,
  broken,
  others: others.map(({ kind, file, yaml: { value, complaints: own } }) => ({ kind, file, value, own })),
});

/** Reads, and says whether the answer came from what was kept: then nothing is written. */
function readKept(folder: string, stories: boolean, from = dirname(folder)) {
  const before = existsSync(join(keptIn, "catalog.json")) ? statSync(join(keptIn, "catalog.json")).ino : 0;
  const read = readWholeFolder({ folder, from, stories, keptIn });
  return { read, isKept: before === statSync(join(keptIn, "catalog.json")).ino };
}

test("K4: kept, with stories or without, called what one likes, the shipped catalogue is to the byte what its YAML says", () => {
  const first = readKept(whole, true);
  expect(first.isKept).toBe(false);
  expect(first.read.counts.institutions).toBeGreaterThan(50); // A check that reads nothing must not pass.
  for (const stories of [true, false]) {
    for (const from of [dirname(whole), stories ? "" : tmpdir()]) {
      const { read, isKept } = readKept(whole, stories, from);
      expect(isKept).toBe(true);
      const fresh = readFresh(whole, from, stories);
      expect(comparable(read)).toStrictEqual(comparable(fresh));
      // The order of keys and of maps too, which equality does not see.
      expect(said(read)).toBe(said(fresh));
    }
  }
});

const said = (read: Omit<FolderRead, "texts">) =>
  JSON.stringify(comparable(read), (_, each: unknown) =>
    each instanceof Map ? { map: [...each] } : each instanceof Set ? [...each] : each,
  );

test("a complaint about what was kept has its place in the text", () => {
  readKept(copy, false);
  const { read, isKept } = readKept(copy, false);
  expect(isKept).toBe(true);
  const person = read.others.find(({ kind }) => kind === "person");
  const { texts } = readTexts([copy], { from: scratch });
  const line = texts
    .find(({ file }) => file === person?.file)
    ?.text.split("\n")
    .findIndex((each) => each.startsWith("person:"));
  expect(person?.yaml.locate(["person"], "key")).toEqual({
    file: person?.file,
    line: (line ?? -9) + 1,
    column: 1,
  });
});

test("K4: a text changed in one letter, to the same length and the same time, is not answered from the old reading", () => {
  readKept(copy, false);
  const file = join(copy, "sg", "dbs.yaml");
  const { mtime, atime } = statSync(file);
  const text = readFileSync(file, "utf8");
  const other = text.replace(/en: ([A-Z])/, (_, letter: string) => `en: ${letter === "X" ? "Y" : "X"}`);
  expect(other).not.toBe(text);
  writeFileSync(file, other);
  utimesSync(file, atime, mtime);
  const { read, isKept } = readKept(copy, false);
  expect(isKept).toBe(false);
  expect(comparable(read)).toStrictEqual(comparable(readFresh(copy, scratch, false)));
  writeFileSync(file, text);
  expect(comparable(readKept(copy, false).read)).toStrictEqual(comparable(readFresh(copy, scratch, false)));
});

test("K4: a file that came, went or was renamed is noticed", () => {
  readKept(copy, true);
  const story = join(copy, "stories", "sg-app-wants-a-face.yaml");
  const text = readFileSync(story, "utf8");
  rmSync(story);
  const gone = readKept(copy, true);
  writeFileSync(join(copy, "stories", "z.yaml"), text);
  const renamed = readKept(copy, true);
  rmSync(join(copy, "stories", "z.yaml"));
  writeFileSync(story, text);
  expect([gone.isKept, renamed.isKept]).toEqual([false, false]);
  expect(renamed.read.others.length).toBe(gone.read.others.length + 1);
  expect(renamed.read.others.some(({ file }) => file.endsWith("stories/z.yaml"))).toBe(true);
});

test("what was kept and cannot be read, or belongs to another reader, is made anew", () => {
  readKept(copy, false);
  const kept = join(keptIn, "catalog.json");
  const text = readFileSync(kept, "utf8");
  for (const damaged of [text.slice(0, -10), "", text.slice(1), `${"0".repeat(64)}${text.slice(64)}`]) {
    writeFileSync(kept, damaged);
    const { read } = readKept(copy, false);
    expect(comparable(read)).toStrictEqual(comparable(readFresh(copy, scratch, false)));
    expect(readFileSync(kept, "utf8")).toBe(text);
  }
});

test("a catalogue with a fault is complained of each time, and not kept", () => {
  const file = join(copy, "broken.yaml");
  writeFileSync(file, "institution: broken\nfoo: 1\n");
  const reads = [0, 1].map(() => readKept(copy, false));
  rmSync(file);
  for (const { read } of reads) {
    expect(read.complaints.length).toBeGreaterThan(0);
    expect(read.broken).toEqual(new Set(["broken"]));
    expect(read.complaints.every(({ place }) => place.file === "catalog/broken.yaml")).toBe(true);
  }
});

test("where nothing may be written the answer is the same", () => {
  const read = readWholeFolder({
    folder: copy,
    from: scratch,
    stories: false,
    keptIn: join(copy, "EXCLUSIONS.md"),
  });
  expect(comparable(read)).toStrictEqual(comparable(readFresh(copy, scratch, false)));
});
