/**
 * How the tests run: where they lie, how long one may take, and what coverage counts. Browser walks are a project of
 * their own: they want the page built, once and before the first, take longer, and come after what needs no browser.
 */
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    // The runner would leave a core free for somebody who watches; of two that is half.
    maxWorkers: "100%",
    // No law has a clock: this only ends a test that hangs. Said once and generously, for a machine where everybody waits.
    testTimeout: 600_000,
    hookTimeout: 300_000,
    setupFiles: ["test/kit/one-seed.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "rooms",
          include: ["src/**/*.test.ts", "web/**/*.test.ts", "test/**/*.test.ts"],
          exclude: ["test/walks/**", "**/node_modules/**"],
          // The rooms are pure, so that files can share a process and what it has read and compiled.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "walks",
          include: ["test/walks/**/*.test.ts"],
          globalSetup: "test/walks/build-once.ts",
          expect: { poll: { timeout: 60_000 } },
          sequence: { groupOrder: 1 },
        },
      },
    ],
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
