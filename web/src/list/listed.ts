/** The to-do list as it is shown: what is the owner's and what the institutions', what is next, how far one has come. */
import type { AuditAnswer, OrderedStep } from "../../../src/questions/index.ts";
import type { ToldStep } from "../../../src/reach/index.ts";
import type { Deed, Who } from "../cut/deeds.ts";
import { keyOf } from "../cut/deeds.ts";

export interface Item {
  readonly step: OrderedStep;
  readonly deed: Deed;
  readonly isDone: boolean;
  /** The first step of a known way to a loss that this takes away or changes. */
  readonly breaks: ToldStep | undefined;
}

/** What is asked of one institution, or of all of them. */
export interface Asking {
  readonly who: Who;
  readonly items: readonly Item[];
}

export interface Listed {
  readonly mine: readonly Item[];
  readonly theirs: readonly Asking[];
  /** Its measure; absent: all the owner can do is done. */
  readonly next: string | undefined;
  readonly doneCount: number;
  readonly count: number;
}

interface ListedOf {
  /** In the order to do them. */
  readonly steps: readonly OrderedStep[];
  readonly deeds: readonly Deed[];
  readonly done: ReadonlySet<string>;
  readonly losses: AuditAnswer["losses"];
}

export function listedOf({ steps, deeds, done, losses }: ListedOf): Listed {
  const deedOf = new Map(deeds.map((deed) => [deed.measure.id, deed]));
  const items = steps.flatMap((step): readonly Item[] => {
    const deed = deedOf.get(step.measure);
    // What was chosen of things that are not there any more is not on the list.
    if (deed === undefined) return [];
    const breaks = losses
      .flatMap(({ way }) => way?.steps ?? [])
      .find(({ measures }) => measures.includes(step.measure));
    return [{ step, deed, isDone: done.has(step.measure), breaks }];
  });
  const mine = items.filter(({ deed }) => deed.measure.by === "person");
  const askings = new Map<string, Item[]>();
  for (const item of items.filter(({ deed }) => deed.measure.by === "institution")) {
    const key = keyOf(item.deed.who);
    askings.set(key, [...(askings.get(key) ?? []), item]);
  }
  return {
    mine,
    theirs: [...askings.values()].flatMap((of) =>
      of[0] === undefined ? [] : [{ who: of[0].deed.who, items: of }],
    ),
    next: mine.find(({ isDone }) => !isDone)?.step.measure,
    doneCount: items.filter(({ isDone }) => isDone).length,
    count: items.length,
  };
}
