/** The shape of a person file. Sections and attributes come from the model's table of things. */
import { z } from "zod";
import {
  bilingualShape,
  capabilityShape,
  dateShape,
  effortShape,
  idShape,
  moneyOrRangeShape,
  regionShape,
  setConditionShape,
  textOrNumber,
} from "../catalog/index.ts";
import { harmKinds, statedRelations, type ThingKind, thingTypes } from "../model/index.ts";

/** A family's things; more is a population, which is another file. */
const thingsMax = 20_000;
const word = z.union([z.string().max(200), z.boolean(), z.number()]);
const name = z.string().max(80).describe("The name of a thing of this person.");

/** A phone and a mailbox need not name who runs them. */
export const mayHaveNoRunner = (kind: ThingKind): boolean => kind === "device" || kind === "mailbox";

function thingShape(kind: ThingKind, more: Readonly<Record<string, z.ZodType>> = {}): z.ZodObject {
  const { attributes, institutionKey } = thingTypes[kind];
  const shape: Record<string, z.ZodType> = {};
  if (institutionKey !== undefined) {
    const institution = z
      .string()
      .max(80)
      .describe("The institution that runs it: its id, or a name people know it by.");
    shape[institutionKey] = mayHaveNoRunner(kind) ? institution.optional() : institution;
  }
  for (const [attribute, { type, values }] of Object.entries(attributes)) {
    const choice =
      type === "money"
        ? z.union([moneyOrRangeShape, z.literal("unknown")])
        : type === "flag"
          ? z.union([z.boolean(), z.literal("unknown")])
          : values === undefined
            ? textOrNumber
            : z.enum([...new Set([...values, "unknown"])]);
    shape[attribute] = choice.optional();
  }
  for (const [relation, { many }] of statedRelations(kind)) {
    const one = many ? z.union([z.array(name).max(thingsMax), name]) : name;
    shape[relation] = one.nullable().optional();
  }
  shape["settings"] = z
    .record(z.string(), word)
    .optional()
    .describe("Values of the institution's own settings.");
  shape["name"] = z
    .union([z.string().min(1).max(200), bilingualShape])
    .optional()
    .describe("What the person calls it.");
  shape["of"] = z.string().max(80).optional().describe("The helper it belongs to.");
  shape["note"] = z.union([z.string().max(2000), bilingualShape]).optional();
  return z.strictObject({ ...shape, ...more });
}

const { line: _simLine, device: _simDevice, ...simKeys } = thingShape("sim").shape;
const simShape = z.strictObject({
  ...simKeys,
  in: name.nullable().optional().describe("The device the SIM is in."),
});
const section = (kind: ThingKind, more?: Readonly<Record<string, z.ZodType>>) =>
  z.record(idShape, thingShape(kind, more)).optional();

export const personShape = z
  .strictObject({
    person: z.strictObject({
      id: idShape,
      region: regionShape.optional(),
      currency: z.string().max(10).optional(),
      "as-of": dateShape.optional().describe("The day whose flows are in force; absent: now."),
      name: bilingualShape.optional(),
      note: z.union([z.string().max(2000), bilingualShape]).optional(),
    }),
    lines: section("line", {
      sim: z
        .union([simShape, z.enum(["physical", "esim", "none", "unknown"])])
        .nullable()
        .optional(),
    }),
    devices: section("device"),
    cards: section("card"),
    accounts: section("account"),
    mailboxes: section("mailbox"),
    documents: section("document"),
    helpers: z.record(idShape, z.strictObject({ name: bilingualShape.optional() })).optional(),
    carried: z
      .record(idShape, z.array(name).min(2).max(thingsMax))
      .optional()
      .describe("Things that lie together, and are taken or lost together: the bag, the wallet."),
    "same-secret": z
      .array(z.array(z.string().max(200)).min(2).max(100))
      .max(1000)
      .optional(),
    "none-at": z
      .array(z.string().min(1).max(80))
      .max(1000)
      .optional()
      .describe("Services at which the person has no account: money over one of them is somebody else's."),
    forgotten: z.array(capabilityShape).max(10_000).optional(),
    conditions: z.array(setConditionShape).max(10_000).optional(),
    losses: z
      .array(
        z.strictObject({
          goal: capabilityShape,
          amount: moneyOrRangeShape.optional(),
          harm: z.enum(harmKinds).optional().describe("What harm it is, where the word itself does not say."),
          en: z.string().max(500).optional(),
          zh: z.string().max(500).optional(),
        }),
      )
      .max(1000)
      .optional(),
    measures: z
      .record(
        idShape,
        z.strictObject({
          title: bilingualShape.optional(),
          how: bilingualShape.optional(),
          by: z.enum(["person", "institution"]).optional(),
          effort: effortShape,
          moves: z.record(z.string(), name).optional().describe("card.x.reserved-line: line.y, or none"),
          changes: z.record(z.string(), word).optional(),
          sets: z.union([setConditionShape, z.array(setConditionShape)]).optional(),
          renews: z
            .union([capabilityShape, z.array(capabilityShape).max(1000)])
            .optional()
            .describe(
              "Secrets that are changed: know(account.mail.password). Who knows the old one knows nothing.",
            ),
        }),
      )
      .optional(),
  })
  .describe("One person: what they have and how it hangs together.");
export type PersonText = z.infer<typeof personShape>;
