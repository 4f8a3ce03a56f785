/** One person kept here: how much was entered, how much of it is judged, what could be reached. */
import { useState } from "react";
import { sayMoney } from "../../../src/report/index.ts";
import { Link, useLang, useWords } from "../app/speaking.tsx";
import { usePeople } from "../people/people-context.tsx";
import type { KeptPerson } from "../store/people.ts";
import { ownThings, personName } from "./document.ts";
import { Name } from "./name.tsx";
import { peopleWords } from "./people-words.ts";
import { Confirm } from "./removal.tsx";
import { useLook } from "./use-look.ts";

interface PersonCardProps {
  readonly id: string;
  readonly person: KeptPerson;
  readonly onRemoved: () => void;
}

export function PersonCard({ id, person, onRemoved }: PersonCardProps) {
  const lang = useLang();
  const words = useWords(peopleWords);
  const { remove } = usePeople();
  const [isRemoving, setRemoving] = useState(false);
  const name = personName(person.document, lang);
  const count = ownThings(person.document).length;
  return (
    <li className="person">
      <h2>
        <Link to={{ at: "person", id, view: "things" }}>
          <Name>{name}</Name>
        </Link>
      </h2>
      {count === 0 ? <p>{words.empty}</p> : <Standing person={person} count={count} />}
      <div className="person-acts">
        {person.held.length === 0 ? null : (
          <Link to={{ at: "person", id, view: "answer" }} className="next-link">
            {words.see}
          </Link>
        )}
        <button type="button" className="plain removes" onClick={() => setRemoving(true)}>
          {words.remove}
          <span className="unseen"> {name}</span>
        </button>
      </div>
      {isRemoving ? (
        <Confirm
          title={words.removeTitle(name)}
          yes={words.remove}
          no={words.cancel}
          onYes={() => {
            remove(id);
            onRemoved();
          }}
          close={() => setRemoving(false)}
        >
          <p>{words.removeText}</p>
        </Confirm>
      ) : null}
    </li>
  );
}

function Standing({ person, count }: { readonly person: KeptPerson; readonly count: number }) {
  const lang = useLang();
  const words = useWords(peopleWords);
  const { looked } = useLook(person);
  const coverage = looked?.coverage;
  const state =
    looked === undefined
      ? words.looking
      : coverage === undefined
        ? words.looksWrong
        : looked.reached === 0
          ? words.noReach
          : looked.reachableAmount === 0
            ? words.reachUnknown
            : words.reach(sayMoney(looked.reachableAmount, looked.currency, lang));
  return (
    <>
      <p className="person-count">{words.things(count)}</p>
      {coverage === undefined ? null : (
        <p className="hint">
          {words.judged({ judged: coverage.judged, all: coverage.judged + coverage.notJudged.length })}
        </p>
      )}
      <p className={looked !== undefined && looked.reached > 0 ? "person-reach reached" : "person-reach"}>
        {state}
      </p>
    </>
  );
}
