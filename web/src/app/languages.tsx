/** Which language a page speaks: chosen by a touch, kept in the address. */
import type { Lang } from "../../../src/report/index.ts";
import { goTo } from "./going.ts";
import { languageTag, type Place } from "./route.ts";
import { useWords } from "./speaking.tsx";
import { appWords } from "./words.ts";

const languages: readonly (readonly [Lang, string])[] = [
  ["zh", "中文"],
  ["en", "English"],
];

export function Languages({ place }: { readonly place: Place }) {
  const words = useWords(appWords);
  return (
    <fieldset className="languages">
      <legend className="unseen">{words.language}</legend>
      {languages.map(([each, name]) => (
        <button
          key={each}
          type="button"
          lang={languageTag(each)}
          aria-pressed={place.lang === each}
          onClick={() => goTo({ ...place, lang: each }, { replacing: true })}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
