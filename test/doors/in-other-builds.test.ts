/** What other people's builds run, by running it: the action's own script, the hooks' own words, on the sample and its broken twin. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Ajv } from "ajv";
import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";

const chainbreak = resolve("bin/chainbreak.mjs");
const sample = mkdtempSync(join(tmpdir(), "chainbreak-sample-"));
cpSync("examples/institution-ci", sample, { recursive: true });
const git = (...words: readonly string[]) =>
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...words], { cwd: sample });
git("init", "-q", "-b", "main", ".");
git("add", ".");
git("commit", "-qm", "one");
afterAll(() => rmSync(sample, { recursive: true, force: true }));

/** The twin: the change applied to the flows themselves, as somebody would push it. */
function breakIt(): void {
  const path = join(sample, "flows/river-bank.yaml");
  const broken = readFileSync(path, "utf8")
    .replace("asks: [receive-sms(line), read-mail(mailbox), show-face(person)]", "asks: [receive-sms(line)]")
    .replace("    leaves: [{ letter: { about: password-reset } }]\n", "")
    .replace("asks: [operate(card), know(card.pin)]", "asks: [operate(card)]");
  writeFileSync(path, broken);
}
const mendIt = () => git("checkout", "-q", "--", "flows");

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly summary: string;
}

function runAction(inputs: Readonly<Record<string, string>>): Ran {
  const action = parse(readFileSync("action.yml", "utf8"));
  const step = action.runs.steps[0];
  const value = (text: string): string =>
    text.replace(/\$\{\{ (.*?) \}\}/g, (_, name: string) =>
      name === "github.action_path"
        ? resolve(".")
        : (inputs[name.slice("inputs.".length)] ??
          String(action.inputs[name.slice("inputs.".length)].default)),
    );
  const env = Object.fromEntries(Object.entries(step.env).map(([key, text]) => [key, value(String(text))]));
  const files = { GITHUB_OUTPUT: join(sample, "out.txt"), GITHUB_STEP_SUMMARY: join(sample, "summary.md") };
  for (const file of Object.values(files)) writeFileSync(file, "");
  const { status, stdout, stderr } = spawnSync("bash", ["-c", step.run], {
    cwd: sample,
    encoding: "utf8",
    env: { ...process.env, ...env, ...files, RUNNER_TEMP: sample },
  });
  return { code: status, out: stdout, err: stderr, summary: readFileSync(files.GITHUB_STEP_SUMMARY, "utf8") };
}

const inputs = { base: "main:flows", people: "people", packs: "rules author-2020" };

test("the action is green on the sample and red on its broken twin", () => {
  const green = runAction(inputs);
  expect([green.code, green.err]).toEqual([0, ""]);
  expect(green.summary).toContain("The two catalogues say the same");
  expect(green.summary).not.toContain("| broken |");
  breakIt();
  try {
    const red = runAction(inputs);
    expect(red.code).toBe(4);
    expect(red.summary).toContain("| broken |");
    expect(red.summary).toContain("The change allows an intruder more");
    const check = JSON.parse(readFileSync(join(sample, "chainbreak-check.sarif"), "utf8"));
    const diff = JSON.parse(readFileSync(join(sample, "chainbreak-diff.sarif"), "utf8"));
    const failed = check.runs[0].results.filter(({ kind }: { kind: string }) => kind === "fail");
    expect(failed.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain(
      "reset-shows-a-face/reset-shows-a-face",
    );
    expect(failed[0].locations[0].physicalLocation.artifactLocation.uri).toBe("flows/river-bank.yaml");
    const [opened] = diff.runs[0].results;
    expect(opened).toMatchObject({ ruleId: "diff/opened", kind: "fail", level: "error" });
    expect(opened.codeFlows[0].threadFlows[0].locations.length).toBeGreaterThan(2);
    expect(opened.locations[0].physicalLocation.artifactLocation.uri).toBe("flows/river-bank.yaml");
  } finally {
    mendIt();
  }
});

test("the hooks' own words are green on the sample and red on its broken twin", () => {
  const hooks: readonly { readonly entry: string; readonly pass_filenames?: boolean }[] = parse(
    readFileSync(".pre-commit-hooks.yaml", "utf8"),
  );
  const runHook = ({ entry, pass_filenames: wantsFiles = true }: (typeof hooks)[number]) => {
    const [, ...words] = entry.split(" ");
    const files = wantsFiles ? ["flows/river-bank.yaml", "people/somebody.yaml"] : ["--pack", "rules"];
    return spawnSync(process.execPath, [chainbreak, ...words, ...files], { cwd: sample, encoding: "utf8" })
      .status;
  };
  expect(hooks.map(runHook)).toEqual([0, 0]);
  breakIt();
  try {
    expect(hooks.map(runHook)).toEqual([0, 4]);
  } finally {
    mendIt();
  }
});

test("the twin as a patch opens what the twin opens", () => {
  const patch = resolve("examples/institution-ci-broken/change.yaml");
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      chainbreak,
      "design",
      "diff",
      "flows",
      patch,
      "--beside-shipped",
      "--people",
      "people",
      "--fail-on",
      "opened",
      "--format",
      "json",
    ],
    { cwd: sample, encoding: "utf8" },
  );
  expect(status).toBe(4);
  const { effects, word } = JSON.parse(stdout);
  expect(word).toBe("more");
  expect(effects.map(({ kind, goal }: { kind: string; goal: string }) => `${kind} ${goal}`)).toContain(
    "opened charge(card.savings)",
  );
});

const fixtures = process.env["CHAINBREAK_FIXTURES"] ?? "../shared/fixtures";
const schemaFile = join(fixtures, "sarif/sarif-schema-2.1.0.json");

test("what is given as SARIF is valid by the standard's own schema", ({ skip }) => {
  if (!existsSync(schemaFile)) skip(`no sarif in CHAINBREAK_FIXTURES (${fixtures}): nothing compared`);
  const { $schema: _, id: $id, ...schema } = JSON.parse(readFileSync(schemaFile, "utf8"));
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile({
    $id,
    ...schema,
  });
  const patch = resolve("examples/institution-ci-broken/change.yaml");
  let results = 0;
  for (const words of [
    ["check", "--pack", "author-2020", "--pack", "line-changes", "--pack", "nist-63b"],
    ["diff", "flows", patch, "--beside-shipped", "--people", "people"],
  ]) {
    const { stdout } = spawnSync(process.execPath, [chainbreak, "design", ...words, "--format", "sarif"], {
      cwd: sample,
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    const log = JSON.parse(stdout);
    results += log.runs[0].results.length;
    expect(validate(log), JSON.stringify(validate.errors?.slice(0, 5))).toBe(true);
    expect(new Set(log.runs[0].results.map(({ kind }: { kind: string }) => kind)).has("fail")).toBe(true);
  }
  expect(results).toBeGreaterThan(50);
});

test("JUnit counts what it lists, and passes nothing that was not judged", () => {
  const run = (format: string) =>
    spawnSync(
      process.execPath,
      [chainbreak, "design", "check", "--pack", "author-2020", "--format", format],
      {
        cwd: sample,
        encoding: "utf8",
        maxBuffer: 1 << 28,
      },
    ).stdout;
  const [junit, answer] = [run("junit"), JSON.parse(run("json"))];
  const states: readonly string[] = answer.rules.flatMap(
    ({ findings }: { findings: readonly { state: string }[] }) => findings.map(({ state }) => state),
  );
  const count = (pattern: RegExp) => [...junit.matchAll(pattern)].length;
  expect(count(/<failure /g)).toBe(states.filter((state) => state === "failed").length);
  expect(count(/<testcase [^>]*\/>/g)).toBe(states.filter((state) => state === "passed").length);
  expect(Number(/tests="(\d+)"/.exec(junit)?.[1])).toBe(count(/<testcase /g));
});
