/** Verdicts in words that text and page share: a loss, what nobody has read behind it, what one would ask. */
import { compareText, isSum } from "../model/index.ts";
import type { AuditAnswer, Label, Loss, UnreadAspect } from "../questions/index.ts";
import { marks } from "./marks.ts";
import { alone, fill, type Speaking, sayCapabilityName, sayInstitution } from "./say.ts";
import { sayPlace } from "./say-place.ts";
import { either, type NoHabit, verdictWords } from "./verdict-words.ts";
import type { Lang } from "./words.ts";

/** Whose things are named, and in which language. */
export interface Saying {
  readonly world: Speaking;
  readonly lang: Lang;
}

export const isNear = ({ distance }: Loss): boolean => distance !== null && distance.level < 3;

/** Taken by what was read, or near. */
export const isOpen = (loss: Loss): boolean => loss.verdict === "reached" || isNear(loss);

/** The owner's habits with what each does about what is not ruled out: what is taken has cuts of its own. */
export const nearHelps = ({
  near,
  losses,
}: Pick<AuditAnswer, "near" | "losses">): readonly {
  readonly measure: string;
  readonly losses: readonly Loss[];
}[] =>
  (near?.helps ?? [])
    .map(({ measure, moved }) => ({
      measure,
      losses: losses.filter((loss) => isNear(loss) && moved.includes(loss.goal)),
    }))
    .filter((help) => help.losses.length > 0);

/** Whether all that could be lost is a sum: only then may "your money" stand for it. */
export const isAllMoney = ({ losses }: Pick<AuditAnswer, "losses">): boolean =>
  losses.every(({ harm }) => isSum(harm));

/** Whether the question asked what the unread may hide. */
export const isAsked = ({ losses }: Pick<AuditAnswer, "losses">): boolean =>
  losses.some(({ verdict }) => verdict !== "not-asked");

/**
 * How complete the calculation is, in a door's own words. Exact is said of figures, and only where there are any: never
 * beside a loss that rests on something unread.
 */
export function sayLabel(
  answer: Pick<AuditAnswer, "label" | "losses">,
  lang: Lang,
  words: Readonly<Record<`label_${Exclude<Label, "as-read">}`, string>>,
): string | undefined {
  if (answer.label !== "as-read" && (answer.label !== "exact" || !isAsked(answer)))
    return words[`label_${answer.label}`];
  return answer.losses.some(({ reachable }) => reachable) ? verdictWords(lang).exactFigures : undefined;
}

/** One loss: what it takes, and how much where that is known. */
export const sayLossTitle = ({ world, lang }: Saying, { goal, title }: Loss): string =>
  title?.[lang] ?? alone(sayCapabilityName(world, goal, lang), lang);

/** More losses than these in one sentence are counted. */
const titlesMax = 6;

/** Losses by name, the first few of them: a sum nobody has read anything about is told by what it is. */
export function sayLossTitles(saying: Saying, losses: readonly Loss[]): string {
  const { lang } = saying;
  const titles = losses.slice(0, titlesMax).map((loss) => sayLossTitle(saying, loss));
  const more = losses.length > titlesMax ? [verdictWords(lang).moreLosses(losses.length - titlesMax)] : [];
  return [...titles, ...more].join(marks[lang].semicolon);
}

/** What is near, together where the same is unread behind it, the nearest first. */
export function nearGroups({ losses }: Pick<AuditAnswer, "losses">): readonly (readonly Loss[])[] {
  const groups = new Map<string, Loss[]>();
  for (const loss of [...losses.filter(isNear)].sort(nearestFirst)) {
    const key = JSON.stringify([loss.distance?.level, [...loss.unread].sort(byAspect)]);
    groups.set(key, [...(groups.get(key) ?? []), loss]);
  }
  return [...groups.values()];
}

const byAspect = (a: UnreadAspect, b: UnreadAspect): number =>
  compareText(a.institution, b.institution) || compareText(a.aspect, b.aspect);

const nearestFirst = (a: Loss, b: Loss): number =>
  (a.distance?.level ?? 0) - (b.distance?.level ?? 0) ||
  (a.distance?.unread ?? 0) - (b.distance?.unread ?? 0) ||
  (b.amount ?? 0) - (a.amount ?? 0);

/** What nobody has read, and what others of its kind do. */
export function sayUnread(telling: Saying, unread: UnreadAspect): string {
  const { lang } = telling;
  const words = verdictWords(lang);
  if (unread.isAnyPlace) return words.anyPlace;
  const { level, seenAt, of } = unread;
  const question = sayQuestion(telling, unread);
  const others =
    seenAt === 0
      ? words.noneSeen(of)
      : level === 1
        ? words.mostDo({ seenAt, of })
        : words.someDo({ seenAt, of });
  const lead = level === 3 ? words.otherwise(question) : words.unreadHere(question);
  return lead + marks[lang].semicolon + others + marks[lang].stop;
}

/** `how WeChat Pay restores a forgotten password`: the aspect's question of this institution. */
export function sayQuestion(
  { world, lang }: Saying,
  { institution, aspect }: Pick<UnreadAspect, "institution" | "aspect">,
): string {
  const question = world.catalog.aspects.get(aspect)?.question[lang] ?? aspect;
  return fill(question, [sayPlace(world, institution, lang)]);
}

/** The institutions these losses rest on, at this level, by name: the first few. */
export function sayWho({ world, lang }: Saying, losses: readonly Loss[], level?: 1 | 2 | 3): string {
  const ids = losses.flatMap(({ unread }) =>
    unread
      .filter((each) => !each.isAnyPlace && (level === undefined || each.level === level))
      .map(({ institution }) => institution),
  );
  const names = [...new Set(ids)].map((id) => sayInstitution(world, id, lang));
  const told = names.slice(0, namesMax);
  return either(
    names.length > namesMax ? [...told, verdictWords(lang).andMore(names.length - namesMax)] : told,
    lang,
  );
}

/** What no habit stops: whom to ask, and whether the owner is to look in their own mail and photographs. */
export function noHabitOf(saying: Saying, left: readonly Loss[]): NoHabit {
  const isOwn = ({ aspect: id }: UnreadAspect) => {
    const aspect = saying.world.catalog.aspects.get(id);
    return aspect?.kinds.length === 0 && aspect.standsFor === undefined;
  };
  const ofOthers = left.map((loss) => ({ ...loss, unread: loss.unread.filter((each) => !isOwn(each)) }));
  return {
    count: left.length,
    institutions: sayWho(saying, ofOthers),
    isOwn: left.some(({ unread }) => unread.some(isOwn)),
    isAnyPlace: left.some(isAnyPlaces),
  };
}

/** It may come of any place that does this: no answer of anybody takes it off the list. */
export const isAnyPlaces = ({ unread }: Loss): boolean =>
  unread.some(({ isAnyPlace }) => isAnyPlace === true);

/** Nothing is open but what may be done anywhere in the owner's name: then no call about a thing of theirs is the first. */
export const isAnyPlaceAlone = ({ losses }: Pick<AuditAnswer, "losses">): boolean => {
  const open = losses.filter(isOpen);
  return open.length > 0 && open.every(isAnyPlaces);
};

/** More names than these hide what the sentence says. */
const namesMax = 4;

/** Whether what would also stop what is near is told already: by the cut of what is taken, or as the one habit that helps. */
export function isNearCutTold({ near, cuts }: Pick<AuditAnswer, "near" | "cuts">): boolean {
  const measures = near?.cut?.measures ?? [];
  const taken = cuts.person.kind === "found" ? cuts.person.measures : [];
  const isOneHabit = measures.length === 1 && near?.helps[0]?.measure === measures[0];
  return measures.length === 0 || isOneHabit || isSameSet(measures, taken);
}

export const isSameSet = (one: readonly string[], two: readonly string[]): boolean =>
  one.length === two.length && one.every((each) => two.includes(each));
