/** Something is kept and locked: the passphrase, a passkey, the recovery code, or a new beginning. */
import { useState } from "react";
import { useLang, useWords } from "../app/speaking.tsx";
import { canHavePasskeys } from "../store/passkey.ts";
import { Erase } from "./erase.tsx";
import { Field, Form, NewPassphrase, refusalOf, Tick } from "./fields.tsx";
import { useKeeping } from "./people-context.tsx";
import { Restore } from "./restore.tsx";
import { keepingWords } from "./words.ts";

type Step = "passphrase" | "lost" | "new-passphrase" | "code-lost" | "backup";

export function UnlockPage() {
  const words = useWords(keepingWords);
  const lang = useLang();
  const { keeping, store } = useKeeping();
  const [step, setStep] = useState<Step>("passphrase");
  const [text, setText] = useState("");
  const [isShown, show] = useState(false);
  if (store === undefined) return null;
  const go = (next: Step) => {
    setText("");
    setStep(next);
  };
  const link = (next: Step, call: string) => (
    <p>
      <button type="button" className="plain" onClick={() => go(next)}>
        {call}
      </button>
    </p>
  );
  const back = link("passphrase", words.back);
  switch (step) {
    case "passphrase":
      return (
        <main className="keeping">
          <h1>{words.unlockTitle}</h1>
          {keeping.complaints.map(({ code, where }) => (
            <p key={where} role="alert" className="keeping-wrong">
              {refusalOf(code)[lang]}
            </p>
          ))}
          {keeping.isAway ? <Away /> : <p className="section-lead">{words.unlockLead}</p>}
          <Form
            call={words.unlock}
            act={async () => {
              const opened = await store.unlock({ kind: "passphrase", passphrase: text });
              if (opened.kind === "refused") return refusalOf(opened.why);
              store.enter();
              return undefined;
            }}
          >
            <Field
              label={words.passphrase}
              value={text}
              set={setText}
              isSecret
              isShown={isShown}
              complete="current-password"
              isFirst
            />
            <Tick label={words.show} isOn={isShown} set={show} />
          </Form>
          {keeping.hasPasskey && canHavePasskeys() ? (
            <Form
              call={words.unlockPasskey}
              act={async () => {
                const opened = await store.unlockWithPasskey();
                if (opened.kind === "refused") return refusalOf(opened.why);
                store.enter();
                return undefined;
              }}
            >
              {null}
            </Form>
          ) : null}
          {link("lost", words.lost)}
          {link("backup", words.haveBackup)}
          <p>
            <button type="button" className="plain" onClick={() => store.lookOnly()}>
              {words.lookOnly}
            </button>
          </p>
        </main>
      );
    case "lost":
      return (
        <main className="keeping">
          <h1>{words.lostTitle}</h1>
          <p className="section-lead">{words.lostLead}</p>
          <Form
            call={words.openWithCode}
            act={async () => {
              const opened = await store.unlock({ kind: "recovery", code: text });
              if (opened.kind === "refused") return refusalOf(opened.why);
              go("new-passphrase");
              return undefined;
            }}
          >
            <Field label={words.code} value={text} set={setText} isFirst />
          </Form>
          {link("code-lost", words.codeLost)}
          {back}
        </main>
      );
    case "new-passphrase":
      return (
        <main className="keeping">
          <h1>{words.makeTitle}</h1>
          <p className="section-lead">{words.newAfterLoss}</p>
          <NewPassphrase
            label={words.newPassphrase}
            call={words.setNew}
            isFirst
            act={async (next) => {
              const set = await store.setPassphrase(next);
              if (set.kind === "refused") return refusalOf(set.why);
              store.enter();
              return undefined;
            }}
          />
        </main>
      );
    case "code-lost":
      return (
        <main className="keeping">
          <h1>{words.codeLost}</h1>
          <p className="section-lead">{words.codeLostText}</p>
          <Erase store={store} />
          {back}
        </main>
      );
    case "backup":
      return (
        <main className="keeping">
          <h1>{words.restoreTitle}</h1>
          <p className="section-lead">{words.restoreText}</p>
          <Restore store={store} isReplacing />
          {back}
        </main>
      );
  }
}

/** The server that keeps things is not there. */
function Away() {
  const words = useWords(keepingWords);
  const { store } = useKeeping();
  return (
    <div role="alert" className="keeping-away">
      <p>{words.away}</p>
      <p>
        <button type="button" className="plain" onClick={() => void store?.begin()}>
          {words.tryAgain}
        </button>
      </p>
    </div>
  );
}
