/** `chainbreak respond`: it is happening now; what to do next. `chainbreak incident new` gives a file to begin with. */
import { dirname, isAbsolute, resolve } from "node:path";
import { helpWith, readTexts, readYaml, valueAt, type YamlText } from "../catalog/index.ts";
import { Complaint, sortComplaints } from "../model/index.ts";
import { type Person, readPerson, withSitesOf } from "../person/index.ts";
import { renderRespond, tellResponse } from "../report/index.ts";
import {
  respond as answer,
  dayOf,
  fewWordsOf,
  type Incident,
  type LifeTold,
  nobodyDescribed,
  readIncident,
} from "../respond/index.ts";
import { isSign } from "../told/index.ts";
import { sayComplaints } from "./complaints.ts";
import { exitCodes } from "./exit-codes.ts";
import { looksLikePath, peopleOf, readOneFile } from "./people.ts";
import { printableLines } from "./printable-lines.ts";
import { type CatalogChoice, isError, type NamedRead, readNamed, typedChoice } from "./shipped.ts";
import type { Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export interface RespondOptions extends CatalogChoice {
  readonly incident: string;
  readonly sign?: readonly string[];
  readonly done?: readonly string[];
  readonly at?: string;
  readonly seed?: number;
  readonly json?: boolean;
}

export function respond(options: RespondOptions, terminal: Terminal): number {
  const { lang, outside } = terminal;
  terminal.progress(cliWords(lang).reading(typedChoice(options)));
  const read = readNamed(options, outside.cwd, { stories: false });
  const file = readIncidentFile(options, outside.cwd);
  const heard = file.yaml === undefined ? undefined : readIncident(file.yaml, read.catalog);
  const found =
    heard?.incident === undefined
      ? undefined
      : personOf(heard.person, heard.incident, options, read, outside);
  // Whose sentences they are is known once the person is read: their country, and whom they are a customer of.
  const told =
    file.yaml !== undefined && heard?.person !== undefined && found?.person !== undefined
      ? readIncident(file.yaml, found.catalog, lifeOf(found.person))
      : heard;
  const complaints = sortComplaints([
    ...read.complaints.filter(isError),
    ...read.leftOut,
    ...file.complaints,
    ...(told?.complaints ?? []),
    ...(found?.complaints ?? []),
  ]);
  sayComplaints(complaints, terminal);
  // A word nobody understands is named and left out; only what leaves nothing to answer ends here.
  if (told?.incident === undefined || found?.person === undefined) return exitCodes.complaints;
  terminal.progress(cliWords(lang).thinking);
  const response = answer({
    catalog: found.catalog,
    person: found.person,
    isUndescribed: told.person === undefined,
    incident: told.incident,
    today: dayOf(told.incident),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
  });
  if (options.json === true)
    terminal.say(JSON.stringify(tellResponse(response, told.incident, lang), undefined, 2));
  else {
    const { columns, paint } = terminal;
    const colour = paint.isColorSupported;
    terminal.say(printableLines(renderRespond(response, told.incident, { lang, columns, colour })));
  }
  return exitCodes.done;
}

const lifeOf = ({ region, things }: Person): LifeTold => ({
  region,
  institutions: [...new Set([...things.values()].flatMap(({ institution }) => institution ?? []))],
});

interface FileRead {
  readonly yaml: YamlText | undefined;
  readonly complaints: readonly Complaint[];
}

/** The file with what the command line adds to it. */
function readIncidentFile({ incident, sign = [], done = [], at }: RespondOptions, cwd: string): FileRead {
  const { texts, complaints } = readTexts([resolve(cwd, incident)], {
    from: isAbsolute(incident) ? "" : cwd,
  });
  const [text] = texts;
  if (text === undefined) return { yaml: undefined, complaints };
  const yaml = readYaml(text.text, text.file);
  if (valueAt(yaml.value, ["incident"]) === undefined) {
    const wrong = new Complaint({
      code: "yaml/unknown-kind",
      place: { file: text.file },
      message: "this is no incident file",
      help: "it must begin with `incident`; `chainbreak incident new` prints one",
    });
    return {
      yaml: undefined,
      complaints: [...complaints, ...(yaml.complaints.length > 0 ? yaml.complaints : [wrong])],
    };
  }
  // It has been found to be a mapping with `incident` in it.
  const value = structuredClone(yaml.value) as Record<string, unknown>;
  const head = value["incident"];
  if (at !== undefined && typeof head === "object" && head !== null) Object.assign(head, { at });
  const moment = at ?? String(valueAt(value, ["incident", "at"]) ?? "");
  const add = (key: "signs" | "done", more: readonly Record<string, string>[]) => {
    const known = value[key];
    if (more.length > 0) value[key] = [...(Array.isArray(known) ? known : []), ...more];
  };
  add(
    "signs",
    sign.map((words) => signOf(words, moment)),
  );
  add(
    "done",
    done.map((words) => deedOf(words, moment)),
  );
  return { yaml: { ...yaml, value }, complaints };
}

/**
 * `code line.main from 12333 @ 2026-11-28T21:30+08:00`: the word, what it is about, who sent it, when. What begins with no
 * known sign is a sentence, and read as a whole.
 */
function signOf(text: string, now: string): Record<string, string> {
  const [words = "", at = now] = text.split(/\s*@\s*(?=\d{4}-)/).map((part) => part.trim());
  const [sign = "", on, ...rest] = words.split(/\s+/);
  if (on !== undefined && !isSign(sign)) return { at, sign: words };
  const from = rest[0] === "from" ? rest.slice(1).join(" ") : rest.join(" ");
  return { at, sign, ...(on === undefined ? {} : { on }), ...(from === "" ? {} : { from }) };
}

/** `suspended(line.main) refused`: what was asked for, what came of it, when. */
function deedOf(text: string, now: string): Record<string, string> {
  const [words = "", at = now] = text.split("@").map((part) => part.trim());
  const match = /^(.*?)(?:\s+(done|refused|no-answer))?$/.exec(words);
  return { at, action: match?.[1] ?? words, result: match?.[2] ?? "done" };
}

function personOf(
  reference: string | undefined,
  told: Incident,
  { incident }: RespondOptions,
  read: NamedRead,
  { cwd, today }: { readonly cwd: string; readonly today: string },
) {
  const { catalog, directories } = read;
  if (reference === undefined) {
    const yaml = nobodyDescribed(read.catalog, told.region, incident, fewWordsOf(told));
    const found = readPerson(yaml, catalog);
    return { catalog, person: found.person, complaints: [...yaml.complaints, ...found.complaints] };
  }
  const people = peopleOf(read.others);
  const known = people.byId.get(reference);
  const path = isAbsolute(reference) ? reference : resolve(cwd, dirname(incident), reference);
  if (known !== undefined || looksLikePath(reference)) {
    const { yaml, complaints } =
      known === undefined ? readOneFile(path, cwd) : { yaml: known, complaints: [] };
    if (yaml === undefined) return { catalog, person: undefined, complaints };
    const sites = withSitesOf({ catalog, directories, yaml, day: today });
    const found = readPerson(sites.yaml, sites.catalog);
    return {
      catalog: sites.catalog,
      person: found.person,
      complaints: [...complaints, ...sites.complaints, ...found.complaints],
    };
  }
  const help = helpWith(reference, people.ids, "leave `person` out, or give the path of a person file");
  const message = `no person \`${reference}\``;
  return {
    catalog,
    person: undefined,
    complaints: [new Complaint({ code: "story/unknown-person", place: { file: incident }, message, help })],
  };
}

/** An incident file to begin with, in the reader's language. */
export function newIncident(terminal: Terminal): number {
  terminal.say(cliWords(terminal.lang).incidentFile(`${terminal.outside.today}T21:30+08:00`));
  return exitCodes.done;
}
