/**
 * The cheapest solution read as a story: its steps with the windows in which they can lie, and for every row whose act it was.
 *
 * Windows are a simple temporal network over the links that were used: a step is not over before what it rests on is, nor
 * after what rests on it; the program's own times are thrown away. Cost: links times parts.
 */

import { type Grounded, leastMinutes, type Step } from "../ground/index.ts";
import { type AtomId, at, compareText } from "../model/index.ts";
import type { Alternative, EvidenceRow, ExplainedStep } from "./answer.ts";
import { rarelyAMonth } from "./habits.ts";
import type { Incident } from "./incident.ts";
import { hasNoMoment, heldSince } from "./links.ts";
import type { Part, Story } from "./making.ts";
import { isAccused, isNearTie, type Reconstruction } from "./reconstruct.ts";
import { halfAnHour } from "./rows-beside.ts";

export interface StoryQuestion {
  readonly world: Grounded;
  readonly incident: Incident;
  readonly rebuilt: Reconstruction;
  readonly story: Story;
  readonly moment: (minute: number) => string;
  /** Who of the owner's side is told to have done it, by observation. */
  readonly helperOf: ReadonlySet<number>;
  /** What somebody of the owner's side says they did, by observation. */
  readonly toldOwn: ReadonlySet<number>;
  /** What they say was gone or given away, and since when. */
  readonly toldHeld: ReadonlyMap<AtomId, number>;
}

export interface StoryStep extends ExplainedStep {
  readonly part: number;
  readonly earliest: number;
  readonly latest: number;
  /** Its first trace tells the minute. */
  readonly isDated: boolean;
}

export interface Window {
  readonly earliest: number;
  readonly latest: number;
}

export function storySteps(question: StoryQuestion): readonly StoryStep[] {
  const { rebuilt, story, moment } = question;
  const windows = windowsOf(question);
  const steps = story.parts
    .flatMap((i): readonly Omit<StoryStep, "rests" | "orElse">[] => {
      const part = rebuilt.model.parts[i]!;
      if (part.kind !== "seen" && part.kind !== "unseen") return [];
      const step = part.kind === "seen" ? part.run.step : part.step;
      const { earliest, latest } = windows.get(i)!;
      return [
        {
          part: i,
          flow: `${step.institution}/${step.flow.id}`,
          things: thingsOf(step),
          actor: actorOf(part, question),
          from: moment(earliest),
          to: moment(Math.max(earliest, latest)),
          evidence: part.kind === "seen" ? evidenceOf(part.run.covers, question.incident) : [],
          unseen: part.kind === "unseen",
          earliest,
          latest,
          isDated:
            part.kind === "seen" &&
            part.run.covers.some((o) => {
              const { from, to } = question.incident.within[o]!.observation;
              return from === to && from === earliest;
            }),
        },
      ];
    })
    .toSorted((a, b) => a.earliest - b.earliest || a.latest - b.latest || a.part - b.part);
  const placeOf = new Map(steps.map(({ part }, place) => [part, place]));
  const doubted = besideTheirs(steps, question);
  return steps.map((step) => ({
    ...step,
    actor: doubted.has(step.part) ? "unknown" : step.actor,
    rests: restsOf(step.part, placeOf, question),
    orElse: orElseOf(step.part, question),
  }));
}

/**
 * The parts that go by the owner's name, are rare, and are of an account an intruder entered half an hour before at most: what is
 * done there then is not called hers, unless her side says so.
 */
function besideTheirs(
  steps: readonly Omit<StoryStep, "rests" | "orElse">[],
  { world, rebuilt, incident, toldOwn }: StoryQuestion,
): ReadonlySet<number> {
  const partOf = (i: number) => rebuilt.model.parts[i]!;
  const theirs = steps.flatMap((step) => {
    const part = partOf(step.part);
    if (step.actor !== "intruder" || (part.kind !== "seen" && part.kind !== "unseen")) return [];
    const { gives } = part.kind === "seen" ? part.run.step : part.step;
    const entered = gives.flatMap(({ atom }) => {
      const { kind, things } = at(world.atoms, atom);
      return world.catalog.vocabulary.capabilities.get(kind)?.roles.includes("session") === true
        ? things
        : [];
    });
    return [{ ...step, entered }];
  });
  const isBeside = ({ part: i, actor, earliest }: Omit<StoryStep, "rests" | "orElse">): boolean => {
    const part = partOf(i);
    if (actor !== "owner" || part.kind !== "seen") return false;
    const { step, covers } = part.run;
    const isRare = covers.every((o) => (incident.within[o]?.aMonth ?? 1) < rarelyAMonth && !toldOwn.has(o));
    return (
      isRare &&
      theirs.some(
        (other) =>
          other.earliest <= earliest &&
          earliest - other.latest <= halfAnHour &&
          thingsOf(step).some((thing) => other.entered.includes(thing)),
      )
    );
  };
  return new Set(steps.filter(isBeside).map(({ part }) => part));
}

const thingsOf = ({ things }: Step): readonly string[] =>
  [...new Set(things.values())].filter((thing) => thing !== "person");

/** Only of the story that is told is it known what could stand in it as well. */
function orElseOf(part: number, { rebuilt, story }: StoryQuestion): readonly Alternative[] {
  if (story !== rebuilt.stories[0]) return [];
  const stepOf = (i: number) => {
    const found = rebuilt.model.parts[i]!;
    return found.kind === "seen" ? found.run.step : found.kind === "unseen" ? found.step : undefined;
  };
  const own = stepOf(part);
  return rebuilt.equals.flatMap(({ out, into }) => {
    const step = out === part ? stepOf(into) : undefined;
    if (step === undefined || own === undefined) return [];
    const alternative = {
      flow: `${step.institution}/${step.flow.id}`,
      things: thingsOf(step),
      toldApartBy: apartBy(tracesOf(own), tracesOf(step)),
    };
    return [alternative];
  });
}

/** What a step leaves, in words: of which kind, with whom, about what. */
export const tracesOf = ({ leaves, institution }: Step): readonly string[] => [
  ...new Set(
    leaves.map(({ kind, about }) =>
      [kind, institution, about].filter((each) => each !== undefined).join(" "),
    ),
  ),
];

const apartBy = (one: readonly string[], other: readonly string[]): readonly string[] =>
  [
    ...one.filter((trace) => !other.includes(trace)),
    ...other.filter((trace) => !one.includes(trace)),
  ].toSorted(compareText);

/** By the links the story uses; what two links give for one need is told once. */
function restsOf(
  part: number,
  placeOf: ReadonlyMap<number, number>,
  { rebuilt, story, world }: StoryQuestion,
): ExplainedStep["rests"] {
  const found = new Map<AtomId, ExplainedStep["rests"][number]>();
  for (const index of story.links) {
    const { asker, atom, giver } = rebuilt.model.links[index]!;
    if (asker !== part || found.has(atom)) continue;
    const on = placeOf.get(giver);
    found.set(atom, { capability: at(world.atoms, atom).text, ...(on === undefined ? {} : { on }) });
  }
  return [...found.values()].toSorted((a, b) => compareText(a.capability, b.capability));
}

export const evidenceOf = (covers: readonly number[], { within }: Incident): readonly EvidenceRow[] =>
  covers.map((o) => within[o]!.observation.place);

/** Nobody is accused of what could as well be somebody else's. */
function actorOf(part: Part, { rebuilt, story, helperOf, toldOwn }: StoryQuestion): ExplainedStep["actor"] {
  if (part.kind !== "seen") return "intruder";
  const { side, covers } = part.run;
  if (side === "owner" && covers.some((o) => helperOf.has(o))) return "helper";
  // Nor is the owner said to have done what for hardly more was somebody else's.
  if (side === "owner")
    return covers.some((o) => !toldOwn.has(o) && isNearTie(rebuilt, story, o)) ? "unknown" : "owner";
  return part.run.covers.some((o) => isAccused(rebuilt.margins.get(o))) ? "intruder" : "unknown";
}

const infinity = Number.POSITIVE_INFINITY;

/** What somebody says they lost or gave away was not had before. */
const hadSince = (part: Part, question: Pick<StoryQuestion, "world" | "toldHeld">): number =>
  part.kind === "assumed" ? (heldSince(part.atom, question) ?? -infinity) : -infinity;

/** Part by part, in minutes; seen ones at their moment. */
export function windowsOf({
  rebuilt,
  story,
  incident,
  world,
  toldHeld,
}: StoryQuestion): ReadonlyMap<number, Window> {
  const { model } = rebuilt;
  const windows = new Map<number, { earliest: number; latest: number }>();
  for (const i of story.parts) {
    const part = model.parts[i]!;
    windows.set(
      i,
      part.kind === "seen"
        ? { earliest: part.run.from, latest: part.run.to }
        : { earliest: Math.max(incident.from, hadSince(part, { world, toldHeld })), latest: incident.to },
    );
  }
  const links = story.links.map((link) => model.links[link]!);
  for (let round = 0; round < story.parts.length; round++) {
    let isMoving = false;
    for (const { asker, giver } of links) {
      const from = windows.get(giver);
      const to = windows.get(asker);
      const giving = model.parts[giver]!;
      const asking = model.parts[asker]!;
      if (from === undefined || to === undefined) continue;
      if (giving.kind === "assumed" && hasNoMoment(giving.atom, { world, toldHeld })) continue;
      const takes = asking.kind === "unseen" ? leastMinutes(asking.step) : 0;
      // What is dated by the day alone lies somewhere in it; what tells the minute does not move.
      const soonest = Math.min(from.earliest + takes, asking.kind === "seen" ? asking.run.to : infinity);
      if (soonest > to.earliest) {
        to.earliest = soonest;
        isMoving = true;
      }
      const last = Math.max(to.latest - takes, giving.kind === "seen" ? giving.run.from : -infinity);
      if (last < from.latest) {
        from.latest = last;
        isMoving = true;
      }
    }
    if (!isMoving) break;
  }
  return windows;
}
