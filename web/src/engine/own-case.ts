/** A person file that was never text: read, judged and cut to a case, with every fault named in one go. */
import type { Catalog } from "../../../src/catalog/index.ts";
import { ground } from "../../../src/ground/index.ts";
import type { Complaint } from "../../../src/model/index.ts";
import { type Person, readPerson } from "../../../src/person/index.ts";
import { withBreakableNames } from "./breakable.ts";
import { catalogueOf, sourcesFor } from "./case-catalogue.ts";
import type { CaseData, CaseQuestion, WholeCatalogue } from "./case-data.ts";
import { withPlainNames } from "./plain-names.ts";
import { namedByReader } from "./stand-ins.ts";

export interface OwnCase extends CaseQuestion {
  /** In the shape of a person file. */
  readonly document: unknown;
}

/** A fault in a document; `where` is the path of the value: `accounts.alipay.line`. */
export interface Fault {
  readonly code: string;
  readonly where: string;
  readonly message: string;
  readonly help?: string;
  readonly severity: "error" | "warning";
}

export interface OwnCaseRead {
  /** Absent when anything is wrong. */
  readonly data: CaseData | undefined;
  readonly faults: readonly Fault[];
}

export function readOwnCase({ catalog, sources }: WholeCatalogue, own: OwnCase): OwnCaseRead {
  const { person, faults } = readOwnPerson(catalog, own.document);
  if (person === undefined) return { data: undefined, faults };
  const cut = namedByReader(catalogueOf(catalog, ground({ catalog, person })), person);
  const { held, at } = own;
  return {
    data: {
      question: { held, ...(at === undefined ? {} : { at }) },
      catalog: cut,
      person: withBreakableNames(withPlainNames(person, catalog)),
      sources: sourcesFor(cut, sources),
    },
    faults,
  };
}

/** A document that was never text is read as a file is; its places are paths. */
export function readOwnPerson(
  catalog: Catalog,
  document: unknown,
): { readonly person: Person | undefined; readonly faults: readonly Fault[] } {
  const { person, complaints } = readPerson(
    {
      value: document,
      complaints: [],
      locate: (path) => ({ file: path.map(String).join(".") }),
    },
    catalog,
  );
  return { person, faults: complaints.map(faultOf) };
}

export const faultOf = ({ code, where, sentence, help, severity }: Complaint): Fault => ({
  code,
  where,
  message: sentence,
  ...(help === undefined ? {} : { help }),
  severity,
});
