/** What stands where nobody has said yet whether anything may be kept, or it is locked; else what is kept. */
import type { ReactNode } from "react";
import { usePeople } from "./people-context.tsx";

export function KeepingGate({ children }: { readonly children: ReactNode }) {
  const { state } = usePeople();
  return state === "choosing" || state === "locked" ? <main /> : children;
}
