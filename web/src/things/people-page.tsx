/** The people whose things are kept here: opened, added, brought in from a file, removed; and who can help whom. */
import { useState } from "react";
import { goTo } from "../app/going.ts";
import { useLang, useWords } from "../app/speaking.tsx";
import { usePeople } from "../people/people-context.tsx";
import type { KeptPerson } from "../store/people.ts";
import { RegionField } from "./about-shelf.tsx";
import { personName } from "./document.ts";
import { Family } from "./family.tsx";
import { ImportFile } from "./import-file.tsx";
import { newPerson } from "./kept.ts";
import { OpenExample } from "./open-example.tsx";
import { peopleWords } from "./people-words.ts";
import { PersonCard } from "./person-card.tsx";
import { TextField } from "./text-field.tsx";
import { Undo } from "./undo.tsx";
import "./people.css";
import "./questions.css";
import "./things.css";

export function PeoplePage() {
  const words = useWords(peopleWords);
  const { people, add } = usePeople();
  const lang = useLang();
  const [taken, setTaken] = useState<{ readonly person: KeptPerson; readonly count: number } | undefined>();
  return (
    <main className="people-page">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {people.size === 0 ? null : (
        <ul className="people">
          {[...people].map(([id, person]) => (
            <PersonCard
              key={id}
              id={id}
              person={person}
              onRemoved={() => setTaken({ person, count: people.size - 1 })}
            />
          ))}
        </ul>
      )}
      {taken === undefined || taken.count !== people.size ? null : (
        <Undo
          text={words.removed(personName(taken.person.document, lang))}
          undo={() => {
            add(taken.person);
            setTaken(undefined);
          }}
        />
      )}
      <div className="ways-in">
        <AddPerson />
        <ImportFile />
        <OpenExample />
      </div>
      {people.size > 1 ? <Family /> : null}
    </main>
  );
}

function AddPerson() {
  const lang = useLang();
  const words = useWords(peopleWords);
  const { add } = usePeople();
  const [name, setName] = useState("");
  const [region, setRegion] = useState(lang === "zh" ? "cn" : "");
  const begin = () => {
    const id = add(newPerson(name.trim() === "" ? words.me : name, region === "" ? undefined : region));
    goTo({ lang, route: { at: "person", id, view: "things" } });
  };
  return (
    <form
      className="way-in-card"
      onSubmit={(event) => {
        event.preventDefault();
        begin();
      }}
    >
      <h2>{words.add}</h2>
      <TextField label={words.addName} hint={words.addHint} value={name} onDone={setName} onText={setName} />
      <RegionField chosen={region} choose={setRegion} />
      <button type="submit" className="primary">
        {words.addButton}
      </button>
    </form>
  );
}
