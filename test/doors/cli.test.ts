/** The command as it is started: a process with its streams and signals. What it says in each case stands in src/cli. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { complaintCodes } from "../../src/model/index.ts";
import { said } from "./said.ts";

const command = "bin/chainbreak.mjs";
const quiet = { ...process.env, LANG: "C", LC_ALL: "C", NO_COLOR: "1" };

/** The only place in this file that knows how the command is started. */
function run(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], {
    encoding: "utf8",
    env: { ...quiet, ...env },
    maxBuffer: 1 << 26,
  });
  return { status, stdout, stderr };
}

test("--version is the version of the package", () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(run(["--version"])).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
});

test("exit codes: done, complaints, wrong usage", () => {
  expect(run(["explain", "possess"]).status).toBe(0);
  expect(run(["explain", "posess"]).status).toBe(1);
  expect(run(["explan"]).status).toBe(2);
});

test("an answer goes to standard output, a complaint to standard error", () => {
  const { stdout, stderr, status } = run([
    "audit",
    "--person",
    "chengdu-2020",
    "--held",
    "posess(sim.main)",
    "--json",
  ]);
  expect({ stdout, stderr, status }).toEqual({
    stdout: "",
    stderr: "--held: unknown capability `posess`\n  help: did you mean `possess`?\n",
    status: 1,
  });
});

test("the same question gives the same answer, to the byte, in another process as well", async () => {
  const words = ["audit", "--person", "chengdu-2020", "--held", "possess(sim.main)", "--json"];
  const { status, stdout } = run(words);
  expect(status).toBe(0);
  expect(JSON.parse(stdout).reachableAmount).toBeGreaterThan(0);
  expect((await said(words)).out).toBe(stdout);
});

test("a reader that stops reading is no fault", async () => {
  const child = spawn(process.execPath, [command, "graph", "--person", "chengdu-2020"], {
    env: quiet,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  child.stdout.once("data", () => child.stdout.destroy());
  expect([await ended(child), stderr]).toEqual([0, ""]);
});

test("the page is served until it is told to stop, twice if need be", async () => {
  for (const signals of [["SIGTERM"], ["SIGINT"], ["SIGINT", "SIGINT"]] as const) {
    const child = spawn(process.execPath, [command, "serve", "--no-open"], {
      env: { ...quiet, PORT: "0" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const url = await new Promise<string>((resolve, reject) => {
      let said = "";
      child.once("exit", () => reject(new Error(`it ended: ${said}`)));
      child.stdout.on("data", (chunk) => {
        said += chunk;
        const found = /chainbreak is at (\S+)\n/.exec(said)?.[1];
        if (found !== undefined) resolve(found);
      });
    });
    expect((await fetch(new URL("api/health", url))).status).toBe(200);
    for (const signal of signals) child.kill(signal);
    // The second may come when all is closed and Node has let go of its handlers; the first never ends it so.
    expect(signals.length === 1 ? [0] : [0, "SIGINT"]).toContain(await ended(child));
  }
});

const ended = (child: ChildProcess) =>
  new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.on("exit", (code, signal) => resolve(code ?? signal)),
  );

test("every complaint has its heading in docs/reference/errors.md, and no heading is left over", () => {
  const text = readFileSync("docs/reference/errors.md", "utf8");
  const headings = [...text.matchAll(/^### ([a-z]+\/[a-z0-9-]+)$/gm)].map(([, code]) => code);
  expect(headings).toEqual([...complaintCodes]);
  for (const part of text.split(/^### /m).slice(1))
    expect(part, part.split("\n")[0]).toMatch(/```\n.+\n(?: {2}help: .+\n)?```\n\n\S/);
});

test("every command and option has its place in docs/reference/cli.md", async () => {
  const text = readFileSync("docs/reference/cli.md", "utf8");
  const { out } = await said(["--help"]);
  const commands = [...out.matchAll(/^ {2}([a-z]+) \[options\]/gm)].map(([, name]) => name ?? "");
  expect(commands.length).toBeGreaterThan(5); // A check that reads nothing must not pass.
  const helps = await Promise.all(commands.map((name) => said([name, "--help"])));
  const options = helps.flatMap((help) =>
    [...help.out.matchAll(/^ {2}.*?(--[a-z-]+)/gm)].map(([, option]) => option ?? ""),
  );
  const missing = [...commands.map((name) => `## ${name}`), ...new Set(options)].filter(
    (word) => !text.includes(word),
  );
  expect(missing).toEqual([]);
});

test("every field of an answer is told in docs/reference/answers.md", () => {
  const text = readFileSync("docs/reference/answers.md", "utf8");
  const schema = JSON.parse(readFileSync("catalog/schema/audit.schema.json", "utf8"));
  const names = new Set<string>();
  const queue: unknown[] = [schema];
  for (const part of queue) {
    if (typeof part !== "object" || part === null) continue;
    for (const [key, value] of Object.entries(part)) {
      if (key === "properties") for (const name of Object.keys(value)) names.add(name);
      queue.push(value);
    }
  }
  expect(names.size).toBeGreaterThan(40);
  expect([...names].filter((name) => !text.includes(`\`${name}\``) && !text.includes(`"${name}"`))).toEqual(
    [],
  );
});
