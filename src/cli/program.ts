/**
 * The words of the command line: which commands there are, what each takes. Parsing is commander's; each command's own
 * file is loaded only when it is asked for, so that `--help` does not wait for the optimiser.
 */
import { stripVTControlCharacters } from "node:util";
import {
  Command,
  type CommanderError,
  Help,
  type HelpConfiguration,
  InvalidArgumentError,
  Option,
} from "commander";
import { displayWidth, type Lang } from "../report/index.ts";
import type { AuditOptions } from "./audit.ts";
import type { GraphOptions } from "./graph.ts";
import type { InvestigateOptions } from "./investigate.ts";
import type { RaceOptions } from "./race.ts";
import type { ServeCommandOptions } from "./serve.ts";
import type { Terminal } from "./terminal.ts";
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
    .option("--apply <measures>", words.applyOption, gather)
    .option("--set <conditions>", words.setOption, gather)
    .option("--within <duration>", words.withinOption)
    .option("--at <moment>", words.atOption)
    .option("--as-of <date>", words.asOfOption)
    .addOption(new Option("--ways <number>", words.waysOption).argParser(numberUpTo(waysMax)))
    .option("--json", words.jsonOption);
  audit.action((options: AuditOptions) =>
    run(wantPerson(audit), async (terminal) => {
      const { audit: act } = await import("./audit.ts");
      return act(options, terminal);
    }),
  );

  const check = command("check", words.checkPurpose)
    .argument("[path...]", words.checkPath)
    .option("--json", words.jsonOption);
  check.action((paths: string[], options: { json?: boolean }) =>
    run(check, async (terminal) => {
      const { check: act } = await import("./check.ts");
      return act(paths, options, terminal);
    }),
  );

  const explain = command("explain", words.explainPurpose)
    .argument("[word]", words.explainWord)
    .option("--catalog <folder>", words.catalogOption);
  explain.action((word: string | undefined, options: { catalog?: string }) =>
    run(explain, async (terminal) => {
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

  const investigate = command("investigate", words.investigatePurpose)
    .argument("<folder>", words.recordsFolder)
    .option("--person <file>", words.personOption)
    .option("--catalog <folder>", words.catalogOption)
    .option("--told <file>", words.toldOption)
    .option("--none-at <services>", words.noneAtOption, gather)
    .option("--as-of <date>", words.asOfOption)
    .option("--rows", words.rowsOption)
    .option("--json", words.jsonOption);
  investigate.action((folder: string, options: InvestigateOptions) =>
    run(wantPerson(investigate), async (terminal) => {
      const { investigate: act } = await import("./investigate.ts");
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
    run(wantPerson(race), async (terminal) => {
      const { race: act } = await import("./race.ts");
      return act(options, terminal);
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

  const test = command("test", words.testPurpose)
    .argument("[files...]", words.testPath)
    .option("--catalog <folder>", words.catalogOption);
  test.action((paths: string[], options: { catalog?: string }) =>
    run(test, async (terminal) => {
      const { test: act } = await import("./stories.ts");
      return act(paths, options, terminal);
    }),
  );
  return program;
}

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
  return command
    .option("--person <file>", words.personOption)
    .option("--catalog <folder>", words.catalogOption)
    .option("--held <capabilities>", words.heldOption, gather);
}

/** commander would complain of the missing person before it looks at a mistyped option that was meant for it. */
function wantPerson(command: Command): Command {
  if (command.opts()["person"] === undefined)
    command.error("'--person <file>'", { code: "commander.missingMandatoryOptionValue" });
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
