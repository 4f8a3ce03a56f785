/**
 * A copy of the service's folder made while it runs, put back into an empty folder, and gone through again by the version
 * at hand. A copy is held to its chain before it is called one.
 *
 * The journal is copied before the keys of people: a key is on the disk before the records it seals, so every record of the
 * copy has its key. The folder's key is never copied: it belongs elsewhere.
 */
import type { KeyObject } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import type { Mapping, Version } from "../detect/index.ts";
import { CannotServe } from "../server/index.ts";
import { fileNames, makeFolder, readSecret } from "./folder.ts";
import { chainChecker, openJournal } from "./journal.ts";
import { openJudging } from "./judging.ts";
import { openLists } from "./lists.ts";
import { openPeopleKeys } from "./people-keys.ts";
import { openPutRules } from "./put-rules.ts";
import { type Replayed, replay } from "./replay.ts";
import { hexOf, rootKeys } from "./sealing.ts";
import { type Verified, verifyFolder } from "./verify.ts";

export interface BackedUp {
  readonly records: number;
  /** What `verify --head` and `restore --head` take. */
  readonly head: { readonly record: number; readonly link: string };
}

/** Throws where the copy does not follow its chain; it is then taken away again. */
export async function backUpFolder(folder: string, to: string, isJournalOnly: boolean): Promise<BackedUp> {
  const journal = join(folder, fileNames.journal);
  if (!existsSync(journal))
    throw new CannotServe(`there is no journal in \`${folder}\``, "name the folder of a service with --data");
  if (existsSync(join(to, fileNames.journal)))
    throw new CannotServe(`there is a copy in \`${to}\` already`, "name another folder with --to");
  makeFolder(to);
  const copied = [fileNames.journal, ...(isJournalOnly ? [] : [fileNames.people])];
  try {
    for (const name of copied) await copyDatabase(join(folder, name), join(to, name));
    copyFileSync(join(folder, fileNames.configuration), join(to, fileNames.configuration));
    if (existsSync(join(folder, fileNames.shared)))
      copyFileSync(join(folder, fileNames.shared), join(to, fileNames.shared));
    return headOf(join(to, fileNames.journal), rootKeys(readSecret(folder)).cut);
  } catch (cause) {
    for (const name of copied) rmSync(join(to, name), { force: true });
    if (cause instanceof CannotServe) throw cause;
    throw new CannotServe(
      `no copy was made: ${cause instanceof Error ? cause.message : String(cause)}`,
      "see whether the disk has room and can be written to",
    );
  }
}

async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new DatabaseSync(from, { readOnly: true });
  try {
    await backup(source, to);
  } finally {
    source.close();
  }
}

function headOf(file: string, cutKey: KeyObject): BackedUp {
  const journal = openJournal(file, cutKey);
  try {
    const fits = chainChecker(journal.age.cut());
    for (const entry of journal.all())
      if (!fits(entry))
        throw new CannotServe(
          `record ${entry.seq} of the copy does not follow from the one before it`,
          "the journal was changed from outside, or the disk is failing: run `chainbreak detect verify`",
        );
    const { seq, link } = journal.head();
    return { records: journal.count(), head: { record: seq, link: hexOf(link) } };
  } finally {
    journal.close();
  }
}

/** Into a folder that has no journal; what does not hold is taken away again. `secret.key` must lie there already. */
export function restoreFolder(from: string, folder: string, head: Verified["head"] | undefined): Verified {
  for (const name of [fileNames.journal, fileNames.people])
    if (!existsSync(join(from, name)))
      throw new CannotServe(
        `there is no \`${name}\` in \`${from}\``,
        name === fileNames.people
          ? "without the keys of people nothing about them can be read: put a copy of it there"
          : "name a folder that `chainbreak detect backup` made",
      );
  if (existsSync(join(folder, fileNames.journal)))
    throw new CannotServe(`there is a journal in \`${folder}\` already`, "name an empty folder with --data");
  if (!existsSync(join(folder, fileNames.secret)))
    throw new CannotServe(
      `there is no \`${fileNames.secret}\` in \`${folder}\``,
      "put the key there first, from where you keep it",
    );
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const put: string[] = [];
  const copy = (name: string) => {
    if (!existsSync(join(from, name)) || existsSync(join(folder, name))) return;
    copyFileSync(join(from, name), join(folder, name));
    put.push(name);
  };
  for (const name of [fileNames.journal, fileNames.people, fileNames.configuration, fileNames.shared])
    copy(name);
  const takeBack = () => {
    for (const name of put)
      for (const log of ["", "-wal", "-shm"]) rmSync(join(folder, `${name}${log}`), { force: true });
  };
  try {
    const verified = verifyFolder(folder, head);
    if (verified.broken !== undefined || verified.holds === false) takeBack();
    return verified;
  } catch (cause) {
    takeBack();
    throw cause;
  }
}

/** What the journal's decisions would be now; nothing is changed. Takes as long as a start of the service. */
export function replayFolder(
  folder: string,
  { version, mappings }: { readonly version: Version; readonly mappings: readonly Mapping[] },
): Replayed {
  if (!existsSync(join(folder, fileNames.journal)))
    throw new CannotServe(`there is no journal in \`${folder}\``, "name the folder of a service with --data");
  const root = rootKeys(readSecret(folder));
  const journal = openJournal(join(folder, fileNames.journal), root.cut);
  const people = openPeopleKeys(join(folder, fileNames.people), root);
  try {
    return replay(
      journal,
      people,
      openJudging({
        version,
        mappings,
        elsewhere: root.elsewhere,
        lists: openLists(journal.lists, people).clock,
        rules: openPutRules(journal.putRules, people, version.rules).clock,
      }),
    );
  } finally {
    journal.close();
    people.close();
  }
}
