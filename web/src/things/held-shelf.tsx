/** What they would have in hand when it begins, and when that would be. */

import { marks } from "../../../src/report/index.ts";
import type { PersonDocument, ThingId } from "./document.ts";
import {
  bagOf,
  days,
  type Held,
  readBegin,
  readHeld,
  type Scenario,
  thingsFor,
  writeBegin,
  writeHeld,
} from "./held.ts";
import { Name } from "./name.tsx";
import { Pill, Pills } from "./question-field.tsx";
import { Shelf } from "./shelf.tsx";
import { type Things, useThings } from "./things-context.tsx";
import { dayWords } from "./words.ts";

const scenarios: readonly Scenario[] = ["sim", "locked", "unlocked", "bag", "wallet", "number", "mailbox"];

const isAnyThere = (document: PersonDocument) =>
  scenarios.some((scenario) => thingsFor(document, scenario).length > 0);

export function HeldShelf() {
  const things = useThings();
  const { document, person, words, update } = things;
  const held = readHeld(person.held);
  const canBegin = isAnyThere(document);
  const begin = readBegin(person.at);
  const choose = (next: Held) => update((known) => ({ ...known, held: writeHeld(next) }));
  const setAt = (at: string | undefined) =>
    update(({ at: _before, ...known }) => (at === undefined ? known : { ...known, at }));
  return (
    <Shelf name="held" title={words.held} lead={words.heldLead} summary={sayHeld(things)}>
      {!canBegin ? (
        <p className="hint">{words.needSomething}</p>
      ) : (
        <>
          <Scenarios held={held} choose={choose} />
          {person.held.length === 0 ? null : held === undefined ? (
            <p className="aside-note">
              {words.fromFile}: <span className="address">{person.held.join(", ")}</span>
            </p>
          ) : (
            <Which held={held} choose={choose} />
          )}
          {held === undefined ? null : <Contents held={held} choose={choose} />}
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
  const next = (scenario: Scenario): Held | undefined => {
    const among = thingsFor(document, scenario);
    const [first, ...rest] = among;
    if (first === undefined) return undefined;
    if (scenario === "wallet") return { scenario, thing: first, also: rest };
    const thing = held !== undefined && among.includes(held.thing) ? held.thing : first;
    const bag =
      scenario === "bag" ? bagOf(document, thing).filter((each) => each.startsWith("document.")) : [];
    const also = scenario === "bag" && bag.length === 0 ? bagOf(document, thing).slice(0, 1) : bag;
    return scenario === "bag" && also.length === 0 ? undefined : { scenario, thing, also };
  };
  // The usual ones are shown to everybody; the others to whoever has what they take.
  const isShown = (scenario: Scenario) =>
    !ifThere.has(scenario) || scenario === held?.scenario || next(scenario) !== undefined;
  return (
    <fieldset className="scenarios">
      <legend className="unseen">{words.held}</legend>
      {scenarios.filter(isShown).map((scenario) => {
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
              {scenario === "bag" && chosen === undefined && thingsFor(document, "bag").length > 0
                ? words.notInBag
                : words[`s_${scenario}Text`]}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

const ifThere: ReadonlySet<Scenario> = new Set<Scenario>(["wallet", "number", "mailbox"]);

function Which({ held, choose }: HeldProps & { readonly held: Held }) {
  const { document, words, label } = useThings();
  const among = thingsFor(document, held.scenario);
  if (among.length < 2 || held.scenario === "wallet") return null;
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

/** What else is in the bag, or what is in the wallet. */
function Contents({ held, choose }: HeldProps & { readonly held: Held }) {
  const { document, words, label } = useThings();
  const isWallet = held.scenario === "wallet";
  if (!isWallet && held.scenario !== "bag") return null;
  const inside = isWallet ? [held.thing, ...held.also] : held.also;
  const toggle = (thing: ThingId) => {
    const next = toggled(inside, thing);
    const [first = held.thing, ...rest] = next;
    choose(isWallet ? { ...held, thing: first, also: rest } : { ...held, also: next });
  };
  return (
    <Pills title={isWallet ? words.inWallet : words.alsoIn}>
      {(name) =>
        (isWallet ? thingsFor(document, "wallet") : bagOf(document, held.thing)).map((thing) => (
          <Pill
            key={thing}
            name={name}
            isMany
            isChosen={inside.includes(thing)}
            onChoose={() => toggle(thing)}
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
  if (person.held.length === 0) return isAnyThere(document) ? words.chooseHeld : words.needSomething;
  if (held === undefined) return words.fromFile;
  const among = thingsFor(document, held.scenario);
  const which =
    among.length > 1 && held.scenario !== "wallet" ? `${marks[lang].colon}${label(held.thing)}` : "";
  const begin = readBegin(person.at);
  const when = begin === undefined ? "" : ` · ${dayWords[begin.day]?.[lang] ?? ""} ${begin.time}`;
  return `${words[`s_${held.scenario}`]}${which}${when}`;
}
