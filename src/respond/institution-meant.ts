/**
 * Which institution somebody at the telephone means: by any of its names, as everywhere, and where nobody is called so, by
 * a name that begins theirs, or theirs without its first `中国`. `Indosat Ooredoo` is Indosat; a mistyped name is nobody's.
 * Where several are left none is taken.
 *
 * Somebody in trouble may be on a journey, and nobody asks them for an id: the only one of a name is meant, wherever it is,
 * if it is written in the same words (`支付宝` in Bangkok; `My Bank` in Poland is not China's MYbank, nor is `mybank`, which is
 * what anybody calls theirs).
 */
import { type Catalog, institutionNamed, kindToldBy } from "../catalog/index.ts";
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
  const [abroad, ...more] = institution === undefined ? all : [];
  const isMeant = abroad !== undefined && more.length === 0 && isInSameWords(abroad, name);
  if (isMeant && !saysOnlyWhose(catalog, name)) return abroad;
  if (institution !== undefined || all.length > 0 || region === undefined) return institution;
  const wanted = wordsOf(name);
  const found = [...catalog.institutions.values()]
    .filter(({ isArchetype, regions }) => !isArchetype && regions.includes(region))
    .map((each) => ({ each, words: longest(each, wanted) }))
    .filter(({ words }) => words > 0);
  const most = Math.max(0, ...found.map(({ words }) => words));
  const [one, ...others] = found.filter(({ words }) => words === most);
  if (one !== undefined) return others.length === 0 ? one.each : undefined;
  return shortened(catalog, name, region);
}

/** `mybank` is what anybody calls theirs; a name it is only where somebody there is called so. */
function saysOnlyWhose(catalog: Catalog, name: string): boolean {
  const rest = /^(?:my|our|the)[^\p{L}]*(?<rest>\p{L}+)$/iu.exec(name.trim())?.groups?.["rest"];
  return rest !== undefined && kindToldBy(catalog, rest) !== undefined;
}

const isInSameWords = ({ id, name: own, also }: Institution, name: string): boolean =>
  [id, own.en, own.zh, ...also].some((text) => wordsOf(text).join(" ") === wordsOf(name).join(" "));

/** `邮政储蓄银行` is `中国邮政储蓄银行`; `政储蓄银行` is nobody's. */
const leftOff = "中国";
const lettersLeft = 4;

function shortened(catalog: Catalog, name: string, region: string): Institution | undefined {
  const wanted = name.trim();
  if (!/^\p{Script=Han}+$/u.test(wanted) || [...wanted].length < lettersLeft) return undefined;
  const found = [...catalog.institutions.values()].filter(
    ({ isArchetype, regions, name: own, also }) =>
      !isArchetype &&
      regions.includes(region) &&
      [own.zh, ...also].some((text) => text === `${leftOff}${wanted}`),
  );
  return found.length === 1 ? found[0] : undefined;
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
