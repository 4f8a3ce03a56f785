/** The people whose things are kept here: opened, added, brought in from a file, removed; and who can help whom. */
import { useState } from "react";
import { goTo } from "../app/going.ts";
import { Link, useLang, useWords } from "../app/speaking.tsx";
import { KeepingGate } from "../people/keeping-gate.tsx";
import { usePeople } from "../people/people-context.tsx";
import { Regions } from "./about-shelf.tsx";
import { Family } from "./family.tsx";
import { ImportFile } from "./import-file.tsx";
import { newPerson } from "./kept.ts";
import { OpenExample } from "./open-example.tsx";
import { peopleWords } from "./people-words.ts";
import { PersonCard } from "./person-card.tsx";
import { TextField } from "./text-field.tsx";
import "./things.css";

export function PeoplePage() {
  return (
    <KeepingGate>
      <PeopleMain />
    </KeepingGate>
  );
}

function PeopleMain() {
  const words = useWords(peopleWords);
  const { people, state } = usePeople();
  return (
    <main className="people-page">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {state === "unkept" ? (
        <p className="unkept">
          {words.unkept} <Link to={{ at: "keeping" }}>{words.keep}</Link>
        </p>
      ) : null}
      {people.size === 0 ? null : (
        <ul className="people">
          {[...people].map(([id, person]) => (
            <PersonCard key={id} id={id} person={person} />
          ))}
        </ul>
      )}
      <div className="ways-in">
        <AddPerson />
        <ImportFile />
        <OpenExample />
      </div>
      {people.size > 1 ? <Family /> : null}
      {state === "open" ? (
        <p className="to-keeping">
          <Link to={{ at: "keeping" }}>{words.keeping}</Link>
        </p>
      ) : null}
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
    if (name.trim() === "") return;
    const id = add(newPerson(name, region === "" ? undefined : region));
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
      <TextField label={words.addName} value={name} onDone={setName} onText={setName} />
      <Regions title={words.region} lang={lang} chosen={region} choose={setRegion} />
      <button type="submit" className="primary" disabled={name.trim() === ""}>
        {words.addButton}
      </button>
    </form>
  );
}
