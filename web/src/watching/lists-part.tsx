/** The lists of rules: what stands on them, until when, why, and what was changed; an entry is put on and taken off. */
import { type FormEvent, useCallback, useEffect, useId, useRef, useState } from "react";
import type { Lang } from "../../../src/report/index.ts";
import { languageTag } from "../app/route.ts";
import { useLang, useWords } from "../app/speaking.tsx";
import { type Asking, type ComplaintSeen, Refused } from "./asking.ts";
import type { ListEntry, ListSeen } from "./asking-rules.ts";
import { clock, dayOf } from "./clock.ts";
import { listsWords } from "./lists-words.ts";
import { watchingWords } from "./words.ts";

interface Hands {
  readonly ask: Asking;
  readonly mayChange: boolean;
  readonly reload: () => void;
}

export function ListsPart({ ask, mayChange }: { readonly ask: Asking; readonly mayChange: boolean }) {
  const words = useWords(listsWords);
  const common = useWords(watchingWords);
  const [lists, setLists] = useState<readonly ListSeen[]>();
  const [isFailed, setFailed] = useState(false);
  const reload = useCallback(() => {
    ask
      .lists()
      .then(setLists)
      .catch(() => setFailed(true));
  }, [ask]);
  useEffect(reload, [reload]);
  if (isFailed) return <p role="alert">{common.notThere}</p>;
  if (lists === undefined) return null;
  return (
    <div className="watching-lists">
      <h2>{words.heading}</h2>
      <p className="watching-soft">
        {lists.length === 0 ? words.none : mayChange ? words.why : words.mayNot}
      </p>
      {lists.map((list) => (
        <ListTold key={list.name} list={list} hands={{ ask, mayChange, reload }} />
      ))}
    </div>
  );
}

function ListTold({ list, hands }: { readonly list: ListSeen; readonly hands: Hands }) {
  const words = useWords(listsWords);
  const id = useId();
  const { name, rules, entries } = list;
  return (
    <section className="watching-panel" aria-labelledby={id}>
      <h3 id={id} className="address">
        {name}
      </h3>
      <p>
        {rules.length === 0 ? (
          words.askedByNone
        ) : (
          <>
            {words.askedBy} <b className="address">{rules.join(", ")}</b>
          </>
        )}
      </p>
      {entries.length === 0 ? <p className="watching-soft">{words.empty}</p> : null}
      <ul className="watching-entries">
        {entries.map((entry) => (
          <li key={entry.entry}>
            <EntryTold list={name} entry={entry} hands={hands} />
          </li>
        ))}
      </ul>
      {hands.mayChange && list.inFile !== undefined ? <AddEntry list={name} hands={hands} /> : null}
      <InFile list={list} />
      <Changes list={list} />
    </section>
  );
}

function EntryTold({
  list,
  entry,
  hands: { ask, mayChange, reload },
}: {
  readonly list: string;
  readonly entry: ListEntry;
  readonly hands: Hands;
}) {
  const lang = useLang();
  const words = useWords(listsWords);
  const [asked, setAsked] = useState<"sure" | "busy" | "failed">();
  // The button that was pressed gives way to others: whoever uses the keyboard stays where they are, on what changes nothing.
  const stays = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);
  useEffect(() => {
    if (wasAsked.current !== (asked !== undefined)) stays.current?.focus();
    wasAsked.current = asked !== undefined;
  }, [asked]);
  const { value, expires, why, added, by, isPast } = entry;
  const takeOff = () => {
    setAsked("busy");
    ask
      .removeEntry(list, entry.entry)
      .then(reload)
      .catch(() => setAsked("failed"));
  };
  return (
    <>
      <span className="watching-who">
        <b className="address">{value}</b>{" "}
        <span className={isPast ? "watching-tag" : "watching-until"}>
          {isPast ? words.past : expires === undefined ? words.forEver : words.until(dayOf(expires, lang))}
        </span>
        {why === undefined ? null : <span className="address watching-why">{why}</span>}
        <span className="watching-soft">
          {words.addedAt(clock(added, lang))} · {words.byKey} <code className="address">{by}</code>
        </span>
      </span>
      {!mayChange ? null : asked === undefined ? (
        <button type="button" ref={stays} onClick={() => setAsked("sure")}>
          {words.takeOff} <span className="unseen address">{value}</span>
        </button>
      ) : (
        <span className="watching-verdicts">
          <button type="button" disabled={asked === "busy"} onClick={takeOff}>
            {words.sure}
          </button>
          <button type="button" ref={stays} disabled={asked === "busy"} onClick={() => setAsked(undefined)}>
            {words.keep}
          </button>
        </span>
      )}
      {asked === "failed" ? (
        <p role="alert" className="watching-fault">
          {words.notKept}
        </p>
      ) : null}
    </>
  );
}

function AddEntry({ list, hands: { ask, reload } }: { readonly list: string; readonly hands: Hands }) {
  const lang = useLang();
  const words = useWords(listsWords);
  const id = useId();
  const [value, setValue] = useState("");
  const [expires, setExpires] = useState("");
  const [why, setWhy] = useState("");
  // In the language it was said in, whichever is read by now.
  const [fault, setFault] = useState<{
    readonly lang: Lang;
    readonly complaints: readonly ComplaintSeen[];
  }>();
  // Pressed twice, the second would be told that it stands there already.
  const [isBusy, setBusy] = useState(false);
  const add = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFault(undefined);
    const said = {
      value: value.trim(),
      ...(expires === "" ? {} : { expires }),
      ...(why.trim() === "" ? {} : { why: why.trim() }),
    };
    ask
      .addEntry(list, said, lang)
      .then(() => {
        setValue("");
        setExpires("");
        setWhy("");
        reload();
      })
      .catch((cause: unknown) =>
        setFault({ lang, complaints: cause instanceof Refused ? cause.complaints : [] }),
      )
      .finally(() => setBusy(false));
  };
  return (
    <form className="watching-add" onSubmit={add}>
      <h4>{words.addHeading}</h4>
      <label htmlFor={`${id} value`}>{words.value}</label>
      <input
        id={`${id} value`}
        value={value}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setValue(event.target.value)}
      />
      <label htmlFor={`${id} day`}>{words.lastDay}</label>
      <input
        id={`${id} day`}
        type="date"
        value={expires}
        onChange={(event) => setExpires(event.target.value)}
      />
      <label htmlFor={`${id} why`}>{words.reason}</label>
      <input id={`${id} why`} value={why} maxLength={500} onChange={(event) => setWhy(event.target.value)} />
      <button type="submit" className="primary" disabled={isBusy || value.trim() === ""}>
        {words.add}
      </button>
      {fault === undefined ? null : (
        <p role="alert" className="watching-fault">
          {fault.complaints.length === 0 ? (
            words.notKept
          ) : (
            <span lang={languageTag(fault.lang)}>
              {fault.complaints.map(({ message, help = "" }) => `${message} · ${help}`).join(" ")}
            </span>
          )}
        </p>
      )}
    </form>
  );
}

function InFile({ list: { inFile } }: { readonly list: ListSeen }) {
  const lang = useLang();
  const words = useWords(listsWords);
  if (inFile === undefined) return null;
  const { count, expires, values } = inFile;
  const until = expires === undefined ? "" : `${words.pause}${words.until(dayOf(expires, lang))}`;
  const said = `${words.inFile(count)}${count === 0 ? "" : until}`;
  if (values === undefined || count === 0) return <p className="watching-soft">{said}</p>;
  return (
    <details className="watching-closed">
      <summary>{said}</summary>
      <p className="address">{values.join(", ")}</p>
    </details>
  );
}

function Changes({ list: { changes } }: { readonly list: ListSeen }) {
  const lang = useLang();
  const words = useWords(listsWords);
  if (changes.length === 0) return null;
  return (
    <details className="watching-closed">
      <summary>{words.changes}</summary>
      <ul>
        {changes.map(({ at, by, what, entry, value }) => (
          <li key={`${entry} ${what}`} className="watching-who">
            {clock(at, lang)} {words.changed(what)} <b className="address">{value}</b> · {words.byKey}{" "}
            <code className="address">{by}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
