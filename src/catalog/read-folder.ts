/**
 * The one place where a pure room touches files: a folder of YAML to texts. What cannot be read is a complaint; the
 * rest is read all the same.
 */
import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { Complaint, compareText } from "../model/index.ts";
import type { SourceText } from "./read-catalog.ts";
import { fileBytesMax } from "./yaml-text.ts";

export interface TextsRead {
  readonly texts: readonly SourceText[];
  readonly complaints: readonly Complaint[];
}

/** A catalogue of the whole world has a few thousand institutions; more is the wrong folder. */
const filesMax = 10_000;

interface Found {
  readonly path: string;
  /** Its real path, where that is known: to ask for each anew is half the cost of reading a folder. */
  readonly real?: string;
}

/** Every `.yaml` and `.yml` file below these files and folders; names as a reader of the complaint would type them. */
export function readTexts(
  paths: readonly string[],
  { from = "" }: { readonly from?: string } = {},
): TextsRead {
  const complaints: Complaint[] = [];
  const texts: SourceText[] = [];
  const queue: Found[] = paths.map((path) => ({ path }));
  const seen = new Set<string>();
  for (const { path, real: known } of queue) {
    if (seen.size >= filesMax) {
      complaints.push(
        new Complaint({
          code: "file/too-large",
          place: { file: slashed(path) },
          message: `more than ${filesMax} files and folders; this one and what follows was not read`,
          help: "give a smaller folder",
        }),
      );
      break;
    }
    const file = slashed(from === "" ? path : relative(from, path) || path);
    try {
      // By its real path: a link back to a folder above would be walked for ever.
      const real = known ?? realpathSync.native(path);
      if (seen.has(real)) continue;
      seen.add(real);
      const found = statSync(real);
      if (found.isDirectory()) {
        const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) =>
          compareText(a.name, b.name),
        );
        for (const entry of entries) {
          const isHidden = entry.name.startsWith(".") || entry.name === "node_modules";
          if (isHidden || !(entry.isDirectory() || /\.ya?ml$/i.test(entry.name))) continue;
          const isItself = entry.isDirectory() || entry.isFile();
          queue.push({
            path: join(path, entry.name),
            ...(isItself ? { real: join(real, entry.name) } : {}),
          });
        }
        continue;
      }
      if (!found.isFile()) {
        complaints.push(
          new Complaint({
            code: "file/unreadable",
            place: { file },
            message: "is not a file or folder",
            help: "give the path of a YAML file or a folder of them",
          }),
        );
      } else if (found.size > fileBytesMax) {
        complaints.push(
          new Complaint({
            code: "file/too-large",
            place: { file },
            message: `the file is larger than ${fileBytesMax / 1e6} MB`,
            help: "split it: one institution, person or story a file",
          }),
        );
      } else {
        const text = decode(readFileSync(path), file, complaints);
        if (text !== undefined) texts.push({ file, text });
      }
    } catch (cause) {
      const isMissing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
      complaints.push(
        new Complaint({
          code: isMissing ? "file/missing" : "file/unreadable",
          place: { file },
          message: isMissing ? "there is no such file or folder" : "cannot be read",
          help: isMissing ? "check the path" : "check that you may read it",
        }),
      );
    }
  }
  return { texts, complaints };
}

const slashed = (path: string) => path.split(sep).join("/");

const strict = new TextDecoder("utf-8", { fatal: true });

function decode(bytes: Uint8Array, file: string, complaints: Complaint[]): string | undefined {
  const help = "save the file as UTF-8";
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    complaints.push(
      new Complaint({
        code: "file/not-utf8",
        place: { file, line: 1, column: 1 },
        message: "the file is UTF-16, not UTF-8",
        help,
      }),
    );
    return undefined;
  }
  try {
    return strict.decode(bytes);
  } catch {
    const lenient = new TextDecoder("utf-8").decode(bytes);
    const before = lenient.slice(0, Math.max(0, lenient.indexOf("\uFFFD")));
    const line = before.split("\n").length;
    complaints.push(
      new Complaint({
        code: "file/not-utf8",
        place: { file, line, column: before.length - before.lastIndexOf("\n") },
        message: "the file is not UTF-8",
        help: `${help} (it may be GB18030 or Latin-1)`,
      }),
    );
    return undefined;
  }
}
