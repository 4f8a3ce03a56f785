/**
 * The steps of an investigation as events: one for each cited row, one for each step no record shows. Every export and the
 * report's own table are made of these.
 */
import { placeKey, placeOf, type Row } from "../evidence/index.ts";
import type { Grounded } from "../ground/index.ts";
import type { InvestigateAnswer } from "../investigate/index.ts";
import type { Lang } from "./words.ts";

export interface CaseEvent {
  /** ISO 8601 with offset; where only a stretch is known, from when. */
  readonly at: string;
  readonly until: string;
  readonly actor: "owner" | "helper" | "intruder" | "unknown";
  /** institution/flow. */
  readonly flow: string;
  readonly institution: string;
  readonly title: string;
  readonly things: readonly string[];
  readonly isUnseen: boolean;
  /** The cited row; absent: no record shows it. */
  readonly place?: { readonly file: string; readonly row: number; readonly sheet?: string };
  readonly row?: Row;
  /** ATT&CK techniques of the flow, by its catalogue entry. */
  readonly techniques: readonly string[];
}

export interface CaseQuestion {
  readonly answer: InvestigateAnswer;
  readonly world: Grounded;
  readonly rows: readonly Row[];
  readonly lang: Lang;
}

/** Rows by where they stand. */
const rowsByPlace = (rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [placeKey(placeOf(row)), row] as const));

export function caseEvents({ answer, world, rows, lang }: CaseQuestion): readonly CaseEvent[] {
  const found = rowsByPlace(rows);
  return answer.timeline.flatMap(({ at, until, actor, what, things, rows: cited }): readonly CaseEvent[] => {
    const [institution = "", id = ""] = what.split("/");
    const flow = world.catalog.institutions.get(institution)?.flows.find((each) => each.id === id);
    const base = {
      at,
      until,
      actor,
      flow: what,
      institution: world.catalog.institutions.get(institution)?.name[lang] ?? institution,
      title: flow?.title[lang] ?? what,
      things,
      techniques: flow?.attack ?? [],
    };
    if (cited.length === 0) return [{ ...base, isUnseen: true }];
    return cited.map((place) => {
      const row = found.get(placeKey(place));
      return {
        ...base,
        at: row?.time ?? at,
        isUnseen: false,
        place,
        ...(row === undefined ? {} : { row }),
      };
    });
  });
}
