export { type HighsOptions, highsCover } from "./highs.ts";
