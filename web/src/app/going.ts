/** The reader's place, as the address bar has it, and going to another. */
import { useMemo, useSyncExternalStore } from "react";
import { addressOf, type Place, placeOf } from "./route.ts";

function subscribe(changed: () => void): () => void {
  addEventListener("hashchange", changed);
  return () => removeEventListener("hashchange", changed);
}

export function usePlace(): Place {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => placeOf(hash, navigator.languages), [hash]);
}

/** Goes there as a touch on a link would; `replacing` leaves no step back. */
export function goTo(place: Place, { replacing = false } = {}): void {
  if (replacing) location.replace(addressOf(place));
  else location.hash = addressOf(place);
}
