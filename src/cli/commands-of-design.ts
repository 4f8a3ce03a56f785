/** `design`: what changes between two catalogues, whether rules hold for any person, who is exposed, what helps most. */
import { type Command, Option } from "commander";
import { gather, type Making, makingBelow, numberBetween, numberUpTo } from "./command-parts.ts";
import { betweenWords } from "./design-between-words.ts";
import type { DesignCheckOptions } from "./design-check.ts";
import type { DesignDiffOptions } from "./design-diff.ts";
import type { DesignExposedOptions } from "./design-exposed.ts";
import type { DesignHelpsOptions } from "./design-helps.ts";
import type { CliWords } from "./words.ts";

/** The error of an average over so many orders is small against that of the sampling. */
const ordersMax = 1_000;
/** More than all measures of any catalogue cost together. */
const budgetMax = 100_000;

/** More take an hour, and intervals of a share are narrower than one percent by then. */
const racedPeopleMax = 10_000;

/** Bits of a million people over a template's few thousand nodes are some hundred megabytes. */
const peopleMax = 1_000_000;

/** `design` has commands of its own. */
export function designCommand({ command, wanted, words }: Making): void {
  const design = command("design", words.designPurpose);
  design.helpCommand(false);
  const below = makingBelow(design, wanted, words);
  diffCommand(below);
  checkCommand(below);
  exposedCommand(below);
  helpsCommand(below);
}

function diffCommand({ command, wanted, words, run }: Making): void {
  const between = betweenWords(wanted.lang);
  const diff = command("diff", words.designDiffPurpose)
    .argument("<old>", words.designSide)
    .argument("<new>", words.designSide)
    .option("--people <path>", words.designPeopleOption)
    .option("--held <capabilities>", words.designHeldOption, gather)
    .option("--start <starts>", words.startOption, gather)
    .option("--not-leaked", words.notLeakedOption)
    .option("--beside-shipped", words.besideOption)
    .option("--with <path...>", words.withOption)
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
    .addOption(new Option("--fail-on <what>", words.failOnOption).choices(["opened", "more", "locked-out"]));
  saidAs(diff, ["json", "markdown", "sarif"], words);
  diff.action((old: string, now: string, options: DesignDiffOptions) =>
    run(diff, async (terminal) => {
      const { designDiff: act } = await import("./design-diff.ts");
      return act({ old, now }, options, terminal);
    }),
  );
}

/** `--json` as everywhere, and `--format json` for a build that chooses by a variable. */
function saidAs(
  command: Command,
  formats: readonly ("json" | "markdown" | "sarif" | "junit")[],
  words: CliWords,
): void {
  const said = {
    json: words.jsonOption,
    markdown: words.designMarkdownOption,
    sarif: words.designSarifOption,
    junit: words.designJunitOption,
  };
  for (const format of formats)
    command.addOption(
      new Option(`--${format}`, said[format])
        .implies({ format })
        .conflicts(formats.filter((other) => other !== format)),
    );
  command.addOption(
    new Option("--format <format>", words.designFormatOption).choices(["text", ...formats]).default("text"),
  );
}

function checkCommand({ command, words, run }: Making): void {
  const check = command("check", words.designCheckPurpose)
    .argument("[catalogue]", words.designWhere)
    .option("--pack <name>", words.packOption, gather)
    .option("--institution <id>", words.institutionOption, gather)
    .option("--own", words.ownOption)
    .option("--beside-shipped", words.besideOption)
    .option("--with <path...>", words.withOption)
    .option("--as-of <date>", words.asOfOption)
    .option("--baseline <file>", words.baselineOption);
  saidAs(check, ["json", "markdown", "sarif", "junit"], words);
  check.action((where: string | undefined, options: DesignCheckOptions) =>
    run(check, async (terminal) => {
      const { designCheck: act } = await import("./design-check.ts");
      return act(where ?? "shipped", options, terminal);
    }),
  );
}

function exposedCommand({ command, words, run }: Making): void {
  const exposed = command("exposed", words.designExposedPurpose)
    .argument("<population>", words.populationArgument)
    .argument("[catalogue]", words.designWhere);
  ofPopulation(exposed, words)
    .option("--beside-shipped", words.besideOption)
    .option("--with <path...>", words.withOption)
    .option("--json", words.jsonOption);
  exposed.action((file: string, where: string | undefined, options: DesignExposedOptions) =>
    run(exposed, async (terminal) => {
      const { designExposed: act } = await import("./design-exposed.ts");
      return act({ file, where: where ?? "shipped" }, options, terminal);
    }),
  );
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

function helpsCommand({ command, words, run }: Making): void {
  const helps = command("helps", words.designHelpsPurpose);
  ofPopulation(helps.argument("<populations...>", words.populationsArgument), words)
    .option("--in <catalogue>", words.helpsInOption)
    .addOption(
      new Option("--orders <number>", words.ordersOption).argParser(numberBetween(0, ordersMax)).default(8),
    )
    .addOption(new Option("--budget <effort>", words.budgetOption).argParser(numberBetween(1, budgetMax)))
    .option("--beside-shipped", words.besideOption)
    .option("--with <path...>", words.withOption)
    .option("--json", words.jsonOption);
  helps.action((files: string[], options: DesignHelpsOptions) =>
    run(helps, async (terminal) => {
      const { designHelps: act } = await import("./design-helps.ts");
      return act(files, options, terminal);
    }),
  );
}
