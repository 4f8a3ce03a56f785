/**
 * The shape of the files, said once: the readers check by it and the JSON Schemas for editors are made from it. What a
 * shape cannot say (that a flow named in a measure exists) is checked after, by the readers.
 */
import { z } from "zod";
import {
  capabilityRoles,
  channels,
  clockEnds,
  clockStarts,
  conditionRoles,
  countryCode,
  harmKinds,
  institutionKinds,
  isDate,
  leftOpenKinds,
  parseDuration,
  parseHours,
  proofClasses,
  secretRoles,
  thingKinds,
  traceKinds,
  writtenStatuses,
} from "../model/index.ts";

const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Long enough for any name of ours; a longer one is a paste by mistake. */
const idLengthMax = 80;
const textLengthMax = 2_000;
/** More than any one process asks; a longer list is a mistake or an attack on the reader. */
const listMax = 200;

export const idShape = z
  .string()
  .max(idLengthMax)
  .regex(idPattern, { error: "is not an id: lower-case words joined by hyphens" })
  .describe("Lower-case words joined by hyphens.");
const line = z.string().min(1).max(textLengthMax);
export const bilingualShape = z
  .strictObject({ en: line, zh: line })
  .describe("The same text in both languages.");
const optionalBilingual = { en: line.optional(), zh: line.optional() };
export const textOrNumber = z.union([z.string().max(textLengthMax), z.number()]);

export const regionShape = z
  .string()
  .max(60)
  .overwrite(countryCode)
  .regex(/^[a-z]{2}$/, { error: "is no country: write it as two letters, such as `cn`, `us` or `gb`" })
  .describe("A country, as two letters.");
const regionsShape = z.array(regionShape).max(listMax).optional();
export const durationShape = z
  .string()
  .refine((text) => parseDuration(text) !== undefined, {
    error: "is not a duration: write `30s`, `5m`, `1h30m`, `24h` or `3d`",
  })
  .describe("A duration: 30s, 5m, 1h30m, 24h, 3d.");
const hoursShape = z
  .string()
  .refine((text) => parseHours(text) !== undefined, {
    error: "are not opening hours: write `always`, `09:00-18:00` or `mon-fri 09:00-17:00, sat 10:00-14:00`",
  })
  .describe("Opening hours: always, 09:00-18:00, mon-fri 09:00-17:00, sat 10:00-14:00.");
export const dateShape = z
  .union([z.string(), z.number()])
  .refine((text) => isDate(String(text)), { error: "is not a date: write `2020-09-04`, `2020-09` or `2020`" })
  .describe("A date, a month or a year: 2020-09-04.");
const takesShape = z
  .union([
    durationShape,
    z.strictObject({ min: durationShape, likely: durationShape.optional(), max: durationShape.optional() }),
  ])
  .describe("How long it takes: a duration, or min, likely and max.");
export const effortShape = z
  .union([z.enum(["low", "medium", "high"]), z.number().nonnegative().max(1e6)])
  .describe("low = 1, medium = 3, high = 10, or a number.");
export const moneyShape = z.number().nonnegative().max(1e12);
/** A sum, or between which two it lies. */
export const moneyOrRangeShape = z
  .union([
    moneyShape,
    z.strictObject({ from: moneyShape, to: moneyShape }).refine(({ from, to }) => from <= to, {
      error: "is no interval: `from` is more than `to`",
    }),
  ])
  .describe("A sum, or { from, to } where only that is known.");
/** The most it may be, and the least where that is less. */
export const moneyRange = (
  said: z.infer<typeof moneyOrRangeShape>,
): { readonly amount: number; readonly atLeast?: number } =>
  typeof said === "number"
    ? { amount: said }
    : { amount: said.to, ...(said.from < said.to ? { atLeast: said.from } : {}) };

export const capabilityShape = z
  .string()
  .max(300)
  .describe("A capability: kind(subject), e.g. receive-sms(card.reserved-line).");
const capabilityList = z.union([capabilityShape, z.array(capabilityShape).max(listMax)]);
/** More ways to ask than any process has; beyond it one flow would be thousands of rules. Asked before they are made. */
export const waysMax = 256;
export type AsksText =
  | string
  | AsksText[]
  | { any: AsksText[] }
  | { all: AsksText[] }
  | { "at-least": number; of: string | AsksText[] };
const asksShape: z.ZodType<AsksText> = z
  .lazy(() =>
    z.union([
      capabilityShape,
      z.array(asksShape).max(listMax),
      z.strictObject({ any: z.array(asksShape).min(1).max(listMax) }),
      z.strictObject({ all: z.array(asksShape).max(listMax) }),
      atLeastShape,
    ]),
  )
  .meta({
    id: "asks",
    description:
      "What it asks: a capability, a list (all of), { any: […] }, { all: […] } or { at-least: 2, of: […] }, nested.",
  });

const atLeastShape: z.ZodType<{ "at-least": number; of: string | AsksText[] }> = z.lazy(() =>
  z.strictObject({
    "at-least": z.number().int().min(1).max(listMax),
    of: z.union([capabilityShape, z.array(asksShape).min(1).max(listMax)]),
  }),
);

export const setConditionShape = z.union([
  capabilityShape,
  z.strictObject({ condition: capabilityShape, expires: durationShape.optional() }),
]);
const setsShape = z.union([setConditionShape, z.array(setConditionShape).max(listMax)]);
const wordValue = z.union([z.string(), z.boolean(), z.number()]);
const whenShape = z
  .record(z.string(), z.union([wordValue, z.array(wordValue).min(1).max(listMax)]))
  .describe("Only where these attributes have this value, or one of a list.");
const forShape = z
  .partialRecord(z.enum(thingKinds), z.union([z.string(), z.array(z.string()).min(1).max(listMax)]))
  .describe(
    "Which things a variable runs over: a relation (account.cards), a list of them, or new, own, theirs.",
  );

const basisShape = z.strictObject({
  status: z
    .enum(writtenStatuses)
    .describe("tested, documented, reported, claimed (unconfirmed) or disputed."),
  seen: dateShape,
  source: line.describe("An id in sources.yaml, or an address."),
  note: bilingualShape.optional(),
});

const late = durationShape
  .optional()
  .describe("It comes so much later than the step: a text that hangs for hours.");
const traceShapes = {
  sms: z.strictObject({ to: line, from: textOrNumber.optional(), about: line.optional(), late }),
  call: z.strictObject({
    to: textOrNumber.optional(),
    from: textOrNumber.optional(),
    about: line.optional(),
    late,
  }),
  mail: z.strictObject({ to: line, from: textOrNumber.optional(), about: line.optional(), late }),
  notice: z.strictObject({ to: line, from: textOrNumber.optional(), about: line.optional(), late }),
  row: z.strictObject({ in: line, from: textOrNumber.optional(), about: line.optional(), late }),
  "kick-off": z.strictObject({ of: line, about: line.optional() }),
  record: z.strictObject({ at: line.optional(), about: line.optional() }),
  letter: z.strictObject({ to: line.optional(), about: line.optional() }),
};
const traceShape = z
  .strictObject({
    sms: traceShapes.sms.optional(),
    call: traceShapes.call.optional(),
    mail: traceShapes.mail.optional(),
    notice: traceShapes.notice.optional(),
    row: traceShapes.row.optional(),
    "kick-off": traceShapes["kick-off"].optional(),
    record: traceShapes.record.optional(),
    letter: traceShapes.letter.optional(),
  })
  .refine((trace) => Object.keys(trace).length === 1, {
    error: "is not a trace: give exactly one of sms, call, mail, notice, row, kick-off, record, letter",
  });

/** Somebody's yes, with the chance of it where anybody has stated one. */
const yesShape = z.union([
  z.literal(true),
  z.strictObject({ chance: z.number().min(0).max(1).optional(), ...optionalBilingual }),
]);

/** More limits on one flow than anybody has written down. */
const limitsMax = 8;
const atMostShape = z
  .strictObject({
    times: z.number().int().positive().max(1e6).optional(),
    amount: moneyOrRangeShape
      .refine((sum) => moneyRange(sum).amount > 0, { error: "is no limit: nothing could ever be taken" })
      .optional()
      .describe("No more money than this in so long, by all runs together."),
    per: z
      .union([z.literal("ever"), durationShape])
      .describe("In any stretch of time so long; `ever`: once and for all."),
    of: z
      .enum(thingKinds)
      .optional()
      .describe("Whose limit the amount is: all flows here that say so count together for this thing."),
  })
  .refine(({ times, amount }) => times !== undefined || amount !== undefined, {
    error: "is no limit: give `times`, `amount` or both",
  })
  .refine(({ of, amount }) => of === undefined || amount !== undefined, {
    error: "is no shared limit: give an `amount`, for what is shared is a sum",
  });

const changeable = {
  channel: z.enum(channels).optional(),
  hours: hoursShape.optional(),
  when: whenShape.optional(),
  for: forShape.optional(),
  asks: asksShape.optional(),
  unless: capabilityList.optional(),
  gives: capabilityList.optional(),
  sets: setsShape.optional(),
  clears: capabilityList.optional(),
  takes: takesShape.optional(),
  delay: z
    .union([
      durationShape,
      z.strictObject({
        min: durationShape,
        likely: durationShape.optional(),
        max: durationShape.optional(),
        tells: z.union([z.string(), z.array(z.string()).max(listMax)]).optional(),
        late,
        "cancelled-by": z.string().optional(),
        ...optionalBilingual,
      }),
    ])
    .optional()
    .describe(
      "Asks now, gives later; tells somebody meanwhile, who may cancel. A duration where it tells nobody.",
    ),
  amount: moneyOrRangeShape
    .optional()
    .describe("Money a loss given here is worth, where the person file says nothing."),
  each: moneyOrRangeShape
    .refine((sum) => moneyRange(sum).amount > 0, { error: "is no limit: nothing could ever be taken" })
    .optional()
    .describe("One run takes no more money than this; `at-most` says how often it can be run."),
  "at-most": z
    .union([atMostShape, z.array(atMostShape).min(1).max(limitsMax)])
    .optional()
    .describe("How often it can be run and how much it takes; of several limits all hold."),
  discretion: yesShape.optional().describe("A human may be talked into it."),
  consent: yesShape.optional().describe("The owner says yes: presses, reads out, replies."),
  insider: yesShape.optional().describe("Somebody inside does it for them."),
};

export const flowShape = z.strictObject({
  title: bilingualShape.optional(),
  ...changeable,
  while: capabilityList.optional().describe("Conditions that must be set when it begins and when it ends."),
  revokes: capabilityList.optional(),
  leaves: z.array(traceShape).max(listMax).optional(),
  measures: z.array(idShape).max(listMax).optional(),
  f3: z
    .array(z.string().regex(/^[FT]\d{4}(\.\d{3})?$/, { error: "is not an F3 id: write `F1006.003`" }))
    .max(listMax)
    .optional(),
  attack: z
    .array(
      z.string().regex(/^T\d{4}(\.\d{3})?$/, { error: "is not an ATT&CK id: write `T1098` or `T1636.004`" }),
    )
    .max(listMax)
    .optional(),
  valid: z.strictObject({ from: dateShape.optional(), until: dateShape.optional() }).optional(),
  aspect: z
    .union([idShape, z.array(idShape).min(1).max(listMax)])
    .optional()
    .describe(
      "The aspects it belongs to (catalog/aspects.yaml), where what it gives and asks does not tell.",
    ),
  basis: basisShape.optional(),
});
export type FlowText = z.infer<typeof flowShape>;

const flowChangeShape = z.strictObject(changeable);
export type FlowChangeText = z.infer<typeof flowChangeShape>;
export type AtMostText = z.infer<typeof atMostShape>;

export const measureShape = z.strictObject({
  title: bilingualShape.optional(),
  how: bilingualShape.optional(),
  by: z.enum(["person", "institution"]),
  effort: effortShape,
  per: z.enum(["world", "institution", "thing"]).optional(),
  replaces: z.record(z.string(), flowChangeShape).optional(),
  removes: z.array(z.string()).max(listMax).optional(),
  "asks-more": z
    .union([
      capabilityShape,
      z.array(asksShape).max(listMax),
      z.strictObject({ any: z.array(asksShape).min(1).max(listMax) }),
      atLeastShape,
    ])
    .optional(),
  "gives-less": capabilityList.optional(),
  delays: durationShape.optional(),
  "only-hours": hoursShape.optional(),
  changes: z.record(z.string(), wordValue).optional(),
  sets: setsShape.optional(),
  renews: capabilityList
    .optional()
    .describe("Secrets that are changed: know(account.password). Who knows the old one knows nothing."),
  valid: z
    .strictObject({ from: dateShape.optional(), until: dateShape.optional() })
    .optional()
    .describe("When it can be taken; absent ends are open."),
  basis: basisShape.optional(),
});
export type MeasureText = z.infer<typeof measureShape>;

const readingShape = z.enum(["whole", "none"]);

/** What an institution's file and an extension of one have alike. */
const institutionParts = {
  also: z.array(textOrNumber).max(listMax).optional(),
  reads: z
    .record(
      idShape,
      z.union([readingShape, z.strictObject({ is: readingShape, basis: basisShape.optional() })]),
    )
    .optional()
    .describe("Aspects of which every way is read (whole), or which do not exist here (none)."),
  contacts: z
    .array(
      z.strictObject({
        tel: textOrNumber.optional(),
        url: z.string().max(textLengthMax).optional(),
        hours: z.string().max(100).optional(),
        note: bilingualShape.optional(),
        for: z
          .literal("device")
          .optional()
          .describe("It locks or finds a phone, and gets nobody back into an account."),
        source: z
          .string()
          .max(textLengthMax)
          .optional()
          .describe("The page it stands on: an id of sources.yaml, or an address."),
        seen: dateShape
          .optional()
          .describe("The day it was read there, where the table of sources does not say."),
      }),
    )
    .max(listMax)
    .optional(),
  settings: z
    .record(
      idShape,
      z.strictObject({
        of: z.enum(thingKinds),
        values: z.array(wordValue).min(1).max(listMax),
        en: line,
        zh: line,
      }),
    )
    .optional(),
  basis: basisShape.optional(),
  note: bilingualShape.optional(),
  flows: z.record(idShape, flowShape).optional(),
  measures: z.record(idShape, measureShape).optional(),
};

const counterShape = z
  .union([z.literal("none"), z.strictObject({ is: z.literal("none"), basis: basisShape.optional() })])
  .describe("Nobody can appear there: it has neither branches nor shops.");

export const institutionShape = z
  .strictObject({
    institution: idShape,
    name: bilingualShape.optional(),
    kind: z.enum(institutionKinds).optional(),
    archetype: z
      .boolean()
      .optional()
      .describe("It stands for any institution of its kind that nobody has read."),
    regions: regionsShape,
    provides: z.union([z.enum(thingKinds), z.array(z.enum(thingKinds)).max(thingKinds.length)]).optional(),
    defaults: z.partialRecord(z.enum(thingKinds), z.record(z.string(), wordValue)).optional(),
    counter: counterShape.optional(),
    ...institutionParts,
  })
  .describe("One institution with its flows and measures.");

export type InstitutionText = z.infer<typeof institutionShape>;

const namedShape = z.strictObject({
  kind: z
    .enum(institutionKinds)
    .describe("Whose archetype lends it everything; what it runs follows from it."),
  name: bilingualShape,
  counter: counterShape.optional(),
  also: institutionParts.also,
  regions: regionsShape.describe("Where not those of the file."),
  contacts: institutionParts.contacts,
});
export const namesShape = z
  .strictObject({
    regions: regionsShape.describe("Where they are; absent: everywhere."),
    names: z.record(idShape, namedShape),
  })
  .describe("Institutions nobody has read, known by their names and judged by the archetype of their kind.");

export const extensionShape = z
  .strictObject({ extends: idShape, ...institutionParts })
  .describe("What is added to an institution that stands in another file.");
export type ExtensionText = z.infer<typeof extensionShape>;

const argument = z.string().max(200);
const nameShape = bilingualShape
  .optional()
  .describe("The thing itself, where a noun must stand: the suspension of {}. Of a loss, its title.");
const harmShape = z
  .union([
    z.enum(harmKinds),
    z
      .partialRecord(z.enum(institutionKinds), z.enum(harmKinds))
      .describe("By kind of institution; `other` stands for the rest."),
  ])
  .optional()
  .describe("What harm it is to the owner.");
export const capabilityKindShape = z.strictObject({
  of: z.array(argument).min(1).max(3),
  exclusive: z.boolean().optional(),
  owner: z.boolean().optional(),
  needed: z.boolean().optional(),
  loss: z.array(z.string()).max(listMax).optional(),
  "part-of": z.array(z.string()).max(listMax).optional(),
  harm: harmShape,
  while: z
    .array(z.string())
    .max(listMax)
    .optional()
    .describe("Kinds of capability and condition it hangs on: had while they are had, or set."),
  copies: z
    .boolean()
    .optional()
    .describe("A copy that hangs on none of these capabilities goes on when it is revoked."),
  roles: z.array(z.enum(capabilityRoles)).max(listMax).optional(),
  shows: z.partialRecord(z.enum(thingKinds), z.array(z.enum(traceKinds)).max(listMax)).optional(),
  en: line,
  zh: line,
  name: nameShape,
  use: bilingualShape.optional().describe("What the owner uses it for: paying with {}."),
});
export const conditionKindShape = z.strictObject({
  of: z.array(argument).min(1).max(3),
  stops: z.array(z.string()).max(listMax),
  diverts: z
    .array(z.string())
    .max(listMax)
    .optional()
    .describe("Had, while it is set, only by whoever got it together with it."),
  harm: harmShape,
  roles: z.array(z.enum(conditionRoles)).max(listMax).optional(),
  en: line,
  zh: line,
  act: bilingualShape.optional().describe("What one asks to have done: suspend {}."),
  ended: bilingualShape.optional().describe("When it is over: {} works again."),
  name: nameShape,
});
const secretShape = z.strictObject({
  en: line,
  zh: line,
  roles: z.array(z.enum(secretRoles)).max(listMax).optional(),
});
export const vocabularyShape = z
  .strictObject({
    capabilities: z.record(idShape, capabilityKindShape).optional(),
    secrets: z.partialRecord(z.enum(thingKinds), z.record(idShape, secretShape)).optional(),
    conditions: z.record(idShape, conditionKindShape).optional(),
    proofs: z
      .partialRecord(z.enum(proofClasses), z.array(line).max(listMax))
      .optional()
      .describe("What asking a capability, or knowing a secret (line.service-password), rests on."),
  })
  .describe("The words flows may use.");

const aspectMatchShape = z.strictObject({
  gives: capabilityList.optional(),
  sets: capabilityList.optional(),
  clears: capabilityList.optional(),
  revokes: capabilityList.optional(),
  "revokes-not": capabilityList.optional(),
  asks: capabilityList.optional(),
  "asks-not": capabilityList.optional(),
  channel: z.array(z.enum(channels)).min(1).max(listMax).optional(),
  proof: z.array(z.enum(proofClasses)).min(1).max(listMax).optional(),
  opens: z.literal("account").optional().describe("It opens a new account in the person's name."),
});
export type AspectMatchText = z.infer<typeof aspectMatchShape>;

const aspectShape = z.strictObject({
  name: bilingualShape,
  question: bilingualShape.describe("What one would ask to settle it; {} stands for the institution."),
  of: z.union([
    z.enum(["person", "any"]),
    z.array(z.enum(institutionKinds)).min(1).max(institutionKinds.length),
  ]),
  pots: z
    .record(idShape, z.enum(institutionKinds))
    .optional()
    .describe("Amounts that make it matter at any institution, with the kind whose archetype lends there."),
  "stands-for": z
    .enum(["theirs", "opened"])
    .optional()
    .describe("It asks about a thing in nobody's file: one of whoever runs a flow, or one a flow opens."),
  "for-the-owner": z.literal(true).optional().describe("It helps no intruder, so it is never lent."),
  flows: z
    .array(aspectMatchShape)
    .max(listMax)
    .optional()
    .describe("Which flows belong to it: those that are all that one of these says."),
});

export const aspectsShape = z
  .strictObject({ aspects: z.record(idShape, aspectShape) })
  .describe("What institutions can be read for.");

const startShape = z.strictObject({
  name: bilingualShape,
  known: z
    .literal(true)
    .optional()
    .describe(
      "It is what leaks, by the vocabulary, and counts as known of everybody unless somebody says otherwise.",
    ),
  holds: z
    .array(capabilityShape)
    .max(listMax)
    .optional()
    .describe("Each over all the owner's things of its kind."),
  only: z
    .record(z.string().regex(/^[a-z]+\.[a-z0-9-]+$/), z.string().max(100))
    .optional()
    .describe("Only things with this value: `device.kind: phone`."),
});

export const startsShape = z
  .strictObject({ starts: z.record(idShape, startShape) })
  .describe("What the other side has when it begins, by name.");
const clockShape = z.strictObject({
  title: bilingualShape.describe("One sentence: what ends, or what must be done before."),
  regions: regionsShape,
  of: z
    .array(z.enum(institutionKinds))
    .max(institutionKinds.length)
    .optional()
    .describe("Kinds of institution it binds; absent: whoever it concerns."),
  from: z.enum(clockStarts).describe("The event it runs from."),
  after: durationShape,
  days: z.literal("business").optional().describe("Only days on which offices work count."),
  ends: z.enum(clockEnds).describe("What happens when it has run out."),
  valid: z.strictObject({ from: dateShape.optional(), until: dateShape.optional() }).optional(),
  basis: basisShape,
});

export const clocksShape = z
  .strictObject({ clocks: z.record(idShape, clockShape) })
  .describe("Terms of law that run for or against the owner.");
const signShape = z.strictObject({
  name: bilingualShape,
  about: z.array(idShape).max(listMax).describe("The words of traces that are this sign."),
  words: z
    .array(line)
    .max(listMax)
    .describe(
      "Looked for in what a file says; `…` stands for whatever a few words leave out: `changed my … password`.",
    ),
  direction: z.enum(["in", "out"]).optional().describe("Which way money goes where a row is meant."),
  bought: z
    .literal(true)
    .optional()
    .describe(
      "Something is bought, and no money sent to somebody; where nothing is told that tells the two apart.",
    ),
  outgoing: z.literal(true).optional().describe("It is any text or call the person's own line sends."),
  told: z
    .enum([
      "line-gone",
      "kept",
      "taken",
      "robbed",
      "given",
      "shared",
      "given-up",
      "locked-out",
      "set-up",
      "deceived",
      "open",
      "went",
      "rang",
      "installed",
    ])
    .optional()
    .describe(
      "Its words are looked for in what the owner's side tells, and in no file: the line was dead in their hands, what is theirs never left them, their phone was taken or lost, what is gone was taken by somebody, they told somebody what only they should know, somebody else saw or worked their screen, a number of theirs was given up, they no longer get into an account, they have a new phone, or somebody lied to them; and, heard while it is happening alone: the phone was open, money went, somebody rang, they were made to install something.",
    ),
  "leaves-open": z
    .strictObject({ kind: z.enum(leftOpenKinds), until: z.array(idShape).max(listMax).optional() })
    .optional()
    .describe(
      "What stays as it is when it was not the owner's side who did it, and the signs that end it; the same done by the owner's side ends it too.",
    ),
  "a-month": z.number().positive().max(10_000).describe("How many an ordinary month leaves one person."),
});

export const signsShape = z
  .strictObject({ signs: z.record(idShape, signShape) })
  .describe("What texts, rows and records are signs of.");

export const measuresShape = z
  .strictObject({ measures: z.record(idShape, measureShape) })
  .describe("Measures no single institution owns.");

const sourceShape = z.strictObject({
  title: z.union([line, bilingualShape]),
  url: z.string().max(textLengthMax).optional(),
  published: dateShape.optional(),
  seen: dateShape.optional(),
  grade: z.string().max(100).optional(),
  note: z.union([line, bilingualShape]).optional(),
});
export type SourceEntry = z.infer<typeof sourceShape>;

export const sourcesShape = z
  .strictObject({ sources: z.record(idShape, sourceShape) })
  .describe("What a basis may point to.");
