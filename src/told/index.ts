export { isSign, signMeant, thingMeant } from "./plain-words.ts";
export { type Heard, heardIn, type Said, saidIn } from "./sentence.ts";
export { type Clause, clausesOf } from "./sentence-clauses.ts";
export { isElsewhere } from "./sentence-denied.ts";
export { saysDeceived } from "./sentence-paid.ts";
export { shapes } from "./sentence-shapes.ts";
export { usualWords, wordingsOf } from "./sentence-wordings.ts";
export { type SignWord, signWords } from "./sign-words.ts";
