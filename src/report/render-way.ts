/** A way in as a timeline: when, what, where, what it asks and from which step that comes, what it gives. */
import type { Loss, OtherWay } from "../questions/index.ts";
import type { ToldStep, Way } from "../reach/index.ts";
import { displayWidth, padStart } from "./columns.ts";
import { inBrackets, marks } from "./marks.ts";
import { type SayOptions, sayCapabilityName, sayInstitution, sayThing } from "./say.ts";
import { sayDuration, sayMoment, sayShortDuration } from "./say-amounts.ts";
import { sayRelation } from "./say-pattern.ts";
import { laid, sayFlow, sayWhere, type Telling } from "./telling.ts";

export function wayLines(
  telling: Telling,
  { way, goal }: Pick<Loss, "way" | "goal">,
  startsAt: number | undefined,
): readonly string[] {
  const { lang, paint } = telling;
  if (way === null) return [];
  const times = way.steps.map(({ atMinutes }) =>
    startsAt === undefined ? sayShortDuration(atMinutes, lang) : sayMoment(startsAt + atMinutes, lang),
  );
  const width = Math.max(5, ...times.map(displayWidth));
  const numberWidth = String(way.steps.length).length;
  return way.steps.flatMap((step, i) => {
    const number = paint.strong(padStart(String(i + 1), numberWidth));
    const time = `  ${paint.time(padStart(times[i] ?? "", width))} ${number} `;
    return stepLines({
      telling,
      way,
      goal,
      step,
      index: i,
      time,
      before: " ".repeat(width + numberWidth + 4),
    });
  });
}

interface StepWanted {
  readonly telling: Telling;
  readonly way: Way;
  readonly goal: string;
  readonly step: ToldStep;
  readonly index: number;
  /** Painted: the moment and the number. */
  readonly time: string;
  readonly before: string;
}

function stepLines({ telling, way, goal, step, index, time, before }: StepWanted): readonly string[] {
  const { lang, paint, columns, world, words } = telling;
  const isLast = index === way.steps.length - 1;
  const rail = `${before}${isLast ? " " : paint.quiet("│")} `;
  const room = columns - before.length - 2;
  const under = (text: string, colour: (line: string) => string, lead = "") =>
    laid(text, { columns: room, indent: lead, hanging: " ".repeat(displayWidth(lead)), paint: colour }).map(
      (line) => rail + line,
    );

  const title = step.title[lang];
  const where = sayWhere(step, lang);
  const doubt = step.basis.unconfirmed ? ` · ${words.unconfirmed}` : "";
  const isOneLine = displayWidth(title) + displayWidth(where + doubt) + 3 <= room;
  const head = isOneLine
    ? [`${time}${paint.quiet("●")} ${paint.strong(title)} ${paint.quiet(`· ${where}`)}${paint.doubt(doubt)}`]
    : headLines({ telling, title, where, doubt, time, rail, room });

  const asks = step.asks
    .map((asked) => sayCapabilityName(world, asked, lang) + sourceOf(way, step, asked, lang))
    .join(marks[lang].semicolon);
  const gives = step.gives.map((given) => sayCapabilityName(world, given, lang)).join(marks[lang].semicolon);
  return [
    ...head,
    ...(asks === "" ? [] : under(asks, paint.quiet)),
    ...under(
      gives === "" ? words.sets : gives,
      step.gives.includes(goal) ? paint.loss : (line) => line,
      "→ ",
    ),
    ...marksOf(telling, { way, goal }, step).flatMap((mark) => under(mark, paint.doubt, "! ")),
  ];
}

interface HeadWanted {
  readonly telling: Telling;
  readonly title: string;
  readonly where: string;
  readonly doubt: string;
  readonly time: string;
  readonly rail: string;
  readonly room: number;
}

function headLines({
  telling: { paint },
  title,
  where,
  doubt,
  time,
  rail,
  room,
}: HeadWanted): readonly string[] {
  const [first = "", ...rest] = laid(title, { columns: room, paint: paint.strong });
  const places = laid(where, {
    columns: room - displayWidth(doubt),
    indent: "· ",
    hanging: "  ",
    paint: paint.quiet,
  });
  const under = [
    ...rest,
    ...places.map((line, i) => (i === places.length - 1 ? line + paint.doubt(doubt) : line)),
  ];
  return [`${time}${paint.quiet("●")} ${first}`, ...under.map((line) => rail + line)];
}

/** `(3)`: the step that gave it; `(0)`: there at the start. */
function sourceOf(way: Way, step: ToldStep, asked: string, lang: Telling["lang"]): string {
  const from = step.after.find((i) => way.steps[i]?.gives.includes(asked) === true);
  const said = from === undefined ? 0 : from + 1;
  return inBrackets(String(said), lang);
}

/** Where there are none, what it waits for is the end of something that was set. */
const hasHours = ({ catalog }: Telling["world"], { institution, flow }: ToldStep): boolean =>
  catalog.institutions.get(institution)?.flows.find(({ id }) => id === flow)?.hours !== undefined;

function marksOf(
  { words, lang, world }: Telling,
  { way, goal }: Pick<StepWanted, "way" | "goal">,
  step: ToldStep,
): readonly string[] {
  const ready = Math.max(0, ...step.after.map((i) => way.steps[i]?.atMinutes ?? 0));
  const waits = step.beginsMinutes - ready;
  // The step that gives it may be done while a condition still stops what it gives.
  const isLast = step === way.steps.at(-1) && step.gives.includes(goal);
  const comesAfter = isLast ? way.minutes - step.atMinutes : 0;
  return [
    ...(step.discretion === true
      ? [step.yesOf === "owner" ? words.consent : step.yesOf === "insider" ? words.insider : words.discretion]
      : []),
    ...(step.delayMinutes === undefined || step.delayMinutes === 0
      ? []
      : [words.delayed(sayDuration(step.delayMinutes, lang))]),
    ...(waits >= 1
      ? [(hasHours(world, step) ? words.waits : words.waitsForEnd)(sayDuration(waits, lang))]
      : []),
    ...(comesAfter >= 1 ? [words.comesAtEnd(sayDuration(comesAfter, lang))] : []),
    ...(step.assumed ?? []).map((what) => words.assumed(sayUnsaid({ words, lang, world }, what))),
  ];
}

/** `card.savings: reserved-line`, as the engine notes it, in words; a setting by its own title. */
export function sayAssumed(
  { words, lang, world }: Pick<Telling, "words" | "lang" | "world">,
  what: string,
  options: SayOptions = { names: "always" },
): string {
  const [relation, thing] = partsOf({ lang, world }, what, options);
  return relation === "" ? what : words.notTold(relation, thing);
}

/** The same behind words that say already that nobody said it. */
export function sayUnsaid(
  { words, lang, world }: Pick<Telling, "words" | "lang" | "world">,
  what: string,
  options: SayOptions = { names: "always" },
): string {
  const [relation, thing] = partsOf({ lang, world }, what, options);
  return relation === "" ? what : words.unsaid(relation, thing);
}

/** What is not known, and of which thing; the first is empty where it is none of a thing. */
function partsOf(
  { lang, world }: Pick<Telling, "lang" | "world">,
  what: string,
  options: SayOptions,
): readonly [string, string] {
  const [thing = "", relation = ""] = what.split(": ");
  if (relation === "") return ["", ""];
  const institution = world.person.things.get(thing)?.institution ?? "";
  const setting = world.catalog.institutions.get(institution)?.settings.get(relation);
  return [setting?.title[lang] ?? sayRelation(relation, lang), sayThing(world, thing, lang, options)];
}

/** Ways that differ from the one shown, each by what it does otherwise. */
export function otherWayLines(telling: Telling, loss: Loss): readonly string[] {
  const { words, lang, columns, paint } = telling;
  const shown = new Set(loss.way?.steps.map(({ institution, flow }) => `${institution}/${flow}`));
  // A way that takes every step of one told already, and more, is a detour and tells nothing.
  const told: ReadonlySet<string>[] = [shown];
  const different = loss.otherWays.filter(({ flows }) => {
    const isDetour = told.some((steps) => [...steps].every((step) => flows.includes(step)));
    if (!isDetour) told.push(new Set(flows));
    return !isDetour;
  });
  return different.flatMap(({ flows, cost }: OtherWay, i) => {
    const others = [...new Set(flows.filter((flow) => !shown.has(flow)))].map((flow) => {
      const [institution = "", id = ""] = flow.split("/");
      const title = sayFlow(telling, institution, id);
      return institution === "things"
        ? title
        : sayInstitution(telling.world, institution, lang) + marks[lang].colon + title;
    });
    const duration = sayDuration(cost, lang);
    const work = words.handsOn({ lower: duration, upper: duration });
    const text =
      others.length === 0 ? words.otherSubset(work) : words.otherBy(work, others.join(marks[lang].semicolon));
    const lead = `  ${paint.strong(String(i + 1))} `;
    return laid(text, { columns, indent: lead, hanging: " ".repeat(4) });
  });
}
