/** The catalogue's services as something to choose from: names in every spelling, what they run, what can be set. */
import type { Catalog } from "../../../src/catalog/index.ts";
import {
  type Bilingual,
  type Contact,
  compareText,
  type InstitutionKind,
  type Setting,
  type ThingKind,
} from "../../../src/model/index.ts";

export interface Service {
  readonly id: string;
  readonly name: Bilingual;
  readonly kind: InstitutionKind;
  /** Other names, and how the Chinese ones are typed on Latin keys: `zhifubao`, `zfb`. */
  readonly also: readonly string[];
  /** Empty: everywhere. */
  readonly regions: readonly string[];
  readonly provides: readonly ThingKind[];
  readonly settings: ReadonlyMap<string, Setting>;
  /** What its things are unless the person says otherwise, by kind of thing and attribute. */
  readonly defaults: ReadonlyMap<ThingKind, ReadonlyMap<string, string>>;
  readonly contacts: readonly Contact[];
  /** Stands for any service of its kind, described by its settings. */
  readonly isArchetype: boolean;
}

/** `romanised` gives the ways a Chinese text is typed on Latin keys: whole, and by first letters. */
export function servicesOf(
  catalog: Catalog,
  romanised: (chinese: string) => readonly string[],
): readonly Service[] {
  return [...catalog.institutions.values()]
    .map(({ id, name, also, kind, regions, provides, settings, defaults, contacts }) => ({
      id,
      name,
      kind,
      also: [...new Set([...also, ...[name.zh, ...also].filter(isChinese).flatMap(romanised)])],
      regions,
      provides,
      settings,
      defaults,
      contacts,
      isArchetype: id.startsWith("any-") || id.startsWith("other-"),
    }))
    .sort((a, b) => compareText(a.id, b.id));
}

const isChinese = (text: string) => /\p{sc=Han}/u.test(text);
