/** Everything gone, after a word is typed: nobody does that by a slip of the finger. */
import { useState } from "react";
import { useWords } from "../app/speaking.tsx";
import type { PeopleStore } from "../store/people-store.ts";
import { Field, Form, refusalOf } from "./fields.tsx";
import { keepingWords } from "./words.ts";

export function Erase({ store }: { readonly store: PeopleStore }) {
  const words = useWords(keepingWords);
  const [typed, setTyped] = useState("");
  const isSure = typed.trim().toLowerCase() === words.eraseWord;
  return (
    <>
      <p className="section-lead">{words.eraseText}</p>
      <Form
        call={words.erase}
        isDangerous
        isReady={isSure}
        act={async () => {
          const erased = await store.erase();
          return erased.kind === "refused" ? refusalOf(erased.why) : undefined;
        }}
      >
        <Field label={words.eraseConfirm} value={typed} set={setTyped} />
      </Form>
    </>
  );
}
