/**
 * `chainbreak detect rules` and `lists`: what workers on a shared log decide by, changed while they decide, by the same checks as
 * over HTTP. Without a change they list what there is, a JSON object a row.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type LogDesk, openChanging, rulesFileName } from "../watch/index.ts";
import { sayCannot } from "./complaints.ts";
import { orSaid } from "./detect-service.ts";
import { type DetectWorkOptions, faultSaid, logOf } from "./detect-workers.ts";
import { exitCodes } from "./exit-codes.ts";
import { printable, type Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export interface DetectRulesOptions extends DetectWorkOptions {
  readonly put?: string;
  /** `RULE=shadow`, `RULE=off`, `RULE=on` (for as many as before), `RULE=20%`. */
  readonly set?: string;
  readonly restore?: number;
  readonly over?: number;
  readonly compare?: string;
  readonly as?: string;
}

export interface DetectListsOptions extends DetectWorkOptions {
  readonly as: string;
  readonly list?: string;
  readonly add?: string;
  readonly expires?: string;
  readonly why?: string;
  readonly remove?: number;
}

type RulesAsked = Parameters<LogDesk["putRules"]>[0];

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

export async function detectRules(options: DetectRulesOptions, terminal: Terminal): Promise<number> {
  const words = cliWords(terminal.lang);
  const asked = rulesAsked(options, terminal);
  if (asked === "several" || asked === "unread") {
    terminal.warn(asked === "several" ? words.oneChange : words.setHow);
    return exitCodes.complaints;
  }
  if (options.compare !== undefined) return compare(options, options.compare, terminal);
  return changing(options, terminal, async (desk) => {
    if (asked === undefined) {
      const versions = await desk.versions();
      for (const [i, { number, at, institution, by, what, said, sets }] of versions.entries()) {
        const { text, modes, of } = said ?? {};
        const told = { number, at: iso(at), institution, by, what, sets, of, text, modes };
        const where = { isInForce: i === versions.length - 1, isReadable: said !== undefined };
        terminal.say(JSON.stringify({ ...told, ...where }));
      }
      return exitCodes.done;
    }
    const done = await desk.putRules(asked, options.over);
    if (done.kind === "refused") return refused(done.complaints, terminal, options.put);
    terminal.say(done.kind === "same" ? words.rulesSame(done.number) : words.rulesPutNow(done.number));
    return exitCodes.done;
  });
}

/** How far it is goes where progress goes; what it found is one JSON object. */
async function compare(options: DetectRulesOptions, file: string, terminal: Terminal): Promise<number> {
  const words = cliWords(terminal.lang);
  const { as = "" } = options;
  return changing(options, terminal, async (desk, isKnown) => {
    if (!isKnown(as)) {
      terminal.warn(words.noSuchInstitution(printable(as)));
      return exitCodes.complaints;
    }
    const text = textOf(file, terminal);
    if (text === undefined) {
      terminal.warn(words.setHow);
      return exitCodes.complaints;
    }
    const done = await desk.compare({ institution: as, text }, (passed, total) =>
      terminal.progress(words.compared(passed, total)),
    );
    if (done.kind === "refused") return refused(done.complaints, terminal, file);
    terminal.say(JSON.stringify(done.told));
    return exitCodes.done;
  });
}

function textOf(file: string, { outside }: Terminal): string | undefined {
  try {
    return readFileSync(resolve(outside.cwd, file), "utf8");
  } catch {
    return undefined;
  }
}

function rulesAsked(
  { put, set, restore, compare: compared }: DetectRulesOptions,
  terminal: Terminal,
): RulesAsked | "several" | "unread" | undefined {
  if ([put, set, restore, compared].filter((each) => each !== undefined).length > 1) return "several";
  if (restore !== undefined) return { what: "restored", number: restore };
  if (put !== undefined) {
    const text = textOf(put, terminal);
    return text === undefined ? "unread" : { what: "put", text };
  }
  if (set === undefined) return undefined;
  const [, rule = "", mode, percent] = /^(.+)=(?:(on|shadow|off)|(\d{1,3}(?:\.\d+)?)\s*%)$/.exec(set) ?? [];
  if (rule === "" || Number(percent ?? 0) > 100) return "unread";
  if (percent !== undefined) return { what: "mode", rule, mode: "on", percent: Number(percent) };
  // For as many as it stands for: it may have been on for some alone.
  return { what: "mode", rule, mode: mode === "shadow" || mode === "off" ? mode : "on" };
}

export async function detectLists(options: DetectListsOptions, terminal: Terminal): Promise<number> {
  const words = cliWords(terminal.lang);
  const { as, list, add, expires, why, remove } = options;
  if (
    (add !== undefined && remove !== undefined) ||
    ((add ?? remove) === undefined) !== (list === undefined)
  ) {
    terminal.warn(words.listChange);
    return exitCodes.complaints;
  }
  return changing(options, terminal, async (desk, isKnown) => {
    if (!isKnown(as)) {
      terminal.warn(words.noSuchInstitution(printable(as)));
      return exitCodes.complaints;
    }
    if (list === undefined) {
      for (const { added, removed, ...entry } of await desk.entries(as))
        terminal.say(
          JSON.stringify({
            ...entry,
            added: iso(added),
            ...(removed === undefined ? {} : { removed: iso(removed.at) }),
          }),
        );
      return exitCodes.done;
    }
    const said = {
      value: add ?? "",
      ...(expires === undefined ? {} : { expires }),
      ...(why === undefined ? {} : { why }),
    };
    const done = remove === undefined ? await desk.add(as, list, said) : await desk.remove(as, list, remove);
    if (done.kind === "refused") return refused(done.complaints, terminal);
    terminal.say(remove === undefined ? words.listAdded(done.entry) : words.listRemoved(done.entry));
    return exitCodes.done;
  });
}

/** Each with its place in the file, where it is of one, and the way out by these commands. */
function refused(complaints: readonly Refusal[], terminal: Terminal, file?: string): number {
  const words = cliWords(terminal.lang);
  const ways: Readonly<Record<string, string>> = {
    "watch/other-rules": words.versionsHow,
    "watch/no-version": words.versionsHow,
    "watch/no-entry": words.entriesHow,
  };
  for (const { code, where, message, help = "" } of complaints) {
    const [name = "", ...at] = where.split(":");
    const place = file !== undefined && name === rulesFileName ? { where: [file, ...at].join(":") } : {};
    sayCannot({ why: message, help, way: ways[code], ...place }, terminal);
  }
  return exitCodes.complaints;
}

interface Refusal {
  readonly code: string;
  readonly where: string;
  readonly message: string;
  readonly help?: string;
}

/** On the log of the folder; what breaks there is said. */
function changing(
  options: DetectWorkOptions,
  terminal: Terminal,
  act: (desk: LogDesk, isKnown: (institution: string) => boolean) => Promise<number>,
): Promise<number> {
  return orSaid(terminal, async () => {
    const log = logOf(options, terminal);
    if (log === undefined) return exitCodes.complaints;
    const desk = await openChanging(log);
    try {
      return await act(desk, (institution) => log.configuration.viewOf.has(institution));
    } catch (fault) {
      terminal.warn(printable(cliWords(terminal.lang).changeBroke(faultSaid(fault))));
      return exitCodes.complaints;
    } finally {
      await desk.close().catch(() => {}); // With a database that is gone there is nothing to close.
    }
  });
}
