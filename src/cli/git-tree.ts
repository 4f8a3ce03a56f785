/**
 * The YAML files of a folder as they stood at a git revision, read from the repository and nowhere else: nothing is
 * checked out, nothing is fetched. A word that is no revision is no fault here; the caller says what it could have been.
 */
import { spawnSync } from "node:child_process";
import { relative, resolve } from "node:path";
import { fileBytesMax, type SourceText } from "../catalog/index.ts";

/** A catalogue folder has a few hundred files of some kilobytes. */
const bytesMax = 200_000_000;

export interface GitFolder {
  /** The revision as it was asked for. */
  readonly revision: string;
  readonly texts: readonly SourceText[];
}

/**
 * `HEAD~1`, `v1.2:catalog`: the YAML below that folder, or below `fallback` where none is named; `undefined` where this
 * is no revision, no repository, or there is no git.
 */
export function readGitFolder(text: string, cwd: string, fallback: string): GitFolder | undefined {
  const at = text.indexOf(":");
  const revision = at < 0 ? text : text.slice(0, at);
  if (revision === "" || revision.startsWith("-")) return undefined;
  const top = git(["rev-parse", "--show-toplevel"], cwd)?.toString("utf8").trim();
  if (top === undefined) return undefined;
  const commit = git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`], cwd)
    ?.toString("utf8")
    .trim();
  if (commit === undefined || commit === "") return undefined;
  const folder = relative(top, resolve(cwd, at < 0 ? fallback : text.slice(at + 1))).replaceAll("\\", "/");
  const names = git(
    ["ls-tree", "-r", "-z", "--full-tree", "--name-only", commit, "--", ...(folder === "" ? [] : [folder])],
    top,
  )
    ?.toString("utf8")
    .split("\0")
    .filter((name) => /\.ya?ml$/i.test(name) && !name.includes("\n"));
  if (names === undefined) return undefined;
  const blobs = git(["cat-file", "--batch"], top, names.map((name) => `${commit}:${name}\n`).join(""));
  return {
    revision,
    texts:
      blobs === undefined
        ? []
        : parseBatch(blobs, names).map((each) => ({ ...each, file: `${revision}:${each.file}` })),
  };
}

function git(words: readonly string[], cwd: string, input = ""): Buffer | undefined {
  const { status, stdout, error } = spawnSync("git", words, { cwd, input, maxBuffer: bytesMax });
  return error !== undefined || status !== 0 ? undefined : stdout;
}

/** `<id> blob <bytes>`, a line end, the bytes, a line end; for each name in the order in which they were asked. */
function parseBatch(output: Buffer, names: readonly string[]): readonly SourceText[] {
  const texts: SourceText[] = [];
  let at = 0;
  for (const file of names) {
    const end = output.indexOf(10, at);
    const [, kind, size] = output.toString("utf8", at, end).split(" ");
    if (kind !== "blob") {
      at = end + 1;
      continue;
    }
    const bytes = Number(size);
    // One byte more than is read keeps the reader's own complaint of its length.
    texts.push({ file, text: output.toString("utf8", end + 1, end + 1 + Math.min(bytes, fileBytesMax + 1)) });
    at = end + 1 + bytes + 1;
  }
  return texts;
}
