/** `chainbreak detect`: events in, a decision for each, with its reasons; `detect backtest`: two sets of rules compared. */
import { createReadStream, statSync } from "node:fs";
import { resolve } from "node:path";
import { helpWith } from "../catalog/index.ts";
import {
  type Compared,
  comparing,
  type Decision,
  type DetectEvent,
  eventBytesMax,
  type Mapping,
  noState,
  type RuleSet,
  readEvent,
  type State,
  step,
  type Version,
} from "../detect/index.ts";
import { Complaint } from "../model/index.ts";
import { renderCompared } from "./backtest.ts";
import { sayComplaints } from "./complaints.ts";
import { decisionJson, renderDecision, renderSummary, type Summary } from "./detect-told.ts";
import { openVersion, type VersionChoice } from "./detect-version.ts";
import { linesOf } from "./event-lines.ts";
import { exitCodes } from "./exit-codes.ts";
import { isError } from "./shipped.ts";
import type { Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export interface DetectOptions extends VersionChoice {
  readonly events?: string;
  readonly view?: string;
  readonly json?: boolean;
}

export async function detect(
  options: DetectOptions,
  isBacktest: boolean,
  terminal: Terminal,
): Promise<number> {
  const opened = openVersion(options, terminal);
  sayComplaints(opened.complaints, terminal);
  const { version, mappings } = opened;
  const chunks = version === undefined ? undefined : chunksOf(options.events ?? "-", terminal);
  if (version === undefined || chunks === undefined) return exitCodes.complaints;
  return isBacktest
    ? backtest({ options, terminal, chunks, version, mappings, other: opened.against })
    : decideAll({ options, terminal, chunks, version, mappings });
}

interface Run {
  readonly options: DetectOptions;
  readonly terminal: Terminal;
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly mappings: readonly Mapping[];
  version: Version;
}

async function decideAll(run: Run): Promise<number> {
  const { options, terminal } = run;
  const state = noState();
  const summary = noSummary();
  const lines: string[] = [];
  for await (const event of eventsIn(run, summary)) {
    const decision = stepped(state, event, versionFor(event, run), summary);
    complainOf(decision, event.place, terminal, summary);
    if (options.json === true) lines.push(JSON.stringify(decisionJson(decision, terminal.lang)));
    else
      lines.push(...renderDecision(decision, { event: event.event, catalog: run.version.catalog }, terminal));
    // One write for many lines: a terminal or a pipe is slower than the engine.
    if (lines.length >= 500) terminal.say(lines.splice(0).join("\n"));
  }
  if (lines.length > 0) terminal.say(lines.join("\n"));
  if (options.json !== true) terminal.say(renderSummary(summary, terminal.lang));
  return summary.unread + summary.faulty > 0 ? exitCodes.complaints : exitCodes.done;
}

async function backtest({ other, ...run }: Run & { readonly other: RuleSet | undefined }): Promise<number> {
  const { terminal, options } = run;
  const summary = noSummary();
  const [now, then] = [noState(), noState()];
  const compared: Compared = comparing();
  for await (const event of eventsIn(run, summary)) {
    const version = versionFor(event, run);
    const after = stepped(now, event, version, summary);
    compared.add(event.event, step(then, event.event, { ...version, rules: other }), after);
  }
  const told = compared.told(summary.events);
  terminal.say(
    options.json === true ? JSON.stringify(told, undefined, 2) : renderCompared(told, terminal.lang),
  );
  return summary.unread + summary.faulty > 0 ? exitCodes.complaints : exitCodes.done;
}

/** A stream that begins beyond tomorrow has a clock of its own; then nothing in it is the future. */
function versionFor({ event, isFirst }: Placed, run: Run): Version {
  if (isFirst && event.at > run.version.until) run.version = { ...run.version, until: Infinity };
  return run.version;
}

interface Placed {
  readonly isFirst: boolean;
  readonly event: DetectEvent;
  readonly place: { readonly file: string; readonly line: number };
}

/** More complaints than this are counted and not said: a broken export has as many as it has lines. */
const saidMax = 200;

const noSummary = (): Summary => ({
  events: 0,
  unread: 0,
  faulty: 0,
  said: 0,
  unknown: 0,
  counts: {},
  people: new Set(),
});

function stepped(state: State, { event }: Placed, version: Version, summary: Summary): Decision {
  const decision = step(state, event, version);
  summary.counts[decision.decision] = (summary.counts[decision.decision] ?? 0) + 1;
  if (decision.decision !== "allow") summary.people.add(event.person);
  if (decision.said.includes("unknown-kind")) summary.unknown += 1;
  return decision;
}

/** The events of the view, each read with its complaints. */
async function* eventsIn(
  { options, terminal, chunks, mappings, version: { catalog } }: Run,
  summary: Summary,
): AsyncGenerator<Placed> {
  const file = options.events ?? "-";
  const own = options.view?.startsWith("own:") === true ? options.view.slice("own:".length) : undefined;
  const others = new Set<string>();
  for await (const lines of linesOf(chunks, eventBytesMax))
    for (const { text, number } of lines) {
      if (text.trim() === "") continue;
      const place = { file, line: number };
      const { event, complaints } = readEvent(text, { catalog, place, mappings });
      // What another institution sent is not looked at, not even for its faults.
      if (own !== undefined && event !== undefined && event.institution !== own) {
        if (others.size < othersMax) others.add(event.institution);
        continue;
      }
      sayFew(complaints, terminal, summary);
      if (event === undefined) summary.unread += 1;
      else {
        summary.events += 1;
        if (complaints.some(isError)) summary.faulty += 1;
        yield { event, place, isFirst: summary.events === 1 };
      }
    }
  if (own !== undefined && summary.events === 0 && others.size > 0)
    sayFew([nothingOf(own, [...others].sort(), { file, line: 1 })], terminal, summary);
}

/** So many institutions are remembered, to say which a stream tells of. */
const othersMax = 1_000;

/** A view of an institution that sent nothing is most often a word that was mistyped. */
const nothingOf = (own: string, others: readonly string[], place: Placed["place"]): Complaint =>
  new Complaint({
    code: "watch/unknown-member",
    place,
    message: `no event of \`${own}\` in this stream`,
    help: helpWith(own, others, `it tells of \`${others[0]}\` and others`),
    severity: "warning",
  });

function sayFew(complaints: readonly Complaint[], terminal: Terminal, summary: Summary): void {
  for (const complaint of complaints) {
    summary.said += 1;
    if (summary.said <= saidMax) sayComplaints([complaint], terminal);
    else if (summary.said === saidMax + 1) terminal.warn(cliWords(terminal.lang).moreComplaints);
  }
}

/** What is only known once the event meets the state: seen before with other content, late, in the future. */
function complainOf(
  { said, event }: Decision,
  place: Placed["place"],
  terminal: Terminal,
  summary: Summary,
): void {
  const complaint = (
    code: "event/changed-duplicate" | "event/late" | "event/future",
    message: string,
    help: string,
  ) => new Complaint({ code, place, message, help, severity: "warning" });
  if (said.includes("changed"))
    sayFew(
      [
        complaint(
          "event/changed-duplicate",
          `\`${event}\` came before with other content`,
          "the first one stands; give each event an id of its own",
        ),
      ],
      terminal,
      summary,
    );
  if (said.includes("late"))
    sayFew(
      [
        complaint(
          "event/late",
          `\`${event}\` came more than a day late`,
          "it counts for what may be held, and changes no habit and no decision given",
        ),
      ],
      terminal,
      summary,
    );
  if (said.includes("future"))
    sayFew(
      [
        complaint(
          "event/future",
          `\`${event}\` is dated in the future`,
          "it counts as of now; look at the clock of whoever sent it",
        ),
      ],
      terminal,
      summary,
    );
}

function chunksOf(path: string, { outside, ...terminal }: Terminal): AsyncIterable<Uint8Array> | undefined {
  if (path === "-") return outside.input?.() ?? noChunks();
  const full = resolve(outside.cwd, path);
  if (statSync(full, { throwIfNoEntry: false })?.isFile() === true || path.startsWith("/dev/"))
    return createReadStream(full);
  sayComplaints(
    [
      new Complaint({
        code: "file/missing",
        place: { file: path },
        message: "there is no such file or folder",
        help: "give a file with one event a line, or `-` for standard input",
      }),
    ],
    { outside, ...terminal },
  );
  return undefined;
}

async function* noChunks(): AsyncGenerator<Uint8Array> {}
