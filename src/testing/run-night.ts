/**
 * A told night replayed, and held to what was told: what the rules do not allow, or what comes out otherwise, is a
 * complaint with its place and its reason, a whole sentence in either language.
 */
import { helpWith } from "../catalog/index.ts";
import type { Grounded } from "../ground/index.ts";
import { Complaint, type Pot, potText, traceText, type Why } from "../model/index.ts";
import { sayWhyNot, type ToldOf } from "../report/index.ts";
import { type Night, type Replay, type ReplayLine, replay, type ScriptLine, stepAt } from "../world/index.ts";
import type { ToldNight } from "./night.ts";
import type { NightText } from "./night-shape.ts";

export interface NightResult {
  readonly replay: Replay;
  /** Whatever the rules do not allow, or what came otherwise than told, each with its place and reason. */
  readonly complaints: readonly Complaint[];
}

/** Replays the night and holds it to what was told. */
export function runNight(told: ToldNight): NightResult {
  const { world, held, startsAt, endsAt, lines, script, locate } = told;
  const replayed = replay(script, { world, held, startsAt, horizonMinutes: endsAt });
  const of: ToldOf = { startsAt, currency: world.person.currency };
  const ofLines = replayed.lines.flatMap((each): readonly EndFault[] => {
    const line = lines[each.line];
    if (line === undefined) return [];
    return faultsOf(line, each, { left: tracesOf(world, each), of }).map(({ key, ...fault }) => ({
      ...fault,
      path: ["script", each.line, key],
    }));
  });
  const faults: readonly EndFault[] = [
    ...replayed.complaints.map(({ line, message, help }) => ({
      isBad: true,
      path: line < 0 ? ["script"] : ["script", line],
      message,
      help,
    })),
    ...ofLines,
    ...faultsOfLosses(told, replayed.night),
    ...faultsOfConditions(told, replayed.night),
  ];
  return {
    replay: replayed,
    complaints: faults.map(
      ({ path, isBad = false, ...said }) =>
        new Complaint({ code: isBad ? "night/bad-line" : "night/not-so", place: locate(path), ...said }),
    ),
  };
}

interface EndFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly help: string;
  /** Absent: the report knows the sentence. */
  readonly inChinese?: string;
  /** It is written wrongly, whatever came. */
  readonly isBad?: boolean;
}

type SumText = NonNullable<NightText["ends"]["losses"][number]["amount"]>;

/** As a file writes it. */
const saySum = (said: SumText): string =>
  typeof said === "number" ? String(said) : `{ from: ${said.from}, to: ${said.to} }`;

const rangeOf = (said: SumText): { readonly from: number; readonly to: number } =>
  typeof said === "number" ? { from: said, to: said } : said;

/** What was lost may be as much less as lines leave open what they took, and as much more as they leave open what came back. */
function isAsTold(said: SumText, came: number, script: readonly ScriptLine[]): boolean {
  const { from, to } = rangeOf(said);
  const open = (sums: readonly { readonly amount?: number; readonly atLeast?: number }[]) =>
    sums.reduce((sum, { amount = 0, atLeast = amount }) => sum + amount - atLeast, 0);
  const less = open(script);
  const more = open(
    script
      .flatMap(({ returned = {} }) => Object.values(returned))
      .flatMap((each) => (typeof each === "number" ? [] : [each])),
  );
  return came - less <= to && came + more >= from;
}

function faultsOfLosses({ world, ends, script }: ToldNight, night: Night): readonly EndFault[] {
  const known = world.goals.map(({ id }) => id);
  const faults = ends.losses.flatMap(({ goal, amount }, i): readonly EndFault[] => {
    const path = ["ends", "losses", i];
    if (!known.includes(goal))
      return [
        {
          isBad: true,
          path: [...path, "goal"],
          message: `nothing like \`${goal}\` can be lost here`,
          help: helpWith(goal, known, "name a loss of this person"),
        },
      ];
    const came = night.lossByGoal.get(goal);
    if (came === undefined)
      return [
        {
          path: [...path, ...(amount === undefined ? ["goal"] : ["amount"])],
          message: `\`${goal}\` was not lost`,
          help: leftHelp(night) ?? "mend the script, the amount, or the flow",
        },
      ];
    if (amount === undefined || isAsTold(amount, came, script)) return [];
    const isUnsaid = came === 0 && !night.returned.has(goal);
    return [
      {
        path: [...path, "amount"],
        message: isUnsaid
          ? `\`${goal}\` was lost, and no line says how much of it`
          : `\`${goal}\` cost ${came}, not ${saySum(amount)}`,
        help: isUnsaid
          ? "say on the line what it took (`amount`), or leave `amount` out here"
          : (leftHelp(night) ?? "mend the script, the amount, or the flow"),
      },
    ];
  });
  const more = [...night.lossByGoal].flatMap(([goal, came]): readonly EndFault[] => {
    const isBack = came === 0 && night.returned.has(goal);
    if (isBack || ends.losses.some((told) => told.goal === goal)) return [];
    return [
      {
        path: ["ends", "losses"],
        message: came === 0 ? `\`${goal}\` was lost too` : `\`${goal}\` was lost too: ${came}`,
        help: "add it, or mend the script or the flow",
      },
    ];
  });
  return [...faults, ...more];
}

function faultsOfConditions({ ends, endsAt }: ToldNight, night: Night): readonly EndFault[] {
  const told = ends.conditions;
  if (told === undefined) return [];
  const set = night.conditions.filter(({ until }) => until >= endsAt).map(({ condition }) => condition);
  return [
    ...told.flatMap((condition, i): readonly EndFault[] =>
      set.includes(condition)
        ? []
        : [
            {
              path: ["ends", "conditions", i],
              message: `\`${condition}\` is not set at the end`,
              help: helpWith(condition, set, "mend the script, or leave it out"),
            },
          ],
    ),
    ...set
      .filter((condition) => !told.includes(condition))
      .map((condition) => ({
        path: ["ends", "conditions"],
        message: `\`${condition}\` is set at the end, too`,
        help: "add it, or mend the script",
      })),
  ];
}

/** Money that was moved between the owner's pots and is still there: by the times told, it came when nobody took any more. */
function leftHelp({ money }: Night): string | undefined {
  const left = new Map<string, { readonly from: string; readonly to: string; readonly sum: number }>();
  const add = (pot: Pot, sum: number) => {
    if (pot.kind !== "moved") return;
    const before = left.get(potText(pot))?.sum ?? 0;
    left.set(potText(pot), { from: pot.from, to: pot.thing, sum: Math.round((before + sum) * 100) / 100 });
  };
  for (const { from, counterparty, amount } of money) {
    add(from, -amount);
    add(counterparty, amount);
  }
  const [stays] = [...left.values()].filter(({ sum }) => sum > 0);
  return stays === undefined
    ? undefined
    : `${stays.sum} of \`${stays.from}\` stayed in \`${stays.to}\`: it came there after the last line that takes from there, or is more than that takes`;
}

interface LineFault {
  readonly key: "flow" | "expects" | "leaves" | "refused" | "amount" | "returned";
  readonly message: string;
  readonly help: string;
  /** Absent: the report knows the sentence. */
  readonly inChinese?: string;
}

interface JudgedOf {
  /** What the run left. */
  readonly left: readonly string[];
  readonly of: ToldOf;
}

function faultsOf(
  { flow, leaves = [], refused, uncertain, amount }: NightText["script"][number],
  replayed: ReplayLine,
  { left, of }: JudgedOf,
): readonly LineFault[] {
  const { allowed, why, unmet, tookNothing, took } = replayed;
  const faults: LineFault[] = unmet.map((each) => ({
    key: "expects",
    message: `\`${each}\` was not so at that moment`,
    help: "look at the lines before it",
  }));
  if (refused !== undefined) {
    const words = tookNothing === true ? [nothingLeft] : why.flatMap(wordsOf);
    if (allowed && tookNothing !== true)
      faults.push({
        key: "refused",
        message: `\`${flow}\` was possible, and is told to have been refused`,
        help: "look at the lines before it, or at what the flow asks",
      });
    else if (!words.includes(refused))
      faults.push({
        key: "refused",
        ...otherReason(replayed, flow, of),
        help: helpWith(refused, words, noWord),
      });
    return faults;
  }
  if (!allowed && flow === undefined)
    return [
      ...faults,
      {
        key: "returned",
        message: `this did not come back: ${sayWhyNot(replayed, of, "en")}`,
        inChinese: `这笔钱没有退回：${sayWhyNot(replayed, of, "zh")}`,
        help: "move the line, or say on the lines before it what they took",
      },
    ];
  if (!allowed)
    return [
      ...faults,
      {
        key: "flow",
        message: `\`${flow}\` was not possible: ${sayWhyNot(replayed, of, "en")}`,
        inChinese: `\`${flow}\` 在那一刻办不成：${sayWhyNot(replayed, of, "zh")}`,
        help: helpWithout(replayed),
      },
    ];
  // A step that is concluded and not told may have been a smaller one, or none.
  if (tookNothing === true && uncertain !== true)
    faults.push({
      key: "flow",
      message: `\`${flow}\` took nothing: all that lay there had been taken before`,
      help: `leave the line out, or tell it as \`refused: ${nothingLeft}\``,
    });
  const sum = amount === undefined ? undefined : rangeOf(amount);
  if (sum !== undefined && took !== undefined && (took < sum.from || took > sum.to) && tookNothing !== true)
    faults.push({
      key: "amount",
      message: `\`${flow}\` took ${took}, and is told to have taken ${amount === undefined ? "" : saySum(amount)}`,
      help: "look at what lay there by then, and at the limits of the flow",
    });
  for (const wanted of leaves) {
    const words = wanted.split(" ");
    if (!left.some((trace) => words.every((word) => trace.split(" ").includes(word))))
      faults.push({
        key: "leaves",
        message: `\`${flow}\` did not leave \`${wanted}\``,
        help:
          left.length === 0 ? "it leaves nothing" : `it left ${left.map((each) => `\`${each}\``).join(", ")}`,
      });
  }
  return faults;
}

/** More flows than these in one sentence are no way out. */
const giversMax = 4;

/** What would have to stand before the line; a part of what it lacks that nothing gives comes first, for no line helps there. */
function helpWithout({ lacking }: ReplayLine): string {
  const never = lacking.find(({ flows }) => flows.length === 0);
  if (never !== undefined)
    return `no flow here gives \`${never.capability}\`: put it under \`held\`, or mend the flow`;
  const [first] = lacking;
  return first === undefined
    ? "move the line, add what it needs before it, or mend the flow"
    : `add a line before it that gives \`${first.capability}\`, by ${anyOf(first.flows.slice(0, giversMax))}; or move the line, or mend the flow`;
}

const anyOf = (flows: readonly string[]): string => {
  const named = flows.map((each) => `\`${each}\``);
  return named.length < 2 ? named.join("") : `${named.slice(0, -1).join(", ")} or ${named.at(-1)}`;
};

const otherReason = (
  replayed: ReplayLine,
  flow: string | undefined,
  of: ToldOf,
): Pick<LineFault, "message" | "inChinese"> =>
  replayed.tookNothing === true
    ? { message: `\`${flow}\` took nothing: all that lay there had been taken before` }
    : {
        message: `\`${flow}\` was refused for another reason: ${sayWhyNot(replayed, of, "en")}`,
        inChinese: `\`${flow}\` 被拒是因为别的原因：${sayWhyNot(replayed, of, "zh")}`,
      };

/** What a line says that found nothing where it took from. */
const nothingLeft = "nothing-left";

const noWord =
  "name the capability that was missing or the condition that stopped it, `at-most` where it was over its limit, `hours` where it was closed";

/** What a line may say of having been refused for this reason; a limit and opening hours by the flow's own keys. */
function wordsOf(reason: Why): readonly string[] {
  switch (reason.kind) {
    case "missing":
      return [reason.capability, ...reason.stoppedBy].map(({ text }) => text);
    case "stopped":
      return [reason.condition.text];
    case "barred":
    case "too-often":
      return ["at-most"];
    case "too-much":
      return [reason.by === "there" ? nothingLeft : "at-most"];
    case "closed":
      return ["hours"];
    default:
      return [];
  }
}

/** What a run of the flow leaves, whether somebody sees it at that moment or only on request. */
const tracesOf = (world: Grounded, { step }: ReplayLine): readonly string[] =>
  step === undefined ? [] : stepAt(world, step).leaves.map(traceText);
