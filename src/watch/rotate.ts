/**
 * The folder's key rotated: a new one wraps the keys of people and of the kept state from then on, and nothing in the folder opens
 * with the old one any more. What is sealed stays as it is: it is sealed by people's own keys.
 *
 * What names are found by is carried over into the new key, for a name can be hashed anew only by whoever has the name, and those
 * of the erased nobody has. So whoever has the old key and takes the disk later can still try whether a name they guess is there.
 *
 * Cut off anywhere, it is begun again and goes on: the new key is on the disk before anything is wrapped by it, all is wrapped in
 * one transaction, and only then the new key takes the old one's place. A service does not start in between.
 */
import type { KeyObject } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CannotServe } from "../server/index.ts";
import { fileNames, lockFolder, readSecretFile, writeSecretFile } from "./folder.ts";
import { openToRotate } from "./log-rotate.ts";
import { rewrapPeople } from "./people-keys.ts";
import { rootKeys, rotatedSecret } from "./sealing.ts";

export interface Rotated {
  /** Keys of people that are wrapped anew. */
  readonly people: number;
  /** It went on with one that had been cut off. */
  readonly wasCut: boolean;
}

export type RotationStep = "begun" | "wrapped" | "done";

/** `onStep`: told when each step is on the disk. No service may be running on the folder. */
export function rotateFolder(folder: string, onStep: (step: RotationStep) => void = () => {}): Rotated {
  const { people } = filesIn(folder);
  // The keys of a log that workers share are wrapped by it too, and are not here.
  if (!existsSync(people))
    throw new CannotServe(
      `there are no keys of people in \`${folder}\``,
      "of a folder that is used for a shared log alone the key is rotated with the log: name it with --database",
    );
  // Workers on other machines hold it, and their keys would not open any more.
  if (existsSync(join(folder, fileNames.shared)))
    throw new CannotServe(
      `\`${fileNames.secret}\` in \`${folder}\` wraps the keys of a shared log too, and they would not open any more`,
      "name the log with --database: both are wrapped by the new key then",
    );
  const lock = lockFolder(folder);
  try {
    const { from, to, wasCut } = begin(folder);
    onStep("begun");
    const count = rewrapHere(people, from, to);
    onStep("wrapped");
    end(folder);
    onStep("done");
    return { people: count, wasCut };
  } finally {
    lock.release();
  }
}

/**
 * The same where workers share a log: its keys are wrapped anew in one transaction of the database, and those of the folder's own
 * service, if it has one. Whoever works with the old key decides nothing more until the new one is copied there.
 */
export async function rotateShared(
  folder: string,
  url: string | undefined,
  onStep: (step: RotationStep) => void = () => {},
): Promise<Rotated & { readonly inLog: number; readonly unsettled?: string }> {
  const { people, secret, next } = filesIn(folder);
  const lock = lockFolder(folder);
  try {
    const toCome = isWhole(next) ? rootKeys(readSecretFile(next)) : undefined;
    const log = await openToRotate(url, rootKeys(readSecretFile(secret)), toCome);
    try {
      const { from, to, wasCut } = begin(folder);
      onStep("begun");
      const here = existsSync(people) ? rewrapHere(people, from, to) : 0;
      const { count, unsettled } = await log.rewrap(from, to);
      onStep("wrapped");
      end(folder);
      onStep("done");
      return { people: here, inLog: count, wasCut, ...(unsettled === undefined ? {} : { unsettled }) };
    } finally {
      await log.close();
    }
  } finally {
    lock.release();
  }
}

function filesIn(folder: string) {
  const [secret, next, people] = [fileNames.secret, fileNames.nextSecret, fileNames.people].map((name) =>
    join(folder, name),
  ) as [string, string, string]; // One each.
  if (!existsSync(secret))
    throw new CannotServe(
      `there is no \`${fileNames.secret}\` in \`${folder}\``,
      "name the folder of a service with --data",
    );
  return { secret, next, people };
}

/** The key to come is on the disk when it returns; one that is there already is gone on with. */
function begin(folder: string): { from: KeyObject; to: KeyObject; wasCut: boolean } {
  const { secret, next } = filesIn(folder);
  if (!isWhole(next)) rmSync(next, { force: true });
  const wasCut = existsSync(next);
  const old = rootKeys(readSecretFile(secret));
  if (!wasCut) writeSecretFile(next, rotatedSecret(old));
  settleFolder(folder);
  return { from: old.wrap, to: rootKeys(readSecretFile(next)).wrap, wasCut };
}

function rewrapHere(people: string, from: KeyObject, to: KeyObject): number {
  const { count, isSettled } = rewrapPeople(people, from, to);
  if (isSettled) return count;
  throw new CannotServe(
    `another program reads \`${people}\`, so the keys as they were wrapped before are not gone from the disk yet`,
    "let it end, and run this again",
  );
}

function end(folder: string): void {
  const { next, secret } = filesIn(folder);
  renameSync(next, secret);
  settleFolder(folder);
}

/** One that is half was cut off before anything was wrapped by it. */
function isWhole(file: string): boolean {
  try {
    readSecretFile(file);
    return true;
  } catch {
    return false;
  }
}

/** What was made and renamed in it is on the disk. */
function settleFolder(folder: string): void {
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
