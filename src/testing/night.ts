/**
 * A night as somebody told it, written down as data: who did what at what time, each line one run of a flow, and what was
 * lost in the end. The rules replay it; what they do not allow, or what comes out otherwise, is a complaint with its line.
 *
 * Times of day lie in the twenty-four hours from the beginning; a day before them (`sat 09:00`) or a length of time from
 * the beginning (`2d3h`) reaches further. Lines stand in the order of their times, so a slip of a digit is found.
 */
import { type Catalog, moneyRange, readShape, type YamlText } from "../catalog/index.ts";
import { type Grounded, ground } from "../ground/index.ts";
import { Complaint, minutesPerDay, minutesPerWeek, parseDuration, parseMoment } from "../model/index.ts";
import type { Defence, OwnSetting, ScriptLine } from "../world/index.ts";
import { defenceOf, faultsOfDefence } from "./defence.ts";
import { type FindPerson, idleInstitutions, personOf, withInstitutions } from "./in-place.ts";
import { type NightText, nightShape } from "./night-shape.ts";

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
  for (const [i, line] of told.script.entries()) {
    const { at, until, actor, flow, things, expects, amount, times, returned, sets } = line;
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
      ...(amount === undefined ? {} : moneyRange(amount)),
      ...(times === undefined ? {} : { times }),
      ...(returned === undefined
        ? {}
        : {
            returned: Object.fromEntries(
              Object.entries(returned).map(([goal, sum]) => [goal, moneyRange(sum)]),
            ),
          }),
      ...(sets === undefined ? {} : { sets: sets.map(settingOf) }),
    });
  }
  for (const [i, line] of told.script.entries())
    for (const { key, message, help } of faultsAlone(line))
      complain(key === undefined ? ["script", i] : ["script", i, key], message, help);
  const own = withInstitutions(yaml, told, catalog);
  const { person, complaints: ofPerson } = personOf(yaml, own.catalog, {
    file,
    id: told.night,
    reference: told.world.person,
    findPerson,
  });
  complaints.push(...own.complaints, ...ofPerson.filter(isOfNight));
  if (
    person === undefined ||
    startsAt === undefined ||
    endsAt === undefined ||
    [...yaml.complaints, ...complaints].some(({ severity }) => severity === "error")
  )
    return { night: undefined, complaints };
  complaints.push(...idleInstitutions(yaml, told, { catalog: own.catalog, person }));
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

const settingOf = (said: NonNullable<NightText["script"][number]["sets"]>[number]): OwnSetting =>
  typeof said === "string"
    ? { condition: said }
    : {
        condition: said.condition,
        ...(said.expires === undefined ? {} : { expiresMinutes: parseDuration(said.expires) }),
      };

/** A person of one night needs nothing read that the night does not speak of; what is wrong in itself is said. */
const isOfNight = ({ severity, code }: Complaint): boolean =>
  severity === "error" || code === "person/no-sum";

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

interface AloneFault {
  readonly key?: "refused" | "amount" | "times" | "returned" | "sets";
  readonly message: string;
  readonly help: string;
}

/** What is wrong with a line by itself, whatever the rules say. */
function faultsAlone(line: NightText["script"][number]): readonly AloneFault[] {
  const { flow, expects = [], refused, note, seen, believed, returned, sets } = line;
  const faults: AloneFault[] = [];
  const tells =
    expects.length > 0 || (returned ?? sets) !== undefined || (note ?? seen ?? believed) !== undefined;
  if (flow === undefined && !tells)
    faults.push({
      message: "this line does nothing and tells nothing",
      help: "name a `flow`, say under `expects` what was so, or tell it: `note`, `seen`, `believed`",
    });
  if (flow === undefined && refused !== undefined)
    faults.push({
      key: "refused",
      message: "nothing was tried that could be refused",
      help: "name the `flow` that was tried",
    });
  for (const key of ["amount", "times"] as const)
    if (flow === undefined && line[key] !== undefined)
      faults.push({
        key,
        message: `\`${key}\` is told of no flow`,
        help: "name the `flow` that was run; what came back stands under `returned`",
      });
  if (flow !== undefined && returned !== undefined)
    faults.push({
      key: "returned",
      message: "what came back stands on a line of its own",
      help: "write a second line with `returned` and without `flow`",
    });
  if (flow !== undefined && sets !== undefined)
    faults.push({
      key: "sets",
      message: "what was set of its own accord stands on a line of its own",
      help: "write a second line with `sets` and without `flow`; what the flow sets stands in the flow",
    });
  if (returned !== undefined && (note ?? seen) === undefined)
    faults.push({
      key: "returned",
      message: "nothing says how the money came back",
      help: "tell it: `note` or `seen`",
    });
  return faults;
}
