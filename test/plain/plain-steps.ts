/**
 * What one run of a flow does, in words: what it asks, what must not be set, what it gives, sets, clears, takes from
 * others, and which flow calls it off while it waits.
 *
 * Which things a flow concerns is read as `plain-world.ts` reads it. One run is one step: everything the flow gives,
 * sets and clears for the things it was run for. Two readings are chosen here. A thing only `unless` speaks of is a
 * step of its own ("stops the flow for that line, not for another"). What is given only if an `unknown` relation leads
 * there is a step of its own, and gives it for each thing that may be meant ("may be any of the person's things").
 */
import type { CapabilityPattern, SetCondition, Takes, Windows } from "../../src/model/index.ts";
import {
  bagsOf,
  followed,
  outcomes,
  type Places,
  type PlainQuestion,
  type PlainWorld,
  placings,
  plainWorld,
  type Run,
  runsOf,
  said,
  sameSecretsIn,
} from "./plain-world.ts";

export interface PlainStep {
  /** `institution/flow`. */
  readonly flow: string;
  /** By path (`card`, `card.reserved-line`): the things it is run for. */
  readonly things: ReadonlyMap<string, readonly string[]>;
  readonly asks: readonly string[];
  readonly unless: readonly string[];
  /** Conditions that must be set. */
  readonly while: readonly string[];
  readonly gives: readonly string[];
  readonly sets: readonly { readonly condition: string; readonly expires?: number }[];
  readonly clears: readonly string[];
  /** Taken from everybody but whoever ran it; a `kick-off` takes the session of what it is of. */
  readonly revokes: readonly string[];
  /** It leaves something, if only for the records. */
  readonly isTraced: boolean;
  /** The flow says `revokes`, whether or not there is anything of these things to revoke. */
  readonly isTaking: boolean;
  readonly takes: Takes;
  readonly delay?: { readonly takes: Takes; readonly cancelledBy?: string };
  readonly hours?: Windows;
  /** How often it may be run: all of them hold. */
  readonly atMost: readonly { readonly times: number; readonly perMinutes: number }[];
  /** Limits of money: whose each is, how much, in how long. */
  readonly sumLimits: readonly {
    readonly whose: string;
    readonly amount: number;
    readonly perMinutes: number;
  }[];
  readonly hasAgent: boolean;
  readonly amount?: number;
  readonly each?: number;
}

export type StepsQuestion = Omit<PlainQuestion, "held">;

export function plainSteps(question: StepsQuestion): readonly PlainStep[] {
  const world = plainWorld(question);
  return [
    ...runsOf(world).flatMap((run) => stepsOfRun(world, run)),
    ...sameSecretSteps(world),
    ...takenAlongSteps(world),
  ];
}

/** Does it give, set, lift or take anything, or leave a trace? */
export const doesAnything = ({ gives, sets, clears, revokes, isTraced }: PlainStep): boolean =>
  isTraced || [gives, sets, clears, revokes].some((each) => each.length > 0);

/** Everything one run comes to, apart by what stops it and by what is guessed. */
function stepsOfRun(world: PlainWorld, run: Run): readonly PlainStep[] {
  const { institution, flow, concern, asked, places } = run;
  const asks = [...new Set(asked.map((pattern) => said(pattern, places)))];
  const made = new Map<string, Mutable>();
  const stepFor = (unless: readonly string[], there: Places): Mutable => {
    const key = JSON.stringify([[...new Set(unless)].sort(), guessesIn(world, there)]);
    const step = made.get(key) ?? {
      unless: [...new Set(unless)],
      things: new Map(),
      gives: [],
      sets: [],
      clears: [],
    };
    made.set(key, step);
    for (const [path, thing] of there) step.things.set(path, [...(step.things.get(path) ?? []), thing]);
    return step;
  };
  for (const pattern of flow.gives)
    for (const [unless, there] of outcomes(concern, pattern, places))
      stepFor(unless, there).gives.push(said(pattern, there));
  for (const { pattern, expires } of flow.sets)
    for (const [unless, there] of outcomes(concern, pattern, places))
      stepFor(unless, there).sets.push({
        condition: said(pattern, there),
        ...(expires === undefined ? {} : { expires }),
      });
  for (const pattern of flow.clears)
    for (const [unless, there] of outcomes(concern, pattern, places))
      stepFor(unless, there).clears.push(said(pattern, there));
  // A flow that only takes away, is only seen, or only says no to one that waits, is run all the same.
  if (made.size === 0)
    for (const [unless, there] of outcomes(concern, nothing, places)) stepFor(unless, there);
  const { delay, hours, discretion, amount, each } = flow;
  const limits = flow.atMost ?? [];
  const cancelledBy = delay?.cancelledBy;
  return [...made.values()].map((step) => ({
    ...step,
    flow: `${institution.id}/${flow.id}`,
    asks,
    while: (flow.while ?? []).map((pattern) => said(pattern, places)),
    // Who asks for what it gives has it already.
    gives: [...new Set(step.gives)].filter((given) => !asks.includes(given)),
    clears: [...new Set(step.clears)],
    revokes: takenBy(run),
    isTraced: flow.leaves.length > 0,
    isTaking: flow.revokes.length > 0,
    takes: flow.takes,
    ...(delay === undefined
      ? {}
      : {
          delay: {
            takes: delay.takes,
            ...(cancelledBy === undefined ? {} : { cancelledBy: `${institution.id}/${cancelledBy}` }),
          },
        }),
    ...(hours === undefined ? {} : { hours }),
    atMost: limits.flatMap(({ times, perMinutes }) => (times === undefined ? [] : [{ times, perMinutes }])),
    sumLimits: limits.flatMap((limit) =>
      limit.amount === undefined
        ? []
        : [
            {
              // "Whose limit the amount is"; without, the flow's own, for the same effect.
              whose:
                (limit.of === undefined ? undefined : step.things.get(limit.of)?.[0])?.concat(
                  ` at ${institution.id} in ${limit.perMinutes}`,
                ) ??
                [
                  `${institution.id}/${flow.id}`,
                  ...[...new Set(step.gives)].filter((given) => !asks.includes(given)).sort(),
                ].join("; "),
              amount: limit.amount,
              perMinutes: limit.perMinutes,
            },
          ],
    ),
    hasAgent: discretion !== undefined,
    ...(amount === undefined ? {} : { amount }),
    ...(each === undefined ? {} : { each }),
  }));
}

interface Mutable {
  readonly unless: readonly string[];
  readonly things: Map<string, readonly string[]>;
  readonly gives: string[];
  readonly sets: { readonly condition: string; readonly expires?: SetCondition["expires"] & number }[];
  readonly clears: string[];
}

/** Speaks of no thing, so that the conditions alone are asked for. */
const nothing: CapabilityPattern = { kind: "", subjects: [] };

/** "`revokes`, and a trace `kick-off`, take what they name": a kick-off names the account, and ends being in it. */
function takenBy({ flow, concern, places }: Run): readonly string[] {
  const revoked = flow.revokes.flatMap((pattern) =>
    placings(concern, pattern.subjects, places).map((there) => said(pattern, there)),
  );
  const kicked = flow.leaves.flatMap(({ kind, subject }) =>
    kind !== "kick-off" || subject === undefined
      ? []
      : placings(concern, [subject], places).map((there) =>
          said({ kind: "enter", subjects: [subject] }, there),
        ),
  );
  return [...new Set([...revoked, ...kicked])];
}

/** Which relations of these places nobody has stated; one that is met from both its ends is one. */
function guessesIn(world: PlainWorld, places: Places): readonly string[] {
  const guesses: string[] = [];
  for (const [path, thing] of places) {
    const dot = path.lastIndexOf(".");
    const from = places.get(path.slice(0, dot));
    if (dot < 0 || from === undefined) continue;
    const relation = path.slice(dot + 1).replace(/#.*$/, "");
    const ways = followed(world, from, relation).filter(({ to }) => to === thing);
    if (ways.some(({ guess }) => guess === undefined)) continue;
    guesses.push(...ways.flatMap(({ guess }) => guess ?? []));
  }
  return [...new Set(guesses)].sort();
}

/** Hands alone: who has what it asks has what it gives. */
export const byHand: Omit<PlainStep, "flow" | "asks" | "gives" | "takes"> = {
  things: new Map(),
  unless: [],
  while: [],
  sets: [],
  clears: [],
  revokes: [],
  isTraced: false,
  isTaking: false,
  atMost: [],
  sumLimits: [],
  hasAgent: false,
};

/** "Groups of secrets that are the same": whoever knows one may try it elsewhere, within two minutes. */
function sameSecretSteps(world: PlainWorld): readonly PlainStep[] {
  return sameSecretsIn(world).flatMap((group) =>
    group.map((secret) => ({
      ...byHand,
      flow: "things/same-secret",
      asks: [secret.text],
      gives: group.flatMap(({ text }) => (text === secret.text ? [] : [text])),
      takes: { min: 0, likely: 1, max: 2 },
    })),
  );
}

/** "They lie together: whoever takes one takes them all." */
function takenAlongSteps(world: PlainWorld): readonly PlainStep[] {
  return bagsOf(world).flatMap((bag) =>
    bag.map((thing) => ({
      ...byHand,
      flow: "things/taken-together",
      asks: [`possess(${thing})`],
      gives: bag.flatMap((other) => (other === thing ? [] : [`possess(${other})`])),
      takes: { min: 0, likely: 0, max: 0 },
    })),
  );
}
