/** What stops it: the cheapest measures by each side, single measures that suffice, effort against what stays open. */
import { isPrevention } from "../ground/index.ts";
import type { AuditAnswer, CutAnswer, FoundCut, HoldingPower, Side } from "../questions/index.ts";
import { auditWords, sayEffort } from "./audit-words.ts";
import { blockWords, sayProof, sayUses } from "./block-words.ts";
import { displayWidth, layTable, padEnd } from "./columns.ts";
import { inBrackets, marks } from "./marks.ts";
import { capitalised, sayCapabilityName, sayConditionAct, sayConditionName, sayInstitution } from "./say.ts";
import { sayDuration, sayMoney, sayShortDuration } from "./say-amounts.ts";
import { sayHarms } from "./say-harms.ts";
import { laid, measureOf, sayFlow, sayMeasure, type Telling } from "./telling.ts";
import type { Lang } from "./words.ts";

const sidesShown: readonly Side[] = ["person", "institution", "both"];

export function cutLines(telling: Telling, sides: readonly Side[]): readonly string[] {
  const { words, paint, columns } = telling;
  const shown = sidesShown.filter((side) => sides.includes(side));
  const label = Math.max(...shown.map((side) => displayWidth(words[`side_${side}`])));
  const hanging = " ".repeat(label + 4);
  return shown.flatMap((side) => {
    const name = words[`side_${side}`];
    const lines = sideLines(telling, side, columns - hanging.length);
    return lines.map((line, i) =>
      i === 0 ? `  ${paint.strong(padEnd(name, label))}  ${line}` : hanging + line,
    );
  });
}

function sideLines(telling: Telling, side: Side, columns: number): readonly string[] {
  return [
    ...stopLines(telling, side, columns),
    ...putsOffLines(telling, side, columns),
    ...(side === "person" ? nightLines(telling, columns) : []),
  ];
}

/** Blocks that are told where no habit stops everything; more than these nobody sets one after the other. */
const blocksMax = 3;

/** Where no habit stops all of it: the blocks of the night that stand in the way of a loss, the longest first. */
export function blocksOfTheNight({ cuts, conditions }: AuditAnswer): readonly HoldingPower[] {
  const { person } = cuts;
  const isStopped = person.kind === "not-asked" || (person.kind === "found" && person.remaining.length === 0);
  if (isStopped) return [];
  return (
    conditions
      // Nobody can have an account stopped which nobody has opened yet.
      .filter(({ matters, condition }) => matters && !condition.includes("account.new-"))
      .sort((a, b) => lasting(b) - lasting(a))
      .slice(0, blocksMax)
  );
}

/** Longer than any other where nobody was found to undo it. */
const lasting = ({ heldIfSetAtOnceMinutes }: HoldingPower): number =>
  heldIfSetAtOnceMinutes ?? Number.MAX_VALUE;

/** A block and how long it lasts at the least, set at once. */
export function sayBlockOfTheNight(
  { world, lang }: Pick<Telling, "world" | "lang">,
  power: HoldingPower,
): string {
  const words = auditWords(lang);
  const act = capitalised(sayConditionAct(world, power.condition, lang));
  const minutes = power.heldIfSetAtOnceMinutes;
  return minutes === null ? words.blockNotUndone(act) : words.blockLasts(act, sayDuration(minutes, lang));
}

function nightLines(telling: Telling, columns: number): readonly string[] {
  const { answer, words, paint } = telling;
  const blocks = blocksOfTheNight(answer);
  if (blocks.length === 0) return [];
  return [
    ...laid(words.inTheNight, { columns, paint: paint.doubt }),
    ...blocks.flatMap((power) => laid(sayBlockOfTheNight(telling, power), { columns, indent: "  " })),
  ];
}

/** What puts it off where nothing stops it; told once where both together do no more than one side. */
function putsOffLines(telling: Telling, side: Side, columns: number): readonly string[] {
  const { answer, words, paint, lang } = telling;
  const found = answer.putsOff[side];
  if (found.kind !== "found") return [];
  const isSaid =
    side === "both" &&
    [answer.putsOff.person, answer.putsOff.institution].some(
      (other) => other.kind === "found" && other.firstLossMinutes === found.firstLossMinutes,
    );
  if (isSaid) return [];
  return [
    ...laid(words.putsOff(sayDuration(found.firstLossMinutes, lang)), { columns, paint: paint.doubt }),
    ...found.measures.flatMap((id) =>
      laid(sayMeasure(telling, id), { columns, indent: "  ", paint: paint.stops }),
    ),
  ];
}

function stopLines(telling: Telling, side: Side, columns: number): readonly string[] {
  const { answer, words, paint, lang } = telling;
  const cut = answer.cuts[side];
  const nothingHelps = words.nothingHelps(measuresKnown(telling, side));
  if (cut.kind !== "found")
    return laid(cut.kind === "open" ? words.cutOpen : nothingHelps, { columns, paint: paint.doubt });
  if (cut.measures.length === 0)
    return laid(cut.remaining.length === 0 ? words.nothingNeeded : nothingHelps, { columns });
  const twin =
    side === "both"
      ? (["person", "institution"] as const).find((other) => sameMeasures(answer.cuts[other], cut))
      : undefined;
  if (twin !== undefined) return laid(words.sameAs(words[`side_${twin}`]), { columns, paint: paint.quiet });
  const notes = [
    ...(cut.remaining.length === 0 ? [] : [words.stopsPart(sayOpen(telling, cut))]),
    ...(cut.proved ? [] : [words.notProved(sayEffort(cut.lower, lang))]),
  ];
  const inAll =
    cut.measures.length > 1 ? laid(words.effortInAll(sayEffort(cut.effort, lang)), { columns }) : [];
  return [
    ...cut.measures.flatMap((id) => measureLines(telling, id, columns)),
    ...inAll,
    ...notes.flatMap((note) => laid(note, { columns, paint: paint.doubt })),
  ];
}

/** How many measures this side has that a cut may name: an act of the night is none. */
const measuresKnown = ({ answer }: Telling, side: Side): number =>
  answer.catalogue.filter((measure) => isPrevention(measure) && (side === "both" || measure.by === side))
    .length;

const sameMeasures = (a: CutAnswer, b: FoundCut): boolean =>
  a.kind === "found" &&
  a.remaining.length === b.remaining.length &&
  [...a.measures].sort().join(" ") === [...b.measures].sort().join(" ");

function measureLines(telling: Telling, id: string, columns: number): readonly string[] {
  const { answer, words, paint, lang, world } = telling;
  const measure = measureOf(answer, id);
  const where = measure?.institution === undefined ? [] : [sayInstitution(world, measure.institution, lang)];
  const notes = [...where, words.effortOf(sayEffort(measure?.effort ?? 0, lang))].join(marks[lang].comma);
  const title = laid(sayMeasure(telling, id), { columns, paint: (line) => paint.stops(line) });
  const last = title.at(-1) ?? "";
  const isRoom = displayWidth(sayMeasure(telling, id)) + displayWidth(notes) + 3 <= columns;
  const head = isRoom
    ? [...title.slice(0, -1), `${last} ${paint.quiet(`· ${notes}`)}`]
    : [...title, ...laid(notes, { columns, indent: "· ", hanging: "  ", paint: paint.quiet })];
  return [
    ...head,
    ...(measure?.how === undefined
      ? []
      : laid(measure.how[lang], { columns, indent: "  ", paint: paint.quiet })),
  ];
}

function sayOpen(
  { answer, lang }: Telling,
  { remaining, harms }: Pick<FoundCut, "remaining" | "harms">,
): string {
  return `${sayHarms(harms, { lang, currency: answer.currency })} (${remaining.length})`;
}

/** What a measure leaves of a loss it does not stop, a line each; the measures that leave least first. */
export function limitLines(telling: Telling): readonly string[] {
  const { answer, words, lang, columns, world } = telling;
  const { currency } = answer;
  return [...answer.limits]
    .sort((a, b) => a.amount - b.amount)
    .slice(0, limitsMax)
    .flatMap(({ measure, goal, amount, of, withinMinutes }) =>
      laid(
        words.limitsTo({
          measure: sayMeasure(telling, measure),
          loss: sayCapabilityName(world, goal, lang),
          most: sayMoney(amount, currency, lang),
          of: of === undefined ? undefined : sayMoney(of, currency, lang),
          time: sayDuration(withinMinutes, lang),
        }),
        { columns, indent: "  ", hanging: "    " },
      ),
    );
}

/** More of them are not compared. */
const limitsMax = 8;

export function aloneLines(telling: Telling, sides: readonly Side[]): readonly string[] {
  const { answer, words, lang, world, columns } = telling;
  const wanted = (by: "person" | "institution") => sides.includes("both") || sides.includes(by);
  const rows = answer.alone
    .flatMap((id) => measureOf(answer, id) ?? [])
    .filter(({ by }) => wanted(by))
    .sort((a, b) => a.effort - b.effort)
    .map(({ id, by, institution, effort }) => [
      sayMeasure(telling, id),
      by === "person"
        ? words.you
        : institution === undefined
          ? words.allInstitutions
          : sayInstitution(world, institution, lang),
      sayEffort(effort, lang),
    ]);
  if (rows.length === 0) return [];
  return table(
    telling,
    [{ title: words.measures, isFlexible: true }, { title: "", isFlexible: true }, { title: words.effort }],
    rows,
    columns,
  );
}

/** Measures on which the sources contradict each other: they may help, and no answer rests on them. */
export function unprovenLines(telling: Telling, sides: readonly Side[]): readonly string[] {
  const { answer, columns } = telling;
  return answer.catalogue
    .filter(
      ({ isUnproven, matters, by }) =>
        isUnproven === true && matters && (sides.includes("both") || sides.includes(by)),
    )
    .flatMap(({ id }) => measureLines(telling, id, columns));
}

/** More points than these are a curve, not a table. */
const frontMax = 12;

export function frontLines(telling: Telling): readonly string[] {
  const { answer, words, lang, columns } = telling;
  // Two points say no more than the cheapest cut has said already.
  if (answer.front.length <= 2) return [];
  const rows = answer.front
    .slice(0, frontMax)
    .map(({ effort, harms, remaining, measures }) => [
      sayEffort(effort, lang),
      remaining.length === 0 ? words.none : sayHarms(harms, { lang, currency: answer.currency }),
      measures.length === 0
        ? words.nothingDone
        : measures.map((id) => sayMeasure(telling, id)).join(marks[lang].semicolon),
    ]);
  return table(
    telling,
    [
      { title: words.effort },
      { title: words.stillOpen, isRight: true },
      { title: words.measures, isFlexible: true },
    ],
    rows,
    columns,
  );
}

export function holdingLines(telling: Telling): readonly string[] {
  const { answer, words, paint, columns, lang } = telling;
  const shown = answer.conditions.filter(({ matters }) => matters);
  const lifted = shown
    .filter(({ liftedBy }) => liftedBy !== null && liftedBy !== "lapses")
    .sort((a, b) => (a.heldMinutes ?? 0) - (b.heldMinutes ?? 0));
  const lapsing = shown
    .filter(({ liftedBy }) => liftedBy === "lapses")
    .sort((a, b) => (a.heldMinutes ?? 0) - (b.heldMinutes ?? 0));
  const lasting = shown.filter(({ liftedBy }) => liftedBy === null);
  const titles = [
    { title: words.condition, isFlexible: true },
    { title: words.setAtOnce },
    { title: words.setLater },
    { title: words.again, mayGo: true },
    { title: words.liftedBy, isFlexible: true },
  ];
  const times = [...new Set(lapsing.map(({ heldMinutes }) => heldMinutes ?? 0))];
  const lists: readonly (readonly [string, readonly HoldingPower[]])[] = [
    ...times.map(
      (time) =>
        [
          words.lapsesAfter(sayDuration(time, lang)),
          lapsing.filter(({ heldMinutes }) => heldMinutes === time),
        ] as const,
    ),
  ];
  return [
    ...(lifted.length === 0
      ? []
      : [
          ...table(
            telling,
            titles,
            lifted.map((power) => holdingRow(telling, power)),
            columns,
          ),
          ...laid(words.holdingNote, { columns, indent: "  ", paint: paint.quiet }),
        ]),
    ...lists.flatMap(([title, powers]) =>
      powers.length === 0
        ? []
        : [
            `  ${title}`,
            ...laid(sayConditions(telling, powers), { columns, indent: "    ", paint: paint.quiet }),
          ],
    ),
    ...(lasting.length === 0 ? [] : lastingLines(telling, lasting)),
    ...doesWithoutLines(telling, shown),
  ];
}

const sayConditions = ({ world, lang }: Telling, powers: readonly HoldingPower[]) =>
  powers.map(({ condition }) => sayConditionName(world, condition, lang)).join(marks[lang].semicolon);

/** What the flow that is named rests on; where another one takes less, that it does. */
function sayWeakest(power: HoldingPower, lang: Lang): string {
  const { weakestLift, liftedBy, liftedByInstitution } = power;
  const isSame = weakestLift?.flow === liftedBy && weakestLift?.institution === liftedByInstitution;
  const proof = sayProof(proofOf(power), lang);
  return isSame ? proof : blockWords.weakestLift[lang] + marks[lang].colon + proof;
}

const proofOf = ({ weakestLift }: HoldingPower) => weakestLift?.proof ?? null;

/** Those nobody was found to lift, by what lifting them takes at the least. */
function lastingLines(telling: Telling, lasting: readonly HoldingPower[]): readonly string[] {
  const { words, lang, columns, paint } = telling;
  const proofs = [...new Set(lasting.map(proofOf))];
  return [
    `  ${words.nothingLifts}`,
    ...proofs.flatMap((proof) =>
      laid(
        sayConditions(
          telling,
          lasting.filter((power) => proofOf(power) === proof),
        ) + inBrackets(blockWords.weakestLift[lang] + marks[lang].colon + sayProof(proof, lang), lang),
        { columns, indent: "    ", hanging: "      ", paint: paint.quiet },
      ),
    ),
  ];
}

/** What the owner does without while a block stands: its price, which nobody pays beforehand. */
function doesWithoutLines(
  { world, lang, columns, paint }: Telling,
  powers: readonly HoldingPower[],
): readonly string[] {
  const rows = powers.filter(({ doesWithout }) => doesWithout.length > 0);
  if (rows.length === 0) return [];
  return [
    ...laid(capitalised(blockWords.doesWithout[lang]) + marks[lang].colon.trimEnd(), {
      columns,
      indent: "  ",
    }),
    ...rows.flatMap(({ condition, doesWithout }) =>
      laid(sayConditionName(world, condition, lang) + marks[lang].colon + sayUses(world, doesWithout, lang), {
        columns,
        indent: "    ",
        hanging: "      ",
        paint: paint.quiet,
      }),
    ),
  ];
}

function holdingRow(telling: Telling, power: HoldingPower): readonly string[] {
  const { words, lang, world } = telling;
  const time = (minutes: number | null) =>
    minutes === null ? words.holdsForGood : sayShortDuration(minutes, lang);
  const { liftedBy, liftedByInstitution } = power;
  const flow = sayFlow(telling, liftedByInstitution ?? "", liftedBy ?? "");
  const institution = sayInstitution(world, liftedByInstitution ?? "", lang);
  return [
    sayConditionName(world, power.condition, lang),
    time(power.heldIfSetAtOnceMinutes),
    time(power.heldMinutes),
    power.eachRoundMinutes === null ? "" : sayShortDuration(power.eachRoundMinutes, lang),
    institution + marks[lang].colon + flow + inBrackets(sayWeakest(power, lang), lang),
  ];
}

type Columns = Parameters<typeof layTable>[0]["columns"];

export function table(
  { paint }: Pick<Telling, "paint">,
  columns: Columns,
  rows: readonly (readonly string[])[],
  width: number,
): readonly string[] {
  return layTable({ columns, rows, width, indent: "  " }).map(({ text, isHeading }) =>
    isHeading ? paint.quiet(text) : text,
  );
}

/** Losses by name, the first few of them. */
export function sayLosses({ world, lang, words }: Telling, goals: readonly string[], most: number): string {
  const said = goals.slice(0, most).map((goal) => sayCapabilityName(world, goal, lang));
  const more = goals.length > most ? [words.andMore(goals.length - most)] : [];
  return [...said, ...more].join(marks[lang].semicolon);
}
