/** The case of a person whose things are kept here. It is opened again when what they have changes. */
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { openOwn } from "../engine/case-client.ts";
import { usePeople } from "../people/people-context.tsx";
import type { KeptPerson } from "../store/people.ts";
import { type CaseNotes, CaseProvider, type Opening } from "./case.tsx";
import { Unopened } from "./unopened.tsx";

interface OwnCaseProps {
  readonly id: string;
  readonly person: KeptPerson;
  readonly children: ReactNode;
}

/** What has been opened, and what of: the text of what was asked. */
interface OpenedOf {
  readonly asked: string;
  readonly opening: Opening;
}

export function OwnCase({ id, person, children }: OwnCaseProps) {
  const { update } = usePeople();
  const { document, held, at, isNotLeaked } = person;
  const asked = JSON.stringify({ document, held, at, isNotLeaked });
  const [{ opening, asked: openedOf }, setOpened] = useState<OpenedOf>({
    asked: "",
    opening: { kind: "waiting" },
  });
  useEffect(() => {
    let isStale = false;
    openOwn(JSON.parse(asked)).then(
      (opened) => {
        if (isStale) return;
        performance.measure("chainbreak: first answer");
        setOpened({ asked, opening: opened });
      },
      () => isStale || setOpened({ asked, opening: { kind: "failed" } }),
    );
    return () => {
      isStale = true;
    };
  }, [asked]);
  const note = useCallback(
    (change: (notes: CaseNotes) => CaseNotes) => update(id, (known) => ({ ...known, ...change(known) })),
    [id, update],
  );
  const setNotLeaked = useCallback(
    (isSaid: boolean) => update(id, (known) => ({ ...known, isNotLeaked: isSaid })),
    [id, update],
  );
  if (opening.kind !== "opened") return <Unopened opening={opening} id={id} />;
  return (
    <CaseProvider
      key={`${id} ${openedOf}`}
      own={id}
      opened={opening}
      notes={person}
      note={note}
      setNotLeaked={setNotLeaked}
    >
      {children}
    </CaseProvider>
  );
}
