/**
 * Builds the page into dist-page/, and only when something it is made of has changed:
 * the names and contents of its sources and the lockfile are hashed, and the hash of
 * the last build lies in node_modules/.cache. Hashing takes milliseconds, building seconds.
 */
import "./pinned-node.ts";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const madeOf = ["web", "src", "catalog", "examples", "package-lock.json", "scripts/page.ts"];
const note = join("node_modules", ".cache", "chainbreak", "page");

export type PageBuild = "built" | "fresh" | "failed" | "no sources";

/** Paths are relative to the project's folder, where every script runs. Who comes second waits for the first. */
export function buildPage({ always }: { readonly always: boolean }): PageBuild {
  if (!existsSync("web/index.html")) return "no sources";
  const unlock = lock();
  try {
    return build(always);
  } finally {
    unlock();
  }
}

const lockFolder = `${note}.lock`;
/** Building takes seconds; a lock this old was left behind by somebody who was stopped. */
const lockMillisecondsMax = 120_000;

/** Several test files want the page at once; a folder is made by one of them only. */
function lock(): () => void {
  mkdirSync(join(note, ".."), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lockFolder);
      return () => rmSync(lockFolder, { recursive: true, force: true });
    } catch {
      const made = statSync(lockFolder, { throwIfNoEntry: false })?.mtimeMs;
      if (made !== undefined && Date.now() - made > lockMillisecondsMax)
        rmSync(lockFolder, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
}

function build(always: boolean): PageBuild {
  const stamp = stampOf(contentsOf(madeOf));
  const isFresh =
    existsSync("dist-page/index.html") && existsSync(note) && readFileSync(note, "utf8") === stamp;
  if (isFresh && !always) return "fresh";

  console.log("building the page");
  const words = [
    "node_modules/vite/bin/vite.js",
    "build",
    "web",
    "--outDir",
    "../dist-page",
    "--emptyOutDir",
    "--logLevel",
    "warn",
  ];
  // A test runner sets another, and the page would not be the one people get.
  const env = { ...process.env, NODE_ENV: "production" };
  const run = spawnSync(process.execPath, words, { stdio: "inherit", env });
  if (run.status !== 0) return "failed";
  writeFileSync(note, stamp);
  return "built";
}

/** One hash of many files, whatever the order they were listed in. */
export function stampOf(files: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash("sha256");
  for (const name of [...files.keys()].sort()) {
    const content = files.get(name)!; // The key was just listed.
    // Lengths go in as well, so that no two different sets of files read as the same bytes.
    hash.update(`${name.length}:${name}:${content.byteLength}:`).update(content);
  }
  return hash.digest("hex");
}

function contentsOf(paths: readonly string[]): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const path of paths.filter((path) => existsSync(path))) {
    const names = statSync(path).isFile()
      ? [path]
      : readdirSync(path, { recursive: true, encoding: "utf8" }).map((name) => join(path, name));
    for (const name of names) {
      // Tests never reach the page.
      if (statSync(name).isFile() && !/[.]test[.]tsx?$/.test(name)) files.set(name, readFileSync(name));
    }
  }
  return files;
}

if (import.meta.main) {
  const outcome = buildPage({ always: true });
  console.log(outcome === "built" ? "page: in dist-page/" : `page: ${outcome}`);
  if (outcome !== "built") process.exitCode = 1;
}
