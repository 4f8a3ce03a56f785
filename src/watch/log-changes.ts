/**
 * What was put on lists, and which rules were put in force, beside the shared log: each change with the last number of every
 * partition before it, so that it counts for the same events whoever decides them and however often. The numbers are drawn under the
 * locks events are numbered under, held until the commit: whoever has read an event that comes after a change finds the change.
 */
import type { RuleSet } from "../detect/index.ts";
import { type ListChange, linkOfList } from "./journal-lists.ts";
import { linkOfRules, type RulesChange, rulesChangeWords } from "./journal-put-rules.ts";
import {
  type EntrySaid,
  type ListsClock,
  listsChanged,
  listsClock,
  type OpenedListChange,
  saidInEntry,
} from "./lists.ts";
import type { Database, Log } from "./log-database.ts";
import { unwrap } from "./log-people.ts";
import {
  lostOf,
  openedRules,
  type RulesClock,
  type RulesOpened,
  rulesChanged,
  rulesClock,
  rulesLost,
} from "./put-rules.ts";
import { hexOf, type RootKeys } from "./sealing.ts";
import { type ChangesVerified, changesOf } from "./verify.ts";

/** `after`: of each partition, the last number before it. */
type InParts<Change> = Omit<Change, "after"> & { readonly after: readonly number[] };
export type LoggedListChange = InParts<OpenedListChange>;
export type LoggedRules = InParts<RulesOpened>;

export interface LogChanges {
  /** Asked after events were read and before they are judged. Throws where the log of changes was changed from outside. */
  refresh(): Promise<void>;
  /** As `refresh`, with nothing remembered: whoever was erased is forgotten. */
  reload(): Promise<void>;
  clocks(partition: number): { readonly lists: () => ListsClock; readonly rules: () => RulesClock };
}

export interface LogChangesParts {
  readonly log: Log;
  readonly root: RootKeys;
  /** The rules the workers are started with. */
  readonly base: RuleSet | undefined;
}

const none = new Uint8Array();

export function openLogChanges({ log: { database }, root, base }: LogChangesParts): LogChanges {
  let lists: readonly LoggedListChange[] = [];
  let rules: readonly LoggedRules[] = [];
  /** Each as one partition has it; another array wherever anything was changed. */
  let inPart = new Map<number, { lists: readonly OpenedListChange[]; rules: readonly RulesOpened[] }>();
  let known = "";
  const load = async (latest: string) => {
    lists = await listChangesIn(database, root);
    rules = await rulesIn(database, root, base);
    inPart = new Map();
    known = latest;
  };
  const latest = async () => {
    const { rows } = await database.query(
      "select (select max(id) from chainbreak.list_changes) as lists, (select max(number) from chainbreak.rules_put) as rules",
    );
    return `${rows[0]?.lists} ${rows[0]?.rules}`;
  };
  const of = (partition: number) => {
    const found = inPart.get(partition) ?? {
      lists: lists.map((each) => ({ ...each, after: each.after[partition] ?? 0 })),
      rules: rules.map((each) => ({ ...each, after: each.after[partition] ?? 0 })),
    };
    inPart.set(partition, found);
    return found;
  };
  return {
    async refresh() {
      const now = await latest();
      if (now !== known) await load(now);
    },
    reload: async () => load(await latest()),
    clocks: (partition) => ({
      lists: () => listsClock(() => of(partition).lists),
      rules: () => rulesClock(() => of(partition).rules, base),
    }),
  };
}

interface Held<Change> {
  readonly change: Change;
  readonly wrapped: Uint8Array | null;
  readonly fits: boolean;
}

/** In order; `fits` is false where a row does not follow from the one before it. */
async function heldLists(database: Database, root: RootKeys): Promise<readonly Held<InParts<ListChange>>[]> {
  const { rows } = await database.query(
    `select c.*, p.wrapped from chainbreak.list_changes c left join chainbreak.people p on p.number = c.key order by c.id`,
  );
  let before: Uint8Array = none;
  return rows.map(({ at, institution, by, list, entry, what, after, key, sealed, wrapped, link }) => {
    const where = { after: after.map(Number), key, sealed };
    const change = { at: Number(at), institution, by, list, entry, what, ...where };
    const fits = hexOf(linkOfList(root.cut, before, change)) === hexOf(link);
    before = link;
    return { change, wrapped, fits };
  });
}

async function heldRules(database: Database, root: RootKeys): Promise<readonly Held<InParts<RulesChange>>[]> {
  const { rows } = await database.query(
    `select c.*, p.wrapped from chainbreak.rules_put c left join chainbreak.people p on p.number = c.key order by c.number`,
  );
  let before: Uint8Array = none;
  return rows.map(({ number, at, institution, by, what, after, key, sealed, wrapped, link }) => {
    const word = rulesChangeWords.find((each) => each === what) ?? "put";
    const change = {
      number,
      at: Number(at),
      institution,
      by,
      what: word,
      after: after.map(Number),
      key,
      sealed,
    };
    const fits = hexOf(linkOfRules(root.cut, before, change)) === hexOf(link);
    before = link;
    return { change, wrapped, fits };
  });
}

/** With what they say, where that can be read. */
export async function listChangesIn(
  database: Database,
  root: RootKeys,
): Promise<readonly LoggedListChange[]> {
  return (await heldLists(database, root)).map(({ change, wrapped, fits }) => {
    if (!fits) throw listsChanged();
    const said: EntrySaid | undefined =
      wrapped === null ? undefined : saidInEntry(change, unwrap(root, change.key, wrapped));
    return { ...change, said };
  });
}

export async function rulesIn(
  database: Database,
  root: RootKeys,
  base: RuleSet | undefined,
): Promise<readonly LoggedRules[]> {
  const held = await heldRules(database, root);
  const opened: LoggedRules[] = [];
  for (const { change, wrapped, fits } of held) {
    if (!fits) throw rulesChanged();
    const key = wrapped === null ? undefined : unwrap(root, change.key, wrapped);
    const isLast = opened.length === held.length - 1;
    opened.push(openedRules(change, { key, base, known: opened, isLast }));
  }
  const lost = lostOf(opened);
  // Versions and their keys lie in one database: a copy of it has both.
  if (lost !== undefined) throw rulesLost(lost, { isInLog: true });
  return opened;
}

/** The changes held to their chains. */
export const verifyChanges = async (database: Database, root: RootKeys): Promise<ChangesVerified> =>
  changesOf({ lists: await heldLists(database, root), rules: await heldRules(database, root) });
