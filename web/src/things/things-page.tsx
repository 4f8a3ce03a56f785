/** Everything one person has, told by questions; beside it the picture, how much is judged, and the one next step. */
import { lazy, Suspense, useState } from "react";
import { Link, useWords } from "../app/speaking.tsx";
import type { KeptPerson } from "../store/people.ts";
import { AboutShelf } from "./about-shelf.tsx";
import { savePersonFile } from "./client.ts";
import { Coverage } from "./coverage.tsx";
import { entryKinds, personName } from "./document.ts";
import { HeldShelf, sayHeld } from "./held-shelf.tsx";
import { HelpersShelf } from "./helpers-shelf.tsx";
import { KindShelf } from "./kind-shelf.tsx";
import { Name } from "./name.tsx";
import { SameShelf } from "./same-shelf.tsx";
import { ThingsProvider, useThings } from "./things-context.tsx";
import { useServices } from "./use-services.ts";
import { thingsWords } from "./words.ts";
import "./people.css";
import "./questions.css";
import "./things.css";

const PictureView = lazy(async () => ({ default: (await import("./picture-view.tsx")).PictureView }));

interface ThingsPageProps {
  readonly id: string;
  readonly person: KeptPerson;
}

export function ThingsPage({ id, person }: ThingsPageProps) {
  const words = useWords(thingsWords);
  const services = useServices();
  if (services === "waiting" || services === "failed")
    return (
      <main className="waiting">
        <p role={services === "failed" ? "alert" : "status"}>
          {services === "failed" ? words.failed : words.waiting}
        </p>
      </main>
    );
  return (
    <ThingsProvider id={id} person={person} {...services}>
      <ThingsMain />
    </ThingsProvider>
  );
}

function ThingsMain() {
  const { document, lang, words } = useThings();
  return (
    <main className="things-page">
      <h1>
        <Name>{words.title(personName(document, lang))}</Name>
      </h1>
      <p className="lead">{words.lead}</p>
      <div className="things-and-picture">
        <div className="shelves">
          <AboutShelf />
          {entryKinds.map((kind) => (
            <KindShelf key={kind} kind={kind} />
          ))}
          <SameShelf />
          <HelpersShelf />
          <HeldShelf />
        </div>
        <div className="beside">
          <Next />
          <Coverage />
          <Suspense fallback={null}>
            <PictureView />
          </Suspense>
          <Save />
        </div>
      </div>
    </main>
  );
}

function Next() {
  const things = useThings();
  const { id, person, words } = things;
  const isReady = person.held.length > 0;
  return (
    <div className="next-step">
      <p className="next-held">
        <Name>{sayHeld(things)}</Name>
      </p>
      {isReady ? (
        <Link to={{ at: "person", id, view: "answer" }} className="next-link">
          {words.see}
        </Link>
      ) : null}
    </div>
  );
}

function Save() {
  const { document, words } = useThings();
  const [hasFailed, setFailed] = useState(false);
  return (
    <div className="save">
      <button
        type="button"
        className="quiet-button"
        onClick={() => {
          setFailed(false);
          savePersonFile(document).catch(() => setFailed(true));
        }}
      >
        {words.save}
      </button>
      <p className="hint">{words.saveText}</p>
      {hasFailed ? <p role="alert">{words.saveFailed}</p> : null}
    </div>
  );
}
