/** Is there too little room for a picture? Then the chain is told from top to bottom. */
import { useSyncExternalStore } from "react";

/** Lanes and cards one can read want as much. */
const question = "(max-width: 719px)";

function subscribe(changed: () => void): () => void {
  const media = matchMedia(question);
  media.addEventListener("change", changed);
  return () => media.removeEventListener("change", changed);
}

export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(question).matches);
