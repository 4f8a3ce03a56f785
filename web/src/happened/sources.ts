/** What a file of records is called, by the reader's word for its layout. */
import type { Catalog } from "../../../src/catalog/index.ts";
import type { Meaning } from "../../../src/evidence/index.ts";
import { type Both, both, type Lang, sayInstitution } from "../../../src/report/index.ts";
import { sourceWords } from "./words.ts";

const whoAndWhat = both(
  (who: string, what: string) => `${who}: ${what}`,
  (who, what) => `${who}：${what}`,
);

interface Knowing {
  readonly catalog: Catalog;
  readonly meaning: Meaning;
}

export function saySource(source: string, { catalog, meaning }: Knowing, lang: Lang): string {
  const known: Both<string> | undefined = sourceWords[source.replace(/\..*$/, "")];
  if (known !== undefined) return known[lang];
  const [institution] = meaning.institutionsIn(source.replaceAll(/[-_/.]/g, " "));
  if (institution === undefined) return sourceWords["other"]![lang];
  const name = sayInstitution({ catalog }, institution, lang);
  const kind = /credit|card/.test(source)
    ? "credit"
    : catalog.institutions.get(institution)?.kind === "bank"
      ? "statement"
      : "bill";
  return whoAndWhat[lang](name, sourceWords[kind]![lang]);
}
