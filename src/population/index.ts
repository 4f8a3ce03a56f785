export { type BestSet, bestSet } from "./best-set.ts";
export {
  type ExposedAnswer,
  type ExposedQuestion,
  type Exposure,
  exposed,
  openTemplate,
  reachedBy,
  type Sensitivity,
} from "./exposed.ts";
export type { Gain } from "./gain.ts";
export {
  type HelpsAnswer,
  type HelpsQuestion,
  helps,
  type InstitutionHelp,
  type MeasureHelp,
} from "./helps.ts";
export { wordsFor } from "./many.ts";
export {
  type DrawQuestion,
  drawn,
  type Population,
  type PopulationRead,
  personOf,
  populationShape,
  readPopulation,
} from "./population.ts";
