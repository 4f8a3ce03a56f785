/** How things are kept, and everything that can be done about it. */
import { type ReactNode, useCallback, useEffect, useId, useState } from "react";
import type { WayThere } from "../../../src/store/index.ts";
import { useWords } from "../app/speaking.tsx";
import { canHavePasskeys } from "../store/passkey.ts";
import type { PeopleStore } from "../store/people-store.ts";
import { ChoosePage } from "./choose-page.tsx";
import { Erase } from "./erase.tsx";
import { Field, FileField, Form, NewPassphrase, refusalOf } from "./fields.tsx";
import { Gate } from "./gate.tsx";
import { useKeeping } from "./people-context.tsx";
import { RecoveryCode } from "./recovery-code.tsx";
import { Restore } from "./restore.tsx";
import { saveFile } from "./save-file.ts";
import { keepingWords } from "./words.ts";

const sealedName = "chainbreak-people.age";

export function KeepingPage() {
  return (
    <Gate>
      <Settings />
    </Gate>
  );
}

function Settings() {
  const words = useWords(keepingWords);
  const { keeping, store } = useKeeping();
  const [isKeeping, setKeeping] = useState(false);
  if (store === undefined) return null;
  const { state, place } = keeping;
  if (isKeeping && state === "unkept") return <ChoosePage begins="passphrase" />;
  const where = { server: words.where_server, browser: words.where_browser, nowhere: words.where_nowhere };
  return (
    <main className="keeping">
      <h1>{words.settingsTitle}</h1>
      {state === "open" || place === "nowhere" ? <p className="section-lead">{where[place]}</p> : null}
      {state === "unkept" && place === "nowhere" ? (
        <p className="section-lead">{words.whereNowhereWhy}</p>
      ) : null}
      {state === "unkept" && place !== "nowhere" ? (
        <p>
          <button type="button" className="primary" onClick={() => setKeeping(true)}>
            {words.keepAfterAll}
          </button>
        </p>
      ) : null}
      {state === "open" ? <Backup store={store} /> : null}
      <SealedFile store={store} isOpeningFolded={state === "open"} />
      {state === "open" ? <Keys store={store} /> : null}
      {state === "open" ? (
        <Part title={words.eraseTitle} isFolded>
          <Erase store={store} />
        </Part>
      ) : null}
    </main>
  );
}

interface PartProps {
  readonly title: string;
  /** Wanted now and then only: its name stands there, the rest unfolds. */
  readonly isFolded?: boolean;
  readonly children: ReactNode;
}

function Part({ title, isFolded = false, children }: PartProps) {
  const id = useId();
  const heading = <h2 id={id}>{title}</h2>;
  return (
    <section aria-labelledby={id} className={isFolded ? "folded" : ""}>
      {isFolded ? (
        <details>
          <summary>{heading}</summary>
          {children}
        </details>
      ) : (
        <>
          {heading}
          {children}
        </>
      )}
    </section>
  );
}

function Backup({ store }: { readonly store: PeopleStore }) {
  const words = useWords(keepingWords);
  return (
    <>
      <Part title={words.backupTitle}>
        <p className="section-lead">{words.backupText}</p>
        <Form
          call={words.backup}
          act={async () => {
            const file = await store.backup();
            if (file.kind === "refused") return refusalOf(file.why);
            saveFile("chainbreak-backup.json", "application/json", file.bytes);
            return undefined;
          }}
        >
          {null}
        </Form>
      </Part>
      <Part title={words.restoreTitle} isFolded>
        <p className="section-lead">{words.restoreText}</p>
        <Restore store={store} isReplacing />
      </Part>
    </>
  );
}

interface SealedFileProps {
  readonly store: PeopleStore;
  /** Whoever has things here rarely brings in others; whoever has none may have come for that. */
  readonly isOpeningFolded: boolean;
}

function SealedFile({ store, isOpeningFolded }: SealedFileProps) {
  const words = useWords(keepingWords);
  const [file, setFile] = useState<File | undefined>(undefined);
  const [passphrase, setPassphrase] = useState("");
  const [said, say] = useState("");
  return (
    <>
      <Part title={words.sealedTitle}>
        <p className="section-lead">{words.sealedText}</p>
        <p className="quiet">
          {words.sealedWithout} <code className="address">age -d {sealedName}</code>
        </p>
        <NewPassphrase
          label={words.sealedPassphrase}
          call={words.seal}
          act={async (own) => {
            const sealed = await store.sealFile(own);
            saveFile(sealedName, "application/octet-stream", new TextEncoder().encode(sealed));
            return undefined;
          }}
        />
      </Part>
      <Part title={words.openSealedTitle} isFolded={isOpeningFolded}>
        <p className="section-lead">{words.openSealedText}</p>
        <Form
          call={words.openSealed}
          act={async () => {
            say("");
            if (file === undefined) return keepingWords.chooseFile;
            const opened = await store.openSealedFile(new Uint8Array(await file.arrayBuffer()), passphrase);
            if (opened.kind === "refused") return refusalOf(opened.why);
            say(words.added(opened));
            setPassphrase("");
            return undefined;
          }}
        >
          <FileField label={words.sealedFile} accept=".age,.txt" set={setFile} />
          <Field label={words.sealedPassphrase} value={passphrase} set={setPassphrase} isSecret />
        </Form>
        <p role="status">{said}</p>
      </Part>
    </>
  );
}

function Keys({ store }: { readonly store: PeopleStore }) {
  const words = useWords(keepingWords);
  return (
    <>
      <Part title={words.changeTitle} isFolded>
        <ChangePassphrase store={store} />
      </Part>
      <Part title={words.newCodeTitle} isFolded>
        <NewCode store={store} />
      </Part>
      <Part title={words.passkeyTitle} isFolded>
        <p className="section-lead">{words.passkeyText}</p>
        {canHavePasskeys() ? <Passkeys store={store} /> : <ElsewhereOnly />}
      </Part>
    </>
  );
}

/** The same page under a name, where this machine serves it. */
function ElsewhereOnly() {
  const words = useWords(keepingWords);
  const here = new URL("./", location.href);
  here.hostname = "localhost";
  return (
    <p className="quiet">
      {words.passkeyNotHere} <span className="address">{here.href}</span>
    </p>
  );
}

function ChangePassphrase({ store }: { readonly store: PeopleStore }) {
  const words = useWords(keepingWords);
  const [current, setCurrent] = useState("");
  const [changes, setChanges] = useState(0);
  return (
    <>
      <p className="section-lead">{words.changeNote}</p>
      <NewPassphrase
        key={changes} // The fields are empty again after a change.
        label={words.newPassphrase}
        call={words.change}
        act={async (next) => {
          const changed = await store.changePassphrase(current, next);
          if (changed.kind === "refused") return refusalOf(changed.why);
          setCurrent("");
          setChanges((count) => count + 1);
          return undefined;
        }}
      >
        <Field
          label={words.currentPassphrase}
          value={current}
          set={setCurrent}
          isSecret
          complete="current-password"
        />
      </NewPassphrase>
      <p role="status">{changes > 0 ? words.changed : ""}</p>
    </>
  );
}

function NewCode({ store }: { readonly store: PeopleStore }) {
  const words = useWords(keepingWords);
  const [code, setCode] = useState<string | undefined>(undefined);
  if (code !== undefined) return <RecoveryCode code={code} goOn={() => setCode(undefined)} />;
  return (
    <>
      <p className="section-lead">{words.newCodeText}</p>
      <Form
        call={words.newCode}
        act={async () => {
          const made = await store.newRecoveryCode();
          if (made.kind === "refused") return refusalOf(made.why);
          setCode(made.recoveryCode);
          return undefined;
        }}
      >
        {null}
      </Form>
    </>
  );
}

function Passkeys({ store }: { readonly store: PeopleStore }) {
  const words = useWords(keepingWords);
  const [ways, setWays] = useState<readonly WayThere[]>([]);
  const [isAdded, setAdded] = useState(false);
  const look = useCallback(async () => setWays(await store.ways()), [store]);
  useEffect(() => void look(), [look]);
  const passkeys = ways.filter(({ kind }) => kind === "passkey");
  return (
    <>
      <ul className="keeping-passkeys">
        {passkeys.map(({ id }, i) => (
          <li key={id}>
            <Form
              call={`${words.removePasskey}: ${words.passkeyNumber(i + 1)}`}
              act={async () => {
                const removed = await store.removePasskey(id);
                await look();
                return removed.kind === "refused" ? refusalOf(removed.why) : undefined;
              }}
            >
              {null}
            </Form>
          </li>
        ))}
      </ul>
      <Form
        call={words.addPasskey}
        act={async () => {
          setAdded(false);
          const added = await store.addPasskey();
          await look();
          if (added.kind === "refused") return refusalOf(added.why);
          setAdded(true);
          return undefined;
        }}
      >
        {null}
      </Form>
      <p role="status">{isAdded ? words.passkeyAdded : ""}</p>
    </>
  );
}
