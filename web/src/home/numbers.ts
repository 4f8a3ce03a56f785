/**
 * Whom to call at once in mainland China, where one short number reaches an institution from any phone at any hour.
 * Elsewhere there are many numbers, and a wrong one costs the minutes that count.
 *
 * They are read from the catalogue when the page is built and stand in the document itself: there is something to call
 * before the first script is read, and without any.
 */
import type { Catalog } from "../../../src/catalog/index.ts";
import type { Bilingual, Institution } from "../../../src/model/index.ts";

export interface AtOnce {
  readonly institution: string;
  readonly name: Bilingual;
  readonly tel: string;
}

/** `carriers` first: who has the number has the codes. `money`: banks, wallets, shops and lenders that keep some. */
export interface CallList {
  readonly carriers: readonly AtOnce[];
  readonly money: readonly AtOnce[];
  readonly police: readonly AtOnce[];
}

const region = "cn";
const keepsMoney: readonly string[] = ["bank", "wallet", "marketplace", "lender"];

/** What a call list says instead of the institution's full name. */
const names: Readonly<Record<string, Bilingual>> = {
  "police-cn": { en: "Police", zh: "报警" },
};

export function callListOf({ institutions }: Pick<Catalog, "institutions">): CallList {
  const here = [...institutions.values()].filter(({ regions }) => regions.includes(region));
  const of = (isWanted: (institution: Institution) => boolean) =>
    here.filter(isWanted).flatMap(({ id, name, contacts }): AtOnce[] => {
      const tel = contacts.find((contact) => contact.tel !== undefined && contact.hours === "always")?.tel;
      return tel === undefined ? [] : [{ institution: id, name: names[id] ?? name, tel }];
    });
  return {
    carriers: oncePerNumber(of(({ kind }) => kind === "carrier")),
    money: of(({ kind }) => keepsMoney.includes(kind)),
    police: of(({ kind }) => kind === "police"),
  };
}

/** A carrier and its part in one province have the same number: whoever is its customer looks for the carrier. */
const oncePerNumber = (list: readonly AtOnce[]): readonly AtOnce[] =>
  list.filter(({ tel }, i) => list.findIndex((other) => other.tel === tel) === i);
