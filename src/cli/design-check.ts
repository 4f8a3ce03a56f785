/**
 * `chainbreak design check`: rules held against the flows of a catalogue. Ends with 4 where one is broken that stands in
 * no baseline; with 1 where a rule cannot be read or its own example does not break it.
 */
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { type Catalog, helpWith, type KnownFile, readTexts, readYaml, valueAt } from "../catalog/index.ts";
import { Complaint, type ComplaintPlace, formatPlace, isDate, sortComplaints } from "../model/index.ts";
import {
  type Assertion,
  type CheckAnswer,
  check,
  examplesOf,
  type Finding,
  readAssertions,
} from "../questions/index.ts";
import {
  type CheckTold,
  checkJunit,
  checkMarkdown,
  checkSarif,
  countOf,
  fingerprintOf,
  renderCheck,
} from "../report/index.ts";
import { sayComplaints } from "./complaints.ts";
import { findSide, laidOver, type SideRead, shippedSide } from "./design-sides.ts";
import { exitCodes } from "./exit-codes.ts";
import { printableLines } from "./printable-lines.ts";
import { isError, typedPath } from "./shipped.ts";
import type { Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export interface DesignCheckOptions {
  readonly pack?: readonly string[];
  readonly institution?: readonly string[];
  readonly besideShipped?: boolean;
  readonly with?: readonly string[];
  readonly own?: boolean;
  readonly asOf?: string;
  readonly baseline?: string;
  readonly format: "text" | "json" | "markdown" | "sarif" | "junit";
}

export async function designCheck(
  name: string,
  options: DesignCheckOptions,
  terminal: Terminal,
): Promise<number> {
  const { cwd, today } = terminal.outside;
  terminal.progress(cliWords(terminal.lang).reading(name));
  const bare = findSide({ name, cwd, over: shippedSide(cwd), beside: options.besideShipped === true });
  const found = laidOver(bare, options.with ?? [], cwd);
  const { side } = found;
  if (side === undefined) {
    sayComplaints(sortComplaints(found.complaints), terminal);
    return exitCodes.complaints;
  }
  const read = assertionsOf(side, options, cwd);
  const baseline = baselineOf(options.baseline, cwd);
  const { institutions, complaints: unknown } = institutionsOf(side, options);
  const complaints = [
    ...found.complaints,
    ...read.complaints,
    ...baseline.complaints,
    ...unknown,
    ...(options.asOf === undefined || isDate(options.asOf) ? [] : [notADate(options.asOf)]),
  ];
  sayComplaints(sortComplaints(complaints), terminal);
  if (complaints.some(isError)) return exitCodes.complaints;
  const whole = check({
    catalog: side.catalog,
    assertions: read.assertions,
    day: options.asOf ?? today,
    ...(institutions === undefined ? {} : { institutions }),
  });
  const { answer, leftAside } = without(whole, baseline.known);
  say({ answer, leftAside, side, options, terminal });
  return countOf(answer, "failed") > 0 ? exitCodes.found : exitCodes.done;
}

const notADate = (text: string) =>
  new Complaint({
    code: "shape/bad-text",
    place: { file: "--as-of" },
    message: `\`${text}\` is not a date`,
    help: "write `2020-09-04`",
  });

interface Read {
  readonly assertions: readonly Assertion[];
  readonly complaints: readonly Complaint[];
}

/** The packs named, else all that are shipped and all that lie in the folder. */
function assertionsOf(side: SideRead, { pack: wanted }: DesignCheckOptions, cwd: string): Read {
  const complaints: Complaint[] = [];
  const files = new Map<string, KnownFile>();
  const isRules = ({ kind }: KnownFile) => kind === "pack" || kind === "assertion";
  const shipped = shippedSide(cwd).others.filter(isRules);
  const known = [...side.others.filter(isRules), ...shipped];
  const idOf = ({ yaml, kind }: KnownFile) => String(valueAt(yaml.value, [kind]));
  const add = (file: KnownFile) => files.set(`${file.file}`, file);
  if (wanted === undefined) for (const file of known) add(file);
  for (const name of wanted ?? []) {
    const named = known.filter((file) => idOf(file) === name);
    const full = resolve(cwd, name);
    if (named.length > 0) for (const file of named) add(file);
    else if (statSync(full, { throwIfNoEntry: false }) !== undefined)
      for (const file of rulesIn(full, cwd, complaints)) add(file);
    else
      complaints.push(
        new Complaint({
          code: "design/unknown-pack",
          place: { file: "--pack" },
          message: `no pack \`${name}\``,
          help: helpWith(
            name,
            known.map(idOf),
            `give the path of a file or folder of assertions, or one of ${known.map((file) => `\`${idOf(file)}\``).join(", ")}`,
          ),
        }),
      );
  }
  const assertions: Assertion[] = [];
  for (const { yaml } of files.values()) {
    const read = readAssertions(yaml, side.catalog);
    complaints.push(...read.complaints);
    assertions.push(...read.assertions);
  }
  complaints.push(...assertions.flatMap((assertion) => exampleComplaints(assertion, side.catalog)));
  return { assertions, complaints };
}

function rulesIn(path: string, cwd: string, complaints: Complaint[]): readonly KnownFile[] {
  const { texts, complaints: unread } = readTexts([path], { from: typedPath(path, cwd) === path ? "" : cwd });
  complaints.push(...unread);
  const files = texts.flatMap(({ text, file }): readonly KnownFile[] => {
    const yaml = readYaml(text, file);
    complaints.push(...yaml.complaints.filter(() => yaml.value === undefined));
    const kind = (["pack", "assertion"] as const).find((each) => valueAt(yaml.value, [each]) !== undefined);
    return kind === undefined ? [] : [{ kind, yaml, file }];
  });
  if (files.length === 0 && complaints.length === 0)
    complaints.push(
      new Complaint({
        code: "file/nothing-read",
        place: { file: typedPath(path, cwd) },
        message: "no assertion was found here",
        help: "a file of rules begins with `assertion` or `pack`",
      }),
    );
  return files;
}

export const exampleComplaints = (assertion: Assertion, catalog: Catalog): readonly Complaint[] =>
  examplesOf(assertion, catalog).map(
    (which) =>
      new Complaint({
        code: "design/example-not-so",
        place: { file: assertion.where },
        message: `the example of \`${assertion.id}\` does not ${which === "breaks" ? "break" : "keep"} it`,
        help: "mend the rule or its example",
      }),
  );

interface Institutions {
  readonly institutions: ReadonlySet<string> | undefined;
  readonly complaints: readonly Complaint[];
}

/** Those named, or with `--own` those whose files lie in the folder; else everybody. */
function institutionsOf(side: SideRead, { institution, own }: DesignCheckOptions): Institutions {
  const complaints = (institution ?? [])
    .filter((id) => !side.catalog.institutions.has(id))
    .map(
      (id) =>
        new Complaint({
          code: "design/unknown-word",
          place: { file: "--institution" },
          message: `no institution \`${id}\``,
          help: helpWith(id, side.catalog.institutions.keys(), "name an institution of the catalogue"),
        }),
    );
  if (institution !== undefined) return { institutions: new Set(institution), complaints };
  return { institutions: own === true ? new Set(side.own) : undefined, complaints };
}

interface Baseline {
  readonly known: ReadonlySet<string>;
  readonly complaints: readonly Complaint[];
}

/** Findings known before, one fingerprint a line: what `--format json` gives under `fingerprints`, or such a file. */
function baselineOf(path: string | undefined, cwd: string): Baseline {
  if (path === undefined) return { known: new Set(), complaints: [] };
  try {
    const lines = readFileSync(resolve(cwd, path), "utf8").split(/\r?\n/);
    return { known: new Set(lines.map((line) => line.trim()).filter((line) => line !== "")), complaints: [] };
  } catch {
    const complaint = new Complaint({
      code: "file/missing",
      place: { file: path },
      message: "there is no such file or folder",
      help: "check the path",
    });
    return { known: new Set(), complaints: [complaint] };
  }
}

/** A finding of the baseline is left aside, not kept: the rule's own state stays as it is. */
function without(
  answer: CheckAnswer,
  known: ReadonlySet<string>,
): { readonly answer: CheckAnswer; readonly leftAside: number } {
  let leftAside = 0;
  const isNew = (finding: Finding) => {
    const isKnown = finding.state === "failed" && known.has(fingerprintOf(finding));
    if (isKnown) leftAside += 1;
    return !isKnown;
  };
  const rules = answer.rules.map((rule) => ({ ...rule, findings: rule.findings.filter(isNew) }));
  return { answer: { ...answer, rules }, leftAside };
}

interface Saying {
  readonly answer: CheckAnswer;
  readonly leftAside: number;
  readonly side: SideRead;
  readonly options: DesignCheckOptions;
  readonly terminal: Terminal;
}

function say({ answer, leftAside, side, options, terminal }: Saying): void {
  const { lang, columns, paint } = terminal;
  const placeOf = (institution: string, flow?: string): ComplaintPlace | undefined =>
    side.yamlOf(institution)?.locate(flow === undefined ? ["institution"] : ["flows", flow], "key");
  const told: CheckTold = {
    answer,
    whereOf: (institution, flow) => {
      const place = placeOf(institution, flow);
      return place === undefined ? undefined : formatPlace(place);
    },
    lang,
    columns,
    colour: paint.isColorSupported && options.format === "text",
    leftAside,
  };
  switch (options.format) {
    case "json":
      terminal.say(JSON.stringify({ ...answer, fingerprints: fingerprintsOf(answer) }, undefined, 2));
      return;
    case "sarif":
      terminal.say(checkSarif(answer, { version: terminal.version, lang, placeOf }, told));
      return;
    case "junit":
      terminal.say(checkJunit(answer, told));
      return;
    case "markdown":
      terminal.say(printableLines(checkMarkdown(told)));
      return;
    case "text":
      terminal.say(printableLines(renderCheck(told)));
  }
}

const fingerprintsOf = ({ rules }: CheckAnswer): readonly string[] =>
  rules.flatMap(({ findings }) => findings.filter(({ state }) => state === "failed").map(fingerprintOf));
