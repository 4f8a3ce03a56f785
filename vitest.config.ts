/** How the tests run: where they lie, how long one may take, and what coverage counts. */
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["src/**/*.test.ts", "web/**/*.test.ts", "test/**/*.test.ts"],
    // The solver loads a megabyte of wasm and a browser walk starts a browser; on two busy cores both take their time.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // No test touches what somebody keeps on this machine, whatever it starts.
    env: { CHAINBREAK_DATA: join(tmpdir(), `chainbreak-tests-${process.pid}`) },
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      exclude: ["src/**/*.test.ts"],
      reporter: ["text-summary", "html"],
    },
  },
});

export default config;
