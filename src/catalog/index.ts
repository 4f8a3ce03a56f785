export { aspectTeller, type FlowAspects } from "./aspects-of-flow.ts";
export { type Catalog, emptyCatalog, type Source } from "./catalog.ts";
export { catalogueDay } from "./catalogue-day.ts";
export { type ChangedPart, changesBetween, withPartOf } from "./changes.ts";
export { checkCrossings } from "./check-crossings.ts";
export { didYouMean, helpWith } from "./did-you-mean.ts";
export {
  type AddressKind,
  addressKinds,
  type Evidence,
  evidenceOf,
  type NumberEvidence,
  type Resting,
  type SourceEvidence,
  unfounded,
} from "./evidence.ts";
export {
  institutionHelp,
  institutionNamed,
  institutionsCalled,
  institutionsLike,
  isLeftOut,
  isSameName,
  kindToldBy,
  type Named,
  type NameQuestion,
  nameMeant,
} from "./institution-named.ts";
export { layOver, leftOut } from "./lay-over.ts";
export { applyPatch, isPatch, type PatchApplied, patchShape, withInstitutions } from "./patch.ts";
export {
  type FolderQuestion,
  type FolderRead,
  hashWithCode,
  isStory,
  readerBeside,
  readWholeFolder,
} from "./prebuilt.ts";
export { proofOfPattern as classOf, proofOfWord, proofsOf } from "./proof-of-flow.ts";
export {
  type CatalogRead,
  type FileKind,
  fileKindOf,
  type KnownFile,
  readCatalog,
  readCatalogBeside,
  type SourceText,
} from "./read-catalog.ts";
export { readTexts, type TextsRead } from "./read-folder.ts";
export { type InstitutionRead, readInstitution } from "./read-institution.ts";
export { namedYaml } from "./read-names.ts";
export type { Start } from "./read-starts.ts";
export { attributeValues, readPatternText } from "./read-words.ts";
export { isSameData } from "./same-data.ts";
export {
  readSecondFactors,
  type SecondFactors,
  type Site,
  siteAt,
} from "./second-factors.ts";
export { readShape, type ShapeRead, salvage, valueAt } from "./shape-complaints.ts";
export {
  aspectsShape,
  bilingualShape,
  capabilityShape,
  clocksShape,
  dateShape,
  durationShape,
  effortShape,
  extensionShape,
  idShape,
  institutionShape,
  measuresShape,
  moneyOrRangeShape,
  moneyRange,
  moneyShape,
  namesShape,
  regionShape,
  setConditionShape,
  signsShape,
  sourcesShape,
  startsShape,
  textOrNumber,
  vocabularyShape,
} from "./shapes.ts";
export { sharing } from "./sharing.ts";
export { institutionOfSite } from "./site-institution.ts";
export { saysNothing } from "./type-help.ts";
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
