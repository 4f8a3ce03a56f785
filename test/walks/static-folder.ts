/** A host that knows nothing of us: it serves the files of a folder below some path, and nothing else. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, sep } from "node:path";

export interface StaticHost {
  readonly url: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** The files are read at once, so that a build going on meanwhile changes nothing. */
export async function serveFolder(folder: string, below: string): Promise<StaticHost> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = new Map(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [`${below}${name.split(sep).join("/")}`, readFileSync(join(folder, name))] as const),
  );
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const name = path === below ? `${below}index.html` : path;
    const bytes = files.get(name);
    if (bytes === undefined) return response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": types[extname(name)] ?? "application/octet-stream" });
    return response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // It listens on a port, not on a pipe.
  return {
    url: `http://localhost:${port}${below}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
