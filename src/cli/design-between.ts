import { ground } from "../ground/index.ts";
import { Complaint, parseMoment, splitCapability } from "../model/index.ts";
import { leakedOf, type Person, thingsOf } from "../person/index.ts";
import { type BetweenAnswer, between, type Population, personOf } from "../population/index.ts";
import { choicesNamed } from "../reach/index.ts";
import { groupDigits } from "../report/index.ts";
import {
  intruderPolicies,
  type NightsBetween,
  nightsBetween,
  ownerPolicies,
  type RacedPair,
  type RaceQuestion,
  unstatedFlows,
} from "../world/index.ts";
import { betweenWords } from "./design-between-words.ts";
import { type BeginningOptions, beginningOf, populationIn } from "./design-population.ts";
import type { SideRead } from "./design-sides.ts";
import type { Terminal } from "./terminal.ts";

export interface BetweenOptions extends BeginningOptions {
  readonly population?: string;
  readonly drawn: number;
  readonly seed: number;
  /** How many of those drawn are raced on both sides; none if not given. */
  readonly race?: number;
  readonly owner: string;
  readonly at?: string;
}

/** From one beginning. */
export interface BetweenTold extends BetweenAnswer {
  /** Absent: nobody asked for nights. */
  readonly nights?: NightsTold;
}

export interface NightsTold extends NightsBetween {
  readonly owner: string;
  readonly intruder: string;
  readonly horizonMinutes: number;
  /** The minute of the week at which each begins; `null`: every office is open. */
  readonly startsAt: number | null;
  /** Flows that hang on somebody's yes of which nobody stated a chance; nobody gives way there. */
  readonly unstated: readonly string[];
}

interface Asked {
  readonly old: SideRead;
  readonly now: SideRead;
  readonly options: BetweenOptions;
  readonly terminal: Terminal;
  readonly complaints: Complaint[];
}

/** An answer, and whom it is about. */
export interface BetweenFound {
  readonly population: Population;
  readonly told: BetweenTold;
}

/** Beginning by beginning; empty where something was complained of. */
export function betweenSides(asked: Asked): readonly BetweenFound[] {
  const { old, now, options, terminal, complaints } = asked;
  const name = options.population;
  if (name === undefined) return [];
  const { cwd, today } = terminal.outside;
  const was = populationIn(name, old, cwd, []);
  const is = populationIn(name, now, cwd, complaints);
  if (was === undefined || is === undefined) return [];
  const beginnings = beginningsOf(is, asked);
  if (complaints.some(({ severity }) => severity === "error")) return [];
  const side = ({ catalog, measures }: SideRead, population: Population) => ({
    catalog,
    measures,
    population,
    leaked: options.notLeaked === true ? [] : leakedOf({ catalog, person: population.template }),
  });
  const sides = { old: side(old, was), now: side(now, is) };
  return beginnings.map((held) => {
    const startsAt = options.at === undefined ? undefined : parseMoment(options.at);
    const answer = between({ ...sides, held, today, people: options.drawn, seed: options.seed, startsAt });
    const nights = options.race === undefined ? {} : { nights: nightsOf({ ...asked, ...sides, held }) };
    return { population: is, told: { ...answer, ...nights } };
  });
}

/** What would be asked for and passed over in silence. */
export function betweenFaults({ population, race, at }: BetweenOptions): readonly Complaint[] {
  const faults: Complaint[] = [];
  const fault = (code: "shape/missing-key" | "shape/bad-text", file: string, message: string, help: string) =>
    faults.push(new Complaint({ code, place: { file }, message, help }));
  if (race !== undefined && population === undefined)
    fault(
      "shape/missing-key",
      "--race",
      "nobody is drawn who could be raced",
      "say whom: `--population cn-2026`",
    );
  if (at !== undefined && parseMoment(at) === undefined)
    fault("shape/bad-text", "--at", `\`${at}\` is not a moment`, "write `19:30` or `fri 19:30`");
  return faults;
}

/** With nothing said: each SIM that can be taken out, and each phone, lost by itself. */
function beginningsOf(
  population: Population,
  { now, options, complaints }: Asked,
): readonly (readonly string[])[] {
  if (options.held !== undefined || options.start !== undefined)
    return [beginningOf(options, population, now, complaints).held];
  const own = (kind: "sim" | "device") =>
    thingsOf(population.template, kind).filter(({ of }) => of === undefined);
  return [...own("sim"), ...own("device")].map(({ id }) => [`possess(${id})`]);
}

/** A night as `chainbreak race` plays it, but for the owner, who answers: else nothing that tells her would matter. */
const taken = { intruder: "gang", horizonMinutes: 14 * 60, nights: 20 } as const;

type SideAsked = Parameters<typeof between>[0]["old"];
interface NightsAsked extends Omit<Asked, "old" | "now"> {
  readonly old: SideAsked;
  readonly now: SideAsked;
  readonly held: readonly string[];
}

function nightsOf({ old, now, held, options, terminal }: NightsAsked): NightsTold {
  const { today } = terminal.outside;
  const { owner, seed, at } = options;
  const startsAt = at === undefined ? undefined : parseMoment(at);
  const unstated = new Set<string>();
  const questionOf = (side: SideAsked, index: number): RaceQuestion => {
    const { catalog, population, measures = [], leaked = [] } = side;
    const person = personOf({ population, seed, index });
    const world = ground({ catalog, person, today });
    for (const flow of unstatedFlows(world)) unstated.add(flow);
    const [owners, intruders] = [ownerPolicies.get(owner), intruderPolicies.get(taken.intruder)];
    if (owners === undefined || intruders === undefined) throw new RangeError("no such policy");
    return {
      world,
      held: [...held, ...leaked].filter((word) => isOf(person, word)),
      inForce: choicesNamed({ world }, measures),
      startsAt,
      horizonMinutes: taken.horizonMinutes,
      owner: owners(),
      intruder: intruders(),
      // Nobody's nights are another's: each has draws of their own, the same on both sides.
      seed: seed + index,
      runs: taken.nights,
    };
  };
  const most = Math.min(options.race ?? 0, options.drawn);
  function* pairs(): Generator<RacedPair> {
    for (let index = 0; index < most; index++)
      yield { before: questionOf(old, index), after: questionOf(now, index) };
  }
  const nights = nightsBetween(pairs(), taken.nights, (done) =>
    terminal.progress(betweenWords(terminal.lang).racing(groupDigits(done), groupDigits(most))),
  );
  return {
    ...nights,
    owner,
    intruder: taken.intruder,
    horizonMinutes: taken.horizonMinutes,
    startsAt: startsAt ?? null,
    unstated: [...unstated].sort(),
  };
}

/** Of whoever lacks a thing nothing can be lost by it. */
const isOf = (person: Person, word: string): boolean =>
  (splitCapability(word)?.subjects ?? []).every((id) => id === "person" || person.things.has(id));
