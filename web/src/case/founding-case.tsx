/** The founding case: the same for every reader; what they try on it stands in the address, and nothing of it is kept. */
import { type ReactNode, useEffect, useState } from "react";
import { foundingStateAtFirst, stateIn, switchesIn, withSwitches } from "../app/route.ts";
import { openFounding } from "../engine/case-client.ts";
import type { FoundingState } from "../engine/case-data.ts";
import { type CaseNotes, CaseProvider, type Opening } from "./case.tsx";
import { TwoStates } from "./two-states.tsx";
import { Unopened } from "./unopened.tsx";

const nothing: CaseNotes = { measures: [], done: [] };

interface FoundingCaseProps {
  /** The night runs through both states; there is none to choose. */
  readonly isWholeNight: boolean;
  readonly children: ReactNode;
}

/** What has been opened, and which state of the case it is. */
interface OpenedState {
  readonly opening: Opening;
  readonly of: FoundingState;
}

export function FoundingCase({ isWholeNight, children }: FoundingCaseProps) {
  const [state, choose] = useState(() => stateIn(location.hash) ?? foundingStateAtFirst);
  const [{ opening, of }, setOpened] = useState<OpenedState>({ opening: { kind: "waiting" }, of: state });
  const [notes, note] = useState<CaseNotes>(() => ({ ...nothing, measures: switchesIn(location.hash) }));
  useEffect(() => {
    let isGone = false;
    openFounding(state).then(
      (opened) => {
        if (isGone) return;
        performance.measure("chainbreak: first answer");
        // A link may be older than the catalogue, or cut short, and the other state has other measures: what is none
        // here is switched off.
        const known = new Set(opened.base.audit.catalogue.map(({ id }) => id));
        note((noted) => ({
          measures: noted.measures.filter((each) => known.has(each)),
          done: noted.done.filter((each) => known.has(each)),
        }));
        setOpened({ opening: { kind: "opened", ...opened }, of: state });
      },
      () => isGone || setOpened({ opening: { kind: "failed" }, of: state }),
    );
    return () => {
      isGone = true;
    };
  }, [state]);
  const isOpen = opening.kind === "opened" && of === state;
  // At every place of the case: a link to another view has no switches of its own.
  useEffect(() => {
    if (!isOpen) return;
    const wanted = withSwitches(location.hash, notes.measures, state);
    if (wanted !== location.hash) history.replaceState(history.state, "", wanted);
  });
  // A link somebody opens in this tab; one to another view has no switches and changes none.
  useEffect(() => {
    const take = () => {
      const measures = switchesIn(location.hash);
      const named = stateIn(location.hash);
      if (named !== undefined) choose(named);
      else if (measures.length > 0) choose(foundingStateAtFirst);
      if (measures.length > 0) note((noted) => ({ ...noted, measures }));
    };
    addEventListener("hashchange", take);
    return () => removeEventListener("hashchange", take);
  }, []);
  if (opening.kind !== "opened") return <Unopened opening={opening} />;
  return (
    <CaseProvider key={of} opened={opening} notes={notes} note={note}>
      {isWholeNight ? null : <TwoStates chosen={state} choose={choose} />}
      {children}
    </CaseProvider>
  );
}
