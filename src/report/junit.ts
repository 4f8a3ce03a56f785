/** Rules as JUnit, for builds that show tests: what is neither kept nor broken is skipped with its reason, never passed. */
import type { CheckAnswer, Finding, RuleAnswer } from "../questions/index.ts";
import { designWords } from "./design-words.ts";
import { type CheckTold, sayFinding, saySource } from "./render-check.ts";

interface Case {
  readonly name: string;
  readonly kind: "passed" | "failed" | "skipped";
  readonly text: string;
}

export function checkJunit(answer: CheckAnswer, told: Pick<CheckTold, "whereOf" | "lang">): string {
  const suites = answer.rules.map((rule) => suiteOf(rule, told));
  const total = (kind: Case["kind"]) =>
    suites.reduce((sum, { cases }) => sum + cases.filter((each) => each.kind === kind).length, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="chainbreak design check" tests="${suites.reduce((sum, { cases }) => sum + cases.length, 0)}" failures="${total("failed")}" skipped="${total("skipped")}">`,
    ...suites.flatMap(({ name, cases }) => [
      `  <testsuite name="${escaped(name)}" tests="${cases.length}" failures="${cases.filter(({ kind }) => kind === "failed").length}" skipped="${cases.filter(({ kind }) => kind === "skipped").length}">`,
      ...cases.map(({ name: test, kind, text }) => {
        const head = `    <testcase classname="${escaped(name)}" name="${escaped(test)}"`;
        if (kind === "passed") return `${head}/>`;
        const tag = kind === "failed" ? "failure" : "skipped";
        return `${head}><${tag} message="${escaped(text)}"/></testcase>`;
      }),
      "  </testsuite>",
    ]),
    "</testsuites>",
  ].join("\n");
}

function suiteOf(
  rule: RuleAnswer,
  told: Pick<CheckTold, "whereOf" | "lang">,
): { readonly name: string; readonly cases: readonly Case[] } {
  const words = designWords(told.lang);
  const name = `${rule.assertion.pack}/${rule.assertion.id}`;
  const caseOf = (finding: Finding): Case => ({
    name: finding.flow === undefined ? finding.institution : `${finding.institution}/${finding.flow}`,
    kind: finding.state === "open" ? "skipped" : finding.state,
    text: `${finding.state === "open" ? `${words.open}: ` : ""}${rule.assertion.title[told.lang]}: ${sayFinding(finding, told)}`,
  });
  const whole: Case = { name, kind: "skipped", text: `${words[rule.state]}: ${saySource(rule, told.lang)}` };
  return {
    name,
    cases:
      rule.findings.length === 0
        ? [whole]
        : [
            ...rule.findings.map(caseOf),
            ...rule.unread.map(
              (institution): Case => ({ name: institution, kind: "skipped", text: words["not-judged"] }),
            ),
          ],
  };
}

/** Characters XML does not have, and those that would end an attribute. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write them.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
