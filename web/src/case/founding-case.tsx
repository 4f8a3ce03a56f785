/** The founding case: the same for every reader; what they try on it stands in the address, and nothing of it is kept. */
import { type ReactNode, useEffect, useState } from "react";
import { switchesIn, withSwitches } from "../app/route.ts";
import { openFounding } from "../engine/case-client.ts";
import { type CaseNotes, CaseProvider, type Opening } from "./case.tsx";
import { Unopened } from "./unopened.tsx";

const nothing: CaseNotes = { measures: [], done: [] };

export function FoundingCase({ children }: { readonly children: ReactNode }) {
  const [opening, setOpening] = useState<Opening>({ kind: "waiting" });
  const [notes, note] = useState<CaseNotes>(() => ({ ...nothing, measures: switchesIn(location.hash) }));
  useEffect(() => {
    let isGone = false;
    openFounding().then(
      (opened) => {
        if (isGone) return;
        performance.measure("chainbreak: first answer");
        // A link may be older than the catalogue, or cut short: what is no measure here is switched off.
        const known = new Set(opened.base.audit.catalogue.map(({ id }) => id));
        note((noted) => ({ ...noted, measures: noted.measures.filter((each) => known.has(each)) }));
        setOpening({ kind: "opened", ...opened });
      },
      () => isGone || setOpening({ kind: "failed" }),
    );
    return () => {
      isGone = true;
    };
  }, []);
  const isOpen = opening.kind === "opened";
  // At every place of the case: a link to another view has no switches of its own.
  useEffect(() => {
    if (!isOpen) return;
    const wanted = withSwitches(location.hash, notes.measures);
    if (wanted !== location.hash) history.replaceState(history.state, "", wanted);
  });
  // A link somebody opens in this tab; one to another view has no switches and changes none.
  useEffect(() => {
    const take = () => {
      const measures = switchesIn(location.hash);
      if (measures.length > 0) note((noted) => ({ ...noted, measures }));
    };
    addEventListener("hashchange", take);
    return () => removeEventListener("hashchange", take);
  }, []);
  if (opening.kind !== "opened") return <Unopened opening={opening} />;
  return (
    <CaseProvider opened={opening} notes={notes} note={note}>
      {children}
    </CaseProvider>
  );
}
