/** Asks before a thing is removed, and says what else speaks of it. */
import { useEffect, useId, useRef } from "react";
import type { ThingId } from "./document.ts";
import { Name } from "./name.tsx";
import { sayQuestion } from "./question-words.ts";
import { type Question, questionsOf } from "./questions.ts";
import { type Mention, mentionsOf, remove } from "./removing.ts";
import { useThings } from "./things-context.tsx";

interface RemovalProps {
  readonly id: ThingId;
  readonly close: () => void;
}

export function Removal({ id, close }: RemovalProps) {
  const { document, words, label, take, openThing } = useThings();
  const name = label(id);
  const mentions = mentionsOf(document, id);
  return (
    <Confirm
      title={words.removeTitle(name)}
      yes={words.remove}
      no={words.cancel}
      onYes={() => {
        openThing(undefined);
        take((known) => remove(known, id), words.removed(name));
        // The button that had the focus is gone with the thing.
        globalThis.document.querySelector<HTMLElement>(".shelf.opened .shelf-head")?.focus();
      }}
      close={close}
    >
      <p>{mentions.length === 0 ? words.removeAlone : words.removeLead}</p>
      <Mentions mentions={mentions} />
    </Confirm>
  );
}

/** More than a screen of them tells nobody anything. */
const shownMax = 12;

function Mentions({ mentions }: { readonly mentions: readonly Mention[] }) {
  const things = useThings();
  const { words } = things;
  const texts = mentions.map((mention) => sayMention(things, mention));
  const counted = [...Map.groupBy(texts, (text) => text)].map(([text, all]) =>
    all.length > 1 ? `${text} (${all.length})` : text,
  );
  return (
    <ul className="mentions">
      {counted.slice(0, shownMax).map((text) => (
        <li key={text}>
          <Name>{text}</Name>
        </li>
      ))}
      {counted.length > shownMax ? <li>{words.andMore(counted.length - shownMax)}</li> : null}
    </ul>
  );
}

function sayMention(
  { document, services, lang, words, label }: ReturnType<typeof useThings>,
  mention: Mention,
): string {
  switch (mention.what) {
    case "belongs":
      return words.andGone(label(mention.thing));
    case "relation": {
      const line = mention.from.replace(/^sim\./, "line.");
      const question = questionsOf(document, line, services).find(
        ({ of, key }: Question) => of === mention.from && key === mention.relation,
      );
      const asked =
        question === undefined ? mention.relation : sayQuestion(question, services, undefined, lang);
      return `${label(line)}: ${asked}`;
    }
    case "same-secret":
      return words.m_same;
    case "measure":
      return words.m_measure;
    case "loss":
      return words.m_loss;
    case "condition":
      return words.m_condition;
    case "forgotten":
      return words.m_forgotten;
  }
}

interface ConfirmProps {
  readonly title: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  readonly close: () => void;
  readonly children: React.ReactNode;
}

export function Confirm({ title, yes, no, onYes, close, children }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="confirm" aria-labelledby={heading} onClose={close}>
      <h2 id={heading}>
        <Name>{title}</Name>
      </h2>
      {children}
      <div className="confirm-acts">
        <button type="button" className="quiet-button" onClick={() => dialog.current?.close()}>
          {no}
        </button>
        <button
          type="button"
          className="danger"
          onClick={() => {
            dialog.current?.close();
            onYes();
          }}
        >
          {yes}
        </button>
      </div>
    </dialog>
  );
}
