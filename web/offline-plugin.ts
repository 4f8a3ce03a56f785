/**
 * Lays a service worker beside the page that keeps every file of this build, so that the page opens without a network. A new
 * build waits until the page is closed everywhere: a tab that is open keeps the files it was made with.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Plugin } from "vite";

/** The page of operators is served by `chainbreak detect serve` and is no part of what is kept. */
const isKept = (path: string): boolean =>
  /\.(html|js|css|json|wasm|svg|png|webmanifest)$/.test(path) &&
  !path.includes("watching") &&
  path !== "sw.js";

export function offline(): Plugin {
  return {
    name: "chainbreak-offline",
    apply: "build",
    writeBundle({ dir = "" }) {
      const paths = readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join("/"))
        .filter(isKept)
        .sort();
      const hash = createHash("sha256");
      for (const path of paths) hash.update(`${path}\n`).update(readFileSync(join(dir, path)));
      writeFileSync(
        join(dir, "sw.js"),
        workerText(
          hash.digest("hex").slice(0, 16),
          paths.map((path) => (path === "index.html" ? "./" : path)),
        ),
      );
    },
  };
}

/** `./` is the page itself: a host may answer `index.html` with another address, which no browser opens from a cache. */
const workerText = (build: string, paths: readonly string[]): string => `const here = "chainbreak ${build}";
const paths = ${JSON.stringify(paths)};
const kept = new Set(paths);

addEventListener("install", (event) => event.waitUntil(keepAll()));
addEventListener("activate", (event) => event.waitUntil(leaveOthers()));
addEventListener("fetch", (event) => {
  const path = keptAs(event.request);
  if (path !== undefined) event.respondWith(answer(path, event.request));
});

async function keepAll() {
  const cache = await caches.open(here);
  await Promise.all(
    paths.map(async (path) => {
      // What has a hash in its name is the same in every build.
      const before = path.startsWith("assets/") ? await caches.match(path) : undefined;
      const response = before ?? (await fetch(path, { cache: "reload" }));
      if (!response.ok) throw new Error(path + ": " + response.status);
      await cache.put(path, response);
    }),
  );
}

async function leaveOthers() {
  for (const name of await caches.keys())
    if (name !== here && /^(chainbreak|workbox)\\b/.test(name)) await caches.delete(name);
  await clients.claim();
}

function keptAs(request) {
  const { origin, pathname } = new URL(request.url);
  const scope = new URL("./", location.href);
  if (request.method !== "GET" || origin !== scope.origin || !pathname.startsWith(scope.pathname)) return undefined;
  const path = pathname.slice(scope.pathname.length);
  if (path === "" || path === "index.html") return "./";
  return kept.has(path) ? path : undefined;
}

async function answer(path, request) {
  const cache = await caches.open(here);
  return (await cache.match(path)) ?? fetch(request);
}
`;
