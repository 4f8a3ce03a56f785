/** Runs the command-line door in this process with a world of its own: a folder of files, a locale, a width. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { main } from "../../src/cli/main.ts";

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface World {
  /** Text or bytes by path, laid into an empty folder that the command starts in. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly columns?: number;
  readonly isTerminal?: boolean;
  readonly today?: string;
}

export async function said(
  words: readonly string[],
  { files = {}, env = {}, columns = 100, isTerminal = false, today = "2026-11-28" }: World = {},
): Promise<Said> {
  const folder = mkdtempSync(join(tmpdir(), "chainbreak-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  let out = "";
  let err = "";
  try {
    const code = await main(words, {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      columns,
      isOutTerminal: isTerminal,
      isErrTerminal: isTerminal,
      env: { LANG: "C", ...env },
      cwd: folder,
      today,
    });
    return { code, out, err };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything said, as one text: what a user sees, and how it ended. */
export async function transcript(words: readonly string[], world: World = {}): Promise<string> {
  const { code, out, err } = await said(words, world);
  return [err, out, `[${code}]`]
    .filter((part) => part !== "")
    .join("")
    .replace(/\n?\[(\d)\]$/, "\n[$1]");
}
