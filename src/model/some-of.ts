/**
 * So many of several, spelled out: every choice of so many, for whoever reads alternatives.
 *
 * A word whose relation may name several things (`unlock(account.trusted)`, with three of them) may be chosen more than once,
 * each time for another thing; the path then carries which of them it is and of which list, and the pattern which list it stands in. Whoever
 * puts things in the places of a way keeps it only where its choices come to different things (`areDifferent`).
 */
import type { SubjectPath } from "./capability.ts";
import { formatPattern } from "./capability.ts";
import type { Asks, CapabilityPattern, OneOfSome } from "./flow.ts";
import { type ThingKind, thingTypes } from "./things.ts";

type SomeOf = Extract<Asks, { readonly kind: "some" }>;

const spelledKnown = new WeakMap<SomeOf, readonly Asks[]>();

/** Each choice as what must all be met; the catalogue reader has bounded how many there are. */
export function choicesOfSome(asks: SomeOf): readonly Asks[] {
  const known = spelledKnown.get(asks);
  if (known !== undefined) return known;
  const { atLeast, parts } = asks;
  const list = JSON.stringify([atLeast, parts.map(textOf)]);
  const made = timesEach(parts, atLeast).map((times): Asks => {
    let choice = 0;
    const chosen = times.flatMap((count, word) =>
      Array.from({ length: count }, (_, i) =>
        marked(at(parts, word), {
          among: { list, choice: choice++, word },
          ...(count === 1 ? {} : { nth: `${i + 1} of ${list}` }),
        }),
      ),
    );
    return { kind: "all", parts: chosen };
  });
  spelledKnown.set(asks, made);
  return made;
}

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index];
  if (found === undefined) throw new RangeError(`no part ${index} of ${list.length}`);
  return found;
};

/** How often each part is chosen, in every choice of so many. */
function timesEach(parts: readonly Asks[], atLeast: number): readonly (readonly number[])[] {
  let begun: readonly (readonly number[])[] = [[]];
  for (const [i, part] of parts.entries()) {
    const after = parts.slice(i + 1).reduce((sum, each) => sum + mostTimes(each, atLeast), 0);
    begun = begun.flatMap((before) => {
      const left = atLeast - before.reduce((sum, each) => sum + each, 0);
      const most = Math.min(left, mostTimes(part, atLeast));
      const counts = Array.from({ length: most + 1 }, (_, less) => most - less);
      return counts.filter((count) => left - count <= after).map((count) => [...before, count]);
    });
  }
  return begun;
}

/** In how many ways so many can be chosen, counted before any is made; 0: there are too few of them. */
export function countChoices({ atLeast, parts }: SomeOf): number {
  let ways = [1, ...Array.from({ length: atLeast }, () => 0)];
  for (const part of parts) {
    const most = mostTimes(part, atLeast);
    ways = ways.map((_, sum) =>
      Array.from({ length: Math.min(most, sum) + 1 }, (__, count) => ways[sum - count] ?? 0).reduce(
        (all, each) => all + each,
        0,
      ),
    );
  }
  return ways[atLeast] ?? 0;
}

/** A part that names several things counts for each of them, as often as is asked; any other once. */
const mostTimes = (part: Asks, atLeast: number): number => (namesSeveral(part) ? atLeast : 1);

function namesSeveral(asks: Asks): boolean {
  switch (asks.kind) {
    case "capability":
      return asks.pattern.subjects.some((path) => firstOfMany(path) >= 0);
    case "all":
      return asks.parts.some(namesSeveral);
    case "any":
    case "some":
      return false;
  }
}

/** Which of its relations is the first that may lead to several things; -1: none. */
export function firstOfMany({ variable, relations }: Pick<SubjectPath, "variable" | "relations">): number {
  let kind: ThingKind = variable;
  return relations.findIndex((name) => {
    const relation = thingTypes[kind].relations[name];
    kind = relation?.to ?? kind;
    return relation?.many === true;
  });
}

interface Mark {
  readonly among: OneOfSome;
  readonly nth?: string;
}

/** The reader has bounded the depth of nesting, so this may recurse. What stands in a list of its own keeps its place there. */
function marked(asks: Asks, mark: Mark): Asks {
  switch (asks.kind) {
    case "capability":
      return { kind: "capability", pattern: markedPattern(asks.pattern, mark) };
    case "some":
      return asks;
    default:
      return { ...asks, parts: asks.parts.map((part) => marked(part, mark)) };
  }
}

function markedPattern({ kind, subjects }: CapabilityPattern, { among, nth }: Mark): CapabilityPattern {
  const numbered = (path: SubjectPath): SubjectPath =>
    nth === undefined || firstOfMany(path) < 0 ? path : { ...path, nth };
  return { kind, subjects: subjects.map(numbered), among };
}

/**
 * Whether the choices of each list come to different things, those of one word in their order: the same two friends are
 * not looked at twice. `said` is what a pattern comes to with things in its places.
 */
export function areDifferent<Pattern extends CapabilityPattern>(
  way: readonly Pattern[],
  said: (pattern: Pattern) => string,
): boolean {
  const lists = new Map<string, Map<number, { readonly word: number; readonly texts: string[] }>>();
  for (const pattern of way) {
    if (pattern.among === undefined) continue;
    const { list, choice, word } = pattern.among;
    const choices = lists.get(list) ?? new Map<number, { readonly word: number; readonly texts: string[] }>();
    lists.set(list, choices);
    const known = choices.get(choice) ?? { word, texts: [] };
    choices.set(choice, known);
    known.texts.push(said(pattern));
  }
  return [...lists.values()].every((choices) => {
    const all = [...choices.values()].map(({ word, texts }) => ({ word, text: [...texts].sort().join() }));
    return all.every((one, i) =>
      all
        .slice(i + 1)
        .every((other) => (one.word === other.word ? one.text < other.text : one.text !== other.text)),
    );
  });
}

function textOf(asks: Asks): string {
  if (asks.kind === "capability") return formatPattern(asks.pattern);
  return JSON.stringify([asks.kind, asks.kind === "some" ? asks.atLeast : 0, asks.parts.map(textOf)]);
}
