export {
  type PackContents,
  type PackOriginal,
  type PackTexts,
  packOriginals,
  packTexts,
} from "./contents.ts";
export { chained, type JournalEntry, type JournalNote, journalText, noneBefore } from "./journal.ts";
export { isNameKept, type Listed, listedIn, manifestText } from "./manifest.ts";
export {
  type HandoverFault,
  packNames,
  verifyPack,
} from "./verify.ts";
