/** What of the files was read, what is not in them, and how far the answer is proved by what is. */
import { type Observation, type RecordFile, unknownSource } from "../evidence/index.ts";
import type { Grounded } from "../ground/index.ts";
import type { InvestigateAnswer } from "./answer.ts";
import type { Incident } from "./incident.ts";
import type { LeftOut, Story } from "./making.ts";
import type { StoryStep } from "./story.ts";
import type { ToldRead } from "./told-text.ts";

/**
 * Proved is what nothing explains for less, of all that was given: of a file that could not be read nobody knows what it would
 * have said, nor what was told in words we do not understand. Nothing found is no proof either where rows stay unexplained; nor is a
 * story that names nobody, gives somebody what may have been the owner's at a liar's word, or leaves money that went unexplained.
 */
export function labelOf({
  incident,
  stories,
  steps,
  files,
  said,
  isAnyUnexplained,
  isAnyStepDoubted,
  isMoneyUnexplained,
  isSomebody,
}: {
  readonly incident: Incident | undefined;
  readonly stories: readonly Story[];
  readonly steps: readonly StoryStep[];
  readonly files: readonly RecordFile[];
  readonly said: ToldRead;
  readonly isAnyUnexplained: boolean;
  /** The story gives somebody a step, and of a row it rests on nobody knows whose it is. */
  readonly isAnyStepDoubted: boolean;
  /** Money went out, and nobody knows how. */
  readonly isMoneyUnexplained: boolean;
  /** Does anything say that somebody else acted? */
  readonly isSomebody: boolean;
}): InvestigateAnswer["label"] {
  const isAllRead = !files.some(isUnread);
  const isAllUnderstood = isAllRead && said.notUnderstood.length === 0;
  const [story] = stories;
  if (story === undefined) return incident === undefined && isAllUnderstood ? "exact" : "open";
  if (steps.length === 0 && (isAnyUnexplained || !isAllRead)) return "open";
  const isAnybodyKnown = steps.some(({ actor }) => actor !== "unknown");
  // That nobody acted is not proved where rows stay unexplained.
  if (!isSomebody && isAnyUnexplained) return "bounds";
  return story.proved && isAllUnderstood && isAnybodyKnown && !isAnyStepDoubted && !isMoneyUnexplained
    ? "exact"
    : "bounds";
}

/** Nobody knows such a file: not a row of it was read. */
const isUnread = ({ source, rows }: RecordFile): boolean => source === unknownSource && rows === 0;

export function coverageOf({
  files,
  fromFiles,
  world,
  moment,
  leftOut,
  said,
  toldFile,
}: {
  readonly files: readonly RecordFile[];
  readonly fromFiles: readonly Observation[];
  readonly world: Grounded;
  readonly moment: (minute: number) => string;
  /** What of the stretch was not weighed; absent: nothing was explained. */
  readonly leftOut: LeftOut | undefined;
  readonly said: ToldRead;
  readonly toldFile: string;
}): InvestigateAnswer["coverage"] {
  const span = new Map<string, { from: number; to: number }>();
  for (const { place, from, to } of fromFiles) {
    if (!Number.isFinite(from) || !Number.isFinite(to)) continue;
    const before = span.get(place.file) ?? { from, to };
    span.set(place.file, { from: Math.min(before.from, from), to: Math.max(before.to, to) });
  }
  const seen = new Set(
    fromFiles.flatMap(({ things, kind, isText }) =>
      isText !== true && (things.length === 1 || kind === "row") ? things : [],
    ),
  );
  const gaps = [...world.person.things.values()]
    .filter(({ of, kind, id }) => of === undefined && (kind === "line" || kind === "card") && !seen.has(id))
    .map(({ id, kind }) => ({
      what: id,
      kind: kind === "line" ? "carrier-service-records" : "bank-statement",
    }));
  const cut = [
    { count: leftOut?.rows ?? 0, kind: "rows-not-reconstructed" },
    { count: leftOut?.ways.length ?? 0, kind: "ways-not-weighed" },
    { count: leftOut?.steps ?? 0, kind: "steps-not-weighed" },
  ].flatMap(({ count, kind }) => (count > 0 ? [{ what: `${count}`, kind }] : []));
  const unread = said.notUnderstood.map((i) => ({
    what: `${toldFile}:${i + 1}`,
    kind: "told-not-understood",
  }));
  return {
    files: files.map(({ file, source, from, to, rows, complaints }) => ({
      file,
      source,
      from: from ?? (span.has(file) ? moment(span.get(file)!.from) : null),
      to: to ?? (span.has(file) ? moment(span.get(file)!.to) : null),
      rows,
      complaints,
    })),
    gaps: [
      ...files.filter(isUnread).map(({ file }) => ({ what: file, kind: "file-not-read" })),
      ...gaps,
      ...cut,
      ...unread,
    ],
  };
}
