export { type Contested, contestOf, type NoStory } from "./contest.ts";
