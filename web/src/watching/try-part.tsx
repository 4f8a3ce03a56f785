/** A changed file of rules: read with every fault at its place, compared with what is in force, put nowhere. */
import { useState } from "react";
import { useLang, useWords } from "../app/speaking.tsx";
import { type Asking, type ComplaintSeen, Refused } from "./asking.ts";
import type { RulesTried } from "./asking-rules.ts";
import { rulesWords } from "./rules-words.ts";
import { SetsSaid } from "./sets-said.tsx";

type Tried =
  | { readonly kind: "reading" | "not-read" | "too-large" }
  | { readonly kind: "faulty"; readonly complaints: readonly ComplaintSeen[] }
  | { readonly kind: "read"; readonly name: string; readonly text: string; readonly tried: RulesTried };

const tooLarge = 413;
/** The service says so as well; nobody waits for a film to be sent. */
const bytesMax = 512 * 1024;

export function TryPart({ ask }: { readonly ask: Asking }) {
  const lang = useLang();
  const words = useWords(rulesWords);
  const [tried, setTried] = useState<Tried>();
  const read = async (file: File): Promise<Tried> => {
    if (file.size > bytesMax) return { kind: "too-large" };
    const text = await file.text();
    try {
      return { kind: "read", name: file.name, text, tried: await ask.tryRules(text, lang) };
    } catch (cause) {
      if (!(cause instanceof Refused)) throw cause;
      if (cause.status === tooLarge) return { kind: "too-large" };
      return cause.complaints.length === 0
        ? { kind: "not-read" }
        : { kind: "faulty", complaints: cause.complaints };
    }
  };
  const choose = (file: File | undefined) => {
    if (file === undefined) return;
    setTried({ kind: "reading" });
    read(file)
      .then(setTried)
      .catch(() => setTried({ kind: "not-read" }));
  };
  return (
    <section className="watching-panel" aria-labelledby="try">
      <h2 id="try">{words.tryHeading}</h2>
      <p className="watching-soft">{words.tryWhy}</p>
      <label className="watching-file">
        <span className="watching-file-button">{words.choose}</span>
        <input
          className="unseen"
          type="file"
          accept=".yaml,.yml"
          onChange={({ currentTarget }) => {
            choose(currentTarget.files?.[0]);
            currentTarget.value = ""; // The same file, mended, is chosen again.
          }}
        />
      </label>
      <div role="status">{tried === undefined ? null : <Told tried={tried} />}</div>
    </section>
  );
}

function Told({ tried }: { readonly tried: Tried }) {
  const words = useWords(rulesWords);
  switch (tried.kind) {
    case "reading":
      return <p>{words.reading}</p>;
    case "not-read":
      return <p className="watching-fault">{words.notRead}</p>;
    case "too-large":
      return <p className="watching-fault">{words.tooLarge}</p>;
    case "faulty":
      return <Faults complaints={tried.complaints} />;
    case "read":
      return <Differs name={tried.name} tried={tried.tried} />;
  }
}

/** As the service says them, in the reader's language. */
function Faults({ complaints }: { readonly complaints: readonly ComplaintSeen[] }) {
  const words = useWords(rulesWords);
  return (
    <>
      <p className="watching-fault">{words.faults(complaints.length)}</p>
      <ul className="watching-faults">
        {complaints.map(({ where, message, help }) => (
          <li key={`${where} ${message}`}>
            <code className="address">{where}</code> <span className="address">{message}</span>
            {help === undefined ? null : <span className="watching-soft address"> {help}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Differs({ name, tried: { sets, differ } }: { readonly name: string; readonly tried: RulesTried }) {
  const words = useWords(rulesWords);
  const { added, removed, changed, isElseOtherwise, isVersionRaised } = differ;
  const lists = [
    [words.added, added],
    [words.removed, removed],
    [words.changed, changed],
  ] as const;
  const isSame = lists.every(([, ids]) => ids.length === 0) && !isElseOtherwise;
  return (
    <>
      <p>
        <b className="address">{words.read(name)}</b>
        {" · "}
        <SetsSaid sets={sets} />
      </p>
      {isSame ? <p>{words.same}</p> : null}
      <ul className="watching-differ">
        {lists.map(([said, ids]) =>
          ids.length === 0 ? null : (
            <li key={said}>
              {said} <b className="address">{ids.join(words.comma)}</b>
            </li>
          ),
        )}
        {isElseOtherwise ? <li>{words.elseOtherwise}</li> : null}
      </ul>
      {isVersionRaised ? null : <p className="watching-fault">{words.countUp}</p>}
    </>
  );
}
