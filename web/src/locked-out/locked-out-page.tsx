/**
 * Locked out? What the owner could still open tomorrow if things were lost, what not, and what to do today so that they
 * could. First how much is open, then the first thing to do; what rests on something unknown names it.
 */
import { useMemo, useState } from "react";
import { lockedOutWords, sayThing, tellLockedOut } from "../../../src/report/index.ts";
import { useWords } from "../app/speaking.tsx";
import type { LostTold } from "../engine/lost.ts";
import { saveFile } from "../people/save-file.ts";
import { capitalised, useTelling } from "../telling.ts";
import { losable, lostAtFirst } from "./losable.ts";
import "./locked-out.css";
import { States } from "./states.tsx";
import { Today } from "./today.tsx";
import { useLockedOut } from "./use-locked-out.ts";
import { lockedOutPageWords } from "./words.ts";

export function LockedOutPage() {
  const { data, lang } = useTelling();
  const words = useWords(lockedOutPageWords);
  const things = useMemo(() => losable(data), [data]);
  const [lost, lose] = useState<ReadonlySet<string>>(() => new Set(lostAtFirst(things)));
  const toggle = (thing: string) =>
    lose((last) => {
      const next = new Set(last);
      if (!next.delete(thing)) next.add(thing);
      return next;
    });
  return (
    <main className="locked-out">
      <header className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </header>
      {things.length === 0 ? (
        <p>{words.nothingToLose}</p>
      ) : (
        <fieldset className="lost-things">
          <legend>{words.which}</legend>
          {things.map(({ id }) => (
            <label key={id} className={lost.has(id) ? "pill on" : "pill"}>
              <input type="checkbox" checked={lost.has(id)} onChange={() => toggle(id)} />
              {capitalised(sayThing(data, id, lang))}
            </label>
          ))}
        </fieldset>
      )}
      {things.length === 0 ? null : lost.size === 0 ? (
        <p role="status">{words.chooseOne}</p>
      ) : (
        <Asked lost={lost} />
      )}
    </main>
  );
}

function Asked({ lost }: { readonly lost: ReadonlySet<string> }) {
  const words = useWords(lockedOutPageWords);
  const found = useLockedOut(lost);
  if (found === undefined || found === "failed")
    return (
      <p className="locked-out-waiting" role={found === "failed" ? "alert" : "status"}>
        {found === "failed" ? words.failed : words.working}
      </p>
    );
  return <Answered found={found} />;
}

function Answered({ found }: { readonly found: LostTold }) {
  const { data, lang } = useTelling();
  const told = useMemo(
    () => tellLockedOut(found.answer, data, { lang, lost: found.lost }),
    [found, data, lang],
  );
  const words = useWords(lockedOutPageWords);
  const { restsOn } = lockedOutWords(lang);
  const save = () =>
    saveFile(
      `chainbreak-locked-out-${data.person.id}.json`,
      "application/json",
      new TextEncoder().encode(`${JSON.stringify(found.answer, undefined, 2)}\n`),
    );
  return (
    <>
      <p className="bottom-line open" role="status">
        {told.openOf}
      </p>
      {/* What lies in the same bag is gone as well, ticked or not. */}
      <p className="locked-out-finder">
        {told.lost} {told.finder}
      </p>
      <Today told={told} answer={found.answer} />
      <States states={told.states} />
      <section className="honest">
        <h2>{restsOn}</h2>
        <p className="section-lead">{told.rests}</p>
        <p className="take-along">
          <button type="button" className="plain" onClick={save}>
            {words.save}
          </button>
        </p>
      </section>
    </>
  );
}
