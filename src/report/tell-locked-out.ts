/**
 * What the owner could still open once things are lost, as values in one language: what a terminal lays in columns and
 * a page in boxes says the same. Nothing is decided here; an empty part is told as what it is, never as good news.
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
import { inBrackets, listed, marks } from "./marks.ts";
import { sayUnsaid } from "./render-way.ts";
import { alone, type Speaking, sayCapabilityName, sayInstitution } from "./say.ts";
import { sayShortDuration } from "./say-amounts.ts";
import { sayQuestion } from "./say-verdicts.ts";
import { sayFlow, sayMeasure, sayWhere } from "./telling.ts";
import type { Lang } from "./words.ts";

/** One thing the owner gets back to, and how. */
export interface OpenTold {
  readonly key: string;
  readonly what: string;
  /** Not before; or that it is in the owner's hands. */
  readonly soonest: string;
  readonly how: string;
}

/** Things that rest on the same, with what stands in the way. */
export interface DoubtTold {
  readonly keys: readonly string[];
  readonly whats: readonly string[];
  readonly doubts: readonly string[];
}

export interface StateTold {
  readonly state: KeyState;
  readonly title: string;
  readonly count: number;
  /** Of `open`, the soonest first; else empty. */
  readonly open: readonly OpenTold[];
  /** Of the other states. */
  readonly groups: readonly DoubtTold[];
  /** Of `open`: that some may be taken too, and which; absent: of none. */
  readonly mayBeTaken?: { readonly said: string; readonly whats: string };
}

export interface PreparationTold {
  /** The measure; absent: something to have on paper, for which no measure says how. */
  readonly measure?: string;
  readonly title: string;
  readonly opens: string;
}

export interface LockedOutTold {
  /** What was lost, and that whoever has it does what they can. */
  readonly lost: string;
  readonly finder?: string;
  /** How much of what is needed is open. */
  readonly openOf: string;
  /** The states there are, best first. */
  readonly states: readonly StateTold[];
  /** Absent: everything is open, or there is nothing to open. */
  readonly today?: {
    readonly title: string;
    readonly items: readonly PreparationTold[];
    /** That nothing more can be done by oneself; only where `items` is empty. */
    readonly nothing?: string;
    /** Which of them are enough; absent: all are. */
    readonly together?: string;
    /** What none of them opens. */
    readonly left?: string;
  };
  readonly rests: string;
}

interface Telling {
  readonly answer: LockedOutAnswer;
  readonly world: Speaking;
  readonly lang: Lang;
  readonly words: LockedOutWords;
}

/** `lost`: ground text of what was lost; the rest of what is held leaks. */
export function tellLockedOut(
  answer: LockedOutAnswer,
  world: Speaking,
  { lang, lost }: { readonly lang: Lang; readonly lost: readonly string[] },
): LockedOutTold {
  const words = lockedOutWords(lang);
  const telling: Telling = { answer, world, lang, words };
  const said = lost.map((text) => sayCapabilityName(world, text, lang));
  const of = answer.keys.length;
  const open = answer.keys.filter(({ state }) => state === "open").length;
  const today = toldToday(telling);
  return {
    lost: said.length === 0 ? words.nothingLost : words.lost(listed(said, lang)),
    ...(said.length === 0 ? {} : { finder: words.finder }),
    openOf: of === 0 ? words.noKey : words.openOf({ open, of }),
    states: keyStates.flatMap((state) => toldState(telling, state)),
    ...(today === undefined ? {} : { today }),
    rests: words.rests,
  };
}

function toldState(telling: Telling, state: KeyState): readonly StateTold[] {
  const { words, lang } = telling;
  const keys = telling.answer.keys.filter((key) => key.state === state);
  if (keys.length === 0) return [];
  const doubtful = keys.filter(({ mayBeTaken }) => mayBeTaken).map((key) => sayKey(telling, key));
  return [
    {
      state,
      title: words[`state_${state}`],
      count: keys.length,
      open: state === "open" ? toldOpen(telling, keys) : [],
      groups: state === "open" ? [] : grouped(keys).map((group) => toldGroup(telling, group)),
      ...(doubtful.length === 0
        ? {}
        : { mayBeTaken: { said: words.mayBeTaken, whats: listed(doubtful, lang) } }),
    },
  ];
}

const toldOpen = (telling: Telling, keys: readonly KeyAnswer[]): readonly OpenTold[] =>
  [...keys]
    .sort((a, b) => (a.way?.minutes ?? 0) - (b.way?.minutes ?? 0))
    .map((key) => ({
      key: key.key,
      what: sayKey(telling, key),
      soonest: sayTime(telling, key),
      how: sayHow(telling, key.way) + sayWhichever(telling, key),
    }));

const sayKey = ({ world, lang }: Telling, { key }: KeyAnswer): string =>
  alone(sayCapabilityName(world, key, lang), lang);

const sayTime = ({ lang, words }: Telling, { way }: KeyAnswer): string =>
  way === null || way.steps.length === 0 ? words.atOnce : sayShortDuration(way.minutes, lang);

/** The steps, each with whom it is done at; what hands do is not worth a word beside what institutions do. */
function sayHow({ lang }: Telling, way: Way | null): string {
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

/** What nobody has said, where it opens whatever that is. */
function sayWhichever({ world, lang }: Telling, { whichever }: KeyAnswer): string {
  const said = whichever.map((each) => sayUnsaid({ words: auditWords(lang), lang, world }, each, {}));
  return said.length === 0 ? "" : inBrackets(said.join(marks[lang].semicolon), lang);
}

/** Keys that rest on the same, together. */
function grouped(keys: readonly KeyAnswer[]): readonly (readonly KeyAnswer[])[] {
  const groups = new Map<string, KeyAnswer[]>();
  for (const key of keys) {
    const same = JSON.stringify([key.unsure, key.changedBy]);
    groups.set(same, [...(groups.get(same) ?? []), key]);
  }
  return [...groups.values()];
}

/** More ways to be locked out than these tell nothing new. */
const flowsMax = 3;

function toldGroup(telling: Telling, keys: readonly KeyAnswer[]): DoubtTold {
  const { words, world, lang } = telling;
  const [first] = keys;
  const flows = (names: readonly string[]) =>
    names.map((name) => sayFlowAt(telling, name)).join(marks[lang].semicolon);
  const { unread = [], unsaid = [], unwritten = [], agents = [] }: Partial<Unsure> = first?.unsure ?? {};
  const changed = first?.changedBy ?? [];
  return {
    keys: keys.map(({ key }) => key),
    whats: keys.map((key) => sayKey(telling, key)),
    doubts: [
      ...(changed.length === 0 ? [] : [words.changedBy(flows(changed.slice(0, flowsMax)))]),
      ...unread.map((each) => words.ifRead(sayQuestion({ world, lang }, each))),
      ...unsaid.map((each) => words.ifSaid(sayUnsaid({ words: auditWords(lang), lang, world }, each, {}))),
      ...unwritten.map((each) =>
        isPresence(world, each) ? words.ifPapers : words.ifWritten(sayCapabilityName(world, each, lang)),
      ),
      ...(agents.length === 0 ? [] : [words.ifAgent(flows(agents))]),
    ],
  };
}

const isPresence = ({ catalog }: Speaking, text: string): boolean =>
  catalog.vocabulary.proofs.get(text.replace(/\(.*/s, "")) === "presence";

function sayFlowAt({ world, lang }: Telling, name: string): string {
  const [institution = "", flow = ""] = name.split("/");
  const title = sayFlow({ world, lang }, institution, flow);
  return institution === "things"
    ? title
    : sayInstitution(world, institution, lang) + marks[lang].colon + title;
}

function toldToday(telling: Telling): LockedOutTold["today"] {
  const { answer, words, world, lang } = telling;
  const { today, worthKnowing, together } = answer;
  // What something on paper opens is not left, whatever the measures do.
  const left = answer.left.filter((key) => !worthKnowing.some(({ opens }) => opens.includes(key)));
  if (answer.keys.every(({ state }) => state === "open")) return undefined;
  const said = (keys: readonly string[]) =>
    keys.map((key) => sayCapabilityName(world, key, lang)).join(marks[lang].semicolon);
  const measures = together.map((id) => sayMeasure(telling, id)).join(marks[lang].semicolon);
  return {
    title: words.today,
    items: [
      ...today.map(({ measure, opens }) => ({
        measure,
        title: sayMeasure(telling, measure),
        opens: words.opens(said(opens)),
      })),
      ...worthKnowing.map(({ knowing, opens }) => ({
        title: words.writeDown(sayCapabilityName(world, knowing, lang)),
        opens: words.opens(said(opens)),
      })),
    ],
    ...(today.length + worthKnowing.length === 0 ? { nothing: words.nothingToday } : {}),
    ...(together.length < 2 || today.length === together.length
      ? {}
      : { together: words.together(measures) }),
    ...(left.length === 0 ? {} : { left: words.left(said(left)) }),
  };
}
