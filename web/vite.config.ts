/**
 * How the page is built.
 *
 * The engine's rooms do nothing when they are merely loaded, so whatever the page does not use is left out whole, the
 * reader of catalogue folders with its node:fs among it. The build fails when anything of Node's is left in.
 */
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin, type UserConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { data, readCallList } from "./data-plugin.ts";
import { highs } from "./highs-plugin.ts";
import { numbers } from "./numbers-plugin.ts";
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

/**
 * A service worker that keeps every file of this build, so that the page opens without a network. A new build waits
 * until the page is closed everywhere: a tab that is open keeps the files it was made with.
 */
function offline(): ReturnType<typeof VitePWA> {
  return VitePWA({
    strategies: "generateSW",
    registerType: "prompt",
    injectRegister: null, // Registered by main.tsx: the policy allows no inline script.
    includeAssets: ["icon.svg"],
    workbox: {
      globPatterns: ["**/*.{html,js,css,json,wasm,svg,png}"],
      globIgnores: ["**/watching*"],
      maximumFileSizeToCacheInBytes: 8 * 1024 * 1024, // The whole catalogue as text is over a megabyte.
      navigateFallbackDenylist: [/^.*\/api\//],
      clientsClaim: true,
      skipWaiting: false,
      cleanupOutdatedCaches: true,
      inlineWorkboxRuntime: true,
      sourcemap: false,
    },
    manifest: {
      id: "chainbreak",
      name: "chainbreak",
      short_name: "chainbreak",
      description: "手机被偷会损失什么、怎样拦住 · What a stolen phone could cost, and what stops it",
      lang: "zh-Hans",
      start_url: "./",
      scope: "./",
      display: "standalone",
      background_color: "#faf8f4",
      theme_color: "#0b5c7d",
      icons: [
        { src: "icon-192.png", sizes: "192x192", type: "image/png" },
        { src: "icon-512.png", sizes: "512x512", type: "image/png" },
        { src: "icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
        { src: "icon.svg", sizes: "any", type: "image/svg+xml" },
      ],
    },
  });
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
