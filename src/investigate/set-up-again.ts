/**
 * Whoever has a new SIM or a new phone signs in everywhere again, and sets passwords they have forgotten: in those days what a
 * thief's night leaves is ordinary life. It counts as that only where nobody of the owner's side says that anything was not
 * theirs, that the line was dead in their hands, that somebody lied to them, or that they told or showed somebody something. Where
 * the phone was taken from them, what is larger than they pay on other days counts as no part of it: whoever has a phone may pay
 * with it. Cost: the world's steps, and what was seen.
 */
import type { Observation, RecordFile, TraceIndex } from "../evidence/index.ts";
import type { Grounded, Step } from "../ground/index.ts";
import { at, minutesPerDay } from "../model/index.ts";
import { flowsOf } from "./act-meant.ts";
import { hardlyEverAMonth } from "./habits.ts";
import { hersByHandset } from "./hers-by-handset.ts";
import type { ToldRead } from "./told.ts";
import { backAfter } from "./told-acts.ts";
import { weights } from "./weights.ts";

export interface SetUpQuestion {
  readonly world: Grounded;
  readonly index: TraceIndex;
  readonly said: ToldRead;
  readonly fromFiles: readonly Observation[];
  readonly files: readonly RecordFile[];
  /** Rows that stand in no own bill although one covers them. */
  readonly orphans: ReadonlyMap<number, unknown>;
}

/** A week is enough for what one uses every day. */
const settingUp = 7 * minutesPerDay;

/** How many a month of its like there are in those days; `undefined`: it is none of what setting everything up again leaves. */
export function setUpAgain(question: SetUpQuestion): (observation: Observation) => number | undefined {
  const { world, index, said, orphans } = question;
  const never = () => undefined;
  const isAnybody = said.denied.length > 0 || said.isMet || said.given.size > 0;
  if (isAnybody || said.lineDead !== undefined) return never;
  const isLines = isOfLine(world);
  const lineSigns = signsLeftBy(world.steps.filter(isLines), index);
  const signs = signsLeftBy(world.steps.filter(opensAccounts(world)), index);
  const isReissue = reissues(question, lineSigns, isLines);
  const since =
    backSince(question, { lineSigns, isReissue, isLines }) ??
    hersByHandset({
      ...question,
      isReissue,
      isOfSettingUp: (sign) => signs.has(sign) || lineSigns.has(sign),
    });
  if (since === undefined) return never;
  const isLarge = said.stolenSince === undefined ? () => false : largerThanUsual(question, since);
  return (observation) => {
    const { id, kind, direction, sign, from, to } = observation;
    if (to < since || from > since + settingUp) return undefined;
    // A phone is bought, a case, a plan; what no bill of their own shows is another thing.
    if (kind === "row")
      return orphans.has(id) || direction === "in" || isLarge(observation) ? undefined : weights.boughtAgain;
    const isWord = (kind === "sms" || kind === "mail" || kind === "notice") && direction !== "out";
    return isWord && (signs.has(sign ?? "") || lineSigns.has(sign ?? "")) ? weights.setUpAgain : undefined;
  };
}

/** Is it more than was paid on any other day, by the same statement? */
function largerThanUsual({ fromFiles }: SetUpQuestion, since: number): (observation: Observation) => boolean {
  const most = new Map<string, number>();
  for (const { kind, direction, place, from, to, amount = 0 } of fromFiles)
    if (kind === "row" && direction === "out" && (to < since || from > since + settingUp))
      most.set(place.file, Math.max(most.get(place.file) ?? 0, amount));
  return ({ place, amount = 0 }) => amount > (most.get(place.file) ?? 0);
}

interface LineWords {
  readonly lineSigns: ReadonlySet<string>;
  readonly isReissue: (observation: Observation) => boolean;
  readonly isLines: (step: Step) => boolean;
}

/** When the owner had a line or a phone again, by what is told. */
function backSince(
  { world, said, fromFiles }: SetUpQuestion,
  { lineSigns, isReissue, isLines }: LineWords,
): number | undefined {
  const flows = flowsOfLines(world, isLines);
  const told = said.acts.flatMap(({ from, sign = "", flow = "" }) =>
    lineSigns.has(sign) || flows.has(flow) ? [from] : [],
  );
  const gone = said.goneSince?.at ?? Number.POSITIVE_INFINITY;
  const seen = fromFiles.flatMap((each) =>
    each.from >= gone + backAfter && isReissue(each) ? [each.from] : [],
  );
  const all = [...told, ...seen, ...(said.setUpSince === undefined ? [] : [said.setUpSince])];
  // What was done first is told when it was over.
  return all.length === 0 ? undefined : Math.min(...all) - backAfter;
}

/** Is it a word that one of the owner's own numbers was put on a SIM? A carrier may say so in ways nobody has read. */
function reissues(
  { world, index }: SetUpQuestion,
  lineSigns: ReadonlySet<string>,
  isLines: (step: Step) => boolean,
): (observation: Observation) => boolean {
  const flows = flowsOfLines(world, isLines);
  const carriers = new Set(
    [...world.person.things.values()].flatMap(({ kind, of, institution }) =>
      kind === "line" && of === undefined && institution !== undefined ? [institution] : [],
    ),
  );
  return (each) =>
    each.kind !== "row" &&
    each.direction !== "out" &&
    isRareSign(world, each) &&
    lineSigns.has(each.sign ?? "") &&
    (each.institutions.some((id) => carriers.has(id)) ||
      // Of a mail whose sender nobody knows the words tell as much.
      (each.kind === "mail" && each.institutions.length === 0) ||
      [...flowsOf(each, index)].some((flow) => flows.has(flow)));
}

const flowsOfLines = ({ steps }: Grounded, isLines: (step: Step) => boolean): ReadonlySet<string> =>
  new Set(steps.filter(isLines).map(({ institution, flow }) => `${institution}/${flow.id}`));

const isRareSign = ({ catalog }: Grounded, { sign = "" }: Observation): boolean =>
  (catalog.signs.get(sign)?.aMonth ?? 1) <= hardlyEverAMonth;

const signsLeftBy = (steps: readonly Step[], index: TraceIndex): ReadonlySet<string> =>
  new Set(steps.flatMap(({ leaves }) => leaves.flatMap((left) => index.signOf(left) ?? [])));

/** Does it put a number on a SIM? */
const isOfLine =
  ({ atoms, catalog }: Grounded) =>
  ({ gives }: Step): boolean =>
    gives.some(({ atom }) =>
      catalog.vocabulary.capabilities.get(at(atoms, atom).kind)?.roles.includes("own-line"),
    );

/** Does it open an account, make a phone one that may act in it, or set its secret anew, and set nothing that stays? */
const opensAccounts =
  ({ atoms, catalog, wiring }: Grounded) =>
  ({ gives, sets }: Step): boolean =>
    sets.length === 0 &&
    gives.some(({ atom }) => {
      const { kind, things } = at(atoms, atom);
      const roles = catalog.vocabulary.capabilities.get(kind)?.roles ?? [];
      const of = wiring.things.get(things[0] ?? "")?.kind;
      return (
        roles.includes("session") ||
        roles.includes("enrols") ||
        (roles.includes("secret") && (of === "account" || of === "card"))
      );
    });
