/** Asks the worker what could still be opened; what comes too late is dropped. */
import { useEffect, useState } from "react";
import { useCase } from "../case/case.tsx";
import type { LostTold } from "../engine/lost.ts";
import { useTelling } from "../telling.ts";

/** `undefined` while it is worked out for the first time; then the last one stays until the next is there. */
export function useLockedOut(lost: ReadonlySet<string>): LostTold | "failed" | undefined {
  const { engine, done } = useCase();
  const { data, isOwn } = useTelling();
  const [found, setFound] = useState<LostTold | "failed">();
  // Of one's own somebody may have said that nobody knows what leaks; then nothing of it is in the question.
  const isNotLeaked = isOwn && data.question.leaked === undefined;
  useEffect(() => {
    let isStale = false;
    engine.lockedOut({ lost: [...lost], done: [...done], isNotLeaked }).then(
      (told) => isStale || setFound(told ?? "failed"),
      () => isStale || setFound("failed"),
    );
    return () => {
      isStale = true;
    };
  }, [engine, lost, done, isNotLeaked]);
  return found;
}
