/**
 * The words of the command line: which commands there are, in the order in which help lists them. Each command's own file is loaded
 * only when it is asked for, so that `--help` does not wait for the optimiser.
 */
import { Command } from "commander";
import { makingBelow, type ProgramWanted, prepare } from "./command-parts.ts";
import { designCommand } from "./commands-of-design.ts";
import { detectCommand } from "./commands-of-detect.ts";
import {
  checkCommand,
  explainCommand,
  importCommand,
  serveCommand,
  simulateCommand,
  sourcesCommand,
  startsCommand,
  testCommand,
  verifyCommand,
} from "./commands-of-files.ts";
import {
  auditCommand,
  graphCommand,
  incidentCommand,
  investigateCommand,
  lockedOutCommand,
  raceCommand,
  respondCommand,
} from "./commands-of-questions.ts";
import { cliWords } from "./words.ts";

export function buildProgram(wanted: ProgramWanted): Command {
  const words = cliWords(wanted.lang);
  const program = prepare(new Command("chainbreak"), wanted, words);
  program
    .description(words.purpose)
    .version(wanted.version, "-V, --version", words.versionOption)
    .addHelpText("after", `\n${words.exitCodes}`);
  program.helpCommand(false);
  const making = makingBelow(program, wanted, words);
  for (const add of commands) add(making);
  return program;
}

const commands = [
  auditCommand,
  checkCommand,
  detectCommand,
  designCommand,
  explainCommand,
  graphCommand,
  lockedOutCommand,
  importCommand,
  investigateCommand,
  verifyCommand,
  raceCommand,
  respondCommand,
  incidentCommand,
  serveCommand,
  startsCommand,
  simulateCommand,
  sourcesCommand,
  testCommand,
];
