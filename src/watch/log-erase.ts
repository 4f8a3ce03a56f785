/**
 * A person erased from the shared log: their key at this institution is destroyed, and with it all that is sealed by it. Who
 * holds their partition makes its state again without them, before it decides anything else there.
 *
 * PostgreSQL keeps what was deleted until it is cleaned up, so the table of keys is written anew afterwards. Its write-ahead log
 * keeps the wrapped key until it is overwritten, and so do copies: docs/reference/service.md says what to do there.
 */
import type { Configuration } from "./configuration.ts";
import { whoseEntry } from "./lists.ts";
import { type LogChangesParts, rulesIn } from "./log-changes.ts";
import { type Database, inTransaction, lockClass, partitionOf } from "./log-database.ts";
import { stateName } from "./log-states.ts";
import type { Whose } from "./people-keys.ts";
import { areNamed, saysName } from "./put-rules.ts";
import { nameHash } from "./sealing.ts";

export type ErasedFromLog =
  /** `records`: so many can no longer be opened. `isInRules`: the rules in force, or those of the start, name them. */
  | { readonly kind: "erased"; readonly records: number; readonly isInRules?: true }
  /** Destroyed, and the place it lay in not yet written anew: to be asked again. */
  | { readonly kind: "unsettled"; readonly records: number; readonly why: string }
  | { readonly kind: "nobody" };

export async function eraseFromLog(
  {
    log: { database, partitions },
    root,
    configuration,
    base,
  }: LogChangesParts & { readonly configuration: Configuration },
  institution: string,
  person: string,
): Promise<ErasedFromLog> {
  const view = configuration.viewOf.get(institution);
  if (view === undefined) return { kind: "nobody" };
  const nameOf = (whose: Whose) =>
    Buffer.from(nameHash(root.person, whose.view, whose.institution, whose.person));
  const name = nameOf({ view, institution, person });
  let isInRules = false;
  const records = await inTransaction(database, async () => {
    // Whoever puts in for this institution has finished, or begins without the key.
    await database.query("select pg_advisory_xact_lock($1, hashtext($2))", [lockClass.append, institution]);
    // A worker that decides there now commits first; any later one sees that somebody is gone.
    const partition = partitionOf(root, view, person, partitions);
    await database.query("update chainbreak.offsets set erased = erased + 1 where partition = $1", [
      partition,
    ]);
    // The state that is kept of it knows them.
    await database.query("delete from chainbreak.people where name = $1", [stateName(root, partition)]);
    const { rows } = await database.query("delete from chainbreak.people where name = $1 returning number", [
      name,
    ]);
    const [gone] = rows;
    // They may stand on a list, or in rules from before, and have sent nothing.
    const listed = await database.query("delete from chainbreak.people where name = $1", [
      nameOf(whoseEntry(institution, person)),
    ]);
    const versions = await rulesIn(database, root, base);
    isInRules = areNamed(versions, base, person);
    const named = versions.slice(0, -1).filter((each) => saysName(each, person));
    const unsaid = await database.query("delete from chainbreak.people where number = any($1::bytea[])", [
      named.map(({ key }) => Buffer.from(key)),
    ]);
    const isUnlisted = (listed.rowCount ?? 0) + (unsaid.rowCount ?? 0) > 0;
    if (isUnlisted) {
      // Every partition was decided by them: each is made again, by what can still be read.
      await database.query("update chainbreak.offsets set erased = erased + 1");
      await database.query("delete from chainbreak.people where name = any($1::bytea[])", [
        Array.from({ length: partitions }, (_, each) => stateName(root, each)),
      ]);
      await database.query("notify chainbreak_log");
    }
    if (gone === undefined) return isUnlisted || isInRules ? 0 : undefined;
    const counted = await database.query("select count(*)::int as n from chainbreak.log where person = $1", [
      gone.number,
    ]);
    await database.query("notify chainbreak_log");
    return Number(counted.rows[0]?.n ?? 0);
  });
  const why = await settlePeople(database);
  if (why !== undefined) return { kind: "unsettled", records: records ?? 0, why };
  return records === undefined
    ? { kind: "nobody" }
    : { kind: "erased", records, ...(isInRules ? { isInRules } : {}) };
}

/** Writes the table of keys anew, without what was deleted. Gives why it could not. */
export async function settlePeople(database: Database): Promise<string | undefined> {
  try {
    await database.query("vacuum (full) chainbreak.people");
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
  // The file it lay in goes at the next checkpoint; not everybody may ask for one at once.
  await database.query("checkpoint").catch(() => {});
  return undefined;
}
