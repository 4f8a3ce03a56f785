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
import { flowsOf, isDenied } from "./act-meant.ts";
import { hardlyEverAMonth } from "./habits.ts";
import { hersByHandset, largerThan, sentTo } from "./hers-by-handset.ts";
import { hersByNewPhone } from "./hers-by-new-phone.ts";
import { backAfter } from "./told-acts.ts";
import type { ToldRead } from "./told-text.ts";
import { weights } from "./weights.ts";

export interface SetUpQuestion {
  readonly world: Grounded;
  readonly index: TraceIndex;
  readonly said: ToldRead;
  readonly fromFiles: readonly Observation[];
  readonly files: readonly RecordFile[];
  /** Rows that stand in no own bill although one covers them. */
  readonly orphans: ReadonlyMap<number, unknown>;
  /** Does somebody of the owner's side say it was not theirs? */
  readonly isSaidNotTheirs: (observation: Observation) => boolean;
}

/** A week is enough for what one uses every day. */
const settingUp = 7 * minutesPerDay;

/** How many a month of its like there are in those days; `undefined`: it is none of what setting everything up again leaves. */
export function setUpAgain(question: SetUpQuestion): (observation: Observation) => number | undefined {
  const { world, index, said, orphans } = question;
  const never = () => undefined;
  if (said.metSince !== undefined || said.given.size > 0 || said.lineDead !== undefined) return never;
  const isLines = isOfLine(world);
  const lineSigns = signsLeftBy(world.steps.filter(isLines), index);
  const signs = signsLeftBy(world.steps.filter(opensAccounts(world)), index);
  const deviceSigns = signsLeftBy(world.steps.filter(entersByDevice(world)), index);
  const isReissue = reissues(question, lineSigns, isLines);
  const told = backSince(question, { lineSigns, isReissue, isLines });
  const seen = () =>
    hersByHandset({
      ...question,
      isReissue,
      isOfSettingUp: (sign) => signs.has(sign) || lineSigns.has(sign),
    });
  const isAnythingTold = said.acts.length + said.denied.length + said.gone.size > 0;
  const isOfDevice = (sign: string) => deviceSigns.has(sign);
  const bought = () => (isAnythingTold ? undefined : hersByNewPhone({ ...question, isOfDevice }));
  const since = told ?? seen() ?? bought();
  if (since === undefined || isDeniedAround(since, told !== undefined, question)) return never;
  const isLarge = largeAndDoubtful(question, since, told !== undefined);
  return (observation) => {
    const { id, kind, direction, sign, from, to } = observation;
    if (to < since || from > since + settingUp || question.isSaidNotTheirs(observation)) return undefined;
    // A phone is bought, a case, a plan; what no bill of their own shows is another thing.
    if (kind === "row")
      return orphans.has(id) || direction === "in" || isLarge(observation) ? undefined : weights.boughtAgain;
    const isWord = (kind === "sms" || kind === "mail" || kind === "notice") && direction !== "out";
    return isWord && (signs.has(sign ?? "") || lineSigns.has(sign ?? "")) ? weights.setUpAgain : undefined;
  };
}

/** What led to a new SIM or phone lies so long before it. */
const ledTo = 3 * minutesPerDay;

/**
 * Does anybody of the owner's side deny anything of those days, or what stands nowhere? Who tells of a new SIM or phone is locked out
 * here and there in the days after it.
 */
function isDeniedAround(
  since: number,
  isTold: boolean,
  { said, fromFiles, isSaidNotTheirs }: SetUpQuestion,
): boolean {
  if (said.denied.length === 0) return false;
  const denied = fromFiles.filter(isSaidNotTheirs);
  const byDeed = said.denied.filter(({ isShutOut }) => isShutOut !== true);
  const isOfLockedOut = (each: Observation) =>
    isTold && each.from >= since && !byDeed.some((act) => isDenied(each, act));
  return (
    denied.length === 0 ||
    denied.some((each) => each.to >= since - ledTo && each.from <= since + settingUp && !isOfLockedOut(each))
  );
}

/**
 * Is it more than was paid on any other day, by the same statement? Where the phone was taken no such payment is hers by itself; where
 * nobody told of a new SIM or phone none of those of which nothing says whose they were.
 */
function largeAndDoubtful(
  { fromFiles, said, world }: SetUpQuestion,
  since: number,
  isTold: boolean,
): (observation: Observation) => boolean {
  const isIn = ({ from, to }: Observation) => to >= since && from <= since + settingUp;
  const isLarge = largerThan(fromFiles, isIn);
  if (said.stolenSince !== undefined) return isLarge;
  return isTold
    ? () => false
    : sentTo(
        fromFiles.filter((each) => isIn(each) && isLarge(each)),
        world,
      );
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

/** Does it let a device into an account, and set no secret? */
const entersByDevice =
  ({ atoms, catalog }: Grounded) =>
  ({ gives, sets, revokes }: Step): boolean =>
    sets.length === 0 &&
    [...gives, ...revokes].every(({ atom }) => at(atoms, atom).secret === undefined) &&
    gives.some(({ atom }) => {
      const roles = catalog.vocabulary.capabilities.get(at(atoms, atom).kind)?.roles ?? [];
      return roles.includes("session") || roles.includes("enrols");
    });

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
