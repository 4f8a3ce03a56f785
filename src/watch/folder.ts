/**
 * The folder a service keeps everything in, and the lock that keeps a second service out of it.
 *
 *   detect.yaml     who may send and look (written by the operator)
 *   secret.key      the folder's key: without it nothing in the other files can be read
 *   secret.next     the key to come, while it is rotated
 *   secret.shared   says that the key wraps the keys of a shared log too, and is rotated with it
 *   signing-keys.json  what this service signs its signals by, where it sends any
 *   journal.sqlite  events and decisions, sealed, in one chain
 *   people.sqlite   the keys of people, wrapped: what is erased is erased here
 *   state.sealed    what replaying the journal to some record gave, so that a start need not begin at the first
 *   service.lock    held while a service runs; the system lets go of it however the service ends
 */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { CannotServe } from "../server/index.ts";
import { freshKey, secretLengths } from "./sealing.ts";

export const fileNames = {
  configuration: "detect.yaml",
  secret: "secret.key",
  nextSecret: "secret.next",
  shared: "secret.shared",
  signing: "signing-keys.json",
  journal: "journal.sqlite",
  people: "people.sqlite",
  state: "state.sealed",
  lock: "service.lock",
} as const;

/** Somebody's own folder keeps the rights it has; one made here is nobody else's. */
export function makeFolder(folder: string): void {
  try {
    const made = mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (made !== undefined) chmodSync(folder, 0o700);
  } catch {
    throw new CannotServe(`\`${folder}\` cannot be made`, "name another folder with --data");
  }
}

/** The folder's key; made when the folder is new and holds no journal that another key has sealed. */
export function readSecret(folder: string): Uint8Array {
  if (existsSync(join(folder, fileNames.nextSecret)))
    throw new CannotServe(
      `the rotation of the key of \`${folder}\` was cut off`,
      "run `chainbreak detect rotate` on it again: it goes on where it was",
    );
  const file = join(folder, fileNames.secret);
  if (existsSync(file)) return readSecretFile(file);
  if (existsSync(join(folder, fileNames.journal)))
    throw new CannotServe(
      `\`${file}\` is missing, and without it the journal cannot be read`,
      "put back the key from where you keep it; without it the journal is lost",
    );
  const secret = freshKey();
  writeSecretFile(file, secret);
  return secret;
}

export function readSecretFile(file: string): Uint8Array {
  const secret = Buffer.from(readFileSync(file, "utf8").trim(), "base64url");
  if (secretLengths.includes(secret.length)) return secret;
  throw new CannotServe(`\`${file}\` is no key of ours`, "put back the one this folder was made with");
}

/** On the disk when it returns, in a file that was not there. */
export const writeSecretFile = (file: string, secret: Uint8Array): void =>
  writeFileSync(file, `${Buffer.from(secret).toString("base64url")}\n`, {
    ...{ mode: 0o600, flag: "wx", flush: true },
  });

/**
 * Remembers that a shared log rests on the folder's key. Where nothing can be written and there is no service, there is nothing that
 * could be rotated either.
 */
export function markShared(folder: string): void {
  const file = join(folder, fileNames.shared);
  if (existsSync(file)) return;
  try {
    writeFileSync(file, sharedText, { mode: 0o600, flush: true });
  } catch (cause) {
    if (existsSync(join(folder, fileNames.people))) throw cannotWrite(folder, cause);
  }
}

const sharedText = `${fileNames.secret} here wraps the keys of a log that workers share. Rotate it with --database.\n`;

export interface Lock {
  release(): void;
}

/** SQLite's own lock, which the system takes back from a process that is gone. */
export function lockFolder(folder: string): Lock {
  const database = openFile(join(folder, fileNames.lock), 0);
  try {
    database.exec("begin exclusive");
  } catch (cause) {
    database.close();
    if (isHeldByAnother(cause))
      throw new CannotServe(
        `another service is running on \`${folder}\``,
        "stop that one first, or name another folder with --data",
      );
    throw cannotWrite(folder, cause);
  }
  return { release: () => database.close() };
}

/** SQLite's word for a lock that another program holds; anything else is the disk's. */
const isHeldByAnother = (cause: unknown): boolean =>
  cause instanceof Error && "errcode" in cause && cause.errcode === 5;

/** A disk that is full or cannot be written to, met before anything is accepted. */
export const cannotWrite = (folder: string, cause: unknown): CannotServe =>
  new CannotServe(
    `nothing can be written in \`${folder}\`: ${cause instanceof Error ? cause.message : String(cause)}`,
    "make room, or let it be written to: nothing that was answered is lost",
  );

/** Made before SQLite makes it, so that there is not a moment in which others could read it. */
export function openFile(file: string, timeout: number = busyMillisecondsMax): DatabaseSync {
  try {
    closeSync(openSync(file, "a", 0o600));
    return new DatabaseSync(file, { timeout });
  } catch {
    throw new CannotServe(
      `\`${file}\` cannot be opened for writing`,
      "see who owns it and whether the disk can be written to",
    );
  }
}

/** Somebody else who reads (a backup, a check) is waited for. */
const busyMillisecondsMax = 2_000;
