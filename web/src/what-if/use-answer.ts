/** The answer to the newest change of the form, part by part; whoever stops it keeps the parts that are there. */
import { useCallback, useEffect, useRef, useState } from "react";
import { useLang } from "../app/speaking.tsx";
import { stopped } from "../engine/worker-life.ts";
import { type Answer, askWhatIf, stopWhatIf } from "./client.ts";
import type { FlowEdit } from "./edit.ts";

export interface Answering {
  /** Of this change, or of the one before while nothing of this one is there. */
  readonly answer: Answer | undefined;
  /** Whether `answer` is of the change the form shows. */
  readonly isOfThis: boolean;
  readonly state: "working" | "done" | "stopped" | "failed";
  readonly stop: () => void;
  readonly again: () => void;
}

interface Found {
  readonly of: string;
  readonly answer: Answer | undefined;
  readonly state: Answering["state"];
}

/** A figure of another change is never shown beside this one without saying that it is being counted. */
export function useAnswer(edit: FlowEdit | undefined): Answering {
  const lang = useLang();
  const [tries, setTries] = useState(0);
  const [found, setFound] = useState<Found>();
  const key = `${lang} ${tries} ${JSON.stringify(edit)}`;
  const current = useRef(key);
  current.current = key;
  useEffect(() => {
    if (edit === undefined) return;
    // The same change may come again as another value; what it took back on leaving is its own again.
    current.current = key;
    const isWanted = () => current.current === key;
    const say = (state: Answering["state"], answer?: Answer) =>
      setFound((before) =>
        isWanted()
          ? { of: key, state, answer: answer ?? (before?.of === key ? before.answer : undefined) }
          : before,
      );
    askWhatIf(edit, lang, { isWanted, told: (answer) => say("working", answer) }).then(
      () => say("done"),
      (fault: unknown) => say(fault === stopped ? "stopped" : "failed"),
    );
    return () => {
      if (current.current === key) current.current = "";
    };
  }, [edit, lang, key]);
  const last = useRef<Answer>(undefined);
  const isOfThis = found?.of === key;
  if (isOfThis && found.answer !== undefined) last.current = found.answer;
  const again = useCallback(() => setTries((before) => before + 1), []);
  return {
    answer: isOfThis && found.answer !== undefined ? found.answer : last.current,
    isOfThis: isOfThis && found.answer !== undefined,
    state: isOfThis ? found.state : "working",
    stop: stopWhatIf,
    again,
  };
}
