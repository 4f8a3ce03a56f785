#!/usr/bin/env node
/**
 * The `chainbreak` command. Plain JavaScript that any Node from 18 on can read: it runs
 * the command-line door, or hands over to the pinned Node when the running one is too old.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import * as nodeModule from "node:module";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";

/** @param {string} path */
const here = (path) => new URL(`../${path}`, import.meta.url);

// A checkout runs its TypeScript as it is. The published package carries it built, because Node strips no types under
// node_modules; dist/ mirrors src/, so that both find the catalogue and package.json two folders up.
const door = ["src/cli/main.ts", "dist/cli/main.js"].map(here).find((url) => existsSync(url));
const pinned = ["node", "node.exe"]
  .map((name) => fileURLToPath(here(`node_modules/node/bin/${name}`)))
  .find((path) => existsSync(path));

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const isNewEnough = major > 22 || (major === 22 && minor >= 18);

if (door === undefined) {
  stop("this copy of chainbreak holds neither src/ nor dist/: install it again");
} else if (isNewEnough) {
  keepYoungSmall(process.argv.slice(2));
  await run(door);
} else if (pinned !== undefined) {
  handOver(pinned);
} else {
  // Only a checkout can bring its own Node.
  const orElse = existsSync(here("package-lock.json")) ? ", or run `npm ci` in its folder" : "";
  stop(
    `chainbreak needs Node 22.18 or newer, and this is ${process.versions.node}: install a newer Node${orElse}`,
  );
}

/** @param {URL} door */
async function run(door) {
  // Node keeps what it has compiled, and stripped of types, for the next start: a third of a second less each time.
  nodeModule.enableCompileCache?.();
  const { main } = await import(door.href).catch(explain);
  process.exitCode = await main(process.argv.slice(2));
}

/**
 * A service answers while its memory is tidied or not at all: with the sixteen megabytes Node keeps for what is young each tidying
 * takes some ten milliseconds, with eight two or three, and there is no way to say so but at the start of a process. So this one
 * begins anew in its own place, with the same number; where that cannot be done, or somebody said otherwise, it goes on.
 * @param {readonly string[]} words
 */
function keepYoungSmall(words) {
  const option = "--max-semi-space-size";
  const said = [...process.execArgv, process.env["NODE_OPTIONS"] ?? ""].join(" ");
  if (words[0] !== "detect" || words[1] !== "serve" || words.includes("--help") || said.includes(option))
    return;
  if (process.platform === "win32" || typeof process.execve !== "function") return;
  const here = [process.execPath, ...process.execArgv, `${option}=8`, ...process.argv.slice(1)];
  process.execve(process.execPath, here, process.env);
}

/**
 * In a fresh clone the first import fails on a package, and Node's own words for that are a page.
 * @param {unknown} fault
 */
function explain(fault) {
  const isMissingPackage = fault instanceof Error && /^Cannot find package/.test(fault.message);
  if (!isMissingPackage) throw fault;
  stop("the packages chainbreak is built on are not installed: run `npm ci` in its folder");
  process.exit();
}

/** @param {string} node */
function handOver(node) {
  const words = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const child = spawn(node, words, { stdio: "inherit" });
  // A terminal sends Ctrl-C to both of us; whoever stops us in another way means the child.
  const isAtTerminal = process.stdin.isTTY || process.stdout.isTTY;
  process.on("SIGINT", () => isAtTerminal || child.kill("SIGINT"));
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  process.on("SIGHUP", () => child.kill("SIGHUP"));
  child.on("error", (fault) => stop(`cannot start ${node}: ${fault.message}`));
  child.on("exit", (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 128 + constants.signals[signal];
  });
}

/** @param {string} sentence */
function stop(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}
