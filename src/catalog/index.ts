export type { FlowAspects } from "./aspects-of-flow.ts";
export { type Catalog, emptyCatalog, type Source } from "./catalog.ts";
export { catalogueDay } from "./catalogue-day.ts";
export { checkCrossings } from "./check-crossings.ts";
export { didYouMean, helpWith } from "./did-you-mean.ts";
export { type FolderQuestion, type FolderRead, isStory, readWholeFolder } from "./prebuilt.ts";
export {
  type CatalogRead,
  type FileKind,
  fileKindOf,
  type KnownFile,
  readCatalog,
  type SourceText,
} from "./read-catalog.ts";
export { readTexts, type TextsRead } from "./read-folder.ts";
export { type InstitutionRead, readInstitution } from "./read-institution.ts";
export { attributeValues } from "./read-words.ts";
export { readShape, type ShapeRead, salvage, valueAt } from "./shape-complaints.ts";
export {
  aspectsShape,
  bilingualShape,
  capabilityShape,
  dateShape,
  durationShape,
  effortShape,
  idShape,
  institutionShape,
  measuresShape,
  moneyShape,
  setConditionShape,
  signsShape,
  sourcesShape,
  textOrNumber,
  vocabularyShape,
} from "./shapes.ts";
export {
  type AspectReading,
  archetypesOf,
  archetypesOfPerson,
  type Distance,
  distanceAt,
  isInRegion,
  type LendingQuestion,
  type Readings,
  readingsOn,
  type Seen,
  whatIsRead,
} from "./what-is-read.ts";
export { fileBytesMax, readYaml, type YamlText } from "./yaml-text.ts";
