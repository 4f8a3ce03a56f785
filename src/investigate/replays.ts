/**
 * The world plays a story: could every step be taken, in this order, with what its actor has by then?
 *
 * A seen run is over when what it left was left, an unseen one as early as it can be; neither begins before what it rests
 * on is over. Where less time lies between two rows than a step takes, it ends that much later: a code comes in the middle.
 */
import { leastMinutes } from "../ground/index.ts";
import { replay } from "../world/index.ts";
import type { StoryQuestion, StoryStep } from "./story.ts";

export function replays(
  { world, incident, rebuilt, story }: StoryQuestion,
  steps: readonly StoryStep[],
  assumed: readonly string[],
): boolean {
  const { parts, links } = rebuilt.model;
  const givers = new Map<number, number[]>();
  for (const index of story.links) {
    const { asker, giver } = links[index]!;
    givers.set(asker, [...(givers.get(asker) ?? []), giver]);
  }
  const ends = new Map<number, number>();
  const script = steps.map(({ part: i, earliest, flow, things, actor }) => {
    const part = parts[i]!;
    const takes =
      part.kind === "seen"
        ? leastMinutes(part.run.step)
        : part.kind === "unseen"
          ? leastMinutes(part.step)
          : 0;
    const after = Math.max(0, ...(givers.get(i) ?? []).map((giver) => ends.get(giver) ?? 0));
    const at = Math.max(after, earliest - incident.from - takes);
    ends.set(i, at + takes);
    return {
      at,
      actor: actor === "owner" || actor === "helper" ? "owner" : "intruder",
      flow,
      things: Object.fromEntries(things.map((thing) => [thing, thing])),
    };
  });
  const told = replay(
    script.toSorted((a, b) => a.at - b.at),
    {
      world,
      held: assumed.filter((text) => world.atomOf.has(text)),
      horizonMinutes: Math.max(incident.to - incident.from, ...script.map(({ at }) => at)) + 1,
    },
  );
  return told.complaints.length === 0 && told.lines.every(({ allowed }) => allowed);
}
