/**
 * The lines of a told night, bound to the flows they speak of; what cannot be bound becomes a complaint with a way out.
 */

import { helpWith } from "../catalog/index.ts";
import { flowName } from "../ground/index.ts";
import {
  type ActorId,
  actorId,
  at,
  type ConditionId,
  conditionId,
  formatTold,
  type GoalId,
  goalId,
  heldOrDenied,
  type StepId,
} from "../model/index.ts";
import type { Arena } from "./arena.ts";
import { movesMoney } from "./money.ts";
import { rowOf } from "./rows.ts";
import { type Stage, stepAt } from "./stage.ts";

export interface ScriptLine {
  /** Minutes from the start; two: it was at some minute from the one to the other, the first at which it could be. */
  readonly at: number | readonly [from: number, to: number];
  /** When it was over; absent: as soon as the flow allows. */
  readonly until?: number;
  /**
   * `owner`, `intruder`, or a helper (`helper:husband`), whose hands are the owner's; of what only tells or gives back an
   * institution too (`institution:<id>`).
   */
  readonly actor: string;
  /** `institution/flow`. Absent: the line only says what was seen. */
  readonly flow?: string;
  /** Which things it concerned, by path or by any name: `{ card: card.ccb-debit }`. */
  readonly things?: Readonly<Record<string, string>>;
  /** What was so at that moment: a condition, a capability of this actor's, or either after `not `. */
  readonly expects?: readonly string[];
  /** What it took in all, in the person's currency; absent: all it may. */
  readonly amount?: number;
  /** Where only an interval is told: the least of it. As much of it is taken as can be. */
  readonly atLeast?: number;
  /** How many runs it stands for, one after the other; absent: one. */
  readonly times?: number;
  /** What an institution set of its own accord: nobody asked, and nothing else is done by such a line. */
  readonly sets?: readonly OwnSetting[];
  /** What came back at that moment, by loss. */
  readonly returned?: Readonly<
    Record<string, number | { readonly amount: number; readonly atLeast?: number }>
  >;
}

/** A condition by its text; it lapses after so many minutes, or not by itself. */
export interface OwnSetting {
  readonly condition: string;
  readonly expiresMinutes?: number | undefined;
}

export interface ScriptComplaint {
  /** Index of the line; -1: the script as a whole. */
  readonly line: number;
  readonly message: string;
  readonly help: string;
}

export interface Bound {
  readonly index: number;
  readonly line: ScriptLine;
  /** The minutes between which it was; equal where one is told. */
  readonly from: number;
  readonly to: number;
  readonly actor: ActorId;
  readonly candidates: readonly StepId[];
  readonly returned: readonly Returned[];
  readonly sets: readonly { readonly condition: ConditionId; readonly expiresMinutes: number }[];
}

/** So much of a loss that came back. */
export interface Returned {
  readonly goal: GoalId;
  readonly hundredths: number;
  /** Where only an interval is told: the least of it. */
  readonly atLeast: number;
}

export function bind(
  stage: Stage,
  line: ScriptLine,
  index: number,
  { horizon, startsAt }: { readonly horizon: number; readonly startsAt: number | undefined },
): Bound | ScriptComplaint {
  const complain = (message: string, help: string): ScriptComplaint => ({ line: index, message, help });
  const { world } = stage;
  const { until, actor, flow, things = {}, expects = [] } = line;
  const clock = (minute: number) => `\`${formatTold(minute, startsAt)}\``;
  const [from, to] = windowOf(line);
  const wrong = [from, to].find((minute) => !Number.isFinite(minute) || minute < 0);
  if (wrong !== undefined)
    return complain(`\`${wrong}\` is no minute of the night`, "give minutes from the start, zero or more");
  if (to < from) return complain(`${clock(to)} comes before ${clock(from)}`, "write the earlier time first");
  if (to > horizon)
    return complain(`${clock(to)} lies after the end of the night`, `the night ends at ${clock(horizon)}`);
  if (until !== undefined && !(Number.isFinite(until) && until >= from))
    return complain(
      `it is over at ${clock(until)}, before it begins at ${clock(from)}`,
      "leave `until` out, or let it be later",
    );
  const isInstitution = world.catalog.institutions.has(institutionOf(actor) ?? "");
  const row = isInstitution && flow === undefined ? actorId(1) : rowFor(actor, world.person.helpers);
  if (row === undefined && isInstitution && flow !== undefined)
    return complain(
      `\`${actor}\` runs no flow of a night`,
      "name who asked for it: `owner`, `intruder` or a helper; an institution's own line says what it set of its own accord (`sets`), what it gave back or what was so",
    );
  if (row === undefined && world.catalog.institutions.has(actor))
    return complain(`unknown actor \`${actor}\``, `did you mean \`${institutionMark}${actor}\`?`);
  if (row === undefined)
    return complain(
      `unknown actor \`${actor}\``,
      helpWith(
        actor,
        [
          "owner",
          "intruder",
          ...[...world.person.helpers.keys()].map((id) => `helper:${id}`),
          ...(actor.startsWith(institutionMark)
            ? [...world.catalog.institutions.keys()].map((id) => institutionMark + id)
            : []),
        ],
        "the owner, the intruder, a helper of the person file, or `institution:` and its id",
      ),
    );
  const unknown = expects.find((text) => !isWord(stage, text));
  if (unknown !== undefined)
    return complain(
      `nothing in this world is called \`${unknown}\``,
      "write a condition or a capability of this person's things, or either after `not `",
    );
  const goals = world.goals.map(({ id }) => id);
  const back = Object.entries(line.returned ?? {});
  const notLost = back.find(([goal]) => !goals.includes(goal));
  if (notLost !== undefined)
    return complain(
      `nothing like \`${notLost[0]}\` can be lost here`,
      helpWith(notLost[0], goals, "name a loss of this person"),
    );
  const returned = back.map(([goal, said]) => {
    const { amount, atLeast = amount } = typeof said === "number" ? { amount: said } : said;
    return {
      goal: goalId(goals.indexOf(goal)),
      hundredths: Math.round(amount * 100),
      atLeast: Math.round(atLeast * 100),
    };
  });
  const settings = line.sets ?? [];
  if (settings.length > 0 && !isInstitution)
    return complain(
      "`sets` is what an institution did of its own accord",
      "name the flow by which they set it (`flow`), or the institution that did (`actor: institution:…`)",
    );
  const unheard = settings.find(({ condition }) => !world.conditions.some(({ id }) => id === condition));
  if (unheard !== undefined)
    return complain(
      `nothing in this world is called \`${unheard.condition}\``,
      helpWith(
        unheard.condition,
        world.conditions.map(({ id }) => id),
        "write a condition of this person's things that some flow here hears",
      ),
    );
  const sets = settings.map(({ condition, expiresMinutes = Infinity }) => ({
    condition: conditionId(world.conditions.findIndex(({ id }) => id === condition)),
    expiresMinutes,
  }));
  if (flow === undefined) return { index, line, from, to, actor: row, candidates: [], returned, sets };
  const nameOf = (step: StepId) => flowName(stepAt(world, step));
  const takeable = stage.steps.filter((step) => stage.isStep[step] === 1);
  const ofFlow = takeable.filter((step) => nameOf(step) === flow);
  if (ofFlow.length === 0)
    return complain(
      `no flow \`${flow}\` concerns this person`,
      helpWith(
        flow,
        new Set(takeable.map(nameOf)),
        "name it `institution/flow`, as it was in force on that day",
      ),
    );
  const strange = Object.values(things).find(
    (thing) => thing !== "person" && !world.wiring.things.has(thing),
  );
  if (strange !== undefined)
    return complain(
      `no thing \`${strange}\``,
      helpWith(strange, world.wiring.things.keys(), "name a thing of the person file"),
    );
  const fits = ofFlow.filter((step) => isAbout(stage, step, things));
  if (fits.length === 0)
    return complain(
      `\`${flow}\` never concerns ${Object.values(things).join(" and ")}`,
      "leave `things` out, or name others",
    );
  const moving = fits.filter((step) => movesMoney(stage, step));
  if (line.amount !== undefined && moving.length === 0)
    return complain(
      `\`${flow}\` moves no money, and a sum is told of it`,
      "leave `amount` out, or tell it of the flow that took the money",
    );
  const candidates = line.amount === undefined ? fits : moving;
  return { index, line, from, to, actor: row, candidates, returned, sets };
}

const windowOf = ({ at }: ScriptLine): readonly [number, number] => (typeof at === "number" ? [at, at] : at);

/** The intruder is the first of a replay's actors, the owner with all helpers the second. */
function rowFor(actor: string, helpers: { has(id: string): boolean }): ActorId | undefined {
  if (actor === "intruder") return actorId(0);
  const [helper, id = ""] = actor.split(":");
  return actor === "owner" || (helper === "helper" && helpers.has(id)) ? actorId(1) : undefined;
}

const institutionMark = "institution:";

const institutionOf = (actor: string): string | undefined =>
  actor.startsWith(institutionMark) ? actor.slice(institutionMark.length) : undefined;

/** Each thing named is one the execution is about: by its path, or anywhere in what it asks, gives, sets, clears. */
function isAbout(stage: Stage, step: StepId, things: Readonly<Record<string, string>>): boolean {
  const ground = stepAt(stage.world, step);
  const spoken = new Set([...ground.things.values(), ...thingsOf(stage, step)]);
  return Object.entries(things).every(([path, thing]) => {
    const named = ground.things.get(path);
    return named === undefined ? spoken.has(thing) : named === thing;
  });
}

function thingsOf({ world, asks, gives, sets, clears, revokes }: Stage, step: StepId): readonly string[] {
  return [
    ...[asks, gives, revokes].flatMap((rows) => rowOf(rows, step)).map((atom) => at(world.atoms, atom)),
    ...[sets, clears]
      .flatMap((rows) => rowOf(rows, step))
      .map((condition) => at(world.conditions, condition).capability),
  ].flatMap((each) => each.things);
}

function isWord({ world }: Stage, text: string): boolean {
  const { of: bare } = heldOrDenied(text);
  return world.conditions.some(({ id }) => id === bare) || world.atomOf.has(bare);
}

export function isSo({ stage, isSet, has }: Arena, actor: ActorId, text: string): boolean {
  const { of: bare, isHeld } = heldOrDenied(text);
  const condition = stage.world.conditions.findIndex(({ id }) => id === bare);
  const atom = stage.world.atomOf.get(bare) ?? -1;
  const holds =
    condition >= 0 ? isSet[condition] === 1 : atom >= 0 && has[actor * stage.atomCount + atom] === 1;
  return holds === isHeld;
}
