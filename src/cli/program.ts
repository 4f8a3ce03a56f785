/**
 * The words of the command line: which commands there are, what each takes. Parsing is commander's; each command's own
 * file is loaded only when it is asked for, so that `--help` does not wait for the optimiser.
 */
import { Command, type CommanderError, Help, InvalidArgumentError, Option } from "commander";
import { didYouMean } from "../catalog/index.ts";
import type { Lang } from "../report/index.ts";
import type { AuditOptions } from "./audit.ts";
import type { GraphOptions } from "./graph.ts";
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
  program.description(words.purpose).version(wanted.version, "-V, --version", words.versionOption).addHelpText("after", `\n${words.exitCodes}`);
  program.helpCommand(false);

  const command = (name: string, purpose: string): Command => {
    const made = prepare(new Command(name), wanted, words).description(purpose);
    program.addCommand(made);
    return made;
  };
  const run = async (made: Command, act: (terminal: Terminal) => number | Promise<number>) => wanted.done(await act(wanted.open(made.opts())));

  const audit = withWorld(command("audit", words.auditPurpose), words)
    .addOption(new Option("--measures <side>", words.sidesOption).choices(["person", "institution", "both"]).default("both"))
    .option("--apply <measures>", words.applyOption, gather)
    .option("--set <conditions>", words.setOption, gather)
    .option("--within <duration>", words.withinOption)
    .option("--at <moment>", words.atOption)
    .option("--as-of <date>", words.asOfOption)
    .addOption(new Option("--ways <number>", words.waysOption).argParser(numberUpTo(waysMax)))
    .option("--json", words.jsonOption);
  audit.action((options: AuditOptions) =>
    run(audit, async (terminal) => {
      const { audit: act } = await import("./audit.ts");
      return act(options, terminal);
    }),
  );

  const check = command("check", words.checkPurpose).argument("[path...]", words.checkPath).option("--json", words.jsonOption);
  check.action((paths: string[], options: { json?: boolean }) =>
    run(check, async (terminal) => {
      const { check: act } = await import("./check.ts");
      return act(paths, options, terminal);
    }),
  );

  const explain = command("explain", words.explainPurpose).argument("[word]", words.explainWord).option("--catalog <folder>", words.catalogOption);
  explain.action((word: string | undefined, options: { catalog?: string }) =>
    run(explain, async (terminal) => {
      const { explain: act } = await import("./explain.ts");
      return act(word, options, terminal);
    }),
  );

  const graph = withWorld(command("graph", words.graphPurpose), words).addOption(new Option("--format <format>", words.formatOption).choices(graphFormats).default("rules"));
  graph.action((options: GraphOptions) =>
    run(graph, async (terminal) => {
      const { graph: act } = await import("./graph.ts");
      return act(options, terminal);
    }),
  );

  const test = command("test", words.testPurpose).argument("[files...]", words.testPath).option("--catalog <folder>", words.catalogOption);
  test.action((paths: string[], options: { catalog?: string }) =>
    run(test, async (terminal) => {
      const { test: act } = await import("./stories.ts");
      return act(paths, options, terminal);
    }),
  );
  return program;
}

const graphFormats = ["rules", "json", "dot", "mermaid"] satisfies GraphOptions["format"][];

/** More different ways than anybody reads, and the search for each costs as much as the last. */
const waysMax = 50;

const gather = (text: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), text];

function numberUpTo(most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (text.trim() === "" || !Number.isInteger(number) || number < 0 || number > most) throw new InvalidArgumentError(`0–${most}`);
    return number;
  };
}

function withWorld(command: Command, words: CliWords): Command {
  return command
    .requiredOption("--person <file>", words.personOption)
    .option("--catalog <folder>", words.catalogOption)
    .option("--held <capabilities>", words.heldOption, gather);
}

/** What every command has: the language, colour, help in our words, and faults that come back as values. */
function prepare(command: Command, { lang, out, err, columns }: ProgramWanted, words: CliWords): Command {
  command
    .option("--lang <zh|en>", words.langOption)
    .option("--no-color", words.colourOption)
    .helpOption("-h, --help", words.helpOption)
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: err, outputError: () => {}, getOutHelpWidth: () => columns, getErrHelpWidth: () => columns })
    .configureHelp({ styleTitle: (title) => titles(words)[title] ?? title, ...(lang === "zh" ? { displayWidth: wideWidth } : {}) });
  return command;
}

const titles = (words: CliWords): Readonly<Record<string, string>> => ({
  "Usage:": words.usage,
  "Options:": words.options,
  "Commands:": words.commands,
  "Arguments:": words.arguments,
});

/** commander counts characters; a Chinese one takes two columns. */
function wideWidth(text: string): number {
  return new Help().displayWidth(text) + [...text].filter((character) => /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(character)).length;
}

/** A fault of usage as a sentence and a way out; `undefined` where commander only said help or version. */
export function usageFault(fault: CommanderError, program: Command, words: CliWords): { readonly sentence: string; readonly help: string } | undefined {
  if (fault.exitCode === 0) return undefined;
  const said = /'([^']*)'/.exec(fault.message)?.[1] ?? "";
  const names = program.commands.map((each) => each.name());
  const options = [program, ...program.commands].flatMap((each) => each.options.map(({ long }) => long ?? ""));
  const near = (word: string, known: readonly string[]) => {
    const found = didYouMean(word, known);
    return found === undefined ? words.usageHelp("chainbreak") : words.didYouMean(found);
  };
  switch (fault.code) {
    case "commander.unknownOption":
      return { sentence: words.unknownOption(said), help: near(said, options) };
    case "commander.unknownCommand":
      return { sentence: words.unknownCommand(said), help: near(said, names) };
    case "commander.missingArgument":
      return { sentence: words.missingArgument(said), help: words.usageHelp("chainbreak") };
    case "commander.missingMandatoryOptionValue":
      return { sentence: words.missingOption(said), help: words.usageHelp("chainbreak") };
    case "commander.optionMissingArgument":
      return { sentence: words.optionWithoutValue(said), help: words.usageHelp("chainbreak") };
    case "commander.excessArguments":
      return { sentence: words.tooManyArguments(fault.message.replace(/^.*: /, "").replace(/\.$/, "")), help: words.usageHelp("chainbreak") };
    default:
      return { sentence: fault.message.replace(/^error: /, ""), help: words.usageHelp("chainbreak") };
  }
}
