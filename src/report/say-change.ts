/** A changed part in words: what it is, why nobody feels it, what else is to be known of it. */
import type { BeginningsTold, Change, DiffAnswer, Effect, Tried } from "../questions/index.ts";
import { type DesignWords, designWords } from "./design-words.ts";
import { inBrackets, listed, marks } from "./marks.ts";
import { type Speaking, sayCapabilityName } from "./say.ts";
import type { Lang } from "./words.ts";

/** One changed key, with where it stands and what it says on either side. */
export interface ChangedLine {
  readonly key: string;
  /** `bank.yaml:12:5`. */
  readonly old?: { readonly where: string; readonly text: string };
  readonly now?: { readonly where: string; readonly text: string };
}

export interface DiffTold {
  readonly answer: DiffAnswer;
  /** By person: how to speak of their things under either catalogue, the new one first. */
  readonly speaking: ReadonlyMap<string, Speaking>;
  /** Change by change: its lines. */
  readonly lines: readonly (readonly ChangedLine[])[];
  readonly lang: Lang;
  readonly columns: number;
  readonly colour: boolean;
}

export function sayPart(change: Change, lang: Lang): string {
  const words = designWords(lang);
  const name = `${change.institution ?? ""}${change.institution !== undefined && change.id !== undefined ? "/" : ""}${change.id ?? ""}`;
  const how =
    change.kind === "in-force"
      ? change.how === "added"
        ? words.inForce
        : words.notInForce
      : change.how === "added"
        ? words.added
        : change.how === "removed"
          ? words.removed
          : change.keys.join(marks[lang].list);
  const what =
    change.kind === "words"
      ? words.commonWords
      : change.kind === "common-measure"
        ? `${words.commonMeasure} ${name}`
        : name;
  return `${what}${marks[lang].colon}${how}`;
}

/** Why nobody feels it, as far as that is known. */
export function sayNoEffect(told: DiffTold, { silence }: Change): string {
  const { lang, answer } = told;
  const words = designWords(lang);
  switch (silence?.kind) {
    case undefined:
      return words.noEffect;
    case "not-counted":
      return words.notCounted(listed(silence.keys, lang));
    case "no-weaker":
      return silence.atOtherHours ? words.noWeakerAtHours(silence.than) : words.noWeaker(silence.than);
    case "undone": {
      const { kind, goal, person, held, by } = silence.would;
      const effect = `${kindWord({ kind }, words)}${marks[lang].colon}${sayGoal(told, { person, goal })}${inBrackets(words.beginning(sayHeld(told, person, held)), lang)}`;
      const parts = by.flatMap((i) => answer.changes[i] ?? []).map((part) => sayPart(part, lang));
      return parts.length === 0 ? words.undoneTogether(effect) : words.undone(effect, listed(parts, lang));
    }
    case "out-of-force":
      return words.outOfForce(silence.day, silence.from, silence.until);
    case "for-the-owner":
      return words.forTheOwner;
    case "not-in-force":
      return words.onlyOffered;
    case "changes-no-flow":
      return words.changesNoFlow;
    case "alike":
      return words.alike(silence.as);
  }
}

/** What is to be known of it beside its effects. */
export function notesOn(told: DiffTold, change: Change): readonly string[] {
  const { lacks = [], noLongerGives = [], concernsNothing = [], tried = [] } = change;
  const words = designWords(told.lang);
  const flows = (ofNew: boolean) =>
    concernsNothing.filter(({ ofNewAccount }) => ofNewAccount === ofNew).map(({ flow }) => flow);
  const [plain, ofNew] = [flows(false), flows(true)];
  return [
    ...(plain.length === 0 ? [] : [words.concernsNothing(listed(plain, told.lang))]),
    ...(ofNew.length === 0 ? [] : [words.concernsNothingNew(listed(ofNew, told.lang))]),
    ...lacks.map(({ person, what }) => words.lacks(sayHeld(told, person, what))),
    ...noLongerGives.map(({ person, what }) => words.concernsFewer(person, sayHeld(told, person, what))),
    ...sayUndoing(told, change),
    ...tried.map((each) => sayTried(each, told.lang)),
  ];
}

/** From which stronger beginnings it was asked again, and from which not. */
function sayTried({ person, asked, notAsked, notTheirs }: Tried, lang: Lang): string {
  const words = designWords(lang);
  const say = ({ starts, ways, joined }: BeginningsTold) =>
    listed(
      [
        ...starts,
        ...(ways.length === 0 ? [] : [words.triedWays(ways.length)]),
        ...(joined === 0 ? [] : [words.triedJoined(joined)]),
      ],
      lang,
    );
  return [
    words.tried(person, say(asked)),
    ...(say(notAsked) === "" ? [] : [words.notTried(say(notAsked))]),
    ...(notTheirs.length === 0 ? [] : [words.notTheirs(listed(notTheirs, lang))]),
  ].join(marks[lang].semicolon);
}

export const kindWord = ({ kind }: Pick<Effect, "kind">, words: DesignWords): string =>
  kind === "locked-out" ? words.lockedOut : kind === "let-in" ? words.letIn : words[kind];

export function sayGoal(
  { speaking, lang }: DiffTold,
  { person, goal }: Pick<Effect, "person" | "goal">,
): string {
  const world = speaking.get(person);
  return world === undefined ? goal : sayCapabilityName(world, goal, lang);
}

export const sayHeld = (told: DiffTold, person: string, held: readonly string[]): string =>
  held.length === 0
    ? designWords(told.lang).onlyLeaked
    : listed(
        held.map((goal) => sayGoal(told, { person, goal })),
        told.lang,
      );

/** What an intruder begins with, and as which of the beginnings by name: a forged paper is not the owner in person. */
export function sayBeginning(told: DiffTold, { person, held, start }: Effect): string {
  const { lang, speaking } = told;
  const words = designWords(lang);
  const name = speaking.get(person)?.catalog.starts.get(start ?? "")?.name[lang];
  return `${words.beginning(sayHeld(told, person, held))}${name === undefined ? "" : inBrackets(name, lang)}`;
}

/** Other changed parts that do nothing because of this one. */
function sayUndoing({ answer: { changes }, lang }: DiffTold, change: Change): readonly string[] {
  const index = changes.indexOf(change);
  const undone = changes.filter(
    ({ silence }) => silence?.kind === "undone" && silence.would.by.includes(index),
  );
  return undone.length === 0
    ? []
    : [
        designWords(lang).undoes(
          listed(
            undone.map((each) => sayPart(each, lang)),
            lang,
          ),
        ),
      ];
}
