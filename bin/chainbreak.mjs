#!/usr/bin/env node
/**
 * The `chainbreak` command. Plain JavaScript that any Node from 18 on can read: it runs
 * the command-line door, or hands over to the pinned Node when the running one is too old.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";

const here = (path) => new URL(`../${path}`, import.meta.url);

// A checkout runs its TypeScript as it is. The published package carries it built, because Node strips no types under node_modules.
const doors = ["src/cli/main.ts", "dist/src/cli/main.js"].map(here);
const door = doors.find((url) => existsSync(url));
const pinned = ["node", "node.exe"]
  .map((name) => fileURLToPath(here(`node_modules/node/bin/${name}`)))
  .find(existsSync);
const [major, minor] = process.versions.node.split(".").map(Number);
const isNewEnough = major > 22 || (major === 22 && minor >= 18);

if (door === undefined) {
  stop("this copy of chainbreak holds neither src/ nor dist/: install it again");
} else if (isNewEnough) {
  await run();
} else if (pinned !== undefined && pinned !== process.execPath) {
  const { status, signal, error } = spawnSync(
    pinned,
    [fileURLToPath(import.meta.url), ...process.argv.slice(2)],
    { stdio: "inherit" },
  );
  if (error) stop(`cannot start ${pinned}: ${error.message}`);
  else process.exitCode = signal === null ? status : 128 + constants.signals[signal];
} else {
  stop(`chainbreak needs Node 22.18 or newer, and this is ${process.versions.node}: install a newer Node`);
}

async function run() {
  let main;
  try {
    ({ main } = await import(door.href));
  } catch (fault) {
    const isMissingPackage =
      fault?.code === "ERR_MODULE_NOT_FOUND" && /Cannot find package/.test(fault.message);
    if (!isMissingPackage) throw fault;
    return stop("the packages chainbreak is built on are not installed: run `npm ci` in its folder");
  }
  process.exitCode = await main(process.argv.slice(2));
}

function stop(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}
