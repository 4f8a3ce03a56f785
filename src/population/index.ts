export {
  type ExposedAnswer,
  type ExposedQuestion,
  type Exposure,
  exposed,
  openTemplate,
  reachedBy,
  type Sensitivity,
} from "./exposed.ts";
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
