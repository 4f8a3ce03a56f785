/**
 * `chainbreak test`: runs stories and says of each that fails what was expected, what came, and why.
 *
 * Nothing run is a failure: a runner that found no story passes as quietly as one that found no fault.
 */
import { resolve } from "node:path";
import { fileKindOf, type KnownFile, readTexts, readYaml } from "../catalog/index.ts";
import { Complaint, sortComplaints } from "../model/index.ts";
import { marks } from "../report/index.ts";
import { type QuestionResult, readStory, runStory, type Story, type StoryResult } from "../testing/index.ts";
import { sayComplaints } from "./complaints.ts";
import { findPersonFrom, peopleOf } from "./people.ts";
import {
  type CatalogChoice,
  type FolderRead,
  isError,
  readNamed,
  typedChoice,
  typedPath,
} from "./shipped.ts";
import type { Terminal } from "./terminal.ts";
import { printable } from "./terminal.ts";
import { cliWords } from "./words.ts";

export function test(paths: readonly string[], choice: CatalogChoice, terminal: Terminal): number {
  const words = cliWords(terminal.lang);
  const { cwd } = terminal.outside;
  terminal.progress(words.reading(typedChoice(choice)));
  const read = readNamed(choice, cwd, { stories: true });
  if (read.directories.length > 0) terminal.warn(words.listPlaysNoPart);
  const { stories, complaints } = storiesOf(paths, read, cwd);
  // A broken institution would make stories fail for a reason that is told better by its own complaint.
  const all = sortComplaints([...read.complaints.filter(isError), ...read.leftOut, ...complaints]);
  sayComplaints(all, terminal);

  let failed = 0;
  const counts = { stories: 0, questions: 0, crossChecks: 0 };
  for (const [i, story] of stories.entries()) {
    terminal.progress(words.running(story.id, i + 1, stories.length));
    const result = runStory(story);
    counts.stories += 1;
    counts.questions += result.questions.length;
    counts.crossChecks += result.questions.reduce((sum, { crossChecks }) => sum + crossChecks, 0);
    if (!result.isPassed) {
      failed += 1;
      sayFailure(result, terminal);
    }
  }
  const isGood = failed === 0 && !all.some(isError) && counts.stories > 0;
  const { paint } = terminal;
  terminal.say((isGood ? paint.green : paint.red)(words.told({ ...counts, failed })));
  return isGood ? 0 : 1;
}

interface StoriesRead {
  readonly stories: readonly Story[];
  readonly complaints: readonly Complaint[];
}

function storiesOf(paths: readonly string[], read: FolderRead, cwd: string): StoriesRead {
  const complaints: Complaint[] = [];
  const others: KnownFile[] = paths.length === 0 ? [...read.others] : [];
  for (const path of paths) {
    const full = resolve(cwd, path);
    const found = readTexts([full], { from: typedPath(full, cwd) === full ? "" : cwd });
    complaints.push(...found.complaints);
    for (const { file, text } of found.texts) {
      const yaml = readYaml(text, file);
      complaints.push(...yaml.complaints);
      const kind = fileKindOf(yaml.value);
      if (kind === "person" || kind === "story") others.push({ kind, yaml, file });
    }
  }
  const findPerson = findPersonFrom(peopleOf([...others, ...read.others]), cwd);
  const stories: Story[] = [];
  for (const { kind, yaml, file } of others) {
    if (kind !== "story") continue;
    const { story, complaints: found } = readStory(yaml, file, read.catalog, findPerson);
    // What plays no part makes a story say less than it seems to; it is told, and fails nothing.
    complaints.push(...found.filter((each) => isError(each) || each.code === "story/plays-no-part"));
    if (story !== undefined) stories.push(story);
  }
  if (stories.length === 0 && complaints.length === 0) {
    complaints.push(
      new Complaint({
        code: "file/nothing-read",
        place: { file: paths.join(", ") || "catalog" },
        message: "no story was found here",
        help: "give story files, or a folder that holds some",
      }),
    );
  }
  return { stories: stories.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)), complaints };
}

function sayFailure({ story, questions }: StoryResult, terminal: Terminal): void {
  const { paint, lang } = terminal;
  const words = cliWords(lang);
  terminal.say(
    `${paint.red("✗")} ${paint.bold(story.id)}  ${printable(story.title[lang])}  ${paint.dim(story.file)}`,
  );
  for (const [i, question] of questions.entries()) {
    if (question.failures.length === 0) continue;
    terminal.say(`  ${printable(titleOf(story, question, i, lang))}`);
    for (const failure of question.failures) terminal.say(`    ${paint.red("-")} ${printable(failure)}`);
    const because = story.questions[i]?.because;
    if (because !== undefined)
      terminal.say(
        `    ${paint.dim(`${words.because}${marks[lang].colon}${printable(typeof because === "string" ? because : because[lang])}`)}`,
      );
  }
}

function titleOf(story: Story, { name }: QuestionResult, index: number, lang: Terminal["lang"]): string {
  const given = story.questions[index]?.name;
  return given !== undefined && typeof given !== "string" ? given[lang] : name;
}
