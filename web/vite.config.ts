/**
 * How the page is built.
 *
 * The engine's rooms do nothing when they are merely loaded, so whatever the page does not use is left out whole, the
 * reader of catalogue folders with its node:fs among it. The build fails when anything of Node's is left in.
 */
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin, type UserConfig } from "vite";
import { data } from "./data-plugin.ts";

/** The page's own modules may begin something when they are loaded (a worker does); the engine's do not. */
const treeshake = {
  moduleSideEffects: (id: string) =>
    /[/\\]web[/\\]src[/\\]/.test(id) ||
    !/[/\\]src[/\\](catalog|graph|model|person|questions|report|store|testing|world)[/\\]/.test(id),
};

const config: UserConfig = defineConfig({
  base: "./",
  plugins: [react(), data(), nothingOfNode()],
  worker: { format: "es", plugins: () => [nothingOfNode()], rolldownOptions: { treeshake } },
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // The policy allows no data: address.
    rolldownOptions: { treeshake, checks: { pluginTimings: false } },
  },
});

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
