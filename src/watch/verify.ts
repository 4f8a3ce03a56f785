/**
 * A folder's journal held to its chain, and every record that has a key opened. It may be asked of a folder whose service
 * runs, and of a copy. Whoever has the number and link of a head from before can hold the journal to it: what was there
 * then is there now, unchanged.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { CannotServe } from "../server/index.ts";
import { fileNames, readSecret } from "./folder.ts";
import { chainChecker, openJournal } from "./journal.ts";
import type { Head } from "./journal-age.ts";
import { openContent } from "./keeping.ts";
import { openedOrElse } from "./opened-or-else.ts";
import { openPeopleKeys } from "./people-keys.ts";
import { hexOf, rootKeys } from "./sealing.ts";

export interface Verified {
  readonly records: number;
  readonly opened: number;
  /** Sealed for people whose key is destroyed. */
  readonly erased: number;
  /** The last that went by age; absent: none has. */
  readonly gone?: number;
  readonly head: { readonly record: number; readonly link: string };
  readonly broken?: { readonly record: number; readonly why: "chain" | "seal" };
  /** Of what was put on lists, and of rules that were put in force: the changes held to their chains. Absent: of a log where there can be none. */
  readonly changes?: ChangesVerified;
  /** Of the head asked for: whether it is in the chain. One from before `gone` is not. */
  readonly holds?: boolean;
}

export interface ChangesVerified {
  readonly lists: number;
  readonly rules: number;
  /** The first that does not follow from the one before it. */
  readonly broken?: { readonly what: "lists" | "rules"; readonly change: number };
}

export function verifyFolder(
  folder: string,
  head?: { readonly record: number; readonly link: string },
): Verified {
  if (!existsSync(join(folder, fileNames.journal)))
    throw new CannotServe(`there is no journal in \`${folder}\``, "name the folder of a service with --data");
  const root = rootKeys(readSecret(folder));
  const journal = openJournal(join(folder, fileNames.journal), root.cut);
  const people = openedOrElse(() => openPeopleKeys(join(folder, fileNames.people), root), journal.close);
  try {
    const cut = journal.age.cut();
    const fits = chainChecker(cut);
    let [records, opened, erased] = [0, 0, 0];
    const gone = cut === undefined ? undefined : headOf(cut);
    const passed = gone === undefined ? {} : { gone: gone.record };
    let last = gone ?? { record: 0, link: "" };
    let holds =
      head === undefined || head.record === 0 || (head.record === gone?.record && head.link === gone.link);
    for (const entry of journal.all()) {
      const sums = () => ({ records, opened, erased, head: last, ...passed });
      if (!fits(entry)) return { ...sums(), broken: { record: entry.seq, why: "chain" } };
      records += 1;
      last = headOf(entry);
      if (head?.record === entry.seq) holds = head.link === last.link;
      const key = people.keyOf(entry.person);
      if (key === undefined) erased += 1;
      else {
        try {
          openContent(key, entry);
          opened += 1;
        } catch {
          return { ...sums(), broken: { record: entry.seq, why: "seal" } };
        }
      }
    }
    const changes = changesOf({ lists: journal.lists.all(), rules: journal.putRules.all() });
    return {
      ...{ records, opened, erased, head: last, ...passed, changes },
      ...(head === undefined ? {} : { holds }),
    };
  } finally {
    journal.close();
    people.close();
  }
}

/** How many there are of each, up to the first that does not fit. */
export function changesOf(
  all: Readonly<Record<"lists" | "rules", Iterable<{ readonly fits: boolean }>>>,
): ChangesVerified {
  const counts = { lists: 0, rules: 0 };
  for (const what of ["lists", "rules"] as const)
    for (const { fits } of all[what]) {
      if (!fits) return { ...counts, broken: { what, change: counts[what] + 1 } };
      counts[what] += 1;
    }
  return counts;
}

const headOf = ({ seq, link }: Head): Verified["head"] => ({
  record: seq,
  link: hexOf(link),
});
