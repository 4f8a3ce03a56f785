/** The night that is kept here, and the hands on it. Every change is written at once; the page says when it is there. */
import { useCallback, useEffect, useRef, useState } from "react";
import { firstBroken, type LogWords, momentText, withLine } from "../../../src/respond/index.ts";
import { type Answers, type Kept, minutesOf, newKept, offsetHere, readKeptText } from "./incident.ts";
import { digestHere, erase, keep, readKept } from "./keep.ts";

/** `not`: this browser keeps nothing for us, and all of it is in this tab only. */
export type Saved = "saving" | "saved" | "not";

export interface Now {
  readonly kept: Kept;
  readonly saved: Saved;
  readonly others: readonly Kept[];
  answer(answers: Partial<Answers>): void;
  draft(field: string, text: string): void;
  /** Adds to the log, and empties the fields that went into it. */
  log(words: Omit<LogWords, "at">, fields?: readonly string[]): void;
  begin(): void;
  turnTo(id: string): void;
  /** A night somebody saved, as the text of its file; false: it is none, and nothing was changed. */
  take(text: string): Promise<boolean>;
  forget(): void;
}

const another = () => newKept(minutesOf(new Date()), crypto.randomUUID?.() ?? String(Date.now()));

/** `undefined` while what is kept here is being read. */
export function useNow(): Now | undefined {
  const [all, setAll] = useState<readonly Kept[] | undefined>(undefined);
  const [saved, setSaved] = useState<Saved>("saved");
  const newest = useRef<readonly Kept[]>([]);
  const writing = useRef<Promise<void>>(Promise.resolve());
  const put = useCallback((next: readonly Kept[]) => {
    newest.current = next;
    setAll(next);
  }, []);
  useEffect(() => {
    readKept().then(
      (found) => put(found.length > 0 ? found : [another()]),
      () => {
        setSaved("not");
        put([another()]);
      },
    );
  }, [put]);
  const write = useCallback((act: () => Promise<void>) => {
    setSaved("saving");
    const mine = writing.current.then(act);
    writing.current = mine.catch(() => {});
    mine.then(
      () => setSaved("saved"),
      () => setSaved("not"),
    );
  }, []);
  const change = useCallback(
    (changed: (kept: Kept) => Kept) => {
      const [first, ...rest] = newest.current;
      if (first === undefined) return;
      const next = changed(first);
      put([next, ...rest]);
      write(() => keep(next));
    },
    [put, write],
  );
  /** One line after the other: each carries the mark of the one before it. */
  const logging = useRef<Promise<void>>(Promise.resolve());
  const log = useCallback(
    (words: Omit<LogWords, "at">, fields: readonly string[] = []) => {
      const now = new Date();
      const at = momentText(minutesOf(now), offsetHere(now));
      logging.current = logging.current.then(async () => {
        const [first] = newest.current;
        if (first === undefined) return;
        const lines = await withLine(first.log, { ...words, at }, digestHere);
        change((kept) => ({
          ...kept,
          log: lines,
          drafts: Object.fromEntries(
            Object.entries(kept.drafts).filter(([field]) => !fields.includes(field)),
          ),
        }));
      });
    },
    [change],
  );
  const [kept, ...others] = all ?? [];
  if (kept === undefined) return undefined;
  return {
    kept,
    saved,
    others,
    log,
    answer: (answers) => change((was) => ({ ...was, answers: { ...was.answers, ...answers } })),
    draft: (field, text) => change((was) => ({ ...was, drafts: { ...was.drafts, [field]: text } })),
    begin: () => put([another(), ...newest.current]),
    turnTo: (id) => {
      const wanted = newest.current.find((each) => each.id === id);
      if (wanted !== undefined) put([wanted, ...newest.current.filter((each) => each !== wanted)]);
    },
    take: async (text) => {
      const taken = readKeptText(text);
      if (taken === undefined || (await firstBroken(taken.log, digestHere)) !== undefined) return false;
      put([taken, ...newest.current.filter(({ id }) => id !== taken.id)]);
      write(() => keep(taken));
      return true;
    },
    forget: () => {
      const [gone, ...rest] = newest.current;
      put(rest.length > 0 ? rest : [another()]);
      if (gone !== undefined) write(() => erase(gone.id));
    },
  };
}
