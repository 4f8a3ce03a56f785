/**
 * The words of a story's questions, checked where they stand. `test` would find them too, but as questions that fail;
 * here they are complaints with a line and a column, beside those of the rest of the file.
 */
import { readMeasure } from "../asking/index.ts";
import { catalogueDay } from "../catalog/index.ts";
import { type Grounded, ground, newThingsOf } from "../ground/index.ts";
import { Complaint } from "../model/index.ts";
import { readGroundCapability, readGroundCondition, readGroundLoss } from "../person/index.ts";
import type { Story } from "../testing/index.ts";

type Path = readonly PropertyKey[];

/** Where a story names capabilities, conditions and measures; of a map its keys are meant. */
const capabilityKeys = ["held", "owner-keeps", "owner-loses"];
const lossKeys = ["reached", "never"];
const conditionKeys = ["conditions", "holds"];
const measureKeys = ["measures", "cuts-alone"];

export function checkStory(story: Story): readonly Complaint[] {
  const { person, catalog } = story;
  const complaints: Complaint[] = [];
  const worlds = new Map<string, Grounded>();
  /** A measure exists only on the days it can be taken. */
  const worldOn = (asOf: string | undefined): Grounded => {
    const known = worlds.get(asOf ?? "");
    if (known !== undefined) return known;
    const made = ground({ catalog, person, ...(asOf === undefined ? {} : { asOf }) });
    worlds.set(asOf ?? "", made);
    return made;
  };

  const moreThings = newThingsOf(catalog, person, person.asOf ?? catalogueDay(catalog));
  const context = { person, vocabulary: catalog.vocabulary, moreThings };
  const parts: readonly (readonly [Path, Readonly<Record<string, unknown>>])[] = [
    [["world"], story.world],
    ...story.questions.map((question, i) => [["ask", i], question] as const),
  ];
  for (const [path, part] of parts) {
    const asOf = part["as-of"] ?? story.world["as-of"];
    const each = (
      keys: readonly string[],
      judge: (text: string, at: Path, what: "key" | "value") => void,
    ) => {
      for (const key of keys)
        for (const { text, at, what } of wordsUnder(part[key], [...path, key])) judge(text, at, what);
    };
    each(capabilityKeys, (text, at, what) => {
      const read = readGroundCapability(text, { ...context, place: story.locate(at, what) });
      if ("complaint" in read) complaints.push(read.complaint);
    });
    const isFeared = (condition: string) =>
      person.losses.some(({ goal }) => goal.text === condition) ||
      wordsUnder(part["goals"], [...path, "goals"]).some(({ text }) => text === condition);
    each(lossKeys, (text, at, what) => {
      const read = readGroundLoss(text, { ...context, place: story.locate(at, what) }, isFeared);
      if ("complaint" in read) complaints.push(read.complaint);
    });
    each(conditionKeys, (text, at, what) => {
      const read = readGroundCondition(text, { ...context, place: story.locate(at, what) });
      if ("complaint" in read) complaints.push(read.complaint);
    });
    each(measureKeys, (text, at, what) => {
      const world = worldOn(asOf === undefined ? undefined : String(asOf));
      const found = readMeasure(world.choices, text, story.locate(at, what));
      if (found instanceof Complaint) complaints.push(found);
    });
  }
  return complaints;
}

interface WordAt {
  readonly text: string;
  readonly at: Path;
  readonly what: "key" | "value";
}

/** A list of words, or a map by word; of a map with lists (`includes`, `never`) what stands in those. */
function wordsUnder(value: unknown, at: Path): readonly WordAt[] {
  if (Array.isArray(value))
    return value.map((text, i) => ({ text: String(text), at: [...at, i], what: "value" as const }));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) =>
    Array.isArray(below)
      ? wordsUnder(below, [...at, key])
      : [{ text: key, at: [...at, key], what: "key" as const }],
  );
}
