/**
 * States kept beside the shared log, so that whoever takes a partition over judges again what came since and not all of it.
 * What a state is, and when it may be gone on from, is as beside the embedded journal (`kept-state.ts`); its key lies among
 * the keys of people and is destroyed with the first of the partition's people who is erased.
 */

import { type Judging, StateOutlived, type StatePart } from "./judging.ts";
import { inTransaction, type Log } from "./log-database.ts";
import { orRotated, unwrap, wrapMark } from "./log-people.ts";
import { freshKey, freshNumber, keyOf, nameHash, type RootKeys, seal, unseal } from "./sealing.ts";

export interface LogStatesParts {
  readonly log: Log;
  readonly root: RootKeys;
  /** Names all that decisions rest on beside the events; absent: nothing is kept. */
  readonly basis: string | undefined;
  readonly judging: (partition: number, from?: Iterable<StatePart>) => Judging;
}

/** Where a partition stands: its offset, and how many had been erased in it. */
export interface Standing {
  readonly seq: number;
  readonly erased: string;
}

export interface LogStates {
  /** The state at a number up to where the partition stands; `undefined`: none that may be gone on from. */
  find(
    partition: number,
    standing: Standing,
  ): Promise<{ readonly judging: Judging; readonly seq: number } | undefined>;
  /** Not at all where somebody has been erased, or the partition has gone on, since. */
  keep(partition: number, standing: Standing, judging: Judging): Promise<void>;
}

/** By what the key of a partition's state is found among those of people. */
export const stateName = (root: RootKeys, partition: number): Buffer =>
  Buffer.from(nameHash(root.person, "state of a partition", String(partition)));

const aboutPart = (partition: number, seq: number, place: number): string =>
  JSON.stringify(["state", partition, seq, place]);

export function logStates({ log: { database }, root, basis, judging: open }: LogStatesParts): LogStates {
  return {
    async find(partition, { seq: end, erased }) {
      if (basis === undefined) return undefined;
      const { rows } = await database.query(
        `select s.seq, s.place, s.sealed, p.number, p.wrapped from chainbreak.states s join chainbreak.people p on p.name = $2
         where s.partition = $1 and s.basis = $3 and s.erased = $4 and s.seq <= $5 order by s.place`,
        [partition, stateName(root, partition), basis, erased, end],
      );
      if (rows.length === 0) return undefined;
      const seq = Number(rows[0].seq);
      try {
        const parts = rows.map(({ number, wrapped, sealed, place }) => {
          const key = unwrap(root, number, wrapped);
          return JSON.parse(unseal(key, sealed, aboutPart(partition, seq, Number(place))).toString("utf8"));
        });
        // Written by us, and in one transaction: all of it or nothing.
        return { judging: open(partition, parts as readonly StatePart[]), seq };
      } catch (cause) {
        if (cause instanceof StateOutlived) return undefined;
        throw cause;
      }
    },
    async keep(partition, { seq, erased }, judging) {
      const parts = basis === undefined ? undefined : judging.parts();
      if (parts === undefined) return;
      const [number, key] = [freshNumber(), freshKey()];
      await inTransaction(database, async () => {
        // Whoever erases somebody waits here, or has been before.
        const { rows } = await database.query(
          "select 1 from chainbreak.offsets where partition = $1 and seq = $2 and erased = $3 for update",
          [partition, seq, erased],
        );
        if (rows.length === 0) return;
        const name = stateName(root, partition);
        await database.query("delete from chainbreak.states where partition = $1", [partition]);
        await database.query("delete from chainbreak.people where name = $1", [name]);
        await database
          .query("insert into chainbreak.people (number, name, wrapped, wrapping) values ($1, $2, $3, $4)", [
            Buffer.from(number),
            name,
            seal(root.wrap, key, Buffer.from(number).toString("hex")),
            wrapMark(root.wrap),
          ])
          .catch((cause: unknown) => {
            throw orRotated(cause);
          });
        let place = 0;
        for (const part of parts) {
          const sealed = seal(keyOf(key), JSON.stringify(part), aboutPart(partition, seq, place));
          await database.query("insert into chainbreak.states values ($1, $2, $3, $4, $5, $6)", [
            partition,
            place,
            seq,
            erased,
            basis,
            sealed,
          ]);
          place += 1;
        }
      });
    },
  };
}
