/**
 * What the owner's side tells and the records contradict, as the few statements that cannot all be true.
 *
 * Two kinds: somebody says when a thing was done, and the records show it at another time; somebody says what was stopped
 * or taken back, and acts that rest on it go on, with nothing between that opened it again. A memory of a day is met by
 * that day. Cost: what is told times the rows.
 */
import type { Observation, TraceIndex } from "../evidence/index.ts";
import type { Grounded, Step } from "../ground/index.ts";
import { type AtomId, at } from "../model/index.ts";
import { flowsOf, isToldAct, type ToldAct } from "./act-meant.ts";
import type { Reconstruction } from "./reconstruct.ts";
import type { StoryStep } from "./story.ts";
import type { ToldRead } from "./told-text.ts";

export interface ContradictionsQuestion {
  readonly world: Grounded;
  readonly said: ToldRead;
  readonly fromFiles: readonly Observation[];
  readonly index: TraceIndex;
  readonly steps: readonly StoryStep[];
  readonly rebuilt: Reconstruction | undefined;
  readonly moment: (minute: number) => string;
}

/** Somebody errs by days, not by months: farther apart it was another time. */
const errsByMinutes = 5 * 24 * 60;
/** Who tells of an hour tells it roundly. */
const roundly = 60;

export function contradictionsOf(question: ContradictionsQuestion): readonly (readonly string[])[] {
  return [...otherTimes(question), ...wentOn(question)];
}

const placed = ({ file, row }: { readonly file: string; readonly row: number }) => `${file}:${row}`;

function otherTimes({
  said,
  fromFiles,
  index,
  moment,
  world,
  steps,
}: ContradictionsQuestion): readonly string[][] {
  const theirs = new Set(
    steps.flatMap(({ actor, evidence }) => (actor === "intruder" ? evidence.map(placed) : [])),
  );
  const told = [
    ...said.acts,
    ...said.observations.flatMap((observation): readonly ToldAct[] =>
      observation.sign === undefined
        ? []
        : [{ ...observation, by: observation.by ?? "", sign: observation.sign, sums: [] }],
    ),
  ];
  return told.flatMap((act): readonly string[][] => {
    const isRare =
      act.flow !== undefined || (world.catalog.signs.get(act.sign ?? "")?.aMonth ?? 1) <= seldomAMonth;
    if (!isRare) return [];
    const whenever = { ...act, from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
    // What somebody else did is no other time of what they say they did themselves; what they heard or saw of is told when
    // they did, and may have been done days before.
    const isOwn = said.acts.includes(act);
    const like = fromFiles.filter(
      (each) =>
        Number.isFinite(each.from) &&
        !(isOwn ? theirs.has(placed(each.place)) : each.to <= act.to) &&
        isToldAct(each, whenever, flowsOf(each, index)),
    );
    const isThere = like.some((each) => isToldAct(each, act, flowsOf(each, index)));
    if (isThere) return [];
    const apart = ({ from, to }: Observation) => Math.max(0, from - act.to, act.from - to);
    const nearest = like.toSorted((a, b) => apart(a) - apart(b) || a.id - b.id)[0];
    if (nearest === undefined || apart(nearest) > errsByMinutes || apart(nearest) < roundly) return [];
    const what = act.flow ?? act.sign ?? "";
    return [
      [
        `${placed(act.place)} says ${moment(act.from)} ${what}`,
        `${placed(nearest.place)} shows ${moment(nearest.from)} ${what}`,
      ],
    ];
  });
}

/** What everybody has some of every month nobody dates by heart. */
const seldomAMonth = 0.3;

function wentOn({ said, world, steps, rebuilt, moment }: ContradictionsQuestion): readonly string[][] {
  const stepOf = ({ part }: StoryStep): Step | undefined => {
    const found = rebuilt?.model.parts[part];
    return found?.kind === "seen" ? found.run.step : found?.kind === "unseen" ? found.step : undefined;
  };
  return said.acts.flatMap((act): readonly string[][] => {
    const taken = takenBy(world, act.flow);
    if (taken.size === 0) return [];
    const later = steps.filter(
      (step) =>
        (step.actor === "intruder" || step.actor === "unknown") && !step.unseen && step.earliest > act.to,
    );
    const restsOn = (step: StoryStep) => stepOf(step)?.asks.find((atom) => taken.has(atom));
    const went = later.find((step) => restsOn(step) !== undefined);
    if (went === undefined) return [];
    const atom = restsOn(went)!;
    const isOpened = steps.some((step) => {
      const between = step.latest >= act.from && step.earliest <= went.latest && step.part !== went.part;
      const found = between ? stepOf(step) : undefined;
      const clears = found?.clears.some((condition) => at(world.stopsOf, atom).includes(condition));
      return (
        step.actor !== "owner" &&
        (clears === true || found?.gives.some((each) => each.atom === atom) === true)
      );
    });
    if (isOpened) return [];
    return [
      [
        `${placed(act.place)} says ${moment(act.from)} ${act.flow}`,
        ...went.evidence.map((place) => `${placed(place)} shows ${went.from} ${went.flow}`),
        `${went.flow} takes ${at(world.atoms, atom).text}`,
      ],
    ];
  });
}

/** What nobody else has any more once this flow was run. */
function takenBy(world: Grounded, flow: string | undefined): ReadonlySet<AtomId> {
  const taken = new Set<AtomId>();
  if (flow === undefined) return taken;
  for (const step of world.steps) {
    if (`${step.institution}/${step.flow.id}` !== flow) continue;
    for (const { atom } of step.revokes) taken.add(atom);
    for (const { condition } of step.sets)
      for (const [index, stops] of world.stopsOf.entries())
        if (stops.includes(condition)) taken.add(index as AtomId);
  }
  return taken;
}
