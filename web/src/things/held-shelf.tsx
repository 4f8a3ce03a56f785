/** What they would have in hand when it begins, and when that would be. */

import { marks } from "../../../src/report/index.ts";
import type { ThingId } from "./document.ts";
import {
  bagOf,
  days,
  type Held,
  looseSims,
  phonesOf,
  readBegin,
  readHeld,
  type Scenario,
  writeBegin,
  writeHeld,
} from "./held.ts";
import { Name } from "./name.tsx";
import { Pill, Pills } from "./question-field.tsx";
import { Shelf } from "./shelf.tsx";
import { type Things, useThings } from "./things-context.tsx";
import { dayWords } from "./words.ts";

const scenarios: readonly Scenario[] = ["sim", "locked", "unlocked", "bag"];

export function HeldShelf() {
  const things = useThings();
  const { document, person, words, update, label } = things;
  const held = readHeld(person.held);
  const [phones, sims] = [phonesOf(document), looseSims(document)];
  const begin = readBegin(person.at);
  const choose = (next: Held) => update((known) => ({ ...known, held: writeHeld(next) }));
  const setAt = (at: string | undefined) =>
    update(({ at: _before, ...known }) => (at === undefined ? known : { ...known, at }));
  return (
    <Shelf name="held" title={words.held} lead={words.heldLead} summary={sayHeld(things)}>
      {phones.length + sims.length === 0 ? (
        <p className="hint">{words.needPhone}</p>
      ) : (
        <>
          <Scenarios held={held} choose={choose} />
          {held === undefined ? (
            <p className="aside-note">
              {words.fromFile}: <span className="address">{person.held.join(", ")}</span>
            </p>
          ) : (
            <Which held={held} choose={choose} />
          )}
          {held?.scenario === "bag" ? (
            <Pills title={words.alsoIn}>
              {(name) =>
                bagOf(document, held.thing).map((thing) => (
                  <Pill
                    key={thing}
                    name={name}
                    isMany
                    isChosen={held.also.includes(thing)}
                    onChoose={() => choose({ ...held, also: toggled(held.also, thing) })}
                  >
                    <Name>{label(thing)}</Name>
                  </Pill>
                ))
              }
            </Pills>
          ) : null}
          <Pills title={words.when}>
            {(name) => (
              <>
                <Pill name={name} isChosen={begin === undefined} onChoose={() => setAt(undefined)}>
                  {words.anyTime}
                </Pill>
                <Pill
                  name={name}
                  isChosen={begin !== undefined}
                  onChoose={() => setAt(writeBegin({ day: "fri", time: "19:30" }))}
                >
                  {words.atHour}
                </Pill>
              </>
            )}
          </Pills>
          {begin === undefined ? null : (
            <div className="begin">
              <label>
                <span>{words.day}</span>
                <select
                  value={begin.day}
                  onChange={({ target }) => setAt(writeBegin({ ...begin, day: target.value }))}
                >
                  {days.map((day) => (
                    <option key={day} value={day}>
                      {dayWords[day]?.[things.lang]}
                    </option>
                  ))}
                </select>
              </label>
              <label>
                <span>{words.hour}</span>
                <input
                  type="time"
                  value={begin.time}
                  onChange={({ target }) =>
                    target.value === "" ? undefined : setAt(writeBegin({ ...begin, time: target.value }))
                  }
                />
              </label>
            </div>
          )}
        </>
      )}
    </Shelf>
  );
}

interface HeldProps {
  readonly held: Held | undefined;
  readonly choose: (held: Held) => void;
}

function Scenarios({ held, choose }: HeldProps) {
  const { document, words } = useThings();
  const [phones, sims] = [phonesOf(document), looseSims(document)];
  const phone = held?.thing.startsWith("device.") === true ? held.thing : phones[0];
  const next = (scenario: Scenario): Held | undefined => {
    const thing = scenario === "sim" ? (held?.scenario === "sim" ? held.thing : sims[0]) : phone;
    if (thing === undefined) return undefined;
    const bag =
      scenario === "bag" ? bagOf(document, thing).filter((each) => each.startsWith("document.")) : [];
    const also = scenario === "bag" && bag.length === 0 ? bagOf(document, thing).slice(0, 1) : bag;
    return scenario === "bag" && also.length === 0 ? undefined : { scenario, thing, also };
  };
  return (
    <fieldset className="scenarios">
      <legend className="unseen">{words.held}</legend>
      {scenarios.map((scenario) => {
        const chosen = next(scenario);
        return (
          <label key={scenario} className="scenario">
            <input
              type="radio"
              name="scenario"
              value={scenario}
              disabled={chosen === undefined}
              checked={held?.scenario === scenario}
              onChange={() => (chosen === undefined ? undefined : choose(chosen))}
            />
            <span className="scenario-name">{words[`s_${scenario}`]}</span>
            <span className="scenario-text">
              {scenario === "bag" && chosen === undefined ? words.notInBag : words[`s_${scenario}Text`]}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

function Which({ held, choose }: HeldProps & { readonly held: Held }) {
  const { document, words, label } = useThings();
  const among = held.scenario === "sim" ? looseSims(document) : phonesOf(document);
  if (among.length < 2) return null;
  return (
    <Pills title={words.which}>
      {(name) =>
        among.map((thing) => (
          <Pill
            key={thing}
            name={name}
            isChosen={held.thing === thing}
            onChoose={() => choose({ ...held, thing })}
          >
            <Name>{label(thing)}</Name>
          </Pill>
        ))
      }
    </Pills>
  );
}

/** The last thing in the bag stays in it: an empty bag is the phone alone, which is another answer. */
function toggled(also: readonly ThingId[], thing: ThingId): readonly ThingId[] {
  const next = also.includes(thing) ? also.filter((each) => each !== thing) : [...also, thing];
  return next.length === 0 ? also : next;
}

/** `The locked phone, with its SIM: Huawei phone · Friday 19:30`. */
export function sayHeld({ document, person, words, label, lang }: Things): string {
  const held = readHeld(person.held);
  if (person.held.length === 0) return words.needPhone;
  if (held === undefined) return words.fromFile;
  const among = held.scenario === "sim" ? looseSims(document) : phonesOf(document);
  const which = among.length > 1 ? `${marks[lang].colon}${label(held.thing)}` : "";
  const begin = readBegin(person.at);
  const when = begin === undefined ? "" : ` · ${dayWords[begin.day]?.[lang] ?? ""} ${begin.time}`;
  return `${words[`s_${held.scenario}`]}${which}${when}`;
}
