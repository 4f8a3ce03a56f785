/** The founding case: the same for every reader; nothing of what they try on it is kept. */
import { type ReactNode, useEffect, useState } from "react";
import { openFounding } from "../engine/case-client.ts";
import { type CaseNotes, CaseProvider, type Opening } from "./case.tsx";
import { Unopened } from "./unopened.tsx";

const nothing: CaseNotes = { measures: [], done: [] };

export function FoundingCase({ children }: { readonly children: ReactNode }) {
  const [opening, setOpening] = useState<Opening>({ kind: "waiting" });
  const [notes, note] = useState<CaseNotes>(nothing);
  useEffect(() => {
    let isGone = false;
    openFounding().then(
      (opened) => {
        if (isGone) return;
        performance.measure("chainbreak: first answer");
        setOpening({ kind: "opened", ...opened });
      },
      () => isGone || setOpening({ kind: "failed" }),
    );
    return () => {
      isGone = true;
    };
  }, []);
  if (opening.kind !== "opened") return <Unopened opening={opening} />;
  return (
    <CaseProvider opened={opening} notes={notes} note={note}>
      {children}
    </CaseProvider>
  );
}
