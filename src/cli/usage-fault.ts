/** What is wrong with how a command was called, as a sentence and a way out, beside commander's own words for it. */
import type { Command, CommanderError } from "commander";
import type { CliWords } from "./words.ts";

/** Our own fault of usage, beside commander's. */
export const twice = "chainbreak.twice";

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
