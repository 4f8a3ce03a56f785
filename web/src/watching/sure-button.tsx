/** Something that counts for everybody: pressed once it asks, pressed again it is done, and what went wrong is said. */
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Lang } from "../../../src/report/index.ts";
import { languageTag } from "../app/route.ts";
import { useLang, useWords } from "../app/speaking.tsx";
import { type ComplaintSeen, Refused } from "./asking.ts";
import { putWords } from "./put-words.ts";

export function SureButton({
  children,
  isPrimary = false,
  isDisabled = false,
  act,
  done,
}: {
  readonly children: ReactNode;
  readonly isPrimary?: boolean;
  readonly isDisabled?: boolean;
  readonly act: (lang: Lang) => Promise<unknown>;
  readonly done: () => void;
}) {
  const lang = useLang();
  const words = useWords(putWords);
  const [asked, setAsked] = useState<"sure" | "busy">();
  // In the language it was said in, whichever is read by now.
  const [fault, setFault] = useState<{
    readonly lang: Lang;
    readonly complaints: readonly ComplaintSeen[];
  }>();
  // The button that was pressed gives way to others: whoever uses the keyboard stays where they are, on what changes nothing.
  const stays = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);
  useEffect(() => {
    if (wasAsked.current !== (asked !== undefined)) stays.current?.focus();
    wasAsked.current = asked !== undefined;
  }, [asked]);
  const run = () => {
    setAsked("busy");
    setFault(undefined);
    act(lang)
      .then(done)
      .catch((cause: unknown) =>
        setFault({ lang, complaints: cause instanceof Refused ? cause.complaints : [] }),
      )
      .finally(() => setAsked(undefined));
  };
  return (
    <>
      {asked === undefined ? (
        <button
          type="button"
          ref={stays}
          className={isPrimary ? "primary" : ""}
          disabled={isDisabled}
          onClick={() => setAsked("sure")}
        >
          {children}
        </button>
      ) : (
        <span className="watching-verdicts">
          <button type="button" disabled={asked === "busy"} onClick={run}>
            {words.sure}
          </button>
          <button type="button" ref={stays} disabled={asked === "busy"} onClick={() => setAsked(undefined)}>
            {words.leave}
          </button>
        </span>
      )}
      {fault === undefined ? null : (
        <p role="alert" className="watching-fault">
          {fault.complaints.length === 0 ? (
            words.notPut
          ) : (
            <span lang={languageTag(fault.lang)}>
              {fault.complaints.map(({ message, help = "" }) => `${message} · ${help}`).join(" ")}
            </span>
          )}
        </p>
      )}
    </>
  );
}
