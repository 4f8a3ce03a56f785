/**
 * The lines of a told night, bound to the flows they speak of; what cannot be bound becomes a complaint with a way out.
 */
import { helpWith } from "../catalog/index.ts";
import { type Arena, owner as ownerRow } from "./arena.ts";
import { atomText, flowName, ruleAt, type Stage } from "./stage.ts";

export interface ScriptLine {
  /** Minutes from the start. */
  readonly at: number;
  /** When it was over; absent: as soon as the flow allows. */
  readonly until?: number;
  /** `owner`, `intruder`, or a helper (`helper:husband`), whose hands are the owner's. */
  readonly actor: string;
  /** `institution/flow`. Absent: the line only says what was seen. */
  readonly flow?: string;
  /** Which things it concerned, by path or by any name: `{ card: card.ccb-debit }`. */
  readonly things?: Readonly<Record<string, string>>;
  /** What was so at that moment: a condition, a capability of this actor's, or either after `not `. */
  readonly expects?: readonly string[];
  readonly note?: string;
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
  readonly actor: number;
  readonly candidates: readonly number[];
}

export function bind(
  stage: Stage,
  line: ScriptLine,
  index: number,
  horizon: number,
): Bound | ScriptComplaint {
  const complain = (message: string, help: string): ScriptComplaint => ({ line: index, message, help });
  const { world } = stage;
  const { at, until, actor, flow, things = {}, expects = [] } = line;
  if (!Number.isFinite(at) || at < 0)
    return complain(`\`${at}\` is no minute of the night`, "give minutes from the start, zero or more");
  if (at > horizon)
    return complain(`minute ${at} lies after the end of the night`, `the night ends at minute ${horizon}`);
  if (until !== undefined && !(Number.isFinite(until) && until >= at))
    return complain(
      `it is over at \`${until}\`, before it begins at ${at}`,
      "leave `until` out, or let it be later",
    );
  const row =
    actor === "intruder"
      ? 0
      : actor === "owner" || (actor.startsWith("helper:") && world.person.helpers.has(actor.slice(7)))
        ? ownerRow
        : undefined;
  if (row === undefined)
    return complain(
      `unknown actor \`${actor}\``,
      helpWith(
        actor,
        ["owner", "intruder", ...[...world.person.helpers.keys()].map((id) => `helper:${id}`)],
        "the owner, the intruder or a helper of the person file",
      ),
    );
  const unknown = expects.find((text) => !isWord(stage, text));
  if (unknown !== undefined)
    return complain(
      `nothing in this world is called \`${unknown}\``,
      "write a condition or a capability of this person's things, or either after `not `",
    );
  if (flow === undefined) return { index, line, actor: row, candidates: [] };
  const ofFlow = Array.from({ length: stage.ruleCount }, (_, rule) => rule).filter(
    (rule) => stage.isStep[rule] === 1 && flowName(ruleAt(world, rule)) === flow,
  );
  if (ofFlow.length === 0) {
    const names = new Set(
      Array.from({ length: stage.ruleCount }, (_, rule) => rule).flatMap((rule) =>
        stage.isStep[rule] === 1 ? [flowName(ruleAt(world, rule))] : [],
      ),
    );
    return complain(
      `no flow \`${flow}\` concerns this person`,
      helpWith(flow, names, "name it `institution/flow`, as it was in force on that day"),
    );
  }
  const strange = Object.values(things).find(
    (thing) => thing !== "person" && !world.wiring.things.has(thing),
  );
  if (strange !== undefined)
    return complain(
      `no thing \`${strange}\``,
      helpWith(strange, world.wiring.things.keys(), "name a thing of the person file"),
    );
  const fits = ofFlow.filter((rule) => isAbout(stage, rule, things));
  if (fits.length === 0)
    return complain(
      `\`${flow}\` never concerns ${Object.values(things).join(" and ")}`,
      "leave `things` out, or name others",
    );
  return { index, line, actor: row, candidates: fits };
}

/** Each thing named is one the execution is about: by its path, or anywhere in what it asks, gives, sets, clears. */
function isAbout(stage: Stage, rule: number, things: Readonly<Record<string, string>>): boolean {
  const ground = ruleAt(stage.world, rule);
  const words = [...ground.things.values(), ...wordsOf(stage, rule)];
  return Object.entries(things).every(([path, thing]) => {
    const named = ground.things.get(path);
    return named === undefined
      ? words.some((word) => word === thing || word.includes(`(${thing}`) || word.includes(`, ${thing}`))
      : named === thing;
  });
}

function wordsOf({ world, asks, gives, sets, clears, revokes }: Stage, rule: number): readonly string[] {
  const row = ({ from, values }: { readonly from: Int32Array; readonly values: Int32Array }) => [
    ...values.subarray(from[rule], from[rule + 1]),
  ];
  return [
    ...[asks, gives, revokes].flatMap(row).map((atom) => atomText(world, atom)),
    ...[sets, clears].flatMap(row).map((condition) => world.conditions[condition]?.id ?? ""),
  ];
}

function isWord({ world }: Stage, text: string): boolean {
  const bare = text.replace(/^not /, "");
  return world.conditions.some(({ id }) => id === bare) || world.atomOf.has(bare);
}

export function isSo({ stage, isSet, has }: Arena, actor: number, text: string): boolean {
  const bare = text.replace(/^not /, "");
  const condition = stage.world.conditions.findIndex(({ id }) => id === bare);
  const atom = stage.world.atomOf.get(bare) ?? -1;
  const holds =
    condition >= 0 ? isSet[condition] === 1 : atom >= 0 && has[actor * stage.atomCount + atom] === 1;
  return holds !== text.startsWith("not ");
}
