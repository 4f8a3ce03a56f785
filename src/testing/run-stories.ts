/**
 * Runs stories: puts each question to the engine, compares the whole answer, then checks what nobody wrote down: what
 * is reached has a proof whose leaves were held; what is not is closed off; a cut applied and asked again reaches nothing.
 */
import { readQuestion } from "../asking/index.ts";
import type { Grounded } from "../ground/index.ts";
import { compareText } from "../model/index.ts";
import { audit } from "../questions/index.ts";
import { openReach, type Reach } from "../reach/index.ts";
import { type Asked, failureOf } from "./asked.ts";
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
  const opened: Opened = { worlds: new Map(), reaches: new Map() };
  const questions = story.questions.map((question, i): QuestionResult => {
    const name = nameOf(question, i);
    const asked = ask(story, question, opened);
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

/** The worlds of one story, grounded and opened once for all its questions. */
interface Opened {
  readonly worlds: Map<string, Grounded>;
  readonly reaches: Map<Grounded, Reach>;
}

function nameOf({ name }: QuestionText, index: number): string {
  return name === undefined ? `question ${index + 1}` : typeof name === "string" ? name : name.en;
}

/** Reads the question's words against its world and asks; or says which words it does not know. */
function ask(story: Story, question: QuestionText, opened: Opened): Asked | string[] {
  const { person, catalog, world: base } = story;
  const asOf = question["as-of"] ?? base["as-of"];
  const { asked, complaints } = readQuestion({
    catalog,
    person,
    text: {
      held: question.held ?? base.held,
      conditions: question.conditions ?? base.conditions,
      measures: question.measures ?? base.measures,
      goals: question.goals,
      within: question.within ?? base.within,
      at: question.at ?? base.at,
      asOf: asOf === undefined ? undefined : String(asOf),
    },
    placeOf: () => ({ file: story.file }),
    worlds: opened.worlds,
  });
  if (asked === undefined) return complaints.map(failureOf);
  const { world, held, inForce, withinMinutes, startsAt } = asked;
  const reach = opened.reaches.get(world) ?? openReach(world);
  opened.reaches.set(world, reach);
  const wantsCuts = question.cut !== undefined || question["cuts-alone"] !== undefined;
  const answer = audit({
    reach,
    ...(question["not-ruled-out"] === undefined ? {} : { lent: openReach(asked.lent()) }),
    held,
    inForce,
    withinMinutes,
    startsAt,
    wantsCheapest: false,
    wantsFront: false,
    sides: wantsCuts ? ["person", "institution", "both"] : ["both"],
  });
  return { reach, lent: asked.lent, held, inForce, withinMinutes, startsAt, question, answer };
}
