/** A backup file, the key of its day, and back it is. */
import { useState } from "react";
import { useWords } from "../app/speaking.tsx";
import type { PeopleStore } from "../store/people-store.ts";
import { Field, FileField, Form, refusalOf, Tick } from "./fields.tsx";
import { keepingWords } from "./words.ts";

interface RestoreProps {
  readonly store: PeopleStore;
  /** Whether something is kept here that the backup takes the place of. */
  readonly isReplacing: boolean;
}

export function Restore({ store, isReplacing }: RestoreProps) {
  const words = useWords(keepingWords);
  const [file, setFile] = useState<File | undefined>(undefined);
  const [key, setKey] = useState("");
  const [isSure, setSure] = useState(!isReplacing);
  const [isDone, setDone] = useState(false);
  return (
    <>
      <Form
        call={words.restore}
        isReady={isSure}
        act={async () => {
          setDone(false);
          if (file === undefined) return keepingWords.chooseFile;
          const bytes = new Uint8Array(await file.arrayBuffer());
          const restored = await store.restore(bytes, wayIn(key));
          if (restored.kind === "refused") return refusalOf(restored.why);
          setDone(true);
          setKey("");
          return undefined;
        }}
      >
        <FileField label={words.restoreFile} accept=".json,application/json" set={setFile} />
        <Field label={words.restoreKey} value={key} set={setKey} isSecret complete="current-password" />
        {isReplacing ? <Tick label={words.restoreSure} isOn={isSure} set={setSure} /> : null}
      </Form>
      <p role="status">{isDone ? words.restored : ""}</p>
    </>
  );
}

/** A recovery code is thirty-two letters and digits; hardly anybody's passphrase is. */
const wayIn = (text: string) =>
  /^[0-9a-z]{32}$/i.test(text.replace(/[\s-]/g, ""))
    ? ({ kind: "recovery", code: text } as const)
    : ({ kind: "passphrase", passphrase: text } as const);
