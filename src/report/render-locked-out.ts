/**
 * What the owner could still open once things are lost, as text: what they get back to and how, what only if they are
 * first, what rests on something nobody has said or read, and what to do today. An empty list is never good news.
 */
import {
  type KeyAnswer,
  type KeyState,
  keyStates,
  type LockedOutAnswer,
  type Unsure,
} from "../questions/index.ts";
import type { Way } from "../reach/index.ts";
import { auditWords } from "./audit-words.ts";
import { type LockedOutWords, lockedOutWords } from "./locked-out-words.ts";
import { listed, marks } from "./marks.ts";
import { type Paint, paintWith } from "./paint.ts";
import { table } from "./render-cuts.ts";
import { sayAssumed } from "./render-way.ts";
import { capitalised, type Speaking, sayCapabilityName, sayInstitution } from "./say.ts";
import { sayShortDuration } from "./say-amounts.ts";
import { sayQuestion } from "./say-verdicts.ts";
import { laid, sayFlow, sayMeasure, sayWhere } from "./telling.ts";
import type { Lang } from "./words.ts";

export interface LockedOutOptions {
  readonly lang: Lang;
  readonly columns: number;
  readonly colour: boolean;
  /** What was lost, as ground text; the rest of what is held leaks. */
  readonly lost: readonly string[];
}

interface Told {
  readonly answer: LockedOutAnswer;
  readonly world: Speaking;
  readonly lang: Lang;
  readonly columns: number;
  readonly paint: Paint;
  readonly words: LockedOutWords;
}

export function renderLockedOut(
  answer: LockedOutAnswer,
  world: Speaking,
  { lang, columns, colour, lost }: LockedOutOptions,
): string {
  const words = lockedOutWords(lang);
  const told: Told = { answer, world, lang, columns, paint: paintWith(colour), words };
  const { paint } = told;
  return [
    `${paint.title(world.person.name[lang])}  ${paint.quiet(world.person.id)}`,
    "",
    ...bottomLines(told, lost),
    ...keyStates.flatMap((state) => stateLines(told, state)),
    ...todayLines(told),
    "",
    paint.title(words.restsOn),
    ...laid(words.rests, { columns, indent: "  ", paint: paint.quiet }),
  ].join("\n");
}

function bottomLines({ answer, world, lang, columns, paint, words }: Told, lost: readonly string[]) {
  const said = lost.map((text) => sayCapabilityName(world, text, lang));
  const of = answer.keys.length;
  const open = answer.keys.filter(({ state }) => state === "open").length;
  return [
    ...laid(said.length === 0 ? words.nothingLost : words.lost(listed(said, lang)), { columns }),
    ...(said.length === 0 ? [] : laid(words.finder, { columns, paint: paint.quiet })),
    ...laid(of === 0 ? words.noKey : words.openOf({ open, of }), { columns, paint: paint.strong }),
  ];
}

function stateLines(told: Told, state: KeyState): readonly string[] {
  const { answer, words, paint, columns } = told;
  const keys = answer.keys.filter((key) => key.state === state);
  if (keys.length === 0) return [];
  const head = ["", ...laid(words[`state_${state}`], { columns, paint: paint.title })];
  if (state === "open") return [...head, ...openTable(told, keys)];
  return [...head, ...grouped(told, keys).flatMap((group) => groupLines(told, group))];
}

function openTable(told: Told, keys: readonly KeyAnswer[]): readonly string[] {
  const { words, columns, paint } = told;
  const titles = [
    { title: words.what, isFlexible: true },
    { title: words.soonest, isRight: true },
    { title: words.how, isFlexible: true },
  ];
  const rows = [...keys]
    .sort((a, b) => (a.way?.minutes ?? 0) - (b.way?.minutes ?? 0))
    .map((key) => [sayKey(told, key), sayTime(told, key), sayHow(told, key.way)]);
  const doubtful = keys.filter(({ mayBeTaken }) => mayBeTaken).map((key) => sayKey(told, key));
  return [
    ...table({ paint }, titles, rows, columns),
    ...(doubtful.length === 0
      ? []
      : [
          ...laid(words.mayBeTaken, { columns, indent: "  ? ", hanging: "    ", paint: paint.doubt }),
          ...laid(listed(doubtful, told.lang), { columns, indent: "    ", paint: paint.doubt }),
        ]),
  ];
}

const sayKey = ({ world, lang }: Told, { key }: KeyAnswer): string =>
  capitalised(sayCapabilityName(world, key, lang));

const sayTime = ({ lang, words }: Told, { way }: KeyAnswer): string =>
  way === null || way.steps.length === 0 ? words.atOnce : sayShortDuration(way.minutes, lang);

/** The steps, each with whom it is done at; what hands do is not worth a word beside what institutions do. */
function sayHow({ lang }: Told, way: Way | null): string {
  const steps = way?.steps ?? [];
  const asked = steps.filter(({ channel }) => channel !== "hands");
  const shown = asked.length === 0 ? steps : asked;
  return [
    ...new Set(
      shown.map((step) =>
        step.channel === "hands"
          ? step.title[lang]
          : sayWhere(step, lang) + marks[lang].colon + step.title[lang],
      ),
    ),
  ].join(marks[lang].semicolon);
}

/** Keys that rest on the same, together. */
function grouped(_: Told, keys: readonly KeyAnswer[]): readonly (readonly KeyAnswer[])[] {
  const groups = new Map<string, KeyAnswer[]>();
  for (const key of keys) {
    const same = JSON.stringify([key.unsure, key.changedBy]);
    groups.set(same, [...(groups.get(same) ?? []), key]);
  }
  return [...groups.values()];
}

function groupLines(told: Told, keys: readonly KeyAnswer[]): readonly string[] {
  const { words, columns, paint, world, lang } = told;
  const [first] = keys;
  const named = keys.flatMap((key) => laid(sayKey(told, key), { columns, indent: "  " }));
  const under = (text: string) =>
    laid(text, { columns, indent: "    ? ", hanging: "      ", paint: paint.doubt });
  const flows = (names: readonly string[]) =>
    names.map((name) => sayFlowAt(told, name)).join(marks[lang].semicolon);
  const { unread = [], unsaid = [], unwritten = [], agents = [] }: Partial<Unsure> = first?.unsure ?? {};
  const changed = first?.changedBy ?? [];
  return [
    ...named,
    ...(changed.length === 0 ? [] : under(words.changedBy(flows(changed.slice(0, flowsMax))))),
    ...unread.flatMap((each) => under(words.ifRead(sayQuestion({ world, lang }, each)))),
    ...unsaid.flatMap((each) =>
      under(words.ifSaid(sayAssumed({ words: auditWords(lang), lang, world }, each))),
    ),
    ...unwritten.flatMap((each) => under(words.ifWritten(sayCapabilityName(world, each, lang)))),
    ...(agents.length === 0 ? [] : under(words.ifAgent(flows(agents)))),
  ];
}

/** More ways to be locked out than these tell nothing new. */
const flowsMax = 3;

function sayFlowAt({ world, lang }: Told, name: string): string {
  const [institution = "", flow = ""] = name.split("/");
  const title = sayFlow({ world, lang }, institution, flow);
  return institution === "things"
    ? title
    : sayInstitution(world, institution, lang) + marks[lang].colon + title;
}

function todayLines(told: Told): readonly string[] {
  const { answer, words, columns, paint, lang } = told;
  const { today, worthKnowing, together, left } = answer;
  if (answer.keys.every(({ state }) => state === "open")) return [];
  const said = (keys: readonly string[]) =>
    keys.map((key) => sayCapabilityName(told.world, key, lang)).join(marks[lang].semicolon);
  const item = (title: string, opens: readonly string[]) => [
    ...laid(title, { columns, indent: "  ", hanging: "    ", paint: paint.stops }),
    ...laid(words.opens(said(opens)), { columns, indent: "    ", paint: paint.quiet }),
  ];
  return [
    "",
    ...laid(words.today, { columns, paint: paint.title }),
    ...(today.length + worthKnowing.length === 0 ? laid(words.nothingToday, { columns, indent: "  " }) : []),
    ...today.flatMap(({ measure, opens }) => item(sayMeasure(told, measure), opens)),
    ...worthKnowing.flatMap(({ knowing, opens }) =>
      item(words.writeDown(sayCapabilityName(told.world, knowing, lang)), opens),
    ),
    ...(together.length < 2 || today.length === together.length
      ? []
      : laid(words.together(together.map((id) => sayMeasure(told, id)).join(marks[lang].semicolon)), {
          columns,
          indent: "  ",
        })),
    ...(left.length === 0 ? [] : laid(words.left(said(left)), { columns, indent: "  ", paint: paint.doubt })),
  ];
}
