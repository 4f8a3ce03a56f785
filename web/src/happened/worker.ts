/**
 * Reads what was dropped and reconstructs what happened, beside the page. Files are read one after the other and kept, so
 * that one more is one more; they leave this device in no direction. To stop it is to end it.
 */
import { expose, transfer } from "comlink";
import { version } from "../../../package.json";
import type { Catalog } from "../../../src/catalog/index.ts";
import { meaningOf, type Row } from "../../../src/evidence/index.ts";
import type { MinimumProgram } from "../../../src/graph/index.ts";
import type { Grounded } from "../../../src/ground/index.ts";
import { fileBytesMax } from "../../../src/intake/index.ts";
import type { InvestigateAnswer } from "../../../src/investigate/index.ts";
import { Complaint } from "../../../src/model/index.ts";
import { effortForRecords } from "../../../src/questions/index.ts";
import {
  attackFlow,
  headingsZh,
  helpZh,
  type InvestigationTold,
  type Lang,
  sayInstitution,
  sentenceZh,
  tellInvestigation,
} from "../../../src/report/index.ts";
import { highsProgram } from "../../../src/solver/index.ts";
import type { WholeCatalogue } from "../engine/case-data.ts";
import { unpack } from "../engine/packed.ts";
import { holdForLife } from "../engine/worker-life.ts";
import {
  investigateHere,
  type ToldHere,
  toldText,
  type Who,
  type WorldOfRecords,
  worldOf,
} from "./investigating.ts";
import { type LinesAsked, type LinesTold, linesOf, type TimelineRow, timelineOf } from "./lines.ts";
import { hashOf, type Packed, packAsZip } from "./packing.ts";
import {
  type PartRead,
  type ReadState,
  readDropped,
  stateOf,
  type Together,
  together,
  unreadRows,
} from "./reading.ts";
import { saySource } from "./sources.ts";

export interface FileGiven {
  /** The page's own number of it. */
  readonly id: number;
  /** With the folders it lay in. */
  readonly name: string;
  readonly file: Blob;
}

export interface FaultTold {
  readonly said: string;
  readonly help?: string;
  /** Counted from one; absent: of the whole file. */
  readonly row?: number;
  readonly isWarning: boolean;
}

export interface FileTold {
  /** Of the file it came in. */
  readonly id: number;
  readonly name: string;
  readonly source: string;
  readonly state: ReadState;
  readonly rows: number;
  readonly unread: number;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly faults: readonly FaultTold[];
  /** How many more there are than are told. */
  readonly more: number;
}

export interface FilesTold {
  readonly files: readonly FileTold[];
  readonly rows: number;
  /** What the files tell of whose they are. */
  readonly region: string | undefined;
  readonly uses: readonly string[];
  /** Every country the catalogue knows. */
  readonly regions: readonly string[];
}

/** For other people's tools. */
export type ExportKind = "answer" | "attack-flow";

export type Progress =
  | { readonly kind: "reading"; readonly done: number; readonly of: number }
  /** One program after the other: the best explanation, others that fit as well, then of act after act whose it was. */
  | { readonly kind: "thinking"; readonly about: "story" | "others" | "whose"; readonly asked: number };

export type HappenedAnswer =
  | { readonly kind: "told"; readonly told: InvestigationTold; readonly currency: string | undefined }
  | { readonly kind: "no-region" }
  | { readonly kind: "refused"; readonly complaints: readonly string[] };

export interface HappenedQuestion {
  readonly files: readonly FileGiven[];
  readonly passwords: readonly string[];
  readonly who: Who;
  readonly told: ToldHere;
  readonly lang: Lang;
  readonly catalogueAt: string;
}

/** A person reads a few; `chainbreak import` tells all. */
const faultsToldMax = 5;

let catalogue: Promise<Catalog> | undefined;
const kept = new Map<string, readonly PartRead[]>();
/** Of every file that was read, by its number, before it was. */
const hashes = new Map<number, string>();

async function catalogueFrom(address: string): Promise<Catalog> {
  catalogue ??= fetchCatalogue(address).catch((fault: unknown) => {
    catalogue = undefined; // It may be there the next time.
    throw fault;
  });
  return catalogue;
}

async function fetchCatalogue(address: string): Promise<Catalog> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the catalogue cannot be fetched: ${response.status}`);
  return unpack<WholeCatalogue>(await response.text()).catalog;
}

interface Answered {
  readonly question: HappenedQuestion;
  readonly whole: Together;
  readonly answer: InvestigateAnswer;
  readonly of: WorldOfRecords;
  readonly timeline: readonly TimelineRow[];
}
let answered: Answered | undefined;

/** What was read last, and in the order of time once somebody looks. */
let rowsRead: { readonly rows: readonly Row[]; timeline?: readonly TimelineRow[] } = { rows: [] };

async function partsOf(
  { files, passwords }: Pick<HappenedQuestion, "files" | "passwords">,
  progress: (now: Progress) => void,
): Promise<readonly (readonly PartRead[])[]> {
  const all: (readonly PartRead[])[] = [];
  for (const [done, { id, name, file }] of files.entries()) {
    progress({ kind: "reading", done, of: files.length });
    const key = `${id} ${passwords.length}`;
    let parts = kept.get(key) ?? kept.get(`${id}`);
    if (parts === undefined) {
      parts =
        file.size > fileBytesMax
          ? [tooLarge(name)]
          : await readDropped(name, sealed(id, await bytesOf(file)), passwords);
      // What wants a password is tried again with the next one.
      kept.set(parts.some((part) => stateOf(part) === "locked") ? key : `${id}`, parts);
    }
    all.push(parts);
  }
  return all;
}

const bytesOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

function sealed(id: number, bytes: Uint8Array): Uint8Array {
  hashes.set(id, hashOf(bytes));
  return bytes;
}

const tooLarge = (file: string): PartRead => ({
  records: { rows: [], file: { file, source: "unknown", rows: 0, complaints: 1 } },
  encoding: undefined,
  holder: undefined,
  complaints: [
    new Complaint({
      code: "record/too-large",
      place: { file },
      message: `the file is larger than ${fileBytesMax / 1024 / 1024} MB`,
      help: "export a shorter period",
    }),
  ],
});

function faultTold({ code, place, sentence, help, severity }: Complaint, lang: Lang): FaultTold {
  const isChinese = lang === "zh";
  return {
    said: isChinese ? sentenceZh(sentence, headingsZh[code]) : sentence,
    ...(help === undefined ? {} : { help: isChinese ? helpZh(help) : help }),
    ...(place.line === undefined ? {} : { row: place.line }),
    isWarning: severity === "warning",
  };
}

const happenedWorker = {
  live: holdForLife,

  /** What the files are. */
  async read(
    question: Pick<HappenedQuestion, "files" | "passwords" | "lang" | "catalogueAt">,
    progress: (now: Progress) => void,
  ): Promise<FilesTold> {
    const { files, lang } = question;
    void highsProgram({ workMax: effortForRecords }).catch(() => {}); // It is there when it is asked; a fault is heard then.
    const catalog = await catalogueFrom(question.catalogueAt);
    const all = await partsOf(question, progress);
    const whole = together(all.flat());
    rowsRead = { rows: whole.rows };
    const meaning = meaningOf(catalog);
    const { guessed } = worldOf(catalog, { kind: "files", region: undefined }, whole);
    return {
      files: all.flatMap((parts, i) =>
        parts.map(({ records: { file, rows }, complaints: own, ...rest }): FileTold => {
          const complaints = [...own, ...whole.complaints.filter(({ place }) => place.file === file.file)];
          const others = complaints.filter(({ code }) => code !== "record/unreadable-row");
          const told = [...others, ...complaints.filter((each) => !others.includes(each))];
          return {
            id: files[i]!.id,
            name: file.file,
            source: saySource(file.source, { catalog, meaning }, lang),
            state: stateOf({ records: { file, rows }, complaints, ...rest }),
            rows: rows.length,
            unread: unreadRows(complaints),
            from: file.from ?? rows[0]?.time ?? rows[0]?.date,
            to: file.to ?? rows.at(-1)?.time ?? rows.at(-1)?.date,
            faults: told.slice(0, faultsToldMax).map((each) => faultTold(each, lang)),
            more: Math.max(0, told.length - faultsToldMax),
          };
        }),
      ),
      rows: whole.rows.length,
      region: guessed?.region,
      uses: (guessed?.uses ?? []).map((id) => sayInstitution({ catalog }, id, lang)),
      regions: [...new Set([...catalog.institutions.values()].flatMap(({ regions }) => regions))].sort(),
    };
  },

  async investigate(question: HappenedQuestion, progress: (now: Progress) => void): Promise<HappenedAnswer> {
    const { who, told, lang, catalogueAt } = question;
    const catalog = await catalogueFrom(catalogueAt);
    const whole = together((await partsOf(question, progress)).flat());
    progress({ kind: "thinking", about: "story", asked: 0 });
    const of = worldOf(catalog, who, whole);
    const { world } = of;
    if (world === undefined)
      return of.complaints.length === 0
        ? { kind: "no-region" }
        : { kind: "refused", complaints: of.complaints.map((each) => faultTold(each, lang).said) };
    const solve = counted(await highsProgram({ workMax: effortForRecords }), progress);
    const answer = investigateHere({ world, together: whole, told, solve });
    answered = { question, whole, answer, of, timeline: timelineOf(whole.rows, answer.rows ?? []) };
    return tellNow(lang);
  },

  /** The same answer in another language. */
  async tell(lang: Lang): Promise<HappenedAnswer> {
    return tellNow(lang);
  },

  /** Absent: the worker that had them was stopped. */
  async lines(asked: LinesAsked): Promise<LinesTold | undefined> {
    if (asked.isOfAnswer) return answered === undefined ? undefined : linesOf(answered.timeline, asked);
    rowsRead.timeline ??= timelineOf(rowsRead.rows, []);
    return linesOf(rowsRead.timeline, asked);
  },

  /** The pack of the last answer; `at` as it is to stand in it. Absent: the worker that had it was stopped. */
  async pack(at: string): Promise<Packed | undefined> {
    const world = answered?.of.world;
    if (answered === undefined || world === undefined) return undefined;
    const { answer, whole, question } = answered;
    const packed = await packAsZip({
      answer,
      world,
      together: whole,
      originals: question.files.flatMap(({ id, name, file }) => {
        const sha256 = hashes.get(id);
        return sha256 === undefined ? [] : [{ name, file, sha256 }];
      }),
      asked: askedWith(question, world),
      at,
      version,
    });
    return packed.kind === "packed" ? transfer(packed, [packed.zip.buffer]) : packed;
  },

  async exported(kind: ExportKind, madeAt: string): Promise<string | undefined> {
    const world = answered?.of.world;
    if (answered === undefined || world === undefined) return undefined;
    const { answer } = answered;
    const made = kind === "answer" ? answer : attackFlow({ answer, world, madeAt, hash: hashOf });
    return `${JSON.stringify(made, undefined, 2)}\n`;
  },
};
export type HappenedWorker = typeof happenedWorker;

/** What an answer was asked with beside the files: as the command line takes it. */
function askedWith({ who, told }: HappenedQuestion, world: Grounded): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  if (who.kind === "person") texts.set("person.json", `${JSON.stringify(who.document, undefined, 2)}\n`);
  const said = toldText(told, world);
  if (said.length > 0) texts.set("told.json", `${JSON.stringify(said, undefined, 2)}\n`);
  return texts;
}

/** Says of every program what it is asked for, before it is. */
function counted(solve: MinimumProgram, progress: (now: Progress) => void): MinimumProgram {
  let asked = 0;
  return (program) => {
    const about = program.isAnyEnough === true ? "whose" : asked === 0 ? "story" : "others";
    progress({ kind: "thinking", about, asked });
    asked += 1;
    return solve(program);
  };
}

function tellNow(lang: Lang): HappenedAnswer {
  const world = answered?.of.world;
  if (answered === undefined || world === undefined) throw new Error("nothing was asked");
  return {
    kind: "told",
    told: tellInvestigation(answered.answer, world, lang),
    currency: world.person.currency,
  };
}

expose(happenedWorker);
