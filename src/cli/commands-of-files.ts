/** The commands around the questions: what is in the catalogue and where from, other people's files, the page, made streams. */
import { Option } from "commander";
import type { CheckOptions } from "./check.ts";
import { type Making, numberBetween, numberUpTo, portMax, withCatalog } from "./command-parts.ts";
import type { ContestPart, ExplainChoice } from "./contest.ts";
import type { ImportOptions } from "./import.ts";
import type { ServeCommandOptions } from "./serve.ts";
import type { CatalogChoice } from "./shipped.ts";
import type { SimulateOptions } from "./simulate.ts";
import type { SourcesOptions } from "./sources.ts";
import type { VerifyOptions } from "./verify.ts";

const contestParts = ["how", "patch", "story"] satisfies ContestPart[];

/** A stream is held in memory to be sorted: about 300 bytes an event, and a person has three or so a day. */
const streamPeopleMax = 20_000;
const daysMax = 730;
const attacksMax = 100_000;

export function checkCommand({ command, words, run }: Making): void {
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
}

export function explainCommand({ command, words, run }: Making): void {
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
}

export function importCommand({ command, words, run }: Making): void {
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
}

export function verifyCommand({ command, words, run }: Making): void {
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
}

export function serveCommand({ command, words, run }: Making): void {
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
}

export function startsCommand({ command, words, run }: Making): void {
  const starts = withCatalog(command("starts", words.startsPurpose), words);
  starts.action((options: CatalogChoice) =>
    run(starts, async (terminal) => {
      const { starts: act } = await import("./starts.ts");
      return act(options, terminal);
    }),
  );
}

export function simulateCommand({ command, words, run }: Making): void {
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
}

export function sourcesCommand({ command, words, run }: Making): void {
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
}

export function testCommand({ command, words, run }: Making): void {
  const test = withCatalog(command("test", words.testPurpose).argument("[files...]", words.testPath), words);
  test.action((paths: string[], options: CatalogChoice) =>
    run(test, async (terminal) => {
      const { test: act } = await import("./stories.ts");
      return act(paths, options, terminal);
    }),
  );
}
