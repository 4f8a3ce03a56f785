export type { Asked } from "./asked.ts";
export { defencesIn, faultsOfDefence } from "./defence.ts";
export type { FindPerson } from "./in-place.ts";
export { type NightRead, readNight, type ToldNight } from "./night.ts";
export { nightShape } from "./night-shape.ts";
export {
  type Records,
  type RecordsQuestion,
  recordsOf,
  type StepRun,
  type Told,
  type TrueRow,
} from "./records.ts";
export { type NightResult, runNight } from "./run-night.ts";
export {
  type QuestionResult,
  runStories,
  runStory,
  type StoriesResult,
  type StoryResult,
} from "./run-stories.ts";
export {
  type QuestionText,
  readStory,
  type Story,
  type StoryRead,
  storyShape,
} from "./story.ts";
