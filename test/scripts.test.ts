/** The parts of scripts/ that can be judged without installing anything. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { findBrowser } from "../scripts/browser.ts";
import { layIn } from "../scripts/docs.ts";
import { stampOf } from "../scripts/page.ts";
import { isAtLeast, missingPackages, pinnedNode } from "../scripts/ready.mjs";
import { countsLine, readCounts } from "../scripts/test.ts";

test("versions are compared by number, not by letter", () => {
  expect(isAtLeast("20.19.0", "20.19.0")).toBe(true);
  expect(isAtLeast("20.9.0", "20.19.0")).toBe(false);
  expect(isAtLeast("24.0.0", "20.19.0")).toBe(true);
  expect(isAtLeast("9.99.9", "20.19.0")).toBe(false);
});

const lock = {
  packages: {
    "": { version: "0.2.0" },
    "node_modules/yaml": { version: "2.9.1" },
    "node_modules/zod": { version: "4.6.7" },
    "node_modules/for-another-machine": { version: "1.0.0", optional: true },
  },
};

test("nothing is missing when npm noted every package that is not optional", () => {
  const installed = {
    packages: { "node_modules/yaml": { version: "2.9.1" }, "node_modules/zod": { version: "4.6.7" } },
  };
  expect(missingPackages(lock, installed)).toEqual([]);
});

test("a package of another version is missing, and so is everything when npm noted nothing", () => {
  const installed = {
    packages: { "node_modules/yaml": { version: "2.9.0" }, "node_modules/zod": { version: "4.6.7" } },
  };
  expect(missingPackages(lock, installed)).toEqual(["node_modules/yaml"]);
  expect(missingPackages(lock, undefined)).toEqual(["node_modules/yaml", "node_modules/zod"]);
});

test("the pinned Node is found where npm laid it, whatever the system calls a program", () => {
  const [unix, windows] = ["node", "node.exe"].map((name) =>
    join("here", "node_modules", "node", "bin", name),
  );
  expect(pinnedNode("here", (path) => path === unix)).toBe(unix);
  expect(pinnedNode("here", (path) => path === windows)).toBe(windows);
  expect(pinnedNode("here", () => false)).toBeUndefined();
});

const bytes = (text: string) => new TextEncoder().encode(text);

test("the page's stamp changes with a name, a content and nothing else", () => {
  const stamp = stampOf(
    new Map([
      ["a", bytes("1")],
      ["b", bytes("2")],
    ]),
  );
  expect(
    stampOf(
      new Map([
        ["b", bytes("2")],
        ["a", bytes("1")],
      ]),
    ),
  ).toBe(stamp);
  expect(
    stampOf(
      new Map([
        ["a", bytes("1")],
        ["b", bytes("3")],
      ]),
    ),
  ).not.toBe(stamp);
  expect(
    stampOf(
      new Map([
        ["a", bytes("1")],
        ["c", bytes("2")],
      ]),
    ),
  ).not.toBe(stamp);
  expect(
    stampOf(
      new Map([
        ["a", bytes("12")],
        ["b", bytes("")],
      ]),
    ),
  ).not.toBe(stamp);
});

test("a browser named in CHROMIUM_PATH is taken, and no other when it is not there", () => {
  const env = { CHROMIUM_PATH: "/named/chrome", PATH: "/usr/bin" };
  expect(findBrowser({ env, canRun: () => true })).toBe("/named/chrome");
  expect(findBrowser({ env, canRun: (path) => path === join("/usr/bin", "chromium") })).toBeUndefined();
});

test("without CHROMIUM_PATH the first browser on the path is taken", () => {
  const there = join("/b", "google-chrome");
  expect(
    findBrowser({
      env: { PATH: ["/a", "/b"].join(process.platform === "win32" ? ";" : ":") },
      canRun: (path) => path === there,
    }),
  ).toBe(there);
});

test("a test file that does not load counts as failed", () => {
  const counts = readCounts(
    JSON.stringify({
      numPassedTests: 3,
      numFailedTests: 0,
      numPendingTests: 1,
      numTodoTests: 0,
      numFailedTestSuites: 1,
    }),
  );
  expect(countsLine(counts)).toBe("tests: 3 passed, 1 failed, 1 skipped");
});

test("a made part replaces what stands between its marks and leaves the rest alone", () => {
  const text = "before\n<!-- made: rooms -->\nold\n<!-- /made: rooms -->\nafter\n";
  expect(layIn(text, "rooms", "new")).toBe(
    "before\n<!-- made: rooms -->\nnew\n<!-- /made: rooms -->\nafter\n",
  );
  expect(layIn("no marks", "rooms", "new")).toBeUndefined();
});
