/** Who can help, with the phone and number that still work when one's own are gone. */
import { useId, useState } from "react";
import { marks } from "../../../src/report/index.ts";
import { usePeople } from "../people/people-context.tsx";
import { addHelper } from "./adding.ts";
import { helpersOf, personName, thingsOf } from "./document.ts";
import { callIt } from "./edit.ts";
import { canHelp, helperAs } from "./helping.ts";
import { Adding, ThingList } from "./kind-shelf.tsx";
import { Name } from "./name.tsx";
import { Removal } from "./removal.tsx";
import { Shelf } from "./shelf.tsx";
import { TextField } from "./text-field.tsx";
import { useThings } from "./things-context.tsx";

export function HelpersShelf() {
  const { id, document, lang, words, label, edit } = useThings();
  const { people } = usePeople();
  const [name, setName] = useState("");
  const [opened, open] = useState<string | undefined>();
  const helpers = helpersOf(document);
  const family = [...people].filter(
    ([other, { document: theirs }]) => other !== id && helperAs(document, theirs) === undefined,
  );
  const add = () => {
    const called = name.trim();
    if (called === "") return;
    const adding = addHelper(document, { called });
    edit((known) => addHelper(known, { called }).document, words.added(called));
    open(adding.id.slice("person.".length));
    setName("");
  };
  const summary = helpers.map((helper) => label(`person.${helper}`)).join(marks[lang].list);
  return (
    <Shelf name="helpers" title={words.helpers} lead={words.helpersLead} summary={summary}>
      {family.length === 0 ? null : (
        <div className="adding buttons">
          <span>{words.fromFamily}</span>
          {family.map(([other, { document: theirs }]) => (
            <button
              key={other}
              type="button"
              className="quiet-button"
              onClick={() => edit((known) => canHelp(known, theirs), words.added(personName(theirs, lang)))}
            >
              <Name>{personName(theirs, lang)}</Name>
            </button>
          ))}
        </div>
      )}
      <form
        className="adding one-line"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField label={words.helperName} value={name} onDone={setName} onText={setName} />
        <button type="submit" className="quiet-button" disabled={name.trim() === ""}>
          {words.add}
        </button>
      </form>
      <ul className="things">
        {helpers.map((helper) => (
          <Helper
            key={helper}
            helper={helper}
            isOpened={opened === helper}
            open={() => open(opened === helper ? undefined : helper)}
          />
        ))}
      </ul>
    </Shelf>
  );
}

interface HelperProps {
  readonly helper: string;
  readonly isOpened: boolean;
  readonly open: () => void;
}

function Helper({ helper, isOpened, open }: HelperProps) {
  const { document, lang, words, label, edit } = useThings();
  const panel = useId();
  const [isRemoving, setRemoving] = useState(false);
  const person = `person.${helper}`;
  const [devices, lines] = [thingsOf(document, "device", helper), thingsOf(document, "line", helper)];
  return (
    <li className={isOpened ? "thing opened" : "thing"} data-thing={person}>
      <h3>
        <button
          type="button"
          className="thing-line"
          aria-expanded={isOpened}
          aria-controls={panel}
          onClick={open}
        >
          <span className="thing-name">
            <Name>{label(person)}</Name>
          </span>
          <span className="thing-summary">
            <Name>{[...devices, ...lines].map(label).join(marks[lang].list)}</Name>
          </span>
        </button>
      </h3>
      <div id={panel} className="thing-panel" hidden={!isOpened}>
        {isOpened ? (
          <>
            <TextField
              label={words.name}
              value={label(person)}
              onDone={(name) => edit((known) => callIt(known, person, name))}
            />
            <Adding kind="device" of={helper} />
            <ThingList things={devices} />
            <Adding kind="line" of={helper} />
            <ThingList things={lines} />
            <div className="thing-acts">
              <button type="button" className="plain removes" onClick={() => setRemoving(true)}>
                {words.remove}
              </button>
            </div>
          </>
        ) : null}
      </div>
      {isRemoving ? <Removal id={person} close={() => setRemoving(false)} /> : null}
    </li>
  );
}
