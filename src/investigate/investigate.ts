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
  zoneOf,
} from "../evidence/index.ts";
import type { MinimumProgram } from "../graph/index.ts";
import type { Grounded } from "../ground/index.ts";
import { at, compareText } from "../model/index.ts";
import type { Explanation, InvestigateAnswer, Loss, RowAnswer } from "./answer.ts";
import { type Incident, incidentOf } from "./incident.ts";
import { missingLinksOf } from "./missing-links.ts";
import { type Bill, type Orphan, orphansOf } from "./orphans.ts";
import { questionsOf } from "./questions.ts";
import { isAccused, type Reconstruction, reconstruct, type Story } from "./reconstruct.ts";
import { replays } from "./replays.ts";
import { type Powers, powersOf, seenRunsOf } from "./runs.ts";
import { stillOpenOf } from "./still-open.ts";
import { type StoryQuestion, type StoryStep, storySteps } from "./story.ts";
import { readTold, type ToldText } from "./told.ts";

export interface InvestigateQuestion {
  readonly world: Grounded;
  readonly rows: readonly Row[];
  readonly files: readonly RecordFile[];
  readonly told?: ToldText;
  readonly toldFile?: string;
  readonly noneAt?: ReadonlySet<string>;
  readonly solve: MinimumProgram;
  /** Minutes east of UTC where no row says. */
  readonly zoneMinutes: number;
  readonly wantsRows?: boolean;
  readonly storiesMax?: number;
}

export function investigate(question: InvestigateQuestion): InvestigateAnswer {
  const { world, rows, files, told = [], toldFile = "told", noneAt = new Set<string>() } = question;
  const zoneMinutes =
    rows
      .map(({ time }) => (time === undefined ? undefined : zoneOf(time)))
      .find((zone) => zone !== undefined) ?? question.zoneMinutes;
  const moment = (minute: number) => momentOf(minute, zoneMinutes);
  const meaning = meaningOf(world.catalog);
  const fromFiles = observe({ world, meaning, rows, zoneMinutes });
  const said = readTold({ told, world, meaning, firstId: rows.length, file: toldFile, zoneMinutes });
  const observations = [...fromFiles, ...said.observations];
  const index = traceIndexOf(world, meaning);
  const powers = powersOf(world);
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
  const anchors = [...said.anchors, ...said.acts.map((act) => act.at)];
  const incident = incidentOf({
    catalog: world.catalog,
    meaning,
    observations,
    isSign,
    anchors,
    zoneMinutes,
    orphans,
  });
  const rebuilt =
    incident === undefined ? undefined : rebuild({ question, incident, powers, index, said, orphans });
  const stories = incident === undefined || rebuilt === undefined ? [] : rebuilt.stories;
  const helperOf = helpersIn(incident, said.acts);
  const context = (story: Story): StoryQuestion => ({
    world,
    // There is a story only where there is an incident.
    incident: incident!,
    rebuilt: rebuilt!,
    story,
    moment,
    helperOf,
  });
  const told_ = stories.map((story) => storySteps(context(story)));
  const steps = told_[0] ?? [];
  const [story] = stories;
  const missingLinks = story === undefined ? [] : missingLinksOf(context(story), powers);
  const open = stillOpenOf({ world, incident, rebuilt, story, steps, observations, orphans });
  const { losses, preparations } = moneyOf({ steps, rebuilt, incident, world, moment });
  const rowAnswers = rowsOf({
    fromFiles,
    incident,
    rebuilt,
    story,
    helperOf,
    orphans,
    theirs: theirStretch(steps),
  });
  return {
    label:
      stories.length === 0
        ? incident === undefined
          ? "exact"
          : "open"
        : story?.proved === true
          ? "exact"
          : "bounds",
    coverage: coverageOf({ files, fromFiles, world, moment, incident }),
    timeline: timelineOf(steps),
    explanations: stories.map((each, i) => explanationOf(context(each), told_[i]!, told_)),
    missingLinks,
    losses,
    preparations,
    open,
    questions: questionsOf({ world, steps, rebuilt, missingLinks, losses, open }),
    rejected: [],
    unexplained: rowAnswers
      .filter(({ isUnexplained }) => isUnexplained)
      .map(({ answer: { why: _why, actor: _actor, ...place } }) => place),
    contradictions: [],
    ...(question.wantsRows === true ? { rows: rowAnswers.map(({ answer }) => answer) } : {}),
  };
}

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

interface RebuildQuestion {
  readonly question: InvestigateQuestion;
  readonly incident: Incident;
  readonly powers: Powers;
  readonly index: ReturnType<typeof traceIndexOf>;
  readonly said: ReturnType<typeof readTold>;
  readonly orphans: ReturnType<typeof orphansOf>;
}

function rebuild({ question, incident, powers, index, said, orphans }: RebuildQuestion): Reconstruction {
  const { world, solve, storiesMax = 2 } = question;
  const seen = seenRunsOf({ world, index, powers, within: incident.within, isCovered: () => false, orphans });
  const strange = new Set(
    incident.within.flatMap(({ observation }, o) =>
      (observation.kind === "sms" || observation.kind === "mail") &&
      !seen.some(({ covers, side }) => side === "intruder" && covers.includes(o))
        ? [o]
        : [],
    ),
  );
  return reconstruct({ world, powers, incident, seen, toldHeld: said.gone, strange, solve, storiesMax });
}

/** Observations somebody of the owner's side says they made, by the nearest of that flow's moments. */
function helpersIn(
  incident: Incident | undefined,
  acts: readonly { readonly at: number; readonly by: string }[],
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { at: when, by } of acts)
    for (const [o, { observation }] of (incident?.within ?? []).entries())
      if (by.startsWith("helper") && Math.abs(observation.from - when) <= 15) found.add(o);
  return found;
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
    if (institution === undefined || world.catalog.institutions.get(institution)?.kind === "bank") return [];
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

interface MoneyQuestion {
  readonly steps: readonly StoryStep[];
  readonly rebuilt: Reconstruction | undefined;
  readonly incident: Incident | undefined;
  readonly world: Grounded;
  readonly moment: (minute: number) => string;
}

/** A loan that came in and went out again counts once; what the owner's side moved is a preparation. */
function moneyOf({ steps, rebuilt, incident, world }: MoneyQuestion) {
  const losses: Loss[] = [];
  const preparations: Loss[] = [];
  if (rebuilt === undefined || incident === undefined) return { losses, preparations };
  for (const told of steps) {
    const part = rebuilt.model.parts[told.part]!;
    if (part.kind !== "seen") continue;
    const rows = part.run.covers
      .map((o) => incident.within[o]!.observation)
      .filter(({ kind }) => kind === "row");
    const [row] = rows;
    if (row === undefined || row.direction !== "out") continue;
    const loss = {
      what: told.flow,
      amount: row.amount ?? null,
      currency: world.person.currency ?? null,
      at: told.from,
      evidence: told.evidence,
    };
    if (told.actor === "intruder" || told.actor === "unknown") losses.push(loss);
    else preparations.push(loss);
  }
  return { losses, preparations };
}

function theirStretch(steps: readonly StoryStep[]): { readonly from: number; readonly to: number } {
  const acts = steps.filter(({ actor }) => actor === "intruder");
  return {
    from: Math.min(...acts.map(({ earliest }) => earliest)),
    to: Math.max(...acts.filter(({ unseen }) => !unseen).map(({ latest }) => latest)),
  };
}

interface RowsQuestion {
  readonly fromFiles: readonly Observation[];
  readonly incident: Incident | undefined;
  readonly rebuilt: Reconstruction | undefined;
  readonly story: Story | undefined;
  readonly helperOf: ReadonlySet<number>;
  readonly orphans: ReadonlyMap<number, Orphan>;
  /** From when to when the intruder acted; an empty stretch: nobody did. */
  readonly theirs: { readonly from: number; readonly to: number };
}

/** A row that stands in no own bill, after a code of that service came in the same stretch: two signs, of two files. */
function hasSecondSign(orphan: Orphan, incident: Incident): boolean {
  return incident.within.some(
    ({ observation: { kind, institutions, from } }) =>
      (kind === "sms" || kind === "mail" || kind === "call") &&
      institutions.includes(orphan.institution) &&
      from <= orphan.observation.to,
  );
}

function rowsOf({ fromFiles, incident, rebuilt, story, helperOf, orphans, theirs }: RowsQuestion) {
  const inside = new Map((incident?.within ?? []).map(({ observation }, o) => [observation.id, o] as const));
  const { from: lineFrom, to: lineTo } = theirs;
  return fromFiles.map((observation): { readonly answer: RowAnswer; readonly isUnexplained: boolean } => {
    const o = inside.get(observation.id);
    const ordinary = {
      ...observation.place,
      actor: "owner",
      why: { code: "ordinary", words: [], rows: [] },
    } as const;
    if (o === undefined || story === undefined || rebuilt === undefined)
      return { answer: ordinary, isUnexplained: false };
    const part = story.parts
      .map((i) => rebuilt.model.parts[i]!)
      .find((each) => each.kind === "seen" && each.run.covers.includes(o));
    const orphan = orphans.get(observation.id);
    const isJudged =
      part?.kind === "seen" && (part.run.side === "owner" || isAccused(rebuilt.margins.get(o)));
    if (orphan !== undefined && !isJudged && incident !== undefined) {
      const isClear = rebuilt.margins.size > 0 && hasSecondSign(orphan, incident);
      return {
        answer: {
          ...observation.place,
          actor: isClear ? "intruder" : "unknown",
          why: { code: "no-own-row", words: [orphan.institution], rows: [] },
        },
        isUnexplained: false,
      };
    }
    if (part?.kind !== "seen") {
      const isByUnknown = story.byUnknown.has(o);
      const isRare = (incident?.within[o]?.aMonth ?? 1) < rareAMonth;
      const { kind, from } = observation;
      const isOnLine = kind === "sms" || kind === "call" || kind === "record";
      // While the line is in other hands an ordinary text is as likely theirs.
      const isInTheirHands = isOnLine && from >= lineFrom && from <= lineTo;
      if (isByUnknown || isRare || isInTheirHands)
        return {
          answer: {
            ...observation.place,
            actor: "unknown",
            why: { code: isByUnknown ? "strange-sender" : "nothing-seen", words: [], rows: [] },
          },
          isUnexplained: !isByUnknown,
        };
      return { answer: ordinary, isUnexplained: false };
    }
    const flow = `${part.run.step.institution}/${part.run.step.flow.id}`;
    if (part.run.side === "owner")
      return {
        answer: {
          ...observation.place,
          actor: helperOf.has(o) ? "helper" : "owner",
          why: { code: "owners-act", words: [flow], rows: [] },
        },
        isUnexplained: false,
      };
    const isClear = isAccused(rebuilt.margins.get(o));
    return {
      answer: {
        ...observation.place,
        actor: isClear ? "intruder" : "unknown",
        why: { code: isClear ? "only-intruder" : "intruder-not-clear", words: [flow], rows: [] },
      },
      isUnexplained: false,
    };
  });
}

/** Seldomer than once in two months, and nothing explains it: it is nobody's habit, and is said to be open. */
const rareAMonth = 0.5;

function coverageOf({
  files,
  fromFiles,
  world,
  moment,
  incident,
}: {
  readonly files: readonly RecordFile[];
  readonly fromFiles: readonly Observation[];
  readonly world: Grounded;
  readonly moment: (minute: number) => string;
  readonly incident: Incident | undefined;
}): InvestigateAnswer["coverage"] {
  const span = new Map<string, { from: number; to: number }>();
  for (const { place, from, to } of fromFiles) {
    if (!Number.isFinite(from) || !Number.isFinite(to)) continue;
    const before = span.get(place.file) ?? { from, to };
    span.set(place.file, { from: Math.min(before.from, from), to: Math.max(before.to, to) });
  }
  const seen = new Set(fromFiles.flatMap(({ things }) => (things.length === 1 ? things : [])));
  const gaps = [...world.person.things.values()]
    .filter(({ of, kind, id }) => of === undefined && (kind === "line" || kind === "card") && !seen.has(id))
    .map(({ id, kind }) => ({
      what: id,
      kind: kind === "line" ? "carrier-service-records" : "bank-statement",
    }));
  const leftOut =
    (incident?.leftOut ?? 0) > 0 ? [{ what: `${incident?.leftOut}`, kind: "rows-not-reconstructed" }] : [];
  return {
    files: files.map(({ file, source, from, to, rows, complaints }) => ({
      file,
      source,
      from: from ?? (span.has(file) ? moment(span.get(file)!.from) : null),
      to: to ?? (span.has(file) ? moment(span.get(file)!.to) : null),
      rows,
      complaints,
    })),
    gaps: [...gaps.toSorted((a, b) => compareText(a.what, b.what)), ...leftOut],
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
  const { story, rebuilt, world } = context;
  const assumed = story.parts.flatMap((i) => {
    const part = rebuilt.model.parts[i]!;
    return part.kind === "assumed" ? [at(world.atoms, part.atom).text] : [];
  });
  const keyOf = ({ flow, actor, things }: StoryStep) => `${actor} ${flow} ${things.join(" ")}`;
  const others = new Set(all.filter((each) => each !== steps).flatMap((each) => each.map(keyOf)));
  return {
    cost: Math.round(story.cost * 1000) / 1000,
    proved: story.proved,
    replays: replays(context, steps, assumed),
    steps: steps.map(({ part: _part, earliest: _earliest, latest: _latest, ...step }) => step),
    assumed: assumed.toSorted(compareText),
    toldApartBy:
      all.length < 2
        ? []
        : tracesOf(
            steps.filter((step) => !others.has(keyOf(step))),
            context,
          ),
  };
}

/** What would be on paper if this story were the true one, and is in no other. */
function tracesOf(steps: readonly StoryStep[], { rebuilt }: StoryQuestion): readonly string[] {
  const traces = steps.flatMap(({ part }) => {
    const found = rebuilt.model.parts[part]!;
    const step = found.kind === "seen" ? found.run.step : found.kind === "unseen" ? found.step : undefined;
    return (step?.leaves ?? []).map(({ kind, about }) =>
      [kind, step?.institution, about].filter((each) => each !== undefined).join(" "),
    );
  });
  return [...new Set(traces)].toSorted(compareText);
}
