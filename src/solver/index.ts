export { highsCover } from "./highs.ts";
export { highsProgram, type ProgramOptions } from "./highs-program.ts";
