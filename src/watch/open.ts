/**
 * A service opened on its folder: locked, the journal held to its chain and replayed, what was decided before compared
 * with what would be decided now. It knows no socket: `serve.ts` gives it one, a test asks it as it is.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { readYaml } from "../catalog/index.ts";
import type { Mapping, ShapesAsked, Version } from "../detect/index.ts";
import { type Complaint, dayOf } from "../model/index.ts";
import { CannotServe, type PageFiles } from "../server/index.ts";
import { alerted } from "./alerts.ts";
import { watchApplication } from "./application.ts";
import { openBacktests } from "./backtests.ts";
import {
  type Configuration,
  type ConfigurationRead,
  readConfiguration,
  type Webhook,
} from "./configuration.ts";
import { openDesk, usualWaitingMax } from "./desk.ts";
import { openFigures } from "./figures.ts";
import { cannotWrite, fileNames, lockFolder, makeFolder, readSecret } from "./folder.ts";
import { openJournal } from "./journal.ts";
import { type Judging, openJudging } from "./judging.ts";
import { type NoState, openKeptState, type StateAfter, usualStateAfter } from "./kept-state.ts";
import { openLanes } from "./lanes.ts";
import { openLists } from "./lists.ts";
import { openLive } from "./live.ts";
import { openLooking } from "./looking.ts";
import { openNames } from "./names.ts";
import { openedOrElse } from "./opened-or-else.ts";
import { openPeopleKeys } from "./people-keys.ts";
import { byFolder, inForceOf, openPutRules, type RulesOver } from "./put-rules.ts";
import { type Replayed, replay } from "./replay.ts";
import { openRetention, type Retention } from "./retention.ts";
import { rootKeys } from "./sealing.ts";
import { keysOfTransmitters, tokensOfTransmitters } from "./signal-keys.ts";
import { openSignalsFetched, type SignalsFetched } from "./signals-fetched.ts";
import { openSignalsIn } from "./signals-in.ts";
import { openSignalsOut, type SignalsOut } from "./signals-out.ts";
import { readSigningKeys, type SigningKeys } from "./signing-keys.ts";
import { openStreams } from "./streams.ts";
import { openTraces, type Traces, tokenOfTraces } from "./traces.ts";
import { openWebhooks, readWebhookSecret, type Webhooks } from "./webhooks.ts";

export interface WatchOptions {
  readonly folder: string;
  /** Catalogue, people, rules and likelihoods, as the doors open them. */
  readonly version: Version;
  readonly mappings: readonly Mapping[];
  /** Whom somebody described, and the day, as the version's shapes are made of them; absent: nobody, and today. */
  readonly shaping?: Pick<ShapesAsked, "people" | "today">;
  /** Records a comparison of rules goes through at most; absent: the usual. */
  readonly comparedMax?: number;
  /** Of chainbreak. */
  readonly program: string;
  readonly configuration: Configuration;
  readonly page: PageFiles;
  readonly hosts: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds, from any beginning. */
  readonly clock: () => number;
  readonly send: typeof fetch;
  /** Events that may wait to be decided; absent: as many as are decided in a few seconds. */
  readonly waitingMax?: number;
  /** Names all that decisions rest on beside the events, to the byte; absent: no state is kept, and a start replays everything. */
  readonly basis?: string;
  /** A state is kept after so many records: at a start or a stop, and while it runs; absent: the usual. */
  readonly stateAfter?: StateAfter;
  /** One line for whoever runs it: a fault of the disk, a configuration that was not taken. */
  readonly say: (line: string) => void;
}

export interface Watch {
  readonly app: OpenAPIHono;
  readonly replayed: Replayed;
  /** What was put in force and stands over the rules it is started with. */
  readonly rulesOver: RulesOver;
  /** The version in whose place the file of the start counts, for nobody can read it any more; absent: none. */
  readonly rulesLost?: number;
  /** Why all of the journal was replayed; absent: a state that was kept was gone on from. */
  readonly noState?: NoState;
  /** The last run did not end as it should: killed, or the power went. */
  readonly wasCut: boolean;
  /** Days by which this machine's clock is before the last record: it was ahead when that came, or is behind now. 0: it is not. */
  readonly behindDays: number;
  /** The version of chainbreak that wrote last, where it was another. */
  readonly upgradedFrom: string | undefined;
  readonly webhooks: Webhooks;
  readonly signals: SignalsOut;
  readonly fetched: SignalsFetched;
  readonly retention: Retention;
  readonly traces: Traces;
  /** From the next request on. */
  configure(configuration: Configuration): void;
  /** Takes nothing more, answers what was taken, lets go of the folder. */
  close(): Promise<void>;
}

export function readConfigurationFile(folder: string): ConfigurationRead {
  const file = join(folder, fileNames.configuration);
  if (!existsSync(file))
    throw new CannotServe(
      `there is no \`${file}\``,
      "make one: `chainbreak detect init INSTITUTION --data FOLDER`",
    );
  return readConfiguration(readYaml(readFileSync(file, "utf8"), file));
}

export function openWatch(options: WatchOptions): Watch {
  const { folder, version, mappings, now, clock, say } = options;
  makeFolder(folder);
  const lock = lockFolder(folder);
  try {
    return opened(lock.release);
  } catch (fault) {
    lock.release();
    throw fault;
  }

  function opened(release: () => void): Watch {
    let configuration = options.configuration;
    let secrets = webhookSecrets(folder, configuration);
    let tokens = tokensOfTransmitters(folder, configuration);
    let tracesToken = tokenOfTraces(folder, configuration);
    let signing = signingKeys(folder, configuration);
    let keysOf = keysOfTransmitters(folder, configuration, options.send);
    const root = rootKeys(readSecret(folder));
    const journal = openJournal(join(folder, fileNames.journal), root.cut);
    const people = openPeopleKeys(join(folder, fileNames.people), root);
    const letGo = () => {
      journal.close();
      people.close();
    };
    const figures = openFigures();
    const lanes = { webhooks: openLanes(), signals: openLanes(), fetched: openLanes() };
    const live = openLive();
    const lists = openedOrElse(() => openLists(journal.lists, people), letGo);
    const putRules = openedOrElse(() => openPutRules(journal.putRules, people, version.rules), letGo);
    const rulesLost = putRules.lost();
    const parts = {
      ...{ version, mappings, elsewhere: root.elsewhere },
      ...{ lists: lists.clock, rules: putRules.clock },
    };
    const keptState = openKeptState({ folder, people, basis: options.basis, judging: parts });
    /** The state as the journal has it, by way of what was kept of it where that may be gone on from. */
    const made = () => {
      const found = keptState.find(journal);
      const [began, from] =
        found.kind === "found" ? [found.judging, found.head] : [openJudging(parts), undefined];
      const toReplay = journal.head().seq - (from?.seq ?? 0);
      if (toReplay >= manyRecords) say(`${toReplay} records are replayed`);
      return { found, judging: began, replayed: replay(journal, people, began, from) };
    };
    const { found, replayed, ...first } = made();
    let { judging }: { judging: Judging } = first;
    if (replayed.broken !== undefined) {
      letGo();
      throw brokenJournal(folder, replayed.broken);
    }
    const before = journal.note("program");
    const wasCut = journal.note("state") === "running";
    const behindDays = Math.max(0, Math.floor((journal.lastReceived() - now()) / millisecondsPerDay));
    try {
      journal.setNote("program", options.program);
      journal.setNote("state", "running");
      journal.rules.begin(inForceOf(putRules.inForce(), now()));
      // From here on it is said by a version that can be read, and no start asks again.
      if (rulesLost !== undefined)
        putRules.put({
          ...{ ...byFolder, now: now(), after: journal.head().seq },
          ...{ what: "restored", said: { of: 0 } },
        });
    } catch (fault) {
      letGo();
      throw cannotWrite(folder, fault);
    }
    let isStopping = false;
    let isAsReplayed = true;
    let sinceState = replayed.records;
    const { atRest, running } = options.stateAfter ?? usualStateAfter;
    // So seldom that what it costs is a part in ten of what is decided between.
    const nextAfter = () => Math.max(running, recordsPerPerson * people.count());
    let nextState = nextAfter();
    /** The state as it is after the last record, unless it was kept a moment ago or is not what replaying gives. */
    const keepState = (after: number) => {
      if (!isAsReplayed || sinceState < after || options.basis === undefined) return;
      sinceState = 0;
      nextState = nextAfter();
      try {
        keptState.keep(judging, journal.head());
        figures.count("states_kept");
      } catch (fault) {
        say(`the state could not be kept, so the next start takes longer: ${saidBy(fault)}`);
      }
    };
    keepState(atRest);
    const traces = openTraces({
      configuration: () => configuration,
      token: () => tracesToken,
      program: options.program,
      now,
      clock,
      send: options.send,
      onTold: (became, spans) => figures.count("spans", became, spans),
      say,
    });
    const webhooks = openWebhooks({
      traces,
      journal,
      people,
      configuration: () => configuration,
      secretOf: ({ institution }) => secrets.get(institution)!, // Read for every webhook of the configuration.
      now,
      send: options.send,
      onTold: (isTaken) => figures.count(isTaken ? "webhooks_sent" : "webhooks_failed"),
      lanes: lanes.webhooks,
      isStopping: () => isStopping,
      say,
    });
    const streams = openStreams({ kept: journal.signals, root, configuration: () => configuration });
    const signals = openSignalsOut({
      journal,
      people,
      root,
      streams,
      configuration: () => configuration,
      signing: () => signing!, // Read for every configuration by whose name anything is signed.
      read: (text) => judging.read(text),
      now,
      send: options.send,
      onTold: (became) => figures.count("signals_out", became),
      lanes: lanes.signals,
      isStopping: () => isStopping,
      say,
    });
    const desk = openDesk(
      {
        journal,
        people,
        eventNames: root.event,
        configuration: () => configuration,
        remake: () => {
          // Whether the disk takes anything is asked first: to replay all for nothing takes longer.
          journal.setNote("state", "running");
          judging = made().judging;
          isAsReplayed = true;
          return judging;
        },
        unlist(institution, person) {
          backtests.forget(institution, person);
          const listed = lists.unlist(institution, person);
          const named = putRules.forget(person);
          return listed ?? named;
        },
        onForgot: () => {
          isAsReplayed = false;
        },
        now,
        waitingMax: options.waitingMax ?? usualWaitingMax,
        hasRules: () => putRules.inForce() !== undefined,
        owing: (event, institution, decision) => [
          ...streams.owing(institution, decision),
          ...alerted(event, institution, { configuration, people }).flatMap(streams.alerting),
        ],
        onKept: (kept) => {
          for (const { told } of kept) figures.count("decisions", told.decision);
          live.tell(kept);
          sinceState += kept.length;
          keepState(nextState);
        },
        onCommit: ({ events, fault, traces: asked = [] }) => {
          figures.count(fault === undefined ? "commits" : "commit_faults");
          const inTraces = asked.length === 0 ? "" : ` (${saidTraces(asked)})`;
          if (fault !== undefined) say(`${events} events were refused: ${saidBy(fault)}${inTraces}`);
        },
      },
      judging,
    );
    const signalsIn = openSignalsIn({
      desk,
      journal,
      root,
      configuration: () => configuration,
      keysOf: (institution) => keysOf(institution),
      now,
    });
    const fetched = openSignalsFetched({
      configuration: () => configuration,
      signalsIn,
      tokenOf: (institution) => tokens.get(institution)!, // Read for every transmitter that is asked.
      now,
      send: options.send,
      onTaken: (kind) => figures.count("signals_in", kind),
      lanes: lanes.fetched,
      isStopping: () => isStopping,
      say,
    });
    const retention = openRetention({
      journal,
      people,
      lists,
      putRules,
      configuration: () => configuration,
      judging: () => (desk.isWell() ? judging : undefined),
      now,
      clock,
      onDone: () => {
        // What went by age is in no replay any more: the state as it is now is what is gone on from.
        sinceState = Number.POSITIVE_INFINITY;
        keepState(0);
      },
      say,
    });
    const naming = openNames(version.catalog);
    const looking = openLooking({
      naming,
      journal,
      people,
      configuration: () => configuration,
      read: (text) => judging.read(text),
      elsewhere: root.elsewhere,
      now,
    });
    const { catalog, costs } = version;
    const shaping = options.shaping ?? { people: new Map(), today: dayOf(new Date(now())) };
    const backtests = openBacktests({
      folder,
      version: { ...shaping, catalog, mappings, costs },
      inForce: putRules.inForce,
      recordsMax: options.comparedMax,
      now,
      say,
    });
    const app = watchApplication({
      version: options.program,
      configuration: () => configuration,
      desk,
      looking,
      looks: journal.looks,
      backtests,
      lists,
      lastRecord: () => journal.head().seq,
      putRules,
      keptRules: journal.rules,
      live,
      naming,
      signalsIn,
      signalsOut: signals,
      streams,
      signing: () => signing!, // Asked where there is an issuer only.
      figures,
      traces,
      gauges: () => ({
        waiting: desk.waiting(),
        records: journal.head().seq,
        people: people.count() - lists.keys() - putRules.keys(),
        webhooks_owed: journal.owedCount(),
        signals_owed: journal.signals.owedCount(),
        views: judging.views(),
        well: desk.isWell() ? 1 : 0,
        replay_differs: replayed.differ,
      }),
      page: options.page,
      hosts: options.hosts,
      isStopping: () => isStopping,
      clock,
      now,
      say,
      today: () => dayOf(new Date(now())),
    });
    return {
      app,
      replayed,
      rulesOver: putRules.over(),
      ...(rulesLost === undefined ? {} : { rulesLost }),
      ...(found.kind === "none" ? { noState: found.why } : {}),
      wasCut,
      behindDays,
      upgradedFrom: before === options.program ? undefined : before,
      webhooks,
      signals,
      fetched,
      retention,
      traces,
      configure(next) {
        const asked = tokensOfTransmitters(folder, next);
        const token = tokenOfTraces(folder, next);
        const own = signingKeys(folder, next);
        const keys = keysOfTransmitters(folder, next, options.send);
        secrets = webhookSecrets(folder, next);
        keysOf = keys;
        signing = own;
        tokens = asked;
        tracesToken = token;
        configuration = next;
        live.changed();
      },
      async close() {
        isStopping = true;
        await desk.drain();
        await backtests.close();
        // What is under way is noted while the journal is open.
        await Promise.all(Object.values(lanes).map((each) => each.settled()));
        if (desk.isWell()) keepState(atRest);
        try {
          journal.setNote("state", "ended");
        } catch (fault) {
          // The next start says that this run was cut off, which loses nothing.
          say(`the end of this run could not be noted: ${saidBy(fault)}`);
        }
        letGo();
        release();
      },
    };
  }
}

/** Some seconds. */
const manyRecords = 10_000;
/** So many for each person, before the state of all of them is kept again. */
const recordsPerPerson = 2;
const millisecondsPerDay = 86_400_000;

const saidBy = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

/** More say no more: they were refused together. */
const saidTracesMax = 5;

/** By the numbers of the traces, each once. */
function saidTraces(asked: readonly string[]): string {
  const numbers = [...new Set(asked.map((traceparent) => traceparent.split("-")[1]))];
  const more = numbers.length > saidTracesMax ? ` and ${numbers.length - saidTracesMax} more` : "";
  return `traces ${numbers.slice(0, saidTracesMax).join(", ")}${more}`;
}

const signingKeys = (folder: string, { issuer }: Configuration): SigningKeys | undefined =>
  issuer === undefined ? undefined : readSigningKeys(folder);

const webhookSecrets = (folder: string, { webhooks }: Configuration): ReadonlyMap<string, Uint8Array> =>
  new Map(webhooks.map((webhook: Webhook) => [webhook.institution, readWebhookSecret(folder, webhook)]));

function brokenJournal(folder: string, { record, why }: NonNullable<Replayed["broken"]>): CannotServe {
  const said = {
    chain: `record ${record} of the journal in \`${folder}\` does not follow from the one before it`,
    seal: `record ${record} of the journal in \`${folder}\` is not as it was sealed`,
    event: `record ${record} of the journal in \`${folder}\` holds an event this version cannot read`,
  }[why];
  return new CannotServe(said, "it was changed from outside, or the disk is failing: restore a copy");
}

/** Complaints as the service's log has them. */
export const complaintLine = ({ where, sentence, help }: Complaint): string =>
  `${where}: ${sentence}${help === undefined ? "" : ` (${help})`}`;
