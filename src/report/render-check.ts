/**
 * Which rules are broken, kept, open, not bound, not in force, not judged: as text, as Markdown for a build's page. The
 * last four are told apart and never counted as kept.
 */
import type { CheckAnswer, Finding, Reason, RuleAnswer, State } from "../questions/index.ts";
import { wrap } from "./columns.ts";
import { type DesignWords, designWords } from "./design-words.ts";
import { inBrackets, marks } from "./marks.ts";
import { paintWith } from "./paint.ts";
import { sayDuration } from "./say-amounts.ts";
import type { Lang } from "./words.ts";

export interface CheckTold {
  readonly answer: CheckAnswer;
  /** `bank.yaml:12:5`, of a flow or of its institution. */
  readonly whereOf: (institution: string, flow: string | undefined) => string | undefined;
  readonly lang: Lang;
  readonly columns: number;
  readonly colour: boolean;
  /** Findings of the baseline that were left aside. */
  readonly leftAside: number;
}

/** A rule broken everywhere is told by its first places; JSON and SARIF have all. */
const shownMax = 8;

const states: readonly State[] = ["failed", "passed", "open", "not-judged", "not-in-force", "not-bound"];

export function renderCheck(told: CheckTold): string {
  const { answer, lang, columns } = told;
  const words = designWords(lang);
  const paint = paintWith(told.colour);
  const fold = (text: string, indent: string, hanging = indent) =>
    wrap(text, columns - hanging.length).map((line, i) => (i === 0 ? indent : hanging) + line);
  const out = [...fold(bottomOf(answer, words), "").map(paint.strong)];
  const others = otherStates(answer, lang);
  if (others !== undefined) out.push(...fold(words.otherStates(others), ""));
  for (const state of states)
    for (const rule of answer.rules.filter((each) => each.state === state)) {
      const head = `${words[state]}${marks[lang].colon}${rule.assertion.title[lang]}`;
      const colour = state === "failed" ? paint.loss : state === "passed" ? paint.stops : paint.doubt;
      out.push("", ...fold(head, "", "  ").map(colour));
      out.push(...ruleLines(rule, told).flatMap((line) => fold(line, "  ", "    ")));
    }
  out.push(
    "",
    ...fold(words.readOf(answer.coverage.institutions, answer.coverage.flows, answer.day), "").map(
      paint.quiet,
    ),
  );
  if (told.leftAside > 0) out.push(words.baseline(told.leftAside));
  return out.join("\n");
}

export const countOf = ({ rules }: CheckAnswer, state: Finding["state"]): number =>
  rules.reduce((sum, { findings }) => sum + findings.filter((each) => each.state === state).length, 0);

function bottomOf(answer: CheckAnswer, words: DesignWords): string {
  const [failed, passed] = [countOf(answer, "failed"), countOf(answer, "passed")];
  return failed + passed === 0 ? words.checkNothing : words.checkBottom(failed, passed, answer.rules.length);
}

function otherStates({ rules }: CheckAnswer, lang: Lang): string | undefined {
  const words = designWords(lang);
  const parts = (["open", "not-judged", "not-in-force", "not-bound"] as const).flatMap((state) => {
    const count = rules.filter((rule) => rule.state === state).length;
    return count === 0 ? [] : [`${words[state]} ${count}`];
  });
  return parts.length === 0 ? undefined : parts.join(marks[lang].list);
}

/** Where the rule stands, and how far it can be told by flows. */
export function saySource({ assertion }: RuleAnswer, lang: Lang): string {
  const words = designWords(lang);
  const { source, clause, date, force, judged, note } = assertion;
  const text = [source, clause, date].filter((part) => part !== undefined).join(marks[lang].comma);
  return [
    `${text}${force === "own" ? inBrackets(words.ownRule, lang) : ""}`,
    ...(judged === "partly" ? [words.approximates] : []),
    ...(note === undefined ? [] : [note[lang]]),
  ].join(marks[lang].semicolon);
}

function ruleLines(rule: RuleAnswer, told: CheckTold): readonly string[] {
  const { lang } = told;
  const words = designWords(lang);
  const count = (state: Finding["state"]) => rule.findings.filter((each) => each.state === state).length;
  const failed = rule.findings.filter(({ state }) => state === "failed");
  return [
    `${rule.assertion.pack}/${rule.assertion.id}${marks[lang].semicolon}${saySource(rule, lang)}`,
    ...(rule.findings.length === 0 ? [] : [words.counts(count("failed"), count("passed"), count("open"))]),
    ...failed.slice(0, shownMax).map((finding) => sayFinding(finding, told)),
    ...(failed.length > shownMax ? [words.moreBroken(failed.length - shownMax)] : []),
    ...(rule.assertion.rule?.kind === "never" && count("passed") > 0 ? [words.provedForAll] : []),
    ...(rule.unread.length === 0 ? [] : [sayUnreadList(rule, lang)]),
    ...whyNotJudged(rule, lang),
  ];
}

/** Where nothing was looked into at all. */
function whyNotJudged({ state, assertion, unread, findings }: RuleAnswer, lang: Lang): readonly string[] {
  if (state !== "not-judged" || unread.length + findings.length > 0) return [];
  const words = designWords(lang);
  if (assertion.judged === "judgement") return [words.flowsCannotTell];
  return assertion.rule?.kind === "never" ? [words.aboutEverybody] : [];
}

function sayUnreadList({ unread, assertion }: RuleAnswer, lang: Lang): string {
  const words = designWords(lang);
  const list = [
    ...unread.slice(0, shownMax),
    ...(unread.length > shownMax ? [words.andMore(unread.length - shownMax)] : []),
  ].join(marks[lang].list);
  return assertion.rule?.kind === "never" ? words.unreadThere(list) : words.unread(unread.length, list);
}

export function sayFinding(finding: Finding, { whereOf, lang }: Pick<CheckTold, "whereOf" | "lang">): string {
  const { institution, flow, reason, way } = finding;
  const where = whereOf(institution, flow);
  const name = flow === undefined ? institution : `${institution}/${flow}`;
  const shown =
    way === undefined
      ? ""
      : `${marks[lang].semicolon}${way.steps.map((step) => `${step.institution}/${step.flow}`).join(" → ")}`;
  const why = reason === undefined ? "" : `${marks[lang].colon}${sayReason(reason, lang)}`;
  return `${where === undefined ? "" : `${where}  `}${name}${why}${shown}`;
}

export function sayReason(reason: Reason, lang: Lang): string {
  const words = designWords(lang);
  const way = (asks: readonly string[]) => (asks.length === 0 ? words.nothing : asks.join(" + "));
  switch (reason.kind) {
    case "way":
      return reason.asks.length === 0 ? words.asksNothing : words.weakestWay(way(reason.asks));
    case "discretion":
      return words.reasonDiscretion;
    case "delay":
      return words.reasonDelay(sayDuration(reason.minutes, lang), sayDuration(reason.wanted, lang));
    case "leaves-nothing":
      return words.reasonLeavesNothing;
    case "tells-only-the-way":
      return words.reasonTellsOnlyTheWay(way(reason.asks));
    case "gives":
      return words.reasonGives(reason.what);
    case "weaker":
      return words.reasonWeaker(way(reason.asks), reason.than);
    case "offers-none":
      return words.reasonOffersNone;
    case "reached":
      return [
        words.reasonReached(reason.goal, sayDuration(reason.minutes, lang)),
        words.smallest(reason.things.join(marks[lang].semicolon)),
        reason.isSmallest ? words.provedSmallest : words.notProvedSmallest,
      ].join(marks[lang].semicolon);
    case "not-settled":
      return words.notSettled;
  }
}

export function checkMarkdown(told: CheckTold): string {
  const { answer, lang } = told;
  const words = designWords(lang);
  const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
  const out = [`**${bottomOf(answer, words)}**`];
  const others = otherStates(answer, lang);
  if (others !== undefined) out.push("", words.otherStates(others));
  out.push("", "| | | | |", "| --- | --- | --- | --- |");
  for (const state of states)
    for (const rule of answer.rules.filter((each) => each.state === state)) {
      const failed = rule.findings.filter((each) => each.state === "failed");
      const places = [
        ...failed.slice(0, shownMax).map((finding) => sayFinding(finding, told)),
        ...(failed.length > shownMax ? [words.moreBroken(failed.length - shownMax)] : []),
        ...(rule.unread.length === 0 ? [] : [sayUnreadList(rule, lang)]),
        ...whyNotJudged(rule, lang),
      ];
      out.push(
        `| ${[words[state], rule.assertion.title[lang], saySource(rule, lang), places.join("<br>")].map(cell).join(" | ")} |`,
      );
    }
  return out.join("\n");
}
