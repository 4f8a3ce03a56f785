/** The keys of people beside a shared log: made where there is none, wrapped by the folder's key, the same for every worker. */
import type { KeyObject } from "node:crypto";
import { CannotServe } from "../server/index.ts";
import type { Database } from "./log-database.ts";
import type { PersonKey, Whose } from "./people-keys.ts";
import { freshKey, freshNumber, hexOf, keyOf, nameHash, type RootKeys, seal, unseal } from "./sealing.ts";

/** What a wrapped key opens to. Throws where the folder's key is another. */
export function unwrap(root: RootKeys, number: Uint8Array, wrapped: Uint8Array): KeyObject {
  try {
    return keyOf(unseal(root.wrap, wrapped, hexOf(number)));
  } catch {
    throw wrappedByAnother();
  }
}

/** By what the database knows the key that wraps, and takes no row of another. */
export const wrapMark = (wrap: KeyObject): string => hexOf(nameHash(wrap, "wraps the keys of people"));

/** Of the constraint by which it does. */
export const wrapConstraint = "wrapped_by";

export const wrappedByAnother = (): CannotServe =>
  new CannotServe(
    "the keys of people in the log are wrapped by another `secret.key`",
    "if it was rotated, copy the new one here: it goes on by itself; else put back the one this log was made with",
  );

/** What the database says where the key was rotated meanwhile, told as that. */
export const orRotated = (cause: unknown): unknown =>
  cause instanceof Error && "constraint" in cause && cause.constraint === wrapConstraint
    ? wrappedByAnother()
    : cause;

/** One for each of `wanted`, in its order. Two who make the same at once get the same: the one that was first. */
export async function keysFor(
  database: Database,
  root: RootKeys,
  wanted: readonly Whose[],
): Promise<readonly PersonKey[]> {
  const names = wanted.map(({ view, institution, person }) =>
    Buffer.from(nameHash(root.person, view, institution, person)),
  );
  const byName = new Map(names.map((name) => [hexOf(name), name]));
  const fresh = [...byName.values()].map((name) => ({ name, number: freshNumber(), key: freshKey() }));
  await database
    .query(
      `insert into chainbreak.people (number, name, wrapped, wrapping)
       select n, m, w, $4 from unnest($1::bytea[], $2::bytea[], $3::bytea[]) u(n, m, w)
       where not exists (select from chainbreak.people p where p.name = u.m) order by m on conflict (name) do nothing`,
      [
        fresh.map(({ number }) => Buffer.from(number)),
        fresh.map(({ name }) => name),
        fresh.map(({ number, key }) => seal(root.wrap, key, hexOf(number))),
        wrapMark(root.wrap),
      ],
    )
    .catch((cause: unknown) => {
      throw orRotated(cause);
    });
  const { rows } = await database.query(
    "select name, number, wrapped from chainbreak.people where name = any($1::bytea[])",
    [[...byName.values()]],
  );
  const found = new Map<string, PersonKey>(
    rows.map(({ name, number, wrapped }) => [hexOf(name), { number, key: unwrap(root, number, wrapped) }]),
  );
  return names.map((name) => found.get(hexOf(name))!); // Every name was put in above, or was there.
}
