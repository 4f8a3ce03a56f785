/** The first choice: keep things under a passphrase, or keep nothing. */
import { useState } from "react";
import { useWords } from "../app/speaking.tsx";
import { NewPassphrase, refusalOf } from "./fields.tsx";
import { useKeeping } from "./people-context.tsx";
import { RecoveryCode } from "./recovery-code.tsx";
import { Restore } from "./restore.tsx";
import { keepingWords } from "./words.ts";

type Step =
  | { readonly at: "choosing" | "passphrase" | "backup" }
  | { readonly at: "code"; readonly code: string };

export function ChoosePage({ begins = "choosing" }: { readonly begins?: "choosing" | "passphrase" }) {
  const words = useWords(keepingWords);
  const { keeping, store } = useKeeping();
  const [step, setStep] = useState<Step>({ at: begins });
  if (store === undefined) return null;
  const back = (
    <button type="button" className="plain" onClick={() => setStep({ at: "choosing" })}>
      {words.back}
    </button>
  );
  switch (step.at) {
    case "choosing":
      return (
        <main className="keeping">
          <h1>{words.chooseTitle}</h1>
          <p className="section-lead">{words.chooseLead}</p>
          <div className="keeping-choices">
            <button type="button" className="keeping-choice" onClick={() => setStep({ at: "passphrase" })}>
              <strong>{words.keepHere}</strong>
              <span>{keeping.place === "server" ? words.keepServer : words.keepBrowser}</span>
            </button>
            <button type="button" className="keeping-choice" onClick={() => store.lookOnly()}>
              <strong>{words.lookOnly}</strong>
              <span>{words.lookOnlyText}</span>
            </button>
          </div>
          <p>
            <button type="button" className="plain" onClick={() => setStep({ at: "backup" })}>
              {words.haveBackup}
            </button>
          </p>
        </main>
      );
    case "passphrase":
      return (
        <main className="keeping">
          <h1>{words.makeTitle}</h1>
          <p className="section-lead">{words.makeLead}</p>
          <NewPassphrase
            label={words.passphrase}
            call={words.keepButton}
            isFirst
            act={async (passphrase) => {
              const kept = await store.keep(passphrase);
              if (kept.kind === "refused") return refusalOf(kept.why);
              setStep({ at: "code", code: kept.recoveryCode });
              return undefined;
            }}
          />
          {begins === "choosing" ? <p>{back}</p> : null}
        </main>
      );
    case "code":
      return (
        <main className="keeping">
          <h1>{words.codeTitle}</h1>
          <RecoveryCode code={step.code} goOn={() => store.enter()} />
        </main>
      );
    case "backup":
      return (
        <main className="keeping">
          <h1>{words.restoreTitle}</h1>
          <p className="section-lead">{words.restoreNew}</p>
          <Restore store={store} isReplacing={false} />
          <p>{back}</p>
        </main>
      );
  }
}
