/**
 * Whose act each row was: first by the story that explains it, then by what tells of the same payment.
 *
 * Nobody is accused of what the story gives to somebody else for little more; what lies in the stretch in which an intruder
 * acted, is no habit and has no other cause is `unknown`, not the owner's. Where nothing was found in time, all that is out of
 * the ordinary is `unknown`. Cost: linear in the rows.
 */
import type { Observation } from "../evidence/index.ts";
import { minutesPerDay } from "../model/index.ts";
import type { ToldAct } from "./act-meant.ts";
import type { Because, BecauseCode, RowAnswer } from "./answer.ts";
import { deniedSums } from "./denied-sums.ts";
import { rarelyAMonth } from "./habits.ts";
import type { Incident } from "./incident.ts";
import type { Story } from "./making.ts";
import type { Orphan } from "./orphans.ts";
import { isAccused, type Reconstruction } from "./reconstruct.ts";
import { type BesideQuestion, doubtedBeside, halfAnHour } from "./rows-beside.ts";
import type { StoryStep } from "./story.ts";
import type { Twins } from "./twins.ts";
import type { IsOfEveryWeek } from "./usual-payees.ts";

export interface RowsQuestion extends BesideQuestion {
  readonly fromFiles: readonly Observation[];
  readonly incident: Incident | undefined;
  readonly rebuilt: Reconstruction | undefined;
  readonly story: Story | undefined;
  readonly steps: readonly StoryStep[];
  /** Observations somebody of the owner's side says they made; by a helper or not. */
  readonly toldBy: ReadonlyMap<number, "owner" | "helper">;
  readonly orphans: ReadonlyMap<number, Orphan>;
  readonly twins: Twins;
  /** Institutions the person has something at. */
  readonly own: ReadonlySet<string>;
  /** Does somebody of the owner's side say it was not theirs? */
  readonly isDenied: (observation: Observation) => boolean;
  readonly isOfEveryWeek: IsOfEveryWeek;
  /** Was it on a number that was in other hands by then? */
  readonly isOnTakenLine: (observation: Observation) => boolean;
  /** Did it go out over a number while that was clearly in other hands? */
  readonly isOutOfTheirHands: (observation: Observation) => boolean;
  /** They say that what is theirs never left them, and nothing they tell was given away or dead. */
  readonly isHandsetKept: boolean;
  /** Institutions at which an intruder acted, by the story. */
  readonly entered: ReadonlySet<string>;
  /** What somebody of the owner's side says they did not do. */
  readonly denied: readonly ToldAct[];
}

export interface RowRead {
  readonly observation: Observation;
  readonly actor: RowAnswer["actor"];
  readonly why: Because;
  readonly isUnexplained: boolean;
}

/** While somebody acts in the owner's name, a payment must be more of a habit to be called hers. */
const rareWhileTheyAct = 2;

export function readRows(question: RowsQuestion): readonly RowRead[] {
  const { fromFiles, incident } = question;
  const inside = new Map((incident?.within ?? []).map(({ observation }, o) => [observation.id, o] as const));
  const theirs = theirStretch(question.steps);
  const elsewhere = logsElsewhere(fromFiles, theirs);
  const first = fromFiles.map((observation): RowRead => {
    const o = inside.get(observation.id);
    if (o !== undefined && incident !== undefined)
      return insideRow(question, { observation, o, incident, theirs });
    const isOpen =
      incident !== undefined &&
      (question.isOutOfTheirHands(observation) ||
        isStrayHere(observation, { incident, theirs, elsewhere, isOfEveryWeek: question.isOfEveryWeek }) ||
        (question.isDenied(observation) && incident.aMonthOf(observation) < rarelyAMonth));
    return isOpen
      ? read(observation, "unknown", "nothing-seen", { isUnexplained: true })
      : read(observation, "owner", "ordinary");
  });
  const beside = withBeside(withWhatTheirPlacesDrew(first, { ...question, theirs }), question);
  return withDenied(withTwins(beside, question), question);
}

/** A weekend and a day until what was begun in one place is booked in another. */
const bookedWithin = 4 * minutesPerDay;

/**
 * What a place they were in drew from another, while they were or just after, and is no habit: begun by whoever was in there, and
 * booked when the bank was open again. Nobody is accused of it, and nobody's own it is called.
 */
function withWhatTheirPlacesDrew(
  rows: readonly RowRead[],
  { entered, incident, theirs }: Pick<RowsQuestion, "entered" | "incident"> & { readonly theirs: Stretch },
): readonly RowRead[] {
  if (incident === undefined) return rows;
  const isDrawn = ({ kind, direction, from, to, named }: Observation) =>
    kind === "row" &&
    direction === "out" &&
    to >= theirs.from &&
    from <= theirs.to + bookedWithin &&
    named.some((id) => entered.has(id));
  return rows.map((row) =>
    row.why.code === "ordinary" &&
    isDrawn(row.observation) &&
    incident.aMonthOf(row.observation) < rareWhileTheyAct
      ? read(row.observation, "unknown", "nothing-seen", { isUnexplained: true })
      : row,
  );
}

/** What nothing explains and somebody names and denies is no question to them any more: it was not theirs. */
function withDenied(rows: readonly RowRead[], { denied }: RowsQuestion): readonly RowRead[] {
  const doubted = rows.flatMap(({ observation, actor }) => (actor === "unknown" ? [observation] : []));
  const theirs = deniedSums(doubted, denied);
  return rows.map((row) =>
    row.actor === "unknown" && theirs.has(row.observation.id)
      ? read(row.observation, "unknown", "said-not-theirs")
      : row,
  );
}

/** What stands beside what is not the owner's is not called hers. */
function withBeside(rows: readonly RowRead[], question: RowsQuestion): readonly RowRead[] {
  const doubted = doubtedBeside(rows, question);
  return rows.map((row) => {
    const code = doubted.get(row.observation.id);
    if (code === undefined) return row;
    const isUnexplained = code === "nothing-seen" || code === "same-payee";
    return read(row.observation, "unknown", code, { isUnexplained });
  });
}

/**
 * While somebody acted in the owner's name: a row of which we know no flow that could leave it, and whose like is no habit.
 * Money that comes in from a lender, a word that a limit was raised, a log's entry from an address and a device that stand
 * nowhere else in it. What a stranger's number writes is nobody's act.
 */
function isStrayHere(
  observation: Observation,
  {
    incident,
    theirs,
    elsewhere,
    isOfEveryWeek,
  }: {
    readonly incident: Incident;
    readonly isOfEveryWeek: IsOfEveryWeek;
    readonly theirs: Stretch;
    readonly elsewhere: ReadonlyMap<string, ReadonlySet<string>>;
  },
): boolean {
  const { kind, direction, sign, institutions, place, counterparty, text } = observation;
  if (!isDuring(observation, theirs)) return false;
  const known = elsewhere.get(place.file);
  if (kind === "record" && sign === undefined)
    return counterparty !== "" && known !== undefined && !known.has(counterparty) && !known.has(text);
  if (kind === "row")
    return (
      direction === "in" &&
      incident.aMonthOf(observation) < rareWhileTheyAct &&
      !isOfEveryWeek(observation, incident)
    );
  return sign !== undefined && institutions.length > 0 && incident.aMonthOf(observation) < rarelyAMonth;
}

const isDuring = ({ from, to }: Observation, theirs: Stretch): boolean =>
  Number.isFinite(from) && from <= theirs.to && to >= theirs.from;

/** Log by log: from where and by what its entries outside that stretch were made. */
function logsElsewhere(
  observations: readonly Observation[],
  theirs: Stretch,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const observation of observations) {
    const { kind, place, counterparty, text } = observation;
    if (kind !== "record" || isDuring(observation, theirs)) continue;
    found.set(place.file, (found.get(place.file) ?? new Set()).add(counterparty).add(text));
  }
  return found;
}

const read = (
  observation: Observation,
  actor: RowAnswer["actor"],
  code: BecauseCode,
  {
    words = [],
    rows = [],
    isUnexplained = false,
  }: Partial<Because> & { readonly isUnexplained?: boolean } = {},
): RowRead => ({ observation, actor, why: { code, words, rows }, isUnexplained });

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** From when to when the intruder acted; an empty stretch: nobody did. */
function theirStretch(steps: readonly StoryStep[]): Stretch {
  const acts = steps.filter(({ actor }) => actor === "intruder");
  return {
    from: Math.min(...acts.map(({ earliest }) => earliest)),
    to: Math.max(...acts.filter(({ unseen }) => !unseen).map(({ latest }) => latest)),
  };
}

interface InsideRow {
  readonly observation: Observation;
  readonly o: number;
  readonly incident: Incident;
  readonly theirs: Stretch;
}

function insideRow(question: RowsQuestion, inside: InsideRow): RowRead {
  const { rebuilt, story, toldBy, orphans } = question;
  const { observation, o, incident } = inside;
  const told = toldBy.get(o);
  if (story === undefined || rebuilt === undefined) {
    if (told !== undefined) return read(observation, told, "told");
    return isRare(inside)
      ? read(observation, "unknown", "nothing-seen", { isUnexplained: true })
      : read(observation, "owner", "ordinary");
  }
  const part = story.parts
    .map((i) => rebuilt.model.parts[i]!)
    .find((each) => each.kind === "seen" && each.run.covers.includes(o));
  const run = part?.kind === "seen" ? part.run : undefined;
  const isClear = isAccused(rebuilt.margins.get(o));
  const orphan = orphans.get(observation.id);
  const isJudged = run !== undefined && (run.side === "owner" || isClear);
  if (orphan !== undefined && !isJudged)
    return read(
      observation,
      rebuilt.margins.size > 0 && hasSecondSign(orphan, incident) ? "intruder" : "unknown",
      "no-own-row",
      { words: [orphan.institution] },
    );
  if (run === undefined)
    return told === undefined ? leftOver(inside, question) : read(observation, told, "told");
  const words = [`${run.step.institution}/${run.step.flow.id}`];
  // Who did the step is known with the story: nobody is called the author of what is nearly as well somebody else's.
  const step = question.steps.find((each) => rebuilt.model.parts[each.part] === part);
  if (run.side === "owner" && told === undefined && step?.actor === "unknown")
    return read(observation, "unknown", "intruder-not-clear", { words });
  if (run.side === "owner") return read(observation, told ?? "owner", "owners-act", { words });
  // Whoever has the phone in the hand calls with it, whatever else could have left the row.
  const { kind, direction } = observation;
  if (!isClear && question.isHandsetKept && direction === "out" && (kind === "call" || kind === "sms"))
    return read(observation, told ?? "owner", told === undefined ? "ordinary" : "told");
  return isClear && !isAtALiarsWord(observation, question)
    ? read(observation, "intruder", "only-intruder", { words })
    : read(observation, "unknown", "intruder-not-clear", { words });
}

/**
 * A message that came to a phone nobody took while somebody lied to its owner: what it asks they may have done at the liar's word,
 * whoever moved the money then.
 */
const isAtALiarsWord = (
  { kind, from, to }: Observation,
  { lies, isHandsetKept }: Pick<RowsQuestion, "lies" | "isHandsetKept">,
): boolean =>
  isHandsetKept &&
  (kind === "sms" || kind === "mail" || kind === "notice") &&
  from === to &&
  lies.some((lie) => from >= lie - halfAnHour && from - lie <= talkedTo);

/** So long somebody is kept on the telephone. */
const talkedTo = 120;

const isRare = ({ incident, o }: InsideRow, least = rarelyAMonth): boolean =>
  (incident.within[o]?.aMonth ?? 1) < least;

/** What the story calls ordinary. */
function leftOver(
  inside: InsideRow,
  { rebuilt, story, own, isOfEveryWeek, isDenied, isOnTakenLine, isOutOfTheirHands, entered }: RowsQuestion,
): RowRead {
  const { observation, o, theirs } = inside;
  // Whom the person deals with is no stranger: what they say of it is true, and nobody knows how it came about.
  if (story?.byUnknown.has(o) === true)
    return observation.institutions.some((id) => own.has(id))
      ? read(observation, "unknown", "nothing-seen", { isUnexplained: true })
      : read(observation, "unknown", "strange-sender");
  const { kind, from, to, direction, isText, institutions } = observation;
  const isOnLine = kind === "sms" || kind === "call" || kind === "record" || isText === true;
  // What an account's own log tells of while somebody is in it is as likely theirs.
  const isInTheirHands =
    isOnTakenLine(observation) || (kind === "record" && institutions.some((id) => entered.has(id)));
  const isTheirTime = to >= theirs.from && from <= theirs.to;
  const couldBeTheirs = rebuilt?.model.parts.some(
    (part) => part.kind === "seen" && part.run.side === "intruder" && part.run.covers.includes(o),
  );
  const isTheirMoney =
    isTheirTime &&
    kind === "row" &&
    direction !== "in" &&
    couldBeTheirs === true &&
    (isDenied(observation) || !isOfEveryWeek(observation, inside.incident)) &&
    isRare(inside, rareWhileTheyAct);
  // While the line is in other hands an ordinary text is as likely theirs; her own calls are hers while it is not.
  return isRare(inside) ||
    (isOnLine && isTheirTime && isInTheirHands) ||
    isOutOfTheirHands(observation) ||
    isTheirMoney
    ? read(observation, "unknown", "nothing-seen", { isUnexplained: true })
    : read(observation, "owner", "ordinary");
}

/** A row that stands in no own bill, after a code of that service came in the same stretch: two signs, of two files. */
function hasSecondSign(orphan: Orphan, incident: Incident): boolean {
  return incident.within.some(
    ({ observation: { kind, institutions, from } }) =>
      (kind === "sms" || kind === "mail" || kind === "call") &&
      institutions.includes(orphan.institution) &&
      from <= orphan.observation.to,
  );
}

/** What tells of the same payment is the same act: of the surer of the two. */
function withTwins(rows: readonly RowRead[], { twins }: RowsQuestion): readonly RowRead[] {
  const byId = new Map(rows.map((row) => [row.observation.id, row] as const));
  return rows.map((row) => {
    const isOpen = row.why.code === "nothing-seen" || row.why.code === "intruder-not-clear";
    if (row.why.code !== "ordinary" && !isOpen) return row;
    const others = (twins.of.get(row.observation.id) ?? []).flatMap(({ id }) => byId.get(id) ?? []);
    const surer =
      others.find(({ actor }) => actor === "intruder") ??
      // What they say they did is theirs in every file in which it stands.
      (isOpen ? others.find(({ why: { code } }) => code === "owners-act" || code === "told") : undefined) ??
      others.find(({ actor }) => actor === "unknown" && row.actor !== "unknown");
    if (surer === undefined) return row;
    const { words } = surer.why;
    return read(row.observation, surer.actor, "same-money", { words, rows: [surer.observation.place] });
  });
}
