/**
 * From records to what happened, what is still open, and why: the main flow of the question, top to bottom.
 *
 * What to know to trust it: the explanation is the cheapest there is of what lies in the stretch that is out of the
 * ordinary (`label` says whether that is proved); whoever is not clearly the intruder is not called so; what no file covers
 * is a gap and not an absence. Cost: linear in the rows, then one integer program and one more for each accused row.
 */
import {
  type Meaning,
  meaningOf,
  momentOf,
  type Observation,
  observe,
  type RecordFile,
  type Row,
  traceIndexOf,
  unknownSource,
} from "../evidence/index.ts";
import type { MinimumProgram } from "../graph/index.ts";
import type { Grounded } from "../ground/index.ts";
import { at, compareText, minutesPerDay } from "../model/index.ts";
import type { Explanation, InvestigateAnswer } from "./answer.ts";
import { contradictionsOf } from "./contradictions.ts";
import { hardlyEverAMonth } from "./habits.ts";
import { type Incident, incidentOf } from "./incident.ts";
import type { Story } from "./making.ts";
import { missingLinksOf } from "./missing-links.ts";
import { moneyOf } from "./money.ts";
import { inOwnOrder, orderOf } from "./order.ts";
import { type Bill, orphansOf } from "./orphans.ts";
import { type Powers, powersOf } from "./powers.ts";
import { questionsOf } from "./questions.ts";
import { type Reconstruction, reconstruct } from "./reconstruct.ts";
import { rejectedOf } from "./rejected.ts";
import { replays } from "./replays.ts";
import { readRows } from "./rows.ts";
import { seenRunsOf } from "./runs.ts";
import { stillOpenOf } from "./still-open.ts";
import { type StoryQuestion, type StoryStep, storySteps, tracesOf } from "./story.ts";
import { isDenied, isToldAct, readTold, type ToldText } from "./told.ts";
import { twinsOf } from "./twins.ts";
import { zonesOf } from "./zones-of-rows.ts";

export interface InvestigateQuestion {
  readonly world: Grounded;
  readonly rows: readonly Row[];
  readonly files: readonly RecordFile[];
  readonly told?: ToldText;
  readonly toldFile?: string;
  readonly noneAt?: ReadonlySet<string>;
  readonly solve: MinimumProgram;
  /** Minutes east of UTC where no row says; absent: nobody knows the person's country. */
  readonly zoneMinutes?: number | undefined;
  readonly wantsRows?: boolean;
  readonly storiesMax?: number;
}

export function investigate(question: InvestigateQuestion): InvestigateAnswer {
  const { world, files, told = [], toldFile = "told", noneAt = new Set<string>() } = question;
  const places = inOwnOrder(question.rows);
  const rows = places.map((place) => question.rows[place]!);
  const meaning = meaningOf(world.catalog);
  const { zoneMinutes, zoneAt } = zonesOf(rows, {
    told: told.map(({ at: when }) => when),
    otherwise: question.zoneMinutes,
  });
  const moment = (minute: number) => momentOf(minute, zoneAt(minute));
  const fromFiles = observe({ world, meaning, rows, zoneMinutes, zoneAt });
  const said = readTold({ told, world, meaning, firstId: rows.length, file: toldFile, zoneMinutes });
  const observations = [...fromFiles, ...said.observations];
  const index = traceIndexOf(world, meaning);
  const powers = powersOf(world, { isKept: said.isKept, given: said.given.keys() });
  const known = new Map<Observation, boolean>();
  const isSign = (observation: Observation) => {
    const before = known.get(observation);
    if (before !== undefined) return before;
    const isOne = index.candidates(observation).length > 0 || isStrange(observation, world);
    known.set(observation, isOne);
    return isOne;
  };
  const bills = billsOf(fromFiles, files, world, meaning);
  const orphans = orphansOf({ world, observations: fromFiles, bills, noneAt });
  const incident = incidentOf({
    catalog: world.catalog,
    meaning,
    observations,
    isSign,
    anchors: said.anchors,
    zoneMinutes,
    orphans,
  });
  const rebuilt =
    incident === undefined
      ? undefined
      : rebuild({ question, incident, powers, index, said, orphans, zoneMinutes });
  const found = incident === undefined || rebuilt === undefined ? [] : rebuilt.stories;
  const toldBy = new Map(
    incident === undefined ? [] : [...toldActs(incident, index, said)].map(([o, { side }]) => [o, side]),
  );
  const helperOf = new Set([...toldBy].flatMap(([o, by]) => (by === "helper" ? [o] : [])));
  const toldOwn = new Set(toldBy.keys());
  const context = (story: Story): StoryQuestion => ({
    world,
    // There is a story only where there is an incident.
    incident: incident!,
    rebuilt: rebuilt!,
    story,
    moment,
    helperOf,
    toldOwn,
  });
  const stories = playable(found, context);
  const told_ = stories.map((story) => storySteps(context(story)));
  const steps = told_[0] ?? [];
  const [story] = stories;
  const missingLinks =
    story === undefined
      ? []
      : missingLinksOf(context(story), {
          powers,
          told: new Map([...said.gone, ...said.given]),
        });
  const twins = twinsOf(fromFiles);
  const rowsRead = readRows({ fromFiles, incident, rebuilt, story, steps, toldBy, orphans, twins });
  const open = stillOpenOf({
    world,
    incident,
    rebuilt,
    story,
    steps,
    observations,
    orphans,
    index,
    meaning,
    stray: rowsRead.flatMap(({ observation, isUnexplained }) => (isUnexplained ? [observation] : [])),
  });
  const { losses, preparations, unclear } = moneyOf({
    rows: rowsRead,
    twins,
    currency: world.person.currency,
    moment,
  });
  return {
    label: labelOf({
      incident,
      stories,
      steps,
      files,
      said,
      isAnyUnexplained: rowsRead.some(({ isUnexplained }) => isUnexplained),
    }),
    coverage: coverageOf({ files, fromFiles, world, moment, incident, said, toldFile }),
    timeline: timelineOf(steps),
    explanations: stories.map((each, i) => explanationOf(context(each), told_[i]!, told_)),
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
      dead: toldAt(said.lineDead, moment),
    }),
    rejected:
      story === undefined
        ? []
        : rejectedOf({ context: context(story), missingLinks, files, index, fromFiles }),
    unexplained: rowsRead
      .filter(({ isUnexplained }) => isUnexplained)
      .map(({ observation }) => observation.place),
    contradictions: contradictionsOf({ world, said, fromFiles, index, steps, rebuilt, moment }),
    ...(question.wantsRows === true
      ? {
          // As they were given: whoever asked knows them by their places.
          rows: places
            .map((place, id) => [place, rowsRead[id]!] as const)
            .sort(([a], [b]) => a - b)
            .map(([, { observation, actor, why }]) => ({ ...observation.place, actor, why })),
        }
      : {}),
  };
}

/**
 * Proved is what nothing explains for less, of all that was given: of a file that could not be read nobody knows what it would
 * have said. Nothing found is no proof either where somebody tells what we do not understand, or rows stay unexplained.
 */
function labelOf({
  incident,
  stories,
  steps,
  files,
  said,
  isAnyUnexplained,
}: {
  readonly incident: Incident | undefined;
  readonly stories: readonly Story[];
  readonly steps: readonly StoryStep[];
  readonly files: readonly RecordFile[];
  readonly said: Said;
  readonly isAnyUnexplained: boolean;
}): InvestigateAnswer["label"] {
  const isAllRead = !files.some(isUnread);
  const [story] = stories;
  if (story === undefined)
    return incident === undefined && isAllRead && said.notUnderstood.length === 0 ? "exact" : "open";
  if (steps.length === 0 && (isAnyUnexplained || !isAllRead)) return "open";
  return story.proved && isAllRead ? "exact" : "bounds";
}

/** Nobody knows such a file: not a row of it was read. */
const isUnread = ({ source, rows }: RecordFile): boolean => source === unknownSource && rows === 0;

const toldAt = (told: Said["lineDead"], moment: (minute: number) => string) =>
  told === undefined ? undefined : { from: moment(told.at), evidence: [told.place] };

/** A code of a service nobody here has: no flow of this person's things leaves it, and it is a sign all the same. */
const isStrange = ({ kind, institutions }: Observation, { person, catalog }: Grounded): boolean =>
  (kind === "sms" || kind === "mail") &&
  institutions.length > 0 &&
  institutions.every((id) => {
    const institution = catalog.institutions.get(id);
    return (
      institution?.kind === "government" &&
      ![...person.things.values()].some((thing) => thing.institution === id)
    );
  });

/** Of stories hardly dearer than the cheapest the first that the world can play is told first. */
function playable(stories: readonly Story[], context: (story: Story) => StoryQuestion): readonly Story[] {
  const [first] = stories;
  if (first === undefined || stories.length < 2) return stories;
  const plays = (story: Story) =>
    story.cost - first.cost < hardlyDearer &&
    replays(context(story), storySteps(context(story)), assumedOf(context(story)));
  const best = stories.find(plays);
  return best === undefined ? stories : [best, ...stories.filter((story) => story !== best)];
}

const hardlyDearer = 1;

const assumedOf = ({ story, rebuilt, world }: StoryQuestion): readonly string[] =>
  story.parts.flatMap((i) => {
    const part = rebuilt.model.parts[i]!;
    return part.kind === "assumed" ? [at(world.atoms, part.atom).text] : [];
  });

interface RebuildQuestion {
  readonly question: InvestigateQuestion;
  readonly incident: Incident;
  readonly powers: Powers;
  readonly index: ReturnType<typeof traceIndexOf>;
  readonly said: ReturnType<typeof readTold>;
  readonly orphans: ReturnType<typeof orphansOf>;
  readonly zoneMinutes: number;
}

function rebuild({
  question,
  incident,
  powers,
  index,
  said,
  orphans,
  zoneMinutes,
}: RebuildQuestion): Reconstruction {
  const { world, solve, storiesMax = 2 } = question;
  const order = orderOf(world);
  const toldOwn = toldActs(incident, index, said);
  const toldIds = new Map([...toldOwn].map(([o, { flow }]) => [incident.within[o]!.observation.id, flow]));
  const seen = seenRunsOf({
    world,
    index,
    powers,
    order,
    within: incident.within,
    isCovered: () => false,
    orphans,
    isToldOwn: ({ id }, { institution, flow }) => {
      const named = toldIds.get(id);
      return toldIds.has(id) && (named === undefined || named === `${institution}/${flow.id}`);
    },
    isDeniedOwn: (observation) =>
      isOfDeadLine(world, observation) ||
      isBeforeDeadLine(observation, { world, index, said }) ||
      said.denied.some((act) => isDenied(observation, act)),
    anchors: said.anchors,
    zoneMinutes,
  });
  const strange = new Set(
    incident.within.flatMap(({ observation }, o) =>
      (observation.kind === "sms" || observation.kind === "mail") &&
      !seen.some(({ covers, side }) => side === "intruder" && covers.includes(o))
        ? [o]
        : [],
    ),
  );
  return reconstruct({
    world,
    powers,
    order,
    incident,
    seen,
    toldHeld: new Map([...said.gone, ...said.given]),
    barred: barredOf(incident, { index, powers, said }),
    strange,
    solve,
    storiesMax,
  });
}

type Index = ReturnType<typeof traceIndexOf>;
type Said = ReturnType<typeof readTold>;

/** Nobody kills their own line; whoever does it by a new SIM has the line again, and says so. */
const isOfDeadLine = ({ catalog }: Grounded, { sign, trust }: Observation): boolean =>
  trust === "told" && catalog.signs.get(sign ?? "")?.told === "line-gone";

/** Who has a new SIM made for herself is not without a line afterwards: what moved it before it was dead was not her doing. */
function isBeforeDeadLine(
  observation: Observation,
  { world, index, said }: { readonly world: Grounded; readonly index: Index; readonly said: Said },
): boolean {
  const dead = said.lineDead?.at;
  const { from, sign } = observation;
  if (dead === undefined || from > dead || from < dead - deadWithin) return false;
  if ((world.catalog.signs.get(sign ?? "")?.aMonth ?? 1) > hardlyEverAMonth) return false;
  const { capabilities } = world.catalog.vocabulary;
  return index.candidates(observation).some(({ step }) =>
    step.gives.some(({ atom }) => {
      const { kind, things } = at(world.atoms, atom);
      const word = capabilities.get(kind);
      const isLines = things.some((thing) => world.wiring.things.get(thing)?.kind === "line");
      return isLines && ((word?.while.length ?? 0) > 0 || word?.roles.includes("own-line") === true);
    }),
  );
}

/** From what was asked for to what was done lie days, at most. */
const deadWithin = 3 * minutesPerDay;

/** Observations that are what somebody of the owner's side says they did. */
function toldActs(
  { within }: Incident,
  index: Index,
  { acts }: Said,
): ReadonlyMap<number, { readonly side: "owner" | "helper"; readonly flow?: string }> {
  const found = new Map<number, { readonly side: "owner" | "helper"; readonly flow?: string }>();
  if (acts.length === 0) return found;
  for (const [o, { observation }] of within.entries()) {
    const flows = new Set(
      index.candidates(observation).map(({ step }) => `${step.institution}/${step.flow.id}`),
    );
    const act = acts.find((each) => isToldAct(observation, each, flows));
    if (act === undefined) continue;
    const side = act.by.startsWith("helper") ? "helper" : "owner";
    found.set(o, { side, ...(act.flow === undefined ? {} : { flow: act.flow }) });
  }
  return found;
}

/** Payments every own way to which rests on something that was gone by then. */
function barredOf(
  { within }: Incident,
  { index, powers, said }: { readonly index: Index; readonly powers: Powers; readonly said: Said },
): ReadonlySet<number> {
  const barred = new Set<number>();
  if (said.gone.size === 0) return barred;
  for (const [o, { observation }] of within.entries()) {
    const { kind, direction, from } = observation;
    if (kind !== "row" || direction === "in") continue;
    const gone = new Set([...said.gone].flatMap(([atom, since]) => (since <= from ? [atom] : [])));
    const ways = index.candidates(observation).filter(({ step }) => powers.owner.has(step.id));
    const isBarred = ({ step }: (typeof ways)[number]) =>
      step.asks.some(
        (atom) => gone.has(atom) || (powers.ownerHangsOn.get(atom) ?? []).some((each) => gone.has(each)),
      );
    if (ways.length > 0 && ways.every(isBarred)) barred.add(o);
  }
  return barred;
}

function billsOf(
  observations: readonly Observation[],
  files: readonly RecordFile[],
  world: Grounded,
  meaning: Meaning,
): readonly Bill[] {
  const byFile = new Map<string, Observation[]>();
  for (const observation of observations)
    byFile.set(observation.place.file, [...(byFile.get(observation.place.file) ?? []), observation]);
  return files.flatMap((file): readonly Bill[] => {
    // What a file that was filtered, cut short or not read whole does not show may be in the rest of it.
    if (file.complaints > 0) return [];
    const rows = byFile.get(file.file) ?? [];
    const [institution] =
      rows[0]?.institutions ?? meaning.institutionsIn(file.source.replaceAll(/[-_/.]/g, " "));
    const isOfMoney = rows.length === 0 || rows.some(({ kind }) => kind === "row");
    if (
      institution === undefined ||
      !isOfMoney ||
      world.catalog.institutions.get(institution)?.kind === "bank"
    )
      return [];
    const declared = [file.from, file.to].map((text) =>
      text === undefined ? Number.NaN : Date.parse(text) / 60_000,
    );
    const first = rows.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY);
    const last = rows.reduce((most, { to }) => Math.max(most, to), Number.NEGATIVE_INFINITY);
    const from = Number.isFinite(declared[0]!) ? declared[0]! : first;
    const to = Number.isFinite(declared[1]!) ? declared[1]! + (/T/.test(file.to ?? "") ? 0 : 1440) : last;
    return from <= to
      ? [{ file: file.file, institution, from, to, rows: rows.filter(({ kind }) => kind === "row") }]
      : [];
  });
}

function coverageOf({
  files,
  fromFiles,
  world,
  moment,
  incident,
  said,
  toldFile,
}: {
  readonly files: readonly RecordFile[];
  readonly fromFiles: readonly Observation[];
  readonly world: Grounded;
  readonly moment: (minute: number) => string;
  readonly incident: Incident | undefined;
  readonly said: Said;
  readonly toldFile: string;
}): InvestigateAnswer["coverage"] {
  const span = new Map<string, { from: number; to: number }>();
  for (const { place, from, to } of fromFiles) {
    if (!Number.isFinite(from) || !Number.isFinite(to)) continue;
    const before = span.get(place.file) ?? { from, to };
    span.set(place.file, { from: Math.min(before.from, from), to: Math.max(before.to, to) });
  }
  const seen = new Set(
    fromFiles.flatMap(({ things, kind }) => (things.length === 1 || kind === "row" ? things : [])),
  );
  const gaps = [...world.person.things.values()]
    .filter(({ of, kind, id }) => of === undefined && (kind === "line" || kind === "card") && !seen.has(id))
    .map(({ id, kind }) => ({
      what: id,
      kind: kind === "line" ? "carrier-service-records" : "bank-statement",
    }));
  const leftOut =
    (incident?.leftOut ?? 0) > 0 ? [{ what: `${incident?.leftOut}`, kind: "rows-not-reconstructed" }] : [];
  const unread = said.notUnderstood.map((i) => ({
    what: `${toldFile}:${i + 1}`,
    kind: "told-not-understood",
  }));
  return {
    files: files.map(({ file, source, from, to, rows, complaints }) => ({
      file,
      source,
      from: from ?? (span.has(file) ? moment(span.get(file)!.from) : null),
      to: to ?? (span.has(file) ? moment(span.get(file)!.to) : null),
      rows,
      complaints,
    })),
    gaps: [
      ...files.filter(isUnread).map(({ file }) => ({ what: file, kind: "file-not-read" })),
      ...gaps,
      ...leftOut,
      ...unread,
    ],
  };
}

const timelineOf = (steps: readonly StoryStep[]): InvestigateAnswer["timeline"] =>
  steps.map(({ from, to, actor, flow, things, evidence }) => ({
    at: from,
    until: to,
    actor,
    what: flow,
    things,
    rows: evidence,
  }));

function explanationOf(
  context: StoryQuestion,
  steps: readonly StoryStep[],
  all: readonly (readonly StoryStep[])[],
): Explanation {
  const { story } = context;
  const assumed = assumedOf(context);
  const keyOf = ({ flow, actor, things }: StoryStep) => `${actor} ${flow} ${things.join(" ")}`;
  const others = new Set(all.filter((each) => each !== steps).flatMap((each) => each.map(keyOf)));
  return {
    cost: Math.round(story.cost * 1000) / 1000,
    proved: story.proved,
    replays: replays(context, steps, assumed),
    steps: steps.map(
      ({ part: _part, earliest: _earliest, latest: _latest, isDated: _isDated, ...step }) => step,
    ),
    assumed: assumed.toSorted(compareText),
    toldApartBy:
      all.length < 2
        ? []
        : onlyHere(
            steps.filter((step) => !others.has(keyOf(step))),
            context,
          ),
  };
}

/** What would be on paper if this story were the true one, and is in no other. */
function onlyHere(steps: readonly StoryStep[], { rebuilt }: StoryQuestion): readonly string[] {
  const traces = steps.flatMap(({ part }) => {
    const found = rebuilt.model.parts[part]!;
    const step = found.kind === "seen" ? found.run.step : found.kind === "unseen" ? found.step : undefined;
    return step === undefined ? [] : tracesOf(step);
  });
  return [...new Set(traces)].toSorted(compareText);
}
