/** `chainbreak design diff --population`, said: the shares before and after, how soon, what it costs the owners, the nights. */
import type { Catalog } from "../catalog/index.ts";
import { type MoneyMoved, type Moved, tellingMoments } from "../population/index.ts";
import {
  groupDigits,
  type Lang,
  marks,
  sayCapabilityName,
  sayDuration,
  sayFlowTitle,
  sayMoney,
  wrap,
} from "../report/index.ts";
import type { BetweenFound, BetweenTold, NightsTold } from "./design-between.ts";
import { betweenWords } from "./design-between-words.ts";
import { percent, tableOf } from "./design-population.ts";
import type { Terminal } from "./terminal.ts";

/** As lines for the end of a text; tables as they are. */
export function betweenLines(
  found: readonly BetweenFound[],
  {
    catalog,
    old,
    lang,
    columns,
  }: { readonly catalog: Catalog; readonly old: Catalog } & Pick<Terminal, "lang" | "columns">,
): readonly string[] {
  const words = betweenWords(lang);
  return found.flatMap(({ population, told }) => {
    const world = { person: population.template, catalog };
    const say = (goal: string) => sayCapabilityName(world, goal, lang);
    const amount = (each: number) => sayMoney(Math.round(each), population.template.currency, lang);
    const signed = (each: number) => `${each > 0 ? "+" : each < 0 ? "−" : ""}${amount(Math.abs(each))}`;
    const moneyOf = ({ before, after }: MoneyMoved) => `${amount(before.mean)} → ${amount(after.mean)}`;
    const { any, notRuledOut, money, losses, groups, nights, people, held, soon, coverage } = told;
    const shifted = losses.filter((each) => isMoved(each) || isMoved(each.notRuledOut));
    const { difference } = money;
    const titles = ["", words.byRead, words.openedClosed, words.orPossible, words.openedClosed];
    const fold = (text: string) => wrap(text, columns - 2).map((line) => `  ${line}`);
    const moments = tellingMoments(soon.by);
    const isStill = !isMoved(any) && !isMoved(notRuledOut);
    return [
      "",
      ...wrap(
        words.title(population.title[lang], groupDigits(people), held.map(say).join(marks[lang].list)),
        columns,
      ),
      ...[
        words.read(fromTo(any), openClosed(any)),
        words.possible(fromTo(notRuledOut), openClosed(notRuledOut)),
        words.money(moneyOf(money), signed(difference.mean), signed(difference.low), signed(difference.high)),
        ...(isStill ? [words.nobody(percent(any.opened.high), percent(notRuledOut.opened.high))] : []),
      ].flatMap(fold),
      ...tableIf(
        columns,
        titles,
        shifted.map((each) => [say(each.goal), ...cellsOf(each), ...cellsOf(each.notRuledOut)]),
      ),
      ...tableIf(
        columns,
        titles,
        groups.map(({ group, value, of, any: read, notRuledOut: possible }) => [
          `${group.replace(/^group\./, "")}: ${value} (${groupDigits(of)})`,
          ...[read, possible].flatMap((each) => (each === null ? [words.drawnFew, "–"] : cellsOf(each))),
        ]),
      ),
      ...(moments.length === 0 ? [] : ["", ...fold(words.soon(groupDigits(soon.people)))]),
      ...tableIf(
        columns,
        ["", words.before, words.after],
        moments.map(({ minutes, before, after }) => [
          words.within(sayDuration(minutes, lang)),
          percent(before.share),
          percent(after.share),
        ]),
      ),
      "",
      ...ownerLines(told, { catalogs: [catalog, old], lang, say }).flatMap(fold),
      ...(nights === undefined ? [] : ["", ...nightLines(nights, lang, { amount, signed }).flatMap(fold)]),
      ...(coverage.notJudged.length === 0
        ? []
        : fold(words.notJudged(coverage.notJudged.join(marks[lang].list)))),
    ];
  });
}

const fromTo = ({ before, after }: Moved) => `${percent(before.share)} → ${percent(after.share)}`;
const openClosed = ({ opened, closed }: Moved) => `+${percent(opened.share)} −${percent(closed.share)}`;
const cellsOf = (moved: Moved) => [fromTo(moved), openClosed(moved)];
const isMoved = ({ opened, closed }: Moved) => opened.people + closed.people > 0;

function ownerLines(
  { owners }: BetweenTold,
  { catalogs, lang, say }: { catalogs: readonly Catalog[]; lang: Lang; say: (goal: string) => string },
): readonly string[] {
  const words = betweenWords(lang);
  const lines = owners.flatMap(({ occasion, things, services }) => [
    ...services.map((each) =>
      words.uses(
        words[occasion],
        serviceName(catalogs, each.service, lang),
        fromTo(each),
        groupDigits(each.of),
      ),
    ),
    ...things.flatMap(({ thing, opened, closed }) => [
      ...(closed.people > 0 ? [words.lockedOut(words[occasion], say(thing), percent(closed.share))] : []),
      ...(opened.people > 0 ? [words.letIn(words[occasion], say(thing), percent(opened.share))] : []),
    ]),
  ]);
  const isMoved = owners.some(({ things }) => things.length > 0);
  return [words.owners, ...lines, ...(isMoved ? [] : [words.noOwner])];
}

/** A service that is gone is named as it was. */
const serviceName = (catalogs: readonly Catalog[], service: string, lang: Lang): string =>
  catalogs
    .map((catalog) => sayFlowTitle({ world: { catalog }, lang }, service))
    .find((name) => name !== service) ?? service;

interface Amounts {
  readonly amount: (each: number) => string;
  readonly signed: (each: number) => string;
}

function nightLines(nights: NightsTold, lang: Lang, { amount, signed }: Amounts): readonly string[] {
  const words = betweenWords(lang);
  return [
    words.nights({
      people: groupDigits(nights.people),
      nights: groupDigits(nights.nights),
      owner: nights.owner,
      share: `${percent(nights.pLoss.before)} → ${percent(nights.pLoss.after)}`,
      loss: `${amount(nights.loss.before)} → ${amount(nights.loss.after)}`,
      difference: signed(nights.loss.difference),
      low: signed(nights.loss.ci95[0]),
      high: signed(nights.loss.ci95[1]),
      worse: percent(nights.worse.value),
      better: percent(nights.better.value),
    }),
    ...(nights.startsAt === null ? [words.noHours] : []),
    ...(nights.unsizedNights > 0 ? [words.unsized(groupDigits(nights.unsizedNights))] : []),
    ...(nights.truncatedNights > 0 ? [words.cutOff(groupDigits(nights.truncatedNights))] : []),
    ...(nights.unstated.length > 0 ? [words.unstated(nights.unstated.join(marks[lang].list))] : []),
  ];
}

const tableIf = (
  columns: number,
  titles: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] => (rows.length === 0 ? [] : ["", ...tableOf(columns, titles, rows)]);
