/**
 * One case, opened: its data, its answers with and without what is switched on, and the hands on the switches. Every view
 * of a case stands inside and asks `useCase`.
 */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { CaseAnswer } from "../../../src/asking/index.ts";
import type { Alone, Block } from "../../../src/questions/index.ts";
import { useFailing } from "../app/fallen.tsx";
import { useLang } from "../app/speaking.tsx";
import type { CaseEngine } from "../engine/case-client.ts";
import type { CaseData } from "../engine/case-data.ts";
import type { Fault } from "../engine/own-case.ts";
import { type Telling, TellingProvider } from "../telling.ts";
import { wordsFor } from "../words.ts";
import { type LongerLook, useLongerLook } from "./use-longer-look.ts";

/** What opening a case has come to. */
export type Opening =
  | { readonly kind: "waiting" }
  | { readonly kind: "failed" }
  | { readonly kind: "refused"; readonly faults: readonly Fault[] }
  | {
      readonly kind: "opened";
      readonly data: CaseData;
      readonly engine: CaseEngine;
      readonly base: CaseAnswer;
      readonly alone: readonly Alone[];
      readonly blocks: readonly Block[];
    };

/** What is remembered of a case while it is looked at, or longer where its person is kept. */
export interface CaseNotes {
  readonly measures: readonly string[];
  readonly done: readonly string[];
}

export interface Case {
  /** The person's id where it is one of the reader's own; absent: the founding case. */
  readonly own?: string;
  readonly data: CaseData;
  /** To ask more of this case. */
  readonly engine: CaseEngine;
  /** The answer with nothing switched on. */
  readonly base: CaseAnswer;
  /** The answer under what is switched on. */
  readonly now: CaseAnswer;
  /** What each measure does by itself, by id. */
  readonly alone: ReadonlyMap<string, Alone>;
  /** The flows that set a condition on one of this person's things. */
  readonly blocks: readonly Block[];
  readonly chosen: ReadonlySet<string>;
  readonly choose: (measures: Iterable<string>) => void;
  readonly toggle: (measure: string) => void;
  /** Measures that are done in the world, not only switched on here. */
  readonly done: ReadonlySet<string>;
  readonly setDone: (measure: string, isDone: boolean) => void;
  readonly longerLook: LongerLook;
  /** Says whether nobody knows what leaks so often; absent: it is not asked here. */
  readonly setNotLeaked?: (isNotLeaked: boolean) => void;
}

const CaseContext = createContext<Case | undefined>(undefined);

export function useCase(): Case {
  const known = useContext(CaseContext);
  if (known === undefined) throw new Error("no case is open");
  return known;
}

interface CaseProviderProps {
  readonly own?: string;
  readonly opened: Extract<Opening, { kind: "opened" }>;
  readonly notes: CaseNotes;
  readonly note: (change: (notes: CaseNotes) => CaseNotes) => void;
  readonly setNotLeaked?: (isNotLeaked: boolean) => void;
  readonly children: ReactNode;
}

/** Stands for one opened case: another one wants another `key`. */
export function CaseProvider({ own, opened, notes, note, setNotLeaked, children }: CaseProviderProps) {
  const { data, engine, alone, blocks } = opened;
  const [base, longerLook] = useLongerLook(data, opened.base);
  const lang = useLang();
  const fail = useFailing();
  const [now, setNow] = useState(base);
  // Two switches thrown before the page is drawn again must both count.
  const latest = useRef(new Set(notes.measures));
  const chosen = useMemo(() => new Set(notes.measures), [notes.measures]);

  // Asked again whenever what is switched on changed, here or in another tab; stale answers are dropped.
  useEffect(() => {
    let isStale = false;
    latest.current = new Set(chosen);
    performance.mark("chainbreak: asked");
    if (chosen.size === 0) setNow(base);
    else
      engine.ask([...chosen]).then((answer) => {
        if (isStale) return;
        performance.measure("chainbreak: toggle", "chainbreak: asked");
        setNow(answer);
      }, fail);
    return () => {
      isStale = true;
    };
  }, [engine, chosen, base, fail]);

  const choose = useCallback(
    (measures: Iterable<string>) => {
      const next = new Set(measures);
      latest.current = next;
      note((notes) => ({ ...notes, measures: [...next] }));
    },
    [note],
  );
  const toggle = useCallback(
    (measure: string) => {
      const next = new Set(latest.current);
      if (!next.delete(measure)) next.add(measure);
      choose(next);
    },
    [choose],
  );
  const setDone = useCallback(
    (measure: string, isDone: boolean) =>
      note((notes) => ({
        ...notes,
        done: isDone ? [...new Set([...notes.done, measure])] : notes.done.filter((each) => each !== measure),
      })),
    [note],
  );

  const value = useMemo<Case>(
    () => ({
      ...(own === undefined ? {} : { own }),
      data,
      engine,
      base,
      now,
      alone: new Map(alone.map((each) => [each.measure, each])),
      blocks,
      chosen,
      choose,
      toggle,
      done: new Set(notes.done),
      setDone,
      longerLook,
      ...(setNotLeaked === undefined ? {} : { setNotLeaked }),
    }),
    [
      own,
      data,
      engine,
      base,
      now,
      alone,
      blocks,
      chosen,
      choose,
      toggle,
      notes.done,
      setDone,
      longerLook,
      setNotLeaked,
    ],
  );
  const telling = useMemo<Telling>(
    () => ({ lang, words: wordsFor(lang), data, base: base.audit, isOwn: own !== undefined }),
    [lang, data, base, own],
  );
  return (
    <CaseContext value={value}>
      <TellingProvider value={telling}>{children}</TellingProvider>
    </CaseContext>
  );
}
