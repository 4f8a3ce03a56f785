/**
 * The questions people ask afterwards, answered with the rows they rest on; what is open says between which answers, and
 * what nobody can tell says which export would.
 */
import type { Grounded } from "../ground/index.ts";
import { at, physics, type ThingKind } from "../model/index.ts";
import type { EvidenceRow, Loss, MissingLink, QuestionAnswer, QuestionId, StillOpen } from "./answer.ts";
import type { Reconstruction } from "./reconstruct.ts";
import type { StoryStep } from "./story.ts";

interface ToldMoment {
  readonly from: string;
  readonly evidence: readonly EvidenceRow[];
}

export interface QuestionsQuestion {
  readonly world: Grounded;
  readonly steps: readonly StoryStep[];
  readonly rebuilt: Reconstruction | undefined;
  readonly missingLinks: readonly MissingLink[];
  readonly losses: readonly Loss[];
  readonly open: readonly StillOpen[];
  /** What may have been lost beside, and nobody is accused of. */
  readonly unclear: readonly Loss[];
  /** Since when the owner's side says something was gone. */
  readonly gone: ToldMoment | undefined;
  /** When something of it was taken, by what they say. */
  readonly stolen: ToldMoment | undefined;
  /** Since when the line was dead in the owner's hands, by what they say. */
  readonly dead: ToldMoment | undefined;
  /** When somebody first lied to them, or was told what only they should know, by what they say. */
  readonly met: ToldMoment | undefined;
}

/** Minutes within which two records of one act lie. */
const aMoment = 60;

/** What an institution of a kind keeps, and would tell the person on asking. */
const exportsOf = {
  carrier: "carrier-service-records",
  handset: "carrier-imei-history",
  bank: "bank-bound-payers",
  statement: "bank-statement",
  log: "service-access-log",
} as const;

export function questionsOf(question: QuestionsQuestion): readonly QuestionAnswer[] {
  const { steps, missingLinks, losses, open, unclear, gone, stolen, dead, met } = question;
  const intruders = steps.filter(({ actor }) => actor === "intruder");
  const seen = intruders.filter(({ unseen }) => !unseen);
  // What is dated by the day alone comes first in no order; what tells the minute does.
  const first = seen.toSorted((a, b) => a.latest - b.latest)[0] ?? intruders[0];
  // What nobody is accused of may have been theirs all the same, and come before.
  const before = steps
    .filter(({ actor, unseen, latest }) => actor === "unknown" && !unseen && latest < (first?.earliest ?? 0))
    .toSorted((a, b) => a.latest - b.latest)[0];
  // What nobody saw has no moment: it lies before what was seen and may have been theirs.
  const doubtful = steps
    .filter(({ actor, unseen }) => actor === "unknown" && !unseen)
    .toSorted((a, b) => a.latest - b.latest)[0];
  const lineSteps = seen.filter((step) => givesLine(step, question));
  const isOf = (kinds: readonly ThingKind[]) => (capability: string) =>
    isAbout(capability, { kinds, world: question.world });
  // What the cheapest story wants is no sign that it was lost: a row must speak of it, or somebody tell.
  const line = missingLinks.find(
    ({ gives, evidence }) =>
      gives.some(isOf(["line", "sim"])) && (evidence.length > 0 || gone !== undefined || dead !== undefined),
  );
  const facts = missingLinks.find(({ gives }) => gives.some(isOf(["person"])));
  const factsSteps = steps.filter((step) => step.actor === "intruder" && givesFacts(step, question));
  // What only the cheapest story wants, with not a row behind it, is no answer.
  const wallets = open.filter(
    ({ kind, because }) =>
      (kind === "rogue-wallet" || kind === "link") &&
      because.rows.length > 0 &&
      because.code !== "message-says",
  );
  const lifts = steps.filter((step) => clearsStop(step, question));
  const turning = seen.filter((step) => givesFacts(step, question) || givesLine(step, question));
  const ofInstitutions = (flows: readonly string[]) =>
    flows.filter((flow) => !flow.startsWith(`${physics}/`));
  const worst = [
    ...new Set([
      // Where not a row speaks of it, that a place could have done it says nothing against it.
      ...missingLinks.flatMap(({ fits, evidence }) =>
        evidence.length === 0 ? [] : ofInstitutions(fits).slice(0, 1),
      ),
      ...turning.flatMap(flowsOf),
    ]),
  ];
  const worstRows = [
    ...missingLinks.flatMap(({ evidence }) => evidence),
    ...turning.flatMap(({ evidence }) => evidence),
  ];
  const lost = sumsOf(losses);
  const isGoneFirst =
    gone !== undefined &&
    first !== undefined &&
    Date.parse(first.from) - Date.parse(gone.from) > aMoment * 60_000;
  // Who had the thing taken knows when it began; what was lost was found by somebody later.
  const isStolenFirst =
    stolen !== undefined && (first === undefined || Date.parse(stolen.from) <= Date.parse(first.to));
  // With the lie it began, where what was seen came no earlier.
  const isNoEarlier = ({ to }: StoryStep) => met !== undefined && Date.parse(met.from) <= Date.parse(to);
  const isMetFirst = first !== undefined && [first, before ?? first].every(isNoEarlier);
  return [
    met !== undefined && isMetFirst
      ? answered("first-moment", [met.from], met.evidence)
      : isStolenFirst && before === undefined
        ? answered("first-moment", [stolen.from], stolen.evidence)
        : isGoneFirst
          ? between(
              "first-moment",
              [gone.from, first.from],
              [...gone.evidence, ...first.evidence],
              [exportsOf.handset],
            )
          : first === undefined
            ? unanswered("first-moment", [exportsOf.carrier, exportsOf.handset])
            : first.unseen
              ? between(
                  "first-moment",
                  inTime(first.from, doubtful?.from ?? first.to),
                  doubtful?.evidence ?? [],
                  [exportsOf.carrier, exportsOf.handset],
                )
              : before !== undefined
                ? between(
                    "first-moment",
                    [before.from, first.from],
                    [...before.evidence, ...first.evidence],
                    [exportsOf.carrier],
                  )
                : first.latest - first.earliest > aMoment && !first.isDated
                  ? between("first-moment", [first.from, first.to], first.evidence, [exportsOf.carrier])
                  : answered("first-moment", [first.from, first.flow], first.evidence),
    lineSteps[0] === undefined && line === undefined && gone !== undefined && first !== undefined
      ? between("when-line-was-lost", inTime(gone.from, first.to), gone.evidence, [exportsOf.handset])
      : lineSteps[0] !== undefined
        ? whenLost(lineSteps[0], question)
        : line === undefined
          ? unanswered("when-line-was-lost", [exportsOf.handset, exportsOf.carrier])
          : between("when-line-was-lost", [line.from, line.to], line.evidence, [exportsOf.handset]),
    whatRevealed(facts, factsSteps),
    wallets.length === 0
      ? unanswered("which-wallet-holds-card", [exportsOf.bank])
      : answered(
          "which-wallet-holds-card",
          [...new Set(wallets.map(({ what }) => what))],
          wallets.flatMap(({ because }) => because.rows),
        ),
    worst.length === 0
      ? unanswered("which-institution-failed", [exportsOf.log])
      : worst.length === 1
        ? answered("which-institution-failed", worst, worstRows)
        : between("which-institution-failed", worst, worstRows, [exportsOf.log]),
    losses.length + unclear.length === 0
      ? unanswered("how-much-was-lost", [exportsOf.statement])
      : unclear.length > 0
        ? between(
            "how-much-was-lost",
            [losses.length === 0 ? "0.00" : lost.join(" + "), sumsOf([...losses, ...unclear]).join(" + ")],
            (losses.length === 0 ? unclear : losses).flatMap(({ evidence }) => evidence),
            [exportsOf.bank],
          )
        : answered(
            "how-much-was-lost",
            lost,
            losses.flatMap(({ evidence }) => evidence),
          ),
    lifts.length === 0
      ? unanswered("who-lifted-the-suspension", [exportsOf.carrier])
      : answered(
          "who-lifted-the-suspension",
          [...new Set(lifts.map(({ actor, flow }) => `${actor} ${flow}`))],
          lifts.flatMap(({ evidence }) => evidence),
        ),
  ];
}

/** Does a capability speak of a thing of one of these kinds? */
function isAbout(
  capability: string,
  { kinds, world }: { readonly kinds: readonly ThingKind[]; readonly world: Grounded },
): boolean {
  const atom = world.atomOf.get(capability);
  return atom !== undefined && at(world.atoms, atom).things.some((thing) => isOfKind(world, thing, kinds));
}

const isOfKind = ({ wiring }: Grounded, thing: string, kinds: readonly ThingKind[]): boolean => {
  const found = wiring.things.get(thing);
  return found !== undefined && kinds.includes(found.kind);
};

/** What ran, and what would explain the same as well. */
const flowsOf = ({ flow, orElse }: StoryStep): readonly string[] => [
  flow,
  ...orElse.map((other) => other.flow),
];

/**
 * Asked for is not yet done: of a flow that waits, the line was lost when somebody saw it dead. Of one that does not, it was lost
 * before that was seen.
 */
function whenLost(step: StoryStep, question: QuestionsQuestion): QuestionAnswer {
  const { dead } = question;
  const id = "when-line-was-lost";
  if (dead === undefined || rowsOf(step, dead.evidence).length === 0)
    return answered(id, [step.from, step.flow], step.evidence);
  const isLater = Date.parse(dead.from) - Date.parse(step.from) > aMoment * 60_000;
  return isLater && stepOf(step, question)?.flow.delay === undefined
    ? between(id, [step.from, dead.from], step.evidence, [exportsOf.handset])
    : answered(id, [dead.from, step.flow], step.evidence);
}

/** It may be told the morning after what was done by then. */
const inTime = (one: string, other: string): readonly string[] =>
  Date.parse(one) <= Date.parse(other) ? [one, other] : [other, one];

const rowsOf = (step: StoryStep, places: readonly EvidenceRow[] = []): readonly EvidenceRow[] =>
  step.evidence.filter((each) => places.some(({ file, row }) => each.file === file && each.row === row));

/** Seen flows first; else the likeliest of those that fit what was seen around it; bare hands reveal nothing on record. */
function whatRevealed(facts: MissingLink | undefined, steps: readonly StoryStep[]): QuestionAnswer {
  const id = "what-revealed-id-number";
  const isOfSomebody = (flow: string) => !flow.startsWith(`${physics}/`);
  const seen = steps.filter(({ unseen, flow }) => !unseen && isOfSomebody(flow));
  const fits = (facts?.fits ?? []).filter(isOfSomebody);
  const evidence = facts?.evidence ?? [];
  const flows = [
    ...new Set([
      ...steps.filter(({ flow }) => isOfSomebody(flow)).map(({ flow }) => flow),
      ...fits.slice(0, 1),
    ]),
  ];
  if (flows.length === 0) return unanswered(id, [exportsOf.log]);
  const rows = [...evidence, ...seen.flatMap((step) => step.evidence)];
  if (rows.length === 0 && new Set([...flows, ...fits]).size < 2) return unanswered(id, [exportsOf.log]);
  return rows.length === 0
    ? between(id, [...new Set([...flows, ...fits])], rows, [exportsOf.log])
    : answered(id, flows, rows);
}

/** What is not of one currency is not added up. */
function sumsOf(losses: readonly Loss[]): readonly string[] {
  const sums = new Map<string, number>();
  for (const { amount, currency } of losses)
    sums.set(currency ?? "", (sums.get(currency ?? "") ?? 0) + (amount ?? 0));
  const isOne = sums.size === 1;
  return [...sums].map(([currency, sum]) =>
    isOne ? sum.toFixed(2) : `${sum.toFixed(2)} ${currency}`.trim(),
  );
}

const answered = (
  id: QuestionId,
  answer: readonly string[],
  because: readonly EvidenceRow[],
): QuestionAnswer => ({
  id,
  status: "answered",
  answer,
  because,
  wouldAnswer: [],
});
const between = (
  id: QuestionId,
  answer: readonly string[],
  because: readonly EvidenceRow[],
  wouldAnswer: readonly string[],
): QuestionAnswer => ({ id, status: "between", answer, because, wouldAnswer });
const unanswered = (id: QuestionId, wouldAnswer: readonly string[]): QuestionAnswer => ({
  id,
  status: "unanswered",
  answer: [],
  because: [],
  wouldAnswer,
});

function stepOf({ part }: StoryStep, { rebuilt }: QuestionsQuestion) {
  const found = rebuilt?.model.parts[part];
  return found?.kind === "seen" ? found.run.step : found?.kind === "unseen" ? found.step : undefined;
}

/** The number runs elsewhere from then on. */
const givesLine = (told: StoryStep, question: QuestionsQuestion): boolean =>
  stepOf(told, question)?.gives.some(({ atom }) => {
    const { kind, things } = at(question.world.atoms, atom);
    const word = question.world.catalog.vocabulary.capabilities.get(kind);
    return (
      word?.roles.includes("own-line") === true &&
      things.some((thing) => isOfKind(question.world, thing, ["line"]))
    );
  }) === true;

const givesFacts = (told: StoryStep, question: QuestionsQuestion): boolean =>
  stepOf(told, question)?.gives.some(({ atom }) => {
    const { things, secret } = at(question.world.atoms, atom);
    return secret !== undefined && things.includes("person");
  }) === true;

function clearsStop(told: StoryStep, question: QuestionsQuestion): boolean {
  const step = stepOf(told, question);
  const { conditions } = question.world.catalog.vocabulary;
  return (
    step?.clears.some((condition) => {
      const { kind, things } = at(question.world.conditions, condition).capability;
      return (
        things.some((thing) => isOfKind(question.world, thing, ["line"])) &&
        (conditions.get(kind)?.stops.length ?? 0) > 1
      );
    }) === true && step.gives.length === 0
  );
}
