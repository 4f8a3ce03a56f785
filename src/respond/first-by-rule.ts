/**
 * What goes first by rule for somebody who described nothing, however the few accounts that are played rank it.
 *
 * Three rules, as helplines go about it. Where something was seen at one place (a row, a notice, being thrown out), that
 * place is stopped first: a sum nobody stated is played as taken at once, and in life it is taken piece by piece. Where
 * the number is in other hands, the one call that silences it goes before all that is not yet seen to be attacked: there
 * are more accounts than those that are played, most of them opened again by a code to it. And money that was seen to go
 * is stopped on its way next, where somebody does that.
 *
 * What to know to trust it: rules and no estimates, and said as such. None is used once its call was tried, and none for
 * somebody who was described: there what hangs together is played.
 */

import type { Grounded } from "../ground/index.ts";
import { at, type ConditionId, type StepId } from "../model/index.ts";
import type { SignWord } from "../told/index.ts";
import { type Candidate, isRescue } from "./acts.ts";
import type { Told } from "./belief.ts";
import { moneyGoes } from "./incident.ts";
import { institutionNamed, meantBy, placesMeant } from "./meant.ts";
import type { OwnPayment } from "./own-payment.ts";
import type { SignRead } from "./signs.ts";

/** A longer errand than this is no call; others can be made meanwhile. */
const callMinutesMax = 20;

export type RuleOf = "seen-there" | "its-way" | "number" | "card-gone" | "card-too" | "money-gone" | "paid";

export interface ByRule {
  readonly candidate: Candidate;
  readonly rule: RuleOf;
}

export interface RuleQuestion {
  readonly told: Pick<Told, "world" | "deeds" | "signs">;
  /** What is certainly in other hands, ground text. */
  readonly held: readonly string[];
  readonly candidates: readonly Candidate[];
  /** Whether it takes from the owner what the other side probably does not have. */
  readonly locksOut: (candidate: Candidate) => boolean;
  /** The steps by which money that was seen to go most probably went. */
  readonly likelyWays: readonly StepId[];
  /** Lines that are dead without anything showing that somebody has them. */
  readonly unexplained: ReadonlySet<string>;
}

/** The acts that go first by rule, in their order; none where no rule says anything here. */
export function firstByRule({
  told,
  held,
  candidates,
  locksOut,
  likelyWays,
  unexplained,
}: RuleQuestion): readonly ByRule[] {
  const gone = (id: string) => held.some((text) => text.endsWith(`(${id})`));
  const isTried = (candidate: Candidate) => wasTried(told, candidate);
  const open = candidates.filter((candidate) => candidate.minutes <= callMinutesMax && !isTried(candidate));
  const number = silencing(told, gone, { candidates: open, unexplained });
  const gentle = open.filter((candidate) => candidate !== number && !locksOut(candidate));
  const longer = candidates.filter((candidate) => !isTried(candidate));
  // Of a place that is told only by a form or a ticket, that is sent off first all the same.
  const sent = longer.filter((candidate) => !locksOut(candidate) && !isAtCounter(told.world, candidate));
  const there = seenThere(told, gone, gentle);
  const seen = there.length > 0 ? there : seenThere(told, gone, sent);
  // Of what was seen, only what takes money goes before the number: it is the way back into all the rest.
  const isOfMoney = ({ institution }: Candidate) =>
    keepsMoney.has(told.world.catalog.institutions.get(institution)?.kind ?? "bank");
  const [before, behind] =
    number === undefined
      ? [seen, []]
      : [seen.filter(isOfMoney), seen.filter((candidate) => !isOfMoney(candidate))];
  // What is stopped at the place where it was seen does not stop the way it went by: that way first.
  // Whoever has the number has many ways, and the number is the way to them.
  const ways = (number === undefined ? likelyWays : []).filter(
    (step) => !there.some((each) => isStoppedBy(told.world, step, each)),
  );
  const shut = gentle.filter((each) => ways.some((step) => isStoppedBy(told.world, step, each)));
  return [
    ...shut
      .filter(({ sets }) => !sets.every((each) => isRescue(told.world, each)))
      .map((candidate) => ({ candidate, rule: "its-way" as const })),
    ...before.map((candidate) => ({ candidate, rule: "seen-there" as const })),
    ...(number === undefined ? [] : [{ candidate: number, rule: "number" as const }]),
    ...behind.map((candidate) => ({ candidate, rule: "seen-there" as const })),
    ...cardsGone(told, gone, open),
    ...stopping(told, longer).map((candidate) => ({ candidate, rule: "money-gone" as const })),
  ];
}

const isStoppedBy = (world: Grounded, step: StepId, { sets }: Candidate): boolean => {
  const { needsClear, gives } = at(world.steps, step);
  return sets.some(
    (each) => needsClear.includes(each) || gives.some(({ stoppedBy }) => stoppedBy.includes(each)),
  );
};

const wasTried = ({ deeds }: Pick<Told, "deeds">, { ways }: Candidate): boolean =>
  deeds.some(({ steps }) => ways.some((way) => steps.includes(at(way, way.length - 1))));

/** Whoever keeps what can be taken away. */
const keepsMoney: ReadonlySet<string> = new Set([
  "bank",
  "wallet",
  "exchange",
  "lender",
  "marketplace",
  "rescue",
]);

/** A card that is in other hands is blocked before what nobody has touched yet; the others may lie in the same wallet. */
function cardsGone(
  { world: { conditions, catalog } }: Pick<Told, "world">,
  gone: (id: string) => boolean,
  candidates: readonly Candidate[],
): readonly ByRule[] {
  const cardsOf = ({ sets }: Candidate) =>
    sets.flatMap((each) => {
      const { kind, things } = at(conditions, each).capability;
      return catalog.vocabulary.conditions.get(kind)?.roles.includes("blocks") === true ? things : [];
    });
  const blocking = candidates.filter((candidate) => cardsOf(candidate).length > 0);
  const isGone = (candidate: Candidate) => cardsOf(candidate).some(gone);
  if (!blocking.some(isGone)) return [];
  return [
    ...blocking.filter(isGone).map((candidate) => ({ candidate, rule: "card-gone" as const })),
    ...blocking
      .filter(
        (candidate) =>
          !isGone(candidate) && catalog.institutions.get(candidate.institution)?.isArchetype !== true,
      )
      .map((candidate) => ({ candidate, rule: "card-too" as const })),
  ];
}

const isAtCounter = ({ steps }: Grounded, { ways }: Candidate): boolean =>
  ways.every((way) => at(steps, at(way, way.length - 1)).flow.channel === "counter");

/** Money that was seen to go is stopped on its way: whoever keeps it back counts in hours. */
function stopping(
  { world, signs }: Pick<Told, "world" | "signs">,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const seen = signs.filter(({ sign }) => moneyGoes.has(sign.sign));
  const places = new Set(seen.flatMap((read) => [...placesOf(world, read)]));
  return candidates
    .filter(({ sets }) => sets.length > 0 && sets.every((each) => isRescue(world, each)))
    .filter((candidate) => isAbout(world, candidate, places));
}

/**
 * Money the owner paid to somebody who lied is held where it went: what is asked for on the telephone, of somebody whose
 * number is known, goes before all else (`byPhone`). What takes a form comes after the call to one's own bank (`byForm`).
 */
export function callingBack(
  told: Pick<Told, "world" | "deeds">,
  candidates: readonly Candidate[],
  payments: readonly OwnPayment[],
): { readonly byPhone: readonly Candidate[]; readonly byForm: readonly Candidate[] } {
  const { world } = told;
  const from = new Set(payments.flatMap(({ by, from: places }) => (by === "transfer" ? places : [])));
  const holding = candidates.filter(
    (candidate) =>
      candidate.sets.length > 0 &&
      candidate.sets.every((each) => isRescue(world, each)) &&
      !wasTried(told, candidate) &&
      isAbout(world, candidate, from),
  );
  const isAnswered = (candidate: Candidate) =>
    isByPhone(world, candidate) &&
    world.catalog.institutions.get(candidate.institution)?.contacts.some(({ tel }) => tel !== undefined) ===
      true;
  return {
    byPhone: holding.filter(isAnswered),
    byForm: holding.filter((candidate) => !isAnswered(candidate)),
  };
}

/** Whether it is asked of one of these places, or stops something there. */
const isAbout = (
  { wiring, steps, conditions }: Grounded,
  { sets, ways }: Candidate,
  places: ReadonlySet<string>,
): boolean =>
  ways.some((way) => places.has(at(steps, at(way, way.length - 1)).institution)) ||
  sets.some((each) =>
    at(conditions, each).capability.things.some((thing) =>
      places.has(wiring.things.get(thing)?.institution ?? ""),
    ),
  );

/** Signs of somebody at work at the very place they are about. A code that comes to the owner is one too. */
const atWork: ReadonlySet<SignWord> = new Set([
  "row",
  "notice",
  "mail",
  "kicked-off",
  "money-gone",
  "refused",
  "not-mine",
  "given",
  "somebody-in",
  "in-my-name",
]);

/** Of the place that was seen under attack last, what blocks it or calls it off; of both, what calls off goes first. */
function seenThere(
  { world, signs }: Pick<Told, "world" | "signs">,
  gone: (id: string) => boolean,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const isAtWork = ({ sign }: SignRead) =>
    atWork.has(sign.sign) ||
    // Whoever rings in the name of a bank is after what lies there.
    ((sign.sign === "code" || sign.sign === "call") &&
      sign.from !== undefined &&
      ![...meantBy(world, sign.on)].some(gone));
  const seen = signs.filter(isAtWork).sort((a, b) => b.sign.at.to - a.sign.at.to);
  for (const read of seen) {
    const institutions = placesOf(world, read);
    const there = candidates.filter(
      (candidate) =>
        isAbout(world, candidate, institutions) &&
        !candidate.sets.some((each) => isOfNew(world, each)) &&
        !candidate.sets.some((each) => isRescue(world, each)) &&
        (candidate.kind === "block" ||
          (candidate.kind === "throw-out" && isThrownOut(world, read, gone)) ||
          (candidate.kind === "call-off" && isCause(world, read, candidate.ways))),
    );
    if (there.length > 0)
      return there.sort(
        (a, b) =>
          turns.indexOf(a.kind) - turns.indexOf(b.kind) ||
          Number(isByPhone(world, b)) - Number(isByPhone(world, a)) ||
          a.minutes - b.minutes,
      );
  }
  return [];
}

/** Whoever was thrown out signs in again and throws the others out. */
const isThrownOut = (world: Grounded, { sign }: SignRead, gone: (id: string) => boolean): boolean =>
  sign.sign === "kicked-off" ||
  sign.sign === "not-mine" ||
  sign.sign === "refused" ||
  sign.sign === "given" ||
  sign.sign === "somebody-in" ||
  sign.sign === "in-my-name" ||
  [...meantBy(world, sign.on)].some(gone);

/** Somebody picks up there, whatever became of the owner's own phone. */
const isByPhone = ({ steps }: Grounded, { ways }: Candidate): boolean =>
  ways.some((way) => at(steps, at(way, way.length - 1)).flow.channel === "phone");

/** Whoever is in is thrown out, then what they began is called off, then it is blocked. */
const turns: readonly Candidate["kind"][] = ["throw-out", "call-off", "block", "rescue", "replace"];

/** Whether what these ways call off is at work on what the sign is about. */
function isCause(world: Grounded, { sign }: SignRead, ways: Candidate["ways"]): boolean {
  const named = meantBy(world, sign.on);
  const last = ways.map((way) => at(world.steps, at(way, way.length - 1)));
  return last.some(({ institution, flow }) =>
    world.steps.some(
      (each) =>
        each.institution === institution &&
        each.flow.delay?.cancelledBy === flow.id &&
        [...each.things.values()].some((thing) => named.has(thing)),
    ),
  );
}

/** What was seen at an account is about the one there is, not about one that could be opened. */
export const isOfNew = ({ conditions, wiring }: Grounded, id: ConditionId): boolean =>
  at(conditions, id).capability.things.some((thing) => wiring.things.get(thing)?.isNew === true);

/** The institutions a sign speaks of: who sent it, or who runs what it is about. */
function placesOf(world: Grounded, { sign }: SignRead): ReadonlySet<string> {
  const sender = sign.from === undefined ? undefined : institutionNamed(world, sign.from);
  if (sender !== undefined) return new Set([sender]);
  return placesMeant(world, sign.on);
}

/** The act by which the number falls silent, where it is in other hands, or the owner's own card has no service. */
function silencing(
  { world, signs }: Pick<Told, "world" | "signs">,
  gone: (id: string) => boolean,
  { candidates, unexplained }: Pick<RuleQuestion, "candidates" | "unexplained">,
): Candidate | undefined {
  const dead = new Set(
    signs
      .flatMap(({ sign }) => (sign.sign === "no-service" ? [...meantBy(world, sign.on)] : []))
      .filter((line) => !unexplained.has(line)),
  );
  return candidates.find((candidate) =>
    silenced(world, candidate).some(
      (line) => dead.has(line) || gone(line) || simsOf(world, line).some((sim) => sim.some(gone)),
    ),
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
