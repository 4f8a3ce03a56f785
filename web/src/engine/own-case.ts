/** A person file that was never text: read, judged and cut to a case, with every fault named in one go. */
import { readQuestion } from "../../../src/asking/index.ts";
import type { Catalog } from "../../../src/catalog/index.ts";
import type { Complaint } from "../../../src/model/index.ts";
import { leakedOf, type Person, readPerson } from "../../../src/person/index.ts";
import { withBreakableNames } from "./breakable.ts";
import { catalogueOf, lendingFor, sourcesFor } from "./case-catalogue.ts";
import type { CaseData, CaseQuestion, WholeCatalogue } from "./case-data.ts";
import { keepWorlds } from "./engine.ts";
import { withPlainNames } from "./plain-names.ts";
import { namedByReader } from "./stand-ins.ts";

export interface OwnCase extends Omit<CaseQuestion, "leaked"> {
  /** In the shape of a person file. */
  readonly document: unknown;
  /** Nobody knows the number of the ID document and what else usually leaks; absent: it counts as known. */
  readonly isNotLeaked?: boolean;
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
  const { at } = own;
  const leaked =
    own.isNotLeaked === true ? [] : leakedOf({ catalog, person }).filter((each) => !own.held.includes(each));
  const { asked, complaints } = readQuestion({
    catalog,
    person,
    text: { held: own.held.length === 0 ? [] : [...own.held, ...leaked], at },
    placeOf: (part, index) => ({ file: `${part}.${index}` }),
  });
  if (asked === undefined) return { data: undefined, faults: [...faults, ...complaints.map(faultOf)] };
  const lending = lendingFor(catalog, person);
  const lent = asked.lent();
  const cut = namedByReader(catalogueOf(catalog, lent, lending), person);
  const data: CaseData = {
    question: {
      held: asked.held,
      ...(leaked.length === 0 ? {} : { leaked }),
      ...(at === undefined ? {} : { at }),
    },
    catalog: cut,
    person: withBreakableNames(withPlainNames(person, catalog)),
    lending,
    sources: sourcesFor(cut, sources),
  };
  keepWorlds(data, { world: asked.world, lent });
  return { data, faults };
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
