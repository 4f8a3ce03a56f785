/**
 * A night as somebody told it, written down as data: who did what at what time, each line one run of a flow, and what was
 * lost in the end. The rules replay it; what they do not allow, or what comes out otherwise, is a complaint with its line.
 *
 * Times of day lie in the twenty-four hours from the beginning; a day before them (`sat 09:00`) or a length of time from
 * the beginning (`2d3h`) reaches further. Lines stand in the order of their times, so a slip of a digit is found.
 */
import { z } from "zod";
import {
  bilingualShape,
  type Catalog,
  capabilityShape,
  dateShape,
  helpWith,
  idShape,
  moneyShape,
  readShape,
  type YamlText,
} from "../catalog/index.ts";
import { type Grounded, ground } from "../ground/index.ts";
import {
  Complaint,
  minutesPerDay,
  minutesPerWeek,
  type Pot,
  parseDuration,
  parseMoment,
  potText,
  traceText,
  type Why,
} from "../model/index.ts";
import { sayWhyNot } from "../report/index.ts";
import {
  type Defence,
  type Night,
  type Replay,
  type ReplayLine,
  replay,
  type ScriptLine,
  stepAt,
} from "../world/index.ts";
import { defenceOf, defenceShape, faultsOfDefence } from "./defence.ts";
import { type FindPerson, institutionsShape, personOf, personShape, withInstitutions } from "./in-place.ts";

const listMax = 1_000;
const clockShape = z
  .union([z.number(), z.string().max(30)])
  .describe("When: 20:51, sat 09:00, a length of time from the beginning (95m), or minutes from it.");
const expectsShape = z.array(z.string().max(300)).max(listMax);

const lineShape = z
  .strictObject({
    at: z
      .union([clockShape, z.tuple([clockShape, clockShape])])
      .describe("When, or between which two: then it was at the first minute at which it could be."),
    until: clockShape.optional().describe("When it was over; without it as soon as the flow allows."),
    actor: z.string().max(100).describe("owner, intruder or helper:<id>."),
    flow: z
      .string()
      .max(200)
      .optional()
      .describe("institution/flow; without it the line only tells what was so, seen or believed."),
    things: z.record(z.string().max(100), z.string().max(200)).optional(),
    expects: expectsShape
      .optional()
      .describe(
        "What was so at that moment: a condition, or a capability of this actor; or either after `not `.",
      ),
    leaves: expectsShape
      .optional()
      .describe("Words of traces it must leave: `sms 12333`, `row loan-paid-in`."),
    refused: z
      .string()
      .max(300)
      .optional()
      .describe(
        "It was tried and did not work, for want of this capability or because of this condition; at-most: it was over its limit; hours: it was closed; nothing-left: nothing was left to take.",
      ),
    note: bilingualShape.optional().describe("What was done, or was so."),
    seen: bilingualShape.optional().describe("How it is known."),
    believed: bilingualShape
      .optional()
      .describe("What somebody took to be so at that moment, right or wrong; nothing is judged by it."),
    uncertain: z.boolean().optional().describe("The time, or the step itself, is concluded and not told."),
  })
  .describe("One run of a flow.");

export const nightShape = z
  .strictObject({
    night: idShape,
    title: bilingualShape,
    world: z.strictObject({
      person: personShape,
      held: z.array(capabilityShape).max(listMax),
      conditions: z
        .array(capabilityShape)
        .max(listMax)
        .optional()
        .describe("Set when it begins, beside those of the person."),
      at: clockShape,
      "as-of": dateShape.optional(),
    }),
    institutions: institutionsShape,
    script: z.array(lineShape).min(1).max(listMax),
    defence: defenceShape.optional(),
    ends: z.strictObject({
      at: clockShape,
      losses: z
        .array(z.strictObject({ goal: capabilityShape, amount: moneyShape, told: bilingualShape.optional() }))
        .max(listMax)
        .describe("Exactly these."),
      conditions: z
        .array(capabilityShape)
        .max(listMax)
        .optional()
        .describe("Exactly these are set at the end."),
    }),
  })
  .describe("A night as it was told, replayed line by line.");
type NightText = z.infer<typeof nightShape>;

export interface ToldNight {
  readonly id: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly file: string;
  readonly lines: NightText["script"];
  readonly ends: NightText["ends"];
  readonly held: readonly string[];
  readonly startsAt: number;
  readonly endsAt: number;
  readonly world: Grounded;
  readonly script: readonly ScriptLine[];
  /** What the owner's side did, as a list that can be played. */
  readonly defence?: Defence;
  readonly locate: YamlText["locate"];
}

export interface NightRead {
  readonly night: ToldNight | undefined;
  readonly complaints: readonly Complaint[];
}

export function readNight(yaml: YamlText, file: string, catalog: Catalog, findPerson: FindPerson): NightRead {
  if (yaml.value === undefined) return { night: undefined, complaints: [] };
  const { value: told, complaints: shapeComplaints } = readShape(nightShape, yaml);
  const complaints: Complaint[] = [...shapeComplaints];
  if (told === undefined) return { night: undefined, complaints };
  const complain = (path: readonly PropertyKey[], message: string, help: string) =>
    complaints.push(new Complaint({ code: "night/bad-line", place: yaml.locate(path), message, help }));

  const startsAt = typeof told.world.at === "string" ? parseMoment(told.world.at) : undefined;
  if (startsAt === undefined)
    complain(["world", "at"], `\`${told.world.at}\` is not a moment of the week`, "write `fri 19:30`");
  const clock = (at: string | number, path: readonly PropertyKey[]): number | undefined => {
    const minute = minuteOf(at, startsAt ?? 0);
    if (minute !== undefined && minute >= 0) return minute;
    complain(
      path,
      minute === undefined ? `\`${at}\` is no time of the night` : `\`${at}\` lies before the beginning`,
      "write `20:51`, `sat 09:00`, or a length of time from the beginning: `95m`",
    );
    return undefined;
  };
  const endsAt = clock(told.ends.at, ["ends", "at"]);
  const script: ScriptLine[] = [];
  let latest = 0;
  for (const [i, { at, until, actor, flow, things, expects }] of told.script.entries()) {
    const [first, last] = Array.isArray(at) ? at : [at, undefined];
    const from = clock(first, ["script", i, "at"]);
    const latestAt = last === undefined ? undefined : clock(last, ["script", i, "at"]);
    const to = until === undefined ? undefined : clock(until, ["script", i, "until"]);
    if (from === undefined) continue;
    if (from < latest - slackMinutes)
      complain(
        ["script", i, "at"],
        `\`${first}\` comes before the lines above it`,
        "put the lines in the order of their times; after midnight of a second night write the day: `sun 01:00`",
      );
    latest = Math.max(latest, from);
    script.push({
      at: latestAt === undefined ? from : [from, latestAt],
      ...(to === undefined ? {} : { until: to }),
      actor,
      ...(flow === undefined ? {} : { flow }),
      ...(things === undefined ? {} : { things }),
      ...(expects === undefined ? {} : { expects }),
    });
  }
  for (const [i, { flow, expects = [], refused, note, seen, believed }] of told.script.entries()) {
    if (flow === undefined && expects.length === 0 && (note ?? seen ?? believed) === undefined)
      complain(
        ["script", i],
        "this line does nothing and tells nothing",
        "name a `flow`, say under `expects` what was so, or tell it: `note`, `seen`, `believed`",
      );
    if (refused !== undefined && flow === undefined)
      complain(
        ["script", i, "refused"],
        "nothing was tried that could be refused",
        "name the `flow` that was tried",
      );
  }
  const own = withInstitutions(yaml, told, catalog);
  const { person, complaints: ofPerson } = personOf(yaml, own.catalog, {
    file,
    id: told.night,
    reference: told.world.person,
    findPerson,
  });
  complaints.push(...own.complaints, ...ofPerson.filter(({ severity }) => severity === "error"));
  if (
    person === undefined ||
    startsAt === undefined ||
    endsAt === undefined ||
    [...yaml.complaints, ...complaints].some(({ severity }) => severity === "error")
  )
    return { night: undefined, complaints };
  const asOf = told.world["as-of"];
  const { conditions = [] } = told.world;
  const world = ground({
    catalog: own.catalog,
    person,
    conditions,
    ...(asOf === undefined ? {} : { asOf: String(asOf) }),
  });
  const {
    night: id,
    title,
    script: lines,
    ends,
    world: { held },
  } = told;
  const defence = told.defence === undefined ? {} : { defence: defenceOf(told.defence) };
  if (defence.defence !== undefined)
    for (const { path, message, help } of faultsOfDefence(defence.defence, { world, startsAt }))
      complain(["defence", ...path], message, help);
  return {
    night: {
      ...defence,
      id,
      title,
      file,
      lines,
      ends,
      held,
      startsAt,
      endsAt,
      world,
      script,
      locate: yaml.locate,
    },
    complaints,
  };
}

/** Lines that tell what two people did at once may stand a little out of order, so that each tells its tale in a row. */
const slackMinutes = 30;

/** Minutes from the beginning; a time of day is the next one. */
function minuteOf(at: string | number, startsAt: number): number | undefined {
  if (typeof at === "number") return Number.isFinite(at) ? at : undefined;
  const moment = parseMoment(at);
  if (moment === undefined) return parseDuration(at.trim());
  const day = /^[a-z]/.test(at.trim()) ? minutesPerWeek : minutesPerDay;
  return (((moment - startsAt) % day) + day) % day;
}

export interface NightResult {
  readonly replay: Replay;
  /** Whatever the rules do not allow, or what came otherwise than told, each with its place and reason. */
  readonly complaints: readonly Complaint[];
}

/** Replays the night and holds it to what was told. */
export function runNight({
  world,
  held,
  startsAt,
  endsAt,
  lines,
  ends,
  script,
  locate,
}: ToldNight): NightResult {
  const replayed = replay(script, { world, held, startsAt, horizonMinutes: endsAt });
  const complaints: Complaint[] = [];
  const complain = (
    code: "night/bad-line" | "night/not-so",
    path: readonly PropertyKey[],
    message: string,
    help: string,
    inChinese?: string,
  ) =>
    complaints.push(
      new Complaint({
        code,
        place: locate(path),
        message,
        help,
        ...(inChinese === undefined ? {} : { inChinese }),
      }),
    );
  for (const { line, message, help } of replayed.complaints)
    complain("night/bad-line", line < 0 ? ["script"] : ["script", line], message, help);
  for (const each of replayed.lines) {
    const told = lines[each.line];
    if (told === undefined) continue;
    for (const { key, message, help, inChinese } of faultsOf(told, each, tracesOf(world, each)))
      complain("night/not-so", ["script", each.line, key], message, help, inChinese);
  }
  const known = world.goals.map(({ id }) => id);
  for (const [i, { goal, amount }] of ends.losses.entries()) {
    const came = replayed.night.lossByGoal.get(goal);
    if (!known.includes(goal))
      complain(
        "night/bad-line",
        ["ends", "losses", i, "goal"],
        `nothing like \`${goal}\` can be lost here`,
        helpWith(goal, known, "name a loss of this person"),
      );
    else if (came !== amount)
      complain(
        "night/not-so",
        ["ends", "losses", i, "amount"],
        came === undefined ? `\`${goal}\` was not lost` : `\`${goal}\` cost ${came}, not ${amount}`,
        leftHelp(replayed.night) ?? "mend the script, the amount, or the flow",
      );
  }
  for (const [goal, came] of replayed.night.lossByGoal)
    if (!ends.losses.some((told) => told.goal === goal))
      complain(
        "night/not-so",
        ["ends", "losses"],
        `\`${goal}\` was lost too: ${came}`,
        "add it, or mend the script or the flow",
      );
  if (ends.conditions !== undefined) {
    const set = replayed.night.conditions
      .filter(({ until }) => until >= endsAt)
      .map(({ condition }) => condition);
    for (const [i, condition] of ends.conditions.entries())
      if (!set.includes(condition))
        complain(
          "night/not-so",
          ["ends", "conditions", i],
          `\`${condition}\` is not set at the end`,
          helpWith(condition, set, "mend the script, or leave it out"),
        );
    for (const condition of set)
      if (!ends.conditions.includes(condition))
        complain(
          "night/not-so",
          ["ends", "conditions"],
          `\`${condition}\` is set at the end, too`,
          "add it, or mend the script",
        );
  }
  return { replay: replayed, complaints };
}

/** Money that was moved between the owner's pots and is still there: by the times told, it came when nobody took any more. */
function leftHelp({ money }: Night): string | undefined {
  const left = new Map<string, { readonly from: string; readonly to: string; readonly sum: number }>();
  const add = (pot: Pot, sum: number) => {
    if (pot.kind !== "moved") return;
    const before = left.get(potText(pot))?.sum ?? 0;
    left.set(potText(pot), { from: pot.from, to: pot.thing, sum: Math.round((before + sum) * 100) / 100 });
  };
  for (const { from, counterparty, amount } of money) {
    add(from, -amount);
    add(counterparty, amount);
  }
  const [stays] = [...left.values()].filter(({ sum }) => sum > 0);
  return stays === undefined
    ? undefined
    : `${stays.sum} of \`${stays.from}\` stayed in \`${stays.to}\`: it came there after the last line that takes from there, or is more than that takes`;
}

interface LineFault {
  readonly key: "flow" | "expects" | "leaves" | "refused";
  readonly message: string;
  readonly help: string;
  /** Absent: the report knows the sentence. */
  readonly inChinese?: string;
}

function faultsOf(
  { flow, leaves = [], refused, uncertain }: NightText["script"][number],
  replayed: ReplayLine,
  left: readonly string[],
): readonly LineFault[] {
  const { allowed, why, unmet, tookNothing } = replayed;
  const faults: LineFault[] = unmet.map((each) => ({
    key: "expects",
    message: `\`${each}\` was not so at that moment`,
    help: "look at the lines before it",
  }));
  if (refused !== undefined) {
    const words = tookNothing === true ? [nothingLeft] : why.flatMap(wordsOf);
    if (allowed && tookNothing !== true)
      faults.push({
        key: "refused",
        message: `\`${flow}\` was possible, and is told to have been refused`,
        help: "look at the lines before it, or at what the flow asks",
      });
    else if (!words.includes(refused))
      faults.push({ key: "refused", ...otherReason(replayed, flow), help: helpWith(refused, words, noWord) });
    return faults;
  }
  if (!allowed)
    return [
      ...faults,
      {
        key: "flow",
        message: `\`${flow}\` was not possible: ${sayWhyNot(replayed, "en")}`,
        inChinese: `\`${flow}\` 在那一刻办不成：${sayWhyNot(replayed, "zh")}`,
        help: "move the line, add what it needs before it, or mend the flow",
      },
    ];
  // A step that is concluded and not told may have been a smaller one, or none.
  if (tookNothing === true && uncertain !== true)
    faults.push({
      key: "flow",
      message: `\`${flow}\` took nothing: all that lay there had been taken before`,
      help: `leave the line out, or tell it as \`refused: ${nothingLeft}\``,
    });
  for (const wanted of leaves) {
    const words = wanted.split(" ");
    if (!left.some((trace) => words.every((word) => trace.split(" ").includes(word))))
      faults.push({
        key: "leaves",
        message: `\`${flow}\` did not leave \`${wanted}\``,
        help:
          left.length === 0 ? "it leaves nothing" : `it left ${left.map((each) => `\`${each}\``).join(", ")}`,
      });
  }
  return faults;
}

const otherReason = (
  replayed: ReplayLine,
  flow: string | undefined,
): Pick<LineFault, "message" | "inChinese"> =>
  replayed.tookNothing === true
    ? { message: `\`${flow}\` took nothing: all that lay there had been taken before` }
    : {
        message: `\`${flow}\` was refused for another reason: ${sayWhyNot(replayed, "en")}`,
        inChinese: `\`${flow}\` 被拒是因为别的原因：${sayWhyNot(replayed, "zh")}`,
      };

/** What a line says that found nothing where it took from. */
const nothingLeft = "nothing-left";

const noWord =
  "name the capability that was missing or the condition that stopped it, `at-most` where it was over its limit, `hours` where it was closed";

/** What a line may say of having been refused for this reason; a limit and opening hours by the flow's own keys. */
function wordsOf(reason: Why): readonly string[] {
  switch (reason.kind) {
    case "missing":
      return [reason.capability, ...reason.stoppedBy].map(({ text }) => text);
    case "stopped":
      return [reason.condition.text];
    case "barred":
      return ["at-most"];
    case "closed":
      return ["hours"];
    default:
      return [];
  }
}

/** What a run of the flow leaves, whether somebody sees it at that moment or only on request. */
const tracesOf = (world: Grounded, { step }: ReplayLine): readonly string[] =>
  step === undefined ? [] : stepAt(world, step).leaves.map(traceText);
