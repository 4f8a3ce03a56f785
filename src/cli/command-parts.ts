/**
 * What every command of the command line is made with: its making and running, the options several share, the numbers they may say,
 * and help in the reader's words. Parsing is commander's.
 */
import { stripVTControlCharacters } from "node:util";
import {
  Command,
  CommanderError,
  Help,
  type HelpConfiguration,
  InvalidArgumentError,
  Option,
} from "commander";
import { displayWidth, type Lang } from "../report/index.ts";
import type { Terminal } from "./terminal.ts";
import { twice } from "./usage-fault.ts";
import type { CliWords } from "./words.ts";

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

/** What a command is made with, below the program or below a command. */
export interface Making {
  readonly wanted: ProgramWanted;
  readonly words: CliWords;
  /** A command of its own, in the order in which help lists them. */
  readonly command: (name: string, purpose: string) => Command;
  readonly run: (made: Command, act: (terminal: Terminal) => number | Promise<number>) => Promise<void>;
}

export function makingBelow(above: Command, wanted: ProgramWanted, words: CliWords): Making {
  return {
    wanted,
    words,
    command: (name, purpose) => {
      const made = prepare(new Command(name), wanted, words).description(purpose);
      above.addCommand(made);
      return made;
    },
    run: async (made, act) => wanted.done(await act(wanted.open(made.optsWithGlobals()))),
  };
}

/** What every command has: the language, colour, help in our words, and faults that come back as values. */
export function prepare(
  command: Command,
  { lang, out, err, columns }: ProgramWanted,
  words: CliWords,
): Command {
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
        .replace(/ \(default: /, "（默认 ")
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

export const portMax = 65_535;

export const gather = (text: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  text,
];

export const numberUpTo = (most: number) => numberBetween(0, most);

export function numberBetween(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (text.trim() === "" || !Number.isInteger(number) || number < least || number > most)
      throw new InvalidArgumentError(`${least}–${most}`);
    return number;
  };
}

export function withWorld(command: Command, words: CliWords): Command {
  return withCatalog(command.option("--person <file>", words.personOption), words)
    .option("--held <capabilities>", words.heldOption, gather)
    .option("--start <starts>", words.startOption, gather);
}

/** commander would take the last of two catalogues and say nothing of the first. */
export function withCatalog(command: Command, words: CliWords): Command {
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

/** commander would complain of the missing person before it looks at a mistyped option that was meant for it. */
export const wantPerson = (command: Command): Command => wantOption(command, "person", "--person <file>");

export function wantOption(command: Command, name: string, flags: string): Command {
  if (command.opts()[name] === undefined)
    command.error(`'${flags}'`, { code: "commander.missingMandatoryOptionValue" });
  return command;
}
