/**
 * What is older than the operator keeps goes, some at a time between what is decided. Of a person of whom nothing is left the
 * key is destroyed and the state forgets them; of anybody else what was learned stays in the state, for it cannot be told
 * from what came later.
 */
import type { KeyObject } from "node:crypto";
import { ageClock } from "./age-clock.ts";
import type { Configuration } from "./configuration.ts";
import type { Journal, KeptEntry } from "./journal.ts";
import type { Judging } from "./judging.ts";
import { openContent } from "./keeping.ts";
import type { Lists } from "./lists.ts";
import type { PeopleKeys } from "./people-keys.ts";
import type { PutRules } from "./put-rules.ts";

export interface RetentionParts {
  readonly journal: Journal;
  readonly people: PeopleKeys;
  readonly lists: Lists;
  readonly putRules: PutRules;
  readonly configuration: () => Configuration;
  /** The state that decides now; `undefined`: the disk refuses, and nothing is taken away. */
  readonly judging: () => Judging | undefined;
  /** Milliseconds since 1970, and milliseconds from any beginning by a clock nobody sets. */
  readonly now: () => number;
  readonly clock: () => number;
  /** All that was old is gone: the state may be kept as it is now. */
  readonly onDone: () => void;
  readonly say: (line: string) => void;
}

export interface Retention {
  /** One piece of what is due; nothing where nothing is, or it was looked at within the hour. Throws what the disk says. */
  passDue(): void;
}

const atOnceMax = 500;
const millisecondsPerHour = 3_600_000;

export function openRetention(parts: RetentionParts): Retention {
  const { journal, people, configuration, now, clock, say } = parts;
  const oldBefore = ageClock({ lastBefore: journal.lastReceived(), now, clock, say });
  let lookedAt = Number.NEGATIVE_INFINITY;
  let done = noneGone;

  const finish = (): void => {
    lookedAt = clock();
    if (done === noneGone) return;
    people.settle();
    journal.age.settle();
    const { records, persons, owed } = done;
    done = noneGone;
    parts.onDone();
    const undelivered = owed === 0 ? "" : `; ${owed} webhooks and signals on them had never been taken`;
    say(`${records} records went by age, and ${persons} people of whom nothing is left${undelivered}`);
  };

  return {
    passDue() {
      const { retainDays } = configuration();
      const judging = parts.judging();
      if (retainDays === undefined || judging === undefined) return;
      if (done === noneGone && clock() - lookedAt < millisecondsPerHour) return;
      const before = oldBefore(retainDays);
      const seq = journal.age.lastBefore(before, atOnceMax);
      if (seq === 0) {
        journal.looks.pass(before);
        journal.rules.pass(before);
        // Until then the log of the file still has them as they were.
        if (parts.lists.pass(before) + parts.putRules.pass(before, journal.age.cut()?.seq ?? 0) > 0)
          people.settle();
        return finish();
      }
      const entries = [...firstUpTo(journal, seq)];
      const gone = passOne({ journal, people, configuration: configuration(), judging }, entries, before);
      done = {
        records: done.records + entries.length,
        persons: done.persons + gone.persons,
        owed: done.owed + gone.owed,
      };
    },
  };
}

const noneGone = { records: 0, persons: 0, owed: 0 };

function* firstUpTo(journal: Journal, seq: number): Generator<KeptEntry> {
  for (const entry of journal.all()) {
    if (entry.seq > seq) return;
    yield entry;
  }
}

interface Passed {
  readonly entry: KeptEntry;
  readonly key: KeyObject;
  readonly person: string;
  readonly text: string;
}

/** The keys first: cut off in between, records that nobody can open are left, and go the next time. */
function passOne(
  {
    journal,
    people,
    configuration,
    judging,
  }: Pick<RetentionParts, "journal" | "people"> & {
    readonly configuration: Configuration;
    readonly judging: Judging;
  },
  entries: readonly KeptEntry[],
  before: number,
): { readonly persons: number; readonly owed: number } {
  const last = entries.at(-1)!; // Asked only where there is one.
  const passed = entries.flatMap((entry): Passed[] => {
    const key = people.keyOf(entry.person);
    if (key === undefined) return [];
    const { event: text, told } = openContent(key, entry);
    return [{ entry, key, text, person: told.person }];
  });
  const byNumber = new Map(passed.map((each) => [Buffer.from(each.entry.person).toString("latin1"), each]));
  const gone = [...byNumber.values()].filter(
    ({ entry }) => !journal.age.isKeptBeyond(entry.person, last.seq, before),
  );
  for (const { entry } of gone) journal.removeCases(entry.person);
  people.destroyAll(gone.map(({ entry }) => entry.person));
  const owed = journal.age.pass(entries);
  for (const { entry, text } of passed)
    judging.forgetIds(entry.view, [{ institution: entry.institution, text }]);
  for (const { entry, person } of gone) {
    const isKnownToOthers = configuration.institutions.some(
      (other) =>
        configuration.viewOf.get(other) === entry.view &&
        people.known({ view: entry.view, institution: other, person }) !== undefined,
    );
    if (!isKnownToOthers) judging.forget(entry.view, person, []);
  }
  return { persons: gone.length, owed };
}
