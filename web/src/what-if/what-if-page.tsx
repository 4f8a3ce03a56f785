/** The door *what if*: one flow in a form, and beside it at once for how many people it makes a difference, and by which way. */
import { useEffect, useState } from "react";
import { useLang, useWords } from "../app/speaking.tsx";
import { saveFile } from "../people/save-file.ts";
import { openWhatIf } from "./client.ts";
import type { FlowEdit } from "./edit.ts";
import { FlowForm } from "./flow-form.tsx";
import type { InstitutionOffered } from "./offered.ts";
import { Outcome } from "./outcome.tsx";
import { useAnswer } from "./use-answer.ts";
import { whatIfWords } from "./words.ts";
import "./what-if.css";

type Opening = "waiting" | "failed" | readonly InstitutionOffered[];

export function WhatIfPage() {
  const lang = useLang();
  const words = useWords(whatIfWords);
  const [opening, setOpening] = useState<Opening>("waiting");
  useEffect(() => {
    let isStale = false;
    openWhatIf(lang).then(
      (offered) => isStale || setOpening(offered),
      () => isStale || setOpening("failed"),
    );
    return () => {
      isStale = true;
    };
  }, [lang]);
  return (
    <main className="what-if">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {typeof opening === "string" ? (
        <p role={opening === "failed" ? "alert" : "status"}>
          {opening === "failed" ? words.failed : words.opening}
        </p>
      ) : (
        <Asking offered={opening} />
      )}
    </main>
  );
}

const commandFor = ({ at }: FlowEdit): string =>
  `chainbreak design diff shipped what-if.yaml${at === undefined ? "" : ` --at "${at}"`}`;

function Asking({ offered }: { readonly offered: readonly InstitutionOffered[] }) {
  const lang = useLang();
  const words = useWords(whatIfWords);
  const [edit, setEdit] = useState<FlowEdit | undefined>(offered[0]?.flows[0]?.today);
  const answering = useAnswer(edit);
  const patch = answering.isOfThis ? answering.answer?.patch : undefined;
  const institution = offered.find(({ id }) => id === edit?.institution);
  const flow = institution?.flows.find(({ id }) => id === edit?.flow);
  if (edit === undefined || institution === undefined || flow === undefined) return null;
  const save = (patch: string) =>
    saveFile("what-if.yaml", "text/yaml;charset=utf-8", new TextEncoder().encode(patch));
  return (
    <div className="what-if-both">
      <form className="what-if-form" onSubmit={(event) => event.preventDefault()}>
        <label>
          {words.institution}
          <select
            value={institution.id}
            onChange={({ target }) =>
              setEdit(offered.find(({ id }) => id === target.value)?.flows[0]?.today ?? edit)
            }
          >
            {offered.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.flow}
          <select
            value={flow.id}
            onChange={({ target }) =>
              setEdit({
                ...(institution.flows.find(({ id }) => id === target.value)?.today ?? edit),
                inForce: edit.inForce, // They are the institution's.
              })
            }
          >
            {institution.flows.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <FlowForm
          key={`${institution.id}/${flow.id}`}
          institution={institution}
          flow={flow}
          edit={edit}
          onEdit={setEdit}
        />
      </form>
      <section className="what-if-answer" aria-busy={answering.state === "working"} lang={lang}>
        <Outcome answering={answering} />
        {patch === undefined ? null : (
          <>
            <button type="button" onClick={() => save(patch)}>
              {words.save}
            </button>
            <p className="quiet">
              {words.saveHelp} <code lang="en">{commandFor(edit)}</code>
            </p>
          </>
        )}
      </section>
    </div>
  );
}
