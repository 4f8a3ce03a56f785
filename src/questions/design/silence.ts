/**
 * Why a changed part is felt by nobody: a reason as a value, so that "no effect" is never all that is said where more is
 * known. That an answer does not count with something (who is told, opening hours, chances) is another thing than that it
 * makes no difference.
 */
import type { Catalog, ChangedPart } from "../../catalog/index.ts";
import type { Step } from "../../ground/index.ts";
import { at, type Flow, isInForce } from "../../model/index.ts";
import type { Pair } from "./causes.ts";
import { type FurtherWorlds, stepsOf } from "./further.ts";
import type { OpenedSide, Side } from "./scene.ts";
import type { Undone } from "./undone.ts";

export type Silence =
  /** Only keys differ that reach does not read; nights do (`chainbreak race`). */
  | { readonly kind: "not-counted"; readonly keys: readonly string[] }
  /** Another flow gives all of it and asks no more; it may be open at other hours, which are not weighed here. */
  | { readonly kind: "no-weaker"; readonly than: string; readonly atOtherHours: boolean }
  /** Alone it would do something, and another changed part undoes that. */
  | { readonly kind: "undone"; readonly would: Undone }
  /** Under neither catalogue is it in force on the day customers are asked about. */
  | {
      readonly kind: "out-of-force";
      readonly day: string;
      readonly from?: string;
      readonly until?: string;
    }
  /** It gives an intruder nothing: it sets a block, or only calls something off. */
  | { readonly kind: "for-the-owner" }
  /** A measure that is described and not put in force. */
  | { readonly kind: "not-in-force" }
  | { readonly kind: "changes-no-flow" }
  /** Known by name alone, as this one is, whose customer was asked for both. */
  | { readonly kind: "alike"; readonly as: string };

export interface Whose {
  readonly old: Side;
  readonly now: Side;
  readonly worlds: readonly FurtherWorlds[];
  readonly hasTime: boolean;
  /** The day customers are asked about. */
  readonly today: string;
  readonly undone: Undone | undefined;
  /** Whose customer was asked in the place of its own. */
  readonly alike: string | undefined;
}

const flowIn = ({ institutions }: Catalog, { institution, id }: ChangedPart): Flow | undefined =>
  institutions.get(institution ?? "")?.flows.find((flow) => flow.id === id);

export function silenceOf(
  part: ChangedPart,
  { old, now, worlds, hasTime, today, undone, alike }: Whose,
): Silence | undefined {
  if (alike !== undefined) return { kind: "alike", as: alike };
  if (undone !== undefined) return { kind: "undone", would: undone };
  if (part.kind === "measure" || part.kind === "common-measure")
    return part.how === "added" ? { kind: "not-in-force" } : undefined;
  const sides = worlds.flatMap(({ pair }) => [pair.before, pair.after]);
  const steps = sides.flatMap((side) => stepsOf(side, part).map((step) => ({ side, step })));
  if (part.kind === "in-force")
    return worlds.length > 0 && steps.length === 0 ? { kind: "changes-no-flow" } : undefined;
  if (part.kind !== "flow") return undefined;
  const [was, is] = [flowIn(old.catalog, part), flowIn(now.catalog, part)];
  if (was !== undefined && is !== undefined) {
    const unread = part.keys.filter((key) => !isCounted(key, was, is, hasTime));
    if (unread.length === part.keys.length) return { kind: "not-counted", keys: unread };
  }
  const flow = is ?? was;
  if (flow === undefined || worlds.length === 0) return undefined;
  if ([was, is].every((each) => each === undefined || !isInForce({ ...each.valid, moment: today })))
    return { kind: "out-of-force", day: today, ...flow.valid };
  if (flow.gives.length + flow.clears.length === 0) return { kind: "for-the-owner" };
  const than = weakerThan(steps);
  return than === undefined ? undefined : { kind: "no-weaker", ...than };
}

/** Whether reach reads what differs under this key. */
function isCounted(key: string, was: Flow, is: Flow, hasTime: boolean): boolean {
  switch (key) {
    case "leaves":
    case "revokes":
    case "basis":
      return false;
    case "hours":
      return hasTime;
    case "takes":
      return was.takes.min !== is.takes.min;
    case "delay":
      return (was.delay?.takes.min ?? 0) !== (is.delay?.takes.min ?? 0);
    case "discretion":
      return (was.discretion === undefined) !== (is.discretion === undefined);
    default:
      return true;
  }
}

interface StepThere {
  readonly side: OpenedSide;
  readonly step: Step;
}

/** A flow that gives all of what each of these gives, and asks a part of what it asks. */
function weakerThan(
  steps: readonly StepThere[],
): { readonly than: string; readonly atOtherHours: boolean } | undefined {
  const found = steps.map(({ side, step }) => {
    const { atoms, atomOf, catalog } = side.reach.world;
    // Whoever takes the whole takes its part.
    const enough = step.gives.map(({ atom }) => {
      const { kind, text } = at(atoms, atom);
      const wholes = catalog.vocabulary.capabilities.get(kind)?.partOf ?? [];
      return [atom, ...wholes.flatMap((whole) => atomOf.get(whole + text.slice(kind.length)) ?? [])];
    });
    return side.reach.world.steps.find(
      (other) =>
        other.flow.id !== step.flow.id &&
        other.guard.every((literal) => step.guard.includes(literal)) &&
        enough.every((atoms) => other.gives.some((given) => atoms.includes(given.atom))) &&
        step.clears.every((condition) => other.clears.includes(condition)) &&
        other.asks.every((atom) => step.asks.includes(atom)) &&
        other.needsClear.every((condition) => step.needsClear.includes(condition)),
    );
  });
  const first = found.at(-1); // Under the new catalogue, where the flow is there.
  if (first === undefined || found.includes(undefined)) return undefined;
  const hours = (step: Step | undefined) => JSON.stringify(step?.flow.hours ?? null);
  return {
    than: `${first.institution}/${first.flow.id}`,
    atOtherHours: found.some((other, i) => hours(other) !== hours(steps[i]?.step)),
  };
}

/** A flow that no customer of its institution can be concerned by. */
export interface Unconcerning {
  readonly flow: string;
  /** It speaks of a new account, which has no line, mailbox or device of the owner. */
  readonly ofNewAccount: boolean;
}

/** Flows that were added or changed and concern nothing of a customer, who has one thing of each kind they speak of. */
export function unconcerning(part: ChangedPart, customer: string, { after }: Pair): readonly Unconcerning[] {
  const { institution, id, kind, how } = part;
  if (customer !== `customer-of-${institution}` || how === "removed") return [];
  const { world } = after.reach;
  const flows = world.catalog.institutions.get(institution ?? "")?.flows ?? [];
  const asked =
    kind === "institution" && how === "added"
      ? flows
      : flows.filter((flow) => kind === "flow" && flow.id === id);
  const there = new Set(
    world.steps.flatMap(({ institution: of, flow, lent }) =>
      of === institution && lent === undefined ? [flow.id] : [],
    ),
  );
  return asked
    .filter((flow) => !there.has(flow.id))
    .map((flow) => ({
      flow: flow.id,
      ofNewAccount: flow.ranges.some(({ whose }) => whose === "new"),
    }));
}

export interface Lacking {
  /** A customer. */
  readonly person: string;
  /** Ground text. */
  readonly what: readonly string[];
}

/**
 * What every way of a flow asks that no flow anybody has read gives and no beginning by name holds: whoever is not the
 * owner gets there by nothing that was read. Empty: some way can be gone, or there is none.
 */
export function lackingFor(part: ChangedPart, worlds: readonly FurtherWorlds[]): readonly Lacking[] {
  return worlds.flatMap(({ person, pair: { after } }) => {
    const { world } = after.reach;
    const given = new Set(world.steps.flatMap(({ gives }) => gives.map(({ atom }) => atom)));
    const held = new Set([...person.starts.flatMap(({ held = [] }) => held), ...person.leaked]);
    const lacking = stepsOf(after, part).map((step) =>
      step.asks.flatMap((atom) => {
        const { text } = at(world.atoms, atom);
        return given.has(atom) || held.has(text) ? [] : [text];
      }),
    );
    const isUsable =
      part.kind !== "flow" || lacking.length === 0 || lacking.some((each) => each.length === 0);
    return isUsable ? [] : [{ person: person.now.id, what: [...new Set(lacking.flat())].sort() }];
  });
}

/**
 * What a changed flow no longer gives though nobody said so: whom a flow concerns follows from what it asks, so one that
 * asks less of a card may be for fewer cards.
 */
export function narrowed(part: ChangedPart, { before, after }: Pair): readonly string[] {
  if (part.kind !== "flow" || part.how !== "changed" || !part.keys.includes("asks")) return [];
  if (part.keys.some((key) => key === "for" || key === "when" || key === "gives")) return [];
  const [was = [], is = []] = [before, after].map((side) =>
    stepsOf(side, part).flatMap(({ gives }) =>
      gives.map(({ atom }) => at(side.reach.world.atoms, atom).text),
    ),
  );
  return [...new Set(was)].filter((given) => !is.includes(given)).sort();
}
