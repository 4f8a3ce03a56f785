/**
 * A fault in what we were given: broken YAML, an unknown word, a card nobody issues. A fault of ours is an assertion
 * and may crash; a complaint never does: readers collect all of them and hand them on.
 */

import { recordFaults } from "./record.ts";

/** What may be wrong with a pack. */
export const handoverFaultCodes = [
  "handover/no-pack",
  "handover/bad-manifest",
  "handover/changed",
  "handover/missing",
  "handover/not-listed",
  "handover/broken-journal",
  "handover/other-seal",
] as const;
export type HandoverFaultCode = (typeof handoverFaultCodes)[number];

/** What each code means is told in docs/reference/errors.md; a test keeps the two in step. */
export const complaintCodes = [
  "file/missing",
  "file/too-large",
  "file/not-utf8",
  "file/unreadable",
  "file/nothing-read",
  "file/is-told",
  "yaml/syntax",
  "yaml/too-deep",
  "yaml/alias-bomb",
  "yaml/hostile-key",
  "yaml/duplicate-key",
  "yaml/unknown-kind",
  "shape/wrong-type",
  "shape/unknown-key",
  "shape/unknown-value",
  "shape/missing-key",
  "shape/bad-text",
  "catalog/duplicate-id",
  "catalog/unknown-capability",
  "catalog/unknown-thing",
  "catalog/unknown-relation",
  "catalog/unknown-secret",
  "catalog/unknown-attribute",
  "catalog/unknown-condition",
  "catalog/unknown-flow",
  "catalog/unknown-measure",
  "catalog/unknown-source",
  "catalog/unknown-aspect",
  "catalog/unknown-institution",
  "catalog/left-out",
  "directory/damaged",
  "directory/bad-entry",
  "directory/not-offered",
  "directory/read-already",
  "catalog/condition-without-way-out",
  "catalog/wrong-subject",
  "catalog/too-many-ways",
  "catalog/too-many-measures",
  "catalog/idle-measure",
  "catalog/idle-amount",
  "catalog/said-twice",
  "person/unknown-thing",
  "person/no-sum",
  "person/unknown-institution",
  "person/wrong-institution",
  "person/secret-stored",
  "story/unknown-person",
  "story/asks-nothing",
  "story/plays-no-part",
  "night/bad-line",
  "night/not-so",
  "question/unknown-capability",
  "question/unknown-measure",
  "question/unknown-condition",
  "question/unknown-start",
  "question/unknown-goal",
  "question/cannot-be-lost",
  "question/nothing-held",
  "question/too-large",
  ...recordFaults,
  "event/not-json",
  "event/too-large",
  "event/bad-time",
  "event/unknown-kind",
  "event/unknown-flow",
  "event/unknown-proof",
  "event/changed-duplicate",
  "event/late",
  "event/future",
  "watch/unknown-member",
  "watch/two-agreements",
  "watch/key-twice",
  "watch/no-issuer",
  "rules/unsafe-pattern",
  "rules/unknown-word",
  "design/unknown-side",
  "design/patch-fits-nothing",
  "design/unknown-pack",
  "design/unknown-word",
  "design/asks-nothing",
  "design/example-not-so",
  "design/unknown-population",
  "design/circle-of-shares",
  "design/never-used",
  "design/overall-differs",
  "store/damaged-record",
  "store/older-record",
  "store/unknown-version",
  "store/not-a-backup",
  "store/cut-short",
  "store/damaged-backup",
  "sealed/not-a-sealed-file",
  "sealed/wrong-passphrase",
  "sealed/no-people",
  "handover/not-empty",
  ...handoverFaultCodes,
] as const;
export type ComplaintCode = (typeof complaintCodes)[number];

export interface ComplaintPlace {
  readonly file: string;
  /** Counted from one; absent where the whole file is meant. */
  readonly line?: number;
  readonly column?: number;
}

export interface ComplaintText {
  readonly code: ComplaintCode;
  readonly place: ComplaintPlace;
  /** Lower case, no full stop, the user's own text in backticks. */
  readonly message: string;
  /** The same in Chinese, where it is made of values and not of one sentence the report knows. */
  readonly inChinese?: string;
  readonly help?: string;
  /** A warning does not make the file wrong; it is something to look at. */
  readonly severity?: "error" | "warning";
}

/** A fault in what we were given. `where` is a place the reader can open: `bank.yaml:12:3`. */
export class Complaint extends Error {
  override readonly name = "Complaint";
  readonly code: ComplaintCode;
  readonly place: ComplaintPlace;
  readonly where: string;
  readonly sentence: string;
  readonly inChinese: string | undefined;
  readonly help: string | undefined;
  readonly severity: "error" | "warning";

  constructor({ code, place, message, inChinese, help, severity }: ComplaintText) {
    const where = formatPlace(place);
    super(`${where}: ${message}`);
    this.code = code;
    this.place = place;
    this.where = where;
    this.sentence = message;
    this.inChinese = inChinese;
    this.help = help;
    this.severity = severity ?? "error";
  }
}

export function formatPlace({ file, line, column }: ComplaintPlace): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}

/** By file, then place: the order in which a person mends them. */
export function sortComplaints(complaints: readonly Complaint[]): readonly Complaint[] {
  return [...complaints].sort(
    (a, b) =>
      compareText(a.place.file, b.place.file) ||
      (a.place.line ?? 0) - (b.place.line ?? 0) ||
      (a.place.column ?? 0) - (b.place.column ?? 0) ||
      compareText(a.code, b.code) ||
      compareText(a.sentence, b.sentence),
  );
}

/** By code points, the same on every machine; `localeCompare` is not. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
