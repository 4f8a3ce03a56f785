/**
 * A line of text that refuses what must not be written here. What is typed is kept in the field until it is done (the
 * field is left, or the reader pauses); a refused text goes nowhere: not into the person, not into what is stored, and
 * the field goes back to what stood there before.
 */
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useLang } from "../app/speaking.tsx";
import { mayBecomeSecret, type Refusal, refusalOf } from "./refusal.ts";
import { useRefusal } from "./use-refusal.ts";
import { refusalWords } from "./words.ts";

interface TextFieldProps {
  readonly label: ReactNode;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly onDone: (value: string) => void;
  /** Sees every text that is not refused, as it is typed. */
  readonly onText?: ((text: string) => void) | undefined;
  readonly refuse?: (text: string) => Refusal | undefined;
  readonly isNumber?: boolean;
  readonly before?: string;
  readonly isShort?: boolean;
}

const pauseMs = 600;

export function TextField({
  label,
  hint,
  value,
  onDone,
  onText,
  refuse = refusalOf,
  isNumber = false,
  before,
  isShort = false,
}: TextFieldProps) {
  const id = useId();
  const { draft, refusal, type, finish, begin } = useDraft({ value, onDone, onText, refuse });
  const notes = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(refusal === undefined ? [] : [`${id}-refusal`]),
  ];
  return (
    <div className={isShort ? "field short" : "field"}>
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <span className="field-box">
        {before === undefined ? null : <span className="field-before">{before}</span>}
        <input
          id={id}
          type="text"
          inputMode={isNumber ? "decimal" : "text"}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={draft}
          aria-invalid={refusal !== undefined}
          {...(notes.length === 0 ? {} : { "aria-describedby": notes.join(" ") })}
          onChange={({ target }) => type(target.value)}
          onFocus={begin}
          onBlur={finish}
          onKeyDown={({ key }) => (key === "Enter" ? finish() : undefined)}
        />
      </span>
      <Refused id={`${id}-refusal`} refusal={refusal} />
    </div>
  );
}

export function Refused({ id, refusal }: { readonly id: string; readonly refusal: Refusal | undefined }) {
  const lang = useLang();
  return (
    <div role="alert">
      {refusal === undefined ? null : (
        <p className="refusal" id={id}>
          {refusalWords[refusal][lang]}
        </p>
      )}
    </div>
  );
}

interface Draft {
  readonly draft: string;
  readonly refusal: Refusal | undefined;
  readonly type: (text: string) => void;
  readonly finish: () => void;
  readonly begin: () => void;
}

function useDraft({
  value,
  onDone,
  onText,
  refuse,
}: Pick<TextFieldProps, "value" | "onDone" | "onText"> & {
  readonly refuse: NonNullable<TextFieldProps["refuse"]>;
}): Draft {
  const [draft, setDraft] = useState<string | undefined>();
  const { refusal, isRefused, forget } = useRefusal(refuse);
  /** What stood there before the reader began: a refused text may have been kept in part, and goes whole. */
  const before = useRef<string | undefined>(undefined);
  const done = useRef(onDone);
  done.current = onDone;

  const type = (text: string) => {
    before.current ??= value;
    if (!isRefused(text)) {
      setDraft(text);
      onText?.(text);
      return;
    }
    const back = mayBecomeSecret(before.current) ? "" : before.current;
    setDraft(undefined);
    before.current = undefined;
    onText?.(back);
    if (back !== value) onDone(back);
  };
  const finish = () => {
    if (draft !== undefined && draft !== value) onDone(draft);
    before.current = undefined;
    setDraft(undefined);
  };
  useEffect(() => {
    if (draft === undefined || draft === value || mayBecomeSecret(draft)) return undefined;
    const timer = setTimeout(() => done.current(draft), pauseMs);
    return () => clearTimeout(timer);
  }, [draft, value]);
  return { draft: draft ?? value, refusal, type, finish, begin: forget };
}
