/**
 * What the command line says and where: the world outside handed in as one value, so that a test can read every line a
 * user would see. Nothing else in this room writes, asks for a width or looks at the environment.
 */
import process, { cwd, env, exit, stderr, stdin, stdout } from "node:process";
import pico from "picocolors";
import { dayOf } from "../model/index.ts";
import { type Lang, langs } from "../report/index.ts";

/** What the process gives us; a test hands in its own. */
export interface Outside {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Of standard output, where it is a terminal. */
  readonly columns: number | undefined;
  readonly isOutTerminal: boolean;
  readonly isErrTerminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The day it is where the person is: `2026-11-28`. A question that names no day is asked of this one. */
  readonly today: string;
  /** This moment, ISO 8601; absent: only the day is known. */
  readonly now?: () => string;
  /** Calls `act` at every Ctrl-C instead of ending the process; what it gives takes that back. Absent: nobody can. */
  readonly onInterrupt?: (act: () => void) => () => void;
  /** Standard input, for a command that reads a stream. Absent: there is none. */
  readonly input?: () => AsyncIterable<Uint8Array>;
  /** What somebody types without its being shown; `undefined` where they end it. Absent: nobody sits there. */
  readonly askSecret?: (question: string) => Promise<string | undefined>;
}

export type Paint = ReturnType<typeof pico.createColors>;

/** What a command sees of the outside: lines to say, in a language, with or without colour. */
export interface Terminal {
  readonly lang: Lang;
  /** Of chainbreak itself. */
  readonly version: string;
  readonly paint: Paint;
  /** Of what goes to standard error; the two may differ when one is a file. */
  readonly paintErr: Paint;
  readonly columns: number;
  readonly outside: Outside;
  /** A line on standard output. */
  readonly say: (line: string) => void;
  /** A line on standard error. */
  readonly warn: (line: string) => void;
  /** A passing line on standard error, at a terminal only; the next line overwrites it. */
  readonly progress: (line: string) => void;
}

/** Where nobody says how wide it is: what fits a printed page and most windows. */
const columnsUsual = 100;
/** Narrower than this a tree cannot be drawn; wider than this a line is no longer read in one glance. */
const columnsMin = 40;
const columnsMax = 140;

export function processOutside(): Outside {
  // `chainbreak audit … | head` closes the pipe early; that is the reader's right and no fault.
  stdout.on("error", (fault: NodeJS.ErrnoException) => {
    if (fault.code !== "EPIPE") throw fault;
    exit(0);
  });
  return {
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    columns: stdout.columns,
    isOutTerminal: stdout.isTTY === true,
    isErrTerminal: stderr.isTTY === true,
    env,
    cwd: cwd(),
    today: dayOf(new Date()),
    now: () => new Date().toISOString(),
    onInterrupt: (act) => {
      process.on("SIGINT", act);
      return () => void process.off("SIGINT", act);
    },
    input: () => stdin,
    ...(stdin.isTTY === true && stderr.isTTY === true ? { askSecret } : {}),
  };
}

/** Read key by key, so that the terminal shows none of them. */
function askSecret(question: string): Promise<string | undefined> {
  stderr.write(`\r\u001b[2K${question}`); // over the line that says what is being read
  stdin.setRawMode(true);
  stdin.resume();
  stdin.setEncoding("utf8");
  return new Promise((done) => {
    let typed = "";
    const end = (answer: string | undefined) => {
      stdin.off("data", onKeys);
      stdin.setRawMode(false);
      stdin.pause();
      stderr.write("\n");
      done(answer);
    };
    const onKeys = (keys: string) => {
      for (const key of keys) {
        if (key === "\r" || key === "\n") return end(typed);
        if (key === "\u0003" || key === "\u0004") return end(undefined);
        typed = key === "\u007f" || key === "\b" ? typed.slice(0, -1) : typed + key;
      }
    };
    stdin.on("data", onKeys);
  });
}

interface TerminalWanted {
  readonly outside: Outside;
  readonly lang: Lang;
  readonly version: string;
  /** `false` is `--no-color`. */
  readonly colour: boolean;
}

export function openTerminal({ outside, lang, version, colour }: TerminalWanted): Terminal {
  const { env: variables } = outside;
  const isWanted = colour && (variables["NO_COLOR"] ?? "") === "" && variables["TERM"] !== "dumb";
  const isForced = isWanted && !["", "0", undefined].includes(variables["FORCE_COLOR"]);
  let passing = 0;
  const wipe = () => {
    if (passing > 0) outside.err(`\r${" ".repeat(passing)}\r`);
    passing = 0;
  };
  return {
    lang,
    version,
    paint: pico.createColors(isForced || (isWanted && outside.isOutTerminal)),
    paintErr: pico.createColors(isForced || (isWanted && outside.isErrTerminal)),
    columns: Math.min(columnsMax, Math.max(columnsMin, columnsOf(outside) ?? columnsUsual)),
    outside,
    say: (line) => {
      wipe();
      outside.out(`${line}\n`);
    },
    warn: (line) => {
      wipe();
      outside.err(`${line}\n`);
    },
    progress: (line) => {
      if (!outside.isErrTerminal) return;
      wipe();
      outside.err(line);
      // Chinese characters take two columns; to wipe a little too much does no harm.
      passing = Math.min(line.length * 2, (columnsOf(outside) ?? columnsUsual) - 1);
    },
  };
}

function columnsOf({ columns, env: variables }: Outside): number | undefined {
  const said = Number(variables["COLUMNS"]);
  return columns ?? (Number.isInteger(said) && said > 0 ? said : undefined);
}

/** `zh` where the locale is Chinese, else `en`. The first that is set decides, as POSIX has it. */
export function langOfLocale(variables: Outside["env"]): Lang {
  const locale = [variables["LC_ALL"], variables["LC_MESSAGES"], variables["LANG"]].find(
    (each) => each !== undefined && each !== "",
  );
  return locale?.toLowerCase().startsWith("zh") === true ? "zh" : "en";
}

export const isLang = (text: string | undefined): text is Lang => langs.some((lang) => lang === text);

/** Text of others may carry control characters; on a terminal they could move the cursor or change a title. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (character) =>
    character === "\n" || character === "\t"
      ? character
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
