/** What every part of the page about one person's things works with: the person, the services, and how to change them. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import type { WordsOf } from "../../../src/report/index.ts";
import { useLang, useWords } from "../app/speaking.tsx";
import { usePeople } from "../people/people-context.tsx";
import type { KeptPerson } from "../store/people.ts";
import type { ThingId } from "./document.ts";
import type { Change } from "./edit.ts";
import { changed } from "./kept.ts";
import { type Labelling, labeller } from "./labels.ts";
import { askedOf, type Question } from "./questions.ts";
import type { Service } from "./services.ts";
import { Undo } from "./undo.tsx";
import type { ServiceList } from "./use-services.ts";
import { thingsWords } from "./words.ts";

export type SectionName =
  | "about"
  | "device"
  | "line"
  | "card"
  | "account"
  | "mailbox"
  | "document"
  | "same"
  | "helpers"
  | "held";

export interface Things extends Labelling {
  readonly id: string;
  readonly person: KeptPerson;
  readonly list: readonly Service[];
  readonly words: WordsOf<typeof thingsWords>;
  readonly label: (thing: ThingId) => string;
  /** Every question that stands open at first sight. */
  readonly asked: readonly Question[];
  /** Changes what the person has; `said` is read out to whoever does not see it. */
  readonly edit: (change: Change, said?: string) => void;
  /** The same for what takes something away: it can be undone until the next change. */
  readonly take: (change: Change, said: string) => void;
  readonly update: (change: (person: KeptPerson) => KeptPerson) => void;
  readonly section: SectionName | undefined;
  readonly openSection: (section: SectionName | undefined) => void;
  /** One thing is open at a time. */
  readonly thing: ThingId | undefined;
  readonly openThing: (thing: ThingId | undefined) => void;
}

const ThingsContext = createContext<Things | undefined>(undefined);

export function useThings(): Things {
  const things = useContext(ThingsContext);
  if (things === undefined) throw new Error("nobody's things are open");
  return things;
}

/** The last thing that was taken away, with what there was before. */
interface Taken {
  readonly before: KeptPerson;
  /** What there was right after, as text: what changed meanwhile, here or in another tab, ends the offer. */
  readonly after: string;
  readonly text: string;
  readonly lang: string;
}

interface ThingsProviderProps extends ServiceList {
  readonly id: string;
  readonly person: KeptPerson;
  readonly children: ReactNode;
}

export function ThingsProvider({ id, person, list, services, children }: ThingsProviderProps) {
  const lang = useLang();
  const words = useWords(thingsWords);
  const { update: updatePerson } = usePeople();
  const { document } = person;
  const [section, setSection] = useState<SectionName | undefined>(() =>
    document.devices === undefined && document.lines === undefined ? "device" : undefined,
  );
  const [thing, openThing] = useState<ThingId | undefined>();
  const [said, say] = useState({ text: "", lang });
  const [taken, setTaken] = useState<Taken | undefined>();
  const update = useCallback(
    (change: (known: KeptPerson) => KeptPerson) => updatePerson(id, change),
    [id, updatePerson],
  );
  const edit = useCallback(
    (change: Change, spoken?: string) => {
      setTaken(undefined);
      update((known) => changed(known, change));
      if (spoken !== undefined) say({ text: spoken, lang });
    },
    [update, lang],
  );
  const take = useCallback(
    (change: Change, spoken: string) => {
      const after = changed(person, change);
      update((known) => changed(known, change));
      setTaken({ before: person, after: JSON.stringify(after.document), text: spoken, lang });
    },
    [update, person, lang],
  );
  const openSection = useCallback((next: SectionName | undefined) => {
    setSection(next);
    openThing(undefined);
  }, []);
  const label = useMemo(() => labeller({ document, services, lang }), [document, services, lang]);
  const asked = useMemo(() => askedOf(document, services), [document, services]);
  const value = useMemo<Things>(() => {
    const labelling = { document, services, lang, asked };
    return {
      id,
      person,
      ...labelling,
      list,
      words,
      label,
      edit,
      take,
      update,
      section,
      openSection,
      thing,
      openThing,
    };
  }, [
    id,
    person,
    document,
    services,
    lang,
    list,
    words,
    edit,
    take,
    update,
    section,
    openSection,
    thing,
    label,
    asked,
  ]);
  return (
    <ThingsContext value={value}>
      {children}
      {taken === undefined || taken.lang !== lang || JSON.stringify(document) !== taken.after ? null : (
        <Undo
          text={taken.text}
          undo={() => {
            update(({ measures, done }) => ({ ...taken.before, measures, done }));
            setTaken(undefined);
            say({ text: words.undone, lang });
          }}
        />
      )}
      <p role="status" className="unseen">
        {said.lang === lang ? said.text : ""}
      </p>
    </ThingsContext>
  );
}
