/**
 * Rows as observations of one person: whose statement, text list or mailbox it is, what each row is a sign of, and when it
 * happened. Every row becomes exactly one observation; one of which nothing is known stays, with empty lists.
 *
 * A file is read as what its source says it is; whose it is follows from the digits it names, from the only thing this
 * person has there, or stays open. Cost: linear in the rows.
 */
import type { Catalog } from "../catalog/index.ts";
import type { Grounded } from "../ground/index.ts";
import { at, minutesPerDay, type TraceKind } from "../model/index.ts";
import type { Thing } from "../person/index.ts";
import { isEverydayWord, isWrittenLikeName } from "./everyday-words.ts";
import type { Meaning } from "./meaning.ts";
import { moneyInMessage, ofText } from "./message-as-row.ts";
import { minuteOf, type Observation } from "./observation.ts";
import { placeOf, type Row } from "./row.ts";
import { amountIn } from "./texts-of-money.ts";
import { type FileMeaning, thingsOf } from "./things-of.ts";

type When = Pick<Observation, "from" | "to">;

export interface ObserveQuestion {
  readonly world: Grounded;
  readonly meaning: Meaning;
  readonly rows: readonly Row[];
  /** Minutes east of UTC of days that name no zone. */
  readonly zoneMinutes: number;
  /** The same around a moment, for clocks are put back and on; absent: as for days. */
  readonly zoneAt?: (minute: number) => number;
}

export function observe({
  world,
  meaning,
  rows,
  zoneMinutes,
  zoneAt,
}: ObserveQuestion): readonly Observation[] {
  const things = [...world.wiring.things.values()].filter(
    ({ isNew, of }) => isNew !== true && of === undefined,
  );
  const near = nearest(world);
  const left = onlyKeeperLeft(rows, { world, meaning, things, near });
  const times = rows.map((row) => timesOf(row, zoneMinutes, zoneAt));
  const isStatement = noStatementOf(rows, { world, whose: { meaning, things, near, left }, times });
  const ofSource = new Map<string, FileMeaning>();
  const memo = new Map<string, Pick<Observation, "institutions" | "named" | "sign">>();
  return rows.map((row, id): Observation => {
    const key = `${row.source}\n${row.file}\n${row.kind ?? ""}`;
    const file = ofSource.get(key) ?? fileMeaning(row, { meaning, things, near, left });
    ofSource.set(key, file);
    const text = [row.description, row.status].filter((each) => each !== undefined).join(" ");
    const said = [row.counterparty ?? "", text, row.channel ?? ""].join(" ");
    const wordsKey = `${file.kind}\n${file.institutions.join()}\n${row.direction ?? ""}\n${said}`;
    const isOutgoing = row.direction === "out" && (file.kind === "sms" || file.kind === "call");
    const words =
      memo.get(wordsKey) ??
      (isOutgoing ? sentOut(file, meaning) : wordsOf({ row, file, said, meaning, near }));
    memo.set(wordsKey, words);
    const when = at(times, id);
    const told = isOutgoing ? undefined : moneyInMessage(file.kind, text);
    if (told !== undefined && isStatement(words.institutions, when))
      return ofText({ id, row, words, when, text, told, things, world });
    const amount = row.amount === undefined ? amountIn(text) : Number(row.amount);
    return {
      id,
      place: placeOf(row),
      kind: isOutgoing ? "record" : file.kind,
      ...when,
      ...words,
      things: thingsOf(row, file, things),
      ...(row.direction === undefined ? {} : { direction: row.direction }),
      ...(Number.isFinite(amount) ? { amount: Math.abs(amount) } : {}),
      ...(row.currency === undefined || row.currency === noCurrency ? {} : { currency: row.currency }),
      counterparty: row.counterparty ?? "",
      text,
      trust: "file",
    };
  });
}

/** The bank or wallet that keeps a statement of this thing; absent: nobody keeps one. */
function keeperOf({ kind, institution }: Thing, { institutions }: Catalog): string | undefined {
  const of = institutions.get(institution ?? "")?.kind;
  return kind === "card" || (kind === "account" && (of === "bank" || of === "wallet"))
    ? institution
    : undefined;
}

/** Whoever keeps money of the person's: an exchange too, of which hardly anybody has a statement. */
const holderOf = (thing: Thing, catalog: Catalog): string | undefined =>
  thing.kind === "account" && catalog.institutions.get(thing.institution ?? "")?.kind === "exchange"
    ? thing.institution
    : keeperOf(thing, catalog);

interface StatementsQuestion {
  readonly world: Grounded;
  readonly whose: WhoseFile;
  /** When each row happened. */
  readonly times: readonly When[];
}

/** Is the sender a bank, wallet or exchange of the person's of which no statement reaches to that day? */
function noStatementOf(
  rows: readonly Row[],
  { world: { catalog, person }, whose, times }: StatementsQuestion,
): (senders: readonly string[], when: When) => boolean {
  const spans = new Map<string, { from: number; to: number }[]>();
  const files = new Map<string, { institutions: readonly string[]; from: number; to: number }>();
  for (const [id, row] of rows.entries()) {
    if (row.amount === undefined) continue;
    const key = `${row.source}\n${row.file}`;
    const { from, to } = at(times, id);
    const known = files.get(key) ?? { ...fileMeaning(row, whose), from, to };
    files.set(key, { ...known, from: Math.min(known.from, from), to: Math.max(known.to, to) });
  }
  for (const { institutions, from, to } of files.values())
    for (const id of institutions) spans.set(id, [...(spans.get(id) ?? []), { from, to }]);
  const keepers = new Set([...person.things.values()].flatMap((thing) => holderOf(thing, catalog) ?? []));
  return (senders, { from, to }) => {
    const own = senders.filter((id) => keepers.has(id));
    const isCovered = (id: string) =>
      (spans.get(id) ?? []).some(
        (span) => from <= span.to + minutesPerDay && to >= span.from - minutesPerDay,
      );
    return own.length > 0 && !own.some(isCovered);
  };
}

/** What ISO 4217 writes where no currency is named. */
const noCurrency = "XXX";

/** What a reader took a row for, as a trace. */
const traceOf: Readonly<Record<NonNullable<Row["kind"]>, TraceKind>> = {
  money: "row",
  call: "call",
  text: "sms",
  mail: "mail",
  service: "record",
};

/** Where no reader says: by the words of the source's name; rows with money are rows whatever it is called. */
const kindWords: readonly (readonly [RegExp, TraceKind])[] = [
  [/service|handset|imei|imsi|device|access-log|activity|record|log/, "record"],
  [/sms|text|message/, "sms"],
  [/call/, "call"],
  [/mail|eml|mbox/, "mail"],
  [/notice|notification/, "notice"],
];

interface Near {
  /** Of several institutions a sender or a file may be: those this person has something at, else those of the person's country. */
  readonly of: (institutions: readonly string[]) => readonly string[];
  /** Of those a running text may name: the same, and nobody where all are of other countries. */
  readonly named: (text: string, meaning: Meaning, isMeant?: (id: string) => boolean) => readonly string[];
}

function nearest({ person, catalog }: Grounded): Near {
  const own = new Set([...person.things.values()].map(({ institution }) => institution));
  const mineOf = (institutions: readonly string[]) => institutions.filter((id) => own.has(id));
  const hereOf = (institutions: readonly string[]) =>
    institutions.filter((id) => {
      const regions = catalog.institutions.get(id)?.regions ?? [];
      return regions.length === 0 || person.region === undefined || regions.includes(person.region);
    });
  const first = (...lists: readonly (readonly string[])[]) => lists.find((list) => list.length > 0) ?? [];
  return {
    of: (institutions) => first(mineOf(institutions), hereOf(institutions), institutions),
    named: (text, meaning, isMeant = () => true) => {
      const written = meaning.institutionsIn(
        text,
        (name) => !isEverydayWord(name) || isWrittenLikeName(text, name),
      );
      return first(mineOf(meaning.institutionsIn(text).filter(isMeant)), hereOf(written.filter(isMeant)));
    },
  };
}

interface WhoseFile {
  readonly meaning: Meaning;
  readonly things: readonly Thing[];
  readonly near: Near;
  /** Who keeps a statement that names nobody; absent: it could be several. */
  readonly left?: string | undefined;
}

/**
 * A statement that says nowhere whose it is, is of the only bank or wallet of the person's of which there is no other file. Two
 * such statements, or two such banks, leave it open.
 */
function onlyKeeperLeft(
  rows: readonly Row[],
  { world: { catalog }, ...whose }: WhoseFile & { readonly world: Grounded },
): string | undefined {
  const files = new Map(
    rows.flatMap((row) => (row.amount === undefined ? [] : [[`${row.source}\n${row.file}`, row] as const])),
  );
  const keepers = [...files.values()].map((row) => fileMeaning(row, whose).institutions);
  const nameless = keepers.filter((institutions) => institutions.length === 0);
  if (nameless.length !== 1) return undefined;
  const known = new Set(keepers.flat());
  const left = new Set(
    whose.things.flatMap((thing) => keeperOf(thing, catalog) ?? []).filter((keeper) => !known.has(keeper)),
  );
  return left.size === 1 ? [...left][0] : undefined;
}

function fileMeaning(row: Row, { meaning, things, near, left }: WhoseFile): FileMeaning {
  const source = row.source.toLowerCase();
  const byName = kindWords.find(([words]) => words.test(source))?.[1];
  const kind =
    row.kind === undefined ? (byName ?? (row.amount === undefined ? "record" : "row")) : traceOf[row.kind];
  const bySource = meaning.institutionsIn(source.replaceAll(/[-_/.]/g, " "));
  if (bySource.length > 0) return { kind, institutions: near.of(bySource) };
  const byFile = meaning.institutionsIn(row.file.replaceAll(/[-_/.\d]/g, " "));
  const lines = things.filter((thing) => thing.kind === "line").map(({ institution }) => institution ?? "");
  if (byFile.length > 0) return { kind, institutions: near.of(byFile) };
  if (kind === "row" && left !== undefined) return { kind, institutions: [left] };
  return { kind, institutions: kind === "record" || kind === "call" ? lines : [] };
}

interface Said {
  readonly row: Row;
  readonly file: FileMeaning;
  readonly said: string;
  readonly meaning: Meaning;
  readonly near: Near;
}

function wordsOf({
  row,
  file,
  said,
  meaning,
  near,
}: Said): Pick<Observation, "institutions" | "named" | "sign"> {
  const sign = meaning.signIn(said);
  // A text that comes in tells of money either way; only a row's own way is that of the money.
  const direction = file.kind !== "row" || row.direction === "neutral" ? undefined : row.direction;
  const fits = sign?.direction === undefined || direction === undefined || sign.direction === direction;
  const kept = sign !== undefined && fits ? { sign: sign.id } : {};
  if (file.kind === "row") {
    const all = meaning.institutionsIn(said);
    const own = all.filter((each) => file.institutions.includes(each));
    // What whoever keeps the statement is called as well is its own: `Zelle` in a bank that offers it.
    const isOther = (each: string) =>
      !own.includes(each) && !own.some((mine) => meaning.areNamedAlike(mine, each));
    return { institutions: file.institutions, named: near.named(said, meaning, isOther), ...kept };
  }
  if (file.kind === "record") return { institutions: file.institutions, named: [], ...kept };
  const text = [row.description, row.status, row.channel].join(" ");
  const bySender = meaning.institutionsOf(row.counterparty ?? "");
  const signature = /[【[]([^】\]]{2,30})[】\]]/.exec(said)?.[1];
  const signed = signature === undefined ? [] : meaning.institutionsIn(signature);
  const senders = near.of([...new Set([...signed, ...bySender])]);
  const others = near
    .named(text.replaceAll(mailAddress, " "), meaning)
    .filter((each) => !senders.includes(each));
  if (senders.length > 0) return { institutions: senders, named: others, ...kept };
  return { institutions: others.slice(0, 1), named: [], ...kept };
}

/** Somebody's mailbox says nothing of who writes. */
const mailAddress = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** What the line itself sent is a record of its carrier, whatever it says. */
const sentOut = ({ institutions }: FileMeaning, { outgoing }: Meaning) => ({
  institutions,
  named: [],
  ...(outgoing === undefined ? {} : { sign: outgoing.id }),
});

function timesOf(
  { time, date, zone }: Row,
  zoneMinutes: number,
  zoneAt: ObserveQuestion["zoneAt"] = () => zoneMinutes,
): When {
  const read = time === undefined ? undefined : minuteOf(time);
  const at = read === undefined || zone === undefined ? read : read - zoneAt(read);
  if (at !== undefined) return { from: at, to: at };
  const day = date === undefined ? undefined : minuteOf(`${date.slice(0, 10)}T00:00:00Z`);
  if (day === undefined) return { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  return { from: day - zoneMinutes, to: day - zoneMinutes + minutesPerDay };
}
