/** The notebook in which what somebody tells is kept while it is heard, and one entry of what they tell with what it means. */
import { type Meaning, minuteOf, type Observation, type Place } from "../evidence/index.ts";
import type { Grounded } from "../ground/index.ts";
import { type AtomId, kindsWithRole, minutesPerDay, type Sign, traceKinds } from "../model/index.ts";
import { heardIn, type Said } from "../told/index.ts";
import type { ToldAct } from "./act-meant.ts";
import { ownInstitutions } from "./strange.ts";
import { besideIn } from "./told-deeds.ts";
import { handOf } from "./told-hands.ts";
import { sentencesIn } from "./told-sentences.ts";
import type { ToldQuestion, ToldRead, ToldText } from "./told-text.ts";
import { isOwnVoice, isStrangersHand, namedIn, namedShortly } from "./told-voices.ts";
import { namesTold } from "./words-told.ts";

export interface Heard {
  readonly world: Grounded;
  readonly meaning: Meaning;
  readonly firstId: number;
  /** Institutions the person is a customer of. */
  readonly own: ReturnType<typeof ownInstitutions>;
  /** Kinds of what comes by text. */
  readonly texts: ReadonlySet<string>;
  readonly observations: Observation[];
  readonly gone: Map<AtomId, number>;
  readonly given: Map<AtomId, number>;
  readonly acts: ToldAct[];
  readonly denied: ToldAct[];
  readonly anchors: number[];
  readonly linksOpened: number[];
  readonly notUnderstood: number[];
  /** When that was told of which nothing was understood. */
  readonly unheardAt: number[];
  readonly lies: number[];
  goneSince?: ToldRead["goneSince"];
  stolenSince?: ToldRead["stolenSince"];
  lineDead?: ToldRead["lineDead"];
  metSince?: ToldRead["metSince"];
  setUpSince?: number;
  isKept: boolean;
  /** They had the phone in the hand. */
  isInHand: boolean;
}

export const heardNothing = ({ world, meaning, firstId }: ToldQuestion): Heard => ({
  world,
  meaning,
  firstId,
  own: ownInstitutions(world),
  texts: new Set(kindsWithRole(world.catalog.vocabulary, "texts")),
  observations: [],
  gone: new Map(),
  given: new Map(),
  acts: [],
  denied: [],
  anchors: [],
  linksOpened: [],
  notUnderstood: [],
  unheardAt: [],
  lies: [],
  isKept: false,
  isInHand: false,
});

/** One entry, its day or moment in minutes. */
export interface ToldLine {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly by: string;
  readonly says: string;
  readonly place: Place;
}

/** The sentences of an entry, each as a line of its own at the moment it names; `undefined`: nobody can say when. */
export function linesOf(
  { file, zoneMinutes, world }: Pick<ToldQuestion, "file" | "zoneMinutes" | "world">,
  { at: when, by, says }: ToldText[number],
  index: number,
): readonly ToldLine[] | undefined {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(when);
  const minute = minuteOf(isDay ? `${when}T00:00:00Z` : when);
  if (minute === undefined) return undefined;
  const offset = offsetOf(when) ?? zoneMinutes;
  const from = isDay ? minute - zoneMinutes : minute;
  const entry = { from, to: isDay ? from + minutesPerDay : from, isDay, offset };
  return sentencesIn(says, entry, { isMonthFirst: isMonthFirstIn(world) }).map((sentence) => ({
    index,
    by,
    ...sentence,
    place: { file, row: index + 1 },
  }));
}

/** Minutes ahead of UTC that a moment is written with; `undefined`: none. */
function offsetOf(when: string): number | undefined {
  const { sign, h, m } = /(?<sign>[+-])(?<h>\d\d):?(?<m>\d\d)$/.exec(when)?.groups ?? {};
  return sign === undefined || !when.includes("T")
    ? undefined
    : Number(`${sign}1`) * (Number(h) * 60 + Number(m));
}

/** Whether 3/10 is the tenth of March where the person lives. */
const isMonthFirstIn = ({ person }: Pick<Grounded, "person">): boolean => {
  const region = person.things.get("person")?.attributes.get("region");
  const [first] = new Intl.DateTimeFormat(
    region === undefined ? "en" : `en-${region.toUpperCase()}`,
  ).formatToParts(0);
  return first?.type === "month";
};

/** When it was, by whose word, and where that stands. */
export const wordOf = ({ from, to, by, place }: ToldLine) => ({ from, to, by, place });

/** Somebody lied to them then, or was told what only they should know. */
export function meet(heard: Heard, { from, place }: ToldLine): void {
  if (heard.metSince === undefined || from < heard.metSince.at) heard.metSince = { at: from, place };
}

export function lose(heard: Heard, { from, place }: ToldLine, those: readonly AtomId[]): void {
  if (heard.goneSince === undefined || from < heard.goneSince.at) heard.goneSince = { at: from, place };
  for (const each of those) keepEarliest(heard.gone, each, from);
  heard.anchors.push(from);
}

export const keepEarliest = (since: Map<AtomId, number>, atom: AtomId, at: number): void => {
  since.set(atom, Math.min(at, since.get(atom) ?? Number.POSITIVE_INFINITY));
};

/** What an entry means, and at whom. */
export interface ToldMeant {
  readonly sign: Sign | undefined;
  /** It is told as a trace: `notice alipay new-sign-in`. */
  readonly isTrace: boolean;
  readonly kind: string;
  readonly named: readonly string[];
  readonly hand: ReturnType<typeof handOf>;
  /** What stands beside a word that says what became of a thing. */
  readonly beside: string;
  /** They had a new phone. */
  readonly isSetUp: boolean;
  /** What the reader of whole sentences hears in it. */
  readonly said: readonly Said[];
}

/** `before`: whom the sentences before it named, of which one that names nobody may go on to speak. */
export function meantBy(heard: Heard, { says, from }: ToldLine, before: readonly string[] = []): ToldMeant {
  const { meaning, own, world } = heard;
  const [kind = "", institution = "", about = ""] = says.split(" ");
  const isTrace = (traceKinds as readonly string[]).includes(kind);
  const heardFirst = isTrace ? meaning.signAbout(about) : meaning.signToldIn(says);
  // `It had no signal, and it was with me all the time`: that it was kept is heard beside.
  const spoken =
    heardFirst?.told === "kept" && meaning.isSaid(says, "line-gone")
      ? [...world.catalog.signs.values()].find(({ told }) => told === "line-gone")
      : heardFirst;
  const isSetUp = spoken?.told === "set-up" && isOwnVoice(says);
  if (isSetUp) heard.setUpSince = Math.min(from, heard.setUpSince ?? from);
  // A new phone is told beside what was done about the old one.
  const isNotOfThem = spoken?.told === "set-up" || (spoken?.told === "given-up" && isStrangersHand(says));
  const sign = (isNotOfThem ? undefined : spoken) ?? signWritten(says, meaning);
  const hand = handOf(says, (part) => sign !== undefined && signWritten(part, meaning)?.id === sign.id);
  const inWords = namedIn(says, { meaning, own, world });
  const named =
    isTrace && world.catalog.institutions.has(institution)
      ? [institution]
      : inWords.length > 0
        ? inWords
        : orBefore(namedShortly(says, meaning, own), namesTold(says, meaning).length === 0 ? before : []);
  const beside = sign?.told === undefined ? "" : besideIn(says, meaning);
  const said = isTrace ? [] : heardIn(world.catalog, says).said;
  return { sign, isTrace, kind, named, hand, beside, isSetUp, said };
}

const orBefore = (named: readonly string[], before: readonly string[]): readonly string[] =>
  named.length > 0 ? named : before;

/** As whoever wrote to them would say it. */
const asWritten = (says: string): string => says.replace(/\bmy\b/giu, "your").replaceAll("我", "您");

/** `changed my phone number` is what the service writes as `changed your phone number`. */
const signWritten = (says: string, meaning: Meaning): Sign | undefined =>
  meaning.signIn(says) ?? meaning.signIn(asWritten(says));
