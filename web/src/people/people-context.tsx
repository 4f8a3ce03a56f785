/** Hands the people to every part of the page. */
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { KeptPerson, People } from "./people.ts";

const PeopleContext = createContext<People | undefined>(undefined);

export function usePeople(): People {
  const people = useContext(PeopleContext);
  if (people === undefined) throw new Error("there are no people here");
  return people;
}

export function PeopleProvider({ children }: { readonly children: ReactNode }) {
  const [people, setPeople] = useState<ReadonlyMap<string, KeptPerson>>(new Map());
  const value = useMemo<People>(
    () => ({
      state: "unkept",
      saving: "kept",
      people,
      add(person) {
        const id = crypto.randomUUID();
        setPeople((known) => new Map([...known, [id, person]]));
        return id;
      },
      update(id, change) {
        setPeople((known) => {
          const person = known.get(id);
          return person === undefined ? known : new Map([...known, [id, change(person)]]);
        });
      },
      remove(id) {
        setPeople((known) => new Map([...known].filter(([each]) => each !== id)));
      },
    }),
    [people],
  );
  return <PeopleContext value={value}>{children}</PeopleContext>;
}
