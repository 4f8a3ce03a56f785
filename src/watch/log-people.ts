/** The keys of people beside a shared log: made where there is none, wrapped by the folder's key, the same for every worker. */
import type { KeyObject } from "node:crypto";
import type { Database } from "./log-database.ts";
import type { PersonKey, Whose } from "./people-keys.ts";
import { freshKey, freshNumber, keyOf, nameHash, type RootKeys, seal, unseal } from "./sealing.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** What a wrapped key opens to. Throws where the folder's key is another. */
export const unwrap = (root: RootKeys, number: Uint8Array, wrapped: Uint8Array): KeyObject =>
  keyOf(unseal(root.wrap, wrapped, hex(number)));

/** One for each of `wanted`, in its order. Two who make the same at once get the same: the one that was first. */
export async function keysFor(
  database: Database,
  root: RootKeys,
  wanted: readonly Whose[],
): Promise<readonly PersonKey[]> {
  const names = wanted.map(({ view, institution, person }) =>
    Buffer.from(nameHash(root.person, view, institution, person)),
  );
  const byName = new Map(names.map((name) => [hex(name), name]));
  const fresh = [...byName.values()].map((name) => ({ name, number: freshNumber(), key: freshKey() }));
  await database.query(
    `insert into chainbreak.people (number, name, wrapped)
     select n, m, w from unnest($1::bytea[], $2::bytea[], $3::bytea[]) u(n, m, w)
     where not exists (select from chainbreak.people p where p.name = u.m) order by m on conflict (name) do nothing`,
    [
      fresh.map(({ number }) => Buffer.from(number)),
      fresh.map(({ name }) => name),
      fresh.map(({ number, key }) => seal(root.wrap, key, hex(number))),
    ],
  );
  const { rows } = await database.query(
    "select name, number, wrapped from chainbreak.people where name = any($1::bytea[])",
    [[...byName.values()]],
  );
  const found = new Map<string, PersonKey>(
    rows.map(({ name, number, wrapped }) => [hex(name), { number, key: unwrap(root, number, wrapped) }]),
  );
  return names.map((name) => found.get(hex(name))!); // Every name was put in above, or was there.
}
