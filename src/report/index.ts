export type { ActionTold } from "./action-told.ts";
export { attackFlow, wayAsAttackFlow } from "./attack-flow.ts";
export { auditAnswerShape, auditPrintedShape, type NotLeakedPart } from "./audit-schema.ts";
export { sayEffort } from "./audit-words.ts";
export { basisWords, channelWords } from "./basis-words.ts";
export { blockWords, sayProof, sayUses } from "./block-words.ts";
export {
  calendarText,
  type Lapsing,
  type Reminder,
  remindersOfBlocks,
  remindersOfTerms,
  type TermsQuestion,
} from "./calendar.ts";
export { displayWidth, layTable, padEnd, padStart, wrap } from "./columns.ts";
export { helpZh, isHelpKnown, isSentenceKnown, sentenceZh } from "./complaint-sentences.ts";
export { headingsZh } from "./complaint-words.ts";
export { decisionWords } from "./decision-words.ts";
export { type DesignWords, designWords } from "./design-words.ts";
export { drawDot, drawMermaid } from "./draw-graph.ts";
export { eventKindWords } from "./event-kind-words.ts";
export { evidenceShape } from "./evidence-schema.ts";
export { type ExplainOptions, explain, listVocabulary, wordsKnown } from "./explain.ts";
export { type CallTold, firstCalls, firstMeasure, sayNoLock, tellCall } from "./first-things.ts";
export { type LetterTo, letterInMarkdown, logInMarkdown } from "./incident-papers.ts";
export { investigateAnswerShape } from "./investigate-schema.ts";
export { checkJunit } from "./junit.ts";
export { lockedOutShape } from "./locked-out-schema.ts";
export { lockedOutWords } from "./locked-out-words.ts";
export { inBrackets, listed, type Marks, marks, spaced } from "./marks.ts";
export { type PackQuestion, packFiles } from "./pack-files.ts";
export { raceAnswerShape } from "./race-schema.ts";
export type { BeyondNights, LossBar, RaceTold, RaceVariant } from "./race-told.ts";
export {
  type AnsweredAlike,
  answeredAlike,
  sayAnswerFirst,
  sayInPart,
  sayNotice,
} from "./render-answered.ts";
export { type RenderOptions, renderAudit } from "./render-audit.ts";
export { type CheckTold, checkMarkdown, countOf, renderCheck, sayReason } from "./render-check.ts";
export {
  renderContest,
  renderContestPatch,
  renderContestStory,
  sayNoStory,
} from "./render-contest.ts";
export { blocksOfTheNight, sayBlockOfTheNight } from "./render-cuts.ts";
export {
  diffMarkdown,
  isWorse,
  renderDiff,
  sayEffect,
} from "./render-diff.ts";
export { renderInvestigate } from "./render-investigate.ts";
export { type LockedOutOptions, renderLockedOut } from "./render-locked-out.ts";
export { type OpenedStory, renderOpenedStory } from "./render-opened-story.ts";
export { renderRace } from "./render-race.ts";
export { renderRespond } from "./render-respond.ts";
export { renderSources, renderSourcesOf } from "./render-sources.ts";
export { aboutContact, type ContactTold } from "./respond-contacts.ts";
export { checkSarif, diffSarif, fingerprintOf, type PlaceOf } from "./sarif.ts";
export {
  capitalised,
  isStandIn,
  type SayOptions,
  type Speaking,
  sayCapability,
  sayCapabilityName,
  sayCapabilityPlainly,
  sayCondition,
  sayConditionEnded,
  sayConditionName,
  sayInstitution,
  sayKind,
  sayThing,
  the,
} from "./say.ts";
export { sayDate, sayDuration, sayMoment, sayMoney, sayOffset, sayShortDuration } from "./say-amounts.ts";
export { type ChangedLine, type DiffTold, sayPart } from "./say-change.ts";
export { harmsOfLosses, sayCould, sayKnownSum, sayLossAmount, sayOtherHarms } from "./say-harms.ts";
export { sayAsks, sayHours, sayPattern } from "./say-pattern.ts";
export {
  isAllMoney,
  isAnyPlaceAlone,
  isAsked,
  isNear,
  isNearCutTold,
  isOpen,
  nearGroups,
  nearHelps,
  noHabitOf,
  sayLabel,
  sayLossTitle,
  sayLossTitles,
  sayQuestion,
  sayUnread,
  sayWho,
} from "./say-verdicts.ts";
export { sayWhyNot, type ToldOf } from "./say-why.ts";
export {
  type InvestigationTold,
  type MissingTold,
  type MoneyTold,
  type OpenTold,
  type QuestionTold,
  type StepTold,
  sayClock,
  sayFlowTitle,
  tellInvestigation,
} from "./tell-investigate.ts";
export {
  type LockedOutTold,
  type PreparationTold,
  type StateTold,
  tellLockedOut,
} from "./tell-locked-out.ts";
export { type ResponseAnswer, sayChannel, tellResponse } from "./tell-response.ts";
export { formatRule, formatRules, type ToldGraph, type ToldRule, tellGraph } from "./told-rules.ts";
export { type VerdictWords, verdictWords } from "./verdict-words.ts";
export { type VerifyAnswer, verifyAnswerShape } from "./verify-schema.ts";
export { type Both, both, counted, groupDigits, type Lang, langs, type WordsOf, wordsIn } from "./words.ts";
