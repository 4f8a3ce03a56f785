/** Hands every part of a night what it is said with. */
import { useMemo } from "react";
import { useWords } from "../app/speaking.tsx";
import { useTelling } from "../telling.ts";
import type { Speech } from "./saying.ts";
import { nightWords } from "./words.ts";

export function useSpeech(): Speech {
  const telling = useTelling();
  const words = useWords(nightWords);
  return useMemo(() => ({ telling, words }), [telling, words]);
}
