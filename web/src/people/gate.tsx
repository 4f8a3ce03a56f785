/**
 * Stands before whatever shows people: until it is known how they are kept, the reader chooses or unlocks here. Behind it
 * a line says how things stand.
 */
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Link, useWords } from "../app/speaking.tsx";
import { appWords } from "../app/words.ts";
import { useKeeping } from "./people-context.tsx";
import "./people.css";
import { gateWords } from "./gate-words.ts";

const ChoosePage = lazy(async () => ({ default: (await import("./choose-page.tsx")).ChoosePage }));
const UnlockPage = lazy(async () => ({ default: (await import("./unlock-page.tsx")).UnlockPage }));

export function Gate({ children }: { readonly children: ReactNode }) {
  const { keeping, isFailed } = useKeeping();
  const words = useWords(gateWords);
  switch (keeping.state) {
    case "opening":
      return isFailed ? (
        <main className="waiting">
          <p role="alert">{words.notLoaded}</p>
        </main>
      ) : (
        <Waiting />
      );
    case "choosing":
      return (
        <Suspense fallback={<Waiting />}>
          <ChoosePage />
        </Suspense>
      );
    case "locked":
      return (
        <Suspense fallback={<Waiting />}>
          <UnlockPage />
        </Suspense>
      );
    case "open":
    case "unkept":
      return (
        <>
          <HowItStands />
          {children}
        </>
      );
  }
}

function Waiting() {
  const words = useWords(appWords);
  return (
    <main className="waiting">
      <p role="status">{words.waiting}</p>
    </main>
  );
}

function HowItStands() {
  const words = useWords(gateWords);
  const { keeping, store } = useKeeping();
  const [isLater, setLater] = useState(false);
  const { state, saving, complaints } = keeping;
  const savings = {
    kept: words.saving_kept,
    keeping: words.saving_keeping,
    failed: words.saving_failed,
  };
  return (
    <aside className="keeping-line" aria-label={words.howItStands}>
      {state === "open" ? (
        <p role="status" className={`kept-saving ${saving}`}>
          {savings[saving]}
        </p>
      ) : (
        <p className="kept-saving unkept">{words.unkeptNote}</p>
      )}
      <p>
        <Link to={{ at: "keeping" }}>{words.settings}</Link>
      </p>
      {state === "open" ? (
        <button
          type="button"
          className="plain"
          onClick={() => {
            setLater(false);
            void store?.lock().then((isLocked) => setLater(!isLocked));
          }}
        >
          {words.lock}
        </button>
      ) : null}
      {isLater ? <p role="alert">{words.lockLater}</p> : null}
      {complaints.length > 0 ? <p role="alert">{words.damaged(complaints.length)}</p> : null}
    </aside>
  );
}
