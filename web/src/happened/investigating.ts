/** The answer of `chainbreak investigate`, asked in the page: the same files, the same person, the same answer. */
import { type Catalog, catalogueDay } from "../../../src/catalog/index.ts";
import type { MinimumProgram } from "../../../src/graph/index.ts";
import type { Grounded } from "../../../src/ground/index.ts";
import {
  type InvestigateAnswer,
  investigate,
  type ToldText,
  type WhoseRecords,
  whoseRecords,
  worldOfRecords,
  zoneOfRegion,
} from "../../../src/investigate/index.ts";
import type { Complaint } from "../../../src/model/index.ts";
import { readPerson } from "../../../src/person/index.ts";
import { nobodyDescribed } from "../../../src/respond/index.ts";
import type { Together } from "./reading.ts";

/** Whose records they are: somebody kept here, or whoever the files themselves are of. */
export type Who =
  | { readonly kind: "files"; readonly region: string | undefined }
  | { readonly kind: "person"; readonly document: unknown };

/** What somebody tells beside the files. */
export interface ToldHere {
  /** Since when the phone was gone: ISO 8601 without a zone, as a field of a form has it; empty: nobody says. */
  readonly goneSince: string;
  /** One a line: a moment, then words. */
  readonly words: string;
}

export interface WorldOfRecords {
  readonly world: Grounded | undefined;
  readonly complaints: readonly Complaint[];
  /** What the files told of whose they are; absent: somebody described themselves. */
  readonly guessed?: WhoseRecords;
}

export function worldOf(catalog: Catalog, who: Who, { rows, files }: Together): WorldOfRecords {
  const guessed =
    who.kind === "person"
      ? undefined
      : whoseRecords({ catalog, rows, files, ...(who.region === undefined ? {} : { region: who.region }) });
  if (guessed !== undefined && guessed.region === undefined)
    return { world: undefined, complaints: [], guessed };
  const read = readPerson(
    who.kind === "person"
      ? {
          value: who.document,
          complaints: [],
          locate: (path) => ({ file: path.map(String).join(".") }),
        }
      : nobodyDescribed(catalog, guessed?.region ?? "", "records", {
          uses: guessed?.uses ?? [],
          hasSim: false,
        }),
    catalog,
  );
  const more = guessed === undefined ? {} : { guessed };
  if (read.person === undefined) return { world: undefined, complaints: read.complaints, ...more };
  const world = worldOfRecords({ catalog, person: read.person, today: catalogueDay(catalog), rows });
  return { world, complaints: read.complaints, ...more };
}

interface InvestigateHere {
  readonly world: Grounded;
  readonly together: Together;
  readonly told: ToldHere;
  readonly solve: MinimumProgram;
}

export function investigateHere({ world, together, told, solve }: InvestigateHere): InvestigateAnswer {
  const zoneMinutes = zoneOf(world);
  return investigate({
    world,
    rows: together.rows,
    repeats: together.repeats,
    files: together.files,
    told: toldText(told, world),
    toldFile: toldFile,
    noneAt: new Set(world.person.noneAt ?? []),
    solve,
    zoneMinutes,
    wantsRows: true,
  });
}

/** What is told here has no file; the answer cites it by this name. */
const toldFile = "told";

const linesMax = 200;

const zoneOf = ({ person, catalog }: Grounded) =>
  zoneOfRegion(person.region, person.asOf ?? catalogueDay(catalog));

/** A line that begins with no moment is told all the same: the answer says that it was not understood. */
export function toldText({ goneSince, words }: ToldHere, world: Grounded): ToldText {
  const { person } = world;
  const zone = zoneText(zoneOf(world) ?? 0);
  const gone =
    goneSince === ""
      ? []
      : [...person.things.values()]
          .filter(
            ({ kind, of, attributes }) =>
              kind === "device" && of === undefined && (attributes.get("kind") ?? "phone") === "phone",
          )
          .slice(0, 1)
          .map(({ id }) => ({
            at: `${goneSince.slice(0, 16)}:00${zone}`,
            by: "owner",
            says: `not possess(${id})`,
          }));
  const lines = words
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .slice(0, linesMax);
  return [
    ...gone,
    ...lines.map((line) => {
      const found =
        /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]+(\d{1,2})[:：](\d{2}))?[\s,，:：]*(.*)$/.exec(
          line,
        );
      if (found === null) return { at: "", by: "owner", says: line.slice(0, 500) };
      const [, year, month = "", day = "", hour, minute, says = ""] = found;
      const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
      const at = hour === undefined ? date : `${date}T${hour.padStart(2, "0")}:${minute}:00${zone}`;
      return { at, by: "owner", says: says.slice(0, 500) };
    }),
  ];
}

function zoneText(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
