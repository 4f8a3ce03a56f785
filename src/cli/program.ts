/**
 * The words of the command line: which commands there are, what each takes. Parsing is commander's; each command's own
 * file is loaded only when it is asked for, so that `--help` does not wait for the optimiser.
 */
import { stripVTControlCharacters } from "node:util";
import {
  Argument,
  Command,
  CommanderError,
  Help,
  type HelpConfiguration,
  InvalidArgumentError,
  Option,
} from "commander";
import { displayWidth, type Lang } from "../report/index.ts";
import type { AuditOptions } from "./audit.ts";
import type { CheckOptions } from "./check.ts";
import type { ContestPart, ExplainChoice } from "./contest.ts";
import { betweenWords } from "./design-between-words.ts";
import type { DesignCheckOptions } from "./design-check.ts";
import type { DesignDiffOptions } from "./design-diff.ts";
import type { DesignExposedOptions } from "./design-exposed.ts";
import type { DesignHelpsOptions } from "./design-helps.ts";
import type { DetectOptions } from "./detect.ts";
import type {
  DetectBackupOptions,
  DetectLooksOptions,
  DetectReplayOptions,
  DetectRestoreOptions,
  DetectRotateOptions,
} from "./detect-backing.ts";
import type { DetectServeOptions, DetectVerifyOptions } from "./detect-service.ts";
import type { DetectEraseOptions, DetectFeedOptions, DetectWorkOptions } from "./detect-workers.ts";
import type { GraphOptions } from "./graph.ts";
import type { ImportOptions } from "./import.ts";
import type { InvestigateOptions } from "./investigate.ts";
import type { LockedOutCommandOptions } from "./locked-out.ts";
import type { RaceOptions } from "./race.ts";
import type { RespondOptions } from "./respond.ts";
import type { ServeCommandOptions } from "./serve.ts";
import type { CatalogChoice } from "./shipped.ts";
import type { SimulateOptions } from "./simulate.ts";
import type { SourcesOptions } from "./sources.ts";
import type { Terminal } from "./terminal.ts";
import type { VerifyOptions } from "./verify.ts";
import { type CliWords, cliWords } from "./words.ts";

export interface ProgramWanted {
  readonly lang: Lang;
  readonly version: string;
  readonly open: (options: { readonly color?: boolean }) => Terminal;
  /** The exit code of the command that ran. */
  readonly done: (code: number) => void;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly columns: number;
}

export function buildProgram(wanted: ProgramWanted): Command {
  const words = cliWords(wanted.lang);
  const program = prepare(new Command("chainbreak"), wanted, words);
  program
    .description(words.purpose)
    .version(wanted.version, "-V, --version", words.versionOption)
    .addHelpText("after", `\n${words.exitCodes}`);
  program.helpCommand(false);

  const command = (name: string, purpose: string): Command => {
    const made = prepare(new Command(name), wanted, words).description(purpose);
    program.addCommand(made);
    return made;
  };
  const run = async (made: Command, act: (terminal: Terminal) => number | Promise<number>) =>
    wanted.done(await act(wanted.open(made.optsWithGlobals())));

  const audit = withWorld(command("audit", words.auditPurpose), words)
    .addOption(
      new Option("--measures <side>", words.sidesOption)
        .choices(["person", "institution", "both"])
        .default("both"),
    )
    .option("--not-leaked", words.notLeakedOption)
    .option("--apply <measures>", words.applyOption, gather)
    .option("--set <conditions>", words.setOption, gather)
    .option("--goal <losses>", words.goalOption, gather)
    .option("--within <duration>", words.withinOption)
    .option("--at <moment>", words.atOption)
    .option("--as-of <date>", words.asOfOption)
    .addOption(new Option("--ways <number>", words.waysOption).argParser(numberUpTo(waysMax)))
    .option("--json", words.jsonOption);
  audit.action((options: AuditOptions) =>
    // Whose night is laid over need not be named.
    run(options.with === undefined ? wantPerson(audit) : audit, async (terminal) => {
      const { audit: act } = await import("./audit.ts");
      return act(options, terminal);
    }),
  );

  const check = command("check", words.checkPurpose)
    .argument("[path...]", words.checkPath)
    .option("--with <path...>", words.withOption)
    .option("--json", words.jsonOption);
  check.action((paths: string[], options: CheckOptions) =>
    run(check, async (terminal) => {
      const { check: act } = await import("./check.ts");
      return act(paths, options, terminal);
    }),
  );

  const detect = withCatalog(command("detect", words.detectPurpose), words)
    .argument("[backtest]", words.detectMode)
    .option("--events <file>", words.eventsOption)
    .option("--people <folder>", words.peopleOption)
    .option("--rules <path>", words.rulesOption)
    .option("--against <path>", words.againstOption)
    .option("--view <view>", words.viewOption, viewNamed)
    .option("--json", words.jsonOption);
  detect.action((mode: string | undefined, options: DetectOptions) =>
    run(wantOption(detect, "events", "--events <file>"), async (terminal) => {
      if (mode !== undefined && mode !== "backtest")
        detect.error(`error: too many arguments: ${mode}.`, { code: "commander.excessArguments" });
      const { detect: act } = await import("./detect.ts");
      return act(options, mode === "backtest", terminal);
    }),
  );
  addDetectService(detect, { wanted, words, run });

  program.addCommand(designCommand({ wanted, words, run }));

  const explain = withCatalog(
    command("explain", words.explainPurpose).argument("[word]", words.explainWord),
    words,
  ).addOption(new Option("--contest [part]", words.contestOption).choices(contestParts).preset("how"));
  explain.action((word: string | undefined, options: ExplainChoice) =>
    run(explain, async (terminal) => {
      if (word !== undefined && options.contest !== undefined) {
        const { contest } = await import("./contest.ts");
        return contest(word, { ...options, part: options.contest }, terminal);
      }
      if (options.contest !== undefined)
        explain.error("error: missing required argument 'word'", { code: "commander.missingArgument" });
      const { explain: act } = await import("./explain.ts");
      return act(word, options, terminal);
    }),
  );

  const graph = withWorld(command("graph", words.graphPurpose), words).addOption(
    new Option("--format <format>", words.formatOption).choices(graphFormats).default("rules"),
  );
  graph.action((options: GraphOptions) =>
    run(wantPerson(graph), async (terminal) => {
      const { graph: act } = await import("./graph.ts");
      return act(options, terminal);
    }),
  );

  const lockedOut = withWorld(command("locked-out", words.lockedOutPurpose), words)
    .option("--lost <things>", words.lostOption, gather)
    .option("--not-leaked", words.notLeakedOption)
    .option("--apply <measures>", words.applyOption, gather)
    .option("--set <conditions>", words.setOption, gather)
    .option("--at <moment>", words.atOption)
    .option("--as-of <date>", words.asOfOption)
    .option("--json", words.jsonOption);
  lockedOut.action((options: LockedOutCommandOptions) =>
    run(wantPerson(lockedOut), async (terminal) => {
      const { lockedOut: act } = await import("./locked-out.ts");
      return act(options, terminal);
    }),
  );

  const importing = command("import", words.importPurpose)
    .argument("<file...>", words.recordFiles)
    .option("--password-file <file>", words.passwordFileOption)
    .option("--mapping <file>", words.mappingOption)
    .option("--save-mapping <file>", words.saveMappingOption)
    .option("--json", words.jsonOption);
  importing.action((paths: string[], options: ImportOptions) =>
    run(importing, async (terminal) => {
      const { importFiles: act } = await import("./import.ts");
      return act(paths, options, terminal);
    }),
  );

  const investigate = withCatalog(command("investigate", words.investigatePurpose), words)
    .argument("<folder>", words.recordsFolder)
    .option("--person <file>", words.personOption)
    .option("--region <country>", words.regionOption)
    .option("--told <file>", words.toldOption)
    .option("--none-at <services>", words.noneAtOption, gather)
    .option("--password-file <file>", words.passwordFileOption)
    .option("--as-of <date>", words.asOfOption)
    .option("--rows", words.rowsOption)
    .option("--out <folder>", words.handoverOption)
    .option("--json", words.jsonOption);
  investigate.action((folder: string, options: InvestigateOptions) =>
    run(investigate, async (terminal) => {
      const { investigate: act } = await import("./investigate.ts");
      return act(folder, options, terminal);
    }),
  );

  const verifying = command("verify", words.verifyPurpose)
    .argument("<folder>", words.packFolder)
    .option("--seal <hash>", words.sealOption)
    .option("--json", words.jsonOption);
  verifying.action((folder: string, options: VerifyOptions) =>
    run(verifying, async (terminal) => {
      const { verify: act } = await import("./verify.ts");
      return act(folder, options, terminal);
    }),
  );

  const race = withWorld(command("race", words.racePurpose), words)
    .option("--owner <policy>", words.ownerOption)
    .option("--intruder <policy>", words.intruderOption)
    .addOption(new Option("--runs <number>", words.runsOption).argParser(numberBetween(1, runsMax)))
    .addOption(new Option("--seed <number>", words.seedOption).argParser(numberUpTo(Number.MAX_SAFE_INTEGER)))
    .option("--measure <measures>", words.measureOption, gather)
    .option("--apply <measures>", words.applyOption, gather)
    .option("--set <conditions>", words.setOption, gather)
    .option("--at <moment>", words.atOption)
    .option("--within <duration>", words.nightOption)
    .option("--as-of <date>", words.asOfOption)
    .addOption(new Option("--hands <number>", words.handsOption).argParser(numberBetween(1, handsMax)))
    .addOption(new Option("--workers <number>", words.workersOption).argParser(numberBetween(1, workersMax)))
    .option("--json", words.jsonOption);
  race.action((options: RaceOptions) =>
    run(options.with === undefined ? wantPerson(race) : race, async (terminal) => {
      const { race: act } = await import("./race.ts");
      return act(options, terminal);
    }),
  );

  const respond = withCatalog(command("respond", words.respondPurpose), words)
    .requiredOption("--incident <file>", words.incidentOption)
    .option("--sign <sign>", words.signOption, gather)
    .option("--done <act>", words.doneOption, gather)
    .option("--at <moment>", words.nowOption)
    .addOption(new Option("--seed <number>", words.seedOption).argParser(numberUpTo(Number.MAX_SAFE_INTEGER)))
    .option("--json", words.jsonOption);
  respond.action((options: RespondOptions) =>
    run(respond, async (terminal) => {
      const { respond: act } = await import("./respond.ts");
      return act(options, terminal);
    }),
  );

  const incident = command("incident", words.incidentPurpose).addArgument(
    new Argument("<new>", words.incidentWord).choices(["new"]),
  );
  incident.action(() =>
    run(incident, async (terminal) => {
      const { newIncident } = await import("./respond.ts");
      return newIncident(terminal);
    }),
  );

  const serve = command("serve", words.servePurpose)
    .addOption(new Option("--port <number>", words.portOption).argParser(numberUpTo(portMax)))
    .option("--host <address>", words.hostOption)
    .option("--no-open", words.openOption)
    .option("--data <folder>", words.dataOption)
    .option("--no-data", words.noDataOption);
  serve.action((options: ServeCommandOptions) =>
    run(serve, async (terminal) => {
      const { serve: act } = await import("./serve.ts");
      return act(options, terminal);
    }),
  );

  const starts = withCatalog(command("starts", words.startsPurpose), words);
  starts.action((options: CatalogChoice) =>
    run(starts, async (terminal) => {
      const { starts: act } = await import("./starts.ts");
      return act(options, terminal);
    }),
  );

  const simulate = withCatalog(command("simulate", words.simulatePurpose), words)
    .addOption(
      new Option("--people <number>", words.howManyPeople).argParser(numberBetween(1, streamPeopleMax)),
    )
    .addOption(new Option("--days <number>", words.howManyDays).argParser(numberBetween(2, daysMax)))
    .addOption(new Option("--attacks <number>", words.howManyAttacks).argParser(numberUpTo(attacksMax)))
    .addOption(
      new Option("--seed <number>", words.streamSeedOption).argParser(numberUpTo(Number.MAX_SAFE_INTEGER)),
    )
    .option("--mimic", words.mimicOption)
    .option("--out <file>", words.outOption);
  simulate.action((options: SimulateOptions) =>
    run(simulate, async (terminal) => {
      const { simulate: act } = await import("./simulate.ts");
      return act(options, terminal);
    }),
  );

  const sources = withCatalog(
    command("sources", words.sourcesPurpose).argument("[word]", words.sourcesWord),
    words,
  ).option("--json", words.jsonOption);
  sources.action((word: string | undefined, options: SourcesOptions) =>
    run(sources, async (terminal) => {
      const { sources: act } = await import("./sources.ts");
      return act(word, options, terminal);
    }),
  );

  const test = withCatalog(command("test", words.testPurpose).argument("[files...]", words.testPath), words);
  test.action((paths: string[], options: CatalogChoice) =>
    run(test, async (terminal) => {
      const { test: act } = await import("./stories.ts");
      return act(paths, options, terminal);
    }),
  );
  return program;
}

/** A stream is held in memory to be sorted: about 300 bytes an event, and a person has three or so a day. */
const streamPeopleMax = 20_000;
const daysMax = 730;
const attacksMax = 100_000;

/** `shared`, or `own:INSTITUTION`. */
function viewNamed(text: string): string {
  if (text !== "shared" && !/^own:./.test(text)) throw new InvalidArgumentError("shared, own:INSTITUTION");
  return text;
}

type Run = (made: Command, act: (terminal: Terminal) => number | Promise<number>) => Promise<void>;

interface DesignWanted {
  readonly wanted: ProgramWanted;
  readonly words: CliWords;
  readonly run: Run;
}

/** `detect` as a service. Options that `detect` has as well are read by it, wherever they stand. */
function addDetectService(detect: Command, { wanted, words, run }: DesignWanted): void {
  detect.helpCommand(false);
  const part = (name: string, purpose: string): Command => {
    const made = prepare(new Command(name), wanted, words).description(purpose);
    detect.addCommand(made);
    return made;
  };
  const serve = withCatalog(part("serve", words.detectServePurpose), words)
    .requiredOption("--data <folder>", words.watchDataOption)
    .option("--people <folder>", words.peopleOption)
    .option("--rules <path>", words.rulesOption)
    .addOption(new Option("--port <number>", words.watchPortOption).argParser(numberUpTo(portMax)))
    .option("--host <address>", words.hostOption)
    .option("--name <name>", words.watchNameOption, gather);
  serve.action(() =>
    run(serve, async (terminal) => {
      const { detectServe: act } = await import("./detect-service.ts");
      return act(serve.optsWithGlobals<DetectServeOptions>(), terminal);
    }),
  );
  const init = part("init", words.detectInitPurpose)
    .argument("<institution>", words.watchInstitution)
    .requiredOption("--data <folder>", words.watchDataOption)
    .option("--gathers", words.gathersOption);
  init.action((institution: string, options: { readonly data: string; readonly gathers?: boolean }) =>
    run(init, async (terminal) => {
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(institution))
        init.error(`error: ${words.notAnId(institution)}`, { code: "commander.invalidArgument" });
      const { detectInit: act } = await import("./detect-service.ts");
      return act(institution, options, terminal);
    }),
  );
  const key = part("key", words.detectKeyPurpose);
  key.action(() =>
    run(key, async (terminal) => {
      const { detectKey: act } = await import("./detect-service.ts");
      return act(terminal);
    }),
  );
  const signing = part("signing-key", words.detectSigningKeyPurpose).requiredOption(
    "--data <folder>",
    words.watchDataOption,
  );
  signing.action((options: { readonly data: string }) =>
    run(signing, async (terminal) => {
      const { detectSigningKey: act } = await import("./detect-service.ts");
      return act(options, terminal);
    }),
  );
  const looks = part("looks", words.detectLooksPurpose)
    .requiredOption("--data <folder>", words.watchDataOption)
    .option("--json", words.jsonOption);
  looks.action((options: DetectLooksOptions) =>
    run(looks, async (terminal) => {
      const { detectLooks: act } = await import("./detect-backing.ts");
      return act(options, terminal);
    }),
  );
  const backup = part("backup", words.detectBackupPurpose)
    .requiredOption("--data <folder>", words.watchDataOption)
    .requiredOption("--to <folder>", words.backupToOption)
    .option("--journal-only", words.journalOnlyOption);
  backup.action((options: DetectBackupOptions) =>
    run(backup, async (terminal) => {
      const { detectBackup: act } = await import("./detect-backing.ts");
      return act(options, terminal);
    }),
  );
  const restore = part("restore", words.detectRestorePurpose)
    .requiredOption("--from <folder>", words.restoreFromOption)
    .requiredOption("--data <folder>", words.watchDataOption)
    .option("--head <head>", words.headOption);
  restore.action((options: DetectRestoreOptions) =>
    run(restore, async (terminal) => {
      const { detectRestore: act } = await import("./detect-backing.ts");
      return act(options, terminal);
    }),
  );
  const replay = withCatalog(part("replay", words.detectReplayPurpose), words)
    .requiredOption("--data <folder>", words.watchDataOption)
    .option("--people <folder>", words.peopleOption)
    .option("--rules <path>", words.rulesOption)
    .option("--json", words.jsonOption);
  replay.action(() =>
    run(replay, async (terminal) => {
      const { detectReplay: act } = await import("./detect-backing.ts");
      return act(replay.optsWithGlobals<DetectReplayOptions>(), terminal);
    }),
  );
  const onLog = (made: Command): Command =>
    withCatalog(made, words)
      .requiredOption("--data <folder>", words.watchDataOption)
      .option("--database <url>", words.databaseOption)
      .option("--bus <url>", words.busOption)
      .option("--bus-credentials <file>", words.busCredentialsOption)
      .addOption(
        new Option("--partitions <number>", words.partitionsOption).argParser(
          numberBetween(1, partitionsMax),
        ),
      )
      .option("--people <folder>", words.peopleOption)
      .option("--rules <path>", words.rulesOption);
  const work = onLog(part("work", words.detectWorkPurpose));
  work.action(() =>
    run(work, async (terminal) => {
      const { detectWork: act } = await import("./detect-workers.ts");
      return act(work.optsWithGlobals<DetectWorkOptions>(), terminal);
    }),
  );
  // `--events` is an option of `detect` itself, and is read there.
  const feed = onLog(part("feed", words.detectFeedPurpose)).requiredOption(
    "--as <institution>",
    words.feedAsOption,
  );
  feed.action(() =>
    run(feed, async (terminal) => {
      const { detectFeed: act } = await import("./detect-workers.ts");
      return act(feed.optsWithGlobals<DetectFeedOptions>(), terminal);
    }),
  );
  const erase = onLog(part("erase", words.detectErasePurpose))
    .requiredOption("--as <institution>", words.feedAsOption)
    .requiredOption("--person <person>", words.erasePersonOption);
  erase.action(() =>
    run(erase, async (terminal) => {
      const { detectErase: act } = await import("./detect-workers.ts");
      return act(erase.optsWithGlobals<DetectEraseOptions>(), terminal);
    }),
  );
  const rotate = part("rotate", words.detectRotatePurpose)
    .requiredOption("--data <folder>", words.watchDataOption)
    .option("--database <url>", words.rotateDatabaseOption);
  rotate.action(() =>
    run(rotate, async (terminal) => {
      const { detectRotate: act } = await import("./detect-backing.ts");
      return act(rotate.optsWithGlobals<DetectRotateOptions>(), terminal);
    }),
  );
  const verify = part("verify", words.detectVerifyPurpose)
    .requiredOption("--data <folder>", words.watchDataOption)
    .option("--database <url>", words.verifyDatabaseOption)
    .option("--head <head>", words.headOption)
    .option("--json", words.jsonOption);
  verify.action(() =>
    run(verify, async (terminal) => {
      const options = verify.optsWithGlobals<DetectVerifyOptions>();
      if (options.database !== undefined) {
        const { detectVerifyLog } = await import("./detect-workers.ts");
        return detectVerifyLog(options, terminal);
      }
      const { detectVerify } = await import("./detect-service.ts");
      return detectVerify(options, terminal);
    }),
  );
}

/** More processes than anybody runs for one log; as the log itself has it. */
const partitionsMax = 256;

/** More take an hour, and intervals of a share are narrower than one percent by then. */
const racedPeopleMax = 10_000;

/** `design` has commands of its own. */
function designCommand({ wanted, words, run }: DesignWanted): Command {
  const between = betweenWords(wanted.lang);
  const design = prepare(new Command("design"), wanted, words).description(words.designPurpose);
  design.helpCommand(false);
  const part = (name: string, purpose: string): Command => {
    const made = prepare(new Command(name), wanted, words).description(purpose);
    design.addCommand(made);
    return made;
  };
  const diff = part("diff", words.designDiffPurpose)
    .argument("<old>", words.designSide)
    .argument("<new>", words.designSide)
    .option("--people <path>", words.designPeopleOption)
    .option("--held <capabilities>", words.designHeldOption, gather)
    .option("--start <starts>", words.startOption, gather)
    .option("--not-leaked", words.notLeakedOption)
    .option("--beside-shipped", words.besideOption)
    .option("--stories <folder>", words.storiesOption)
    .option("--population <population>", between.populationOption)
    .addOption(
      new Option("--drawn <number>", words.exposedPeopleOption)
        .argParser(numberBetween(1, peopleMax))
        .default(4096),
    )
    .addOption(new Option("--race <people>", between.raceOption).argParser(numberBetween(2, racedPeopleMax)))
    .addOption(
      new Option("--owner <policy>", between.ownerOption)
        .choices(["nothing", "checklist"])
        .default("checklist"),
    )
    .option("--at <moment>", words.atOption)
    .addOption(
      new Option("--seed <number>", words.seedOption)
        .argParser(numberUpTo(Number.MAX_SAFE_INTEGER))
        .default(1),
    )
    .addOption(new Option("--fail-on <what>", words.failOnOption).choices(["opened", "more", "locked-out"]))
    .addOption(
      new Option("--format <format>", words.designFormatOption)
        .choices(["text", "json", "markdown", "sarif"])
        .default("text"),
    );
  diff.action((old: string, now: string, options: DesignDiffOptions) =>
    run(diff, async (terminal) => {
      const { designDiff: act } = await import("./design-diff.ts");
      return act({ old, now }, options, terminal);
    }),
  );
  const check = part("check", words.designCheckPurpose)
    .argument("[catalogue]", words.designWhere)
    .option("--pack <name>", words.packOption, gather)
    .option("--institution <id>", words.institutionOption, gather)
    .option("--own", words.ownOption)
    .option("--beside-shipped", words.besideOption)
    .option("--as-of <date>", words.asOfOption)
    .option("--baseline <file>", words.baselineOption)
    .addOption(
      new Option("--format <format>", words.designFormatOption)
        .choices(["text", "json", "markdown", "sarif", "junit"])
        .default("text"),
    );
  check.action((where: string | undefined, options: DesignCheckOptions) =>
    run(check, async (terminal) => {
      const { designCheck: act } = await import("./design-check.ts");
      return act(where ?? "shipped", options, terminal);
    }),
  );
  const exposed = part("exposed", words.designExposedPurpose)
    .argument("<population>", words.populationArgument)
    .argument("[catalogue]", words.designWhere);
  ofPopulation(exposed, words)
    .option("--beside-shipped", words.besideOption)
    .option("--json", words.jsonOption);
  exposed.action((file: string, where: string | undefined, options: DesignExposedOptions) =>
    run(exposed, async (terminal) => {
      const { designExposed: act } = await import("./design-exposed.ts");
      return act({ file, where: where ?? "shipped" }, options, terminal);
    }),
  );
  helpsCommand({ design: part("helps", words.designHelpsPurpose), words, run });
  return design;
}

/** What every question about a population may say. */
const ofPopulation = (command: Command, words: CliWords): Command =>
  command
    .option("--held <capabilities>", words.heldOption, gather)
    .option("--start <starts>", words.startOption, gather)
    .option("--not-leaked", words.notLeakedOption)
    .option("--measures <ids>", words.exposedMeasureOption, gather)
    .addOption(
      new Option("--people <number>", words.exposedPeopleOption)
        .argParser(numberBetween(1, peopleMax))
        .default(4096),
    )
    .addOption(
      new Option("--seed <number>", words.seedOption)
        .argParser(numberUpTo(Number.MAX_SAFE_INTEGER))
        .default(1),
    );

interface HelpsWanted {
  readonly design: Command;
  readonly words: CliWords;
  readonly run: Run;
}

function helpsCommand({ design: helps, words, run }: HelpsWanted): void {
  ofPopulation(helps.argument("<populations...>", words.populationsArgument), words)
    .option("--in <catalogue>", words.helpsInOption)
    .addOption(
      new Option("--orders <number>", words.ordersOption).argParser(numberBetween(0, ordersMax)).default(8),
    )
    .addOption(new Option("--budget <effort>", words.budgetOption).argParser(numberBetween(1, budgetMax)))
    .option("--beside-shipped", words.besideOption)
    .option("--json", words.jsonOption);
  helps.action((files: string[], options: DesignHelpsOptions) =>
    run(helps, async (terminal) => {
      const { designHelps: act } = await import("./design-helps.ts");
      return act(files, options, terminal);
    }),
  );
}

/** The error of an average over so many orders is small against that of the sampling. */
const ordersMax = 1_000;
/** More than all measures of any catalogue cost together. */
const budgetMax = 100_000;

/** Bits of a million people over a template's few thousand nodes are some hundred megabytes. */
const peopleMax = 1_000_000;

const contestParts = ["how", "patch", "story"] satisfies ContestPart[];
const graphFormats = ["rules", "json", "dot", "mermaid"] satisfies GraphOptions["format"][];

const portMax = 65_535;

/** More different ways than anybody reads, and the search for each costs as much as the last. */
const waysMax = 50;

const gather = (text: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  text,
];

/** At a thousand nights a second this takes hours, and by then an interval of a share is narrower than 0.1 %. */
const runsMax = 10_000_000;

/** More people than ever sat around one stolen phone. */
const handsMax = 100;

/** More than most machines have cores; each worker holds a world of its own, some tens of megabytes. */
const workersMax = 64;

const numberUpTo = (most: number) => numberBetween(0, most);

function numberBetween(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (text.trim() === "" || !Number.isInteger(number) || number < least || number > most)
      throw new InvalidArgumentError(`${least}–${most}`);
    return number;
  };
}

function withWorld(command: Command, words: CliWords): Command {
  return withCatalog(command.option("--person <file>", words.personOption), words)
    .option("--held <capabilities>", words.heldOption, gather)
    .option("--start <starts>", words.startOption, gather);
}

/** commander would take the last of two catalogues and say nothing of the first. */
function withCatalog(command: Command, words: CliWords): Command {
  return command
    .addOption(
      new Option("--catalog <folder>", words.catalogOption).argParser((text, before: unknown) => {
        if (before !== undefined)
          throw new CommanderError(2, twice, `option '--catalog' is given twice: '${text}'`);
        return text;
      }),
    )
    .option("--with <path...>", words.withOption);
}

/** Our own fault of usage, beside commander's. */
const twice = "chainbreak.twice";

/** commander would complain of the missing person before it looks at a mistyped option that was meant for it. */
const wantPerson = (command: Command): Command => wantOption(command, "person", "--person <file>");

function wantOption(command: Command, name: string, flags: string): Command {
  if (command.opts()[name] === undefined)
    command.error(`'${flags}'`, { code: "commander.missingMandatoryOptionValue" });
  return command;
}

/** What every command has: the language, colour, help in our words, and faults that come back as values. */
function prepare(command: Command, { lang, out, err, columns }: ProgramWanted, words: CliWords): Command {
  command
    .option("--lang <zh|en>", words.langOption)
    .option("--no-color", words.colourOption)
    .helpOption("-h, --help", words.helpOption)
    .exitOverride()
    .configureOutput({
      writeOut: out,
      writeErr: err,
      outputError: () => {},
      getOutHelpWidth: () => columns,
      getErrHelpWidth: () => columns,
    })
    .configureHelp(lang === "zh" ? chineseHelp(words) : {});
  return command;
}

/** commander's own words in help: titles, `[options]`, `(default: …)`; and it counts characters where columns are meant. */
function chineseHelp(words: CliWords): HelpConfiguration {
  const plain = new Help();
  const terms = (text: string) => text.replace("[options]", "[选项]").replace("[command]", "[命令]");
  return {
    styleTitle: (title) => titles(words)[title] ?? title,
    displayWidth: (text) => displayWidth(stripVTControlCharacters(text)),
    commandUsage: (command) => terms(plain.commandUsage(command)),
    subcommandTerm: (command) => terms(plain.subcommandTerm(command)),
    optionDescription: (option) =>
      plain
        .optionDescription(option)
        .replace(/ \(choices: /, "（可选 ")
        .replace(/, default: /, "，默认 ")
        .replace(/\)$/, "）"),
  };
}

const titles = (words: CliWords): Readonly<Record<string, string>> => ({
  "Usage:": words.usage,
  "Options:": words.options,
  "Commands:": words.commands,
  "Arguments:": words.arguments,
});

/** A fault of usage as a sentence and a way out; `undefined` where commander only said help or version. */
export async function usageFault(
  fault: CommanderError,
  { program, words, argv }: FaultyUsage,
): Promise<{ readonly sentence: string; readonly help: string } | undefined> {
  if (fault.exitCode === 0) return undefined;
  const said = /'([^']*)'/.exec(fault.message)?.[1] ?? "";
  const command = program.commands.find((each) => each.name() === argv.find((word) => !word.startsWith("-")));
  const help = words.usageHelp(command === undefined ? "chainbreak" : `chainbreak ${command.name()}`);
  const near = async (word: string, known: readonly string[]) => {
    // Only somebody who has mistyped waits for the reader of "did you mean".
    const { didYouMean } = await import("../catalog/index.ts");
    const found = didYouMean(word, known);
    return found === undefined ? help : words.didYouMean(found);
  };
  switch (fault.code) {
    case "commander.unknownOption":
      return {
        sentence: words.unknownOption(said),
        help: await near(
          said,
          [program, ...(command === undefined ? program.commands : [command])].flatMap((each) =>
            each.options.map(({ long }) => long ?? ""),
          ),
        ),
      };
    case "commander.unknownCommand":
      return {
        sentence: words.unknownCommand(said),
        help: await near(
          said,
          program.commands.map((each) => each.name()),
        ),
      };
    case "commander.missingArgument":
      return { sentence: words.missingArgument(said), help };
    case "commander.missingMandatoryOptionValue":
      return { sentence: words.missingOption(said), help };
    case "commander.optionMissingArgument":
      return { sentence: words.optionWithoutValue(said), help };
    case "commander.excessArguments":
      return {
        sentence: words.tooManyArguments(fault.message.replace(/^.*: /, "").replace(/\.$/, "")),
        help,
      };
    case twice:
      return { sentence: words.twice(said), help: words.layInstead };
    case "commander.invalidArgument": {
      const [, flags = "", value = "", allowed = ""] =
        /option '(\S+)[^']*' argument '(.*)' is invalid\. (?:Allowed choices are )?(.*?)\.?$/.exec(
          fault.message,
        ) ?? [];
      return { sentence: words.badValue(value, flags), help: words.allowed(allowed) };
    }
    default:
      return { sentence: fault.message.replace(/^error: /, ""), help };
  }
}

interface FaultyUsage {
  readonly program: Command;
  readonly words: CliWords;
  readonly argv: readonly string[];
}
