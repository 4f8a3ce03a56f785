/** Who it is about: a name to call them by, and where their accounts mostly are. */
import { personName } from "./document.ts";
import { describePerson } from "./edit.ts";
import { regions } from "./kept.ts";
import { Pill, Pills } from "./question-field.tsx";
import { Shelf } from "./shelf.tsx";
import { TextField } from "./text-field.tsx";
import { useThings } from "./things-context.tsx";
import { regionWords } from "./words.ts";

export function AboutShelf() {
  const { document, lang, words, edit } = useThings();
  const name = personName(document, lang);
  const { region } = document.person;
  return (
    <Shelf
      name="about"
      title={words.about}
      lead=""
      summary={`${name} · ${regionWords[region ?? ""]?.[lang] ?? regionWords[""]?.[lang] ?? ""}`}
    >
      <TextField
        label={words.name}
        value={name}
        onDone={(called) => edit((known) => describePerson(known, { name: called }))}
      />
      <RegionField
        region={region}
        onRegion={(next) =>
          edit((known) =>
            describePerson(known, { region: next, currency: regions[next] ?? known.person.currency ?? "" }),
          )
        }
      />
    </Shelf>
  );
}

interface RegionFieldProps {
  readonly region: string | undefined;
  readonly onRegion: (region: string) => void;
}

function RegionField({ region, onRegion }: RegionFieldProps) {
  const { lang, words } = useThings();
  const chosen = region !== undefined && region in regions ? region : "";
  return (
    <Regions
      title={words.region}
      lang={lang}
      chosen={chosen}
      choose={(next) => (next === "" && chosen === "" ? undefined : onRegion(next))}
    />
  );
}

interface RegionsProps {
  readonly title: string;
  readonly lang: "en" | "zh";
  readonly chosen: string;
  readonly choose: (region: string) => void;
}

export function Regions({ title, lang, chosen, choose }: RegionsProps) {
  return (
    <Pills title={title}>
      {(name) =>
        Object.entries(regionWords).map(([region, said]) => (
          <Pill key={region} name={name} isChosen={chosen === region} onChoose={() => choose(region)}>
            {said[lang]}
          </Pill>
        ))
      }
    </Pills>
  );
}
