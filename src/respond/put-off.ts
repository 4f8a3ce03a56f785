/**
 * What waits because nobody is reached there just now: calls to a place that is closed, or where nobody answered. Another
 * way to the same goes before them (the place's own site), and so does whatever is done elsewhere.
 */
import type { Grounded } from "../ground/index.ts";
import { at, isAlways } from "../model/index.ts";
import type { Candidate } from "./acts.ts";
import { type Attempt, again, unreachedNow } from "./attempts.ts";
import type { Counsel } from "./counsel-kinds.ts";
import type { DeedRead } from "./deed-steps.ts";
import type { Incident } from "./incident.ts";
import { isNamed, placesMeant } from "./meant.ts";
import { kindOfPlace } from "./places-named.ts";

export interface PutOff {
  /** The call to this place that came to nothing, where it is too soon to try again. */
  readonly at: (institution: string) => Attempt | undefined;
  /** The act without its calls to places nobody reaches, where it can be done without; else as it is. */
  readonly withoutCalls: (candidate: Candidate) => Candidate;
  /** Whether all that is left of it is a call to such a place. */
  readonly isOf: (candidate: Candidate) => boolean;
  /** The same of what is counselled: the call that came to nothing. */
  readonly ofCounsel: (counsel: Counsel) => Attempt | undefined;
}

interface PutOffQuestion {
  readonly world: Grounded;
  readonly incident: Pick<Incident, "at" | "attempts">;
  readonly deeds: readonly DeedRead[];
}

export function putOffIn({ world, incident, deeds }: PutOffQuestion): PutOff {
  const now = incident.at.to;
  // Of an act that was tried there and nobody answered, as it stands in `done`.
  const told = deeds.flatMap(({ deed, steps }): Attempt[] => {
    const [first] = steps;
    if (deed.result !== "no-answer" || first === undefined) return [];
    const { institution } = at(world.steps, first);
    const moment = { at: deed.at.to, until: deed.at.to + again };
    return [{ ...moment, result: "no-answer", places: [institution], kind: undefined }];
  });
  const unreached = unreachedNow([...incident.attempts, ...told], now);
  const found = new Map<string, Attempt | undefined>();
  const unreachedAt = (institution: string): Attempt | undefined => {
    if (unreached.length === 0) return undefined;
    if (!found.has(institution))
      found.set(
        institution,
        unreached.findLast(
          (each) =>
            isThere(world, each, institution) &&
            // A line that somebody has read to be open day and night was engaged, whatever was understood.
            (now < each.at + again || each.result === "in-person" || !isOpenAlways(world, institution)),
        ),
      );
    return found.get(institution);
  };
  const isCall = (way: Candidate["ways"][number]) =>
    way.some((id) => {
      const { institution, flow } = at(world.steps, id);
      return flow.channel === "phone" && unreachedAt(institution) !== undefined;
    });
  // A way to a counter is no quicker than to wait until somebody picks up.
  const isTrip = (way: Candidate["ways"][number]) =>
    way.some((id) => trips.has(at(world.steps, id).flow.channel ?? ""));
  return {
    at: unreachedAt,
    withoutCalls: (candidate) => {
      if (unreached.length === 0) return candidate;
      // Where somebody answers and wants to see who calls, to go there is the way.
      const isToGo = (way: Candidate["ways"][number]) =>
        way.some((id) => unreachedAt(at(world.steps, id).institution)?.result === "in-person");
      const ways = candidate.ways.filter((way) => !isCall(way) && (!isTrip(way) || isToGo(way)));
      return ways.length === 0 || ways.length === candidate.ways.length ? candidate : { ...candidate, ways };
    },
    isOf: ({ ways }) => ways[0] !== undefined && isCall(ways[0]),
    ofCounsel: (counsel) =>
      withoutThem.has(counsel.kind)
        ? undefined
        : placesOf(counsel).flatMap((place) => unreachedAt(place) ?? [])[0],
  };
}

const trips: ReadonlySet<string> = new Set(["counter", "branch", "mail"]);

/** What is begun without anybody there: what else a dead phone may be, and the way back into an account. */
const withoutThem: ReadonlySet<Counsel["kind"]> = new Set([
  "find-out",
  "get-back-in",
  "secure-mail",
  "look-there",
  "end-forwarding",
]);

function placesOf(counsel: Counsel): readonly string[] {
  if (counsel.kind === "ask-unread") return [counsel.name];
  if (counsel.kind === "call-back") return counsel.from.length === 1 ? counsel.from : [];
  return "institution" in counsel ? [counsel.institution] : [];
}

const isOpenAlways = ({ steps }: Grounded, institution: string): boolean =>
  steps.some(
    (step) =>
      step.institution === institution &&
      step.flow.channel === "phone" &&
      step.flow.hours !== undefined &&
      isAlways(step.flow.hours),
  );

const isThere = (world: Grounded, { places, kind }: Attempt, institution: string): boolean =>
  places.length === 0
    ? kind !== undefined && kindOfPlace(world.catalog, institution) === kind
    : places.some(
        (place) =>
          institution === place ||
          isNamed(world, institution, place) ||
          placesMeant(world, place).has(institution),
      );
