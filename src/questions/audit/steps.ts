/** A proof told as steps a person can follow: who is asked for what, when, and how we know. */
import type { Atom, Grounded, GroundRule, Proof } from "../../graph/index.ts";
import { type BasisStatus, basisStatuses } from "../../model/index.ts";
import type { Step, Way } from "./answer.ts";

/** What a step says of itself whoever runs it, and whenever. */
export type StepOutline = Omit<Step, "asks" | "gives" | "beginsMinutes" | "atMinutes" | "after">;

export function outlineOf(world: Grounded, rule: GroundRule): StepOutline {
  const { flow, institution, assumed } = rule;
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
    ...(flow.delay === undefined ? {} : { delayMinutes: flow.delay.takes.min }),
    ...(assumed.length === 0 ? {} : { assumed }),
    measures: measuresOn(world, rule),
  };
}

export function wayOf(world: Grounded, proof: Proof): Way {
  const told = proof.steps.map(({ rule }) => !ruleOf(world, rule).isInternal);
  const place = new Map<number, number>();
  for (const [i, isTold] of told.entries()) if (isTold) place.set(i, place.size);

  /** The told steps a support comes from: itself, or what the bookkeeping step behind it rests on. */
  const origins = (from: number | undefined): readonly number[] => {
    const queue = from === undefined ? [] : [from];
    const found = new Set<number>();
    for (const step of queue) {
      if (told[step] === true) found.add(step);
      else
        for (const { from: behind } of proof.steps[step]?.asks ?? [])
          if (behind !== undefined) queue.push(behind);
    }
    return [...found];
  };
  /** What a relay passes on counts as given by the flow it belongs to. */
  const passedOn = new Map<number, Atom[]>();
  for (const { rule, asks, gives } of proof.steps) {
    if (ruleOf(world, rule).flow.id !== "relay") continue;
    const owner = asks.find(({ atom }) => isDone(world, atom))?.from;
    if (owner !== undefined) passedOn.set(owner, [...(passedOn.get(owner) ?? []), ...gives]);
  }

  const steps = proof.steps.flatMap((step, i): Step[] => {
    if (told[i] !== true) return [];
    const rule = ruleOf(world, step.rule);
    const shown = step.asks.filter(({ atom, from }) => !isCleared(world, atom) || origins(from).length > 0);
    const after = [
      ...new Set(shown.flatMap(({ from }) => origins(from).map((origin) => place.get(origin) ?? 0))),
    ].sort((a, b) => a - b);
    const given = [...step.gives.filter((atom) => !isDone(world, atom)), ...(passedOn.get(i) ?? [])];
    return [
      {
        ...outlineOf(world, rule),
        asks: shown.map(({ atom }) => world.atoms[atom] ?? ""),
        gives: given.map((atom) => world.atoms[atom] ?? ""),
        beginsMinutes: step.begins,
        atMinutes: step.ends,
        after,
      },
    ];
  });
  return { steps, minutes: proof.at };
}

const isDone = (world: Grounded, atom: Atom) => (world.atoms[atom] ?? "").startsWith("done ");

const isUnconfirmed = (status: BasisStatus): boolean => status === "claimed" || status === "disputed";

/** The measures whose choosing would take this rule away, by id. */
function measuresOn(world: Grounded, { guard }: GroundRule): readonly string[] {
  return guard.filter((literal) => literal < 0).map((literal) => world.choices[-literal - 1]?.id ?? "");
}

function ruleOf(world: Grounded, rule: number): GroundRule {
  const found = world.rules[rule];
  if (found === undefined) throw new RangeError(`no rule ${rule}`);
  return found;
}

const isCleared = (world: Grounded, atom: Atom) => (world.atoms[atom] ?? "").startsWith("not ");

/** The weakest of these; `null` of none. */
export function weakest(statuses: Iterable<BasisStatus>): BasisStatus | null {
  let worst = -1;
  for (const status of statuses) worst = Math.max(worst, basisStatuses.indexOf(status));
  return basisStatuses[worst] ?? null;
}
