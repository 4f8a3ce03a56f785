/**
 * A population: one template of everything anybody of it may have, and the shares of those who have it. Each share
 * says where it comes from, or is a range nobody has measured; then how much the answer hangs on it is told as well.
 *
 * Shares hang together where somebody says so: `given` names others that were drawn before (who is old has a PIN less
 * often), the first line that fits goes, and the share itself is for everybody else. A *group* (`group.age`) is nothing
 * anybody has: it only lets others hang on it, and answers be told by it.
 */
import { z } from "zod";
import { bilingualShape, dateShape, idShape } from "../catalog/index.ts";
import type { Bilingual } from "../model/index.ts";
import type { Person, ThingId } from "../person/index.ts";

const share = z.number().min(0).max(1);
const shareShape = z.union([share, z.tuple([share, share])]);
const valuesShape = z.record(z.string().max(80), z.union([shareShape, z.literal("rest")]));
const whenValue = z.union([z.boolean(), z.string().max(80)]);
const whenShape = z
  .record(z.string().max(200), z.union([whenValue, z.array(whenValue).min(1).max(50)]))
  .describe("Keys of other shares, with what was drawn of them.");
const sourceShape = {
  source: z.string().min(1).max(2_000).describe("Where it was counted; `range` where nobody has."),
  date: dateShape.optional(),
};
/** One share by itself. */
export const shareEntryShape = z.union([
  z.strictObject({
    has: shareShape,
    given: z
      .array(z.strictObject({ when: whenShape, has: shareShape }))
      .max(50)
      .optional(),
    overall: shareShape
      .optional()
      .describe("Of everybody, where that was counted: the rest must add up to it."),
    ...sourceShape,
  }),
  z.strictObject({
    values: valuesShape,
    given: z
      .array(z.strictObject({ when: whenShape, values: valuesShape }))
      .max(50)
      .optional(),
    overall: z.record(z.string().max(80), shareShape).optional(),
    ...sourceShape,
  }),
]);
export const populationShape = z
  .strictObject({
    population: idShape,
    title: bilingualShape,
    template: z
      .record(z.string(), z.unknown())
      .describe("A person file with everything anybody of them may have."),
    shares: z
      .record(z.string().max(200), shareEntryShape)
      .describe(
        "Of a thing (account.alipay) who has it; of an attribute (sim.main.pin) or a group (group.age) its values.",
      ),
  })
  .describe("Whom a change is weighed for.");
export type PopulationText = z.infer<typeof populationShape>;
export type ShareText = PopulationText["shares"][string];

/** From one share to another; the same twice where it was counted. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export type Odds =
  | ({ readonly kind: "has" } & Range)
  | {
      readonly kind: "value";
      readonly values: readonly ({ readonly value: string } & Range)[];
      /** What is left of 1 is this value's. */
      readonly rest: string;
    };

/** What a share is a share of. */
export type ShareOf =
  | { readonly kind: "thing"; readonly thing: ThingId }
  | { readonly kind: "attribute"; readonly thing: ThingId; readonly attribute: string }
  | { readonly kind: "group"; readonly group: string };

export interface Given {
  /** By the key of another share: what may have been drawn of it. */
  readonly when: ReadonlyMap<string, readonly (string | boolean)[]>;
  readonly odds: Odds;
}

export interface Share {
  readonly key: string;
  readonly source: string;
  readonly of: ShareOf;
  /** For those of whom no line of `given` speaks. */
  readonly odds: Odds;
  readonly given: readonly Given[];
}

export interface Population {
  readonly id: string;
  readonly title: Bilingual;
  readonly template: Person;
  /** Whatever hangs on another stands behind it. */
  readonly shares: readonly Share[];
}

/** By the key of its share. */
export type Drawn = ReadonlyMap<string, string | boolean>;

/** Where in its range each share is taken: 0 the lower end, 1 the upper. */
export type Ends = ReadonlyMap<string, number>;

const spread = (odds: Odds): boolean =>
  odds.kind === "has" ? odds.from < odds.to : odds.values.some(({ from, to }) => from < to);

/** Whether a range stands anywhere in it. */
export const isRange = ({ odds, given }: Share): boolean =>
  spread(odds) || given.some((each) => spread(each.odds));

/** What can be drawn of it. */
export function valuesOf({ odds, given }: Share): readonly (string | boolean)[] {
  const each = [odds, ...given.map((line) => line.odds)];
  return odds.kind === "has"
    ? [true, false]
    : [
        ...new Set(
          each.flatMap((some) =>
            some.kind === "value" ? [...some.values.map(({ value }) => value), some.rest] : [],
          ),
        ),
      ];
}
