/**
 * What a change opens, pinned: for each loss opened or brought sooner the smallest person as a story file, with the
 * institutions of its way as they stand under the change, so that `chainbreak test` tells it wherever it lies.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type AskedPerson, type DiffAnswer, openedFor } from "../questions/index.ts";
import { renderOpenedStory } from "../report/index.ts";
import type { SideRead } from "./design-sides.ts";
import { typedPath } from "./shipped.ts";
import type { Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export interface StoriesWanted {
  readonly answer: DiffAnswer;
  readonly people: readonly AskedPerson[];
  readonly old: SideRead;
  readonly now: SideRead;
  readonly folder: string;
  readonly today: string;
  readonly startsAt: number | undefined;
  readonly terminal: Terminal;
}

/** Each costs two worlds an asking; more stories than this nobody reads. */
const storiesMax = 12;
const asksMax = 400;

export function writeStories(wanted: StoriesWanted): void {
  const { answer, people, old, now, folder, today, startsAt, terminal } = wanted;
  const words = cliWords(terminal.lang);
  const told = new Set<string>();
  const names = new Set<string>();
  for (const effect of answer.effects) {
    if (effect.kind !== "opened" && effect.kind !== "sooner") continue;
    // The same flows for another person, or from another beginning, are the same story.
    const key = `${effect.capability} ${effect.institution} ${effect.way?.steps.map(({ flow }) => flow).join()}`;
    const person = people.find((each) => each.now.id === effect.person);
    if (told.has(key) || told.size >= storiesMax || person === undefined) continue;
    told.add(key);
    const found = openedFor({
      old,
      now,
      person: person.now,
      effect,
      leaks: (person.leaked ?? []).length > 0,
      today,
      startsAt,
      asksMax,
    });
    if (found === undefined) {
      terminal.warn(words.noStory(effect.goal));
      continue;
    }
    mkdirSync(folder, { recursive: true });
    const id = unused(`${effect.kind}-${effect.goal}-${effect.person}`, names);
    const file = join(folder, `${id}.yaml`);
    const fileOf = (institution: string) => now.yamlOf(institution)?.value;
    const { catalog, measures } = now;
    writeFileSync(file, renderOpenedStory({ id, found, catalog, fileOf, measures, today }));
    const things = [...found.person.things.values()].filter(({ kind }) => kind !== "person").length;
    terminal.warn(words.storyWritten(typedPath(file, terminal.outside.cwd), things, found.isSmallest));
  }
}

/** An id is at most eighty letters long; two beginnings of one loss are told apart by a number. */
function unused(text: string, names: Set<string>): string {
  const short = text
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, 70)
    .replace(/-$/, "");
  let name = short;
  for (let i = 2; names.has(name); i += 1) name = `${short}-${i}`;
  names.add(name);
  return name;
}
