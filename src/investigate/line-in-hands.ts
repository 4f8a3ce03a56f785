/**
 * Which numbers were in other hands by the story, and from when: what is texted to them, called and logged of them then is as
 * likely somebody else's. A number that nobody took stays its owner's, whatever else was entered.
 *
 * Taken is a number whose texts or calls the story gives to somebody, and that of a SIM, or of a phone with a SIM in it, which they
 * had in the hand. Cost: the story's parts.
 */
import type { Observation } from "../evidence/index.ts";
import type { Grounded, Step } from "../ground/index.ts";
import { type AtomId, at, kindsWithRole } from "../model/index.ts";
import type { Part, Story } from "./making.ts";
import type { Reconstruction } from "./reconstruct.ts";
import type { StoryStep } from "./story.ts";

export interface LineQuestion {
  readonly world: Grounded;
  readonly rebuilt: Reconstruction | undefined;
  readonly story: Story | undefined;
  readonly steps: readonly StoryStep[];
  /** What somebody says was gone or given away, and since when. */
  readonly toldHeld: ReadonlyMap<AtomId, number>;
  /** What a liar may have been read out: the number stays where it is. */
  readonly heard: ReadonlyMap<AtomId, number>;
}

/** Was what tells of it on a number that somebody else had by then? What does not say which, is on any of them. */
export function onTakenLine(question: LineQuestion): (observation: Observation) => boolean {
  const taken = takenSince(question);
  const { things: all } = question.world.wiring;
  return ({ things, to }) => {
    const lines = things.filter((thing) => all.get(thing)?.kind === "line");
    return [...taken].some(([line, since]) => (lines.length === 0 || lines.includes(line)) && to >= since);
  };
}

/**
 * Did it go out over a number between a step that is clearly somebody else's and took it, and one of the owner's side that brought it
 * back? What her own phone kept went out of that phone.
 */
export function outOfTheirHands(
  { world, rebuilt, steps }: LineQuestion,
  isHandsets: (file: string) => boolean,
): (observation: Observation) => boolean {
  const of = (isMeant: (step: StoryStep) => boolean) =>
    steps.filter(isMeant).flatMap((told) => {
      const part = rebuilt?.model.parts[told.part];
      if (part?.kind !== "seen") return [];
      const lines = part.run.step.gives.flatMap(({ atom }) => linesBy(atom, world));
      return [...new Set(lines)].map((line) => ({ line, from: told.earliest, to: told.latest }));
    });
  const back = of(({ actor }) => actor === "owner" || actor === "helper");
  const spans = of(({ actor, unseen }) => actor === "intruder" && !unseen).flatMap(({ line, to }) => {
    const returns = back.flatMap((each) => (each.line === line && each.from > to ? [each.from] : []));
    return returns.length === 0 ? [] : [{ line, since: to, until: Math.min(...returns) }];
  });
  return ({ sign, things, place, from, to }) =>
    world.catalog.signs.get(sign ?? "")?.isOutgoing === true &&
    !isHandsets(place.file) &&
    spans.some(
      ({ line, since, until }) =>
        from >= since && to < until && (things.length === 0 || things.includes(line)),
    );
}

/** Institutions at which somebody else acts by the story. */
export const enteredBy = ({ rebuilt, story }: Pick<LineQuestion, "rebuilt" | "story">): ReadonlySet<string> =>
  new Set((story?.parts ?? []).flatMap((i) => theirStep(rebuilt?.model.parts[i])?.institution ?? []));

function theirStep(part: Part | undefined): Step | undefined {
  if (part?.kind === "unseen") return part.step;
  return part?.kind === "seen" && part.run.side === "intruder" ? part.run.step : undefined;
}

function takenSince({
  world,
  rebuilt,
  story,
  steps,
  toldHeld,
  heard,
}: LineQuestion): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const take = (atom: AtomId, since: number) => {
    for (const line of linesBy(atom, world)) found.set(line, Math.min(since, found.get(line) ?? since));
  };
  for (const [atom, since] of toldHeld) take(atom, since);
  const earliestOf = new Map(steps.map(({ part, earliest }) => [part, earliest]));
  for (const i of story?.parts ?? []) {
    const part = rebuilt?.model.parts[i];
    if (part?.kind === "assumed" && !toldHeld.has(part.atom) && !heard.has(part.atom))
      take(part.atom, Number.NEGATIVE_INFINITY);
    for (const { atom } of theirStep(part)?.gives ?? [])
      take(atom, earliestOf.get(i) ?? Number.NEGATIVE_INFINITY);
  }
  return found;
}

/** The numbers of which whoever has this has what comes. */
function linesBy(atom: AtomId, { atoms, wiring, catalog, person }: Grounded): readonly string[] {
  const { kind, secret, things } = at(atoms, atom);
  if (secret !== undefined) return [];
  const about = things.filter((thing) => wiring.things.get(thing)?.kind === "line");
  if (about.length > 0) return about;
  const held = things[0] ?? "";
  if (!kindsWithRole(catalog.vocabulary, "in-hand").includes(kind)) return [];
  return [...person.things.values()].flatMap(({ id, kind: of, relations }) => {
    const isIn = (name: string, thing: string) => [relations.get(name)].flat().some((each) => each === thing);
    if (of !== "sim" || (id !== held && !isIn("device", held))) return [];
    return [...person.things.keys()].filter((line) => isIn("line", line));
  });
}
