/**
 * Leaves out of SQLite's package what this page does not use: its two ready-made workers, half a megabyte that a bundler
 * would lay beside the page because the package names them. The build fails when the package names them no longer.
 */
import type { Plugin } from "vite";

const unused = [
  'new URL("sqlite3-opfs-async-proxy.js", import.meta.url)',
  'new Worker(new URL("sqlite3-worker1.mjs", import.meta.url), { type: "module" })',
];

export function sqlite(): Plugin {
  return {
    name: "chainbreak-sqlite",
    enforce: "pre",
    transform(code, id) {
      if (!/[/\\]@sqlite\.org[/\\]sqlite-wasm[/\\]dist[/\\]index\.mjs$/.test(id.split("?")[0] ?? ""))
        return undefined;
      let without = code;
      for (const words of unused) {
        if (!without.includes(words))
          this.error(`${id} does not hold \`${words}\`; see web/sqlite-plugin.ts`);
        without = without.replace(words, "undefined");
      }
      return { code: without, map: null };
    },
  };
}
