/**
 * `npm run docs` writes the parts of the documents that are made from something else;
 * `--check` only says which of them are out of date. A made part stands between
 * `<!-- made: rooms -->` and `<!-- /made: rooms -->`, and the text around it is nobody's but ours.
 * Files of the catalogue that are made whole (JSON Schemas, each person's rules) are written here too.
 */
import "./pinned-node.ts";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isMadeFile, madeFiles } from "../src/cli/made-files.ts";

interface MadePart {
  readonly file: string;
  readonly name: string;
  readonly make: () => string;
}

const parts: readonly MadePart[] = [{ file: "ARCHITECTURE.md", name: "rooms", make: roomTable }];

function roomTable(): string {
  const rooms: Record<string, { "may use": string[]; purpose: string }> = JSON.parse(
    readFileSync("rooms.json", "utf8"),
  );
  const rows = Object.entries(rooms).map(
    ([room, { "may use": below, purpose }]) =>
      `| \`${room}\` | ${purpose} | ${below.join(", ") || "nothing"} |`,
  );
  return ["| room | what for | may use |", "| --- | --- | --- |", ...rows].join("\n");
}

/** The text with the part laid in, or undefined when the text has no place for it. */
export function layIn(text: string, name: string, made: string): string | undefined {
  const [open, close] = [`<!-- made: ${name} -->`, `<!-- /made: ${name} -->`];
  const [from, to] = [text.indexOf(open), text.indexOf(close)];
  if (from < 0 || to < from) return undefined;
  return `${text.slice(0, from + open.length)}\n${made}\n${text.slice(to)}`;
}

/** Writes what is out of date among the files made whole, or only says so; gives how many there are. */
function makeFiles(folder: string, onlyCheck: boolean, complaints: string[]): number {
  const files = madeFiles();
  for (const [name, text] of files) {
    const path = join(folder, name);
    if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
    if (onlyCheck) complaints.push(`${path}: is out of date: run npm run docs`);
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }
  const there = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) =>
    path.replaceAll("\\", "/"),
  );
  for (const name of there.filter((path) => isMadeFile(path) && !files.has(path))) {
    if (onlyCheck) complaints.push(`${join(folder, name)}: nothing makes this any more: run npm run docs`);
    else rmSync(join(folder, name));
  }
  return files.size;
}

function main(onlyCheck: boolean): number {
  const complaints: string[] = [];
  for (const { file, name, make } of parts) {
    const text = existsSync(file) ? readFileSync(file, "utf8") : undefined;
    const fresh = text === undefined ? undefined : layIn(text, name, make());
    if (fresh === undefined)
      complaints.push(
        `${file}: has no place for \`${name}\`, between <!-- made: ${name} --> and <!-- /made: ${name} -->`,
      );
    else if (fresh === text) continue;
    else if (onlyCheck) complaints.push(`${file}: \`${name}\` is out of date: run npm run docs`);
    else writeFileSync(file, fresh);
  }
  const files = makeFiles("catalog", onlyCheck, complaints);
  for (const complaint of complaints) console.error(complaint);
  console.log(`made parts of documents: ${parts.length + files} compared`);
  return complaints.length === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = main(process.argv.includes("--check"));
