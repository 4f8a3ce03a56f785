/**
 * Makes a fresh clone ready and hands over to the Node the project is pinned to:
 * `node scripts/ready.mjs scripts/test.ts …` installs what package-lock.json names
 * when it is not there yet, then runs the script with its arguments on that Node.
 *
 * Plain JavaScript without a dependency, because it runs before anything is installed
 * and on an older Node than the rest of the project.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The oldest Node whose npm installs this lockfile; everything after the hand-over runs on the pinned one. */
const nodeToBegin = "20.19.0";
/** What the scripts are written for. With `--ignore-scripts` npm leaves no pinned Node and says nothing, so we look. */
const nodeToRun = "24.0.0";

/** Whether version `has` is `wants` or newer; both are three numbers with dots. */
export function isAtLeast(has, wants) {
  const [ours, theirs] = [has, wants].map((version) => version.split(".").map(Number));
  for (let i = 0; i < 3; i++) if (ours[i] !== theirs[i]) return ours[i] > theirs[i];
  return true;
}

/**
 * Which packages of the lockfile are missing or of another version, given what npm
 * itself noted in node_modules/.package-lock.json when it last finished. npm writes
 * that note at the very end, so an install that broke off counts as no install.
 */
export function missingPackages(lock, installed) {
  return Object.entries(lock.packages)
    .filter(([path, { optional, link }]) => path !== "" && !optional && !link)
    .filter(([path, { version }]) => installed?.packages?.[path]?.version !== version)
    .map(([path]) => path);
}

/** Where the pinned Node lies, or undefined when npm was told to run no install scripts. */
export function pinnedNode(folder, exists = existsSync) {
  return ["node", "node.exe"].map((name) => join(folder, "node_modules", "node", "bin", name)).find(exists);
}

/** Forwarding twice what the terminal already sent to everybody would read as "stop at once". */
function passOn(signal, child) {
  if (signal === "SIGINT" && process.stdin.isTTY) return;
  child.kill(signal);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function install() {
  const lock = readJson(join(root, "package-lock.json"));
  const missing = missingPackages(lock, readJson(join(root, "node_modules", ".package-lock.json")));
  if (missing.length === 0) return;
  console.log(`installing ${missing.length} packages (npm ci)`);
  // Under `npm start` npm names its own file; called by hand we look for it on the path.
  const npm = process.env.npm_execpath?.endsWith(".js") ? process.env.npm_execpath : undefined;
  const words = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const run = npm
    ? spawnSync(process.execPath, [npm, ...words], { cwd: root, stdio: "inherit" })
    : spawnSync("npm", words, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (run.status !== 0) fail("npm ci did not finish; its words above say why");
}

function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

function chooseNode() {
  const pinned = pinnedNode(root);
  if (pinned !== undefined) return pinned;
  const help = "run `npm rebuild node --ignore-scripts=false` to get it";
  if (!isAtLeast(process.versions.node, nodeToRun)) {
    fail(
      `the pinned Node is not in node_modules (npm was told to ignore install scripts), and this one is ${process.versions.node}: ${help}`,
    );
  }
  console.error(
    `the pinned Node is not in node_modules (npm was told to ignore install scripts): using Node ${process.versions.node}; ${help}`,
  );
  return process.execPath;
}

function handOver(node, script, words) {
  const path = [dirname(node), process.env.PATH].join(delimiter);
  const child = spawn(node, [join(root, script), ...words], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PATH: path },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => passOn(signal, child));
  child.on("error", (fault) => fail(`cannot start ${node}: ${fault.message}`));
  child.on("exit", (code, signal) => {
    // Being stopped is how a server ends well; for every other script it is not.
    const stopped = script === "scripts/start.ts" ? 0 : 128 + (constants.signals[signal] ?? 0);
    process.exitCode = signal === null ? code : stopped;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [script, ...words] = process.argv.slice(2);
  if (script === undefined) fail("say which script to run: node scripts/ready.mjs scripts/test.ts");
  if (!isAtLeast(process.versions.node, nodeToBegin)) {
    fail(`chainbreak needs Node ${nodeToBegin} or newer to install itself; this is ${process.versions.node}`);
  }
  install();
  handOver(chooseNode(), script, words);
}
