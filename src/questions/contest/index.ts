export { type Contested, type ContestQuestion, contestOf, type NoStory } from "./contest.ts";
