/**
 * The page's files. They are listed and read once, when the server starts, and only what is in that list is ever
 * served: a path that climbs out of the folder names nothing, because it is never made into a path on disk.
 *
 * Names with a hash in them never change and may be kept for a year; the others are asked for again each time and
 * answered with "not changed" by their tag.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, sep } from "node:path";

export interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly tag: string;
  readonly caching: string;
}

/** By path as it is asked for: `/index.html`, `/assets/main-0f3a.js`. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** What the bundler named after its content: `assets/main-BxY3f0Qz.js`. */
const isHashed = (path: string) => /^\/assets\/.+-[\w-]{8}\.\w+$/.test(path);
/** Source maps and the like are not served, so that nothing is by accident. */
const isServed = (path: string) => Object.hasOwn(types, extname(path));

export function readPageFiles(folder: string): PageFiles {
  const files = new Map<string, PageFile>();
  if (!existsSync(folder)) return files;
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    const path = `/${name.split(sep).join("/")}`;
    if (!isServed(path) || !statSync(join(folder, name)).isFile()) continue;
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    files.set(path, pageFile(path, bytes));
  }
  return files;
}

function pageFile(path: string, bytes: Uint8Array<ArrayBuffer>): PageFile {
  return {
    bytes,
    type: types[extname(path)] ?? "application/octet-stream",
    tag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
    caching: isHashed(path) ? "public, max-age=31536000, immutable" : "no-cache",
  };
}

/** The answer to a GET of this path, or undefined when there is no such file. */
export function servePageFile(
  files: PageFiles,
  path: string,
  knownTags: string | undefined,
): Response | undefined {
  const file = files.get(path === "/" ? "/index.html" : path);
  if (file === undefined) return undefined;
  const headers = { "Cache-Control": file.caching, ETag: file.tag };
  const isKnown = knownTags?.split(",").some((tag) => tag.trim().replace(/^W\//, "") === file.tag) === true;
  if (isKnown) return new Response(null, { status: 304, headers });
  return new Response(file.bytes, { headers: { ...headers, "Content-Type": file.type } });
}
