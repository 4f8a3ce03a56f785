/**
 * Which institution somebody at the telephone means: by any of its names, as everywhere, and where nobody is called so, by
 * a name that begins theirs. `Indosat Ooredoo` is Indosat; a mistyped name is nobody's. Where several are left none is
 * taken.
 */
import { type Catalog, institutionNamed } from "../catalog/index.ts";
import type { Institution } from "../model/index.ts";

/** A shorter name begins too many others. */
const lettersMin = 3;
/** More words than these are another name. */
const wordsMore = 2;

export function institutionMeant(
  catalog: Catalog,
  name: string,
  region: string | undefined,
): Institution | undefined {
  const { institution, all } = institutionNamed(catalog, name, { region });
  if (institution !== undefined || all.length > 0 || region === undefined) return institution;
  const wanted = wordsOf(name);
  const found = [...catalog.institutions.values()]
    .filter(({ isArchetype, regions }) => !isArchetype && regions.includes(region))
    .map((each) => ({ each, words: longest(each, wanted) }))
    .filter(({ words }) => words > 0);
  const most = Math.max(0, ...found.map(({ words }) => words));
  const [one, ...others] = found.filter(({ words }) => words === most);
  return others.length === 0 ? one?.each : undefined;
}

/** How many words of the name one of its own names is; 0: none begins it. */
function longest({ id, name, also }: Institution, wanted: readonly string[]): number {
  const own = [id, name.en, name.zh, ...also].map(wordsOf).filter((words) => {
    const isLong = words.join("").length >= lettersMin && wanted.length - words.length <= wordsMore;
    return isLong && words.length < wanted.length && words.every((word, i) => word === wanted[i]);
  });
  return Math.max(0, ...own.map((words) => words.length));
}

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .split(/[^\p{L}\p{N}&]+/u)
    .filter((word) => word !== "");
