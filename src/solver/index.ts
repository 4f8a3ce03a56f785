export { type HighsOptions, highsCover } from "./highs.ts";
export { highsProgram } from "./highs-program.ts";
