/**
 * Somebody who described nothing has more than the one bank and the one wallet that are played: other banks, lenders,
 * accounts opened in their name, most of them opened again by a code to the number. So where the SIM is in other hands
 * and one call silences the number, that call goes first, as helplines do it, however the few played accounts rank it.
 *
 * What to know to trust it: a rule and no estimate, and said as one. It is not used once that call was tried, and not
 * for somebody who was described: there what hangs on the number is played.
 */
import type { Grounded } from "../ground/index.ts";
import { at } from "../model/index.ts";
import type { Candidate } from "./acts.ts";
import type { Told } from "./belief.ts";

/** A longer errand than this is no call; others can be made meanwhile. */
const callMinutesMax = 20;

/** The act that goes first by this rule; `undefined`: the rule says nothing here. */
export function silencingFirst(
  { world, deeds }: Pick<Told, "world" | "deeds">,
  held: readonly string[],
  candidates: readonly Candidate[],
): Candidate | undefined {
  const gone = (id: string) => held.some((text) => text.endsWith(`(${id})`));
  const isTried = ({ ways }: Candidate) =>
    deeds.some(({ steps }) => ways.some((way) => steps.includes(at(way, way.length - 1))));
  return candidates.find(
    (candidate) =>
      candidate.minutes <= callMinutesMax &&
      silenced(world, candidate).some((line) => simsOf(world, line).some((sim) => sim.some(gone))) &&
      !isTried(candidate),
  );
}

/** The lines that no text or call reaches while this is in force. */
function silenced(world: Grounded, { sets }: Candidate): readonly string[] {
  const { conditions } = world.catalog.vocabulary;
  return sets.flatMap((id) => {
    const { capability } = at(world.conditions, id);
    return conditions.get(capability.kind)?.roles.includes("silences") === true ? capability.things : [];
  });
}

/** Each SIM of a line, with the device it is in: who has either has the number. */
function simsOf({ wiring }: Grounded, line: string): readonly (readonly string[])[] {
  return [...wiring.things.values()].flatMap(({ id, kind, relations }) => {
    const toLine = targets(relations.get("line"));
    if (kind !== "sim" || !toLine.includes(line)) return [];
    return [[id, ...targets(relations.get("device"))]];
  });
}

/** Where nobody knows which device it is in, having the device says nothing. */
const targets = (to: readonly string[] | "unknown" | undefined): readonly string[] =>
  to === undefined || to === "unknown" ? [] : to;
