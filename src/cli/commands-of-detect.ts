/** `detect`: a file of events judged, and everything that runs it as a service. */
import { type Command, InvalidArgumentError, Option } from "commander";
import {
  gather,
  type Making,
  makingBelow,
  numberBetween,
  numberUpTo,
  portMax,
  wantOption,
  withCatalog,
} from "./command-parts.ts";
import type { DetectOptions } from "./detect.ts";
import type {
  DetectBackupOptions,
  DetectLooksOptions,
  DetectReplayOptions,
  DetectRestoreOptions,
  DetectRotateOptions,
} from "./detect-backing.ts";
import type { DetectListsOptions, DetectRulesOptions } from "./detect-changing.ts";
import type { DetectServeOptions, DetectVerifyOptions } from "./detect-service.ts";
import type { DetectEraseOptions, DetectFeedOptions, DetectWorkOptions } from "./detect-workers.ts";

/** More versions, and entries of a list, than anybody makes. */
const versionsMax = 1_000_000;
const entryMax = 1_000_000_000;
/** More processes than anybody runs for one log; as the log itself has it. */
const partitionsMax = 256;

export function detectCommand(making: Making): void {
  const { command, words, run } = making;
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
  addDetectService(detect, making);
}

/** `shared`, or `own:INSTITUTION`. */
function viewNamed(text: string): string {
  if (text !== "shared" && !/^own:./.test(text)) throw new InvalidArgumentError("shared, own:INSTITUTION");
  return text;
}

/** `detect` as a service. Options that `detect` has as well are read by it, wherever they stand. */
function addDetectService(detect: Command, { wanted, words }: Making): void {
  detect.helpCommand(false);
  const below = makingBelow(detect, wanted, words);
  runCommands(below);
  keepCommands(below);
  logCommands(below);
}

/** Enough to run it, under its options. */
const inShort = (words: Making["words"]): string => `
${words.inShort}
  chainbreak detect init our-bank --data ./watch     ${words.shortInit}
  chainbreak detect serve --data ./watch
  curl -H 'Authorization: Bearer KEY' --json '{"id":"e1","time":"2024-03-10T09:30:00Z","institution":"our-bank","kind":"sign-in","person":"p1"}' http://127.0.0.1:4030/v1/events
${words.shortAfter}`;

/** What starts the service, and what it needs to start. */
function runCommands({ command, words, run }: Making): void {
  const serve = withCatalog(command("serve", words.detectServePurpose), words)
    .requiredOption("--data <folder>", words.watchDataOption)
    .option("--people <folder>", words.peopleOption)
    .option("--rules <path>", words.rulesOption)
    .addOption(new Option("--port <number>", words.watchPortOption).argParser(numberUpTo(portMax)))
    .option("--host <address>", words.hostOption)
    .option("--name <name>", words.watchNameOption, gather);
  serve.addHelpText("after", inShort(words));
  serve.action(() =>
    run(serve, async (terminal) => {
      const { detectServe: act } = await import("./detect-service.ts");
      return act(serve.optsWithGlobals<DetectServeOptions>(), terminal);
    }),
  );
  const init = command("init", words.detectInitPurpose)
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
  const key = command("key", words.detectKeyPurpose);
  key.action(() =>
    run(key, async (terminal) => {
      const { detectKey: act } = await import("./detect-service.ts");
      return act(terminal);
    }),
  );
  const signing = command("signing-key", words.detectSigningKeyPurpose).requiredOption(
    "--data <folder>",
    words.watchDataOption,
  );
  signing.action((options: { readonly data: string }) =>
    run(signing, async (terminal) => {
      const { detectSigningKey: act } = await import("./detect-service.ts");
      return act(options, terminal);
    }),
  );
}

/** What is kept: looked at, backed up, restored, judged again, given new keys, verified. */
function keepCommands({ command, words, run }: Making): void {
  const looks = command("looks", words.detectLooksPurpose)
    .requiredOption("--data <folder>", words.watchDataOption)
    .option("--json", words.jsonOption);
  looks.action((options: DetectLooksOptions) =>
    run(looks, async (terminal) => {
      const { detectLooks: act } = await import("./detect-backing.ts");
      return act(options, terminal);
    }),
  );
  const backup = command("backup", words.detectBackupPurpose)
    .requiredOption("--data <folder>", words.watchDataOption)
    .requiredOption("--to <folder>", words.backupToOption)
    .option("--journal-only", words.journalOnlyOption);
  backup.action((options: DetectBackupOptions) =>
    run(backup, async (terminal) => {
      const { detectBackup: act } = await import("./detect-backing.ts");
      return act(options, terminal);
    }),
  );
  const restore = command("restore", words.detectRestorePurpose)
    .requiredOption("--from <folder>", words.restoreFromOption)
    .requiredOption("--data <folder>", words.watchDataOption)
    .option("--head <head>", words.headOption);
  restore.action((options: DetectRestoreOptions) =>
    run(restore, async (terminal) => {
      const { detectRestore: act } = await import("./detect-backing.ts");
      return act(options, terminal);
    }),
  );
  const replay = withCatalog(command("replay", words.detectReplayPurpose), words)
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
  const rotate = command("rotate", words.detectRotatePurpose)
    .requiredOption("--data <folder>", words.watchDataOption)
    .option("--database <url>", words.rotateDatabaseOption);
  rotate.action(() =>
    run(rotate, async (terminal) => {
      const { detectRotate: act } = await import("./detect-backing.ts");
      return act(rotate.optsWithGlobals<DetectRotateOptions>(), terminal);
    }),
  );
  const verify = command("verify", words.detectVerifyPurpose)
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

/** Workers over a shared log, and what feeds it. */
function logCommands({ command, words, run }: Making): void {
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
  const work = onLog(command("work", words.detectWorkPurpose));
  work.action(() =>
    run(work, async (terminal) => {
      const { detectWork: act } = await import("./detect-workers.ts");
      return act(work.optsWithGlobals<DetectWorkOptions>(), terminal);
    }),
  );
  // `--events` is an option of `detect` itself, and is read there.
  const feed = onLog(command("feed", words.detectFeedPurpose)).requiredOption(
    "--as <institution>",
    words.feedAsOption,
  );
  feed.action(() =>
    run(feed, async (terminal) => {
      const { detectFeed: act } = await import("./detect-workers.ts");
      return act(feed.optsWithGlobals<DetectFeedOptions>(), terminal);
    }),
  );
  const rules = onLog(command("rules", words.detectRulesPurpose))
    .option("--put <file>", words.putRulesOption)
    .option("--set <rule=how>", words.setRuleOption)
    .option("--compare <file>", words.compareOption)
    .option("--as <institution>", words.compareAsOption)
    .addOption(new Option("--restore <number>", words.restoreRulesOption).argParser(numberUpTo(versionsMax)))
    .addOption(new Option("--over <number>", words.overOption).argParser(numberUpTo(versionsMax)));
  rules.action(() =>
    run(rules, async (terminal) => {
      const { detectRules: act } = await import("./detect-changing.ts");
      return act(rules.optsWithGlobals<DetectRulesOptions>(), terminal);
    }),
  );
  const lists = onLog(command("lists", words.detectListsPurpose))
    .requiredOption("--as <institution>", words.listsAsOption)
    .option("--list <name>", words.listOption)
    .option("--add <value>", words.addOption)
    .option("--expires <day>", words.expiresOption)
    .option("--why <text>", words.whyOption)
    .addOption(new Option("--remove <entry>", words.removeOption).argParser(numberUpTo(entryMax)));
  lists.action(() =>
    run(lists, async (terminal) => {
      const { detectLists: act } = await import("./detect-changing.ts");
      return act(lists.optsWithGlobals<DetectListsOptions>(), terminal);
    }),
  );
  const erase = onLog(command("erase", words.detectErasePurpose))
    .requiredOption("--as <institution>", words.feedAsOption)
    .requiredOption("--person <person>", words.erasePersonOption);
  erase.action(() =>
    run(erase, async (terminal) => {
      const { detectErase: act } = await import("./detect-workers.ts");
      return act(erase.optsWithGlobals<DetectEraseOptions>(), terminal);
    }),
  );
}
