/** A person file that was never text: read, judged and cut to a case, with every fault named in one go. */
import { ground } from "../../../src/graph/index.ts";
import { readPerson } from "../../../src/person/index.ts";
import { catalogueOf, sourcesFor } from "./case-catalogue.ts";
import type { CaseData, CaseQuestion, WholeCatalogue } from "./case-data.ts";

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
  const { person, complaints } = readPerson(
    {
      value: own.document,
      complaints: [],
      locate: (path) => ({ file: path.map(String).join(".") }),
    },
    catalog,
  );
  const faults = complaints.map(({ code, where, sentence, help, severity }) => ({
    code,
    where,
    message: sentence,
    ...(help === undefined ? {} : { help }),
    severity,
  }));
  if (person === undefined) return { data: undefined, faults };
  const cut = catalogueOf(catalog, ground({ catalog, person }));
  const { held, at } = own;
  return {
    data: {
      question: { held, ...(at === undefined ? {} : { at }) },
      catalog: cut,
      person,
      sources: sourcesFor(cut, sources),
    },
    faults,
  };
}
