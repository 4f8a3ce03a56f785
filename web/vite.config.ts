/**
 * How the page is built.
 *
 * The engine's rooms do nothing when they are merely loaded, so whatever the page does not use is left out whole, the
 * reader of catalogue folders with its node:fs among it. The build fails when anything of Node's is left in.
 */
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin, type UserConfig } from "vite";
import { data, readCallList } from "./data-plugin.ts";
import { highs } from "./highs-plugin.ts";
import { numbers } from "./numbers-plugin.ts";
import { offline } from "./offline-plugin.ts";
import { sqlite } from "./sqlite-plugin.ts";

/** The page's own modules may begin something when they are loaded (a worker does); the engine's do not. */
const treeshake = {
  moduleSideEffects: (id: string) =>
    /[/\\]web[/\\]src[/\\]/.test(id) ||
    !/[/\\]src[/\\](catalog|graph|model|person|questions|report|store|testing|world)[/\\]/.test(id),
};

const config: UserConfig = defineConfig({
  base: "./",
  plugins: [react(), data(), numbers(readCallList), nothingOfNode(), policy(), offline()],
  worker: {
    format: "es",
    plugins: () => [nothingOfNode(), sqlite(), highs()],
    rolldownOptions: { treeshake, checks: { pluginTimings: false } },
  },
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // The policy allows no data: address.
    rolldownOptions: {
      // The page of operators is served by `chainbreak detect serve` and knows nothing of the other.
      input: ["index.html", "watching.html"],
      treeshake,
      checks: { pluginTimings: false },
    },
  },
});

/**
 * The policy the server sends, in the document too: a static host sends none. What only a header can say (who may frame
 * the page) is left to it. The server's own policy is in src/server/guard.ts; a walk holds the two together.
 */
function policy(): Plugin {
  const content =
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; base-uri 'none'; form-action 'none'; object-src 'none'";
  return {
    name: "chainbreak-policy",
    apply: "build",
    transformIndexHtml: () => [
      { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content }, injectTo: "head-prepend" },
    ],
  };
}

function nothingOfNode(): Plugin {
  return {
    name: "chainbreak-nothing-of-node",
    enforce: "pre",
    // Left standing while the page is put together; whatever would use it must have been left out by the end.
    resolveId: (source) =>
      source.startsWith("node:") ? { id: source, external: true, moduleSideEffects: false } : undefined,
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        const found =
          chunk.type === "chunk"
            ? [...chunk.imports, ...chunk.dynamicImports].filter((id) => id.startsWith("node:"))
            : [];
        if (found.length > 0)
          this.error(`${chunk.fileName} would bring ${found.join(", ")} into the browser`);
      }
    },
  };
}

export default config;
