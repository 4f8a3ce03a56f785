/** Stories as they are told: which is told first, what each assumes, and what would tell them apart. */
import { at, compareText } from "../model/index.ts";
import type { Explanation, InvestigateAnswer } from "./answer.ts";
import type { Story } from "./making.ts";
import { replays } from "./replays.ts";
import { type StoryQuestion, type StoryStep, storySteps, tracesOf } from "./story.ts";

/** Of stories hardly dearer than the cheapest the first that the world can play is told first. */
export function playable(
  stories: readonly Story[],
  context: (story: Story) => StoryQuestion,
): readonly Story[] {
  const [first] = stories;
  if (first === undefined || stories.length < 2) return stories;
  const plays = (story: Story) =>
    story.cost - first.cost < hardlyDearer &&
    replays(context(story), storySteps(context(story)), assumedOf(context(story)));
  const best = stories.find(plays);
  return best === undefined ? stories : [best, ...stories.filter((story) => story !== best)];
}

const hardlyDearer = 1;

const assumedOf = ({ story, rebuilt, world }: StoryQuestion): readonly string[] =>
  story.parts.flatMap((i) => {
    const part = rebuilt.model.parts[i]!;
    return part.kind === "assumed" ? [at(world.atoms, part.atom).text] : [];
  });

export const timelineOf = (steps: readonly StoryStep[]): InvestigateAnswer["timeline"] =>
  steps.map(({ from, to, actor, flow, things, evidence }) => ({
    at: from,
    until: to,
    actor,
    what: flow,
    things,
    rows: evidence,
  }));

export function explanationOf(
  context: StoryQuestion,
  steps: readonly StoryStep[],
  all: readonly (readonly StoryStep[])[],
): Explanation {
  const { story } = context;
  const assumed = assumedOf(context);
  const keyOf = ({ flow, actor, things }: StoryStep) => `${actor} ${flow} ${things.join(" ")}`;
  const others = new Set(all.filter((each) => each !== steps).flatMap((each) => each.map(keyOf)));
  return {
    cost: Math.round(story.cost * 1000) / 1000,
    proved: story.proved,
    replays: replays(context, steps, assumed),
    steps: steps.map(
      ({ part: _part, earliest: _earliest, latest: _latest, isDated: _isDated, ...step }) => step,
    ),
    assumed: assumed.toSorted(compareText),
    toldApartBy:
      all.length < 2
        ? []
        : onlyHere(
            steps.filter((step) => !others.has(keyOf(step))),
            context,
          ),
  };
}

/** What would be on paper if this story were the true one, and is in no other. */
function onlyHere(steps: readonly StoryStep[], { rebuilt }: StoryQuestion): readonly string[] {
  const traces = steps.flatMap(({ part }) => {
    const found = rebuilt.model.parts[part]!;
    const step = found.kind === "seen" ? found.run.step : found.kind === "unseen" ? found.step : undefined;
    return step === undefined ? [] : tracesOf(step);
  });
  return [...new Set(traces)].toSorted(compareText);
}
