/** A changed file of rules: read with every fault at its place, compared with what is in force, put nowhere. */
import { useState } from "react";
import { useLang, useWords } from "../app/speaking.tsx";
import { type Asking, type ComplaintSeen, Refused } from "./asking.ts";
import type { RulesTried } from "./asking-rules.ts";
import { BacktestPart, type ShowPerson } from "./backtest-part.tsx";
import { backtestWords } from "./backtest-words.ts";
import { putWords } from "./put-words.ts";
import { rulesWords } from "./rules-words.ts";
import { SetsSaid } from "./sets-said.tsx";
import { SureButton } from "./sure-button.tsx";
import { type Backtesting, useBacktests } from "./use-backtests.ts";
import type { PutHands } from "./versions-part.tsx";

type Tried =
  | { readonly kind: "reading" | "not-read" | "too-large" }
  | { readonly kind: "faulty"; readonly complaints: readonly ComplaintSeen[] }
  | {
      readonly kind: "read";
      readonly name: string;
      readonly text: string;
      readonly tried: RulesTried;
      /** The version it was told apart from. */
      readonly over: number;
    };

const tooLarge = 413;
/** The service says so as well; nobody waits for a film to be sent. */
const bytesMax = 512 * 1024;

export function TryPart({
  ask,
  show,
  hands,
}: {
  readonly ask: Asking;
  readonly show: ShowPerson;
  readonly hands: PutHands;
}) {
  const lang = useLang();
  const words = useWords(rulesWords);
  const comparing = useBacktests(ask);
  const [tried, setTried] = useState<Tried>();
  const read = async (file: File): Promise<Tried> => {
    if (file.size > bytesMax) return { kind: "too-large" };
    const text = await file.text();
    try {
      const { over } = hands;
      return { kind: "read", name: file.name, text, over, tried: await ask.tryRules(text, lang) };
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
  const { latest } = comparing;
  return (
    <>
      <section className="watching-panel" aria-labelledby="try">
        <h2 id="try">{words.tryHeading}</h2>
        <p className="watching-soft">{words.tryWhy}</p>
        <label className="watching-file">
          <span className={`watching-file-button${tried?.kind === "read" ? " again" : ""}`}>
            {words.choose}
          </span>
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
        {tried?.kind === "read" ? <Begin text={tried.text} comparing={comparing} /> : null}
        {tried?.kind === "read" ? <Put read={tried} hands={hands} done={() => setTried(undefined)} /> : null}
      </section>
      {latest === undefined ? null : <BacktestPart backtest={latest} end={comparing.end} show={show} />}
    </>
  );
}

/** After it was compared, or not: nothing that says the same, and nothing under the same version, can be put in force. */
function Put({
  read: { text, over, tried },
  hands: { ask, mayPut, reload },
  done,
}: {
  readonly read: Extract<Tried, { kind: "read" }>;
  readonly hands: PutHands;
  readonly done: () => void;
}) {
  const words = useWords(putWords);
  const { added, removed, changed, isElseOtherwise, isVersionRaised } = tried.differ;
  if (!isElseOtherwise && [...added, ...removed, ...changed].length === 0) return null;
  if (!mayPut) return <p className="watching-soft">{words.mayNot}</p>;
  if (!isVersionRaised) return null;
  return (
    <div className="watching-put">
      <p className="watching-soft">{words.putWhy}</p>
      <SureButton
        act={(lang) => ask.putRules(text, over, lang)}
        done={() => {
          done();
          reload();
        }}
      >
        {words.put}
      </SureButton>
    </div>
  );
}

/** The next thing to do with a file that has no fault. */
function Begin({ text, comparing }: { readonly text: string; readonly comparing: Backtesting }) {
  const lang = useLang();
  const words = useWords(backtestWords);
  const { latest, fault, begin } = comparing;
  return (
    <>
      <p className="watching-soft">{words.beginWhy}</p>
      <button
        type="button"
        className="primary"
        disabled={latest?.state === "running"}
        onClick={() => begin(text, lang)}
      >
        {words.begin}
      </button>
      {fault === undefined ? null : (
        <p role="alert" className="watching-fault">
          {fault === "busy" ? words.busy : words.notBegun}
        </p>
      )}
    </>
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
