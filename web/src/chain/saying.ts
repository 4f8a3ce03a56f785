/** Nodes of a chain in words: what a card gives, what it needs and where that comes from. */
import { heldOrDenied, splitCapability } from "../../../src/model/index.ts";
import type { Chain, ChainNode } from "../../../src/questions/index.ts";
import { marks, sayCapability, sayCondition, sayThing, type WordsOf } from "../../../src/report/index.ts";
import { duration, sayShort, type Telling } from "../telling.ts";
import type { chainWords } from "./words.ts";

export type ChainWords = WordsOf<typeof chainWords>;

/** What a node yields, for the face of a card; with the thing where the same flow is run over several. */
export function sayYield(telling: Telling, node: ChainNode, isOneOfSeveral: boolean): string {
  const { lang, data } = telling;
  const yielded = node.used.length > 0 ? node.used : node.gives;
  if (yielded.length === 0)
    return node.sets.map((condition) => sayCondition(data, condition, lang)).join(marks[lang].comma);
  const said = [...new Set(yielded.map((capability) => sayOne(telling, capability)))];
  const things = isOneOfSeveral ? subjectsOf(telling, yielded) : [];
  return [said.join(marks[lang].list), ...things].join(" · ");
}

/** That somebody no longer is blocked is no thing they hold: it is said as it is. */
const sayOne = (telling: Telling, capability: string): string =>
  heldOrDenied(capability).isHeld
    ? sayShort(telling, capability)
    : sayCapability(telling.data, capability, telling.lang);

function subjectsOf({ data, lang }: Telling, capabilities: readonly string[]): readonly string[] {
  const things = capabilities.flatMap((capability) => {
    const subject = splitCapability(capability)?.subjects.at(-1) ?? "";
    const thing = subject.split(".").slice(0, 2).join(".");
    return thing.startsWith("person.") ? [] : [sayThing(data, thing, lang).replace(/^(the|a) /, "")];
  });
  return [...new Set(things)].slice(0, 1);
}

/** Flows that are run more than once in this chain. */
export function flowsOfSeveral({ nodes }: Chain): ReadonlySet<string> {
  const rules = new Map<string, Set<number>>();
  for (const node of nodes) rules.set(flowKey(node), (rules.get(flowKey(node)) ?? new Set()).add(node.step));
  return new Set([...rules].filter(([, of]) => of.size > 1).map(([flow]) => flow));
}

export const flowKey = (node: ChainNode | undefined): string => `${node?.institution}/${node?.flow}`;

/** A moment, counted from the beginning. */
const sayMinutes = (telling: Telling, words: ChainWords, minutes: number): string =>
  minutes === 0 ? words.start : duration(telling, minutes);

export function sayStretch(
  telling: Telling,
  words: ChainWords,
  { fromMinutes, toMinutes }: { readonly fromMinutes: number; readonly toMinutes: number },
): string {
  return words.between({
    from: sayMinutes(telling, words, fromMinutes),
    to: sayMinutes(telling, words, toMinutes),
  });
}
