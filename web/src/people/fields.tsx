/** The fields these screens are made of. Each has its label, and what is wrong with it stands beside it and is read aloud. */
import { type ChangeEvent, type FormEvent, type ReactNode, useEffect, useId, useState } from "react";
import { type Both, both } from "../../../src/report/index.ts";
import { judgePassphrase, type PassphraseJudgement } from "../../../src/store/index.ts";
import { useLang, useWords } from "../app/speaking.tsx";
import type { Refusal } from "../store/people-store.ts";
import { keepingWords, refusalWords } from "./words.ts";

/** One of our own sentences for what went wrong, in both languages: it stands there when the reader takes the other. */
export const refusalOf = (why: Refusal | "failed"): Both<string> =>
  refusalWords[why] ?? refusalWords["failed"] ?? both(why, why);

interface FormProps {
  /** What the button says. */
  readonly call: string;
  readonly isDangerous?: boolean;
  readonly isReady?: boolean;
  /** Gives the sentence to show, when it did not work. */
  readonly act: () => Promise<Both<string> | undefined>;
  readonly children: ReactNode;
}

/** A form that is busy while it works, and says what went wrong where a screen reader hears it. */
export function Form({ call, isDangerous = false, isReady = true, act, children }: FormProps) {
  const words = useWords(keepingWords);
  const lang = useLang();
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<Both<string> | undefined>(undefined);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy || !isReady) return;
    setBusy(true);
    setWrong(undefined);
    try {
      setWrong(await act());
    } catch (fault) {
      setWrong(keepingWords.notNow);
      throw fault; // Whoever opens the console sees what it was.
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="keeping-form" onSubmit={submit} noValidate>
      {children}
      {wrong === undefined ? null : (
        <p role="alert" className="keeping-wrong">
          {wrong[lang]}
        </p>
      )}
      <p className="keeping-call">
        <button
          type="submit"
          className={isDangerous ? "primary dangerous" : "primary"}
          disabled={isBusy || !isReady}
        >
          {call}
        </button>
        <span role="status" className="quiet">
          {isBusy ? words.working : ""}
        </span>
      </p>
    </form>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly isSecret?: boolean;
  readonly isShown?: boolean;
  readonly complete?: "current-password" | "new-password" | "off";
  readonly hint?: string | undefined;
  readonly isFirst?: boolean;
}

export function Field({
  label,
  value,
  set,
  isSecret = false,
  isShown = false,
  complete = "off",
  hint,
  isFirst = false,
}: FieldProps) {
  const id = useId();
  return (
    <p className="keeping-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={isSecret && !isShown ? "password" : "text"}
        value={value}
        autoComplete={complete}
        autoCapitalize="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: this is the one thing to do on its screen
        autoFocus={isFirst}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event: ChangeEvent<HTMLInputElement>) => set(event.target.value)}
      />
      {hint === undefined ? null : (
        <span id={`${id}-hint`} className="quiet" aria-live="polite">
          {hint}
        </span>
      )}
    </p>
  );
}

interface FileFieldProps {
  readonly label: string;
  readonly accept: string;
  readonly set: (file: File | undefined) => void;
}

export function FileField({ label, accept, set }: FileFieldProps) {
  const words = useWords(keepingWords);
  const [name, setName] = useState("");
  const choose = (file: File | undefined) => {
    setName(file?.name ?? "");
    set(file);
  };
  // The browser's own button speaks the browser's language, not the reader's.
  return (
    <div className="keeping-field">
      <span className="keeping-label">{label}</span>
      <span className="keeping-file">
        <label className="plain">
          {words.chooseAFile}
          <input
            type="file"
            className="unseen"
            accept={accept}
            aria-label={`${words.chooseAFile}: ${label}`}
            onChange={(event) => choose(event.target.files?.[0])}
          />
        </label>
        <span className="address" aria-live="polite">
          {name}
        </span>
      </span>
    </div>
  );
}

export function Tick({
  label,
  isOn,
  set,
}: {
  readonly label: string;
  readonly isOn: boolean;
  readonly set: (isOn: boolean) => void;
}) {
  return (
    <label className="keeping-tick">
      <input type="checkbox" checked={isOn} onChange={(event) => set(event.target.checked)} />
      {label}
    </label>
  );
}

/** What is thought of it, as soon as that is known: the lists it is compared with are loaded with the first one typed. */
function useJudged(passphrase: string): PassphraseJudgement | undefined {
  const [judged, setJudged] = useState<
    { readonly of: string; readonly judgement: PassphraseJudgement } | undefined
  >(undefined);
  useEffect(() => {
    let isStale = false;
    if (passphrase !== "")
      void judgePassphrase(passphrase).then((judgement) => {
        if (!isStale) setJudged({ of: passphrase, judgement });
      });
    return () => {
      isStale = true;
    };
  }, [passphrase]);
  return judged?.of === passphrase ? judged.judgement : undefined;
}

interface NewPassphraseProps {
  readonly label: string;
  readonly call: string;
  readonly isFirst?: boolean;
  readonly act: (passphrase: string) => Promise<Both<string> | undefined>;
  readonly children?: ReactNode;
}

/** A passphrase, once more, and what it is worth while it is typed. */
export function NewPassphrase({ label, call, isFirst = false, act, children }: NewPassphraseProps) {
  const words = useWords(keepingWords);
  const lang = useLang();
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const [isShown, show] = useState(false);
  const judged = useJudged(first);
  const strengths = { fair: words.strength_fair, good: words.strength_good, strong: words.strength_strong };
  const hint =
    first === "" || judged === undefined
      ? undefined
      : judged.kind === "accepted"
        ? strengths[judged.strength]
        : refusalOf(judged.why)[lang];
  return (
    <Form
      call={call}
      act={async () => {
        const now = await judgePassphrase(first);
        if (now.kind === "refused") return refusalOf(now.why);
        return first === second ? act(first) : keepingWords.notTheSame;
      }}
    >
      {children}
      <Field
        label={label}
        value={first}
        set={setFirst}
        isSecret
        isShown={isShown}
        complete="new-password"
        hint={hint}
        isFirst={isFirst}
      />
      <Field
        label={words.again}
        value={second}
        set={setSecond}
        isSecret
        isShown={isShown}
        complete="new-password"
      />
      <Tick label={words.show} isOn={isShown} set={show} />
    </Form>
  );
}
