/** The commands that ask of somebody's world: what could be lost, what happened, what to do now. */
import { Argument, Option } from "commander";
import type { AuditOptions } from "./audit.ts";
import {
  gather,
  type Making,
  numberBetween,
  numberUpTo,
  wantPerson,
  withCatalog,
  withWorld,
} from "./command-parts.ts";
import type { GraphOptions } from "./graph.ts";
import type { InvestigateOptions } from "./investigate.ts";
import type { LockedOutCommandOptions } from "./locked-out.ts";
import type { RaceOptions } from "./race.ts";
import type { RespondOptions } from "./respond.ts";

/** At a thousand nights a second this takes hours, and by then an interval of a share is narrower than 0.1 %. */
const runsMax = 10_000_000;

/** More people than ever sat around one stolen phone. */
const handsMax = 100;

/** More than most machines have cores; each worker holds a world of its own, some tens of megabytes. */
const workersMax = 64;

const graphFormats = ["rules", "json", "dot", "mermaid"] satisfies GraphOptions["format"][];

/** More different ways than anybody reads, and the search for each costs as much as the last. */
const waysMax = 50;

export function auditCommand({ command, words, run }: Making): void {
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
}

export function graphCommand({ command, words, run }: Making): void {
  const graph = withWorld(command("graph", words.graphPurpose), words).addOption(
    new Option("--format <format>", words.formatOption).choices(graphFormats).default("rules"),
  );
  graph.action((options: GraphOptions) =>
    run(wantPerson(graph), async (terminal) => {
      const { graph: act } = await import("./graph.ts");
      return act(options, terminal);
    }),
  );
}

export function lockedOutCommand({ command, words, run }: Making): void {
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
}

export function raceCommand({ command, words, run }: Making): void {
  const race = withWorld(command("race", words.racePurpose), words)
    .option("--not-leaked", words.notLeakedOption)
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
}

export function respondCommand({ command, words, run }: Making): void {
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
}

export function incidentCommand({ command, words, run }: Making): void {
  const incident = command("incident", words.incidentPurpose).addArgument(
    new Argument("<new>", words.incidentWord).choices(["new"]),
  );
  incident.action(() =>
    run(incident, async (terminal) => {
      const { newIncident } = await import("./respond.ts");
      return newIncident(terminal);
    }),
  );
}

export function investigateCommand({ command, words, run }: Making): void {
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
}
