/** Who can help whom, among the people kept here. */
import { useLang, useWords } from "../app/speaking.tsx";
import { usePeople } from "../people/people-context.tsx";
import { personName } from "./document.ts";
import { canHelp, cannotHelp, helperAs } from "./helping.ts";
import { changed } from "./kept.ts";
import { Name } from "./name.tsx";
import { peopleWords } from "./people-words.ts";
import { Pill, Pills } from "./question-field.tsx";

export function Family() {
  const lang = useLang();
  const words = useWords(peopleWords);
  const { people, update } = usePeople();
  return (
    <section className="family" aria-labelledby="family">
      <h2 id="family">{words.family}</h2>
      <p className="section-lead">{words.familyLead}</p>
      <div className="family-rows">
        {[...people].map(([id, { document }]) => (
          <Pills key={id} title={words.canHelp(personName(document, lang))}>
            {(name) =>
              [...people].flatMap(([other, { document: theirs }]) => {
                if (other === id) return [];
                const helps = helperAs(document, theirs) !== undefined;
                return [
                  <Pill
                    key={other}
                    name={name}
                    isMany
                    isChosen={helps}
                    onChoose={() =>
                      update(id, (known) =>
                        changed(known, (each) => (helps ? cannotHelp : canHelp)(each, theirs)),
                      )
                    }
                  >
                    <Name>{personName(theirs, lang)}</Name>
                  </Pill>,
                ];
              })
            }
          </Pills>
        ))}
      </div>
    </section>
  );
}
