/**
 * From records to what happened, what is still open, and why: the main flow of the question, top to bottom.
 *
 * What to know to trust it: the explanation is the cheapest there is of what lies in the stretch that is out of the
 * ordinary (`label` says whether that is proved); whoever is not clearly the intruder is not called so; what no file covers
 * is a gap and not an absence. Cost: linear in the rows, then one integer program and one more for each accused row.
 */
import { isHandsetsOwn, type Observation, placeKey, placeOf } from "../evidence/index.ts";
import type { InvestigateAnswer, RowAnswer } from "./answer.ts";
import { contradictionsOf } from "./contradictions.ts";
import { coverageOf, labelOf } from "./covered.ts";
import { explanationOf, playable, timelineOf } from "./explained.ts";
import { type Gathered, gather, type InvestigateQuestion } from "./gather.ts";
import { largerThan } from "./hers-by-handset.ts";
import { enteredBy, onTakenLine, outOfTheirHands } from "./line-in-hands.ts";
import type { Story } from "./making.ts";
import { missingLinksOf } from "./missing-links.ts";
import { moneyOf } from "./money.ts";
import { questionsOf } from "./questions.ts";
import { rebuild } from "./rebuild.ts";
import { isAccused, type Reconstruction } from "./reconstruct.ts";
import { rejectedOf } from "./rejected.ts";
import { type RowRead, readRows } from "./rows.ts";
import { stillOpenOf } from "./still-open.ts";
import { type StoryQuestion, type StoryStep, storySteps } from "./story.ts";
import { ownInstitutions } from "./strange.ts";
import { toldActs } from "./told-acts.ts";
import type { ToldRead } from "./told-text.ts";
import { twinsOf } from "./twins.ts";

export type { InvestigateQuestion } from "./gather.ts";

/** A sum of which nobody says that it is as large as others. */
const severalTimes = 3;

export function investigate(question: InvestigateQuestion): InvestigateAnswer {
  const { world, files } = question;
  const gathered = gather(question);
  const { fromFiles, said, index, incident, moment, orphans, powers } = gathered;
  const rebuilt = incident === undefined ? undefined : rebuild({ ...gathered, question, incident });
  const told = toldStories({ question, gathered, rebuilt });
  const { stories, stepsOf, story, context } = told;
  const isSomebody = pointsToSomebody(gathered, rebuilt);
  // Of what nothing points to only what was seen is told, and nobody is behind it.
  const steps = isSomebody ? told.steps : told.steps.filter(({ unseen }) => !unseen);
  const missingLinks =
    story === undefined || !isSomebody
      ? []
      : missingLinksOf(context(story), { powers, told: new Map([...said.heard, ...heldBy(said)]) });
  const twins = twinsOf(fromFiles);
  const line = {
    ...{ world, rebuilt, story, steps: told.steps },
    ...{ toldHeld: heldBy(said), heard: said.heard },
  };
  const rows = readRows({
    fromFiles,
    incident,
    rebuilt,
    story,
    // Nobody is behind it, and all the same it is not said to be the owner's.
    steps: told.steps,
    toldBy: told.toldBy,
    orphans,
    twins,
    own: ownInstitutions(world),
    isDenied: gathered.isSaidNotTheirs,
    isOfEveryWeek: gathered.isOfEveryWeek,
    isOnTakenLine: onTakenLine(line),
    isOutOfTheirHands: outOfTheirHands(line, (file) =>
      files.some((each) => each.file === file && isHandsetsOwn(each.source)),
    ),
    entered: enteredBy({ rebuilt, story }),
    denied: said.denied,
    anchors: said.anchors,
    linksOpened: said.linksOpened,
    lies: said.lies,
    isHandsetKept: said.isKept && said.lineDead === undefined && said.given.size === 0,
  });
  // What is several times as large as anything paid on other days, and unexplained, may be all that happened.
  const isLargerThanOthers = largerThan(
    fromFiles,
    ({ from, to }) => incident !== undefined && to >= incident.from && from <= incident.to,
  );
  const isLarge = (each: Observation) =>
    isLargerThanOthers({ ...each, amount: (each.amount ?? 0) / severalTimes });
  const unexplained = rows.filter(({ isUnexplained }) => isUnexplained).map(({ observation }) => observation);
  const open = stillOpenOf({
    ...gathered,
    ...doubtsOf(rows),
    world,
    rebuilt,
    story: isSomebody ? story : undefined,
    steps,
    isSomebody,
    stray: unexplained,
  });
  const doubted = new Set(
    rows.flatMap(({ observation, actor }) => (actor === "unknown" ? [placeKey(observation.place)] : [])),
  );
  const { losses, preparations, unclear } = moneyOf({
    rows,
    twins,
    currency: world.person.currency,
    moment,
    deceived: told.deceived,
  });
  return {
    label: labelOf({
      ...{ incident, stories, steps, files, said },
      isAnyUnexplained: unexplained.length > 0,
      isSomebody,
      isAnyStepDoubted: steps.some(
        ({ actor, evidence }) =>
          actor === "intruder" && evidence.some((place) => doubted.has(placeKey(place))),
      ),
      isMoneyUnexplained: rows.some(
        ({ observation, isUnexplained, why }) =>
          why.code === "said-not-theirs" ||
          (isUnexplained &&
            observation.kind === "row" &&
            (gathered.isSaidNotTheirs(observation) || isLarge(observation))),
      ),
    }),
    coverage: coverageOf({ ...gathered, files, world, leftOut: rebuilt?.model.leftOut }),
    timeline: timelineOf(steps),
    explanations: stories.map((each, i) => explanationOf(context(each), stepsOf[i]!, stepsOf)),
    missingLinks,
    losses,
    preparations,
    open,
    questions: questionsOf({
      world,
      steps,
      rebuilt,
      missingLinks,
      losses,
      open,
      unclear,
      gone: toldAt(said.goneSince ?? said.lineDead, moment),
      stolen: toldAt(said.stolenSince, moment),
      dead: toldAt(said.lineDead, moment),
      met: toldAt(said.metSince, moment),
    }),
    rejected:
      story === undefined
        ? []
        : rejectedOf({ context: context(story), missingLinks, files, index, fromFiles }),
    unexplained: unexplained.map(({ place }) => place),
    contradictions: contradictionsOf({ world, said, fromFiles, index, steps, rebuilt, moment }),
    ...(question.wantsRows === true ? { rows: asGiven(rows, gathered, question.repeats) } : {}),
  };
}

interface ToldStories {
  readonly stories: readonly Story[];
  /** Of each story. */
  readonly stepsOf: readonly (readonly StoryStep[])[];
  /** Of the one that is told. */
  readonly steps: readonly StoryStep[];
  readonly story: Story | undefined;
  readonly context: (story: Story) => StoryQuestion;
  /** Who of the owner's side says they did it, by the place in the stretch. */
  readonly toldBy: ReadonlyMap<number, "owner" | "helper">;
  /** Ids of payments they say they made, to somebody who lied. */
  readonly deceived: ReadonlySet<number>;
}

/** The stories with their steps, the one that is told first. */
function toldStories({
  question: { world },
  gathered: { incident, index, said, moment },
  rebuilt,
}: {
  readonly question: InvestigateQuestion;
  readonly gathered: Gathered;
  readonly rebuilt: Reconstruction | undefined;
}): ToldStories {
  const acts = incident === undefined ? [] : [...toldActs(incident, index, said)];
  const toldBy = new Map(acts.map(([o, { side }]) => [o, side]));
  const deceived = new Set(
    acts.flatMap(([o, { isDeceived }]) => (isDeceived ? [incident!.within[o]!.observation.id] : [])),
  );
  const about = {
    world,
    moment,
    helperOf: new Set([...toldBy].flatMap(([o, by]) => (by === "helper" ? [o] : []))),
    toldOwn: new Set(toldBy.keys()),
    toldHeld: heldBy(said),
  };
  // There is a story only where there is an incident.
  const context = (story: Story): StoryQuestion => ({
    ...about,
    incident: incident!,
    rebuilt: rebuilt!,
    story,
  });
  const stories = playable(rebuilt?.stories ?? [], context);
  const stepsOf = stories.map((story) => storySteps(context(story)));
  return { stories, stepsOf, steps: stepsOf[0] ?? [], story: stories[0], context, toldBy, deceived };
}

/**
 * Does anything say that somebody else acted: a row that is clearly theirs, a wallet that is not the owner's, or what the owner's
 * side tells? Else an explanation with an intruder is hardly cheaper than one without.
 */
const pointsToSomebody = ({ said, orphans }: Gathered, rebuilt: Reconstruction | undefined): boolean =>
  // Who is locked out may have forgotten how one gets in.
  said.denied.some(({ isShutOut }) => isShutOut !== true) ||
  said.metSince !== undefined ||
  said.lineDead !== undefined ||
  said.stolenSince !== undefined ||
  orphans.size > 0 ||
  [...(rebuilt?.margins.values() ?? [])].some(isAccused);

/** What somebody says was gone or given away, and since when. */
const heldBy = ({ gone, given }: ToldRead) => new Map([...gone, ...given]);

/** Rows that may not be the owner's, and whom her own rows name. */
const doubtsOf = (rows: readonly RowRead[]) => ({
  doubtful: rows.flatMap(({ observation, actor }) =>
    actor === "intruder" || actor === "unknown" ? [observation] : [],
  ),
  own: rows.flatMap(({ observation, actor }) =>
    actor === "owner" || actor === "helper" ? [observation] : [],
  ),
  usual: new Set(rows.flatMap(({ observation, actor }) => (actor === "owner" ? observation.named : []))),
});

/** As they were given, for whoever asked knows them by their places; then what stands elsewhere too. */
function asGiven(
  rows: readonly RowRead[],
  { places }: Gathered,
  repeats: InvestigateQuestion["repeats"] = [],
): readonly RowAnswer[] {
  const answers = places
    .map((place, id) => [place, rows[id]!] as const)
    .sort(([a], [b]) => a - b)
    .map(([, { observation, actor, why }]): RowAnswer => ({ ...observation.place, actor, why }));
  const actorAt = new Map(answers.map((each) => [placeKey(each), each.actor]));
  const again = repeats.map(({ row, of }): RowAnswer => {
    const first = placeOf(of);
    return {
      ...placeOf(row),
      actor: actorAt.get(placeKey(first)) ?? "unknown",
      why: { code: "stands-twice", words: [], rows: [first] },
    };
  });
  return [...answers, ...again];
}

const toldAt = (told: ToldRead["lineDead"], moment: (minute: number) => string) =>
  told === undefined ? undefined : { from: moment(told.at), evidence: [told.place] };
