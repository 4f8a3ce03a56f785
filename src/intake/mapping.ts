/**
 * Which column plays which part, as somebody wrote it down for a table that no layout knows, to be kept beside the file and
 * handed to others with the same bank.
 */
import { z } from "zod";
import { columnRoles, headerWord, type Layout } from "./layout.ts";

const word = z.string().min(1).max(200);
const columns = z
  .partialRecord(z.enum(columnRoles), z.union([word, z.array(word).min(1).max(20)]))
  .refine(({ moment }) => moment !== undefined, {
    message: "a column that says when is needed",
    path: ["moment"],
  });

export const columnMappingShape = z
  .strictObject({
    source: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,40}$/)
      .describe("what to call such files: `my-bank`"),
    kind: z.enum(["money", "call", "text", "service"]).describe("what a row is"),
    columns: columns.describe(
      "for each part the words of the header; of several the first that is not empty. A table without a header: its place from the left, `1`",
    ),
    zone: z
      .string()
      .regex(/^(?:[+-]\d{2}:\d{2}|[A-Za-z_]+(?:\/[A-Za-z_+-]+)*)$/)
      .default("+00:00")
      .describe("where the times are of: `+08:00` or `Europe/Berlin`"),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .default("XXX")
      .describe("ISO 4217, where no column says it"),
    order: z.enum(["year-first", "day-first", "month-first"]).default("year-first"),
    positive: z
      .enum(["in", "out"])
      .default("in")
      .describe("which way an amount without sign went, where no column says it"),
  })
  .describe("which column of a table plays which part");

export type ColumnMapping = z.input<typeof columnMappingShape>;

export interface MappingRead {
  readonly layout?: Layout;
  /** The place of the first fault in the mapping. */
  readonly fault?: string;
}

/** Of a value somebody wrote: the layout, or where it is none. */
export function readMapping(value: unknown): MappingRead {
  const read = columnMappingShape.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { fault: issue?.path.join(".") || (issue?.code ?? "") };
  }
  const { columns: given, ...rest } = read.data;
  try {
    if (!/^[+-]/.test(rest.zone)) new Intl.DateTimeFormat("en", { timeZone: rest.zone });
  } catch {
    return { fault: "zone" };
  }
  const words = Object.fromEntries(
    Object.entries(given).map(([role, named]) => [role, [named].flat().map(headerWord)]),
  ) as Layout["columns"];
  const isMoney = rest.kind === "money";
  if (isMoney && words.amount === undefined && words.moneyIn === undefined && words.moneyOut === undefined)
    return { fault: "columns.amount" };
  const nameless = looksOf(words);
  return {
    layout:
      nameless === undefined
        ? { ...rest, header: Object.values(words), columns: words }
        : { ...rest, header: [], columns: words, cells: nameless, hasMoreCells: true },
  };
}

/** A table that names no column, whose columns are counted from the left: `"moment": "1"`. `undefined`: they have names. */
function looksOf(words: Layout["columns"]): readonly RegExp[] | undefined {
  const named = Object.values(words).flat();
  if (!named.every((name) => /^[1-9]\d?$/.test(name))) return undefined;
  const isFilled = (i: number) => words.moment?.includes(String(i + 1)) === true;
  return Array.from({ length: Math.max(...named.map(Number)) }, (_, i) => (isFilled(i) ? /\d/ : /^/));
}

/** A layout as somebody keeps it; `headerWord` makes the same layout of it. */
export function mappingOf({
  source,
  kind,
  columns: words,
  zone,
  currency,
  order,
  positive,
}: Layout): ColumnMapping {
  const named = Object.entries(words).map(([role, list]) => [role, list.length === 1 ? list[0] : list]);
  return { source, kind, columns: Object.fromEntries(named), zone, currency, order, positive };
}
