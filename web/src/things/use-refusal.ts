/**
 * What a field refuses stays refused: the message until the reader comes back to the field, and the rest of the number,
 * which fingers go on typing, is not taken either.
 */
import { useRef, useState } from "react";
import { type Refusal, refusalOf } from "./refusal.ts";

/** Whoever types on within this time has not seen the message yet. */
const typingOnMs = 900;

export interface Refusing {
  readonly refusal: Refusal | undefined;
  /** Is this text not to be taken? */
  readonly isRefused: (text: string) => boolean;
  /** The reader begins anew. */
  readonly forget: () => void;
}

export function useRefusal(refuse: (text: string) => Refusal | undefined = refusalOf): Refusing {
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const last = useRef(-Infinity);
  return {
    refusal,
    isRefused(text) {
      const refused = refuse(text);
      const now = performance.now();
      const isTypedOn = now - last.current < typingOnMs;
      if (refused !== undefined) setRefusal(refused);
      if (refused !== undefined || isTypedOn) last.current = now;
      return refused !== undefined || isTypedOn;
    },
    forget() {
      last.current = -Infinity;
      setRefusal(undefined);
    },
  };
}
