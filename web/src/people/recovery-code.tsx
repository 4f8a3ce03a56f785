/** The recovery code, shown once. Who goes on has it on paper: its end is asked for. */
import { useState } from "react";
import { useWords } from "../app/speaking.tsx";
import { Field, Form } from "./fields.tsx";
import { keepingWords } from "./words.ts";

interface RecoveryCodeProps {
  readonly code: string;
  readonly goOn: () => void;
}

export function RecoveryCode({ code, goOn }: RecoveryCodeProps) {
  const words = useWords(keepingWords);
  const [end, setEnd] = useState("");
  const groups = code.split("-");
  const isRight = plain(end) === plain(groups.at(-1) ?? "");
  return (
    <>
      <p className="section-lead">{words.codeLead}</p>
      <p className="keeping-code">
        <span className="unseen">{words.code}: </span>
        <code lang="zxx" translate="no">
          {groups.map((group, i) => (
            // The groups stand in their order and never change.
            // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be alike
            <span key={i}>{group}</span>
          ))}
        </code>
      </p>
      <p className="keeping-call">
        <button type="button" className="plain" onClick={() => print()}>
          {words.print}
        </button>
      </p>
      <Form
        call={words.goOn}
        act={async () => {
          if (!isRight) return keepingWords.lastGroupWrong;
          goOn();
          return undefined;
        }}
      >
        <Field label={words.lastGroup} value={end} set={setEnd} />
      </Form>
    </>
  );
}

/** What is taken for the same when it is read from paper. */
const plain = (text: string) =>
  text.normalize("NFKC").toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
