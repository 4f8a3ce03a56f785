/**
 * The missing link as a shape: what nobody saw and all the rest hangs on. Somewhere this was taken, that was given, in this
 * window; these flows of the catalogue are of that shape, and where none is, it is what one would have to look for.
 *
 * Two kinds matter: what told the intruder facts about the person, and what put a position (the line) into other hands.
 */
import { flowName, type Grounded, type Step } from "../ground/index.ts";
import { type AtomId, at, compareText, kindsWithRole, physics } from "../model/index.ts";
import type { MissingLink } from "./answer.ts";
import type { Part } from "./making.ts";
import type { Powers } from "./powers.ts";
import { evidenceOf, type StoryQuestion, windowsOf } from "./story.ts";

const fitsMax = 6;

export interface MissingQuestion {
  readonly powers: Powers;
  /** What the owner's side says was gone: nothing is missed there. */
  readonly told: ReadonlyMap<AtomId, number>;
}

export function missingLinksOf(
  question: StoryQuestion,
  { powers, told }: MissingQuestion,
): readonly MissingLink[] {
  const { rebuilt, story, world, moment, incident } = question;
  const { model } = rebuilt;
  const windows = windowsOf(question);
  const groups = new Map<string, { givers: Set<number>; atoms: Set<AtomId>; askers: Set<number> }>();
  for (const index of story.links) {
    const { giver, asker, atom } = model.links[index]!;
    const kind = turns(world, atom);
    if (kind === undefined || !isUnexplained(model.parts[giver]!, world, told)) continue;
    const key = `${kind} ${placeOf(model.parts[giver]!)}`;
    const group = groups.get(key) ?? { givers: new Set(), atoms: new Set(), askers: new Set() };
    group.givers.add(giver);
    group.atoms.add(atom);
    group.askers.add(asker);
    groups.set(key, group);
  }
  const found = [...groups.values()].map(({ givers, atoms, askers }): MissingLink => {
    const steps = [...givers].flatMap((i) => stepOf(model.parts[i]!));
    const behind = behindOf(givers, steps, question);
    const gives = distinct(world, [
      ...atoms,
      ...steps.flatMap((step) => step.gives.map((given) => given.atom)),
    ]);
    const earliest = Math.min(...[...givers].map((i) => windows.get(i)?.earliest ?? incident.from));
    const latest = Math.min(...[...askers].map((i) => windows.get(i)?.latest ?? incident.to));
    const words = [...atoms].map((atom) =>
      world.catalog.vocabulary.capabilities.get(at(world.atoms, atom).kind),
    );
    const hangsOn = [...new Set(words.flatMap((word) => word?.while ?? []))].sort(compareText);
    return {
      takes: distinct(world, behind.asks),
      gives,
      exclusive: words.some((word) => word?.exclusive === true || (word?.while.length ?? 0) > 0),
      ...(hangsOn.length === 0 ? {} : { while: hangsOn }),
      fits: fitsOf({ world, powers, steps, atoms }),
      from: moment(earliest),
      to: moment(Math.max(earliest, latest)),
      evidence: evidenceOf(behind.covers, incident),
    };
  });
  return found.toSorted((a, b) => compareText(a.from, b.from) || compareText(a.gives.join(), b.gives.join()));
}

/** Facts about the person, and positions on a line: what a chain turns on. */
function turns(world: Grounded, atom: AtomId): "facts" | "position" | undefined {
  const { kind, things, secret } = at(world.atoms, atom);
  const word = world.catalog.vocabulary.capabilities.get(kind);
  if (secret !== undefined) return things.includes("person") ? "facts" : undefined;
  const isLine = things.some((thing) => world.wiring.things.get(thing)?.kind === "line");
  const inHand = kindsWithRole(world.catalog.vocabulary, "in-hand").includes(kind);
  return (isLine && (word?.while.length ?? 0) > 0) || inHand ? "position" : undefined;
}

/** A seen run that a record names misses nothing; nor does what follows with bare hands from what was told to be gone. */
function isUnexplained(part: Part, world: Grounded, told: ReadonlyMap<AtomId, number>): boolean {
  if (part.kind === "assumed") return !told.has(part.atom);
  if (part.kind !== "unseen" || part.step.institution !== physics) return part.kind !== "seen";
  const inHand = kindsWithRole(world.catalog.vocabulary, "in-hand");
  const held = part.step.asks.filter((atom) => inHand.includes(at(world.atoms, atom).kind));
  // What bare hands do with what the story has anyway misses nothing.
  if (held.length === 0) return part.step.asks.length === 0;
  return !held.every((atom) => told.has(atom));
}

const placeOf = (part: Part): string =>
  part.kind === "unseen"
    ? part.step.institution
    : part.kind === "seen"
      ? part.run.step.institution
      : part.kind;

const stepOf = (part: Part): readonly Step[] =>
  part.kind === "seen" ? [part.run.step] : part.kind === "unseen" ? [part.step] : [];

/**
 * What the unseen steps rest on at the same institution, directly or by what they rest on: the codes seen there are what it took.
 * What was done there besides is no sign of them.
 */
function behindOf(givers: ReadonlySet<number>, steps: readonly Step[], { rebuilt, story }: StoryQuestion) {
  const { model } = rebuilt;
  const here = new Set(steps.map(({ institution }) => institution));
  const behind = new Set(givers);
  for (const part of behind)
    for (const index of story.links) {
      const { asker, giver } = model.links[index]!;
      if (asker === part) behind.add(giver);
    }
  const runs = [...behind].flatMap((i) => {
    const part = model.parts[i]!;
    return part.kind === "seen" && part.run.side === "intruder" && here.has(part.run.step.institution)
      ? [part.run]
      : [];
  });
  const all = [...runs.map(({ step }) => step), ...steps];
  const inside = new Set(all.flatMap((step) => step.gives.map(({ atom }) => atom)));
  const asks = all.flatMap((step) => step.asks).filter((atom) => !inside.has(atom));
  return { asks, covers: [...new Set(runs.flatMap(({ covers }) => covers))] };
}

const distinct = (world: Grounded, atoms: readonly AtomId[]): readonly string[] =>
  [...new Set(atoms)].map((atom) => at(world.atoms, atom).text).sort(compareText);

interface FitsQuestion {
  readonly world: Grounded;
  readonly powers: Powers;
  readonly steps: readonly Step[];
  readonly atoms: ReadonlySet<AtomId>;
}

/** The story's own flows first, then others an intruder could run that give the most of it for the least. */
function fitsOf({ world, powers, steps, atoms }: FitsQuestion): readonly string[] {
  const others = world.steps
    .filter(({ id, kind }) => kind === "flow" && powers.intruder.has(id))
    .map((step) => ({ step, overlap: step.gives.filter(({ atom }) => atoms.has(atom)).length }))
    .filter(({ overlap }) => overlap > 0)
    .toSorted(
      (a, b) =>
        b.overlap - a.overlap ||
        a.step.asks.length - b.step.asks.length ||
        compareText(flowName(a.step), flowName(b.step)),
    );
  return [...new Set([...steps, ...others.map(({ step }) => step)].map(flowName))].slice(0, fitsMax);
}
