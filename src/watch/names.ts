/**
 * What the ids of an answer are called, in both languages, for whoever reads it at a desk: losses, flows and institutions.
 * An id the catalogue does not know has no name and is shown as it is.
 */
import type { Catalog } from "../catalog/index.ts";
import { type Bilingual, splitCapability } from "../model/index.ts";
import { eventKindWords, sayCapabilityPlainly } from "../report/index.ts";

/** By id. */
export type Names = Readonly<Record<string, Bilingual>>;

/** What is to be named, as it stands in an answer. */
export interface Unnamed {
  readonly losses?: readonly string[];
  /** `institution/flow`; a flow that an archetype lends is `institution/archetype:flow`. */
  readonly flows?: readonly string[];
  /** An event's own word, a flow or a kind; its name is found by `institution/word`. */
  /** Kinds of events, by themselves. */
  readonly kinds?: readonly string[];
  readonly acts?: readonly { readonly institution: string; readonly word: string }[];
}

export type Naming = (unnamed: readonly Unnamed[]) => Names;

export function openNames(catalog: Catalog): Naming {
  const { institutions, vocabulary } = catalog;
  const nameOfFlow = (id: string): Bilingual | undefined => {
    const [institution = "", flow = ""] = id.split("/");
    const [lender = "", lent] = flow.split(":");
    const whose = institutions.get(lent === undefined ? institution : lender);
    return whose?.flows.find((each) => each.id === (lent ?? flow))?.title;
  };
  const nameOfLoss = (loss: string): Bilingual | undefined =>
    vocabulary.capabilities.has(splitCapability(loss)?.kind ?? "")
      ? {
          en: sayCapabilityPlainly({ catalog }, loss, "en"),
          zh: sayCapabilityPlainly({ catalog }, loss, "zh"),
        }
      : undefined;
  return (unnamed) => {
    const names = new Map<string, Bilingual>();
    const note = (id: string, nameOf: (id: string) => Bilingual | undefined): void => {
      const name = names.has(id) ? undefined : nameOf(id);
      if (name !== undefined) names.set(id, { en: name.en, zh: name.zh });
    };
    const nameOf = (id: string) => institutions.get(id)?.name;
    for (const each of unnamed) {
      for (const loss of each.losses ?? []) note(loss, nameOfLoss);
      for (const flow of each.flows ?? []) {
        note(flow, nameOfFlow);
        note(flow.split("/")[0] ?? "", nameOf);
      }
      for (const word of each.kinds ?? []) note(word, () => eventKindWords[word]);
      for (const { institution, word } of each.acts ?? []) {
        note(`${institution}/${word}`, (id) => nameOfFlow(id) ?? eventKindWords[word]);
        note(institution, nameOf);
      }
    }
    return Object.fromEntries([...names].sort(([a], [b]) => (a < b ? -1 : 1)));
  };
}
