/** A proof told as steps a person can follow: who is asked for what, when, and how we know. */
import type { Proof } from "../graph/index.ts";
import type { Grounded, Step } from "../ground/index.ts";
import { type BasisStatus, type Bilingual, basisStatuses, type Channel } from "../model/index.ts";
import type { Meaning, Node } from "./origins.ts";
import { nodeText, type Reach, stepRunBy } from "./reach.ts";

export interface StepBasis {
  readonly status: BasisStatus;
  readonly seen: string;
  readonly source: string;
  /** Only unsigned pages say so. */
  readonly unconfirmed: boolean;
}

/** A step as a person is told it. */
export interface ToldStep {
  /** The flow's id at its institution. */
  readonly flow: string;
  readonly institution: string;
  readonly title: Bilingual;
  readonly institutionName: Bilingual;
  readonly channel?: Channel;
  /** Capabilities used, as text; the first holder of each is a step before, or the start. */
  readonly asks: readonly string[];
  readonly gives: readonly string[];
  readonly beginsMinutes: number;
  /** When it is done, at the earliest. */
  readonly atMinutes: number;
  readonly basis: StepBasis;
  /** Steps (by index) this one rests on. */
  readonly after: readonly number[];
  /** Somebody must say yes to it: an agent who is talked into it, or whoever `yesOf` names. */
  readonly discretion?: true;
  /** Whose yes, where it is no agent's. */
  readonly yesOf?: "owner" | "insider";
  readonly delayMinutes?: number;
  /** What we took for possible because nobody said. */
  readonly assumed?: readonly string[];
  /** Measures that change this flow, by id. */
  readonly measures: readonly string[];
}

export interface Way {
  readonly steps: readonly ToldStep[];
  readonly minutes: number;
}

/** What a step says of itself whoever runs it, and whenever. */
export type StepOutline = Omit<ToldStep, "asks" | "gives" | "beginsMinutes" | "atMinutes" | "after">;

export function outlineOf(world: Grounded, step: Step): StepOutline {
  const { flow, institution, assumed } = step;
  const { status, seen, source } = flow.basis;
  return {
    flow: flow.id,
    institution,
    title: flow.title,
    institutionName: world.catalog.institutions.get(institution)?.name ?? {
      en: institution,
      zh: institution,
    },
    ...(flow.channel === undefined ? {} : { channel: flow.channel }),
    basis: { status, seen, source, unconfirmed: isUnconfirmed(status) },
    ...(flow.discretion === undefined ? {} : { discretion: true as const }),
    ...(flow.discretion === undefined || flow.discretion.whose === "agent"
      ? {}
      : { yesOf: flow.discretion.whose }),
    ...(flow.delay === undefined ? {} : { delayMinutes: flow.delay.takes.min }),
    ...(assumed.length === 0 ? {} : { assumed }),
    measures: measuresOn(world, step),
  };
}

/** The steps somebody takes; what is our bookkeeping is passed on to the steps it belongs to. */
export function wayOf(reach: Reach, proof: Proof): Way {
  const { world, origins, meanings } = reach;
  const told = proof.steps.map(({ rule }) => stepRunBy(reach, rule));
  const place = new Map<number, number>();
  for (const [i, step] of told.entries()) if (step !== undefined) place.set(i, place.size);

  /** The told steps a support comes from: itself, or what the bookkeeping step behind it rests on. */
  const behind = (from: number | undefined): readonly number[] => {
    const queue = from === undefined ? [] : [from];
    const found = new Set<number>();
    for (const step of queue) {
      if (told[step] !== undefined) found.add(step);
      else
        for (const { from: earlier } of proof.steps[step]?.asks ?? [])
          if (earlier !== undefined) queue.push(earlier);
    }
    return [...found];
  };
  /** What stands behind a condition counts as given by the step it belongs to. */
  const yielded = new Map<number, Node[]>();
  for (const { rule, asks, gives } of proof.steps) {
    if (origins[rule]?.kind !== "yield") continue;
    const owner = asks.find(({ atom }) => meanings[atom]?.kind === "run")?.from;
    if (owner !== undefined) yielded.set(owner, [...(yielded.get(owner) ?? []), ...gives]);
  }

  const steps = proof.steps.flatMap((step, i): ToldStep[] => {
    const ground = told[i];
    if (ground === undefined) return [];
    const shown = step.asks.filter(
      ({ atom, from }) => !isOfCondition(meanings[atom]) || behind(from).length > 0,
    );
    const after = [
      ...new Set(shown.flatMap(({ from }) => behind(from).map((origin) => place.get(origin) ?? 0))),
    ].sort((a, b) => a - b);
    const given = [...step.gives, ...(yielded.get(i) ?? [])];
    return [
      {
        ...outlineOf(world, ground),
        asks: shown.flatMap(({ atom }) => nodeText(reach, atom) ?? []),
        gives: given.flatMap((node) => nodeText(reach, node) ?? []),
        beginsMinutes: step.begins,
        atMinutes: step.ends,
        after,
      },
    ];
  });
  return { steps, minutes: proof.at };
}

/** That a condition is set or clear from the start is no need of anybody's. */
const isOfCondition = (meaning: Meaning | undefined): boolean =>
  meaning?.kind === "clear" || meaning?.kind === "set";

const isUnconfirmed = (status: BasisStatus): boolean => status === "claimed" || status === "disputed";

/** The measures whose choosing would take this rule away, by id. */
function measuresOn(world: Grounded, { guard }: Step): readonly string[] {
  return guard.filter((literal) => literal < 0).map((literal) => world.choices[-literal - 1]?.id ?? "");
}

/** The weakest of these; `null` of none. */
export function weakest(statuses: Iterable<BasisStatus>): BasisStatus | null {
  let worst = -1;
  for (const status of statuses) worst = Math.max(worst, basisStatuses.indexOf(status));
  return basisStatuses[worst] ?? null;
}
