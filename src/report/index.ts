export { auditAnswerShape } from "./audit-schema.ts";
export { basisWords, channelWords } from "./basis-words.ts";
export { displayWidth, layTable, padEnd, padStart, wrap } from "./columns.ts";
export { helpZh, isHelpKnown, isSentenceKnown, sentenceZh } from "./complaint-sentences.ts";
export { headingsZh } from "./complaint-words.ts";
export { drawDot, drawMermaid } from "./draw-graph.ts";
export { type ExplainOptions, explain, listVocabulary, wordsKnown } from "./explain.ts";
export { investigateAnswerShape } from "./investigate-schema.ts";
export { inBrackets, listed, type Marks, marks, spaced } from "./marks.ts";
export { raceAnswerShape } from "./race-schema.ts";
export type { LossBar, RaceTold, RaceVariant } from "./race-told.ts";
export { type RenderOptions, renderAudit } from "./render-audit.ts";
export { renderInvestigate } from "./render-investigate.ts";
export { renderRace } from "./render-race.ts";
export {
  capitalised,
  isStandIn,
  type SayOptions,
  type Speaking,
  sayCapability,
  sayCapabilityName,
  sayCondition,
  sayConditionEnded,
  sayConditionName,
  sayInstitution,
  sayKind,
  sayThing,
  the,
} from "./say.ts";
export { sayDate, sayDuration, sayMoment, sayMoney, sayOffset, sayShortDuration } from "./say-amounts.ts";
export { sayHours } from "./say-pattern.ts";
export {
  isAsked,
  isNear,
  nearGroups,
  sayLabel,
  sayLossTitle,
  sayQuestion,
  sayUnread,
  sayWho,
} from "./say-verdicts.ts";
export { formatRule, formatRules, type ToldGraph, type ToldRule, tellGraph } from "./told-rules.ts";
export { type VerdictWords, verdictWords } from "./verdict-words.ts";
export { type Both, both, counted, groupDigits, type Lang, langs, type WordsOf, wordsIn } from "./words.ts";
