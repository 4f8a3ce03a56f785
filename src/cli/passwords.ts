/**
 * Passwords of archives: from a file of one a line, or typed where somebody sits. They are tried, forgotten, and stand in no
 * answer; there is no option that takes one, for a command is kept in the history of a shell and seen in the list of
 * processes.
 */
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { Complaint } from "../model/index.ts";
import type { ImportedFile } from "./records.ts";
import type { Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

const bytesMax = 100_000;
const triesMax = 3;

export interface PasswordsRead {
  readonly passwords: readonly string[];
  readonly complaints: readonly Complaint[];
}

export function readPasswords(path: string | undefined, { outside }: Terminal): PasswordsRead {
  if (path === undefined) return { passwords: [], complaints: [] };
  try {
    const full = resolve(outside.cwd, path);
    if (statSync(full).size > bytesMax) throw new RangeError("too large");
    const passwords = readFileSync(full, "utf8")
      .split(/\r?\n/)
      .filter((line) => line !== "");
    return { passwords, complaints: [] };
  } catch {
    const complaint = new Complaint({
      code: "file/unreadable",
      place: { file: path },
      message: "cannot be read",
      help: "give a text file with nothing but passwords",
    });
    return { passwords: [], complaints: [complaint] };
  }
}

/** Reads again with what somebody types, while a password is what is missing and somebody answers. */
export async function withTyped(
  file: string,
  read: (passwords: readonly string[]) => Promise<readonly ImportedFile[]>,
  known: readonly string[],
  terminal: Terminal,
): Promise<readonly ImportedFile[]> {
  let found = await read(known);
  const { askSecret } = terminal.outside;
  if (askSecret === undefined) return found;
  let passwords = known;
  for (let tries = 0; tries < triesMax && found.some(isLocked); tries++) {
    const typed = await askSecret(cliWords(terminal.lang).passwordOf(file));
    if (typed === undefined || typed === "") break;
    passwords = [...passwords, typed];
    found = await read(passwords);
  }
  return found;
}

const isLocked = ({ complaints }: ImportedFile): boolean =>
  complaints.some(({ code }) => code === "record/locked" || code === "record/wrong-password");
