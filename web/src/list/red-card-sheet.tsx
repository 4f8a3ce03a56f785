/** One sheet of the card: calls in their order, with room to write the time and the reference of each. */

import { languageTag } from "../app/route.ts";
import { useWords } from "../app/speaking.tsx";
import type { ToldCall, ToldCard, ToldNumber, ToldStop } from "./red-card-told.ts";
import { redCardWords } from "./red-card-words.ts";

export function RedCardSheet({ told, of }: { readonly told: ToldCard; readonly of: string }) {
  const words = useWords(redCardWords);
  return (
    <article className="red-card">
      <header>
        <h2>{words.cardTitle}</h2>
        <p className="red-card-rules">{words.rules}</p>
        <p className="red-card-blanks">
          <span>
            {words.of}
            <b>{of}</b>
          </span>
          <Blank name={words.myNumber} />
          <Blank name={words.filledOn} />
        </p>
      </header>
      <ol className="red-card-calls">
        {told.calls.map((call, i) =>
          i < wholeCalls ? <CallRow key={call.key} call={call} /> : <ShortRow key={call.key} call={call} />,
        )}
      </ol>
      <footer>
        <section>
          <h3>{told.police.name}</h3>
          <Numbers numbers={told.police.numbers} />
          <p>
            <b>{words.say}</b>
            <q>{told.police.say}</q>
          </p>
          <p>{words.policeReady}</p>
          <p className="red-card-blanks">
            <Blank name={words.time} />
            <Blank name={words.reference} />
          </p>
        </section>
        <section>
          <h3>{words.helpers}</h3>
          {told.helpers.map((name) => (
            <p key={name} className="red-card-blanks">
              <span>{name}</span>
              <Blank name={words.number} />
            </p>
          ))}
          <p className="red-card-blanks">
            <Blank name={words.name} />
            <Blank name={words.number} />
          </p>
        </section>
      </footer>
    </article>
  );
}

/** Nobody makes more calls than these in one night; the others are named, with their numbers, in a line each. */
const wholeCalls = 12;

function ShortRow({ call: { name, numbers, pages, say, stops } }: { readonly call: ToldCall }) {
  const words = useWords(redCardWords);
  return (
    <li className="red-card-call short">
      <h3>{name}</h3>
      <p className="red-card-blanks">
        {say === "" ? null : numbers.map(({ text }) => <b key={text}>{text}</b>)}
        {say !== "" && numbers.length > 0 ? null : say === "" ? (
          <b className="address">{pages.length > 0 ? pages.join(" · ") : stops[0]?.by}</b>
        ) : (
          <Blank name={words.number} />
        )}
        <Blank name={words.time} />
      </p>
    </li>
  );
}

function CallRow({ call }: { readonly call: ToldCall }) {
  const words = useWords(redCardWords);
  const { name, numbers, pages, notes, say, sayHead, sayThere, stops } = call;
  // What is keyed in comes before what is said to the agent if that fails.
  const isKeyed = say !== "" && stops.some(({ by }) => by !== "");
  const said = (
    <>
      {say === "" ? null : (
        <p>
          <b>{sayHead}</b>
          <q>{say}</q>
        </p>
      )}
      {sayThere === undefined ? null : (
        <p lang={languageTag(sayThere.lang)}>
          <q>{sayThere.text}</q>
        </p>
      )}
    </>
  );
  return (
    <li className="red-card-call">
      <div className="red-card-whom">
        <h3>{name}</h3>
        {say === "" ? null : <Numbers numbers={numbers} />}
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        {pages.map((page) => (
          <p key={page} className={say === "" ? "address main" : "address"}>
            {page}
          </p>
        ))}
      </div>
      <div className="red-card-what">
        {isKeyed ? null : said}
        <ul>
          {alike(stops).map(({ things, asked, askedHead, by, holds }) => (
            <li key={things}>
              {stops.length === 1 && say !== "" ? null : <p className="red-card-thing">{things}</p>}
              {by === "" ? null : (
                <p>
                  <b>{say === "" ? words.noCall : words.by}</b>
                  {by}
                </p>
              )}
              {asked === "" ? null : (
                <p>
                  <b>{askedHead}</b>
                  {asked}
                </p>
              )}
              {holds === "" ? null : (
                <p>
                  <b>{words.holds}</b>
                  {holds}
                </p>
              )}
            </li>
          ))}
        </ul>
        {isKeyed ? said : null}
        <p className="red-card-blanks">
          <Blank name={words.time} />
          <Blank name={words.reference} />
        </p>
      </div>
    </li>
  );
}

/** Cards that are stopped alike, and hold alike, are one line. */
function alike(stops: readonly ToldStop[]): readonly (ToldStop & { readonly things: string })[] {
  const groups = new Map<string, ToldStop[]>();
  for (const stop of stops) {
    const key = [stop.asked, stop.by, stop.holds].join("\n");
    groups.set(key, [...(groups.get(key) ?? []), stop]);
  }
  return [...groups.values()].flatMap((of) =>
    of[0] === undefined ? [] : [{ ...of[0], things: of.map(({ thing }) => thing).join(" · ") }],
  );
}

function Numbers({ numbers }: { readonly numbers: readonly ToldNumber[] }) {
  const words = useWords(redCardWords);
  if (numbers.length === 0)
    return (
      <p className="red-card-blanks">
        <Blank name={words.number} note={words.lookUp} />
      </p>
    );
  return (
    <ul className="red-card-numbers">
      {numbers.map(({ text, note }) => (
        <li key={text}>
          <strong>{text}</strong> <span>{note}</span>
        </li>
      ))}
    </ul>
  );
}

/** A name and a line to write on. */
const Blank = ({ name, note }: { readonly name: string; readonly note?: string }) => (
  <span className="blank">
    {name}
    <i aria-hidden="true" />
    {note === undefined ? null : <small>{note}</small>}
  </span>
);
