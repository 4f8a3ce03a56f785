export { Answers } from "./answers.ts";
export { type Start, starts } from "./attacks.ts";
export { lineOf, type StreamEvent, type Truth } from "./event-text.ts";
export { lives, type Somebody } from "./somebody.ts";
export { type Stream, type StreamAsked, streamOf } from "./stream.ts";
