/** Who it is about: a name to call them by, and where their accounts mostly are. */
import { useMemo } from "react";
import { currencyIn } from "../../../src/model/index.ts";
import { useLang, useWords } from "../app/speaking.tsx";
import { personName } from "./document.ts";
import { describePerson } from "./edit.ts";
import { regionNamer, regionsOf, regionsToChoose } from "./regions.ts";
import { Shelf } from "./shelf.tsx";
import { TextField } from "./text-field.tsx";
import { useThings } from "./things-context.tsx";
import { useServices } from "./use-services.ts";
import { thingsWords } from "./words.ts";

export function AboutShelf() {
  const { document, lang, words, edit } = useThings();
  const name = personName(document, lang);
  const { region = "" } = document.person;
  return (
    <Shelf
      name="about"
      title={words.about}
      lead=""
      summary={`${name} · ${region === "" ? words.elsewhere : regionNamer(lang)(region)}`}
    >
      <TextField
        label={words.name}
        value={name}
        onDone={(called) => edit((known) => describePerson(known, { name: called }))}
      />
      <RegionField
        chosen={region}
        choose={(next) =>
          edit((known) =>
            describePerson(known, {
              region: next,
              currency: currencyIn(next) ?? known.person.currency ?? "",
            }),
          )
        }
      />
    </Shelf>
  );
}

interface RegionFieldProps {
  /** Empty: elsewhere. */
  readonly chosen: string;
  readonly choose: (region: string) => void;
}

/** Every country the catalogue knows; one that was said already stands there even while the list is on its way. */
export function RegionField({ chosen, choose }: RegionFieldProps) {
  const words = useWords(thingsWords);
  const lang = useLang();
  const known = useServices();
  const list = typeof known === "string" ? undefined : known.list;
  const options = useMemo(() => {
    const said = chosen === "" ? [] : [chosen];
    return regionsToChoose([...new Set([...said, ...regionsOf(list ?? [])])], lang);
  }, [list, chosen, lang]);
  return (
    <label className="field region-field">
      {words.region}
      <select value={chosen} onChange={({ target }) => choose(target.value)}>
        {options.map(({ region, name }) => (
          <option key={region} value={region}>
            {name}
          </option>
        ))}
        <option value="">{words.elsewhere}</option>
      </select>
    </label>
  );
}
