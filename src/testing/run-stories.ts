/**
 * Runs stories: puts each question to the engine, compares the whole answer, then checks what nobody wrote down: what
 * is reached has a proof whose leaves were held; what is not is closed off; a cut applied and asked again reaches nothing.
 */

import { ground } from "../ground/index.ts";
import { type Complaint, compareText, parseDuration, parseMoment } from "../model/index.ts";
import { readGroundCapability, readGroundCondition } from "../person/index.ts";
import { audit } from "../questions/index.ts";
import { openReach, type Reach } from "../reach/index.ts";
import { type Asked, choiceNamed } from "./asked.ts";
import { crossCheck } from "./cross-check.ts";
import { expectAll } from "./expect.ts";
import type { QuestionText, Story } from "./story.ts";

export interface QuestionResult {
  readonly name: string;
  /** Each says what was expected, what came, and why; empty: all as expected. */
  readonly failures: readonly string[];
  readonly comparisons: number;
  readonly crossChecks: number;
}

export interface StoryResult {
  readonly story: Story;
  readonly questions: readonly QuestionResult[];
  readonly isPassed: boolean;
}

export interface StoriesResult {
  readonly results: readonly StoryResult[];
  readonly counts: {
    readonly stories: number;
    readonly failed: number;
    readonly questions: number;
    readonly comparisons: number;
    readonly crossChecks: number;
  };
}

export function runStories(
  stories: readonly Story[],
  { onStory }: { readonly onStory?: (result: StoryResult) => void } = {},
): StoriesResult {
  const results: StoryResult[] = [];
  for (const story of [...stories].sort((a, b) => compareText(a.id, b.id))) {
    const result = runStory(story);
    onStory?.(result);
    results.push(result);
  }
  const questions = results.flatMap((result) => result.questions);
  const sum = (pick: (question: QuestionResult) => number) =>
    questions.reduce((total, question) => total + pick(question), 0);
  return {
    results,
    counts: {
      stories: results.length,
      failed: results.filter(({ isPassed }) => !isPassed).length,
      questions: questions.length,
      comparisons: sum(({ comparisons }) => comparisons),
      crossChecks: sum(({ crossChecks }) => crossChecks),
    },
  };
}

export function runStory(story: Story): StoryResult {
  const worlds = new Map<string, Reach>();
  const questions = story.questions.map((question, i): QuestionResult => {
    const name = nameOf(question, i);
    const asked = ask(story, question, worlds);
    if (Array.isArray(asked)) return { name, failures: asked, comparisons: 0, crossChecks: 0 };
    const { failures, comparisons } = expectAll(asked);
    const checks = crossCheck(asked);
    // `never: []` and `cut: {}` expect something of nothing: such a question could not fail.
    const idle = comparisons === 0 ? ["this question compares nothing with the answer"] : [];
    return {
      name,
      failures: [...failures, ...idle, ...checks.failures],
      comparisons,
      crossChecks: checks.count,
    };
  });
  return { story, questions, isPassed: questions.every(({ failures }) => failures.length === 0) };
}

function nameOf({ name }: QuestionText, index: number): string {
  return name === undefined ? `question ${index + 1}` : typeof name === "string" ? name : name.en;
}

/** Reads the question's words against its world and asks; or says which words it does not know. */
function ask(story: Story, question: QuestionText, worlds: Map<string, Reach>): Asked | string[] {
  const { person, catalog, world: base } = story;
  const asOf = question["as-of"] ?? base["as-of"];
  const place = { file: story.file };
  const failures: string[] = [];
  const fail = (complaint: Complaint) =>
    failures.push(
      complaint.help === undefined ? complaint.sentence : `${complaint.sentence} (${complaint.help})`,
    );

  const conditionTexts = Array.isArray(question.conditions) ? question.conditions : (base.conditions ?? []);
  const moreThings = new Map(
    [...catalog.institutions.keys()].map((id) => [
      `account.new-${id}`,
      { kind: "account" as const, name: `new-${id}` },
    ]),
  );
  const context = { person, vocabulary: catalog.vocabulary, place, moreThings };
  const conditions = conditionTexts.flatMap((text) => {
    const read = readGroundCondition(text, context);
    if ("word" in read) return [read.word.text];
    fail(read.complaint);
    return [];
  });
  const key = JSON.stringify([asOf ?? null, conditions]);
  const reach =
    worlds.get(key) ??
    openReach(ground({ catalog, person, conditions, ...(asOf === undefined ? {} : { asOf: String(asOf) }) }));
  worlds.set(key, reach);

  const held = (question.held ?? base.held ?? []).flatMap((text) => {
    const read = readGroundCapability(text, context);
    if ("word" in read) return [read.word.text];
    fail(read.complaint);
    return [];
  });
  const inForce = (question.measures ?? base.measures ?? []).flatMap((text) => {
    const choice = choiceNamed(reach.world, text);
    if (typeof choice !== "string") return [choice.index];
    failures.push(choice);
    return [];
  });
  if (failures.length > 0) return failures;
  const within = question.within ?? base.within;
  const at = question.at ?? base.at;
  const withinMinutes = within === undefined ? undefined : parseDuration(within);
  const startsAt = at === undefined ? undefined : parseMoment(at);
  const wantsCuts = question.cut !== undefined || question["cuts-alone"] !== undefined;
  const answer = audit({
    reach,
    held,
    inForce,
    withinMinutes,
    startsAt,
    wantsCheapest: false,
    wantsFront: false,
    sides: wantsCuts ? ["person", "institution", "both"] : ["both"],
  });
  return { reach, held, inForce, withinMinutes, startsAt, question, answer };
}
