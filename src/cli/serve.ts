/** `chainbreak serve`: the page and the HTTP door, on this machine, until somebody stops it. */
import { CannotServe, serve as start } from "../server/index.ts";
import { sayCannot } from "./complaints.ts";
import { exitCodes } from "./exit-codes.ts";
import { printable, type Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export interface ServeCommandOptions {
  readonly port?: number;
  readonly host?: string;
  /** `false` is `--no-open`. */
  readonly open?: boolean;
  /** `false` is `--no-data`. */
  readonly data?: string | boolean;
}

export async function serve(
  { port, host, open = true, data }: ServeCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const words = cliWords(terminal.lang);
  const { outside, paint } = terminal;
  terminal.progress(words.starting);
  // A script, a container or a test has nobody in front of it to look at a browser.
  const openBrowser = open && outside.isOutTerminal && outside.env["CI"] === undefined;
  try {
    const serving = await start({
      ...(port === undefined ? {} : { port }),
      ...(host === undefined ? {} : { host }),
      ...(typeof data === "string" || data === false ? { dataFolder: data } : {}),
      openBrowser,
    });
    terminal.say(words.serving(paint.bold(serving.url)));
    if (serving.data.kind === "kept") terminal.say(paint.dim(words.keepsIn(printable(serving.data.folder))));
    else if (data === false) terminal.say(paint.dim(words.keepsNothing));
    else {
      terminal.warn(words.cannotKeep);
      sayCannot(serving.data, terminal);
    }
    if (outside.isOutTerminal) terminal.say(paint.dim(words.stopWith));
    await stopped();
    await serving.close();
    return exitCodes.done;
  } catch (cause) {
    if (!(cause instanceof CannotServe)) throw cause;
    sayCannot({ why: cause.message, help: cause.help }, terminal);
    return exitCodes.complaints;
  }
}

/** Ctrl-C reaches us once from the terminal and once more from whoever started us; the second must not kill us midway. */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
  });
}
