/**
 * What a change does to people, as text or as Markdown for the summary of a build: first the bottom line, then the
 * changed line beside its effects, then each effect with the way that shows it, last what all of it rests on.
 */
import { compareText } from "../model/index.ts";
import { allowsMore, type Change, type CutFound, type DiffAnswer, type Effect } from "../questions/index.ts";
import { layTable, wrap } from "./columns.ts";
import { type DesignWords, designWords } from "./design-words.ts";
import { inBrackets, listed, marks } from "./marks.ts";
import { paintWith } from "./paint.ts";
import { sayInstitution } from "./say.ts";
import { sayMoment, sayMoney, sayShortDuration } from "./say-amounts.ts";
import {
  type DiffTold,
  kindWord,
  notesOn,
  sayBeginning,
  sayGoal,
  sayHeld,
  sayNoEffect,
  sayPart,
} from "./say-change.ts";
import type { Lang } from "./words.ts";

export function renderDiff(told: DiffTold): string {
  const { answer, lang, columns } = told;
  const words = designWords(lang);
  const paint = paintWith(told.colour);
  const fold = (text: string, indent: string) =>
    wrap(text, columns - indent.length).map((line) => indent + line);
  const out: string[] = [...fold(bottomOf(answer, words), "").map(paint.strong)];
  const section = (title: string, body: readonly string[]) => {
    if (body.length > 0) out.push("", paint.title(title), ...body);
  };
  section(
    words.changed,
    answer.changes.flatMap((change, i) => changeLines(told, change, i)),
  );
  section(words.byInstitution, verdictTable(told));
  section(
    words.effects,
    answer.effects.flatMap((effect) => effectLines(told, effect)),
  );
  section(
    words.cuts,
    answer.cuts.flatMap(({ person, held, before, after }) =>
      fold(
        `${person}${inBrackets(words.beginning(sayHeld(told, person, held)), lang)}${marks[lang].colon}${words.fromTo(sayCut(told, before), sayCut(told, after))}`,
        "  ",
      ),
    ),
  );
  section(
    words.restsOn,
    coverageLines(answer, words, told.lang).flatMap((line) => fold(line, "  ")),
  );
  return out.join("\n");
}

const bottomOf = ({ word, changes, coverage }: DiffAnswer, words: DesignWords): string =>
  changes.length === 0
    ? words.same
    : changes.every(({ isWording }) => isWording)
      ? words.wordingAlone
      : coverage.beginnings === 0
        ? words.nobodyAsked
        : coverage.untouched === coverage.people
          ? words.nobodyTouched
          : words[word];

function changeLines(told: DiffTold, change: Change, index: number): readonly string[] {
  const { lang, columns, answer } = told;
  const words = designWords(lang);
  const paint = paintWith(told.colour);
  const fold = (text: string) => wrap(text, columns - 4).map((line) => `    ${line}`);
  const lines = (told.lines[index] ?? []).flatMap(({ key, old, now }) => [
    ...(old === undefined ? [] : [paint.stops(`    - ${old.where}  ${key}: ${old.text}`)]),
    ...(now === undefined ? [] : [paint.loss(`    + ${now.where}  ${key}: ${now.text}`)]),
  ]);
  const effects = change.isWording
    ? [paint.quiet(`    ${words.wordingOnly}`)]
    : change.effects.length === 0
      ? fold(sayNoEffect(told, change)).map(paint.doubt)
      : summed(
          told,
          change.effects.flatMap((i) => answer.effects[i] ?? []),
        ).flatMap((line) =>
          wrap(line, columns - 6).map((part, i) => `${i === 0 ? "    → " : "      "}${part}`),
        );
  const notes = notesOn(told, change).flatMap((note) => fold(note).map(paint.doubt));
  return [`  ${paint.strong(sayPart(change, lang))}`, ...lines, ...effects, ...notes];
}

/** Effects of one kind on one loss in one line, with whom they concern. */
function summed(told: DiffTold, effects: readonly Effect[]): readonly string[] {
  const { lang } = told;
  const groups = new Map<string, string[]>();
  for (const effect of effects) {
    const key = `${kindWord(effect, designWords(lang))}${marks[lang].colon}${sayGoal(told, effect)}`;
    groups.set(key, [...(groups.get(key) ?? []), effect.person]);
  }
  return [...groups].map(
    ([text, people]) => text + inBrackets(listed([...new Set(people)].sort(compareText), lang), lang),
  );
}

/** For the owner. */
export const isWorse = ({ kind }: Pick<Effect, "kind">): boolean =>
  allowsMore.includes(kind) || kind === "locked-out";

/** The loss is reached under one of the two, so that there are times to tell. */
const hasTimes = ({ beforeMinutes, afterMinutes }: Effect): boolean =>
  beforeMinutes !== null || afterMinutes !== null;

const isOfSums = ({ kind }: Pick<Effect, "kind">): boolean => kind === "takes-more" || kind === "takes-less";

/** One effect in one line: what, how large, from when to when, for whom. */
export function sayEffect(told: DiffTold, effect: Effect): string {
  const { lang } = told;
  const words = designWords(lang);
  const [before, after] = [effect.beforeMinutes, effect.afterMinutes].map((minutes) =>
    minutes === null ? "–" : sayShortDuration(minutes, lang),
  );
  const times = !hasTimes(effect) ? "" : inBrackets(words.fromTo(before ?? "", after ?? ""), lang);
  return `${kindWord(effect, words)}${marks[lang].colon}${sayGoal(told, effect)}${times}${marks[lang].semicolon}${effect.person}${marks[lang].comma}${sayBeginning(told, effect)}`;
}

function effectLines(told: DiffTold, effect: Effect): readonly string[] {
  const { lang, columns, answer } = told;
  const words = designWords(lang);
  const paint = paintWith(told.colour);
  const { beforeMinutes, afterMinutes, amount, way } = effect;
  const world = told.speaking.get(effect.person);
  const times = [beforeMinutes, afterMinutes].map((minutes) =>
    minutes === null ? "–" : sayShortDuration(minutes, lang),
  );
  const sum = (most: number | undefined) =>
    most === undefined ? words.noLimit : sayMoney(most, world?.person.currency, lang);
  const facts = [
    ...(amount === undefined || isOfSums(effect) ? [] : [sayMoney(amount, world?.person.currency, lang)]),
    ...(isOfSums(effect)
      ? [words.fromTo(sum(effect.beforeAmount), sum(effect.afterAmount))]
      : hasTimes(effect)
        ? [words.fromTo(times[0] ?? "", times[1] ?? "")]
        : []),
  ];
  const causes = effect.causes.flatMap((i) => answer.changes[i] ?? []);
  const isMore = isWorse(effect);
  const head = `${kindWord(effect, words)}${marks[lang].colon}${sayGoal(told, effect)}`;
  const notes = [
    `${effect.person}${marks[lang].comma}${sayBeginning(told, effect)}`,
    ...(way === null ? [] : [way.steps.map(({ institution, flow }) => `${institution}/${flow}`).join(" → ")]),
    ...(effect.kind === "closed" && effect.afterVerdict === "not-ruled-out" ? [words.closedNotRuledOut] : []),
    ...(effect.kind === "gained" || effect.kind === "within-reach" ? [words.gainedOnly] : []),
    ...(effect.isBeyond === true ? [words.beyond] : []),
    ...(effect.from === undefined ? [] : [effect.from === "a-start" ? words.fromAStart : words.fromItsAsks]),
    ...(effect.kind === "not-ruled-out" ? [words.openedUnread] : []),
    ...(causes.length === 0
      ? [words.noCause]
      : effect.isElsewhere
        ? [
            words.elsewhere(
              listed(
                causes.map((cause) => sayPart(cause, lang)),
                lang,
              ),
            ),
          ]
        : []),
  ];
  return [
    `  ${(isMore ? paint.loss : paint.stops)(head)}${facts.length === 0 ? "" : inBrackets(facts.join(marks[lang].comma), lang)}`,
    ...notes.flatMap((note) => wrap(note, columns - 6).map((line) => `      ${paint.quiet(line)}`)),
  ];
}

const wordKeys = {
  equal: "wordEqual",
  less: "wordLess",
  more: "wordMore",
  incomparable: "wordIncomparable",
} as const;

/** Institutions where something differs, in full; of the others only how many there are. */
function verdictTable(told: DiffTold): readonly string[] {
  const { answer, lang, columns, speaking } = told;
  const words = designWords(lang);
  const [anybody] = speaking.values();
  const rows = answer.verdicts
    .filter(({ word }) => word !== "equal")
    .map(({ institution, capability, word }) => [
      institution === null || anybody === undefined
        ? (institution ?? "–")
        : sayInstitution(anybody, institution, lang),
      capability,
      words[wordKeys[word]],
    ]);
  const equal = answer.verdicts.filter(({ word }) => word === "equal").length;
  if (rows.length === 0) return [];
  return [
    ...layTable({
      columns: [{ title: words.institution }, { title: words.effect }, { title: words.allows }],
      rows,
      width: columns,
      indent: "  ",
    }).map(({ text }) => text),
    ...(equal === 0 ? [] : [`  ${words.wordEqual}${marks[lang].colon}${equal}`]),
  ];
}

function sayCut(told: DiffTold, cut: CutFound): string {
  const words = designWords(told.lang);
  switch (cut.kind) {
    case "nothing-to-stop":
      return words.nothingToStop;
    case "none":
      return words.cutNone;
    case "open":
      return words.cutOpen(String(cut.lower));
    case "found":
      return words.cutFound(String(cut.effort), listed(cut.measures, told.lang));
  }
}

function coverageLines(
  { coverage, label, changes }: DiffAnswer,
  words: DesignWords,
  lang: Lang,
): readonly string[] {
  const { people, beginnings, losses, notRuledOut, untouched, notJudged, cutShort, causesUntried } = coverage;
  const { startsAt } = coverage;
  if (changes.length === 0) return [];
  return [
    words.asked(people, beginnings, losses),
    ...(notRuledOut === 0 ? [] : [words.restUnread(notRuledOut)]),
    ...(coverage.leaked ? [words.leakedKnown] : []),
    ...(startsAt === undefined ? [] : [words.hoursFrom(sayMoment(startsAt, lang))]),
    ...(untouched === 0 ? [] : [words.untouched(untouched)]),
    ...(coverage.askedFurther === 0 ? [] : [words.askedFurther(coverage.askedFurther)]),
    words.ofOthers,
    ...(notJudged.length === 0 ? [] : [words.notJudged(shortList(notJudged, words))]),
    ...(cutShort.length === 0 ? [] : [words.cutShort(cutShort.join(", "))]),
    ...(causesUntried === 0 ? [] : [words.causesUntried(causesUntried)]),
    ...(label === "bounded" ? [words.labelBounded] : []),
  ];
}

/** A customer of a carrier may have dozens of services nobody has read; JSON has them all. */
const unreadShownMax = 12;

function shortList(names: readonly string[], words: DesignWords): string {
  const more = names.length - unreadShownMax;
  return [...names.slice(0, unreadShownMax), ...(more > 0 ? [words.andMoreOfThem(more)] : [])].join(", ");
}

/** The same for the summary page of a build. */
export function diffMarkdown(told: DiffTold): string {
  const { answer, lang } = told;
  const words = designWords(lang);
  const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
  const row = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  const out = [`**${bottomOf(answer, words)}**`];
  if (answer.changes.length > 0) {
    out.push("", `### ${words.changed}`, "");
    for (const [i, change] of answer.changes.entries()) {
      const lines = (told.lines[i] ?? []).flatMap(({ key, old, now }) => [
        ...(old === undefined ? [] : [`- ${old.where}  ${key}: ${old.text}`]),
        ...(now === undefined ? [] : [`+ ${now.where}  ${key}: ${now.text}`]),
      ]);
      const effects = change.isWording
        ? [words.wordingOnly]
        : change.effects.length === 0
          ? [sayNoEffect(told, change)]
          : summed(
              told,
              change.effects.flatMap((index) => answer.effects[index] ?? []),
            );
      out.push(`- **${sayPart(change, lang)}**`);
      if (lines.length > 0)
        out.push("", "  ```diff", ...lines.map((line) => `  ${line.replaceAll("`", "'")}`), "  ```", "");
      out.push(...[...effects, ...notesOn(told, change)].map((effect) => `  - ${effect}`));
    }
  }
  if (answer.effects.length > 0) {
    out.push(
      "",
      `### ${words.effects}`,
      "",
      row(["", "", words.was, words.is, ""]),
      row(["---", "---", "---", "---", "---"]),
    );
    for (const effect of answer.effects)
      out.push(
        row([
          kindWord(effect, words),
          `${sayGoal(told, effect)} · ${effect.person}`,
          ...[effect.beforeMinutes, effect.afterMinutes].map((minutes) =>
            minutes === null ? "–" : sayShortDuration(minutes, lang),
          ),
          effect.way === null
            ? ""
            : effect.way.steps.map(({ institution, flow }) => `${institution}/${flow}`).join(" → "),
        ]),
      );
  }
  const coverage = coverageLines(answer, words, lang);
  if (coverage.length > 0) out.push("", `### ${words.restsOn}`, "", ...coverage.map((line) => `- ${line}`));
  return out.join("\n");
}
