/**
 * An investigation for other people's tools: Timesketch (CSV and JSON lines), DFIR-IRIS (CSV), OCSF (JSON lines).
 *
 * Sources of the formats: Timesketch's `read_and_validate_csv` (message, datetime, timestamp_desc are wanted), DFIR-IRIS's
 * `case_timeline_routes` (all ten columns are wanted; assets and IoCs must exist in the case already, so none are named),
 * OCSF 1.3.0, class 2004 Detection Finding. A cell that a spreadsheet would take for a formula is quoted.
 */
import { type CaseEvent, type CaseQuestion, caseEvents } from "./case-events.ts";

export interface CaseExports {
  readonly timesketchCsv: string;
  readonly timesketchJsonl: string;
  readonly irisCsv: string;
  readonly ocsfJsonl: string;
}

export interface ExportsQuestion extends CaseQuestion {
  /** Of chainbreak. */
  readonly version: string;
}

export function caseExports(question: ExportsQuestion): CaseExports {
  const events = caseEvents(question);
  return {
    timesketchCsv: csvOf(events.map(timesketchRow)),
    timesketchJsonl: linesOf(
      events.map((event) => ({ ...timesketchRow(event), timestamp: microsOf(event.at), tag: tagsOf(event) })),
    ),
    irisCsv: csvOf(events.map(irisRow)),
    ocsfJsonl: linesOf(
      events
        .filter(({ actor }) => actor === "intruder")
        .map((event, i) => ocsfFinding(event, i, question.version)),
    ),
  };
}

const linesOf = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join("");

const tagsOf = ({ actor, isUnseen }: CaseEvent): readonly string[] => [actor, isUnseen ? "not-seen" : "seen"];

/** One sentence without the row's own words: `intruder: China Telecom, lift by phone`. */
const messageOf = ({ actor, institution, title, isUnseen }: CaseEvent): string =>
  `${actor}: ${institution}: ${title}${isUnseen ? " (no record shows it)" : ""}`;

const sourceOf = ({ place }: CaseEvent): string =>
  place === undefined
    ? ""
    : `${place.file}${place.sheet === undefined ? "" : `#${place.sheet}`}:${place.row}`;

const wordsOf = ({ row }: CaseEvent): string =>
  row === undefined
    ? ""
    : [row.counterparty, row.description, row.amount, row.currency, row.direction]
        .filter((part) => part !== undefined && part !== "")
        .join(" | ");

const microsOf = (at: string): number => Date.parse(at) * 1000;

type Cells = Readonly<Record<string, string | number>>;

const timesketchRow = (event: CaseEvent): Cells => ({
  message: messageOf(event),
  datetime: event.at,
  timestamp_desc: event.isUnseen ? "Not before" : "Recorded",
  timestamp: microsOf(event.at),
  actor: event.actor,
  flow: event.flow,
  things: event.things.join(" "),
  until: event.until,
  source: sourceOf(event),
  row: wordsOf(event),
});

function irisRow(event: CaseEvent): Cells {
  const zone = /(Z|[+-]\d\d:\d\d)$/.exec(event.at)?.[1] ?? "Z";
  const local = event.at.replace(/(\.\d+)?(Z|[+-]\d\d:\d\d)$/, "");
  return {
    event_date: `${local}.000`,
    event_tz: zone === "Z" ? "+00:00" : zone,
    event_title: `${event.institution}: ${event.title}`,
    event_category: "Unspecified",
    event_content: messageOf(event),
    event_raw: wordsOf(event),
    event_source: sourceOf(event) || "no record",
    event_assets: "",
    event_iocs: "",
    event_tags: tagsOf(event).join("|"),
  };
}

/** Severity: 4 is High, 3 Medium (of OCSF's list); what no record shows is inferred, and less sure. */
const ocsfFinding = (event: CaseEvent, index: number, version: string): unknown => ({
  activity_id: 1,
  activity_name: "Create",
  category_uid: 2,
  category_name: "Findings",
  class_uid: 2004,
  class_name: "Detection Finding",
  type_uid: 200401,
  time: Date.parse(event.at),
  severity_id: event.isUnseen ? 3 : 4,
  severity: event.isUnseen ? "Medium" : "High",
  status_id: 1,
  confidence_id: event.isUnseen ? 2 : 3,
  message: messageOf(event),
  metadata: { version: "1.3.0", product: { name: "chainbreak", vendor_name: "chainbreak", version } },
  finding_info: {
    uid: `chainbreak-${index + 1}`,
    title: `${event.institution}: ${event.title}`,
    created_time: Date.parse(event.at),
    types: [event.isUnseen ? "inferred" : "recorded"],
  },
  evidences: [{ data: { source: sourceOf(event), flow: event.flow, things: event.things } }],
  ...(event.techniques.length === 0
    ? {}
    : { attacks: event.techniques.map((uid) => ({ technique: { uid }, version: "16" })) }),
});

/** A spreadsheet takes what begins so for a formula. */
const looksLikeFormula = /^[=+\-@\t\r]/;

/** RFC 4180: one record a row, CRLF, quotes doubled. */
export function csvOf(rows: readonly Cells[]): string {
  const [first] = rows;
  if (first === undefined) return "";
  const names = Object.keys(first);
  const cell = (value: string | number | undefined) => {
    const text = String(value ?? "");
    const kept =
      typeof value === "string" && looksLikeFormula.test(text) && !isOffset(text) ? `'${text}` : text;
    return /[",\r\n]/.test(kept) ? `"${kept.replaceAll('"', '""')}"` : kept;
  };
  const lines = [names.join(","), ...rows.map((row) => names.map((name) => cell(row[name])).join(","))];
  return `${lines.join("\r\n")}\r\n`;
}

/** `+08:00` is wanted as it is. */
const isOffset = (text: string): boolean => /^[+-]\d\d:\d\d$/.test(text);
