/**
 * The command-line door: `main` takes the words after `chainbreak` and gives the exit code.
 *
 * 0 done, 1 complaints or failing stories, 2 wrong usage, 3 a fault of ours. Bad input never shows a stack: what we did
 * not expect is one sentence and a way to report it, and with CHAINBREAK_DEBUG=1 the rest.
 */
import { readFileSync } from "node:fs";
import { CommanderError } from "commander";
import { marks } from "../report/index.ts";
import { exitCodes } from "./exit-codes.ts";
import { buildProgram } from "./program.ts";
import { isLang, langOfLocale, type Outside, openTerminal, printable, processOutside } from "./terminal.ts";
import { usageFault } from "./usage-fault.ts";
import { cliWords } from "./words.ts";

export async function main(argv: readonly string[], outside: Outside = processOutside()): Promise<number> {
  const said = langSaid(argv);
  const lang = isLang(said) ? said : langOfLocale(outside.env);
  const words = cliWords(lang);
  const stop = (code: number, sentence: string, help: string): number => {
    outside.err(`${printable(sentence)}\n  ${words.help}${marks[lang].colon}${printable(help)}\n`);
    return code;
  };
  if (said !== undefined && !isLang(said))
    return stop(exitCodes.usage, words.badLang(said), words.usageHelp("chainbreak"));

  let code: number = exitCodes.done;
  const program = buildProgram({
    lang,
    version: versionHere(),
    open: ({ color }) => openTerminal({ outside, lang, version: versionHere(), colour: color !== false }),
    done: (given) => {
      code = given;
    },
    out: outside.out,
    err: outside.err,
    columns: outside.columns ?? 100,
  });
  try {
    if (argv.length === 0) {
      program.outputHelp();
      return exitCodes.done;
    }
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (cause) {
    if (cause instanceof CommanderError) {
      const fault = await usageFault(cause, { program, words, argv });
      return fault === undefined ? exitCodes.done : stop(exitCodes.usage, fault.sentence, fault.help);
    }
    if (outside.env["CHAINBREAK_DEBUG"] === "1")
      outside.err(`${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
    return stop(exitCodes.ourFault, words.ourFault(sentenceOf(cause)), words.reportFault);
  }
}

/** Help is said in the chosen language, so the language is wanted before the rest is parsed. */
function langSaid(argv: readonly string[]): string | undefined {
  const end = argv.indexOf("--");
  const options = end < 0 ? argv : argv.slice(0, end);
  for (const [i, word] of options.entries()) {
    if (word === "--lang") return options[i + 1];
    if (word.startsWith("--lang=")) return word.slice("--lang=".length);
  }
  return undefined;
}

function versionHere(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return String(JSON.parse(text).version);
}

const sentenceOf = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).split("\n", 1)[0] ?? "";
