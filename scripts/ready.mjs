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

/**
 * What we read of package-lock.json and of npm's own note of what it installed.
 * @typedef {{ readonly packages: Readonly<Record<string, LockedPackage>> }} Lock
 * @typedef {{ readonly version?: string, readonly optional?: boolean, readonly link?: boolean }} LockedPackage
 */

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The oldest Node whose npm installs this lockfile; everything after the hand-over runs on the pinned one. */
const nodeToBegin = "20.19.0";
/** What the scripts are written for. With `--ignore-scripts` npm leaves no pinned Node and says nothing, so we look. */
const nodeToRun = "24.0.0";

/**
 * Whether version `has` is `wants` or newer; both are three numbers with dots.
 * @param {string} has
 * @param {string} wants
 */
export function isAtLeast(has, wants) {
  const ours = has.split(".").map(Number);
  for (const [i, theirs] of wants.split(".").map(Number).entries()) {
    const our = ours[i] ?? 0;
    if (our !== theirs) return our > theirs;
  }
  return true;
}

/**
 * Which packages of the lockfile are missing or of another version, given what npm
 * itself noted in node_modules/.package-lock.json when it last finished. npm writes
 * that note at the very end, so an install that broke off counts as no install.
 * @param {Lock} lock
 * @param {Lock | undefined} installed
 */
export function missingPackages(lock, installed) {
  return Object.entries(lock.packages)
    .filter(([path, { optional, link }]) => path !== "" && !optional && !link)
    .filter(([path, { version }]) => installed?.packages[path]?.version !== version)
    .map(([path]) => path);
}

/**
 * Where the pinned Node lies, or undefined when npm was told to run no install scripts.
 * @param {string} folder
 * @param {(path: string) => boolean} exists
 */
export function pinnedNode(folder, exists = existsSync) {
  return ["node", "node.exe"].map((name) => join(folder, "node_modules", "node", "bin", name)).find(exists);
}

function install() {
  const lock = readLock(join(root, "package-lock.json"));
  if (lock === undefined) return fail("package-lock.json is missing: this is not a whole copy of chainbreak");
  const missing = missingPackages(lock, readLock(join(root, "node_modules", ".package-lock.json")));
  if (missing.length === 0) return;

  console.log(`installing ${missing.length} packages (npm ci)`);
  const words = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  // Under `npm start` npm names its own file; called by hand we look for it on the path.
  const npm = process.env["npm_execpath"];
  const { status } = npm?.endsWith(".js")
    ? spawnSync(process.execPath, [npm, ...words], { cwd: root, stdio: "inherit" })
    : spawnSync("npm", words, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) fail("npm ci did not finish; its words above say why");
}

/**
 * @param {string} path
 * @returns {Lock | undefined}
 */
function readLock(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

function chooseNode() {
  const pinned = pinnedNode(root);
  if (pinned !== undefined) return pinned;
  const missing = "the pinned Node is not in node_modules (npm was told to ignore install scripts)";
  const help = "run `npm rebuild node --ignore-scripts=false` to get it";
  const here = process.versions.node;
  if (!isAtLeast(here, nodeToRun)) return fail(`${missing}, and this is Node ${here}: ${help}`);
  console.error(`${missing}: going on with Node ${here}; ${help}`);
  return process.execPath;
}

/**
 * @param {string} node
 * @param {string} script
 * @param {readonly string[]} words
 */
function handOver(node, script, words) {
  const path = [dirname(node), process.env["PATH"]].join(delimiter);
  const env = { ...process.env, PATH: path };
  const child = spawn(node, [join(root, script), ...words], { cwd: root, stdio: "inherit", env });
  // A terminal sends Ctrl-C to everybody; sent on, it would arrive twice and read as "stop at once".
  const isAtTerminal = process.stdin.isTTY || process.stdout.isTTY;
  process.on("SIGINT", () => isAtTerminal || child.kill("SIGINT"));
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  process.on("SIGHUP", () => child.kill("SIGHUP"));
  stopWithNpm(child);
  child.on("error", (fault) => fail(`cannot start ${node}: ${fault.message}`));
  child.on("exit", (code, signal) => {
    if (signal === null) process.exitCode = code ?? 1;
    // Being stopped is how a server ends well; for every other script it is not.
    else process.exitCode = script === "scripts/start.ts" ? 0 : 128 + constants.signals[signal];
  });
}

/**
 * npm starts us through a shell and, told to end, ends that shell only. A server left
 * behind would keep its port, so when our parent changes we stop the child ourselves.
 * @param {import("node:child_process").ChildProcess} child
 */
function stopWithNpm(child) {
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    child.kill("SIGTERM");
  }, 500);
  watch.unref();
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function fail(sentence) {
  console.error(sentence);
  process.exit(1);
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
