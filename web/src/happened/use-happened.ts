/** What was dropped, what was said beside it, and what was answered. A newer change makes an older answer an older one. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { InvestigationTold, Lang } from "../../../src/report/index.ts";
import { stopped } from "../engine/worker-life.ts";
import { askWhatHappened, readFiles, stopWorker, tellAgain } from "./client.ts";
import { exampleOf } from "./example.ts";
import { filesOf } from "./files-of.ts";
import type { ToldHere, Who } from "./investigating.ts";
import type { FileGiven, FilesTold, Progress } from "./worker.ts";

export type State =
  | { readonly kind: "ready" }
  | { readonly kind: "working"; readonly progress: Progress }
  | { readonly kind: "stopped" }
  | { readonly kind: "failed" };

/** Why nothing was answered. */
export type Refusal =
  | { readonly kind: "no-region" }
  | { readonly kind: "refused"; readonly complaints: readonly string[] };

export interface Answered {
  readonly told: InvestigationTold;
  readonly currency: string | undefined;
  /** Something was changed since. */
  readonly isOld: boolean;
  /** The same for the same answer, whatever the language. */
  readonly number: number;
}

export interface Happened {
  readonly state: State;
  readonly files: readonly FileGiven[];
  readonly read: FilesTold | undefined;
  readonly who: Who;
  readonly told: ToldHere;
  readonly answer: Answered | undefined;
  readonly refusal: Refusal | undefined;
  readonly passwords: readonly string[];
  add(files: readonly File[]): void;
  drop(transfer: DataTransfer): Promise<void>;
  remove(id: number): void;
  unlock(password: string): void;
  setWho(who: Who): void;
  setTold(told: ToldHere): void;
  ask(): void;
  stop(): void;
  showExample(): void;
}

const nothingTold: ToldHere = { goneSince: "", words: "" };
const ofFiles: Who = { kind: "files", region: undefined };

export function useHappened(lang: Lang): Happened {
  const [state, setState] = useState<State>({ kind: "ready" });
  const [given, setGiven] = useState<{
    readonly files: readonly FileGiven[];
    readonly passwords: readonly string[];
  }>({
    files: [],
    passwords: [],
  });
  const [read, setRead] = useState<FilesTold>();
  const [who, setWho] = useState<Who>(ofFiles);
  const [told, setTold] = useState<ToldHere>(nothingTold);
  const [answer, setAnswer] = useState<Answered>();
  const [refusal, setRefusal] = useState<Refusal>();
  const next = useRef(1);
  const newest = useRef({ reading: 0, asking: 0 });
  const isAsking = useRef(false);
  const changes = useRef(0);
  const { files, passwords } = given;

  /** Of two readings, or of two questions, the newer one is heard. A reading beside a question says nothing of itself. */
  const work = useCallback(
    async <Value>(
      kind: "reading" | "asking",
      question: (progress: (now: Progress) => void) => Promise<Value>,
      done: (value: Value) => void,
    ) => {
      newest.current[kind] += 1;
      const mine = newest.current[kind];
      const isHeard = () => newest.current[kind] === mine && (kind === "asking" || !isAsking.current);
      if (kind === "asking") isAsking.current = true;
      let isOver = false; // What a worker says of its progress may come after its answer.
      const say = (now: State) => {
        if (isHeard() && !(isOver && now.kind === "working")) setState(now);
      };
      try {
        const value = await question((progress) => say({ kind: "working", progress }));
        isOver = true;
        say({ kind: "ready" });
        if (newest.current[kind] === mine) done(value);
      } catch (fault) {
        isOver = true;
        say({ kind: fault === stopped ? "stopped" : "failed" });
      } finally {
        if (kind === "asking" && newest.current.asking === mine) isAsking.current = false;
      }
    },
    [],
  );

  const age = useCallback(() => {
    changes.current += 1;
    setRefusal(undefined);
    setAnswer((before) => (before === undefined ? undefined : { ...before, isOld: true }));
  }, []);

  useEffect(() => {
    if (files.length === 0) setRead(undefined);
    else void work("reading", (progress) => readFiles({ files, passwords, lang }, progress), setRead);
  }, [files, passwords, lang, work]);

  const wasAnswered = answer !== undefined;
  useEffect(() => {
    if (!wasAnswered) return;
    tellAgain(lang).then(
      (again) => {
        if (again.kind === "told")
          setAnswer((before) => (before === undefined ? before : { ...before, told: again.told }));
      },
      () => {}, // A worker that was ended has nothing to tell again; what is there stays.
    );
  }, [lang, wasAnswered]);
  useEffect(() => stopWorker, []);

  const put = (more: readonly (readonly [name: string, file: Blob])[]) => {
    age();
    setGiven((before) => ({
      ...before,
      files: [...before.files, ...more.map(([name, file]) => ({ id: next.current++, name, file }))],
    }));
  };
  return {
    state,
    files,
    read,
    who,
    told,
    answer,
    refusal,
    passwords,
    add: (more) => put(more.map((file) => [file.webkitRelativePath || file.name, file] as const)),
    drop: async (transfer) => put(await filesOf(transfer)),
    remove: (id) => {
      age();
      setGiven((before) => ({ ...before, files: before.files.filter((each) => each.id !== id) }));
    },
    unlock: (password) => {
      age();
      setGiven((before) => ({ ...before, passwords: [...before.passwords, password] }));
    },
    setWho: (now) => {
      age();
      setWho(now);
    },
    setTold: (now) => {
      age();
      setTold(now);
    },
    ask: () => {
      setRefusal(undefined);
      const before = changes.current;
      void work(
        "asking",
        (progress) => askWhatHappened({ files, passwords, who, told, lang }, progress),
        (found) => {
          if (found.kind === "told")
            setAnswer({
              told: found.told,
              currency: found.currency,
              isOld: changes.current !== before,
              number: newest.current.asking,
            });
          else setRefusal(found);
        },
      );
    },
    stop: stopWorker,
    showExample: () =>
      void work("reading", exampleOf, (example) => {
        setWho({ kind: "person", document: example.document });
        setTold(example.told);
        put(example.files.map(({ name, text }) => [name, new Blob([text])] as const));
      }),
  };
}
